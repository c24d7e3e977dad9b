"""Ingesting newsletters and articles: first a plan of what would be written, then the writing.

Nothing that anybody has written is ever overwritten; the bare draft that a newsletter gave is filled by its article.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Final

from hanzi_column.columns.articles.article import Article, recognise_article
from hanzi_column.columns.articles.draft import draft_article
from hanzi_column.columns.articles.reading import ArticleReading, read_article
from hanzi_column.columns.articles.suggestions import suggest
from hanzi_column.columns.draft import ISSUE_TODO, Draft, count_todos, draft_column
from hanzi_column.columns.issue_file import read_issue, write_issue
from hanzi_column.columns.newsletters.newsletter import ColumnEntry, Newsletter, headword, recognise
from hanzi_column.columns.pages.blocks import Page
from hanzi_column.columns.pages.decoding import read_file
from hanzi_column.columns.pages.page import read_page
from hanzi_column.columns.pages.wording import COLUMN_SECTION, is_column_section
from hanzi_column.domain.issue import Issue
from hanzi_column.errors import UnreadableInputError, UsageError

_LONGEST_ID = 60


class Action(Enum):
    """What becomes of one file of the content folder: KEPT is there already and differs."""

    WRITE = "write"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Write:
    """One file that an input gives, its whole text, and what becomes of it.

    ``todos`` counts the lines of the file, as it is or will be, in which an editor has still to write. ``instead`` is
    the text of the bare draft that it takes the place of.
    """

    path: Path
    text: str
    action: Action
    todos: int = 0
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one file gave: a newsletter, or an article and what was read of it.

    ``messages`` are sentences on what it did not give.
    """

    file: Path
    newsletter: Newsletter | None
    article: Article | None
    reading: ArticleReading | None
    drafts: tuple[Draft, ...]
    writes: tuple[Write, ...]
    messages: tuple[str, ...]

    @property
    def issue(self) -> Issue | None:
        """The issue, where the file was a newsletter."""
        return self.newsletter.issue if self.newsletter is not None else None

    @property
    def columns(self) -> tuple[Write, ...]:
        """The files of the drafts, in their order."""
        return self.writes[len(self.writes) - len(self.drafts) :]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could be read as neither a newsletter nor an article, and the sentence that says why."""

    file: Path
    sentence: str


Result = Ingested | Refused


def plan(files: Iterable[Path], data_folder: Path) -> list[Result]:
    """Read ``files`` and return, for each in its order, what it gives and what would be written into ``data_folder``.

    Nothing is written. A file that cannot be read stops no other.
    """
    read = [(file, _read(file)) for file in files]
    planned: dict[Path, str] = {}
    results: dict[int, Result] = {}
    # Newsletters first, in whatever order they are named: an article asks which issue carried it.
    for at, (file, found) in sorted(enumerate(read), key=lambda each: not isinstance(each[1][1], Newsletter)):
        if isinstance(found, Refused):
            results[at] = found
        elif isinstance(found, Newsletter):
            results[at] = _plan_newsletter(file, found, data_folder, planned)
        else:
            results[at] = _plan_article(file, *found, data_folder, planned)
    return [results[at] for at in range(len(read))]


_FEWEST_WORDS: Final = 6
"""Words with pinyin from which on a text that looks like a newsletter without a column is an article."""


def _read(file: Path) -> Newsletter | tuple[Article, ArticleReading] | Refused:
    try:
        return _recognised(read_page(read_file(file), str(file)), str(file))
    except UnreadableInputError as error:
        return Refused(file, str(error))


def _recognised(page: Page, name: str) -> Newsletter | tuple[Article, ArticleReading]:
    """Return the newsletter that ``page`` is, or the article with what was read of it.

    Raises UnreadableInputError where it is neither.
    """
    try:
        newsletter = recognise(page, name)
    except UnreadableInputError:
        article = recognise_article(page, name)
        return article, suggest(read_article(article))
    if any(is_column_section(item.section) for item in newsletter.issue.items):
        return newsletter
    try:
        article = recognise_article(page, name)
    except UnreadableInputError:
        return newsletter
    reading = read_article(article)
    return newsletter if len(reading.words) < _FEWEST_WORDS else (article, suggest(reading))


def _plan_article(
    file: Path, article: Article, reading: ArticleReading, data_folder: Path, planned: dict[Path, str]
) -> Ingested:
    issue, entry = _issue_of(article, data_folder, planned)
    draft = draft_article(article, reading, issue.id if issue is not None else None)
    path = data_folder / "columns" / draft.file_name
    write = _planned(path, draft.text, planned)
    if write.action is Action.KEPT and issue is not None and entry is not None:
        bare = draft_column(entry, issue).text
        if (planned.get(path) or _text_of(path)) == bare:
            planned[path] = draft.text
            write = Write(path, draft.text, Action.WRITE, count_todos(draft.text), instead=bare)
    messages: list[str] = []
    if issue is None:
        messages.append(
            f"No issue in the content folder names {article.headword} in “{COLUMN_SECTION}”: ingest the newsletter, "
            "or write the issue's id into the draft."
        )
    return Ingested(file, None, article, reading, (draft,), (write,), tuple(messages))


def _issue_of(article: Article, data_folder: Path, planned: dict[Path, str]) -> tuple[Issue | None, ColumnEntry | None]:
    """Return the issue that carries a column on the article's headword, and its entry; None where none does."""
    folder = data_folder / "issues"
    there = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    for path in dict.fromkeys([*(path for path in planned if path.parent == folder), *there]):
        text = planned.get(path) or _text_of(path)
        try:
            issue = read_issue(text or "", str(path))
        except UnreadableInputError:
            continue
        for item in issue.items:
            if is_column_section(item.section) and headword(item.headline) == article.headword:
                return issue, ColumnEntry(article.headword, item.headline, item.blurb, item.url)
    return None, None


def _plan_newsletter(file: Path, newsletter: Newsletter, data_folder: Path, planned: dict[Path, str]) -> Ingested:
    issue = _told_apart(newsletter.issue, data_folder, planned)
    newsletter = replace(newsletter, issue=issue)
    drafts = tuple(draft_column(entry, issue) for entry in newsletter.entries)
    writes = [_planned(data_folder / "issues" / f"{issue.id}.toml", write_issue(issue), planned)]
    writes += [_planned(data_folder / "columns" / draft.file_name, draft.text, planned) for draft in drafts]
    messages = [*_messages(newsletter), *_orphans(writes[1:], issue)]
    return Ingested(file, newsletter, None, None, drafts, tuple(writes), tuple(messages))


def _orphans(columns: Sequence[Write], issue: Issue) -> Iterable[str]:
    """Yield what to write into drafts whose article came before the newsletter: the id of their issue."""
    for write in columns:
        if write.action is Action.KEPT and ISSUE_TODO in (_text_of(write.path) or ""):
            yield f"{write.path.name} does not know its issue yet: write “issue: {issue.id}” into it."


def _told_apart(issue: Issue, data_folder: Path, planned: dict[Path, str]) -> Issue:
    """Give ``issue`` an id of its own where another issue of the same title has taken it.

    It is another issue where not one headline is the same; else it is the same issue, perhaps edited since.
    """
    path = data_folder / "issues" / f"{issue.id}.toml"
    there = planned.get(path) or _text_of(path)
    if there is None:
        return issue
    try:
        taken = {item.headline for item in read_issue(there, str(path)).items}
    except UnreadableInputError:
        return issue
    headlines = [item.headline for item in issue.items]
    if not taken or not headlines or taken & set(headlines):
        return issue
    mark = hashlib.sha256("\n".join(headlines).encode()).hexdigest()[:6]
    return replace(issue, id=f"{issue.id[: _LONGEST_ID - 7]}-{mark}")


def _planned(path: Path, text: str, planned: dict[Path, str]) -> Write:
    """Decide what becomes of ``path``: what another file of the same run will write counts as being there."""
    there = planned.get(path) if path in planned else _text_of(path)
    if there is None and not os.path.lexists(path):
        planned[path] = text
        return Write(path, text, Action.WRITE, count_todos(text))
    return Write(path, text, Action.UNCHANGED if there == text else Action.KEPT, count_todos(there or ""))


def _text_of(path: Path) -> str | None:
    """Return the text of an existing file; None where there is none that can be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _messages(newsletter: Newsletter) -> Iterable[str]:
    if not any(is_column_section(item.section) for item in newsletter.issue.items):
        yield f"The newsletter has no section “{COLUMN_SECTION}”, so no column was drafted."
    for item in newsletter.unnamed:
        yield (
            f"No column was drafted for “{item.headline}”: its headline names no headword of 1 to 12 hanzi. "
            "Write its column by hand, as data/README.md shows."
        )


def carry_out(results: Sequence[Result]) -> None:
    """Write what was planned: every file whole or not at all, and none that has come to be there since.

    Raises UsageError where the content folder cannot be written to; then nothing of these results is there.
    """
    writes = [
        write
        for result in results
        if isinstance(result, Ingested)
        for write in result.writes
        if write.action is Action.WRITE
    ]
    writes.sort(key=lambda write: write.instead is not None)  # a bare draft first, then what fills it
    with ExitStack() as cleaning:
        try:
            staged = [(_stage(write, cleaning), write) for write in writes]
            placed: list[tuple[Path, str | None]] = []
            cleaning.callback(_take_back, placed)
            for temporary, write in staged:
                _place(temporary, write)
                placed.append((write.path, write.instead))
            placed.clear()
        except OSError as error:
            where = Path(error.filename).parent if error.filename else "the content folder"
            raise UsageError(
                f"{where} cannot be written to ({error.strerror}): name a folder of your own with --data."
            ) from None


def _stage(write: Write, cleaning: ExitStack) -> Path:
    """Write the text into a temporary file beside its place, to be removed when all is done."""
    write.path.parent.mkdir(parents=True, exist_ok=True)
    # Hidden and with an ending of its own, so that no reader of the folder takes it for content.
    temporary = write.path.with_name(f".ingest-{secrets.token_hex(8)}.part")
    with temporary.open("x", encoding="utf-8", newline="\n") as file:
        cleaning.callback(temporary.unlink, missing_ok=True)
        file.write(write.text)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def _place(temporary: Path, write: Write) -> None:
    there = _text_of(write.path) if write.instead is not None else None
    if os.path.lexists(write.path) and (there is None or there != write.instead):
        raise UsageError(f"{write.path} has come to be there in the meantime: run ingest again.")
    temporary.replace(write.path)


def _take_back(placed: Sequence[tuple[Path, str | None]]) -> None:
    for path, before in reversed(placed):
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(before, encoding="utf-8", newline="\n")
