"""Drafts of messages: what the notes know is in them, what they do not know leaves no trace."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.settings import Me, Settings
from notesite.pages.drafts import Message, TextError, mailto, message, shortened, stop, texts_of
from notesite.pages.render import render
from notesite.pages.theme import load_theme
from notesite.rules.drafts import DRAFTS, DraftName
from notesite.views.drafts import DraftView, Parts, first_name
from tests.notebooks import ROOT
from tests.pages.networks import ANA, TODAY, Site, sample, site_of, theme

LANGUAGES = ("en", "it")
SETTINGS = Settings(me=Me("Elena Marchetti"))
TEXTS = texts_of(theme().environment)
UNNATURAL = ("None", "()", "[]", "  ", "{{", "{%", " ,", " .", "..", ",,", "\n\n\n", "after.", ": .", "at .")

GIULIA = "contacts/Giulia Rossi.md"
NOTE = """---
email: giulia@example.org
language: {language}
met: 2026-11-23
met-at: the queue for coffee
hook: we read the same book on ledgers
interests: [trail running, wool]
linkedin-ok: yes
---

- [ ] Send the slides on ledgers 📅 2026-11-26
- [ ] Lend her the book
- [ ] ← Giulia sends the job description 📅 2026-11-25
"""
ME = "---\ntype: me\nname: Elena Marchetti\ninterests: [Trail running]\n---\n"


def written(draft: DraftView) -> Message:
    return message(TEXTS, draft)


def drafts_of(site: Site, path: str = GIULIA) -> dict[str, Message]:
    (view,) = (view() for each, _, view in site.views.each_contact() if each == path)
    return {each.value.name: written(each.value) for each in view.drafts if each.is_now}


def one(text: str, today: date = TODAY, **notes: str) -> dict[str, Message]:
    """The drafts of a contact with that note."""
    others = {f"{name.replace('__', '/')}.md": each for name, each in notes.items()}
    return drafts_of(site_of({GIULIA: text, **others}, today, SETTINGS))


def told(message: Message) -> str:
    return f"{message.subject}\n\n{message.body}"


def sample_drafts() -> Iterator[DraftView]:
    """Every contact of the sample in every draft and both languages."""
    for contact in (view() for _, _, view in sample().views.each_contact()):
        parts = [each.value.parts for each in contact.drafts] or [Parts(contact.person.name)]
        for each in (parts[0], parts[-1]):
            for name in DRAFTS:
                for language in LANGUAGES:
                    limit = 200 if name == "linkedin" else 0
                    yield DraftView(name, language, replace(each, me="Elena Marchetti"), limit=limit)


def assert_natural(draft: DraftView) -> None:
    text = told(written(draft))
    for wrong in UNNATURAL:
        assert wrong not in text, f"{draft.name} {draft.language}: {wrong!r} in\n{text}"
    assert not re.search(r"^[,.:;]|\b(at|a|by|with|con|per|for)[,.:]?$", text, re.MULTILINE), text
    assert all(line == line.strip() for line in text.split("\n"))
    assert written(draft).subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_follow_up_has_the_place_the_hook_and_the_promise(language: str) -> None:
    body = one(NOTE.format(language=language))["first-follow-up"].body
    for words in ("the queue for coffee", "we read the same book on ledgers", "Send the slides on ledgers"):
        assert words in body
    assert "job description" not in body
    assert body.startswith("Ciao Giulia," if language == "it" else "Hi Giulia,")
    assert body.endswith("\nElena Marchetti")


def test_an_event_is_called_by_its_name() -> None:
    note = "---\nmet: 2026-11-23\nmet-at: '[[Forum|the Forum]]'\n---\n"
    assert one(note, events__Forum="")["first-follow-up"].subject == "Good to meet you at the Forum"
    logged = "---\nlanguage: en\n---\n\n- 2026-11-23 met at [[Forum]]: hello\n"
    assert "at Forum." in one(logged, events__Forum="")["first-follow-up"].body


@pytest.mark.parametrize("language", LANGUAGES)
def test_reconnecting_recalls_what_you_share_what_changed_and_brings_something(language: str) -> None:
    note = f"""---
language: {language}
met-at: a ferry
interests: [trail running, wool]
positions:
  - {{org: "[[Orgs/Bottega|Bottega Nord]]", role: Lead, from: 2026-03}}
---
"""
    resource = "---\nurl: https://example.org/races\ninterests: [Trail-Running]\n---\n"
    body = one(note, contacts__me=ME, resources__Races=resource)["reconnect"].body
    for words in ("a ferry", "trail running", "Lead, Bottega Nord", "Races.\nhttps://example.org/races"):
        assert words in body
    assert "wool" not in body


def test_a_role_after_a_position_that_ended_is_a_recent_change() -> None:
    past = "{org: Ekvik, role: Postdoc, to: 2026-09}"
    note = f"---\nrole: Research lead\norg: Ekvik\npositions:\n  - {past}\n---\n"
    assert "Research lead, Ekvik." in one(note)["reconnect"].body
    assert "Research lead" not in one(note, date(2028, 1, 1))["reconnect"].body


def test_what_their_note_names_already_is_not_offered_again() -> None:
    resource = "---\ninterests: [wool]\n---\n"
    note = "---\ninterests: [wool]\n---\n\n## Log\n\n- 2026-05-06 shared: {}\n"
    assert "Knitting" in one(note.format("a story"), resources__Knitting=resource)["reconnect"].body
    assert "Knitting" not in one(note.format("[[Knitting]]"), resources__Knitting=resource)["reconnect"].body


def test_a_favour_and_an_introduction_are_thanked_for() -> None:
    assert "two tickets." in one("- 2026-11-20 received: two tickets\n")["thank"].body
    ana = "---\nmet: 2026-11-20\nintroduced-by: '[[Giulia Rossi]]'\n---\n"
    assert "introducing me to Ana." in one("", contacts__Ana=ana)["thank"].body
    noted = one("## Log\n\n- 2026-11-20 intro ←: [[Ana]], who hires\n", contacts__Ana="")["thank"].body
    assert "introducing me to Ana." in noted
    assert "for the introduction." in one("## Log\n\n- 2026-11-20 intro ←: a printer\n")["thank"].body


def test_good_news_and_birthdays() -> None:
    assert (
        "the new studio." in one("---\ncongratulate: 2026-11-20 the new studio\n---\n")["congratulate"].body
    )
    assert "Happy birthday!" in one("---\nbirthday: --11-28\n---\n")["birthday"].body
    assert "birthday" not in one("---\nbirthday: --06-28\n---\n")


def test_only_what_a_reason_asks_for_and_at_most_seven() -> None:
    assert list(one("")) == ["reconnect"]
    busy = one(
        "---\nmet: 2026-11-23\nbirthday: --11-25\nlinkedin-ok: yes\ncongratulate: 2026-11-23 x\n---\n\n"
        "## Log\n\n- 2026-11-23 received: y\n\n- [ ] Introduce her to [[Ana]] #intro\n",
        contacts__ana="",
    )
    assert list(busy) == [
        *("first-follow-up", "thank", "congratulate", "birthday", "reconnect", "linkedin"),
        "introduction-question",
    ]


INTRODUCTION = {
    GIULIA: "---\nname: Giulia Rossi\nemail: giulia@example.org\nneeds: [a venue in Florence]\n---\n",
    ANA: "---\nname: Ana Pérez\nemail: ana@example.org\noffers: [advice, a venue for twenty]\n---\n",
    "journal/2026-11-20.md": "- [ ] Introduce [[Giulia Rossi|Giulia]] to [[ana]] #intro\n",
}


def test_an_introduction_asks_both_and_then_writes_to_both() -> None:
    site = site_of(INTRODUCTION)
    found = drafts_of(site)
    question, both = found["introduction-question"], found["introduction"]
    assert "Ana Pérez" in question.subject
    assert "what you are looking for: a venue in Florence." in question.body
    assert "What they offer: a venue for twenty." in question.body
    assert question.href.startswith("mailto:giulia@example.org?")
    assert both.href.startswith("mailto:giulia@example.org,ana@example.org?")
    assert "Hi Giulia, hi Ana," in both.body
    asked_too = drafts_of(site, ANA)["introduction-question"]
    assert "Giulia Rossi" in asked_too.subject
    assert "looking for" not in asked_too.body
    assert "Ask about an introduction to Ana Pérez" in site.text("contacts/giulia-rossi.html")


@pytest.mark.parametrize("task", ["- [x] Introduce {}", "- [ ] ← Introduce {}", "- [ ] Ask {} out"])
def test_no_introduction_that_is_made_or_not_mine_to_make(task: str) -> None:
    mark = "" if "Ask" in task else " #intro"
    text = task.format("[[Giulia Rossi]] to [[ana]]") + mark
    found = drafts_of(site_of({**INTRODUCTION, "journal/2026-11-20.md": f"{text}\n"}))
    assert list(found) == ["reconnect"]


@pytest.mark.parametrize("status", ["archived", "deceased"])
def test_who_is_gone_is_written_nothing(status: str) -> None:
    assert one(f"---\nstatus: {status}\nmet: 2026-11-23\nlinkedin-ok: yes\n---\n") == {}


def test_you_write_nothing_to_yourself() -> None:
    assert drafts_of(site_of({"contacts/me.md": ME}), "contacts/me.md") == {}


@pytest.mark.parametrize("answer", ["no", "asked", ""])
def test_an_invitation_only_where_it_is_allowed(answer: str) -> None:
    assert "linkedin" not in one(f"---\nlinkedin-ok: {answer}\n---\n")
    invitation = one("---\nlinkedin-ok: yes\nemail: giulia@example.org\n---\n")["linkedin"]
    assert "LinkedIn" in invitation.subject
    assert not invitation.href


@pytest.mark.parametrize(
    ("written_as", "site", "expected"),
    [
        ("it", "en", "Ciao"),
        ("Italiano", "en", "Ciao"),
        ("en-GB", "it", "Hi"),
        ("inglese", "it", "Hi"),
        ("", "it", "Ciao"),
        ("", "en", "Hi"),
        ("Català", "en", "Hi"),
    ],
)
def test_the_language_is_the_contact_s_else_the_site_s(written_as: str, site: str, expected: str) -> None:
    settings = replace(SETTINGS, language=site)
    notes = {GIULIA: f"---\nlanguage: {written_as}\n---\n"}
    assert drafts_of(site_of(notes, settings=settings))["reconnect"].body.startswith(expected)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Giulia Rossi", "Giulia"),
        ("佐藤 美咲", "佐藤 美咲"),
        ("김 민지", "김 민지"),
        ("Ольга Соколова", "Ольга"),
        ("Plato", "Plato"),
        ("Rossi, Giulia", "Rossi"),
        ("", ""),
    ],
)
def test_people_are_called_by_their_first_name(name: str, called: str) -> None:
    assert first_name(name) == called


def test_every_draft_of_the_sample_reads_naturally_and_is_signed() -> None:
    for draft in sample_drafts():
        assert_natural(draft)
        assert written(draft).body.endswith("\nElena Marchetti")
        assert not draft.limit or len(written(draft).body) <= draft.limit


def test_no_text_takes_anybody_for_a_man_or_a_woman() -> None:
    gendered = re.compile(
        r"\b(car[oa]|content[oai]|liet[oai]|grat[oa]|conosciut\w|incontrat\w|benvenut\w|amic[oa]|lui|lei"
        r"|he|she|him|her|his)\b",
        re.IGNORECASE,
    )
    for path in sorted((ROOT / "templates/drafts").rglob("*.txt")):
        assert not gendered.search(path.read_text("utf-8")), path.name


def test_every_draft_has_its_text_in_every_language() -> None:
    files = {
        path.relative_to(ROOT / "templates/drafts").as_posix()
        for path in (ROOT / "templates").rglob("drafts/*/*.txt")
    }
    assert {f"{language}/{name}.txt" for language in LANGUAGES for name in DRAFTS} <= files


words = st.sampled_from(
    ["", "", "a walk", "a ferry, late", "the end?", "all done.", 'a "quoted" & <b>bold</b> word', "x" * 90]
)
all_parts = st.builds(
    Parts,
    **{each.name: words for each in fields(Parts) if each.type is str or each.type == "str"},
    is_introduction=st.booleans(),
)


@given(st.sampled_from(DRAFTS), st.sampled_from(LANGUAGES), all_parts)
def test_whatever_is_missing_the_text_reads_naturally(name: DraftName, language: str, parts: Parts) -> None:
    assert_natural(DraftView(name, language, parts))


long = st.text(st.sampled_from("abc àé,.X"), max_size=400).map(lambda text: " ".join(text.split()))


@given(
    language=st.sampled_from(LANGUAGES),
    parts=st.builds(Parts, first_name=long, event=long, hook=long, place=long, me=long),
)
@pytest.mark.parametrize("limit", [1, 60, 200, 300])
def test_an_invitation_fits_its_limit(language: str, parts: Parts, limit: int) -> None:
    assert len(written(DraftView("linkedin", language, parts, limit=limit)).body) <= limit


def test_what_is_too_long_is_cut_at_a_word_the_hook_first_and_the_signature_never() -> None:
    parts = Parts(
        first_name="Giulia",
        place="the queue for coffee",
        hook="a very long story " * 20,
        me="Elena Marchetti",
    )
    body = written(DraftView("linkedin", "en", parts, limit=200)).body
    assert len(body) <= 200
    assert "the queue for coffee" in body
    assert re.search(r"\b(a|very|long|story)… I would be glad", body)
    assert body.endswith("here.\nElena Marchetti")
    body = written(DraftView("linkedin", "en", replace(parts, place="a place " * 40), limit=200)).body
    assert "story" not in body
    assert re.search(r"\b(a|place)… I would", body)


def test_the_setting_is_the_limit() -> None:
    note = f"---\nlinkedin-ok: yes\nmet-at: {'a long way ' * 40}\n---\n"
    for limit in (80, 200):
        site = site_of({GIULIA: note}, settings=replace(SETTINGS, linkedin_limit=limit))
        assert limit - 60 < len(drafts_of(site)["linkedin"].body) <= limit


def test_cutting() -> None:
    assert shortened("one two three", 20) == "one two three"
    assert shortened("one two, three", 10) == "one two…"
    assert shortened("onetwothree", 5) == "onet…"
    assert shortened("one", 0) == ""
    assert [stop(each) for each in ("a", "a.", "a?", "a…")] == ["a.", "a.", "a?", "a…"]


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r")),
    st.text(st.characters(codec="utf-8", exclude_characters="\r")),
)
def test_a_mail_address_can_be_read_back(subject: str, body: str) -> None:
    read = urlsplit(mailto(["o'hara+x&y@example.org"], subject, body))
    assert (read.scheme, unquote(read.path)) == ("mailto", "o'hara+x&y@example.org")
    found = parse_qs(read.query, keep_blank_values=True)
    assert set(found) == {"subject", "body"}
    assert found["body"] == [body.replace("\n", "\r\n")]
    assert found["subject"] == [subject.replace("\n", "\r\n")]


def test_line_breaks_are_those_of_mail() -> None:
    assert (
        mailto(["a@example.org"], "s & t", "x\ny") == "mailto:a@example.org?subject=s%20%26%20t&body=x%0D%0Ay"
    )


@pytest.mark.parametrize("email", ["", "nobody", "a@b?cc=c@d@e", "a@b, c@d", "javascript:x@y"])
def test_only_what_looks_like_an_address_is_written_to(email: str) -> None:
    assert mailto(email, "s", "b") == ""


def test_the_page_shows_a_draft_with_its_link() -> None:
    html = site_of({GIULIA: NOTE.format(language="it")}, settings=SETTINGS).html("contacts/giulia-rossi.html")
    assert '<div data-id="draft-first-follow-up" id="draft-first-follow-up">' in html
    assert '<pre class="draft" lang="it">Ciao Giulia,\n\nè stato' in html
    (href,) = set(re.findall(r'href="(mailto:giulia@example\.org\?subject=%C3%88[^"]*)"', html))
    assert parse_qs(urlsplit(unescape(href)).query)["body"][0].startswith("Ciao Giulia,\r\n\r\nè stato")


def test_the_rows_of_today_lead_to_the_draft() -> None:
    site = site_of({GIULIA: NOTE.format(language="en")}, settings=SETTINGS)
    for route in ("index.html", "due.html"):
        assert 'href="contacts/giulia-rossi.html#draft-first-follow-up"' in site.html(route)


def test_a_name_cannot_break_out() -> None:
    evil = "\"><script>alert('x')</script>&amp; {{ 7*7 }} {% if %}"
    quoted = evil.replace("'", "''")
    note = f"---\nname: '{quoted}'\nemail: a@example.org\nhook: '</pre><b>'\nmet: 2026-11-23\n---\n"
    site = site_of({GIULIA: note}, settings=SETTINGS)
    (page,) = (each for each in site.plan.pages if each.template == "contact.html")
    html = render(page, theme()).decode()
    section = html.partition('<section class="write"')[2].partition("</section>")[0]
    assert "<script" not in section
    assert "<b>" not in section
    assert section.count("</pre>") == len(re.findall("<pre ", section)) == 2
    assert "49" not in re.sub(r"%[0-9A-F]{2}", "", section)
    assert "&lt;/pre&gt;&lt;b&gt;" in section


def test_texts_are_overridden_by_those_of_the_notebook(tmp_path: Path) -> None:
    own = tmp_path / "drafts" / "en"
    own.mkdir(parents=True)
    (own / "reconnect.txt").write_text(
        "My {{ first_name }} & co\n\n\n\nDear {{ name }} <hello>\n"
        "{% if hook %}\n{{ hook }}\n{% endif %}\n\nBye\n"
    )
    site = site_of({GIULIA: "---\nmet: 2026-11-23\n---\n"}, settings=SETTINGS)
    (page,) = (each for each in site.plan.pages if each.template == "contact.html")
    mine = load_theme([tmp_path, ROOT / "templates"])
    html = render(page, mine).decode()
    assert "My Giulia &amp; co</p>" in html
    assert ">Dear Giulia Rossi &lt;hello&gt;\n\nBye</pre>" in html
    assert "It was good to meet you." in html
    assert mine.fingerprint != theme().fingerprint


@pytest.mark.parametrize("text", ["{{ nothing }}", "{% if %}", "{{ 1 / 0 }}"])
def test_a_text_that_fails_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "drafts" / "en"
    own.mkdir(parents=True)
    (own / "reconnect.txt").write_text(text)
    texts = texts_of(load_theme([tmp_path, ROOT / "templates"]).environment)
    with pytest.raises(TextError) as raised:
        message(texts, DraftView("reconnect", "en", Parts()))
    assert raised.value.name == "drafts/en/reconnect.txt"


def test_introductions_ask_first_and_then_name_both() -> None:
    parts = Parts(
        "Ana Pérez", "Ana", other="Zoe Lambert", other_first_name="Zoe", need="a talk", offer="maps"
    )
    for language in LANGUAGES:
        asked = told(written(DraftView("introduction-question", language, parts)))
        assert all(words in asked for words in ("Ana", "Zoe Lambert", "a talk", "maps"))
        made = told(written(DraftView("introduction", language, parts)))
        assert all(words in made for words in ("Ana Pérez", "Zoe Lambert", "a talk", "maps"))


def test_without_a_name_of_yours_it_ends_without_one() -> None:
    for name in DRAFTS:
        for language in LANGUAGES:
            body = written(DraftView(name, language, Parts(first_name="Giulia"))).body
            assert not body.endswith((",", ":"))


def test_every_part_is_documented() -> None:
    text = (ROOT / "docs/drafts.md").read_text("utf-8")
    assert not [each.name for each in fields(Parts) if f"`{each.name}`" not in text]
    assert not [name for name in DRAFTS if f"`{name}.txt`" not in text]
