"""Lines that are quoted and example sentences, told from the idioms and sayings that are taught as words."""

import re
from typing import Final

from hanzi_column.columns.house_style import cues
from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.gloss_before import quotation_before
from hanzi_column.columns.house_style.line import CHINESE_STOPS, SENTENCE_STOPS, Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind
from hanzi_column.domain.text import hanzi_only

_INSIDE: Final = frozenset({Form.WORDS_INSIDE, Form.CHINESE_INSIDE})

_CONTEXT: Final = 420
"""Characters looked back for who is quoted: the sentence and the one or two before it."""

_CLOSE: Final = 110
_AHEAD: Final = 90
_LONG: Final = 5
"""Hanzi from which on Chinese without a comma may be a line that is quoted, or an example sentence."""

_SHORTEST_SENTENCE: Final = 2
_OPENING: Final = 12
"""Characters before a quotation that begins its paragraph."""

_FEWEST_ENGLISH: Final = 4
"""Words of an English quotation; what is shorter is a gloss."""


def has_clauses(hanzi: str) -> bool:
    """Whether a mark of a sentence stands between the hanzi."""
    inner = hanzi.strip("".join(CHINESE_STOPS) + ",.;?! ")
    return any(char in CHINESE_STOPS or char in ",;!?.—" for char in inner)


def _context(line: Line, found: Found) -> str:
    """Return the text before a quotation and its English: the sentence that introduces it, and the one before that."""
    start = line.tokens[_begins(line, found)].start
    before = line.text[max(start - _CONTEXT, 0) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return before[ends[-2] :] if len(ends) >= 2 else before


def _begins(line: Line, found: Found) -> int:
    """Return the token with which the quotation begins: its English where that stands before the Chinese."""
    if found.bracket is None or found.form not in _INSIDE:
        return found.entry.first
    last = line.over_spaces(found.bracket.opened - 1, -1)
    if line.kind(last) in (TokenKind.COMMA, TokenKind.STOP):
        last = line.over_spaces(last - 1, -1)
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


def is_attributed(line: Line, found: Found) -> bool:
    """Whether the text before says who wrote the line or where it stands, and does not call it a saying."""
    before = _context(line, found)
    said = max((match.end() for match in cues.SAYING.finditer(before)), default=-1)
    attributed = max((match.end() for match in cues.ATTRIBUTED.finditer(before)), default=-1)
    titles = max((before.rfind(mark) for mark in "》〉"), default=-1)
    follows = line.text[line.tokens[found.after - 1].end :][:_AHEAD]
    if cues.SAYING_AFTER.match(follows):
        return False
    if cues.ATTRIBUTED_AFTER.match(follows):
        return True
    if said > attributed:
        return False
    return max(attributed, titles) > said


def english_quotation(line: Line, found: Found) -> str | None:
    """Return the English that a bracket stands in or behind, where it is in quotation marks."""
    if found.bracket is None or found.form not in _INSIDE:
        return None
    before = quotation_before(line, line.over_spaces(found.bracket.opened - 1, -1))
    if before is not None:
        return before
    return _around(line, found)


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


def _around(line: Line, found: Found) -> str | None:
    """Return the English of ``“English (中文 pīnyīn)”``."""
    if found.bracket is None or found.form not in _INSIDE:
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


def is_quotation(line: Line, found: Found) -> bool:
    """Whether Chinese is a line from a text, and not an idiom or a saying that is taught as a word."""
    entry = found.entry
    count = len(hanzi_only(entry.hanzi))
    clauses = has_clauses(entry.hanzi)
    if entry.slip is not None and not clauses:
        return False
    around = _around(line, found)
    if around is not None and not clauses:
        words = around.split()
        titled = sum(word[0].isupper() for word in words) > len(words) / 2 and len(words) > 1
        start = line.tokens[_begins(line, found)].start
        said = cues.INTRODUCES.search(line.text[max(start - _CLOSE, 0) : start]) is not None and around[:1].isupper()
        long = len(words) >= _FEWEST_ENGLISH or count >= _LONG or said
        return not titled and long and not _is_saying(line, found)
    if clauses:
        if not entry.pinyin and found.form is not Form.GLOSSED_BEFORE:
            return not _is_saying(line, found) or around is not None
        if around is not None:
            return not _is_saying(line, found)
        if cues.CLASSICAL.search(entry.hanzi) and not _is_saying(line, found):
            return True
        if found.form in (Form.WORD_BEFORE, Form.GLOSSED_BEFORE):
            capital = not entry.pinyin or entry.pinyin[0].capital
            if entry.gloss is None or (_is_quoted(line, found) and capital):
                return not _is_saying(line, found)
            if _is_quoted(line, found) and _is_strongly_attributed(line, found):
                return True
            start = line.tokens[entry.first].start
            return cues.INTRODUCES.search(line.text[max(start - _CLOSE, 0) : start]) is not None
        # What opens a paragraph in quotation marks is explained after it.
        opens = english_quotation(line, found) is not None and len(_context(line, found).strip()) < _OPENING
        return opens or is_attributed(line, found)
    if found.form is Form.CHINESE_INSIDE and count > _LONG + 1:
        return is_attributed(line, found)
    if found.form in _INSIDE and count >= 4:
        english = english_quotation(line, found)
        if english is None or len(english.split()) < _FEWEST_ENGLISH:
            return False
        if cues.CLASSICAL.search(entry.hanzi[-1]) and not _is_saying(line, found):
            return True
        follows = line.text[line.tokens[found.after - 1].end :][:_AHEAD]
        if count < _LONG:
            said = cues.ATTRIBUTED_AFTER.match(follows) is not None and english[:1].isupper()
            return said or _is_strongly_attributed(line, found)
        return cues.ATTRIBUTED_AFTER.match(follows) is not None or _is_strongly_attributed(line, found)
    if found.form is Form.WORD_BEFORE and _is_quoted(line, found) and count > 1 and entry.pinyin:
        start = line.tokens[entry.first].start
        if cues.DEFINES.search(line.text[max(start - _CLOSE, 0) : start]):
            return True
    if found.form is Form.WORD_BEFORE and count >= _LONG and entry.pinyin:
        if entry.pinyin[0].capital and _is_quoted(line, found):
            return is_attributed(line, found)
        return count > _LONG and entry.gloss is not None and _is_strongly_attributed(line, found)
    return False


def is_couplet(hanzi: str) -> bool:
    """Whether the halves of a line are as long as those of regular verse: five hanzi or seven each."""
    halves = [len(hanzi_only(half)) for half in re.split(r"[，。；！？]", hanzi) if half.strip()]
    return len(halves) >= 2 and set(halves) in ({5}, {7})


def is_bare_quotation(line: Line, found: Found) -> bool:
    """Whether Chinese without a bracket is a line that is quoted: “數，計也.”, and not the talk of a passer-by."""
    hanzi = found.entry.hanzi
    count = len(hanzi_only(hanzi))
    if not has_clauses(hanzi):
        return count >= _VERSE and _is_quoted(line, found) and is_attributed(line, found)
    if "," in hanzi:
        return False
    follows = line.text[line.tokens[found.after - 1].end :][:_AHEAD]
    translated = line.kind(line.over_spaces(found.entry.first - 1, -1)) is TokenKind.CLOSE_QUOTE
    if cues.CLASSICAL.search(hanzi) or cues.ATTRIBUTED_AFTER.match(follows) or translated or is_couplet(hanzi):
        return True
    return count >= _POEM and is_attributed(line, found)


_VERSE: Final = 7
"""Hanzi of a line of verse in quotation marks."""

_POEM: Final = 8
"""Hanzi of the shortest couplet."""


def _is_saying(line: Line, found: Found) -> bool:
    follows = line.text[line.tokens[found.after - 1].end :][:_AHEAD]
    if cues.SAYING_AFTER.match(follows):
        return True
    if cues.ATTRIBUTED_AFTER.match(follows):
        return False
    before = _context(line, found)
    said = max((match.end() for match in cues.SAYING.finditer(before)), default=-1)
    attributed = max((match.end() for match in cues.ATTRIBUTED.finditer(before)), default=-1)
    return said > max(attributed, before.rfind("》"))


def _is_strongly_attributed(line: Line, found: Found) -> bool:
    """Whether a work, a person or a date stands in the same sentence before, and nothing calls the line a saying."""
    before = _context(line, found)[-220:]
    sentence = before[max((before.rfind(stop) + 1 for stop in (". ", "! ", "? ")), default=0) :]
    return cues.NAMES_SOMEBODY.search(sentence) is not None and cues.SAYING.search(sentence) is None


def is_sentence(line: Line, found: Found) -> bool:
    """Whether Chinese is an example sentence: a whole sentence with its pinyin and its English."""
    entry = found.entry
    count = len(hanzi_only(entry.hanzi))
    if count < _SHORTEST_SENTENCE or not entry.pinyin or (has_clauses(entry.hanzi) and _is_saying(line, found)):
        return False
    stopped = _ends_sentence(line, found)
    if count < _LONG and not stopped:  # as most words
        return False
    capital = entry.pinyin[0].capital and not all(syllable.capital for syllable in entry.pinyin)
    before = line.text[max(line.tokens[entry.first].start - _CLOSE, 0) : line.tokens[entry.first].start]
    if found.form is Form.BESIDE_PINYIN:
        return stopped or (capital and count >= _LONG)
    if found.form in _INSIDE:
        return stopped and not is_attributed(line, found) and cues.SAYING.search(before) is None and capital
    gloss_capital = entry.gloss is not None and entry.gloss[0].isupper() and len(entry.gloss.split()) >= 3
    if has_clauses(entry.hanzi) and _is_quoted(line, found) and not cues.EXAMPLE.search(before):
        return False
    if _is_quoted(line, found) and is_attributed(line, found) and not cues.EXAMPLE.search(before):
        return False
    if count >= _LONG and capital and (gloss_capital or cues.EXAMPLE.search(before) is not None):
        return not (has_clauses(entry.hanzi) and is_attributed(line, found))
    return stopped and capital and not is_attributed(line, found)


def _is_quoted(line: Line, found: Found) -> bool:
    return line.kind(found.entry.first - 1) is TokenKind.OPEN_QUOTE


def _ends_sentence(line: Line, found: Found) -> bool:
    after = found.entry.last + 1
    return line.kind(after) is TokenKind.STOP and line.tokens[after].text in SENTENCE_STOPS
