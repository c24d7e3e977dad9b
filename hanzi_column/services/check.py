"""Checking: every problem of every file at once, without a learner's database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hanzi_column.columns.issue_file import read_issue
from hanzi_column.columns.problems import Problem, Severity
from hanzi_column.columns.reader import read_column
from hanzi_column.domain.column import Column, Position
from hanzi_column.domain.issue import Issue
from hanzi_column.errors import UnreadableInputError, UsageError
from hanzi_column.services.content import scan

_START = Position(1, 1)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found: how many files were read, and all problems, file by file in their order."""

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems keep a file from the learners."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(slots=True)
class _Findings:
    """What has been read so far, by file."""

    problems: list[Problem] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)
    issues: dict[str, Issue] = field(default_factory=dict)

    def add(self, file: str, code: str, wrong: str, remedy: str) -> None:
        self.problems.append(Problem(file, _START, code, wrong, remedy))


def check(data: Path, paths: Sequence[Path] = ()) -> Checked:
    """Check ``paths`` (files or folders), or all of the content folder ``data``.

    Whatever is asked for is held against the whole folder, so that an id which is taken elsewhere is found; problems
    are told of the files asked for alone. Raises UsageError where a path does not exist or is no content file.
    """
    findings = _Findings()
    folder = {data / file.path for file in scan(data)}
    asked = {found.resolve() for path in paths for found in _files(path)} if paths else None
    outside = sorted((asked or set()) - {path.resolve() for path in folder})
    everything = [*sorted(folder), *outside]
    for path in everything:
        _read(path, findings)
    _across(findings)
    names = {str(path) for path in everything if asked is None or path.resolve() in asked}
    problems = sorted(
        (problem for problem in findings.problems if problem.file in names),
        key=lambda problem: (problem.file, problem.position),
    )
    return Checked(len(names), tuple(problems))


def _files(path: Path) -> Iterable[Path]:
    if path.is_dir():
        inside = [path / file.path for file in scan(path)]
        files = inside or sorted([*path.glob("*.md"), *path.glob("*.toml")])
        if not files:
            raise UsageError(f"{path} holds no columns and no issues: name a content folder, or files of one.")
        return files
    if not path.exists():
        raise UsageError(f"There is no {path}: name a column file, an issue file or a folder.")
    if path.suffix not in (".md", ".toml"):
        raise UsageError(f"{path} is no content file: columns end in .md, issues in .toml.")
    return [path]


def _read(path: Path, findings: _Findings) -> None:
    name = str(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        findings.add(name, "HC001", f"The file cannot be read ({error.strerror}).", "Make it readable.")
        return
    except UnicodeDecodeError as error:
        findings.add(name, "HC001", f"Byte {error.start + 1} is no UTF-8.", "Save the file as UTF-8.")
        return
    if path.suffix == ".toml":
        try:
            findings.issues[name] = read_issue(text, name)
        except UnreadableInputError as error:
            findings.add(name, "HC501", str(error), "Write it as data/README.md shows.")
        return
    read = read_column(text, name)
    findings.problems += read.problems
    if read.column is not None:
        findings.columns[name] = read.column


def _across(findings: _Findings) -> None:
    """Find what shows only when files are held against each other or against their names."""
    issue_ids = {issue.id for issue in findings.issues.values()}
    _find_twins({file: issue.id for file, issue in findings.issues.items()}, findings)
    _find_twins({file: column.id for file, column in findings.columns.items()}, findings)
    for file, column in findings.columns.items():
        if Path(file).stem != column.headword:
            wrong = f"The file is named {Path(file).stem}, its headword is {column.headword}."
            findings.add(file, "HC107", wrong, f"Rename it to {column.headword}.md.")
        if column.source.issue not in issue_ids:
            wrong = f"There is no issue “{column.source.issue}”."
            findings.add(file, "HC108", wrong, "Write the id of a file in issues/, or ingest the newsletter first.")
    for file, issue in findings.issues.items():
        if Path(file).stem != issue.id:
            wrong = f"The file is named {Path(file).stem}, its id is {issue.id}."
            findings.add(file, "HC107", wrong, f"Rename it to {issue.id}.toml.")


def _find_twins(ids: Mapping[str, str], findings: _Findings) -> None:
    owners: dict[str, str] = {}
    for file, entry in sorted(ids.items()):
        owner = owners.setdefault(entry, file)
        if owner != file:
            wrong = f"The id {entry} is taken by {Path(owner).name}."
            findings.add(file, "HC003", wrong, "Give the newer of them an id of its own.")
