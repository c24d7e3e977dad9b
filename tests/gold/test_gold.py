"""The gold articles are read as well as the project asks: eighty-eight of our own, with answers made by hand."""

import pytest

from tests.gold.scorer import ARTICLES, Score, answers, score


@pytest.fixture(scope="module")
def total() -> Score:
    return score()


def test_there_are_articles_in_every_form() -> None:
    found = [article for article, _ in answers(ARTICLES)]
    assert len(found) >= 12
    assert {article.suffix for article in found} == {".txt", ".md", ".html", ".eml"}


@pytest.mark.parametrize(
    ("what", "least"),
    [("words", 0.97), ("components", 0.90), ("quotations", 0.90)],
)
def test_what_stands_there_is_found_and_nothing_else(total: Score, what: str, least: float) -> None:
    assert getattr(total, what).f1 >= least, total.slips


@pytest.mark.parametrize(("what", "least"), [("pinyin", 0.97), ("glosses", 0.93)])
def test_the_words_have_their_pinyin_and_gloss(total: Score, what: str, least: float) -> None:
    assert getattr(total, what).precision >= least, total.slips


def test_every_headword_and_headline_is_found(total: Score) -> None:
    assert total.headwords.precision == 1.0
    assert total.headlines.precision == 1.0


KNOWN = {"龟虽寿", "燧人氏", "福尔摩斯"}
"""A poem without title marks, a legendary person, and Holmes: nothing in the prose sets them apart from words."""


def test_no_other_title_name_or_date_is_taken_for_a_word(total: Score) -> None:
    assert set(total.not_words) <= KNOWN
