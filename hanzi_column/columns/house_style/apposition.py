"""The English that a word restates: ``red, or 红``, ``the slack seasons, 农闲``, ``A hobby is an 爱好``."""

from typing import Final

from hanzi_column.columns.house_style.english_words import (
    ADVERBIAL,
    DETERMINERS,
    FINITE,
    GENERIC,
    IDIOM,
    LINKING,
    NUMBERS,
)
from hanzi_column.columns.house_style.gloss_before import phrase_before, quotation_before
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.tokens import TokenKind

_LONGEST_CLAUSE: Final = 16
"""Words of a clause whose end may be restated."""

_MOST_APPOSED: Final = 7
"""Words of the phrase that is."""

_MOST_SUBJECT: Final = 3
"""Words of a subject with its article: “a cool head is 冷静”."""

_MOST_WORDS: Final = 6


def before_or(line: Line, at: int) -> str | None:
    """Return the English that a word restates: ``red, or 红 (hóng)``, ``“red tourism”, or 红色旅游 (…)``."""
    at -= 1
    if line.kind(at) is TokenKind.OPEN_QUOTE:
        at -= 1
    if not line.is_text(at, "or"):
        return None
    at -= 1
    if line.kind(at) is not TokenKind.COMMA and line.kind(at) is not TokenKind.CLOSE_QUOTE:
        return None
    if line.kind(at) is TokenKind.COMMA:
        at -= 1
    return quotation_before(line, at) or phrase_before(line, at)


def before_comma(line: Line, at: int, count: int) -> str | None:
    """Return the English that a word stands in apposition to: ``the slack seasons, 农闲 (nóngxián)``.

    ``at`` is the word's first token, ``count`` its hanzi. An idiom may stand in apposition to a whole clause.
    """
    at -= 1
    if line.kind(at) is TokenKind.OPEN_QUOTE:
        at -= 1
    if line.kind(at) is TokenKind.CLOSE_QUOTE:
        return quotation_before(line, at) if line.kind(at - 1) is TokenKind.COMMA else None
    if not line.is_text(at, ","):
        return None
    at -= 1
    if line.kind(at) is TokenKind.CLOSE_QUOTE:
        return quotation_before(line, at)
    first = at
    while line.kind(first) is TokenKind.ENGLISH:
        first -= 1
    begin = first + 1
    if begin > at:
        return None
    words = [n for n in range(begin, at + 1) if line.kind(n) is TokenKind.ENGLISH]
    linked = any(line.tokens[n].text.lower() in LINKING for n in words)
    adverbial = line.is_text(begin, *(ADVERBIAL - {"to"})) and not linked
    if not words or len(words) > _LONGEST_CLAUSE or adverbial:
        return None
    return _apposed(line, words, at, count)


def _apposed(line: Line, words: list[int], at: int, count: int) -> str | None:
    """Return the part of a clause, given by its words, that is glossed by what comes after its comma."""
    texts = [line.tokens[word].text.lower() for word in words]
    # “To pluck wool, 薅羊毛 …” and “Looking for fish in a tree, 缘木求鱼 …” are whole doings.
    if texts[0] == "to" or (texts[0].endswith("ing") and len(texts) > 1):
        return _said(line, words[0], at)
    linking = max((n for n, text in enumerate(texts) if text in LINKING), default=-1)
    start = linking + 1
    if start >= len(texts) or texts[start] not in (*DETERMINERS, *NUMBERS) or GENERIC & set(texts):
        return None
    if linking < 0 and any(text in FINITE for text in texts):
        return _said(line, words[0], at) if count >= IDIOM else None  # “a day feels like a year, 度日如年 …”
    first = start + (texts[start] in DETERMINERS)
    return _said(line, words[first], at) if first < len(texts) and len(texts) - first <= _MOST_APPOSED else None


def subject_before(line: Line, at: int) -> str | None:
    """Return the subject of ``A hobby is an 爱好 (àihào)``, ``To ridicule is 嘲笑 (cháoxiào)``; ``at`` is the word."""
    at -= 1
    if line.kind(at) is TokenKind.OPEN_QUOTE:
        at -= 1
    if line.is_text(at, "a", "an", "called"):
        at -= 1
    if not line.is_text(at, "is", "are"):
        return None
    if line.kind(at - 1) is TokenKind.CLOSE_QUOTE:
        return quotation_before(line, at - 1)
    last = first = at - 1
    while line.kind(first) is TokenKind.ENGLISH and last - first < _MOST_WORDS:
        first -= 1
    begin = first + 1
    if line.is_text(begin, "to") and begin < last:
        return _said(line, begin, last)
    words = sum(line.kind(n) is TokenKind.ENGLISH for n in range(begin, last + 1))
    if line.is_text(begin, "a", "an") and 1 < words <= _MOST_SUBJECT:
        return _said(line, begin + 1, last)
    return None


def _said(line: Line, first: int, last: int) -> str:
    return " ".join(line.between(first, last + 1).split())
