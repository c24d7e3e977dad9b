"""The options ``--home`` and ``--data``, which the program and each of its verbs take."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from hanzi_column.services.places import DATA_VARIABLE, HOME_VARIABLE, Places, find_places

R = TypeVar("R")

_FOLDER = click.Path(file_okay=False, path_type=Path)


def with_places(verb: Callable[..., R]) -> Callable[..., R]:
    """Give ``verb`` the options and, as its first argument, the places that they and the environment name.

    What is said after the verb wins over what is said before it.
    """

    @click.option("--home", type=_FOLDER, help=f"The learner's folder; also {HOME_VARIABLE}.")
    @click.option("--data", type=_FOLDER, help=f"The content folder; also {DATA_VARIABLE}.")
    @click.pass_context
    @wraps(verb)
    def wrapped(context: click.Context, /, *args: Any, home: Path | None, data: Path | None, **kwargs: Any) -> R:
        outer = context.parent.params if context.parent is not None else {}
        places: Places = find_places(home or outer.get("home"), data or outer.get("data"), os.environ)
        return verb(places, *args, **kwargs)

    return wrapped
