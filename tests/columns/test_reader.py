"""A column file is read into its parts, each with its place in the file, or into all of its problems at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.problems import CODES
from hanzi_column.columns.reader import LARGEST, LONGEST_LINE, read_column
from hanzi_column.domain.column import Column
from hanzi_column.domain.pinyin import joined

LI = Path(__file__).resolve().parents[2] / "data" / "columns" / "利.md"

SMALL = """\
---
id: dao-1
character: 刀
readings:
  - pinyin: dāo
    gloss: knife
formation:
  kind: pictograph
  evidence: attested
components:
  - part: 丿
    role: form
strokes: "53"
senses:
  - sense: knife
    period: Shang
    words: [刀子]
source:
  issue: winter
---
# 刀, the edge

The character 刀 (dāo) draws a blade, with a stroke 丿 (piě, left-falling stroke) across. In the kitchen it is a
*刀子* (dāozi, knife), and a [小刀](https://example.org) (xiǎodāo, pocket knife) lies in every drawer.

- A list holds a 剪刀 (jiǎndāo, scissors) too.

> 这把刀子很新。 {#new}
> Zhè bǎ dāozi hěn xīn.
> This knife is very new.
"""


def read(text: str) -> Column:
    found = read_column(text, "刀.md")
    assert found.problems == ()
    assert found.column is not None
    return found.column


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_column(text, "刀.md").problems]


def test_the_words_stand_with_reading_gloss_and_paragraph() -> None:
    column = read(SMALL)
    assert [(word.hanzi, joined(word.pinyin), word.gloss, word.paragraph) for word in column.words] == [
        ("刀子", "dāozi", "knife", 1),
        ("小刀", "xiǎodāo", "pocket knife", 1),
        ("剪刀", "jiǎndāo", "scissors", 2),
    ]


def test_a_name_needs_no_tone_marks() -> None:
    prose = (
        "In Luoyang (洛阳), the sage Zhu Xi (朱熹) and Shen Defu (沈德符, 1578 – 1642) of Qufu (曲阜 Qufu) had a knife."
    )
    assert codes(SMALL.replace("In the kitchen it is a", f"{prose} In the kitchen it is a")) == []


def test_neither_headword_nor_component_is_a_word() -> None:
    assert not {"刀", "丿"} & {word.hanzi for word in read(SMALL).words}


def test_every_word_knows_its_place_in_the_file_also_inside_markup() -> None:
    lines = SMALL.split("\n")
    for word in read(SMALL).words:
        assert lines[word.position.line - 1][word.position.column - 1 :].startswith(word.hanzi)


def test_every_word_knows_its_place_in_its_paragraph() -> None:
    column = read(SMALL)
    for word in column.words:
        text = column.paragraphs[word.paragraph - 1].text
        assert text[word.span.start : word.span.end] == word.hanzi


def test_markup_is_no_part_of_the_prose() -> None:
    text = read(SMALL).paragraphs[0].text
    assert "it is a 刀子 (dāozi, knife), and a 小刀 (xiǎodāo" in text


def test_a_sentence_has_its_mark_and_one_syllable_a_hanzi() -> None:
    (sentence,) = read(SMALL).sentences
    assert (sentence.mark, sentence.hanzi, sentence.english) == ("new", "这把刀子很新。", "This knife is very new.")
    assert [str(syllable) for syllable in sentence.pinyin] == ["Zhè", "bǎ", "dāo", "zi", "hěn", "xīn"]


def test_latin_letters_and_digits_of_a_sentence_need_no_syllable() -> None:
    text = SMALL.replace("这把刀子很新。", "我买了3把刀子，很OK。").replace(
        "Zhè bǎ dāozi hěn xīn.", "Wǒ mǎile 3 bǎ dāozi, hěn OK."
    )
    (sentence,) = read(text).sentences
    assert [str(syllable) for syllable in sentence.pinyin] == ["Wǒ", "mǎi", "le", "bǎ", "dāo", "zi", "hěn"]


def test_a_mark_tells_two_readings_of_the_same_hanzi_apart_and_is_not_shown() -> None:
    column = read(SMALL.replace("(jiǎndāo, scissors)", "(jiǎndāo, scissors) and 刀子 (dāozǐ, a name){#name}"))
    assert [word.id for word in column.words][-1] == "刀子#name"
    assert "{#" not in "".join(paragraph.text for paragraph in column.paragraphs)


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("id: dao-1\n", "", "HC102", 2),
        ("id: dao-1", "id: dao/1", "HC105", 2),
        ("id: dao-1", "id: 17", "HC103", 2),
        ("character: 刀", "charakter: 刀", "HC101", 3),
        ("character: 刀", "character: knife", "HC110", 3),
        ("pinyin: dāo", "pinyin: dāodāo", "HC201", 5),
        ("pinyin: dāo", "pinyin: dao", "HC202", 5),
        ("kind: pictograph", "kind: picture", "HC104", 8),
        ("  evidence: attested", "  evidence: [attested]", "HC103", 9),
        ("part: 丿", "part: 刀子", "HC110", 11),
        ('strokes: "53"', 'strokes: "59"', "HC109", 13),
        ('strokes: "53"', "strokes: 53", "HC103", 13),
        ("words: [刀子]", "words: [刀具]", "HC305", 15),
        ("  issue: winter", "  issue: winter\n  url: ftp://example.org", "HC106", 20),
        ("# 刀, the edge", "", "HC301", 21),
        ("(dāozi, knife)", "(dāoz, knife)", "HC201", 24),
        ("(dāozi, knife)", "(dao zi, knife)", "HC202", 24),
        ("刀子* (dāozi", "刀子* (dao1zi5zi5", "HC201", 24),
        ("(jiǎndāo, scissors)", "(jiǎndāo, scissors), 小刀 (xiáodāo, penknife)", "HC304", 26),
        ("> This knife is very new.\n", "", "HC302", 28),
        (" {#new}", "", "HC303", 28),
        ("hěn xīn.", "hěn.", "HC201", 29),
        ("draws a blade", "TODO say what it draws", "HC401", 23),
    ],
)
def test_each_slip_is_found_once_at_its_line(before: str, after: str, code: str, line: int) -> None:
    assert before in SMALL
    found = read_column(SMALL.replace(before, after, 1), "刀.md").problems
    assert (code, line) in [(problem.code, problem.position.line) for problem in found]
    assert [problem.code for problem in found].count(code) == 1


def test_a_column_on_a_word_needs_no_strokes() -> None:
    text = SMALL.replace("character: 刀", "character: 刀具").replace("pinyin: dāo", "pinyin: dāojù")
    text = text.replace('strokes: "53"\n', "").replace("刀 (dāo)", "刀具 (dāojù)")
    column = read(text)
    assert (column.headword, str(column.strokes)) == ("刀具", "")
    assert codes(SMALL.replace('strokes: "53"\n', "")) == ["HC102"]


def test_all_problems_show_at_once() -> None:
    text = SMALL.replace("dāozi,", "dāoz,").replace("kind: pictograph", "kind: picture").replace('"53"', '"50"')
    assert codes(text) == ["HC104", "HC109", "HC201"]


def test_an_unknown_key_is_answered_with_the_one_that_was_meant() -> None:
    (problem,) = read_column(SMALL.replace("strokes:", "lookalike: [力]\nstrokes:"), "刀.md").problems
    assert problem.remedy == "Remove it; did you mean “lookalikes”?"


def test_front_matter_that_is_no_yaml_is_named_with_its_line() -> None:
    (problem,) = read_column(SMALL.replace("id: dao-1", "id: [dao"), "刀.md").problems
    assert problem.code == "HC100"
    assert problem.position.line in (2, 3)


@pytest.mark.parametrize(
    "text", ["", "hello", "---\n", "---\n---\n", "---\n- a\n---\n# x\n", "\x00", "---\n&a [*a]\n---\n"]
)
def test_what_is_no_column_is_refused_with_a_sentence(text: str) -> None:
    found = read_column(text, "x.md")
    assert found.column is None
    assert all(problem.wrong and problem.remedy and problem.code in CODES for problem in found.problems)
    assert found.problems


def test_an_overlong_line_or_file_is_refused_by_name() -> None:
    assert codes(SMALL + "x" * (LONGEST_LINE + 1)) == ["HC002"]
    assert codes(SMALL + "x\n" * LARGEST) == ["HC002"]


def test_windows_line_ends_change_nothing() -> None:
    assert read(SMALL.replace("\n", "\r\n")) == read(SMALL)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_no_text_at_all_raises(text: str) -> None:
    read_column(text, "x.md")
    read_column(SMALL + text, "x.md")
    read_column(f"---\n{text}\n---\n# x\n", "x.md")


@given(
    st.lists(
        st.sampled_from([*'()（）“”"《》{}#>*_[]`|~-—,，;。', "刀子 ", "dāozi", "TODO", "\n", "> ", "{#a}"]),
        max_size=60,
    )
)
def test_no_heap_of_house_style_raises(pieces: list[str]) -> None:
    read_column(SMALL + "".join(pieces), "x.md")


def test_li_is_a_full_column() -> None:
    column = read_column(LI.read_text(encoding="utf-8"), "利.md").column
    assert column is not None
    words = sum(len(paragraph.text.split()) for paragraph in column.paragraphs)
    assert 350 <= words <= 500
    assert len({word.hanzi for word in column.words}) >= 12
    assert all(word.pinyin and word.gloss for word in column.words)
    assert len(column.sentences) == 3
    assert [sense.sense for sense in column.senses] == ["reap", "sharp", "benefit", "profit", "interest"]
    assert all(sense.words for sense in column.senses)
    assert str(column.strokes) == "3123422"
    assert column.source.url is None
