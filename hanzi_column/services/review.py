"""A review session: which card is asked next, and what an answer or an undo writes."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from hanzi_column.domain.card import Card, Explanation
from hanzi_column.domain.day import StudyCalendar
from hanzi_column.domain.review import Memory, Rating, Review
from hanzi_column.scheduling.order import apart, spread
from hanzi_column.services.surroundings import Surroundings
from hanzi_column.settings import Settings
from hanzi_column.store import cards, queue, reviews
from hanzi_column.store.connection import Store
from hanzi_column.store.queue import Candidate, Scope

if TYPE_CHECKING:
    from hanzi_column.domain.answer import Judgement
    from hanzi_column.scheduling.scheduler import Scheduler

AHEAD: Final = timedelta(minutes=20)
"""Cards in steps that are due so soon are asked at once when nothing else is left."""

_OPEN_COLUMNS: Final = 3
"""New cards are taken from so many columns at once: a day is varied, and no column is left half-begun for long."""

_LONGEST_TYPED: Final = 200


class Asked(NamedTuple):
    """A card as it is put to the learner.

    ``fuzz`` is drawn once for this asking, so that the interval on a button is the one that pressing it gives.
    """

    card: Card
    explanation: Explanation | None
    memory: Memory | None
    asked_at: datetime
    fuzz: float


class Counts(NamedTuple):
    """What is left today within the limits: new cards, cards in steps, cards in long intervals."""

    new: int
    steps: int
    due: int

    @property
    def left(self) -> int:
        """All cards that are left today."""
        return self.new + self.steps + self.due


class Return(NamedTuple):
    """When something is due again, where nothing is now: an instant today, or a study day; both None when never."""

    at: datetime | None
    day: date | None


class ReviewSession:
    """Asks one card after another; every answer is on disk when ``answer`` returns.

    It keeps nothing between two cards that the database does not: a session may be killed and taken up again at any
    point. ``limit`` is the most answers of this session; ``new`` replaces the daily limit for new cards.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        surroundings: Surroundings,
        scope: Scope,
        limit: int | None = None,
        new: int | None = None,
    ) -> None:
        self._store = store
        self._settings = settings
        self._surroundings = surroundings
        self._calendar = StudyCalendar(surroundings.zone, settings.rollover_hour)
        self._scope = scope
        self._limit = limit
        self._new_limit = settings.new_per_day if new is None else new
        self._taken_back: str | None = None
        self.answered = 0
        """Answers of this session that stand."""

    @property
    def _scheduler(self) -> "Scheduler":
        # Imported with the first answer: the first question need not wait for the FSRS library.
        from hanzi_column.scheduling.scheduler import Scheduler

        return Scheduler(self._settings.desired_retention)

    @property
    def today(self) -> date:
        """The study day now."""
        return self._calendar.day(self._surroundings.clock())

    def next(self) -> Asked | None:
        """Return the next card, None where nothing is left for now or the session's limit is reached."""
        if self._limit is not None and self.answered >= self._limit:
            return None
        card_id = self._taken_back or self._choose()
        card = cards.card(self._store, card_id) if card_id is not None else None
        if card is None:
            return None
        now = self._surroundings.clock()
        memory = reviews.memory_of(self._store, card.id)
        fuzz = self._surroundings.random.random()
        return Asked(card, cards.explanation(self._store, card), memory, now, fuzz)

    def previews(self, asked: Asked) -> Mapping[Rating, Memory]:
        """Return what each rating would make of the card's memory."""
        day = self._calendar.day(asked.asked_at)
        return self._scheduler.previews(asked.memory, asked.card.id, asked.asked_at, day, asked.fuzz)

    def answer(
        self, asked: Asked, rating: Rating, typed: str | None = None, judgement: "Judgement | None" = None
    ) -> None:
        """Append the review and renew the card's memory in one transaction.

        ``typed`` is kept up to 200 characters. Raises StoreError where it could not be written; then nothing was.
        """
        now = self._surroundings.clock()
        review = Review(
            card_id=asked.card.id,
            rating=rating,
            reviewed_at=now,
            study_day=self._calendar.day(now),
            duration_ms=max(0, round((now - asked.asked_at) / timedelta(milliseconds=1))),
            typed=typed[:_LONGEST_TYPED] if typed else None,
            fuzz=asked.fuzz,
            desired_retention=self._settings.desired_retention,
            tone_slips=judgement.tone_slips if judgement else (),
        )
        with self._store.transaction():
            # Read again: another window may have answered the same card meanwhile.
            memory = reviews.memory_of(self._store, asked.card.id)
            reviews.append(self._store, review)
            reviews.set_memory(self._store, asked.card.id, self._scheduler.answer(memory, review))
        self._taken_back = None
        self.answered += 1

    def undo(self) -> str | None:
        """Take back the last answer of this study day and return its card's id; None where there is none.

        The card is asked again next. May be called again and again.
        """
        with self._store.transaction():
            last = reviews.last_standing(self._store)
            if last is None or last.review.study_day != self.today:
                return None
            card_id = last.review.card_id
            reviews.take_back(self._store, last.number, self._surroundings.clock())
            memory = self._scheduler.replay(reviews.standing(self._store, card_id))
            reviews.set_memory(self._store, card_id, memory)
        self._taken_back = card_id
        self.answered = max(0, self.answered - 1)
        return card_id

    def counts(self) -> Counts:
        """Return what is left today within the limits of the day and of the session."""
        today = self.today
        done = queue.done_on(self._store, today)
        new = queue.count_new(self._store, self._scope, max(0, self._new_limit - done.new))
        steps = len(queue.steps_due(self._store, self._calendar.start(today + timedelta(days=1)), self._scope))
        due = min(queue.count_reviews_due(self._store, today, self._scope), self._reviews_left(done.reviewed))
        return Counts(new, steps, due + len(queue.corrected(self._store, today, self._scope)))

    def left_elsewhere(self) -> int:
        """Return how many cards are left today outside this session's scope and numbers."""
        whole = ReviewSession(self._store, self._settings, self._surroundings, Scope())
        return max(0, whole.counts().left - self.counts().left)

    def comes_back(self) -> Return:
        """Return when something of this session's scope is due again."""
        now = self._surroundings.clock()
        today = self._calendar.day(now)
        step = queue.next_step_at(self._store, self._scope)
        if self._settings.new_per_day and queue.count_new(self._store, self._scope, 1):
            return Return(step, today + timedelta(days=1))
        day = queue.next_due_day(self._store, today, self._scope)
        return Return(step, day)

    def _reviews_left(self, reviewed: int) -> int:
        return max(0, self._settings.reviews_per_day - reviewed)

    def _choose(self) -> str | None:
        now = self._surroundings.clock()
        today = self._calendar.day(now)
        done = queue.done_on(self._store, today)
        candidates = queue.steps_due(self._store, now, self._scope)
        candidates += queue.corrected(self._store, today, self._scope)
        candidates += queue.reviews_due(self._store, today, self._scope, self._reviews_left(done.reviewed))
        new = max(0, self._new_limit - done.new)
        if new:
            candidates += spread(queue.new_cards(self._store, self._scope, _OPEN_COLUMNS, new), _rank)[:new]
        if not candidates:
            candidates = queue.steps_due(self._store, now + AHEAD, self._scope)
        chosen = apart(candidates, _subject, reviews.recent_subjects(self._store, today, most=3))
        return chosen.card_id if chosen is not None else None


def _subject(candidate: Candidate) -> str:
    return candidate.subject


def _rank(candidate: Candidate) -> int:
    return candidate.rank
