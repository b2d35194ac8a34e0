"""The notes are read, and never written: their bytes, their times and their folders stay as they were."""

import os
import shutil
from pathlib import Path

import pytest

from tests.notebooks import SAMPLE, call, write_notes

ODD = {
    "crlf.md": b"---\r\nname: C\r\n---\r\ntext\r\n",
    "no-final-newline.md": b"text",
    "latin-1.md": "Café".encode("latin-1"),
    "bom.md": b"\xef\xbb\xbf---\nname: B\n---\n",
    "broken.md": b"---\na: b: c\nfollow-up: 2026-02-30\n",
    "contacts/empty.md": b"",
    "templates/contact.md": b"---\nname:\n---\n",
    ".obsidian/app.json": b"{}",
    "nul.md": b"a\0b",
}

COMMANDS = {
    "build": ["build", "--output", "site"],
    "build again": ["build", "--output", "site", "--why"],
    "build --strict": ["build", "--output", "site", "--strict"],
    "check": ["check"],
    "check --format json": ["check", "--format", "json"],
    "check --format github": ["check", "--format", "github"],
    "due": ["due", "--all"],
    "due --json": ["due", "--json", "--all"],
    "due --why": ["due", "--why", "Giulia Rossi"],
}


def state(folder: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """The mode, size, time of change and bytes of everything in a folder, folders included."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        stat = path.lstat()
        data = (
            path.read_bytes()
            if path.is_file()
            else "\n".join(sorted(each.name for each in path.iterdir())).encode()
        )
        found[str(path)] = (stat.st_mode, stat.st_size, stat.st_mtime_ns, data)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_reads_leaves_the_notes_as_they_were(tmp_path: Path, name: str) -> None:
    notes = tmp_path / "notes"
    shutil.copytree(SAMPLE, notes)
    write_notes(notes, ODD)
    for path in notes.rglob("*"):
        os.utime(path, ns=(1_000_000_000_000_000_001, 1_000_000_000_000_000_001))
    if name == "build again":
        call("build", "--output", "site", "--today", "2026-01-01", cwd=tmp_path)
    before = state(notes)
    ran = call(*COMMANDS[name], "--notes", "notes", cwd=tmp_path)
    assert ran.code in (0, 1), ran.err
    assert state(notes) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"notes", "site"}
