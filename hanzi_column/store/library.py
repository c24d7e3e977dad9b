"""Reads the catalogue for people: lists of issues, columns and cards, and a whole column."""

from dataclasses import dataclass
from functools import partial

from hanzi_column.domain.column import Reading
from hanzi_column.domain.etymology import Component, Evidence, Formation, Sense
from hanzi_column.store.cards import components_of, numbered, senses_of
from hanzi_column.store.connection import Store
from hanzi_column.store.values import pinyin_from_text


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in a list, with how many columns answer it and how far its cards are learnt."""

    id: str
    title: str
    publisher: str | None
    date: str | None
    url: str | None
    columns: int
    cards: int
    met: int
    """Cards with a review that stands."""
    known: int
    """Cards in long intervals."""


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column in a list."""

    id: str
    headword: str
    headline: str
    pinyin: str
    gloss: str
    issue_id: str | None
    issue_title: str | None
    url: str | None
    cards: int
    met: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card in a list, with its memory's due day where it has one."""

    id: str
    kind: str
    prompt: str
    answer: str
    pinyin: str
    gloss: str
    column_id: str
    phase: str | None
    due_day: str | None
    due_at: str | None


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of a column, where it stands."""

    hanzi: str
    pinyin: str
    gloss: str | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """An example sentence of a column."""

    mark: str
    hanzi: str
    pinyin: str
    english: str


@dataclass(frozen=True, slots=True)
class ColumnPage:
    """All of a column that a page or a script shows."""

    row: ColumnRow
    traditional: str | None
    formation: Formation
    evidence: Evidence
    strokes: str
    readings: tuple[Reading, ...]
    components: tuple[Component, ...]
    senses: tuple[Sense, ...]
    lookalikes: tuple[str, ...]
    references: tuple[tuple[str, str | None, str | None], ...]
    paragraphs: tuple[str, ...]
    words: tuple[WordRow, ...]
    sentences: tuple[SentenceRow, ...]
    source_headline: str | None


def issues(store: Store) -> list[IssueRow]:
    """Return all issues in the order of the deck, those with columns first."""
    return [
        IssueRow(**row)
        for row in store.rows(
            "SELECT issues.id, issues.title, issues.publisher, issues.date, issues.url, "
            "count(DISTINCT columns.id) AS columns, count(cards.id) AS cards, "
            "coalesce(sum(cards.introduced), 0) AS met, count(memory.card_id) AS known "
            "FROM issues LEFT JOIN columns ON columns.issue_id = issues.id "
            "LEFT JOIN cards ON cards.column_id = columns.id AND cards.retired_at IS NULL "
            "LEFT JOIN memory ON memory.card_id = cards.id AND memory.phase = 'review' "
            "GROUP BY issues.id ORDER BY min(columns.number) IS NULL, min(columns.number), issues.id"
        )
    ]


_COLUMN_ROWS = (
    "SELECT columns.id, columns.headword, columns.headline, columns.issue_id, issues.title AS issue_title, "
    "coalesce(columns.url, (SELECT items.url FROM items WHERE items.issue_id = columns.issue_id "
    "AND items.headline = columns.source_headline), issues.url) AS url, "
    "(SELECT group_concat(pinyin, ' / ') "
    "FROM (SELECT pinyin FROM readings WHERE column_id = columns.id ORDER BY number)) AS pinyin, "
    "(SELECT group_concat(gloss, '; ') FROM (SELECT gloss FROM readings WHERE column_id = columns.id ORDER BY number)) "
    "AS gloss, "
    "(SELECT count(*) FROM cards WHERE column_id = columns.id AND retired_at IS NULL) AS cards, "
    "(SELECT count(*) FROM cards WHERE column_id = columns.id AND retired_at IS NULL AND introduced = 1) AS met "
    "FROM columns LEFT JOIN issues ON issues.id = columns.issue_id"
)


def columns(store: Store) -> list[ColumnRow]:
    """Return all columns in the order of the deck."""
    return [ColumnRow(**row) for row in store.rows(f"{_COLUMN_ROWS} ORDER BY columns.number")]


def find_columns(store: Store, named: str) -> list[ColumnRow]:
    """Return the columns that ``named`` names: by id, else by headword or its traditional form."""
    by_id = store.rows(f"{_COLUMN_ROWS} WHERE columns.id = ?", [named])
    found = by_id or store.rows(
        f"{_COLUMN_ROWS} WHERE columns.headword = ? OR columns.traditional = ? ORDER BY columns.number", [named, named]
    )
    return [ColumnRow(**row) for row in found]


def column_page(store: Store, column: ColumnRow) -> ColumnPage:
    """Return all that is known of a column."""
    row = store.row("SELECT * FROM columns WHERE id = ?", [column.id]) or {}
    part = partial(numbered, store, column_id=column.id)
    return ColumnPage(
        row=column,
        traditional=row["traditional"],
        formation=Formation(row["formation"]),
        evidence=Evidence(row["evidence"]),
        strokes=row["strokes"],
        readings=tuple(Reading(pinyin_from_text(each["pinyin"]), each["gloss"]) for each in part("readings")),
        components=components_of(part("components")),
        senses=senses_of(part("senses")),
        lookalikes=tuple(each["hanzi"] for each in part("lookalikes")),
        references=tuple((each["title"], each["entry"], each["url"]) for each in part("column_references")),
        paragraphs=tuple(each["text"] for each in part("paragraphs")),
        words=tuple(
            WordRow(each["hanzi"], each["pinyin"], each["gloss"], each["paragraph"]) for each in part("places")
        ),
        sentences=tuple(
            SentenceRow(each["mark"], each["hanzi"], each["pinyin"], each["english"])
            for each in store.rows("SELECT * FROM sentences WHERE column_id = ? ORDER BY rowid", [column.id])
        ),
        source_headline=row["source_headline"],
    )


def cards(store: Store, column_id: str | None = None) -> list[CardRow]:
    """Return the cards that are not retired, of one column or of all, in the order of the deck."""
    where, values = ("AND cards.column_id = ?", [column_id]) if column_id else ("", [])
    return [
        CardRow(**row)
        for row in store.rows(
            "SELECT cards.id, cards.kind, cards.prompt, cards.answer, cards.pinyin, cards.gloss, cards.column_id, "
            "memory.phase, memory.due_day, memory.due_at FROM cards JOIN columns ON columns.id = cards.column_id "
            f"LEFT JOIN memory ON memory.card_id = cards.id WHERE cards.retired_at IS NULL {where} "
            "ORDER BY columns.number, cards.rank, cards.id",
            values,
        )
    ]
