"""``hanzi-column review``."""

import sys

import click

from hanzi_column.cli.imports import unhurried_collector
from hanzi_column.cli.opening import learner, surroundings
from hanzi_column.cli.places import with_places
from hanzi_column.cli.terminal import run_app
from hanzi_column.domain.card import CardKind
from hanzi_column.errors import UsageError
from hanzi_column.services.places import Places
from hanzi_column.settings import read_settings
from hanzi_column.store.queue import Scope


@click.command()
@click.option("--plain", is_flag=True, help="Line mode: no full screen, no colour; for screen readers and pipes.")
@click.option("--limit", type=click.IntRange(0, 99_999), help="End after so many answers.")
@click.option("--new", type=click.IntRange(0, 9_999), help="So many new cards today instead of the set number.")
@click.option("--issue", help="Only cards of this issue (an id).")
@click.option("--column", help="Only cards of this column (an id or a character).")
@click.option("--kind", type=click.Choice([kind.value for kind in CardKind]), help="Only cards of this kind.")
@with_places
def verb(
    places: Places,
    plain: bool,
    limit: int | None,
    new: int | None,
    issue: str | None,
    column: str | None,
    kind: str | None,
) -> int:
    """Review what is due. Every answer is saved at once; leave whenever you like.

    \b
    Examples:
      hanzi-column review
      hanzi-column review --column 利 --kind reading
      hanzi-column review --plain --limit 5
    """
    if plain:
        from hanzi_column.cli.line_mode import LineMode

        with learner(places) as opened:
            session = opened.session(_scope(places, issue, column, kind), limit, new)
            LineMode(session, opened.settings.rollover_hour, sys.stdin).run()
        return 0
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("The review screen needs a terminal: use hanzi-column review --plain.")
    scope = _scope(places, issue, column, kind)
    with unhurried_collector():
        from hanzi_column.tui.app import HanziColumnApp, Start

    settings = read_settings(places.settings)[0]
    return run_app(HanziColumnApp(places, surroundings(), settings, Start.REVIEW, scope, limit, new))


def _scope(places: Places, issue: str | None, column: str | None, kind: str | None) -> Scope:
    """Return what the session is limited to. Raises UsageError where an issue or column does not exist."""
    if issue is None and column is None:
        return Scope(kind=CardKind(kind) if kind else None)
    with learner(places) as opened:
        return Scope(
            opened.issue_id(issue) if issue else None,
            opened.column(column).id if column else None,
            CardKind(kind) if kind else None,
        )
