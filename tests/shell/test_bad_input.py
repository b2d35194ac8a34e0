"""Files that go wrong: the build goes on, and whatever is text has its page and its diagnostic."""

import unicodedata
from pathlib import Path

import pytest

from notesite.markup.clean import cleaned
from notesite.pages.routes import routes_of
from notesite.shell.disk import gather
from tests.notebooks import built, findings, pages_of, read, write_notes

LATIN_1 = "---\nname: Lucía Fernández\n---\nCafé".encode("latin-1")

READABLE: dict[str, tuple[str | bytes, set[str]]] = {
    "empty": ("", set()),
    "only-blank-lines": ("\n\n \t\n", set()),
    "two-megabytes": ("---\nname: Big\n---\n" + "word " * 400_000, {"too-large", "too-tangled"}),
    "line-of-five-megabytes": ("x" * 5_000_000, {"too-large", "too-tangled"}),
    "nul": ("---\nname: N\n---\nbefore\0after", {"control-characters"}),
    "nul-at-the-end": (b"a note that a crash cut\n" * 9 + b"\0" * 12, {"control-characters"}),
    "escapes": ("\x1b[31mred\x1b[0m is a colour of terminals, and of none here", {"control-characters"}),
    "utf-16": ("---\nname: Ü\n---\ntext".encode("utf-16"), {"encoding"}),
    "utf-16-without-a-bom": ("---\nname: Ugo\n---\ntext".encode("utf-16-le"), {"encoding"}),
    "latin-1": (LATIN_1, {"encoding"}),
    "bom": ("\ufeff---\nname: B\n---\ntext", set()),
    "crlf": ("---\r\nname: C\r\n---\r\ntext\r\n", set()),
    "old-mac": ("---\rname: M\r---\rtext\r", set()),
    "broken-yaml": ("---\nhook: she said: call me\n---\ntext", {"front-matter-line"}),
    "yaml-list": ("---\n- a\n- b\n---\ntext", {"front-matter-shape"}),
    "yaml-text": ("---\njust a text\n---\ntext", {"front-matter-shape"}),
    "unclosed": ("---\nname: Giulia\n\ntext", {"front-matter-unclosed"}),
    "keys-twice": ("---\nrole: a\nrole: b\n---\ntext", {"key-twice"}),
    "alias": ("---\nrole: &r chief\nhook: *r\n---\ntext", {"yaml-alias"}),
    "merge-key": ("---\nbase: &b {role: chief}\n<<: *b\n---\ntext", {"yaml-alias"}),
    "tabs": ("---\nrole:\n\tchief\n---\ntext", {"front-matter-line"}),
    "impossible-dates": (
        "---\nfollow-up: 2026-02-30\nmet: 2026-13-01\n---\n- 2026-02-30 call",
        {"entry-day"},
    ),
    "wrong-types": ("---\nname: [a, b]\nemail: {work: x}\ntags: {a: b}\n---\n", {"value-shape"}),
    "bom-twice": ("\ufeff\ufeff---\nname: B\n---\ntext", set()),
    "surrogates": (b"\xed\xa0\x80 is no UTF-8, but this text is long enough to be one", {"encoding"}),
    "noncharacters": ("a \ufdd00l\ufdd1x\ufdd2 b is what marks a link inside", {"control-characters"}),
    "line-separators": ("---\nhook: a\u2028b\n---\na\u2028b\u0085c", set()),
    "script": (
        "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![x](http://tracker.example/x.png)",
        set(),
    ),
    "escapes-in-yaml": (
        '---\nname: "a\\0\\e[31mb\\uFDD00l\\uFDD1x\\uFDD2"\nhook: "\\uFDD09l\\uFDD1x\\uFDD2"\n---\n',
        set(),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A notes folder with every bad file among contacts, and its site."""
    folder = tmp_path_factory.mktemp("bad")
    notes = write_notes(
        folder / "notes", {f"contacts/{name}.md": text for name, (text, _) in READABLE.items()}
    )
    write_notes(
        notes, {"contacts/binary.md": bytes(range(256)) * 40, "contacts/fine.md": "[[latin-1]] [[nul]]"}
    )
    built(notes, folder / "site")
    return notes, folder / "site"


@pytest.mark.parametrize("name", READABLE)
def test_a_bad_note_has_its_page(folder: tuple[Path, Path], name: str) -> None:
    notes, site = folder
    network = read(notes).network
    route = routes_of(network).notes[f"contacts/{name}.md"]
    assert (site / route).is_file()
    assert route in pages_of(site)


@pytest.mark.parametrize("name", READABLE)
def test_a_bad_note_has_its_diagnostic(folder: tuple[Path, Path], name: str) -> None:
    notes, _ = folder
    found = {code for code, path in findings(read(notes)) if path == f"contacts/{name}.md"}
    assert READABLE[name][1] <= found
    if not READABLE[name][1]:
        assert not found - {"link-unknown", "control-characters"}


def test_every_diagnostic_is_on_the_problems_page(folder: tuple[Path, Path]) -> None:
    notes, site = folder
    page = (site / "problems.html").read_text("utf-8")
    for each in read(notes).diagnostics:
        assert each.code in page
        assert each.origin.path in page


def test_no_page_holds_characters_that_cannot_be_shown(folder: tuple[Path, Path]) -> None:
    _, site = folder
    for path, data in pages_of(site).items():
        if path.endswith(".html"):
            text = data.decode("utf-8")
            shown = {letter for letter in text if unicodedata.category(letter) == "Cc"} - {
                "\n",
                "\t",
                "\u0085",
            }
            assert not shown, path
            assert not any("\ufdd0" <= letter <= "\ufdef" for letter in text), path


def test_no_script_of_a_note_reaches_its_page(folder: tuple[Path, Path]) -> None:
    _, site = folder
    page = (site / "contacts/script.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_what_is_no_text_has_a_diagnostic_and_no_page(folder: tuple[Path, Path]) -> None:
    notes, _ = folder
    notebook = read(notes)
    assert ("not-text", "contacts/binary.md") in findings(notebook)
    assert "contacts/binary.md" not in notebook.network.notes


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("latin-1", "Lucía Fernández"),
        ("utf-16", "Ü"),
        ("utf-16-without-a-bom", "Ugo"),
        ("bom", "B"),
        ("crlf", "C"),
        ("old-mac", "M"),
        ("two-megabytes", "Big"),
        ("unclosed", "Giulia"),
        ("empty", "empty"),
    ],
)
def test_what_could_be_read_of_a_bad_note_counts(folder: tuple[Path, Path], name: str, shown: str) -> None:
    notes, _ = folder
    assert read(notes).network.notes[f"contacts/{name}.md"].name == shown


def test_of_a_large_note_only_the_beginning_is_in_memory(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"big.md": "x" * 5_000_000, "just.md": "x" * 1_000_000})
    sizes = {source.path: (len(source.data), source.is_large) for source in gather(notes).sources}
    assert sizes["big.md"][0] < 1_000_000
    assert sizes["big.md"][1]
    assert sizes["just.md"] == (1_000_000, False)


COLLIDING = [
    "contacts/Ana Pérez.md",
    "contacts/ana-perez.md",
    "contacts/Ana Perez.md",
    unicodedata.normalize("NFD", "contacts/Ána.md"),
    unicodedata.normalize("NFC", "contacts/Ána.md"),
    "contacts/ANA.md",
    "contacts/ana.md",
    "contacts/Ana.markdown",
    "People/ana.md",
    "contacts/!!!.md",
    "contacts/???.md",
    "contacts/😀.md",
    "contacts/-.md",
    "contacts/con.md",
    "contacts/CON.md",
    "contacts/aux.md",
    "contacts/NUL.md",
    "contacts/com1.md",
    "contacts/LPT9.md",
    "contacts/index.md",
    "contacts/佐藤 美咲.md",
    f"contacts/{'long ' * 48}.md",
    f"contacts/{'長' * 80}.md",
    "contacts/a:b*c.md",
    "contacts/tab\there.md",
    "contacts/line\nbreak.md",
    "contacts/\x1b[31mred.md",
    "contacts/\u202etxt.md",
    "contacts/per%20cent.md",
    "contacts/<script>.md",
    'contacts/"quoted".md',
    "contacts/back\\slash.md",
    "index.md",
    "problems.md",
    "contacts.md",
]


@pytest.fixture(scope="module")
def colliding(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A notes folder of names that collide, and its site."""
    folder = tmp_path_factory.mktemp("colliding")
    notes = write_notes(
        folder / "notes", dict.fromkeys(COLLIDING, "---\ntags: [con, a/b, A/B, '!']\n---\n[[ana]]")
    )
    built(notes, folder / "site")
    return notes, folder / "site"


def test_names_that_collide_have_a_page_each(colliding: tuple[Path, Path]) -> None:
    notes, site = colliding
    network = read(notes).network
    assert len(network.notes) == len(COLLIDING)
    routes = routes_of(network).notes
    assert len({route.casefold() for route in routes.values()}) == len(COLLIDING)
    assert all((site / route).is_file() for route in routes.values())


def test_every_output_name_is_safe_on_every_system(colliding: tuple[Path, Path]) -> None:
    _, site = colliding
    reserved = {"con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(10))}
    for path in pages_of(site):
        *folders, name = path.split("/")
        stem, _, ending = name.rpartition(".")
        assert ending.isalnum()
        for part in (*folders, stem):
            assert part
            assert set(part) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"), path
            assert len(part.encode()) <= 100
            assert part not in reserved


def test_a_page_keeps_its_address_when_another_note_takes_a_name_like_it(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"contacts/ana.md": ""})
    alone = routes_of(read(notes).network).notes["contacts/ana.md"]
    write_notes(notes, {"contacts/Ána.md": "", "contacts/ána!.md": ""})
    assert routes_of(read(notes).network).notes["contacts/ana.md"] == alone


def test_paths_that_differ_by_case_or_form_are_named(colliding: tuple[Path, Path]) -> None:
    notes, _ = colliding
    twins = {path for code, path in findings(read(notes)) if code == "file-twins"}
    assert "contacts/ana.md" in twins
    assert "contacts/con.md" in twins
    assert len([path for path in twins if "na.md" in path]) == 2


def test_two_contacts_of_one_name_have_two_pages_and_a_diagnostic(tmp_path: Path) -> None:
    notes = write_notes(
        tmp_path / "notes",
        {"contacts/a.md": "---\nname: Anna\n---\n", "contacts/b.md": "---\nname: anna\n---\n"},
    )
    report = built(notes, tmp_path / "site")
    assert ("name-twice", "contacts/b.md") in findings(report)
    assert {"contacts/a.html", "contacts/b.html"} <= set(pages_of(tmp_path / "site"))


def test_the_sanitiser_is_the_second_wall() -> None:
    html = '<p onclick="x()">a<script>b</script><img src="http://x"><iframe src="x"></iframe></p>'
    shown = cleaned(html)
    assert "script" not in shown
    assert "onclick" not in shown
    assert "iframe" not in shown
