"""Places: who is where, by what contacts and events write."""

import pytest

from notesite.model.network import Place
from notesite.model.text import place_of
from tests.pages.networks import site_of

NOTES = {
    "contacts/Ana.md": "---\nlocation: Turin, Italy\nlast-contact: 2026-11-01\n---\n",
    "contacts/Bea.md": "---\ncity: turin\nlast-contact: 2026-10-01\n---\n",
    "contacts/Cy.md": "---\nlocation: '[[Turin by bicycle|Turin]]'\nstatus: archived\n---\n",
    "contacts/me.md": "---\ntype: me\nlocation: Turin\n---\n",
    "contacts/Far.md": "---\nlocation: [Oslo (in summer), Milan]\n---\n",
    "contacts/Web.md": "---\nlocation: online\n---\n",
    "events/2026-05-01 Fair.md": "---\nlocation: Turin\n---\n",
    "events/2026-12-01 Feast.md": "---\nlocation: Turin\n---\n",
    "Turin by bicycle.md": "---\naliases: [Turin]\n---\nslowly\n",
    "resources/Map.md": "---\ninterests: [Turin]\n---\n",
}


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Torino, Italy", ("torino", "Torino")),
        ("  New   York ", ("new york", "New York")),
        ("Oslo (in summer)", ("oslo", "Oslo")),
        ("online", None),
        ("https://example.org/room", None),
        (", Italy", None),
    ],
)
def test_a_location_is_at_the_place_that_it_begins_with(written: str, place: tuple[str, str] | None) -> None:
    assert place_of(written) == place


def test_a_place_has_its_people_its_events_and_the_notes_of_its_name() -> None:
    places = site_of(NOTES).network.places
    assert list(places) == ["milan", "oslo", "turin"]
    assert places["turin"] == Place(
        "Turin",
        ("contacts/Ana.md", "contacts/Bea.md", "contacts/Cy.md", "contacts/me.md"),
        ("events/2026-05-01 Fair.md", "events/2026-12-01 Feast.md"),
        ("Turin by bicycle.md",),
    )


def test_a_place_counts_whom_one_could_meet_there_and_lists_what_is_about_it() -> None:
    text = site_of(NOTES).text("places/turin.html")
    assert text.startswith("Turin You know two people here; last contact on 1 November 2026")
    assert text.index("Feast") < text.index("Fair")
    assert text.endswith("About it Turin by bicycle Map")


def test_the_list_of_places_names_people_and_events() -> None:
    text = site_of(NOTES).text("places.html")
    assert "Turin Ana, Bea · 2 events 2 1 Nov 2026" in text
    assert "online" not in text


def test_locations_lead_to_their_places() -> None:
    site = site_of(NOTES)
    assert '<a href="../places/turin.html">Turin</a>, Italy' in site.html("contacts/ana.html")
    assert '<a href="../places/turin.html">Turin</a>' in site.html("events/2026-05-01-fair.html")


def test_a_notebook_without_places_is_told_how_to_begin() -> None:
    assert "location: Florence" in site_of({"contacts/Ana.md": ""}).text("places.html")
