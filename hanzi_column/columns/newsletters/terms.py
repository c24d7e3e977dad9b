"""Chinese that stands in a newsletter outside its column, with the pinyin as printed."""

from collections.abc import Iterable, Iterator
from typing import Final

from hanzi_column.columns.house_style.grammar import Kind, read_mentions
from hanzi_column.domain.issue import Term
from hanzi_column.domain.text import is_hanzi

_LONGEST_TEXT: Final = 20_000
"""Characters of the longest paragraph that is looked at."""

_LONGEST_TERM: Final = 12
"""Hanzi; what is longer is a sentence."""


def find_terms(text: str, section: str | None) -> Iterator[Term]:
    """Yield the terms of one paragraph of ``section``, in order, each as often as it stands there."""
    if len(text) > _LONGEST_TEXT:
        return
    for mention in read_mentions(text):
        if mention.kind is Kind.TITLE or not is_hanzi(mention.hanzi) or len(mention.hanzi) > _LONGEST_TERM:
            continue
        yield Term(mention.hanzi, mention.printed, section)


def distinct(terms: Iterable[Term], known: Iterable[str]) -> tuple[Term, ...]:
    """Return each term once, in order, those in ``known`` left out; a place with pinyin wins over one without."""
    found: dict[str, Term] = {}
    for term in terms:
        held = found.get(term.hanzi)
        if held is None or (held.pinyin is None and term.pinyin is not None):
            found[term.hanzi] = term
    left_out = set(known)
    return tuple(term for term in found.values() if term.hanzi not in left_out)
