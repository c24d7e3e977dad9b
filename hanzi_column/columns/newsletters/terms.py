"""Chinese that stands in a newsletter outside its column, with the pinyin as printed.

The forms: ``chaohuo (炒货)``, ``炒货 (chaohuo)``, ``炒货 (chǎohuò, roasted nuts)``, bare hanzi,
``roasted nuts (炒货 chǎohuò)``.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hanzi_column.columns.house_style.tokens import Token, TokenKind, tokenize
from hanzi_column.domain.issue import Term
from hanzi_column.domain.pinyin import align
from hanzi_column.domain.text import is_hanzi
from hanzi_column.errors import PinyinError

_LONGEST_TEXT: Final = 20_000
"""Characters of the longest paragraph that is looked at."""

_LONGEST_TERM: Final = 12
"""Hanzi; what is longer is a sentence."""

_MOST_TOKENS: Final = 4 * _LONGEST_TERM
_QUOTES: Final = frozenset("\"“”‘’'「」『』*_")


def find_terms(text: str, section: str | None) -> Iterator[Term]:
    """Yield the terms of one paragraph of ``section``, in order, each as often as it stands there."""
    if len(text) > _LONGEST_TEXT:
        return
    tokens = tokenize(text)
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.HANZI or len(token.text) > _LONGEST_TERM or not is_hanzi(token.text):
            continue
        if at and tokens[at - 1].kind is TokenKind.TITLE_OPEN:
            continue
        yield Term(token.text, _printed_pinyin(text, tokens, at), section)


def distinct(terms: Iterable[Term], known: Iterable[str]) -> tuple[Term, ...]:
    """Return each term once, in order, those in ``known`` left out; a place with pinyin wins over one without."""
    found: dict[str, Term] = {}
    for term in terms:
        held = found.get(term.hanzi)
        if held is None or (held.pinyin is None and term.pinyin is not None):
            found[term.hanzi] = term
    left_out = set(known)
    return tuple(term for term in found.values() if term.hanzi not in left_out)


def _printed_pinyin(text: str, tokens: Sequence[Token], at: int) -> str | None:
    """Return the pinyin that stands with the hanzi of token ``at``, None where nothing there fits them."""
    hanzi = tokens[at].text
    after, before = _over_quotes(tokens, at, 1), _over_quotes(tokens, at, -1)
    if _kind(tokens, after) is TokenKind.SPACE:
        after += 1
    opened = _kind(tokens, before) is TokenKind.OPEN
    if opened:
        inside = _words(tokens, after + (_kind(tokens, after) is TokenKind.COMMA), 1)
        if (printed := _fitting(text, hanzi, tokens, inside)) is not None:
            return printed
    elif _kind(tokens, after) is TokenKind.OPEN:
        return _fitting(text, hanzi, tokens, _words(tokens, after + 1, 1))
    words = _words(tokens, before - opened, -1)
    # Words before bare hanzi are their pinyin only where a bracket holds both, as in (chǎohuò 炒货).
    if not opened and (not words or _kind(tokens, words[0] - 1) is not TokenKind.OPEN):
        return None
    # The fewest words that fit are the pinyin; those before them are English.
    for count in range(1, min(len(words), len(hanzi)) + 1):
        if (printed := _fitting(text, hanzi, tokens, words[-count:])) is not None:
            return printed
    return None


def _kind(tokens: Sequence[Token], at: int) -> TokenKind | None:
    return tokens[at].kind if 0 <= at < len(tokens) else None


def _over_quotes(tokens: Sequence[Token], at: int, step: int) -> int:
    at += step
    if 0 <= at < len(tokens) and tokens[at].text in _QUOTES:
        at += step
    return at


def _words(tokens: Sequence[Token], at: int, step: int) -> list[int]:
    """Return where Latin words stand from token ``at`` on, up to what is no word, space or quotation mark; in order."""
    found: list[int] = []
    for _ in range(_MOST_TOKENS):
        if not 0 <= at < len(tokens):
            break
        if tokens[at].kind is TokenKind.LATIN:
            found.append(at)
        elif tokens[at].kind is not TokenKind.SPACE and tokens[at].text not in _QUOTES:
            break
        at += step
    return found[::step]


def _fitting(text: str, hanzi: str, tokens: Sequence[Token], words: Sequence[int]) -> str | None:
    """Return ``words`` as printed where they are pinyin of ``hanzi``."""
    if not words:
        return None
    printed = text[tokens[words[0]].start : tokens[words[-1]].end]
    try:
        align(hanzi, printed)
    except PinyinError:
        return None
    return printed
