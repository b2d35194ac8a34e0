"""A contact's page: who this is, why now, what happened, and everything that the note says."""

import re

from tests.pages.networks import site_of

ROUTE = "contacts/giulia-rossi.html"
NOTE = """---
org: "[[Officine Dati]]"
role: Head of Data
email: giulia+x@example.org
phone: +39 055 012 3456
website: https://example.org/giulia
linkedin: javascript:alert(1)
location: Florence
circle: inner
met-at: a courtyard
met: 2024-03
introduced-by: "[[Kenji]]"
hook: ledgers <b>and</b> rain
needs: [a speaker]
offers: [a desk]
interests: [running]
birthday: 1987-04-27
favourite colour: blue
private: true
tags: [data, italy/florence]
---

Some ==words== about [[Nobody Yet]].

## Log

- 2026-11-12 call: the [[Kenji]] plan
    - ask-about:: the move to Turin
- 2026-10-10 ← email: thanks
- 2026-10-08 gave: two evenings
- 2026-09-15 received: two tickets

## Promises

- [ ] Send the slides 📅 2026-11-26
- [ ] ← Sends the job description 📅 2026-12-01
- [x] Review the draft 📅 2026-10-10 ✅ 2026-10-08
"""
NOTES = {
    "contacts/giulia-rossi.md": f"{NOTE}",
    "contacts/Kenji.md": "---\norg: Officine Dati\n---\n",
    "groups/Officine Dati.md": "",
    "journal/2026-11-03.md": "Lunch with [[Giulia Rossi]], about shelves.\n\nThought of [[Giulia Rossi]].\n",
}
SITE = site_of({**NOTES, "contacts/giulia-rossi.md": NOTE.replace("---\n", "---\nname: Giulia Rossi\n", 1)})
TEXT = SITE.text(ROUTE)
HTML = SITE.html(ROUTE)


def test_the_header_says_who_this_is() -> None:
    assert TEXT.startswith("GR Giulia Rossi Head of Data at Officine Dati, Florence circle: inner private")
    assert '<a href="../organisations/officine-dati.html">Officine Dati</a>' in HTML


def test_why_now_is_written_in_absolute_days() -> None:
    assert "Due on Thursday, 26 November 2026 You promised: Send the slides" in TEXT
    assert "Due on Thursday, 3 December 2026 Every 3 weeks; last call on 12 November 2026" in TEXT
    assert "days late" not in TEXT


def test_how_you_met() -> None:
    assert re.search(r"How you met March 2024, a courtyard; through \S*Kenji", TEXT)


def test_what_to_talk_about() -> None:
    assert "Last time, 12 November 2026 the Kenji plan" in TEXT
    assert "Ask the move to Turin" in TEXT
    assert "Hook ledgers <b>and</b> rain" in TEXT
    for words in ("Looks for a speaker", "Offers a desk", "Interests running"):
        assert words in TEXT


def test_promises_on_both_sides_and_those_settled() -> None:
    assert "You owe Send the slides 26 Nov 2026" in TEXT
    assert "You are owed Sends the job description 1 Dec 2026" in TEXT
    assert "1 settled Review the draft" in TEXT


def test_the_timeline_tells_what_happened_in_every_file() -> None:
    timeline = TEXT.partition("Timeline")[2]
    for words in (
        "12 Nov Call : the Kenji plan",
        "10 Oct E-mail ← thanks",
        "8 Oct You gave : two evenings",
        "15 Sep You received : two tickets",
        "8 Oct Promise kept : Review the draft",
    ):
        assert words in timeline
    assert '<a href="../notes/2026-11-03.html">2026-11-03</a>' in HTML.partition('id="timeline"')[2]


def test_addresses_become_links_only_with_an_allowed_scheme() -> None:
    assert 'href="mailto:giulia%2Bx@example.org"' in HTML
    assert 'href="tel:+390550123456"' in HTML
    assert 'href="https://example.org/giulia"' in HTML
    assert 'href="javascript' not in HTML
    assert "javascript:alert(1)" in TEXT


def test_no_key_is_dropped() -> None:
    assert "favourite colour blue" in TEXT
    assert "Birthday 27 April 1987" in TEXT
    assert "Private yes" in TEXT


def test_text_from_notes_is_never_markup() -> None:
    assert "<b>and</b>" not in HTML
    assert "ledgers &lt;b&gt;and&lt;/b&gt; rain" in HTML


def test_tags_colleagues_gifts_and_backlinks() -> None:
    assert '<a href="../tags/italy-florence.html">italy/florence</a>' in HTML
    assert "Also at Officine Dati Kenji" in TEXT
    assert "You gave two evenings 8 Oct 2026" in TEXT
    assert "You received two tickets 15 Sep 2026" in TEXT
    assert "Linked from 2026-11-03" in TEXT


def test_the_log_is_there_as_written_but_closed() -> None:
    assert '<details class="log"><summary>The log as written</summary>' in HTML


def test_a_link_to_no_note_says_so_and_problems_are_one_step_away() -> None:
    assert '<span class="missing" title="No such note yet">Nobody Yet</span>' in HTML
    found = re.search(r'href="\.\./problems\.html#(in-[0-9a-f]+)">(\d) problems?', HTML)
    assert found
    assert f'id="{found[1]}"' in SITE.html("problems.html")


def test_front_matter_that_could_not_be_read_is_shown_as_written() -> None:
    notes = {"contacts/X.md": "---\n- a list\n- <i>of things</i>\n---\n\nText.\n"}
    html = site_of(notes).html("contacts/x.html")
    assert "&lt;i&gt;of things&lt;/i&gt;" in html
    assert "Text." in html


def test_an_empty_file_is_a_contact_with_a_page() -> None:
    assert site_of({"contacts/Ana Pérez.md": ""}).text("contacts/ana-perez.html").startswith("AP Ana Pérez")


def test_a_photo_is_shown_and_copied() -> None:
    site = site_of(
        {"contacts/A.md": "---\nphoto: pics/a.png\n---\n"}, attachments=["pics/a.png", "pics/unused.png"]
    )
    assert 'src="../files/a.png"' in site.html("contacts/a.html")
    assert site.plan.files == (("pics/a.png", "files/a.png"),)
