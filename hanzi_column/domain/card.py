"""Cards: one question made from a column, and what a learner is shown around its answer."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hanzi_column.domain.etymology import Component, Evidence, Formation, Sense
from hanzi_column.domain.pinyin import Pinyin
from hanzi_column.domain.text import Span


class CardKind(Enum):
    """The way of asking."""

    MEANING = "meaning"
    READING = "reading"
    WORD = "word"
    CLOZE = "cloze"


class AnswerForm(Enum):
    """What may be typed for an answer: nothing, pinyin, or hanzi (pinyin is taken too)."""

    NOTHING = "nothing"
    PINYIN = "pinyin"
    HANZI = "hanzi"


BLANK = "＿"
"""Stands for one hidden hanzi in a cloze sentence."""


@dataclass(frozen=True, slots=True)
class Card:
    """One question.

    ``subject`` is what the question is about (a column's id or a word's id): two cards of one subject are siblings.
    ``answer`` is the hanzi asked about; ``pinyins`` every reading that counts as right; ``gloss`` what it means.
    ``prompt`` is what is shown: the hanzi, or the sentence with blanks. ``rank`` orders the cards of a column.
    """

    id: str
    kind: CardKind
    subject: str
    column_id: str
    prompt: str
    answer: str
    pinyins: tuple[Pinyin, ...]
    gloss: str
    rank: int
    paragraph: int
    mark: Span | None = None
    """Where the answer stands in its paragraph, None where it does not."""
    sentence_mark: str | None = None
    english: str | None = None
    """The sentence in English, for a cloze."""

    @property
    def answer_form(self) -> AnswerForm:
        """What may be typed for this card."""
        return {
            CardKind.MEANING: AnswerForm.NOTHING,
            CardKind.READING: AnswerForm.PINYIN,
            CardKind.WORD: AnswerForm.PINYIN,
            CardKind.CLOZE: AnswerForm.HANZI,
        }[self.kind]

    @property
    def question(self) -> str:
        """The question in words."""
        match self.kind:
            case CardKind.MEANING:
                return "What does it mean?"
            case CardKind.READING if len(self.pinyins) > 1:
                return f"How is it read? It has {len(self.pinyins)} readings."
            case CardKind.READING:
                return "How is it read?"
            case CardKind.WORD:
                return "How is it read, and what does it mean?"
            case CardKind.CLOZE:
                return "What is missing?"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a card comes from: the column and the issue, with addresses where they are recorded."""

    column_id: str
    headword: str
    headline: str
    issue_title: str | None
    issue_date: str | None
    section: str | None
    url: str | None
    """The first recorded of: the magazine's column, its item in the issue, the issue."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed in a card's reading or meaning since the learner last saw it."""

    before: str
    after: str
    on: date


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the column says around a card: shown after the answer. ``paragraph`` is the text that the card came from."""

    paragraph: str
    formation: Formation
    evidence: Evidence
    components: tuple[Component, ...]
    senses: tuple[Sense, ...]
    origin: Origin
    sentence_pinyin: Pinyin = ()
    """The pinyin of the whole sentence, for a cloze."""
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class CardChanges:
    """What publishing did to the cards: the ids that are new, corrected, retired and taken up again."""

    new: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
