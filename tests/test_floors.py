"""What a verb loads, looked at in a process of its own: the import contract, held at run time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SHARED

HEAVY = {"textual", "jieba", "pypinyin", "rich", "ruamel", "markdown_it", "bs4", "tomlkit"}


def modules_after(code: str, home: Path) -> set[str]:
    """Run ``code`` in a new interpreter and return the top-level modules that it loaded."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HANZI_COLUMN_HOME": str(home), "PYTHONUTF8": "1"},
        check=True,
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}


def run(*arguments: str) -> str:
    return (
        "from hanzi_column.cli.main import _run\n"
        "from hanzi_column.services.surroundings import real_surroundings\n"
        f"assert _run({list(arguments)!r}, real_surroundings()) == 0"
    )


def test_due_is_light(tmp_path: Path) -> None:
    modules_after(run("due"), tmp_path)  # the first run publishes and may read Markdown
    assert not HEAVY & modules_after(run("due"), tmp_path)


def test_publishing_and_checking_need_neither_jieba_nor_pypinyin_nor_a_screen(tmp_path: Path) -> None:
    assert not {"textual", "jieba", "pypinyin"} & modules_after(run("publish"), tmp_path)
    assert not {"textual", "jieba", "pypinyin", "sqlite3"} & modules_after(run("check"), tmp_path)


def test_the_review_in_lines_is_light(tmp_path: Path) -> None:
    modules_after(run("due"), tmp_path)
    code = f"import io, sys\nsys.stdin = io.StringIO('\\n3\\n')\n{run('review', '--plain')}"
    assert not HEAVY & modules_after(code, tmp_path)


def test_the_review_screen_loads_no_reader_and_no_jieba(tmp_path: Path) -> None:
    loaded = modules_after("import hanzi_column.tui.app", tmp_path)
    assert "textual" in loaded
    assert not {"jieba", "pypinyin", "ruamel", "bs4", "tomlkit"} & loaded
    assert "hanzi_column.columns.reader" not in loaded


def test_help_is_light(tmp_path: Path) -> None:
    code = "import hanzi_column.cli.main"
    assert not (HEAVY | {"sqlite3", "sqlite_utils", "fsrs", "platformdirs"}) & modules_after(code, tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the team's folder ../shared is not beside this clone")
def test_nothing_of_the_newsletter_is_kept_in_the_project() -> None:
    root = Path(__file__).resolve().parent.parent
    seed = (SHARED / "seed" / "newsletter-micro-dramas.txt").read_text(encoding="utf-8")
    sentences = [line[:60] for line in seed.splitlines() if len(line) > 120]
    kept = "".join(
        path.read_text(encoding="utf-8") for path in (root / "data").rglob("*") if path.suffix in (".md", ".toml")
    )
    assert sentences
    assert not [sentence for sentence in sentences if sentence in kept]
