"""``hanzi-column due``."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import click

from hanzi_column.cli.opening import learner
from hanzi_column.cli.output import say, say_json
from hanzi_column.cli.places import with_places
from hanzi_column.services.due import Due, due_now
from hanzi_column.services.places import Places

_FIRST_YEAR, _LAST_YEAR = 1970, 2999


class _Instant(click.ParamType[datetime]):
    """A date or a time in ISO 8601; without a zone it is local."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            instant = datetime.fromisoformat(value).astimezone()
            if not _FIRST_YEAR <= instant.year <= _LAST_YEAR:
                raise ValueError
            return instant
        except (ValueError, OverflowError, OSError):
            self.fail(f"“{value}” is no time: write it as 2026-01-31 or 2026-01-31T08:00.", param, ctx)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--as-of", type=_Instant(), help="Say what is due at this time instead of now.")
@with_places
def verb(places: Places, as_json: bool, as_of: datetime | None) -> None:
    """Say what is due today, and when to come back.

    \b
    Examples:
      hanzi-column due
      hanzi-column due --json --as-of 2026-01-31T08:00
    """
    with learner(places) as opened:
        if as_of is not None:
            opened = replace(opened, surroundings=replace(opened.surroundings, clock=lambda: as_of))
        due = due_now(opened)
    if as_json:
        say_json(_json(due))
        return
    say(due.sentence)
    for path, problem in due.left_out:
        say(f"Left out: {path}: {problem}")


def _json(due: Due) -> dict[str, Any]:
    return {
        "as_of": due.as_of.isoformat(timespec="seconds"),
        "study_day": due.day.isoformat(),
        "new": due.counts.new,
        "steps": due.counts.steps,
        "due": due.counts.due,
        "left": due.counts.left,
        "next_at": due.back.at.isoformat(timespec="seconds") if due.back.at else None,
        "next_day": due.back.day.isoformat() if due.back.day else None,
        "left_out": [{"path": path, "problem": problem} for path, problem in due.left_out],
    }
