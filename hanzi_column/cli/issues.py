"""``hanzi-column issues``."""

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
    """List the newsletter issues, with the columns that answer each and how far they are learnt.

    \b
    Example:
      hanzi-column issues --json
    """
    with learner(places) as opened:
        issues = library.issues(opened.store)
        left_out = [each for each in opened.published.left_out if each[0].startswith("issues/")]
    if as_json:
        say_json([asdict(issue) for issue in issues])
        return
    if not issues:
        say("There are no issues: hanzi-column ingest FILE makes one from a newsletter.")
    for issue in issues:
        date = f" ({issue.date})" if issue.date else ""
        columns = "1 column" if issue.columns == 1 else f"{issue.columns} columns"
        say(f"{issue.id}: {issue.title}{date}, {columns}, {issue.met} of {issue.cards} cards met")
    for path, problem in left_out:
        say(f"Left out: {path}: {problem}")
