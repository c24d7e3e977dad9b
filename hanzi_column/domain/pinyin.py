"""Pinyin: from any spelling that people print or type to one syllable per character.

Accepted spellings: joined (``línlǐ``), spaced, hyphenated, with an apostrophe straight or curly, capitalised, with
combining marks (NFD), with tone numbers (``lin2li3``; 5 or 0 for the neutral tone), and ü as ``ü``, ``v`` or ``u:``. A
syllable in zhuyin (``ㄌㄧˇ``) is read as well.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from hanzi_column.domain import syllables, zhuyin
from hanzi_column.domain.text import hanzi_only
from hanzi_column.domain.vowel_readings import vowel_readings
from hanzi_column.errors import PinyinError

NEUTRAL: Final = 5
"""The tone number of a syllable without a tone of its own."""

_MARKS: Final = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}  # a breve is a caron drawn round
_COMBINING: Final = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300"}
_PRINTED: Final = str.maketrans({"ɑ": "a", "ɡ": "g", "ı": "i"})  # letters that schoolbooks print for a, g and i
_SEPARATORS: Final = frozenset(" \t\n\u00a0\u2009\u202f\u3000-\u2010\u2011'’‘ʼ`´·\u0307")
"""What may stand between syllables; U+0307 is what is left of ``˙``, the dot that dictionaries print for no tone."""
_APOSTROPHES: Final = frozenset("'’‘ʼ`´")
_LONGEST_TEXT: Final = 2_000
_VOWELS: Final = "aeiouüê"

_PARTICLES: Final = frozenset("啊阿哦噢喔呃欸儿兒")
"""Characters whose syllable begins with a vowel and may have no tone, also inside a word."""

_NONE: Final[frozenset[str]] = frozenset()

KnownReadings = Callable[[str], Collection[str]]
"""Gives the readings that a character can have, each with its tone mark (``{"cháng", "zhǎng"}`` for 长)."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable: ``base`` in lower case without tone (``nü``), ``tone`` 1 to 5, and whether it is capitalised."""

    base: str
    tone: int = NEUTRAL
    capital: bool = False

    def __str__(self) -> str:
        """Return the syllable with its tone mark where the rules put it, in NFC: ``lǐ``, ``xiōng``, ``Nǚ``."""
        marked = _marked(self.base, self.tone)
        return marked[0].upper() + marked[1:] if self.capital else marked

    @property
    def number(self) -> str:
        """The syllable with its tone as a digit: ``li3``, ``nü3``, ``de5``."""
        return f"{self.base}{self.tone}"

    @property
    def zhuyin(self) -> str:
        """The syllable in bopomofo: ``ㄌㄧˇ``, ``˙ㄉㄜ``."""
        return zhuyin.spell(self.base, self.tone)

    @property
    def lower(self) -> "Syllable":
        """The syllable without its capital."""
        return replace(self, capital=False)


Pinyin = tuple[Syllable, ...]
"""The syllables of a word, one per character."""


@lru_cache(maxsize=4096)
def _marked(base: str, tone: int) -> str:
    """Put the tone mark on a or e, on the o of ou, else on the last vowel (GB/T 16159, 4.6)."""
    if tone == NEUTRAL:
        return base
    at = next((base.index(vowel) for vowel in ("a", "e", "ê", "ou") if vowel in base), -1)
    if at < 0:
        at = max((at for at, letter in enumerate(base) if letter in _VOWELS), default=0)
    return unicodedata.normalize("NFC", base[: at + 1] + _COMBINING[tone] + base[at + 1 :])


def spaced(pinyin: Pinyin) -> str:
    """Return the syllables with spaces between: ``fēng lì``. The form that is stored."""
    return " ".join(map(str, pinyin))


def joined(pinyin: Pinyin) -> str:
    """Return the syllables as one word, with an apostrophe before a, o or e inside it: ``fēnglì``, ``nǚ'ér``."""
    written = ""
    for syllable in pinyin:
        if written and syllable.base[0] in "aoeê":
            written += "'"
        written += str(syllable)
    return written


def toneless(pinyin: Pinyin) -> str:
    """Return the bare letters for searching: ``fengli``; ü is written ``v`` as it is typed."""
    return "".join(syllable.base.replace("ü", "v") for syllable in pinyin)


class _Letter(NamedTuple):
    """One letter of the input: in lower case, the tone marked on it (0 for none), and how it was printed."""

    char: str
    tone: int
    capital: bool


class _Chunk(NamedTuple):
    """Letters between two separators, the tone digits after them, and whether an apostrophe came before."""

    letters: tuple[_Letter, ...]
    digits: dict[int, int]  # index of the letter that a digit follows -> tone


def _chunks(text: str) -> list[_Chunk]:
    """Cut ``text`` at its separators into letters that know their tone.

    Raises PinyinError for anything that is no letter of pinyin.
    """
    if len(text) > _LONGEST_TEXT:
        raise PinyinError(f"The pinyin is {len(text)} characters long; the most is {_LONGEST_TEXT}: write it shorter.")
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).translate(_PRINTED)
    done: list[_Chunk] = []
    letters: list[_Letter] = []
    digits: dict[int, int] = {}
    for char in decomposed:
        last = letters[-1] if letters else None
        if char in _SEPARATORS:
            if letters:
                done.append(_Chunk(tuple(letters), digits))
            letters, digits = [], {}
        elif char in _MARKS:
            if last is None or last.tone:
                raise PinyinError(f"A tone mark stands alone in “{text}”: put one mark on one vowel.")
            letters[-1] = last._replace(tone=_MARKS[char])
        elif last is not None and ((char == "\u0308" and last.char == "u") or (char == ":" and last.char in "uü")):
            letters[-1] = last._replace(char="ü")
        elif char == "\u0302" and last is not None and last.char == "e":
            letters[-1] = last._replace(char="ê")
        elif char in "012345" and last is not None and len(letters) - 1 not in digits:
            digits[len(letters) - 1] = int(char) or NEUTRAL
        elif char.isascii() and char.isalpha():
            small = char.lower()
            letters.append(_Letter("ü" if small == "v" else small, 0, char.isupper()))
        else:
            raise PinyinError(f"“{char}” in “{text}” is no pinyin: write letters with tone marks or tone numbers.")
    if letters:
        done.append(_Chunk(tuple(letters), digits))
    return done


def _syllable_at(chunk: _Chunk, written: str, start: int, end: int) -> Syllable | None:
    """Return the legal syllable that stands in ``chunk`` from letter ``start`` to ``end``, if there is one.

    ``written`` is the letters of the chunk without their tones.
    """
    base = written[start:end]
    if base[0] in "jqxy" and "ü" in base:
        base = base.replace("ü", "u")
    elif base in ("lue", "nue"):  # printed without its dots more often than not
        base = base[0] + "üe"
    if base not in syllables.LEGAL:
        return None
    if chunk.digits and any(at in chunk.digits for at in range(start, end - 1)):
        return None
    marks = [letter.tone for letter in chunk.letters[start:end] if letter.tone]
    digit = chunk.digits.get(end - 1)
    if base == syllables.ERHUA:
        return None if marks else Syllable(base, NEUTRAL, chunk.letters[start].capital)
    if digit is None and not marks and end < len(chunk.letters) and written[end] == syllables.ERHUA:
        digit = chunk.digits.get(end)  # wan2yir4: the number after the ending is the syllable's
    if len(marks) + (digit is not None) > 1:
        return None
    tone = digit or (marks[0] if marks else NEUTRAL)
    return Syllable(base, tone, chunk.letters[start].capital)


# What a split costs, the heaviest first: readings that a character does not have; a vowel first for a character that
# has no such reading, or a consonant for one that has; the bare ending of erhua; a syllable that starts with a vowel
# but has no apostrophe before it; syllables. Each outweighs all of the next together.
_UNLIKE: Final = 1 << 64
_UNLIKE_START: Final = 1 << 48
_ERHUA: Final = 1 << 32
_VOWEL_INSIDE: Final = 1 << 16
_SYLLABLE: Final = 1


class _Split(NamedTuple):
    """The cheapest way found to some letter: what it costs, its last syllable, and the way to that one's start."""

    cost: int
    syllable: Syllable | None
    before: "_Split | None"

    def pinyin(self) -> Pinyin:
        """Return all syllables, the first one first."""
        found: list[Syllable] = []
        at: _Split | None = self
        while at is not None and at.syllable is not None:
            found.append(at.syllable)
            at = at.before
        return tuple(reversed(found))


class _Known(NamedTuple):
    """The readings that a character can have, with and without their tones; none where they are not known."""

    marked: frozenset[str]
    bare: frozenset[str]

    @classmethod
    def of(cls, readings: Collection[str]) -> "_Known":
        return cls(frozenset(readings), frozenset(map(_bare, readings)))

    def cost(self, base: str, marked: str) -> int:
        """Return what it costs to read the character so; a wrong tone is nearer than other letters."""
        if not self.marked or marked in self.marked:
            return 0
        return _UNLIKE if base in self.bare else 2 * _UNLIKE


def _split(chunks: list[_Chunk], hanzi: str | None, readings: KnownReadings | None) -> Pinyin | None:
    """Find the cheapest split of all chunks into legal syllables, one for each of ``hanzi`` where they are given.

    Dynamic programming over letters, and over characters where there are any: the time is linear in the letters times
    the characters that a letter can belong to.
    """
    # Without hanzi the count of syllables makes no difference and stays 0.
    states: dict[int, _Split] = {0: _Split(0, None, None)}
    most = len(hanzi) if hanzi is not None else None
    known = [_Known.of(readings(char)) for char in hanzi] if hanzi is not None and readings is not None else None
    left = sum(len(chunk.letters) for chunk in chunks)
    vowels = vowel_readings()
    for chunk in chunks:
        best: list[dict[int, _Split]] = [{} for _ in range(len(chunk.letters) + 1)]
        best[0] = states
        written = "".join(letter.char for letter in chunk.letters)
        for start in range(len(chunk.letters)):
            if not best[start]:
                continue
            for end in range(start + 1, min(start + syllables.LONGEST, len(chunk.letters)) + 1):
                syllable = _syllable_at(chunk, written, start, end)
                if syllable is None:
                    continue
                erhua = syllable.base == syllables.ERHUA
                if erhua and hanzi is None and start == 0:
                    continue
                # Of 邻里 lín an interjection would make lí and n.
                if syllable.base in syllables.INTERJECTIONS and (start, end) != (0, len(chunk.letters)):
                    continue
                stands = start == 0 or _stands(chunk, syllable, start)
                shape = _SYLLABLE + _ERHUA * erhua + _VOWEL_INSIDE * (start > 0 and syllable.base[0] in "aoe")
                marked = str(syllable.lower) if known is not None else ""
                for count, before in best[start].items():
                    following, unlike = 0, False
                    if hanzi is not None and most is not None:
                        following = count + 1
                        # Every character still to come needs a letter, and can take so many at the most.
                        if not (most - following) <= left - end <= (most - following) * syllables.LONGEST:
                            continue
                        if erhua and (hanzi[count] not in "儿兒" or count == 0):
                            continue
                        vowel_first = vowels.get(hanzi[count], _NONE)
                        expected = syllable.base in (known[count].bare if known is not None else vowel_first)
                        if not stands and not expected and hanzi[count] not in _PARTICLES:
                            continue
                        unlike = bool(vowel_first) != (syllable.base[0] in "aoeê") and not erhua
                    cost = before.cost + shape + _UNLIKE_START * unlike
                    if known is not None and not erhua:
                        cost += known[count].cost(syllable.base, marked)
                    held = best[end].get(following)
                    if held is None or cost < held.cost:
                        best[end][following] = _Split(cost, syllable, before)
        states = best[-1]
        left -= len(chunk.letters)
    found = states.get(most or 0)
    return found.pinyin() if found is not None else None


def _stands(chunk: _Chunk, syllable: Syllable, start: int) -> bool:
    """Whether ``syllable`` may follow another in ``chunk`` without an apostrophe.

    Not where it begins with a vowel and alone has no tone: else the o of dāo would be a syllable where one is missing.
    """
    if (
        syllable.base[0] not in "aoe" or syllable.tone != NEUTRAL or start - 1 in chunk.digits
    ):  # ping2an leaves no doubt
        return True
    return not chunk.digits and not any(letter.tone for letter in chunk.letters)


@lru_cache(maxsize=8192)
def _bare(reading: str) -> str:
    letters = _chunks(reading)[0].letters
    return "".join(letter.char for letter in letters)


def parse(text: str) -> Pinyin:
    """Read pinyin in any accepted spelling, without characters to hold it against.

    ``parse("lin2li3")`` gives the syllables ``lín``, ``lǐ``. Where two splits are legal the one that needs no
    apostrophe is taken (``xian`` is one syllable, ``fangan`` is ``fan gan``).

    Raises PinyinError where the text is empty, holds anything else, or is no sequence of legal syllables.
    """
    if zhuyin.is_zhuyin(text):
        return _in_zhuyin(text)
    chunks = _chunks(text)
    if not chunks:
        raise PinyinError("There is no pinyin: write syllables such as lì or li4.")
    found = _split(chunks, None, None)
    if found is None:
        raise PinyinError(f"“{text}” is no sequence of Mandarin syllables: check its spelling and its tone marks.")
    return found


def _in_zhuyin(text: str) -> Pinyin:
    if len(text) > _LONGEST_TEXT:
        raise PinyinError(f"The zhuyin is {len(text)} characters long; the most is {_LONGEST_TEXT}: write it shorter.")
    found: list[Syllable] = []
    for piece in zhuyin.syllables_of(text):
        read = zhuyin.read(piece)
        if read is None:
            raise PinyinError(f"“{piece}” is no syllable of Mandarin in zhuyin: write letters and a tone, as ㄌㄧˇ.")
        found.append(Syllable(*read))
    return tuple(found)


def align(hanzi: str, pinyin: str, readings: KnownReadings | None = None) -> Pinyin:
    """Give each character of ``hanzi`` its syllable of ``pinyin``.

    ``align("邻里", "línlǐ")`` gives ``lín`` and ``lǐ``. Punctuation on either side is passed over, and so are Latin
    letters and digits that stand in both (``3个 3 ge``); 儿 may be the bare ending ``r`` (``一点儿 yīdiǎnr``). Where
    two splits are legal, ``readings`` decides, then the rule of the apostrophe.

    Raises PinyinError where no split gives one legal syllable per character.
    """
    characters = hanzi_only(hanzi)
    if not characters:
        raise PinyinError(f"“{hanzi}” holds no hanzi to align pinyin with.")
    if len(characters) > _LONGEST_TEXT // 2:
        raise PinyinError(f"{len(characters)} hanzi are too many to align at once: align sentence by sentence.")
    chunks = _chunks(_PUNCTUATION.sub(" ", _without_latin(hanzi, pinyin)))
    found = _split(chunks, characters, readings) if chunks else None
    if found is None:
        count = len(characters)
        raise PinyinError(
            f"“{pinyin}” does not give {characters} one syllable per character ({count} needed): mend the pinyin."
        )
    return found


def _without_latin(hanzi: str, pinyin: str) -> str:
    """Take out of ``pinyin`` each run of Latin letters or digits that ``hanzi`` has; they need no syllable."""
    for run in re.findall(r"[A-Za-z0-9]+", hanzi)[:_MOST_LATIN]:
        without = re.sub(rf"(?<![^\W\d_]){run}(?!\w)", " ", pinyin, count=1)
        # Capitals that the hanzi have are theirs also where they are joined to a syllable: Txù, kǎlāOK.
        pinyin = pinyin.replace(run, " ", 1) if without == pinyin and run.isupper() else without
    return pinyin


_MOST_LATIN: Final = 50

_PUNCTUATION = re.compile(r"[，。、；：！？…—–,.;!?“”\"「」『』《》〈〉（）()\[\]]|(?<![uUüÜ]):")
