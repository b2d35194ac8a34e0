"""Notebooks for tests: written into a folder, built here or in another process, and read back."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from notesite.cli.main import main
from notesite.shell.build import build
from notesite.shell.memory import FILE as MEMORY
from notesite.shell.notebooks import Notebook, read_notebook
from notesite.shell.places import Places, find_places
from notesite.shell.report import Report

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "notes"
TODAY = date(2026, 11, 24)
NEVER_SO_LONG = 60
"""Seconds after which a process hangs; a guard, and no promise of speed."""

Notes = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


def write_notes(folder: Path, notes: Notes) -> Path:
    """A folder with these files, each text in UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in notes.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def read(notes: Path) -> Notebook:
    """The notebook of a folder, not built."""
    return read_notebook(find_places(notes, notes))


def built(notes: Path, output: Path, today: date = TODAY) -> Report:
    """The report of building a folder's site."""
    places = find_places(notes, notes, output)
    return build(Places(places.notes, output, places.settings), today)


def findings(notebook: Notebook | Report) -> set[tuple[str, str]]:
    """The code and the path of every diagnostic."""
    return {(each.code, each.origin.path) for each in notebook.diagnostics}


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder under its path, but for what a build remembers."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not path.name.startswith(MEMORY)
    }


def pages_of(site: Path) -> dict[str, bytes]:
    """The bytes of every file of a site but those by which notesite knows it."""
    return {path: data for path, data in files_of(site).items() if not path.startswith(".notesite/")}


def call(*arguments: str | Path, cwd: Path) -> Ran:
    """The command notesite, run in this process from a folder."""
    out, err = StringIO(), StringIO()
    code: str | int | None = 0
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        try:
            main([os.fspath(each) for each in arguments])
        except SystemExit as end:
            code = end.code
    return Ran(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())


def spawn(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """The command notesite, run in a process of its own."""
    return run_python("-m", "notesite", *arguments, cwd=cwd, env=env)


def run_python(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """This Python, run with these arguments."""
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=NEVER_SO_LONG,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace"))
