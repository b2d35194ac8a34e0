"""Where a notebook is found: its notes, its settings, and the folder for its site."""

from datetime import date
from pathlib import Path

import pytest

from notesite.model.errors import NotesiteError
from notesite.shell.places import find_places
from tests.notebooks import call, pages_of, read, write_notes


def test_without_settings_the_notes_are_in_notes_and_the_site_is_beside_them(tmp_path: Path) -> None:
    write_notes(tmp_path / "notes", {"a.md": ""})
    places = find_places(tmp_path)
    assert (places.notes, places.output) == (tmp_path / "notes", tmp_path / "site")


@pytest.mark.parametrize("start", [".", "notes", "notes/contacts", "docs/deep"])
@pytest.mark.parametrize("file", ["notesite.toml", "notes/notesite.toml"])
def test_settings_beside_or_inside_the_notes_are_found_from_anywhere_below(
    tmp_path: Path, start: str, file: str
) -> None:
    write_notes(tmp_path, {file: 'title = "Mine"', "notes/contacts/a.md": "", "docs/deep/x.txt": ""})
    places = find_places(tmp_path / start)
    assert places.settings.title == "Mine"
    assert places.notes.resolve() == tmp_path / "notes"
    assert places.output.resolve() == tmp_path / "site"


def test_the_nearest_settings_count(tmp_path: Path) -> None:
    write_notes(
        tmp_path,
        {"notesite.toml": 'title = "far"', "deep/notesite.toml": 'title = "near"', "deep/notes/a.md": ""},
    )
    assert find_places(tmp_path / "deep").settings.title == "near"


def test_settings_inside_a_given_notes_folder_beat_those_beside_it(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notesite.toml": 'title = "beside"', "n/notesite.toml": 'title = "inside"'})
    assert find_places(tmp_path, tmp_path / "n").settings.title == "inside"
    (tmp_path / "n/notesite.toml").unlink()
    assert find_places(tmp_path, tmp_path / "n").settings.title == "beside"


def test_a_given_notes_folder_does_not_take_the_settings_of_where_one_stands(tmp_path: Path) -> None:
    write_notes(tmp_path, {"here/notesite.toml": 'title = "here"', "there/notes/a.md": ""})
    assert find_places(tmp_path / "here", tmp_path / "there/notes").settings.title == "Notesite"


def test_folders_of_the_settings_are_relative_to_the_settings_file(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notesite.toml": 'notes = "my/notes"\noutput = "public"', "my/notes/a.md": ""})
    places = find_places(tmp_path / "my")
    assert places.notes.resolve() == tmp_path / "my/notes"
    assert places.output.resolve() == tmp_path / "public"


def test_a_given_output_beats_the_settings(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notesite.toml": 'output = "public"', "notes/a.md": ""})
    assert find_places(tmp_path, None, tmp_path / "other").output == tmp_path / "other"


def test_a_folder_without_notes_stops_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(NotesiteError, match="there is no notes folder") as stopped:
        find_places(tmp_path)
    assert "notesite init" in str(stopped.value.hint)


def test_a_notes_folder_that_does_not_exist_ends_with_exit_code_2(tmp_path: Path) -> None:
    for command in ("build", "check", "due"):
        ran = call(command, "--notes", "nowhere", cwd=tmp_path)
        assert ran.code == 2
        assert "nowhere" in ran.err
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", [b"\xff\xfe", b"title = \xe9"])
def test_settings_that_are_not_utf8_stop_with_the_files_name(tmp_path: Path, text: bytes) -> None:
    write_notes(tmp_path, {"notesite.toml": text, "notes/a.md": ""})
    with pytest.raises(NotesiteError, match=r"notesite\.toml.*not in UTF-8"):
        find_places(tmp_path)


def test_settings_with_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    write_notes(tmp_path, {"notesite.toml": '\ufefftitle = "Mine"', "notes/a.md": ""})
    assert find_places(tmp_path).settings.title == "Mine"


def test_settings_that_cannot_be_read_stop_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notes(tmp_path, {"notesite.toml": "", "notes/a.md": ""})

    def refused(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refused)
    with pytest.raises(NotesiteError, match="cannot be read: Permission denied"):
        find_places(tmp_path)


# A vault that exists already.

VAULT = {
    ".obsidian/app.json": "{}",
    ".obsidian/plugins/x/README.md": "# a plugin",
    "Templates/Person.md": "---\ncompany:\n---\n",
    "People/Giulia Rossi.md": (
        '---\ncompany: "[[Officine Dati]]"\nlast_contact: 2026-10-15\ncontact_frequency: 30\n'
        "tags: [friend]\n---\n"
        "She knows [[Kenji Watanabe]].\n"
    ),
    "People/@Kenji Watanabe.md": (
        "---\ncompany: Tavolo Dati\nlast contact: 2026-09-01\n---\n- 2026-10-02 call: trails\n"
    ),
    "People/Ana Pérez.md": "---\ncompany: [[Officine Dati]]\n---\n",
    "Companies/Officine Dati.md": "Data people.\n",
    "Daily/2026-11-02.md": "Lunch with [[Giulia Rossi]], and we spoke of [[Ana Pérez]].\n",
    "Ideas/Talk.md": "For [[Giulia Rossi]].\n",
    "Home.md": "# My vault\n",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """An Obsidian vault that knows nothing of notesite."""
    return write_notes(tmp_path / "Life", VAULT)


def last_contacts(vault: Path) -> dict[str, date | None]:
    contacts = read(vault).network.contacts.values()
    return {contact.name: contact.last_contact(date(2026, 11, 24)) for contact in contacts}


def test_the_people_of_a_vault_are_contacts_with_the_right_last_contact(vault: Path) -> None:
    assert last_contacts(vault) == {
        "Giulia Rossi": date(2026, 11, 2),
        "Kenji Watanabe": date(2026, 10, 2),
        "Ana Pérez": None,
    }


def test_last_contact_of_a_vault_is_a_floor_under_its_notes(vault: Path) -> None:
    (vault / "Daily/2026-11-02.md").unlink()
    (vault / "People/@Kenji Watanabe.md").write_text("---\nlast contact: 2026-09-01\n---\n")
    found = last_contacts(vault)
    assert found["Giulia Rossi"] == date(2026, 10, 15)
    assert found["Kenji Watanabe"] == date(2026, 9, 1)


def test_the_company_of_a_vaults_people_is_their_organisation(vault: Path) -> None:
    organisations = {each.name: each.members for each in read(vault).network.organisations.values()}
    assert organisations["Officine Dati"] == ("People/Ana Pérez.md", "People/Giulia Rossi.md")
    assert organisations["Tavolo Dati"] == ("People/@Kenji Watanabe.md",)


def test_a_vault_is_built_without_any_configuration(vault: Path) -> None:
    ran = call("build", "--today", "2026-11-24", cwd=vault)
    assert ran.code == 0, ran.err
    site = vault.parent / "Life-site"
    pages = pages_of(site)
    assert {"index.html", "contacts/giulia-rossi.html", "contacts/kenji-watanabe.html"} <= set(pages)
    assert "2026-11-02" in pages["contacts/giulia-rossi.html"].decode()
    assert {path.name for path in vault.iterdir()} == {path.split("/")[0] for path in VAULT}


def test_a_vault_given_by_name_has_its_site_beside_it(vault: Path) -> None:
    ran = call("build", "--notes", "Life", cwd=vault.parent)
    assert ran.code == 0, ran.err
    assert (vault.parent / "Life-site/index.html").is_file()
