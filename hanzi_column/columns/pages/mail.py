"""Mail to blocks: the HTML part before the plain one, and the message that was passed on before the one around it."""

import email
import email.errors
import email.header
import email.policy
import email.utils
import re
from dataclasses import replace
from email.message import EmailMessage
from typing import Final

from hanzi_column.columns.pages.blocks import Page, clean
from hanzi_column.columns.pages.decoding import declared_in_html, decode
from hanzi_column.columns.pages.forwarded import bare_subject
from hanzi_column.columns.pages.html_page import html_page
from hanzi_column.columns.pages.plain_text import plain_page
from hanzi_column.errors import UnreadableInputError

_TELLING = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Content-Type|Return-Path|Delivered-To|DKIM-Signature|X-[A-Za-z-]{1,60}):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS = re.compile(rb"(?:From [^\n]{1,200}\n)?(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_HEAD: Final = 16_384
"""Bytes in which a mail shows that it is one."""

_LONGEST_HEADER: Final = 20_000
_DEEPEST: Final = 20
"""Messages inside messages that are opened."""

# What the standard library raises on headers and parts that are broken on purpose.
_FAULTS: Final = (
    email.errors.MessageError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    RecursionError,
)


def looks_like_mail(content: bytes) -> bool:
    """Whether ``content`` begins with the headers of a mail."""
    head = content[:_HEAD].replace(b"\r\n", b"\n")
    headers = head.partition(b"\n\n")[0] + b"\n"
    return _HEADERS.match(headers) is not None and _TELLING.search(headers) is not None


def mail_page(content: bytes, name: str) -> Page:
    """Return the page that the mail ``content`` carries, with its subject, date (YYYY-MM-DD, as sent) and sender.

    Raises UnreadableInputError where it carries no text or is too broken to open.
    """
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        message = _innermost(message)
        page = _body(message, name)
        if page.forwarded:
            return replace(page, subject=page.subject or _subject(message))
        return replace(
            page, subject=_subject(message) or page.subject, date=_date(message), sender=_raw(message, "from")
        )
    except _FAULTS:
        raise UnreadableInputError(
            f"{name} is a mail that cannot be opened: save the newsletter as HTML or text, and name that file."
        ) from None


def _innermost(message: EmailMessage) -> EmailMessage:
    for _ in range(_DEEPEST):
        inner = next((part for part in message.walk() if part.get_content_type() == "message/rfc822"), None)
        held = inner.get_payload() if inner is not None else None
        if not isinstance(held, list) or not held or not isinstance(held[0], EmailMessage):
            return message
        message = held[0]
    return message


def _body(message: EmailMessage, name: str) -> Page:
    _refuse_long_headers(message, name)
    for kind in ("html", "plain"):
        part = message.get_body((kind,))
        payload = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(payload, bytes) or not payload.strip():
            continue
        declared = part.get_content_charset()
        if kind == "html":
            page = html_page(decode(payload, name, declared or declared_in_html(payload)))
        else:
            text = decode(payload, name, declared)
            page = plain_page(_unflowed(text) if part.get_param("format") == "flowed" else text)
        if page.blocks:
            return page
    raise UnreadableInputError(f"{name} is a mail without text: save the newsletter itself, and name that file.")


def _refuse_long_headers(message: EmailMessage, name: str) -> None:
    # Reading one header takes the square of its length; none that matters is longer than a few lines.
    for part in message.walk():
        for key, value in part.raw_items():
            if len(str(value)) > _LONGEST_HEADER and key.lower().startswith(
                ("content-", "mime-", "subject", "date", "from")
            ):
                raise UnreadableInputError(
                    f"{name} is a mail whose header {clean(key[:40])} is too long: save the newsletter as HTML or text."
                )


def _unflowed(text: str) -> str:
    """Join the lines that end in a space (RFC 3676), as the mail program does that shows them."""
    return re.sub(r"(?<=[^\s>-]) \r?\n(?=[^\s>])", " ", text)


def _raw(message: EmailMessage, name: str) -> str | None:
    """Return a header in words, read leniently: bytes outside ASCII are taken as UTF-8."""
    value = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    words: list[str] = []
    for part, charset in email.header.decode_header(value):
        words.append(part if isinstance(part, str) else part.decode(charset or "utf-8", "replace"))
    return clean("".join(words)) or None


def _subject(message: EmailMessage) -> str | None:
    return bare_subject(_raw(message, "subject") or "") or None


def _date(message: EmailMessage) -> str | None:
    written = _raw(message, "date")
    if written is None:
        return None
    try:
        return email.utils.parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
