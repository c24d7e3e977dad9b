"""One test for each form of the house style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.house_style.grammar import Term, read_terms
from hanzi_column.columns.house_style.tokens import tokenize
from hanzi_column.domain.pinyin import joined


def only(text: str) -> Term:
    (term,) = read_terms(text)
    return term


@pytest.mark.parametrize(
    ("text", "hanzi", "pinyin", "gloss"),
    [
        ("It is 锋利 (fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ("It is 锋利 (fēnglì).", "锋利", "fēnglì", None),
        ("It is 锋利(fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ("It is 锋利（fēnglì，sharp）.", "锋利", "fēnglì", "sharp"),
        ("It is “锋利” (fēnglì, sharp).", "锋利", "fēnglì", "sharp"),
        ("It is “日食” (rìshí).", "日食", "rìshí", None),
        ("It is sharp (锋利 fēnglì).", "锋利", "fēnglì", "sharp"),
        ("It is “really sharp” (锋利 fēnglì).", "锋利", "fēnglì", "really sharp"),
        ("A blade (锋利 fēnglì, sharp) cuts.", "锋利", "fēnglì", "sharp"),
        ("In 里巷 (lǐxiàng, alleys or lanes) one", "里巷", "lǐxiàng", "alleys or lanes"),
        ("The 利器 (lìqì, sharp weapon, effective tool)", "利器", "lìqì", "sharp weapon, effective tool"),
        ("a 利器 (lìqì, “a tool”)", "利器", "lìqì", "a tool"),
        ("a 邻里 (lin2li3, neighbours)", "邻里", "línlǐ", "neighbours"),
        ("a 女儿 (nǚ’ér, daughter)", "女儿", "nǚ'ér", "daughter"),
        ("a 女儿 (nu:3er2, daughter)", "女儿", "nǚ'ér", "daughter"),
        ("家长里短 (jiācháng lǐduǎn, family gossip)", "家长里短", "jiāchánglǐduǎn", "family gossip"),
        ("急功近利 (jígōng-jìnlì, hungry for gain)", "急功近利", "jígōngjìnlì", "hungry for gain"),
        ("a 方法 (fāngfǎ (method)", "", "", None),
    ],
)
def test_a_word_is_read_in_every_form(text: str, hanzi: str, pinyin: str, gloss: str | None) -> None:
    if not hanzi:
        assert list(read_terms(text)) == []
        return
    term = only(text)
    assert (term.hanzi, joined(term.pinyin), term.english, term.quotation) == (hanzi, pinyin, gloss, False)
    assert text[term.start : term.end] == hanzi


def test_decomposed_marks_are_the_same_word() -> None:
    term = only("a 邻里 (li\u0301nli\u030c, neighbours)")
    assert joined(term.pinyin) == "línlǐ"


def test_a_quotation_stands_inside_its_english() -> None:
    term = only("“She warned him off. (无逾我里 wú yú wǒ lǐ)” he wrote")
    assert (term.hanzi, term.english, term.quotation) == ("无逾我里", "She warned him off.", True)


def test_chinese_with_a_comma_is_a_quotation() -> None:
    term = only("as the Shuowen has it, 里，居也 (Lǐ, jū yě)")
    assert (term.hanzi, [str(each) for each in term.pinyin], term.quotation) == ("里，居也", ["Lǐ", "jū", "yě"], True)


@pytest.mark.parametrize(
    "text",
    [
        "the 《说文解字》 (Shuōwén jiězì) says",
        "Zhu Xi (朱熹) wrote",
        "the Song (960 – 1279)",
        "the app 红果 (owned by a company)",
        "no Chinese (at all) here",
        "漢 ( ) and 字 ()",
    ],
)
def test_titles_names_and_dates_are_no_vocabulary(text: str) -> None:
    assert list(read_terms(text)) == []


def test_pinyin_that_does_not_fit_is_told_and_not_guessed() -> None:
    term = only("锋利 (fēngl, sharp)")
    assert term.slip == "fēngl"
    assert term.pinyin == ()


@pytest.mark.parametrize("text", ["顺利 ([/x] shùnlì, smoothly)", "锋利 (sharp, fēnglì)"])
def test_pinyin_in_the_wrong_place_is_told(text: str) -> None:
    assert only(text).slip is not None


def test_a_foreign_name_with_an_accent_is_no_pinyin() -> None:
    assert list(read_terms("the app 红果 (owned by Émile)")) == []


@given(st.text(max_size=300))
def test_the_tokens_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokenize(text)) == text


@given(st.text(alphabet='()（）“”《》"刀子 dāozi,，1\u0301', max_size=200))
def test_no_text_raises(text: str) -> None:
    for term in read_terms(text):
        assert text[term.start : term.end]


@pytest.mark.parametrize("piece", ["(", ")", "()", "“", "刀(", "刀 (dāo, ", "“刀 (", "(刀 dāo"])
def test_a_long_heap_of_brackets_is_read(piece: str) -> None:
    list(read_terms(piece * 20_000))
