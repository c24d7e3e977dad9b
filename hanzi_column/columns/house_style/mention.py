"""A mention: Chinese as the prose gives it, with what it is there."""

from dataclasses import dataclass
from enum import Enum

from hanzi_column.columns.house_style.inside import is_toneless
from hanzi_column.domain.pinyin import Pinyin


class Form(Enum):
    """The form of the house style in which Chinese stands; each is one rule of the grammar."""

    WORD_BEFORE = "汉字 (pīnyīn, gloss)"
    SEVERAL_BEFORE = "汉字 and 汉字 (pīnyīn, pīnyīn)"
    GLOSSED_BEFORE = "汉字 (gloss)"
    WORDS_INSIDE = "gloss (汉字 pīnyīn)"
    CHINESE_INSIDE = "gloss (汉字)"
    AFTER_PINYIN = "pīnyīn (汉字)"
    BESIDE_PINYIN = "汉字 pīnyīn"
    BARE = "汉字"


class Kind(Enum):
    """What Chinese is in the prose; only a WORD is vocabulary."""

    WORD = "word"
    HEADWORD = "headword"
    COMPONENT = "component"
    QUOTATION = "quotation"
    SENTENCE = "sentence"
    TITLE = "title"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Mention:
    """Chinese that stands in a paragraph from ``start`` up to ``end``, and what the prose says of it.

    ``english`` is the gloss of a word or the English of a quotation. ``closed`` is the offset right after the bracket,
    where a mark may stand. ``printed`` is the pinyin as it stands there, ``slip`` is text that was meant as its pinyin
    and does not fit; then ``pinyin`` is empty.
    """

    kind: Kind
    form: Form
    hanzi: str
    pinyin: Pinyin
    english: str | None
    start: int
    end: int
    closed: int
    readings: tuple[Pinyin, ...] = ()
    slip: str | None = None
    printed: str | None = None

    @property
    def toneless(self) -> bool:
        """Whether pinyin stands there that has no tones where it should have some."""
        return is_toneless(self.hanzi, self.pinyin)
