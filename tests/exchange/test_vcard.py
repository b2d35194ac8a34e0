"""A contact as a vCard: written by us, read back by vobject."""

from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from notesite.exchange.vcard import Card, vcard, vcards
from notesite.model.dates import Yearly

GIULIA = Card(
    uid="1f",
    name="Giulia Rossi",
    org="Officine Dati; Ricerca",
    role="Head of Data, and of coffee",
    emails=("giulia@example.org", "g@example.org"),
    phones=("+39 055 012 3456",),
    addresses=("via Ghibellina 1,\nFirenze",),
    place="Florence",
    urls=("https://example.org/giulia",),
    birthday=Yearly(4, 27, 1987),
    categories=("data", "italy/florence"),
)
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(str.strip)


def read_back(text: str) -> Any:
    """The only card of a text, as vobject reads and validates it."""
    (found,) = vobject.readComponents(text)
    found.validate(raiseException=True)
    return found


def test_a_card_says_what_an_address_book_takes() -> None:
    found = read_back(vcard(GIULIA))
    assert found.version.value == "3.0"
    assert found.fn.value == "Giulia Rossi"
    assert (found.n.value.family, found.n.value.given) == ("Rossi", "Giulia")
    assert found.org.value == ["Officine Dati; Ricerca"]
    assert found.title.value == "Head of Data, and of coffee"
    assert [each.value for each in found.email_list] == ["giulia@example.org", "g@example.org"]
    assert found.tel.value == "+39 055 012 3456"
    assert found.adr.value.street == "via Ghibellina 1,\nFirenze"
    assert found.url.value == "https://example.org/giulia"
    assert found.bday.value == "1987-04-27"
    assert found.categories.value == ["data", "italy/florence"]


def test_a_place_stands_in_for_an_address() -> None:
    found = read_back(vcard(Card("1", "Ana", place="Porto")))
    assert (found.adr.value.city, found.adr.value.street) == ("Porto", "")


def test_only_what_is_known_is_written() -> None:
    lines = vcard(Card("1", "Ana")).splitlines()
    assert [line.partition(":")[0] for line in lines] == ["BEGIN", "VERSION", "FN", "N", "UID", "END"]


def test_a_birthday_without_its_year_is_written_as_apple_reads_it() -> None:
    text = vcard(Card("1", "Ana", birthday=Yearly(2, 29)))
    assert "\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\n" in text


@pytest.mark.parametrize(
    ("name", "family", "given", "suffix"),
    [
        ("Giulia Rossi", "Rossi", "Giulia", ""),
        ("Cher", "", "Cher", ""),
        ("Francesca De Santis", "De Santis", "Francesca", ""),
        ("Caterina dell' Orto", "dell' Orto", "Caterina", ""),
        ("Yusuf al Najjar", "al Najjar", "Yusuf", ""),
        ("Vincent van der Berg", "van der Berg", "Vincent", ""),
        ("Anna Maria Conti", "Conti", "Anna Maria", ""),
        ("De Santis", "Santis", "De", ""),
        ("Jane Doe, Ph.D.", "Doe", "Jane", "Ph.D."),
        ("佐藤 美咲", "佐藤", "美咲", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_has_its_parts(name: str, family: str, given: str, suffix: str) -> None:
    found = next(line for line in vcard(Card("1", name)).split("\r\n") if line.startswith("N:"))
    assert found == f"N:{family};{given};;;{suffix}"


@given(name=WORDS, role=WORDS, address=WORDS, tags=st.lists(WORDS, min_size=1, max_size=3))
def test_any_text_comes_back_as_it_was(name: str, role: str, address: str, tags: list[str]) -> None:
    text = vcard(Card("1", name, role=role, addresses=(address,), categories=tuple(tags)))
    found = read_back(text)
    assert found.fn.value == name
    assert found.title.value == role
    assert found.adr.value.street == address
    assert found.categories.value == tags


@given(text=st.text())
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    card = vcard(Card("1", text, org=text, role=text, emails=(text,), addresses=(text,), categories=(text,)))
    lines = card.replace("\r\n ", "").split("\r\n")
    starts = [line.split(":")[0] for line in lines]
    expected = ["BEGIN", "VERSION", "FN", "N", *(["ORG", "TITLE"] if text else []), "EMAIL"]
    assert starts == [*expected, "ADR", "CATEGORIES", "UID", "END", ""]


@given(text=st.text(max_size=300))
def test_lines_are_folded_between_letters(text: str) -> None:
    card = vcard(Card("1", text, role=text))
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    assert card.count("\n") == card.count("\r\n")


def test_several_cards_make_one_file() -> None:
    text = vcards([GIULIA, Card("2", "Ana")])
    assert [each.fn.value for each in vobject.readComponents(text)] == ["Giulia Rossi", "Ana"]
