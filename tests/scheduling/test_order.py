"""Siblings stay apart, and the new cards of a day come from several columns in turn."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.scheduling.order import apart, spread


def subject(card: str) -> str:
    """Cards are written ``subject/kind`` here."""
    return card.split("/")[0]


@pytest.mark.parametrize(
    ("candidates", "recent", "expected"),
    [
        pytest.param([], ["li"], None, id="nothing to ask"),
        pytest.param(["li/meaning", "li/reading"], [], "li/meaning", id="nothing asked yet: the first"),
        pytest.param(["li/reading", "xin/meaning"], ["li"], "xin/meaning", id="a sibling waits"),
        pytest.param(["li/reading", "xin/meaning"], ["li", "a", "b"], "xin/meaning", id="it waits for three cards"),
        pytest.param(["li/reading", "xin/meaning"], ["li", "a", "b", "c"], "li/reading", id="and then no longer"),
        pytest.param(["li/reading"], ["li"], "li/reading", id="alone it is asked all the same"),
        pytest.param(["li/word", "xin/word"], ["xin", "a", "li"], "xin/word", id="all recent: the longest ago"),
        pytest.param(["li/word", "xin/word"], ["xin", "li", "xin"], "li/word", id="the last time counts"),
        pytest.param(["li/word", "li/cloze"], ["li"], "li/word", id="between equals the first"),
    ],
)
def test_the_next_card_is_the_first_that_has_no_sibling_among_the_last_three(
    candidates: Sequence[str], recent: Sequence[str], expected: str | None
) -> None:
    assert apart(candidates, subject, recent) == expected


def test_the_gap_can_be_wider_or_none() -> None:
    assert apart(["li/reading", "xin/meaning"], subject, ["li", "a", "b", "c"], gap=4) == "xin/meaning"
    assert apart(["li/reading", "xin/meaning"], subject, ["li"], gap=0) == "li/reading"


cards = st.builds("{}/{}".format, st.sampled_from("abcdefg"), st.integers(0, 9))


@given(st.lists(cards), st.lists(st.sampled_from("abcdefg")))
def test_a_sibling_is_asked_only_where_every_candidate_is_one(candidates: list[str], recent: list[str]) -> None:
    chosen = apart(candidates, subject, recent)
    if chosen is None:
        assert not candidates
        return
    assert chosen in candidates
    free = [card for card in candidates if subject(card) not in recent[-3:]]
    assert (chosen == free[0]) if free else (subject(chosen) in recent[-3:])


@given(st.permutations([f"{one}/{kind}" for one in "abcd" for kind in range(5)]))
def test_a_whole_session_of_four_subjects_never_asks_siblings_in_a_row(deck: list[str]) -> None:
    left = list(deck)
    asked: list[str] = []
    while left:
        card = apart(left, subject, [subject(each) for each in asked])
        assert card is not None
        left.remove(card)
        asked.append(card)
    # When only one subject is left over there is nothing to put between; before that there always is.
    mixed = next((at for at in range(len(asked)) if len({subject(each) for each in asked[at:]}) == 1), len(asked))
    assert all(subject(one) != subject(other) for one, other in pairwise(asked[: mixed + 1]))


def rank(card: tuple[str, int]) -> int:
    return card[1]


def test_new_cards_come_from_the_columns_in_turn() -> None:
    li = [("li/meaning", 0), ("li/reading", 1), ("锋利/word", 11)]
    lin = [("lin/meaning", 0), ("lin/reading", 1)]
    assert [card for card, _ in spread([li, lin], rank)] == [
        "li/meaning", "lin/meaning", "li/reading", "lin/reading", "锋利/word"
    ]  # fmt: skip


def test_a_column_that_is_behind_comes_next() -> None:
    ahead = [("li/reading", 1), ("锋利/word", 11)]
    behind = [("lin/meaning", 0), ("lin/reading", 1)]
    assert [card for card, _ in spread([ahead, behind], rank)][:2] == ["lin/meaning", "li/reading"]


def test_no_columns_give_no_cards() -> None:
    assert spread([], rank) == []
    assert spread([[], []], rank) == []


@given(st.lists(st.lists(st.integers(0, 20), max_size=8), max_size=6))
def test_spreading_keeps_every_card_and_the_order_of_each_column(numbers: list[list[int]]) -> None:
    columns = [[(f"{column}", number) for number in sorted(each)] for column, each in enumerate(numbers)]
    mixed = spread(columns, rank)
    assert sorted(mixed) == sorted(card for column in columns for card in column)
    for name, each in enumerate(columns):
        assert [card for card in mixed if card[0] == str(name)] == each
