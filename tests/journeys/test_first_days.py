"""The whole road with the real program and the shipped deck: from an empty home to what is due the next day."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is not to be had on Windows", allow_module_level=True)

from tests.journeys.terminal import Terminal, opened

pytestmark = pytest.mark.journey


def answers(home: Path) -> int:
    database = sqlite3.connect(home / "hanzi-column.db")
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(database.execute("SELECT count(*) FROM standing_reviews").fetchone()[0])
    finally:
        database.close()


def answer(terminal: Terminal, grade: str) -> None:
    """Show the answer and grade it; returns when the next question, or the end, is on the screen."""
    terminal.press("\r")
    terminal.wait_for("4 Easy")
    terminal.press(grade)
    terminal.wait_for("check space")


def test_a_fresh_home_shows_what_is_due_and_a_review_of_li(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.wait_for("cards today")
        terminal.wait_for("利")
        terminal.press("\r")
        terminal.wait_for("What does it mean?")
        terminal.press("\r")
        terminal.wait_for("standing grain")
        terminal.press("3")
        terminal.wait_for("How is it read")
        terminal.press("\x1b")
        terminal.wait_for("cards today")
        terminal.press("q")
        assert terminal.end() == 0
    assert answers(tmp_path) == 1


def test_killed_between_two_answers_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    acknowledged = 0
    for _ in range(3):
        with opened(tmp_path, "review", "--kind", "word") as terminal:
            terminal.wait_for("check space")
            for _ in range(2):
                before = terminal.text
                terminal.press("\r")
                terminal.wait_for("4 Easy")
                terminal.press("4")
                acknowledged += 1
                terminal.wait_for("check space")
                assert terminal.text != before
            terminal.kill()
        assert answers(tmp_path) == acknowledged
    assert acknowledged == 6


def test_killed_in_the_middle_of_an_answer_the_database_is_whole(tmp_path: Path) -> None:
    with opened(tmp_path, "review", "--kind", "word") as terminal:
        terminal.wait_for("check space")
        terminal.press("\r")
        terminal.wait_for("4 Easy")
        terminal.press("4")
        terminal.kill()
    assert answers(tmp_path) in (0, 1)
    with opened(tmp_path, "review") as terminal:
        terminal.wait_for("What does it mean?")


def test_the_next_day_asks_what_is_due(tmp_path: Path) -> None:
    with opened(tmp_path, "review", "--kind", "word", "--new", "2") as terminal:
        terminal.wait_for("check space")
        answer(terminal, "4")
        terminal.press("\r")
        terminal.wait_for("4 Easy")
        terminal.press("4")
        terminal.wait_for("2 answers are saved")
        terminal.wait_for("the rest of the deck has")
        terminal.press("u")
        terminal.wait_for("check space")
        terminal.press("\r")
        terminal.wait_for("4 Easy")
        terminal.press("4")
        terminal.wait_for("2 answers are saved")
        terminal.press("\r")
        assert terminal.end() == 0
    with opened(tmp_path, "review", "--kind", "word", "--new", "0", days=40) as terminal:
        terminal.wait_for("0 new 2 due")
        answer(terminal, "4")
        terminal.wait_for("0 new 1 due")
    assert answers(tmp_path) == 3


@pytest.mark.parametrize("size", [(50, 20), (120, 40)])
def test_small_and_large_terminals_ask_and_answer(tmp_path: Path, size: tuple[int, int]) -> None:
    with opened(tmp_path, "review", "--kind", "reading", size=size) as terminal:
        terminal.wait_for("How is it read?")
        terminal.press("li3\r")
        terminal.wait_for("wrong tone")
        terminal.wait_for("4 Easy")


def test_line_mode_over_a_pipe_saves_and_ends_cleanly(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "hanzi_column", "review", "--plain"],
        input="\n3\nbian4li4dian4\n\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HANZI_COLUMN_HOME": str(tmp_path), "PYTHONUTF8": "1"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 answers are saved." in done.stdout
    assert answers(tmp_path) == 2


def test_without_colour_the_program_still_shows_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with opened(tmp_path, "review", "--kind", "reading") as terminal:
        terminal.wait_for("How is it read?")
        terminal.press("li4\r")
        terminal.wait_for("✓ right")


def test_a_burst_of_keys_is_taken_in_order_and_grades_no_card_twice(tmp_path: Path) -> None:
    with opened(tmp_path, "review", "--kind", "word") as terminal:
        terminal.wait_for("check space")
        terminal.press("\r4" * 6)
        terminal.wait_for("4 new 0 due")
        terminal.press("\x1b")
        assert terminal.end() == 0
    database = sqlite3.connect(tmp_path / "hanzi-column.db")
    try:
        graded = database.execute("SELECT count(*), count(DISTINCT card_id), min(rating) FROM reviews").fetchone()
    finally:
        database.close()
    assert graded == (6, 6, 4)
