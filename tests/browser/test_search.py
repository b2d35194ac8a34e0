"""What the search finds first, for what people type, and how its dialog behaves."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notesite.model.folding import LETTERS, folded, words_of
from tests.notebooks import ROOT, TODAY, built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOTES = {
    "contacts/Giulia Rossi.md": (
        "---\norg: Officine Dati\nrole: Head of Data\nlocation: Firenze\ncircle: inner\n"
        "tags: [data/engineering, mentor]\nemail: giulia@example.org\nfollow-up: 2026-11-20\n---\nHello.\n"
    ),
    "contacts/Giulia D'Amico.md": (
        "---\norg: Bottega Nord\nrole: People lead\nlocation: Milano\ntags: [hiring]\n---\n"
        "She collects fountain pens, and knows everything about l'inchiostro.\n"
    ),
    "contacts/Ana Pérez.md": "---\norg: Lumbre\nlocation: Barcelona\nfollow-up: 2026-11-24\n---\n",
    "contacts/Anna Perini.md": "---\norg: Lumbre\nlocation: Milano\n---\n",
    "contacts/Kenji Watanabe.md": (
        "---\norg: Hoshikawa Systems\nrole: Staff engineer\nlocation: Turin\ntags: [data]\n"
        "follow-up: 2027-01-10\naliases: [Ken]\n---\n"
    ),
    "contacts/佐藤 美咲.md": "---\norg: Kawabe Paper\nrole: Archivist\nlocation: 京都\n---\n",
    "contacts/Łukasz Wiśniewski.md": "---\norg: Seter Maps\nlocation: Kraków\ncircle: close\n---\n",
    "contacts/Søren Ærø.md": "---\norg: Nordlys\nrole: Typesetter\nlocation: Ærøskøbing\n---\n",
    "contacts/Jean-Luc Müller.md": "---\norg: L'Atelier\nrole: Designer\nlocation: Lyon\n---\n",
    "contacts/Ελένη Παπαδάκη.md": "---\nrole: Buyer\nlocation: Chania\naliases: [Eleni Papadaki]\n---\n",
    "contacts/Rosa Benedetti.md": (
        "---\norg: Officine Dati\nrole: Researcher\nlocation: Torino\nphone: '+39 055 987654'\n---\n"
    ),
    "contacts/Marco Rossi.md": "---\norg: Ponte Nord\nlocation: Firenze\nstatus: archived\n---\n",
    "contacts/Marco Neri.md": (
        "---\norg: Ponte Nord\nlocation: Roma\ntags: [database]\n---\nHe met [[Giulia Rossi]].\n"
    ),
    "contacts/Irina Roman.md": "---\nlocation: Romania\nrole: Translator\n---\n",
    "contacts/Beatrice Conti.md": "---\nrole: Notary\nsnooze: 2026-12-24\nfollow-up: 2026-11-01\n---\n",
    "groups/Officine Dati.md": "A workshop for open data.\n",
    "events/2026-12-05 PyCon Italia.md": "---\nlocation: Bologna\nstatus: going\n---\n",
    "goals/A studio in Turin.md": "By spring.\n",
    "Reading list.md": "---\ntags: [books]\n---\nA piece on bicycle harbours.\n",
}

GIULIA, AMICO, ANA, ANNA = "Giulia Rossi", "Giulia D'Amico", "Ana Pérez", "Anna Perini"
KENJI, SATO, LUKASZ = "Kenji Watanabe", "佐藤 美咲", "Łukasz Wiśniewski"
SOREN, JEAN = "Søren Ærø", "Jean-Luc Müller"
ELENI, ROSA, MARCO, NERI = "Ελένη Παπαδάκη", "Rosa Benedetti", "Marco Rossi", "Marco Neri"

FIRST = (
    ("giulia rossi", GIULIA),
    ("rossi giulia", GIULIA),
    ("GIULIA ROS", GIULIA),
    ("ros giu", GIULIA),
    ("giulai rossi", GIULIA),
    ("guilia rossi", GIULIA),
    ("giula rossi", GIULIA),
    ("d'amico", AMICO),
    ("d’amico", AMICO),
    ("damico", AMICO),
    ("amico giulia", AMICO),
    ("perez", ANA),
    ("pérez", ANA),
    ("pérez ana", ANA),
    ("ana p", ANA),
    ("anna", ANNA),
    ("watanabe", KENJI),
    ("wattanabe", KENJI),
    ("watanbe", KENJI),
    ("ken watanabe", KENJI),
    ("佐藤", SATO),
    ("美咲", SATO),
    ("佐藤美咲", SATO),
    ("京都", "京都"),
    ("京都 佐", SATO),
    ("lukasz", LUKASZ),
    ("wisniewski", LUKASZ),
    ("wiśniewsky", LUKASZ),
    ("soren aero", SOREN),
    ("jean luc", JEAN),
    ("jeanluc", JEAN),
    ("jean-luc muller", JEAN),
    ("atelier", "L'Atelier"),
    ("l'atelier lyon", JEAN),
    ("ελενη", ELENI),
    ("eleni papadaki", ELENI),
    ("giulia@example.org", GIULIA),
    ("055 987654", ROSA),
    ("officine torino", ROSA),
    ("org:officine place:torino", ROSA),
    ('org:"officine dati" researcher', ROSA),
    ("lumbre milano", ANNA),
    ("tag:data/engineering", GIULIA),
    ("tag:hiring", AMICO),
    ("place:roma", NERI),
    ("luogo:krakow", LUKASZ),
    ("circle:inner", GIULIA),
    ("cerchia:close", LUKASZ),
    ("is:due giulia", GIULIA),
    ("is:due lumbre", ANA),
    ("tag:mentor is:due", GIULIA),
    ("is:archived", MARCO),
    ("marco", NERI),
    ("staff engineer", KENJI),
    ("fountain pens", AMICO),
    ("inchiostro", AMICO),
    ("pycon", "PyCon Italia"),
    ("studio turin", "A studio in Turin"),
    ("officine dati", "Officine Dati"),
    ("reading", "Reading list"),
    ("harbours", "Reading list"),
    ("#books", "#books"),
    ("follow", "Follow-ups"),
)
"""What somebody types, and what the list is to begin with."""

WHOLE = {
    "place:roma": {NERI},
    "tag:data": {GIULIA, KENJI},
    "is:due": {GIULIA, ANA},
    "org:lumbre": {ANA, ANNA},
    "giulia zebra": set(),
}
"""All contacts that a query finds, and no other."""


TOLD = re.compile("result|Nothing")
"""What the search says once it has found what there is."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    write_notes(folder / "notes", NOTES)
    built(folder / "notes", folder / "site")
    return folder / "site"


def at(browser: "Browser", day: date = TODAY) -> "Page":
    """A page of a browser whose clock says noon of a day."""
    page = browser.new_context().new_page()
    page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00")
    return page


@pytest.fixture
def page(browser: "Browser", site: Path) -> "Iterator[Page]":
    """Today, whose errors fail the test."""
    page = at(browser)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto((site / "index.html").as_uri())
    yield page
    page.context.close()
    assert not errors


def options(page: "Page") -> list[str]:
    return page.locator('dialog [role="option"]:not([data-more]) b').all_inner_texts()


def search(page: "Page", query: str) -> list[str]:
    """The names that the dialog lists for a query."""
    if not page.locator("dialog[open]").count():
        page.keyboard.press("/")
    page.locator("dialog input").fill(query)
    page.locator("dialog .told").filter(has_text=TOLD).wait_for()
    return options(page)


@pytest.mark.browser
def test_what_is_meant_comes_first(page: "Page") -> None:
    wrong = {query: found for query, name in FIRST if (found := search(page, query)[:3])[:1] != [name]}
    assert not wrong


@pytest.mark.browser
def test_a_filter_finds_all_of_its_own_and_nobody_else(page: "Page") -> None:
    people = {path.rpartition("/")[2].removesuffix(".md") for path in NOTES if path.startswith("contacts/")}
    assert {query: people & set(search(page, query)) for query in WHOLE} == WHOLE


@pytest.mark.browser
@pytest.mark.parametrize(
    ("days", "due"),
    [(0, {GIULIA, ANA}), (30, {GIULIA, ANA, "Beatrice Conti"}), (60, {GIULIA, ANA, "Beatrice Conti", KENJI})],
)
def test_who_is_due_is_right_on_the_day_of_the_reader(
    days: int, due: set[str], browser: "Browser", site: Path
) -> None:
    page = at(browser, TODAY + timedelta(days=days))
    page.goto((site / "notes" / "reading-list.html").as_uri())
    assert set(search(page, "is:due")) == due
    page.context.close()


@pytest.mark.browser
def test_the_text_of_notes_is_read_when_it_is_asked_for(page: "Page") -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url.rpartition("/")[2]))
    assert search(page, "giulia")[:1] == [AMICO]
    assert "words-0.js" not in requested
    page.locator("dialog [data-more]").click()
    page.locator("dialog b").filter(has_text=NERI).wait_for()
    assert "words-0.js" in requested


@pytest.mark.browser
def test_the_list_is_walked_and_opened_by_keys_and_the_focus_comes_back(page: "Page", site: Path) -> None:
    page.locator(".side .keyboard").focus()
    page.keyboard.press("Control+k")
    field = page.locator("dialog input")
    field.fill("giulia")
    chosen = page.locator('[aria-selected="true"]')
    assert chosen.locator("b").inner_text() == AMICO
    page.keyboard.press("ArrowDown")
    assert chosen.locator("b").inner_text() == GIULIA
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert chosen.get_attribute("data-more") is not None
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.className") == "keyboard"
    page.keyboard.press("/")
    page.locator("dialog input").fill("watanabe")
    chosen.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url((site / "contacts/kenji-watanabe.html").as_uri())


@pytest.mark.browser
def test_what_is_typed_while_the_search_opens_is_not_lost(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("watan")
    page.locator('dialog [role="option"]').first.wait_for()
    assert options(page) == [KENJI]


@pytest.mark.browser
def test_the_page_of_the_search_remembers_what_was_asked(browser: "Browser", site: Path) -> None:
    page = at(browser)
    page.goto((site / "search.html").as_uri())
    page.keyboard.type("kenji")
    page.locator('main [role="option"]').first.wait_for()
    assert page.url.endswith("search.html#q=kenji")
    page.reload()
    page.locator('main [role="option"]').first.wait_for()
    assert page.locator("main [role=option] b").first.inner_text() == KENJI
    assert page.locator("main input").input_value() == "kenji"
    assert not page.locator(".indexes").is_visible()
    page.context.close()


@pytest.mark.browser
def test_without_scripts_the_page_says_so_and_leads_to_the_lists(browser: "Browser", site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".side .find").click()
    assert "Searching needs JavaScript" in page.locator("main").inner_text()
    assert not page.locator("main input").count()
    page.locator("main").get_by_role("link", name="Contacts").click()
    assert page.url.endswith("contacts.html")
    context.close()


@pytest.fixture(scope="module")
def folding(browser: "Browser") -> "Iterator[Page]":
    """An empty page that knows how to fold."""
    page = browser.new_page()
    page.add_script_tag(content="var notesite = {};")
    page.add_script_tag(path=ROOT / "templates/static/fold.js")
    yield page
    page.close()


CODES = (*range(0x20, 0x590), *range(0x1E00, 0x2000), *range(0x3041, 0x3100))
LETTERS_TO_FOLD = [*map(chr, CODES), *"佐藤美咲한국어ﬁＡ①Ω℃ǅŉẞ", *LETTERS]


@pytest.mark.browser
def test_every_letter_is_folded_as_python_folds_it(folding: "Page") -> None:
    in_browser = folding.evaluate("(all) => all.map(notesite.folded)", LETTERS_TO_FOLD)
    pairs = zip(LETTERS_TO_FOLD, in_browser, strict=True)
    assert not {letter: other for letter, other in pairs if other != folded(letter)}


@pytest.mark.browser
@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from([*LETTERS_TO_FOLD, " ", "-", "'", "’", "·", "_"]), max_size=20))
def test_every_text_has_the_words_that_python_finds(folding: "Page", text: str) -> None:
    assert folding.evaluate("(text) => notesite.wordsOf(text)", text) == words_of(text)


def edits(word: str, other: str) -> int:
    """The optimal string alignment distance, by its definition."""
    table = {(row, 0): row for row in range(len(word) + 1)} | {(0, col): col for col in range(len(other) + 1)}
    for row in range(1, len(word) + 1):
        for col in range(1, len(other) + 1):
            same = word[row - 1] == other[col - 1]
            found = [table[row - 1, col] + 1, table[row, col - 1] + 1, table[row - 1, col - 1] + (not same)]
            if row > 1 and col > 1 and word[row - 1] == other[col - 2] and word[row - 2] == other[col - 1]:
                found.append(table[row - 2, col - 2] + 1)
            table[row, col] = min(found)
    return table[len(word), len(other)]


WORD = st.text("abc", min_size=1, max_size=7)


@pytest.mark.browser
@settings(max_examples=200, deadline=None)
@given(WORD, WORD, st.integers(1, 2))
def test_a_typo_is_as_far_away_as_its_definition_says(
    folding: "Page", word: str, other: str, most: int
) -> None:
    whole = edits(word, other)
    begun = min(edits(word, other[:length]) for length in range(len(other) + 1))
    said = folding.evaluate(
        "([word, other, most]) => [false, true].map((begun) => notesite.distance(word, other, most, begun))",
        [word, other, most],
    )
    assert [None if each == float("inf") else each for each in said] == [
        distance if distance <= most else None for distance in (whole, begun)
    ]
