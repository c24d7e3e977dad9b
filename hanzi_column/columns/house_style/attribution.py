"""Who wrote a line: the English that it stands beside, and what the prose around says of where it comes from."""

import re
from typing import Final

from hanzi_column.columns.house_style import cues
from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.gloss_before import quotation_before
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind

INSIDE: Final = frozenset({Form.WORDS_INSIDE, Form.CHINESE_INSIDE})
"""The forms in which the Chinese stands inside its bracket."""

_CONTEXT: Final = 420
"""Characters looked back for who is quoted: the sentence and the one or two before it."""

_AHEAD: Final = 90
"""Characters looked ahead."""

_FEWEST_ENGLISH: Final = 4
"""Words of an English quotation; what is shorter is a gloss."""


def context_before(line: Line, found: Found) -> str:
    """Return the text before a quotation and its English: the sentence that introduces it, and the one before that."""
    start = line.tokens[begins_with(line, found)].start
    before = line.text[max(start - _CONTEXT, 0) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return before[ends[-2] :] if len(ends) >= 2 else before


def begins_with(line: Line, found: Found) -> int:
    """Return the token with which the quotation begins: its English where that stands before the Chinese."""
    if found.bracket is None or found.form not in INSIDE:
        return found.entry.first
    last = found.bracket.opened - 1
    if line.kind(last) in (TokenKind.COMMA, TokenKind.STOP):
        last -= 1
    if line.kind(last) is TokenKind.CLOSE_QUOTE:
        opened = line.opening_quote(last)
        if opened is not None:
            return opened
    after = found.bracket.closed + 1
    while line.kind(after) in (TokenKind.STOP, TokenKind.COMMA):
        after += 1
    if line.kind(after) is TokenKind.CLOSE_QUOTE:
        opened = line.opening_quote(after)
        if opened is not None and opened < found.bracket.opened:
            return opened
    return found.entry.first


_SENTENCE_END: Final = re.compile(r"[.!?][”’\")）]*\s+(?=[A-Z“‘\"])")


def follows(line: Line, found: Found) -> str:
    """Return the text after the quotation: “, argued Gongsun Long”."""
    return line.text[line.tokens[found.after - 1].end :][:_AHEAD]


def is_attributed(line: Line, found: Found) -> bool:
    """Whether the text before says who wrote the line or where it stands, and does not call it a saying."""
    before = context_before(line, found)
    said = max((match.end() for match in cues.SAYING.finditer(before)), default=-1)
    attributed = max((match.end() for match in cues.ATTRIBUTED.finditer(before)), default=-1)
    titles = max((before.rfind(mark) for mark in "》〉"), default=-1)
    after = follows(line, found)
    if cues.SAYING_AFTER.match(after):
        return False
    if cues.ATTRIBUTED_AFTER.match(after):
        return True
    if said > attributed:
        return False
    return max(attributed, titles) > said


def english_quotation(line: Line, found: Found) -> str | None:
    """Return the English that a bracket stands in or behind, where it is in quotation marks."""
    if found.bracket is None or found.form not in INSIDE:
        return None
    before = quotation_before(line, found.bracket.opened - 1)
    if before is not None:
        return before
    return english_around(line, found)


def english_nearby(line: Line, found: Found) -> str | None:
    """Return the last English in quotation marks before Chinese that stands without any of its own."""
    at = found.entry.first
    for index in range(at - 1, max(at - _FAR, -1), -1):
        if line.kind(index) is TokenKind.CLOSE_QUOTE:
            opened = line.opening_quote(index)
            inner = line.between(opened + 1, index) if opened is not None else ""
            return inner.strip().rstrip(",").strip() or None if len(inner.split()) >= _FEWEST_ENGLISH else None
    return None


_FAR: Final = 40
"""Tokens looked back for the English of a quotation that stands apart from it."""


def english_around(line: Line, found: Found) -> str | None:
    """Return the English of ``“English (中文 pīnyīn)”``."""
    if found.bracket is None or found.form not in INSIDE:
        return None
    after = found.bracket.closed + 1
    while line.kind(after) in (TokenKind.STOP, TokenKind.COMMA):
        after += 1
    if line.kind(after) is not TokenKind.CLOSE_QUOTE:
        return None
    opened = line.opening_quote(after)
    if opened is None or opened >= found.bracket.opened:
        return None
    return (
        line.text[line.tokens[opened].end : line.tokens[found.bracket.opened].start].strip().rstrip(",").rstrip()
        or None
    )


def is_saying(line: Line, found: Found) -> bool:
    """Whether the text around calls the line a saying, nearer than it names anybody who wrote it."""
    after = follows(line, found)
    if cues.SAYING_AFTER.match(after):
        return True
    if cues.ATTRIBUTED_AFTER.match(after):
        return False
    before = context_before(line, found)
    said = max((match.end() for match in cues.SAYING.finditer(before)), default=-1)
    attributed = max((match.end() for match in cues.ATTRIBUTED.finditer(before)), default=-1)
    return said > max(attributed, before.rfind("》"))


def is_attributed_in_its_sentence(line: Line, found: Found) -> bool:
    """Whether a work, a person or a date stands in the same sentence before, and nothing calls the line a saying."""
    before = context_before(line, found)[-220:]
    sentence = before[max((before.rfind(stop) + 1 for stop in (". ", "! ", "? ")), default=0) :]
    return cues.NAMES_SOMEBODY.search(sentence) is not None and cues.SAYING.search(sentence) is None


def is_quoted(line: Line, found: Found) -> bool:
    """Whether the Chinese itself stands in quotation marks."""
    return line.kind(found.entry.first - 1) is TokenKind.OPEN_QUOTE
