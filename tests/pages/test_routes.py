"""Routes: every note has its place, under a name that every system can hold."""

import re

from hypothesis import given
from hypothesis import strategies as st

from notesite.model.network import Network, Organisation, Tag
from notesite.model.note import Note
from notesite.model.values import Kind
from notesite.pages.routes import RESERVED, relative, routes_of
from tests.pages.networks import site_of

NAME = re.compile(r"[a-z0-9-]+\.html")


def routes(*paths: str) -> dict[str, str]:
    notes = {path: Note(path, Kind.PAGE, path) for path in paths}
    return dict(routes_of(Network(notes=notes)).notes)


def test_a_route_is_the_file_name_in_lower_case_letters_and_dashes() -> None:
    assert routes("pages/Ana Pérez.md") == {"pages/Ana Pérez.md": "notes/ana-perez.html"}


def test_other_scripts_are_transliterated() -> None:
    assert routes("Ольга Соколова.md")["Ольга Соколова.md"] == "notes/olga-sokolova.html"


def test_of_two_notes_with_one_name_the_alphabetically_first_keeps_it() -> None:
    found = routes("b/Giulia.md", "a/giulia.md")
    assert found["a/giulia.md"] == "notes/giulia.html"
    assert re.fullmatch(r"notes/giulia-[0-9a-f]{6}\.html", found["b/Giulia.md"])


def test_the_suffix_of_a_name_depends_on_its_path_alone() -> None:
    assert routes("a/x.md", "b/x.md")["b/x.md"] == routes("a/x.md", "b/x.md", "c/x.md", "d.md")["b/x.md"]


def test_a_name_that_windows_reserves_gets_a_suffix() -> None:
    assert re.fullmatch(r"notes/con-[0-9a-f]{6}\.html", routes("CON.md")["CON.md"])


def test_a_name_without_letters_becomes_note_and_a_hash() -> None:
    assert re.fullmatch(r"notes/note-[0-9a-f]{6}\.html", routes("….md")["….md"])


def test_a_long_name_is_cut_to_a_hundred_bytes() -> None:
    found = routes(f"{'è' * 110}.md", f"{'é' * 110}.md")
    assert len(set(found.values())) == 2
    assert all(len(route.removeprefix("notes/")) <= 100 for route in found.values())


@given(st.sets(st.text(min_size=1, max_size=12).filter(lambda text: "/" not in text), max_size=12))
def test_routes_are_unique_and_safe_for_any_names(names: set[str]) -> None:
    found = routes(*(f"{name}.md" for name in names))
    assert len(found) == len({f"{name}.md" for name in names})
    assert len(set(found.values())) == len(found)
    assert all(NAME.fullmatch(route.removeprefix("notes/")) for route in found.values())
    assert not any(route.removeprefix("notes/").removesuffix(".html") in RESERVED for route in found.values())


def test_kinds_have_folders() -> None:
    site = site_of(
        {"contacts/A.md": "", "events/2026-11-27 B.md": "", "groups/C.md": "", "journal/2026-11-12.md": ""}
    )
    assert dict(site.plan.routes.notes) == {
        "contacts/A.md": "contacts/a.html",
        "events/2026-11-27 B.md": "events/2026-11-27-b.html",
        "groups/C.md": "organisations/c.html",
        "journal/2026-11-12.md": "notes/2026-11-12.html",
    }


def test_a_group_note_and_its_organisation_are_one_page() -> None:
    site = site_of({"groups/Officine Dati.md": "", "contacts/A.md": "---\norg: Officine Dati\n---\n"})
    assert dict(site.plan.routes.organisations) == {
        "groups/Officine Dati.md": "organisations/officine-dati.html"
    }


def test_organisations_without_a_note_and_group_notes_share_one_folder_without_a_clash() -> None:
    organisations = {
        "x & y": Organisation("X & Y"),
        "x y": Organisation("X Y"),
        "groups/x-y.md": Organisation("x-y", "groups/x-y.md"),
    }
    notes = {"groups/x-y.md": Note("groups/x-y.md", Kind.GROUP, "x-y")}
    found = routes_of(Network(notes=notes, organisations=organisations)).organisations
    assert found["groups/x-y.md"] == "organisations/x-y.html"
    assert len(set(found.values())) == 3


def test_nested_tags_have_a_route_each() -> None:
    tags = {key: Tag(key) for key in ("italy", "italy/florence", "italy-florence")}
    found = routes_of(Network(tags=tags)).tags
    assert found["italy"] == "tags/italy.html"
    assert len(set(found.values())) == 3


def test_an_attachment_keeps_its_ending() -> None:
    found = routes_of(Network(attachments=("a/Badge 1.PNG", "b/badge-1.png", "paper.pdf"))).files
    assert found["a/Badge 1.PNG"] == "files/badge-1.png"
    assert re.fullmatch(r"files/badge-1-[0-9a-f]{6}\.png", found["b/badge-1.png"])
    assert found["paper.pdf"] == "files/paper.pdf"


def test_addresses_are_relative_to_the_page() -> None:
    assert relative("index.html", "contacts/a.html") == "contacts/a.html"
    assert relative("contacts/a.html", "contacts/b.html") == "b.html"
    assert relative("contacts/a.html", "tags/b.html") == "../tags/b.html"
    assert relative("contacts/a.html", "index.html") == "../index.html"
