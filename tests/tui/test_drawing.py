"""What the parts of the screen draw: pinyin over hanzi, the sense chain, the window on a paragraph, the colours."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain.etymology import Sense
from hanzi_column.domain.pinyin import align
from hanzi_column.domain.text import cells
from hanzi_column.tui.themes import INK, PAPER
from hanzi_column.tui.widgets.explained import _window, sense_chain
from hanzi_column.tui.widgets.ruby import ruby


def drawn(hanzi: str, pinyin: str, width: int = 60) -> list[str]:
    return str(ruby(hanzi, align(hanzi, pinyin), width, "", "")).split("\n")


def test_each_syllable_stands_over_its_character() -> None:
    assert drawn("便利店", "biànlìdiàn") == ["biàn lì diàn", " 便  利  店"]


def test_long_words_fold_between_syllables_and_no_line_begins_with_a_stop() -> None:
    lines = drawn("她的中文说得很流利。", "Tā de Zhōngwén shuō de hěn liúlì", width=24)
    assert all(cells(line) <= 26 for line in lines)
    assert "".join(lines[1::2]).replace(" ", "") == "她的中文说得很流利。"
    assert not any(line.strip().startswith("。") for line in lines)


@given(st.integers(8, 60))
def test_every_syllable_begins_within_the_cells_of_its_character(width: int) -> None:
    hanzi, pinyin = "装床双窗创", "zhuāng chuáng shuāng chuāng chuàng"
    lines = drawn(hanzi, pinyin, width)
    for above, below in zip(lines[::2], lines[1::2], strict=True):
        centres = [cells(below[:at]) + 1 for at, char in enumerate(below) if char != " "]
        starts = [at for at in range(len(above)) if above[at] != " " and (at == 0 or above[at - 1] == " ")]
        ends = [at for at in range(len(above)) if above[at] != " " and (at + 1 == len(above) or above[at + 1] == " ")]
        assert all(start <= centre <= end + 1 for start, centre, end in zip(starts, centres, ends, strict=True))


def test_the_sense_chain_sets_each_period_under_its_sense() -> None:
    senses = [Sense("reap", "Shang"), Sense("sharp", "Zhou"), Sense("benefit", "Warring States")]
    above, below = str(sense_chain(senses, 74)).split("\n")
    for sense in senses:
        assert above.index(sense.sense) == below.index(sense.period)


@pytest.mark.parametrize("width", [10, 20, 30, 40, 60])
def test_a_narrow_sense_chain_keeps_the_newest_and_fits(width: int) -> None:
    senses = [Sense(f"sense{number}", "Warring States") for number in range(6)]
    lines = str(sense_chain(senses, width)).split("\n")
    assert "sense5" in lines[0]
    assert all(cells(line) <= max(width, 14) for line in lines)


@given(st.text(alphabet="ab ", min_size=1, max_size=600), st.integers(0, 599), st.integers(0, 8), st.integers(20, 300))
def test_the_window_on_a_paragraph_always_shows_the_word(text: str, start: int, size: int, most: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    first, last = _window(text, start, end, most)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert last - first <= max(most, size + most)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("theme", "ground"), list(product([INK, PAPER], ["background", "surface"])))
def test_every_colour_of_text_stands_out_from_its_ground(theme, ground: str) -> None:
    """WCAG 2.1, 1.4.3: at least 4.5 to 1."""
    grounds = luminance(getattr(theme, ground))
    colours = {"text": theme.foreground, **{role: theme.variables[role] for role in ("quiet", "cinnabar", "jade")}}
    colours |= {role: theme.variables[role] for role in ("ochre", "indigo")}
    too_faint = {}
    for role, colour in colours.items():
        bright, dark = sorted((luminance(colour), grounds), reverse=True)
        ratio = (bright + 0.05) / (dark + 0.05)
        if ratio < 4.5:
            too_faint[role] = round(ratio, 2)
    # On the raised surface of paper only text, quiet and the seal are used.
    if (theme, ground) == (PAPER, "surface"):
        too_faint = {role: ratio for role, ratio in too_faint.items() if role in ("text", "quiet", "cinnabar")}
    assert too_faint == {}
