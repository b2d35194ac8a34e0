"""The built sample, as it opens from the disk: nothing missing, nothing requested, nothing complained of."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.screens import every_screen
from tests.notebooks import built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUTSIDE = ("https", "http", "mailto", "tel")
POLICY = ("default-src 'none'", "base-uri 'none'", "form-action 'none'")


@dataclass
class Document(HTMLParser):
    """What a page refers to, and the places in it that can be referred to."""

    loaded: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.linked += [given["href"]] if tag == "a" and "href" in given else []
        self.loaded += [given["href"]] if tag == "link" else []
        self.loaded += [given[name] for name in ("src", "poster", "data") if name in given]
        if given.get("http-equiv", "").casefold() == "content-security-policy":
            self.policies.append(given["content"])
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag in ("style", "base", "form", "iframe", "object", "embed") or (
            tag == "script" and "src" not in given
        ):
            self.inline.append(tag)


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of notes whose names and links are as awkward as they come."""
    folder = tmp_path_factory.mktemp("odd")
    names = (
        "a b",
        "Ana Pérez",
        "100% sure",
        "what?",
        "a#b",
        "佐藤 美咲",
        "a&b",
        "x;y",
        "it's",
        "(round)",
        "+1",
        "a=b",
    )
    links = "\n".join(f"- [[{name}]] [[{name}#Über & unter]] [x](<{name}.md#Über & unter>)" for name in names)
    notes = {
        f"contacts/{name}.md": (
            f"---\ntags: ['{number} c#', a/b&c]\norg: 'R&D {number}'\n---\n# Über & unter\n{links}\n^x y\n"
        )
        for number, name in enumerate(names)
    }
    write_notes(
        folder / "notes",
        {**notes, "pics/ö 1%.png": b"x", "p.md": "![[ö 1%.png]] ![x](<pics/ö 1%.png>)\n[a](#up)"},
    )
    built(folder / "notes", folder / "site")
    return folder / "site"


def documents(site: Path) -> dict[str, Document]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        found[path.relative_to(site).as_posix()] = document = Document()
        document.feed(path.read_text("utf-8"))
        document.close()
    return found


def broken(site: Path) -> Iterator[str]:
    """Each address of a site that leads to no file of it, or to no place on its page."""
    pages = documents(site)
    for route, page in pages.items():
        for address in (*page.loaded, *page.linked):
            parts = urlsplit(address)
            if parts.scheme in OUTSIDE and address in page.linked:
                continue
            if address.startswith(("data:,", "data:text/calendar;", "data:text/vcard;")):
                continue
            path = unquote(parts.path)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(route), path)) if path else route
            if (
                parts.scheme
                or parts.netloc
                or target.startswith(("..", "/"))
                or not (site / target).is_file()
            ):
                yield f"{route}: {address}"
            elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
                yield f"{route}: {address} (no such place)"


@pytest.mark.parametrize("name", ["site", "odd_site"])
def test_every_internal_link_leads_to_a_file_and_a_place_in_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(name)
    assert not list(broken(folder))


@pytest.mark.parametrize("name", ["site", "odd_site"])
def test_every_page_forbids_what_it_does_not_need(name: str, request: pytest.FixtureRequest) -> None:
    for route, page in documents(request.getfixturevalue(name)).items():
        (policy,) = page.policies
        assert all(each in policy for each in POLICY), route
        assert "unsafe" not in policy
        assert "http" not in policy
        assert not page.inline, route


@pytest.mark.parametrize("name", ["site", "odd_site"])
def test_no_place_on_a_page_is_named_twice(name: str, request: pytest.FixtureRequest) -> None:
    for route, page in documents(request.getfixturevalue(name)).items():
        assert len(set(page.ids)) == len(page.ids), route


def test_the_site_has_its_pages(site: Path) -> None:
    fixed = ["index", "due", "promises", "contacts", "organisations", "tags", "events", "notes", "problems"]
    assert {f"{name}.html" for name in fixed} <= set(documents(site))
    for folder in ("contacts", "organisations", "tags", "events", "notes"):
        assert list((site / folder).glob("*.html"))


PICTURES = """() => Promise.all(Array.from(document.images, (each) => {
  each.loading = "eager";
  return each.decode().catch(() => null);
}))"""
"""Wait for every picture, also those out of sight."""


def watched(page: "Page", heard: list[str], requested: list[str]) -> None:
    """Write down what a page says, what fails, and what it asks for."""
    page.on("console", lambda message: heard.append(f"console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
    page.on("request", lambda request: requested.append(request.url))
    page.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}"))


@pytest.mark.browser
@pytest.mark.parametrize("name", ["site", "odd_site"])
def test_every_page_opens_from_the_disk_in_silence(
    name: str, request: pytest.FixtureRequest, browser: "Browser"
) -> None:
    folder = request.getfixturevalue(name)
    heard: list[str] = []
    requested: list[str] = []
    page = browser.new_page()
    watched(page, heard, requested)
    for route in every_screen(folder):
        page.goto((folder / route).as_uri())
        assert page.title(), route
        assert page.locator("main").count() == 1, route
        page.evaluate(PICTURES)  # one that the browser puts off would be cut short by the next page
    page.close()
    assert not heard
    inside = folder.as_uri()
    assert not [url for url in requested if not url.startswith((f"{inside}/", "data:"))]


@pytest.mark.browser
def test_a_link_from_page_to_page_can_be_followed(site: Path, browser: "Browser") -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator('nav a[href$="contacts.html"]').first.click()
    page.locator('main a[href*="giulia-rossi"]').first.click()
    assert page.url.endswith("/contacts/giulia-rossi.html")
    assert "Giulia Rossi" in page.locator("h1").inner_text()
    page.close()


@pytest.mark.browser
def test_the_site_is_whole_without_scripts(site: Path, browser: "Browser") -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.locator("main").inner_text().strip()
    page.goto((site / "contacts.html").as_uri())
    assert page.locator('main a[href^="contacts/"]').count() >= 30
    context.close()
