"""Ingesting into a content folder: whole files or none, and an editor's work stays as it is."""

import os
from pathlib import Path

import pytest

from hanzi_column.columns.issue_file import read_issue
from hanzi_column.errors import UsageError
from hanzi_column.services.ingest import Action, Ingested, Refused, carry_out, plan

NEWSLETTERS = Path(__file__).resolve().parent.parent / "newsletters"
PLAIN = NEWSLETTERS / "plain.txt"
ISSUE = "issues/who-builds-the-snow-slides-of-harbin.toml"


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def one(files: list[Path], data: Path) -> Ingested:
    (result,) = plan(files, data)
    assert isinstance(result, Ingested)
    return result


def test_planning_writes_nothing_and_carrying_out_makes_the_folders(tmp_path: Path) -> None:
    data = tmp_path / "made" / "here"
    results = plan([PLAIN], data)
    assert not data.parent.exists()
    carry_out(results)
    found = files_of(data)
    assert set(found) == {ISSUE, "columns/冰.md"}
    assert read_issue(found[ISSUE], ISSUE).title == "Who Builds the Snow Slides of Harbin?"
    assert "character: 冰\n" in found["columns/冰.md"]


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    carry_out(plan([PLAIN], tmp_path))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = plan([PLAIN], tmp_path)
    carry_out(again)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert isinstance(again[0], Ingested)
    assert [write.action for write in again[0].writes] == [Action.UNCHANGED, Action.UNCHANGED]


def test_an_edited_column_and_issue_are_kept(tmp_path: Path) -> None:
    carry_out(plan([PLAIN], tmp_path))
    for path in (tmp_path / ISSUE, tmp_path / "columns" / "冰.md"):
        path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    edited = files_of(tmp_path)
    results = plan([PLAIN], tmp_path)
    carry_out(results)
    assert files_of(tmp_path) == edited
    assert isinstance(results[0], Ingested)
    assert [write.action for write in results[0].writes] == [Action.KEPT, Action.KEPT]


def test_a_file_checked_out_with_windows_lines_counts_as_unchanged(tmp_path: Path) -> None:
    carry_out(plan([PLAIN], tmp_path))
    column = tmp_path / "columns" / "冰.md"
    column.write_bytes(column.read_bytes().replace(b"\n", b"\r\n"))
    assert [write.action for write in one([PLAIN], tmp_path).writes] == [Action.UNCHANGED, Action.UNCHANGED]


@pytest.mark.parametrize("there", ["a folder", "no text", "a link to nowhere"])
def test_whatever_stands_in_the_place_is_kept(tmp_path: Path, there: str) -> None:
    column = tmp_path / "columns" / "冰.md"
    column.parent.mkdir()
    if there == "a folder":
        column.mkdir()
    elif there == "no text":
        column.write_bytes(b"\xff\xfe\x00")
    else:
        try:
            column.symlink_to(tmp_path / "nowhere")
        except OSError:
            pytest.skip("this system lets nobody make links")
    result = one([PLAIN], tmp_path)
    carry_out([result])
    assert result.writes[1].action is Action.KEPT
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / ISSUE).exists()


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    bad = tmp_path / "novel.txt"
    bad.write_text("It was a dark night.\n" * 50, encoding="utf-8")
    results = plan([bad, PLAIN, tmp_path / "missing.txt"], tmp_path / "data")
    carry_out(results)
    assert [type(result) for result in results] == [Refused, Ingested, Refused]
    assert set(files_of(tmp_path / "data")) == {ISSUE, "columns/冰.md"}


def test_two_newsletters_on_one_headword_the_first_drafts_it(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    text = PLAIN.read_text(encoding="utf-8")
    other.write_text(text.replace("Who Builds the Snow Slides", "Who Sweeps the Slides"), encoding="utf-8")
    results = plan([PLAIN, other, PLAIN], tmp_path / "data")
    carry_out(results)
    actions = [[write.action for write in result.writes] for result in results if isinstance(result, Ingested)]
    assert actions == [
        [Action.WRITE, Action.WRITE],
        [Action.WRITE, Action.KEPT],
        [Action.UNCHANGED, Action.UNCHANGED],
    ]
    assert "who-builds-the-snow-slides" in files_of(tmp_path / "data")["columns/冰.md"]


def test_what_a_newsletter_does_not_give_is_said(tmp_path: Path) -> None:
    text = PLAIN.read_text(encoding="utf-8")
    file = tmp_path / "a.txt"
    file.write_text(text.replace("Chinese You Need\n", ""), encoding="utf-8")
    without = one([file], tmp_path / "data")
    assert without.messages == ("The newsletter has no section “Chinese You Need”, so no column was drafted.",)
    assert [write.path.name for write in without.writes] == [Path(ISSUE).name]
    file.write_text(text.replace("冰: The", "The"), encoding="utf-8")
    unnamed = one([file], tmp_path / "data")
    assert len(unnamed.messages) == 1
    assert unnamed.messages[0].startswith("No column was drafted for “The Character That Froze a River")


def test_no_headword_leads_out_of_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    text = PLAIN.read_text(encoding="utf-8")
    for headline in ("../../冰/../x: A Trap", "C:\\冰\\水: A Trap", "冰\u202e/水.exe: A Trap"):
        file.write_text(text.replace("冰: The Character", f"{headline} The Character"), encoding="utf-8")
        data = (tmp_path / "data").resolve()
        for write in one([file], data).writes:
            assert write.path.parent in (data / "issues", data / "columns")
            assert write.path.resolve().is_relative_to(data)
            assert write.path.stem in ("冰", Path(ISSUE).stem)


def test_a_folder_that_cannot_be_written_to_is_named_and_nothing_is_left_behind(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "columns").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(UsageError, match=r"cannot be written to .+ --data\.$"):
        carry_out(plan([PLAIN], data))
    assert set(files_of(data)) == {"columns"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever runs this may write everywhere")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o555)
    with pytest.raises(UsageError, match="Permission denied"):
        carry_out(plan([PLAIN], data))


def test_a_file_that_came_to_be_there_since_the_plan_is_not_overwritten(tmp_path: Path) -> None:
    results = plan([PLAIN], tmp_path)
    column = tmp_path / "columns" / "冰.md"
    column.parent.mkdir()
    column.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"冰\.md has come to be there in the meantime: run ingest again"):
        carry_out(results)
    assert files_of(tmp_path) == {"columns/冰.md": "mine"}


def test_two_issues_of_the_same_title_are_told_apart_and_running_twice_still_changes_nothing(tmp_path: Path) -> None:
    carry_out(plan([PLAIN], tmp_path))
    other = tmp_path / "other.txt"
    other.write_text(
        "Who Builds the Snow Slides of Harbin?\n"
        "What else the week has brought\n"
        "A Market That Never Sleeps\n"
        "The fish come in at three in the morning, and the buyers before them. Read more\n"
        "Chinese You Need\n"
        "鱼: The Character That Swims Through Every New Year\n"
        "Why a fish on the table is a wish for more. Read more\n",
        encoding="utf-8",
    )
    first = one([other], tmp_path)
    carry_out([first])
    assert first.newsletter.issue.id.startswith("who-builds-the-snow-slides-of-harbin-")
    found = files_of(tmp_path)
    assert f"issues/{first.newsletter.issue.id}.toml" in found
    assert f"issue: {first.newsletter.issue.id}\n" in found["columns/鱼.md"]
    assert {write.action for write in one([other], tmp_path).writes} == {Action.UNCHANGED}
    assert {write.action for write in one([PLAIN], tmp_path).writes} == {Action.UNCHANGED}


ARTICLE = """\
On the Character: 冰
A character that keeps its cool

The character 冰 (bīng, ice) joins frozen water on the left with the running kind, 水 (shuǐ, water), on the right, and \
every child in the north learns to skate on what it stands for.

A popsicle is a 冰棍 (bīnggùn, ice stick), a skating rink a 冰场 (bīngchǎng, rink), and a fridge an icebox (冰箱 \
bīngxiāng), which hums in every kitchen of the country.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_becomes_a_draft_with_its_words(article: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    result = one([article], data)
    assert result.newsletter is None
    assert result.reading is not None
    assert [word.hanzi for word in result.reading.words] == ["冰棍", "冰场", "冰箱"]
    assert "No issue in the content folder names 冰" in result.messages[0]
    carry_out([result])
    draft = files_of(data)["columns/冰.md"]
    assert "冰棍 (bīnggùn, ice stick)" in draft
    assert "issue: TODO" in draft


@pytest.mark.parametrize("order", ["newsletter, article", "article, newsletter", "one after the other"])
def test_the_article_fills_the_bare_draft_of_its_newsletter(article: Path, tmp_path: Path, order: str) -> None:
    data = tmp_path / "data"
    if order == "newsletter, article":
        carry_out(plan([PLAIN, article], data))
    elif order == "article, newsletter":
        results = plan([article, PLAIN], data)
        assert [result.file for result in results] == [article, PLAIN]
        carry_out(results)
    else:
        carry_out(plan([PLAIN], data))
        bare = files_of(data)["columns/冰.md"]
        result = one([article], data)
        assert (result.messages, result.writes[0].action, result.writes[0].instead) == ((), Action.WRITE, bare)
        carry_out([result])
    found = files_of(data)
    assert set(found) == {ISSUE, "columns/冰.md"}
    assert "冰棍 (bīnggùn, ice stick)" in found["columns/冰.md"]
    assert "issue: who-builds-the-snow-slides-of-harbin\n" in found["columns/冰.md"]
    assert one([article], data).writes[0].action is Action.UNCHANGED


def test_a_newsletter_that_comes_after_the_article_says_which_issue_to_write(article: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    carry_out(plan([article], data))
    result = one([PLAIN], data)
    assert (
        "冰.md does not know its issue yet: write “issue: who-builds-the-snow-slides-of-harbin”" in result.messages[-1]
    )


def test_a_draft_that_an_editor_has_begun_is_kept(article: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    carry_out(plan([PLAIN], data))
    column = data / "columns" / "冰.md"
    column.write_text(column.read_text(encoding="utf-8") + "Mine.\n", encoding="utf-8")
    assert one([article], data).writes[0].action is Action.KEPT


def test_a_bare_draft_that_has_changed_since_the_plan_is_not_overwritten(article: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    carry_out(plan([PLAIN], data))
    results = plan([article], data)
    column = data / "columns" / "冰.md"
    column.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="run ingest again"):
        carry_out(results)
    assert column.read_text(encoding="utf-8") == "mine"


def test_when_a_later_file_cannot_be_placed_the_filled_draft_is_bare_again(article: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    carry_out(plan([PLAIN], data))
    before = files_of(data)
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("冰", "雪").replace("bīng", "xuě"), encoding="utf-8")
    results = plan([article, other], data)
    (data / "columns" / "雪.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError):
        carry_out(results)
    assert files_of(data) == {**before, "columns/雪.md": "mine"}
