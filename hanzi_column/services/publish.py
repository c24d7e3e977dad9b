"""Publishing: brings the catalogue up to date with the content folder, in no noticeable time where nothing changed."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from hanzi_column import __version__
from hanzi_column.domain.card import CardChanges
from hanzi_column.services.content import FoundFile, scan
from hanzi_column.store import notes
from hanzi_column.store.connection import Store
from hanzi_column.store.notes import ContentFile

_MADE_BY: Final = f"{__version__} form 1"
"""Noted in the catalogue; a program that reads columns otherwise than the last one did reads them all anew."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, or would do: files read, cards changed, files left out (path and reason)."""

    read: int = 0
    cards: CardChanges = field(default_factory=CardChanges)
    left_out: tuple[tuple[str, str], ...] = ()


def publish(store: Store, data: Path, now: datetime) -> Published:
    """Publish the content folder ``data``; returns at once where no file changed.

    A file that cannot be read, or has errors, is left out and named; the rest is published. Cards that have gone are
    retired. Nothing here can remove a review. All is one transaction.
    """
    files = scan(data)
    if _up_to_date(store, data, files):
        return Published(left_out=notes.left_out(store))
    with store.transaction():
        return _carry_out(store, data, files, now)


def preview(store: Store, data: Path, now: datetime) -> Published:
    """Return what publish would do, and leave the catalogue as it is."""
    with store.taken_back():
        return _carry_out(store, data, scan(data), now)


def _up_to_date(store: Store, data: Path, files: list[FoundFile]) -> bool:
    return notes.note(store, "made_by") == _MADE_BY and notes.note(store, "made_from") == _listing(data, files)


def _listing(data: Path, files: list[FoundFile]) -> str:
    """Return one text that is the same as long as the folder lists the same files, sizes and times."""
    return "\n".join([str(data), *(f"{file.path} {file.size} {file.modified_ns}" for file in files)])


def _carry_out(store: Store, data: Path, files: list[FoundFile], now: datetime) -> Published:
    # Imported here: the readers of YAML and Markdown are wanted only when a file changed.
    from hanzi_column.services.publication import Publication

    known: dict[str, ContentFile] = {}
    if notes.note(store, "made_by") == _MADE_BY:
        known = notes.content_files(store)
    publication = Publication(store, data, known, stale=notes.content_files(store))
    changes, read = publication.carry_out(files, now)
    notes.set_note(store, "made_from", _listing(data, files))
    notes.set_note(store, "made_by", _MADE_BY)
    return Published(read, changes, notes.left_out(store))
