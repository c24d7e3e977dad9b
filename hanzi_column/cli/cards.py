"""``hanzi-column cards``."""

from dataclasses import asdict

import click

from hanzi_column.cli.opening import learner
from hanzi_column.cli.output import say, say_json
from hanzi_column.cli.places import with_places
from hanzi_column.services.places import Places
from hanzi_column.store import library
from hanzi_column.store.library import CardRow


@click.command()
@click.argument("column", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@with_places
def verb(places: Places, column: str | None, as_json: bool) -> None:
    """List the cards of one column, or of all, with when each is due.

    \b
    Examples:
      hanzi-column cards 利
      hanzi-column cards --json
    """
    with learner(places) as opened:
        cards = library.cards(opened.store, opened.column(column).id if column else None)
    if as_json:
        say_json([asdict(card) for card in cards])
        return
    if not cards:
        say("There are no cards: a column has to be published first; hanzi-column check says what keeps it back.")
    for card in cards:
        say(f"{card.kind:8} {card.prompt}  {_due(card)}  [{card.id}]")


def _due(card: CardRow) -> str:
    if card.phase is None:
        return "new"
    return f"{card.phase}, due {card.due_day}"
