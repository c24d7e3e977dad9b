"""Where an answer is typed."""

from dataclasses import dataclass

from textual.events import Key
from textual.message import Message
from textual.widgets import Input


class AnswerInput(Input):
    """An input that gives up single keys while it is empty.

    No syllable of pinyin begins with u, a space or a question mark, so that these keep what they do elsewhere;
    everything else is typed.
    """

    DEFAULT_CSS = """
    AnswerInput, AnswerInput:focus {
        width: 28; max-width: 100%; height: 3; border: round $quiet; background: $background; padding: 0 1;
        color: $foreground; background-tint: $background 0%;
    }
    AnswerInput:focus { border: round $foreground; }
    """

    @dataclass
    class Shortcut(Message):
        """A key was pressed that is not meant as an answer: ``u``, ``space`` or ``question_mark``."""

        key: str

    async def _on_key(self, event: Key) -> None:
        if not self.value and event.key in ("u", "space", "question_mark"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Shortcut(event.key))
            return
        await super()._on_key(event)
