"""The outline of a newsletter: which block is the title, the deck, a section, a headline, a blurb.

What counts is the structure (short lines over longer ones, calls to read on, links, looks), and of the wording only what
stands in every issue: the section of the language column and the advert for the magazine.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hanzi_column.columns import wording
from hanzi_column.columns.blocks import Block, BlockKind, Page
from hanzi_column.domain.issue import Item
from hanzi_column.domain.text import hanzi_only

_LONGEST_TITLE: Final = 250
_LONGEST_HEADING: Final = 160
_LONGEST_DECK: Final = 350
_LONGEST_STOPPED_DECK: Final = 220
_LONGEST_SECTION: Final = 45
_MOST_SECTION_WORDS: Final = 6
_LONGEST_BLURB: Final = 2_000
_TITLE_WITHIN: Final = 15
"""Blocks from the top among which the title stands."""


@dataclass(slots=True)
class _Entry:
    """One entry while it is read. ``called`` is whether it calls to read on."""

    headline: str
    section: str | None
    url: str | None = None
    blurb: list[str] = field(default_factory=list)
    called: bool = False
    closed: bool = False

    def item(self) -> Item:
        return Item(self.headline, self.section, " ".join(self.blurb) or None, self.url)


@dataclass(frozen=True, slots=True)
class Outline:
    """What was recognised. ``title`` is None where there is none.

    ``called`` counts the entries that call to read on or whose headline is linked; ``used`` and ``unused`` count the
    characters of prose that stand in blurbs and outside them.
    """

    title: str | None
    deck: str | None
    editorial: tuple[str, ...]
    items: tuple[Item, ...]
    magazine_issue: Item | None
    called: int
    used: int
    unused: int


def read_outline(page: Page) -> Outline:
    """Read the blocks of ``page``. Never raises; where there is no newsletter little is recognised."""
    blocks = _without_furniture(page.blocks)
    return _Reader(blocks, page.subject).read()


def _without_furniture(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the foot, the way to the browser, social networks; give images that head a section as text."""
    kept: list[Block] = []
    for block in _above_foot(blocks):
        if block.kind is BlockKind.IMAGE:
            if wording.is_column_section(block.text) or wording.is_advert(block.text):
                kept.append(replace(block, kind=BlockKind.TEXT))
        elif block.kind is BlockKind.DIVIDER or not (wording.is_noise(block.text) or wording.is_footer(block.text)):
            kept.append(block)
    # A heading drawn as an image is often written under it too.
    return [
        block
        for at, block in enumerate(kept)
        if not (at and _heads(block) and wording.normal(block.text) == wording.normal(kept[at - 1].text))
    ]


def _heads(block: Block) -> bool:
    return wording.is_column_section(block.text) or wording.is_advert(block.text)


def _above_foot(blocks: Sequence[Block]) -> Sequence[Block]:
    """Cut at the small print after which nothing but small print comes."""
    last = len(blocks)
    for at in range(len(blocks) - 1, -1, -1):
        text = blocks[at].text
        if _heads(blocks[at]) or wording.is_call(text) or wording.without_call(blocks[at])[1]:
            break
        if wording.is_footer(text):
            last = at
    return blocks[:last] if last > 0 else blocks


class _Reader:
    """Reads one newsletter from its first block to its last."""

    def __init__(self, blocks: Sequence[Block], subject: str | None) -> None:
        self.blocks = blocks
        self.subject = subject
        self.body_look = self._body_look()
        self.section_look = self._section_look()
        self.entries: list[_Entry] = []
        self.editorial: list[str] = []
        self.advert: _Entry | None = None
        self.section: str | None = None
        self.in_advert = False
        self.unused = 0

    def read(self) -> Outline:
        title, at = self._title()
        deck, at = self._deck(at)
        start = self._stories_start(at)
        for block in self.blocks[at:start]:
            self._leave(block.text)
        self._entries(start)
        items = [entry.item() for entry in self.entries]
        return Outline(
            title=title,
            deck=deck,
            editorial=tuple(self.editorial),
            items=tuple(items),
            magazine_issue=self.advert.item() if self.advert is not None else None,
            called=sum(entry.called for entry in self.entries),
            used=sum(len(item.blurb or "") for item in items),
            unused=self.unused,
        )

    # --- looks ------------------------------------------------------------------------------------------------------

    def _body_look(self) -> str | None:
        """The look in which most of the text is set; None where all looks alike."""
        sizes = Counter[str]()
        for block in self.blocks:
            sizes[block.look] += len(block.text)
        return sizes.most_common(1)[0][0] if len(sizes) > 1 else None

    def _section_look(self) -> str | None:
        """How the known sections look, where no headline looks the same: then whatever looks so is a section."""
        heads = [at for at, block in enumerate(self.blocks) if wording.is_column_section(block.text)]
        for at in heads:
            block, following = self.blocks[at], self._next_text(at + 1)
            if block.look and block.look != self.body_look and following is not None and following.look != block.look:
                return block.look
        return None

    # --- the top ----------------------------------------------------------------------------------------------------

    def _title(self) -> tuple[str | None, int]:
        """Return the title and the index after it."""
        top = [(at, block) for at, block in enumerate(self.blocks[:_TITLE_WITHIN]) if block.kind is BlockKind.TEXT]
        for at, block in top:
            if self.subject and wording.normal(block.text) == wording.normal(self.subject):
                return block.text, at + 1
        candidates = [(at, block) for at, block in top if not wording.is_masthead(block.text)]
        for at, block in candidates:
            if block.level == 1 and len(block.text) <= _LONGEST_TITLE and not self._is_section(at):
                return block.text, at + 1
        if candidates:
            at, block = candidates[0]
            fits = len(block.text) <= _LONGEST_TITLE and wording.is_one_sentence(block.text)
            if fits and not wording.is_greeting(block.text) and not self._heads_entry(at):
                return block.text, at + 1
            # What stands over the first story is not its title, but the mail may have one.
            return self.subject, at
        return self.subject, 0

    def _heads_entry(self, at: int) -> bool:
        """Whether the block is a section or the headline over a blurb that calls to read on."""
        following = self._next_text(at + 1)
        if _heads(self.blocks[at]) or self.blocks[at].text.rstrip().endswith(","):
            return True
        return self.subject is not None and following is not None and wording.without_call(following)[1]

    def _deck(self, at: int) -> tuple[str | None, int]:
        """Return the line under the title, where there is one, and the index after it."""
        while at < len(self.blocks) and (
            (self.blocks[at].kind is BlockKind.DIVIDER and not _is_emoji(self.blocks[at])) or self._is_masthead(at)
        ):
            at += 1
        if at >= len(self.blocks) or not self._is_deck(at):
            return None, at
        return self.blocks[at].text, at + 1

    def _is_masthead(self, at: int) -> bool:
        return self.blocks[at].kind is BlockKind.TEXT and wording.is_masthead(self.blocks[at].text)

    def _is_deck(self, at: int) -> bool:
        block = self.blocks[at]
        text = block.text
        if block.kind is not BlockKind.TEXT or wording.is_greeting(text) or self._is_section(at) or _calls(block):
            return False
        if text.endswith((",", ":")) or not wording.is_one_sentence(text):
            # Several sentences make a deck only where they are set unlike the letter that follows.
            return self._is_set_apart(block) and len(text) <= _LONGEST_DECK and not text.endswith((",", ":"))
        if wording.is_titled(text) and len(text) <= _LONGEST_HEADING and not wording.has_stop(text):
            return False
        return len(text) <= (_LONGEST_STOPPED_DECK if wording.has_stop(text) else _LONGEST_DECK)

    def _is_set_apart(self, block: Block) -> bool:
        return block.level is not None or (self.body_look is not None and block.look != self.body_look)

    def _stories_start(self, at: int) -> int:
        """Return the index after the editorial: after its closing line of emoji, else at the first headline."""
        first_sign = next(
            (n for n in range(at, len(self.blocks)) if self._is_section(n) or _calls(self.blocks[n])), len(self.blocks)
        )
        emoji = [n for n in range(at, first_sign) if _is_emoji(self.blocks[n])]
        if emoji and any(self._is_prose(n) for n in range(at, emoji[-1])):
            return emoji[-1] + 1
        while at < first_sign and not self._is_heading(at):
            at += 1
        if at < first_sign and self._is_signature(at):
            at += 1
        return at

    def _is_signature(self, at: int) -> bool:
        """Whether the short line after the editorial names its writer: it heads nothing."""
        following = self._next_text(at + 1)
        short = len(self.blocks[at].text.split()) <= 3 and self.blocks[at].url is None
        after_prose = at > 0 and self._is_prose(at - 1)
        return (
            short and after_prose and following is not None and self._is_heading(self.blocks.index(following, at + 1))
        )

    def _leave(self, text: str) -> None:
        """Take ``text`` as editorial: nothing is read from it but its Chinese."""
        self.editorial.append(text)
        self.unused += len(text)

    # --- entries ----------------------------------------------------------------------------------------------------

    def _entries(self, start: int) -> None:
        opened = False  # a section has just been named: its first headline comes next
        for at in range(start, len(self.blocks)):
            block = self.blocks[at]
            if block.kind is BlockKind.DIVIDER:
                if self.entries and self.entries[-1].blurb:
                    self.entries[-1].closed = True
            elif wording.is_advert(block.text):
                opened = self._open_advert(at)
            elif wording.is_call(block.text):
                self._take_call(block)
            elif not opened and self._is_section(at):
                self.section, self.in_advert = wording.stripped(block.text), False
                opened = True
            elif opened or self._is_headline(at):
                opened = not self._take_headline(block)
            else:
                self._take_prose(at)

    def _current(self) -> _Entry | None:
        if self.in_advert:
            return self.advert
        return self.entries[-1] if self.entries else None

    def _open_advert(self, at: int) -> bool:
        """Begin the advert; return whether its headline is still to come.

        As a button under its headline it turns the entry above it into the advert.
        """
        following = self._next_text(at + 1)
        headline = following is not None and len(following.text) <= _LONGEST_TITLE
        if following is not None and headline and not wording.is_known_section(following.text):
            self.in_advert, self.section = self.advert is None, None
            return self.in_advert
        last = self.entries[-1] if self.entries else None
        if self.advert is None and last is not None and last.section is None and not last.called and _sells(last):
            self.advert = replace(self.entries.pop(), url=last.url or self.blocks[at].url)
        return False

    def _take_call(self, block: Block) -> None:
        entry = self._current()
        if entry is not None and not entry.called:
            entry.url = entry.url or block.url
            entry.called = entry.closed = True

    def _take_headline(self, block: Block) -> bool:
        """Begin an entry; return False where the block is too long to head one."""
        text, called = wording.without_call(block)
        if not text or len(text) > _LONGEST_TITLE:
            self._leave(block.text)
            return False
        url = block.url or (block.links[0].url if block.links else None)
        entry = _Entry(text, self.section, url, called=called or url is not None)
        if not self.in_advert:
            self.entries.append(entry)
        elif self.advert is None:
            entry.section = None
            self.advert = entry
        return True

    def _take_prose(self, at: int) -> None:
        block, entry = self.blocks[at], self._current()
        if entry is None or entry.closed or len(block.text) > _LONGEST_BLURB:
            self._leave(block.text)
            return
        if entry.blurb and not self._goes_on(at):
            entry.closed = True
            self._leave(block.text)
            return
        text, called = wording.without_call(block)
        if text:
            entry.blurb.append(text)
        entry.url = entry.url or _call_url(block)
        if called:
            entry.called = entry.closed = True

    def _goes_on(self, at: int) -> bool:
        """Whether a second paragraph still belongs to the blurb: it ends in the call, or another entry follows."""
        for later in range(at, min(at + 4, len(self.blocks))):
            if _calls(self.blocks[later]):
                return True
            if not self._is_prose(later):
                return self.blocks[later].kind is BlockKind.TEXT
        return False

    # --- what a block is --------------------------------------------------------------------------------------------

    def _next_text(self, at: int) -> Block | None:
        found = self._next_text_at(at)
        return self.blocks[found] if found is not None else None

    def _next_text_at(self, at: int) -> int | None:
        return next((n for n in range(at, len(self.blocks)) if self.blocks[n].kind is BlockKind.TEXT), None)

    def _is_prose(self, at: int) -> bool:
        return self.blocks[at].kind is BlockKind.TEXT and not self._is_heading(at)

    def _is_heading(self, at: int) -> bool:
        """Whether the block is set as a heading of any kind."""
        block = self.blocks[at]
        text = block.text
        if block.kind is not BlockKind.TEXT or len(text) > _LONGEST_HEADING or wording.has_stop(text):
            return False
        if wording.is_call(text) or wording.without_call(block)[1] or text.startswith(("—", "–", "- ")):
            return False
        if text.endswith("!") and len(text.split()) <= 4:  # “Happy reading!”
            return False
        if block.level is not None:
            return True
        if block.look == self.body_look or not wording.is_one_sentence(text):
            return wording.is_titled(text) or bool(hanzi_only(text))
        return True

    def _is_headline(self, at: int) -> bool:
        if not self._is_heading(at):
            return False
        block, entry = self.blocks[at], self._current()
        if entry is None or entry.blurb or entry.called or block.level is not None or entry.closed:
            return True
        # Under a headline in title case, a line that is not is its blurb, though it lacks a full stop.
        return wording.is_titled(block.text) or not wording.is_titled(entry.headline)

    def _is_section(self, at: int) -> bool:
        """Whether the block names a section: by its name, its look, or because it is short and heads a headline."""
        block = self.blocks[at]
        if block.kind is not BlockKind.TEXT or len(block.text) > _LONGEST_HEADING:
            return False
        following = self._next_text_at(at + 1)
        if wording.is_advert(block.text) or wording.is_column_section(block.text):
            return True
        if following is None or _calls(self.blocks[following]) or not self._is_heading(at):
            return False
        if wording.is_known_section(block.text):
            return len(self.blocks[following].text) <= _LONGEST_TITLE and wording.is_one_sentence(
                self.blocks[following].text
            )
        if self.section_look is not None:
            return block.look == self.section_look
        return _is_short_name(block) and self._is_heading(following) and block.url is None


def _is_short_name(block: Block) -> bool:
    text = block.text
    plain = len(text) <= _LONGEST_SECTION and len(text.split()) <= _MOST_SECTION_WORDS and not hanzi_only(text)
    return plain and not any(mark in text for mark in ":：?？!–—")


def _calls(block: Block) -> bool:
    return block.kind is BlockKind.TEXT and (wording.is_call(block.text) or wording.without_call(block)[1])


def _call_url(block: Block) -> str | None:
    """Return the address of the call in a blurb, or the one that the whole blurb leads to."""
    called = next((link.url for link in block.links if not link.text or wording.is_call(link.text)), None)
    return called or block.url


def _is_emoji(block: Block) -> bool:
    return block.kind is BlockKind.DIVIDER and any(ord(char) > 0x2190 and char not in "─━═—―" for char in block.text)


def _sells(entry: _Entry) -> bool:
    text = f"{entry.headline} {' '.join(entry.blurb)}".lower()
    return "issue" in text or "magazine" in text
