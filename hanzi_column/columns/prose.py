"""Prose: Markdown to plain paragraphs, each of whose characters knows its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hanzi_column.columns.pages.ruby import bracketed, find_ruby
from hanzi_column.domain.column import Position

_MARK = re.compile(r"[ \t]*\{#([A-Za-z0-9\u00c0-\u024f-]{1,40})\}")


class BlockKind(Enum):
    """What a block of the prose is."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """One block without its markup. ``marks`` gives, for an offset in ``text``, the mark that stood right after it.

    ``starts`` and ``places`` map offsets to the file: the character at ``starts[n]`` stands at ``places[n]``, and those
    after it follow on in the same line.
    """

    kind: BlockKind
    text: str
    marks: dict[int, str]
    starts: tuple[int, ...]
    places: tuple[Position, ...]

    def position(self, offset: int) -> Position:
        """Return where the character at ``offset`` of ``text`` stands in the file."""
        at = max(bisect_right(self.starts, offset) - 1, 0)
        place = self.places[at]
        return Position(place.line, place.column + offset - self.starts[at])


_PARSER: Final = MarkdownIt("commonmark", {"html": False})
_PARSER.disable(["code", "html_block", "html_inline"])


def read_prose(prose: str, line_offset: int) -> Iterator[ProseBlock]:
    """Yield the blocks of ``prose`` in order; ``line_offset`` lines of the file come before it.

    Emphasis, links and HTML-like brackets leave their text; lists give a paragraph for each entry.
    """
    lines = prose.split("\n")
    quoted = 0
    heading = ""
    for token in _PARSER.parse(prose):
        if token.type == "blockquote_open":
            quoted += 1
        elif token.type == "blockquote_close":
            quoted -= 1
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline" and token.map is not None:
            kind = BlockKind.PARAGRAPH
            if heading == "h1":
                kind = BlockKind.HEADLINE
            elif quoted:
                kind = BlockKind.SENTENCE
            yield _block(kind, token, lines, line_offset)
        elif token.type == "fence" and token.map is not None:
            yield _plain_block(token, line_offset)


def _plain_block(token: Token, line_offset: int) -> ProseBlock:
    first = (token.map or [0])[0] + 2
    return ProseBlock(BlockKind.PARAGRAPH, token.content.strip("\n"), {}, (0,), (Position(first + line_offset, 1),))


def _block(kind: BlockKind, token: Token, lines: Sequence[str], line_offset: int) -> ProseBlock:
    text, sources = _plain(token)
    first = (token.map or [0])[0]
    content_lines = token.content.split("\n")
    line_starts = [0]
    for line in content_lines[:-1]:
        line_starts.append(line_starts[-1] + len(line) + 1)
    indents = [
        _indent(line, lines[first + at] if first + at < len(lines) else "") for at, line in enumerate(content_lines)
    ]

    def place(offset: int) -> Position:
        at = bisect_right(line_starts, offset) - 1
        return Position(first + at + 1 + line_offset, offset - line_starts[at] + indents[at] + 1)

    text, sources = _without_ruby(text, sources)
    text, sources, marks = _without_marks(text, sources)
    starts = [at for at in range(len(text)) if at == 0 or sources[at] != sources[at - 1] + 1]
    # A line break inside the block begins a new line of the file although the offsets run on.
    starts = sorted({*starts, *(at + 1 for at, char in enumerate(text[:-1]) if char == "\n")})
    if kind is not BlockKind.SENTENCE:
        text = text.replace("\n", " ")
    return ProseBlock(
        kind, text, marks, tuple(starts) or (0,), tuple(place(sources[at]) for at in starts) or (place(0),)
    )


def _indent(content: str, line: str) -> int:
    return max(line.find(content), 0) if content else 0


def _plain(token: Token) -> tuple[str, list[int]]:
    """Return the text of an inline token without markup, and for each character its offset in the token's content."""
    text: list[str] = []
    sources: list[int] = []
    cursor = 0
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            piece = child.content
            found = token.content.find(piece, cursor)
        elif child.type == "text_special":
            piece = child.content
            found = token.content.find(child.markup, cursor)
        elif child.type in ("softbreak", "hardbreak"):
            piece = "\n"
            found = token.content.find("\n", cursor)
        elif child.type == "image":
            piece = child.content
            found = token.content.find(piece, cursor)
        else:
            continue
        if found < 0:
            found = min(cursor, max(len(token.content) - 1, 0))
        text.append(piece)
        sources.extend(range(found, found + len(piece)))
        cursor = found + max(len(piece), len(child.markup) if child.type == "text_special" else 0)
    return "".join(text), sources


def _without_ruby(text: str, sources: list[int]) -> tuple[str, list[int]]:
    """Put ruby into brackets; each hanzi keeps its own place, what stood above it has that of the element's end."""
    kept: list[str] = []
    offsets: list[int] = []
    last = 0
    for start, end, below, above in find_ruby(text):
        kept += [text[last:start], bracketed(below, above)]
        offsets += sources[last:start]
        at = start
        for char in below:
            at = max(text.find(char, at, end), at)
            offsets.append(sources[at])
            at += 1
        offsets += [sources[end - 1]] * (len(bracketed(below, above)) - len(below))
        last = end
    return "".join([*kept, text[last:]]), offsets + sources[last:]


def _without_marks(text: str, sources: list[int]) -> tuple[str, list[int], dict[int, str]]:
    kept: list[str] = []
    offsets: list[int] = []
    marks: dict[int, str] = {}
    last = length = 0
    for match in _MARK.finditer(text):
        kept.append(text[last : match.start()])
        offsets.extend(sources[last : match.start()])
        length += match.start() - last
        marks[length] = match[1]
        last = match.end()
    kept.append(text[last:])
    offsets.extend(sources[last:])
    return "".join(kept), offsets, marks
