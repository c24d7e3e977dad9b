"""Tone sandhi: tones that are said otherwise than they are written.

Hanyu Pinyin writes each syllable with its own tone (GB/T 16159, 标调法), so dictionaries print ``bù shì``; textbooks
often print what is heard, ``bú shì``. Three changes are regular in Standard Chinese (黄伯荣、廖序东《现代汉语》, 变调):

- 不 is ``bú`` before a fourth tone;
- 一 is ``yí`` before a fourth tone and ``yì`` before the others, except in ordinals and rows of digits;
- a third tone before another third tone is said as a second.
"""

from collections.abc import Mapping, Set
from typing import Final

from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, Syllable
from hanzi_column.domain.text import hanzi_only

_ONCE_FOURTH: Final = frozenset("个個是")
"""They act as a fourth tone also where they are said without one: 一个 ``yí ge``, 不是 ``bú shi``."""

_KEEPS_ITS_TONE_AFTER: Final = frozenset("第初零〇一二三四五六七八九十")
_KEEPS_ITS_TONE_BEFORE: Final = frozenset("月号號零〇一二三四五六七八九")
"""Around 一 these make an ordinal, a date or a row of digits: 第一次 ``dì yī cì``, 一月 ``yīyuè``."""


def other_tones(hanzi: str, pinyin: Pinyin) -> tuple[Mapping[int, str], ...]:
    """Return for each syllable of ``pinyin`` the tones that count as right besides its own.

    ``pinyin`` gives one syllable per character of ``hanzi``, with the tones either written or said; a tone leads to
    the sentence that explains it. For 不是 ``bù shì``, and for ``bú shì``, the first syllable has one other tone and
    the second none. A second tone is never taken back to a third: most second tones never were one.
    """
    characters = hanzi_only(hanzi)
    found: list[Mapping[int, str]] = []
    following: Set[int] = frozenset()
    # From the right, for what a syllable turns into depends on the next one and on what that may turn into.
    for at in range(len(pinyin) - 1, -1, -1):
        char, syllable = characters[at], pinyin[at]
        others = _others(characters, at, syllable, following)
        found.append(others)
        own = 4 if syllable.tone == NEUTRAL and char in _ONCE_FOURTH else syllable.tone
        following = others.keys() | {own}
    return tuple(reversed(found))


def _others(characters: str, at: int, syllable: Syllable, following: Set[int]) -> Mapping[int, str]:
    char = characters[at]
    said: dict[int, str]  # each tone that may be heard in place of the written one, and before what
    if char == "不" and syllable.base == "bu":
        written, said = 4, {2: "a fourth tone"} if 4 in following else {}
    elif char == "一" and syllable.base == "yi" and not _keeps_its_tone(characters, at):
        written, said = 1, {2: "a fourth tone"} if 4 in following else {}
        if following & {1, 2, 3}:
            said[4] = "a first, second or third tone"
    elif syllable.tone == 3 and 3 in following:
        written, said = 3, {2: "another third tone"}
    else:
        return {}
    told = {tone: _explained(char, syllable.base, written, tone, before) for tone, before in said.items()}
    if syllable.tone in told:
        told[written] = told.pop(syllable.tone)
    elif syllable.tone != written:
        return {}
    return told


def _explained(char: str, base: str, written: int, said: int, before: str) -> str:
    return f"{char} is written {Syllable(base, written)} and said {Syllable(base, said)} before {before}: both count."


def _keeps_its_tone(characters: str, at: int) -> bool:
    return characters[at - 1 : at] in _KEEPS_ITS_TONE_AFTER or characters[at + 1 : at + 2] in _KEEPS_ITS_TONE_BEFORE
