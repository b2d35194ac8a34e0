"""The site in another language: every word of the interface comes from the catalogue, and only those."""

import re
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import notesite
from notesite.model.codes import CODES
from notesite.model.settings import Settings
from notesite.pages.page import Page
from notesite.pages.render import render
from notesite.pages.theme import Theme, load_theme
from notesite.pages.words import date_words
from tests.notebooks import ROOT
from tests.pages.networks import site_of

WIDE = {code: code + 0xFEE0 for code in map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")}
WORD = re.compile(r"[^\W\d_]+")
INITIALS = re.compile("[A-Z]{1,2}")
SAID = ("aria-label", "title", "alt", "data-label", "data-copy", "placeholder")
AS_WRITTEN = ("code", "kbd", "pre", "script", "prose", "subject", "message", "hint")
"""Elements and classes of what is shown as it is written: titles, notes, drafts, findings."""

ALBA = """---
name: Alba Zeni
aliases: [Zeni]
org: Brofola
role: Drumaia
email: alba@example.org
phone: +39 055 0001
url: https://example.org/alba
mastodon: https://example.org/zeni
address: Gralo 1
location: Gralo
timezone: Europe/Rome
language: it
pronouns: zia
channel: zufolo
linkedin-ok: asked
industry: [brofolame]
network: [Brofola]
relation: [cugina]
circle: close
cadence: 6w
met: 2024-03
met-at: "[[2026-11-10 Sagra Brofola]]"
introduced-by: "[[Bruno Cadi]]"
knows: ["[[Bruno Cadi]]"]
intro-paths: ["[[Bruno Cadi]]"]
hook: gruldi
needs: [gruldi]
offers: [spuldi]
interests: [spuldi]
goals: [gruldi]
birthday: 1987-11-27
dates: {zonalia: 2010-05-05}
congratulate: [spuldi]
positions:
  - {org: Spaltri, role: Zufola, from: 2019-01, to: 2020-02}
  - {org: Brofola, role: Drumaia, from: 2021-03}
follow-up: 2026-11-20
next-step: gruldi
zirlo: gruldi
private: true
tags: [gruldi, spuldi/zirlo]
---

Gruldi [[Bruno Cadi]] [[Zilla Zilla]].

## Log

- 2026-11-12 call at [[2026-11-10 Sagra Brofola]] with [[Bruno Cadi]]: gruldi
- 2026-11-11 call with [[Bruno Cadi]]: gruldi
    - ask-about:: gruldi
- 2026-11-10 → message: gruldi
- 2026-10-10 ← email: gruldi
- 2026-10-09 gave: gruldi
- 2026-10-08 received: gruldi
- 2026-10-07 asked: gruldi
- 2026-10-06 ← thanked: gruldi
- 2026-10-05 lunch: gruldi
- 2026-10-04: gruldi

## Zirlo

- [ ] Gruldi 📅 2026-11-26
- [ ] Spuldi ➕ 2026-10-01 🛫 2026-12-01 📅 2026-12-24
- [ ] ← Zirlo 📅 2026-11-20
- [ ] Gruldi zirlo
- [x] Gruldi 📅 2026-10-10 ✅ 2026-10-12
- [x] Spuldi 📅 2026-10-12 ✅ 2026-10-10
- [-] Zirlo ❌ 2026-10-01
"""
NOTES = {
    "contacts/Alba Zeni.md": ALBA,
    "contacts/Bruno Cadi.md": "---\norg: Brofola\ncadence: monthly\nstatus: dormant\ntags: [gruldi]\n---\n"
    "Gruldi [[Alba Zeni]].\n\n## Log\n\n- 2026-05-01 coffee: zirlo\n",
    "contacts/Ciro Dalma.md": "---\ncircle: inner\nbirthday: 11-25\n---\n",
    "contacts/Dora Elmi.md": "---\nstatus: archived\nlast-contact: 2026-05-02\ncadence: sempremai\n"
    "org: Spaltri\n---\n",
    "contacts/Elio Fumi.md": "---\nstatus: deceased\ncadence: never\n---\n",
    "contacts/Fosca Gori.md": "---\ntags: [gruldi]\nsnooze: 2027-01-01\ncadence: 3 weeks\n---\n\n## Log\n\n"
    "- 2025-01-01 video: zirlo\n- 2026-11-23 → email: gruldi\n",
    "contacts/Guido Ilari.md": "---\n- zirlo\n- gruldi\n---\n",
    "events/2026-11-10 Sagra Brofola.md": "---\nmet: ['[[Alba Zeni]]', Zilla]\nstatus: attended\n---\n",
    "events/2026-11-27 Zonale.md": "---\nattendees: ['[[Alba Zeni]]', Zilla]\nstatus: going\nonline: zirlo\n"
    "location: Gralo\ncost: zirlo\nend: 2026-11-28\nurl: https://example.org/zonale\n---\n",
    "events/2027-05-01 Zirlata.md": "---\nstatus: idea\n---\n",
    "events/Spuldata.md": "",
    "groups/Brofola.md": "Gruldi.\n",
    "goals/Zirlare.md": "---\nby: 2027-03\nstatus: zirlo\nlooking-for: [gruldi]\npeople: [Zilla]\n---\n",
    "resources/Spuldo.md": "---\nurl: https://example.org/spuldo\ninterests: [spuldi]\n---\n",
    "interactions/2026-11-16 Zirlo.md": "---\npeople: [Alba Zeni]\nchannel: call\ndirection: out\n---\n",
    "journal/2026-11-03.md": "- lunch with [[Alba Zeni]]: zirlo\n- [ ] Gruldi [[Alba Zeni]] ➕ 2026-11-03\n",
    "pitch.md": "Zirlo.\n",
}
INVENTED = (
    "alba zeni bruno cadi ciro dalma dora elmi elio fumi fosca gori guido ilari zilla "
    "brofola brofolame drumaia gralo gruldi spuldi spuldo spuldata spaltri sagra zonale zonalia zirlata "
    "zirlare zirlo zufolo zufola zia cugina pitch sempremai"
)
"""All words that stand in those notes, none of which the interface says."""

KEYS = "cadence"
ELSEWHERE = (
    f"notesite example org zonale spuldo mastodon europe rome it linkedin follow ups ics md https {KEYS}"
)
"""The same in every language: names of the site and its files, addresses, keys and circles as written."""

SHARED = "tag mail follow up online no idea in"
"""Words that Italian shares with English."""


class Wide(NullTranslations):
    """A catalogue that says everything in wide letters, so that what it did not say stands out."""

    def gettext(self, message: str) -> str:
        return _wide(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _wide(msgid1 if n == 1 else msgid2)


def _wide(message: str) -> str:
    return "".join(
        part if part.startswith("%(") else part.translate(WIDE)
        for part in re.split(r"(%\(\w+\)[sr])", message)
    )


class Shown(HTMLParser):
    """What a page says, to the eye and to a screen reader, but for what stands there as it is written."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.texts += [value for name in SAID if (value := named.get(name))]
        if tag not in ("meta", "link", "img", "br", "hr", "input"):
            self.open.append((tag, tag in AS_WRITTEN or named.get("class") in AS_WRITTEN))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(is_written for _, is_written in self.open):
            self.texts.append(" ".join(data.split()))


@cache
def wide_theme() -> Theme:
    return load_theme([ROOT / "templates"], Wide(), language="it")


@cache
def pages() -> dict[str, Page]:
    """The pages of the notebook, and of one that is empty, by what they are called here."""
    settings = Settings(language="it")
    full = {page.route: page for page in site_of(NOTES, settings=settings).plan.pages}
    empty = {f"empty {page.route}": page for page in site_of({}, settings=settings).plan.pages}
    begun = {
        f"begun {page.route}": page
        for page in site_of({"contacts/Zilla.md": ""}, settings=settings).plan.pages
    }
    return {name: page for name, page in {**full, **empty, **begun}.items() if page.route.endswith(".html")}


def words_of(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from (
            word.casefold() for word in WORD.findall(text) if word.isascii() and not INITIALS.fullmatch(word)
        )


def names_of_days() -> set[str]:
    days = date_words("it")
    return set(words_of(*days.months, *days.short_months, *days.weekdays))


@pytest.mark.parametrize("name", pages())
def test_every_word_is_the_catalogues_or_the_notes(name: str) -> None:
    html = render(pages()[name], wide_theme()).decode()
    allowed = {*INVENTED.split(), *ELSEWHERE.split(), *names_of_days()}
    found = {text: left for text in Shown(html).texts if (left := set(words_of(text)) - allowed)}
    assert not found


@cache
def italian() -> GNUTranslations:
    """The Italian catalogue, compiled from its source."""
    sources = sorted((Path(notesite.__file__).parent / "locale" / "it").rglob("*.po"))
    compiled = BytesIO()
    with sources[0].open("rb") as source:
        write_mo(compiled, read_po(source, "it"))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def site_theme(language: str) -> Theme:
    return load_theme([ROOT / "templates"], italian() if language == "it" else None, language=language)


@pytest.mark.parametrize("name", pages())
def test_what_is_equal_in_english_and_italian_is_no_word_of_the_interface(name: str) -> None:
    shown = [set(Shown(render(pages()[name], site_theme(each)).decode()).texts) for each in ("en", "it")]
    allowed = {*INVENTED.split(), *ELSEWHERE.split(), *SHARED.split()}
    assert not {text for text in shown[0] & shown[1] if set(words_of(text)) - allowed}


def messages() -> Iterator[tuple[str, ...]]:
    """Every sentence of the templates and of findings, with its form for several where it has one."""
    options = {
        "extensions": "jinja2.ext.do",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "silent": "false",
    }
    yield from ((code.title,) for code in CODES.values())
    for path in sorted((ROOT / "templates").rglob("*.html")):
        with path.open("rb") as template:
            found = extract(
                "jinja2.ext:babel_extract", template, {"_": None, "ngettext": (1, 2)}, options=options
            )
            for _, message, _, _ in found:
                yield (message,) if isinstance(message, str) else tuple(message)


def parts_of(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sr]", text))


def test_every_sentence_is_translated_with_its_parts() -> None:
    catalogue = italian()
    wrong = []
    for message, *others in messages():
        single = catalogue.ngettext(message, others[0], 1) if others else catalogue.gettext(message)
        several = catalogue.ngettext(message, others[0], 2) if others else single
        parts = parts_of(others[0] if others else message)
        says = re.sub(r"%\(\w+\)[sr]", "", message)
        is_known = single != message or set(words_of(says)) <= set(SHARED.split())
        # A form for one may say the number in words of its own.
        if not is_known or parts_of(several) != parts or parts_of(single) | {"num"} != parts | {"num"}:
            wrong.append(message)
    assert not wrong


def test_a_page_tells_its_language() -> None:
    assert '<html lang="it">' in render(pages()["index.html"], wide_theme()).decode()
