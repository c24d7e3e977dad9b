"""What an article does not say: readings suggested for words without tones, words offered that it only mentions."""

from dataclasses import replace

from hanzi_column.columns.articles.reading import ArticleReading, BareWord, ReadWord
from hanzi_column.domain.pinyin import Pinyin, toneless
from hanzi_column.language.readings import reading_in_sentence, suggested_readings
from hanzi_column.language.words import known_words


def suggest(reading: ArticleReading) -> ArticleReading:
    """Return ``reading`` with its words without tones as words of a suggested reading, and others offered.

    A word that the prose defines (“没有 (don’t have)”) becomes vocabulary, its reading marked as suggested; one that it
    only mentions is offered, and never added.
    """
    named = {word.hanzi for word in reading.words} | reading.context.headwords
    wanted = [bare for bare in reading.bare if bare.hanzi not in named]
    known = known_words(bare.hanzi for bare in wanted)
    words = list(reading.words)
    offered: list[ReadWord] = []
    for bare in wanted:
        if bare.hanzi in named:
            continue
        defined = bare.defined and (bare.gloss is not None or bare.toneless)
        if not defined and bare.hanzi not in known:
            continue
        word = ReadWord(bare.hanzi, _suggested(bare), bare.gloss, bare.position, suggested=True)
        if not word.pinyin:
            continue
        named = named | {bare.hanzi}
        (words if defined else offered).append(word)
    words.sort(key=lambda word: word.position)
    return replace(reading, words=words, offered=offered)


def _suggested(bare: BareWord) -> Pinyin:
    """Return the reading that the sentence asks for; one that contradicts printed letters is none."""
    said = reading_in_sentence(bare.sentence, bare.hanzi)
    if not bare.toneless or toneless(said) == toneless(bare.toneless):
        return said
    return next((each for each in suggested_readings(bare.hanzi) if toneless(each) == toneless(bare.toneless)), ())
