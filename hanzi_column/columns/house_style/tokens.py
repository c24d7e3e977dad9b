"""The tokenizer of the house style: cuts prose into runs of hanzi, pinyin, English, brackets, quotes and the rest."""

import re
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final, NamedTuple

from hanzi_column.domain.pinyin import parse
from hanzi_column.errors import PinyinError


class TokenKind(IntEnum):
    """What a token is."""

    HANZI = auto()
    PINYIN = auto()
    """A word in Latin letters that carries tones and is pinyin; without tones it passes for ENGLISH."""
    ENGLISH = auto()
    TITLE = auto()
    """A title with its marks, 《…》."""
    DATE = auto()
    NUMBER = auto()
    OPEN = auto()
    CLOSE = auto()
    OPEN_QUOTE = auto()
    CLOSE_QUOTE = auto()
    COMMA = auto()
    STOP = auto()
    DASH = auto()
    SLASH = auto()
    OTHER = auto()


LATIN: Final = frozenset({TokenKind.PINYIN, TokenKind.ENGLISH})


class Token(NamedTuple):
    """A piece of the text from ``start`` up to ``end``."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset right after the token."""
        return self.start + len(self.text)

    @property
    def is_latin(self) -> bool:
        """Whether it is a word in Latin letters, pinyin or English."""
        return self.kind in LATIN


HANZI: Final = (
    "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
    "\u2e80-\u2fd5\u31c0-\u31e3"  # radical forms and strokes, which stand as parts
)
_LETTER: Final = r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0251\u0261\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]"
_ERA: Final = r"(?:BCE|CE|BC|AD)\b"
_YEAR: Final = rf"[0-9]{{1,4}}(?:st|nd|rd|th|s)?(?: ?{_ERA})?"

_LETTERS: Final = f"{_LETTER}+"

# Letters with their marks, tone digits, the colon of u: and what joins the parts of a word.
_LATIN: Final = (
    rf"{_LETTERS}(?:{_LETTERS}|[\u0300-\u036f0-5]+|(?<=[uU]):(?=[A-Za-z0-5\u0300-\u036f])"
    rf"|['’ʼ\-\u2010\u2011](?={_LETTER}))*"
    r"(?:(?<=s)['’](?= [a-z]))?"
)

# The most frequent come first; a date comes before the numbers that it is made of.
_KINDS: Final = (
    ("ENGLISH", r"[A-Za-z]+(?=[ ,.)])"),  # as most words are; the rest of the expression need not be tried
    ("LATIN", _LATIN),
    ("", r"\s+"),  # space sets tokens apart and is none
    ("HANZI", rf"[{HANZI}]+(?:·[{HANZI}]+)*"),
    ("OPEN", r"[(（\[［【]"),
    ("CLOSE", r"[)）\]］】]"),
    ("COMMA", r"[,，、;；:：]"),
    ("STOP", r"[.。!！?？…．]"),
    ("OPEN_QUOTE", r"[“‘「『«]|(?<![^\s(（\[［—–\-“‘/])[\"'](?=\S)"),
    ("CLOSE_QUOTE", r"[”’」』»\"']"),
    ("TITLE", r"《[^《》\n]{1,120}》|〈[^〈〉\n]{1,120}〉|﹤[^﹤﹥\n]{1,120}﹥"),
    ("DATE", rf"{_YEAR} ?[–—\-] ?(?:{_YEAR}|present)|[0-9]{{1,4}} {_ERA}"),
    ("NUMBER", r"[0-9]+(?:[.,][0-9]+)*"),
    ("DASH", r"[–—―]+|(?<=\s)-(?=\s)"),
    ("SLASH", r"[/／]"),
    ("OTHER", r"."),
)
_TOKEN = re.compile("|".join(f"({pattern})" for _, pattern in _KINDS), re.DOTALL)
_TONES = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜăĕĭŏŭĀÁǍÀĒÉĚÈŌÓǑÒ\u0300\u0301\u0304\u0306\u030c]|[A-Za-zü:][1-5]")


_BY_GROUP: Final = (None, *(TokenKind.__members__.get(name) for name, _ in _KINDS))
"""The kind that each group of the expression stands for; a word in Latin letters is one of two."""

_SPACE: Final = [name for name, _ in _KINDS].index("") + 1


def tokenize(text: str) -> list[Token]:
    """Cut ``text`` into tokens in their order; what stands between them is space."""
    found: list[Token] = []
    # Most of the time of reading goes by here: tuples are made directly.
    make, english, pinyin = tuple.__new__, TokenKind.ENGLISH, TokenKind.PINYIN
    by_group, space = _BY_GROUP, _SPACE
    at = 0
    for match in _TOKEN.finditer(text):
        piece = match[0]
        group = match.lastindex or 0
        if group == space:
            at += len(piece)
            continue
        kind = by_group[group]
        if kind is None:
            kind = pinyin if has_tones(piece) else english
        found.append(make(Token, (kind, piece, at)))
        at += len(piece)  # every character belongs to a token
    return found


def has_tones(word: str) -> bool:
    """Whether a word in Latin letters carries tones, and is pinyin."""
    return _TONES.search(word) is not None and is_pinyin(word)


@lru_cache(maxsize=16_384)
def is_pinyin(word: str) -> bool:
    """Whether a word in Latin letters could be pinyin, with or without tones: ``de`` is, ``Émile`` is not."""
    if len(word) > 60:
        return False
    try:
        parse(word)
    except PinyinError:
        return False
    return True
