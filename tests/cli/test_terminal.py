"""Nothing of a note steers the terminal, and nothing ends in a traceback."""

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from notesite.cli import building
from notesite.cli.main import main
from tests.notebooks import NEVER_SO_LONG, call, spawn, write_notes

ESCAPES = "\x1b[31mred\x07\x9b2J\u202e\x7f"
STEERING = {*map(chr, range(32)), "\x7f", *map(chr, range(0x80, 0xA0)), "\u202e"} - {"\n"}

COMMANDS = {
    "build": ["build", "--why"],
    "build again": ["build"],
    "check": ["check"],
    "check as github": ["check", "--format", "github"],
    "check as JSON": ["check", "--format", "json"],
    "due": ["due", "--all"],
    "due as JSON": ["due", "--json", "--all"],
    "why": ["due", "--why", "evil"],
    "why of a stranger": ["due", "--why", f"nobody{ESCAPES}"],
    "explain": ["explain", ESCAPES],
    "init": ["init", f"demo{ESCAPES}", "--empty"],
    "init again": ["init", "."],
    "new": ["new", "contact", f"Name{ESCAPES}"],
    "notes elsewhere": ["build", "--notes", f"nowhere{ESCAPES}"],
    "usage": ["build", f"--{ESCAPES}"],
    "day": ["build", "--today", ESCAPES],
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A notebook whose every text holds escape codes, in its front matter as YAML writes them too."""
    yaml = r"\e[31mred\a\x9b2J\u202e\x7f\0"
    return write_notes(
        tmp_path,
        {
            "notes/contacts/evil.md": (
                f'---\nname: "Evil{yaml}"\nfollow-up: 2026-11-01\nnext-step: "{yaml}"\ncircle: "{yaml}"\n'
                f'"key{yaml}": x\nbirthday: "{yaml}"\nlinkedin-ok: "{yaml}"\n---\n'
                f"- [ ] send {ESCAPES} 📅 2026-11-02\n- 2026-11-01 {ESCAPES} x\n[[{ESCAPES}]]\n"
            ),
            f"notes/contacts/{ESCAPES}.md": f"---\nrole: {ESCAPES}\nrole: b\nfollow-up: 2026-11-02\n---\n",
            f"notes/{ESCAPES}/a.md": "[[nowhere]]",
            f"notes/contacts/x{ESCAPES}.png": b"",
        },
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_no_control_character_reaches_the_terminal(hostile: Path, name: str) -> None:
    if name == "build again":
        call("build", "--today", "2026-11-01", cwd=hostile)
    ran = call(*COMMANDS[name], cwd=hostile)
    assert ran.code in (0, 1, 2)
    assert not STEERING & set(ran.out)
    assert not STEERING & set(ran.err)


def test_no_control_character_of_the_settings_reaches_the_terminal(hostile: Path) -> None:
    for text in (
        "title = 5 # \x9b",
        '"a\\u001b[31m" = 1',
        'language = "\\u001b[31m"',
        '[circles]\n"\\u001b" = "x"',
    ):
        write_notes(hostile, {"notesite.toml": text})
        ran = call("build", cwd=hostile)
        assert ran.code == 2
        assert not STEERING & set(ran.err)


def test_a_terminal_that_knows_no_utf8_gets_an_answer(hostile: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    for command in (["due", "--all"], ["check"], ["build"]):
        ran = spawn(*command, cwd=hostile, env=env)
        assert ran.code in (0, 1)
        assert "Traceback" not in ran.err


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    write_notes(
        tmp_path, {f"notes/contacts/{number}.md": "---\nfollow-up: soon\n---\n" for number in range(900)}
    )
    with subprocess.Popen(
        [sys.executable, "-m", "notesite", "check"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.close()
        err = ran.stderr.read()
        ran.wait(NEVER_SO_LONG)
    assert b"Traceback" not in err
    assert b"BrokenPipeError" not in err


def test_an_interrupt_ends_with_130(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "scandir", interrupted)
    ran = call("build", cwd=notebook)
    assert ran.code == 130
    assert "Traceback" not in ran.err


class Terminal(StringIO):
    """Where errors are shown to a person."""

    def isatty(self) -> bool:
        return True


def test_a_long_build_shows_its_progress_on_a_terminal_and_nowhere_else(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "WORTH_A_BAR", -1.0)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(notebook)
    out, err = StringIO(), Terminal()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit):
        main(["build", "--today", "2026-11-24"])
    assert "Rendering" in err.getvalue()
    assert "Rendering" not in out.getvalue()
    assert (notebook / "site/index.html").is_file()


def test_a_short_build_shows_no_progress(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "WORTH_A_BAR", 10_000.0)
    monkeypatch.chdir(notebook)
    err = Terminal()
    with redirect_stdout(StringIO()), redirect_stderr(err), pytest.raises(SystemExit):
        main(["build", "--today", "2026-11-24"])
    assert not err.getvalue()
