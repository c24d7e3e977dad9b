"""The forms of the house style: which Chinese a bracket belongs to, and which words it gives. One rule a form.

Almost every form hangs on one bracket, so the grammar walks over the brackets of a paragraph and asks the rules in
turn; the first that fits has read the bracket. One that fits none (dates, remarks, English) is left as prose. Looking
back and ahead is bounded, so that the time is linear in the text.
"""

from collections.abc import Callable, Sequence
from typing import Final

from hanzi_column.columns.house_style.apposition import before_comma, before_or, subject_before
from hanzi_column.columns.house_style.found import Found, chinese_before, is_listed
from hanzi_column.columns.house_style.gloss_after import gloss_after, restated_after
from hanzi_column.columns.house_style.gloss_before import gloss_before, quotations_before
from hanzi_column.columns.house_style.inside import (
    Entry,
    aligned,
    gloss_between,
    one_word,
    pinyin_at,
    runs_inside,
    shared,
    words_inside,
)
from hanzi_column.columns.house_style.line import Bracket, Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.misspelt import misspelt_before, misspelt_inside
from hanzi_column.columns.house_style.tokens import TokenKind, is_pinyin
from hanzi_column.domain.text import hanzi_only

_FAR: Final = 260
"""Tokens looked back for the beginning of Chinese: a quotation of several sentences."""

_MOST_RUNS: Final = 6
_FAR_RUNS: Final = 28
_MOST_BETWEEN: Final = 5
_MOST_GLOSS_WORDS: Final = 8
_IN_GLOSS: Final = frozenset(
    {TokenKind.ENGLISH, TokenKind.COMMA, TokenKind.STOP, TokenKind.SLASH}
    | {TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE}
)
_LEADS: Final = frozenset(
    (
        "see also pictured above below born died owned now formerly then which who whose where simplified traditional "
        "shown photo literally not but though for from by about note cf ibid"
    ).split()
)


Rule = Callable[[Line, Bracket], list[Found]]


_LONGEST_LISTED: Final = 3
"""Hanzi of each word in “风俗, 风格, 风气 (…)”; what is longer is a line with commas."""

_FEWEST_SHARED: Final = 2
"""Words that share a bracket."""


def word_before(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``汉字 (pīnyīn, gloss)``, the hanzi with or without quotation marks, and ``里，居也 (Lǐ, jū yě)``."""
    before = chinese_before(line, bracket.opened)
    if before is None:
        return []
    first, last, quoted = before
    inside = bracket.opened + 1
    if line.kind(inside) is TokenKind.HANZI:
        return []
    for begin in dict.fromkeys((first, last)):
        hanzi = _of_two_forms(line, begin, last)
        entry = one_word(line, hanzi, begin, last, inside, bracket.closed)
        if entry is not None:
            return [Found(Form.WORD_BEFORE, _glossed(line, entry, bracket, quoted=quoted), bracket, bracket.closed + 1)]
    return misspelt_before(line, bracket, (first, last), inside)


def _of_two_forms(line: Line, first: int, last: int) -> str:
    """Return the hanzi of two tokens; of 龙/龍 the one that stands first."""
    if line.kind(first - 1) is TokenKind.SLASH and line.kind(first - 2) is TokenKind.HANZI and first == last:
        earlier = line.tokens[first - 2].text
        if len(earlier) == len(line.tokens[first].text):
            return earlier
    return line.between(first, last + 1)


def _glossed(line: Line, entry: Entry, bracket: Bracket, *, quoted: bool = False) -> Entry:
    """Give a word without a gloss in its bracket the one that stands after the bracket, or before it."""
    if entry.gloss is not None:
        return entry
    count = len(hanzi_only(entry.hanzi))
    listed = is_listed(line, entry.first)
    gloss = _in_next_bracket(line, bracket) or gloss_after(line, bracket.closed, listed=listed)
    if gloss is None:
        before = entry.first - quoted
        outer = before - 1
        inner = line.kind(outer) is TokenKind.OPEN  # riding jacket (马褂儿 (mǎguàr))
        gloss = gloss_before(line, outer) if inner else before_or(line, before)
        gloss = gloss or before_comma(line, before, count) or subject_before(line, before)
        gloss = gloss or restated_after(line, bracket.closed, count)
    return entry._replace(gloss=gloss)


def _in_next_bracket(line: Line, bracket: Bracket) -> str | None:
    """Return the gloss of ``花园 (huāyuán) (garden)``, as ruby leaves it."""
    following = bracket.closed + 1
    second = line.bracket_opening(following)
    if second is None or following > bracket.closed + 2:
        return None
    inner = range(second.opened + 1, second.closed)
    if not inner or any(line.kind(at) in (TokenKind.HANZI, TokenKind.DATE, TokenKind.TITLE) for at in inner):
        return None
    return gloss_between(line, second.opened + 1, second.closed)


def several_before(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``里巷 and 里弄 (lǐxiàng, lǐlòng)``: a bracket that is shared by the words before it."""
    if line.count(TokenKind.PINYIN, bracket.opened + 1, bracket.closed) < _FEWEST_SHARED:
        return []
    before = chinese_before(line, bracket.opened)
    if before is not None and before[0] < before[1]:
        inside = bracket.opened + 1
        whole = line.between(before[0], before[1] + 1)
        listed = ", " in whole and all(len(part) <= _LONGEST_LISTED for part in whole.split(", "))
        if not listed and pinyin_at(line, whole, inside, bracket.closed) is not None:
            return []  # one saying of two halves
    runs = _runs_before(line, bracket.opened)
    for count in range(len(runs), 1, -1):
        entries = shared(line, runs[-count:], bracket.opened + 1, bracket.closed)
        if entries is not None:
            return [Found(Form.SEVERAL_BEFORE, entry, bracket, bracket.closed + 1) for entry in entries]
    return []


def _runs_before(line: Line, at: int) -> list[int]:
    runs: list[int] = []
    words = 0
    at -= 1
    for index in range(at, max(at - _FAR_RUNS, -1), -1):
        kind = line.kind(index)
        if kind is TokenKind.HANZI:
            runs.append(index)
            words = 0
        elif kind is TokenKind.ENGLISH:
            words += 1
        elif kind not in (
            TokenKind.COMMA,
            TokenKind.SLASH,
            TokenKind.OPEN_QUOTE,
            TokenKind.CLOSE_QUOTE,
        ):
            break
        if words > _MOST_BETWEEN or not runs or len(runs) == _MOST_RUNS:
            break
    return runs[::-1]


def glossed_before(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``没有 (don't have)``: a gloss and no pinyin."""
    before = chinese_before(line, bracket.opened)
    first = bracket.opened + 1
    if before is None or line.kind(first) is None:
        return []
    kinds = {line.kind(at) for at in range(first, bracket.closed)}
    words = sum(line.kind(at) is TokenKind.ENGLISH for at in range(first, bracket.closed))
    start, last, _ = before
    quotation = start < last
    if not kinds or not kinds <= _IN_GLOSS or not words or (words > _MOST_GLOSS_WORDS and not quotation):
        return []
    lead = next(line.tokens[at] for at in range(first, bracket.closed) if line.kind(at) is TokenKind.ENGLISH)
    if lead.text.lower() in _LEADS or (lead.text[0].isupper() and not quotation):
        return []
    gloss = gloss_between(line, first, bracket.closed)
    entry = Entry(line.between(start, last + 1), start, last, gloss=gloss)
    return [Found(Form.GLOSSED_BEFORE, entry, bracket, bracket.closed + 1)]


def words_in_bracket(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``gloss (汉字 pīnyīn)``, ``(汉字 pīnyīn, gloss)``, ``(汉字 pīnyīn; 汉字 pīnyīn)`` and what is like them."""
    first = bracket.opened + 1
    entries = words_inside(line, first, bracket.closed) or _shared_inside(line, first, bracket.closed)
    if not entries:
        return []
    if line.kind(first) is TokenKind.TITLE and entries[0].first > first:
        return []
    before = chinese_before(line, bracket.opened)
    if before is not None and len(entries) == 1 and before[0] == before[1]:
        outer = line.between(before[0], before[1] + 1)
        if len(outer) == len(entries[0].hanzi) and line.tokens[before[1]].end >= line.tokens[bracket.opened].start - 1:
            # 龙 (龍 lóng, dragon): the bracket repeats the word in its other form.
            entries = [entries[0]._replace(hanzi=outer, first=before[0], last=before[1])]
            return [Found(Form.WORD_BEFORE, entries[0], bracket, bracket.closed + 1)]
    if len(entries) == 1 and entries[0].gloss is None:
        entries = [entries[0]._replace(gloss=_gloss_around(line, bracket, entries[0], first))]
        if entries[0].gloss is None and line.kind(bracket.opened - 1) is None:
            entries = [entries[0]._replace(gloss=gloss_after(line, bracket.closed, listed=False))]
    if len(entries) > 1 and not any(entry.gloss for entry in entries):
        glosses = quotations_before(line, bracket.opened, len(entries))
        entries = [entry._replace(gloss=gloss) for entry, gloss in zip(entries, glosses, strict=True)]
    return [Found(Form.WORDS_INSIDE, entry, bracket, bracket.closed + 1) for entry in entries]


def _gloss_around(line: Line, bracket: Bracket, entry: Entry, first: int) -> str | None:
    led = line.between(first, entry.first).strip(' ,;:“"')
    size = len(hanzi_only(entry.hanzi))
    if (
        led
        and led.lower() not in ("or", "in chinese", "chinese", "also", "called", "the", "see", "a")
        and len(led) < 60
    ):
        inner = gloss_before(line, entry.first, size)
        if inner is not None:
            return inner
    return gloss_before(line, bracket.opened, size)


def _shared_inside(line: Line, first: int, stop: int) -> list[Entry]:
    runs: list[int] = []
    at = first
    while at < stop and line.kind(at) is not TokenKind.PINYIN:
        if line.kind(at) is TokenKind.HANZI:
            runs.append(at)
        elif line.tokens[at].is_latin and not line.is_text(at, "and", "or"):
            return []
        at += 1
    return (shared(line, runs, at, stop) or []) if 1 < len(runs) <= _MOST_RUNS else []


def chinese_in_bracket(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``public park (公园)`` and ``“English” (中文，中文)``: Chinese without pinyin."""
    first = bracket.opened + 1
    if line.kind(first) is TokenKind.OPEN_QUOTE:
        first += 1
    if line.kind(first) is not TokenKind.HANZI:
        return []
    run = next(runs_inside(line, first, bracket.closed), None)
    if run is None:
        return []
    rest = run[1] + 1
    while line.kind(rest) in (TokenKind.STOP, TokenKind.CLOSE_QUOTE) and rest < bracket.closed:
        rest += 1
    gloss: str | None
    if rest < bracket.closed:
        plain = all(
            line.kind(at) in (TokenKind.ENGLISH, TokenKind.COMMA, TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE)
            for at in range(rest, bracket.closed)
        )
        if not plain:
            return []
        gloss = gloss_between(line, rest, bracket.closed)
    else:
        gloss = gloss_before(line, bracket.opened)
    entry = Entry(line.between(run[0], run[1] + 1), run[0], run[1], gloss=gloss)
    return [Found(Form.CHINESE_INSIDE, entry, bracket, bracket.closed + 1)]


def after_pinyin(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``línlǐ (邻里, neighbours)``, ``chaohuo (炒货)`` and ``neighbours (línlǐ 邻里)``: the pinyin comes first."""
    first = bracket.opened + 1
    inside = line.kind(first) is TokenKind.PINYIN
    run = next(runs_inside(line, first, bracket.closed), None)
    if run is None or not (inside or run[0] == first):
        return []
    hanzi = line.between(run[0], run[1] + 1)
    last = (run[0] if inside else bracket.opened) - 1
    if inside and line.kind(last) is TokenKind.COMMA:
        last -= 1
    if line.kind(last) is TokenKind.CLOSE_QUOTE:
        last -= 1
    begin = last
    for _ in range(min(len(hanzi_only(hanzi)), 8)):
        if begin < 0 or not line.tokens[begin].is_latin or not is_pinyin(line.tokens[begin].text):
            return []
        pinyin = aligned(hanzi, line.between(begin, last + 1))
        if pinyin is not None:
            gloss = gloss_between(line, run[1] + 1, bracket.closed)
            entry = Entry(hanzi, run[0], run[1], pinyin, gloss, printed=line.between(begin, last + 1))
            if gloss is None and inside:
                entry = entry._replace(gloss=gloss_before(line, bracket.opened))
            elif gloss is None:
                entry = entry._replace(
                    gloss=gloss_after(line, bracket.closed, listed=False)
                    or before_or(line, begin)
                    or restated_after(line, bracket.closed, 2)
                )
            if line.kind(begin) is TokenKind.PINYIN and begins_sentence(line, begin):
                entry = entry._replace(pinyin=(entry.pinyin[0].lower, *entry.pinyin[1:]))
            return [Found(Form.AFTER_PINYIN, entry, bracket, bracket.closed + 1)]
        begin -= 1
    return []


def begins_sentence(line: Line, at: int) -> bool:
    """Whether token ``at`` is the first of its sentence."""
    earlier = at - 1
    return earlier < 0 or line.kind(earlier) in (TokenKind.STOP, TokenKind.OPEN_QUOTE)


def title(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``《诗经》 (Shījīng)`` and ``Classic of Poetry (《诗经》 Shījīng)``: a title, no vocabulary."""
    before = bracket.opened - 1
    inside = bracket.opened + 1
    if line.kind(inside) is TokenKind.OPEN_QUOTE:
        inside += 1
    at = before if line.kind(before) is TokenKind.TITLE else inside
    if line.kind(at) is not TokenKind.TITLE:
        return []
    if at == inside and any(line.kind(n) is TokenKind.HANZI for n in range(at, bracket.closed)):
        return []
    return [Found(Form.BARE, Entry(line.tokens[at].text, at, at), bracket, bracket.closed + 1, title=True)]


RULES: Final[Sequence[Rule]] = (
    title,
    several_before,
    word_before,
    words_in_bracket,
    after_pinyin,
    misspelt_inside,
    chinese_in_bracket,
    glossed_before,
)
"""The rules in the order in which they are asked."""


def read_bracket(line: Line, bracket: Bracket) -> list[Found]:
    """Return what the first rule that fits has read; empty where none fits."""
    for rule in RULES:
        if found := rule(line, bracket):
            return found
    return []
