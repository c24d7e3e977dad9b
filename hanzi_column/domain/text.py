"""Characters: which are hanzi, which are harmless, and text made safe to show."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

_HANZI: Final = (
    "\u3007"  # 〇
    "\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002ebef\U00030000-\U000323af"
)
# Radical forms such as ⺮ and ⻊ live in a block of their own; they stand as parts, never inside words.
_RADICALS: Final = "\u2e80-\u2fd5\u31c0-\u31e3"

_REPLACEMENT: Final = "\ufffd"
_BIDI_AND_INVISIBLE: Final = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_MOST_MARKS: Final = 4
"""Combining marks kept on one letter; pinyin in its decomposed form has two (``ǘ``)."""


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    # Compiled when first asked for: wide ranges take milliseconds, and most starts never need them.
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start`` up to ``end``, in characters of a text."""

    start: int
    end: int


def is_hanzi(text: str) -> bool:
    """Whether ``text`` is one or more hanzi and nothing else."""
    return _pattern(f"[{_HANZI}]+").fullmatch(text) is not None


def is_part(text: str) -> bool:
    """Whether ``text`` is one character that can be a component: a hanzi, a radical form or a stroke."""
    return _pattern(f"[{_HANZI}{_RADICALS}]").fullmatch(text) is not None


def hanzi_only(text: str) -> str:
    """Return the hanzi of ``text``, everything else left out."""
    if len(text) == 1:
        return text if is_hanzi(text) else ""
    return "".join(_pattern(f"[{_HANZI}]+").findall(text))


def shown(text: str, most: int = 20_000) -> str:
    r"""Make ``text`` from a file safe to put on a terminal.

    Control characters (so also escape sequences), direction overrides and invisible characters become ``\ufffd``;
    newlines and tabs become spaces where they would move the cursor; more than four combining marks on one letter are
    dropped; text over ``most`` characters is cut, ending in ``…``.
    """
    if len(text) > most:
        text = text[: most - 1] + "…"
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category in ("Mn", "Me"):
            marks += 1
            if marks <= _MOST_MARKS:
                kept.append(char)
            continue
        marks = 0
        if char in "\n\t\r\v\f\u2028\u2029\x85":
            kept.append(" ")
        elif category in ("Cc", "Cs", "Co") or char in _BIDI_AND_INVISIBLE:
            kept.append(_REPLACEMENT)
        else:
            kept.append(char)
    return "".join(kept)


def fit(text: str, most: int) -> str:
    """Cut ``text`` to at most ``most`` cells, ending in ``…`` where something was cut."""
    if cells(text) <= most:
        return text
    while text and cells(text) > most - 1:
        text = text[:-1]
    return f"{text}…" if most > 0 else ""


def cells(text: str) -> int:
    """Return how many terminal cells ``text`` fills: a hanzi two, a combining mark none (Unicode Annex 11)."""
    width = 0
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return width
