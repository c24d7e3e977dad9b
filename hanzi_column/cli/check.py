"""``hanzi-column check``."""

from pathlib import Path

import click

from hanzi_column.cli.output import say
from hanzi_column.cli.places import with_places
from hanzi_column.services.check import check
from hanzi_column.services.places import Places


@click.command()
@click.argument("path", nargs=-1, type=click.Path(path_type=Path))
@with_places
def verb(places: Places, path: tuple[Path, ...]) -> int:
    """Find every problem in columns and issues: all of the content folder, or the files and folders named.

    Needs no learner's database and writes nothing. Leaves with 1 where there are errors.

    \b
    Examples:
      hanzi-column check
      hanzi-column check data/columns/利.md
    """
    checked = check(places.data, path)
    for problem in checked.problems:
        say(str(problem))
    warnings = len(checked.problems) - checked.errors
    say(f"{_count(checked.files, 'file')} checked: {_count(checked.errors, 'error')}, {_count(warnings, 'warning')}.")
    return 1 if checked.errors else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
