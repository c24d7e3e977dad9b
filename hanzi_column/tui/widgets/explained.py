"""What the column says around a card, drawn: verdict, components, sense chain, paragraph, origin."""

from collections.abc import Sequence

from textual.content import Content

from hanzi_column.domain.answer import Judgement, Verdict
from hanzi_column.domain.card import Card, CardKind, Correction, Explanation, Origin
from hanzi_column.domain.etymology import Component, Sense
from hanzi_column.domain.pinyin import joined
from hanzi_column.domain.text import cells, fit, shown
from hanzi_column.services.opening import NO_ADDRESS
from hanzi_column.tui.widgets.ruby import ruby

_VERDICT_STYLE = {
    Verdict.RIGHT: "bold $jade",
    Verdict.PARTLY: "bold $ochre",
    Verdict.WRONG_TONE: "bold $ochre",
    Verdict.WRONG: "bold $cinnabar",
}


def answer_lines(card: Card, explanation: Explanation | None, judgement: Judgement | None, width: int) -> Content:
    """Return the answer: pinyin, meaning, and how what was typed compares with it."""
    lines: list[Content] = []
    if card.kind is CardKind.CLOZE and explanation is not None and explanation.sentence_pinyin:
        sentence = card.prompt.replace("＿" * len(card.answer), card.answer, 1)
        lines.append(ruby(sentence, explanation.sentence_pinyin, width, "bold $foreground", "$quiet"))
        lines.append(Content.assemble((shown(card.answer), "bold $cinnabar"), "  ", _pinyins(card)))
    elif card.kind is CardKind.WORD and card.pinyins:
        lines.append(ruby(card.answer, card.pinyins[0], width, "bold $cinnabar", "$foreground"))
    else:
        lines.append(_pinyins(card))
    if judgement is not None:
        # Beside the pinyin, where the eye is, as long as there is room; what there is to say stands below.
        verdict = Content.styled(
            f"{judgement.verdict.sign} {judgement.verdict.value}", _VERDICT_STYLE[judgement.verdict]
        )
        last_line = str(lines[-1]).rpartition("\n")[2]
        if cells(last_line) + 3 + verdict.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], "   ", verdict)
        else:
            lines.append(verdict)
        if judgement.told:
            lines.append(Content(shown(judgement.told)))
    lines.append(Content(shown(card.gloss) or "The column gives no gloss."))
    if explanation is not None and explanation.correction is not None:
        lines.append(correction_line(explanation.correction))
    return Content("\n").join(lines)


def _pinyins(card: Card) -> Content:
    return Content.styled(", ".join(joined(pinyin) for pinyin in card.pinyins), "bold $foreground")


def correction_line(correction: Correction) -> Content:
    """Return what an editor changed since the learner saw the card."""
    return Content.assemble(
        (f"Δ corrected {correction.on}  ", "bold $ochre"),
        (shown(correction.before), "$quiet strike"),
        " → ",
        shown(correction.after),
    )


def formation_line(explanation: Explanation) -> Content:
    """Return how the headword was formed and what that claim rests on."""
    return Content.assemble(
        (shown(explanation.origin.headword), "$cinnabar"),
        (f"  {explanation.formation.label}, {explanation.evidence.value}", "$quiet"),
    )


def component_lines(components: Sequence[Component]) -> Content:
    """Return the parts, one a line, with their roles."""
    lines = [
        Content.assemble(
            (" ├ " if at < len(components) - 1 else " └ ", "$quiet"),
            (shown(part.part), "bold $foreground"),
            f" {joined(part.pinyin)}  {shown(part.gloss or '')}".rstrip(),
            (f"  {part.role.value}", "$quiet"),
        )
        for at, part in enumerate(components)
    ]
    return Content("\n").join(lines)


def sense_chain(senses: Sequence[Sense], width: int) -> Content:
    """Return the senses on a line through time, their periods below.

    Where it is narrow the line between them grows shorter, then the oldest are folded away.
    """
    cuts = [(shown(sense.sense), shown(sense.period)) for sense in senses]
    sizes = [max(cells(sense), cells(period)) for sense, period in cuts]
    between = next((gap for gap in (5, 4, 3) if sum(sizes) + gap * (len(cuts) - 1) <= width), 3)
    while len(cuts) > 1 and sum(sizes) + between * (len(cuts) - 1) > width:
        cuts, sizes = cuts[1:], sizes[1:]
    above, below = Content(""), Content("")
    for at, ((sense, period), size) in enumerate(zip(cuts, sizes, strict=True)):
        last = at == len(cuts) - 1
        line = "" if last else f" {'─' * (size - cells(sense) + between - 2)} "
        above += Content.assemble((sense, "$foreground"), (line, "$quiet 60%"))
        below += Content.styled(period + ("" if last else " " * (size - cells(period) + between)), "$quiet")
    return Content("\n").join([above, below])


def paragraph(card: Card, explanation: Explanation, most: int) -> Content:
    """Return the paragraph with the card's word marked, cut to about ``most`` characters around it."""
    text, mark = explanation.paragraph, card.mark
    start, end = (mark.start, mark.end) if mark is not None else (0, 0)
    first, last = _window(text, start, end, most)
    before, after = ("… " if first else ""), (" …" if last < len(text) else "")
    if mark is None:
        return Content.assemble(before, shown(text[first:last]), after)
    return Content.assemble(
        before,
        shown(text[first:start]),
        ("▌", "$cinnabar"),
        (shown(text[start:end]), "bold $foreground on $surface"),
        ("▐", "$cinnabar"),
        shown(text[end:last]),
        after,
    )


def _window(text: str, start: int, end: int, most: int) -> tuple[int, int]:
    """Return where to cut ``text`` so that ``most`` characters around the mark stay, between words."""
    if len(text) <= most:
        return 0, len(text)
    first = max(0, min(start - most // 3, len(text) - most))
    last = min(len(text), max(first + most, end))
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space > end else last
    return first, last


def origin_line(origin: Origin, width: int) -> Content:
    """Return where the card comes from, and that no address is recorded where none is, on one line."""
    parts = [origin.section, origin.issue_title, origin.issue_date]
    named = " · ".join(shown(part) for part in parts if part) or shown(origin.headline)
    link = "o opens it" if origin.url else NO_ADDRESS
    return Content.assemble((fit(named, width - cells(link) - 2), "$indigo"), (f"  {link}", "$quiet"))
