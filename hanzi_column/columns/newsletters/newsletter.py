"""A newsletter, recognised: the issue, and the entries of its language column."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from hanzi_column.columns.newsletters.outline import Outline, read_outline
from hanzi_column.columns.newsletters.terms import distinct, find_terms
from hanzi_column.columns.pages.blocks import Page
from hanzi_column.columns.pages.page import read_page
from hanzi_column.columns.pages.wording import PUBLISHER, is_column_section, is_magazine_section, names_publisher
from hanzi_column.domain.issue import Issue, Item, Term
from hanzi_column.domain.text import is_hanzi
from hanzi_column.errors import UnreadableInputError

_HANZI = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af，]+")
_LONGEST_HEADWORD: Final = 12

_LONGEST_ID: Final = 60
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘ʼ`´"))
_DEVICES: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that Windows keeps for devices."""

_MOST_EDITORIAL: Final = 3_000
"""Characters of prose outside of blurbs from which on a text is an article, unless a third as much stands in blurbs."""

_MOST_ENTRIES: Final = 60
_LONGEST_MEAN_BLURB: Final = 900
"""Characters; what stands under the headings of an article is longer."""

_MOST_BLOCKS: Final = 10_000
"""Lines of a newsletter; longer texts are books, and not looked into."""


class EntryKind(Enum):
    """What the headword of an entry is: one hanzi, two or three, or more."""

    CHARACTER = "character"
    WORD = "word"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """An item of the section “Chinese You Need” and the headword (hanzi alone, at most 12) that its headline names."""

    headword: str
    headline: str
    blurb: str | None = None
    url: str | None = None

    @property
    def kind(self) -> EntryKind:
        """What the headword is, by the count of its hanzi."""
        if len(self.headword) == 1:
            return EntryKind.CHARACTER
        return EntryKind.WORD if len(self.headword) <= 3 else EntryKind.PHRASE


@dataclass(frozen=True, slots=True)
class Newsletter:
    """One newsletter. ``unnamed`` are the items of the column's section whose headline names no headword."""

    issue: Issue
    entries: tuple[ColumnEntry, ...] = ()
    unnamed: tuple[Item, ...] = ()


def read_newsletter(content: bytes, name: str) -> Newsletter:
    """Read ``content``, the bytes of the file ``name``: a newsletter as plain text, Markdown, HTML or mail.

    Raises UnreadableInputError where it is no text or no newsletter.
    """
    return recognise(read_page(content, name), name)


def recognise(page: Page, name: str) -> Newsletter:
    """Recognise the newsletter that ``page`` holds; ``name`` names the file in errors.

    Raises UnreadableInputError where it holds none: no title, or no entries as newsletters have them.
    """
    outline = read_outline(page) if len(page.blocks) <= _MOST_BLOCKS else None
    if outline is None or outline.title is None or not _is_newsletter(outline, page):
        raise UnreadableInputError(
            f"{name} is no newsletter: it has no title with entries under it that call to read on. "
            "Save the whole newsletter, headlines and sections with it, and name that file."
        )
    named = [(item, headword(item.headline)) for item in outline.items if is_column_section(item.section)]
    entries: dict[str, ColumnEntry] = {}
    for item, word in named:
        if word is not None:
            entries.setdefault(word, ColumnEntry(word, item.headline, item.blurb, item.url))
    issue = Issue(
        id=identifier(outline.title),
        title=outline.title,
        publisher=PUBLISHER if _is_ours(page) else None,
        deck=outline.deck,
        date=page.date,
        url=page.url,
        items=outline.items,
        magazine_issue=outline.magazine_issue,
        terms=distinct(_terms(outline), entries),
    )
    return Newsletter(issue, tuple(entries.values()), tuple(item for item, word in named if word is None))


def _is_newsletter(outline: Outline, page: Page) -> bool:
    """Whether the outline is that of a newsletter and not of an article, a book, a manual or a program.

    It has two entries or more, most of them with a short blurb or a call to read on, and not much prose outside of
    them. And it shows itself: by the column's section or another of the magazine's, by the advert for the magazine, by
    calling to read on after most entries; a mail, or a page of the magazine's, also by linked headlines.
    """
    items = outline.items
    count = len(items) + (outline.magazine_issue is not None)
    if not 2 <= count <= _MOST_ENTRIES:
        return False
    in_blurbs = sum(len(item.blurb or "") for item in items)
    outside = sum(map(len, outline.editorial))
    if outside > max(_MOST_EDITORIAL, 3 * in_blurbs) or in_blurbs > _LONGEST_MEAN_BLURB * len(items):
        return False
    if outline.magazine_issue is not None or any(is_magazine_section(item.section) for item in items):
        return True
    full = [item for item in items if item.blurb]
    if len(full) * 2 < len(items):
        return False
    shown = outline.called
    if page.sender is not None or _is_ours(page):
        shown = max(shown, outline.linked)
    return shown >= max(2, len(items) / 2)


def headword(headline: str) -> str | None:
    """Return the headword that a column's headline names: its first hanzi. None where there are none, or too many."""
    for found in _HANZI.finditer(headline):
        word = found[0].replace("，", "")
        if is_hanzi(word):
            return word if len(word) <= _LONGEST_HEADWORD else None
    return None


def identifier(title: str) -> str:
    """Return the id of the issue ``title``: its words in ASCII, at most 60 characters, the same for the same title."""
    spelled = unicodedata.normalize("NFKD", title.translate(_APOSTROPHES)).encode("ascii", "ignore").decode("ascii")
    words = _NOT_IN_ID.sub("-", spelled.lower()).strip("-")
    if len(words) > _LONGEST_ID:
        cut = words[: _LONGEST_ID + 1].rpartition("-")[0]
        words = cut or words[:_LONGEST_ID]
    if not any(char.isalpha() for char in words):
        words = hashlib.sha256(title.encode("utf-8")).hexdigest()[:8]
    elif not _DEVICES.fullmatch(words):
        return words
    return f"issue-{words}"


def _is_ours(page: Page) -> bool:
    if names_publisher(page.sender or "") or names_publisher(page.url or ""):
        return True
    return any(
        names_publisher(block.text) or any(names_publisher(link.url) for link in block.links) for block in page.blocks
    )


def _terms(outline: Outline) -> Iterator[Term]:
    for text in (outline.title, outline.deck, *outline.editorial):
        yield from find_terms(text or "", None)
    for item in (*outline.items, *filter(None, [outline.magazine_issue])):
        if not is_column_section(item.section):
            yield from find_terms(item.headline, item.section)
            yield from find_terms(item.blurb or "", item.section)
