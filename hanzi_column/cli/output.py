"""The only place that writes to standard output and standard error."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from hanzi_column.domain.text import shown

Json = Mapping[str, Any] | Sequence[Any]


def say(text: str = "") -> None:
    """Write one line for a person to standard output; each line of ``text`` is made safe for a terminal."""
    click.echo("\n".join(shown(line) for line in text.split("\n")))


def say_json(value: Json) -> None:
    """Write ``value`` to standard output as JSON, indented, hanzi as they are."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def complain(text: str) -> None:
    """Write one line to standard error."""
    click.echo(shown(text), file=sys.stderr)
