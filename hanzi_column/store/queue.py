"""What is to be asked: small queries on indexes, so that the size of the deck does not matter."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hanzi_column.domain.card import CardKind
from hanzi_column.store.connection import Store
from hanzi_column.store.values import instant_from_text, instant_to_text


class Scope(NamedTuple):
    """What a session is limited to; None means no limit in that respect. Ids are those of the catalogue."""

    issue_id: str | None = None
    column_id: str | None = None
    kind: CardKind | None = None

    def where(self) -> tuple[str, list[str]]:
        """Return the SQL that narrows a query on cards, and its values."""
        clauses, values = "", []
        if self.issue_id is not None:
            clauses += " AND cards.column_id IN (SELECT id FROM columns WHERE issue_id = ?)"
            values.append(self.issue_id)
        if self.column_id is not None:
            # A word stands in several columns; its card is asked under each of them.
            clauses += (
                " AND (cards.column_id = ? OR cards.kind = 'word' AND cards.subject IN "
                "(SELECT word FROM places WHERE column_id = ?))"
            )
            values += [self.column_id, self.column_id]
        if self.kind is not None:
            clauses += " AND cards.kind = ?"
            values.append(self.kind.value)
        return clauses, values


class Candidate(NamedTuple):
    """A card that could be asked next: its id, subject and rank within its column."""

    card_id: str
    subject: str
    rank: int


class DayCounts(NamedTuple):
    """What was done on one study day: cards met for the first time, and other cards reviewed."""

    new: int
    reviewed: int


_FIELDS = "cards.id AS card_id, cards.subject, cards.rank"


def steps_due(store: Store, until: datetime, scope: Scope) -> list[Candidate]:
    """Return the cards in (re)learning steps that are due at ``until``, the longest due first."""
    where, values = scope.where()
    return _candidates(
        store,
        f"SELECT {_FIELDS} FROM memory JOIN cards ON cards.id = memory.card_id WHERE memory.due_at <= ? "
        f"AND cards.retired_at IS NULL{where} ORDER BY memory.due_at, cards.id LIMIT 200",
        [instant_to_text(until), *values],
    )


def next_step_at(store: Store, scope: Scope) -> datetime | None:
    """Return when the next card in steps is due (UTC), None where there is none."""
    where, values = scope.where()
    found = store.value(
        "SELECT min(memory.due_at) FROM memory JOIN cards ON cards.id = memory.card_id "
        f"WHERE memory.due_at IS NOT NULL AND cards.retired_at IS NULL{where}",
        values,
    )
    return instant_from_text(found) if found else None


def reviews_due(store: Store, day: date, scope: Scope, most: int) -> list[Candidate]:
    """Return at most ``most`` cards in long intervals that are due on study day ``day``, the longest due first."""
    where, values = scope.where()
    return _candidates(
        store,
        f"SELECT {_FIELDS} FROM memory JOIN cards ON cards.id = memory.card_id WHERE memory.phase = 'review' "
        f"AND memory.due_day <= ? AND cards.retired_at IS NULL{where} ORDER BY memory.due_day, cards.id LIMIT ?",
        [day.isoformat(), *values, most],
    )


def count_reviews_due(store: Store, day: date, scope: Scope) -> int:
    """Return how many cards in long intervals are due on ``day``, without regard to limits."""
    where, values = scope.where()
    return int(
        store.value(
            "SELECT count(*) FROM memory JOIN cards ON cards.id = memory.card_id WHERE memory.phase = 'review' "
            f"AND memory.due_day <= ? AND cards.retired_at IS NULL{where}",
            [day.isoformat(), *values],
        )
    )


def next_due_day(store: Store, after: date, scope: Scope) -> date | None:
    """Return the first study day after ``after`` on which a card in long intervals is due."""
    where, values = scope.where()
    found = store.value(
        "SELECT min(memory.due_day) FROM memory JOIN cards ON cards.id = memory.card_id "
        f"WHERE memory.phase = 'review' AND memory.due_day > ? AND cards.retired_at IS NULL{where}",
        [after.isoformat(), *values],
    )
    return date.fromisoformat(found) if found else None


def corrected(store: Store, day: date, scope: Scope) -> list[Candidate]:
    """Return the cards, not due on ``day`` anyway, whose reading or meaning changed since the learner last saw them."""
    where, values = scope.where()
    return _candidates(
        store,
        f"SELECT DISTINCT {_FIELDS} FROM pending_corrections JOIN cards ON cards.id = pending_corrections.card_id "
        "JOIN memory ON memory.card_id = cards.id AND memory.phase = 'review' "
        f"AND memory.due_day > ? WHERE cards.retired_at IS NULL{where} ORDER BY cards.id LIMIT 200",
        [day.isoformat(), *values],
    )


def new_cards(store: Store, scope: Scope, columns: int, most: int) -> list[Sequence[Candidate]]:
    """Return at most ``most`` new cards for each of the first ``columns`` columns of the deck that have any."""
    where, values = scope.where()
    open_columns = store.rows(
        "SELECT id FROM columns WHERE EXISTS (SELECT 1 FROM cards WHERE cards.column_id = columns.id "
        f"AND introduced = 0 AND retired_at IS NULL{where}) ORDER BY columns.number LIMIT ?",
        [*values, columns],
    )
    return [
        _candidates(
            store,
            f"SELECT {_FIELDS} FROM cards WHERE cards.column_id = ? AND introduced = 0 AND retired_at IS NULL{where} "
            "ORDER BY rank, cards.id LIMIT ?",
            [row["id"], *values, most],
        )
        for row in open_columns
    ]


def count_new(store: Store, scope: Scope, most: int) -> int:
    """Return how many cards are new, counting no further than ``most``."""
    where, values = scope.where()
    return int(
        store.value(
            f"SELECT count(*) FROM (SELECT 1 FROM cards WHERE introduced = 0 AND retired_at IS NULL{where} LIMIT ?)",
            [*values, most],
        )
    )


def done_on(store: Store, day: date) -> DayCounts:
    """Return what was done on study day ``day``, of all the deck: limits are a matter of the day, not of a session."""
    row = store.row(
        "SELECT count(*) AS cards, coalesce(sum(NOT EXISTS (SELECT 1 FROM standing_reviews e "
        "WHERE e.card_id = today.card_id AND e.study_day < ?)), 0) AS new "
        "FROM (SELECT DISTINCT card_id FROM standing_reviews WHERE study_day = ?) today",
        [day.isoformat(), day.isoformat()],
    )
    new, cards = (int(row["new"]), int(row["cards"])) if row else (0, 0)
    return DayCounts(new, cards - new)


def _candidates(store: Store, sql: str, values: Sequence[object]) -> list[Candidate]:
    return [Candidate(**row) for row in store.rows(sql, values)]
