"""Scores what the program reads out of the gold articles against the answers that were made by hand.

An answer stands beside its article, with the same name and the ending ``.json``, in the shape that ``ingest --dry-run
--json`` prints; ``not_words`` lists the titles, names and dates of the article that must not be taken for words.
"""

import io
import json
import random
import re
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hanzi_column.cli.main import _run
from hanzi_column.domain.text import hanzi_only
from hanzi_column.services.surroundings import Surroundings

ARTICLES = Path(__file__).resolve().parent / "articles"


@dataclass
class Count:
    """How many were right, how many were found, and how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: Iterable[object], there: Iterable[object]) -> None:
        """Count one article: what was found and what is there, each once."""
        found, there = set(found), set(there)
        self.right += len(found & there)
        self.found += len(found)
        self.there += len(there)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """The counts of all articles; pinyin and glosses are counted over the words that were found and are there."""

    words: Count = field(default_factory=Count)
    pinyin: Count = field(default_factory=Count)
    glosses: Count = field(default_factory=Count)
    components: Count = field(default_factory=Count)
    quotations: Count = field(default_factory=Count)
    readings: Count = field(default_factory=Count)
    headwords: Count = field(default_factory=Count)
    headlines: Count = field(default_factory=Count)
    not_words: list[str] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)

    def table(self) -> Iterator[str]:
        """Yield the lines of a table for a person."""
        yield f"{'':12} {'precision':>9} {'recall':>7} {'F1':>7}   right / found / there"
        for name in ("words", "pinyin", "glosses", "components", "quotations", "readings", "headwords", "headlines"):
            count: Count = getattr(self, name)
            figures = f"{count.precision:>9.3f} {count.recall:>7.3f} {count.f1:>7.3f}"
            yield f"{name:12} {figures}   {count.right} / {count.found} / {count.there}"
        yield f"titles, names and dates taken for words: {len(self.not_words)} {' '.join(self.not_words)}".rstrip()


def read(article: Path) -> dict[str, Any]:
    """Return what the program prints for ``article``."""
    surroundings = Surroundings(lambda: datetime(2026, 1, 1, tzinfo=UTC), random.Random(1))
    printed = io.StringIO()
    with TemporaryDirectory() as folder, redirect_stdout(printed):
        code = _run(["ingest", "--dry-run", "--json", "--data", folder, str(article)], surroundings)
    assert code == 0, article
    return dict(json.loads(printed.getvalue()))


def answers(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each article of ``folder`` with its answer."""
    for answer in sorted(folder.glob("*.json")):
        (article,) = [path for path in folder.glob(f"{answer.stem}.*") if path != answer]
        yield article, json.loads(answer.read_text(encoding="utf-8"))


def score(folder: Path = ARTICLES) -> Score:
    """Read all articles of ``folder`` and score what was read."""
    total = Score()
    for article, answer in answers(folder):
        found = read(article)
        assert found["issue"] is None, article
        (column,), (wanted,) = found["columns"], answer["columns"]
        _add(total, article.name, column, wanted, answer.get("not_words", []))
    return total


def _add(total: Score, name: str, column: dict[str, Any], wanted: dict[str, Any], not_words: list[str]) -> None:
    words = [word for word in column["vocabulary"] if not word["suggested"]]
    found, there = {hanzi_only(word["hanzi"]) for word in words}, {hanzi_only(w["hanzi"]) for w in wanted["vocabulary"]}
    total.words.add(found, there)
    total.slips += [f"{name}: missed {hanzi}" for hanzi in sorted(there - found)]
    total.slips += [f"{name}: took {hanzi}" for hanzi in sorted(found - there)]
    for word in words:
        same = [each for each in wanted["vocabulary"] if hanzi_only(each["hanzi"]) == hanzi_only(word["hanzi"])]
        if not same:
            continue
        nearest = [each for each in same if each["pinyin"] == word["pinyin"]] or same
        _add_one(total, total.pinyin, name, word["hanzi"], word["pinyin"], [each["pinyin"] for each in same])
        glosses = [_plain(each["gloss"]) for each in nearest]
        _add_one(total, total.glosses, name, word["hanzi"], _plain(word["gloss"]), glosses)
    parts, wanted_parts = {part["part"] for part in column["components"]}, {p["part"] for p in wanted["components"]}
    total.components.add(parts, wanted_parts)
    total.slips += [f"{name}: component {part}" for part in sorted(parts ^ wanted_parts)]
    lines = {hanzi_only(line["zh"]) for line in column["quotations"]}
    wanted_lines = {hanzi_only(line["zh"]) for line in wanted["quotations"]}
    total.quotations.add(lines, wanted_lines)
    total.slips += [f"{name}: quotation {line}" for line in sorted(lines ^ wanted_lines)]
    total.readings.add(column["readings"], wanted["readings"])
    _add_one(total, total.headwords, name, "headword", column["headword"], [wanted["headword"]])
    _add_one(total, total.headlines, name, "headline", column["headline"], [wanted["headline"]])
    named = {hanzi_only(each) for each in not_words} - {""}
    # A name that is also taught as a word, as 围城 is, stands in both lists of the answer.
    total.not_words += sorted(found & named - there)


def _add_one(total: Score, count: Count, name: str, what: str, found: str | None, wanted: list[str | None]) -> None:
    count.found += 1
    count.there += 1
    if found in wanted:
        count.right += 1
    else:
        total.slips.append(f"{name}: {what} is {found!r}, not {wanted[0]!r}")


def _plain(gloss: str | None) -> str | None:
    """Return a gloss for comparing: one kind of quotation mark and apostrophe, no mark at its end."""
    if gloss is None:
        return None
    return re.sub(r"\s+", " ", gloss.translate(_MARKS)).strip().rstrip(".,;").lower()


_MARKS = str.maketrans("’‘“”", "''\"\"")
