"""The study day: a local day that starts at the rollover hour. The only place that turns an instant into a day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class StudyCalendar:
    """Turns instants into study days for one zone and rollover hour.

    ``zone`` is None for the zone of the machine, read anew at each call, so that a journey or a daylight-saving change
    is followed without restart. ``rollover_hour`` is the local hour, 0 to 23, at which a new study day starts.
    """

    zone: tzinfo | None = None
    rollover_hour: int = 4

    def day(self, instant: datetime) -> date:
        """Return the study day that ``instant`` (timezone-aware) belongs to.

        The day never runs backwards as time goes on, not even where clocks are set back over the rollover hour.
        """
        day = instant.astimezone(self.zone).date()
        # More than one step only where a zone has left out a whole date, as Samoa did with 30 December 2011.
        while instant < self.start(day):
            day -= timedelta(days=1)
        while instant >= self.start(day + timedelta(days=1)):
            day += timedelta(days=1)
        return day

    def start(self, day: date) -> datetime:
        """Return the instant (UTC) at which the study day ``day`` starts.

        Where clocks jump over the rollover hour, that is the hour as it would have been without the jump (02:00, when
        02:00 becomes 03:00, is the instant of the jump); where they are set back over it, the first of the two.
        """
        wall = datetime.combine(day, time(self.rollover_hour), tzinfo=self.zone)
        # A naive wall time is taken as the machine's own zone by astimezone().
        return wall.astimezone(UTC)
