"""An article, recognised: the headword, the headline, the deck, and the paragraphs of its body."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.articles.furniture import ends_all, ends_article, is_biography, is_caption, stands_above
from hanzi_column.columns.newsletters.newsletter import headword as named_headword
from hanzi_column.columns.pages.blocks import Block, BlockKind, Page
from hanzi_column.columns.pages.wording import has_stop, is_titled
from hanzi_column.domain.text import hanzi_only
from hanzi_column.errors import UnreadableInputError

_HEADLINE_WITHIN: Final = 40
"""Blocks from the top of a page among which the headline stands."""

_LONGEST_HEADLINE: Final = 160
_LONGEST_DECK: Final = 260
_SHORTEST_PROSE: Final = 140
"""Characters from which on a block is a paragraph and no headline or deck."""

_FEWEST_PLACES: Final = 2
"""Places where hanzi and a bracket stand together; an article about a word has a dozen."""

_MOST_BLOCKS: Final = 4_000
_MOST_ABOVE: Final = 6
_PLACE = re.compile(r"[\u3400-\u9fff](?:[”’\"']?\s?[(（\[]|\s?[A-Za-z\u00c0-\u024f])|[(（\[][“‘]?[\u3400-\u9fff]")
_SITE = re.compile(r"\s*(?:[|»·•]|\s[-–—]\s|\s::\s).*$")
_CHARACTER = re.compile(
    r"(?:the |chinese )?(?:character|word|phrase|term|idiom)[s]?,? (?:for \S{1,20},? )?[“‘\"']?([\u3400-\u9fff]{1,6})",
    re.IGNORECASE,
)
_RUN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST_WORD: Final = 8
"""Hanzi of what may be a word; the rest is quoted."""

_COLUMN_NAME = re.compile(r"on the (?:chinese )?character|character|word|phrase|chinese|汉字", re.IGNORECASE)
_MARKUP = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*•·]\s+(?=\S))")


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``paragraphs`` are the blocks of its body; headline, deck, address and date are None where unknown.

    ``above`` are the short lines over the headline: the column's name, the character with its pinyin.
    """

    headword: str
    headline: str | None
    deck: str | None
    url: str | None
    date: str | None
    paragraphs: tuple[Block, ...]
    source: str
    above: tuple[str, ...] = ()


def recognise_article(page: Page, name: str) -> Article:
    """Recognise the article that ``page`` holds; ``name`` names the file in errors.

    Raises UnreadableInputError where it holds none: no prose with Chinese in it, or none that names a headword.
    """
    blocks = _readable(page.blocks)
    at, headline = _headline(blocks, page)
    body = _body(blocks, at)
    if sum(len(_PLACE.findall(block.text)) for block in body) < _FEWEST_PLACES:
        body = _body(blocks, -1)
    above = tuple(block.text for block in blocks[: max(at, 0)] if len(block.text) < _SHORTEST_PROSE)[-_MOST_ABOVE:]
    headword = _headword([headline or "", *above[::-1]], [block.text for block in body])
    if headword is None or sum(len(_PLACE.findall(block.text)) for block in body) < _FEWEST_PLACES:
        raise UnreadableInputError(
            f"{name} is no newsletter, and no article about a character: it has neither headlines with entries under "
            "them nor prose with Chinese and pinyin in it. Save the whole page, and name that file."
        )
    deck = _deck(blocks[at + 1 :], page, headline)
    body = [block for block in body if block.text != deck]
    return Article(headword, headline, deck, page.url, page.date, tuple(body), page.source, above)


def _readable(blocks: Sequence[Block]) -> list[Block]:
    """Leave out images, rules, and what a page says is not its article; keep that where little else would be left."""
    texts = [block for block in blocks[:_MOST_BLOCKS] if block.kind is BlockKind.TEXT]
    main = [block for block in texts if not block.aside]
    return main if _prose(main) * 5 >= _prose(texts) * 2 else texts


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if len(block.text) >= _SHORTEST_PROSE)


def _headline(blocks: Sequence[Block], page: Page) -> tuple[int, str | None]:
    """Return the index of the headline’s block, -1 where it stands in none, and the headline."""
    said = [text for text in (page.headline, page.subject) if text]
    top = blocks[:_HEADLINE_WITHIN]
    named = any(hanzi_only(text) for text in said)
    for at, block in enumerate(top):
        sure = not named or bool(hanzi_only(block.text)) or any(block.text in text for text in said)
        if block.level == 1 and sure and block.text not in ("", page.subject) and _could_head(block.text):
            bare = _PINYIN.sub("", block.text)  # that ruby left
            return at, bare if any(bare in text for text in said) else block.text
    for at, block in enumerate(top):
        if _could_head(block.text) and any(_same(block.text, text) for text in said):
            return at, block.text
    kicker = _kicker(top, said)
    if kicker is not None:
        return kicker
    for at, block in enumerate(top):
        if len(block.text) >= _SHORTEST_PROSE:
            break
        if (
            _could_head(block.text)
            and hanzi_only(block.text)
            and not stands_above(block.text)
            and not has_stop(block.text)
            and _PLACE.search(block.text) is None
        ):
            return at, block.text
    for text in said:
        if hanzi_only(text) and len(text) <= _LONGEST_HEADLINE:
            return -1, _without_site(text)
    for at, block in enumerate(top):
        if block.level == 1 and _could_head(block.text):
            return at, block.text
    for at, block in enumerate(top[:4]):
        short = len(block.text) <= 90 and len(block.text.split()) <= 12
        if short and not has_stop(block.text) and not stands_above(block.text) and _begins_article(blocks, at):
            return at, block.text
    return -1, _without_site(page.headline) if page.headline else None


def _kicker(top: Sequence[Block], said: Sequence[str]) -> tuple[int, str] | None:
    """Return the headline that stands in capitals under the column’s name: “On the Character: 年”, “The Year …”.

    It may stand over that name instead, where the page or the mail says it too: ``said``.
    """
    for at, block in enumerate(top):
        if len(block.text) >= _SHORTEST_PROSE:
            return None
        if _KICKER.fullmatch(block.text) is None:
            continue
        over = top[at - 1].text if at else ""
        if over and _could_head(over) and any(over.casefold() in text.casefold() for text in said):
            return at - 1, over
        following = at + 1
        while following < len(top) and (
            _ONLY_HEADWORD.fullmatch(top[following].text) or stands_above(top[following].text)
        ):
            following += 1
        if following + 1 < len(top) and following < at + 4:
            text = top[following].text
            shouted = text.isupper() and len(text) <= _LONGEST_HEADLINE
            titled = is_titled(text) and len(text.split()) > 1 and not has_stop(text)
            if len(text) < _SHORTEST_PROSE and (shouted or titled) and _could_head(text):
                return following, text
        return None
    return None


_PINYIN = re.compile(r"(?<=[\u3400-\u9fff]) \([a-z\u00e0-\u01dc ]{1,40}\)")
_KICKER = re.compile(
    r"(?:\w+ ?[|:·•/] ?)?on (?:the|a) (?:chinese )?(?:character|phrase|word|idiom)s?(?: ?[|"
    r":：·•–—-]? ?[“\"]?[\u3400-\u9fff]{1,8}[”\"]?)?",
    re.IGNORECASE,
)
_ONLY_HEADWORD = re.compile(r"[“\"「]?[\u3400-\u9fff]{1,8}[”\"」]?(?: ?[(（][^()（）]{1,40}[)）])?")


def _begins_article(blocks: Sequence[Block], at: int) -> bool:
    """Whether block ``at`` is set as a headline, or has a deck under it, or Chinese in it and the first paragraph."""
    after = blocks[at + 1 : at + 4]
    names = bool(hanzi_only(blocks[at].text)) and bool(after) and len(after[0].text) >= _SHORTEST_PROSE
    return (
        blocks[at].level == 1
        or names
        or (len(after) > 1 and len(after[0].text) < _LONGEST_DECK and len(after[0].text) < _SHORTEST_PROSE)
    )


def _could_head(text: str) -> bool:
    return 1 <= len(text) <= _LONGEST_HEADLINE and not ends_article(text)


def _same(text: str, said: str) -> bool:
    """Whether a page’s name for itself is the headline, alone or with the site’s name beside it."""
    plain, other = text.casefold().strip(), said.casefold().strip()
    return plain == other or (
        len(plain) >= 4 and (other.startswith(plain) or other.endswith(plain)) and bool(hanzi_only(plain))
    )


def _without_site(text: str) -> str:
    cut = _SITE.sub("", text)
    return cut if hanzi_only(cut) or not hanzi_only(text) else text


def _body(blocks: Sequence[Block], headline: int) -> list[Block]:
    """Return the paragraphs after the headline up to what ends the article, those of the element that holds most."""
    after = list(blocks[headline + 1 :])
    # A page that names its parts keeps the article in one element.
    home = _home(after)
    if home is not None:
        begins = next(at for at, block in enumerate(after) if home in block.within)
        after = [
            block
            for at, block in enumerate(after)
            if home in block.within or not block.within or (at < begins and _is_lead(block.text))
        ]
    kept: list[Block] = []
    begun = False
    left = sum(_places(block.text) for block in after)
    whole = left
    for block in after:
        begun = begun or len(block.text) >= _SHORTEST_PROSE
        if begun and (ends_article(block.text) or is_biography(block.text)):
            if left * 3 <= whole or ends_all(block.text):
                break
            left -= _places(block.text)  # an advertisement in the middle
            continue
        left -= _places(block.text)
        if is_caption(block.text) or (not begun and stands_above(block.text)):
            continue
        kept.append(block)
    return kept


def _is_lead(text: str) -> bool:
    """Whether ``text``, between the headline and the element of the article, is its first paragraph set apart."""
    return len(text) >= _SHORTEST_PROSE and _places(text) > 0


def _places(text: str) -> int:
    """Return in how many places hanzi and a bracket or pinyin stand together."""
    return len(_PLACE.findall(text))


def _home(blocks: Sequence[Block]) -> int | None:
    """Return the innermost element that holds nearly all of the prose with Chinese in it."""
    sizes = Counter[int]()
    total = 0
    for block in blocks:
        if len(block.text) < _SHORTEST_PROSE or not hanzi_only(block.text):
            continue
        total += len(block.text)
        for element in block.within[:-1]:
            sizes[element] += len(block.text)
    enough = [element for element, size in sizes.items() if size * 10 >= total * 8]
    return max(enough, default=None)


def _headword(headlines: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """Return what the article is about: what its headline names, else what its prose calls the character."""
    for number, headline in enumerate(headlines):
        if number and not (_KICKER.fullmatch(headline) or _ONLY_HEADWORD.fullmatch(headline)):
            continue  # a way through the site
        named = named_headword(_COLUMN_NAME.sub("", headline))
        if named is not None:
            return named
    text = "\n".join(paragraphs)
    runs: list[str] = [run for run in _RUN.findall(text) if len(run) <= _LONGEST_WORD]
    shared = Counter(char for run in runs for char in dict.fromkeys(run)).most_common(1)
    if shared and shared[0][1] > 1 and shared[0][1] * 3 >= len(runs):
        return shared[0][0]  # the character that runs through the words
    called = [str(match[1]) for match in _CHARACTER.finditer(text)]
    return Counter(called).most_common(1)[0][0] if called else None


def _deck(blocks: Sequence[Block], page: Page, headline: str | None) -> str | None:
    """Return the line under the headline: a short one, without pinyin, before the first paragraph."""
    for at, block in enumerate(blocks[:_DECK_WITHIN]):
        if len(block.text) >= _LONGEST_DECK or _PLACE.search(block.text):
            break
        if stands_above(block.text) or is_caption(block.text) or block.text == headline:
            continue
        before_prose = any(len(later.text) >= _SHORTEST_PROSE for later in blocks[at + 1 : at + 6])
        if before_prose and (len(block.text) < _SHORTEST_PROSE or block.text == page.deck):
            return block.text
        break
    return page.deck


_DECK_WITHIN: Final = 6
"""Blocks after the headline among which the deck stands."""
