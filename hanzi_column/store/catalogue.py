"""Writes the catalogue: what publishing changes, all in the transaction of its caller."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from hanzi_column.domain.card import Card, CardChanges
from hanzi_column.domain.column import Column, Place
from hanzi_column.domain.issue import Issue
from hanzi_column.domain.pinyin import Pinyin, spaced, toneless
from hanzi_column.domain.text import Span
from hanzi_column.store.connection import Store
from hanzi_column.store.values import instant_to_text, pinyin_from_text, pinyins_to_text

_LONGEST_RUN: Final = 4


def remove_issue(store: Store, issue_id: str) -> None:
    """Take an issue out of the catalogue; columns that name it stay."""
    store.run("DELETE FROM issues WHERE id = ?", [issue_id])


def put_issue(store: Store, issue: Issue) -> None:
    """Put an issue into the catalogue in place of its earlier form."""
    remove_issue(store, issue.id)
    advert = issue.magazine_issue
    store.insert(
        "issues",
        [
            {
                "id": issue.id,
                "title": issue.title,
                "publisher": issue.publisher,
                "deck": issue.deck,
                "date": issue.date,
                "url": issue.url,
                "magazine_issue": advert.headline if advert else None,
            }
        ],
    )
    _insert(
        store,
        "items",
        "issue_id",
        issue.id,
        (
            {"section": each.section, "headline": each.headline, "blurb": each.blurb, "url": each.url}
            for each in issue.items
        ),
    )
    _insert(
        store,
        "terms",
        "issue_id",
        issue.id,
        ({"hanzi": each.hanzi, "pinyin": each.pinyin, "section": each.section} for each in issue.terms),
    )


def remove_column(store: Store, column_id: str) -> None:
    """Take a column out of the catalogue; its cards stay until they are retired."""
    store.run("DELETE FROM search WHERE column_id = ?", [column_id])
    store.run("DELETE FROM columns WHERE id = ?", [column_id])


def put_column(store: Store, column: Column) -> None:
    """Put a column into the catalogue in place of its earlier form."""
    remove_column(store, column.id)
    store.insert(
        "columns",
        [
            {
                "id": column.id,
                "headword": column.headword,
                "traditional": column.traditional,
                "headline": column.headline,
                "formation": column.formation.value,
                "evidence": column.evidence.value,
                "strokes": str(column.strokes),
                "source_issue": column.source.issue,
                "source_headline": column.source.headline,
                "url": column.source.url,
            }
        ],
    )
    for table, rows in _parts(column).items():
        _insert(store, table, "column_id", column.id, rows)
    store.insert(
        "sentences",
        (
            {
                "column_id": column.id,
                "mark": each.mark,
                "hanzi": each.hanzi,
                "pinyin": spaced(each.pinyin),
                "english": each.english,
                "paragraph": each.paragraph,
            }
            for each in column.sentences
        ),
    )
    store.insert("search", _searchable(column))


def _parts(column: Column) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the rows of every table whose rows are numbered within a column."""
    return {
        "readings": [{"pinyin": spaced(each.pinyin), "gloss": each.gloss} for each in column.readings],
        "components": [
            {"part": each.part, "role": each.role.value, "pinyin": spaced(each.pinyin) or None, "gloss": each.gloss}
            for each in column.components
        ],
        "senses": [
            {"sense": each.sense, "period": each.period, "words": " ".join(each.words)} for each in column.senses
        ],
        "lookalikes": [{"hanzi": each} for each in column.lookalikes],
        "column_references": [
            {"title": each.title, "entry": each.entry, "url": each.url} for each in column.references
        ],
        "paragraphs": [{"text": each.text} for each in column.paragraphs],
        "places": [
            {
                "word": each.id,
                "hanzi": each.hanzi,
                "pinyin": spaced(each.pinyin),
                "gloss": each.gloss,
                "paragraph": each.paragraph,
                "starts": each.span.start,
                "ends": each.span.end,
            }
            for each in column.words
        ],
        "quotations": [
            {"hanzi": each.hanzi, "pinyin": spaced(each.pinyin), "english": each.english, "paragraph": each.paragraph}
            for each in column.quotations
        ],
    }


def _insert(store: Store, table: str, owner: str, owner_id: str, rows: Iterable[Mapping[str, Any]]) -> None:
    store.insert(table, ({owner: owner_id, "number": at, **row} for at, row in enumerate(rows, start=1)))


def _searchable(column: Column) -> Iterable[Mapping[str, Any]]:
    glosses = "; ".join(reading.gloss for reading in column.readings)
    readings = [reading.pinyin for reading in column.readings]
    yield _search_row("column", column.id, column, column.headword, readings, f"{glosses}; {column.headline}")
    seen: set[str] = set()
    for word in column.words:
        if word.id not in seen:
            seen.add(word.id)
            yield _search_row("word", word.id, column, word.hanzi, [word.pinyin], word.gloss or "")
    for sentence in column.sentences:
        reference = f"{column.id}/{sentence.mark}"
        yield _search_row("sentence", reference, column, sentence.hanzi, [sentence.pinyin], sentence.english)


def _search_row(
    what: str, reference: str, column: Column, hanzi: str, readings: Iterable[Pinyin], english: str
) -> Mapping[str, Any]:
    forms = [f"{toneless(pinyin)} {' '.join(toneless((syllable,)) for syllable in pinyin)}" for pinyin in readings]
    return {
        "what": what,
        "reference": reference,
        "column_id": column.id,
        "hanzi": _pieces(hanzi),
        "pinyin": " ".join(forms),
        "english": english,
    }


def _pieces(hanzi: str) -> str:
    """Return all runs of one to four characters: the full-text index knows no words in a row of hanzi."""
    runs = [hanzi[at : at + size] for size in range(1, _LONGEST_RUN + 1) for at in range(len(hanzi) - size + 1)]
    return " ".join([*runs, hanzi] if len(hanzi) > _LONGEST_RUN else runs)


def link_columns(store: Store) -> None:
    """Tie each column to its issue where that is published, and give each its place in the deck.

    The deck runs by the date of the issue (those without one first), then by issue and headword.
    """
    store.run(
        "UPDATE columns SET issue_id = (SELECT id FROM issues WHERE issues.id = columns.source_issue) "
        "WHERE issue_id IS NOT (SELECT id FROM issues WHERE issues.id = columns.source_issue)"
    )
    order = store.rows(
        "SELECT columns.id, columns.number FROM columns LEFT JOIN issues ON issues.id = columns.issue_id "
        "ORDER BY coalesce(issues.date, ''), columns.source_issue, columns.headword, columns.id"
    )
    for number, row in enumerate(order, start=1):
        if row["number"] != number:
            store.run("UPDATE columns SET number = ? WHERE id = ?", [number, row["id"]])


def card_ids(store: Store, columns: Iterable[str]) -> set[str]:
    """Return the ids of the cards that hang on ``columns`` (ids)."""
    found: set[str] = set()
    for column_id in columns:
        found |= {row["id"] for row in store.rows("SELECT id FROM cards WHERE column_id = ?", [column_id])}
    return found


def put_cards(store: Store, before: Iterable[str], cards: Iterable[Card], now: datetime) -> CardChanges:
    """Put ``cards`` in place of the cards ``before`` (ids); those that are gone retire, and no review is touched.

    A card that a learner has met and whose answer, reading or gloss changed gets a correction.
    """
    wanted = {card.id: card for card in cards}
    held: dict[str, Mapping[str, Any]] = {}
    for card_id in {*before, *wanted}:
        row = store.row("SELECT id, answer, pinyin, gloss, introduced, retired_at FROM cards WHERE id = ?", [card_id])
        if row is not None:
            held[card_id] = row
    corrected = [card for card in wanted.values() if card.id in held and _correct(store, held[card.id], card, now)]
    retired = sorted(each for each, row in held.items() if each not in wanted and row["retired_at"] is None)
    store.upsert("cards", (_card_row(card) for card in wanted.values()), key="id")
    for card_id in retired:
        store.run("UPDATE cards SET retired_at = ? WHERE id = ?", [instant_to_text(now), card_id])
    return CardChanges(
        new=tuple(each for each in wanted if each not in held),
        corrected=tuple(card.id for card in corrected),
        retired=tuple(retired),
        returned=tuple(each for each in wanted if each in held and held[each]["retired_at"] is not None),
    )


def _card_row(card: Card) -> Mapping[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind.value,
        "subject": card.subject,
        "column_id": card.column_id,
        "sentence": card.sentence_mark,
        "prompt": card.prompt,
        "answer": card.answer,
        "pinyin": pinyins_to_text(card.pinyins),
        "gloss": card.gloss,
        "english": card.english,
        "rank": card.rank,
        "paragraph": card.paragraph,
        "starts": card.mark.start if card.mark else None,
        "ends": card.mark.end if card.mark else None,
        "retired_at": None,
    }


def _correct(store: Store, held: Mapping[str, Any], card: Card, now: datetime) -> bool:
    before = f"{held['answer']} {held['pinyin']}: {held['gloss']}"
    after = f"{card.answer} {pinyins_to_text(card.pinyins)}: {card.gloss}"
    if before == after or not held["introduced"]:
        return False
    last = store.value("SELECT coalesce(max(id), 0) FROM reviews WHERE card_id = ?", [card.id])
    store.insert(
        "corrections",
        [
            {
                "card_id": card.id,
                "before": before,
                "after": after,
                "published_at": instant_to_text(now),
                "last_review_id": last,
            }
        ],
    )
    return True


def words_of(store: Store, columns: Iterable[str]) -> set[str]:
    """Return the words (ids) that stand in the prose of ``columns`` (ids)."""
    found: set[str] = set()
    for column_id in columns:
        found |= {row["word"] for row in store.rows("SELECT word FROM places WHERE column_id = ?", [column_id])}
    return found


def defining_place(store: Store, word: str) -> Place | None:
    """Return the place that defines ``word`` (an id): the first, by column id, of those that tell most of it."""
    row = store.row(
        "SELECT places.* FROM places JOIN columns ON columns.id = places.column_id WHERE word = ? "
        "ORDER BY (pinyin <> '') + (gloss IS NOT NULL) DESC, columns.id, places.number LIMIT 1",
        [word],
    )
    if row is None:
        return None
    return Place(
        column_id=row["column_id"],
        number=row["number"],
        word=row["word"],
        hanzi=row["hanzi"],
        pinyin=pinyin_from_text(row["pinyin"]),
        gloss=row["gloss"],
        paragraph=row["paragraph"],
        span=Span(row["starts"], row["ends"]),
    )
