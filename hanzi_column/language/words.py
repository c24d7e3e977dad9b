"""Words by how often they are used: jieba's dictionary, counted over a large body of modern prose."""

import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from hanzi_column.domain.text import is_hanzi

_LONGEST: Final = 4
_NAMES: Final = ("nr", "ns", "nt", "nz")
"""jieba's tags for names of people, places, bodies and the rest."""


@lru_cache(maxsize=64)
def frequent_words(hanzi: str, most: int = 12) -> tuple[str, ...]:
    """Return at most ``most`` words that hold ``hanzi``, the most frequent first; no names, no single hanzi."""
    if not is_hanzi(hanzi):
        return ()
    found = [
        (count, word)
        for word, count, tag in _dictionary()
        if hanzi in word and 1 < len(word) <= _LONGEST and is_hanzi(word) and tag not in _NAMES
    ]
    found.sort(key=lambda each: (-each[0], each[1]))
    return tuple(word for _, word in found[:most])


def known_words(asked: Iterable[str]) -> frozenset[str]:
    """Return those of ``asked`` that are words of more than one hanzi, and no names."""
    wanted = {word for word in asked if len(word) > 1}
    if not wanted:
        return frozenset()
    return frozenset(word for word, _, tag in _dictionary() if word in wanted and tag not in _NAMES)


def _dictionary() -> Iterator[tuple[str, int, str]]:
    """Yield each word of jieba's dictionary with its count and its tag, without loading its tables for cutting."""
    with warnings.catch_warnings():
        # jieba 0.42.1 has escapes in its source that Python 3.12 and later warn of.
        warnings.simplefilter("ignore", SyntaxWarning)
        import jieba

    with jieba.get_dict_file() as lines:
        for line in lines:
            word, count, tag = line.decode("utf-8").split()
            yield word, int(count), tag
