"""Reads one card, and all that is shown around its answer."""

from collections.abc import Sequence
from functools import partial

from hanzi_column.domain.card import Card, CardKind, Correction, Explanation, Origin
from hanzi_column.domain.etymology import Component, Evidence, Formation, Role, Sense
from hanzi_column.domain.text import Span
from hanzi_column.store.connection import Row, Store
from hanzi_column.store.values import instant_from_text, pinyin_from_text, pinyins_from_text


def card(store: Store, card_id: str) -> Card | None:
    """Return one card."""
    row = store.row("SELECT * FROM cards WHERE id = ?", [card_id])
    if row is None:
        return None
    return Card(
        id=row["id"],
        kind=CardKind(row["kind"]),
        subject=row["subject"],
        column_id=row["column_id"] or "",
        prompt=row["prompt"],
        answer=row["answer"],
        pinyins=pinyins_from_text(row["pinyin"]),
        gloss=row["gloss"],
        rank=row["rank"],
        paragraph=row["paragraph"],
        mark=Span(row["starts"], row["ends"]) if row["starts"] is not None else None,
        sentence_mark=row["sentence"],
        english=row["english"],
    )


def explanation(store: Store, asked: Card) -> Explanation | None:
    """Return what the column says around a card; None where its column is no longer published."""
    row = store.row(
        "SELECT columns.*, issues.title AS issue_title, issues.date AS issue_date, issues.url AS issue_url, "
        "items.section AS section, items.url AS item_url, paragraphs.text AS paragraph "
        "FROM columns LEFT JOIN issues ON issues.id = columns.issue_id "
        "LEFT JOIN items ON items.issue_id = issues.id AND items.headline = columns.source_headline "
        "LEFT JOIN paragraphs ON paragraphs.column_id = columns.id AND paragraphs.number = ? WHERE columns.id = ?",
        [asked.paragraph, asked.column_id],
    )
    if row is None:
        return None
    part = partial(numbered, store, column_id=asked.column_id)
    sentence = store.value(
        "SELECT pinyin FROM sentences WHERE column_id = ? AND mark = ?", [asked.column_id, asked.sentence_mark]
    )
    return Explanation(
        paragraph=row["paragraph"] or "",
        formation=Formation(row["formation"]),
        evidence=Evidence(row["evidence"]),
        components=components_of(part("components")),
        senses=senses_of(part("senses")),
        origin=Origin(
            column_id=asked.column_id,
            headword=row["headword"],
            headline=row["source_headline"] or row["headline"],
            issue_title=row["issue_title"],
            issue_date=row["issue_date"],
            section=row["section"],
            url=row["url"] or row["item_url"] or row["issue_url"],
        ),
        sentence_pinyin=pinyin_from_text(sentence),
        correction=_correction(store, asked.id),
    )


def _correction(store: Store, card_id: str) -> Correction | None:
    """Return the difference between what the learner last saw and what stands now."""
    rows = store.rows("SELECT * FROM pending_corrections WHERE card_id = ? ORDER BY id", [card_id])
    if not rows or rows[0]["before"] == rows[-1]["after"]:
        return None
    published = instant_from_text(rows[-1]["published_at"])
    return Correction(rows[0]["before"], rows[-1]["after"], published.date())


def numbered(store: Store, table: str, column_id: str) -> list[Row]:
    """Return the rows of one column in a table whose rows are numbered."""
    return store.rows(f"SELECT * FROM {table} WHERE column_id = ? ORDER BY number", [column_id])


def components_of(rows: Sequence[Row]) -> tuple[Component, ...]:
    """Return the components that rows of the table tell."""
    return tuple(
        Component(row["part"], Role(row["role"]), pinyin_from_text(row["pinyin"]), row["gloss"]) for row in rows
    )


def senses_of(rows: Sequence[Row]) -> tuple[Sense, ...]:
    """Return the sense chain that rows of the table tell."""
    return tuple(Sense(row["sense"], row["period"], tuple(row["words"].split())) for row in rows)
