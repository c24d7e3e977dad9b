"""Names: persons and places that the prose only mentions, so that none of them is taken for a word."""

import re
from typing import Final

from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.inside import aligned
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind
from hanzi_column.domain.text import hanzi_only

# Family names: those of the hundred most frequent in the census of 2010, and those of well-known writers and rulers.
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤屈岑柳颜晏辛司班墨荀庄管"
    "關張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蔣葉魏蘇呂盧鐘陸範賈鄒龍賀顧龔萬錢戴嚴湯顏莊關关左米文纪嵇阮祖伍项刁翁冼冒"
    "温殷包阎凌施欧牛洪康俞樊葛路齐易乔庞翟聂章鲁岳梅华裴郁虞商倪佘解霍柯傅花鲍慕"
)
_LONG_SURNAMES: Final = (
    "司马",
    "诸葛",
    "欧阳",
    "上官",
    "司徒",
    "东方",
    "尉迟",
    "公孙",
    "慕容",
    "夏侯",
    "皇甫",
    "令狐",
    "司馬",
    "諸葛",
    "歐陽",
)

_PLACES: Final = frozenset("州城县省市江河山湖岛京海港寺宫陵縣島宮村镇乡冈岭峰峡观觀塔庙廟祠殿苑")
"""What names of places end in."""

_NO_NAMES: Final = frozenset("节節日语語文学學教会會网網族菜茶酒戏戲剧劇历曆年话話人术術法派家画畫曲诗詩词詞饭飯面")
"""What proper nouns end in that are words all the same: 春节, 汉语, 京剧."""

_YEARS: Final = re.compile(r"(?:(?:r|b|d|c|ca|born|died)\b\.? ?(?:in |about |c\. ?)?)?\d")
"""What stands after a person's name for a gloss: ``r. 626 – 649``, ``born 1893``."""

_MOST_WORDS: Final = 4
_LONGEST: Final = 4


def is_name(line: Line, found: Found, headwords: frozenset[str]) -> bool:
    """Whether ``found`` is a person or a place: ``Zhu Xi (朱熹 Zhū Xī)``, ``Luoyang (洛阳)``."""
    hanzi = found.entry.hanzi
    bare = hanzi_only(hanzi)
    if "·" in hanzi:
        return True
    if found.form is Form.AFTER_PINYIN and (found.entry.printed or "")[:1].islower():
        return False
    if not 1 <= len(bare) <= _LONGEST or len(bare) != len(hanzi):
        return False
    ours = any(headword in bare for headword in headwords)
    before = _capitals_before(line, found)
    if found.form is not Form.WORD_BEFORE and _spells(bare, before):
        return True
    if not found.entry.pinyin:
        return _is_name_without_pinyin(line, found, before, ours=ours)
    return _is_name_with_pinyin(line, found, before, ours=ours)


def _capitals_before(line: Line, found: Found) -> list[str]:
    """Return the words in capitals right before the bracket: the name as English writes it."""
    if found.bracket is None:
        return []
    words: list[str] = []
    at = found.bracket.opened - 1
    while len(words) < _MOST_WORDS and line.kind(at) in (TokenKind.ENGLISH, TokenKind.PINYIN):
        word = line.tokens[at].text
        if not word[0].isupper():
            break
        words.append(word)
        at -= 1
    return words[::-1]


def _spells(hanzi: str, words: list[str]) -> bool:
    """Whether the last of ``words`` are the pinyin of ``hanzi`` without its tones."""
    if len(words) > 1 and len(hanzi) > 2 and hanzi[-1] in _PLACES and aligned(hanzi[:-1], words[-2]) is not None:
        return True  # Taihang Mountains (太行山)
    for count in range(1, len(words) + 1):
        spelled = " ".join(words[-count:])
        for ending in ("’s", "'s"):
            spelled = spelled.removesuffix(ending)
        if aligned(hanzi, spelled) is not None:
            return True
    return False


def _is_name_without_pinyin(line: Line, found: Found, before: list[str], *, ours: bool) -> bool:
    if found.form is Form.GLOSSED_BEFORE or not before or found.bracket is None:
        return False
    first = found.bracket.opened - 1
    alone = len(before) == 1 and not _in_sentence(line, first)
    return not (alone or ours)


def _in_sentence(line: Line, at: int) -> bool:
    """Whether token ``at`` does not begin its sentence."""
    earlier = at - 1
    return earlier >= 0 and line.kind(earlier) not in (TokenKind.STOP, TokenKind.OPEN_QUOTE)


def _is_name_with_pinyin(line: Line, found: Found, before: list[str], *, ours: bool) -> bool:
    pinyin, hanzi, gloss = found.entry.pinyin, hanzi_only(found.entry.hanzi), found.entry.gloss
    if gloss is not None and _YEARS.match(gloss) is not None:
        return pinyin[0].capital or found.form is not Form.WORD_BEFORE
    if not pinyin[0].capital:
        return False
    written = (found.entry.printed or "").split()
    if any(word[:1].islower() for word in written):  # Yúgōng yí shān is a saying with a name in it
        return False
    if len(written) > 1 and gloss is None and found.form is Form.WORD_BEFORE:
        return True
    family = surname(hanzi)
    if family and family < len(hanzi) and pinyin[family].capital and not any(s.capital for s in pinyin[family + 1 :]):
        return not (gloss and ours and gloss[0].islower())
    if hanzi.endswith("子") and len(hanzi) <= 3 and (before or gloss is None or gloss[0].isupper()):
        return not ours
    if found.form is not Form.WORD_BEFORE and hanzi[-1] in _PLACES and len(hanzi) <= 3 and _is_capital(line, found):
        return True  # the Great Wall (长城 Chángchéng)
    if ours or hanzi[-1] in _NO_NAMES:
        return False
    if found.form is not Form.WORD_BEFORE:
        return bool(before)
    if gloss is None:
        return _after_preposition(line, found.entry.first) or hanzi[-1] in _PLACES
    return hanzi[-1] in _PLACES and gloss.split()[0] not in ("literally", "lit.")


def _is_capital(line: Line, found: Found) -> bool:
    """Whether the English before the bracket, quoted or not, ends in a name."""
    if found.bracket is None:
        return False
    at = found.bracket.opened - 1
    if line.kind(at) is TokenKind.CLOSE_QUOTE:
        at -= 1
    return line.kind(at) is TokenKind.ENGLISH and line.tokens[at].text[0].isupper()


def surname(hanzi: str) -> int:
    """Return how many characters the family name has with which ``hanzi`` begins, 0 where there is none."""
    if hanzi[:2] in _LONG_SURNAMES:
        return 2
    return 1 if hanzi[:1] in _SURNAMES else 0


def _after_preposition(line: Line, at: int) -> bool:
    return line.is_text(at - 1, "in", "at", "from", "near", "to", "of", "by", "poet", "called")
