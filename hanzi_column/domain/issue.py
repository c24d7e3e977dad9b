"""A published newsletter issue and what stands in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of an issue. ``section`` is None for the stories at the top; ``url`` None where none is given."""

    headline: str
    section: str | None = None
    blurb: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese term found in an issue outside its column; ``pinyin`` as printed, often without tones."""

    hanzi: str
    pinyin: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One published newsletter issue. ``date`` is ``YYYY-MM-DD`` or ``YYYY-MM``; what is not known is None.

    ``magazine_issue`` is the item that advertises a magazine issue, as “Urban Renewal: …”.
    """

    id: str
    title: str
    publisher: str | None = None
    deck: str | None = None
    date: str | None = None
    url: str | None = None
    items: tuple[Item, ...] = ()
    magazine_issue: Item | None = None
    terms: tuple[Term, ...] = ()
