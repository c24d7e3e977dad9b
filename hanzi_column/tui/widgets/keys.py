"""The line at the foot of a screen: what each key does now; a click does the same."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static


class Key(NamedTuple):
    """One key as it is named on the line, what it does, and the action that a click runs."""

    name: str
    does: str
    action: str


class KeyLine(Static):
    """The keys that work now, as many as fit."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; padding: 0 1; color: $quiet; link-style: none; link-color: $quiet;
              link-style-hover: underline; link-background-hover: transparent; link-color-hover: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._keys: tuple[Key, ...] = ()

    def show(self, keys: Iterable[Key]) -> None:
        """Show other keys, the most useful first; those that do not fit are left to the page of keys."""
        self._keys = tuple(keys)
        self._draw()

    def on_resize(self) -> None:
        """Show as many as fit now."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width or 80
        gap = 3 if width >= 64 else 2
        parts: list[Content] = []
        used = 0
        for key in self._keys:
            part = Content.from_markup(
                f"[@click={key.action}][b $foreground]$name[/] $does[/]", name=key.name, does=key.does
            )
            used += part.cell_length + gap
            if used - gap <= width:
                parts.append(part)
        self.update(Content(" " * gap).join(parts), layout=False)
