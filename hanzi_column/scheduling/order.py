"""In which order cards are asked: siblings apart, and new cards from several columns in turn."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def apart(candidates: Sequence[T], subject_of: Callable[[T], str], recent: Sequence[str], gap: int = 3) -> T | None:
    """Choose the candidate to ask next, so that siblings (candidates of one subject) do not follow one another.

    ``recent`` holds the subjects that were asked, the latest last. The first candidate whose subject is not among the
    last ``gap`` of them is taken; where there is none, the one whose subject was asked longest ago. Returns None where
    there are no candidates.
    """
    asked_last = {subject: at for at, subject in enumerate(recent) if at >= len(recent) - gap}
    # min() takes the first of equals, so the order of the candidates decides among those that are free.
    return min(candidates, key=lambda candidate: asked_last.get(subject_of(candidate), -1), default=None)


def spread(columns: Sequence[Sequence[T]], rank_of: Callable[[T], int]) -> list[T]:
    """Take new cards from several columns in turn: all of the lowest rank first, in the order of the columns.

    ``rank_of`` gives a card's place within its column (its character cards first, its words after). What is met already
    need not be known: the column that is behind has the lower rank and comes next.
    """
    return sorted((card for column in columns for card in column), key=rank_of)
