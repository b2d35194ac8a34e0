"""The page of the network, for those who do not see the drawing."""

import json

from notesite.pages.render import render
from tests.pages.networks import site_of, theme

AT_X = "---\norg: X\n---\n"
NOTES = {
    "contacts/Ana.md": AT_X,
    "contacts/Bea.md": AT_X,
    "contacts/Cy.md": f"{AT_X}## Log\n\n- 2026-11-01 call with [[Di]]: x\n",
    "contacts/Di.md": "---\nlocation: Oslo\nknows: ['[[Eve]]', '[[Flo]]']\n---\n",
    "contacts/Eve.md": "---\nlocation: Oslo\nknows: '[[Flo]]'\n---\n",
    "contacts/Flo.md": "",
    "contacts/Gus.md": "",
    "contacts/Hal.md": AT_X,
}
"""Four at X, three who know one another, a call between them, and one alone."""


def test_bridges_clusters_and_those_between_them_are_told_in_words() -> None:
    text = site_of(NOTES).text("network.html")
    assert "8 people · 1 organisation · 0 events · 8 ties between them" in text
    assert "Name People reached Cy 3 Di 2" in text
    assert "Cy X, Oslo Di X, Oslo" in text
    assert "X Cy, Ana, Bea, Hal 4" in text
    assert "Oslo Di, Eve, Flo 3" in text
    assert "1 person is tied to nobody and nothing yet." in text


def test_who_is_gone_is_no_bridge() -> None:
    gone = NOTES["contacts/Di.md"].replace("location", "status: deceased\nlocation")
    text = site_of({**NOTES, "contacts/Di.md": gone}).text("network.html")
    assert "Name People reached Cy 3 Between clusters" in text
    assert "Name Clusters Cy X, Oslo Clusters" in text


def test_an_empty_notebook_is_told_how_to_begin() -> None:
    text = site_of({}).text("network.html")
    assert "Nothing is tied together yet" in text
    assert "Bridges" not in text


def test_the_data_of_the_drawing_names_every_node_and_tie_once() -> None:
    site = site_of(NOTES)
    parts: dict[str, list[object]] = {}
    for page in site.plan.data:
        if page.route.startswith("assets/network-"):
            text = render(page, theme()).decode().strip()
            part = text.removeprefix("notesite.network(").removesuffix(");")
            parts |= json.loads(part.replace(",\n]", "]"))
    assert parts["kinds"] == [8, 0, 1]
    assert len(parts["spots"]) == 9
    assert len(parts["edges"]) == 2 * 8
    assert parts["names"][:4] == ["Ana", "contacts/ana.html", "Bea", "contacts/bea.html"]
    assert parts["names"][-2:] == ["X", "organisations/x.html"]
    assert parts["of"] == [0] * 8
