"""Reads one column file into a Column, or into the problems that keep it from being one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hanzi_column.columns.front_matter import Fields, cut, read_yaml
from hanzi_column.columns.house_style.grammar import Context, Form, Kind, Mention, context_of, read_mentions
from hanzi_column.columns.house_style.inside import NEUTRAL_WORDS
from hanzi_column.columns.problems import DRAFT_MARK, Problem, ProblemList, Severity
from hanzi_column.columns.prose import BlockKind, ProseBlock, read_prose
from hanzi_column.domain.column import (
    Column,
    Paragraph,
    Position,
    Quotation,
    Reading,
    Reference,
    Sentence,
    Source,
    Word,
)
from hanzi_column.domain.etymology import Component, Evidence, Formation, Role, Sense
from hanzi_column.domain.pinyin import NEUTRAL, Pinyin, align, parse, spaced
from hanzi_column.domain.strokes import Strokes
from hanzi_column.domain.text import Span, hanzi_only, is_hanzi, is_part
from hanzi_column.errors import PinyinError, UsageError

LARGEST: Final = 512 * 1024
"""Characters in the largest column file: some two hundred times a column."""

LONGEST_LINE: Final = 20_000
"""Characters in the longest line; a paragraph on one line has a tenth of it."""

_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """What was read of one file: the column, None where an error keeps it back, and every problem."""

    column: Column | None
    problems: tuple[Problem, ...]


def read_column(text: str, file: str) -> ReadColumn:
    """Read the text of a column file. ``file`` names it in problems. Never raises, whatever the text."""
    problems = ProblemList(file)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _too_large(text, problems):
        return ReadColumn(None, problems.found)
    for number, line in enumerate(text.split("\n"), start=1):
        mark = DRAFT_MARK.search(line)
        if mark:
            problems.add(
                "HC401", Position(number, mark.start() + 1), "A draft mark is left.", "Write what it asks for."
            )
    parts = cut(text)
    if parts is None:
        problems.add(
            "HC100",
            Position(1, 1),
            "The file has no front matter.",
            "Begin it with a line ---, the keys, and a line ---.",
        )
        return ReadColumn(None, problems.found)
    fields = read_yaml(parts, problems)
    blocks = list(read_prose(parts.prose, parts.prose_offset))
    if fields is None:
        return ReadColumn(None, problems.found)
    column = _Reader(fields, blocks, problems, Position(parts.prose_offset + 1, 1)).read()
    return ReadColumn(None if problems.has_errors else column, problems.found)


def _too_large(text: str, problems: ProblemList) -> bool:
    if len(text) > LARGEST:
        problems.add("HC002", Position(1, 1), f"The file has {len(text)} characters.", f"Keep it under {LARGEST}.")
        return True
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            problems.add(
                "HC002",
                Position(number, 1),
                f"The line has {len(line)} characters.",
                f"Break it into lines of at most {LONGEST_LINE}.",
            )
            return True
    return False


class _Reader:
    """Reads the front matter and the blocks of one file; all that is wrong is noted, so that it shows at once."""

    def __init__(self, fields: Fields, blocks: Sequence[ProseBlock], problems: ProblemList, prose: Position) -> None:
        self.fields = fields
        self.blocks = blocks
        self.problems = problems
        self.prose = prose
        self.parts: set[str] = set()  # that the front matter names, also where it does not say their role yet
        self.slipped: set[str] = set()  # words of the prose whose pinyin is wrong: told once, there

    def read(self) -> Column | None:
        fields = self.fields
        id_ = fields.parsed("id", self._id, code="HC105", what="an id, minted once, such as li-b9c16b")
        headword = fields.parsed("character", self._headword, code="HC110", what="the headword in hanzi")
        traditional = fields.text("traditional", must=False, what="the traditional form")
        readings = tuple(self._readings(headword))
        formation, evidence = self._formation()
        components = tuple(self._components())
        # A word has no strokes of its own; its characters have, each in a column of its own.
        several = headword is not None and len(headword) > 1
        strokes = fields.parsed(
            "strokes", Strokes.parse, code="HC109", must=not several, what='the stroke classes, as "3123422"'
        )
        senses = tuple(self._senses())
        lookalikes = fields.texts("lookalikes")
        source = self._source()
        references = tuple(self._references())
        fields.refuse_unknown()
        headline = self._headline()
        texts = [block.text for block in self.blocks if block.kind is BlockKind.PARAGRAPH]
        context = context_of(texts, headword, self.parts)
        if traditional is not None:
            context = Context(context.headwords | {traditional}, context.parts)
        paragraphs, words, quotations, sentences = self._prose(context)
        self._check_words(words, senses)
        self._check_parts(lookalikes)
        if strokes is None and several:
            strokes = Strokes()
        if not (
            id_ and headword and readings and formation and evidence and strokes is not None and source and headline
        ):
            return None
        return Column(
            id=id_,
            headword=headword,
            headline=headline,
            readings=readings,
            formation=formation,
            evidence=evidence,
            components=components,
            strokes=strokes,
            senses=senses,
            source=source,
            paragraphs=tuple(paragraphs),
            words=tuple(words),
            quotations=tuple(quotations),
            sentences=tuple(sentences),
            traditional=traditional,
            lookalikes=lookalikes,
            references=references,
        )

    # --- front matter -----------------------------------------------------------------------------------------------

    @staticmethod
    def _id(value: str) -> str:
        if _ID.fullmatch(value) and len(value) <= 60:
            return value
        raise UsageError(f"“{value[:60]}” is no id: write letters, digits and hyphens, at most 60.")

    @staticmethod
    def _headword(value: str) -> str:
        if is_hanzi(value) and len(value) <= 12:
            return value
        raise UsageError(f"“{value[:20]}” is no headword: write hanzi and nothing else.")

    @staticmethod
    def _address(value: str) -> str:
        if _ADDRESS.fullmatch(value):
            return value
        raise UsageError(f"“{value[:60]}” is no web address: write one that begins with http:// or https://, or none.")

    def _readings(self, headword: str | None) -> list[Reading]:
        found: list[Reading] = []
        for each in self.fields.mappings("readings"):
            pinyin = each.parsed(
                "pinyin",
                lambda value: align(headword, value) if headword else parse(value),
                code="HC201",
                what="pinyin with tone marks",
            )
            gloss = each.text("gloss", what="what it means")
            each.refuse_unknown()
            if pinyin and all(syllable.tone == NEUTRAL for syllable in pinyin) and headword not in NEUTRAL_WORDS:
                wrong = f"The reading “{spaced(pinyin)}” has no tone mark."
                self.problems.add("HC202", each.position("pinyin"), wrong, "Write it with its mark, as lì.")
            elif pinyin and gloss:
                found.append(Reading(pinyin, gloss))
        return found

    def _formation(self) -> tuple[Formation | None, Evidence | None]:
        formation = self.fields.mapping("formation")
        if formation is None:
            return None, None
        kind, evidence = formation.choice("kind", Formation), formation.choice("evidence", Evidence)
        formation.refuse_unknown()
        return kind, evidence

    def _components(self) -> list[Component]:
        found: list[Component] = []
        for each in self.fields.mappings("components", must=False):
            part = each.parsed("part", self._part, code="HC110", what="the part, one character")
            role = each.choice("role", Role)
            pinyin = each.parsed("pinyin", parse, code="HC201", must=False, what="pinyin with tone marks")
            gloss = each.text("gloss", must=False, what="what the part means")
            each.refuse_unknown()
            if part:
                self.parts.add(part)
            if part and role:
                found.append(Component(part, role, pinyin or (), gloss))
        return found

    @staticmethod
    def _part(value: str) -> str:
        if is_part(value):
            return value
        raise UsageError(f"“{value[:20]}” is not one character: write the part alone.")

    def _senses(self) -> list[Sense]:
        found: list[Sense] = []
        for each in self.fields.mappings("senses"):
            sense = each.text("sense", what="the meaning in a word or two")
            period = each.text("period", what="the period in which it arose")
            words = each.texts("words")
            each.refuse_unknown()
            if sense and period:
                found.append(Sense(sense, period, words))
        return found

    def _source(self) -> Source | None:
        source = self.fields.mapping("source")
        if source is None:
            return None
        issue = source.text("issue", what="the id of the newsletter issue")
        headline = source.text("headline", must=False, what="the headline in the newsletter")
        url = source.parsed("url", self._address, code="HC106", must=False, what="the address")
        source.refuse_unknown()
        return Source(issue, headline, url) if issue else None

    def _references(self) -> list[Reference]:
        found: list[Reference] = []
        for each in self.fields.mappings("references", must=False):
            title = each.text("title", what="the title of the work")
            entry = each.text("entry", must=False, what="where in the work")
            url = each.parsed("url", self._address, code="HC106", must=False, what="the address")
            each.refuse_unknown()
            if title:
                found.append(Reference(title, entry, url))
        return found

    # --- prose ------------------------------------------------------------------------------------------------------

    def _headline(self) -> str | None:
        headlines = [block for block in self.blocks if block.kind is BlockKind.HEADLINE]
        if len(headlines) == 1 and headlines[0].text.strip():
            return headlines[0].text.strip()
        position = headlines[1].position(0) if len(headlines) > 1 else self.prose
        self.problems.add(
            "HC301",
            position,
            f"There are {len(headlines)} headlines.",
            "Write one line that begins with “# ”, before the prose.",
        )
        return None

    def _prose(self, context: Context) -> tuple[list[Paragraph], list[Word], list[Quotation], list[Sentence]]:
        paragraphs: list[Paragraph] = []
        words: list[Word] = []
        quotations: list[Quotation] = []
        sentences: list[Sentence] = []
        for block in self.blocks:
            number = len(paragraphs)
            if block.kind is BlockKind.SENTENCE:
                sentence = self._sentence(block, max(number, 1), {sentence.mark for sentence in sentences})
                if sentence is not None:
                    sentences.append(sentence)
            elif block.kind is BlockKind.PARAGRAPH and block.text.strip():
                number += 1
                paragraphs.append(Paragraph(number, block.text, block.position(0)))
                for mention in read_mentions(block.text, context):
                    self._take(mention, block, number, context, words, quotations)
        return paragraphs, words, quotations, sentences

    def _take(
        self,
        mention: Mention,
        block: ProseBlock,
        number: int,
        context: Context,
        words: list[Word],
        quotations: list[Quotation],
    ) -> None:
        position, span = block.position(mention.start), Span(mention.start, mention.end)
        mark = block.marks.get(mention.closed)
        toneless = mention.toneless and mention.kind not in (Kind.NAME, Kind.TITLE)  # “Zhu Xi (朱熹)” has its own
        if mention.slip is not None or toneless:
            self.slipped.add(hanzi_only(mention.hanzi))
        if mention.slip is not None:
            self._slip(mention, mention.slip, block)
        elif toneless:
            wrong = f"The pinyin of {mention.hanzi} has no tone marks."
            self.problems.add("HC202", position, wrong, "Write them, as in fēnglì.")
        elif mention.kind is Kind.QUOTATION:
            if mention.pinyin or mention.form is not Form.BARE:
                quotations.append(Quotation(mention.hanzi, mention.pinyin, mention.english, number, span, position))
        elif not mention.pinyin or hanzi_only(mention.hanzi) in context.headwords or mention.hanzi in context.parts:
            return
        elif mention.kind is Kind.WORD or mark is not None:
            words.append(Word(mention.hanzi, mention.pinyin, mention.english, number, span, position, mark))
        elif mention.kind is Kind.COMPONENT:
            self.problems.add(
                "HC307",
                position,
                f"The prose speaks of {mention.hanzi} as a part of the character, the front matter does not.",
                "Add it to the components, or give it a mark, as {#part}, to make it a word.",
                Severity.WARNING,
            )

    def _slip(self, mention: Mention, slip: str, block: ProseBlock) -> None:
        self.problems.add(
            "HC201",
            block.position(block.text.find(slip, mention.end if mention.end < mention.closed else 0)),
            f"“{slip}” does not give {mention.hanzi} one legal syllable per character.",
            f"Write {_count_syllables(mention.hanzi)} with tone marks.",
        )

    def _sentence(self, block: ProseBlock, paragraph: int, taken: set[str]) -> Sentence | None:
        position = block.position(0)
        lines = [line.strip() for line in block.text.strip().split("\n")]
        if len(lines) != 3 or not all(lines):
            self.problems.add(
                "HC302",
                position,
                f"The example sentence has {len(lines)} lines.",
                "Write Chinese, pinyin and English, a line each.",
            )
            return None
        if any(DRAFT_MARK.search(line) for line in lines):
            return None
        hanzi, pinyin, english = lines
        mark = block.marks.get(block.text.find(hanzi) + len(hanzi))
        if mark is None or mark in taken:
            wrong = f"The mark “{mark}” is taken." if mark else "The example sentence has no mark."
            self.problems.add("HC303", position, wrong, "End its Chinese with a mark of its own, as {#knife}.")
            return None
        aligned = self._aligned(hanzi, pinyin, block.position(block.text.find(pinyin)))
        return Sentence(mark, hanzi, aligned, english, paragraph, position) if aligned else None

    def _aligned(self, hanzi: str, pinyin: str, position: Position) -> Pinyin:
        try:
            return align(hanzi, pinyin)
        except PinyinError as error:
            wrong, _, remedy = str(error).rpartition(": ")
            self.problems.add("HC201", position, f"{wrong}.", f"{remedy[:1].upper()}{remedy[1:]}")
            return ()

    def _check_words(self, words: Sequence[Word], senses: Sequence[Sense]) -> None:
        if not words and not self.slipped:
            self.problems.add("HC306", self.prose, "The prose defines no word.", "Write one, as 锋利 (fēnglì, sharp).")
        first: dict[str, Word] = {}
        for word in words:
            earlier = first.setdefault(word.id, word)
            if earlier.pinyin != word.pinyin and word.pinyin and earlier.pinyin:
                self.problems.add(
                    "HC304",
                    word.position,
                    f"{word.hanzi} is defined twice with different readings.",
                    "Tell the second apart with a mark, as {#lihai}, or mend its pinyin.",
                )
        named = {word.hanzi for word in words} | self.slipped
        for sense in senses:
            for shown in sense.words:
                if shown not in named:
                    self.problems.add(
                        "HC305",
                        self.fields.position("senses"),
                        f"The sense “{sense.sense}” names {shown}, which is no word of the prose.",
                        "Define it in the prose, or name another.",
                        Severity.WARNING,
                    )

    def _check_parts(self, lookalikes: Sequence[str]) -> None:
        for each in lookalikes:
            if not is_hanzi(each) or len(each) != 1:
                self.problems.add(
                    "HC110", self.fields.position("lookalikes"), f"“{each}” is not one hanzi.", "Write single hanzi."
                )


def _count_syllables(hanzi: str) -> str:
    count = len(hanzi_only(hanzi))
    return "one syllable" if count == 1 else f"{count} syllables"
