"""Suggested readings: the usual ones, in their order, and nothing rare among them."""

import subprocess
import sys

import pytest

from hanzi_column.domain.pinyin import spaced
from hanzi_column.language.readings import suggested_readings


def suggested(hanzi: str) -> list[str]:
    return [spaced(reading) for reading in suggested_readings(hanzi)]


@pytest.mark.parametrize(
    ("hanzi", "readings"),
    [
        ("利", ["lì"]),
        ("长", ["zhǎng", "cháng"]),
        ("数", ["shù", "shǔ"]),
        ("行", ["xíng", "háng"]),
        ("食", ["shí"]),  # sì and yì are in the dictionaries, and nobody meets them
        ("观", ["guān"]),
        ("里", ["lǐ"]),
        ("和", ["hé"]),
    ],
)
def test_a_character_is_given_its_usual_readings(hanzi: str, readings: list[str]) -> None:
    assert suggested(hanzi) == readings


@pytest.mark.parametrize(
    ("hanzi", "reading"),
    [("内卷", "nèi juǎn"), ("银行", "yín háng"), ("行走", "xíng zǒu"), ("城中村", "chéng zhōng cūn")],
)
def test_a_word_is_read_as_a_whole(hanzi: str, reading: str) -> None:
    assert suggested(hanzi) == [reading]


@pytest.mark.parametrize("text", ["", "li", "利!", "\U00032000", "利 利", "⺮"])
def test_what_is_no_hanzi_or_unknown_gives_nothing(text: str) -> None:
    assert suggested_readings(text) == ()


def test_the_dictionary_is_loaded_only_when_asked() -> None:
    code = "import sys, hanzi_column.language.readings, hanzi_column.cli.ingest; print('pypinyin' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
