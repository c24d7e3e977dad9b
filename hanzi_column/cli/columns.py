"""``hanzi-column columns``."""

from dataclasses import asdict

import click

from hanzi_column.cli.opening import learner
from hanzi_column.cli.output import say, say_json
from hanzi_column.cli.places import with_places
from hanzi_column.services.places import Places
from hanzi_column.store import library


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@with_places
def verb(places: Places, as_json: bool) -> None:
    """List the columns in the order of the deck.

    \b
    Example:
      hanzi-column columns
    """
    with learner(places) as opened:
        columns = library.columns(opened.store)
        left_out = opened.published.left_out
    if as_json:
        say_json([asdict(column) for column in columns])
        return
    if not columns:
        say("There are no columns: hanzi-column ingest FILE drafts one from a newsletter.")
    for column in columns:
        say(
            f"{column.headword} {column.pinyin}: {column.gloss} [{column.id}], {column.met} of {column.cards} cards met"
        )
    for path, problem in left_out:
        say(f"Left out: {path}: {problem}")
