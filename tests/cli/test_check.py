"""`notesite check` in its three forms, and `notesite explain`."""

import json
import re
from pathlib import Path

import pytest

from notesite.model.codes import CODES
from tests.notebooks import call, write_notes


def test_a_notebook_without_mistakes_ends_with_0(notebook: Path) -> None:
    ran = call("check", cwd=notebook)
    assert (ran.code, ran.out, ran.err) == (0, "8 notes: no problems.\n", "")


def test_notes_of_severity_note_end_with_0(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notes/a.md": "[[nobody]]"})
    ran = call("check", cwd=tmp_path)
    assert ran.code == 0
    assert "note[link-unknown]" in ran.out
    assert "1 note: 1 note." in ran.out


def test_findings_are_printed_with_their_place_code_and_fix_and_end_with_1(faulty: Path) -> None:
    ran = call("check", cwd=faulty)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert any(
        re.match(r"notes/contacts/a,b: 100%\.md:2:12: error\[date-unreadable\] ", line) for line in lines
    )
    assert any(re.match(r"notes/contacts/two\.md:3:1: warning\[key-twice\] ", line) for line in lines)
    assert "    did you mean cadence?" in lines
    assert "2 notes: 1 error, 1 warning, 2 notes." in lines
    assert "notesite explain CODE" in lines[-1]


def test_paths_lead_from_where_one_stands(faulty: Path) -> None:
    write_notes(faulty, {"notesite.toml": ""})
    assert "../contacts/two.md:3:1: " in call("check", cwd=faulty / "notes/contacts").out


def test_json_holds_every_field_of_every_diagnostic(faulty: Path) -> None:
    ran = call("check", "--format", "json", cwd=faulty)
    assert ran.code == 1
    document = json.loads(ran.out)
    assert set(document) == {"version", "diagnostics"}
    assert document["version"] == 1
    keys = {"code", "severity", "message", "hint", "file", "line", "column"}
    assert all(set(row) == keys for row in document["diagnostics"])
    assert {
        "code": "key-twice",
        "severity": "warning",
        "message": "the key role is written twice; the last value counts",
        "hint": "delete one of the two (the other is in line 2)",
        "file": "contacts/two.md",
        "line": 3,
        "column": 1,
    } in document["diagnostics"]


def test_json_of_a_notebook_without_mistakes_is_a_document_too(notebook: Path) -> None:
    ran = call("check", "--format", "json", cwd=notebook)
    assert (ran.code, json.loads(ran.out)) == (0, {"version": 1, "diagnostics": []})


COMMAND = re.compile(r"::(?:error|warning|notice) file=[^,:\n]*,line=\d+,col=\d+,title=[a-z-]+::[^\r\n]+")


def test_github_lines_are_workflow_commands_with_everything_escaped(faulty: Path) -> None:
    write_notes(faulty, {"notes/contacts/three.md": '---\nfollow-up: "50% ::stop-commands::x"\n---\n'})
    ran = call("check", "--format", "github", cwd=faulty)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert any(
        line.startswith("::error file=notes/contacts/a%2Cb%3A 100%25.md,line=2,col=12,") for line in lines
    )
    assert any("50%25 " in line for line in lines)
    assert any(line.startswith("::notice ") for line in lines)


def test_a_line_break_in_a_file_name_makes_no_second_workflow_command(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notes/contacts/a\n::error::hacked.md": "---\nfollow-up: soon\n---\n"})
    ran = call("check", "--format", "github", "--notes", "notes", cwd=tmp_path)
    (line,) = ran.out.splitlines()
    assert COMMAND.fullmatch(line)
    assert "::error::hacked" not in line


def test_a_notebook_without_mistakes_gives_github_nothing(notebook: Path) -> None:
    assert call("check", "--format", "github", cwd=notebook).out == ""


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained_with_its_severity_example_and_fix(tmp_path: Path, code: str) -> None:
    ran = call("explain", code, cwd=tmp_path)
    assert ran.code == 0
    found = CODES[code]
    assert ran.out.startswith(f"{code} ({found.severity.value})\n")
    for text in (found.title, found.why, found.fix):
        assert text in ran.out
    assert all(f"    {line}" in ran.out for line in found.example.split("\n"))


def test_without_a_code_all_are_listed(tmp_path: Path) -> None:
    ran = call("explain", cwd=tmp_path)
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == list(CODES)


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("key-twise", "key-twice"), ("date", "date-range"), ("unreadable-date", "date-unreadable")],
)
def test_an_unknown_code_suggests_a_near_one(tmp_path: Path, wrong: str, near: str) -> None:
    ran = call("explain", wrong, cwd=tmp_path)
    assert ran.code == 2
    assert f"there is no code '{wrong}'" in ran.err
    assert "did you mean" in ran.err
    assert near.split("-", maxsplit=1)[0] in ran.err


def test_a_code_like_none_points_to_the_list(tmp_path: Path) -> None:
    ran = call("explain", "zzzzzz", cwd=tmp_path)
    assert ran.code == 2
    assert "notesite explain" in ran.err
