"""Markup made tame: of any HTML, however broken, what is left is closed tags, few attributes and text.

The standard parser looks for the end of each unclosed comment or tag anew, which takes the square of their number. Here
each character is passed a bounded number of times, so that the parser never meets what it is slow at.
"""

import html
import re
from dataclasses import dataclass
from typing import Final

# Atomic, so that a tag that never closes is given up without trying its parts again.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})((?>[^<>\"']+|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"\s([A-Za-z][A-Za-z:-]{0,30})(?:=(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?(?=[\s/]|$)")
_SPACED_EQUALS = re.compile(r"(?<=[A-Za-z])\s{0,9}=\s{0,9}")

_KEPT: Final = frozenset({"href", "style", "class", "id", "hidden", "alt", "rel", "property", "content", "name"})
_HANZI = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]|&#")
_LONGEST_VALUE: Final = 8_000
_DROPPED: Final = frozenset("script style textarea xmp iframe noembed noframes object svg template select".split())
"""Elements whose content is nothing that a reader sees as text."""


@dataclass(frozen=True, slots=True)
class Tamed:
    """The tame markup, without its ``title``, which stands beside it (None where there was none).

    Before each piece of text with hanzi stands ``<wbr name="N">``, N its offset in the markup as it was.
    """

    markup: str
    title: str | None


def tame(text: str) -> Tamed:
    """Return ``text`` with comments, declarations, scripts and styles taken out and stray ``<`` made text.

    The time is linear in its length. What an unclosed comment or script would swallow is dropped.
    """
    kept: list[str] = []
    title: str | None = None
    in_ruby = False
    at = 0
    while (start := text.find("<", at)) >= 0:
        kept.append(_placed(text, at, start))
        tag = _TAG.match(text, start)
        if text.startswith("<!--", start):
            at = _after(text, "-->", start + 2)
        elif text.startswith(("<!", "<?"), start):
            at = _after(text, ">", start)
        elif tag is None:
            kept.append("&lt;")
            at = start + 1
        elif not tag[1] and tag[2].lower() in _DROPPED:
            at = _after_element(text, tag)
        elif tag[2].lower() == "title" and not tag[1] and title is None:
            at = _after_element(text, tag)
            inside = _ANY_TAG.sub("", text[tag.end() : min(at, tag.end() + 1_000)])
            title = html.unescape(inside)
        else:
            if tag[2].lower() == "ruby":
                if in_ruby and not tag[1]:  # ruby stands in no other: the one before was left open
                    kept.append("</ruby>")
                in_ruby = not tag[1]
            kept.append(_rebuilt(tag))
            at = tag.end()
    kept.append(_placed(text, at, len(text)))
    return Tamed("".join(kept), title)


def _placed(text: str, start: int, end: int) -> str:
    piece = text[start:end]
    return f'<wbr name="{start}">{piece}' if _HANZI.search(piece) else piece


_ANY_TAG = re.compile(r"<[^<>]*>?")


def _after(text: str, end: str, start: int) -> int:
    found = text.find(end, start)
    return found + len(end) if found >= 0 else len(text)


def _after_element(text: str, tag: re.Match[str]) -> int:
    if tag[3].endswith("/"):  # closed in itself, as XHTML and drawings write it
        return tag.end()
    closing = re.compile(rf"</{re.escape(tag[2])}\b[^>]*>?", re.IGNORECASE).search(text, tag.end())
    return closing.end() if closing is not None else len(text)


def _rebuilt(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name == "wbr":  # ours alone says where text stands
        return ""
    if tag[1]:
        return f"</{name}>"
    attributes = ""
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(_SPACED_EQUALS.sub("=", tag[3])):
        key, value = found[1].lower(), (found[2] or "").strip("\"'")
        if key in _KEPT and key not in seen and len(value) <= _LONGEST_VALUE:
            seen.add(key)
            quoted = value.replace('"', "&quot;")
            attributes += f' {key}="{quoted}"'
    return f"<{name}{attributes}>"
