"""Problems found in the editors' files: where, what is wrong, what to write instead."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from hanzi_column.domain.column import Position

DRAFT_MARK: Final = re.compile(r"\bTODO\b")
"""What `ingest` leaves for an editor to write."""


class Severity(Enum):
    """An ERROR keeps a file from the learners; a WARNING asks the editor to look."""

    ERROR = "error"
    WARNING = "warning"


CODES: Final = {
    "HC001": "the file cannot be read as text",
    "HC002": "the file is too large or has an overlong line",
    "HC003": "two files stand for the same thing",
    "HC100": "the front matter is missing or is no YAML",
    "HC101": "a key of the front matter is unknown",
    "HC102": "a key of the front matter is missing",
    "HC103": "a value of the front matter has the wrong type",
    "HC104": "a value of the front matter is none of those allowed",
    "HC105": "an id is not well formed",
    "HC106": "an address is not http(s)",
    "HC107": "the headword is not the file's name",
    "HC108": "the source issue does not exist",
    "HC109": "the strokes are no stroke sequence",
    "HC110": "a component or look-alike is not one character",
    "HC201": "pinyin cannot be aligned with its hanzi",
    "HC202": "pinyin has no tone marks",
    "HC301": "the headline is missing, or there are several",
    "HC302": "an example sentence is not in its three lines",
    "HC303": "an example sentence has no mark, or its mark is taken",
    "HC304": "a word is defined twice with different readings",
    "HC305": "a sense chain names a word that is not in the prose",
    "HC306": "the prose defines no word",
    "HC307": "the prose names a part that the front matter does not",
    "HC401": "a draft mark is left",
    "HC501": "the issue file cannot be read",
}
"""Every code and what it stands for; a code is never given a second meaning."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in one file. ``wrong`` says what is wrong, ``remedy`` what to write, each in one sentence."""

    file: str
    position: Position
    code: str
    wrong: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.position.line}:{self.position.column}"
        return f"{place}: {self.severity.value} {self.code}: {self.wrong} {self.remedy}"


class ProblemList:
    """Collects the problems of one file while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Problem] = []

    def add(self, code: str, position: Position, wrong: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        """Note one problem; ``code`` must be one of CODES."""
        if code not in CODES:
            raise KeyError(code)
        self._found.append(Problem(self.file, position, code, wrong, remedy, severity))

    @property
    def found(self) -> tuple[Problem, ...]:
        """All problems so far, in the order of the file."""
        return tuple(sorted(self._found, key=lambda problem: problem.position))

    @property
    def has_errors(self) -> bool:
        """Whether anything found keeps the file from the learners."""
        return any(problem.severity is Severity.ERROR for problem in self._found)
