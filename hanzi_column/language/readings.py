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


@lru_cache(maxsize=1024)
def possible_readings(char: str) -> frozenset[str]:
    """Return every reading that one character has in any dictionary, with tone marks; rare ones are among them."""
    from pypinyin import Style, pinyin

    if not is_hanzi(char) or len(char) != 1:
        return frozenset()
    return frozenset(reading for readings in pinyin(char, style=Style.TONE, heteronym=True) for reading in readings)


def reading_in_sentence(sentence: str, word: str) -> Pinyin:
    """Return how ``word`` is said where it stands first in ``sentence``; empty where it does not, or nothing is known.

    The whole run of hanzi around it decides: 行 is said otherwise in 银行 than in 行人.
    """
    at = sentence.find(word)
    if at < 0 or not is_hanzi(word):
        return ()
    start, end = at, at + len(word)
    while start > 0 and is_hanzi(sentence[start - 1]):
        start -= 1
    while end < len(sentence) and is_hanzi(sentence[end]):
        end += 1
    whole = _of_word(sentence[start:end])
    return whole[0][at - start : at - start + len(word)] if whole else ()


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
