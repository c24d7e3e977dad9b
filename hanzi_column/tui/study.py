"""The learner's program on a thread of its own: a connection belongs to one thread, and writes keep their order."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager
from typing import TypeVar

from textual.message import Message

from hanzi_column.errors import HanziColumnError
from hanzi_column.services.learner import Learner, open_learner
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings

T = TypeVar("T")


class StoreFailed(Message):
    """The database cannot be used; the program is to end and say so."""

    def __init__(self, error: HanziColumnError) -> None:
        super().__init__()
        self.error = error


class Study:
    """Opens the learner's database at once, in the background, and runs on its thread whatever a screen asks for."""

    def __init__(self, places: Places, surroundings: Surroundings) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="study")
        self._context: AbstractContextManager[Learner] = open_learner(places, surroundings)
        self._opened: Future[Learner] = self._thread.submit(self._context.__enter__)

    @property
    def is_open(self) -> bool:
        """Whether the database has been opened, or could not be."""
        return self._opened.done()

    def wait(self, seconds: float) -> None:
        """Wait until the database is open, at most so long; what went wrong is told by ``run``."""
        wait([self._opened], seconds)

    async def run(self, task: Callable[[Learner], T]) -> T:
        """Run ``task`` on the thread and return what it returns; what it writes is on disk by then.

        Raises what ``task`` raises, and StoreError where the database could not be opened.
        """
        return await asyncio.wrap_future(self._thread.submit(lambda: task(self._opened.result())))

    def close(self) -> None:
        """Finish what was asked for, close the database and end the thread."""
        if self._opened.exception() is None:
            self._thread.submit(self._context.__exit__, None, None, None).result()
        self._thread.shutdown(wait=True)
