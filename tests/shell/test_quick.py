"""The page of a note that was just saved comes before the whole build, and is the one that it makes."""

from pathlib import Path

import pytest

from notesite.shell.build import build
from notesite.shell.places import Places, find_places
from notesite.shell.quick import Kept, Warm, quick_page
from tests.notebooks import TODAY, built, pages_of, write_notes

NOTES = {
    "contacts/Ana.md": "---\norg: Lumbre\ntags: [wine]\n---\n## Log\n\n- 2026-11-20 call: hello [[Bea]]\n",
    "contacts/Bea.md": "---\nknows: Ana\n---\n- [ ] send [[Ana]] the list 📅 2026-12-01\n",
    "events/2026-11-27 Fair.md": "---\nattendees: [Ana]\n---\n",
    "pages/Ideas.md": "Ask [[Ana]].\n",
}
EDITS = {
    "a line in the log": ("contacts/Ana.md", "- 2026-11-23 lunch with [[Bea]] at [[2026-11-27 Fair]]\n"),
    "a promise": ("contacts/Bea.md", "- [ ] thank [[Ana]] 📅 2026-11-30\n"),
    "a first tag": ("contacts/Bea.md", "Likes #wine.\n"),
    "an event": ("events/2026-11-27 Fair.md", "\n## People met\n\n- [[Bea]]\n"),
    "another note": ("pages/Ideas.md", "- [ ] write to [[Bea]]\n"),
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    notes = write_notes(tmp_path / "notes", NOTES)
    found = find_places(notes, notes)
    return Places(notes, tmp_path / "site", found.settings)


def warm(places: Places) -> Warm:
    kept = Kept()
    build(places, TODAY, kept=kept)
    assert kept.warm
    return kept.warm


def append(places: Places, path: str, text: str) -> None:
    file = places.notes / path
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_the_quick_page_is_the_page_of_the_build(places: Places, name: str) -> None:
    kept = warm(places)
    before = pages_of(places.output)
    append(places, *EDITS[name])
    route = quick_page(kept, EDITS[name][0])
    quick = pages_of(places.output)
    assert {each for each in quick if quick[each] != before[each]} == {route}
    report = build(places, TODAY)
    assert route not in report.published.changed
    built(places.notes, places.output.parent / "clean")
    assert pages_of(places.output) == pages_of(places.output.parent / "clean")


@pytest.mark.parametrize("key", ["name: Anna", "type: event", "aliases: Annie"])
def test_a_note_that_others_find_otherwise_waits_for_the_build(places: Places, key: str) -> None:
    kept = warm(places)
    before = pages_of(places.output)
    write_notes(places.notes, {"contacts/Ana.md": f"---\n{key}\n---\n"})
    assert quick_page(kept, "contacts/Ana.md") == ""
    assert pages_of(places.output) == before


def test_a_new_note_waits_for_the_build(places: Places) -> None:
    kept = warm(places)
    write_notes(places.notes, {"contacts/Cy.md": "hello\n"})
    assert quick_page(kept, "contacts/Cy.md") == ""
