"""TEMPORARY."""

import tomllib

from hanzi_column.domain.issue import Issue, Item, Term


def read_issue(text: str, name: str) -> Issue:
    d = tomllib.loads(text)
    m = d.get("magazine_issue")
    return Issue(
        d["id"],
        d["title"],
        d.get("publisher"),
        d.get("deck"),
        d.get("date"),
        d.get("url"),
        tuple(Item(**i) for i in d.get("items", [])),
        Item(**m) if m else None,
        tuple(Term(**t) for t in d.get("terms", [])),
    )
