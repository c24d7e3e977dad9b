"""Front matter: YAML to values that know where they stand; every slip becomes a problem, none an exception."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from hanzi_column.columns.problems import DRAFT_MARK, ProblemList
from hanzi_column.domain.column import Position
from hanzi_column.errors import HanziColumnError

E = TypeVar("E", bound=Enum)

_FENCE: Final = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """A file cut in two: the YAML, the prose, and how many lines come before each."""

    yaml: str
    yaml_offset: int
    prose: str
    prose_offset: int


def cut(text: str) -> Parts | None:
    """Cut a column file after its front matter; None where it does not begin with one."""
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            return Parts("\n".join(lines[1:number]), 1, "\n".join(lines[number + 1 :]), number + 1)
    return None


class Fields:
    """One mapping of the front matter: asked for its keys one by one, it notes what is missing, wrong or unknown."""

    def __init__(self, mapping: CommentedMap, where: str, offset: int, problems: ProblemList) -> None:
        self._mapping = mapping
        self._where = where
        self._offset = offset
        self._problems = problems
        self._asked: list[str] = []

    def position(self, key: str | None = None) -> Position:
        """Where ``key``'s value stands in the file, or the mapping itself."""
        line, column = self._mapping.lc.line, self._mapping.lc.col
        if key is not None and key in self._mapping:
            line, column = self._mapping.lc.value(key)
        return Position(line + self._offset + 1, column + 1)

    def text(self, key: str, *, must: bool = True, what: str = "text") -> str | None:
        """Return a non-empty string; ``what`` says in a problem what belongs there."""
        if not self._has(key, must, what):
            return None
        value = self._mapping[key]
        if isinstance(value, str) and value.strip():
            # A draft mark is told as such, once, and not also as a wrong value.
            return None if DRAFT_MARK.search(value) else value.strip()
        remedy = f"Write {what}." if isinstance(value, str) or value is None else f"Write {what}, in quotes."
        self._wrong_type(key, remedy)
        return None

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Return the member of ``choices`` that the value names."""
        allowed = [str(member.value) for member in choices]
        value = self.text(key, what=f"one of {', '.join(allowed)}")
        if value is None:
            return None
        if value in allowed:
            return choices(value)
        self._problems.add(
            "HC104",
            self.position(key),
            f"“{value}” is no {self._name(key)}.",
            f"Write one of {', '.join(allowed)}{_did_you_mean(value, allowed)}",
        )
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is missing."""
        if not self._has(key, False, ""):
            return ()
        value = self._mapping[key]
        if isinstance(value, CommentedSeq) and all(isinstance(each, str) for each in value):
            return tuple(each.strip() for each in value)
        self._wrong_type(key, "Write a list of strings, as [一, 二].")
        return ()

    def mapping(self, key: str) -> "Fields | None":
        """Return the mapping that stands under ``key``."""
        if not self._has(key, True, "its keys"):
            return None
        value = self._mapping[key]
        if isinstance(value, CommentedMap):
            return Fields(value, self._name(key), self._offset, self._problems)
        self._wrong_type(key, "Write keys and values, indented under it.")
        return None

    def mappings(self, key: str, *, must: bool = True) -> Iterator["Fields"]:
        """Yield the mappings of the list under ``key``."""
        if not self._has(key, must, "a list"):
            return
        value = self._mapping[key]
        if not isinstance(value, CommentedSeq) or (must and not value):
            self._wrong_type(key, "Write a list with at least one entry, each beginning with a hyphen.")
            return
        for number, each in enumerate(value, start=1):
            if isinstance(each, CommentedMap):
                yield Fields(each, f"{self._name(key)}[{number}]", self._offset, self._problems)
            else:
                self._wrong_type(key, f"Write keys and values for entry {number}.")

    def parsed(self, key: str, parse: Callable[[str], Any], *, code: str, must: bool = True, what: str) -> Any:
        """Return ``parse`` of the string under ``key``; what it raises becomes a problem with ``code``."""
        value = self.text(key, must=must, what=what)
        if value is None:
            return None
        try:
            return parse(value)
        except HanziColumnError as error:
            wrong, _, remedy = str(error).partition(": ")
            self._problems.add(code, self.position(key), f"{wrong}.", f"{remedy[:1].upper()}{remedy[1:]}")
            return None

    def refuse_unknown(self) -> None:
        """Note every key that was never asked for. Call it last."""
        for key in self._mapping:
            if key not in self._asked:
                self._problems.add(
                    "HC101",
                    self._key_position(key),
                    f"“{key}” is no key {'of ' + self._where if self._where else 'of the front matter'}.",
                    f"Remove it{_did_you_mean(str(key), self._asked)}",
                )

    def _has(self, key: str, must: bool, what: str) -> bool:
        self._asked.append(key)
        if key in self._mapping:
            return True
        if must:
            self._problems.add(
                "HC102", self.position(), f"“{self._name(key)}” is missing.", f"Add “{key}: …” with {what}."
            )
        return False

    def _wrong_type(self, key: str, remedy: str) -> None:
        self._problems.add("HC103", self.position(key), f"“{self._name(key)}” has the wrong type or is empty.", remedy)

    def _name(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def _key_position(self, key: object) -> Position:
        line, column = self._mapping.lc.key(key)
        return Position(line + self._offset + 1, column + 1)


def _did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return the end of a remedy: the known name that is nearest, or just the full stop."""
    close = difflib.get_close_matches(written, list(known), n=1)
    return f"; did you mean “{close[0]}”?" if close else "."


def read_yaml(parts: Parts, problems: ProblemList) -> Fields | None:
    """Read the YAML of a column file; None, and a problem, where it is none."""
    try:
        loaded = YAML(typ="rt", pure=True).load(parts.yaml)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        position = Position(line + parts.yaml_offset + 1, column + 1)
        wrong = str(error.problem or error.context or "it is malformed").split("\n")[0]
        problems.add(
            "HC100", position, f"The front matter is no YAML: {wrong}.", "Put text that holds “: ” or “#” in quotes."
        )
        return None
    except (YAMLError, RecursionError, ValueError) as error:
        reason = str(error).split("\n")[0][:80]
        problems.add(
            "HC100", Position(1, 1), f"The front matter is no YAML: {reason}.", "Write it as data/README.md shows."
        )
        return None
    if not isinstance(loaded, CommentedMap):
        problems.add("HC100", Position(1, 1), "The front matter has no keys.", "Write it as data/README.md shows.")
        return None
    return Fields(loaded, "", parts.yaml_offset, problems)
