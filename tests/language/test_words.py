"""Which words are offered to an editor."""

import pytest

from hanzi_column.language.words import frequent_words


def test_the_most_frequent_words_come_first_and_names_do_not_come_at_all() -> None:
    words = frequent_words("利")
    assert words[0] == "利用"
    assert {"胜利", "利益", "权利"} <= set(words)
    assert not {"意大利", "利"} & set(words)
    assert len(words) == 12


@pytest.mark.parametrize("hanzi", ["", "li", "利 ", "𠀀"])
def test_what_no_word_holds_gives_nothing(hanzi: str) -> None:
    assert frequent_words(hanzi) == ()
