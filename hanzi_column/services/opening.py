"""Opens recorded web addresses, and nothing but web addresses."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from hanzi_column.errors import NoAddressError

NO_ADDRESS: Final = "no address is recorded"
"""What is said wherever a link would stand and none is known."""


def open_address(url: str | None, browser: Callable[[str], object]) -> str:
    """Hand ``url`` to ``browser`` and return what to tell the person.

    Raises NoAddressError where there is no address, or it is no http(s) address.
    """
    if url is None:
        raise NoAddressError(f"For this column {NO_ADDRESS}.")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise NoAddressError(f"The recorded address is no web address: {url[:80]}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NoAddressError(f"Only http and https addresses are opened, not {url[:80]}")
    browser(url)
    return f"Opening {url}"
