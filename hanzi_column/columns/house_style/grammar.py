"""The grammar of the house style: prose in, every piece of Chinese out, with what it is and where it stands.

One grammar serves the column files, the articles that are ingested, ``check`` and whoever else reads such prose.
``forms`` finds the Chinese that a bracket belongs to, ``roles`` tells what it is there for; this module walks over a
paragraph and puts the two together.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from hanzi_column.columns.house_style import cues
from hanzi_column.columns.house_style.attribution import english_nearby, english_quotation
from hanzi_column.columns.house_style.beside import beside_pinyin
from hanzi_column.columns.house_style.forms import read_bracket
from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.inside import Entry, runs_inside
from hanzi_column.columns.house_style.line import Line
from hanzi_column.columns.house_style.mention import Form, Kind, Mention
from hanzi_column.columns.house_style.quotations import is_bare_quotation
from hanzi_column.columns.house_style.roles import Context, is_joined_to_part, kind_of, speaks_of_part
from hanzi_column.columns.house_style.tokens import HANZI, TokenKind
from hanzi_column.domain.text import hanzi_only

_FAR: Final = 260
"""Tokens of the longest Chinese that stands alone."""

__all__ = ["Context", "Form", "Kind", "Mention", "context_of", "read_mentions"]


def context_of(paragraphs: Iterable[str], headword: str | None, parts: Iterable[str] = ()) -> Context:
    """Return what reading ``paragraphs`` has to know of the column: its headword in every form that they name."""
    if headword is None:
        return Context(frozenset(), set(parts))
    forms = {headword}
    for text in paragraphs:
        forms |= set(_other_forms(text, headword))
    return Context(frozenset(forms), set(parts))


def _other_forms(text: str, headword: str) -> Iterator[str]:
    count = len(headword)
    for found in _RUN.finditer(text):
        run = found[0]
        if len(run) != count or run == headword:
            continue
        before = text[max(found.start() - _CLOSE, 0) : found.start()]
        paired = before.rstrip().endswith(
            (f"{headword}/", f"{headword}／", f"{headword} (", f"{headword}(", f"{headword}（")
        )
        if paired or cues.OTHER_FORM.search(before) or (count == 1 and cues.TO_FORM.search(before)):
            yield run


_RUN: Final = re.compile(f"[{HANZI}]+")
_CLOSE: Final = 90
"""Characters before Chinese that may say that it is another form of the headword."""


def read_mentions(text: str, context: Context | None = None) -> Iterator[Mention]:
    """Yield the Chinese of one paragraph in order. Never raises, whatever the text; the time is linear in its length.

    ``context`` says what the column is about; without it no headword is known.
    """
    if _RUN.search(text) is None:
        return
    line = Line(text)
    context = context or Context(frozenset())
    parts: list[tuple[int, int]] = []
    mentions: list[Mention] = []
    for found in _in_order(line):
        mention = _mention(line, found, context, parts)
        if mention.kind is Kind.COMPONENT and mentions and _is_listed_with(line.text, mentions[-1], mention):
            mention = replace(mention, kind=Kind.WORD)  # as the one before it: “you have 虑 (…), 虚 (…) or 虐 (…)”
        if mention.kind is Kind.COMPONENT:
            parts.append((mention.start, mention.closed))
        mentions.append(mention)
    yield from _with_joined_parts(line, mentions)


def _is_listed_with(text: str, earlier: Mention, mention: Mention) -> bool:
    """Whether a single hanzi stands in one list with a word of one hanzi before it."""
    single = earlier.kind is Kind.WORD and len(earlier.hanzi) == 1 and bool(earlier.pinyin)
    return single and _LISTED.fullmatch(text[earlier.closed : mention.start]) is not None


_LISTED: Final = re.compile(r"\s*[,;]?\s*(?:and|or)?\s*[(“\"]?")


def _with_joined_parts(line: Line, mentions: list[Mention]) -> list[Mention]:
    """Make a part of the single hanzi that is joined to a part after it: “a 首 (shǒu, head) carried along by 辶”."""
    for at in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[at], mentions[at + 1]
        single = len(mention.hanzi) == 1 and mention.kind is Kind.WORD
        if (
            single
            and following.kind is Kind.COMPONENT
            and is_joined_to_part(line.text, mention.start, mention.closed, following.start)
        ):
            mentions[at] = replace(mention, kind=Kind.COMPONENT)
    return mentions


def _in_order(line: Line) -> Iterator[Found]:
    """Yield what the rules find, by its place: brackets, then pinyin beside hanzi, then single hanzi alone."""
    taken: list[tuple[int, int]] = []  # tokens that belong to something found, as (first, after)
    found: list[Found] = []
    for bracket in line.brackets:
        if taken and bracket.opened < taken[-1][1]:
            continue
        here = read_bracket(line, bracket)
        if here:
            first = min(min(each.entry.first for each in here), bracket.opened)
            taken.append((first, bracket.closed + 1))
            found += here
    found += _outside(line, taken)
    yield from sorted(found, key=lambda each: each.entry.first)


def _outside(line: Line, taken: list[tuple[int, int]]) -> Iterator[Found]:
    used = 0  # the token up to which everything is read
    spans = iter([*taken, (len(line.tokens), len(line.tokens))])
    span = next(spans)
    for at in line.chinese:
        while at >= span[1]:
            span = next(spans)
        if at < used or span[0] <= at:
            continue
        if line.tokens[at].kind is TokenKind.TITLE:
            yield Found(Form.BARE, Entry(line.tokens[at].text, at, at), None, at + 1, title=True)
            continue
        stop = min(span[0], at + _FAR)
        beside = beside_pinyin(line, at, stop)
        if beside is None:
            last = next(runs_inside(line, at, stop))[1]
            beside = Found(Form.BARE, Entry(line.between(at, last + 1), at, last), None, last + 1)
        yield beside
        used = beside.after


def _mention(line: Line, found: Found, context: Context, parts: list[tuple[int, int]]) -> Mention:
    entry = found.entry
    start, end = line.tokens[entry.first].start, line.tokens[entry.last].end
    kind = Kind.WORD
    if found.form is Form.BARE and not found.title:
        if entry.hanzi in context.headwords:
            kind = Kind.HEADWORD
        elif is_bare_quotation(line, found):
            kind = Kind.QUOTATION
        elif len(entry.hanzi) == 1 and speaks_of_part(line, entry.hanzi, start, end, parts, bare=True):
            kind = Kind.COMPONENT
    else:
        kind = kind_of(line, found, context, parts)
    english = entry.gloss
    if kind is Kind.QUOTATION:
        english = english_quotation(line, found) or entry.gloss or english_nearby(line, found)
    keeps_marks = kind in (Kind.QUOTATION, Kind.SENTENCE, Kind.TITLE) or any(not char.isalpha() for char in entry.hanzi)
    return Mention(
        kind=kind,
        form=found.form,
        hanzi=entry.hanzi if keeps_marks else hanzi_only(entry.hanzi) or entry.hanzi,
        pinyin=entry.pinyin,
        english=english,
        start=start,
        end=end,
        closed=line.tokens[found.bracket.closed].end if found.bracket is not None else line.tokens[found.after - 1].end,
        readings=entry.readings,
        slip=entry.slip,
        printed=entry.printed.strip("“”\"'‘’ ") if entry.printed else None,
    )
