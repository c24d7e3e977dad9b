"""What ``hanzi-column`` opens without a verb: the home screen, or its facts where there is no terminal."""

import sys

from hanzi_column.cli.imports import unhurried_collector
from hanzi_column.cli.opening import learner, surroundings
from hanzi_column.cli.output import say
from hanzi_column.cli.terminal import run_app
from hanzi_column.services.due import due_now
from hanzi_column.services.places import Places
from hanzi_column.settings import read_settings
from hanzi_column.store import library


def open_home(places: Places) -> int:
    """Open the home screen; with standard input or output elsewhere, print what it would say. Returns the exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        _say_home(places)
        return 0
    with unhurried_collector():
        from hanzi_column.tui.app import HanziColumnApp, Start

    return run_app(HanziColumnApp(places, surroundings(), read_settings(places.settings)[0], Start.HOME))


def _say_home(places: Places) -> None:
    with learner(places) as opened:
        due = due_now(opened)
        say(due.sentence)
        for issue in library.issues(opened.store):
            say(f"Issue: {issue.title}{f' ({issue.date})' if issue.date else ''}")
        for column in library.columns(opened.store):
            say(f"Column: {column.headword} {column.pinyin}: {column.gloss}")
        for path, problem in due.left_out:
            say(f"Left out: {path}: {problem}")
        say("hanzi-column review --plain reviews without a terminal; hanzi-column --help names every verb.")
