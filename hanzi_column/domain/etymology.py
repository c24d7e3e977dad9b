"""How a character was formed, of what, and what it came to mean."""

from dataclasses import dataclass
from enum import Enum

from hanzi_column.domain.pinyin import Pinyin


class Formation(Enum):
    """How a character was formed (六书), with loan and unknown."""

    PICTOGRAPH = "pictograph"
    SIMPLE_IDEOGRAPH = "simple-ideograph"
    COMPOUND_IDEOGRAPH = "compound-ideograph"
    PHONO_SEMANTIC = "phono-semantic"
    LOAN = "loan"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The name as it is shown: ``compound ideograph``."""
        return self.value.replace("-ideograph", " ideograph")


class Evidence(Enum):
    """What a claim of origin rests on."""

    ATTESTED = "attested"
    TRADITIONAL = "traditional"
    MNEMONIC = "mnemonic"


class Role(Enum):
    """What a component does in its character; FORM is only shape today."""

    MEANING = "meaning"
    SOUND = "sound"
    BOTH = "both"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the character and its role. ``pinyin`` and ``gloss`` may be missing for a part that is only shape."""

    part: str
    role: Role
    pinyin: Pinyin = ()
    gloss: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning in the sense chain, with its period and the words of the column that show it."""

    sense: str
    period: str
    words: tuple[str, ...] = ()
