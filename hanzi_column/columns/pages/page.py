"""Any input to blocks: finds out whether it is a mail, a page or plain text."""

import re

from hanzi_column.columns.pages.blocks import Page
from hanzi_column.columns.pages.decoding import declared_in_html, decode, refuse_unreadable
from hanzi_column.columns.pages.html_page import html_page
from hanzi_column.columns.pages.mail import looks_like_mail, mail_page
from hanzi_column.columns.pages.plain_text import plain_page

_HTML = re.compile(
    r"\s{0,100}<(?:!doctype\s+html|html|head|body|table|div|meta|\?xml|!--|h1|p|center|section|article)\b",
    re.IGNORECASE,
)


def read_page(content: bytes, name: str) -> Page:
    """Read ``content``; ``name`` is that of its file, whose ending counts where the content does not tell.

    Raises UnreadableInputError where it is empty, binary, too large or in an unknown encoding.
    """
    refuse_unreadable(content, name)
    ending = name.lower().rpartition(".")[2]
    if looks_like_mail(content) or ending in ("eml", "mht", "mhtml"):
        return mail_page(content, name)
    text = decode(content, name, declared_in_html(content))
    if ending in ("html", "htm", "xhtml") or _HTML.match(text[:2000]):
        return html_page(text)
    return plain_page(text)
