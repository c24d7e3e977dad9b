"""From process start to the first card drawn, against an empty Textual app, pair by pair in one run.

    python -m tests.benchmarks.first_card

Both run in a pseudo-terminal, in turn; a run ends when the awaited text is on the wire. What counts is the ratio of
each pair, since a shared machine changes its speed from minute to minute. The project asks for a median of at most 1.4,
with 10,000 cards in the store as with 40.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect

from tests.benchmarks.deck import write_deck

_PAIRS = 15
_EMPTY = """\
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("drawn at last")
Empty().run()
"""


def seconds_until(awaited: str, arguments: list[str], environment: dict[str, str]) -> float:
    """Start Python with ``arguments`` and return the seconds until it has written ``awaited`` to its terminal."""
    begin = time.perf_counter()
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), env=environment, encoding="utf-8", timeout=60)
    child.expect_exact(awaited)
    took = time.perf_counter() - begin
    child.close(force=True)
    return took


def main() -> None:
    head = f"{'cards':>8} {'empty app':>10} {'first card':>11} {'ratio':>6}"
    print(f"{head}   (medians of {_PAIRS} pairs; min and max of the ratio)")
    with tempfile.TemporaryDirectory() as folder:
        for cards in (40, 10_000):
            home, data = Path(folder) / f"home{cards}", Path(folder) / f"data{cards}"
            given = write_deck(data, cards)
            environment = {
                **os.environ,
                "HANZI_COLUMN_HOME": str(home),
                "HANZI_COLUMN_DATA": str(data),
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
            }
            begin = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "hanzi_column", "publish"], env=environment, check=True, capture_output=True
            )
            published = time.perf_counter() - begin
            ours = ["-m", "hanzi_column", "review"]
            pairs = []
            for _ in range(_PAIRS + 1):
                empty = seconds_until("drawn at last", ["-c", _EMPTY], environment)
                pairs.append((empty, seconds_until("What does it mean?", ours, environment)))
            pairs = pairs[1:]  # the first pair warms the disk
            ratios = [first / empty for empty, first in pairs]
            print(
                f"{given:>8} {statistics.median(empty for empty, _ in pairs):>9.3f}s "
                f"{statistics.median(first for _, first in pairs):>10.3f}s {statistics.median(ratios):>6.2f}"
                f"   ({min(ratios):.2f} to {max(ratios):.2f}); the deck was published in {published:.1f}s"
            )


if __name__ == "__main__":
    main()
