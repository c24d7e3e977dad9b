"""What the catalogue notes of itself: which files it was made from, and by what."""

from collections.abc import Iterable
from typing import NamedTuple

from hanzi_column.store.connection import Store


class ContentFile(NamedTuple):
    """A file of the content folder as it was when it was last read.

    ``path`` is relative to the folder; ``entry`` the id read from it, ``problem`` why it was left out.
    """

    path: str
    size: int
    modified_ns: int
    digest: str
    entry: str | None
    problem: str | None


def content_files(store: Store) -> dict[str, ContentFile]:
    """Return what is known of each content file, by path."""
    return {row["path"]: ContentFile(**row) for row in store.rows("SELECT * FROM content_files")}


def left_out(store: Store) -> tuple[tuple[str, str], ...]:
    """Return the files that no learner sees, each with the reason."""
    rows = store.rows("SELECT path, problem FROM content_files WHERE problem IS NOT NULL ORDER BY path")
    return tuple((row["path"], row["problem"]) for row in rows)


def remember_files(store: Store, files: Iterable[ContentFile]) -> None:
    """Replace what is known of the content files."""
    store.run("DELETE FROM content_files")
    store.insert(
        "content_files",
        (file._asdict() for file in files),
    )


def note(store: Store, key: str) -> str | None:
    """Return what the catalogue notes under ``key``."""
    value = store.value("SELECT value FROM catalogue WHERE key = ?", [key])
    return None if value is None else str(value)


def set_note(store: Store, key: str, value: str) -> None:
    """Note ``value`` under ``key``; writes nothing where it stands there already."""
    if note(store, key) != value:
        store.run("INSERT OR REPLACE INTO catalogue (key, value) VALUES (?, ?)", [key, value])
