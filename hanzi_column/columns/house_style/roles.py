"""What Chinese is there for: decided from the words around it, after the forms have found it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hanzi_column.columns.house_style import cues
from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.mention import Form, Kind
from hanzi_column.columns.house_style.names import is_name
from hanzi_column.columns.house_style.quotations import is_quotation, is_sentence
from hanzi_column.domain.text import hanzi_only

_INSIDE: Final = frozenset({Form.WORDS_INSIDE, Form.CHINESE_INSIDE})

_CLOSE: Final = 110
"""Characters looked back for what introduces a part of the character."""

_SHORT: Final = 40
_SENTENCE: Final = 200
"""Characters looked back for the beginning of the sentence."""

_AHEAD: Final = 90
"""Characters looked ahead."""

_BOUND: Final = frozenset("氵艹扌忄宀彳亻讠钅阝刂饣纟犭疒灬辶冫廴匚卩厂冖勹攵礻衤罒丬彡⺮⺼⻊糹訁釒飠廾夂")
"""Parts that never stand as words of their own."""


@dataclass(slots=True)
class Context:
    """What is known of a column while its prose is read: its headword in all its forms, and the parts found so far."""

    headwords: frozenset[str]
    parts: set[str] = field(default_factory=set)


def kind_of(line: Line, found: Found, context: Context, earlier: Sequence[tuple[int, int]]) -> Kind:
    """Return what ``found`` is. ``earlier`` are the offsets (start, end) of the parts found before it in the line."""
    entry = found.entry
    hanzi = hanzi_only(entry.hanzi)
    if found.title:
        return Kind.TITLE
    if hanzi in context.headwords:
        return Kind.HEADWORD
    if is_sentence(line, found):
        return Kind.SENTENCE
    if is_quotation(line, found):
        return Kind.QUOTATION
    if len(hanzi) == 1 and (_is_in_headword(hanzi, context) or is_part(line, found, context, earlier)):
        return Kind.COMPONENT
    if is_name(line, found, context.headwords):
        return Kind.NAME
    return Kind.WORD


def _is_in_headword(hanzi: str, context: Context) -> bool:
    """Whether a character is one of those that a headword of several is made of."""
    return any(len(headword) > 1 and hanzi in headword for headword in context.headwords)


def is_part(line: Line, found: Found, context: Context, earlier: Sequence[tuple[int, int]]) -> bool:
    """Whether one hanzi with its bracket is a part of the headword’s present, old or traditional form."""
    entry = found.entry
    if entry.hanzi in context.parts:
        return True
    start = line.tokens[entry.first].start
    end = line.tokens[found.after - 1].end
    if found.bracket is not None and found.form in _INSIDE:
        start = min(start, line.tokens[found.bracket.opened].end)
    return speaks_of_part(line, entry.hanzi, start, end, earlier, bare=False)


def speaks_of_part(
    line: Line, hanzi: str, start: int, end: int, earlier: Sequence[tuple[int, int]], *, bare: bool
) -> bool:
    """Whether the words around offsets ``start`` to ``end`` make one hanzi a part; ``bare`` asks for a plain cue."""
    near = line.text[max(start - _CLOSE, 0) : start]
    near = near[_sentence_start(near) :]
    after = line.text[end : end + _AHEAD]
    since = line.text[earlier[-1][1] : start] if earlier and 0 < start - earlier[-1][1] < _CLOSE else None
    if cues.PART_BECOMES.search(near) or (since is not None and len(since) < _SHORT and cues.ON_TOP_OF.match(since)):
        return True
    if cues.NO_PART.search(near) or (bare and (cues.BECOMES.search(near) or cues.MAKES_ANOTHER.match(after))):
        return False
    if cues.PART_BEFORE.search(near) or cues.PART_WITH_ENGLISH.search(near) or cues.PART_AFTER.match(after):
        return True
    if since is not None and _is_one_breath(since) and cues.JOINED.search(since):
        return True
    if hanzi in _BOUND and (not bare or cues.SPEAKS_OF_FORM.search(_sentence(line, start) + after)):
        return True
    return not bare and (cues.FOR_SOUND.search(near) is not None or _is_listed_part(_sentence(line, start), after))


def _is_one_breath(between: str) -> bool:
    """Whether no sentence ends in ``between``, none turns aside, and no other Chinese stands there."""
    turns = (". ", "; ", "! ", ".” ", " which ", " also ")
    return not hanzi_only(between) and not any(turn in between for turn in turns)


def _is_listed_part(sentence: str, after: str) -> bool:
    """Whether the sentence before says what a character consists of, outright or where it speaks of form."""
    if cues.PART_MARKS.search(sentence):
        return True
    if cues.WEAK_PART_MARKS.search(sentence) is None:
        return False
    return cues.SPEAKS_OF_FORM.search(sentence) is not None or cues.SPEAKS_OF_FORM.search(_rest(after)) is not None


def _sentence(line: Line, start: int) -> str:
    before = line.text[max(start - _SENTENCE, 0) : start]
    return before[_sentence_start(before) :]


def is_joined_to_part(text: str, start: int, end: int, following: int) -> bool:
    """Whether one hanzi, from ``start`` to ``end``, is named in one breath with the part at ``following``."""
    between = text[end:following]
    if following - end > _CLOSE or not _is_one_breath(between):
        return False
    near = text[max(start - _CLOSE, 0) : start]
    if cues.NO_PART.search(near[_sentence_start(near) :]):
        return False
    return cues.JOINED_AFTER.match(between) is not None


def _rest(after: str) -> str:
    """Return what is left of the sentence."""
    ends = [at for stop in (". ", "! ", "? ") if (at := after.find(stop)) >= 0]
    return after[: min(ends, default=len(after))]


def _sentence_start(text: str) -> int:
    return max((text.rfind(stop) + len(stop) for stop in (". ", "! ", "? ", ".” ") if stop in text), default=0)
