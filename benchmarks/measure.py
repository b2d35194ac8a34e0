"""What a command costs as a whole process: seconds on the wall, and mebibytes at its peak."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

LIMIT = 1800
"""Seconds after which a command is given up."""
PAUSE = 0.004
_LAST_LINES = 3


class CommandError(Exception):
    """A command that failed, with the end of what it said."""


def environment() -> dict[str, str]:
    """The environment of every measured command: Python may keep its bytecode, as it does for users."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_COLOR": "1"}


def output_of(command: Sequence[str], folder: Path | None = None) -> str:
    """What a command says; raises CommandError where it fails or cannot be started."""
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            timeout=LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CommandError(str(error)) from error
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise CommandError(_end_of(said) or f"exit code {done.returncode}")
    return said


def seconds_of(command: Sequence[str], folder: Path) -> float:
    """How long a command takes from its start to its end, in seconds."""
    start = time.perf_counter()
    output_of(command, folder)
    return time.perf_counter() - start


def peak_of(command: Sequence[str], folder: Path) -> float | None:
    """The most memory that a command and its children hold at once, in MiB; None where no system call tells.

    On Linux the proportional set sizes of all its processes are added up every few milliseconds, elsewhere
    it is the largest resident set of one of them.
    """
    with TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdout=said,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        peak = _sampled(process) if Path("/proc/self/smaps_rollup").exists() else _resident(process)
        code = process.wait(LIMIT)
        if code:
            said.seek(0)
            raise CommandError(_end_of(said.read().decode("utf-8", "replace")) or f"exit code {code}")
    return peak


def _sampled(process: subprocess.Popen[bytes]) -> float | None:
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_proportional(each) for each in _family(process.pid)))
        time.sleep(PAUSE)
    return peak / 1024 if peak else None


def _proportional(process: int) -> int:
    """The proportional set size of a process in KiB; 0 once it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii", "replace").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _family(process: int) -> Iterator[int]:
    """A process with its children and theirs."""
    yield process
    found: list[int] = []
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            listed = (thread / "children").read_text("ascii")
            found += map(int, listed.split())
    for child in found:
        yield from _family(child)


def _resident(process: subprocess.Popen[bytes]) -> float | None:
    if sys.platform == "win32":
        return None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _end_of(said: str) -> str:
    return " / ".join([line.strip() for line in said.splitlines() if line.strip()][-_LAST_LINES:])
