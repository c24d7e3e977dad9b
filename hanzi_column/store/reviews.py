"""Reviews: appended, taken back by appending, and replayed into memory."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from hanzi_column.domain.review import Memory, Phase, Rating, Review, ToneSlip
from hanzi_column.store.connection import Row, Store
from hanzi_column.store.values import day_from_text, instant_from_text, instant_to_text


class SavedReview(NamedTuple):
    """A review with the number under which it is kept; numbers rise with time."""

    number: int
    review: Review


def append(store: Store, review: Review) -> int:
    """Append a review and return its number."""
    number = store.run(
        "INSERT INTO reviews (card_id, rating, reviewed_at, study_day, duration_ms, typed, fuzz, desired_retention) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            review.card_id,
            int(review.rating),
            instant_to_text(review.reviewed_at),
            review.study_day.isoformat(),
            review.duration_ms,
            review.typed,
            review.fuzz,
            review.desired_retention,
        ],
    )
    for at, slip in enumerate(review.tone_slips, start=1):
        store.run("INSERT INTO tone_slips VALUES (?, ?, ?, ?)", [number, at, slip.meant, slip.typed])
    return number


def take_back(store: Store, number: int, at: datetime) -> None:
    """Append that review ``number`` no longer stands."""
    store.run("INSERT INTO undos (review_id, undone_at) VALUES (?, ?)", [number, instant_to_text(at)])


def last_standing(store: Store) -> SavedReview | None:
    """Return the last review that stands, of any card."""
    row = store.row("SELECT * FROM standing_reviews ORDER BY id DESC LIMIT 1")
    return _saved(store, row) if row else None


def standing(store: Store, card_id: str) -> Iterator[Review]:
    """Yield the reviews of one card that stand, oldest first."""
    for row in store.rows("SELECT * FROM standing_reviews WHERE card_id = ? ORDER BY id", [card_id]):
        yield _saved(store, row).review


def reviewed_cards(store: Store) -> list[str]:
    """Return the ids of all cards that have a review, standing or not."""
    return [row["card_id"] for row in store.rows("SELECT DISTINCT card_id FROM reviews ORDER BY card_id")]


def recent_subjects(store: Store, day: date, most: int) -> tuple[str, ...]:
    """Return the subjects of the last ``most`` reviews of a study day that stand, the latest last."""
    rows = store.rows(
        "SELECT cards.subject FROM standing_reviews r JOIN cards ON cards.id = r.card_id WHERE r.study_day = ? "
        "ORDER BY r.id DESC LIMIT ?",
        [day.isoformat(), most],
    )
    return tuple(row["subject"] for row in reversed(rows))


def memory_of(store: Store, card_id: str) -> Memory | None:
    """Return the memory of a card, None where it is new."""
    row = store.row("SELECT * FROM memory WHERE card_id = ?", [card_id])
    return _memory(row) if row else None


def set_memory(store: Store, card_id: str, memory: Memory | None) -> None:
    """Keep what the reviews of a card add up to; None makes it new again."""
    if memory is None:
        store.run("DELETE FROM memory WHERE card_id = ?", [card_id])
    else:
        store.run(
            "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                card_id,
                memory.phase.value,
                memory.step,
                memory.stability,
                memory.difficulty,
                memory.due_day.isoformat(),
                instant_to_text(memory.due_at) if memory.due_at else None,
                memory.last_day.isoformat(),
                instant_to_text(memory.last_at),
                memory.reviews,
                memory.lapses,
            ],
        )
    store.run("UPDATE cards SET introduced = ? WHERE id = ?", [memory is not None, card_id])


def forget_all(store: Store) -> None:
    """Throw the memory table away; replaying the reviews makes it anew."""
    store.run("DELETE FROM memory")


def _saved(store: Store, row: Row) -> SavedReview:
    return SavedReview(
        row["id"],
        Review(
            card_id=row["card_id"],
            rating=Rating(row["rating"]),
            reviewed_at=instant_from_text(row["reviewed_at"]),
            study_day=day_from_text(row["study_day"]),
            duration_ms=row["duration_ms"],
            typed=row["typed"],
            fuzz=row["fuzz"],
            desired_retention=row["desired_retention"],
            tone_slips=_slips(store.rows("SELECT * FROM tone_slips WHERE review_id = ? ORDER BY number", [row["id"]])),
        ),
    )


def _slips(rows: Iterable[Row]) -> tuple[ToneSlip, ...]:
    return tuple(ToneSlip(row["meant"], row["typed"]) for row in rows)


def _memory(row: Row) -> Memory:
    return Memory(
        phase=Phase(row["phase"]),
        step=row["step"],
        stability=row["stability"],
        difficulty=row["difficulty"],
        due_day=day_from_text(row["due_day"]),
        due_at=instant_from_text(row["due_at"]) if row["due_at"] else None,
        last_day=day_from_text(row["last_day"]),
        last_at=instant_from_text(row["last_at"]),
        reviews=row["reviews"],
        lapses=row["lapses"],
    )
