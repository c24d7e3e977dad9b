"""The content folder: which files lie in it, without reading any."""

import os
from pathlib import Path
from stat import S_ISREG
from typing import Final, NamedTuple

_FOLDERS: Final = {"issues": ".toml", "columns": ".md"}


class FoundFile(NamedTuple):
    """A file of the content folder as the folder lists it; ``path`` is relative, with forward slashes."""

    path: str
    size: int
    modified_ns: int

    @property
    def is_issue(self) -> bool:
        """Whether it holds an issue; else it holds a column."""
        return self.path.startswith("issues/")


def scan(data: Path) -> list[FoundFile]:
    """Return the files of ``data/issues`` and ``data/columns``, issues first, each sorted by name.

    A folder that is missing counts as empty; hidden files and other endings are passed over.
    """
    found: list[FoundFile] = []
    for folder, ending in _FOLDERS.items():
        try:
            entries = sorted(os.scandir(data / folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(".") or not entry.name.endswith(ending):
                continue
            try:
                status = entry.stat()
            except OSError:  # gone since, or a link that leads nowhere
                continue
            if S_ISREG(status.st_mode):
                found.append(FoundFile(f"{folder}/{entry.name}", status.st_size, status.st_mtime_ns))
    return found
