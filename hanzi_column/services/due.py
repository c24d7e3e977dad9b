"""What is due, in figures and in one sentence."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hanzi_column.services.learner import Learner
from hanzi_column.services.review import Counts, Return, ReviewSession


@dataclass(frozen=True, slots=True)
class Due:
    """What is left at ``as_of`` (UTC) on study day ``day``, and when something is due again.

    ``left_out`` names the content files that no learner sees, each with the reason.
    """

    as_of: datetime
    day: date
    counts: Counts
    back: Return
    rollover_hour: int
    left_out: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """The same in words: ``3 new and 11 due.``."""
        parts = [
            f"{self.counts.new} new" if self.counts.new else "",
            f"{self.counts.due} due" if self.counts.due else "",
            f"{self.counts.steps} in steps" if self.counts.steps else "",
        ]
        said = [part for part in parts if part]
        if said:
            return f"{', '.join(said[:-1])}{' and ' if said[:-1] else ''}{said[-1]}.".strip()
        return f"Nothing due. {self.when}".strip()

    @property
    def when(self) -> str:
        """When to come back, in words."""
        return come_back(self.back, self.day, self.rollover_hour)


def what_is_left(session: ReviewSession, rollover_hour: int) -> str:
    """Say at the end of a session what is left today, in it or elsewhere, or when to come back."""
    left, elsewhere = session.counts().left, session.left_elsewhere()
    if left:
        return "1 card is left for today." if left == 1 else f"{left} cards are left for today."
    if elsewhere:
        cards = "1 card" if elsewhere == 1 else f"{elsewhere} cards"
        return f"Nothing else is left here; the rest of the deck has {cards} for today."
    return f"Nothing else is due. {come_back(session.comes_back(), session.today, rollover_hour)}".strip()


def come_back(back: Return, today: date, rollover_hour: int) -> str:
    """Say when to come back, as ``Come back tomorrow from 4 am.``; empty where nothing is ever due."""
    if back.at is not None:
        return "A card in its steps comes back within minutes."
    if back.day is None:
        return ""
    hour = f"{rollover_hour % 12 or 12} {'am' if rollover_hour < 12 else 'pm'}"
    if back.day == today + timedelta(days=1):
        return f"Come back tomorrow from {hour}."
    return f"Come back on {back.day:%A} {back.day.day} {back.day:%B} from {hour}."


def due_now(learner: Learner) -> Due:
    """Return what is due by the learner's clock, of the whole deck."""
    session = learner.session()
    return Due(
        as_of=learner.surroundings.clock(),
        day=session.today,
        counts=session.counts(),
        back=session.comes_back(),
        rollover_hour=learner.settings.rollover_hour,
        left_out=learner.published.left_out,
    )
