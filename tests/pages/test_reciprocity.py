"""The page of giving and receiving, for small notebooks."""

from tests.pages.networks import site_of

ANA, BEA, ME = "contacts/Ana.md", "contacts/Bea.md", "contacts/me.md"
PAGE = "reciprocity.html"


def log(*lines: str) -> str:
    return "\n".join(("## Log", "", *lines, ""))


def test_an_empty_notebook_shows_the_lines_to_write() -> None:
    text = site_of({}).text(PAGE)
    assert "Nothing is written of giving and receiving between 25 November 2025 and 24 November 2026." in text
    assert "- 2026-11-24 gave:" in text


def test_the_year_is_told_in_one_sentence_and_person_by_person() -> None:
    notes = {
        ANA: log("- 2026-10-01 gave: an hour", "- 2026-10-02 received: two", "- 2026-10-03 received: three"),
        BEA: log("- 2026-10-01 shared: an article", "- 2024-10-01 received: long ago"),
    }
    text = site_of(notes).text(PAGE)
    assert "you gave 2 times, received 2 times, asked never and thanked never." in text
    assert "Thanked Ana 1 2 Bea 1 " in text


def test_thanks_owed_lead_to_the_draft() -> None:
    site = site_of({ANA: log("- 2026-11-20 received: a desk")})
    assert "Thanks owed Ana Thanks are owed: a desk Write" in site.text(PAGE)
    assert 'href="contacts/ana.html#draft-thank"' in site.html(PAGE)


def test_i_could_give_what_somebody_looks_for() -> None:
    notes = {
        ME: "---\ntype: me\noffers: [a second pair of eyes on any chart]\n---\n",
        ANA: "---\nneeds: [a workshop on charts]\n---\n",
        BEA: "---\nneeds: [a boat]\n---\n",
    }
    text = site_of(notes).text(PAGE)
    assert "Ana looks for “a workshop on charts”; you offer “a second pair of eyes on any chart”" in text
    assert "Bea" not in text
    assert "Write offers on your own card" in site_of({ANA: ""}).text(PAGE)


def test_an_ask_before_anything_was_given_is_pointed_out_with_what_they_need() -> None:
    notes = {ANA: "---\nneeds: [a boat]\n---\n" + log("- 2026-10-01 asked: who builds boats in Lucca")}
    text = site_of(notes).text(PAGE)
    assert "Asked, and nothing given yet Ana Looks for: a boat asked on 1 Oct 2026" in text
    given = {ANA: notes[ANA] + "- 2020-01-01 gave: a sail\n"}
    assert "Asked, and nothing given yet" not in site_of(given).text(PAGE)


def test_who_is_reached_only_to_ask_is_pointed_out() -> None:
    lines = (
        "- 2020-01-01 gave: a sail",
        "- 2026-05-01 asked: for a mast",
        "- 2026-06-01 ← email: here it is",
    )
    assert "Reached only to ask Ana" in site_of({ANA: log(*lines)}).text(PAGE)
    assert "Reached only to ask" not in site_of({ANA: log(*lines, "- 2026-07-01 call: hello")}).text(PAGE)


def test_an_ask_that_says_too_little_is_pointed_out_gently() -> None:
    text = site_of(
        {ANA: log("- 2026-10-01 asked: any advice?", "- 2026-10-02 asked: who knows a printer in Lucca")}
    )
    shown = text.text(PAGE).partition("Asks that could be easier to answer")[2]
    assert shown.startswith(" any advice? to Ana 1 Oct 2026 Somebody who likes you")
