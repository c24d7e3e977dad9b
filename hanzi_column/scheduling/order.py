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


def spread(columns: Sequence[Sequence[T]]) -> list[T]:
    """Take new cards from the columns in turn, the first of each, then the second of each, and so on.

    Each column keeps its own order (its character cards first, its words after); one that runs out is passed over.
    """
    longest = max(map(len, columns), default=0)
    return [column[at] for at in range(longest) for column in columns if at < len(column)]
