"""The learner's database opens, refuses what is not its own, and keeps or loses a transaction as a whole."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from hanzi_column.errors import StoreError
from hanzi_column.store.connection import FORM, Store
from hanzi_column.store.schema import migrations


def _write_twice(store: Store) -> None:
    with store.transaction():
        store.run("INSERT INTO catalogue VALUES ('a', '1')")
        store.run("INSERT INTO catalogue VALUES ('a', '2')")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a" / "new" / "folder" / "hanzi-column.db"


def test_a_missing_folder_is_made_and_the_form_is_noted(path: Path) -> None:
    with Store(path) as store:
        assert store.value("PRAGMA user_version") == FORM
        assert store.value("PRAGMA foreign_keys") == 1
        assert store.value("PRAGMA synchronous") == 2
        assert store.value("PRAGMA journal_mode") == "wal"


def test_the_form_counts_the_migrations(path: Path) -> None:
    with Store(path):
        pass
    database = Database(path)
    assert len(migrations.applied(database)) == FORM
    assert migrations.pending(database) == []
    database.close()


def test_a_database_of_a_newer_program_is_left_alone(path: Path) -> None:
    with Store(path) as store:
        store.run(f"PRAGMA user_version = {FORM + 1}")
    with pytest.raises(StoreError, match="newer version"):
        Store(path)


def test_a_transaction_is_kept_whole_or_not_at_all(path: Path) -> None:
    with Store(path) as store:
        with pytest.raises(StoreError):
            _write_twice(store)
        assert store.rows("SELECT * FROM catalogue") == []
        with store.transaction(), store.transaction():
            store.run("INSERT INTO catalogue VALUES ('a', '1')")
        assert store.value("SELECT value FROM catalogue") == "1"
        with store.taken_back():
            store.run("DELETE FROM catalogue")
            assert store.rows("SELECT * FROM catalogue") == []
        assert store.value("SELECT value FROM catalogue") == "1"


def test_a_database_that_another_program_holds_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(path) as store:
        store.run("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program holds the database"), store.transaction():
            pass
        other.execute("ROLLBACK")
        other.close()
        with store.transaction():
            store.run("INSERT INTO catalogue VALUES ('a', '1')")


def test_two_programs_may_open_a_new_folder_at_once(path: Path) -> None:
    code = f"from pathlib import Path; from hanzi_column.store.connection import Store; Store(Path({str(path)!r}))"
    started = [subprocess.Popen([sys.executable, "-W", "ignore", "-c", code]) for _ in range(4)]
    assert [process.wait() for process in started] == [0, 0, 0, 0]


def test_a_damaged_database_is_told(path: Path) -> None:
    with Store(path) as store:
        store.run("INSERT INTO catalogue VALUES ('a', '1')")
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xff" * 1900
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|cannot be used"), Store(path) as store:
        store.rows("SELECT * FROM catalogue")
