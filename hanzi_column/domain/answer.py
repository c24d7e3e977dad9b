"""Judging typed answers: the same reader of pinyin serves what was typed and what is right."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Final

from hanzi_column.domain.card import AnswerForm, Card
from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, Syllable, align, parse, spaced
from hanzi_column.domain.review import Rating, ToneSlip
from hanzi_column.domain.sandhi import other_tones
from hanzi_column.domain.text import hanzi_only, shown
from hanzi_column.errors import PinyinError


class Verdict(Enum):
    """How a typed answer compares with the right one, best first."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG_TONE = "right syllable, wrong tone"
    WRONG = "not right"

    @property
    def sign(self) -> str:
        """A sign that says the same without colour."""
        return {"right": "✓", "partly right": "◐", "right syllable, wrong tone": "≈", "not right": "✗"}[self.value]


_BEST_FIRST: Final = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of a typed answer, and the rating that it proposes.

    ``told`` is one sentence for the learner, empty where the verdict says all.
    """

    verdict: Verdict
    proposal: Rating
    told: str = ""
    tone_slips: tuple[ToneSlip, ...] = ()


def judge(card: Card, typed: str) -> Judgement | None:
    """Judge what was typed for ``card``; None where nothing was typed or the card takes nothing."""
    typed = unicodedata.normalize("NFC", typed).strip()
    if not typed or card.answer_form is AnswerForm.NOTHING:
        return None
    if hanzi_only(typed):
        return _judge_hanzi(card, typed)
    if card.answer_form is AnswerForm.PINYIN and len(card.pinyins) > 1:
        return _judge_several(card, typed)
    judged = [_judge_pinyin(card.answer, pinyin, typed) for pinyin in card.pinyins]
    return min(judged, key=lambda each: (_BEST_FIRST.index(each.verdict), len(each.tone_slips)), default=None)


def _judge_hanzi(card: Card, typed: str) -> Judgement:
    if card.answer_form is AnswerForm.PINYIN:
        return Judgement(Verdict.WRONG, Rating.AGAIN, "Pinyin is asked here: type letters, such as li4.")
    if hanzi_only(typed) == hanzi_only(card.answer):
        return Judgement(Verdict.RIGHT, Rating.GOOD)
    return Judgement(Verdict.WRONG, Rating.AGAIN, f"You wrote {hanzi_only(typed)}.")


def _judge_several(card: Card, typed: str) -> Judgement:
    """Judge a card that asks for every reading: in any order, joined or with spaces, commas or slashes between."""
    wanted = {spaced(_plain(pinyin)) for pinyin in card.pinyins}
    given: set[str] = set()
    slips: list[ToneSlip] = []
    foreign: list[str] = []
    for reading in _typed_readings(typed, len(card.pinyins[0])):
        judged = [_judge_pinyin(card.answer, pinyin, reading) for pinyin in card.pinyins]
        right = next((at for at, each in enumerate(judged) if each.verdict is Verdict.RIGHT), None)
        if right is not None:
            given.add(spaced(_plain(card.pinyins[right])))
        else:
            foreign.append(shown(reading, 40))
            slips += next((each.tone_slips for each in judged if each.tone_slips), ())
    missing = ", ".join(sorted(wanted - given))
    if not missing and not foreign:
        return Judgement(Verdict.RIGHT, Rating.GOOD)
    if given:
        told = f"It is also read {missing}." if missing else f"It is not read {', '.join(foreign[:3])}."
        return Judgement(Verdict.PARTLY, Rating.HARD, told, tuple(slips))
    verdict = Verdict.WRONG_TONE if slips else Verdict.WRONG
    return Judgement(verdict, Rating.AGAIN, "", tuple(slips))


def _typed_readings(typed: str, count: int) -> list[str]:
    """Cut ``typed`` into readings of ``count`` syllables, separated or joined; what is no pinyin stays as it is."""
    syllables: list[Syllable] = []
    unread: list[str] = []
    for part in re.split(r"[\s,，、;/]+", typed):
        try:
            syllables += parse(part) if part else ()
        except PinyinError:
            unread.append(part)
    return [spaced(_plain(tuple(syllables[at : at + count]))) for at in range(0, len(syllables), count)] + unread


def _judge_pinyin(hanzi: str, right: Pinyin, typed: str) -> Judgement:
    def readings(char: str) -> set[str]:
        # Without them, pingan for 平安 would be read as pin gan, which needs no apostrophe.
        return {str(syllable.lower) for known, syllable in zip(hanzi_only(hanzi), right, strict=True) if known == char}

    try:
        given = align(hanzi, typed, readings)
    except PinyinError:
        return Judgement(Verdict.WRONG, Rating.AGAIN, _what_was_read(typed, len(right)))
    if any(not _same_syllable(one, other) for one, other in zip(given, right, strict=True)):
        return Judgement(Verdict.WRONG, Rating.AGAIN, _what_was_read(typed, len(right)))
    differing = [
        (meant, got, others.get(got.tone))
        for meant, got, others in zip(right, given, other_tones(hanzi, right), strict=True)
        if got.base == meant.base and got.tone != meant.tone  # a full 儿 for the bare ending brings a tone of its own
    ]
    slips = tuple(ToneSlip(meant.tone, got.tone) for meant, got, sandhi in differing if sandhi is None)
    if not slips:
        return Judgement(Verdict.RIGHT, Rating.GOOD, " ".join(sandhi for *_, sandhi in differing if sandhi))
    told = "; ".join(
        f"{meant} is tone {meant.tone}" + (f", you typed {got.tone}" if got.tone != NEUTRAL else ", you typed none")
        for meant, got, sandhi in differing
        if sandhi is None
    )
    return Judgement(Verdict.WRONG_TONE, Rating.AGAIN, told + ".", slips)


def _plain(pinyin: Pinyin) -> Pinyin:
    return tuple(syllable.lower for syllable in pinyin)


def _same_syllable(one: Syllable, other: Syllable) -> bool:
    # 儿 may be typed as the bare ending or as the full syllable.
    return one.base == other.base or {one.base, other.base} == {"r", "er"}


def _what_was_read(typed: str, count: int) -> str:
    """Say what a wrong answer was read as, by itself: held against the hanzi, nǐhǎo might be cut into three."""
    try:
        given = parse(typed)
    except PinyinError:
        return f"“{shown(typed, 40)}” cannot be read as pinyin."
    read = f"You typed {spaced(_plain(given))}"
    if len(given) == count:
        return f"{read}."
    return f"{read}; {count} {'syllable is' if count == 1 else 'syllables are'} asked for."
