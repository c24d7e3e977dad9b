"""The gloss that stands right before a bracket: the quoted words, else the phrase without its article."""

from typing import Final

from hanzi_column.columns.house_style.english_words import (
    BOUNDARY,
    CLAUSE,
    DETERMINERS,
    IN_TITLES,
    OF_WHAT,
    PARTS,
    PREPOSITIONS,
)
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.tokens import TokenKind

_MOST_WORDS: Final = 6
"""Words of a gloss that stands before its bracket without quotation marks."""

_FEWEST_FOR_DOING: Final = 3
_LONGEST_PHRASE: Final = 3
"""Words from which on a phrase that begins its clause holds a subject and a verb: “new lovers hold hands”."""
_LONGEST_DOING: Final = 9


def gloss_before(line: Line, at: int, count: int = 2) -> str | None:
    """Return the English that ends right before token ``at``: the quoted words, else the phrase without its article.

    ``count`` is how many hanzi it is the gloss of: three and more may be a whole doing, “meet on a narrow road”.
    """
    at -= 1
    quoted = quotation_before(line, at)
    if quoted is not None:
        return quoted
    if line.is_text(at, *PARTS):  # a “grass” radical (艹)
        earlier = at - 1
        return quotation_before(line, earlier) or phrase_before(line, earlier, count)
    return phrase_before(line, at, count)


def quotation_before(line: Line, at: int) -> str | None:
    """Return what stands in the quotation marks that close at token ``at``; None where none close there."""
    if line.kind(at) is TokenKind.COMMA:
        at -= 1
    if line.kind(at) is TokenKind.STOP and line.kind(at - 1) is TokenKind.CLOSE_QUOTE:
        at -= 1
    if line.kind(at) is not TokenKind.CLOSE_QUOTE:
        return None
    opened = line.opening_quote(at)
    if opened is None:
        return None
    return line.text[line.tokens[opened].end : line.tokens[at].start].strip().rstrip(",").strip() or None


def quotations_before(line: Line, at: int, count: int) -> list[str | None]:
    """Return as many quoted phrases as words that follow them: ``“tigress,” “paper tiger” (母老虎 …; 纸老虎 …)``.

    Where there are not as many, no word has one.
    """
    found: list[str | None] = []
    for _ in range(count):
        at -= 1
        while line.kind(at) is TokenKind.COMMA or line.is_text(at, "and", "or"):
            at -= 1
        quoted = quotation_before(line, at) if line.kind(at) is TokenKind.CLOSE_QUOTE else None
        opened = line.opening_quote(at) if quoted is not None else None
        if opened is None:
            return [None] * count
        found.append(quoted)
        at = opened
    return found[::-1]


def phrase_before(line: Line, at: int, count: int = 2) -> str | None:
    """Return the phrase that ends with token ``at``, without its article; ``count`` is how many hanzi it is for."""
    words: list[int] = []
    first = at
    while len(words) <= _MOST_WORDS and line.kind(first) in (TokenKind.ENGLISH, TokenKind.NUMBER):
        token = line.tokens[first]
        if token.text.lower() == "of" and words and _goes_on_with_of(line, first):
            words.append(first)
        elif token.text.lower() in BOUNDARY or token.text.lower() == "of":
            break
        else:
            words.append(first)
        first -= 1
    if not words:
        return None
    name = line.tokens[words[0]].text[0].isupper()
    if count >= _FEWEST_FOR_DOING and not name and (doing := _doing(line, at, first)) is not None:
        return doing
    if line.tokens[words[0]].text[0].isupper() and len(words) <= 2 and (title := _title(line, at)) is not None:
        return title
    begins_clause = line.kind(first) not in (TokenKind.ENGLISH, TokenKind.PINYIN)
    if begins_clause and len(words) > _LONGEST_PHRASE and not line.is_text(words[-1], "of"):
        words = words[:2]
    phrase = line.between(words[-1], words[0] + 1)
    return " ".join(phrase.split()) or None


def _doing(line: Line, at: int, stopped: int) -> str | None:
    """Return the phrase with its verb where only a preposition cut it short: “meet on a narrow road (狭路相逢 …)”."""
    before = stopped
    if line.is_text(before, *DETERMINERS):
        before -= 1
        verb = before - 1
        if line.kind(before) is TokenKind.ENGLISH and line.is_text(verb, "to"):  # “to repeat a mistake (重蹈覆辙 …)”
            return " ".join(line.between(verb, at + 1).split())
    if not line.is_text(before, *PREPOSITIONS):
        return None
    words = 0
    first = at
    while line.kind(first) is TokenKind.ENGLISH:
        if line.tokens[first].text.lower() in CLAUSE - {"and", "or"}:
            break
        words += 1
        first -= 1
    begin = first + 1
    while line.is_text(begin, "and", "or"):
        begin += 1
    whole = line.is_text(begin, "a", "an", "the")  # “a loan shark lives on usury”: a sentence, and no doing
    if whole or words > _LONGEST_DOING or line.kind(first) in (TokenKind.STOP, TokenKind.PINYIN, None):
        return None
    return " ".join(line.between(first + 1, at + 1).split())


def _title(line: Line, at: int) -> str | None:
    """Return a name with small words in it: “have a word with the Old Man under the Moon (月下老人 …)”."""
    first = found = at
    capitals = 0
    for _ in range(12):
        if line.kind(first) is not TokenKind.ENGLISH:
            break
        if line.tokens[first].text[0].isupper():
            capitals += 1
            found = first
        elif line.tokens[first].text.lower() not in IN_TITLES:
            break
        first -= 1
    if capitals < _FEWEST_CAPITALS or found == at:
        return None
    return " ".join(line.between(found, at + 1).split())


_FEWEST_CAPITALS: Final = 3
"""Words with capitals of a name that has small words in it."""


def _goes_on_with_of(line: Line, at: int) -> bool:
    before = at - 1
    earlier = before - 1
    if line.kind(before) is TokenKind.ENGLISH and line.is_text(earlier, "a", "an"):
        return line.tokens[before].text.lower() not in BOUNDARY
    return line.kind(before) is TokenKind.ENGLISH and line.tokens[before].text.lower().rstrip("s") in OF_WHAT
