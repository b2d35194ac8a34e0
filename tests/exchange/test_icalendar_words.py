"""The feed's words in the site's language; what an entry is known by is the same in any."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import icalendar
import pytest

from notesite.exchange.icalendar_feed import Header
from notesite.model.message import Message
from notesite.model.settings import Settings
from notesite.pages.sentences import told
from notesite.rules.ranking import select
from notesite.rules.registry import dues
from notesite.shell.catalogues import catalogue
from tests.exchange.feeds import follow_ups_ics
from tests.exchange.test_icalendar_feed import REASONS, categories, entries, only
from tests.notebooks import SAMPLE, TODAY, built, files_of, write_notes
from tests.pages.networks import network_of

KEPT = ("UID", "DTSTART", "DTEND", "DTSTAMP", "RRULE", "CATEGORIES", "TRANSP", "STATUS", "URL", "LOCATION")


def feed_of(notes: Mapping[str, str], language: str) -> bytes:
    network, _ = network_of(notes)
    rows = select(dues(network, Settings()), network, TODAY)
    in_words = partial(told, catalogue(language))
    return follow_ups_ics(rows, network.contacts, network.events, TODAY, Header("Rete"), in_words)


def known_by(feed: bytes) -> dict[str, list[str]]:
    """What an entry is known by, under its UID."""
    return {
        str(each["UID"]): [str(each[name].to_ical()) for name in KEPT if name in each]
        for each in icalendar.Calendar.from_ical(feed).walk("VEVENT")
    }


ITALIAN = {
    "first-follow-up": "Follow-up: Ada – primo follow-up",
    "promise": "Follow-up: Ada – hai promesso: Send the map",
    "explicit": "Follow-up: Ada – ask him",
    "explicit without a step": "Follow-up: Ada – la data che hai fissato",
    "birthday": "Compleanno: Ada",
    "date": "Name day: Ada",
    "congratulate": "Follow-up: Ada – congratulazioni: the new studio",
    "thanks": "Follow-up: Ada – grazie: the list",
    "no-reply": "Follow-up: Ada – ancora nessuna risposta: the list",
    "promised-to-me": "Follow-up: Ada – ti ha promesso: Ada sends data",
}


@pytest.mark.parametrize("name", REASONS)
def test_each_summary_is_in_the_language_of_the_site(name: str) -> None:
    header, body, _ = REASONS[name]
    notes = {"contacts/ada.md": f"---\nname: Ada\n{header}\n---\n## Log\n\n{body}\n"}
    assert ITALIAN[name] in entries(feed_of(notes, "it"))


def test_the_lines_that_help_are_in_the_language_of_the_site() -> None:
    header = "---\nname: Ada\ncadence: 3 weeks\nhook: the same arch\n---\n"
    note = f"{header}## Log\n\n- 2026-10-05 call: the opening\n"
    found = only(feed_of({"contacts/ada.md": note}, "it"))
    assert str(found["DESCRIPTION"]).splitlines() == [
        "Ogni 3 settimane",
        "Scadenza 2026-10-26",
        "Ultimo contatto: 2026-10-05",
        "Spunto: the same arch",
        "Nota: contacts/ada.md",
    ]
    assert categories(found) == ["Follow-up"]


def test_the_notes_own_words_are_not_translated() -> None:
    notes = {"contacts/ada.md": "---\nname: Today\nfollow-up: 2026-12-01\nnext-step: birthday\n---\n"}
    assert "Follow-up: Today – birthday" in entries(feed_of(notes, "it"))


def test_a_percent_sign_in_the_notes_is_kept() -> None:
    notes = {"contacts/ada.md": "---\nname: 100%(x)s\nfollow-up: 2026-12-01\nnext-step: 5%% of %s\n---\n"}
    assert "Follow-up: 100%(x)s – 5%% of %s" in entries(feed_of(notes, "it"))
    assert "Follow up: 100%(x)s – 5%% of %s" in entries(feed_of(notes, "en"))


def test_the_language_changes_words_and_nothing_else(tmp_path: Path) -> None:
    settings = (SAMPLE / "notesite.toml").read_text("utf-8")
    feeds = []
    for language in ("en", "it"):
        notes = write_notes(tmp_path / language / "notes", files_of(SAMPLE))
        write_notes(notes, {"notesite.toml": f'language = "{language}"\n{settings}'})
        built(notes, tmp_path / language / "site")
        feeds.append((tmp_path / language / "site/follow-ups.ics").read_bytes())
    english, italian = feeds
    assert known_by(english) == known_by(italian)
    assert b"Note: " in english
    assert b"Note: " not in italian
    assert english != italian


def test_without_a_language_the_feed_is_english() -> None:
    network, _ = network_of({"contacts/ada.md": "---\nname: Ada\nbirthday: 1983-07-20\n---\n"})
    rows = select(dues(network, Settings()), network, TODAY)
    assert "Birthday: Ada" in entries(follow_ups_ics(rows, network.contacts, {}, TODAY, Header("Rete")))


def test_whoever_tells_the_words_gets_every_one() -> None:
    asked: list[Message] = []

    def loud(message: Message) -> str:
        asked.append(message)
        return str(message).upper()

    network, _ = network_of({"events/Fair.md": "---\ndate: 2026-12-01\nonline: here\n---\n"})
    found = only(follow_ups_ics((), network.contacts, network.events, TODAY, Header("Rete"), loud))
    assert str(found["DESCRIPTION"]) == "ONLINE: HERE\nNOTE: EVENTS/FAIR.MD"
    assert {each.pattern for each in asked} == {
        "%(title)s: follow-ups",
        "Online: %(address)s",
        "Note: %(file)s",
    }
