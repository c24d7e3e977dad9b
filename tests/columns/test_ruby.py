"""Ruby, pinyin set above hanzi, is put into the brackets in which the house style has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.pages.markup import tame
from hanzi_column.columns.pages.ruby import without_ruby
from hanzi_column.columns.prose import read_prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <ruby>花园<rt>huāyuán</rt></ruby> (garden)", "a 花园 (huāyuán) (garden)"),
        ("<ruby>花<rp>(</rp><rt>huā</rt><rp>)</rp></ruby>", "花 (huā)"),
        ("<ruby>走<rt>zǒu</rt>马<rt>mǎ</rt></ruby>", "走马 (zǒu mǎ)"),
        ("<ruby>走<rt>zǒu</rt></ruby><ruby>马<rt>mǎ</rt></ruby>", "走马 (zǒu mǎ)"),
        ("<ruby>走<rt>zǒu</rt></ruby>，<ruby>马<rt>mǎ</rt></ruby>。", "走，马 (zǒu mǎ)。"),
        ("<ruby>走<rt>zǒu</rt></ruby> <ruby>马<rt>mǎ</rt></ruby>", "走 (zǒu) 马 (mǎ)"),
        ("<RUBY lang='zh'>花<RT>huā</RUBY>", "花 (huā)"),
        ("<ruby>花</ruby>", "花"),
        ("<ruby>花<rt>huā", "<ruby>花<rt>huā"),
        ("no ruby", "no ruby"),
    ],
)
def test_ruby_becomes_a_word_and_its_bracket(text: str, expected: str) -> None:
    assert without_ruby(text) == expected


def test_ruby_that_was_left_open_is_closed_before_the_next() -> None:
    assert tame("<ruby>a<rt>b<ruby>c<rt>d</rt></ruby>e").markup == "<ruby>a<rt>b</ruby><ruby>c<rt>d</rt></ruby>e"


def test_in_a_column_file_each_hanzi_keeps_its_place() -> None:
    (block,) = read_prose("The <ruby>花<rt>huā</rt>园<rt>yuán</rt></ruby> blooms.", 4)
    assert block.text == "The 花园 (huā yuán) blooms."
    assert [(block.position(at).line, block.position(at).column) for at in (4, 5)] == [(5, 11), (5, 24)]
    assert (
        block.position(block.text.find("blooms")).column == len("The <ruby>花<rt>huā</rt>园<rt>yuán</rt></ruby> ") + 1
    )


@given(
    st.lists(st.sampled_from(["<ruby>", "</ruby>", "<rt>", "</rt>", "<rp>", "花", "huā", "，", " ", "<"]), max_size=40)
)
def test_no_heap_of_ruby_raises(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert without_ruby(text).count("花") <= text.count("花")
    list(read_prose(text, 0))


def test_a_long_heap_of_ruby_returns() -> None:
    for piece in ("<ruby>", "<ruby>花", "<ruby>花<rt>", "<ruby>花<rt>huā</rt></ruby>", "</ruby>"):
        without_ruby(piece * 20_000)
