"""What README says is what the program does."""

import re
from pathlib import Path

import click
import pytest

from hanzi_column.cli.main import _VERBS, _Verbs, hanzi_column
from hanzi_column.settings import Settings, read_settings
from hanzi_column.tui.screens.review import ReviewScreen

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", list(_VERBS))
def test_every_verb_is_in_readme_with_its_options(verb: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith(f"| `hanzi-column {verb}"))
    group = hanzi_column
    assert isinstance(group, _Verbs)
    command = group.get_command(click.Context(group), verb)
    assert command is not None
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert {option for option in options if option not in ("--home", "--data")} == set(re.findall(r"--[a-z-]+", line))


def test_every_key_of_the_review_is_in_readme() -> None:
    for binding in ReviewScreen.BINDINGS:
        key = binding.key.split(",")[0]
        shown = {
            "question_mark": "?",
            "escape": "Escape",
            "enter": "Enter",
            "left": "←",
            "right": "→",
            "up": "↑",
            "down": "↓",
        }.get(key, key)
        assert re.search(rf"^\|[^|]*{re.escape(shown)}", README, re.MULTILINE), shown


def test_the_settings_in_readme_are_the_defaults(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(rollover.*?)```", README, re.DOTALL)
    assert shown is not None
    path = tmp_path / "settings.toml"
    path.write_text(shown[1], encoding="utf-8")
    assert read_settings(path) == (Settings(), ())


def test_ci_calls_the_test_command_that_readme_prints() -> None:
    command = re.search(r"<!-- the test command -->\n```sh\n(.*)\n```", README)
    assert command is not None
    assert "\n" not in command[1]
    assert command[1].endswith("-m tests")
    assert "<!-- the test command -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
