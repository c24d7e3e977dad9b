"""The keys, explained."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class HelpScreen(ModalScreen[None]):
    """Every key of the screen below with what it does; any of Escape, Enter, q and ? closes it."""

    SCOPED_CSS = False  # every rule begins with the screen's own type
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > VerticalScroll { width: 62; max-width: 100%; height: auto; max-height: 100%; background: $surface;
                                  padding: 1 2; }
    """
    BINDINGS = [
        Binding("escape,enter,q,question_mark,space", "dismiss", "close", id="help.close", tooltip="Back to the page")
    ]

    def __init__(self, title: str, bindings: Iterable[Binding]) -> None:
        super().__init__()
        self._title = title
        self._bindings_shown = [binding for binding in bindings if binding.tooltip]

    def compose(self) -> ComposeResult:
        """Make the page."""
        lines = [Content.styled(self._title, "bold $foreground"), Content("")]
        for binding in self._bindings_shown:
            key = _NAMES.get(binding.key.split(",")[0], binding.key_display or binding.key.split(",")[0])
            lines.append(Content.assemble((f"{key:<9}", "bold $foreground"), (binding.tooltip, "$quiet")))
        lines += [Content(""), Content.styled("The mouse does it all too. Escape closes.", "$quiet")]
        with VerticalScroll():
            yield Static(Content("\n").join(lines))

    def on_click(self) -> None:
        """Close."""
        self.dismiss()


_NAMES = {
    "enter": "⏎",
    "question_mark": "?",
    "left": "← →",
    "up": "↑ ↓",
    "escape": "Escape",
    "space": "space",
    "1": "1 2 3 4",
}
