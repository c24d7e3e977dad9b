"""A column: the editorial entry on one headword, with everything that is read out of its prose."""

from dataclasses import dataclass

from hanzi_column.domain.etymology import Component, Evidence, Formation, Sense
from hanzi_column.domain.pinyin import Pinyin
from hanzi_column.domain.strokes import Strokes
from hanzi_column.domain.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: line and column, both counted from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One pronunciation of the headword, with its gloss."""

    pinyin: Pinyin
    gloss: str


@dataclass(frozen=True, slots=True)
class Word:
    """Vocabulary where it stands in the prose. ``span`` covers its hanzi in paragraph number ``paragraph``.

    ``pinyin`` is empty where the prose gives none. ``mark`` tells a second reading of the same hanzi apart.
    """

    hanzi: str
    pinyin: Pinyin
    gloss: str | None
    paragraph: int
    span: Span
    position: Position
    mark: str | None = None

    @property
    def id(self) -> str:
        """What the word is known by wherever it stands: its hanzi, and its mark where it has one."""
        return f"{self.hanzi}#{self.mark}" if self.mark else self.hanzi


@dataclass(frozen=True, slots=True)
class Place:
    """A word (an id) as it stands in one column of the deck; ``number`` is its order among that column's words."""

    column_id: str
    number: int
    word: str
    hanzi: str
    pinyin: Pinyin
    gloss: str | None
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Chinese quoted in the prose: the text, its pinyin where given, the English that it stands beside."""

    hanzi: str
    pinyin: Pinyin
    english: str | None
    paragraph: int
    span: Span
    position: Position


@dataclass(frozen=True, slots=True)
class Sentence:
    """An example sentence, known by its minted mark."""

    mark: str
    hanzi: str
    pinyin: Pinyin
    english: str
    paragraph: int
    position: Position


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the prose as it is read: no markup, lines joined. ``number`` counts from 1."""

    number: int
    text: str
    position: Position


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that a reader can open. ``url`` is None where no address is recorded."""

    title: str
    entry: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The newsletter issue that the column answers, and the magazine's own headline and address where known."""

    issue: str
    headline: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """The editorial entry on one headword, read from one file.

    ``traditional`` is None where it is the same as the headword; ``strokes`` is empty for a headword of several hanzi.
    """

    id: str
    headword: str
    headline: str
    readings: tuple[Reading, ...]
    formation: Formation
    evidence: Evidence
    components: tuple[Component, ...]
    strokes: Strokes
    senses: tuple[Sense, ...]
    source: Source
    paragraphs: tuple[Paragraph, ...]
    words: tuple[Word, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    traditional: str | None = None
    lookalikes: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
