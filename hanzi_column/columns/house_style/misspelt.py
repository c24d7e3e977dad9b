"""Text that was meant as the pinyin of hanzi and does not fit them: told, and never guessed."""

from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.inside import Entry, aligned, runs_inside
from hanzi_column.columns.house_style.line import Bracket, Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind, has_tones, is_pinyin


def misspelt_before(line: Line, bracket: Bracket, run: tuple[int, int], inside: int) -> list[Found]:
    """Read text that was meant as pinyin and does not fit its hanzi: told, and never guessed."""
    last = run[1]
    hanzi = line.tokens[last].text
    stop = inside
    while stop < bracket.closed and line.kind(stop) not in (TokenKind.COMMA, TokenKind.DASH):
        stop += 1
    printed = line.between(inside, stop).strip()
    misplaced = any(
        line.kind(at) is TokenKind.PINYIN and has_tones(line.tokens[at].text) and aligned(hanzi, line.tokens[at].text)
        for at in range(inside, bracket.closed)
    )
    if not printed or not (_meant_as_pinyin(printed) or misplaced):
        return []
    entry = Entry(line.between(last, last + 1), last, last, slip=printed)
    return [Found(Form.WORD_BEFORE, entry, bracket, bracket.closed + 1)]


def misspelt_inside(line: Line, bracket: Bracket) -> list[Found]:
    """Read ``(锋利 fēngl, sharp)``: hanzi in the bracket whose pinyin does not fit."""
    first = bracket.opened + 1
    if line.kind(first) is not TokenKind.HANZI:
        return []
    run = next(runs_inside(line, first, bracket.closed))
    at = run[1] + 1
    stop = at
    while stop < bracket.closed and line.kind(stop) not in (TokenKind.COMMA, TokenKind.DASH):
        stop += 1
    printed = line.between(at, stop).strip()
    if not printed or not _meant_as_pinyin(printed):
        return []
    entry = Entry(line.between(run[0], run[1] + 1), run[0], run[1], slip=printed)
    return [Found(Form.WORDS_INSIDE, entry, bracket, bracket.closed + 1)]


def _meant_as_pinyin(printed: str) -> bool:
    """Whether text that does not fit its hanzi was still meant as pinyin: its first word is, with tones somewhere."""
    first = printed.split(maxsplit=1)[0].strip("“”\"'‘’")
    if any(char in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u0300\u0301\u0304\u030c" for char in first.lower()):
        return first[0].islower() or is_pinyin(first)
    tones = any(has_tones(word) for word in printed.split()[:12])
    return tones and is_pinyin(first)
