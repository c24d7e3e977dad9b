"""The review: a question, an answer, four grades; then the next."""

import asyncio
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from hanzi_column.domain.card import Card
from hanzi_column.domain.review import Rating
from hanzi_column.domain.text import shown
from hanzi_column.errors import HanziColumnError, NoAddressError
from hanzi_column.services.learner import Learner
from hanzi_column.services.review import Asked, Counts, ReviewSession
from hanzi_column.store.queue import Scope
from hanzi_column.tui.study import StoreFailed, Study
from hanzi_column.tui.widgets.asking import AskingPage
from hanzi_column.tui.widgets.head import Head
from hanzi_column.tui.widgets.keys import Key, KeyLine

if TYPE_CHECKING:
    from hanzi_column.tui.widgets.after import After
    from hanzi_column.tui.widgets.grades import Grades


class _State(Enum):
    OPENING = auto()
    ASKING = auto()
    ANSWERED = auto()
    END = auto()


class _Turn(NamedTuple):
    """What the study thread gives after each step: the card, what is left, and at the end what that means in words."""

    asked: Asked | None
    counts: Counts
    answered: int
    left: str
    rollover_hour: int
    session: ReviewSession


_KEYS = Key("?", "keys", "screen.keys")
_LEAVE = Key("esc", "leave", "screen.leave")
_UNDO = Key("u", "undo", "screen.undo")
_SOURCE = Key("o", "source", "screen.open_source")


def _binding(keys: str, action: str, name: str, tooltip: str = "") -> Binding:
    return Binding(keys, action, name, id=f"review.{name}", tooltip=tooltip, priority=True)


class ReviewScreen(Screen[None]):
    """One session. ``leave_program`` says whether leaving it ends the program or goes back to the screen below."""

    SCOPED_CSS = False  # every rule begins with the screen's own type
    DEFAULT_CSS = """
    ReviewScreen { background: $background; color: $foreground; layout: vertical; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (11, "-low"), (18, "-even"), (30, "-high")]

    # Priority: the program takes these keys one after another, so that a quick hand is never ahead of a slow disk.
    # Letters and digits go to the place where an answer is typed while it has the focus.
    BINDINGS: ClassVar[list[BindingType]] = [
        _binding("enter", "check", "check", "Check, show, take the marked grade"),
        _binding("space", "show", "show", "The same, where nothing is typed"),
        _binding("1", "grade(1)", "again", "Grade: Again, Hard, Good, Easy"),
        _binding("2", "grade(2)", "hard"),
        _binding("3", "grade(3)", "good"),
        _binding("4", "grade(4)", "easy"),
        _binding("left", "mark(-1)", "left", "Move the mark to another grade"),
        _binding("right", "mark(1)", "right"),
        _binding("up,pageup", "scroll(-1)", "up", "Scroll a long answer"),
        _binding("down,pagedown", "scroll(1)", "down"),
        _binding("u", "undo", "undo", "Take back the last answer"),
        _binding("o", "open_source", "source", "Open where the column came from"),
        _binding("question_mark", "keys", "keys", "This page"),
        _binding("escape", "leave", "leave", "Leave; all answers are saved (also q)"),
        _binding("q", "quit_session", "quit"),
    ]

    def __init__(
        self,
        study: Study,
        scope: Scope | None = None,
        limit: int | None = None,
        new: int | None = None,
        *,
        leave_program: bool = False,
    ) -> None:
        super().__init__()
        self._study = study
        self._scope = scope or Scope()
        self._limits = (limit, new)
        self._leave_program = leave_program
        self._state = _State.OPENING
        self._turn: _Turn | None = None
        self._after: After | None = None
        self._furnishing = asyncio.Lock()
        self._stepping = asyncio.Lock()  # a click may come while a key is still being answered

    def compose(self) -> ComposeResult:
        """Make the page of the question; the others follow when it is drawn."""
        yield Head()
        yield AskingPage()
        yield KeyLine()

    async def on_mount(self) -> None:
        """Ask the first card when the database has answered."""
        self.query_one(AskingPage).display = False
        if self._study.is_open:
            await self._begin()
        else:
            self.call_later(self._begin)

    def on_resize(self) -> None:
        """Set the answer anew for the size that there is now."""
        if self._state is _State.ANSWERED and self._after is not None:
            self.call_after_refresh(self._after.redraw)

    async def _furnish(self) -> "After":
        """Make what comes after a question; the first question did not wait for it."""
        async with self._furnishing:
            if self._after is None:
                from hanzi_column.tui.widgets.after import After

                after = After()
                after.display = False
                await self.mount(after, before=self.query_one(KeyLine))
                self._after = after
            return self._after

    async def _begin(self) -> None:
        def begin(learner: Learner) -> _Turn:
            return _turn(learner.session(self._scope, *self._limits), learner.settings.rollover_hour)

        try:
            turn = await self._study.run(begin)
        except HanziColumnError as error:
            self.post_message(StoreFailed(error))
            return
        await self._show(turn)
        self.call_after_refresh(self._furnish)

    # --- what a key does ----------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a key does something now."""
        if action in ("grade", "mark", "scroll"):
            return self._state is _State.ANSWERED
        if action in ("open_source", "quit_session"):
            return self.focused is None
        return True

    async def action_check(self) -> None:
        """Show the answer, or take the marked grade."""
        async with self._stepping:
            if self._state is _State.ASKING:
                await self._answer()
            elif self._state is _State.ANSWERED:
                await self._grade((await self._furnish()).marked)
            elif self._state is _State.END:
                self.action_leave()

    async def action_show(self) -> None:
        """Do what Enter does, on the space bar."""
        await self.action_check()

    async def action_grade(self, grade: int) -> None:
        """Save the answer with this grade; the next card is shown when it is on disk."""
        async with self._stepping:
            await self._grade(Rating(grade))

    async def _grade(self, rating: Rating) -> None:
        turn = self._turn
        if self._state is not _State.ANSWERED or turn is None or turn.asked is None:
            return
        asked, judgement = turn.asked, (await self._furnish()).judgement
        typed = self.query_one(AskingPage).typed

        def save(_: Learner) -> _Turn:
            turn.session.answer(asked, rating, typed, judgement)
            return _turn(turn.session, turn.rollover_hour)

        await self._step(save)

    async def action_undo(self) -> None:
        """Take back the last answer and ask its card again."""
        async with self._stepping:
            turn = self._turn
            if turn is None:
                return
            undone: list[str | None] = []

            def undo(_: Learner) -> _Turn:
                undone.append(turn.session.undo())
                return _turn(turn.session, turn.rollover_hour)

            await self._step(undo)
            if undone == [None]:
                self._tell("There is no answer of today to take back.")

    def action_mark(self, steps: int) -> None:
        """Move the mark on the grades."""
        if self._state is _State.ANSWERED and self._after is not None:
            self._after.move(steps)

    def action_scroll(self, steps: int) -> None:
        """Scroll a long answer by half a page."""
        if self._state is _State.ANSWERED and self._after is not None:
            self._after.scroll_answer(steps)

    def action_open_source(self) -> None:
        """Open the address of the card's column, or say that none is recorded."""
        asked = self._turn.asked if self._turn is not None else None
        if asked is None or asked.explanation is None:
            return
        import webbrowser

        from hanzi_column.services.opening import open_address

        try:
            told = open_address(asked.explanation.origin.url, webbrowser.open)
        except NoAddressError as error:
            told = str(error)
        self._tell(told)

    def action_keys(self) -> None:
        """Show the keys."""
        from hanzi_column.tui.screens.help import HelpScreen

        bindings = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen("Review: the keys", bindings))

    def action_leave(self) -> None:
        """Leave the session."""
        if self._leave_program:
            self.app.exit()
        else:
            self.dismiss()

    def action_quit_session(self) -> None:
        """Leave the session, where no letter is being typed."""
        self.action_leave()

    async def on_grades_chosen(self, event: "Grades.Chosen") -> None:
        """Take the grade that was clicked."""
        await self.action_grade(int(event.rating))

    def _tell(self, text: str, severity: Literal["information", "error"] = "information", seconds: float = 5) -> None:
        """Show one notice; it takes the place of the one before."""
        self.app.clear_notifications()
        self.notify(shown(text), severity=severity, markup=False, timeout=seconds)

    async def _step(self, task: Callable[[Learner], _Turn]) -> None:
        """Carry out one step on the study thread; where it fails nothing was written and the card stays."""
        try:
            turn = await self._study.run(task)
        except HanziColumnError as error:
            self._tell(str(error), severity="error", seconds=20)
            return
        await self._show(turn)

    # --- what is shown ------------------------------------------------------------------------------------------------

    async def _show(self, turn: _Turn) -> None:
        self._turn = turn
        self._head(turn)
        if turn.asked is None:
            await self._end(turn)
        else:
            await self._ask(turn.asked.card)

    def _head(self, turn: _Turn) -> None:
        head, counts = self.query_one(Head), turn.counts
        head.right = f"{counts.new} new  {counts.due + counts.steps} due"
        head.done = turn.answered / max(1, turn.answered + counts.left)
        origin = turn.asked.explanation.origin if turn.asked and turn.asked.explanation else None
        head.middle = (origin.issue_title or origin.headline) if origin else ""

    def _page(self, state: _State) -> None:
        self._state = state
        self.query_one(AskingPage).display = state is _State.ASKING
        if self._after is not None:
            self._after.display = state in (_State.ANSWERED, _State.END)

    async def _ask(self, card: Card) -> None:
        page = self.query_one(AskingPage)
        await page.ask(card)
        self._page(_State.ASKING)
        undo = [_UNDO] if self._turn and self._turn.answered else []
        if page.focus_answer():
            keys = [Key("⏎", "check", "screen.check"), Key("space", "show", "screen.check"), *undo]
        else:
            self.set_focus(None)
            keys = [Key("⏎", "show", "screen.check"), *undo, _SOURCE]
        self.query_one(KeyLine).show([*keys, _KEYS, _LEAVE])

    async def _answer(self) -> None:
        turn = self._turn
        if turn is None or turn.asked is None:
            return
        asked, after = turn.asked, await self._furnish()
        previews = await self._study.run(lambda _: turn.session.previews(asked))
        self.set_focus(None)
        self._page(_State.ANSWERED)
        after.show_answer(asked, self.query_one(AskingPage).typed, previews)
        take = [Key("1-4", "grade", "screen.check"), Key("⏎", "take ◂", "screen.check")]
        self.query_one(KeyLine).show([*take, _UNDO, _SOURCE, _KEYS, _LEAVE])

    async def _end(self, turn: _Turn) -> None:
        after = await self._furnish()
        self._page(_State.END)
        self.set_focus(None)
        after.show_end(turn.answered, turn.left)
        undo = [_UNDO] if turn.answered else []
        self.query_one(KeyLine).show([Key("⏎", "leave", "screen.leave"), *undo, _KEYS])


def _turn(session: ReviewSession, rollover_hour: int) -> _Turn:
    asked = session.next()
    left = ""
    if asked is None:
        from hanzi_column.services.due import what_is_left

        left = what_is_left(session, rollover_hour)
    return _Turn(asked, session.counts(), session.answered, left, rollover_hour, session)
