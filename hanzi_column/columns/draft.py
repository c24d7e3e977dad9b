"""Drafts: the column file that an entry of a newsletter begins, with a TODO wherever an editor has to write."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.newsletters.newsletter import ColumnEntry, EntryKind
from hanzi_column.domain.issue import Issue
from hanzi_column.domain.pinyin import Pinyin, joined, spaced, toneless
from hanzi_column.language.readings import suggested_readings
from hanzi_column.language.words import frequent_words

_LONGEST_ID: Final = 60
_HEX_DIGITS: Final = 6
_TODO: Final = "TODO"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft column: the file's text, and the id that is minted in it."""

    id: str
    entry: ColumnEntry
    text: str

    @property
    def file_name(self) -> str:
        """The name of its file; a headword is hanzi alone, so that it can name no other folder."""
        return f"{self.entry.headword}.md"

    @property
    def todos(self) -> int:
        """How many lines are left for the editor to write."""
        return count_todos(self.text)


def count_todos(text: str) -> int:
    """Return how many lines of a column file still hold a TODO."""
    return sum(_TODO in line for line in text.split("\n"))


def draft_column(entry: ColumnEntry, issue: Issue) -> Draft:
    """Return the draft for ``entry`` of ``issue``; the same text, id and readings each time.

    Nothing of the newsletter's own prose goes into it but the headline and the address of the source.
    """
    readings = suggested_readings(entry.headword)
    minted = mint_id(entry.headword, issue.id, readings)
    lines = [
        *front_matter(minted, entry, _readings(readings), ["components: []  # " + COMPONENTS_TODO], issue.id),
        *_prose(entry.headword),
    ]
    return Draft(minted, entry, "\n".join(lines))


COMPONENTS_TODO: Final = "TODO a list of part, pinyin, gloss and role (meaning, sound, both, form), or remove it"
ISSUE_TODO: Final = "TODO the id of the newsletter issue that it came from, a file in issues/"


def front_matter(
    minted: str,
    entry: ColumnEntry,
    readings: Sequence[str],
    components: Sequence[str],
    issue_id: str | None,
    traditional: str | None = None,
) -> list[str]:
    """Return the lines of a draft's front matter; ``readings`` and ``components`` are the lines of those keys."""
    lines = ["---", f"id: {minted}", f"character: {entry.headword}"]
    if traditional is not None:
        lines.append(f"traditional: {traditional}  # TODO confirm it, or remove it")
    lines += [
        "readings:",
        *readings,
        *_form(entry.kind, components),
        "source:",
        f"  issue: {issue_id or ISSUE_TODO}",
        f"  headline: {quoted(entry.headline)}",
    ]
    if entry.url is not None:
        lines.append(f"  url: {quoted(entry.url)}")
    return [
        *lines,
        "references:",
        "  - title: TODO a work that a reader can open, as 《说文解字》; a list, or remove it",
        "---",
    ]


def mint_id(headword: str, issue_id: str, readings: tuple[Pinyin, ...]) -> str:
    """Return the id of a new column: how the headword is said, without tones, and a mark of headword and issue."""
    mark = hashlib.sha256(f"{headword}{issue_id}".encode()).hexdigest()[:_HEX_DIGITS]
    said = toneless(readings[0]) if readings else "column"
    said = "".join(char for char in said if char.isascii() and char.isalnum()) or "column"
    return f"{said[: _LONGEST_ID - _HEX_DIGITS - 1]}-{mark}"


def _readings(readings: tuple[Pinyin, ...]) -> list[str]:
    lines: list[str] = []
    for number, reading in enumerate(readings):
        otherwise = "or write another" if number == 0 else "or remove it with its gloss"
        lines += [
            f"  - pinyin: {spaced(reading)}  # TODO a suggestion: confirm it, {otherwise}",
            "    gloss: TODO what it means, said like this",
        ]
    return lines or ["  - pinyin: TODO the pinyin with tone marks", "    gloss: TODO what it means"]


def _form(kind: EntryKind, components: Sequence[str]) -> list[str]:
    character = kind is EntryKind.CHARACTER
    several = "" if character else "; unknown for several hanzi"
    strokes = ["strokes: TODO the stroke classes in quotes, one digit a stroke, as “3123422”"] if character else []
    return [
        "formation:",
        "  kind: TODO pictograph, simple-ideograph, compound-ideograph, phono-semantic, loan or unknown" + several,
        "  evidence: TODO attested, traditional or mnemonic",
        *components,
        *strokes,
        "senses:",
        "  - sense: TODO the oldest meaning in a word or two; one entry for each meaning, oldest first",
        "    period: TODO the period in which it arose, as Zhou",
        "    words: []  # TODO words of the prose that show it",
        "lookalikes: []  # TODO characters that are mistaken for it, or remove it",
    ]


def _prose(headword: str) -> list[str]:
    return [
        "# TODO a headline of your own",
        "",
        f"TODO 350 to 500 words on {headword} in English, the Chinese inline in the house style: 汉字 (hànzì, gloss).",
        "",
        *_frequent(headword),
        *sentence_todo(headword),
    ]


def sentence_todo(headword: str) -> list[str]:
    """Return the lines that ask for an example sentence."""
    return [
        f"> TODO 一个用“{headword}”的例句。 {{#TODO-mark}}",
        "> TODO its pinyin",
        "> TODO its English",
        "",
    ]


def _frequent(headword: str) -> list[str]:
    """Offer the words that an editor most likely wants, with suggested readings."""
    offered = [
        f"{word} {joined(readings[0])}"
        for word in frequent_words(headword)
        if word != headword and (readings := suggested_readings(word))
    ]
    if not offered:
        return []
    return [f"TODO choose from the frequent words and confirm each reading: {', '.join(offered)}", ""]


def quoted(text: str) -> str:
    """Return ``text`` as a YAML scalar in double quotes, on one line whatever stands in it."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escaped(char) for char in written)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
