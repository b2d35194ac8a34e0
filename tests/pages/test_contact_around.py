"""What a contact's page has beside what the note says: drawing, balance, card, photo, the time there."""

import re
from html import unescape
from urllib.parse import unquote

import vobject

from tests.pages.networks import Site, site_of

GIULIA = """---
name: Giulia Rossi
org: "[[Officine Dati]]"
role: Head of Data
email: giulia@example.org
phone: [+39 055 012 3456, ask me]
website: javascript:alert(1)
linkedin: https://example.org/in/giulia
location: "[[Florence]]"
timezone: Europe/Rome
introduced-by: "[[Kenji]]"
knows: "[[Ana]]"
hook: ledgers and rain
tags: [data]
---
## Log

- 2026-11-12 lunch with [[Bea]], [[Ana]]: plans
- 2026-10-08 gave: two evenings
- 2026-09-15 received: two tickets
- 2026-09-14 received: a chair
- 2026-08-01 intro: [[Giulia Rossi]] + [[Cy]]
- 2026-07-01 ← intro: [[Dee]]
- 2026-06-01 call at [[Fair]]: hello
"""
NOTES = {
    "contacts/Giulia Rossi.md": GIULIA,
    **{f"contacts/{name}.md": "" for name in ("Kenji", "Ana", "Bea", "Cy", "Dee")},
    "groups/Officine Dati.md": "",
    "events/2026-06-01 Fair.md": "---\nname: Fair\n---\n",
    "Florence.md": "",
}
ROUTE = "contacts/giulia-rossi.html"
SITE = site_of(NOTES)
HTML, TEXT = SITE.html(ROUTE), SITE.text(ROUTE)


def drawing(html: str) -> str:
    found = re.search(r'<svg class="ego".*?</svg>', html, re.DOTALL)
    return found[0] if found else ""


def card_of(site: Site, route: str = ROUTE) -> str:
    found = re.search(r'href="data:text/vcard;charset=utf-8,([^"]*)"', site.html(route))
    return unquote(unescape(found[1])) if found else ""


def test_everybody_around_is_drawn_once_and_leads_to_their_page() -> None:
    found = re.findall(
        r'<a href="([^"]*)"[^>]*><path d="M[^"]*"/><text[^>]*>([^<]*)</text></a>', drawing(HTML)
    )
    assert {text: href for href, text in found} == {
        "Kenji": "kenji.html",
        "Ana": "ana.html",
        "Officine Dati": "../organisations/officine-dati.html",
        "Dee": "dee.html",
        "Cy": "cy.html",
        "Fair": "../events/2026-06-01-fair.html",
        "Bea": "bea.html",
    }
    assert len(found) == 7


def test_whoever_is_drawn_stands_in_words_beside() -> None:
    words = TEXT.partition("Connections")[2]
    assert "Knows Ana Introduced by Kenji Introduced you to Dee You introduced them to Cy" in words
    assert "Met together Bea" in words
    assert "Events Fair" in words


def test_one_connection_is_not_drawn() -> None:
    notes = {"contacts/Ana.md": "---\nknows: '[[Bea]]'\n---\n", "contacts/Bea.md": ""}
    assert not drawing(site_of(notes).html("contacts/ana.html"))


def test_more_than_a_dozen_are_counted() -> None:
    names = [f"P{number}" for number in range(14)]
    knows = ", ".join(f"'[[{name}]]'" for name in names)
    notes = {"contacts/Ana.md": f"---\nknows: [{knows}]\n---\n", **{f"contacts/{n}.md": "" for n in names}}
    assert re.search(r'</svg>\s*<p class="aside">and 2 others</p>', site_of(notes).html("contacts/ana.html"))


def test_the_balance_is_told_in_words() -> None:
    assert "Given and received You gave 2 times and received 3 times." in TEXT
    notes = {"contacts/Ana.md": "- 2026-11-01 received: a chair\n"}
    words = site_of(notes).text("contacts/ana.html")
    assert "You received once: a good reason to give something back." in words


def test_the_card_can_be_saved_without_a_file_of_its_own() -> None:
    (found,) = vobject.readComponents(card_of(SITE))
    assert found.fn.value == "Giulia Rossi"
    assert found.org.value == ["Officine Dati"]
    assert found.adr.value.city == "Florence"
    assert [each.value for each in found.tel_list] == ["+39 055 012 3456"]
    assert [each.value for each in found.url_list] == ["https://example.org/in/giulia"]
    assert 'download="Giulia Rossi.vcf"' in HTML


def test_what_you_think_of_somebody_is_not_on_their_card() -> None:
    assert not [word for word in ("ledgers", "inner", "Kenji", "evenings", "NOTE") if word in card_of(SITE)]


def test_what_is_private_is_not_on_a_card() -> None:
    private = {
        **NOTES,
        "contacts/Giulia Rossi.md": GIULIA.replace("tags:", "private: [phone, links, tags]\ntags:"),
    }
    lines = card_of(site_of(private)).split("\r\n")
    assert not [line for line in lines if line.startswith(("TEL", "URL", "CATEGORIES"))]
    assert "EMAIL:giulia@example.org" in lines
    whole = {**NOTES, "contacts/Giulia Rossi.md": GIULIA.replace("tags:", "private: true\ntags:")}
    assert not card_of(site_of(whole))


def test_the_zone_is_named_for_the_browser_to_tell_the_time() -> None:
    assert 'Europe/Rome<b data-zone="Europe/Rome"></b>' in HTML
    assert "data-zone" not in site_of({"contacts/Ana.md": ""}).html("contacts/ana.html")


def test_a_photo_has_its_size_before_it_is_there() -> None:
    site = site_of({"contacts/A.md": "---\nphoto: a.png\n---\n"}, attachments=["a.png"])
    assert '<img class="face large" src="../files/a.png" alt="" width="72" height="72">' in site.html(
        "contacts/a.html"
    )
    assert 'width="24" height="24" loading="lazy"' in site.html("contacts.html")


def test_a_colour_goes_with_the_name_wherever_the_note_lies() -> None:
    paths = ("contacts/Ana.md", "contacts/old/Ana.md", "people/ana.md")
    pages = [site_of({path: "---\nname: Ana\n---\n"}).html("contacts/ana.html") for path in paths]
    tones = {tone for html in pages for tone in re.findall(r"face (tone-\d)", html)}
    assert len(tones) == 1


def test_paper_shows_the_last_five_things_that_happened() -> None:
    days = [(year, month) for year in (6, 5) for month in (4, 3, 2, 1)]
    log = "".join(f"- 202{year}-0{month}-01 call: c{year}{month}\n" for year, month in days)
    html = site_of({"contacts/Ana.md": log}).html("contacts/ana.html").partition('id="timeline"')[2]
    timeline = html.partition("</section>")[0]
    kept = re.findall(r"<li>.*?(c\d\d)", timeline, re.DOTALL)
    assert kept == ["c64", "c63", "c62", "c61", "c54"]
    assert re.findall(r'<li class="old">.*?(c\d\d)', timeline, re.DOTALL) == ["c53", "c52", "c51"]
    assert re.findall(r'<h3 class="([^"]*)">', timeline) == ["year", "year"]


def test_a_contact_of_whom_nothing_is_told_says_how_to_begin() -> None:
    empty = site_of({"contacts/Ana.md": ""}).text("contacts/ana.html")
    assert "Nothing is told of Ana yet. One line in the note is enough to begin" in empty
    assert "Nothing is told" not in TEXT
