"""The tokenizer of the house style: cuts plain prose into runs of hanzi, Latin words, brackets, quotes and the rest."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class TokenKind(Enum):
    """What a token is."""

    HANZI = auto()
    LATIN = auto()
    NUMBER = auto()
    OPEN = auto()
    CLOSE = auto()
    QUOTE = auto()
    TITLE_OPEN = auto()
    TITLE_CLOSE = auto()
    COMMA = auto()
    STOP = auto()
    SPACE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from ``start`` up to ``end``."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset right after the token."""
        return self.start + len(self.text)


_LETTER: Final = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"

_KINDS: Final = (
    (TokenKind.HANZI, r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+"),
    # Letters with their marks, tone digits, the colon of u: and apostrophes between letters.
    (
        TokenKind.LATIN,
        rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f0-5]|(?<=[uU]):(?=[A-Za-z0-5])|['’ʼ\-\u2010](?={_LETTER}))*",
    ),
    (TokenKind.NUMBER, r"[0-9]+"),
    (TokenKind.OPEN, r"[(（]"),
    (TokenKind.CLOSE, r"[)）]"),
    (TokenKind.QUOTE, r"[\"“”‘’'「」『』]"),
    (TokenKind.TITLE_OPEN, r"[《〈]"),
    (TokenKind.TITLE_CLOSE, r"[》〉]"),
    (TokenKind.COMMA, r"[,，、;；:：]"),
    (TokenKind.STOP, r"[.。!！?？…]"),
    (TokenKind.SPACE, r"\s+"),
    (TokenKind.OTHER, r"."),
)
_TOKEN = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _KINDS), re.DOTALL)


def tokenize(text: str) -> list[Token]:
    """Cut ``text`` into tokens; put together again they are the text."""
    return [Token(TokenKind[match.lastgroup or "OTHER"], match[0], match.start()) for match in _TOKEN.finditer(text)]
