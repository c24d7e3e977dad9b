"""The program in the terminal: wiring only."""

from enum import Enum

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from hanzi_column.errors import HanziColumnError
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings
from hanzi_column.settings import Settings
from hanzi_column.store.queue import Scope
from hanzi_column.tui.screens.review import ReviewScreen
from hanzi_column.tui.study import StoreFailed, Study
from hanzi_column.tui.themes import INK, PAPER, roles_of


class Start(Enum):
    """The screen that the program opens with."""

    HOME = "home"
    REVIEW = "review"


class HanziColumnApp(App[None]):
    """Hanzi Column.

    ``failure`` is set where the database could not be used; the program has ended then, and the caller tells of it.
    """

    TITLE = "Hanzi Column"
    # Notices stand under the head: at the foot they would cover the grades.
    CSS = """
    App > Screen > ToastRack { dock: top; align: right top; margin-top: 2; }
    """
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [Binding("ctrl+q", "quit", "quit", id="quit", tooltip="Leave the program", show=False, priority=True)]

    def __init__(
        self,
        places: Places,
        surroundings: Surroundings,
        settings: Settings,
        start: Start,
        scope: Scope | None = None,
        limit: int | None = None,
        new: int | None = None,
    ) -> None:
        # Before the terminal is set up: the two take about as long and need not wait for each other.
        self.study = Study(places, surroundings)
        super().__init__()
        self.register_theme(PAPER)
        self.register_theme(INK)
        self.theme = settings.theme
        self.failure: HanziColumnError | None = None
        self._start = start
        self._session = (scope or Scope(), limit, new)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the program's own colour roles to the themes that do not name them."""
        if self.current_theme in (INK, PAPER):
            return {}
        return roles_of(self.current_theme.to_color_system().generate())

    def get_default_screen(self) -> Screen[None]:
        """Begin with the screen that was asked for, and no empty one below it."""
        if self._start is Start.HOME:
            # Imported here: a session need not wait for the screen that it does not show.
            from hanzi_column.tui.screens.home import HomeScreen

            return HomeScreen(self.study)
        return ReviewScreen(self.study, *self._session, leave_program=True)

    def on_unmount(self) -> None:
        """Wait for the last write."""
        self.study.close()

    def on_store_failed(self, message: StoreFailed) -> None:
        """End the program where its database cannot be used."""
        self.failure = message.error
        self.exit()
