"""Networks for tests: notes in, pages out, without a disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from html.parser import HTMLParser

from notesite.model.diagnostic import Diagnostic
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.pages.page import Frame, Page
from notesite.pages.plan import files_of, lists_of, notes_of
from notesite.pages.render import render
from notesite.pages.routes import Routes, routes_of
from notesite.pages.theme import Theme, load_theme
from notesite.reading.linking import link
from notesite.reading.notes import read_note
from notesite.reading.sources import Source
from notesite.shell.catalogues import catalogue
from notesite.views.derive import Views, derive
from tests.notebooks import ROOT, SAMPLE, read

TODAY = date(2026, 11, 24)
SETTINGS = Settings()

GIULIA = "contacts/giulia-rossi.md"
KENJI = "contacts/Kenji Watanabe.md"
ANA = "contacts/ana.md"
"""Invented people, as is everybody in these tests."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every page to render, the data of the scripts, and each attachment as (path in the notes, route)."""

    pages: tuple[Page, ...]
    data: tuple[Page, ...]
    files: tuple[tuple[str, str], ...]
    routes: Routes


def plan(views: Views, network: Network, settings: Settings, *, custom_css: bool = False) -> Plan:
    """All pages and files of a site at once, as a build makes them one after another."""
    frame, routes = Frame(settings.title, settings.language, custom_css), routes_of(network)
    lists, data = lists_of(views, frame, routes)
    return Plan((*lists, *notes_of(views, frame, routes)), data, files_of(network, routes), routes)


@dataclass(frozen=True, slots=True)
class Site:
    """A notebook with all that is derived from it on a day."""

    network: Network
    views: Views
    plan: Plan

    def html(self, route: str) -> str:
        """The page at a route."""
        page = next(page for page in self.plan.pages if page.route == route)
        return render(page, theme()).decode()

    def text(self, route: str) -> str:
        """The page at a route as words alone."""
        return words(self.html(route))


@cache
def theme() -> Theme:
    return load_theme([ROOT / "templates"])


@cache
def theme_in(language: str) -> Theme:
    """The theme in a language, with its catalogue."""
    return load_theme([ROOT / "templates"], catalogue(language), language=language)


VOID = ("meta", "link", "img", "br", "hr", "input")


class _Shown(HTMLParser):
    """The text of a page's main part that is not hidden."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.open: list[bool] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(" ")
        if tag not in VOID:
            self.open.append(any(name == "hidden" for name, _ in attrs))

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(" ")
        if tag not in VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.pieces.append(data)


def words(html: str) -> str:
    """HTML without its tags and what is hidden, with single spaces."""
    body = html.partition("<main")[2].partition(">")[2] or html
    text = " ".join("".join(_Shown(body).pieces).split())
    return text.replace(" ,", ",").replace(" .", ".")


def network_of(
    notes: Mapping[str, str], settings: Settings = SETTINGS, attachments: Sequence[str] = ()
) -> tuple[Network, tuple[Diagnostic, ...]]:
    """The network of some notes, with what is wrong in them."""
    outcomes = [read_note(Source(path, text.encode()), settings) for path, text in notes.items()]
    linked = link([each.value for each in outcomes if each.value], settings, attachments)
    return linked.value, (*(found for each in outcomes for found in each.diagnostics), *linked.diagnostics)


def site_of(
    notes: Mapping[str, str],
    today: date = TODAY,
    settings: Settings = SETTINGS,
    attachments: Sequence[str] = (),
) -> Site:
    """The site of some notes on a day."""
    network, diagnostics = network_of(notes, settings, attachments)
    views = derive(network, diagnostics, today, settings)
    return Site(network, views, plan(views, network, settings))


@cache
def sample() -> Site:
    """The site of the sample notebook."""
    notebook = read(SAMPLE)
    views = derive(notebook.network, notebook.diagnostics, TODAY, SETTINGS)
    return Site(notebook.network, views, plan(views, notebook.network, SETTINGS))
