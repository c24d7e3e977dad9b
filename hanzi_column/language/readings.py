"""Suggested readings: how a character or word is most likely said. Whoever uses one has an editor confirm it."""

from collections import Counter
from functools import lru_cache
from typing import Final

from hanzi_column.domain.pinyin import Pinyin, align, parse
from hanzi_column.domain.text import is_hanzi
from hanzi_column.errors import PinyinError

_USUAL_SHARE: Final = 0.1
"""Share of the phrases with a character from which on a reading counts as usual."""

_FEWEST_PHRASES: Final = 3


@lru_cache(maxsize=1024)
def suggested_readings(hanzi: str) -> tuple[Pinyin, ...]:
    """Return the readings to suggest for ``hanzi``, the most usual first; empty where nothing is known.

    For one character those that it has in a tenth of the phrases with it, or more; rare ones are left out. For a word
    the one that it has as a whole. Anything but hanzi gives nothing.
    """
    if not is_hanzi(hanzi):
        return ()
    return _of_character(hanzi) if len(hanzi) == 1 else _of_word(hanzi)


def _of_word(hanzi: str) -> tuple[Pinyin, ...]:
    from pypinyin import Style, pinyin

    said = [readings[0] for readings in pinyin(hanzi, style=Style.TONE, heteronym=False, errors="ignore")]
    try:
        return (align(hanzi, " ".join(said)),)
    except PinyinError:
        return ()


def _of_character(hanzi: str) -> tuple[Pinyin, ...]:
    from pypinyin import Style, pinyin
    from pypinyin.constants import PHRASES_DICT

    known = pinyin(hanzi, style=Style.TONE, heteronym=True, errors="ignore")
    if not known:
        return ()
    counts = Counter(
        readings[0]
        for phrase, said in PHRASES_DICT.items()
        if hanzi in phrase and len(said) == len(phrase)
        for char, readings in zip(phrase, said, strict=True)
        if char == hanzi
    )
    enough = max(_FEWEST_PHRASES, _USUAL_SHARE * counts.total())
    first, *others = known[0]
    found: list[Pinyin] = []
    for reading in [first, *sorted(others, key=lambda other: -counts[other])]:
        if reading == first or counts[reading] >= enough:
            try:
                found.append(parse(reading))
            except PinyinError:
                continue
    return tuple(found)
