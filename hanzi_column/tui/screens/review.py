"""The review: a question, an answer, four grades; then the next."""

import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from hanzi_column.domain.answer import Judgement, judge
from hanzi_column.domain.card import AnswerForm, CardKind
from hanzi_column.domain.review import Rating, interval_text
from hanzi_column.domain.text import shown
from hanzi_column.errors import HanziColumnError, NoAddressError
from hanzi_column.services.due import come_back
from hanzi_column.services.learner import Learner
from hanzi_column.services.opening import open_address
from hanzi_column.services.review import Asked, Counts, Return, ReviewSession
from hanzi_column.store.queue import Scope
from hanzi_column.tui.screens.help import HelpScreen
from hanzi_column.tui.study import Study
from hanzi_column.tui.widgets import explained
from hanzi_column.tui.widgets.answer_input import AnswerInput
from hanzi_column.tui.widgets.glyph import Glyph
from hanzi_column.tui.widgets.grades import Grades
from hanzi_column.tui.widgets.head import Head
from hanzi_column.tui.widgets.keys import Key, KeyLine


class _State(Enum):
    OPENING = auto()
    ASKING = auto()
    ANSWERED = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class _Turn:
    """What the study thread gives after each step: the card, what is left, and when something is due again."""

    asked: Asked | None
    counts: Counts
    back: Return
    answered: int
    rollover_hour: int
    session: ReviewSession


class ReviewScreen(Screen[None]):
    """One session. ``leave_program`` says whether leaving it ends the program or goes back to the screen below."""

    CSS = """
    ReviewScreen { background: $background; color: $foreground; layout: vertical; }
    ReviewScreen #asking { height: 1fr; align: center middle; }
    ReviewScreen #asking > * { width: 100%; height: auto; }
    ReviewScreen #prompt { text-align: center; text-style: bold; margin: 0 2; }
    ReviewScreen #english { text-align: center; color: $quiet; margin: 0 2; }
    ReviewScreen #question { text-align: center; margin: 1 2 0 2; }
    ReviewScreen #kind { text-align: center; color: $quiet; }
    ReviewScreen #answered { height: 1fr; align-horizontal: center; }
    ReviewScreen #page { width: 100%; max-width: 78; height: 1fr; padding: 1 2 0 2; scrollbar-size: 1 1; scrollbar-color: $quiet 40%;
                         scrollbar-background: $background; }
    ReviewScreen #left, ReviewScreen #right { height: auto; }
    ReviewScreen #top { height: auto; margin-bottom: 1; }
    ReviewScreen #top > Glyph { width: 14; margin-right: 3; }
    ReviewScreen #facts { width: 1fr; height: auto; }
    ReviewScreen #parts { color: $foreground; }
    ReviewScreen #chain { margin-bottom: 1; }
    ReviewScreen #paragraph { max-width: 72; }
    ReviewScreen #origin { margin-top: 1; }
    ReviewScreen #end { height: 1fr; align: center middle; }
    ReviewScreen #end > Static { width: 100%; text-align: center; height: auto; margin: 0 2; }
    ReviewScreen #prompt.-behind-glyph { display: none; }
    ReviewScreen.-narrow Grades { height: 2; }
    ReviewScreen.-narrow _Grade { height: 2; }
    ReviewScreen #asking .-hidden, ReviewScreen.-low #asking Glyph { display: none; }
    ReviewScreen.-narrow #small { display: none; }
    ReviewScreen.-low #prompt.-behind-glyph { display: block; }
    ReviewScreen.-narrow #chain, ReviewScreen.-narrow #parts, ReviewScreen.-low #parts { display: none; }
    ReviewScreen.-narrow #page { padding: 1 1 0 1; }
    ReviewScreen.-wide #page { max-width: 140; layout: horizontal; padding: 3 3 0 3; }
    ReviewScreen.-wide #left { width: 1fr; }
    ReviewScreen.-wide #right { width: 1fr; max-width: 66; margin-left: 3; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-even")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "go_on",
            "check",
            id="review.go_on",
            tooltip="Check, show, take the marked grade",
        ),
        Binding("space", "go_on", "show", id="review.show", tooltip="The same, where nothing is typed"),
        Binding("1", "grade(1)", "grade", id="review.again", tooltip="Grade: Again, Hard, Good, Easy"),
        Binding("2", "grade(2)", "Hard", id="review.hard"),
        Binding("3", "grade(3)", "Good", id="review.good"),
        Binding("4", "grade(4)", "Easy", id="review.easy"),
        Binding("left", "mark(-1)", "mark", id="review.left", tooltip="Move the mark to another grade"),
        Binding("right", "mark(1)", "mark", id="review.right"),
        Binding("u", "undo", "undo", id="review.undo", tooltip="Take back the last answer"),
        Binding("o", "open_source", "source", id="review.source", tooltip="Open where the column came from"),
        Binding("question_mark", "keys", "keys", id="review.keys", tooltip="This page"),
        Binding("escape,q", "leave", "leave", id="review.leave", tooltip="Leave; all answers are saved (also q)"),
    ]

    class Failed(Message):
        """The database cannot be used."""

        def __init__(self, error: HanziColumnError) -> None:
            super().__init__()
            self.error = error

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
        self._judgement: Judgement | None = None

    def compose(self) -> ComposeResult:
        """Make all three pages; one is shown at a time."""
        yield Head()
        with Vertical(id="asking"):
            yield Center(Glyph(id="glyph"))
            yield Static(id="prompt", markup=False)
            yield Static(id="english", markup=False)
            yield Static(id="question", markup=False)
            yield Center(AnswerInput(id="typed"))
        with Center(id="answered"), VerticalScroll(id="page", can_focus=False):
            with Vertical(id="left"):
                with Horizontal(id="top"):
                    yield Glyph(id="small")
                    with Vertical(id="facts"):
                        yield Static(id="answer", markup=False)
                        yield Static(id="parts", markup=False)
                yield Static(id="chain", markup=False)
            with Vertical(id="right"):
                yield Static(id="paragraph", markup=False)
                yield Static(id="origin", markup=False)
        with Vertical(id="end"):
            yield Static(id="ended", markup=False)
        yield Grades(id="grades")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Ask the first card."""
        for page in ("#asking", "#answered", "#end", "#grades"):
            self.query_one(page).display = False
        self.call_later(self._begin)

    async def _begin(self) -> None:
        def begin(learner: Learner) -> _Turn:
            session = learner.session(self._scope, *self._limits)
            return _turn(session, learner.settings.rollover_hour)

        try:
            turn = await self._study.run(begin)
        except HanziColumnError as error:
            self.post_message(self.Failed(error))
            return
        self._show(turn)

    # --- steps --------------------------------------------------------------------------------------------------------

    async def action_go_on(self) -> None:
        """Show the answer, or take the marked grade."""
        if self._state is _State.ASKING:
            self._answer(self.query_one(AnswerInput).value)
        elif self._state is _State.ANSWERED:
            await self.action_grade(int(self.query_one(Grades).marked))
        elif self._state is _State.END:
            self.action_leave()

    async def action_grade(self, grade: int) -> None:
        """Save the answer with this grade; the next card is shown when it is on disk."""
        if self._state is not _State.ANSWERED or self._turn is None or self._turn.asked is None:
            return
        turn, asked, judgement = self._turn, self._turn.asked, self._judgement
        typed = self.query_one(AnswerInput).value

        def save(_: Learner) -> _Turn:
            turn.session.answer(asked, Rating(grade), typed, judgement)
            return _turn(turn.session, turn.rollover_hour)

        await self._step(save)

    async def action_undo(self) -> None:
        """Take back the last answer and ask its card again."""
        turn = self._turn
        if turn is None:
            return
        undone: list[str | None] = []

        def undo(_: Learner) -> _Turn:
            undone.append(turn.session.undo())
            return _turn(turn.session, turn.rollover_hour)

        if self._state in (_State.ASKING, _State.ANSWERED, _State.END):
            await self._step(undo)
        if undone == [None]:
            self.notify("There is no answer of today to take back.")

    async def _step(self, task: Callable[[Learner], _Turn]) -> None:
        """Carry out one step on the study thread; where it fails nothing was written and the card stays."""
        try:
            turn = await self._study.run(task)
        except HanziColumnError as error:
            self.notify(shown(str(error)), severity="error", markup=False, timeout=20)
            return
        self._show(turn)

    def action_mark(self, steps: int) -> None:
        """Move the mark on the grades."""
        if self._state is _State.ANSWERED:
            self.query_one(Grades).move(steps)

    def action_open_source(self) -> None:
        """Open the address of the card's column, or say that none is recorded."""
        asked = self._turn.asked if self._turn is not None else None
        if asked is None or asked.explanation is None:
            return
        try:
            told = open_address(asked.explanation.origin.url, webbrowser.open)
        except NoAddressError as error:
            told = str(error)
        self.notify(shown(told), markup=False)

    def action_keys(self) -> None:
        """Show the keys."""
        bindings = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen("Review: the keys", bindings))

    def action_leave(self) -> None:
        """Leave the session."""
        if self._leave_program:
            self.app.exit()
        else:
            self.dismiss()

    def on_input_submitted(self, event: AnswerInput.Submitted) -> None:
        """Check what was typed."""
        event.stop()
        if self._state is _State.ASKING:
            self._answer(event.value)

    async def on_answer_input_shortcut(self, event: AnswerInput.Shortcut) -> None:
        """Do what the key does elsewhere."""
        match event.key:
            case "u":
                await self.action_undo()
            case "space":
                await self.action_go_on()
            case _:
                self.action_keys()

    async def on_grades_chosen(self, event: Grades.Chosen) -> None:
        """Take the grade that was clicked."""
        await self.action_grade(int(event.rating))

    # --- pages --------------------------------------------------------------------------------------------------------

    def _show(self, turn: _Turn) -> None:
        self._turn = turn
        self._judgement = None
        self._head(turn)
        if turn.asked is None:
            self._end(turn)
        else:
            self._ask(turn.asked)

    def _head(self, turn: _Turn) -> None:
        head = self.query_one(Head)
        counts = turn.counts
        head.right = "  ".join(
            f"{number} {name}" for number, name in ((counts.new, "new"), (counts.due + counts.steps, "due"))
        )
        head.done = turn.answered / max(1, turn.answered + counts.left)
        origin = turn.asked.explanation.origin if turn.asked and turn.asked.explanation else None
        head.middle = f"{origin.issue_title or origin.headline}" if origin else ""

    def _page(self, state: _State) -> None:
        self._state = state
        self.query_one("#asking").display = state is _State.ASKING
        self.query_one("#answered").display = state is _State.ANSWERED
        self.query_one("#grades").display = state is _State.ANSWERED
        self.query_one("#end").display = state is _State.END

    def _ask(self, asked: Asked) -> None:
        card = asked.card
        self.query_one("#glyph", Glyph).show(card.prompt if card.kind is not CardKind.CLOZE else "")
        self.query_one("#glyph").set_class(card.kind is CardKind.CLOZE, "-hidden")
        prompt = self.query_one("#prompt", Static)
        prompt.update(Content.styled(shown(card.prompt), "bold $cinnabar"))
        prompt.set_class(card.kind is not CardKind.CLOZE, "-behind-glyph")
        english = self.query_one("#english", Static)
        english.update(shown(card.english or ""))
        english.display = card.english is not None
        self.query_one("#question", Static).update(card.question)
        typed = self.query_one(AnswerInput)
        typed.value = ""
        typed.display = card.answer_form is not AnswerForm.NOTHING
        typed.placeholder = {AnswerForm.PINYIN: "pinyin, as li4", AnswerForm.HANZI: "hanzi or pinyin"}.get(
            card.answer_form, ""
        )
        self._page(_State.ASKING)
        if typed.display:
            typed.focus()
        else:
            self.set_focus(None)
        undo = [Key("u", "undo", "screen.undo")] if self._turn and self._turn.answered else []
        check = Key("⏎", "check", "screen.go_on") if typed.display else Key("⏎", "show", "screen.go_on")
        show = [Key("space", "show", "screen.go_on")] if typed.display else []
        source = [] if typed.display else [Key("o", "source", "screen.open_source")]
        self.query_one(KeyLine).show(
            [check, *show, *undo, *source, Key("?", "keys", "screen.keys"), Key("esc", "leave", "screen.leave")]
        )

    def _answer(self, typed: str) -> None:
        if self._turn is None or self._turn.asked is None:
            return
        asked = self._turn.asked
        self._judgement = judge(asked.card, typed)
        self.set_focus(None)
        self._page(_State.ANSWERED)
        self._draw_answer(asked)
        proposal = self._judgement.proposal if self._judgement else Rating.GOOD
        intervals = {rating: interval_text(memory, asked.asked_at) for rating, memory in asked.previews.items()}
        self.query_one(Grades).offer(intervals, proposal)
        self.query_one("#page").scroll_home(animate=False)
        self.query_one(KeyLine).show(
            [
                Key("1-4", "grade", "screen.go_on"),
                Key("⏎", "take ◂", "screen.go_on"),
                Key("u", "undo", "screen.undo"),
                Key("o", "source", "screen.open_source"),
                Key("?", "keys", "screen.keys"),
                Key("esc", "leave", "screen.leave"),
            ]
        )

    def _draw_answer(self, asked: Asked) -> None:
        card, explanation = asked.card, asked.explanation
        wide = self.has_class("-wide")
        width = min(self.size.width, 140) // 2 - 2 if wide else min(self.size.width, 78)
        glyph = 0 if self.has_class("-narrow") else 18
        self.query_one("#small", Glyph).show(card.answer if len(card.answer) < 4 else card.answer[:1])
        self.query_one("#answer", Static).update(explained.answer_lines(card, explanation, self._judgement, width - glyph - 4))
        for name in ("#parts", "#chain", "#paragraph", "#origin"):
            self.query_one(name).visible = explanation is not None
        if explanation is None:
            return
        # A word is explained by its paragraph; the parts are those of the headword.
        self.query_one("#parts").display = card.kind in (CardKind.MEANING, CardKind.READING) or self.size.height >= 30
        self.query_one("#parts", Static).update(
            Content("\n").join(
                [explained.formation_line(explanation), explained.component_lines(explanation.components)]
            )
        )
        self.query_one("#chain", Static).update(explained.sense_chain(explanation.senses, width - 4))
        self.query_one("#paragraph", Static).update(explained.paragraph(card, explanation, self._room()))
        self.query_one("#origin", Static).update(explained.origin_line(explanation.origin, width - 4))

    def _room(self) -> int:
        """Return how many characters of the paragraph fit under the rest of the page."""
        if self.has_class("-wide"):
            return (self.size.height - 10) * 50
        return max(3, self.size.height - 18) * min(68, self.size.width - 6)

    def _end(self, turn: _Turn) -> None:
        self._page(_State.END)
        self.set_focus(None)
        answers = "1 answer is saved." if turn.answered == 1 else f"{turn.answered} answers are saved."
        lines = [
            Content.styled("Done for now", "bold $cinnabar"),
            Content(""),
            Content(answers if turn.answered else "Nothing is due."),
            Content.styled(come_back(turn.back, turn.session.today, turn.rollover_hour), "$quiet"),
        ]
        if turn.counts.left:
            lines.insert(3, Content(f"{turn.counts.left} cards are left for today."))
        self.query_one("#ended", Static).update(Content("\n").join(lines))
        undo = [Key("u", "undo", "screen.undo")] if turn.answered else []
        self.query_one(KeyLine).show([Key("⏎", "leave", "screen.leave"), *undo, Key("?", "keys", "screen.keys")])


def _turn(session: ReviewSession, rollover_hour: int) -> _Turn:
    asked = session.next()
    return _Turn(asked, session.counts(), session.comes_back(), session.answered, rollover_hour, session)
