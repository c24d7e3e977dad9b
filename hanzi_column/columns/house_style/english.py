"""The English beside a word: its gloss where it stands before the bracket or after it, and not inside."""

import re
from typing import Final

from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.tokens import TokenKind

_MOST_WORDS: Final = 6
"""Words of a gloss that stands before its bracket without quotation marks."""

_FEWEST_FOR_DOING: Final = 3
_LONGEST_PHRASE: Final = 3
"""Words from which on a phrase that begins its clause holds a subject and a verb: “new lovers hold hands”."""

# Where the English before a bracket is no longer its gloss: “is known as the blade edge (刀刃 dāorèn)”.
_BOUNDARY: Final = frozenset(
    (
        "a an the this these that those its his her their our your my whose is are was were be been being am "
        "has have had having do does did can could will would shall should may might must as means mean "
        "meaning meant called calls call named known termed dubbed and or but nor with by in on at from into "
        "onto like such for than then so too say says said saying word words phrase phrases character "
        "characters term terms expression idiom idioms to about over under between among during because when "
        "where while if who whom which what how why not also often usually sometimes always never only just "
        "even still simply literally through around after before without within against across toward towards "
        "upon via per make makes making it they he she we you i one's today now there here some any each "
        "every no another other others became become becomes include includes including use uses used using "
    ).split()
)
_PARTS: Final = ("radical", "component", "element", "character")
_PREPOSITIONS: Final = frozenset(
    "on in at with by from into over under through for like across against without".split()
)
_CLAUSE: Final = frozenset(
    "to who that which can will would could should must may might and or but is are was were be been being it they he "
    "she we you i as so not never when while if because than then where whose what how".split()
)
_LONGEST_DOING: Final = 9
_DETERMINERS: Final = frozenset("a an the this that these those its his her their our your my one’s one's".split())

_OF_WHAT: Final = frozenset(
    "pair cup bowl pot glass bottle piece kind type sort game art school form way set head sheet king man woman son "
    "daughter god goddess festival day night end start top bottom bird word lack sense state act point house ministry "
    "head master matter place balance change piece peace sea love crime law language city".split()
)
"""Nouns after which “of” goes on with the same phrase: “a pair of gloves”."""

_QUOTED: Final = (
    r"(?:[“\"](?P<double>[^“”\"]{1,160})[”\"]|[‘'](?P<single>[^‘’']{1,120}|[^‘’'\n]{1,60}’[a-z][^‘’'\n]{0,60})[’'])"
)
_AFTER: Final = re.compile(
    rf"[”’\"']?,?\s*(?:\(?(?:which |that )?(?:(?:can |may |now |also |once |today |originally |"
    rf"usually |still |simply |actually |then |just |of course |it |has come to |came to )*)"
    rf"(?:literally |roughly |loosely )?(?:means?|meant|meaning|translates? (?:to|as|into)|signifies|"
    rf"stands for|describes|"
    rf"denotes|refers to|is)(?: literally| roughly| simply)?|literally|lit\.|or|having|being|i\.e\.|"
    rf"[:–—=-])[,:]?\s*(?:literally,? )?(?:a |an |the |as |to )?{_QUOTED}",
    re.IGNORECASE,
)
_APPOSED: Final = re.compile(rf",\s*(?:(?:the|an?) |which (?:[a-z]+ ){{1,4}})?{_QUOTED}(?=[\s,.;:!?—–)]|$)")
_DASHED: Final = re.compile(rf"\s*[—–]\s*(?:literally,? )?{_QUOTED}")
_ITEM: Final = re.compile(r",\s+(?P<plain>(?:the|an?|to) [^,;.()“”\"!?]{2,80})(?=;)")
_OR_AFTER: Final = re.compile(
    r",\s+or\s+(?:the |an? )?(?P<plain>[a-z][A-Za-z’'-]*(?: [A-Za-z’'-]+){0,3})(?=[,.;:!?—–)]|$)"
)
_LISTED: Final = re.compile(r"(?:\s*[:=|]|\s+[–—-])\s+(?P<plain>\S.*)$", re.DOTALL)
_LOOK: Final = 260
"""Characters looked at after a bracket."""

_ENDS: Final = " \t\n,.;:，。；：–—-"


def unquoted(english: str) -> str:
    """Return ``english`` without the quotation marks around the whole of it, and without the comma inside them."""
    english = english.strip(" \t\n")
    if len(english) > 1 and english[0] in "“\"‘'「" and english[-1] in "”\"’'」":
        inner = english[1:-1]
        marks = '“”"' if english[0] in '“"' else "‘"
        if not any(char in marks for char in inner):
            return inner.strip().rstrip(",.").rstrip() if not inner.rstrip().endswith("...") else inner.strip()
    return english


def gloss_after(line: Line, at: int, *, listed: bool) -> str | None:
    """Return the gloss that follows token ``at``, a word's bracket: ``, which means “…”``, ``, literally “…”``.

    ``listed`` says that the word heads an entry of a list, where the rest of the line is its gloss.
    """
    start = line.tokens[at].end if 0 <= at < len(line.tokens) else len(line.text)
    ahead = line.text[start : start + _LOOK]
    if listed:
        found = _LISTED.match(ahead)
        if found is not None:
            return unquoted(found["plain"].strip().rstrip(";,。.|").strip()) or None
    for pattern in (_AFTER, _DASHED, _APPOSED):
        found = pattern.match(ahead)
        if found is not None:
            return (found["double"] or found["single"] or "").strip().rstrip(",.;").strip() or None
    found = _OR_AFTER.match(ahead) or _ITEM.match(ahead)
    return found["plain"] if found is not None else None


def gloss_before(line: Line, at: int, count: int = 2) -> str | None:
    """Return the English that ends right before token ``at``: the quoted words, else the phrase without its article.

    ``count`` is how many hanzi it is the gloss of: three and more may be a whole doing, “meet on a narrow road”.
    """
    at = line.over_spaces(at - 1, -1)
    quoted = quotation_before(line, at)
    if quoted is not None:
        return quoted
    if line.is_text(at, *_PARTS):  # a “grass” radical (艹)
        earlier = line.over_spaces(at - 1, -1)
        return quotation_before(line, earlier) or _phrase(line, earlier, count)
    return _phrase(line, at, count)


def quotation_before(line: Line, at: int) -> str | None:
    """Return what stands in the quotation marks that close at token ``at``; None where none close there."""
    if line.kind(at) is TokenKind.COMMA:
        at = line.over_spaces(at - 1, -1)
    if line.kind(at) is TokenKind.STOP and line.kind(at - 1) is TokenKind.CLOSE_QUOTE:
        at -= 1
    if line.kind(at) is not TokenKind.CLOSE_QUOTE:
        return None
    opened = line.opening_quote(at)
    if opened is None:
        return None
    return line.text[line.tokens[opened].end : line.tokens[at].start].strip().rstrip(",").strip() or None


def _doing(line: Line, at: int, stopped: int) -> str | None:
    """Return the phrase with its verb where only a preposition cut it short: “meet on a narrow road (狭路相逢 …)”."""
    before = stopped
    if line.is_text(before, *_DETERMINERS):
        before = line.over_spaces(before - 1, -1)
    if not line.is_text(before, *_PREPOSITIONS):
        return None
    words = 0
    first = at
    while line.kind(first) in (TokenKind.ENGLISH, TokenKind.SPACE):
        if line.kind(first) is TokenKind.ENGLISH:
            if line.tokens[first].text.lower() in _CLAUSE - {"and", "or"}:
                break
            words += 1
        first -= 1
    if words > _LONGEST_DOING or line.kind(first) in (TokenKind.STOP, TokenKind.PINYIN, None):
        return None
    return " ".join(line.between(line.over_spaces(first + 1), at + 1).split())


def _phrase(line: Line, at: int, count: int = 2) -> str | None:
    words: list[int] = []
    first = at
    while len(words) <= _MOST_WORDS and line.kind(first) in (TokenKind.ENGLISH, TokenKind.SPACE, TokenKind.NUMBER):
        token = line.tokens[first]
        if token.kind is not TokenKind.SPACE:
            if token.text.lower() == "of" and words and _goes_on_with_of(line, first):
                words.append(first)
            elif token.text.lower() in _BOUNDARY or token.text.lower() == "of":
                break
            else:
                words.append(first)
        first -= 1
    if not words:
        return None
    if count >= _FEWEST_FOR_DOING and (doing := _doing(line, at, first)) is not None:
        return doing
    begins_clause = line.kind(first) not in (TokenKind.ENGLISH, TokenKind.PINYIN)
    if begins_clause and len(words) > _LONGEST_PHRASE and not line.is_text(words[-1], "of"):
        words = words[:2]
    phrase = line.between(words[-1], words[0] + 1)
    return " ".join(phrase.split()) or None


def _goes_on_with_of(line: Line, at: int) -> bool:
    before = line.over_spaces(at - 1, -1)
    earlier = line.over_spaces(before - 1, -1)
    if line.kind(before) is TokenKind.ENGLISH and line.is_text(earlier, "a", "an"):
        return line.tokens[before].text.lower() not in _BOUNDARY
    return line.kind(before) is TokenKind.ENGLISH and line.tokens[before].text.lower().rstrip("s") in _OF_WHAT


def before_or(line: Line, at: int) -> str | None:
    """Return the English that a word restates: ``red, or 红 (hóng)``, ``“red tourism”, or 红色旅游 (…)``."""
    at = line.over_spaces(at - 1, -1)
    if line.kind(at) is TokenKind.OPEN_QUOTE:
        at = line.over_spaces(at - 1, -1)
    if not line.is_text(at, "or"):
        return None
    at = line.over_spaces(at - 1, -1)
    if line.kind(at) is not TokenKind.COMMA and line.kind(at) is not TokenKind.CLOSE_QUOTE:
        return None
    if line.kind(at) is TokenKind.COMMA:
        at = line.over_spaces(at - 1, -1)
    return quotation_before(line, at) or _phrase(line, at)
