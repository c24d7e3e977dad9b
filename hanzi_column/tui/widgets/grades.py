"""The four grades with the interval that each would give."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from hanzi_column.domain.review import Rating

_MARK = "◂"


class Grades(Horizontal):
    """Four grades in a row; the proposed one is marked, and arrows move the mark."""

    SCOPED_CSS = False  # the rules ask for the size of the screen, which is outside
    DEFAULT_CSS = """
    Grades { height: 1; width: 1fr; padding: 0 1; }
    Grades > _Grade { width: 1fr; height: 1; content-align-horizontal: center; color: $quiet; }
    .-narrow Grades, .-narrow Grades > _Grade { height: 2; }
    Grades > _Grade.-marked { background: $surface; color: $foreground; }
    """

    marked: reactive[Rating] = reactive(Rating.GOOD)

    class Chosen(Message):
        """A grade was clicked."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    def compose(self) -> ComposeResult:
        """Make the four."""
        for rating in Rating:
            yield _Grade(rating)

    def offer(self, intervals: Mapping[Rating, str], proposed: Rating) -> None:
        """Show what each grade would give, and mark the one that is proposed."""
        for grade in self.query(_Grade):
            grade.interval = intervals[grade.rating]
        self.marked = proposed
        self.watch_marked()

    def move(self, steps: int) -> None:
        """Move the mark."""
        self.marked = Rating(min(4, max(1, self.marked + steps)))

    def watch_marked(self) -> None:
        """Draw the grades anew."""
        for grade in self.query(_Grade):
            grade.draw(marked=grade.rating == self.marked)


class _Grade(Static):
    """One grade."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self.rating = rating
        self.interval = ""

    def draw(self, *, marked: bool) -> None:
        """Show the key, the word and the interval."""
        self.set_class(marked, "-marked")
        word = "bold $cinnabar" if marked else "$foreground"
        between = "\n" if self.screen.has_class("-narrow") else " "
        self.update(
            Content.assemble(
                (f"{self.rating.value} ", "$quiet"),
                (self.rating.label, word),
                (f" {_MARK}" if marked and between == "\n" else "", "$cinnabar"),
                (f"{between}{self.interval}", "$quiet"),
                (f" {_MARK}" if marked and between == " " else "", "$cinnabar"),
            )
        )

    def on_click(self, event: Click) -> None:
        """Choose it."""
        event.stop()
        self.post_message(Grades.Chosen(self.rating))
