"""What a learner's answer is, and what the scheduler remembers of a card."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, IntEnum
from typing import Final

_MONTH: Final = 365.25 / 12
_YEAR: Final = 365.25


class Rating(IntEnum):
    """How well a card was recalled; the values are those of FSRS and the keys 1 to 4."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def label(self) -> str:
        """The word on the button."""
        return self.name.capitalize()


class Phase(Enum):
    """Where a card stands: in its first steps, in long intervals, or in steps again after a lapse."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Memory:
    """The FSRS state of one card, always derivable from its reviews.

    ``stability`` is in days; ``difficulty`` runs from 1 to 10. A card in phase REVIEW is due on the study day
    ``due_day`` whatever the hour and has no ``due_at``; one in (re)learning is due at ``due_at`` (UTC). ``last_day``
    and ``last_at`` are those of the last review.
    """

    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    due_day: date
    due_at: datetime | None
    last_day: date
    last_at: datetime
    reviews: int
    lapses: int


def interval_text(memory: Memory, at: datetime) -> str:
    """Say how long it is until a card is asked again, short enough for a button: ``10 min``, ``5 days``, ``1.2 years``.

    A card in (re)learning is counted in minutes from ``at`` (UTC), one in long intervals in days from its last review;
    over 30 days in months, over 364 in years, with one decimal.
    """
    if memory.due_at is not None:
        return f"{max(1, round((memory.due_at - at) / timedelta(minutes=1)))} min"
    days = (memory.due_day - memory.last_day).days
    if days <= 30:
        return _counted(days, "day")
    return _counted(days / _MONTH, "month") if days < 365 else _counted(days / _YEAR, "year")


def _counted(number: float, unit: str) -> str:
    written = f"{number:.1f}".removesuffix(".0")
    return f"{written} {unit}" if written == "1" else f"{written} {unit}s"


@dataclass(frozen=True, slots=True)
class ToneSlip:
    """One right syllable with a wrong tone: which tone was meant and which was typed (1 to 5)."""

    meant: int
    typed: int


@dataclass(frozen=True, slots=True)
class Review:
    """One answer: an event that is never changed.

    ``reviewed_at`` is UTC; ``study_day`` is the learner's study day then, kept because the zone may change later.
    ``fuzz`` (0 up to 1) and ``desired_retention`` are what the interval was computed with, so that a replay gives the
    same due day. ``typed`` is what was typed, None where nothing was.
    """

    card_id: str
    rating: Rating
    reviewed_at: datetime
    study_day: date
    duration_ms: int
    typed: str | None
    fuzz: float
    desired_retention: float
    tone_slips: tuple[ToneSlip, ...] = ()
