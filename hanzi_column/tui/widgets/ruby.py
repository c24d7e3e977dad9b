"""Pinyin above hanzi: each syllable centred on its character, long words folded between syllables."""

from collections.abc import Sequence

from textual.content import Content

from hanzi_column.domain.pinyin import Pinyin
from hanzi_column.domain.text import cells, is_hanzi, shown


def ruby(hanzi: str, pinyin: Pinyin, width: int, hanzi_style: str, pinyin_style: str) -> Content:
    """Return pairs of lines, pinyin above hanzi, none wider than ``width`` cells.

    Punctuation of ``hanzi`` has no pinyin above it. Where the pinyin does not fit the hanzi, the hanzi stand alone.
    """
    units = _units(shown(hanzi), pinyin)
    lines: list[Content] = []
    row: list[tuple[str, str]] = []
    used = 0
    for unit in units:
        size = _size(unit)
        if row and used + size > width:
            lines += _lines(row, hanzi_style, pinyin_style)
            row, used = [], 0
        row.append(unit)
        used += size
    lines += _lines(row, hanzi_style, pinyin_style)
    return Content("\n").join(lines)


def _units(hanzi: str, pinyin: Pinyin) -> list[tuple[str, str]]:
    """Pair each character with its syllable."""
    syllables = iter(pinyin if sum(map(is_hanzi, hanzi)) == len(pinyin) else ())
    return [(char, str(next(syllables, "")) if is_hanzi(char) else "") for char in hanzi]


def _size(unit: tuple[str, str]) -> int:
    char, syllable = unit
    # One cell between syllables, so that two of them never read as one.
    return max(cells(char), cells(syllable) + 1)


def _lines(row: Sequence[tuple[str, str]], hanzi_style: str, pinyin_style: str) -> list[Content]:
    above, below = "", ""
    for unit in row:
        char, syllable = unit
        size = _size(unit)
        above += _centred(syllable, size)
        below += _centred(char, size)
    if not above.strip():
        return [Content.styled(below.rstrip(), hanzi_style)]
    return [Content.styled(above.rstrip(), pinyin_style), Content.styled(below.rstrip(), hanzi_style)]


def _centred(text: str, size: int) -> str:
    room = size - cells(text)
    left = room // 2
    return " " * left + text + " " * (room - left)
