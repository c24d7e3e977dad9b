"""Where the learner's folder and the content folder lie."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from hanzi_column.errors import UsageError

HOME_VARIABLE = "HANZI_COLUMN_HOME"
DATA_VARIABLE = "HANZI_COLUMN_DATA"


class Places(NamedTuple):
    """``home`` holds the learner's database and settings; ``data`` holds ``issues/`` and ``columns/``."""

    home: Path
    data: Path

    @property
    def database(self) -> Path:
        """The learner's database."""
        return self.home / "hanzi-column.db"

    @property
    def settings(self) -> Path:
        """The learner's settings file; it need not exist."""
        return self.home / "settings.toml"


def find_places(home: Path | None, data: Path | None, environ: Mapping[str, str]) -> Places:
    """Take what was given, else the environment, else the system's folder for user data and the shipped content.

    Raises UsageError where the content folder that was named does not exist.
    """
    if home is None:
        named = environ.get(HOME_VARIABLE)
        home = Path(named) if named else _default_home()
    if data is None and environ.get(DATA_VARIABLE):
        data = Path(environ[DATA_VARIABLE])
    if data is None:
        data = shipped_data()
    elif not data.is_dir():
        raise UsageError(f"There is no folder {data}: name one that holds issues/ and columns/ with --data.")
    return Places(home.expanduser().absolute(), data.expanduser().absolute())


def _default_home() -> Path:
    # Imported here: a learner who names a folder need not wait for it.
    from platformdirs import user_data_path

    return user_data_path("hanzi-column", appauthor=False)


def shipped_data() -> Path:
    """Return the content folder of the installed package, or of the checkout that the program runs from."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"
