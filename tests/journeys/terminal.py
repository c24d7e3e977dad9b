"""A pseudo-terminal with the real program in it: keys go in, a screen comes out."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

_PATIENCE = 30.0
"""Seconds that a screen may take to show something; a slow machine is no failure."""

_PROGRAM = """\
import random, sys
from datetime import UTC, datetime, timedelta
from hanzi_column.cli.main import run
from hanzi_column.services.surroundings import Surroundings
ahead = timedelta(days=float(sys.argv[1]))
run(sys.argv[2:], Surroundings(lambda: datetime.now(UTC) + ahead, random.Random(1)))
"""


class Terminal:
    """The program on a screen of ``size`` (columns, lines), its clock ``days`` ahead of the machine's."""

    def __init__(self, home: Path, *arguments: str, size: tuple[int, int] = (80, 24), days: float = 0) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        environment = {
            **os.environ,
            "HANZI_COLUMN_HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
        }
        self._child = pexpect.spawn(
            sys.executable,
            ["-W", "ignore", "-c", _PROGRAM, str(days), *arguments],
            dimensions=(lines, columns),
            env=environment,
            encoding="utf-8",
            codec_errors="replace",
        )

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(self.screen.display)

    def wait_for(self, text: str) -> None:
        """Wait until the screen shows ``text``."""
        until = time.monotonic() + _PATIENCE
        while not self._shows(text):
            if time.monotonic() > until or not self._read():
                raise AssertionError(f"the screen never showed {text!r}:\n{self.text}")

    def _shows(self, text: str) -> bool:
        # pyte keeps an empty cell behind each hanzi.
        return text.replace(" ", "") in self.text.replace(" ", "")

    def _read(self) -> bool:
        try:
            self._stream.feed(_without_queries(self._child.read_nonblocking(65536, timeout=0.1)))
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True

    def press(self, keys: str) -> None:
        """Type ``keys`` as they stand; ``\\r`` is Enter, ``\\x1b`` Escape."""
        self._child.send(keys)

    def kill(self) -> None:
        """End the process as ``kill -9`` does, between any two of its instructions."""
        self._child.kill(9)
        self._child.wait()
        self._child.close()

    def end(self) -> int:
        """Wait for the program to end by itself and return its exit code."""
        until = time.monotonic() + _PATIENCE
        while self._read() and time.monotonic() < until:
            pass
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)


def _without_queries(text: str) -> str:
    """Leave out what asks the terminal for its abilities; pyte would print it."""
    return re.sub(r"\x1b\[[<>=?][0-9;]*[$]?[a-zA-Z]|\x1bP[^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", "", text)


@contextmanager
def opened(home: Path, *arguments: str, size: tuple[int, int] = (80, 24), days: float = 0) -> Iterator[Terminal]:
    """Open the program for a block; whatever is left of it afterwards is killed."""
    terminal = Terminal(home, *arguments, size=size, days=days)
    try:
        yield terminal
    finally:
        terminal.kill()
