"""Link marks become links, pictures, or names of what is missing."""

import re
from pathlib import Path

import notesite
from notesite.markup.html import Place, resolve_marks
from notesite.markup.marks import mark
from tests.notebooks import ROOT
from tests.pages.networks import site_of

SOURCE = Path(notesite.__file__).parent


def resolved(html: str, place: Place | None, level: int = 0) -> str:
    return str(resolve_marks(html, lambda _: place, "No such note yet", level))


def test_a_link_leads_to_its_note() -> None:
    assert resolved(mark(0, "Giulia"), Place("a.html")) == '<a href="a.html">Giulia</a>'


def test_a_link_to_no_note_says_so() -> None:
    assert resolved(mark(0, "X"), None) == '<span class="missing" title="No such note yet">X</span>'


def test_an_embedded_picture_is_shown() -> None:
    found = resolved(mark(0, "the badge", embed=True), Place("../files/b.png", is_picture=True))
    assert found == '<img loading="lazy" src="../files/b.png" alt="the badge">'


def test_a_size_in_place_of_a_label_is_the_size() -> None:
    found = resolved(mark(0, "300x200", embed=True), Place("b.png", is_picture=True))
    assert found == '<img loading="lazy" src="b.png" alt="" width="300" height="200">'


def test_an_embedded_note_is_a_link() -> None:
    assert (
        resolved(mark(0, "pitch", embed=True), Place("p.html")) == '<a class="embed" href="p.html">pitch</a>'
    )


def test_quotes_in_a_label_do_not_leave_the_attribute() -> None:
    found = resolved(mark(0, 'a" onerror="x', embed=True), Place("b.png", is_picture=True))
    assert 'alt="a&quot; onerror=&quot;x"' in found


def test_headings_stand_below_those_of_the_page() -> None:
    html = '<h1 id="h-a">A</h1><h2>B</h2><h6>C</h6>'
    assert resolved(html, None, 3) == '<h3 id="h-a">A</h3><h3>B</h3><h6>C</h6>'
    assert resolved(html, None, 2) == '<h2 id="h-a">A</h2><h2>B</h2><h6>C</h6>'


def test_no_mark_survives() -> None:
    assert not set(resolved(f"{mark(0, 'a')}\ufdd0 broken", Place("a.html"))) & set("\ufdd0\ufdd1\ufdd2")


def test_a_link_to_a_heading_leads_there() -> None:
    site = site_of({"a.md": "See [[b#The Plan]] and [[b#gone]].\n", "b.md": "# B\n\n## The plan\n\nText.\n"})
    html = site.html("notes/a.html")
    anchor = next(h.anchor for h in site.network.notes["b.md"].body.headings if h.text == "The plan")
    assert f'href="b.html#{anchor}"' in html
    assert 'href="b.html"' in html
    assert f'id="{anchor}"' in site.html("notes/b.html")


def test_text_is_marked_as_safe_in_one_module_only() -> None:
    marking = [path for path in SOURCE.rglob("*.py") if re.search("markupsafe|Markup[(]", path.read_text())]
    assert [path.relative_to(SOURCE).as_posix() for path in marking] == ["markup/html.py"]


def test_no_template_marks_text_as_safe() -> None:
    for template in (ROOT / "templates").rglob("*.html"):
        text = template.read_text().replace(" ", "")
        assert "|safe" not in text
        assert "autoescape" not in text
