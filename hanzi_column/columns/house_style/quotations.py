"""Lines that are quoted and example sentences, told from the idioms and sayings that are taught as words."""

import re
from typing import Final

from hanzi_column.columns.house_style import cues
from hanzi_column.columns.house_style.attribution import (
    INSIDE,
    begins_with,
    context_before,
    english_around,
    english_quotation,
    follows,
    is_attributed,
    is_attributed_in_its_sentence,
    is_quoted,
    is_saying,
)
from hanzi_column.columns.house_style.found import Found
from hanzi_column.columns.house_style.line import CHINESE_STOPS, SENTENCE_STOPS, Line
from hanzi_column.columns.house_style.mention import Form
from hanzi_column.columns.house_style.tokens import TokenKind
from hanzi_column.domain.text import hanzi_only

_CLOSE: Final = 110
"""Characters looked back for what introduces Chinese."""

_LONG: Final = 5
"""Hanzi from which on Chinese without a comma may be a line that is quoted, or an example sentence."""

_IDIOM: Final = 4
_SHORTEST_SENTENCE: Final = 2
_OPENING: Final = 12
"""Characters before a quotation that begins its paragraph."""

_FEWEST_ENGLISH: Final = 4
"""Words of an English quotation; what is shorter is a gloss."""

_VERSE: Final = 7
"""Hanzi of a line of verse in quotation marks."""

_POEM: Final = 8
"""Hanzi of the shortest couplet."""


def has_clauses(hanzi: str) -> bool:
    """Whether a mark of a sentence stands between the hanzi."""
    inner = hanzi.strip("".join(CHINESE_STOPS) + ",.;?! ")
    return any(char in CHINESE_STOPS or char in ",;!?.—" for char in inner)


def is_quotation(line: Line, found: Found) -> bool:
    """Whether Chinese is a line from a text, and not an idiom or a saying that is taught as a word."""
    clauses = has_clauses(found.entry.hanzi)
    if found.entry.slip is not None and not clauses:
        return False
    around = english_around(line, found)
    if clauses:
        return _is_quoted_sentence(line, found, around)
    if around is not None:
        return _is_quoted_in_english(line, found, around)
    if found.form in INSIDE:
        return _is_quoted_after_english(line, found)
    return _is_quoted_before_its_bracket(line, found)


def _is_quoted_sentence(line: Line, found: Found, around: str | None) -> bool:
    """Decide on Chinese with a comma in it: ``里，居也``, and on the proverbs in two halves that look like it."""
    entry = found.entry
    before = found.form in (Form.WORD_BEFORE, Form.GLOSSED_BEFORE)
    if around is not None:
        return not entry.pinyin or not is_saying(line, found)
    if cues.CLASSICAL.search(entry.hanzi) or (not entry.pinyin and found.form is not Form.GLOSSED_BEFORE):
        return not is_saying(line, found)
    if not before:
        # What opens a paragraph, in quotation marks or on its own, is explained after it.
        quoted = _is_paragraph(line, found) or english_quotation(line, found) is not None
        opens = quoted and len(context_before(line, found).strip()) < _OPENING
        return opens or is_attributed(line, found)
    capital = not entry.pinyin or entry.pinyin[0].capital
    if entry.gloss is None or (is_quoted(line, found) and capital):
        return not is_saying(line, found)
    if is_quoted(line, found) and is_attributed_in_its_sentence(line, found):
        return True
    return _is_introduced(line, line.tokens[entry.first].start)


def _is_paragraph(line: Line, found: Found) -> bool:
    """Whether a bracket is all that stands in its paragraph, but for the mark of a quoted block."""
    begins = found.bracket is not None and not line.between(0, found.bracket.opened).strip("> ")
    return begins and found.after == len(line.tokens)


def _is_introduced(line: Line, start: int) -> bool:
    return cues.INTRODUCES.search(line.text[max(start - _CLOSE, 0) : start]) is not None


def _is_quoted_in_english(line: Line, found: Found, around: str) -> bool:
    """Decide on ``“not to enter my home (无逾我里 …)”``: a name in title case is none, nor a word or two."""
    words = around.split()
    titled = sum(word[0].isupper() for word in words) > len(words) / 2 and len(words) > 1
    said = around[:1].isupper() and _is_introduced(line, line.tokens[begins_with(line, found)].start)
    long = len(words) >= _FEWEST_ENGLISH or len(hanzi_only(found.entry.hanzi)) >= _LONG or said
    return not titled and (long or _is_definition(found.entry.hanzi)) and not is_saying(line, found)


def _is_definition(hanzi: str) -> bool:
    """Whether Chinese is what an old dictionary says of a character: ``实也``, “it is fullness”."""
    return len(hanzi_only(hanzi)) >= _SHORTEST_SENTENCE and hanzi_only(hanzi).endswith("也")


def _is_quoted_after_english(line: Line, found: Found) -> bool:
    """Decide on ``“passed his own door three times” (三过其门而不入 …)``: a line only where it is somebody's."""
    entry = found.entry
    count = len(hanzi_only(entry.hanzi))
    if found.form is Form.CHINESE_INSIDE and count > _LONG + 1:
        return is_attributed(line, found)
    english = english_quotation(line, found)
    if _is_definition(entry.hanzi):
        return True
    if count < _IDIOM or english is None or len(english.split()) < _FEWEST_ENGLISH:
        return False
    if cues.CLASSICAL.search(entry.hanzi[-1]) and not is_saying(line, found):
        return True
    said = cues.ATTRIBUTED_AFTER.match(follows(line, found)) is not None and (count >= _LONG or english[:1].isupper())
    return said or is_attributed_in_its_sentence(line, found)


def _is_quoted_before_its_bracket(line: Line, found: Found) -> bool:
    """Decide on ``“谷熟也” (gǔ shú yě)``, which a dictionary says, and on longer Chinese in quotation marks."""
    entry = found.entry
    count = len(hanzi_only(entry.hanzi))
    if found.form is not Form.WORD_BEFORE or not entry.pinyin or count < _SHORTEST_SENTENCE:
        return False
    start = line.tokens[entry.first].start
    quoted = is_quoted(line, found)
    if quoted and cues.DEFINES.search(line.text[max(start - _CLOSE, 0) : start]):
        return True
    if count >= _LONG and quoted and entry.pinyin[0].capital:
        return is_attributed(line, found)
    return count > _LONG and entry.gloss is not None and is_attributed_in_its_sentence(line, found)


def is_couplet(hanzi: str) -> bool:
    """Whether the halves of a line are as long as those of regular verse: five hanzi or seven each."""
    halves = [len(hanzi_only(half)) for half in re.split(r"[，。；！？]", hanzi) if half.strip()]
    return len(halves) >= 2 and set(halves) in ({5}, {7})


def is_bare_quotation(line: Line, found: Found) -> bool:
    """Whether Chinese without a bracket is a line that is quoted: “數，計也.”, and not the talk of a passer-by."""
    hanzi = found.entry.hanzi
    count = len(hanzi_only(hanzi))
    if not has_clauses(hanzi):
        return count >= _VERSE and is_quoted(line, found) and is_attributed(line, found)
    if "," in hanzi:
        return False
    translated = line.kind(found.entry.first - 1) is TokenKind.CLOSE_QUOTE
    if (
        cues.CLASSICAL.search(hanzi)
        or cues.ATTRIBUTED_AFTER.match(follows(line, found))
        or translated
        or is_couplet(hanzi)
    ):
        return True
    return count >= _POEM and is_attributed(line, found)


def is_sentence(line: Line, found: Found) -> bool:
    """Whether Chinese is an example sentence: a whole sentence with its pinyin and its English."""
    entry = found.entry
    count = len(hanzi_only(entry.hanzi))
    if count < _SHORTEST_SENTENCE or not entry.pinyin or (has_clauses(entry.hanzi) and is_saying(line, found)):
        return False
    stopped = _ends_sentence(line, found)
    if count < _LONG and not stopped:  # as most words
        return False
    capital = entry.pinyin[0].capital and not all(syllable.capital for syllable in entry.pinyin)
    before = line.text[max(line.tokens[entry.first].start - _CLOSE, 0) : line.tokens[entry.first].start]
    if found.form is Form.BESIDE_PINYIN:
        return stopped or (capital and count >= _LONG)
    if found.form in INSIDE:
        return stopped and not is_attributed(line, found) and cues.SAYING.search(before) is None and capital
    gloss_capital = entry.gloss is not None and entry.gloss[0].isupper() and len(entry.gloss.split()) >= 3
    if has_clauses(entry.hanzi) and is_quoted(line, found) and not cues.EXAMPLE.search(before):
        return False
    if is_quoted(line, found) and is_attributed(line, found) and not cues.EXAMPLE.search(before):
        return False
    if count >= _LONG and capital and (gloss_capital or cues.EXAMPLE.search(before) is not None):
        return not (has_clauses(entry.hanzi) and is_attributed(line, found))
    return stopped and capital and not is_attributed(line, found)


def _ends_sentence(line: Line, found: Found) -> bool:
    after = found.entry.last + 1
    return line.kind(after) is TokenKind.STOP and line.tokens[after].text in SENTENCE_STOPS
