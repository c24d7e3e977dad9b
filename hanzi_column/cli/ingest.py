"""``hanzi-column ingest``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from hanzi_column.cli.output import complain, say, say_json
from hanzi_column.cli.places import with_places
from hanzi_column.columns.articles.reading import ArticleReading, ReadWord
from hanzi_column.domain.issue import Issue, Item
from hanzi_column.domain.pinyin import spaced
from hanzi_column.services.ingest import Action, Ingested, Refused, Write, carry_out, plan
from hanzi_column.services.places import Places

_UNREADABLE_INPUT: Final = 3


@click.command()
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be written and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, an array where several files are named.")
@with_places
def verb(places: Places, file: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Turn newsletters and articles (plain text, Markdown, HTML or .eml) into issues and draft columns.

    An article on a character becomes a draft that carries its prose and the words found in it. A file that is there
    already and differs is kept. Leaves with 3 where a file could not be read; the others are
    ingested all the same. With --json those that could not be read are named on standard error alone.

    \b
    Examples:
      hanzi-column ingest newsletter.eml
      hanzi-column ingest article.html
      hanzi-column ingest --dry-run --json newsletter.html
    """
    results = plan(file, places.data)
    if not dry_run:
        carry_out(results)
    ingested = [result for result in results if isinstance(result, Ingested)]
    if as_json:
        objects = [_json(result) for result in ingested]
        if len(file) > 1:
            say_json(objects)
        elif objects:
            say_json(objects[0])
    else:
        for result in ingested:
            _say(result, dry_run)
        _say_summary(ingested, len(file))
    refused = [result for result in results if isinstance(result, Refused)]
    for each in refused:
        complain(f"hanzi-column: {each.sentence}")
    return _UNREADABLE_INPUT if refused else 0


def _say(result: Ingested, dry_run: bool) -> None:
    title = result.issue.title if result.issue is not None else _headline(result)
    say(f"{result.file}: {title}")
    say(f"  {', '.join(_contents(result))}")
    for write in result.writes:
        say(f"  {_told(write, dry_run)}")
    for message in result.messages:
        say(f"  {message}")
    for unsure in result.reading.unsure if result.reading is not None else ():
        say(f"  line {unsure.position.line}: {unsure.why}")
    for write in result.columns:
        if write.action is Action.KEPT or not write.todos:
            continue
        left = "1 TODO is" if write.todos == 1 else f"{write.todos} TODOs are"
        say(f"  {'Then write' if dry_run else 'Now write'} {_path(write.path)}: {left} left.")


def _headline(result: Ingested) -> str:
    article = result.article
    return (article.headline or article.headword) if article is not None else ""


def _contents(result: Ingested) -> Iterator[str]:
    reading, issue = result.reading, result.issue
    if reading is not None:
        confirm = sum(word.suggested for word in reading.words)
        yield _count(len(reading.words), "word") + (f" ({confirm} with a suggested reading)" if confirm else "")
        yield _count(len(reading.parts), "component")
        yield _count(len(reading.quotations), "quotation")
        yield _count(len(reading.sentences), "example sentence")
        if reading.offered:
            yield f"{_count(len(reading.offered), 'word')} offered"
    if issue is None:
        return
    sections = len({item.section for item in issue.items if item.section is not None})
    yield _count(len(issue.items), "item")
    yield _count(sections, "section")
    drafts = " ".join(draft.entry.headword for draft in result.drafts)
    yield f"{_count(len(result.drafts), 'column')}{f' ({drafts})' if drafts else ''}"
    terms = ", ".join(f"{term.hanzi} {term.pinyin}" if term.pinyin else term.hanzi for term in issue.terms)
    yield f"{_count(len(issue.terms), 'term')}{f' ({terms})' if terms else ''}"
    if issue.magazine_issue is not None:
        yield f"magazine issue “{issue.magazine_issue.headline}”"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number or 'no'} {what}s"


def _told(write: Write, dry_run: bool) -> str:
    path = _path(write.path)
    if write.action is Action.KEPT:
        return f"kept: {path} is there already"
    if write.instead is not None:
        return f"{'would fill' if dry_run else 'filled'}: {path}"
    if write.action is Action.UNCHANGED:
        return f"unchanged: {path}"
    return f"{'would write' if dry_run else 'wrote'}: {path}"


def _say_summary(ingested: Sequence[Ingested], files: int) -> None:
    if files == 1:
        return
    columns = sum(len(result.drafts) for result in ingested)
    issues = sum(result.issue is not None for result in ingested)
    articles = sum(result.article is not None for result in ingested)
    found = [_count(issues, "issue"), *([_count(articles, "article")] if articles else []), _count(columns, "column")]
    say(f"{files} files: {', '.join(found)}, {files - len(ingested)} not read.")


def _path(path: Path) -> str:
    """Return ``path`` as short as it can be said from here, with forward slashes."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


# --- JSON -----------------------------------------------------------------------------------------------------------


def _json(result: Ingested) -> dict[str, Any]:
    issue = result.issue
    return {
        "file": str(result.file),
        "issue": _issue_json(issue) if issue is not None else None,
        "columns": [
            {
                "id": draft.id,
                "file": _path(write.path),
                "headword": draft.entry.headword,
                "kind": draft.entry.kind.value,
                "headline": draft.entry.headline if result.article is None else result.article.headline,
                "deck": draft.entry.blurb if result.article is not None else None,
                "url": draft.entry.url,
                **_reading_json(result.reading),
            }
            for draft, write in zip(result.drafts, result.columns, strict=True)
        ],
        "terms": [
            {"hanzi": term.hanzi, "pinyin": term.pinyin, "section": term.section}
            for term in (issue.terms if issue is not None else ())
        ],
        "writes": [{"path": _path(write.path), "action": write.action.value} for write in result.writes],
        "messages": list(result.messages),
    }


def _reading_json(reading: ArticleReading | None) -> dict[str, Any]:
    if reading is None:
        return {key: [] for key in ("readings", "components", "vocabulary", "quotations", "unsure", "offered")}
    return {
        "readings": [spaced(pinyin) for pinyin in reading.readings],
        "components": [
            {"part": part.part, "pinyin": spaced(part.pinyin) or None, "gloss": part.gloss} for part in reading.parts
        ],
        "vocabulary": [_word_json(word) for word in reading.words],
        "quotations": [
            {
                "zh": quotation.hanzi,
                "pinyin": spaced(quotation.pinyin) or None,
                "en": quotation.english,
                "line": quotation.position.line,
            }
            for quotation in reading.quotations
        ],
        "unsure": [{"text": unsure.text, "why": unsure.why, "line": unsure.position.line} for unsure in reading.unsure],
        "offered": [_word_json(word) for word in reading.offered],
    }


def _word_json(word: ReadWord) -> dict[str, Any]:
    return {
        "hanzi": word.hanzi,
        "pinyin": spaced(word.pinyin),
        "gloss": word.gloss,
        "suggested": word.suggested,
        "line": word.position.line,
        "column": word.position.column,
    }


def _issue_json(issue: Issue) -> dict[str, Any]:
    return {
        "id": issue.id,
        "title": issue.title,
        "deck": issue.deck,
        "date": issue.date,
        "url": issue.url,
        "publisher": issue.publisher,
        "items": [_item_json(item) for item in issue.items],
        "magazine_issue": _item_json(issue.magazine_issue) if issue.magazine_issue is not None else None,
    }


def _item_json(item: Item) -> dict[str, Any]:
    return {"section": item.section, "headline": item.headline, "blurb": item.blurb, "url": item.url}
