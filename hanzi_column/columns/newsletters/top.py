"""The top of a newsletter: its title, the deck under it, and where the editorial ends and the stories begin."""

from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.newsletters.structure import (
    LONGEST_HEADLINE,
    Structure,
    calls,
    is_emoji_line,
    names_standing_part,
)
from hanzi_column.columns.pages import wording
from hanzi_column.columns.pages.blocks import BlockKind

_TITLE_WITHIN: Final = 15
"""Blocks from the top among which the title stands."""

_LONGEST_DECK: Final = 350
_LONGEST_STOPPED_DECK: Final = 220
"""Characters of a deck that ends in a full stop, as the paragraphs of an editorial do."""

_LONGEST_TITLED: Final = 160


@dataclass(frozen=True, slots=True)
class Top:
    """Title and deck (None where there is none); the editorial is the blocks from ``editorial`` up to ``stories``."""

    title: str | None
    deck: str | None
    editorial: int
    stories: int


def read_top(structure: Structure, subject: str | None) -> Top:
    """Read the top; ``subject``, where the input's envelope gives one, confirms the title or stands in for it."""
    reader = _Reader(structure, subject)
    title, at = reader.title()
    deck, at = reader.deck(at)
    return Top(title, deck, at, reader.stories(at))


class _Reader:
    def __init__(self, structure: Structure, subject: str | None) -> None:
        self.structure = structure
        self.blocks = structure.blocks
        self.subject = subject

    def title(self) -> tuple[str | None, int]:
        """Return the title and the index after it."""
        top = [(at, block) for at, block in enumerate(self.blocks[:_TITLE_WITHIN]) if block.kind is BlockKind.TEXT]
        for at, block in top:
            if self.subject and wording.normal(block.text) == wording.normal(self.subject):
                return block.text, at + 1
        candidates = [(at, block) for at, block in top if not wording.is_masthead(block.text)]
        for at, block in candidates:
            if block.level == 1 and len(block.text) <= LONGEST_HEADLINE and not self.structure.is_section(at):
                return block.text, at + 1
        if not candidates:
            return self.subject, 0
        at, block = candidates[0]
        fits = len(block.text) <= LONGEST_HEADLINE and wording.is_one_sentence(block.text)
        if fits and not wording.is_greeting(block.text) and not self._begins_entries(at):
            return block.text, at + 1
        # What stands over the first story is not the title, but the envelope may have one.
        return self.subject, at

    def _begins_entries(self, at: int) -> bool:
        """Whether the block is a section, a salutation, or the headline over a blurb that calls to read on."""
        block, following = self.blocks[at], self.structure.next_text(at + 1)
        if names_standing_part(block) or block.text.endswith(","):
            return True
        return self.subject is not None and following is not None and calls(self.blocks[following])

    def deck(self, at: int) -> tuple[str | None, int]:
        """Return the line under the title, where there is one, and the index after it."""
        while at < len(self.blocks) and self._is_passed_over(at):
            at += 1
        if at < len(self.blocks) and self._is_deck(at):
            return self.blocks[at].text, at + 1
        return None, at

    def _is_passed_over(self, at: int) -> bool:
        block = self.blocks[at]
        if block.kind is BlockKind.DIVIDER:
            return not is_emoji_line(block)
        return wording.is_masthead(block.text)

    def _is_deck(self, at: int) -> bool:
        block = self.blocks[at]
        text = block.text
        if block.kind is not BlockKind.TEXT or wording.is_greeting(text) or text.endswith((",", ":")):
            return False
        if self.structure.is_section(at) or calls(block):
            return False
        if not wording.is_one_sentence(text):
            # Several sentences make a deck only where they are set unlike the letter that follows.
            return self.structure.is_set_apart(at) and len(text) <= _LONGEST_DECK
        stopped = wording.has_stop(text)
        if not stopped and wording.is_titled(text) and len(text) <= _LONGEST_TITLED:
            return False
        return len(text) <= (_LONGEST_STOPPED_DECK if stopped else _LONGEST_DECK)

    def stories(self, at: int) -> int:
        """Return the index after the editorial: after its closing line of emoji, else at the first headline."""
        structure, blocks = self.structure, self.blocks
        sign = next((n for n in range(at, len(blocks)) if structure.is_section(n) or calls(blocks[n])), len(blocks))
        emoji = [n for n in range(at, sign) if is_emoji_line(blocks[n])]
        if emoji and any(structure.is_prose(n) for n in range(at, emoji[-1])):
            return emoji[-1] + 1
        while at < sign and not structure.is_heading(at):
            at += 1
        return at + (at < sign and self._is_signature(at))

    def _is_signature(self, at: int) -> bool:
        """Whether the short line after the editorial names its writer: it heads nothing."""
        following = self.structure.next_text(at + 1)
        short = len(self.blocks[at].text.split()) <= 3 and self.blocks[at].url is None
        after_prose = at > 0 and self.structure.is_prose(at - 1)
        return short and after_prose and following is not None and self.structure.is_heading(following)
