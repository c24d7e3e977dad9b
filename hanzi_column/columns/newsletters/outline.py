"""The outline of a newsletter: title, deck, editorial, and the entries with their sections, headlines and blurbs.

What counts is the structure (short lines over longer ones, calls to read on, links, looks), and of the wording only
what stands in every issue: the section of the language column and the advert for the magazine.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from hanzi_column.columns.newsletters.structure import LONGEST_HEADLINE, Structure, calls, without_furniture
from hanzi_column.columns.newsletters.top import read_top
from hanzi_column.columns.pages import wording
from hanzi_column.columns.pages.blocks import Block, BlockKind, Page
from hanzi_column.domain.issue import Item

_LONGEST_BLURB: Final = 2_000
_MOST_PARAGRAPHS: Final = 4
"""Paragraphs looked ahead for the call that ends a blurb."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What was recognised. ``title`` is None where there is none; ``editorial`` is all prose outside of blurbs.

    ``called`` counts the entries that call to read on, ``linked`` those whose headline leads to an address.
    """

    title: str | None
    deck: str | None
    editorial: tuple[str, ...]
    items: tuple[Item, ...]
    magazine_issue: Item | None
    called: int
    linked: int


def read_outline(page: Page) -> Outline:
    """Read the blocks of ``page``. Never raises; where there is no newsletter little is recognised."""
    structure = Structure(without_furniture(page.blocks))
    top = read_top(structure, page.subject)
    entries = _Entries(structure)
    for block in structure.blocks[top.editorial : top.stories]:
        entries.leave(block)
    entries.read(top.stories)
    return Outline(
        title=top.title,
        deck=top.deck,
        editorial=tuple(entries.left),
        items=tuple(entry.item() for entry in entries.found),
        magazine_issue=entries.advert.item() if entries.advert is not None else None,
        called=sum(entry.called for entry in entries.found),
        linked=sum(entry.linked for entry in entries.found),
    )


@dataclass(slots=True)
class _Entry:
    """One entry while it is read.

    ``called`` is whether it calls to read on, ``linked`` whether its headline is a link, ``closed`` whether its blurb
    has ended.
    """

    headline: str
    section: str | None
    url: str | None = None
    blurb: list[str] = field(default_factory=list)
    called: bool = False
    linked: bool = False
    closed: bool = False

    def item(self) -> Item:
        return Item(self.headline, self.section, " ".join(self.blurb) or None, self.url)

    def sells(self) -> bool:
        """Whether it speaks of the magazine."""
        text = f"{self.headline} {' '.join(self.blurb)}".lower()
        return "issue" in text or "magazine" in text


class _Entries:
    """Reads the entries block by block; ``left`` is the prose that belongs to none."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.blocks = structure.blocks
        self.found: list[_Entry] = []
        self.left: list[str] = []
        self.advert: _Entry | None = None
        self.in_advert = False
        self.section: str | None = None

    def leave(self, block: Block) -> None:
        """Take ``block`` as editorial: nothing is read from it but its Chinese."""
        if block.kind is BlockKind.TEXT:
            self.left.append(block.text)

    def read(self, start: int) -> None:
        """Read all blocks from ``start`` on."""
        opened = False  # a section has just been named: its first headline comes next
        for at in range(start, len(self.blocks)):
            block = self.blocks[at]
            if block.kind is not BlockKind.TEXT:
                self._take_divider()
            elif wording.is_advert(block.text):
                opened = self._open_advert(at)
            elif wording.is_call(block.text):
                self._take_call(block)
            elif not opened and self.structure.is_section(at):
                self.section, self.in_advert = wording.stripped(block.text), False
                opened = True
            elif opened or self._is_headline(at):
                opened = not self._take_headline(block)
            else:
                self._take_prose(at)

    def _current(self) -> _Entry | None:
        if self.in_advert:
            return self.advert
        return self.found[-1] if self.found else None

    def _take_divider(self) -> None:
        entry = self._current()
        if entry is not None and entry.blurb:
            entry.closed = True

    def _open_advert(self, at: int) -> bool:
        """Begin the advert; return whether its headline is still to come.

        As a button under its headline it turns the entry above it into the advert.
        """
        following = self.structure.next_text(at + 1)
        headline = self.blocks[following].text if following is not None else ""
        if 0 < len(headline) <= LONGEST_HEADLINE and not wording.is_known_section(headline):
            self.in_advert, self.section = self.advert is None, None
            return self.in_advert
        if self.advert is None and self.found and self.found[-1].sells() and not self.found[-1].called:
            last = self.found.pop()
            self.advert = replace(last, section=None, url=last.url or self.blocks[at].url)
        return False

    def _take_call(self, block: Block) -> None:
        entry = self._current()
        if entry is not None and not entry.called:
            entry.url = entry.url or block.url
            entry.called = entry.closed = True

    def _is_headline(self, at: int) -> bool:
        if not self.structure.is_heading(at):
            return False
        block, entry = self.blocks[at], self._current()
        if entry is None or entry.blurb or entry.called or entry.closed or block.level is not None:
            return True
        # Under a headline in title case, a line that is not is its blurb, though it lacks a full stop.
        return wording.is_titled(block.text) or not wording.is_titled(entry.headline)

    def _take_headline(self, block: Block) -> bool:
        """Begin an entry; return False where the block is too long to head one."""
        text, called = wording.without_call(block)
        if not text or len(text) > LONGEST_HEADLINE:
            self.leave(block)
            return False
        url = block.url or (block.links[0].url if block.links else None)
        entry = _Entry(text, self.section, url, called=called, linked=url is not None)
        if not self.in_advert:
            self.found.append(entry)
        elif self.advert is None:
            self.advert = entry
        return True

    def _take_prose(self, at: int) -> None:
        block, entry = self.blocks[at], self._current()
        if entry is None or entry.closed or len(block.text) > _LONGEST_BLURB:
            self.leave(block)
            return
        if entry.blurb and not self._goes_on(at):
            entry.closed = True
            self.leave(block)
            return
        text, called = wording.without_call(block)
        if text:
            entry.blurb.append(text)
        entry.url = entry.url or _call_url(block)
        if called:
            entry.called = entry.closed = True

    def _goes_on(self, at: int) -> bool:
        """Whether a second paragraph still belongs to the blurb: it ends in the call, or another entry follows."""
        for later in range(at, min(at + _MOST_PARAGRAPHS, len(self.blocks))):
            if calls(self.blocks[later]):
                return True
            if not self.structure.is_prose(later):
                return self.blocks[later].kind is BlockKind.TEXT
        return False


def _call_url(block: Block) -> str | None:
    """Return the address of the call in a blurb, or the one that the whole blurb leads to."""
    called = next((link.url for link in block.links if not link.text or wording.is_call(link.text)), None)
    return called or block.url
