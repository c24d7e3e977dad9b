"""Composes cards: a column gives the cards of its headword and its sentences, a place those of its word."""

from collections.abc import Iterator

from hanzi_column.domain.card import BLANK, Card, CardKind
from hanzi_column.domain.column import Column, Place, Sentence
from hanzi_column.domain.text import Span, hanzi_only

_FIRST_WORD_RANK = 10
_FIRST_CLOZE_RANK = 1_000


def column_cards(column: Column) -> Iterator[Card]:
    """Yield the cards that hang on the column itself: meaning, reading, and a cloze for each sentence."""
    paragraph, mark = _headword_place(column)
    gloss = "; ".join(reading.gloss for reading in column.readings)
    for rank, kind in enumerate((CardKind.MEANING, CardKind.READING)):
        yield Card(
            id=f"{column.id}/{kind.value}",
            kind=kind,
            subject=column.id,
            column_id=column.id,
            prompt=column.headword,
            answer=column.headword,
            pinyins=tuple(dict.fromkeys(reading.pinyin for reading in column.readings)),
            gloss=gloss,
            rank=rank,
            paragraph=paragraph,
            mark=mark,
        )
    for number, sentence in enumerate(column.sentences):
        card = _cloze(column, sentence, _FIRST_CLOZE_RANK + number)
        if card is not None:
            yield card


def word_card(place: Place) -> Card:
    """Return the card of the word that is defined at ``place``."""
    return Card(
        id=f"{place.word}/{CardKind.WORD.value}",
        kind=CardKind.WORD,
        subject=place.word,
        column_id=place.column_id,
        prompt=place.hanzi,
        answer=place.hanzi,
        pinyins=(place.pinyin,) if place.pinyin else (),
        gloss=place.gloss or "",
        rank=_FIRST_WORD_RANK + place.number,
        paragraph=place.paragraph,
        mark=place.span,
    )


def _headword_place(column: Column) -> tuple[int, Span | None]:
    """Return the paragraph that speaks of the headword first, and where it stands there."""
    for paragraph in column.paragraphs:
        # Alone: within a word such as 便利店 the character is not what the paragraph speaks of.
        at = paragraph.text.find(f"{column.headword} (")
        if at >= 0 and (at == 0 or not paragraph.text[at - 1].isalpha()):
            return paragraph.number, Span(at, at + len(column.headword))
    return 1, None


def _cloze(column: Column, sentence: Sentence, rank: int) -> Card | None:
    """Hide the longest word of the column that stands in the sentence, else the headword; None where neither does."""
    words = sorted((word for word in column.words if word.hanzi in sentence.hanzi), key=lambda word: -len(word.hanzi))
    hidden = words[0].hanzi if words else column.headword
    at = sentence.hanzi.find(hidden)
    if at < 0:
        return None
    before = len(hanzi_only(sentence.hanzi[:at]))
    pinyin = sentence.pinyin[before : before + len(hidden)]
    paragraph = words[0].paragraph if words else sentence.paragraph
    return Card(
        id=f"{column.id}/{CardKind.CLOZE.value}/{sentence.mark}",
        kind=CardKind.CLOZE,
        subject=words[0].id if words else column.id,
        column_id=column.id,
        prompt=sentence.hanzi.replace(hidden, BLANK * len(hidden)),
        answer=hidden,
        pinyins=(tuple(syllable.lower for syllable in pinyin),),
        gloss=(words[0].gloss or "") if words else "; ".join(reading.gloss for reading in column.readings),
        rank=rank,
        paragraph=paragraph,
        mark=words[0].span if words else None,
        sentence_mark=sentence.mark,
        english=sentence.english,
    )
