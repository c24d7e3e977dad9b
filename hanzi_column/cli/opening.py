"""Opens the learner's program for a verb."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from hanzi_column.cli.output import complain
from hanzi_column.services.learner import Learner, open_learner
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings, real_surroundings


def surroundings() -> Surroundings:
    """Return the clock, chance and zone that the program was started with."""
    return click.get_current_context().find_object(Surroundings) or real_surroundings()


@contextmanager
def learner(places: Places) -> Iterator[Learner]:
    """Open the learner's database for the block; what is wrong with the settings goes to standard error."""
    with open_learner(places, surroundings()) as opened:
        for warning in opened.warnings:
            complain(f"hanzi-column: {warning}")
        yield opened
