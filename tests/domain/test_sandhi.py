"""Tones that are said otherwise than they are written: both forms count, and the difference is explained."""

import pytest

from hanzi_column.domain.pinyin import align
from hanzi_column.domain.sandhi import other_tones


@pytest.mark.parametrize(
    ("hanzi", "pinyin", "expected"),
    [
        pytest.param("不是", "bù shì", [{2}, set()], id="不 before a fourth tone"),
        pytest.param("不是", "bú shì", [{4}, set()], id="不 printed as it is said"),
        pytest.param("不是", "bú shi", [{4}, set()], id="不 before a fourth tone that has faded"),
        pytest.param("不好", "bù hǎo", [set(), set()], id="不 before a third tone"),
        pytest.param("不同", "bú tóng", [set(), set()], id="不 with a tone that it never has there"),
        pytest.param("差不多", "chà bù duō", [set(), set(), set()], id="不 before a first tone"),
        pytest.param("一样", "yī yàng", [{2}, set()], id="一 before a fourth tone"),
        pytest.param("一样", "yí yàng", [{1}, set()], id="一 printed as it is said"),
        pytest.param("一个", "yī ge", [{2}, set()], id="一 before 个, which was a fourth tone"),
        pytest.param("一天", "yī tiān", [{4}, set()], id="一 before a first tone"),
        pytest.param("一年", "yì nián", [{1}, set()], id="一 before a second tone"),
        pytest.param("一起", "yī qǐ", [{4}, set()], id="一 before a third tone"),
        pytest.param("统一", "tǒng yī", [set(), set()], id="一 at the end"),
        pytest.param("第一次", "dì yī cì", [set(), set(), set()], id="一 in an ordinal"),
        pytest.param("一月", "yī yuè", [set(), set()], id="一 in a month"),
        pytest.param("十一岁", "shí yī suì", [set(), set(), set()], id="一 in a number"),
        pytest.param("你好", "nǐ hǎo", [{2}, set()], id="a third tone before a third"),
        pytest.param("展览馆", "zhǎn lǎn guǎn", [{2}, {2}, set()], id="three in a row"),
        pytest.param("很一般", "hěn yī bān", [set(), {4}, set()], id="a third tone before 一"),
        pytest.param("好吗", "hǎo ma", [set(), set()], id="a third tone before none"),
        pytest.param("没有", "méi yǒu", [set(), set()], id="a second tone is not taken back to a third"),
        pytest.param("了不起", "liǎo bu qǐ", [set(), set(), set()], id="不 without a tone"),
        pytest.param("邻里", "línlǐ", [set(), set()], id="nothing changes"),
    ],
)
def test_which_other_tones_count(hanzi: str, pinyin: str, expected: list[set[int]]) -> None:
    assert [set(others) for others in other_tones(hanzi, align(hanzi, pinyin))] == expected


def test_what_is_said_and_what_is_written_is_explained_the_same_from_either_side() -> None:
    written, _ = other_tones("不是", align("不是", "bù shì"))
    said, _ = other_tones("不是", align("不是", "bú shì"))
    assert list(written.values()) == list(said.values())
    assert written[2] == "不 is written bù and said bú before a fourth tone: both count."


def test_one_before_a_tone_that_itself_may_change_has_three_forms() -> None:
    first, second, _ = other_tones("一不做", align("一不做", "yī bù zuò"))
    assert set(first) == {2, 4}
    assert set(second) == {2}
