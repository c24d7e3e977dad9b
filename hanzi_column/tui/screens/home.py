"""Home: what is due, the issues and their columns, and one key to begin."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hanzi_column import __version__
from hanzi_column.domain.text import cells, fit, shown
from hanzi_column.errors import HanziColumnError
from hanzi_column.services.due import Due, due_now
from hanzi_column.services.learner import Learner
from hanzi_column.store import library
from hanzi_column.store.library import ColumnRow, IssueRow
from hanzi_column.tui.screens.help import HelpScreen
from hanzi_column.tui.screens.review import ReviewScreen
from hanzi_column.tui.study import StoreFailed, Study
from hanzi_column.tui.widgets.glyph import Glyph
from hanzi_column.tui.widgets.head import Head
from hanzi_column.tui.widgets.keys import Key, KeyLine


@dataclass(frozen=True, slots=True)
class _Home:
    """What the page shows."""

    due: Due
    issues: tuple[IssueRow, ...]
    columns: tuple[ColumnRow, ...]
    database: str
    warnings: tuple[str, ...]


class HomeScreen(Screen[None]):
    """The page that the program opens on."""

    SCOPED_CSS = False  # every rule begins with the screen's own type
    DEFAULT_CSS = """
    HomeScreen { background: $background; color: $foreground; layout: vertical; }
    HomeScreen #page { height: 1fr; padding: 1 2 0 2; align-horizontal: center; scrollbar-size: 1 1;
                       scrollbar-color: $quiet 40%; scrollbar-background: $background; }
    HomeScreen #top { height: 5; width: 100%; max-width: 96; margin-bottom: 1; }
    HomeScreen #top > Glyph { width: 17; }
    HomeScreen #today { width: 1fr; height: 5; content-align-vertical: middle; }
    HomeScreen #page > Static { width: 100%; max-width: 96; height: auto; margin-bottom: 1; }
    HomeScreen #place { height: 1; padding: 0 2; color: $quiet; text-overflow: ellipsis; text-wrap: nowrap; }
    HomeScreen #today { link-style: none; link-color: $foreground; link-style-hover: underline;
                        link-background-hover: transparent; link-color-hover: $foreground; }
    HomeScreen.-narrow Glyph { display: none; }
    HomeScreen.-narrow #top, HomeScreen.-narrow #today { height: auto; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "begin", "begin", id="home.begin", tooltip="Review what is due"),
        Binding("question_mark", "keys", "keys", id="home.keys", tooltip="This page"),
        Binding("q,escape", "leave", "leave", id="home.leave", tooltip="Leave the program (q or Escape)"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._home: _Home | None = None

    def compose(self) -> ComposeResult:
        """Make the page; it fills when the database has answered."""
        yield Head()
        with VerticalScroll(id="page"):
            with Horizontal(id="top"):
                yield Glyph()
                yield Static(id="today", markup=False)
            yield Static(id="notes", markup=False)
            yield Static(id="issues", markup=False)
            yield Static(id="columns", markup=False)
        yield Static(id="place", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the keys."""
        self.query_one("#page").visible = False
        self.query_one(KeyLine).show(
            [
                Key("⏎", "begin", "screen.begin"),
                Key("?", "keys", "screen.keys"),
                Key("q", "leave", "screen.leave"),
            ]
        )

    async def on_screen_resume(self) -> None:
        """Read what is due anew, also on the way back from a session."""
        self.call_later(self._read)

    async def _read(self) -> None:
        try:
            home = await self._study.run(_read_home)
        except HanziColumnError as error:
            self.post_message(StoreFailed(error))
            return
        self._home = home
        self._show(home)

    def on_resize(self) -> None:
        """Set the page anew for the width that there is now."""
        if self._home is not None:
            self._show(self._home)

    def action_begin(self) -> None:
        """Start a session over the whole deck."""
        self.app.push_screen(ReviewScreen(self._study))

    def action_keys(self) -> None:
        """Show the keys."""
        bindings = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen("Home: the keys", bindings))

    def action_leave(self) -> None:
        """End the program."""
        self.app.exit()

    def _show(self, home: _Home) -> None:
        due, day = home.due, home.due.day
        self.query_one(Head).right = f"{day:%A}, {day.day} {day:%B}"
        first = next((column for column in home.columns if column.met < column.cards), None)
        if home.columns:
            self.query_one(Glyph).show((first or home.columns[0]).headword)
        self.query_one("#today", Static).update(_today(due))
        self.query_one("#issues", Static).update(_issues(home.issues, home.columns, self.size.width))
        self.query_one("#columns", Static).update(_columns(home.columns, self.size.width))
        notes = self.query_one("#notes", Static)
        notes.update(_notes(home))
        notes.display = bool(home.warnings or due.left_out)
        self.query_one("#place", Static).update(f"hanzi-column {__version__} · {shown(home.database)}")
        self.query_one("#page").visible = True


def _read_home(learner: Learner) -> _Home:
    return _Home(
        due_now(learner),
        tuple(library.issues(learner.store)),
        tuple(library.columns(learner.store)),
        str(learner.places.database),
        learner.warnings,
    )


def _today(due: Due) -> Content:
    if due.counts.left == 0:
        return Content("\n").join([Content.styled("Nothing is due.", "bold"), Content.styled(due.when, "$quiet")])
    cards = "1 card" if due.counts.left == 1 else f"{due.counts.left} cards"
    return Content("\n").join(
        [
            Content.assemble((f"{cards} today", "bold $foreground"), (f"   {due.sentence}", "$quiet")),
            Content(""),
            Content.from_markup("[@click=screen.begin][b $cinnabar]⏎[/] begin[/]"),
        ]
    )


def _notes(home: _Home) -> Content:
    lines = [Content.styled(f"! {shown(warning)}", "$ochre") for warning in home.warnings]
    lines += [
        Content.styled(f"! left out: {shown(path)}: {shown(problem)}", "$ochre") for path, problem in home.due.left_out
    ]
    return Content("\n").join(lines)


def _issues(issues: tuple[IssueRow, ...], columns: tuple[ColumnRow, ...], width: int) -> Content:
    """Return the issues: title, date, the headwords of their columns, and how far their cards are learnt."""
    if not issues:
        return Content.styled(
            "There are no issues yet: hanzi-column ingest FILE makes one from a newsletter.", "$quiet"
        )
    room = max(4, min(width - 4, 96) - 26)
    lines = [Content.styled(f"{'Issues':<{room}}  {'known':>6}{'learning':>10}{'new':>6}", "$quiet")]
    for issue in issues:
        title = _padded(shown(f"{issue.title}{f'  {issue.date}' if issue.date else ''}"), room)
        lines.append(
            Content.assemble(
                (title, "$foreground"),
                (f"  {issue.known:>6}{issue.met - issue.known:>10}{issue.cards - issue.met:>6}", "$quiet"),
            )
        )
        headwords = " ".join(column.headword for column in columns if column.issue_id == issue.id)
        if headwords:
            lines.append(Content.styled(f"  {shown(headwords)}", "$cinnabar"))
    return Content("\n").join(lines)


def _columns(columns: tuple[ColumnRow, ...], width: int) -> Content:
    if not columns:
        return Content.styled("There are no columns: hanzi-column check says what keeps them back.", "$quiet")
    lines = [Content.styled("Columns", "$quiet")]
    for column in columns:
        told = fit(shown(f"{column.pinyin}  {column.gloss}"), max(4, min(width - 4, 96) - 6))
        lines.append(Content.assemble((shown(column.headword), "bold $cinnabar"), f"  {told}"))
    return Content("\n").join(lines)


def _padded(text: str, room: int) -> str:
    """Cut or fill ``text`` to ``room`` cells."""
    text = fit(text, room)
    return text + " " * (room - cells(text))
