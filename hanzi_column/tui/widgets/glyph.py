"""The headword in a 田字格, the field grid in which Chinese children learn to write."""

from textual.content import Content
from textual.widgets import Static

from hanzi_column.domain.text import shown

_HALF = 4


class Glyph(Static):
    """One or a few hanzi in the middle of a field grid, 5 lines high."""

    DEFAULT_CSS = """
    Glyph { width: auto; height: 5; }
    """

    def __init__(self, hanzi: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(_grid(hanzi), id=id, markup=False)

    def show(self, hanzi: str) -> None:
        """Show other hanzi."""
        self.update(_grid(hanzi))


def _grid(hanzi: str) -> Content:
    text = shown(hanzi)
    size = 2 * len(text)
    half = max(2, _HALF - len(text) + 1)
    edge = "─" * (2 * half + size)
    # A bar on the right edge of a cell: the very middle of an even number of cells.
    guide = " " * (half + size // 2 - 1) + "▕" + " " * (half + size // 2)
    frame, faint = "$quiet", "$quiet 40%"
    row = Content.assemble(("│", frame), (guide, faint), ("│", frame))
    middle = Content.assemble(
        ("│", frame), ("─" * half, faint), (text, "bold $cinnabar"), ("─" * half, faint), ("│", frame)
    )
    top, bottom = Content.styled(f"┌{edge}┐", frame), Content.styled(f"└{edge}┘", frame)
    return Content("\n").join([top, row, middle, row, bottom])
