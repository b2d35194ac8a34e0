"""The collector of garbage, which has little to do here and much to walk through."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, MIDDLE, OLD = 100_000, 20, 10_000
"""How many new objects, and how many rounds through them, the collector waits for."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Work with a collector of cycles that looks at new objects only, and seldom.

    A build makes a million objects that stay. With the collector walking through all of them again and again
    it takes almost twice as long; without any, what a page leaves behind piles up.
    """
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
