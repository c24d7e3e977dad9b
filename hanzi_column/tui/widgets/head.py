"""The head of every screen: the name, what one is in, what is left, and the thin progress rule."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hanzi_column.domain.text import cells, fit, shown


class Head(Widget):
    """Two lines across the screen. ``done`` runs from 0 to 1."""

    DEFAULT_CSS = """
    Head { height: 2; width: 1fr; padding: 0 1; }
    """

    middle: reactive[str] = reactive("")
    right: reactive[str] = reactive("")
    done: reactive[float] = reactive(0.0)

    def render(self) -> RenderResult:
        """Draw both lines; what does not fit is cut, the name first."""
        width = self.content_size.width
        right = shown(self.right)
        left = "字 Hanzi Column"
        room = width - cells(right) - 2
        middle = fit(shown(self.middle), max(0, room - cells(left) - 2))
        if cells(middle) < min(12, cells(shown(self.middle))):
            left = "字"
            middle = fit(shown(self.middle), max(0, room - cells(left) - 2))
        gap = max(0, width - cells(left) - cells(middle) - cells(right))
        # The middle is centred on the screen where there is room for it.
        before = min(max(2, (width - cells(middle)) // 2 - cells(left)), max(2, gap - 2)) if middle else 0
        after = max(0, gap - before)
        line = Content.assemble(
            (left[:1], "bold $cinnabar"),
            (left[1:], "$quiet"),
            " " * before,
            (middle, "$foreground"),
            " " * after,
            (right, "$quiet"),
        )
        return Content("\n").join([line, self._rule(width)])

    def _rule(self, width: int) -> Content:
        filled = round(width * min(1.0, max(0.0, self.done)))
        tip = "╸" if 0 < filled < width else ""
        return Content.assemble(("━" * (filled - len(tip)) + tip, "$cinnabar"), ("─" * (width - filled), "$quiet 60%"))
