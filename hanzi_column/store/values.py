"""How values of the domain are written in the database and read back."""

from datetime import UTC, date, datetime

from hanzi_column.domain.pinyin import Pinyin, Syllable, parse, spaced

_BETWEEN = " / "


def pinyins_to_text(pinyins: tuple[Pinyin, ...]) -> str:
    """Write several readings: ``cháng / zhǎng``."""
    return _BETWEEN.join(map(spaced, pinyins))


def pinyins_from_text(text: str) -> tuple[Pinyin, ...]:
    """Read what pinyins_to_text wrote."""
    return tuple(pinyin_from_text(part) for part in text.split(_BETWEEN)) if text else ()


def pinyin_from_text(text: str | None) -> Pinyin:
    """Read spaced syllables; nothing gives none."""
    return tuple(_syllable(part) for part in (text or "").split())


def _syllable(part: str) -> Syllable:
    # The bare ending of erhua is no syllable that pinyin could begin with.
    return Syllable("r") if part == "r" else parse(part)[0]


def instant_to_text(instant: datetime) -> str:
    """Write an instant as UTC with microseconds, so that texts sort as the instants do."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def instant_from_text(text: str) -> datetime:
    """Read what instant_to_text wrote."""
    return datetime.fromisoformat(text)


def day_from_text(text: str) -> date:
    """Read a study day."""
    return date.fromisoformat(text)
