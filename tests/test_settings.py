"""A settings file may be missing or wrong: the program says what it did about it and goes on."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.settings import Settings, read_settings


def read(folder: Path, content: str | bytes) -> tuple[Settings, tuple[str, ...]]:
    path = folder / "settings.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_settings(path)


def test_without_a_file_all_are_defaults_and_nothing_is_said(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == (Settings(), ())
    assert Settings() == Settings(
        rollover_hour=4, desired_retention=0.90, new_per_day=10, reviews_per_day=200, theme="ink"
    )


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Settings(), ())


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    settings, warnings = read(
        tmp_path,
        """
        rollover_hour = 0          # midnight
        desired_retention = 0.85
        new_per_day = 0
        reviews_per_day = 9999
        theme = "paper"
        """,
    )
    assert settings == Settings(0, 0.85, 0, 9999, "paper")
    assert warnings == ()


def test_one_setting_leaves_the_others_at_their_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "new_per_day = 3") == (Settings(new_per_day=3), ())


@pytest.mark.parametrize(
    ("line", "limits", "default"),
    [
        ("rollover_hour = 24", "a whole number from 0 to 23", "4"),
        ("rollover_hour = -1", "a whole number from 0 to 23", "4"),
        ("rollover_hour = 4.0", "a whole number from 0 to 23", "4"),
        ("rollover_hour = 04:00:00", "a whole number from 0 to 23", "4"),
        ("new_per_day = true", "a whole number from 0 to 999", "10"),
        ("new_per_day = 1000", "a whole number from 0 to 999", "10"),
        ("reviews_per_day = 'many'", "a whole number from 0 to 9999", "200"),
        ("reviews_per_day = 10000", "a whole number from 0 to 9999", "200"),
        ("reviews_per_day = 0x" + "f" * 9_000, "a whole number from 0 to 9999", "200"),
        ("desired_retention = 0.69", "a number from 0.70 to 0.97", "0.9"),
        ("desired_retention = 0.98", "a number from 0.70 to 0.97", "0.9"),
        ("desired_retention = 1", "a number from 0.70 to 0.97", "0.9"),
        ("desired_retention = nan", "a number from 0.70 to 0.97", "0.9"),
        ("desired_retention = false", "a number from 0.70 to 0.97", "0.9"),
        ("theme = 'auto'", '"ink" or "paper"', "ink"),
        ("theme = ['ink']", '"ink" or "paper"', "ink"),
        ("theme" + ".a" * 5_000 + " = 1", '"ink" or "paper"', "ink"),
    ],
)
def test_a_wrong_value_is_named_with_its_limits_and_the_rest_holds(
    tmp_path: Path, line: str, limits: str, default: str
) -> None:
    key = line.replace(".", " ").split()[0]
    rest = "new_per_day = 7" if key != "new_per_day" else "reviews_per_day = 70"
    settings, (warning,) = read(tmp_path, f"{line}\n{rest}\n")
    assert warning == f"{tmp_path / 'settings.toml'}: {key} must be {limits}: {default} is used instead."
    assert settings == (Settings(new_per_day=7) if key != "new_per_day" else Settings(reviews_per_day=70))


def test_a_misspelt_setting_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    settings, (warning,) = read(tmp_path, "new_per_days = 5\ntheme = 'paper'")
    assert warning.endswith("there is no setting “new_per_days”: did you mean new_per_day? It is passed over.")
    assert settings == Settings(theme="paper")


def test_a_setting_like_no_other_brings_the_list_of_all(tmp_path: Path) -> None:
    _, (warning,) = read(tmp_path, "qqq = 5")
    assert "the settings are rollover_hour, desired_retention, new_per_day, reviews_per_day, theme" in warning


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    settings, warnings = read(tmp_path, "themes = 'ink'\nrollover_hour = 99\nnew_per_day = 5\n[colours]\nink = 1")
    assert len(warnings) == 3
    assert settings == Settings(new_per_day=5)


def test_a_hostile_key_reaches_no_terminal(tmp_path: Path) -> None:
    _, (warning,) = read(tmp_path, r'"\u001b[2J\u202e' + "x" * 500 + '" = 1')
    assert "\x1b" not in warning
    assert "\u202e" not in warning
    assert len(warning) < len(str(tmp_path)) + 250


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("new_per_day 5", id="no TOML"),
        pytest.param("theme = 'ink'\ntheme = 'paper'", id="a key twice"),
        pytest.param("theme = 'ink'".encode("utf-16"), id="another encoding"),
        pytest.param(b"\x00\xff\x80", id="binary"),
        pytest.param("new_per_day = " + "[" * 50_000, id="nested beyond all measure"),
        pytest.param("new_per_day = " + "9" * 60_000, id="a number beyond all measure"),
        pytest.param("# a comment\n" * 10_000, id="too large"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_the_defaults_hold(tmp_path: Path, content: str | bytes) -> None:
    settings, (warning,) = read(tmp_path, content)
    assert settings == Settings()
    assert warning.startswith(f"{tmp_path / 'settings.toml'} cannot be used (")
    assert warning.endswith("), so all settings are the defaults: mend it.")
    assert "\n" not in warning


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    settings, (warning,) = read_settings(tmp_path)
    assert settings == Settings()
    assert str(tmp_path) in warning


@pytest.mark.skipif(sys.platform == "win32", reason="to Windows such a file is merely missing")
def test_a_file_in_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    settings, (warning,) = read_settings(tmp_path / "home" / "settings.toml")
    assert settings == Settings()
    assert "cannot be used" in warning


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfnew_per_day = 4") == (Settings(new_per_day=4), ())


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_content_stops_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    settings, warnings = read(tmp_path_factory.getbasetemp(), content)
    if settings != Settings():
        assert b"=" in content
    assert all("\x1b" not in warning for warning in warnings)
