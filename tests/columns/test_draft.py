"""Drafts: valid files that `check` refuses until an editor has written them, and that copy nothing but the headline."""

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hanzi_column.columns.draft import Draft, draft_column
from hanzi_column.columns.newsletters.newsletter import ColumnEntry
from hanzi_column.columns.reader import read_column
from hanzi_column.domain.issue import Issue

ISSUE = Issue("winter", "A Winter Issue")


def draft(headword: str = "利", headline: str = "利: The Edge", url: str | None = None) -> Draft:
    return draft_column(ColumnEntry(headword, headline, "A blurb that stays where it is.", url), ISSUE)


def front_matter(made: Draft) -> dict[str, object]:
    return dict(YAML(typ="safe", pure=True).load(made.text.split("---\n")[1]))


def test_a_draft_holds_what_is_known_and_asks_for_the_rest() -> None:
    made = draft(url="https://example.org/li?a=1&b=2#c")
    found = front_matter(made)
    assert made.file_name == "利.md"
    assert found["character"] == "利"
    assert found["id"] == made.id
    assert found["readings"] == [{"pinyin": "lì", "gloss": "TODO what it means, said like this"}]
    assert found["source"] == {
        "issue": "winter",
        "headline": "利: The Edge",
        "url": "https://example.org/li?a=1&b=2#c",
    }
    for asked in ("formation", "strokes", "senses", "references"):
        assert "TODO" in str(found[asked])
    assert "# TODO a headline of your own\n" in made.text
    assert "A blurb that stays where it is." not in made.text


def test_an_address_that_is_not_known_is_left_out() -> None:
    assert front_matter(draft())["source"] == {"issue": "winter", "headline": "利: The Edge"}


def test_check_refuses_a_draft_and_names_every_place_to_write() -> None:
    made = draft()
    read = read_column(made.text, "利.md")
    marks = [problem for problem in read.problems if problem.code == "HC401"]
    assert read.column is None
    assert {problem.code for problem in read.problems} <= {"HC401", "HC306"}
    assert len(marks) == made.todos
    # The suggestion for the pinyin stands ready to be confirmed: its line is marked all the same.
    assert any(made.text.split("\n")[mark.position.line - 1].startswith("  - pinyin: lì") for mark in marks)


def test_an_id_is_minted_once_for_a_headword_in_an_issue() -> None:
    assert draft().id == draft(headline="利, Again", url="https://example.org").id
    assert draft().id.startswith("li-")
    assert len(draft().id) == len("li-") + 6
    assert draft().id != draft_column(ColumnEntry("利", "利: The Edge"), Issue("spring", "Spring")).id
    assert draft("绿").id.startswith("lv-")
    assert draft("内卷").id.startswith("neijuan-")


def test_every_usual_reading_is_offered() -> None:
    assert [reading["pinyin"] for reading in front_matter(draft("长"))["readings"]] == ["zhǎng", "cháng"]  # type: ignore[attr-defined]


def test_a_headword_whose_reading_is_not_known_is_asked_for() -> None:
    made = draft("\U00032000")
    assert front_matter(made)["readings"] == [
        {"pinyin": "TODO the pinyin with tone marks", "gloss": "TODO what it means"}
    ]
    assert made.id.startswith("column-")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_headline_leaves_the_front_matter_as_it_should_be(headline: str) -> None:
    made = draft(headline=headline)
    source = front_matter(made)["source"]
    assert source == {"issue": "winter", "headline": headline}
    codes = {problem.code for problem in read_column(made.text, "利.md").problems}
    assert "HC100" not in codes


@given(st.text("利炒货内卷人山海〇𠀀", min_size=1, max_size=12))
def test_any_headword_makes_an_id_and_a_file_name_within_the_folder(headword: str) -> None:
    made = draft(headword)
    assert len(made.id) <= 60
    assert made.id.replace("-", "").isalnum()
    assert made.file_name == f"{headword}.md"
    assert not set(made.file_name) & set('/\\:*?"<>|')
