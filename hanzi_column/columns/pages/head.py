"""The head of a Markdown file: what it says of itself between two lines of ``---``."""

import re
from dataclasses import dataclass
from typing import Final

_HEAD: Final = re.compile(
    r"\s*---[ \t]*\r?\n(?P<fields>(?:(?:[A-Za-z][\w-]{0,40}[ \t]*:|[ \t]|-[ \t])[^\n]{0,600}\n){1,60})"
    r"---[ \t]*(?:\r?\n|$)"
)
_FIELD: Final = re.compile(
    r"^(?P<name>title|date|subtitle|description)[ \t]*:[ \t]*(?P<value>\S[^\n]*)$", re.IGNORECASE | re.MULTILINE
)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself; ``end`` is the offset after it, 0 where it has none. ``date`` is YYYY-MM-DD."""

    end: int = 0
    headline: str | None = None
    deck: str | None = None
    date: str | None = None


def read_head(text: str) -> Head:
    """Return the head with which ``text`` begins."""
    found = _HEAD.match(text)
    if found is None:
        return Head()
    fields = {
        each["name"].lower(): each["value"].strip().strip("\"'").strip() for each in _FIELD.finditer(found["fields"])
    }
    date = _DATE.match(fields.get("date", ""))
    return Head(
        found.end(),
        fields.get("title") or None,
        fields.get("subtitle") or fields.get("description") or None,
        date[0] if date is not None else None,
    )
