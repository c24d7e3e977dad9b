"""What an article says: its vocabulary, components, quotations and readings, each with its place in the source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from hanzi_column.columns.articles.article import Article
from hanzi_column.columns.articles.verses import Verse, in_order
from hanzi_column.columns.house_style.grammar import Context, Form, Kind, Mention, context_of, read_mentions
from hanzi_column.columns.house_style.tokens import has_tones, is_pinyin
from hanzi_column.columns.pages.blocks import Block
from hanzi_column.domain.column import Position
from hanzi_column.domain.pinyin import Pinyin, parse
from hanzi_column.domain.syllables import LONGEST
from hanzi_column.domain.text import hanzi_only, is_hanzi
from hanzi_column.language.readings import possible_readings

_LONGEST_OFFERED: Final = 8
_SPOKEN: Final = re.compile(
    r"(?<![\w’'-])[A-Za-z]*[\u00e0-\u00fc\u0101-\u01dc][a-z\u00e0-\u00fc\u0101-\u01dc]*(?![\w’'-])"
)
"""A word with a letter that may carry a tone."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word; ``suggested`` says that its reading is not the text's own, and an editor has to confirm it."""

    hanzi: str
    pinyin: Pinyin
    gloss: str | None
    position: Position
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A component as the article names it."""

    part: str
    pinyin: Pinyin
    gloss: str | None


@dataclass(frozen=True, slots=True)
class ReadQuotation:
    """A line that the article quotes."""

    hanzi: str
    pinyin: Pinyin
    english: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """An example sentence with its pinyin and its English."""

    hanzi: str
    pinyin: Pinyin
    english: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class Unsure:
    """Text that could not be read for certain, and why; ``suggested`` says that a draft suggests what it should be."""

    text: str
    why: str
    position: Position
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class BareWord:
    """Chinese that stands in ``sentence`` without tones; ``defined`` says that a bracket belongs to it.

    ``toneless`` is its pinyin where the prose prints it without tones.
    """

    hanzi: str
    gloss: str | None
    sentence: str
    position: Position
    defined: bool = False
    toneless: Pinyin = ()


@dataclass(slots=True)
class ArticleReading:
    """Everything that was read of an article, in the order of the text.

    ``bare`` is Chinese that lacks a reading; ``offered`` are the words among it that the prose only mentions.
    """

    context: Context
    words: list[ReadWord] = field(default_factory=list)
    parts: list[ReadPart] = field(default_factory=list)
    quotations: list[ReadQuotation] = field(default_factory=list)
    sentences: list[ReadSentence] = field(default_factory=list)
    readings: list[Pinyin] = field(default_factory=list)
    offered: list[ReadWord] = field(default_factory=list)
    headword_gloss: str | None = None
    unsure: list[Unsure] = field(default_factory=list)
    bare: list[BareWord] = field(default_factory=list)


def read_article(article: Article) -> ArticleReading:
    """Read the prose of ``article``. Never raises, whatever its text."""
    texts = [block.text for block in article.paragraphs]
    context = context_of([article.headline or "", *article.above, *texts], article.headword)
    reader = _Reader(article, ArticleReading(context))
    for line in (article.headline or "", *article.above):
        for mention in read_mentions(line, context):
            if mention.kind is Kind.HEADWORD:
                reader.take_headword(mention)
    for block, verse in in_order(article.paragraphs):
        if verse is not None:
            reader.take_verse(verse, block)
        else:
            reader.read(block)
    return reader.found


class _Reader:
    """Collects what the mentions of one article say."""

    def __init__(self, article: Article, found: ArticleReading) -> None:
        self.article = article
        self.found = found
        self.places = _Places(article.source)
        self._spoken = 0  # the offset up to which the block has been looked through

    def read(self, block: Block) -> None:
        for mention in read_mentions(block.text, self.found.context):
            self._take_spoken(block, mention.start)
            self._spoken = max(self._spoken, mention.closed)
            self.take(mention, block)
        self._take_spoken(block, len(block.text))
        self._spoken = 0

    def _take_spoken(self, block: Block, stop: int) -> None:
        """Take the readings of the headword that stand in the sentence without it: “the character is read bó”."""
        headword = self.article.headword
        if len(headword) != 1:
            return
        for found in _SPOKEN.finditer(block.text, self._spoken, stop):
            if len(found[0]) <= LONGEST and is_pinyin(found[0]) and has_tones(found[0]):
                (*others, syllable) = parse(found[0].lower())
                if (
                    not others
                    and str(syllable) in possible_readings(headword)
                    and (syllable,) not in self.found.readings
                ):
                    self.found.readings.append((syllable,))
        self._spoken = max(stop, self._spoken)

    def take(self, mention: Mention, block: Block) -> None:
        position = self.places.position(block, mention)
        if mention.slip is not None:
            why = f"“{mention.slip}” does not give {mention.hanzi} one legal syllable per character."
            self.found.unsure.append(Unsure(mention.hanzi, why, position))
            self._bare(mention, block, position)
        elif mention.kind is Kind.HEADWORD:
            self.take_headword(mention)
        elif mention.kind is Kind.COMPONENT:
            self._take_part(mention)
        elif mention.kind is Kind.QUOTATION:
            self._take_quotation(mention, position)
        elif mention.kind is Kind.SENTENCE:
            self.found.sentences.append(ReadSentence(mention.hanzi, mention.pinyin, mention.english, position))
        elif mention.kind is Kind.WORD:
            self._take_word(mention, block, position)

    def take_verse(self, verse: Verse, block: Block) -> None:
        position = self.places.line_of(block.start)
        if verse.word:
            self.found.words.append(ReadWord(verse.hanzi, verse.pinyin, verse.english, position))
        elif verse.quoted:
            zh = verse.hanzi.strip('，。；：,.;: “”"「」')
            self._add_quotation(ReadQuotation(zh, _plain_case(zh, verse.pinyin), verse.english, position))
        else:
            self.found.sentences.append(ReadSentence(verse.hanzi, verse.pinyin, verse.english, position))

    def take_headword(self, mention: Mention) -> None:
        for pinyin in (mention.pinyin, *mention.readings):
            lower = tuple(syllable.lower for syllable in pinyin)
            if lower and not mention.toneless and lower not in self.found.readings:
                self.found.readings.append(lower)
        if self.found.headword_gloss is None and mention.pinyin:
            self.found.headword_gloss = mention.english

    def _take_part(self, mention: Mention) -> None:
        self.found.context.parts.add(mention.hanzi)
        pinyin = () if mention.toneless else mention.pinyin
        for at, part in enumerate(self.found.parts):
            if part.part == mention.hanzi:
                self.found.parts[at] = ReadPart(part.part, part.pinyin or pinyin, part.gloss or mention.english)
                return
        self.found.parts.append(ReadPart(mention.hanzi, pinyin, mention.english))

    def _take_quotation(self, mention: Mention, position: Position) -> None:
        zh = mention.hanzi.strip("，。；：,.;: ")
        self._add_quotation(ReadQuotation(zh, _plain_case(zh, mention.pinyin), mention.english, position))

    def _add_quotation(self, quotation: ReadQuotation) -> None:
        for at, held in enumerate(self.found.quotations):
            if hanzi_only(held.hanzi) == hanzi_only(quotation.hanzi):
                pinyin, english = held.pinyin or quotation.pinyin, held.english or quotation.english
                self.found.quotations[at] = replace(held, pinyin=pinyin, english=english)
                return
        self.found.quotations.append(quotation)

    def _take_word(self, mention: Mention, block: Block, position: Position) -> None:
        if mention.toneless:
            why = f"The pinyin of {mention.hanzi} has no tone marks."
            self.found.unsure.append(Unsure(f"{mention.hanzi} ({mention.printed})", why, position, suggested=True))
        if not mention.pinyin or mention.toneless:
            self._bare(mention, block, position)
            return
        for pinyin in (mention.pinyin, *mention.readings):
            for at, word in enumerate(self.found.words):
                if word.hanzi == mention.hanzi and word.pinyin == pinyin:
                    self.found.words[at] = replace(word, gloss=word.gloss or mention.english)
                    break
            else:
                self.found.words.append(ReadWord(mention.hanzi, pinyin, mention.english, position))

    def _bare(self, mention: Mention, block: Block, position: Position) -> None:
        hanzi = hanzi_only(mention.hanzi)
        if not 1 < len(hanzi) <= _LONGEST_OFFERED:
            return
        defined = mention.form is not Form.BARE
        sentence = _sentence_of(block.text, mention.start, mention.end)
        gloss = mention.english if defined else None
        self.found.bare.append(BareWord(hanzi, gloss, sentence, position, defined, mention.pinyin))


def _plain_case(hanzi: str, pinyin: Pinyin) -> Pinyin:
    """Take the capitals off the syllables that begin a sentence of a quotation."""
    begin = {0}
    count = 0
    for char in hanzi:
        if is_hanzi(char):
            count += 1
        elif char in "。！？.!?":
            begin.add(count)
    return tuple(syllable.lower if at in begin else syllable for at, syllable in enumerate(pinyin))


def _sentence_of(text: str, start: int, end: int) -> str:
    first, last = max(start - _LONGEST_SENTENCE, 0), min(end + _LONGEST_SENTENCE, len(text))
    begin = max((at + 1 for stop in ".!?。！？" if (at := text.rfind(stop, first, start)) >= 0), default=first)
    stops = [at for stop in ".!?。！？" if (at := text.find(stop, end, last)) >= 0]
    return text[begin : min(stops, default=last) + 1].strip()


_LONGEST_SENTENCE: Final = 200
"""Characters looked at on each side of a word for where its sentence begins and ends."""


class _Places:
    """Finds the place of a mention in the source that its block was read from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts = [0, *_line_starts(source)]
        self._block: Block | None = None
        self._seen: dict[str, tuple[int, int]] = {}  # hanzi of the block: up to where in it, and where in the source

    def line_of(self, offset: int) -> Position:
        """Return line and column of a character of the source."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def position(self, block: Block, mention: Mention) -> Position:
        """Return where the hanzi of ``mention`` stand, or their block where they are not found as they are."""
        if block is not self._block:
            self._block, self._seen = block, {}
        hanzi = block.text[mention.start : mention.end]
        read, at = self._seen.get(hanzi, (0, block.start - 1))
        # The block's mentions come in order: what stands before this one has been counted already.
        for _ in range(block.text.count(hanzi, read, mention.start) + 1):
            following = self.source.find(hanzi, at + 1 if at < block.start else at + len(hanzi))
            if following < 0:
                break
            at = following
        self._seen[hanzi] = mention.end, at
        return self.line_of(max(at, block.start))


def _line_starts(source: str) -> Iterator[int]:
    at = source.find("\n")
    while at >= 0:
        yield at + 1
        at = source.find("\n", at + 1)
