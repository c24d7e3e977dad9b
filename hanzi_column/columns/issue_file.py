"""Issue files: TOML to an Issue and back, in the format that data/README.md describes."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import tomlkit
from tomlkit.items import AoT, Table

from hanzi_column.columns.pages.blocks import web_address
from hanzi_column.domain.issue import Issue, Item, Term
from hanzi_column.domain.text import is_hanzi
from hanzi_column.errors import UnreadableInputError

_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_LONGEST_ID: Final = 80
_MONTH = re.compile(r"\d{4}-\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_ISSUE_KEYS: Final = ("id", "title", "publisher", "date", "url", "deck")
_ITEM_KEYS: Final = ("section", "headline", "blurb", "url")
_TERM_KEYS: Final = ("hanzi", "pinyin", "section")

_HEADER = re.compile(r"\s{0,80}\[{1,2}\s{0,9}([A-Za-z_]+)\s{0,9}\]{1,2}")
_LINE_OF_ERROR = re.compile(r"\(at line (\d+), column \d+\)")


def read_issue(text: str, name: str) -> Issue:
    """Read the text of an issue file; ``name`` names the file in errors.

    Raises UnreadableInputError, naming the line and what to write there, where the text is no TOML, a key is unknown or
    missing, or a value is of the wrong kind.
    """
    text = text.removeprefix("\ufeff")
    try:
        loaded = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE_OF_ERROR.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        wrong = _LINE_OF_ERROR.sub("", str(error)).replace(" (at end of document)", "").strip()
        raise UnreadableInputError(
            f'{name}, line {line}: this is no TOML ({wrong}). Write key = "value", as data/README.md shows.'
        ) from None
    except RecursionError:
        raise UnreadableInputError(f"{name}: it is nested too deep. Write it as data/README.md shows.") from None
    return _Table(loaded, name, text).issue()


class _Table:
    """One table of the file: knows where it stands, so that each refusal names its line."""

    def __init__(self, values: Mapping[str, Any], name: str, text: str, header: str = "", number: int = 1) -> None:
        self.values = values
        self.name = name
        self.text = text
        self.header = header
        self.number = number

    def issue(self) -> Issue:
        self._refuse_unknown((*_ISSUE_KEYS, "items", "magazine_issue", "terms"))
        return Issue(
            id=self._id(),
            title=self._must("title", "the title of the newsletter"),
            publisher=self._text("publisher"),
            date=self._date(),
            url=self._url(),
            deck=self._text("deck"),
            items=tuple(table.item() for table in self._tables("items")),
            magazine_issue=self._advert(),
            terms=tuple(table.term() for table in self._tables("terms")),
        )

    def item(self) -> Item:
        self._refuse_unknown(_ITEM_KEYS)
        headline = self._must("headline", "the headline")
        return Item(headline, self._text("section"), self._text("blurb"), self._url())

    def term(self) -> Term:
        self._refuse_unknown(_TERM_KEYS)
        hanzi = self._must("hanzi", "the term in hanzi")
        if not is_hanzi(hanzi):
            raise self._refusal("hanzi", f"“{hanzi[:40]}” is not hanzi alone", "Write hanzi and nothing else")
        return Term(hanzi, self._text("pinyin"), self._text("section"))

    # --- values -----------------------------------------------------------------------------------------------------

    def _id(self) -> str:
        value = self._must("id", "the issue's id, as the file is named")
        if _ID.fullmatch(value) and len(value) <= _LONGEST_ID:
            return value
        raise self._refusal(
            "id", f"“{value[:60]}” is no id", f"Write letters, digits and hyphens, at most {_LONGEST_ID}"
        )

    def _date(self) -> str | None:
        value = self._text("date")
        if value is None or _is_date(value):
            return value
        raise self._refusal("date", f"“{value[:40]}” is no date", "Write YYYY-MM-DD or YYYY-MM, or leave the line out")

    def _url(self) -> str | None:
        value = self._text("url")
        if value is None or web_address(value) == value:
            return value
        raise self._refusal(
            "url",
            f"“{value[:60]}” is no web address",
            "Write one that begins with http:// or https://, or leave it out",
        )

    def _advert(self) -> Item | None:
        value = self.values.get("magazine_issue")
        if value is None:
            return None
        if isinstance(value, dict):
            return _Table(value, self.name, self.text, "magazine_issue").item()
        raise self._refusal(
            "magazine_issue", "“magazine_issue” is no table", "Write [magazine_issue] and its keys under it"
        )

    def _tables(self, key: str) -> list["_Table"]:
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            return [_Table(each, self.name, self.text, key, number) for number, each in enumerate(value, start=1)]
        raise self._refusal(key, f"“{key}” is no list of tables", f"Write [[{key}]] and the keys of one entry under it")

    def _must(self, key: str, what: str) -> str:
        value = self._text(key)
        if value is not None:
            return value
        raise self._refusal(None, f"“{key}” is missing", f'Add {key} = "…" with {what}')

    def _text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        wrong = "is empty" if isinstance(value, str) else "is not in quotes"
        raise self._refusal(key, f"“{key}” {wrong}", f'Write {key} = "…", or leave the line out')

    def _refuse_unknown(self, known: tuple[str, ...]) -> None:
        for key in self.values:
            if key not in known:
                where = f" in [{self.header}]" if self.header else ""
                raise self._refusal(key, f"“{key[:40]}” is no key{where}", f"Use {', '.join(known)}")

    # --- where ------------------------------------------------------------------------------------------------------

    def _refusal(self, key: str | None, wrong: str, remedy: str) -> UnreadableInputError:
        return UnreadableInputError(f"{self.name}, line {self._line(key)}: {wrong}. {remedy}.")

    def _line(self, key: str | None) -> int:
        """Return the line of ``key`` in this table, or that on which the table begins."""
        inside = not self.header
        seen, start = 0, 1
        for number, line in enumerate(self.text.split("\n"), start=1):
            header = _HEADER.match(line)
            if header is not None:
                if key == header[1] and not self.header:
                    return number
                seen += header[1] == self.header
                inside = header[1] == self.header and seen == self.number
                start = number if inside else start
            elif inside and key is not None and line.lstrip().lstrip("\"'").startswith(key):
                return number
        return start


def _is_date(value: str) -> bool:
    if _MONTH.fullmatch(value):
        value += "-01"
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def write_issue(issue: Issue) -> str:
    """Return ``issue`` as the text of its file: the same for the same issue, what is not known left out."""
    document = tomlkit.document()
    for key in _ISSUE_KEYS:
        _put(document, key, getattr(issue, key))
    if issue.items:
        document["items"] = _list((item, _ITEM_KEYS) for item in issue.items)
    if issue.magazine_issue is not None:
        document["magazine_issue"] = _table(issue.magazine_issue, _ITEM_KEYS)
    if issue.terms:
        document["terms"] = _list((term, _TERM_KEYS) for term in issue.terms)
    return tomlkit.dumps(document)


def _list(entries: Iterable[tuple[Item | Term, tuple[str, ...]]]) -> AoT:
    array = tomlkit.aot()
    for entry, keys in entries:
        array.append(_table(entry, keys))
    return array


def _table(entry: Item | Term, keys: tuple[str, ...]) -> Table:
    table = tomlkit.table()
    for key in keys:
        _put(table, key, getattr(entry, key))
    return table


def _put(table: Table | tomlkit.TOMLDocument, key: str, value: str | None) -> None:
    if value is not None:
        table[key] = value
