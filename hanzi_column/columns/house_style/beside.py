"""The form without a bracket: ``汉字 pīnyīn``, in a sentence, in a list or in a table."""

from hanzi_column.columns.house_style.found import Found, is_listed
from hanzi_column.columns.house_style.gloss_after import gloss_after
from hanzi_column.columns.house_style.inside import Entry, aligned, pinyin_at, runs_inside
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind
from hanzi_column.domain.pinyin import Pinyin


def _printed_beside(line: Line, hanzi: str, begin: int, stop: int) -> tuple[Pinyin, int] | None:
    """Return the pinyin of ``hanzi`` from token ``begin`` on, where English may go on right after it."""
    read = pinyin_at(line, hanzi, begin, stop)
    if read is not None:
        return read
    end = begin
    for at in range(begin, min(begin + len(hanzi), stop)):
        if line.kind(at) is not TokenKind.PINYIN:
            break
        end = at + 1
    pinyin = aligned(hanzi, line.between(begin, end))
    return (pinyin, end) if pinyin is not None else None


def beside_pinyin(line: Line, at: int, stop: int) -> Found | None:
    """Read ``汉字 pīnyīn`` outside of brackets, and in a list ``汉字 pīnyīn: gloss``; ``at`` is a token of hanzi.

    What belongs to a bracket begins with token ``stop``.
    """
    run = next(runs_inside(line, at, stop))
    begin = run[1] + 1
    listed = is_listed(line, run[0])
    between = {TokenKind.STOP, TokenKind.CLOSE_QUOTE, TokenKind.OPEN_QUOTE}
    while line.kind(begin) in between or (
        listed and (line.kind(begin) in (TokenKind.DASH, TokenKind.COMMA) or line.is_text(begin, "|"))
    ):
        begin += 1
    if line.kind(begin) is not TokenKind.PINYIN:
        return None
    hanzi = line.between(run[0], run[1] + 1)
    read = _printed_beside(line, hanzi, begin, min(stop, len(line.tokens)))
    if read is None:
        return None
    pinyin, end = read
    gloss = gloss_after(line, end - 1, listed=listed)
    return Found(
        Form.BESIDE_PINYIN, Entry(hanzi, run[0], run[1], pinyin, gloss, printed=line.between(begin, end)), None, end
    )
