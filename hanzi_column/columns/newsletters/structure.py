"""What each block of a newsletter is: prose, a heading, a section, a divider; the furniture is taken away first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hanzi_column.columns.pages import wording
from hanzi_column.columns.pages.blocks import Block, BlockKind
from hanzi_column.domain.text import hanzi_only

LONGEST_HEADLINE: Final = 250
"""Characters in what stands where a headline must stand."""

_LONGEST_HEADING: Final = 160
_LONGEST_SECTION: Final = 45
_MOST_SECTION_WORDS: Final = 6


def without_furniture(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the foot, the way to the browser, social networks; give images that head a section as text."""
    kept: list[Block] = []
    for block in _above_foot(blocks):
        if block.kind is BlockKind.IMAGE:
            if names_standing_part(block) or wording.is_call(block.text):
                kept.append(replace(block, kind=BlockKind.TEXT))
        elif block.kind is BlockKind.DIVIDER or not (wording.is_noise(block.text) or wording.is_footer(block.text)):
            kept.append(block)
    # A heading drawn as an image is often written under it too.
    return [block for at, block in enumerate(kept) if not (at and _repeats(block, kept[at - 1]))]


def _repeats(block: Block, before: Block) -> bool:
    return names_standing_part(block) and wording.normal(block.text) == wording.normal(before.text)


def names_standing_part(block: Block) -> bool:
    """Whether the block heads what stands in every issue: the column's section or the advert."""
    return wording.is_column_section(block.text) or wording.is_advert(block.text)


def _above_foot(blocks: Sequence[Block]) -> Sequence[Block]:
    """Cut at the small print after which nothing but small print comes."""
    last = len(blocks)
    for at in range(len(blocks) - 1, -1, -1):
        if names_standing_part(blocks[at]) or calls(blocks[at]):
            break
        if wording.is_footer(blocks[at].text):
            last = at
    return blocks[:last] if last > 0 else blocks


def calls(block: Block) -> bool:
    """Whether the block is a call to read on or ends in one."""
    return block.kind is BlockKind.TEXT and (wording.is_call(block.text) or wording.without_call(block)[1])


def is_emoji_line(block: Block) -> bool:
    """Whether the block is a line of emoji, as stands between the editorial and the stories; a rule is none."""
    return block.kind is BlockKind.DIVIDER and any(ord(char) > 0x2190 and char not in "─━═—―" for char in block.text)


class Structure:
    """The blocks of a newsletter without its furniture, each asked by its index what it is."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._body_look = self._most_frequent_look()
        self._section_look = self._look_of_sections()

    def _most_frequent_look(self) -> str | None:
        """Return the look in which most of the text is set; None where all looks alike."""
        sizes = Counter[str]()
        for block in self.blocks:
            sizes[block.look] += len(block.text)
        return sizes.most_common(1)[0][0] if len(sizes) > 1 else None

    def _look_of_sections(self) -> str | None:
        """Return how a known section looks, where its headline looks different: whatever looks so is a section."""
        for at, block in enumerate(self.blocks):
            if not wording.is_known_section(block.text) or not block.look or block.look == self._body_look:
                continue
            following = self.next_text(at + 1)
            if following is not None and self.blocks[following].look != block.look:
                return block.look
        return None

    def next_text(self, at: int) -> int | None:
        """Return the index of the first block with words from ``at`` on."""
        return next((n for n in range(at, len(self.blocks)) if self.blocks[n].kind is BlockKind.TEXT), None)

    def is_set_apart(self, at: int) -> bool:
        """Whether the block is marked as a heading or set unlike most of the text."""
        block = self.blocks[at]
        return block.level is not None or (self._body_look is not None and block.look != self._body_look)

    def is_prose(self, at: int) -> bool:
        """Whether the block has words and is no heading."""
        return self.blocks[at].kind is BlockKind.TEXT and not self.is_heading(at)

    def is_heading(self, at: int) -> bool:
        """Whether the block is set as a heading of any kind: a title, a section, a headline."""
        block = self.blocks[at]
        text = block.text
        if block.kind is not BlockKind.TEXT or len(text) > _LONGEST_HEADING or wording.has_stop(text):
            return False
        if calls(block) or text.startswith(("—", "–", "- ")):
            return False
        if text.endswith("!") and (len(text.split()) <= 4 or not wording.is_titled(text)):  # “Happy reading!”
            return False
        if block.level is not None:
            return True
        if block.look == self._body_look or not wording.is_one_sentence(text):
            return wording.is_titled(text) or bool(hanzi_only(text))
        return True

    def is_section(self, at: int) -> bool:
        """Whether the block names a section: by its name, its look, or because it is short and heads a headline."""
        block = self.blocks[at]
        if block.kind is not BlockKind.TEXT or len(block.text) > _LONGEST_HEADING:
            return False
        if names_standing_part(block):
            return True
        following = self.next_text(at + 1)
        if following is None or calls(self.blocks[following]) or not self.is_heading(at):
            return False
        if wording.is_known_section(block.text):
            headline = self.blocks[following].text
            return len(headline) <= LONGEST_HEADLINE and wording.is_one_sentence(headline)
        if self._section_look is not None:
            return block.look == self._section_look
        level, under = block.level, self.blocks[following].level
        if level is not None and under is not None and level != under:
            return level < under
        return _is_short_name(block) and self.is_heading(following) and block.url is None


def _is_short_name(block: Block) -> bool:
    text = block.text
    plain = len(text) <= _LONGEST_SECTION and len(text.split()) <= _MOST_SECTION_WORDS and not hanzi_only(text)
    return plain and not any(mark in text for mark in ":：?？!–—")
