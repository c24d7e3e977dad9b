"""HTML to blocks: what a reader sees of a page or of a mail made of nested tables, line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from hanzi_column.columns.pages.blocks import Block, BlockKind, Link, Page, clean, has_words, kind_of, web_address
from hanzi_column.columns.pages.forwarded import without_forward
from hanzi_column.columns.pages.markup import tame
from hanzi_column.columns.pages.ruby import without_ruby

_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_UNREAD: Final = frozenset("head nav footer aside noscript button audio video canvas map math dialog rp".split())
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_WITHOUT_END: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())

_HIDING = re.compile(
    r"display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0+)?(?:;|$|!)|max-height:0(?:px|pt|em)?(?:;|$|!)"
)
_SIZE = re.compile(r"font-size:(\d{1,4}(?:\.\d{1,4})?)(px|pt|em|rem|%)?")
_WEIGHT = re.compile(r"font-weight:(bold|bolder|normal|lighter|[1-9]00)")
_COLOUR = re.compile(r"(?:^|;)color:([^;!]{1,40})")
_CASE = re.compile(r"text-transform:(\w{1,12})")
_BLOCKLIKE = re.compile(r"display:(?:block|table|flex|list-item|inline-block;width:100%)")
_HIDDEN_CLASSES: Final = frozenset(
    "preheader pre-header preview-text previewtext hidden sr-only visually-hidden".split()
)
_RUBY: Final = frozenset({"ruby", "rt"})
_DEEPEST: Final = 24
"""Elements around a line that are kept in mind."""

_NEVER_ASIDE: Final = frozenset("html body main article h1".split())
_NAME_PART = re.compile(r"[\s_-]+")
_ASIDE: Final = frozenset(
    (
        "comment comments respond reply related recommended recommendations "
        "recommend share sharing social author authors bio biography byline breadcrumb breadcrumbs tags "
        "taglist sidebar widget widgets newsletter subscribe subscription signup promo paywall ad advert ads "
        "sponsored endnote footnotes caption menu nav navigation footer foot side cookie cookies popup modal "
        "meta credit credits pagination pager login banner search toolbar pullquote more teaser teasers "
        "trending popular toc disclaimer copyright masthead notice "
    ).split()
)
"""Words in the names that pages give to what is not their article."""

_PIXELS: Final = {"px": 1.0, "pt": 4 / 3}
_SMALLEST_SEEN: Final = 2.0
"""Pixels; smaller letters are there for machines."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How text is shown at one place of the page; ``size`` is as written, ``pixels`` None where it is relative."""

    size: str = ""
    pixels: float | None = None
    bold: bool = False
    colour: str = ""
    case: str = ""
    name: str = ""
    hidden: bool = False
    level: int | None = None
    href: str | None = None
    within: tuple[int, ...] = ()
    aside: bool = False

    @property
    def look(self) -> str:
        """What makes two lines look alike."""
        return f"{self.level or ''}|{self.size}|{self.bold}|{self.colour}|{self.case}|{self.name}"


@dataclass(slots=True)
class _Line:
    """The line that is being collected: its text, piece by piece, each with its style, and where its hanzi begin."""

    pieces: list[tuple[str, _Style]]
    start: int | None = None

    def block(self) -> Block | None:
        """Return the line as a block, None where it is blank."""
        text = clean("".join(text for text, _ in self.pieces))
        if not text:
            return None
        style = max(self.pieces, key=lambda piece: len(piece[0].strip()))[1]
        levels = [each.level for piece, each in self.pieces if each.level and piece.strip()]
        return Block(
            without_ruby(text),
            kind_of(text),
            levels[0] if levels else None,
            style.look,
            tuple(self._links()),
            self.start or 0,
            style.within,
            style.aside,
        )

    def _links(self) -> Iterator[Link]:
        words = ""
        for at, (piece, style) in enumerate(self.pieces):
            words += piece
            following = self.pieces[at + 1][1].href if at + 1 < len(self.pieces) else None
            if style.href != following:
                if style.href and clean(words):
                    yield Link(clean(words), style.href)
                words = ""


def html_page(text: str) -> Page:
    """Return what a reader sees of ``text``: navigation, footers, hidden preheaders, scripts and comments left out.

    Takes any text, closed tags or not, nested however deep.
    """
    tamed = tame(text)
    # The element around it keeps the parser from taking a short text for the name of a file.
    soup = BeautifulSoup(f"<html>{tamed.markup}</html>", "html.parser")
    page = without_forward(_blocks(soup))
    title = clean(tamed.title or "") or None
    return replace(
        page,
        subject=page.subject or title,
        url=_own_address(soup),
        source=text,
        headline=_said_of_itself(soup, "og:title"),
        deck=_said_of_itself(soup, "og:description") or _said_of_itself(soup, "description"),
    )


def _said_of_itself(soup: BeautifulSoup, name: str) -> str | None:
    for tag in soup.find_all("meta", limit=200):
        if name in (tag.get("property"), tag.get("name")):
            return clean(str(tag.get("content") or "")) or None
    return None


def _own_address(soup: BeautifulSoup) -> str | None:
    for tag in soup.find_all(["link", "meta"], limit=200):
        if tag.name == "link" and "canonical" in (tag.get("rel") or ()):
            address = tag.get("href")
        elif tag.name == "meta" and tag.get("property") == "og:url":
            address = tag.get("content")
        else:
            continue
        if isinstance(address, str) and web_address(address):
            return web_address(address)
    return None


def _blocks(soup: BeautifulSoup) -> list[Block]:
    """Walk over the page without recursion, and cut its text into lines where the page shows them cut."""
    found: list[Block] = []
    line = _Line([])

    def end_line() -> None:
        block = line.block()
        if block is not None:
            found.append(block)
        line.pieces.clear()
        line.start = None

    styles = [_Style()]
    elements = 0
    # Each entry is an element still to be entered, or the name of one to be left.
    waiting: list[PageElement | str] = [soup]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str) and not isinstance(element, NavigableString):
            style = styles.pop()
            if element.startswith("</"):
                line.pieces.append((element, style))
            elif element:
                end_line()
        elif isinstance(element, Tag):
            style = _styled(element, styles[-1])
            if element.name in _UNREAD or style.hidden:
                continue
            if element.name == "br":
                line.pieces.append((" ", style))
                if style.level is None:
                    end_line()
            elif element.name == "hr":
                end_line()
                found.append(Block("———", BlockKind.DIVIDER))
            elif element.name == "img":
                _take_image(element, style, line, found)
            elif element.name == "wbr":
                line.start = line.start if line.start is not None else int(str(element.get("name")))
            elif element.name in _RUBY:
                line.pieces.append((f"<{element.name}>", style))
                styles.append(style)
                waiting.append(f"</{element.name}>")
                waiting.extend(reversed(element.contents))
            elif element.name not in _WITHOUT_END:
                breaks = element.name not in _INLINE or _BLOCKLIKE.search(_css(element)) is not None
                if breaks:
                    end_line()
                    elements += 1
                    style = replace(style, within=(*style.within, elements)[-_DEEPEST:])
                styles.append(style)
                waiting.append(element.name if breaks else "")
                waiting.extend(reversed(element.contents))
        elif isinstance(element, NavigableString) and _is_seen(element, styles[-1]):
            line.pieces.append((str(element), styles[-1]))
    end_line()
    return found


def _is_seen(text: NavigableString, style: _Style) -> bool:
    return not isinstance(text, PreformattedString) and (style.pixels is None or style.pixels >= _SMALLEST_SEEN)


def _take_image(image: Tag, style: _Style, line: _Line, found: list[Block]) -> None:
    alt = clean(str(image.get("alt") or ""))
    if alt and not has_words(alt):  # an emoji drawn as an image
        line.pieces.append((alt, style))
    elif alt:
        links = (Link(alt, style.href),) if style.href else ()
        found.append(Block(alt, BlockKind.IMAGE, links=links))


def _is_aside(element: Tag, classes: str) -> bool:
    """Whether an element is made for something else than the article: comments, sharing, captions, a biography."""
    if element.name in ("figure", "figcaption", "form"):
        return True
    if element.name in _NEVER_ASIDE:
        return False
    return not _ASIDE.isdisjoint(_NAME_PART.split(f"{classes} {element.get('id') or ''}".lower()))


def _css(element: Tag) -> str:
    return re.sub(r"\s+", "", str(element.get("style") or "").lower())


def _styled(element: Tag, outer: _Style) -> _Style:
    """Return the style inside ``element``, which stands where ``outer`` holds."""
    style = outer
    name = element.name
    css, classes = _css(element), element.get("class")
    names = " ".join(classes) if isinstance(classes, list) else str(classes or "")
    if element.has_attr("hidden") or _HIDING.search(css) or _HIDDEN_CLASSES & set(names.lower().split()):
        return replace(outer, hidden=True)
    if names:
        style = replace(style, name=names)
    if not style.aside and _is_aside(element, names):
        style = replace(style, aside=True)
    if name in _HEADINGS:
        style = replace(style, level=_HEADINGS[name])
    if name in ("b", "strong"):
        style = replace(style, bold=True)
    if name == "table":  # mails set a table's surroundings in no size at all to close gaps, and rely on this
        style = replace(style, size="", pixels=None)
    if name == "a":
        style = replace(style, href=web_address(str(element.get("href") or "")))
    if not css:
        return style
    if size := _SIZE.search(css):
        scale = _PIXELS.get(size[2] or "px")
        style = replace(style, size=size[0], pixels=float(size[1]) * scale if scale else style.pixels)
    if weight := _WEIGHT.search(css):
        style = replace(style, bold=weight[1] in ("bold", "bolder", "600", "700", "800", "900"))
    if colour := _COLOUR.search(css):
        style = replace(style, colour=colour[1])
    if case := _CASE.search(css):
        style = replace(style, case=case[1])
    return style
