"""Work spread over processes, with the same results in the same order as with one."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Progress = Callable[[str, int, int], None]
"""Told of a stage, how many of its steps are done, and of how many."""


def silent(stage: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


WORTH_IT = 200
"""Below so many items a process takes longer to start than it saves."""

_CHUNK = 32
_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""In a forked worker, its work: handed down with the fork, and never sent."""


def default_jobs() -> int:
    """As many processes as there are processors that this one may use, four at most."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 4)


def spread(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """The function's results for the items, in their order, worked out by so many processes.

    Processes are forked, so that they see the items without a copy; where a system cannot fork, or
    for few items, this one does the work.
    """
    if jobs < 2 or len(items) < WORTH_IT or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(function, items)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context, initializer=_remember, initargs=(function, items)) as pool:
        yield from pool.map(_at, range(len(items)), chunksize=_CHUNK)


def _remember(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
    _inherited[:] = [(function, items)]


def _at(index: int) -> Any:
    [(function, items)] = _inherited
    return function(items[index])
