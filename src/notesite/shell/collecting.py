"""The collector of garbage, which has little to do here and much to walk through."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Work without the collector of cycles.

    A build makes a million objects that stay and hardly a cycle; with the collector walking through them
    again and again it takes almost twice as long.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
