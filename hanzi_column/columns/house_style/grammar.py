"""The grammar of the house style: which brackets make a word or a quotation, one rule for each form.

Every form hangs on one bracket, so the reader walks over the brackets of a paragraph, outermost only, and asks the
rules in turn:

- ``word_before``: ``锋利 (fēnglì, sharp)``, ``“锋利” (fēnglì)``; a comma makes it a quotation: ``里，居也 (Lǐ, jū yě)``
- ``word_inside``: ``(锋利 fēnglì, sharp)``, ``“sharp” (锋利 fēnglì)``, ``sharp (锋利 fēnglì)``
- ``quotation_inside``: ``“She warned him off. (无逾我里 wú yú wǒ lǐ)”``

A bracket that fits none (dates, names, English) is left as prose. Looking back and ahead is bounded, so that the time
is linear in the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.house_style.tokens import Token, TokenKind, tokenize
from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, align, parse
from hanzi_column.domain.text import hanzi_only
from hanzi_column.errors import PinyinError

_FAR: Final = 240
"""Tokens looked back for an opening quotation mark: some three lines of English."""

_MOST_COMMAS: Final = 12
"""Commas that the pinyin of a quotation may hold."""

_OPENING: Final = frozenset('“‘「『"')
_CLOSING: Final = frozenset('”’」』"')
_CHINESE_STOPS: Final = frozenset("，。；：？！、…")
_TONE_LETTERS: Final = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ\u0300\u0301\u0304\u030c")
NEUTRAL_WORDS: Final = frozenset("的了着过吗呢吧啊们子得地么嘛啦呀")

# Where the English before a bracket is no longer its gloss: “is known as the blade edge (刀刃 dāorèn)”.
_BOUNDARY: Final = frozenset(
    (
        "a an the is are was were be been being as means meaning called named known and or but with by in on "
        "at from into like such for that which this these its his her their our your than then so say says "
        "said word phrase character term "
    ).split()
)
_MOST_GLOSS_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Term:
    """Chinese that the prose gives with its pinyin, or that it tried to (then ``slip`` says what went wrong).

    ``start`` and ``end`` cover its hanzi in the text. ``english`` is the gloss of a word or the English of a quotation.
    """

    hanzi: str
    pinyin: Pinyin
    english: str | None
    start: int
    end: int
    closed: int
    """The offset right after the closing bracket, where a mark may stand."""
    quotation: bool = False
    slip: str | None = None
    toneless: bool = False


def read_terms(text: str) -> Iterator[Term]:
    """Yield the terms of one paragraph in order. Never raises, whatever the text."""
    tokens = tokenize(text)
    for opened, closed in _brackets(tokens):
        term = word_before(text, tokens, opened, closed) or word_inside(text, tokens, opened, closed)
        if term is not None:
            yield term


def _brackets(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield (opening, closing) indexes of the outermost brackets; one that never closes counts for nothing."""
    opened: list[int] = []
    outermost: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.OPEN:
            opened.append(at)
        elif token.kind is TokenKind.CLOSE and opened:
            start = opened.pop()
            while outermost and outermost[-1][0] > start:
                outermost.pop()
            outermost.append((start, at))
    yield from outermost


def word_before(text: str, tokens: Sequence[Token], opened: int, closed: int) -> Term | None:
    """Read ``汉字 (pīnyīn, gloss)``, the hanzi with or without quotation marks."""
    at = _back_over(tokens, opened - 1, TokenKind.SPACE)
    quoted = at >= 0 and tokens[at].text in _CLOSING
    if quoted:
        at -= 1
    first = at
    while first >= 0 and opened - first < _FAR and _is_chinese(tokens[first], inside=first < at or quoted):
        first -= 1
    first += 1
    while first <= at and tokens[first].kind is not TokenKind.HANZI:
        first += 1
    if first > at or (not quoted and tokens[at].kind is not TokenKind.HANZI):
        return None
    start, end = tokens[first].start, tokens[at].end
    inside = _strip_spaces(tokens, opened + 1, closed)
    if not inside or tokens[inside[0]].kind is TokenKind.HANZI:
        return None
    if tokens[inside[0]].kind is not TokenKind.LATIN and not _pinyin_somewhere(
        text[start:end], tokens[inside[0] : closed]
    ):
        return None
    return _term(text, tokens, (start, end), inside[0], closed)


def word_inside(text: str, tokens: Sequence[Token], opened: int, closed: int) -> Term | None:
    """Read ``(汉字 pīnyīn, gloss)`` and ``gloss (汉字 pīnyīn)``; inside quotation marks it is a quotation."""
    inside = _strip_spaces(tokens, opened + 1, closed)
    if not inside:
        return None
    first, stop = inside
    if tokens[first].text in _OPENING:
        first += 1
    last = first
    while last < stop and _is_chinese(tokens[last], inside=last > first):
        last += 1
    if last == first:
        return None
    end = tokens[last - 1].end
    while last < stop and (tokens[last].kind in (TokenKind.SPACE, TokenKind.COMMA) or tokens[last].text in _CLOSING):
        last += 1
    if last == stop or tokens[last].kind is not TokenKind.LATIN:
        return None
    term = _term(text, tokens, (tokens[first].start, end), last, closed)
    if term is None or term.slip:
        return term
    return quotation_inside(text, tokens, opened, closed, term) or _with_english_before(text, tokens, opened, term)


def quotation_inside(text: str, tokens: Sequence[Token], opened: int, closed: int, term: Term) -> Term | None:
    """Read ``“English (汉字 pīnyīn)”``: the bracket stands before the closing quotation mark."""
    after = closed + 1
    while after < len(tokens) and tokens[after].kind is TokenKind.STOP:
        after += 1
    if after >= len(tokens) or tokens[after].text not in _CLOSING:
        return None
    quote = _opening_quote(tokens, opened)
    if quote is None:
        return None
    english = text[tokens[quote].end : tokens[opened].start].strip()
    if not english:
        return None
    return Term(term.hanzi, term.pinyin, english, term.start, term.end, term.closed, quotation=True)


def _with_english_before(text: str, tokens: Sequence[Token], opened: int, term: Term) -> Term:
    """Give a term without a gloss the English that it stands behind: the quoted words, else the last few."""
    if term.english is not None:
        return term
    at = _back_over(tokens, opened - 1, TokenKind.SPACE)
    if at < 0:
        return term
    english: str | None = None
    if tokens[at].text in _CLOSING:
        quote = _opening_quote(tokens, at)
        english = text[tokens[quote].end : tokens[at].start].strip(" ,.") if quote is not None else None
    else:
        words: list[str] = []
        while at >= 0 and len(words) < _MOST_GLOSS_WORDS:
            token = tokens[at]
            if token.kind is TokenKind.LATIN and token.text.lower() not in _BOUNDARY:
                words.append(token.text)
            elif token.kind is not TokenKind.SPACE:
                break
            at -= 1
        english = " ".join(reversed(words))
    return Term(
        term.hanzi, term.pinyin, english or None, term.start, term.end, term.closed, term.quotation, None, term.toneless
    )


def _term(text: str, tokens: Sequence[Token], span: tuple[int, int], first: int, closed: int) -> Term | None:
    """Read ``pīnyīn[, gloss]`` from token ``first`` up to the closing bracket, for the hanzi at ``span``."""
    hanzi = text[span[0] : span[1]]
    close = tokens[closed]
    quotation = any(char in _CHINESE_STOPS for char in hanzi)
    start = tokens[first].start
    splits = [token for token in tokens[first:closed] if token.kind is TokenKind.COMMA or token.text in "—–"]
    for split in [*splits[:_MOST_COMMAS], close]:
        pinyin = _aligned(hanzi, text[start : split.start])
        if pinyin is None:
            continue
        english = _unquoted(text[split.end : close.start]) if split is not close else ""
        bare = hanzi_only(hanzi)
        toneless = all(syllable.tone == NEUTRAL for syllable in pinyin) and not set(bare) <= NEUTRAL_WORDS
        return Term(hanzi if quotation else bare, pinyin, english or None, *span, close.end, quotation, None, toneless)
    printed = text[start : (splits[0] if splits else close).start].strip()
    if _meant_as_pinyin(printed) or _pinyin_somewhere(hanzi, tokens[first:closed]):
        return Term(hanzi, (), None, *span, close.end, quotation, slip=printed)
    return None


def _aligned(hanzi: str, pinyin: str) -> Pinyin | None:
    try:
        return align(hanzi, pinyin)
    except PinyinError:
        return None


def _pinyin_somewhere(hanzi: str, inside: Sequence[Token]) -> bool:
    """Whether a bracket holds the pinyin of ``hanzi`` with tone marks, so that it stands in the wrong place."""
    words = (token.text for token in inside if token.kind is TokenKind.LATIN)
    return any(_aligned(hanzi, word) for word in words if any(char in _TONE_LETTERS for char in word))


def _meant_as_pinyin(printed: str) -> bool:
    """Whether text that does not fit its hanzi was still meant as pinyin.

    It begins with a word that has tone marks, or that is pinyin, and has tone marks or numbers somewhere.
    """
    first = printed.split(maxsplit=1)[0] if printed.strip() else ""
    marked = any(char in _TONE_LETTERS for char in printed)
    if any(char in _TONE_LETTERS for char in first):
        return True
    if not marked and not any(char.isdigit() for char in printed):
        return False
    try:
        parse(first)
    except PinyinError:
        return False
    return True


def _unquoted(english: str) -> str:
    english = english.strip()
    if len(english) > 1 and english[0] in _OPENING and english[-1] in _CLOSING:
        inner = english[1:-1]
        if not any(char in '“”"' for char in inner):
            return inner.strip()
    return english


def _is_chinese(token: Token, *, inside: bool) -> bool:
    return token.kind is TokenKind.HANZI or (inside and token.text in _CHINESE_STOPS)


def _opening_quote(tokens: Sequence[Token], before: int) -> int | None:
    """Return the quotation mark that opens what stands before index ``before``, None where none is open there."""
    for at in range(before - 1, max(before - 1 - _FAR, -1), -1):
        if tokens[at].text in '“"「『' or (tokens[at].text == "‘"):
            return at
        if tokens[at].text in "”」』":
            return None
    return None


def _back_over(tokens: Sequence[Token], at: int, kind: TokenKind) -> int:
    return at - 1 if at >= 0 and tokens[at].kind is kind else at


def _strip_spaces(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int] | None:
    while first < stop and tokens[first].kind is TokenKind.SPACE:
        first += 1
    return (first, stop) if first < stop else None
