"""The page of a question: the character, what is asked of it, and the place to answer."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from hanzi_column.domain.card import AnswerForm, Card, CardKind
from hanzi_column.domain.text import shown
from hanzi_column.tui.widgets.glyph import Glyph

if TYPE_CHECKING:
    from hanzi_column.tui.widgets.answer_input import AnswerInput

_PLACEHOLDERS = {AnswerForm.PINYIN: "pinyin, as li4", AnswerForm.HANZI: "hanzi or pinyin"}


class AskingPage(Vertical):
    """Shows one card's question. On a low screen the character stands without its grid."""

    SCOPED_CSS = False  # the rules ask for the size of the screen, which is outside
    DEFAULT_CSS = """
    AskingPage { height: 1fr; align: center middle; }
    AskingPage > * { width: 100%; height: auto; }
    AskingPage > Static { text-align: center; margin: 0 2; }
    AskingPage > #prompt { text-style: bold; color: $cinnabar; }
    AskingPage > #english { color: $quiet; }
    AskingPage > #question { margin: 1 2 0 2; }
    AskingPage > #prompt.-in-grid, AskingPage Glyph.-empty { display: none; }
    .-low AskingPage Glyph, .-tiny AskingPage Glyph { display: none; }
    .-low AskingPage > #prompt.-in-grid, .-tiny AskingPage > #prompt.-in-grid { display: block; }
    .-tiny AskingPage > #question { margin: 0; }
    .-tiny AskingPage AnswerInput, .-tiny AskingPage AnswerInput:focus { border: none; height: 1; }
    .-tiny Head { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._input: AnswerInput | None = None

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield Center(Glyph())
        yield Static(id="prompt", markup=False)
        yield Static(id="english", markup=False)
        yield Static(id="question", markup=False)
        yield Center(id="place")

    async def ask(self, card: Card) -> None:
        """Show the question of ``card``, with an empty place to answer where its answer is typed."""
        sentence = card.kind is CardKind.CLOZE
        glyph = self.query_one(Glyph)
        glyph.show("" if sentence else card.prompt)
        glyph.set_class(sentence, "-empty")
        prompt = self.query_one("#prompt", Static)
        prompt.update(Content(shown(card.prompt)))
        prompt.set_class(not sentence, "-in-grid")
        english = self.query_one("#english", Static)
        english.update(Content(shown(card.english or "")))
        english.display = card.english is not None
        self.query_one("#question", Static).update(Content(card.question))
        types = card.answer_form is not AnswerForm.NOTHING
        self.query_one("#place").display = types
        if self._input is None and types:
            # Made for the first card that wants it: the character cards that a day begins with are not typed.
            from hanzi_column.tui.widgets.answer_input import AnswerInput

            self._input = AnswerInput(id="typed")
            await self.query_one("#place").mount(self._input)
        if self._input is not None:
            self._input.value = ""
            self._input.placeholder = _PLACEHOLDERS.get(card.answer_form, "")

    @property
    def typed(self) -> str:
        """What was typed so far."""
        return self._input.value if self._input is not None else ""

    def focus_answer(self) -> bool:
        """Put the cursor where the answer is typed; False where nothing is typed for this card."""
        if self._input is None or not self.query_one("#place").display:
            return False
        self._input.focus()
        return True
