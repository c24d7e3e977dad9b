"""Imports without pauses: most of the way to the first card is the import of libraries."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unhurried_collector() -> Iterator[None]:
    """Keep the garbage collector still for the block: imports make many objects and no garbage (a tenth of the time)."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
