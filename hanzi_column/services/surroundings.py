"""What the program takes from the world around it: the clock, chance, and the zone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from random import Random


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The clock gives instants in UTC; ``zone`` is None for that of the machine."""

    clock: Callable[[], datetime]
    random: Random
    zone: tzinfo | None = None


def real_surroundings() -> Surroundings:
    """Return the machine's own clock and zone, and chance that no two runs share."""
    return Surroundings(lambda: datetime.now(UTC), Random())  # noqa: S311 - spreads intervals, keeps no secret
