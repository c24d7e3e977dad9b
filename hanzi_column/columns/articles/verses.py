"""Chinese in lines of its own, with its pinyin and its English: sentences, verses that are quoted, rows of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.house_style.gloss_after import unquoted
from hanzi_column.columns.house_style.inside import aligned
from hanzi_column.columns.house_style.quotations import has_clauses, is_couplet
from hanzi_column.columns.pages.blocks import Block
from hanzi_column.domain.pinyin import Pinyin
from hanzi_column.domain.text import hanzi_only, is_hanzi

_MOSTLY_CHINESE: Final = 0.4
"""Share of hanzi in a paragraph from which on it is Chinese: a translation beside the English, or a sentence."""

_LONG_LINE: Final = 30
"""Characters from which on a line in Chinese is the translation of a paragraph, and not a word in a list."""

_SHORTEST: Final = 3
"""Hanzi."""

_MOST_LINES: Final = 7
"""Lines of a verse after its first."""

_ENDS: Final = "。！？!?.…"


@dataclass(frozen=True, slots=True)
class Verse:
    """Chinese in a line of its own. ``block`` is the index of that line, ``blocks`` those of all its lines.

    ``quoted`` says that it is a line from a text, ``word`` that it is a word in a table, and else a sentence.
    ``printed`` is its pinyin as it stands there.
    """

    hanzi: str
    pinyin: Pinyin
    english: str | None
    block: int
    blocks: frozenset[int]
    quoted: bool
    word: bool = False
    printed: str = ""

    @property
    def is_sentence(self) -> bool:
        """Whether it is an example sentence."""
        return not self.quoted and not self.word


def is_chinese(text: str) -> bool:
    """Whether most of ``text`` is Chinese."""
    hanzi = len(hanzi_only(text))
    if hanzi * 5 < len(text):  # English with some Chinese in it, as most paragraphs are: no need to count its letters
        return False
    return hanzi > _MOSTLY_CHINESE * sum(char.isalpha() for char in text)


def find_verses(blocks: Sequence[Block]) -> Iterator[Verse]:
    """Yield the Chinese that stands in lines of its own, with its pinyin in the lines after it; verse also without."""
    taken: set[int] = set()
    texts = [_plain(block.text) for block in blocks]
    for at in range(len(texts)):
        if at in taken or not is_chinese(texts[at]):
            continue
        verse = _verse(blocks, texts, at)
        if verse is not None:
            taken |= verse.blocks
            yield verse


def _verse(blocks: Sequence[Block], texts: Sequence[str], at: int) -> Verse | None:
    row = at + 1 < len(blocks) and is_hanzi(texts[at]) and _is_row(blocks, at)
    last = at  # verse is often set a line to each half
    while not row and last + 1 < len(texts) and last - at < _MOST_LINES and _goes_on(texts, last):
        last += 1
    text = "".join(texts[at : last + 1])
    if len(hanzi_only(text)) < _SHORTEST and not row:
        return None
    after, pinyin = _pinyin_after(text, texts, last + 1, last - at + 1)
    printed = " ".join(texts[last + 1 : after])
    if pinyin is None and not (is_couplet(text) and is_hanzi(text[0])):
        return None
    english = next((near for near in (after, at - 1) if _is_english_of(texts, near, at, text)), None)
    lines = {*range(at, after)} | ({english} if english is not None else set())
    said = texts[english] if english is not None else None
    # A verse has its English in quotation marks, or clauses and no full stop; a sentence ends as sentences do.
    marked = said is not None and said[:1] in '“"‘'
    stopped = text.rstrip('”」’"').endswith(tuple(_ENDS)) and not is_couplet(text)
    quoted = has_clauses(text) and (marked or not stopped)
    said = unquoted(said) if said is not None else None
    return Verse(text, pinyin or (), said, at, frozenset(lines), quoted, row, printed)


def _goes_on(texts: Sequence[str], at: int) -> bool:
    """Whether the line after ``at`` is the next of the same verse."""
    return texts[at].endswith(("，", "；", ",", "、")) and is_chinese(texts[at + 1])


def _pinyin_after(hanzi: str, texts: Sequence[str], at: int, most: int) -> tuple[int, Pinyin | None]:
    """Return the pinyin of ``hanzi`` in the lines from ``at`` on, and the index after it."""
    for count in range(1, most + 1):
        pinyin = aligned(hanzi, " ".join(texts[at : at + count])) if at + count <= len(texts) else None
        if pinyin is not None:
            return at + count, pinyin
    return at, None


def _is_row(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line and the one after it are cells of one row: they stand side by side in the same element."""
    cell, following = blocks[at].within, blocks[at + 1].within
    return len(cell) > 1 and cell[:-1] == following[:-1] and cell[-1] != following[-1]


def in_order(blocks: Sequence[Block]) -> Iterator[tuple[Block, Verse | None]]:
    """Yield what an article is read from: its paragraphs, and its verses each as one; translations are passed over."""
    verses = {verse.block: verse for verse in find_verses(blocks)}
    taken = {at for verse in verses.values() for at in verse.blocks}
    for at, block in enumerate(blocks):
        if at in verses:
            yield block, verses[at]
        elif at not in taken and not (is_chinese(block.text) and len(block.text) >= _LONG_LINE):
            yield block, None


_SPEAKER: Final = re.compile(r"^[> ]*(?:[A-Z]\s?[:：])?\s*")


def _plain(text: str) -> str:
    """Return a line without the marks of a quoted block, and without the letter of who speaks in a dialogue."""
    return _SPEAKER.sub("", text).strip()


def _is_english_of(texts: Sequence[str], near: int, at: int, hanzi: str) -> bool:
    """Whether line ``near`` is the English of ``hanzi`` from line ``at`` on: not much longer, and without hanzi."""
    if not 0 <= near < len(texts) or hanzi_only(texts[near]) or len(texts[near]) > _LONGEST_ENGLISH * len(hanzi) + 60:
        return False
    # Before the Chinese, or without pinyin between, English stands only in quotation marks; else it is prose.
    return texts[near][:1] in '“"‘' if near < at or near == at + 1 else True


_LONGEST_ENGLISH: Final = 14
"""Characters of English for each hanzi."""
