"""The learner's settings: a small TOML file that may be missing, and that never stops the program when it is wrong."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from hanzi_column.domain.text import shown

Theme = Literal["ink", "paper"]

_MOST_BYTES: Final = 65_536


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner may set, with its defaults."""

    rollover_hour: int = 4
    """The local hour at which a study day starts, 0 to 23."""
    desired_retention: float = 0.90
    """How likely a card shall be recalled when it is asked, 0.70 to 0.97."""
    new_per_day: int = 10
    """The most new cards of a study day, 0 to 999."""
    reviews_per_day: int = 200
    """The most cards in long intervals of a study day, 0 to 9999."""
    theme: Theme = "ink"
    """The colours of the screen: ``ink`` is dark, ``paper`` is light."""


_WHOLE: Final = {"rollover_hour": (0, 23), "new_per_day": (0, 999), "reviews_per_day": (0, 9999)}
_FRACTION: Final = {"desired_retention": (0.70, 0.97)}
_CHOICE: Final = {"theme": get_args(Theme)}
_KEYS: Final = tuple(field.name for field in fields(Settings))


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Read the TOML file at ``path``; return the settings and one sentence for each thing that is wrong with it.

    A missing file gives the defaults. An unknown key is passed over and a wrong value replaced by its default, each
    with a sentence; the rest of the file holds. Raises nothing.
    """
    try:
        given = _read(path)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError) as error:  # ValueError covers TOML, its numbers and UTF-8
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Settings(), (
            f"{path} cannot be used ({shown(reason, 200)}), so all settings are the defaults: mend it.",
        )
    settings = Settings()
    accepted: dict[str, Any] = {}
    warnings: list[str] = []
    for key, value in given.items():
        if key not in _KEYS:
            warnings.append(f"{path}: there is no setting “{shown(key, 40)}”: {_meant(key)} It is passed over.")
        elif _allowed(key, value):
            accepted[key] = value
        else:
            warnings.append(f"{path}: {key} must be {_limits(key)}: {getattr(settings, key)} is used instead.")
    return replace(settings, **accepted), tuple(warnings)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError(f"it is larger than {_MOST_BYTES:,} bytes")
    # Some editors begin a file with a byte-order mark, which TOML does not know.
    import tomllib  # most learners have no such file, and every start would wait for it

    return tomllib.loads(content.decode("utf-8-sig"))


def _allowed(key: str, value: object) -> bool:
    if key in _WHOLE:
        lowest, highest = _WHOLE[key]
        return type(value) is int and lowest <= value <= highest  # a bool is an int to isinstance()
    if key in _FRACTION:
        least, most = _FRACTION[key]
        return isinstance(value, float) and least <= value <= most
    return value in _CHOICE[key]


def _limits(key: str) -> str:
    if key in _WHOLE:
        return "a whole number from {} to {}".format(*_WHOLE[key])
    if key in _FRACTION:
        return "a number from {:.2f} to {:.2f}".format(*_FRACTION[key])
    return " or ".join(f'"{choice}"' for choice in _CHOICE[key])


def _meant(key: str) -> str:
    import difflib

    close = difflib.get_close_matches(key[:40].lower(), _KEYS, n=1)
    return f"did you mean {close[0]}?" if close else f"the settings are {', '.join(_KEYS)}."
