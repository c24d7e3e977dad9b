"""Files as they lie on a disk: what encoding they are in, and one clear sentence for what is no text."""

import codecs
from pathlib import Path

import pytest

from hanzi_column.columns.pages.decoding import LARGEST, declared_in_html, decode, read_file, refuse_unreadable
from hanzi_column.errors import UnreadableInputError

TEXT = "利: “sharp” 👇\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(content: bytes) -> None:
    refuse_unreadable(content, "a.txt")
    assert decode(content, "a.txt") == TEXT


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("gb2312", "gb18030", "利 镕"),  # 镕 is outside of what the page says it is in
        ("GBK", "gbk", "炒货"),
        ("big5", "big5", "炒貨"),
        ("iso-8859-1", "cp1252", "“sharp” – café"),
        ("windows-1252", "cp1252", "it’s"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(declared: str, encoding: str, text: str) -> None:
    content = f'<html><head><META http-equiv=Content-Type content="text/html; charset={declared}">'.encode()
    content += text.encode(encoding)
    assert declared_in_html(content) == declared
    assert decode(content, "a.html", declared_in_html(content)).endswith(text)


def test_a_page_saved_again_as_utf_8_is_read_so_whatever_it_still_declares() -> None:
    content = f"<meta charset=gb2312>{TEXT}".encode()
    assert decode(content, "a.html", declared_in_html(content)).endswith(TEXT)


@pytest.mark.parametrize("declared", [None, "utf-8", "rot13", "zlib", "idna", "x-mac-roman", ""])
def test_another_encoding_is_refused_with_what_to_do(declared: str | None) -> None:
    with pytest.raises(UnreadableInputError, match=r"^old\.txt is not in UTF-8.*: open it .+ save it as UTF-8\.$"):
        decode("it’s 利".encode("gb18030"), "old.txt", declared)


def test_an_unknown_declaration_is_named() -> None:
    with pytest.raises(UnreadableInputError, match="it says that it is klingon"):
        decode(b"\xff\xfa", "old.html", "klingon")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n....", "is a PNG image"),
        (b"%PDF-1.7\n....", "is a PDF document"),
        (b"PK\x03\x04....", "is a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0....", "is an Outlook or Office file"),
        (b"\x7fELF\x00\x01", "is binary"),
        (b"a" * (LARGEST + 1), "is over 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "newsletter.txt"
    file.write_bytes(content)
    with pytest.raises(UnreadableInputError) as refused:
        read_file(file)
    assert str(refused.value).startswith(f"{file} {what}")
    assert "ame" in str(refused.value).split(what)[1]  # it says which file to name instead


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=r"There is no file .*nowhere"):
        read_file(tmp_path / "nowhere.txt")
    with pytest.raises(UnreadableInputError, match="is a folder: name the files in it"):
        read_file(tmp_path)
    with pytest.raises(UnreadableInputError, match="cannot be read"):
        read_file(Path("a\0b"))
