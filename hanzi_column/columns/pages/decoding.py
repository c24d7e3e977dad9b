"""Bytes to text: what cannot be read is refused in a sentence that names the file and says what to do."""

import codecs
import re
from pathlib import Path
from typing import Final

from hanzi_column.errors import UnreadableInputError

LARGEST: Final = 5 * 1024 * 1024
"""Bytes of the largest input: a hundred times a newsletter."""

_NEWSLETTER_FORMS: Final = "Save the newsletter as text, HTML or .eml, and name that file."

_MAGIC: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an Outlook or Office file"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What pages and mails declare, and the larger encoding that browsers read it as.
_DECLARED: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "hz-gb-2312": "hz",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_META_CHARSET = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)


def read_file(path: Path) -> bytes:
    """Return the bytes of ``path``.

    Raises UnreadableInputError where it is missing, a folder, not permitted, empty, over 5 MB or binary.
    """
    try:
        if path.is_dir():
            raise UnreadableInputError(f"{path} is a folder: name the files in it one by one.")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableInputError(f"There is no file {path}: check its name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInputError(f"{path} cannot be read ({reason}): make it readable, or name another.") from None
    refuse_unreadable(content, str(path))
    return content


def refuse_unreadable(content: bytes, name: str) -> None:
    """Raise UnreadableInputError where ``content`` is empty, too large or no text at all."""
    if not content.strip():
        raise UnreadableInputError(f"{name} is empty: name a file with a newsletter in it.")
    if len(content) > LARGEST:
        raise UnreadableInputError(
            f"{name} is over {LARGEST // 1024 // 1024} MB: name a file with one newsletter in it."
        )
    for magic, what in _MAGIC:
        if content.startswith(magic):
            raise UnreadableInputError(f"{name} is {what}, no text. {_NEWSLETTER_FORMS}")
    if b"\x00" in content and _mark(content) is None:
        raise UnreadableInputError(f"{name} is binary, no text. {_NEWSLETTER_FORMS}")


def decode(content: bytes, name: str, declared: str | None = None) -> str:
    """Return ``content`` as text without a byte order mark: by its mark, else as UTF-8, else as ``declared``.

    Raises UnreadableInputError where none of them fits.
    """
    marked = _mark(content)
    encodings = [marked] if marked else ["utf-8"]
    known = _DECLARED.get((declared or "").strip().lower())
    if known and not marked:
        encodings.append(known)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # A single byte order mark belongs to the file; UTF-8 keeps it where UTF-16 takes it off.
        return text.removeprefix("\ufeff")
    says = f" (it says that it is {declared})" if declared and not known else ""
    raise UnreadableInputError(f"{name} is not in UTF-8{says}: open it in an editor and save it as UTF-8.")


def declared_in_html(content: bytes) -> str | None:
    """Return the charset that a ``<meta>`` of the first 4,096 bytes declares, None where none does."""
    found = _META_CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else None


def _mark(content: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
