"""Makes a deck of any size: columns with words of their own, written as an editor would write them."""

from pathlib import Path

_COLUMN = """\
---
id: bench-{number}
character: {headword}
readings:
  - pinyin: dāo
    gloss: meaning {number}
formation:
  kind: pictograph
  evidence: attested
strokes: "53"
senses:
  - sense: first
    period: Shang
source:
  issue: bench
---
# {headword}, number {number}

The character {headword} (dāo) opens paragraph one of column {number}.

{words}
"""
WORDS_A_COLUMN = 18


def write_deck(data: Path, cards: int) -> int:
    """Write columns into ``data`` until they give at least ``cards`` cards; returns how many they give."""
    (data / "issues").mkdir(parents=True, exist_ok=True)
    (data / "columns").mkdir(exist_ok=True)
    (data / "issues" / "bench.toml").write_text('id = "bench"\ntitle = "Bench"\n', encoding="utf-8")
    given = number = 0
    while given < cards:
        headword = chr(0x4E00 + number)
        words = " ".join(
            f"Here stands {chr(0x4E00 + at)}{headword}{chr(0x5E00 + number)} (dāodāodāo, word {at} of {number})."
            for at in range(WORDS_A_COLUMN)
        )
        text = _COLUMN.format(number=number, headword=headword, words=words)
        (data / "columns" / f"{headword}.md").write_text(text, encoding="utf-8")
        number += 1
        given += 2 + WORDS_A_COLUMN
    return given
