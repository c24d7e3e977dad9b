"""Publishing brings the catalogue up to date, reads only what changed, and never loses a review."""

import sqlite3
from pathlib import Path

import pytest

from hanzi_column.domain.review import Rating
from hanzi_column.errors import StoreError
from hanzi_column.services.learner import Learner, open_learner
from hanzi_column.services.places import Places
from hanzi_column.services.publish import Published, preview, publish
from hanzi_column.services.surroundings import Surroundings
from hanzi_column.store import cards, library, reviews
from tests.conftest import COLUMN, Clock


def again(learner: Learner) -> Published:
    return publish(learner.store, learner.places.data, learner.surroundings.clock())


def write(learner: Learner, name: str, text: str) -> None:
    (learner.places.data / name).write_text(text, encoding="utf-8", newline="\n")


def ids(learner: Learner) -> list[str]:
    return [card.id for card in library.cards(learner.store)]


def learn(learner: Learner, card_id: str) -> None:
    """Answer one card Easy, so that it goes into long intervals."""
    session = learner.session()
    while (asked := session.next()) is not None:
        session.answer(asked, Rating.EASY)
        if asked.card.id == card_id:
            return
    raise AssertionError(f"{card_id} was never asked")


ALL = ["dao-1/meaning", "dao-1/reading", "刀子/word", "小刀/word", "dao-1/cloze/new"]


def test_a_column_becomes_cards_of_all_kinds(learner: Learner) -> None:
    assert ids(learner) == ALL
    cloze = cards.card(learner.store, "dao-1/cloze/new")
    assert cloze is not None
    assert (cloze.prompt, cloze.answer, cloze.english) == ("这把＿＿很新。", "刀子", "This knife is very new.")


def test_nothing_is_read_where_nothing_changed(learner: Learner) -> None:
    assert again(learner).read == 0


def test_a_file_that_was_only_touched_changes_nothing(learner: Learner) -> None:
    path = learner.places.data / "columns" / "刀.md"
    path.touch()
    published = again(learner)
    assert (published.read, published.cards.new, published.cards.retired) == (0, (), ())


def test_editing_prose_keeps_every_review(learner: Learner) -> None:
    learn(learner, "刀子/word")
    before = learner.store.value("SELECT count(*) FROM standing_reviews")
    write(learner, "columns/刀.md", COLUMN.replace("In the kitchen it is", "Cooks call it"))
    published = again(learner)
    assert (published.read, published.cards.new, published.cards.corrected, published.cards.retired) == (1, (), (), ())
    assert learner.store.value("SELECT count(*) FROM standing_reviews") == before


def test_a_changed_gloss_is_shown_once_as_a_difference_and_asked_again(learner: Learner) -> None:
    learn(learner, "刀子/word")
    write(learner, "columns/刀.md", COLUMN.replace("(dāozi, knife)", "(dāozi, small knife)"))
    assert again(learner).cards.corrected == ("刀子/word",)
    session = learner.session(new=0)
    asked = session.next()
    assert asked is not None
    assert asked.explanation is not None
    assert asked.card.id == "刀子/word"
    correction = asked.explanation.correction
    assert correction is not None
    assert (correction.before, correction.after) == ("刀子 dāo zi: knife", "刀子 dāo zi: small knife")
    session.answer(asked, Rating.GOOD)
    assert learner.session(new=0).next() is None


def test_a_changed_card_that_is_due_anyway_is_counted_once(learner: Learner, clock: Clock) -> None:
    learn(learner, "刀子/word")
    write(learner, "columns/刀.md", COLUMN.replace("(dāozi, knife)", "(dāozi, small knife)"))
    again(learner)
    assert learner.session(new=0).counts().due == 1
    clock.wind(days=90)
    learnt = learner.store.value("SELECT count(*) FROM memory")
    assert learner.session(new=0).counts().due == learnt


def test_a_difference_that_was_taken_back_before_it_was_seen_is_not_shown(learner: Learner) -> None:
    learn(learner, "刀子/word")
    for text in (COLUMN.replace("(dāozi, knife)", "(dāozi, blade)"), COLUMN):
        write(learner, "columns/刀.md", text)
        again(learner)
    card = cards.card(learner.store, "刀子/word")
    assert card is not None
    explanation = cards.explanation(learner.store, card)
    assert explanation is not None
    assert explanation.correction is None


def test_a_card_that_has_gone_is_retired_and_comes_back_with_its_memory(learner: Learner) -> None:
    learn(learner, "小刀/word")
    memory = reviews.memory_of(learner.store, "小刀/word")
    assert memory is not None
    write(learner, "columns/刀.md", COLUMN.replace(" (xiǎodāo, pocket knife)", ""))
    assert again(learner).cards.retired == ("小刀/word",)
    assert "小刀/word" not in ids(learner)
    write(learner, "columns/刀.md", COLUMN)
    assert again(learner).cards.returned == ("小刀/word",)
    assert reviews.memory_of(learner.store, "小刀/word") == memory


def test_a_removed_column_retires_all_its_cards_and_keeps_their_reviews(learner: Learner) -> None:
    learn(learner, "dao-1/meaning")
    (learner.places.data / "columns" / "刀.md").unlink()
    assert sorted(again(learner).cards.retired) == sorted(ALL)
    assert ids(learner) == []
    assert learner.store.value("SELECT count(*) FROM standing_reviews") == 1


def test_the_same_word_in_two_columns_is_one_card(learner: Learner) -> None:
    other = (
        COLUMN.replace("dao-1", "ren-1")
        .replace("character: 刀", "character: 刃")
        .replace("dāo\n    gloss", "rèn\n    gloss")
    )
    write(learner, "columns/刃.md", other.replace("刀 (dāo)", "刃 (rèn)"))
    new = again(learner).cards.new
    assert "刀子/word" not in new
    assert ids(learner).count("刀子/word") == 1
    (learner.places.data / "columns" / "刀.md").unlink()
    assert "刀子/word" not in again(learner).cards.retired
    assert "刀子/word" in ids(learner)


def test_one_bad_column_is_left_out_and_named_and_the_rest_goes_on(learner: Learner) -> None:
    write(learner, "columns/坏.md", "---\nid: [\n---\n")
    write(learner, "columns/草.md", COLUMN.replace("dao-1", "cao-1").replace("draws a blade", "TODO draw it"))
    (learner.places.data / "columns" / "bin.md").write_bytes(b"\xff\xfe\x00")
    left_out = dict(again(learner).left_out)
    assert set(left_out) == {"columns/坏.md", "columns/草.md", "columns/bin.md"}
    assert "draft" in left_out["columns/草.md"]
    assert "UTF-8" in left_out["columns/bin.md"]
    assert ids(learner) == ALL


def test_a_taken_id_leaves_the_later_file_out_until_it_is_free(learner: Learner) -> None:
    write(
        learner,
        "columns/刁.md",
        COLUMN.replace("character: 刀", "character: 刁").replace("pinyin: dāo", "pinyin: diāo"),
    )
    left_out = dict(again(learner).left_out)
    assert "dao-1 is taken" in left_out["columns/刁.md"]
    (learner.places.data / "columns" / "刀.md").unlink()
    assert again(learner).left_out == ()
    card = cards.card(learner.store, "dao-1/meaning")
    assert card is not None
    assert card.answer == "刁"


def test_a_stray_copy_under_another_name_does_not_take_the_columns_place(learner: Learner) -> None:
    write(learner, "columns/a.md", COLUMN)
    assert "rename it" in dict(again(learner).left_out)["columns/a.md"]
    assert ids(learner) == ALL


def test_a_preview_says_what_would_change_and_changes_nothing(learner: Learner) -> None:
    write(learner, "columns/刀.md", COLUMN.replace(" (xiǎodāo, pocket knife)", ""))
    shown = preview(learner.store, learner.places.data, learner.surroundings.clock())
    assert shown.cards.retired == ("小刀/word",)
    assert ids(learner) == ALL
    assert again(learner).cards.retired == ("小刀/word",)


def test_another_content_folder_takes_the_place_of_the_first(
    learner: Learner, tmp_path: Path, surroundings: Surroundings
) -> None:
    learn(learner, "dao-1/meaning")
    empty = tmp_path / "other"
    empty.mkdir()
    with open_learner(Places(learner.places.home, empty), surroundings) as other:
        assert ids(other) == []
        assert other.store.value("SELECT count(*) FROM standing_reviews") == 1
    with open_learner(learner.places, surroundings) as back:
        assert ids(back) == ALL


def test_the_catalogue_thrown_away_and_rebuilt_is_the_same(learner: Learner) -> None:
    learn(learner, "刀子/word")
    tables = (
        "issues",
        "items",
        "columns",
        "readings",
        "senses",
        "paragraphs",
        "places",
        "sentences",
        "cards",
        "search",
    )

    def everything() -> dict[str, list[dict[str, object]]]:
        return {table: learner.store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in tables}

    before = everything()
    with learner.store.transaction():
        for table in ("issues", "columns", "search", "content_files", "catalogue"):
            learner.store.run(f"DELETE FROM {table}")
    again(learner)
    assert everything() == before


def test_no_review_can_be_deleted_or_changed_whatever_is_tried(learner: Learner) -> None:
    learn(learner, "dao-1/meaning")
    for statement in ("DELETE FROM reviews", "UPDATE reviews SET rating = 4", "DELETE FROM cards"):
        with pytest.raises(StoreError):
            learner.store.run(statement)
    assert learner.store.value("SELECT count(*) FROM standing_reviews") == 1


def test_search_finds_a_part_of_a_word_toneless_pinyin_and_english(learner: Learner) -> None:
    for query in ('hanzi:"小"', "小刀", "pinyin:xiaodao", "pinyin:xiao", "english:pocket"):
        found = learner.store.rows("SELECT reference FROM search WHERE search MATCH ?", [query])
        assert {"reference": "小刀"} in found


def test_the_database_opens_in_any_sqlite_tool(learner: Learner, clock: Clock) -> None:
    learn(learner, "dao-1/meaning")
    other = sqlite3.connect(learner.places.database)
    try:
        assert other.execute("SELECT count(*) FROM review_history").fetchone() == (1,)
        # The clock of the test stands long before today, so what was learnt then is due by now.
        assert other.execute("SELECT hanzi, kind FROM due_today").fetchall() == [("刀", "meaning")]
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    finally:
        other.close()
