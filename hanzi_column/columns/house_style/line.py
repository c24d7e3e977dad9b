"""One paragraph, tokenized: its brackets paired, and ways to walk over its tokens."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from hanzi_column.columns.house_style.tokens import Token, TokenKind, tokenize

FAR: Final = 240
"""Tokens looked back for an opening quotation mark: some three lines of English."""

_DEEPEST: Final = 3
"""Brackets within brackets that are looked into; what is deeper is no prose."""

_LONGEST: Final = 900
"""Tokens of the longest bracket that is looked into: a long quotation with its pinyin."""

_CHINESE: Final = frozenset({TokenKind.HANZI, TokenKind.TITLE})
_ROUND: Final = frozenset("(（)）")
_DOUBLE: Final = frozenset('“”"«»')

CHINESE_STOPS: Final = frozenset("，。；：？！、…")
SENTENCE_STOPS: Final = frozenset("。？！.?!")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets by the indexes of its tokens; ``depth`` is 0 for an outermost one."""

    opened: int
    closed: int
    depth: int


class Line:
    """The tokens of one paragraph; ``chinese`` are the indexes of its hanzi and titles.

    Indexes out of range are answered with None, never with an exception.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenize(text)
        self._kinds = [token[0] for token in self.tokens]
        self._count = len(self._kinds)
        self.chinese = [at for at, kind in enumerate(self._kinds) if kind in _CHINESE]

    @cached_property
    def brackets(self) -> tuple[Bracket, ...]:
        """The pairs of brackets in their order; one that never closes counts for nothing."""
        opened: list[int] = []
        pairs: list[tuple[int, int]] = []
        for at, kind in enumerate(self._kinds):
            if kind is TokenKind.OPEN:
                opened.append(at)
            elif kind is TokenKind.CLOSE and opened:
                round_ = self.tokens[at].text in _ROUND
                while opened and (self.tokens[opened[-1]].text in _ROUND) is not round_:
                    opened.pop()
                if opened:
                    pairs.append((opened.pop(), at))
        return tuple(_nested(sorted(pairs)))

    def brackets_closing(self, at: int) -> tuple[Bracket, ...]:
        """Return the bracket that closes with token ``at``, if there is one."""
        found = self._closing.get(at)
        return () if found is None else (found,)

    def bracket_opening(self, at: int) -> Bracket | None:
        """Return the bracket that opens with token ``at``."""
        return self._opening.get(at)

    @cached_property
    def _opening(self) -> dict[int, Bracket]:
        return {bracket.opened: bracket for bracket in self.brackets}

    @cached_property
    def _closing(self) -> dict[int, Bracket]:
        return {bracket.closed: bracket for bracket in self.brackets}

    def kind(self, at: int) -> TokenKind | None:
        """Return the kind of token ``at``."""
        return self._kinds[at] if 0 <= at < self._count else None

    def count(self, kind: TokenKind, first: int, stop: int) -> int:
        """Return how many of the tokens from ``first`` up to ``stop`` are of ``kind``."""
        return self._kinds[first:stop].count(kind)

    def is_text(self, at: int, *texts: str) -> bool:
        """Whether token ``at`` is one of ``texts``, in any case."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text.lower() in texts

    def between(self, first: int, stop: int) -> str:
        """Return the text of the tokens from ``first`` up to ``stop``."""
        if first >= stop or first >= len(self.tokens):
            return ""
        return self.text[self.tokens[first].start : self.tokens[min(stop, len(self.tokens)) - 1].end]

    def words_after(self, at: int, most: int) -> str:
        """Return the text of at most ``most`` tokens from ``at`` on."""
        return self.between(at, at + most)

    def words_before(self, at: int, most: int) -> str:
        """Return the text of at most ``most`` tokens before ``at``."""
        return self.between(max(at - most, 0), at)

    def opening_quote(self, closing: int) -> int | None:
        """Return the mark that opens the quotation which ends at token ``closing``; None where none is near."""
        double = self.tokens[closing].text in _DOUBLE
        for at in range(closing - 1, max(closing - 1 - FAR, -1), -1):
            token = self.tokens[at]
            if token.kind in (TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE) and (token.text in _DOUBLE) is double:
                if token.kind is TokenKind.OPEN_QUOTE:
                    return at
                if double:
                    return None
        return None

    def token_at(self, offset: int) -> int:
        """Return the index of the token that holds the character at ``offset``."""
        return max(bisect_right(self.tokens, offset, key=_start) - 1, 0)


def _start(token: Token) -> int:
    return token.start


def _nested(pairs: list[tuple[int, int]]) -> Iterator[Bracket]:
    around: list[int] = []  # where the brackets that are open here will close
    for opened, closed in pairs:
        while around and around[-1] < opened:
            around.pop()
        if len(around) <= _DEEPEST and closed - opened <= _LONGEST:
            yield Bracket(opened, closed, len(around))
        around.append(closed)
