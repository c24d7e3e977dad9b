"""What mail programs put around a message that is passed on, taken off again."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from hanzi_column.columns.pages.blocks import Block, Page, clean

_QUOTE = re.compile(r"[ \t]?(?:>[ \t]?)+")
_LABELS: Final = {
    "from": "from",
    "date": "date",
    "sent": "date",
    "subject": "subject",
    "to": "to",
    "cc": "to",
    "bcc": "to",
    "reply-to": "to",
    "发件人": "from",
    "发送时间": "date",
    "发送日期": "date",
    "日期": "date",
    "时间": "date",
    "主题": "subject",
    "收件人": "to",
    "抄送": "to",
}
_HEADER = re.compile(rf"\*{{0,2}}({'|'.join(_LABELS)})\*{{0,2}}\s?[:：]\*{{0,2}}\s?(.*)", re.IGNORECASE | re.DOTALL)
_ANNOUNCEMENT = re.compile(
    r"-{2,20}\s?(?:forwarded message|original message|forwarded by .{0,60}|转发邮件信息|原始邮件|转发的邮件)\s?-{2,20}"
    r"|begin forwarded message:?|\s?-{3,20}\s?forwarded message",
    re.IGNORECASE,
)
_LONGEST_HEADER: Final = 2_000
_NEAR: Final = 12
"""Blocks from the start of a message in which the headers of another one inside it still count."""

_MONTHS: Final = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2})[a-z]{0,6}\.?,? (\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_NUMERIC = re.compile(r"\b(\d{4})(?:-|/|年)(\d{1,2})(?:-|/|月)(\d{1,2})")


def unquoted(lines: Sequence[str]) -> list[str]:
    """Return ``lines`` without the ``> `` before them where most have one; what stands beside the quotation goes.

    Headers of the message that was passed on stay, quoted or not.
    """
    filled = [line for line in lines if line.strip()]
    quoted = [line for line in filled if _QUOTE.match(line)]
    if len(quoted) * 2 < len(filled) or not quoted:
        return list(lines)
    kept: list[str] = []
    for line in lines:
        mark = _QUOTE.match(line)
        if mark is not None:
            kept.append(line[mark.end() :])
        elif not line.strip() or _label(line) is not None:
            kept.append(line)
    return kept


def without_forward(blocks: Sequence[Block]) -> Page:
    """Return the page that was passed on: what stands before its headers, and those themselves, are taken off.

    The page's subject, date and sender are what the headers say; without headers it is the page of all ``blocks``.
    """
    start = 0
    said: dict[str, str] = {}
    at = 0
    while at < min(start + _NEAR, len(blocks)):
        end = _headers_end(blocks, at)
        if end is None:
            at += 1
            continue
        if end > at + 1 or not said:
            said = _said(blocks[at:end])
        start = at = end
    return Page(
        tuple(blocks[start:]),
        subject=said.get("subject") or None,
        date=date_in(said.get("date", "")),
        sender=said.get("from") or None,
        forwarded=start > 0,
    )


def _headers_end(blocks: Sequence[Block], at: int) -> int | None:
    """Return the index after the headers that begin at ``at``, None where none do."""
    announced = _ANNOUNCEMENT.fullmatch(blocks[at].text[:200]) is not None
    end = at + announced
    labels: set[str] = set()
    while end < len(blocks) and (label := _label(blocks[end].text)) is not None:
        labels.add(label)
        end += 1
    # One “From: …” alone may be a headline; two kinds together are headers.
    return end if announced or (len(labels) >= 2 and labels & {"subject", "date"}) else None


def _label(text: str) -> str | None:
    found = _HEADER.match(text[:_LONGEST_HEADER])
    return _LABELS[found[1].lower()] if found else None


def _said(headers: Sequence[Block]) -> dict[str, str]:
    said: dict[str, str] = {}
    for block in headers:
        found = _HEADER.match(block.text[:_LONGEST_HEADER])
        if found:
            said.setdefault(_LABELS[found[1].lower()], bare_subject(found[2]))
    return said


def bare_subject(subject: str) -> str:
    """Return ``subject`` without the “Fwd:” and “Re:” that replies put before it."""
    subject = clean(subject)
    while (found := _PREFIX.match(subject)) is not None:
        subject = subject[found.end() :]
    return subject


_PREFIX = re.compile(r"(?:fwd?|re|转发|回复)\s?[:：]\s?", re.IGNORECASE)


def date_in(text: str) -> str | None:
    """Return the first date in ``text`` that can be read in one way only, as YYYY-MM-DD; 3/4/2025 cannot."""
    for pattern, order in ((_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy"), (_NUMERIC, "ymd")):
        found = pattern.search(text)
        if found is None:
            continue
        part = dict(zip(order, found.groups(), strict=True))
        month = int(part["m"]) if part["m"].isdigit() else _MONTHS.get(part["m"].lower(), 0)
        try:
            return date(int(part["y"]), month, int(part["d"])).isoformat()
        except ValueError:
            continue
    return None
