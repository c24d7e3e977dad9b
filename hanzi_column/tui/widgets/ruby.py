"""Pinyin above hanzi: each syllable centred on its character, long words folded between syllables."""

from dataclasses import dataclass, replace

from textual.content import Content

from hanzi_column.domain.pinyin import Pinyin
from hanzi_column.domain.text import cells, is_hanzi, shown


@dataclass(frozen=True, slots=True)
class _Unit:
    """One character, its syllable, and the punctuation that must not begin a line."""

    char: str
    syllable: str
    tail: str = ""

    @property
    def size(self) -> int:
        # One cell between syllables, so that two of them never read as one.
        return max(cells(self.char), cells(self.syllable) + 1)

    @property
    def above(self) -> str:
        return _centred(self.syllable, self.size) + " " * cells(self.tail)

    @property
    def below(self) -> str:
        return _centred(self.char, self.size) + self.tail


def ruby(hanzi: str, pinyin: Pinyin, width: int, hanzi_style: str, pinyin_style: str) -> Content:
    """Return pairs of lines, pinyin above hanzi, none wider than ``width`` cells but for punctuation at its end.

    Punctuation of ``hanzi`` has no pinyin above it. Where the pinyin does not fit the hanzi, the hanzi stand alone.
    """
    rows: list[list[_Unit]] = [[]]
    used = 0
    for unit in _units(shown(hanzi), pinyin):
        if rows[-1] and used + unit.size > width:
            rows.append([])
            used = 0
        rows[-1].append(unit)
        used += unit.size + cells(unit.tail)
    lines: list[Content] = []
    for row in rows:
        above = "".join(unit.above for unit in row).rstrip()
        if above:
            lines.append(Content.styled(above, pinyin_style))
        lines.append(Content.styled("".join(unit.below for unit in row).rstrip(), hanzi_style))
    return Content("\n").join(lines)


def _units(hanzi: str, pinyin: Pinyin) -> list[_Unit]:
    """Pair each character with its syllable, and punctuation with the character before it."""
    syllables = iter(pinyin if sum(map(is_hanzi, hanzi)) == len(pinyin) else ())
    units: list[_Unit] = []
    for char in hanzi:
        if is_hanzi(char):
            units.append(_Unit(char, str(next(syllables, ""))))
        elif units and char in "，。、；：！？”’」』）…":
            units[-1] = replace(units[-1], tail=units[-1].tail + char)
        else:
            units.append(_Unit(char, ""))
    return units


def _centred(text: str, size: int) -> str:
    room = size - cells(text)
    left = room // 2
    return " " * left + text + " " * (room - left)
