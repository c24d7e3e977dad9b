"""Chinese in lines of its own, with its pinyin and its English: example sentences, and verses that are quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.house_style.gloss_after import unquoted
from hanzi_column.columns.house_style.inside import aligned
from hanzi_column.columns.house_style.quotations import has_clauses
from hanzi_column.columns.pages.blocks import Block
from hanzi_column.domain.pinyin import Pinyin
from hanzi_column.domain.text import hanzi_only

_MOSTLY_CHINESE: Final = 0.4
"""Share of hanzi in a paragraph from which on it is Chinese: a translation beside the English, or a sentence."""

_SHORTEST: Final = 3
_ENDS: Final = "。！？!?.…"


@dataclass(frozen=True, slots=True)
class Verse:
    """Chinese in a line of its own. ``block`` is the index of that line, ``blocks`` those of all its lines.

    ``quoted`` says that it is a line from a text and no example sentence.
    """

    hanzi: str
    pinyin: Pinyin
    english: str | None
    block: int
    blocks: frozenset[int]
    quoted: bool


def is_chinese(text: str) -> bool:
    """Whether most of ``text`` is Chinese."""
    hanzi = len(hanzi_only(text))
    if hanzi * 5 < len(text):  # English with some Chinese in it, as most paragraphs are: no need to count its letters
        return False
    return hanzi > _MOSTLY_CHINESE * sum(char.isalpha() for char in text)


def find_verses(blocks: Sequence[Block]) -> Iterator[Verse]:
    """Yield the Chinese that stands in lines of its own with its pinyin in the line after it."""
    taken: set[int] = set()
    texts = [_plain(block.text) for block in blocks]
    for at, text in enumerate(texts[:-1]):
        if at in taken or len(hanzi_only(text)) < _SHORTEST or not is_chinese(text):
            continue
        pinyin = aligned(text, texts[at + 1])
        if pinyin is None:
            continue
        english = next((near for near in (at + 2, at - 1) if _is_english_of(texts, near, at)), None)
        lines = {at, at + 1} | ({english} if english is not None else set())
        taken |= lines
        said = texts[english] if english is not None else None
        # A verse has its English in quotation marks, or clauses and no full stop; a sentence ends as sentences do.
        marked = said is not None and said[:1] in '“"‘'
        quoted = has_clauses(text) and (marked or not text.rstrip('”」’"').endswith(tuple(_ENDS)))
        yield Verse(text, pinyin, unquoted(said) if said is not None else None, at, frozenset(lines), quoted)


def _plain(text: str) -> str:
    return text.lstrip("> ").strip()


def _is_english_of(texts: Sequence[str], near: int, at: int) -> bool:
    """Whether line ``near`` is the English of the Chinese in line ``at``: about as long, and without hanzi."""
    if not 0 <= near < len(texts) or hanzi_only(texts[near]):
        return False
    longest = 3 * len(texts[at + 1]) + 60
    if near < at:  # before the Chinese stands its English only in quotation marks; else it is prose
        return texts[near][:1] in '“"‘' and len(texts[near]) <= longest
    return len(texts[near]) <= longest
