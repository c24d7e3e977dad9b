"""What a bracket says: words with their pinyin and glosses, in the ways that the house style puts them there."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from hanzi_column.columns.house_style.gloss_after import unquoted
from hanzi_column.columns.house_style.line import CHINESE_STOPS, Line
from hanzi_column.columns.house_style.tokens import TokenKind, is_pinyin
from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, align
from hanzi_column.domain.text import hanzi_only
from hanzi_column.domain.vowel_readings import vowel_readings
from hanzi_column.errors import PinyinError

NEUTRAL_WORDS: Final = frozenset("的了着过吗嗎呢吧啊们們子得地么麼嘛啦呀哇喽")
"""Characters that have no tone of their own in daily use: their pinyin may stand without a mark."""

_SEPARATORS: Final = frozenset({TokenKind.COMMA, TokenKind.STOP, TokenKind.DASH, TokenKind.SLASH})
_IN_PINYIN: Final = frozenset(
    {TokenKind.COMMA, TokenKind.STOP, TokenKind.DASH, TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE}
)
_JOINERS: Final = ("and", "or", "also", "in", "as", "&")
_ENGLISH_TOO: Final = frozenset(
    (
        "a an are me he she men man fan pan can ban bin den din hen pen ten tang gang hang rang sang song long gong "
        "dong pang bang sun run fun dun nun gun bun tie lie die pie e tong ma pa ha la ran cha"
    ).split()
)
"""Words that could be pinyin without tones; after hanzi they are a gloss: ``我 (me)``."""

_MOST_TOKENS: Final = 600
_LONGEST_GLOSS: Final = 400


class Entry(NamedTuple):
    """One word as a bracket gives it. ``first`` and ``last`` are the tokens of its hanzi, ``end`` the one after it.

    ``printed`` is the pinyin as it stands there, ``readings`` are other ways to say it that stand beside it; ``slip``
    is text that was meant as pinyin.
    """

    hanzi: str
    first: int
    last: int
    pinyin: Pinyin = ()
    gloss: str | None = None
    readings: tuple[Pinyin, ...] = ()
    slip: str | None = None
    printed: str | None = None

    @property
    def toneless(self) -> bool:
        """Whether pinyin stands there that has no tones where it should have some."""
        return is_toneless(self.hanzi, self.pinyin)


def is_toneless(hanzi: str, pinyin: Pinyin) -> bool:
    """Whether ``pinyin`` has no tone at all although ``hanzi`` have some."""
    if not pinyin or any(syllable.tone != NEUTRAL for syllable in pinyin):
        return False
    return not set(hanzi_only(hanzi)) <= NEUTRAL_WORDS


@lru_cache(maxsize=4096)
def aligned(hanzi: str, text: str) -> Pinyin | None:
    """Return the pinyin of ``hanzi`` that ``text`` is, None where it is not."""
    try:
        return align(hanzi, text)
    except PinyinError:
        return None


def pinyin_at(line: Line, hanzi: str, first: int, stop: int) -> tuple[Pinyin, int] | None:
    """Return the pinyin of ``hanzi`` that begins with token ``first``, and the index after it.

    It ends where something else begins, at the latest at ``stop``: at a mark, at English, at other hanzi.
    """
    count = len(hanzi_only(hanzi))
    start = first
    if line.kind(start) in (TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE):
        start += 1
    if not 0 <= start < stop or not line.tokens[start].is_latin:
        return None
    letters = 0
    doubtful: tuple[Pinyin, int] | None = None
    for at in range(start, min(stop, start + _MOST_TOKENS)):
        token = line.tokens[at]
        if token.kind in _IN_PINYIN:
            continue
        if token.kind is not TokenKind.PINYIN and not (token.kind is TokenKind.ENGLISH and is_pinyin(token.text)):
            return doubtful
        letters += len(token.text)
        if letters > 9 * count + 4:
            return doubtful
        if letters < count or not _ends(line, at + 1, stop):
            continue
        found = aligned(hanzi, line.between(start, at + 1))
        if found is not None and not (is_toneless(hanzi, found) and line.between(start, at + 1) in _ENGLISH_TOO):
            end = at + 1 + (line.kind(at + 1) is TokenKind.CLOSE_QUOTE and start > first)
            if _begins_rightly(hanzi, found):
                return found, end
            doubtful = doubtful or (found, end)
    return doubtful


def _begins_rightly(hanzi: str, pinyin: Pinyin) -> bool:
    """Whether a vowel comes first only where the character can begin with one.

    Of Xià yuē four syllables could be made, but not for 夏曰商曰: then the pinyin goes on after the comma.
    """
    return not any(
        syllable.base[0] in "aoe" and char not in vowel_readings() and char not in NEUTRAL_WORDS
        for char, syllable in zip(hanzi_only(hanzi), pinyin, strict=True)
    )


def _ends(line: Line, at: int, stop: int) -> bool:
    """Whether pinyin may end before token ``at``: no other word follows without a mark between, but what joins."""
    at = at
    if at >= stop or not line.tokens[at].is_latin:
        return True
    return line.tokens[at].text.lower() in (*_JOINERS, "literally", "lit", "meaning", "which")


def gloss_between(line: Line, first: int, stop: int) -> str | None:
    """Return the gloss that stands from token ``first`` up to ``stop``, without the marks that set it off."""
    while first < stop and (line.kind(first) in _SEPARATORS or line.is_text(first, "=")):
        first += 1
    while first < stop and (line.is_text(stop - 1, ";", "；", ",", "，", "、")):
        stop -= 1
    text = line.between(first, stop)[:_LONGEST_GLOSS]
    if not any(char.isalnum() for char in text):
        return None
    return unquoted(" ".join(text.split())) or None


def one_word(line: Line, hanzi: str, first: int, last: int, at: int, stop: int) -> Entry | None:
    """Read ``pīnyīn[, gloss]`` from token ``at`` up to ``stop`` for the hanzi of tokens ``first`` to ``last``."""
    found = pinyin_at(line, hanzi, at, stop)
    if found is None:
        return None
    pinyin, end = found
    readings: list[Pinyin] = []
    while (other := _other_reading(line, hanzi, end, stop)) is not None:
        readings.append(other[0])
        end = other[1]
    printed = line.between(at, found[1])
    return Entry(hanzi, first, last, pinyin, gloss_between(line, end, stop), tuple(readings), printed=printed)


def _other_reading(line: Line, hanzi: str, at: int, stop: int) -> tuple[Pinyin, int] | None:
    """Read ``, or pīnyīn`` after pinyin: another way to say the same hanzi."""
    begin = at
    while at < stop and (line.kind(at) in _SEPARATORS or line.is_text(at, "or", "and", "also")):
        at += 1
    if at == begin or line.kind(at) is not TokenKind.PINYIN:
        return None
    return pinyin_at(line, hanzi, at, stop)


def shared(line: Line, runs: Sequence[int], at: int, stop: int) -> list[Entry] | None:
    """Read ``pīnyīn, pīnyīn[, gloss]`` for several words, one token of hanzi each; None where they do not fit."""
    found: list[tuple[Pinyin, int, int]] = []
    for run in runs:
        at = _over_separators(line, at, stop)
        read = pinyin_at(line, line.tokens[run].text, at, stop)
        while read is None and found and at < stop:  # the gloss of the word before
            at = _next_segment(line, at, stop)
            read = pinyin_at(line, line.tokens[run].text, at, stop) if line.kind(at) is TokenKind.PINYIN else None
        if read is None:
            return None
        found.append((read[0], at, read[1]))
        at = read[1]
    ends = [begin for _, begin, _ in found[1:]] + [stop]
    glosses = [gloss_between(line, end, limit) for (_, _, end), limit in zip(found, ends, strict=True)]
    if not any(glosses[:-1]) and glosses[-1]:
        glosses = _distributed(glosses[-1], len(runs))
    return [
        Entry(line.tokens[run].text, run, run, pinyin, gloss, printed=line.between(begin, end))
        for run, (pinyin, begin, end), gloss in zip(runs, found, glosses, strict=True)
    ]


def _distributed(gloss: str, count: int) -> list[str | None]:
    """Give each word its part of a gloss that is cut like the pinyin before it, else to each the whole."""
    for mark in ("/", "／", ";", "；"):
        parts = gloss.split(mark)
        if len(parts) == count:
            return [unquoted(part.strip()) or None for part in parts]
    return [gloss] * count


def _over_separators(line: Line, at: int, stop: int) -> int:
    while at < stop and (line.kind(at) in _SEPARATORS or line.is_text(at, "and", "or")):
        at += 1
    return at


def _next_segment(line: Line, at: int, stop: int) -> int:
    while at < stop and line.kind(at) not in _SEPARATORS and not line.is_text(at, "and", "or"):
        at += 1
    return _over_separators(line, at, stop)


def runs_inside(line: Line, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the Chinese between two tokens as (first, last) token: hanzi with the Chinese marks between them."""
    at = first
    while at < stop:
        if line.kind(at) is not TokenKind.HANZI:
            at += 1
            continue
        last = at
        while (following := _goes_on(line, last, stop, listing=last > at)) is not None:
            last = following
        yield at, last
        at = last + 1


def _goes_on(line: Line, at: int, stop: int, *, listing: bool) -> int | None:
    """Return the next token of hanzi where only marks of a Chinese sentence stand between.

    ``listing`` says that the mark of a list may be one: inside a sentence it is, else it sets words apart.
    """
    following = at + 1
    while following < stop and (
        line.tokens[following].text in CHINESE_STOPS - {"、"}
        or (line.is_text(following, "、") and listing)
        or (line.is_text(following, "——", "—") and line.kind(following + 1) is TokenKind.HANZI)
        or line.kind(following) in (TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE, TokenKind.TITLE)
        or (line.is_text(following, ",", ";") and line.kind(following + 1) is TokenKind.HANZI)
        or (
            line.is_text(following, "?", "!", ".")
            and line.kind(following - 1) is TokenKind.HANZI
            and line.kind(following + 1) is TokenKind.HANZI
        )
    ):
        following += 1
    return following if following > at + 1 and following < stop and line.kind(following) is TokenKind.HANZI else None


def words_inside(line: Line, first: int, stop: int) -> list[Entry]:
    """Read ``汉字 pīnyīn[, gloss]``, one word or several, between two tokens; a gloss runs up to the next word."""
    found: list[Entry] = []
    ends: list[int] = []
    begins: list[int] = []
    for start, last in runs_inside(line, first, stop):
        if ends and start < ends[-1]:
            continue
        hanzi = line.between(start, last + 1)
        at = _over_separators(line, last + 1, stop)
        if line.kind(at) is TokenKind.CLOSE_QUOTE:
            at = _over_separators(line, at + 1, stop)
        read = pinyin_at(line, hanzi, at, stop)
        if read is None:
            continue
        found.append(Entry(hanzi, start, last, read[0], printed=line.between(at, read[1])))
        begins.append(start)
        ends.append(read[1])
    limits = [*begins[1:], stop] if found else []
    glossed: list[Entry] = []
    for entry, end, limit in zip(found, ends, limits, strict=True):
        while limit > end and (line.is_text(limit - 1, "and", "or") or line.kind(limit - 1) is TokenKind.OPEN_QUOTE):
            limit -= 1
        readings: list[Pinyin] = []
        while (other := _other_reading(line, entry.hanzi, end, limit)) is not None:
            readings.append(other[0])
            end = other[1]
        glossed.append(entry._replace(gloss=gloss_between(line, end, limit), readings=tuple(readings)))
    return glossed
