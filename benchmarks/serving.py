"""How long `notesite serve` takes from a saved note to its rewritten page."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from statistics import median

from benchmarks.measure import CommandError, environment, output_of
from benchmarks.sites import Site

PATIENCE = 60.0
"""Seconds to wait for a page."""
_LOOK = 0.001
_QUIET = 1.0


def can_serve(site: Site) -> bool:
    """Whether this notesite has the command."""
    try:
        output_of((*site.generator.start, "serve", "--help"), site.folder)
    except CommandError:
        return False
    return True


def save_to_page(site: Site, rounds: int) -> float | None:
    """The median seconds from the write of a line to the page that has it; None where no page came."""
    times: list[float] = []
    with _served(site) as process:
        for _ in range(rounds + 1):
            time.sleep(max([_QUIET, *times[-1:]]))
            taken = _one_save(site, process)
            if taken is None:
                return None
            times.append(taken)
    return median(times[1:])


@contextmanager
def _served(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        (*site.generator.start, "serve", "--port", "0"),
        cwd=site.folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def _one_save(site: Site, process: subprocess.Popen[bytes]) -> float | None:
    """Save a note and look for its page; the first save also waits for the server."""
    start = time.perf_counter()
    word = site.edit().encode()
    seen = 0
    while site.page is not None and process.poll() is None and time.perf_counter() - start < PATIENCE:
        with suppress(OSError):
            changed = site.page.stat().st_mtime_ns
            if changed != seen and word in site.page.read_bytes():
                return time.perf_counter() - start
            seen = changed
        time.sleep(_LOOK)
    return None
