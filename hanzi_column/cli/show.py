"""``hanzi-column show``."""

from dataclasses import asdict
from typing import Any

import click

from hanzi_column.cli.opening import learner
from hanzi_column.cli.output import say, say_json
from hanzi_column.cli.places import with_places
from hanzi_column.domain.pinyin import joined, spaced
from hanzi_column.services.opening import NO_ADDRESS
from hanzi_column.services.places import Places
from hanzi_column.store import library
from hanzi_column.store.library import ColumnPage


@click.command()
@click.argument("column")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_places
def verb(places: Places, column: str, as_json: bool) -> None:
    """Show one column: COLUMN is its id or its character.

    \b
    Example:
      hanzi-column show 利
    """
    with learner(places) as opened:
        page = library.column_page(opened.store, opened.column(column))
    if as_json:
        say_json(_json(page))
    else:
        _say(page)


def _json(page: ColumnPage) -> dict[str, Any]:
    return {
        **asdict(page.row),
        "traditional": page.traditional,
        "formation": page.formation.value,
        "evidence": page.evidence.value,
        "strokes": page.strokes,
        "readings": [{"pinyin": spaced(each.pinyin), "gloss": each.gloss} for each in page.readings],
        "components": [
            {"part": each.part, "role": each.role.value, "pinyin": spaced(each.pinyin) or None, "gloss": each.gloss}
            for each in page.components
        ],
        "senses": [{"sense": each.sense, "period": each.period, "words": list(each.words)} for each in page.senses],
        "lookalikes": list(page.lookalikes),
        "references": [{"title": title, "entry": entry, "url": url} for title, entry, url in page.references],
        "paragraphs": list(page.paragraphs),
        "words": [asdict(word) for word in page.words],
        "sentences": [asdict(sentence) for sentence in page.sentences],
        "source_headline": page.source_headline,
    }


def _say(page: ColumnPage) -> None:
    row = page.row
    say(f"{row.headword}  {row.pinyin}  {row.gloss}")
    strokes = f"; strokes {page.strokes}" if page.strokes else ""
    say(f"{page.formation.label}, {page.evidence.value}{strokes}")
    for part in page.components:
        said = " ".join(filter(None, (part.part, joined(part.pinyin), part.gloss)))
        say(f"  {said} ({part.role.value})")
    say(" → ".join(f"{sense.sense} ({sense.period})" for sense in page.senses))
    say()
    say(row.headline)
    for paragraph in page.paragraphs:
        say()
        say(paragraph)
    for sentence in page.sentences:
        say()
        say(f"  {sentence.hanzi}\n  {sentence.pinyin}\n  {sentence.english}")
    say()
    say(f"From: {page.source_headline or row.headline} · {row.issue_title or 'issue not published'}")
    say(row.url or NO_ADDRESS)
