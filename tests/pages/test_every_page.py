"""What holds for every page of the sample: links that resolve, no script, a frame that stays the same."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from notesite.model.settings import Settings
from notesite.pages.page import Page
from notesite.pages.render import render
from tests.notebooks import ROOT
from tests.pages.networks import plan, sample, site_of, theme

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
OUTSIDE = ("https://", "http://", "mailto:", "tel:", "data:,", "data:text/calendar;", "data:text/vcard;")
VOID = ("meta", "link", "img", "br", "hr", "input")


class Read(HTMLParser):
    """The elements of a page, in order, with a check that they nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def all(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag == name]


PAGES = sample().plan.pages
HTML = {page.route: render(page, theme()).decode() for page in PAGES}
READ = {route: Read(html) for route, html in HTML.items()}
IDS = {route: [a["id"] for _, a in page.elements if "id" in a] for route, page in READ.items()}
FILES = {route for _, route in sample().plan.files} | {"assets/site.css", "follow-ups.ics"}
FILES |= {f"assets/{path.name}" for path in (ROOT / "templates/static").iterdir()}
FILES |= {page.route for page in sample().plan.data}


@pytest.fixture(params=PAGES, ids=lambda page: page.route)
def page(request: pytest.FixtureRequest) -> Page:
    found = request.param
    assert isinstance(found, Page)
    return found


def target_of(route: str, href: str) -> str:
    folder = route.rpartition("/")[0].split("/") if "/" in route else []
    for part in href.split("/"):
        folder = folder[:-1] if part == ".." else [*folder, part]
    return "/".join(folder)


def test_every_link_leads_to_a_page_or_a_file_that_is_there(page: Page) -> None:
    for _, attributes in READ[page.route].elements:
        for address in (attributes.get("href"), attributes.get("src")):
            if address is None or address.startswith(OUTSIDE):
                continue
            assert not address.startswith("/")
            path, _, anchor = address.partition("#")
            target = target_of(page.route, path) if path else page.route
            assert target in HTML or target in FILES, f"{page.route} → {address}"
            if anchor:
                assert anchor in IDS[target], f"{page.route} → {address}"


def test_scripts_of_its_own_no_style_and_the_policy_in_every_page(page: Page) -> None:
    found = READ[page.route]
    policy = [
        each["content"] for each in found.all("meta") if each.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == [CSP]
    scripts = [each.get("src", "") for each in found.all("script")]
    assert all(target_of(page.route, src) in FILES for src in scripts)
    assert all("defer" in each for each in found.all("script"))
    assert not found.all("style")
    assert not any("style" in a or any(name.startswith("on") for name in a) for _, a in found.elements)


def test_the_page_is_well_formed_and_its_ids_are_unique(page: Page) -> None:
    assert READ[page.route].open == []
    assert len(IDS[page.route]) == len(set(IDS[page.route]))


def test_one_main_heading_and_no_level_left_out(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in READ[page.route].elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_landmarks_language_and_a_way_past_the_navigation(page: Page) -> None:
    found = READ[page.route]
    assert found.all("html")[0]["lang"] == "en"
    assert found.all("a")[0] == {"class": "skip", "href": "#main"}
    assert [each["id"] for each in found.all("main")] == ["main"]
    assert all(each.get("aria-label") for each in found.all("nav"))
    assert all("alt" in each for each in found.all("img"))
    for _, attributes in found.elements:
        if label := attributes.get("aria-labelledby"):
            assert label in IDS[page.route]


def test_table_headers_say_what_they_head(page: Page) -> None:
    assert all("scope" in each for each in READ[page.route].all("th"))


def test_every_day_that_makes_due_is_written_as_a_date(page: Page) -> None:
    for _, attributes in READ[page.route].elements:
        if "data-due" in attributes:
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", attributes["data-due"])


def test_the_navigation_is_the_same_everywhere_but_for_where_it_stands() -> None:
    navs = {
        re.sub(r'href="(\.\./)?|aria-current="\w+"|\s+', "", html.partition("<nav")[2].partition("</nav>")[0])
        for html in HTML.values()
    }
    assert len(navs) == 1


def test_everything_has_its_page() -> None:
    network, routes = sample().network, sample().plan.routes
    assert set(routes.notes) == set(network.notes)
    assert {*routes.notes.values(), *routes.tags.values(), *routes.organisations.values()} <= set(HTML)


def test_pages_of_people_and_notes_stay_as_they_are_on_another_day_when_nothing_became_due() -> None:
    notes = {"contacts/Ana.md": "---\ncircle: close\n---\n\n## Log\n\n- 2026-11-20 call: hello\n"}
    one = site_of(notes).html("contacts/ana.html")
    other = site_of(notes, date(2026, 11, 25)).html("contacts/ana.html")
    assert one == other


def test_a_style_sheet_of_the_user_is_asked_for_only_where_there_is_one() -> None:
    site = sample()
    assert "user.css" not in site.html("index.html")
    planned = plan(site.views, site.network, Settings(), custom_css=True)
    assert 'href="../assets/user.css"' in render(planned.pages[-1], theme()).decode()
    assert 'href="assets/user.css"' in render(planned.pages[0], theme()).decode()
