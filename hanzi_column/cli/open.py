"""``hanzi-column open``."""

import click

from hanzi_column.cli.opening import learner
from hanzi_column.cli.output import say
from hanzi_column.cli.places import with_places
from hanzi_column.services.opening import open_address
from hanzi_column.services.places import Places


@click.command()
@click.argument("column")
@with_places
def verb(places: Places, column: str) -> None:
    """Open the address that a column came from in the web browser; says so where none is recorded.

    \b
    Example:
      hanzi-column open 利
    """
    with learner(places) as opened:
        url = opened.column(column).url
    say(open_address(url, click.launch))
