"""When a card is asked again: FSRS-6 with its default weights, counting in study days.

The model, its weights and its fuzz ranges are those that Open Spaced Repetition publishes
(https://github.com/open-spaced-repetition/py-fsrs). Two things are ours. Elapsed time is the difference of study days,
so that 20:00 and 08:00 the next morning are one day apart; the library counts 24-hour periods and would say none. And
the randomness of an interval comes in with the review, so that a replay gives the same day again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from math import inf
from types import MappingProxyType
from typing import Final

import fsrs

from hanzi_column.domain.review import Memory, Phase, Rating, Review

# The steps are no settings: a review does not record them, and a replay must give the same memory for ever.
_LEARNING_STEPS: Final = (timedelta(minutes=1), timedelta(minutes=10))
_RELEARNING_STEPS: Final = (timedelta(minutes=10),)
_LONGEST_INTERVAL: Final = 36_500

_STATES: Final = {
    Phase.LEARNING: fsrs.State.Learning,
    Phase.REVIEW: fsrs.State.Review,
    Phase.RELEARNING: fsrs.State.Relearning,
}
_PHASES: Final = {state: phase for phase, state in _STATES.items()}

_SHORTEST_FUZZED: Final = 2.5
_FUZZ_RANGES: Final = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
"""From and up to how many days of an interval which share of them is added to the fuzz, in days either way."""


@dataclass(frozen=True, slots=True)
class Scheduler:
    """Turns reviews into memory. ``desired_retention`` is what previews are computed with, 0 to 1, both left out.

    A review brings the desired retention that held when it was given, and is scheduled with that.
    """

    desired_retention: float = 0.90

    def answer(self, memory: Memory | None, review: Review) -> Memory:
        """Return the memory of a card after ``review``; ``memory`` is what it was before, None before the first.

        After a review that ends in long intervals the card is due on a study day; in (re)learning at an instant. Where
        the study day is earlier than that of the last review, as after a journey west, no time has passed.
        """
        day = review.study_day if memory is None else max(review.study_day, memory.last_day)
        at = _noon(day)
        engine = _engine(review.desired_retention)
        card, _ = engine.review_card(_to_fsrs(memory, at), fsrs.Rating(review.rating), at)
        if card.stability is None or card.difficulty is None:  # the library's types allow what a review rules out
            raise AssertionError("a reviewed card has a stability and a difficulty")
        phase = _PHASES[card.state]
        due_day, due_at = review.study_day, None
        if phase is Phase.REVIEW:
            due_day += timedelta(days=_fuzzed((card.due - at).days, review.fuzz))
        else:
            due_at = review.reviewed_at + (card.due - at)
        lapsed = memory is not None and memory.phase is Phase.REVIEW and review.rating is Rating.AGAIN
        return Memory(
            phase=phase,
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due_day=due_day,
            due_at=due_at,
            last_day=review.study_day,
            last_at=review.reviewed_at,
            reviews=(memory.reviews if memory else 0) + 1,
            lapses=(memory.lapses if memory else 0) + lapsed,
        )

    def previews(
        self, memory: Memory | None, card_id: str, at: datetime, day: date, fuzz: float
    ) -> Mapping[Rating, Memory]:
        """Return what each rating would make of ``memory`` if it were given ``at`` (UTC) on study day ``day``."""

        def review(rating: Rating) -> Review:
            return Review(card_id, rating, at, day, 0, None, fuzz, self.desired_retention)

        return MappingProxyType({rating: self.answer(memory, review(rating)) for rating in Rating})

    def replay(self, reviews: Iterable[Review]) -> Memory | None:
        """Return the memory that the reviews of one card, oldest first, add up to; None where there are none."""
        memory = None
        for review in reviews:
            memory = self.answer(memory, review)
        return memory

    def recall(self, memory: Memory, day: date) -> float:
        """Return how likely the card is to be recalled on study day ``day``, 0 to 1; 1 on the day of its review."""
        # The forgetting curve does not depend on the desired retention, so any engine draws it.
        engine = _engine(self.desired_retention)
        return engine.get_card_retrievability(_to_fsrs(memory, _noon(day)), _noon(day))


@lru_cache(maxsize=32)
def _engine(desired_retention: float) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=desired_retention,
        learning_steps=_LEARNING_STEPS,
        relearning_steps=_RELEARNING_STEPS,
        maximum_interval=_LONGEST_INTERVAL,
        enable_fuzzing=False,
    )


def _noon(day: date) -> datetime:
    """Stand one instant for a whole study day; the library counts the 24-hour periods between two of them."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def _to_fsrs(memory: Memory | None, at: datetime) -> fsrs.Card:
    # A card without an id takes one from the clock, and sleeps; one without a due date looks at the clock.
    if memory is None:
        return fsrs.Card(card_id=0, due=at)
    return fsrs.Card(
        card_id=0,
        state=_STATES[memory.phase],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=at,
        last_review=_noon(memory.last_day),
    )


def _fuzzed(days: int, fuzz: float) -> int:
    """Move an interval within its fuzz range, so that cards learned together come apart.

    ``fuzz`` (0 up to 1) picks a day of the range, each as likely as the others.
    """
    if days < _SHORTEST_FUZZED:
        return days
    delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _FUZZ_RANGES)
    longest = min(round(days + delta), _LONGEST_INTERVAL)
    shortest = min(max(2, round(days - delta)), longest)
    return shortest + int(fuzz * (longest - shortest + 1))
