"""A learner's days: what is asked, what an answer writes, and what undo takes back."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hanzi_column.domain.answer import judge
from hanzi_column.domain.card import CardKind
from hanzi_column.domain.review import Phase, Rating
from hanzi_column.errors import UsageError
from hanzi_column.services.learner import Learner, open_learner
from hanzi_column.services.publish import publish
from hanzi_column.services.review import Asked, ReviewSession
from hanzi_column.settings import Settings
from hanzi_column.store import reviews
from hanzi_column.store.queue import Scope
from tests.conftest import COLUMN, Clock


def answer_all(session: ReviewSession, rating: Callable[[Asked], Rating] = lambda _: Rating.GOOD) -> list[str]:
    """Answer until nothing is left; return the ids of the cards in the order in which they were asked."""
    asked_ids = []
    while (asked := session.next()) is not None:
        asked_ids.append(asked.card.id)
        session.answer(asked, rating(asked))
        assert len(asked_ids) < 200
    return asked_ids


def memory_rows(learner: Learner) -> list[dict[str, object]]:
    return learner.store.rows("SELECT * FROM memory ORDER BY card_id")


def test_the_character_is_asked_first_and_siblings_stay_apart(learner: Learner) -> None:
    asked = answer_all(learner.session(), lambda _: Rating.EASY)
    assert asked[0] == "dao-1/meaning"
    assert set(asked) == {"dao-1/meaning", "dao-1/reading", "刀子/word", "小刀/word", "dao-1/cloze/new"}
    assert abs(asked.index("dao-1/meaning") - asked.index("dao-1/reading")) > 1
    assert abs(asked.index("刀子/word") - asked.index("dao-1/cloze/new")) > 1


def test_the_next_day_asks_what_is_due_and_nothing_else(learner: Learner, clock: Clock) -> None:
    answer_all(learner.session(), lambda asked: Rating.EASY if asked.card.kind is CardKind.MEANING else Rating.GOOD)
    clock.wind(minutes=30)
    answer_all(learner.session())
    assert learner.session().next() is None
    due = {row["card_id"]: row["due_day"] for row in memory_rows(learner)}
    clock.wind(days=3)
    expected = {card_id for card_id, day in due.items() if day <= clock.now.date().isoformat()}
    assert expected
    assert set(answer_all(learner.session())) == expected


def test_a_lapse_comes_back_within_the_session(learner: Learner) -> None:
    session = learner.session(limit=3, new=1)
    first = session.next()
    assert first is not None
    session.answer(first, Rating.AGAIN)
    second = session.next()
    assert second is not None
    assert second.card.id == first.card.id


def test_what_a_button_shows_is_what_it_gives(learner: Learner, clock: Clock) -> None:
    session = learner.session()
    for rating in (Rating.EASY, Rating.GOOD, Rating.HARD, Rating.AGAIN):
        asked = session.next()
        assert asked is not None
        previews = session.previews(asked)
        session.answer(asked, rating)
        assert reviews.memory_of(learner.store, asked.card.id) == previews[rating]
        clock.wind(seconds=20)


def test_the_daily_limits_hold_over_several_sessions(learner: Learner, clock: Clock) -> None:
    few = replace(learner, settings=Settings(new_per_day=2, reviews_per_day=1))
    assert few.session().counts().new == 2
    assert len(answer_all(few.session(), lambda _: Rating.EASY)) == 2
    assert few.session().next() is None
    clock.wind(days=60)
    counts = few.session().counts()
    assert (counts.new, counts.due) == (2, 1)
    asked = answer_all(few.session(), lambda _: Rating.EASY)
    assert len(asked) == 3


def test_new_replaces_the_daily_number_and_limit_ends_the_session(learner: Learner) -> None:
    assert learner.session(new=0).next() is None
    assert learner.session(new=3).counts().new == 3
    session = learner.session(limit=2)
    answer_all(session)
    assert session.answered == 2
    assert session.counts().left > 0


def test_a_session_can_be_one_kind_one_column_or_one_issue(learner: Learner) -> None:
    kinds = answer_all(learner.session(Scope(kind=CardKind.WORD)), lambda _: Rating.EASY)
    assert kinds == ["刀子/word", "小刀/word"]
    assert len(answer_all(learner.session(Scope(column_id="dao-1")), lambda _: Rating.EASY)) == 3
    assert learner.session(Scope(issue_id="winter")).counts().left == 0
    assert learner.session(Scope(issue_id="nowhere")).next() is None


def test_a_column_is_found_by_id_and_by_character(learner: Learner) -> None:
    assert learner.column("刀") == learner.column("dao-1")
    with pytest.raises(UsageError, match="columns lists them"):
        learner.column("木")
    with pytest.raises(UsageError, match="issues lists them"):
        learner.issue_id("木")


def test_undo_takes_back_one_after_another_and_asks_again(learner: Learner) -> None:
    session = learner.session()
    order = []
    states = [memory_rows(learner)]
    for _ in range(3):
        asked = session.next()
        assert asked is not None
        order.append(asked.card.id)
        session.answer(asked, Rating.GOOD)
        states.append(memory_rows(learner))
    for back in (2, 1, 0):
        assert session.undo() == order[back]
        asked = session.next()
        assert asked is not None
        assert asked.card.id == order[back]
        assert memory_rows(learner) == states[back]
    assert session.undo() is None
    assert learner.store.value("SELECT count(*) FROM reviews") == 3
    assert learner.store.value("SELECT count(*) FROM undos") == 3


def test_undo_works_at_the_end_and_after_a_restart(learner: Learner) -> None:
    session = learner.session()
    last = answer_all(session, lambda _: Rating.EASY)[-1]
    assert session.undo() == last
    assert session.next() is not None
    other = learner.session()
    assert other.undo() is not None


def test_yesterdays_answer_is_not_taken_back(learner: Learner, clock: Clock) -> None:
    answer_all(learner.session(limit=1))
    clock.wind(days=1)
    assert learner.session().undo() is None


def test_what_was_typed_and_which_tone_was_missed_is_kept(learner: Learner) -> None:
    session = learner.session(Scope(kind=CardKind.READING))
    asked = session.next()
    assert asked is not None
    judgement = judge(asked.card, "dao3")
    assert judgement is not None
    assert judgement.proposal is Rating.AGAIN
    session.answer(asked, judgement.proposal, "dao3", judgement)
    assert learner.store.rows("SELECT typed FROM reviews") == [{"typed": "dao3"}]
    assert learner.store.rows("SELECT meant, typed FROM tone_slips") == [{"meant": 1, "typed": 3}]


def test_replaying_all_reviews_gives_the_same_rows(learner: Learner, clock: Clock) -> None:
    chance = random.Random(3)
    for _ in range(6):
        session = learner.session()
        answer_all(session, lambda _: Rating(chance.choice([1, 3, 3, 4])))
        session.undo()
        clock.wind(days=chance.randint(1, 9), hours=chance.randint(0, 9))
    before = memory_rows(learner)
    assert before
    learner.replay_all()
    assert memory_rows(learner) == before


def test_replaying_in_another_zone_and_with_other_settings_gives_the_same_rows(learner: Learner, clock: Clock) -> None:
    for _ in range(3):
        answer_all(learner.session())
        clock.wind(days=2)
    before = memory_rows(learner)
    moved = replace(
        learner,
        surroundings=replace(learner.surroundings, zone=ZoneInfo("Asia/Shanghai")),
        settings=Settings(desired_retention=0.8, rollover_hour=0),
    )
    moved.replay_all()
    assert memory_rows(learner) == before


def test_a_card_falls_due_with_the_study_day_and_not_with_the_hour(learner: Learner, clock: Clock) -> None:
    clock.wind(hours=11)  # 20:00
    answer_all(learner.session(new=1), lambda _: Rating.EASY)
    (row,) = memory_rows(learner)
    assert row["phase"] == Phase.REVIEW.value
    days = (learner.session().today.fromisoformat(str(row["due_day"])) - learner.session().today).days
    clock.now = clock.now.replace(hour=4, minute=0) + timedelta(days=days) - timedelta(seconds=1)
    assert learner.session(new=0).next() is None
    clock.wind(seconds=1)
    assert learner.session(new=0).next() is not None


def test_coming_back_is_told(learner: Learner, clock: Clock) -> None:
    answer_all(learner.session(), lambda _: Rating.EASY)
    back = learner.session().comes_back()
    assert back.at is None
    assert back.day is not None
    assert back.day > clock.now.date()


def test_new_cards_come_from_several_columns_in_turn(learner: Learner) -> None:
    for headword, reading in (("刃", "rèn"), ("力", "lì"), ("九", "jiǔ")):
        text = COLUMN.replace("dao-1", f"{reading}-1".replace("è", "e").replace("ì", "i").replace("ǔ", "u"))
        text = text.replace("character: 刀", f"character: {headword}").replace("- pinyin: dāo", f"- pinyin: {reading}")
        (learner.places.data / "columns" / f"{headword}.md").write_text(text, encoding="utf-8", newline="\n")
    publish(learner.store, learner.places.data, learner.surroundings.clock())
    asked = answer_all(learner.session(new=3), lambda _: Rating.EASY)
    assert [card_id.split("/")[1] for card_id in asked] == ["meaning"] * 3
    assert len(set(asked)) == 3


def test_a_second_window_answering_the_same_card_loses_nothing(learner: Learner) -> None:
    with open_learner(learner.places, learner.surroundings) as other:
        one, two = learner.session(), other.session()
        asked_one, asked_two = one.next(), two.next()
        assert asked_one is not None
        assert asked_two is not None
        one.answer(asked_one, Rating.GOOD)
        two.answer(asked_two, Rating.GOOD)
        assert learner.store.value("SELECT count(*) FROM standing_reviews") == 2
        before = memory_rows(learner)
        learner.replay_all()
        assert memory_rows(learner) == before


def test_settings_file_of_the_learner_is_used(places_with_settings: Path, learner: Learner) -> None:
    with open_learner(learner.places, learner.surroundings) as opened:
        assert opened.settings.new_per_day == 1
        assert len(opened.warnings) == 1
        assert opened.session().counts().new == 1


@pytest.fixture
def places_with_settings(learner: Learner) -> Path:
    path = learner.places.settings
    path.write_text('new_per_day = 1\nrollover_hour = "four"\n', encoding="utf-8")
    return path
