"""The draft column of an article: what was found stands in it, what was not is asked for in its place."""

import re
import textwrap
from collections.abc import Iterator
from typing import Final

from hanzi_column.columns.articles.article import Article
from hanzi_column.columns.articles.reading import ArticleReading, ReadPart
from hanzi_column.columns.articles.verses import Verse, in_order
from hanzi_column.columns.draft import COMPONENTS_TODO, Draft, front_matter, mint_id, quoted, sentence_todo
from hanzi_column.columns.house_style.grammar import Form, Kind, Mention, read_mentions
from hanzi_column.columns.newsletters.newsletter import ColumnEntry
from hanzi_column.columns.pages.blocks import Block
from hanzi_column.domain.pinyin import Pinyin, joined, spaced
from hanzi_column.language.readings import suggested_readings

_WIDTH: Final = 118
_SPECIAL = re.compile(r"([\\`*_\[\]<>&{}~])")
_BEGINS = re.compile(r"^(\s*)([-+#=|>]|\d{1,9}(?=[.)]))")
_BULLET = re.compile(r"^(?:[-*•·]\s+|\d{1,2}[.)]\s+)(?=\S)")


def draft_article(article: Article, reading: ArticleReading, issue_id: str | None) -> Draft:
    """Return the draft column of ``article``; ``issue_id`` is None where no issue is known to have carried it."""
    headword = article.headword
    entry = ColumnEntry(headword, article.headline or headword, article.deck, article.url)
    suggested = suggested_readings(headword)
    minted = mint_id(headword, issue_id or "", tuple(reading.readings) or suggested)
    lines = [
        *front_matter(
            minted,
            entry,
            _readings(reading, suggested),
            _components(reading.parts),
            issue_id,
            _traditional(reading, headword),
        ),
        f"# {_escaped(article.headline) if article.headline else 'TODO a headline of your own'}",
        "",
    ]
    if article.deck:
        lines += [f"*{_escaped(article.deck)}*", ""]
    lines += _prose(article, reading)
    if reading.offered:
        words = ", ".join(f"{word.hanzi} {joined(word.pinyin)}" for word in reading.offered)
        lines += [f"TODO give those that you want their pinyin and gloss, in place, and remove this line: {words}", ""]
    for why in dict.fromkeys(unsure.why for unsure in reading.unsure if not unsure.suggested):
        lines += [f"TODO mend this above, and remove this line: {_escaped(why)}", ""]
    if not any(verse is not None and verse.is_sentence for _, verse in in_order(article.paragraphs)):
        lines += sentence_todo(headword)
    return Draft(minted, entry, "\n".join(lines))


def _readings(reading: ArticleReading, suggested: tuple[Pinyin, ...]) -> list[str]:
    lines: list[str] = []
    for number, pinyin in enumerate(reading.readings or suggested):
        ask = "" if reading.readings else "  # TODO a suggestion: confirm it, or write another"
        gloss = (
            quoted(reading.headword_gloss)
            if reading.headword_gloss and number == 0
            else "TODO what it means, said like this"
        )
        lines += [f"  - pinyin: {spaced(tuple(each.lower for each in pinyin))}{ask}", f"    gloss: {gloss}"]
    return lines or ["  - pinyin: TODO the pinyin with tone marks", "    gloss: TODO what it means"]


def _components(parts: list[ReadPart]) -> list[str]:
    if not parts:
        return [f"components: []  # {COMPONENTS_TODO}"]
    lines = ["components:"]
    for part in parts:
        lines.append(f"  - part: {part.part}")
        if part.pinyin:
            lines.append(f"    pinyin: {spaced(part.pinyin)}")
        if part.gloss:
            lines.append(f"    gloss: {quoted(part.gloss)}")
        lines.append("    role: TODO meaning, sound, both or form")
    return lines


def _traditional(reading: ArticleReading, headword: str) -> str | None:
    others = sorted(reading.context.headwords - {headword})
    return others[0] if len(others) == 1 else None


def _prose(article: Article, reading: ArticleReading) -> Iterator[str]:
    """Yield the lines of the prose: the paragraphs as they are, their words without tones marked in place."""
    number = 0
    listed = False
    for block, verse in in_order(article.paragraphs):
        if listed and (verse is not None or _BULLET.match(block.text) is None):
            yield ""
        listed = verse is None and _BULLET.match(block.text) is not None
        if verse is not None:
            number += 1
            yield from _verse(verse, number)
            continue
        yield from _paragraph(_marked(block, reading))
        if not listed:
            yield ""
    if listed:
        yield ""


def _verse(verse: Verse, number: int) -> Iterator[str]:
    english = _escaped(verse.english) if verse.english else "TODO its English"
    if verse.word:
        gloss = f", {english}" if verse.english else ""
        yield from _paragraph(f"- {verse.hanzi} ({joined(verse.pinyin)}{gloss})", escape=False)
    elif verse.quoted:
        line = f"{verse.hanzi} {verse.printed}".strip()
        yield from _paragraph(f"“{english}” ({line})" if verse.english else f"{line}", escape=False)
    else:
        yield f"> {_escaped(verse.hanzi)} {{#sentence-{number}}}"
        yield f"> {_escaped(verse.printed)}"
        yield f"> {english}"
    yield ""


def _marked(block: Block, reading: ArticleReading) -> str:
    """Return the text of ``block`` with a suggested reading, and a TODO, at each word that has none of its own."""
    suggested = {word.hanzi: word for word in reading.words if word.suggested}
    text = block.text
    for mention in reversed(list(read_mentions(text, reading.context))):
        word = suggested.get(mention.hanzi)
        if word is None or mention.kind is not Kind.WORD or mention.form is Form.BARE:
            continue
        text = _with_suggestion(text, mention, joined(word.pinyin))
    return text


def _with_suggestion(text: str, mention: Mention, pinyin: str) -> str:
    if mention.printed is not None:
        at = text.find(mention.printed, mention.start if mention.form is not Form.AFTER_PINYIN else 0)
        if 0 <= at < mention.closed:
            return f"{text[:at]}TODO {pinyin}{text[at + len(mention.printed) :]}"
    if mention.form is Form.GLOSSED_BEFORE:
        at = min(at for bracket in "(（[【［" if (at := text.find(bracket, mention.end)) >= 0) + 1
        return f"{text[:at]}TODO {pinyin}, {text[at:]}"
    return f"{text[: mention.end]} TODO {pinyin}{text[mention.end :]}"


def _escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it stands."""
    return _SPECIAL.sub(r"\\\1", text)


def _paragraph(text: str, *, escape: bool = True) -> Iterator[str]:
    bullet = _BULLET.match(text)
    lead = "- " if bullet is not None else ""
    rest = text[bullet.end() :] if bullet is not None else text
    body = _escaped(rest) if escape else rest
    lines = textwrap.wrap(body, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    for number, line in enumerate(lines):
        # A line of a paragraph that begins like a list or a heading would become one.
        shown = _BEGINS.sub(lambda found: f"{found[1]}{_guarded(found[2])}", line)
        yield f"{lead if number == 0 else ' ' * len(lead)}{shown}"


def _guarded(mark: str) -> str:
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
