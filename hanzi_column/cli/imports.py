"""Imports without pauses: most of the way to the first card is the import of libraries."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unhurried_collector() -> Iterator[None]:
    """Keep the garbage collector still for the block: imports make many objects that stay, and no garbage.

    What they made is set aside afterwards, else the first collection would look through all of it (some 20 ms).
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
