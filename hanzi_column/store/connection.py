"""Opens the learner's database so that what it acknowledges is on disk, and turns SQLite's errors into sentences."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from hanzi_column.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database

_BUSY_MS: Final = 5_000
_APPLICATION_ID: Final = 0x485A4331  # "HZC1": tells our files from other SQLite databases

FORM: Final = 1
"""How many migrations there are; a database notes as its ``user_version`` how many it has had."""

Row = dict[str, Any]
Values = Sequence[Any] | Mapping[str, Any]


class Store:
    """The learner's database, open on one thread. Close it, or use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open the database at ``path``, making it and its folder where they are missing, and migrate it.

        Raises StoreError where the folder cannot be written, or the file is no database of this program.
        """
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_MS / 1000)
        except OSError as error:
            raise StoreError(
                f"The learner's folder {path.parent} cannot be used ({error.strerror}): choose another with --home."
            ) from error
        except sqlite3.Error as error:
            raise StoreError(
                f"The database {path} cannot be opened ({error}): choose another folder with --home."
            ) from error
        self._utils: Database | None = None
        try:
            with self._sentences():
                self._prepare()
        except BaseException:
            self.close()
            raise

    @property
    def _db(self) -> "Database":
        """The same connection in the hands of sqlite-utils, which is imported when something is written in bulk.

        A review session reads and appends single rows; it need not wait for the library (some 60 ms).
        """
        if self._utils is None:
            from sqlite_utils import Database

            self._utils = Database(self._connection, execute_plugins=False, recursive_triggers=False)
        return self._utils

    def _prepare(self) -> None:
        run = self._connection.execute
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA synchronous = FULL")
        ours = run("PRAGMA application_id").fetchone()[0] == _APPLICATION_ID
        if not ours and run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{self.path} is a database of another program: choose another folder with --home.")
        if run("PRAGMA journal_mode").fetchone()[0] != "wal":
            # Where write-ahead logging is not to be had (some network folders), the rollback journal is as safe; where
            # another program is switching to it at this moment, it has been done.
            with suppress(sqlite3.OperationalError):
                run("PRAGMA journal_mode = WAL")
        form = run("PRAGMA user_version").fetchone()[0]
        if form > FORM:
            raise StoreError(f"{self.path} was made by a newer version of the program: update hanzi-column.")
        if form < FORM:
            self._migrate(form)

    def _migrate(self, form: int) -> None:
        from hanzi_column.store.schema import migrations

        if form:
            # One copy beside the database before its form changes; an earlier copy of that form has done its work.
            copy = self.path.with_name(f"{self.path.stem}.form-{form}.db")
            copy.unlink(missing_ok=True)
            self._connection.execute("VACUUM INTO ?", [str(copy)])
        # Two programs that open a new folder at once: the second waits here and then finds nothing left to do.
        with self.transaction():
            migrations.apply(self._db)
            self._connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {FORM}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is on disk when the block ends, or none of it. Blocks may nest."""
        if self._connection.in_transaction:
            yield
            return
        with self._sentences():
            # IMMEDIATE: a reader that turns into a writer half-way cannot be made to wait for another writer.
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        with self._sentences():
            try:
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def taken_back(self) -> Iterator[None]:
        """All that is written inside is seen inside, and gone when the block ends."""
        with self._sentences():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # an error may have ended it already
            self._connection.execute("ROLLBACK")

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query as mappings."""
        with self._sentences():
            cursor = self._connection.execute(sql, values)
            names = [each[0] for each in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> Any:
        """Return the first value of the first row, or None."""
        with self._sentences():
            found = self._connection.execute(sql, values).fetchone()
        return None if found is None else found[0]

    def run(self, sql: str, values: Values = ()) -> int:
        """Carry out one statement; returns the rowid of an insert."""
        with self._sentences():
            return self._connection.execute(sql, values).lastrowid or 0

    def insert(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows through sqlite-utils."""
        with self._sentences():
            self._db.table(table).insert_all([dict(row) for row in rows])

    def upsert(self, table: str, rows: Iterable[Mapping[str, Any]], key: str) -> None:
        """Insert rows, or update those whose ``key`` is there already."""
        with self._sentences():
            self._db.table(table).upsert_all([dict(row) for row in rows], pk=key)

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Turn what SQLite raises into a StoreError."""
        try:
            yield
        except sqlite3.OperationalError as error:
            text = str(error)
            if "locked" in text or "busy" in text:
                advice = "Another program holds the database: close it and try again."
            elif "readonly" in text or "unable to open" in text:
                advice = "Make the folder writable or choose another with --home."
            elif "full" in text:
                advice = "Free some space and try again."
            else:
                advice = "Choose another folder with --home, or restore the copy that lies beside it."
            raise StoreError(f"The database {self.path} cannot be used ({text}). {advice}") from error
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"{self.path} is damaged or no database ({error}): move it away and restore a copy, or choose another "
                "folder with --home."
            ) from error
