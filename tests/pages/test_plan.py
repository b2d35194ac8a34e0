"""Every page stays light, however large the network, and what it has no room for stands on another."""

import posixpath
import re
from functools import cache

import pytest

from tests.pages.networks import Site, site_of, words

FIRST = "ABCDEFGHIJKLMNOPRSTVZ"
MOST = {"contacts.html": 200, "tag.html": 100, "organisation.html": 100}
ROW = re.compile(r'<th scope="row">.*?<a href="([^"]+)"')
TABLE = re.compile(r"contacts(-[a-z0-9-]+)?\.html")


def crowd(count: int, extra: str = "") -> dict[str, str]:
    """So many contacts, more than half of them under M."""
    names = (f"{'M' if n % 9 < 5 else FIRST[n % len(FIRST)]}{n:03} Rossi" for n in range(count))
    return {f"contacts/{name}.md": f"---\norg: Firm\ntags: [x]\n{extra}---\n" for name in names}


@cache
def large() -> Site:
    """450 contacts, of whom some are archived and some are called in other ways."""
    odd = ("Ждан", "Ærø", "佐藤 美咲", "Łukasz", "42 Studio", "… and", "'Zoe'")
    archived = {f"contacts/Old {n}.md": "---\nstatus: archived\n---\n" for n in range(3)}
    return site_of({**crowd(440), **{f"contacts/{name}.md": "" for name in odd}, **archived})


def pages(site: Site) -> dict[str, str]:
    """The pages that list contacts, by route."""
    return {page.route: site.html(page.route) for page in site.plan.pages if page.template in MOST}


def linked(route: str, html: str) -> set[str]:
    folder = posixpath.dirname(route)
    return {posixpath.normpath(posixpath.join(folder, href)) for href in re.findall(r'href="([^"#]+)', html)}


def reached(site: Site, start: str) -> set[str]:
    """All routes to which links lead from a page, by way of pages of its template."""
    template = next(page.template for page in site.plan.pages if page.route == start)
    kin = {page.route for page in site.plan.pages if page.template == template}
    found: set[str] = set()
    left = {start}
    while left:
        route = left.pop()
        targets = linked(route, site.html(route).partition("<main")[2])
        left |= (targets & kin) - found
        found |= targets | {route}
    return found


def test_each_contact_is_reached_from_the_table_and_no_page_is_heavy() -> None:
    site = large()
    routes = {site.plan.routes.notes[path] for path in site.network.contacts}
    assert routes <= reached(site, "contacts.html")
    rows = {route: len(ROW.findall(html)) for route, html in pages(site).items()}
    most = {page.route: MOST[page.template] for page in site.plan.pages if page.template in MOST}
    assert all(count <= most[route] for route, count in rows.items())
    assert sum(count for route, count in rows.items() if TABLE.fullmatch(route)) == len(routes)


def test_the_table_has_a_page_for_each_letter_and_further_ones_where_it_takes_more() -> None:
    routes = [route for route in pages(large()) if TABLE.fullmatch(route)]
    assert routes[:2] == ["contacts.html", "contacts-b.html"]
    assert routes[-6:] == [
        "contacts-ae-uc6.html",
        "contacts-l-u141.html",
        "contacts-zh-u416.html",
        "contacts-zuo-u4f50.html",
        "contacts-other.html",
        "contacts-archived.html",
    ]
    assert {"contacts-m.html", "contacts-m-2.html"} <= set(routes)
    second = large().html("contacts-m-2.html")
    assert '<a rel="prev" href="contacts-m.html">Previous page</a>' in second
    assert "Page 2 of 2" in words(second)
    assert "<title>Contacts · M · Page 2 of 2 · Notesite</title>" in second


def test_every_page_of_the_table_leads_to_every_letter() -> None:
    found = pages(large())
    firsts = {route for route in found if TABLE.fullmatch(route)} - {"contacts-m-2.html"}
    for route in firsts:
        assert firsts <= linked(route, found[route]), route


def test_up_to_two_hundred_contacts_are_one_page() -> None:
    site = site_of(crowd(200))
    assert [route for route in pages(site) if TABLE.fullmatch(route)] == ["contacts.html"]
    assert len(ROW.findall(site.html("contacts.html"))) == 200


def changed(before: Site, after: Site) -> set[str]:
    """The pages of the table that are new or other than before."""
    old, new = pages(before), pages(after)
    return {route for route in new if TABLE.fullmatch(route) and old.get(route) != new[route]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Bea New", {"contacts-b.html"}), ("M0 New", {"contacts-m.html", "contacts-m-2.html"})],
)
def test_one_more_contact_changes_only_the_pages_of_its_letter(name: str, expected: set[str]) -> None:
    notes = crowd(450)
    assert changed(site_of(notes), site_of({**notes, f"contacts/{name}.md": ""})) == expected


def test_a_tag_and_an_organisation_of_many_go_on_on_further_pages() -> None:
    site = site_of({**crowd(230), "contacts/Ada.md": "---\ntags: [x-2]\n---\n"})
    for first, second in (
        ("tags/x.html", "tags/x--2.html"),
        ("organisations/firm.html", "organisations/firm--2.html"),
    ):
        assert {site.plan.routes.notes[path] for path in crowd(230)} <= reached(site, first)
        assert len(ROW.findall(site.html(second))) == 100
        assert first in linked(second, site.html(second).partition("<main")[2])
    assert "230 people" in site.text("tags/x.html")
    assert "You know 230 people here" in site.text("organisations/firm--3.html")
    assert ROW.findall(site.html("tags/x-2.html")) == ["../contacts/ada.html"]


def test_notes_under_a_tag_are_shared_out_too() -> None:
    site = site_of({f"journal/{n}.md": "#walk\n" for n in range(250)})
    found = [site.html(f"tags/walk{page}.html").partition("<main")[2] for page in ("", "--2", "--3")]
    assert [html.count("<li><a") for html in found] == [100, 100, 50]


def due(bucket: str, count: int) -> dict[str, str]:
    return {f"contacts/{bucket} {n:03}.md": f"---\nfollow-up: {bucket}\n---\n" for n in range(count)}


def test_follow_ups_show_the_most_pressing_of_each_bucket_and_count_all() -> None:
    site = site_of({**due("2026-11-20", 130), **due("2026-11-24", 100), **due("2027-02-01", 101)})
    html, text = site.html("due.html"), site.text("due.html")
    assert html.count('<li class="row"') == 300
    for heading in ("Overdue 130", "Today 100", "Later 101"):
        assert text.count(heading) == 2
    assert "30 more: the table of contacts has the next day of everybody" in text
    assert text.count("the table of contacts has") == 2


def test_those_without_a_contact_are_bounded_on_the_day_and_enough_for_later_ones() -> None:
    notes = {f"contacts/S {n:03}.md": "---\ncadence: weekly\n---\n" for n in range(140)}
    notes["contacts/S 000.md"] += "## Log\n\n- 2026-12-01 call: will be\n"
    html = site_of(notes).html("due.html").partition('data-bucket="silent" data-all')[2]
    assert html.startswith('="140" data-ends="2026-12-01"')
    assert html.count('<li class="row"') == 101
    assert len(re.findall(r'<li class="row"[^>]* hidden>', html)) == 1
    assert "40 more" in html


def test_promises_show_a_hundred_of_each_part_and_count_all() -> None:
    late = "".join(f"- [ ] late {n:03} 📅 2026-11-{1 + n % 20:02}\n" for n in range(120))
    kept = "".join(f"- [x] kept {n:03} ✅ 2026-10-{1 + n % 30:02}\n" for n in range(150))
    site = site_of({"contacts/Ana.md": late + kept})
    html, text = site.html("promises.html"), site.text("promises.html")
    assert html.count('class="promise"') == 200
    assert "Late 120" in text
    assert "20 more, on the pages of the people" in text
    assert "50 more, on the pages of the people" in text
    assert ("kept 029" in text, "kept 000" in text) == (True, False)
