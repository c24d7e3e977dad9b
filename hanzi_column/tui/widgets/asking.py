"""The page of a question: the character, what is asked of it, and the place to answer."""

from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from hanzi_column.domain.card import AnswerForm, Card, CardKind
from hanzi_column.domain.text import shown
from hanzi_column.tui.widgets.answer_input import AnswerInput
from hanzi_column.tui.widgets.glyph import Glyph

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
    .-low AskingPage Glyph { display: none; }
    .-low AskingPage > #prompt.-in-grid { display: block; }
    """

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield Center(Glyph())
        yield Static(id="prompt", markup=False)
        yield Static(id="english", markup=False)
        yield Static(id="question", markup=False)
        yield Center(AnswerInput(id="typed"))

    def ask(self, card: Card) -> None:
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
        typed = self.query_one(AnswerInput)
        typed.value = ""
        typed.placeholder = _PLACEHOLDERS.get(card.answer_form, "")
        typed.display = card.answer_form is not AnswerForm.NOTHING

    @property
    def typed(self) -> str:
        """What was typed so far."""
        return self.query_one(AnswerInput).value

    def focus_answer(self) -> bool:
        """Put the cursor where the answer is typed; False where nothing is typed for this card."""
        typed = self.query_one(AnswerInput)
        if typed.display:
            typed.focus()
        return bool(typed.display)
