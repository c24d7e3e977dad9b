"""Judging typed answers: the same reader of pinyin serves what was typed and what is right."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from hanzi_column.domain.card import AnswerForm, Card
from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, Syllable, align, parse, spaced
from hanzi_column.domain.review import Rating, ToneSlip
from hanzi_column.domain.text import hanzi_only
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
    best: Judgement | None = None
    for pinyin in card.pinyins:
        judged = _judge_pinyin(card.answer, pinyin, typed)
        if best is None or judged.proposal > best.proposal or judged.verdict is Verdict.WRONG_TONE:
            best = judged
        if judged.verdict is Verdict.RIGHT:
            break
    return best


def _judge_hanzi(card: Card, typed: str) -> Judgement:
    if card.answer_form is AnswerForm.PINYIN:
        return Judgement(Verdict.WRONG, Rating.AGAIN, "Pinyin is asked here: type letters, such as li4.")
    if hanzi_only(typed) == hanzi_only(card.answer):
        return Judgement(Verdict.RIGHT, Rating.GOOD)
    return Judgement(Verdict.WRONG, Rating.AGAIN, f"You wrote {hanzi_only(typed)}.")


def _judge_several(card: Card, typed: str) -> Judgement:
    """Judge a card that asks for every reading; they may be typed in any order, with spaces, commas or slashes."""
    wanted = {spaced(tuple(syllable.lower for syllable in pinyin)) for pinyin in card.pinyins}
    given: set[str] = set()
    slips: list[ToneSlip] = []
    for part in re.split(r"[\s,，、;/]+", typed):
        judged = [_judge_pinyin(card.answer, pinyin, part) for pinyin in card.pinyins] if part else []
        right = next((at for at, each in enumerate(judged) if each.verdict is Verdict.RIGHT), None)
        if right is not None:
            given.add(spaced(tuple(syllable.lower for syllable in card.pinyins[right])))
        elif judged:
            slips += next((each.tone_slips for each in judged if each.tone_slips), ())
    missing = ", ".join(sorted(wanted - given))
    if not missing:
        return Judgement(Verdict.RIGHT, Rating.GOOD)
    if given:
        return Judgement(Verdict.PARTLY, Rating.HARD, f"It is also read {missing}.", tuple(slips))
    verdict = Verdict.WRONG_TONE if slips else Verdict.WRONG
    return Judgement(verdict, Rating.AGAIN, "", tuple(slips))


def _judge_pinyin(hanzi: str, right: Pinyin, typed: str) -> Judgement:
    try:
        given = align(hanzi, typed)
    except PinyinError:
        return Judgement(Verdict.WRONG, Rating.AGAIN, _why_unread(typed, len(right)))
    if any(not _same_syllable(one, other) for one, other in zip(given, right, strict=True)):
        return Judgement(Verdict.WRONG, Rating.AGAIN, f"You typed {spaced(_plain(given))}.")
    slips = tuple(
        ToneSlip(meant.tone, got.tone) for got, meant in zip(given, right, strict=True) if got.tone != meant.tone
    )
    if not slips:
        return Judgement(Verdict.RIGHT, Rating.GOOD)
    told = "; ".join(
        f"{meant} is tone {meant.tone}" + (f", you typed {got.tone}" if got.tone != NEUTRAL else ", you typed none")
        for got, meant in zip(given, right, strict=True)
        if got.tone != meant.tone
    )
    return Judgement(Verdict.WRONG_TONE, Rating.AGAIN, told + ".", slips)


def _plain(pinyin: Pinyin) -> Pinyin:
    return tuple(syllable.lower for syllable in pinyin)


def _same_syllable(one: Syllable, other: Syllable) -> bool:
    # 儿 may be typed as the bare ending or as the full syllable.
    return one.base == other.base or {one.base, other.base} == {"r", "er"}


def _why_unread(typed: str, count: int) -> str:
    try:
        given = parse(typed)
    except PinyinError:
        return f"“{typed[:40]}” cannot be read as pinyin."
    asked = "1 syllable is" if count == 1 else f"{count} syllables are"
    return f"You typed {spaced(_plain(given))}; {asked} asked for."
