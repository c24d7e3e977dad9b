"""Line mode: the same review over standard input and output, without cursor movement or colour."""

from collections.abc import Mapping
from typing import Final, TextIO

from hanzi_column.cli.output import say
from hanzi_column.domain.answer import Judgement, judge
from hanzi_column.domain.card import AnswerForm, Card, CardKind, Explanation
from hanzi_column.domain.pinyin import joined, spaced
from hanzi_column.domain.review import Memory, Rating, interval_text
from hanzi_column.errors import UsageError
from hanzi_column.services.due import what_is_left
from hanzi_column.services.opening import NO_ADDRESS
from hanzi_column.services.review import Asked, ReviewSession

_KEYS: Final = (
    "At a question: type the answer where one is asked for; Enter alone shows it. At a grade: 1 Again, 2 Hard, 3 Good, "
    "4 Easy, or Enter for the proposed one. Anywhere: u takes back the last answer, o names the source, q leaves, "
    "? says this."
)


class LineMode:
    """Runs one session over lines of text. The end of input ends it; everything answered until then is saved."""

    def __init__(self, session: ReviewSession, rollover_hour: int, lines: TextIO) -> None:
        self._session = session
        self._rollover_hour = rollover_hour
        self._lines = lines

    def run(self) -> None:
        """Ask until nothing is left, the learner leaves, or input ends."""
        say(_KEYS)
        while True:
            asked = self._session.next()
            if asked is None:
                break
            if not self._one(asked):
                break
        self._end()

    def _one(self, asked: Asked) -> bool:
        """Ask one card; False where the learner leaves."""
        counts = self._session.counts()
        say()
        say(f"{counts.new} new, {counts.due + counts.steps} due.")
        for line in question_lines(asked.card):
            say(line)
        typed = self._read(asked)
        if typed is None:
            return False
        if typed == "u":
            self._undo()
            return True
        judgement = judge(asked.card, typed)
        for line in answer_lines(asked, judgement):
            say(line)
        proposed = judgement.proposal if judgement else Rating.GOOD
        previews = self._session.previews(asked)
        say("  ".join(_grade(asked, previews, rating, proposed) for rating in Rating))
        while True:
            grade = self._read(asked)
            if grade is None:
                return False
            if grade == "u":
                self._undo()
                return True
            rating = _rating(grade, proposed)
            if rating is not None:
                break
            say("Type 1, 2, 3 or 4, or Enter for the proposed grade.")
        self._session.answer(asked, rating, typed or None, judgement)
        say(f"Saved: {rating.label}.")
        return True

    def _read(self, asked: Asked) -> str | None:
        """Return the next line without its ends, None at q and at the end of input; answers ? and o by itself."""
        while True:
            try:
                line = self._lines.readline()
            except UnicodeDecodeError as error:
                raise UsageError("Standard input is no UTF-8: send UTF-8 text.") from error
            if not line:
                return None
            line = line.strip()
            if line == "q":
                return None
            if line == "?":
                say(_KEYS)
            elif line == "o":
                say(origin_line(asked.explanation))
            else:
                return line

    def _undo(self) -> None:
        undone = self._session.undo()
        say("Taken back; the card is asked again." if undone else "There is no answer of today to take back.")

    def _end(self) -> None:
        answered = self._session.answered
        say()
        say("1 answer is saved." if answered == 1 else f"{answered} answers are saved.")
        say(what_is_left(self._session, self._rollover_hour))


def _rating(line: str, proposed: Rating) -> Rating | None:
    if not line:
        return proposed
    return Rating(int(line)) if line in ("1", "2", "3", "4") else None


def _grade(asked: Asked, previews: Mapping[Rating, Memory], rating: Rating, proposed: Rating) -> str:
    interval = interval_text(previews[rating], asked.asked_at)
    return f"{rating.value} {rating.label} {interval}{' (proposed)' if rating is proposed else ''}"


def question_lines(card: Card) -> list[str]:
    """Return the question."""
    lines = [card.prompt]
    if card.english:
        lines.append(card.english)
    form = {AnswerForm.PINYIN: " Type pinyin, as li4.", AnswerForm.HANZI: " Type hanzi or pinyin."}
    lines.append(card.question + form.get(card.answer_form, ""))
    return lines


def answer_lines(asked: Asked, judgement: Judgement | None) -> list[str]:
    """Return the answer, and how what was typed compares with it."""
    card, explanation = asked.card, asked.explanation
    lines = []
    if judgement is not None:
        lines.append(f"{judgement.verdict.value.capitalize()}. {judgement.told}".strip())
    lines.append(f"{card.answer} {', '.join(joined(pinyin) for pinyin in card.pinyins)}: {card.gloss}")
    if explanation is None:
        return lines
    if card.kind is CardKind.CLOZE and explanation.sentence_pinyin:
        lines.append(spaced(explanation.sentence_pinyin))
    if explanation.correction is not None:
        lines.append(f"Corrected: {explanation.correction.before} is now {explanation.correction.after}")
    if judgement is None or judgement.proposal is Rating.AGAIN:
        lines.append(explanation.paragraph)
    if card.kind in (CardKind.MEANING, CardKind.READING):
        lines.append(f"Formation: {explanation.formation.label}, {explanation.evidence.value}.")
        for part in explanation.components:
            said = " ".join(filter(None, (part.part, joined(part.pinyin), part.gloss)))
            lines.append(f"Part: {said}, {part.role.value}.")
        lines.append("Senses: " + ", ".join(f"{sense.sense} ({sense.period})" for sense in explanation.senses) + ".")
    return lines


def origin_line(explanation: Explanation | None) -> str:
    """Return where a card comes from, with its address or that none is recorded."""
    if explanation is None:
        return "The column of this card is not published."
    origin = explanation.origin
    named = " · ".join(filter(None, (origin.headline, origin.issue_title, origin.issue_date)))
    return f"{named}: {origin.url or NO_ADDRESS}"
