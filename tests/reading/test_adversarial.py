"""Notes made to stop a build, and that do not."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from notesite.model.settings import Settings
from notesite.reading.notes import read_note
from notesite.reading.sources import Source
from tests.notebooks import NEVER_SO_LONG, call, spawn, write_notes

K50 = 50_000


def bomb(levels: int) -> str:
    """A YAML text whose aliases stand for 2 ** levels texts."""
    lines = ["a0: &a0 lol"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, levels)]
    return "\n".join(lines)


def merges(levels: int) -> str:
    """A YAML text whose merge keys take 2 ** levels steps to follow."""
    lines = ["a0: &a0 {x: y}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels)]
    return "\n".join(lines)


HEADERS = {
    "brackets": "a: " + "[" * 1000,
    "many brackets": "a: " + "[" * 60_000,
    "braces": "a: " + "{" * 60_000,
    "closing brackets": "a: " + "]" * 60_000,
    "aliases": bomb(40),
    "merge keys": merges(40),
    "nested maps": "\n".join(f"{' ' * n}a:" for n in range(300)),
    "nested lists": "a:\n" + "- " * 3000 + "x",
    "dashes": "- " * 30_000,
    "question marks": "? " * 30_000,
    "one key very often": "\n".join(["a: b"] * 16_000),
    "many keys": "\n".join(f"key{n}: value" for n in range(5000)),
    "many keys, none YAML": "\n".join(f"key{n}: a: b" for n in range(5000)),
    "no keys": "\n".join(["just a line"] * 5000),
    "quote never closed": 'a: "' + "x" * 60_000,
    "many links": "org: " + "[[A]], " * 8000,
    "colons": "a:" * 30_000,
    "hashes": "a: b" + " #c" * 20_000,
    "spaces": "a: b" + " " * 60_000 + "#",
    "anchors": " ".join(f"&a{n}" for n in range(9000)),
    "tags": "tags: " + "#a " * 20_000,
    "backslashes": 'a: "' + "\\" * 60_000 + '"',
    "over the limit": "a: b\n" * 40_000,
    "long cadence": "cadence: " + "every " * 9000,
    "long date": "met: 2026-" + "1" * 60_000,
    "long birthday": "birthday: " + "-" * 60_000,
}

BODIES = {
    "opening brackets": "[" * K50,
    "double brackets": "[[" * (K50 // 2),
    "closing brackets": "]" * K50,
    "images": "![" * (K50 // 2),
    "links": "[a](" * (K50 // 4),
    "links in links": "[" * 400 + "a" + "](b)" * 400,
    "quotes": ">" * K50,
    "spaced quotes": "> " * (K50 // 2) + "a",
    "emphasis": "*a " * (K50 // 3),
    "strong": "**a " * (K50 // 4),
    "underscores": "_a_" * (K50 // 3),
    "stars": "*" * K50,
    "strikes": "~~a " * (K50 // 4),
    "nested items": "\n".join(f"{' ' * (2 * depth)}- item" for depth in range(500)),
    "items in one line": "- " * 500 + "a",
    "many items in one line": "- " * (K50 // 2) + "a",
    "nested numbers": "1. " * 500 + "a",
    "nested tasks": "\n".join(f"{' ' * (2 * depth)}- [ ] 📅 2026-11-24 item" for depth in range(400)),
    "backticks": "`" * 64_000,
    "backticks of all lengths": " ".join("`" * length for length in range(1, 350)),
    "fences": "```\n" * (K50 // 4),
    "percents": "%" * K50,
    "comments": "%% a " * (K50 // 5),
    "angle comments": "<!--" * (K50 // 4),
    "half comments": "<!-- -->" * (K50 // 8),
    "tables": "|" * K50 + "\n" + "|-" * (K50 // 2) + "\n",
    "wide table": "a|" * 5000 + "\n" + "-|" * 5000 + "\n" + "b|" * 5000,
    "long table": "a|b\n-|-\n" + "2026-11-24|b\n" * 4000,
    "headings": "# a\n" * (K50 // 4),
    "dated headings": "## 2026-11-24 call\n" * (K50 // 20),
    "tags": "#a " * (K50 // 3),
    "fields": "[a:: b]" * (K50 // 7),
    "open fields": "[a:: " * (K50 // 5),
    "open parentheses": "(a:: " * (K50 // 5),
    "footnotes": "[^a]" * (K50 // 4),
    "footnotes defined": "\n".join(f"[^{n}]: text [^{n}]" for n in range(1500)),
    "references": "\n".join(f"[r{n}]: /x\n[r{n}]" for n in range(1500)),
    "highlights": "==a " * (K50 // 4),
    "addresses": "https://" * (K50 // 8),
    "angles": "<" * K50,
    "autolinks": "<https://a" * (K50 // 10),
    "entities": "&amp" * (K50 // 4),
    "backslashes": "\\" * K50,
    "callouts": "> [!note]\n" * (K50 // 10),
    "block ids": "a ^b\n\n" * (K50 // 6),
    "entries": "## Log\n" + "- 2026-11-24 call with [[A]], [[B]] and [[C]]: text\n" * 900,
    "names": "## Log\n- 2026-11-24 call with " + "Anna and " * 5000,
    "arrows": "## Log\n- 2026-11-24 " + "-> " * 15_000,
    "dates": "- " + "2026-11-24 " * 4500,
    "task dates": "- [ ] " + "📅 2026-11-24 " * 3500,
    "task fields": "- [ ] " + "[due:: 2026-11-24] " * 2500,
    "spaces": "- [ ] a" + " " * K50 + "b",
    "trailing spaces": "- 2026-11-24 call" + " " * K50 + "x",
    "wikilink never closed": "[[" + "a" * K50,
    "line field": "a" * 40 + " " * K50 + "::",
    "numbers": "1" * K50,
    "blank lines": "\n" * K50,
    "combining accents": "e" + "\u0301" * K50,
    "setext": "a\n=\n" * (K50 // 4),
    "rules": "---\n" * (K50 // 4),
    "tabs": "\t" * K50,
    "one line": "word " * 12_000,
}

ALONE = {
    **{f"front matter: {name}": f"---\n{text}\n---\nthe body\n" for name, text in HEADERS.items()},
    **{f"body: {name}": f"---\nname: A\n---\n{text}\n" for name, text in BODIES.items()},
}


@pytest.fixture
def comes_to_an_end() -> Iterator[None]:
    """Fails a test that hangs, rather than hanging with it."""

    def hangs(*_: object) -> None:
        raise TimeoutError("this note never comes to an end")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(NEVER_SO_LONG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("comes_to_an_end")
@pytest.mark.parametrize("name", ALONE)
def test_a_note_made_to_hang_is_read_with_its_body(name: str) -> None:
    note = read_note(Source("contacts/a.md", ALONE[name].encode()), Settings()).value
    assert note is not None
    assert len(note.body.notes) + len(note.body.log) < 30 * len(ALONE[name])
    assert name.startswith("body") or "the body" in note.body.notes


def test_a_notebook_of_such_notes_is_built(tmp_path: Path) -> None:
    few = [name for name in ALONE if not name.startswith("front matter: many")][::2]
    write_notes(tmp_path, {f"notes/contacts/{number}.md": ALONE[name] for number, name in enumerate(few)})
    ran = spawn("build", "--today", "2026-11-24", cwd=tmp_path)
    assert ran.code == 0, ran.err
    for number in range(len(few)):
        assert (tmp_path / f"site/contacts/{number}.html").is_file()


def test_a_small_text_that_stands_for_a_large_one_stays_small(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notes/contacts/a.md": f"---\n{bomb(40)}\nhook: *a39\n---\n"})
    assert call("build", "--today", "2026-11-24", cwd=tmp_path).code == 0
    assert (tmp_path / "site/contacts/a.html").stat().st_size < 200_000
