"""The command line as scripts and people meet it: output, exit codes, one sentence for each error."""

import io
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hanzi_column.cli.main import _VERBS, _run
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings
from tests.cli import Result
from tests.conftest import COLUMN, ask_database


@pytest.fixture
def call(
    places: Places, surroundings: Surroundings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Any:
    monkeypatch.setenv("HANZI_COLUMN_HOME", str(places.home))
    monkeypatch.setenv("HANZI_COLUMN_DATA", str(places.data))

    def call(*arguments: str, lines: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        code = _run(arguments, surroundings)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Result(code, captured.out, captured.err)

    return call


def test_due_says_what_is_left(call: Any) -> None:
    assert call("due").out == "5 new.\n"
    due = call("due", "--json").json
    assert {key: due[key] for key in ("new", "steps", "due", "left", "study_day")} == {
        "new": 5, "steps": 0, "due": 0, "left": 5, "study_day": "2026-03-02"
    }  # fmt: skip
    assert set(due) == {"as_of", "study_day", "new", "steps", "due", "left", "next_at", "next_day", "left_out"}


def test_due_can_look_ahead(call: Any) -> None:
    call("review", "--plain", lines="\n4\n" * 5)
    assert call("due", "--json").json["left"] == 0
    later = call("due", "--json", "--as-of", "2026-12-01T08:00").json
    assert later["due"] == 5
    assert later["study_day"] == "2026-12-01"
    assert call("due", "--as-of", "tomorrow").code == 2
    assert call("due", "--as-of", "0001-01-01").code == 2
    assert call("due", "--as-of", "9999-12-31T23:59:59").code == 2


def test_a_number_that_is_too_large_is_a_usage_error(call: Any) -> None:
    assert call("review", "--plain", "--new", "99999999999999999999").code == 2


def test_the_end_of_a_narrow_session_tells_of_the_rest_of_the_deck(call: Any) -> None:
    done = call("review", "--plain", "--kind", "word", lines="\n4\n" * 2)
    assert "Nothing else is left here; the rest of the deck has 3 cards for today." in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full on this system")
def test_a_full_device_is_told_in_one_sentence(places: Places) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "hanzi_column", "cards", "--data", str(places.data)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("hanzi-column: ")
    assert done.stderr.count("\n") == 1


def test_lists_in_json_have_the_documented_keys(call: Any) -> None:
    (issue,) = call("issues", "--json").json
    assert set(issue) == {"id", "title", "publisher", "date", "url", "columns", "cards", "met", "known"}
    (column,) = call("columns", "--json").json
    assert column["headword"] == "刀"
    assert column["url"] == "https://example.org/dao"
    cards = call("cards", "刀", "--json").json
    assert [card["id"] for card in cards][:2] == ["dao-1/meaning", "dao-1/reading"]
    page = call("show", "dao-1", "--json").json
    assert [word["pinyin"] for word in page["words"]] == ["dāo zi", "xiǎo dāo"]
    assert page["sentences"][0]["mark"] == "new"


def test_show_reads_as_a_page(call: Any) -> None:
    shown = call("show", "刀").out
    assert shown.startswith("刀  dāo  knife\n")
    assert "https://example.org/dao" in shown


def test_open_hands_the_recorded_address_to_the_browser(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    assert call("open", "刀").code == 0
    assert opened == ["https://example.org/dao"]


def test_open_says_that_no_address_is_recorded(call: Any, places: Places) -> None:
    issue = places.data / "issues" / "winter.toml"
    issue.write_text(issue.read_text(encoding="utf-8").replace('url = "https://example.org/dao"', ""), encoding="utf-8")
    done = call("open", "刀")
    assert (done.code, done.out) == (1, "")
    assert "no address is recorded" in done.err


@pytest.mark.parametrize("arguments", [["show", "木"], ["review", "--plain", "--issue", "x"], ["cards", "x"], ["fly"]])
def test_what_does_not_exist_is_a_usage_error_in_one_sentence(call: Any, arguments: list[str]) -> None:
    done = call(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err


def test_a_review_in_lines_saves_each_answer(call: Any, places: Places) -> None:
    done = call("review", "--plain", "--kind", "reading", lines="?\no\ndao3\n\ndao1\n3\n")
    assert done.code == 0
    assert "right syllable, wrong tone" in done.out.lower()
    assert "dāo is tone 1, you typed 3" in done.out
    assert "https://example.org/dao" in done.out
    assert "Saved: Again." in done.out
    assert "Saved: Good." in done.out
    assert ask_database(places.database, "SELECT rating, typed FROM reviews") == [(1, "dao3"), (3, "dao1")]


def test_the_end_of_input_ends_a_review_with_everything_saved(call: Any, places: Places) -> None:
    done = call("review", "--plain", lines="\n3\n\n")
    assert done.code == 0
    assert "1 answer is saved." in done.out
    assert ask_database(places.database, "SELECT count(*) FROM reviews") == [(1,)]


def test_undo_and_leaving_work_in_lines(call: Any) -> None:
    done = call("review", "--plain", lines="u\n\n3\n\nu\n\n7\n3\nq\n")
    assert "There is no answer of today to take back." in done.out
    assert "Taken back" in done.out
    assert "Type 1, 2, 3 or 4" in done.out
    assert "1 answer is saved." in done.out


def test_line_mode_moves_no_cursor_and_has_no_colour(call: Any) -> None:
    assert "\x1b" not in call("review", "--plain", lines="\n3\n" * 8).out


def test_without_a_terminal_the_home_screen_is_printed_and_review_says_what_to_do(call: Any) -> None:
    home = call()
    assert home.code == 0
    assert "5 new." in home.out
    assert "A Winter Issue" in home.out
    done = call("review")
    assert done.code == 2
    assert "--plain" in done.err


def test_check_counts_errors_and_names_each_place(call: Any, places: Places) -> None:
    assert call("check").code == 0
    path = places.data / "columns" / "刀.md"
    path.write_text(COLUMN.replace("dāozi,", "dāoz,"), encoding="utf-8")
    done = call("check")
    assert done.code == 1
    assert f"{path}:21:65: error HC201" in done.out
    assert "HC201" in done.out
    assert call("check", str(places.data / "issues")).code == 0
    assert call("check", str(path)).code == 1
    assert call("check", "no-such-file.md").code == 2


def test_a_folder_without_content_is_not_called_checked(call: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert call("check", str(tmp_path / "empty")).code == 2


def test_an_issue_file_that_cannot_be_read_is_named(call: Any, places: Places) -> None:
    (places.data / "issues" / "winter.toml").write_text("rubbish", encoding="utf-8")
    assert "Left out: issues/winter.toml" in call("issues").out


def test_check_needs_no_database_and_writes_nothing(call: Any, places: Places) -> None:
    call("check")
    assert not places.home.exists()


def test_publish_leaves_with_1_where_a_file_is_left_out(call: Any, places: Places) -> None:
    (places.data / "columns" / "木.md").write_text("nothing", encoding="utf-8")
    done = call("publish", "--dry-run")
    assert done.code == 1
    assert "Left out: columns/木.md" in done.out
    assert "0 histories lost" in done.out


def test_a_store_that_cannot_be_used_is_told_with_4(call: Any, places: Places, tmp_path: Path) -> None:
    places.home.mkdir()
    places.database.write_bytes(b"this is no database, not at all, whatever its name may say")
    done = call("due")
    assert done.code == 4
    assert "--home" in done.err
    (tmp_path / "file").write_text("x")
    assert call("due", "--home", str(tmp_path / "file" / "below")).code == 4


def test_another_programs_database_is_left_alone(call: Any, places: Places) -> None:
    places.home.mkdir()
    other = sqlite3.connect(places.database)
    other.execute("CREATE TABLE notes (x)")
    other.commit()
    other.close()
    before = places.database.read_bytes()
    assert call("due").code == 4
    assert places.database.read_bytes() == before


def test_places_may_be_named_before_or_after_the_verb(call: Any, tmp_path: Path) -> None:
    for arguments in (["--home", str(tmp_path / "a"), "due"], ["due", "--home", str(tmp_path / "b")]):
        assert call(*arguments).code == 0
    assert (tmp_path / "a" / "hanzi-column.db").exists()
    assert (tmp_path / "b" / "hanzi-column.db").exists()
    assert call("due", "--data", str(tmp_path / "none")).code == 2


@pytest.mark.parametrize("verb", list(_VERBS))
def test_every_verb_has_help_with_an_example(call: Any, verb: str) -> None:
    done = call(verb, "--help")
    assert done.code == 0
    assert "Example" in done.out
    assert f"hanzi-column {verb}" in done.out


def test_version(call: Any) -> None:
    assert call("--version").out.startswith("hanzi-column, version 0.1.0")


def test_a_wrong_setting_is_told_and_the_rest_holds(call: Any, places: Places) -> None:
    places.home.mkdir()
    places.settings.write_text("new_per_day = 2\nrollover_hour = 99\n", encoding="utf-8")
    done = call("due")
    assert done.out == "2 new.\n"
    assert "rollover_hour" in done.err
