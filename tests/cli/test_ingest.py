"""`hanzi-column ingest` as a person and a script meet it."""

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hanzi_column.cli.main import _run
from hanzi_column.services.surroundings import Surroundings
from tests.cli import Result

HERE = Path(__file__).resolve().parent.parent
PLAIN = str(HERE / "newsletters" / "plain.txt")
PAGE = str(HERE / "newsletters" / "page.html")
SEED = HERE.parent.parent / "shared" / "seed" / "newsletter-micro-dramas.txt"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def ingest(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    surroundings = Surroundings(lambda: datetime(2026, 1, 1, tzinfo=UTC), random.Random(1))

    def ingest(*arguments: str) -> Result:
        code = _run(["ingest", "--data", str(data), *arguments], surroundings)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return ingest


def test_a_person_is_told_what_was_written_and_what_comes_next(ingest: Any) -> None:
    result = ingest(PLAIN)
    assert (result.code, result.err) == (0, "")
    contents = (
        "5 items, 2 sections, 1 column (冰), 2 terms (糖葫芦 tanghulu, 冻梨 dònglí), "
        "magazine issue “Cold Comfort: How the Northeast Became Cool”"
    )
    assert result.out.split("\n") == [
        f"{PLAIN}: Who Builds the Snow Slides of Harbin?",
        f"  {contents}",
        "  wrote: data/issues/who-builds-the-snow-slides-of-harbin.toml",
        "  wrote: data/columns/冰.md",
        "  Now write data/columns/冰.md: 17 TODOs are left.",
        "",
    ]


def test_a_second_run_says_that_nothing_changed_and_an_edited_column_is_kept(ingest: Any, data: Path) -> None:
    ingest(PLAIN)
    assert "unchanged: data/columns/冰.md\n" in ingest(PLAIN).out
    column = data / "columns" / "冰.md"
    column.write_text("mine", encoding="utf-8")
    result = ingest(PLAIN)
    assert result.code == 0
    assert "kept: data/columns/冰.md is there already\n" in result.out
    assert "Now write" not in result.out
    assert column.read_text(encoding="utf-8") == "mine"


def test_a_dry_run_says_the_same_and_touches_nothing(ingest: Any, data: Path) -> None:
    result = ingest("--dry-run", PLAIN)
    assert "would write: data/columns/冰.md" in result.out
    assert list(data.iterdir()) == []


def test_one_file_gives_one_object(ingest: Any, data: Path) -> None:
    result = ingest("--dry-run", "--json", PAGE)
    assert (result.code, result.err) == (0, "")
    found = result.json
    assert found["file"] == PAGE
    assert {key: found["issue"][key] for key in ("id", "title", "date", "url", "publisher")} == {
        "id": "who-builds-the-snow-slides-of-harbin",
        "title": "Who Builds the Snow Slides of Harbin?",
        "date": None,
        "url": None,
        "publisher": "The World of Chinese",
    }
    assert found["issue"]["items"][3] == {
        "section": "Chinese You Need",
        "headline": "冰: The Character That Froze a River and Cooled a Friendship",
        "blurb": "Our language column follows a few strokes of frost from the riverbank to the group chat.",
        "url": "https://www.example.org/bing",
    }
    assert found["issue"]["magazine_issue"]["url"] == "https://shop.example.org/cold"
    (column,) = found["columns"]
    assert column["id"].startswith("bing-")
    assert {key: value for key, value in column.items() if key != "id"} == {
        "file": "data/columns/冰.md",
        "headword": "冰",
        "kind": "character",
        "headline": "冰: The Character That Froze a River and Cooled a Friendship",
        "url": "https://www.example.org/bing",
        "deck": None,
        "readings": [],
        "components": [],
        "vocabulary": [],
        "quotations": [],
        "unsure": [],
        "offered": [],
    }
    assert found["terms"][0] == {"hanzi": "糖葫芦", "pinyin": "tanghulu", "section": "What We’re Eating"}
    assert [write["action"] for write in found["writes"]] == ["write", "write"]
    assert found["messages"] == []
    assert list(data.iterdir()) == []


def test_json_without_a_dry_run_writes_and_prints_the_same(ingest: Any, data: Path) -> None:
    dry = ingest("--dry-run", "--json", PLAIN).json
    assert ingest("--json", PLAIN).json == dry
    assert (data / "columns" / "冰.md").exists()


def test_several_files_give_an_array_of_those_that_could_be_read(ingest: Any, tmp_path: Path) -> None:
    novel = tmp_path / "novel.txt"
    novel.write_text("It was a dark night.\n" * 50, encoding="utf-8")
    result = ingest("--json", PLAIN, str(novel), PAGE)
    assert result.code == 3
    assert [each["file"] for each in result.json] == [PLAIN, PAGE]
    assert [write["action"] for write in result.json[1]["writes"]] == ["kept", "kept"]  # the page has addresses
    assert result.err.startswith(f"hanzi-column: {novel} is no newsletter")
    assert result.err.count("\n") == 1


def test_an_unreadable_file_is_one_sentence_and_leaves_standard_output_empty(ingest: Any, data: Path) -> None:
    for options in ((), ("--json",), ("--dry-run", "--json")):
        result = ingest(*options, str(data / "nowhere.eml"))
        assert (result.code, result.out) == (3, "")
        assert result.err == f"hanzi-column: There is no file {data / 'nowhere.eml'}: check its name.\n"
    assert list(data.iterdir()) == []


def test_several_files_end_in_a_summary(ingest: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = ingest(PLAIN, "empty.txt")
    assert result.code == 3
    assert result.out.endswith("2 files: 1 issue, 1 column, 1 not read.\n")
    assert "empty.txt is empty" in result.err


def test_a_newsletter_without_the_section_succeeds_and_says_so(ingest: Any, tmp_path: Path) -> None:
    text = Path(PLAIN).read_text(encoding="utf-8").replace("Chinese You Need\n", "")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = ingest("a.txt")
    assert result.code == 0
    assert "The newsletter has no section “Chinese You Need”, so no column was drafted.\n" in result.out


def test_no_escape_sequence_of_a_newsletter_reaches_the_terminal(ingest: Any, tmp_path: Path) -> None:
    text = Path(PLAIN).read_text(encoding="utf-8").replace("Snow Slides", "\x1b[31mSnow\x07 \u202eSlides")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    out = ingest("a.txt").out
    assert not set(out) & set("\x1b\x07\u202e")
    assert "Slides" in out


def test_help_shows_an_example_and_no_file_is_a_slip_of_usage(ingest: Any) -> None:
    assert "hanzi-column ingest newsletter.eml" in ingest("--help").out
    assert ingest().code == 2


@pytest.mark.skipif(not SEED.exists(), reason="the newsletter itself is not ours to ship; it lies beside the checkout")
def test_the_real_newsletter_names_its_character_and_its_term(ingest: Any) -> None:
    found = ingest("--dry-run", "--json", str(SEED)).json
    assert [column["headword"] for column in found["columns"]] == ["利"]
    assert [(term["hanzi"], term["pinyin"]) for term in found["terms"]] == [("炒货", "chaohuo")]
    assert found["issue"]["magazine_issue"]["headline"].startswith("Urban Renewal")


MEN = HERE / "gold" / "articles" / "men.txt"


def test_an_article_gives_one_object_of_the_same_shape(ingest: Any, data: Path) -> None:
    result = ingest("--dry-run", "--json", str(MEN))
    assert (result.code, result.err) == (0, "")
    found = result.json
    assert found["issue"] is None
    assert found["terms"] == []
    (column,) = found["columns"]
    assert {key: column[key] for key in ("headword", "kind", "headline", "deck", "url", "readings", "unsure")} == {
        "headword": "门",
        "kind": "character",
        "headline": "On the Character: 门",
        "deck": "Opening up a character that decides who gets in and who stays out",
        "url": None,
        "readings": ["mén"],
        "unsure": [],
    }
    assert column["vocabulary"][1] == {
        "hanzi": "门口", "pinyin": "mén kǒu", "gloss": "doorway", "suggested": False, "line": 9, "column": 45
    }  # fmt: skip
    assert column["quotations"][0] == {
        "zh": "三过其门而不入",
        "pinyin": "sān guò qí mén ér bú rù",
        "en": "passed his own door three times without going in",
        "line": 5,
    }
    assert list(data.iterdir()) == []


def test_a_person_is_told_what_was_found_in_an_article(ingest: Any) -> None:
    out = ingest(str(MEN)).out
    assert "24 words, no components, 3 quotations, no example sentences, 1 word offered" in out
    assert "wrote: data/columns/门.md" in out
    assert "TODOs are left." in out


def test_newsletters_and_articles_together_end_in_one_summary(ingest: Any) -> None:
    assert ingest(PLAIN, str(MEN)).out.endswith("2 files: 1 issue, 1 article, 2 columns, 0 not read.\n")


def test_no_escape_sequence_of_an_article_reaches_the_terminal(ingest: Any, tmp_path: Path) -> None:
    text = MEN.read_text(encoding="utf-8").replace("门口 (ménkǒu", "门口 (m\x1b[31ménkǒ")
    (tmp_path / "a.txt").write_text(text.replace("On the Character", "On\x07 the \u202eCharacter"), encoding="utf-8")
    result = ingest("a.txt")
    assert not set(result.out + result.err) & set("\x1b\x07\u202e")
