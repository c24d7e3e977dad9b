"""Stroke sequences as the five classes that Chinese phones and dictionaries use (GB 13000.1 字符集汉字折笔规范)."""

from enum import Enum
from typing import Self

from hanzi_column.errors import UsageError


class StrokeClass(Enum):
    """One of the five classes of strokes; the value is the digit that stands for it."""

    HENG = "1"
    SHU = "2"
    PIE = "3"
    DIAN = "4"
    ZHE = "5"

    @property
    def mark(self) -> str:
        """The stroke itself, as it is drawn."""
        return {"1": "一", "2": "丨", "3": "丿", "4": "丶", "5": "乛"}[self.value]

    @property
    def hanzi(self) -> str:
        """The name of the class in Chinese; 点 stands for 点 and 捺."""
        return {"1": "横", "2": "竖", "3": "撇", "4": "点", "5": "折"}[self.value]


class Strokes(tuple[StrokeClass, ...]):
    """The strokes of one character, in the order in which they are written."""

    __slots__ = ()

    @classmethod
    def parse(cls, digits: str) -> Self:
        """Read ``"3123422"``.

        Raises UsageError where a digit is not 1 to 5 or there is none.
        """
        wrong = sorted(set(digits) - set("12345"))
        if wrong or not digits:
            raise UsageError(f"“{digits}” is no stroke sequence: write the classes 1 to 5, one digit a stroke.")
        return cls(StrokeClass(digit) for digit in digits)

    def __str__(self) -> str:
        return "".join(stroke.value for stroke in self)
