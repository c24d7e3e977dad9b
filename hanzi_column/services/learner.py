"""The learner's program, opened: settings read, database open, catalogue up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hanzi_column.errors import UsageError
from hanzi_column.services.places import Places
from hanzi_column.services.publish import Published, publish
from hanzi_column.services.review import ReviewSession
from hanzi_column.services.surroundings import Surroundings
from hanzi_column.settings import Settings, read_settings
from hanzi_column.store import notes, reviews
from hanzi_column.store.connection import Store
from hanzi_column.store.queue import Scope

if TYPE_CHECKING:
    from hanzi_column.store.library import ColumnRow


@dataclass(frozen=True, slots=True)
class Learner:
    """One learner's open database and settings; everything a verb or a screen asks for begins here.

    ``published`` tells what opening it published; ``warnings`` what was wrong with the settings file.
    """

    store: Store
    places: Places
    settings: Settings
    surroundings: Surroundings
    published: Published
    warnings: tuple[str, ...]

    def session(self, scope: Scope | None = None, limit: int | None = None, new: int | None = None) -> ReviewSession:
        """Return a review session; see ReviewSession."""
        return ReviewSession(self.store, self.settings, self.surroundings, scope or Scope(), limit, new)

    def column(self, named: str) -> "ColumnRow":
        """Return the column that an id or a headword names.

        Raises UsageError where there is none, or where a headword has several.
        """
        from hanzi_column.store import library

        found = library.find_columns(self.store, named)
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(column.id for column in found)
            raise UsageError(f"{named} has {len(found)} columns ({ids}): name one by its id.")
        raise UsageError(f"There is no column “{named}”: hanzi-column columns lists them all.")

    def issue_id(self, named: str) -> str:
        """Return ``named`` where it is the id of an issue. Raises UsageError where it is not."""
        from hanzi_column.store import library

        if any(issue.id == named for issue in library.issues(self.store)):
            return named
        raise UsageError(f"There is no issue “{named}”: hanzi-column issues lists them all.")

    def replay_all(self) -> int:
        """Throw all memory away and make it anew from the reviews; returns how many cards have one."""
        from hanzi_column.scheduling.scheduler import Scheduler

        scheduler = Scheduler(self.settings.desired_retention)
        count = 0
        with self.store.transaction():
            reviews.forget_all(self.store)
            for card_id in reviews.reviewed_cards(self.store):
                memory = scheduler.replay(reviews.standing(self.store, card_id))
                reviews.set_memory(self.store, card_id, memory)
                count += memory is not None
        return count


@contextmanager
def open_learner(places: Places, surroundings: Surroundings) -> Iterator[Learner]:
    """Open the learner's database and publish what changed; closes it at the end of the block.

    Raises StoreError where the database cannot be used.
    """
    settings, warnings = read_settings(places.settings)
    with Store(places.database) as store:
        notes.set_note(store, "rollover_hour", str(settings.rollover_hour))
        published = publish(store, places.data, surroundings.clock())
        yield Learner(store, places, settings, surroundings, published, warnings)
