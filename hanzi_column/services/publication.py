"""One publication: reads the files that changed and puts their issues, columns and cards into the catalogue."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from hanzi_column.columns.issue_file import read_issue
from hanzi_column.columns.problems import Problem, Severity
from hanzi_column.columns.reader import read_column
from hanzi_column.domain.card import Card, CardChanges
from hanzi_column.domain.column import Column
from hanzi_column.domain.issue import Issue
from hanzi_column.errors import UnreadableInputError
from hanzi_column.services.compose import column_cards, word_card
from hanzi_column.services.content import FoundFile
from hanzi_column.store import catalogue, notes
from hanzi_column.store.connection import Store
from hanzi_column.store.notes import ContentFile

_LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the largest content file that is read at all."""


class Publication:
    """Carries out one publication inside its caller's transaction.

    ``known`` are the files whose earlier reading still holds; ``stale`` all files of the last publication.
    """

    def __init__(
        self, store: Store, data: Path, known: Mapping[str, ContentFile], stale: Mapping[str, ContentFile]
    ) -> None:
        self._store = store
        self._data = data
        self._known = known
        self._stale = stale
        self._issues: dict[str, Issue] = {}
        self._columns: dict[str, Column] = {}

    def carry_out(self, files: Iterable[FoundFile], now: datetime) -> tuple[CardChanges, int]:
        """Return what happened to the cards, and how many files were read."""
        current = [self._read(file) for file in files]
        current = self._without_twins(current)
        notes.remember_files(self._store, current)
        self._put_issues(current)
        changes = self._put_columns(current, now)
        return changes, len(self._issues) + len(self._columns)

    def _read(self, file: FoundFile) -> ContentFile:
        """Read one file, or take over what is known of it; what is read is kept for the catalogue."""
        earlier = self._known.get(file.path)
        # What had a problem is read again at each publication: its cause may lie in another file.
        trusted = earlier is not None and earlier.problem is None
        if trusted and earlier is not None and (earlier.size, earlier.modified_ns) == (file.size, file.modified_ns):
            return earlier
        found = ContentFile(file.path, file.size, file.modified_ns, "", None, None)
        if file.size > _LARGEST:
            return found._replace(problem=f"It has {file.size} bytes; the most is {_LARGEST}.")
        try:
            content = (self._data / file.path).read_bytes()
        except OSError as error:
            return found._replace(problem=f"It cannot be read ({error.strerror}).")
        digest = hashlib.sha256(content).hexdigest()
        if trusted and earlier is not None and earlier.digest == digest:
            return earlier._replace(size=file.size, modified_ns=file.modified_ns)
        found = found._replace(digest=digest)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            return found._replace(problem=f"Line {line} is no UTF-8: save the file as UTF-8.")
        return self._read_issue(found, text) if file.is_issue else self._read_column(found, text)

    def _read_issue(self, found: ContentFile, text: str) -> ContentFile:
        try:
            issue = read_issue(text, found.path)
        except UnreadableInputError as error:
            return found._replace(problem=str(error))
        self._issues[found.path] = issue
        return found._replace(entry=issue.id)

    def _read_column(self, found: ContentFile, text: str) -> ContentFile:
        read = read_column(text, found.path)
        if read.column is None:
            return found._replace(problem=_summary(read.problems))
        if Path(found.path).stem != read.column.headword:
            # Else a stray copy could take the place of the column that it was copied from.
            return found._replace(
                problem=f"Its headword is {read.column.headword}: rename it to {read.column.headword}.md."
            )
        self._columns[found.path] = read.column
        return found._replace(entry=read.column.id)

    def _without_twins(self, files: Iterable[ContentFile]) -> list[ContentFile]:
        """Leave out every file that stands for an entry which an earlier file stands for already."""
        owners: dict[tuple[str, str], str] = {}
        kept: list[ContentFile] = []
        for file in files:
            if file.entry is None:
                kept.append(file)
                continue
            owner = owners.setdefault((file.path.split("/")[0], file.entry), file.path)
            if owner == file.path:
                kept.append(file)
                continue
            self._issues.pop(file.path, None)
            self._columns.pop(file.path, None)
            problem = f"Its id {file.entry} is taken by {owner}: give one of them another."
            kept.append(file._replace(entry=None, problem=problem))
        return kept

    def _gone(self, current: Iterable[ContentFile], folder: str) -> set[str]:
        """Return the entries that the last publication had and this one has not."""
        before = {file.entry for file in self._stale.values() if file.entry and file.path.startswith(folder)}
        return before - {file.entry for file in current if file.path.startswith(folder)}

    def _put_issues(self, current: Iterable[ContentFile]) -> None:
        for issue_id in self._gone(current, "issues/"):
            catalogue.remove_issue(self._store, issue_id)
        for issue in self._issues.values():
            catalogue.put_issue(self._store, issue)

    def _put_columns(self, current: Iterable[ContentFile], now: datetime) -> CardChanges:
        store = self._store
        gone = self._gone(current, "columns/")
        touched = gone | {column.id for column in self._columns.values()}
        words = catalogue.words_of(store, touched)
        before = catalogue.card_ids(store, touched)
        for column_id in gone:
            catalogue.remove_column(store, column_id)
        for column in self._columns.values():
            catalogue.put_column(store, column)
        catalogue.link_columns(store)
        words |= catalogue.words_of(store, touched)
        cards: list[Card] = [card for column in self._columns.values() for card in column_cards(column)]
        for word in sorted(words):
            place = catalogue.defining_place(store, word)
            if place is not None:
                cards.append(word_card(place))
        return catalogue.put_cards(store, before, cards, now)


def _summary(problems: Iterable[Problem]) -> str:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    drafts = [problem for problem in errors if problem.code == "HC401"]
    if drafts:
        return f"It is a draft: {len(drafts)} TODO left, the first in line {drafts[0].position.line}."
    first = errors[0]
    more = f" ({len(errors) - 1} more: run hanzi-column check)" if len(errors) > 1 else ""
    return f"Line {first.position.line}: {first.wrong} {first.remedy}{more}"
