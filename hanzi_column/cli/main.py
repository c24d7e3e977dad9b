"""The program's front door: finds the verb, and turns every error into one sentence and an exit code."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

import click

from hanzi_column import __version__
from hanzi_column.cli.imports import unhurried_collector
from hanzi_column.cli.output import complain
from hanzi_column.cli.places import with_places
from hanzi_column.errors import HanziColumnError, NoAddressError, StoreError, UnreadableInputError
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings, real_surroundings

DONE: Final = 0
PROBLEMS_FOUND: Final = 1
USAGE: Final = 2
UNREADABLE_INPUT: Final = 3
STORE_UNUSABLE: Final = 4

_VERBS: Final = {
    "review": "Review what is due.",
    "due": "Say what is due.",
    "issues": "List the newsletter issues.",
    "columns": "List the columns.",
    "show": "Show one column.",
    "cards": "List the cards.",
    "open": "Open the address that a column came from.",
    "ingest": "Turn newsletters into issues and draft columns.",
    "publish": "Bring the learner's catalogue up to date with the content folder.",
    "check": "Find every problem in columns and issues.",
}
"""Each verb, in a module of its own name that is imported only when it is asked for, and its one-line help."""


class _Verbs(click.Group):
    """A group whose verbs are imported when they are called: ``due`` must not wait for the terminal program."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        with unhurried_collector():
            module = importlib.import_module(f"hanzi_column.cli.{cmd_name}")
        command = module.verb
        assert isinstance(command, click.Command)  # noqa: S101 - each module defines it with click
        command.name = cmd_name
        command.short_help = _VERBS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(_VERBS.items()))


@click.group(cls=_Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="hanzi-column")
@with_places
def hanzi_column(places: Places) -> int:
    """Learn Chinese characters from a magazine's column.

    Without a verb the program opens on its home screen.

    \b
    Examples:
      hanzi-column
      hanzi-column review --limit 10
      hanzi-column due --json
    """
    if click.get_current_context().invoked_subcommand is None:
        from hanzi_column.cli.home import open_home

        return open_home(places)
    return DONE


def run(arguments: Sequence[str] | None = None, surroundings: Surroundings | None = None) -> None:
    """Run the program and leave with its exit code.

    ``surroundings`` gives another clock, chance and zone than the machine's own.
    """
    # The program is UTF-8 whatever the console's code page; a character that it cannot show must not end the program.
    if sys.getfilesystemencoding().lower() not in ("utf-8", "utf8"):
        complain("hanzi-column: The system's file names are not UTF-8: set PYTHONUTF8=1 and try again.")
        sys.exit(USAGE)
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run(arguments, surroundings or real_surroundings()))


def _run(arguments: Sequence[str] | None, surroundings: Surroundings) -> int:
    try:
        result: Any = hanzi_column.main(
            args=arguments, prog_name="hanzi-column", standalone_mode=False, obj=surroundings
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except HanziColumnError as error:
        complain(f"hanzi-column: {error}")
        return _exit_code(error)
    except BrokenPipeError:
        # The reader of our output has gone; what is left unsaid must not raise again when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        complain(
            f"hanzi-column: The system refused ({error.strerror}): free some space or check the device, and try again."
        )
        return PROBLEMS_FOUND
    return result if isinstance(result, int) else DONE


def _exit_code(error: HanziColumnError) -> int:
    if isinstance(error, UnreadableInputError):
        return UNREADABLE_INPUT
    if isinstance(error, StoreError):
        return STORE_UNUSABLE
    if isinstance(error, NoAddressError):
        return PROBLEMS_FOUND
    return USAGE
