"""Pinyin in every spelling that is printed or typed comes out as the same syllables, one per character."""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain import syllables
from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, Syllable, align, joined, parse, spaced, toneless
from hanzi_column.errors import PinyinError

WORDS = Path(__file__).parents[2].parent / "shared" / "reference" / "words.tsv"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lì", "lì"),
        ("li4", "lì"),
        ("LI4", "Lì"),
        ("li\u0300", "lì"),
        ("línlǐ", "lín lǐ"),
        ("lín lǐ", "lín lǐ"),
        ("lín-lǐ", "lín lǐ"),
        ("lin2li3", "lín lǐ"),
        ("lin2 li3", "lín lǐ"),
        ("Línlǐ", "Lín lǐ"),
        ("nǚ", "nǚ"),
        ("nü3", "nǚ"),
        ("nv3", "nǚ"),
        ("nu:3", "nǚ"),
        ("NV3", "Nǚ"),
        ("lüe4", "lüè"),
        ("lue4", "lüè"),
        ("lve4", "lüè"),
        ("jü2", "jú"),
        ("xvan1", "xuān"),
        ("de", "de"),
        ("de5", "de"),
        ("de0", "de"),
        ("lu3e", "lǔ e"),
        ("xian", "xian"),
        ("xi'an", "xi an"),
        ("xi’an", "xi an"),
        ("xi1an1", "xī ān"),
        ("fāngàn", "fān gàn"),
        ("fāng'àn", "fāng àn"),
        ("nǚ'ér", "nǚ ér"),
        ("yìdiǎnr", "yì diǎn r"),
        ("zhuàngshì", "zhuàng shì"),
        ("ńg", "ńg"),
        ("ê̄", "ê̄"),
        ("lĭ", "lǐ"),
        ("ｌｉ４", "lì"),
        ("tɑ\u0304", "tā"),
        ("ɡēn", "gēn"),
        ("dı\u0301", "dí"),
        ("liu2", "liú"),
        ("gui4", "guì"),
        ("xiong1", "xiōng"),
        ("kou3", "kǒu"),
    ],
)
def test_every_spelling_is_read(text: str, expected: str) -> None:
    assert spaced(parse(text)) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "'",
        "4",
        "li44",
        "li6",
        "lǐ4",
        "lǐ́",
        "r",
        "q",
        "zh",
        "lli",
        "xyz",
        "利",
        "li，",
        "l4i",
        "ˇ",
        "😀",
        "li\x00",
    ],
)
def test_what_is_no_pinyin_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(PinyinError, match=r"write|check|put"):
        parse(text)


@pytest.mark.parametrize(
    ("hanzi", "pinyin", "expected"),
    [
        ("邻里", "línlǐ", "lín lǐ"),
        ("邻里", "LinLi", "Lin Li"),
        ("西安", "Xī'ān", "Xī ān"),
        ("西安", "xian", "xi an"),
        ("先", "xian", "xian"),
        ("女儿", "nǚ'ér", "nǚ ér"),
        ("一点儿", "yīdiǎnr", "yī diǎn r"),
        ("一点儿", "yīdiǎn'ér", "yī diǎn ér"),
        ("哪儿", "nǎr", "nǎ r"),
        ("儿子", "érzi", "ér zi"),
        ("无逾我里", "wú yú wǒ lǐ", "wú yú wǒ lǐ"),
        ("里，居也", "Lǐ, jū yě", "Lǐ jū yě"),
        ("“日食”", "rìshí", "rì shí"),
        ("嗯", "ńg", "ńg"),
        ("利", "lì:", "lì"),
        ("吕", "lu:3", "lǚ"),
    ],
)
def test_each_character_gets_its_syllable(hanzi: str, pinyin: str, expected: str) -> None:
    assert spaced(align(hanzi, pinyin)) == expected


@pytest.mark.parametrize(
    ("hanzi", "pinyin"),
    [
        ("邻里", "lín"),
        ("邻里", "línlǐlǐ"),
        ("茉莉", "míng"),
        ("刀口", "dāo"),
        ("邻里", ""),
        ("邻里", "..."),
        ("邻里", "sharp edges"),
        ("", "lì"),
        ("abc", "lì"),
        ("利r", "lìr"),
        ("儿", "r"),
        ("利" * 1_001, "li"),
    ],
)
def test_what_cannot_be_aligned_is_refused_and_never_guessed(hanzi: str, pinyin: str) -> None:
    with pytest.raises(PinyinError):
        align(hanzi, pinyin)


def test_known_readings_decide_where_two_splits_are_legal() -> None:
    known = {"方": ["fāng"], "案": ["àn"], "翻": ["fān"], "干": ["gān", "gàn"]}
    assert spaced(align("方案", "fāngàn", known.__getitem__)) == "fāng àn"
    assert spaced(align("翻干", "fāngàn", known.__getitem__)) == "fān gàn"
    assert spaced(align("方案", "fangan", known.__getitem__)) == "fang an"


@pytest.mark.parametrize(
    ("hanzi", "pinyin", "expected"),
    [
        ("方案", "fāngàn", "fāng àn"),
        ("翻干", "fāngàn", "fān gàn"),
        ("平安", "píngān", "píng ān"),
        ("关爱", "guānài", "guān ài"),
        ("相安无事", "xiāngānwúshì", "xiāng ān wú shì"),
        ("可恶", "kěwù", "kě wù"),
        ("长恶", "chángwù", "cháng wù"),
    ],
)
def test_without_any_readings_a_character_that_can_begin_with_a_vowel_decides(
    hanzi: str, pinyin: str, expected: str
) -> None:
    assert spaced(align(hanzi, pinyin)) == expected


@pytest.mark.parametrize(
    ("hanzi", "pinyin", "expected"),
    [("T恤", "Txù", "xù"), ("卡拉OK", "kǎlāOK", "kǎ lā"), ("AA制", "AAzhì", "zhì"), ("3个", "3 ge", "ge")],
)
def test_latin_letters_of_the_hanzi_need_no_syllable(hanzi: str, pinyin: str, expected: str) -> None:
    assert spaced(align(hanzi, pinyin)) == expected


@pytest.mark.parametrize("tone", range(1, NEUTRAL + 1))
def test_every_legal_syllable_goes_through_mark_number_and_zhuyin_and_comes_back(tone: int) -> None:
    for base in sorted(syllables.FULL | syllables.INTERJECTIONS):
        syllable = Syllable(base, tone)
        for written in (str(syllable), syllable.number, syllable.zhuyin):
            assert parse(written) == (syllable,), written


@pytest.mark.parametrize(
    ("zhuyin", "expected"),
    [
        ("ㄌㄧㄣˊㄌㄧˇ", "lín lǐ"),
        ("ㄌㄧㄣˊ ㄌㄧˇ", "lín lǐ"),
        ("ㄧ ㄉㄧㄢˇ", "yī diǎn"),
        ("ㄏㄠˇ˙ㄉㄜ", "hǎo de"),
        ("ㄉㄜ˙", "de"),
        ("ㄓ", "zhī"),
        ("ㄩㄥˋ", "yòng"),
        ("ㄨㄥ", "wēng"),
    ],
)
def test_words_in_zhuyin_are_read(zhuyin: str, expected: str) -> None:
    assert spaced(parse(zhuyin)) == expected


@pytest.mark.parametrize("text", ["ㄌㄌ", "ˇㄌㄧ", "ㄌㄧˇ3", "ㄌㄧli", "ㄌㄧㄣˊㄌ ㄑ" + "ㄌ" * 3_000])
def test_what_is_no_zhuyin_is_refused(text: str) -> None:
    with pytest.raises(PinyinError, match="write"):
        parse(text)


def test_a_character_whose_readings_are_not_known_does_not_matter() -> None:
    assert spaced(align("邻里", "línlǐ", lambda _: ())) == "lín lǐ"


@pytest.mark.parametrize(
    ("pinyin", "as_word", "letters"),
    [
        ("fēng lì", "fēnglì", "fengli"),
        ("nǚ ér", "nǚ'ér", "nver"),
        ("Xī ān", "Xī'ān", "xian"),
        ("píng ān", "píng'ān", "pingan"),
    ],
)
def test_pinyin_is_written_as_a_word_and_as_bare_letters(pinyin: str, as_word: str, letters: str) -> None:
    read = parse(pinyin)
    assert joined(read) == as_word
    assert toneless(read).lower() == letters
    assert parse(as_word) == read


def test_a_syllable_is_written_with_its_tone_as_a_digit() -> None:
    assert [syllable.number for syllable in parse("nǚ lì de")] == ["nü3", "li4", "de5"]


legal_syllables = st.builds(
    Syllable, st.sampled_from(sorted(syllables.FULL)), st.integers(1, NEUTRAL), capital=st.booleans()
)


def spellings(syllable: Syllable) -> set[str]:
    """Return every spelling of one syllable that is accepted."""
    marked, base = str(syllable), syllable.base.capitalize() if syllable.capital else syllable.base
    written = {marked, unicodedata.normalize("NFD", marked)}
    digits = ["5", "0", ""] if syllable.tone == NEUTRAL else [str(syllable.tone)]
    for digit in digits:
        written |= {base + digit, unicodedata.normalize("NFD", base) + digit}
        written |= {base.replace("ü", other) + digit for other in ("v", "u:")}
        if syllable.base[0] in "jqxy":
            written |= {base.replace("u", other, 1) + digit for other in ("v", "ü")}
        if syllable.base in ("lüe", "nüe"):
            written.add(base.replace("ü", "u") + digit)
    return written


@given(legal_syllables)
def test_a_legal_syllable_normalises_to_the_same_in_every_accepted_spelling(syllable: Syllable) -> None:
    for spelling in spellings(syllable):
        assert parse(spelling) == (syllable,), spelling
        assert align("字", spelling) == (syllable,), spelling


@given(st.lists(st.sampled_from(sorted(syllables.FULL)), min_size=1, max_size=8), st.data())
def test_a_word_normalises_to_the_same_however_its_syllables_are_put_together(
    bases: list[str], data: st.DataObject
) -> None:
    pinyin = tuple(Syllable(base, data.draw(st.integers(1, 4))) for base in bases)
    numbered = [syllable.number for syllable in pinyin]
    marked = list(map(str, pinyin))
    for between in (" ", "-", "'", "’", "\u00a0", " - "):
        assert parse(between.join(marked)) == pinyin
        assert parse(between.join(numbered)) == pinyin
    assert parse("".join(numbered)) == pinyin
    assert tuple(syllable.lower for syllable in parse("".join(numbered).upper())) == pinyin
    assert align("字" * len(pinyin), joined(pinyin)) == pinyin
    assert parse(spaced(pinyin)) == pinyin


near_pinyin = st.text(alphabet="abeghiInorRuUüvxz12345 0:'’-ǎèīǚ\u0301\u0308\u030c\u0302儿利，;", max_size=60)


@given(st.text() | near_pinyin, st.text() | near_pinyin)
def test_no_text_does_more_than_be_refused(hanzi: str, text: str) -> None:
    readers: tuple[Callable[[], Pinyin], ...] = (
        lambda: parse(text),
        lambda: align(hanzi, text),
        lambda: align("利" * 3, text, lambda _: ["lì"]),
    )
    for read in readers:
        try:
            found = read()
        except PinyinError:
            continue
        assert found
        assert all(syllable.base in syllables.LEGAL for syllable in found)


@given(near_pinyin)
def test_what_was_read_is_read_again_from_what_is_stored(text: str) -> None:
    try:
        found = parse(text)
    except PinyinError:
        return
    if "r" not in [syllable.base for syllable in found]:  # the bare ending cannot stand by itself
        assert parse(spaced(found)) == found


@pytest.mark.parametrize(
    "text",
    ["a" * 2_000, "ang" * 666, "xian" * 500, "nge" * 666, "er" * 1_000, "lin2li3" * 285, "zhuang" * 333, "xian " * 400,
     "n" * 2_000, "q" * 2_000, "-" * 2_000, "ü" * 2_000, "\u0301" * 2_000, "a1" * 1_000],
    ids=lambda text: text[:6],
)  # fmt: skip
@pytest.mark.parametrize("count", [1, 500, 1_000])
def test_two_thousand_characters_return(text: str, count: int) -> None:
    """Splits are counted by the thousand digits here: only a search that never tries them all comes back."""
    readers: tuple[Callable[[], Pinyin], ...] = (
        lambda: parse(text),
        lambda: align("利" * count, text),
        lambda: align("安" * count, text, lambda _: ["ān"]),
    )
    for read in readers:
        try:
            assert read()
        except PinyinError:
            continue


def test_longer_text_is_refused_at_once() -> None:
    with pytest.raises(PinyinError, match="the most is 2000"):
        parse("li4" * 1_000_000)


@pytest.fixture(scope="module")
def reference() -> list[tuple[str, str]]:
    if not WORDS.is_file():
        pytest.skip(f"the reference words are not beside this checkout ({WORDS})")
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = [(row["simplified"], row["pinyin"]) for row in csv.DictReader(file, delimiter="\t")]
    assert len(rows) > 12_000
    return rows


def one_per_character(rows: list[tuple[str, str]]) -> list[tuple[str, Pinyin]]:
    """Return the rows whose own spaces already give each character its syllable."""
    found = []
    for hanzi, pinyin in rows:
        read = tuple(Syllable("r") if part == "r" else parse(part)[0] for part in pinyin.split())
        if len(read) == len(hanzi):
            found.append((hanzi, tuple(syllable.lower for syllable in read)))
    return found


def lower(pinyin: Pinyin) -> Pinyin:
    return tuple(syllable.lower for syllable in pinyin)


def test_the_reference_words_align_when_joined_without_anything_between(reference: list[tuple[str, str]]) -> None:
    words = one_per_character(reference)
    assert len(words) > 0.99 * len(reference)
    assert [hanzi for hanzi, pinyin in words if lower(align(hanzi, "".join(map(str, pinyin)))) != pinyin] == []


def test_the_reference_words_all_align_when_joined_by_the_rules(reference: list[tuple[str, str]]) -> None:
    wrong = [hanzi for hanzi, pinyin in one_per_character(reference) if lower(align(hanzi, joined(pinyin))) != pinyin]
    assert wrong == []


def test_with_known_readings_the_reference_words_all_align(reference: list[tuple[str, str]]) -> None:
    words = one_per_character(reference)
    known: defaultdict[str, set[str]] = defaultdict(set)
    for hanzi, pinyin in words:
        for char, syllable in zip(hanzi, pinyin, strict=True):
            known[char].add(str(syllable))
    wrong = [
        hanzi for hanzi, pinyin in words if lower(align(hanzi, "".join(map(str, pinyin)), known.__getitem__)) != pinyin
    ]
    assert wrong == []


def test_the_reference_words_align_as_they_are_printed(reference: list[tuple[str, str]]) -> None:
    for hanzi, pinyin in reference:
        assert align(hanzi, pinyin)


def test_forty_thousand_phrases_align_when_joined_without_anything_between() -> None:
    """Phrases and their pinyin as pypinyin's tables have them: rarer words and idioms than any learner's list."""
    from pypinyin.constants import PHRASES_DICT

    phrases = [(phrase, tuple(parse(each[0])[0] for each in said)) for phrase, said in PHRASES_DICT.items()]
    assert len(phrases) > 40_000
    wrong = [phrase for phrase, pinyin in phrases if align(phrase, "".join(map(str, pinyin))) != pinyin]
    assert wrong == []
