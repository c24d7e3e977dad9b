"""Zhuyin (bopomofo): the same syllables in the letters of 1918, with the tone after them (``ㄌㄧˇ`` is ``lǐ``).

Source of the letters and the tone signs: 《國語注音符號手冊》, the handbook of Taiwan's National Languages Committee.
The first tone has no sign; the dot of the neutral tone stands before its letters, at the end of a text also after.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from hanzi_column.domain import syllables

_INITIALS: Final = dict(
    pair.split("=")
    for pair in (
        "b=ㄅ p=ㄆ m=ㄇ f=ㄈ d=ㄉ t=ㄊ n=ㄋ l=ㄌ g=ㄍ k=ㄎ h=ㄏ j=ㄐ q=ㄑ x=ㄒ zh=ㄓ ch=ㄔ sh=ㄕ r=ㄖ z=ㄗ c=ㄘ s=ㄙ"
    ).split()
)
_FINALS: Final = dict(
    pair.split("=")
    for pair in (
        "a=ㄚ o=ㄛ e=ㄜ ê=ㄝ ai=ㄞ ei=ㄟ ao=ㄠ ou=ㄡ an=ㄢ en=ㄣ ang=ㄤ eng=ㄥ er=ㄦ "
        "i=ㄧ ia=ㄧㄚ io=ㄧㄛ ie=ㄧㄝ iao=ㄧㄠ iu=ㄧㄡ ian=ㄧㄢ in=ㄧㄣ iang=ㄧㄤ ing=ㄧㄥ "
        "u=ㄨ ua=ㄨㄚ uo=ㄨㄛ uai=ㄨㄞ ui=ㄨㄟ uan=ㄨㄢ un=ㄨㄣ uang=ㄨㄤ ong=ㄨㄥ ueng=ㄨㄥ "
        "ü=ㄩ üe=ㄩㄝ üan=ㄩㄢ ün=ㄩㄣ iong=ㄩㄥ"
    ).split()
)
_ALONE: Final = {"m": "ㄇ", "n": "ㄋ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ"}
"""The interjections that have no vowel."""

# What y and w stand for where a syllable has no consonant before its vowel.
_ZERO: Final = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "yong": "iong", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün",
    "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan", "wen": "un",
    "wang": "uang", "weng": "ueng",
}  # fmt: skip

TONE_SIGNS: Final = MappingProxyType({"ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5, "ˉ": 1})


@cache
def _letters(base: str) -> str:
    if base in _ALONE:
        return _ALONE[base]
    if base in _ZERO:
        return _FINALS[_ZERO[base]]
    initial = base[:2] if base[:2] in _INITIALS else base[:1] if base[0] in _INITIALS else ""
    final = base[len(initial) :]
    if initial in ("zh", "ch", "sh", "r", "z", "c", "s") and final == "i":
        return _INITIALS[initial]  # the vowel of zhi, shi and si has no letter of its own
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = f"ü{final[1:]}"
    return _INITIALS.get(initial, "") + _FINALS[final]


@cache
def _bases() -> Mapping[str, str]:
    """Return the syllable that letters stand for; the bare ending of erhua is no syllable and has none."""
    return MappingProxyType({_letters(base): base for base in syllables.FULL | syllables.INTERJECTIONS})


def is_zhuyin(text: str) -> bool:
    """Whether ``text`` is written in these letters: whether it has one."""
    return any("\u3105" <= char <= "\u312f" for char in text)


def spell(base: str, tone: int) -> str:
    """Return a syllable, a tone 1 to 5, in letters: ``ㄌㄧˇ``, ``˙ㄉㄜ``; the ending ``r`` of erhua as ``ㄦ``."""
    if base == syllables.ERHUA:
        return "ㄦ"
    sign = next((sign for sign, number in TONE_SIGNS.items() if number == tone and tone != 1), "")
    return sign + _letters(base) if sign == "˙" else _letters(base) + sign


def read(text: str) -> tuple[str, int] | None:
    """Return base and tone of one syllable in letters; None where it is none."""
    tones = [TONE_SIGNS[char] for char in text if char in TONE_SIGNS]
    letters = "".join(char for char in text if char not in TONE_SIGNS)
    if len(tones) > 1 or letters not in _bases() or any(char in TONE_SIGNS and char != "˙" for char in text[:1]):
        return None
    return _bases()[letters], tones[0] if tones else 1


def syllables_of(text: str) -> list[str]:
    """Cut ``text`` after each tone sign, before each dot and at each space: the pieces are one syllable each."""
    pieces: list[str] = [""]
    for char in text:
        if char.isspace() or char in "-'’":
            pieces.append("")
        elif char == "˙" and pieces[-1]:
            pieces.append(char)
        else:
            pieces[-1] += char
            if char in TONE_SIGNS and char != "˙":
                pieces.append("")
    found = [piece for piece in pieces if piece]
    if len(found) > 1 and found[-1] == "˙":  # printed after its letters
        return [*found[:-2], found[-2] + found[-1]]
    return found
