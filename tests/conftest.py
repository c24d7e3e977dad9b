"""What the tests share: a clock that is wound by hand, a small deck of our own, and the learner's folder."""

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from hanzi_column.services.learner import Learner, open_learner
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings

# A shared machine may pause for seconds; what a test asserts here is never its speed.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
"""The team's folder beside the project; a stranger's clone has none."""

ISSUE = """\
id = "winter"
title = "A Winter Issue"
date = "2025-12"

[[items]]
section = "Chinese You Need"
headline = "刀: The Edge of Things"
url = "https://example.org/dao"
"""

COLUMN = """\
---
id: dao-1
character: 刀
readings:
  - pinyin: dāo
    gloss: knife
formation:
  kind: pictograph
  evidence: attested
strokes: "53"
senses:
  - sense: knife
    period: Shang
    words: [刀子]
source:
  issue: winter
  headline: "刀: The Edge of Things"
---
# 刀, the edge

The character 刀 (dāo) draws a blade. In the kitchen it is a 刀子 (dāozi, knife), and a 小刀 (xiǎodāo, pocket knife)
lies in every drawer.

> 这把刀子很新。 {#new}
> Zhè bǎ dāozi hěn xīn.
> This knife is very new.
"""


def ask_database(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask the learner's database as any SQLite tool would."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


@dataclass
class Clock:
    """A clock that stands still until it is wound."""

    now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wind(self, **amount: float) -> None:
        """Let time pass: ``wind(days=1)``."""
        self.now += timedelta(**amount)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def surroundings(clock: Clock) -> Surroundings:
    return Surroundings(clock, random.Random(7), ZoneInfo("UTC"))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A fresh home, and a content folder with one issue and one column of six cards' worth."""
    data = tmp_path / "data"
    (data / "issues").mkdir(parents=True)
    (data / "columns").mkdir()
    (data / "issues" / "winter.toml").write_text(ISSUE, encoding="utf-8", newline="\n")
    (data / "columns" / "刀.md").write_text(COLUMN, encoding="utf-8", newline="\n")
    return Places(tmp_path / "home", data)


@pytest.fixture
def learner(places: Places, surroundings: Surroundings) -> Iterator[Learner]:
    """The learner's program, open on the small deck."""
    with open_learner(places, surroundings) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep every test away from the home of whoever runs it."""
    for name in list(os.environ):
        if name.startswith("HANZI_COLUMN_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HANZI_COLUMN_HOME", str(tmp_path / "home"))
