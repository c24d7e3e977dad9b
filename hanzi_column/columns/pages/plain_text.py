"""Plain text and Markdown to blocks: lines, the addresses printed beside them, quoted and wrapped lines put right."""

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from hanzi_column.columns.pages.blocks import Block, BlockKind, Link, Page, clean, kind_of, web_address
from hanzi_column.columns.pages.forwarded import unquoted, without_forward
from hanzi_column.columns.pages.head import read_head
from hanzi_column.columns.pages.ruby import without_ruby
from hanzi_column.columns.pages.wording import has_stop, is_titled, without_call

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_IMAGE = re.compile(
    r"!\[([^\[\]\n]{0,300})\]\([^\s()\[\]]{0,2000}\)|\[(?:image|cid|图片): ?([^\[\]\n]{0,300})\]", re.IGNORECASE
)
_LINKED = re.compile(
    r"\[([^\[\]\n]{1,300})\]\(((?:https?://|/|#|\./|\.\./|mailto:)[^\s()\[\]]{0,2000})(?:\s\"[^\"\n]{0,200}\")?\)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,20}\](?!:)")
_BRACKETED = re.compile(r"[<(\[]\s{0,3}(https?://[^\s<>()\[\]]{1,2000})\s{0,3}[>)\]]", re.IGNORECASE)
_TRAILING = re.compile(r"(?:^|(?<=\s))(https?://[^\s<>()\[\]\"]{1,2000})$", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|`|(?<!\w)__?)(?=\S)([^*_`\n]{1,300})(?<=\S)\1(?!(?<=_)\w)")

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")

_NARROWEST: Final = 50
_WIDEST: Final = 100
"""Characters in the longest line of a text that a mail program has wrapped."""


def plain_page(text: str) -> Page:
    """Return the lines of ``text`` as blocks, the addresses printed beside words as links.

    A message that was passed on stands there without its ``> `` and its headers.
    """
    head = read_head(text)
    blocks: list[Block] = []
    for line in _unwrapped(unquoted(text[head.end :].splitlines())):
        block = _block(without_ruby(line))
        if block is None:
            continue
        if block.text:
            blocks.append(block)
        elif blocks:
            blocks[-1] = replace(blocks[-1], links=blocks[-1].links + block.links)
    page = without_forward(_placed(blocks, text, head.end))
    return replace(page, source=text, headline=head.headline, deck=head.deck, date=page.date or head.date)


def _placed(blocks: Sequence[Block], text: str, at: int) -> list[Block]:
    """Say of each block where its hanzi begin in ``text`` from ``at`` on: the blocks stand in its order."""
    placed: list[Block] = []
    for block in blocks:
        start = at
        for number, run in enumerate(_HANZI.findall(block.text)):
            found = text.find(run, at, at + _NEAR)
            if found >= 0:
                start = found if number == 0 else start
                at = found + len(run)
        placed.append(replace(block, start=start))
    return placed


_NEAR: Final = 20_000
"""Characters in which the next hanzi of a block are looked for."""

_HANZI = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")


def _block(line: str) -> Block | None:
    """Return one line as a block; its text is empty where the line is an address and nothing else."""
    image = _IMAGE.fullmatch(line.strip())
    if image is not None:
        alt = clean(image[1] or image[2] or "")
        return Block(alt, BlockKind.IMAGE) if alt else None
    heading = _HEADING.match(line)
    line = _IMAGE.sub(" ", line[heading.end() :].rstrip("# ") if heading else line)
    links: list[Link] = []

    def keep_words(found: re.Match[str]) -> str:
        if web_address(found[2]):
            links.append(Link(clean(_EMPHASIS.sub(r"\2", found[1])), found[2]))
        return found[1]

    def keep_nothing(found: re.Match[str]) -> str:
        if web_address(found[1]):
            links.append(Link("", found[1]))
        return " "

    line = _LINKED.sub(keep_words, _FOOTNOTE.sub("", line))
    line = _TRAILING.sub(keep_nothing, _BRACKETED.sub(keep_nothing, line).strip())
    text = clean(_ENTITY.sub(lambda found: html.unescape(found[0]), _EMPHASIS.sub(r"\2", line)))
    if not text and not links:
        return None
    return Block(text, kind_of(text), len(heading[1]) if heading else None, links=tuple(links))


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Join again what a mail program broke at its right margin; text that it did not break is left as it is."""
    measured = [line.rstrip() for line in lines if "://" not in line]
    width = max((len(line) for line in measured), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _looks_wrapped(lines):
        return list(lines)
    widths = [(measure, max(measure(line) for line in measured)) for measure in _MEASURES]
    joined: list[list[str]] = []
    for line in lines:
        if joined and _broken(joined[-1][-1], line, widths):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_put_together(parts) for parts in joined]


def _put_together(parts: Sequence[str]) -> str:
    whole = parts[0].rstrip()
    for part in parts[1:]:
        # A hyphen or dash at the margin stood inside a word: “micro-” and “dramas”.
        whole += part.strip() if re.search(r"\w[-–—]$", whole[-3:]) else f" {part.strip()}"
    return whole


def _looks_wrapped(lines: Sequence[str]) -> bool:
    broken = sum(
        len(line) >= _NARROWEST and following[:1].islower() and not has_stop(line[-20:])
        for line, following in pairwise(lines)
    )
    return broken >= 2


def _columns(text: str) -> int:
    """Return the columns of a terminal that ``text`` takes: two for hanzi and for full-width marks."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


_MEASURES: Final[tuple[Callable[[str], int], ...]] = (len, _columns, _bytes)
"""What programs that break lines count: characters, columns, or bytes."""


def _broken(line: str, following: str, widths: Sequence[tuple[Callable[[str], int], int]]) -> bool:
    """Whether ``following`` goes on with ``line``: its first word had no room left at the end of it."""
    words = following.split(maxsplit=1)
    if not line.strip() or not words or following.lstrip().startswith(("#", "http", "<http", "- ", "* ")):
        return False
    room = all(measure(line.rstrip()) + 1 + measure(words[0]) <= width for measure, width in widths)
    if room or without_call(Block(clean(line)))[1]:
        return False
    # A headline that fills its line is not the beginning of the paragraph under it.
    return not is_titled(line) or is_titled(following) or following.lstrip()[:1].islower()
