"""Who is where: places by the names that contacts and events give them."""

from notesite.model.network import Place
from tests.pages.networks import network_of


def test_a_place_has_those_who_live_there_and_the_events_there() -> None:
    notes = {
        "contacts/A.md": "---\nlocation: Florence, Italy\n---\n",
        "contacts/B.md": "---\nlocation: '[[Florence for visitors|florence]]'\n---\n",
        "contacts/C.md": "---\nlocation: [Milan, online]\n---\n",
        "events/E.md": "---\nlocation: FLORENCE\n---\n",
        "notes/N.md": "---\nlocation: Florence\n---\n",
        "notes/Milan.md": "",
    }
    places = network_of(notes)[0].places
    assert dict(places.items()) == {
        "florence": Place("Florence", ("contacts/A.md", "contacts/B.md"), ("events/E.md",)),
        "milan": Place("Milan", ("contacts/C.md",), notes=("notes/Milan.md",)),
    }
