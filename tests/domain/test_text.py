"""Text from files is shown as text: nothing in it moves the cursor, turns the line round or floods the screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain.text import cells, hanzi_only, is_hanzi, is_part, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("锋利 (fēnglì, sharp)", "锋利 (fēnglì, sharp)", id="prose stays as it is"),
        pytest.param("[/x] [@click=app.quit]x[/]", "[/x] [@click=app.quit]x[/]", id="markup is mere text"),
        pytest.param("\x1b[2J\x1b]0;title\x07", "\ufffd[2J\ufffd]0;title\ufffd", id="escape sequences"),
        pytest.param("\x9b31m", "\ufffd31m", id="the control sequence introducer in one character"),
        pytest.param("\u202egnp.exe", "\ufffdgnp.exe", id="right-to-left override"),
        pytest.param("a\u200bb\ufeffc", "a\ufffdb\ufffdc", id="invisible characters"),
        pytest.param("one\ntwo\r\nthree\tfour", "one two  three four", id="newlines and tabs"),
        pytest.param("a\u2028b\u2029c\x85d\x0be", "a b c d e", id="the rarer line breaks"),
        pytest.param("\x00\x7f", "\ufffd\ufffd", id="null and delete"),
        pytest.param("\ud800x", "\ufffdx", id="half a surrogate pair"),
        pytest.param("nu\u0308\u030c", "nu\u0308\u030c", id="the two marks of pinyin"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_hostile_text_is_made_harmless(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_ten_thousand_combining_marks_leave_a_few() -> None:
    assert shown("a" + "\u0301" * 10_000 + "b") == "a" + "\u0301" * 4 + "b"


def test_marks_may_begin_a_text() -> None:
    assert shown("\u0301" * 100) == "\u0301" * 4


def test_long_text_is_cut_and_says_so() -> None:
    assert shown("利" * 5_000_000) == "利" * 19_999 + "…"
    assert shown("abcdef", most=4) == "abc…"
    assert shown("abcd", most=4) == "abcd"


@given(st.text())
def test_whatever_comes_in_nothing_that_steers_a_terminal_goes_out(text: str) -> None:
    out = shown(text)
    assert len(out) <= len(text)
    assert not [char for char in out if unicodedata.category(char) in ("Cc", "Cs")]
    assert not set(out) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert shown(out) == out


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("sharp", 5),
        ("锋利", 4),
        ("lì", 2),
        ("li\u0300", 2),
        ("ａ", 2),
        ("，", 2),
        ("⺮", 2),
        ("＿", 2),
        ("𠀀", 2),
        ("a\u200db", 2),
    ],
)
def test_a_hanzi_fills_two_cells_and_a_combining_mark_none(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("text", ["利", "锋利", "〇", "㐆", "𠀀", "豈"])
def test_hanzi_are_known_in_every_block(text: str) -> None:
    assert is_hanzi(text)
    assert hanzi_only(f"a{text}，1") == text


@pytest.mark.parametrize("text", ["", "a", "利a", "利 ", "，", "⺮", "ひ", "한", "😀"])
def test_what_is_no_hanzi_is_none(text: str) -> None:
    assert not is_hanzi(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("利", True), ("⺮", True), ("⻊", True), ("㇏", True), ("利刀", False), ("x", False)]
)
def test_a_part_is_one_hanzi_radical_form_or_stroke(text: str, expected: bool) -> None:
    assert is_part(text) is expected
