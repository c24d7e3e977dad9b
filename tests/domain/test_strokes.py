"""Stroke sequences: five classes, written as digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain.strokes import StrokeClass, Strokes
from hanzi_column.errors import UsageError


def test_the_strokes_of_li() -> None:
    strokes = Strokes.parse("3123422")
    assert len(strokes) == 7
    assert strokes[0] is StrokeClass.PIE
    assert "".join(stroke.mark for stroke in strokes) == "丿一丨丿丶丨丨"
    assert "".join(stroke.hanzi for stroke in strokes) == "撇横竖撇点竖竖"


def test_a_turning_stroke() -> None:
    (stroke,) = Strokes.parse("5")
    assert (stroke, stroke.mark, stroke.hanzi) == (StrokeClass.ZHE, "乛", "折")


@given(st.text("12345", min_size=1))
def test_strokes_are_written_as_they_were_read(digits: str) -> None:
    assert str(Strokes.parse(digits)) == digits
    assert Strokes.parse(digits) == Strokes.parse(digits)


@pytest.mark.parametrize("digits", ["", "0", "6", "12a", "1 2", "１２", "²", "-1", "一丨", "😀"])
def test_anything_else_is_refused_with_what_to_write(digits: str) -> None:
    with pytest.raises(UsageError, match="write the classes 1 to 5, one digit a stroke"):
        Strokes.parse(digits)


@given(st.text().filter(lambda text: not text or set(text) - set("12345")))
def test_no_other_text_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(UsageError):
        Strokes.parse(text)
