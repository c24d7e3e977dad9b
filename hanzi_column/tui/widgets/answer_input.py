"""Where an answer is typed."""

from textual.widgets import Input


class AnswerInput(Input):
    """An input that lets single keys pass while it is empty.

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

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say whether the key is typed here, before any binding is asked."""
        if not self.value and key in ("u", "space", "question_mark"):
            return False
        return super().check_consume_key(key, character)
