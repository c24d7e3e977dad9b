"""Typed answers: judged kindly in spelling, strictly in syllables and tones, and told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain.answer import Judgement, Verdict, judge
from hanzi_column.domain.card import Card, CardKind
from hanzi_column.domain.pinyin import align
from hanzi_column.domain.review import Rating, ToneSlip


def card(kind: CardKind, hanzi: str, *pinyins: str) -> Card:
    return Card(
        id=f"{hanzi}/{kind.value}",
        kind=kind,
        subject=hanzi,
        column_id="li",
        prompt=hanzi,
        answer=hanzi,
        pinyins=tuple(align(hanzi, pinyin) for pinyin in pinyins),
        gloss="",
        rank=0,
        paragraph=1,
    )


LI = card(CardKind.READING, "利", "lì")
NV = card(CardKind.READING, "女", "nǚ")
DE = card(CardKind.READING, "的", "de")
CHANG = card(CardKind.READING, "长", "cháng", "zhǎng")
SHARP = card(CardKind.WORD, "锋利", "fēnglì")
SAFE = card(CardKind.WORD, "平安", "píng'ān")
XIAN = card(CardKind.WORD, "西安", "Xī'ān")
A_BIT = card(CardKind.WORD, "一点儿", "yīdiǎnr")
CLOZE = card(CardKind.CLOZE, "锋利", "fēnglì")
MEANING = card(CardKind.MEANING, "利", "lì")


def judged(asked: Card, typed: str) -> Judgement:
    found = judge(asked, typed)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        *((LI, typed) for typed in ("li4", "lì", "LI4", "Li4", "LÌ", "li\u0300", " li4 ", "ｌｉ４")),
        *((NV, typed) for typed in ("nv3", "nü3", "nu:3", "nǚ", "NV3", "nv\u030c", "nu\u0308\u030c", "nü\u030c")),
        *((DE, typed) for typed in ("de5", "de0", "de", "De")),
        *((SHARP, typed) for typed in ("feng1li4", "feng1 li4", "fēnglì", "fēng-lì", "Feng1'li4", "FENG1LI4")),
        *((SAFE, typed) for typed in ("ping2an1", "píng'ān", "píngān", "ping2’an1")),
        *((XIAN, typed) for typed in ("xi1an1", "xī'ān", "Xīān")),
        *((A_BIT, typed) for typed in ("yi1dian3r", "yīdiǎnr", "yi1 dian3 er", "yi1dian3er2", "yi1 dian3 r5")),
        *((CLOZE, typed) for typed in ("锋利", "锋利。", "feng1li4")),
        *((CHANG, typed) for typed in ("chang2 zhang3", "zhǎng, cháng", "zhang3/chang2", "chang2zhang3")),
    ],
)
def test_every_spelling_of_the_right_answer_is_right(asked: Card, typed: str) -> None:
    assert judged(asked, typed) == Judgement(Verdict.RIGHT, Rating.GOOD)


@pytest.mark.parametrize(
    ("asked", "typed", "slips", "told"),
    [
        (LI, "li2", [(4, 2)], "lì is tone 4, you typed 2."),
        (LI, "li", [(4, 5)], "lì is tone 4, you typed none."),
        (NV, "nü2", [(3, 2)], "nǚ is tone 3, you typed 2."),
        (DE, "de4", [(5, 4)], "de is tone 5, you typed 4."),
        (SHARP, "feng2li4", [(1, 2)], "fēng is tone 1, you typed 2."),
        (SHARP, "fengli", [(1, 5), (4, 5)], "fēng is tone 1, you typed none; lì is tone 4, you typed none."),
        (SAFE, "pingan", [(2, 5), (1, 5)], "píng is tone 2, you typed none; ān is tone 1, you typed none."),
        (SAFE, "ping2an", [(1, 5)], "ān is tone 1, you typed none."),
        (SAFE, "píngan", [(1, 5)], "ān is tone 1, you typed none."),
        (CLOZE, "feng1li3", [(4, 3)], "lì is tone 4, you typed 3."),
    ],
)
def test_a_wrong_tone_on_the_right_syllable_is_told_apart_and_counted(
    asked: Card, typed: str, slips: list[tuple[int, int]], told: str
) -> None:
    expected = tuple(ToneSlip(meant, given) for meant, given in slips)
    assert judged(asked, typed) == Judgement(Verdict.WRONG_TONE, Rating.AGAIN, told, expected)


@pytest.mark.parametrize(
    ("asked", "typed", "told"),
    [
        (LI, "ni4", "You typed nì."),
        (LI, "li4li4", "You typed lì lì; 1 syllable is asked for."),
        (SHARP, "li4", "You typed lì; 2 syllables are asked for."),
        (SHARP, "hao3", "You typed hǎo; 2 syllables are asked for."),
        (SHARP, "feng1ni4", "You typed fēng nì."),
        (NV, "nu3", "You typed nǔ."),
        (LI, "qqq", "“qqq” cannot be read as pinyin."),
        (LI, "4", "“4” cannot be read as pinyin."),
        (LI, "li 4", "“li 4” cannot be read as pinyin."),
        (LI, "li44", "“li44” cannot be read as pinyin."),
        (LI, "😀", "“😀” cannot be read as pinyin."),
        (LI, "[/x]", "“[/x]” cannot be read as pinyin."),
        (LI, "\x1b[2J", "“\ufffd[2J” cannot be read as pinyin."),
        (LI, "利", "Pinyin is asked here: type letters, such as li4."),
        (CLOZE, "丰利", "You wrote 丰利."),
    ],
)
def test_a_wrong_answer_is_told_what_it_was(asked: Card, typed: str, told: str) -> None:
    assert judged(asked, typed) == Judgement(Verdict.WRONG, Rating.AGAIN, told)


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\u3000"])
def test_nothing_typed_is_no_answer(typed: str) -> None:
    assert judge(LI, typed) is None


def test_a_card_that_takes_nothing_judges_nothing() -> None:
    assert judge(MEANING, "li4") is None


def test_a_word_whose_reading_is_not_known_judges_no_pinyin() -> None:
    assert judge(card(CardKind.WORD, "锋利"), "feng1li4") is None


@pytest.mark.parametrize(
    ("typed", "verdict", "proposal", "told"),
    [
        ("chang2", Verdict.PARTLY, Rating.HARD, "It is also read zhǎng."),
        ("zhang3 li4", Verdict.PARTLY, Rating.HARD, "It is also read cháng."),
        ("zhang3 😀", Verdict.PARTLY, Rating.HARD, "It is also read cháng."),
        ("chang2 zhang3 li4", Verdict.PARTLY, Rating.HARD, "It is not read lì."),
        ("chang1 chang2 chang3 zhang3", Verdict.PARTLY, Rating.HARD, "It is not read chāng, chǎng."),
        ("chang3", Verdict.WRONG_TONE, Rating.AGAIN, ""),
        ("li4", Verdict.WRONG, Rating.AGAIN, ""),
        ("😀", Verdict.WRONG, Rating.AGAIN, ""),
    ],
)
def test_a_card_with_several_readings_wants_all_of_them_and_no_others(
    typed: str, verdict: Verdict, proposal: Rating, told: str
) -> None:
    found = judged(CHANG, typed)
    assert (found.verdict, found.proposal, found.told) == (verdict, proposal, told)


def test_of_several_readings_the_slip_of_the_nearest_is_counted() -> None:
    assert judged(CHANG, "chang3 zhang3").tone_slips == (ToneSlip(2, 3),)


def test_where_either_reading_of_a_blank_counts_the_nearest_is_taken() -> None:
    either = card(CardKind.CLOZE, "谁", "shéi", "shuí")
    assert judged(either, "shui2").verdict is Verdict.RIGHT
    assert judged(either, "shui3").tone_slips == (ToneSlip(2, 3),)
    assert judged(either, "shei3").tone_slips == (ToneSlip(2, 3),)


@pytest.mark.parametrize(
    ("hanzi", "pinyin", "typed", "told"),
    [
        ("不是", "bù shì", "bu2shi4", "不 is written bù and said bú before a fourth tone: both count."),
        ("不是", "bú shì", "bu4shi4", "不 is written bù and said bú before a fourth tone: both count."),
        ("一样", "yīyàng", "yi2yang4", "一 is written yī and said yí before a fourth tone: both count."),
        ("一样", "yíyàng", "yi1yang4", "一 is written yī and said yí before a fourth tone: both count."),
        ("一起", "yīqǐ", "yi4qi3", "一 is written yī and said yì before a first, second or third tone: both count."),
        ("你好", "nǐhǎo", "ni2hao3", "你 is written nǐ and said ní before another third tone: both count."),
        ("不是", "bù shì", "bu4shi4", ""),
        ("一样", "yíyàng", "yi2yang4", ""),
    ],
)
def test_tone_sandhi_is_right_in_both_its_forms_and_explained_where_the_card_has_the_other(
    hanzi: str, pinyin: str, typed: str, told: str
) -> None:
    assert judged(card(CardKind.WORD, hanzi, pinyin), typed) == Judgement(Verdict.RIGHT, Rating.GOOD, told)


@pytest.mark.parametrize(
    ("hanzi", "pinyin", "typed", "slips"),
    [
        ("不好", "bùhǎo", "bu2hao3", [(4, 2)]),
        ("一样", "yīyàng", "yi4yang4", [(1, 4)]),
        ("第一次", "dìyīcì", "di4yi2ci4", [(1, 2)]),
        ("你好", "nǐhǎo", "ni3hao2", [(3, 2)]),
        ("没有", "méiyǒu", "mei3you3", [(2, 3)]),
        ("不是", "bùshì", "bu2shi3", [(4, 3)]),
    ],
)
def test_sandhi_where_there_is_none_stays_a_wrong_tone(
    hanzi: str, pinyin: str, typed: str, slips: list[tuple[int, int]]
) -> None:
    found = judged(card(CardKind.WORD, hanzi, pinyin), typed)
    assert found.verdict is Verdict.WRONG_TONE
    assert found.tone_slips == tuple(ToneSlip(meant, given) for meant, given in slips)


@pytest.mark.parametrize("typed", ["li4" * 3_334, "a" * 10_000, "利" * 10_000, "\u0301" * 10_000, "😀" * 10_000])
@pytest.mark.parametrize("asked", [LI, CHANG, CLOZE], ids=["one reading", "several", "cloze"])
def test_ten_thousand_characters_are_merely_wrong(asked: Card, typed: str) -> None:
    assert judged(asked, typed).verdict is Verdict.WRONG


def test_verdicts_can_be_told_apart_without_colour() -> None:
    assert len({verdict.sign for verdict in Verdict}) == len(Verdict)


@given(st.sampled_from([LI, NV, DE, CHANG, SHARP, SAFE, A_BIT, CLOZE, MEANING]), st.text())
def test_no_text_stops_a_review(asked: Card, typed: str) -> None:
    found = judge(asked, typed)
    assert found is None or (found.proposal is Rating.AGAIN) == (found.verdict in (Verdict.WRONG, Verdict.WRONG_TONE))
