"""The gloss after a word and its bracket: ``, which literally means “…”``, ``– switch``, ``, or pepper``."""

import re
from typing import Final

from hanzi_column.columns.house_style.english_words import IDIOM
from hanzi_column.columns.house_style.line import Line

_QUOTED: Final = (
    r"(?:[“\"](?P<double>[^“”\"]{1,160})[”\"]|[‘'](?P<single>[^‘’']{1,120}|[^‘’'\n]{1,60}’[a-z][^‘’'\n]{0,60})[’'])"
)
_AFTER: Final = re.compile(
    rf"[”’\"']?,?\s*(?:\(?(?:which |that )?(?:(?:can |may |now |also |once |today |originally |"
    rf"usually |still |simply |actually |then |just |of course |it |has |have |has come to |came to )*)"
    rf"(?:literally |roughly |loosely )?(?:means?|meant|meaning|translates? (?:to|as|into)|signifies|"
    rf"stands for|describes|"
    rf"denotes|refers to|is)(?: literally| roughly| simply)?|literally|lit\.|or|having|being|"
    rf"that is,?(?: they| it| to)?|i\.e\.|"
    rf"[:–—=-])[,:]?\s*(?:literally,? )?(?:(?:[a-z]+ |Chinese ){1, 4}for )?(?:a |an |the |as |to |to be )?{_QUOTED}",
    re.IGNORECASE,
)
_APPOSED: Final = re.compile(rf",\s*(?:(?:the|an?) |which (?:[a-z]+ ){{1,4}})?{_QUOTED}(?=[\s,.;:!?—–)]|$)")
_DASHED: Final = re.compile(rf"\s*[—–]\s*(?:literally,? )?{_QUOTED}")
_ITEM: Final = re.compile(r",\s+(?P<plain>(?:the|an?|to) [^,;.()“”\"!?]{2,80})(?=;)")
_APPOSED_PLAIN: Final = re.compile(
    r",\s+(?:meaning |that is,? )?(?P<plain>(?!(?:and|but|or|so|as|while|though|although|which|who|"
    r"whom|whose|where|when|"
    r"because|since|not|nor|yet|if|for|in|on|at|by|with|from|to the|into|after|before|under|over|then|"
    r"he|she|it|they|we|you|"
    r"i|this|that|these|those|there|is|are|was|were|has|have|had|whom|both|all|each|even|just|still|too|also|now|who|"
    r"perhaps|maybe|of|said|says|especially|including|such|like|literally|named|called|known|used|made|first|once)\b)"
    r"[a-z][^,;.:()“”\"!?—–]{2,64}?)(?=[.;]|$|, (?:is|are|was|were|which|who|has|have|had)\b)"
)
_IS_TO: Final = re.compile(r"\s+is\s+(?P<plain>to (?!be\b)[^,;.:()“”\"!?—–]{3,70})(?=[.;,])")
_DOING_AFTER: Final = re.compile(r",\s+(?P<plain>[a-z]+ing [^,;.()“”\"!?]{3,70})(?=[,.;])")
_OR_AFTER: Final = re.compile(
    r",\s+or\s+(?:the |an? )?(?P<plain>[A-Za-z][A-Za-z’'-]*(?: [A-Za-z’'-]+){0,3})(?=[,.;:!?—–)]|$)"
)
_LISTED: Final = re.compile(r"(?:\s*[:=|]|\s+[–—-])\s+(?P<plain>\S.*)$", re.DOTALL)
_LOOK: Final = 260
"""Characters looked at after a bracket."""


def unquoted(english: str) -> str:
    """Return ``english`` without the quotation marks around the whole of it, and without the comma inside them."""
    english = english.strip(" \t\n")
    if len(english) > 1 and english[0] in "“\"‘'「" and english[-1] in "”\"’'」":
        inner = english[1:-1]
        marks = '“”"' if english[0] in '“"' else "‘"
        if not any(char in marks for char in inner):
            return inner.strip() if inner.rstrip().endswith("...") else inner.strip().rstrip(",.").rstrip()
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
    return None


def restated_after(line: Line, at: int, count: int) -> str | None:
    """Return the plain English that restates a word after token ``at``: ``, or pepper,``, ``, smuggled goods, are``.

    ``count`` is how many hanzi the word has: an idiom may be restated by a whole doing.
    """
    start = line.tokens[at].end if 0 <= at < len(line.tokens) else len(line.text)
    ahead = line.text[start : start + _LOOK]
    found = _OR_AFTER.match(ahead) or _ITEM.match(ahead) or _APPOSED_PLAIN.match(ahead)
    if found is None and count >= IDIOM:
        found = _DOING_AFTER.match(ahead) or _IS_TO.match(ahead)
    return found["plain"] if found is not None else None
