"""What a rule of the grammar has read, and the Chinese that a bracket belongs to."""

from typing import Final, NamedTuple

from hanzi_column.columns.house_style.inside import Entry
from hanzi_column.columns.house_style.line import CHINESE_STOPS, Bracket, Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind

_FAR: Final = 260
"""Tokens looked back for the beginning of Chinese: a quotation of several sentences."""


class Found(NamedTuple):
    """What a rule has read: the word, its form, its bracket (None where it has none) and the token after it all."""

    form: Form
    entry: Entry
    bracket: Bracket | None
    after: int
    title: bool = False


def chinese_before(line: Line, at: int) -> tuple[int, int, bool] | None:
    """Return the Chinese that ends before token ``at`` as (first, last) token, and whether it is in quotation marks."""
    last = at - 1
    if line.kind(last) is TokenKind.CLOSE:  # 龙 (龍) (lóng)
        opened = next((b.opened for b in line.brackets_closing(last)), None)
        if opened is None or last - opened != 2 or line.kind(opened + 1) is not TokenKind.HANZI:
            return None
        last = opened - 1
    if line.kind(last) is TokenKind.COMMA and line.kind(last - 1) in (TokenKind.HANZI, TokenKind.CLOSE_QUOTE):
        last -= 1
    quoted = line.kind(last) is TokenKind.CLOSE_QUOTE
    if quoted:
        last -= 1
        while line.kind(last) in (TokenKind.STOP, TokenKind.COMMA):
            last -= 1
    if line.kind(last) in (TokenKind.STOP, TokenKind.COMMA) and line.tokens[last].text in CHINESE_STOPS:
        last -= 1
    if line.kind(last) is not TokenKind.HANZI:
        return None
    first = last
    while last - first < _FAR and (earlier := _goes_back(line, first)) is not None:
        first = earlier
    return first, last, quoted


def _goes_back(line: Line, at: int) -> int | None:
    """Return the token of hanzi before ``at`` where only marks of a Chinese sentence stand between."""
    earlier = at - 1
    while earlier >= 0 and (
        line.tokens[earlier].text in CHINESE_STOPS - {"、"}
        or line.is_text(earlier, ",", "?", "!", ";")
        or (line.is_text(earlier, "——", "—") and line.kind(earlier - 1) is TokenKind.HANZI)
        or line.kind(earlier) in (TokenKind.TITLE, TokenKind.OPEN_QUOTE, TokenKind.CLOSE_QUOTE)
    ):
        earlier -= 1
    return earlier if earlier < at - 1 and line.kind(earlier) is TokenKind.HANZI else None


def is_listed(line: Line, at: int) -> bool:
    """Whether the line begins with token ``at``, but for the mark of a list."""
    before = line.between(0, at).strip(' \t\n-–—•*·|>0123456789.)“"')
    return not before and at < 8
