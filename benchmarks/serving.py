"""How long `notesite serve` takes from a saved note to its rewritten page."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from benchmarks.measure import CommandError, environment, output_of
from benchmarks.sites import Site

PATIENCE = 60.0
"""Seconds to wait for a page."""
_LOOK = 0.0005
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
    with _served(site) as process:
        times = [_one_save(site, process) for _ in range(rounds + 1)]
    known = [each for each in times[1:] if each is not None]
    return median(known) if len(known) == rounds else None


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
    """Wait until all is quiet, save, and look for the page; the first save also waits for the server."""
    time.sleep(_QUIET)
    start = time.perf_counter()
    word = site.edit().encode()
    while site.page is not None and process.poll() is None and time.perf_counter() - start < PATIENCE:
        if site.page.exists() and word in site.page.read_bytes():
            return time.perf_counter() - start
        time.sleep(_LOOK)
    return None
