"""Blocks: the common form that every input becomes before a newsletter is looked for in it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Final

_INVISIBLE: Final = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
"""Soft hyphens, zero-width characters and direction marks: they only steer how a line is set."""

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_MOST_MARKS: Final = 4
_MANY_MARKS = re.compile(r"[^\w\s\x00-\x7f\u2010-\u206f\u3000-\u303f\uff00-\uffef]{5}")
"""What no text has that does not pile up marks; whether they are marks is looked at one by one."""
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20<>\"\x7f-\x9f]{1,4000}", re.IGNORECASE)


class BlockKind(Enum):
    """What a block is: words, an image (its text is what stands in for it), or a line without a letter in it."""

    TEXT = "text"
    IMAGE = "image"
    DIVIDER = "divider"


@dataclass(frozen=True, slots=True)
class Link:
    """Linked words and their http(s) address; ``text`` is empty where the address was printed beside the words."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph, cleaned: one line of text without invisible characters.

    ``level`` is the rank of a marked heading, 1 to 6. ``look`` is equal for blocks that are printed alike (size,
    weight, colour) and empty where the input has no looks. ``start`` is the offset in the page's source from which on
    its text stands. ``within`` names the elements of an HTML page that it stands in, outermost first; ``aside`` says
    that one of them is made for something else than the article (comments, sharing, an author's biography).
    """

    text: str
    kind: BlockKind = BlockKind.TEXT
    level: int | None = None
    look: str = ""
    links: tuple[Link, ...] = ()
    start: int = 0
    within: tuple[int, ...] = ()
    aside: bool = False

    @property
    def url(self) -> str | None:
        """The address that the whole block leads to."""
        return next((link.url for link in self.links if link.text in (self.text, "")), None)


@dataclass(frozen=True, slots=True)
class Page:
    """One input, read: its blocks in order, and what its envelope says. ``date`` is YYYY-MM-DD.

    ``subject`` is a mail's subject or an HTML page's title. Where a mail was forwarded, ``subject``, ``date`` and
    ``sender`` are those of the message that was passed on. ``source`` is the text that the blocks were read from;
    ``headline`` and ``deck`` are what an HTML page says of itself to those who link to it.
    """

    blocks: tuple[Block, ...]
    subject: str | None = None
    date: str | None = None
    sender: str | None = None
    url: str | None = None
    forwarded: bool = False
    source: str = ""
    headline: str | None = None
    deck: str | None = None


def clean(text: str) -> str:
    """Return ``text`` on one line, in NFC, spaces of any kind as single spaces, without invisible characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _few_marks(text.translate(_INVISIBLE)))
    return _SPACES.sub(" ", _UNWRITABLE.sub(" ", text)).strip()


def _few_marks(text: str) -> str:
    # Sorting thousands of combining marks on one letter takes the square of their number; no language has five.
    if _MANY_MARKS.search(text) is None:
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in ``text``."""
    return any(char.isalnum() for char in text)


def kind_of(text: str) -> BlockKind:
    """Return whether cleaned text has words in it or only divides."""
    return BlockKind.TEXT if has_words(text) else BlockKind.DIVIDER


def web_address(text: str) -> str | None:
    """Return ``text`` where it is a whole http(s) address, else None."""
    text = text.strip()
    return text if _ADDRESS.fullmatch(text) else None
