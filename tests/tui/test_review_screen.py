"""The review screen, driven by keys and by mouse; what it writes is looked at in the database."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from hanzi_column.domain.card import CardKind
from hanzi_column.domain.review import Rating
from hanzi_column.domain.text import cells
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings
from hanzi_column.settings import Settings
from hanzi_column.store.queue import Scope
from hanzi_column.tui.app import HanziColumnApp, Start
from hanzi_column.tui.screens.help import HelpScreen
from hanzi_column.tui.screens.home import HomeScreen
from hanzi_column.tui.screens.review import ReviewScreen
from hanzi_column.tui.widgets.answer_input import AnswerInput
from hanzi_column.tui.widgets.asking import AskingPage
from hanzi_column.tui.widgets.grades import Grades
from tests.conftest import COLUMN, ask_database


@pytest.fixture
def run(places: Places, surroundings: Surroundings):
    """Open the program on a screen, at a size, for the length of a block."""

    @asynccontextmanager
    async def run(
        start: Start = Start.REVIEW, scope: Scope | None = None, size: tuple[int, int] = (80, 24), theme: str = "ink"
    ) -> AsyncIterator[Pilot[None]]:
        settings = Settings(theme="paper" if theme == "paper" else "ink")
        app = HanziColumnApp(places, surroundings, settings, start, scope)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield pilot

    return run


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the study thread has answered and the screen is drawn."""
    for _ in range(200):
        await pilot.pause(0.01)
        screen = pilot.app.screen
        if isinstance(screen, HelpScreen) or pilot.app._exit:
            return
        if isinstance(screen, ReviewScreen) and screen._turn is not None:
            await pilot.pause()
            return
        if isinstance(screen, HomeScreen) and screen.query_one("#page").visible:
            await pilot.pause()
            return
    raise AssertionError("the screen never came")


def shows(pilot: Pilot[None], selector: str) -> str:
    """The text of one part of the screen."""
    return str(pilot.app.screen.query_one(selector, Static).render())


def asking(pilot: Pilot[None]) -> bool:
    return bool(pilot.app.screen.query_one(AskingPage).display)


def saved(places: Places) -> list[tuple[object, ...]]:
    return ask_database(places.database, "SELECT card_id, rating, typed FROM standing_reviews ORDER BY id")


async def test_a_card_is_shown_answered_and_graded(run, places: Places) -> None:
    async with run() as pilot:
        assert shows(pilot, "#question") == "What does it mean?"
        await pilot.press("space")
        assert not asking(pilot)
        assert "knife" in shows(pilot, "#answer")
        assert "刀" in shows(pilot, "#paragraph")
        await pilot.press("4")
        assert saved(places) == [("dao-1/meaning", Rating.EASY, None)]
        assert asking(pilot)


async def test_typed_pinyin_is_judged_and_proposes_a_grade(run, places: Places) -> None:
    async with run(scope=Scope(kind=CardKind.READING)) as pilot:
        await pilot.press(*"dao3", "enter")
        assert "right syllable, wrong tone" in shows(pilot, "#answer")
        assert pilot.app.screen.query_one(Grades).marked is Rating.AGAIN
        await pilot.press("enter")
        assert saved(places) == [("dao-1/reading", Rating.AGAIN, "dao3")]
        await pilot.press(*"dao1", "enter")
        assert "✓ right" in shows(pilot, "#answer")
        assert pilot.app.screen.query_one(Grades).marked is Rating.GOOD


async def test_the_proposal_can_be_overruled_with_a_digit_or_the_arrows(run, places: Places) -> None:
    async with run(scope=Scope(kind=CardKind.WORD)) as pilot:
        await pilot.press(*"x", "enter", "2")
        await pilot.press(*"xiao3dao1", "enter", "right", "enter")
        assert [rating for _, rating, _ in saved(places)] == [Rating.HARD, Rating.EASY]


async def test_a_cloze_takes_hanzi(run, places: Places) -> None:
    async with run(scope=Scope(kind=CardKind.CLOZE)) as pilot:
        assert shows(pilot, "#prompt") == "这把＿＿很新。"
        pilot.app.screen.query_one(AnswerInput).value = "刀子"
        await pilot.press("enter")
        assert "✓ right" in shows(pilot, "#answer")


async def test_undo_works_while_asking_after_answering_and_on_the_last_screen(run, places: Places) -> None:
    async with run(scope=Scope(kind=CardKind.WORD)) as pilot:
        await pilot.press("space", "4", "u")
        assert saved(places) == []
        await pilot.press("space", "4", "space", "4")
        assert len(saved(places)) == 2
        assert "2 answers are saved" in shows(pilot, "#ended")
        await pilot.press("u")
        assert len(saved(places)) == 1
        assert asking(pilot)
        await pilot.press("space", "u")
        assert saved(places) == []
        await pilot.press("u")
        assert saved(places) == []


async def test_quick_keys_lose_nothing(run, places: Places) -> None:
    async with run() as pilot:
        await pilot.press(*(["space", "4"] * 5))
        assert len(saved(places)) == 5


async def test_the_mouse_does_it_too(run, places: Places) -> None:
    async with run() as pilot:
        await pilot.click("KeyLine", offset=(2, 0))
        assert not asking(pilot)
        await pilot.click("Grades", offset=(70, 0))
        assert [rating for _, rating, _ in saved(places)] == [Rating.EASY]


async def test_keys_are_explained_and_the_page_closes(run) -> None:
    async with run() as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_the_source_opens_or_says_that_none_is_recorded(run, places: Places, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    async with run() as pilot:
        await pilot.press("space", "o")
        assert opened == ["https://example.org/dao"]
    issue = places.data / "issues" / "winter.toml"
    issue.write_text(issue.read_text(encoding="utf-8").replace('url = "https', '# "https'), encoding="utf-8")
    async with run() as pilot:
        await pilot.press("space", "o")
        assert "no address is recorded" in shows(pilot, "#origin")
        assert any("no address is recorded" in each.message for each in pilot.app._notifications)
    assert len(opened) == 1


async def test_home_leads_to_a_session_and_back(run, places: Places) -> None:
    async with run(Start.HOME) as pilot:
        assert "5 cards today" in shows(pilot, "#today")
        assert "A Winter Issue" in shows(pilot, "#issues")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("space", "4", "escape")
        await pilot.pause(0.1)
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "4 cards today" in shows(pilot, "#today")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 20)])
async def test_home_is_a_page_with_its_parts_one_below_the_other(run, size: tuple[int, int]) -> None:
    async with run(Start.HOME, size=size) as pilot:
        top, issues, columns = (pilot.app.screen.query_one(name).region for name in ("#top", "#issues", "#columns"))
        assert 0 < top.height <= 5
        assert top.bottom < issues.y <= top.bottom + 2
        assert issues.bottom < columns.y
        assert top.x >= 2


@pytest.mark.parametrize("size", [(20, 5), (12, 4), (200, 60)])
async def test_home_opens_at_any_size_and_follows_it(run, size: tuple[int, int]) -> None:
    async with run(Start.HOME, size=size) as pilot:
        assert "刀" in shows(pilot, "#columns")
        await pilot.resize_terminal(80, 24)
        await pilot.pause(0.1)
        first, second = shows(pilot, "#issues").split("\n")[:2]
        assert first.index("new") == second.index("5") + 1 - len("new") or cells(first) == cells(second)
        await pilot.resize_terminal(20, 5)
        await pilot.pause(0.1)
        assert pilot.app.is_running


async def test_an_answer_follows_the_size_of_the_screen(run) -> None:
    async with run(size=(50, 20)) as pilot:
        await pilot.press("space")
        await pilot.resize_terminal(120, 40)
        await pilot.pause(0.2)
        wide = shows(pilot, "#paragraph")
        await pilot.resize_terminal(50, 20)
        await pilot.pause(0.2)
        assert len(shows(pilot, "#paragraph")) <= len(wide)
        grade = pilot.app.screen.query_one(Grades).children[0]
        assert str(grade.render()).split("\n")[1].strip().endswith("min")


async def test_a_long_answer_scrolls(run, places: Places) -> None:
    path = places.data / "columns" / "刀.md"
    path.write_text(COLUMN.replace("(dāozi, knife)", f"(dāozi, knife {'and so on ' * 60})"), encoding="utf-8")
    async with run(size=(50, 20), scope=Scope(kind=CardKind.WORD)) as pilot:
        await pilot.press("space")
        page = pilot.app.screen.query_one("#page")
        assert page.scroll_offset.y == 0
        await pilot.press("down", "down")
        assert page.scroll_offset.y > 0
        await pilot.press("up", "up", "up")
        assert page.scroll_offset.y == 0


async def test_what_is_typed_can_be_seen_on_the_smallest_screen(run) -> None:
    async with run(size=(20, 5), scope=Scope(kind=CardKind.READING)) as pilot:
        typed = pilot.app.screen.query_one(AnswerInput).region
        assert typed.height == 1
        assert typed.bottom <= 5


async def test_a_notice_does_not_cover_the_grades(run) -> None:
    async with run() as pilot:
        await pilot.press("u", "u", "u", "space")
        await pilot.pause(0.3)
        (toast,) = (each.region for each in pilot.app.screen.query("Toast"))
        assert toast.height > 0
        assert toast.bottom <= pilot.app.screen.query_one(Grades).region.y


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 20), (20, 6)])
async def test_every_size_shows_question_answer_and_grades(run, size: tuple[int, int], theme: str) -> None:
    async with run(size=size, theme=theme, scope=Scope(kind=CardKind.WORD)) as pilot:
        assert pilot.app.screen.query_one("#question").region.height > 0
        await pilot.press("space")
        assert "knife" in shows(pilot, "#answer")
        grades = pilot.app.screen.query_one(Grades).region
        assert grades.bottom <= size[1]
        assert grades.height > 0


async def test_a_store_that_cannot_be_used_ends_the_program_with_its_sentence(run, places: Places) -> None:
    places.home.mkdir()
    places.database.write_bytes(b"no database" * 50)
    async with run() as pilot:
        await pilot.pause(0.2)
    assert pilot.app.failure is not None
    assert "--home" in str(pilot.app.failure)


async def test_an_answer_that_cannot_be_saved_keeps_its_card(run, places: Places) -> None:
    async with run() as pilot:
        await pilot.press("space")
        other = sqlite3.connect(places.database, isolation_level=None)
        other.execute("CREATE TRIGGER full BEFORE INSERT ON reviews BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
        await pilot.press("4")
        assert not asking(pilot)
        assert any("disk is full" in each.message for each in pilot.app._notifications)
        other.execute("DROP TRIGGER full")
        other.close()
        await pilot.press("4")
        assert len(saved(places)) == 1


HOSTILE = [
    "[/x]",
    "[@click=app.quit]x[/]",
    "[$primary]",
    "\x1b[2J\x1b]0;owned\x07",
    "\u202eevil",
    "a" + "\u0301" * 10_000,
    "<script>alert(1)</script>",
    "{{7*7}} %s %n",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_as_text(run, places: Places, text: str) -> None:
    column = COLUMN.replace("draws a blade", f"draws {text} a blade").replace("# 刀, the edge", f"# 刀 {text}")
    column = column.replace("(dāozi, knife)", f"(dāozi, knife {text[:200]})")
    (places.data / "columns" / "刀.md").write_text(column, encoding="utf-8", newline="\n")
    issue = places.data / "issues" / "winter.toml"
    if text.isprintable():
        issue.write_text(
            issue.read_text(encoding="utf-8").replace("A Winter Issue", f"Winter {text}"), encoding="utf-8"
        )
    async with run(Start.HOME) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        for _ in range(3):
            await pilot.press("space")
            page = shows(pilot, "#paragraph") + shows(pilot, "#answer")
            assert not set("\x1b\x07\u202e") & set(page)
            assert page.count("\u0301") < 40
            await pilot.press("4")
        assert pilot.app.is_running
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_a_five_megabyte_line_is_refused_by_name_and_the_rest_is_asked(run, places: Places) -> None:
    (places.data / "columns" / "长.md").write_text(COLUMN + "x" * 5_000_000, encoding="utf-8")
    async with run(Start.HOME) as pilot:
        assert "columns/长.md" in shows(pilot, "#notes")
        assert "5 cards today" in shows(pilot, "#today")
