"""A notebook's own templates and styles, beside those that come with notesite."""

import posixpath
import re
from pathlib import Path

import pytest

from tests.notebooks import built, call, pages_of, write_notes


def test_a_template_of_the_notebook_hides_its_namesake(notes: Path, site: Path) -> None:
    write_notes(notes, {".notesite/templates/contact.html": "<p>my own {{ view is defined }}</p>"})
    built(notes, site)
    pages = pages_of(site)
    assert pages["contacts/giulia-rossi.html"].startswith(b"<p>my own")
    assert b"my own" not in pages["index.html"]


def test_the_notebooks_style_sheet_is_on_the_site_and_on_each_page(notes: Path, site: Path) -> None:
    write_notes(notes, {".notesite/custom.css": "body { color: teal }"})
    built(notes, site)
    pages = pages_of(site)
    for path, data in pages.items():
        if path.endswith(".html"):
            sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', data.decode())
            linked = [posixpath.normpath(posixpath.join(posixpath.dirname(path), each)) for each in sheets]
            assert b'@import url("custom.css") layer(user);\n' in [pages.get(each) for each in linked], path
    assert pages["assets/custom.css"] == b"body { color: teal }"


def test_a_static_file_of_the_notebook_is_on_the_site(notes: Path, site: Path) -> None:
    write_notes(notes, {".notesite/templates/static/logo.svg": "<svg/>"})
    built(notes, site)
    assert pages_of(site)["assets/logo.svg"] == b"<svg/>"


def test_a_template_that_fails_stops_with_its_name_and_line(notes: Path, site: Path, tmp_path: Path) -> None:
    built(notes, site)
    before = pages_of(site)
    for text in (
        "ok\n{% if %}",
        "ok\n{{ nowhere.at.all }}",
        "{% extends 'missing.html' %}",
        "{{ 1 / 0 }}",
        "{{ [] + 1 }}",
    ):
        write_notes(notes, {".notesite/templates/event.html": text})
        ran = call("build", "--notes", notes, "--output", site, cwd=tmp_path)
        assert ran.code == 2, text
        assert "event.html" in ran.err or "missing.html" in ran.err
        assert "Traceback" not in ran.err
        assert pages_of(site) == before


CODE = "{{ cycler.__init__.__globals__.os.mkdir('%s') }}"


def test_a_template_that_came_with_the_notes_runs_no_code(notes: Path, site: Path, tmp_path: Path) -> None:
    write_notes(notes, {".notesite/templates/event.html": CODE % (tmp_path / "hacked")})
    ran = call("build", "--notes", notes, "--output", site, cwd=tmp_path)
    assert not (tmp_path / "hacked").exists()
    assert ran.code == 2


@pytest.mark.parametrize("name", ["custom.css", "templates/static/x.css", "templates/event.html"])
def test_a_link_out_of_the_notes_brings_no_file_into_the_site(
    notes: Path, site: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret.txt").write_text("my password")
    link = notes / ".notesite" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "secret.txt")
    call("build", "--notes", notes, "--output", site, cwd=tmp_path)
    assert not [path for path, data in pages_of(site).items() if b"my password" in data]


def test_a_note_that_looks_like_a_template_is_a_text(notes: Path, site: Path) -> None:
    write_notes(
        notes, {"contacts/x.md": "---\nname: '{{ 7 * 7 }} {% raw %}'\nhook: '{{ config }}'\n---\n{{ 7 * 7 }}"}
    )
    built(notes, site)
    page = pages_of(site)["contacts/x.html"].decode()
    assert "{{ 7 * 7 }}" in page
    assert "49" not in page
