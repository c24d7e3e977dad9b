"""What comes after a question: the answer with its grades, and the end of a session.

One widget, in a module of its own, so that the first question can be drawn before any of it is imported.
"""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hanzi_column.domain.answer import Judgement, judge
from hanzi_column.domain.review import Memory, Rating, interval_text
from hanzi_column.services.review import Asked
from hanzi_column.tui.widgets.answered import AnsweredPage
from hanzi_column.tui.widgets.grades import Grades


class After(Vertical):
    """The answer and the grades, or the end; ``judgement`` is what was found of the answer that is shown."""

    DEFAULT_CSS = """
    After { height: 1fr; }
    After > #end { height: 1fr; align: center middle; }
    After > #end > Static { width: 100%; text-align: center; height: auto; margin: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.judgement: Judgement | None = None
        self._asked: Asked | None = None

    def compose(self) -> ComposeResult:
        """Make both."""
        yield AnsweredPage()
        yield Grades()
        with Vertical(id="end"):
            yield Static(id="ended", markup=False)

    def show_answer(self, asked: Asked, typed: str, previews: Mapping[Rating, Memory]) -> None:
        """Judge what was typed, show the answer, and offer the grades with the intervals that they give."""
        self._page(end=False)
        self._asked = asked
        self.judgement = judge(asked.card, typed)
        self.query_one(AnsweredPage).show(asked.card, asked.explanation, self.judgement)
        intervals = {rating: interval_text(memory, asked.asked_at) for rating, memory in previews.items()}
        self.query_one(Grades).offer(intervals, self.judgement.proposal if self.judgement else Rating.GOOD)

    def redraw(self) -> None:
        """Draw the answer that is shown anew, for another size of the screen."""
        if self._asked is not None:
            self.query_one(AnsweredPage).show(self._asked.card, self._asked.explanation, self.judgement)
            self.query_one(Grades).watch_marked()

    def show_end(self, answered: int, left: str) -> None:
        """Say how many answers are saved, and what is left today or when to come back."""
        self._page(end=True)
        saved = "1 answer is saved." if answered == 1 else f"{answered} answers are saved."
        lines = [
            Content.styled("Done for now", "bold $cinnabar"),
            Content(""),
            Content(saved if answered else ""),
            Content.styled(left, "$quiet"),
        ]
        self.query_one("#ended", Static).update(Content("\n").join(lines))

    @property
    def marked(self) -> Rating:
        """The grade that is marked."""
        return self.query_one(Grades).marked

    def move(self, steps: int) -> None:
        """Move the mark."""
        self.query_one(Grades).move(steps)

    def scroll_answer(self, steps: int) -> None:
        """Scroll the answer by half of what is seen of it."""
        page = self.query_one("#page")
        page.scroll_relative(y=steps * max(1, page.size.height // 2), animate=False)

    def _page(self, *, end: bool) -> None:
        self.query_one(AnsweredPage).display = not end
        self.query_one(Grades).display = not end
        self.query_one("#end").display = end
