"""The page of an answer: what is right, how the typed answer compares, and the paragraph that explains it."""

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hanzi_column.domain.answer import Judgement
from hanzi_column.domain.card import Card, CardKind, Explanation
from hanzi_column.tui.widgets import explained
from hanzi_column.tui.widgets.glyph import Glyph

_WIDEST = 140
_COLUMN = 78
_GLYPH = 18
_PADDING = 4
_AROUND_THE_PARAGRAPH = 18
"""Lines of the screen that the rest of the page and the foot take at 80 columns."""


class AnsweredPage(Center):
    """Shows one card's answer. On a wide screen the paragraph stands beside it, on a narrow one the grid goes."""

    SCOPED_CSS = False  # the rules ask for the size of the screen, which is outside
    DEFAULT_CSS = """
    AnsweredPage { height: 1fr; align-horizontal: center; }
    AnsweredPage #page { width: 100%; max-width: 78; height: 1fr; padding: 1 2 0 2; scrollbar-size: 1 1;
                         scrollbar-color: $quiet 40%; scrollbar-background: $background; }
    AnsweredPage #left, AnsweredPage #right { height: auto; }
    AnsweredPage #top { height: auto; margin-bottom: 1; }
    AnsweredPage #top > Glyph { width: 14; margin-right: 3; }
    AnsweredPage #facts { width: 1fr; height: auto; }
    AnsweredPage Static { height: auto; }
    AnsweredPage #chain { margin-bottom: 1; }
    AnsweredPage #paragraph { max-width: 72; }
    AnsweredPage #origin { margin-top: 1; }
    .-narrow AnsweredPage Glyph, .-narrow AnsweredPage #chain, .-narrow AnsweredPage #parts { display: none; }
    AnsweredPage #parts.-of-a-word, .-low AnsweredPage #parts, .-tiny AnsweredPage #parts,
    .-tiny AnsweredPage #chain { display: none; }
    .-tiny AnsweredPage #page { padding: 0 1; }
    .-high AnsweredPage #parts.-of-a-word { display: block; }
    .-narrow AnsweredPage #page { padding: 1 1 0 1; }
    .-wide AnsweredPage #page { max-width: 140; layout: horizontal; padding: 3 3 0 3; }
    .-wide AnsweredPage #left { width: 1fr; }
    .-wide AnsweredPage #right { width: 1fr; max-width: 66; margin-left: 3; }
    """

    def compose(self) -> ComposeResult:
        """Make the page."""
        with VerticalScroll(id="page", can_focus=False):
            with Vertical(id="left"):
                with Horizontal(id="top"):
                    yield Glyph()
                    with Vertical(id="facts"):
                        yield Static(id="answer", markup=False)
                        yield Static(id="parts", markup=False)
                yield Static(id="chain", markup=False)
            with Vertical(id="right"):
                yield Static(id="paragraph", markup=False)
                yield Static(id="origin", markup=False)

    def show(self, card: Card, explanation: Explanation | None, judgement: Judgement | None) -> None:
        """Show the answer of ``card``; without an explanation (its column has gone) the answer alone."""
        screen = self.screen
        wide, narrow = screen.has_class("-wide"), screen.has_class("-narrow")
        width = min(screen.size.width, _WIDEST) // 2 - 2 if wide else min(screen.size.width, _COLUMN)
        self.query_one(Glyph).show(card.answer if len(card.answer) < 4 else card.answer[:1])
        beside = width - _PADDING - (0 if narrow else _GLYPH)
        self.query_one("#answer", Static).update(explained.answer_lines(card, explanation, judgement, beside))
        for name in ("#parts", "#chain", "#right"):
            self.query_one(name).visible = explanation is not None
        if explanation is not None:
            self._explain(card, explanation, width - _PADDING)
        self.query_one("#page").scroll_home(animate=False)

    def _explain(self, card: Card, explanation: Explanation, width: int) -> None:
        parts = self.query_one("#parts", Static)
        parts.update(
            Content("\n").join(
                [explained.formation_line(explanation), explained.component_lines(explanation.components)]
            )
        )
        # A word is explained by its paragraph; the parts are those of the headword.
        parts.set_class(card.kind not in (CardKind.MEANING, CardKind.READING), "-of-a-word")
        self.query_one("#chain", Static).update(explained.sense_chain(explanation.senses, width))
        self.query_one("#paragraph", Static).update(explained.paragraph(card, explanation, self._room()))
        self.query_one("#origin", Static).update(explained.origin_line(explanation.origin, width))

    def _room(self) -> int:
        """Return how many characters of the paragraph fit under the rest of the page."""
        width, height = self.screen.size
        if self.screen.has_class("-wide"):
            return (height - 10) * 50
        around = 12 if self.screen.has_class("-narrow") else _AROUND_THE_PARAGRAPH
        return max(3, height - around) * min(68, width - 6)
