"""Ruby: pinyin set above hanzi, put into the brackets in which the house style has it."""

import re
from typing import Final

_RUBY: Final = re.compile(r"<ruby\b[^<>]{0,200}>(?P<inside>.{0,600}?)</ruby\s{0,3}>", re.IGNORECASE | re.DOTALL)
_RUN: Final = re.compile(
    r"(?:<ruby\b[^<>]{0,200}>.{0,600}?</ruby\s{0,3}>[，。；：、！？]?){1,24}", re.IGNORECASE | re.DOTALL
)
_ABOVE: Final = re.compile(r"<rt\b[^<>]{0,200}>(?P<above>[^<>]{0,200})(?:</rt\s{0,3}>)?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"<rp\b[^<>]{0,200}>[^<>]{0,20}(?:</rp\s{0,3}>)?", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{0,200}>")


def find_ruby(text: str) -> list[tuple[int, int, str, str]]:
    """Return each run of ruby in ``text`` as (start, end, what stands below, what stands above).

    Ruby elements without anything between them are one word: ``<ruby>走<rt>zǒu</rt></ruby><ruby>马<rt>mǎ</rt></ruby>``.
    """
    if "<ruby" not in text.lower():
        return []
    found: list[tuple[int, int, str, str]] = []
    for run in _RUN.finditer(text):
        below, above = "", []
        last = 0
        for each in _RUBY.finditer(run[0]):
            below += run[0][last : each.start()]  # a mark between two halves of a line
            last = each.end()
            inside = _BETWEEN.sub("", each["inside"])
            above += [one["above"].strip() for one in _ABOVE.finditer(inside)]
            below += _TAG.sub("", _ABOVE.sub("", inside)).strip()
        end = run.start() + last  # a mark at the end stays outside
        found.append((run.start(), end, below, " ".join(filter(None, above))))
    return found


def bracketed(below: str, above: str) -> str:
    """Return a word and its pinyin as the house style has them: ``花 (huā)``."""
    return f"{below} ({above})" if above else below


def without_ruby(text: str) -> str:
    """Return ``text`` with its ruby as words and brackets; stray tags are left as they are."""
    kept: list[str] = []
    last = 0
    for start, end, below, above in find_ruby(text):
        kept += [text[last:start], bracketed(below, above)]
        last = end
    return "".join(kept) + text[last:]
