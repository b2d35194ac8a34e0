"""New notes and new notebooks, of whatever name, over nothing that exists."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.errors import NotesiteError
from notesite.model.values import Kind
from notesite.shell.create import create_note, create_notebook, file_stem
from notesite.shell.places import find_places
from tests.notebooks import TODAY, files_of, read, write_notes

NAMES = (
    *(
        "Giulia Rossi",
        "Giulia D'Amico",
        "Anna-Lena Ö.",
        "佐藤 美咲",
        "Nguyễn Thị Lan",
        "O’Brien",
        "María José",
    ),
    *("CON", "nul", "com1", "../x", "..", "a/b", "C:\\Users", "/etc/passwd", "~root", "-rf", ".hidden", "x."),
    *('say "hi"', "it's", "back\\slash", "a: b", "a #b", "#tag", "- item", "[link]", "{a: b}"),
    *(
        "yes",
        "NO",
        "null",
        "true",
        "on",
        "Off",
        "y",
        "~",
        "*star",
        "&and",
        "!bang",
        "%cent",
        "@at",
        "`tick`",
        "|pipe",
    ),
    *(
        "12",
        "2026-11-24",
        "1e3",
        "0x1F",
        "12:30",
        ".inf",
        "=",
        "<<",
        "---",
        "...",
        "? what",
        "> quote",
        "a, b",
    ),
    *(
        "😀",
        "👩‍🔬 Ada",
        "😀" * 90,
        "長" * 90,
        "long " * 60,
        "{name}",
        "{today}",
        "Group {today} {name}",
        "%s %(x)s",
    ),
    *("tab\there", "line\nbreak", "two  spaces", " ends ", "a\u2028b"),
)


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """An empty notebook."""
    return write_notes(tmp_path / "notes", {"notesite.toml": ""})


def header_of(path: Path) -> str:
    return path.read_text("utf-8").split("---\n")[1]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["contact", "event"])
def test_a_new_note_has_its_name_whatever_it_is(notebook: Path, name: str, kind: str) -> None:
    try:
        path = create_note(find_places(notebook, notebook), kind, name, TODAY)
    except NotesiteError as error:
        assert "cannot be a file name" in str(error)
        assert not any(letter.isalnum() for letter in name)
        return
    network = read(notebook).network
    (note,) = network.notes.values()
    wanted = " ".join(name.split())
    assert note.name == wanted
    assert note.kind is Kind(kind)
    assert path.resolve().parent.parent == notebook.resolve()


@pytest.mark.parametrize("name", NAMES)
def test_other_programs_read_the_name_of_a_new_note_as_a_text(notebook: Path, name: str) -> None:
    try:
        path = create_note(find_places(notebook, notebook), "contact", name, TODAY)
    except NotesiteError:
        return
    assert yaml.safe_load(header_of(path))["name"] == " ".join(name.split())


@given(st.text(min_size=1, max_size=300).filter(lambda text: text.isprintable()))
def test_a_file_name_is_one_that_every_system_takes(name: str) -> None:
    try:
        stem = file_stem(name)
    except NotesiteError:
        return
    assert stem
    assert not set(stem) & set('<>:"/\\|?*\0')
    assert stem[0] != "."
    assert stem[-1] not in ". "
    assert stem.casefold() not in ("con", "prn", "aux", "nul", "com1", "lpt1")
    assert len(f"2026-11-24 {stem}.md".encode()) <= 255


def test_control_characters_of_a_name_reach_no_note(notebook: Path) -> None:
    try:
        create_note(find_places(notebook, notebook), "contact", "\x1b[31mred\x00\x9b", TODAY)
    except NotesiteError:
        return
    (note,) = read(notebook).network.notes.values()
    assert note.name.isprintable()
    assert Path(note.path).stem.isprintable()


def test_a_name_that_is_no_utf8_is_refused_or_written(notebook: Path) -> None:
    try:
        create_note(find_places(notebook, notebook), "contact", "caf\udce9", TODAY)
    except NotesiteError as error:
        assert "name" in str(error)


def test_a_note_that_exists_is_not_written_over(notebook: Path) -> None:
    places = find_places(notebook, notebook)
    create_note(places, "contact", "Giulia Rossi", TODAY).write_text("mine")
    with pytest.raises(NotesiteError, match="exists already"):
        create_note(places, "contact", "Giulia  Rossi", TODAY)
    assert (notebook / "contacts/Giulia Rossi.md").read_text() == "mine"


def test_a_new_note_is_not_written_through_a_link(notebook: Path, tmp_path: Path) -> None:
    (notebook / "contacts").mkdir()
    (notebook / "contacts/Giulia.md").symlink_to(tmp_path / "outside.md")
    with pytest.raises(NotesiteError, match="exists already"):
        create_note(find_places(notebook, notebook), "contact", "Giulia", TODAY)
    assert not (tmp_path / "outside.md").exists()


def test_a_new_event_begins_with_the_day(notebook: Path) -> None:
    path = create_note(find_places(notebook, notebook), "event", "Open data meetup", date(2026, 12, 3))
    assert path == notebook / "events/2026-12-03 Open data meetup.md"
    (event,) = read(notebook).network.events.values()
    assert (event.name, event.start) == ("Open data meetup", date(2026, 12, 3))


@pytest.mark.parametrize("folder", ["People", "persone", "Contatti", "contacts"])
def test_a_new_contact_goes_where_the_notebook_keeps_them(notebook: Path, folder: str) -> None:
    (notebook / folder).mkdir()
    path = create_note(find_places(notebook, notebook), "contact", "Giulia", TODAY)
    assert path.parent == notebook / folder


def test_a_new_contact_goes_to_the_folder_that_the_settings_name(tmp_path: Path) -> None:
    notes = write_notes(
        tmp_path, {"notesite.toml": '[kinds.contact]\nfolders = ["Humans"]', "Humans/a.md": ""}
    )
    path = create_note(find_places(notes, notes), "contact", "Giulia", TODAY)
    assert path.parent == notes / "Humans"


def test_a_notebooks_own_template_makes_its_new_notes(notebook: Path) -> None:
    write_notes(
        notebook, {".notesite/templates/new/contact.md": "---\nname: {name}\nmet: {today}\n---\nmy own\n"}
    )
    path = create_note(find_places(notebook, notebook), "contact", "Giulia", TODAY)
    assert path.read_text() == "---\nname: Giulia\nmet: 2026-11-24\n---\nmy own\n"


def test_a_new_note_has_no_problems(notebook: Path) -> None:
    places = find_places(notebook, notebook)
    create_note(places, "contact", "Giulia Rossi", TODAY)
    create_note(places, "event", "Meetup", TODAY)
    assert not read(notebook).diagnostics


def test_a_folder_that_refuses_stops_with_a_message(notebook: Path) -> None:
    (notebook / "contacts").write_text("a file")
    with pytest.raises(NotesiteError, match=r"cannot be written|exists already"):
        create_note(find_places(notebook, notebook), "contact", "Giulia", TODAY)


@pytest.mark.parametrize("sample", [True, False])
def test_a_new_notebook_is_read_without_an_error(tmp_path: Path, *, sample: bool) -> None:
    count = create_notebook(tmp_path / "mine", with_sample=sample)
    assert len(files_of(tmp_path / "mine")) == count > 0
    notebook = read(tmp_path / "mine/notes")
    assert notebook.network.contacts
    if not sample:
        assert not notebook.diagnostics


def test_a_new_notebook_is_written_into_nothing_that_exists(tmp_path: Path) -> None:
    write_notes(tmp_path / "mine", {"thesis.txt": "ten years of work"})
    for folder in (tmp_path / "mine", tmp_path / "mine/thesis.txt"):
        with pytest.raises(NotesiteError, match="not empty"):
            create_notebook(folder, with_sample=True)
    assert files_of(tmp_path) == {"mine/thesis.txt": b"ten years of work"}


def test_an_empty_folder_is_taken_for_a_new_notebook(tmp_path: Path) -> None:
    assert create_notebook(tmp_path, with_sample=False)
