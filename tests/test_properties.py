"""Whatever stands in the notes: they are read, their links lead somewhere, and a rebuild equals a build."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from notesite.markup.marks import MARK
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.reading.linking import link
from notesite.reading.notes import read_note
from notesite.reading.sources import Source
from tests.notebooks import built, files_of, write_notes

PIECES = st.sampled_from(
    [
        *(
            "---\n",
            "name: Giulia\n",
            "org: [[A]]\n",
            "tags: [a/b, c]\n",
            "cadence: 2w\n",
            "hook: x: y\n",
            "met: 2026\n",
        ),
        *(
            "aliases: [A, B]\n",
            "last-contact: 2026-10-01\n",
            "follow-up: 2026-11-24\n",
            "snooze: 2026-12-01\n",
        ),
        *(
            "dates: {x: 02-29}\n",
            "positions:\n  - {org: A, from: 2020}\n",
            "introduced-by: [[B]]\n",
            "type: event\n",
        ),
        *(
            "## Log\n",
            "# H\n",
            "\n",
            "\n\n",
            "- ",
            "- [ ] ",
            "- [x] ",
            "- [ ] ? ",
            "? ",
            "> ",
            "> [!note] ",
            "    ",
            "1. ",
        ),
        *(
            "2026-11-24 ",
            "2026-02-30 ",
            "2026-11 ",
            "12:30 ",
            "call",
            " with ",
            " at ",
            " → ",
            " <- ",
            ": ",
            " - ",
            "|",
        ),
        *(
            "[[A]]",
            "[[B|b]]",
            "[[C#H]]",
            "![[p.png]]",
            "[[",
            "]]",
            "[x](A.md)",
            "[x](https://example.org)",
            "![x](p.png)",
        ),
        *(
            "**",
            "*",
            "_",
            "~~",
            "==",
            "`",
            "```\n",
            "%%",
            "<!--",
            "-->",
            "#tag",
            "#a/b ",
            "key:: value",
            "[due:: 2026-11-30]",
        ),
        *(
            "📅 2026-11-26",
            "(2026-11-26)",
            "[^1]",
            "\n[^1]: note\n",
            "^block\n",
            "| Date | Who |\n|-|-|\n| 2026-11-01 | [[A]] |\n",
        ),
        *(
            "intro: ",
            "gave",
            "received",
            "text ",
            "é",
            "佐藤",
            "\u202e",
            "\ufdd0",
            "&amp;",
            "<b>",
            '"',
            "'",
            "\\",
            "%",
            "{{ x }}",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
PATHS = st.sampled_from(
    [
        *(
            "contacts/A.md",
            "contacts/B.md",
            "contacts/a b.md",
            "People/C.md",
            "events/2026-11-27 E.md",
            "groups/A.md",
        ),
        *(
            "journal/2026-11-02.md",
            "interactions/2026-10-01 call with A.md",
            "pitch.md",
            "goals/G.md",
            "x/y/A.md",
        ),
    ]
)
NOTEBOOKS = st.dictionaries(PATHS, TEXTS, max_size=6)


def htmls(note: Note) -> list[str]:
    body = note.body
    return [
        body.notes,
        body.log,
        *(each.html for each in body.entries),
        *(each.html for each in body.tasks),
        *(each.html for each in body.questions),
    ]


@given(TEXTS | st.text(max_size=300), PATHS)
@example("---\n", "pitch.md")
@example("- [ ]", "contacts/A.md")
@example("2026-11-24", "journal/2026-11-02.md")
def test_any_text_is_a_note_and_every_mark_in_it_is_a_link_of_it(text: str, path: str) -> None:
    found = read_note(Source(path, text.encode("utf-8", "replace")), Settings())
    note = found.value
    if note is None:
        assert [each.code for each in found.diagnostics] == ["not-text"]
        return
    for html in htmls(note):
        assert all(int(mark[1]) < len(note.links) for mark in MARK.finditer(html))
        assert html.count("\ufdd0") == len(MARK.findall(html))
    for index in [i for entry in note.body.entries for i in (*entry.people, *entry.mentions)] + list(
        note.body.met
    ):
        assert index < len(note.links)


@given(TEXTS, PATHS)
def test_every_fact_knows_a_line_of_its_note(text: str, path: str) -> None:
    found = read_note(Source(path, text.encode()), Settings())
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    places = [each.origin for each in found.diagnostics]
    if found.value is not None:
        body = found.value.body
        places += [each.origin for each in body.entries]
        places += [each.origin for each in body.tasks]
        places += [each.origin for each in body.questions]
        places += [each.origin for each in found.value.links]
    assert all(place.path == path for place in places)
    assert all(1 <= place.line <= lines and place.column >= 1 for place in places)


@given(TEXTS, PATHS)
def test_a_note_is_read_the_same_with_any_line_end(text: str, path: str) -> None:
    one, other = (
        read_note(Source(path, text.replace("\n", end).encode()), Settings()) for end in ("\n", "\r\n")
    )
    assert one == other


@given(NOTEBOOKS)
def test_any_notebook_is_linked_whatever_the_order_of_its_notes(notebook: dict[str, str]) -> None:
    outcomes = [read_note(Source(path, text.encode()), Settings()) for path, text in sorted(notebook.items())]
    notes = [each.value for each in outcomes if each.value is not None]
    linked = link(notes, Settings(), (), ())
    network = linked.value
    for path, targets in network.targets.items():
        assert len(targets) == len(network.notes[path].links)
        assert all(target is None or target in network.notes for target in targets)
    for contact in network.contacts.values():
        assert list(contact.contact_days) == sorted(contact.contact_days)
        assert all(path in network.events for path in contact.events)


@given(st.lists(NOTEBOOKS, min_size=2, max_size=3))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_building_after_any_edits_equals_building_anew(states: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, state in enumerate(states):
            notes = write_notes(folder / f"notes-{number}", state)
            built(notes, folder / "site")
        built(notes, folder / "clean")
        assert files_of(folder / "site") == files_of(folder / "clean")


@given(NOTEBOOKS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_notebook_has_a_site_whose_marks_are_gone(notebook: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        notes = write_notes(Path(name) / "notes", notebook)
        report = built(notes, Path(name) / "site")
        pages = {
            path: data.decode()
            for path, data in files_of(Path(name) / "site").items()
            if path.endswith(".html")
        }
        assert len(pages) == report.pages
        assert not any("\ufdd0" <= letter <= "\ufdef" for page in pages.values() for letter in page)
