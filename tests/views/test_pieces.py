"""The pieces of views: initials, addresses, phrases, last contact, colleagues."""

from dataclasses import replace
from datetime import date

import pytest

from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.values import Link, Value
from notesite.views.addresses import mail_address, phone_address, web_address
from notesite.views.connections import COLLEAGUES
from notesite.views.index import Index
from notesite.views.parts import Piece
from notesite.views.people import TONES, initials, last, sort_key, tone
from notesite.views.texts import phrase
from tests.pages.networks import network_of, site_of

DAY = date(2026, 11, 24)
HERE = Origin("a.md", 2, 7)


def index_for(notes: dict[str, str], targets: dict[Value, tuple[str | None, ...]] | None = None) -> Index:
    network, diagnostics = network_of(notes)
    return Index(replace(network, value_targets=targets or {}), diagnostics, DAY, Settings())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Giulia Rossi", "GR"),
        ("Nguyễn Thị Lan", "NL"),
        ("Zoe", "Z"),
        ("@Zoe Lambert", "ZL"),
        ("佐藤 美咲", "佐美"),
        ("…", "·"),
        ("", "·"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_colour_stays_with_its_person() -> None:
    assert tone("contacts/a.md") == tone("contacts/a.md")
    assert {tone(str(number)) for number in range(200)} == set(range(1, TONES + 1))


def test_names_are_sorted_without_accents_and_case() -> None:
    assert sorted(["Zoe", "Élodie", "ana", "Eva"], key=sort_key) == ["ana", "Élodie", "Eva", "Zoe"]


def test_mail_addresses_are_encoded_whole() -> None:
    assert mail_address("a+b@example.org") == "mailto:a%2Bb@example.org"
    assert mail_address("a@b?subject=x&body=y") == "mailto:a@b%3Fsubject%3Dx%26body%3Dy"
    assert mail_address("no address") == ""
    assert mail_address("a@b.org, c@d.org") == ""


def test_telephone_numbers_keep_digits_and_the_leading_plus() -> None:
    assert phone_address("+39 055 / 012-3456") == "tel:+390550123456"
    assert phone_address("ask Ana") == ""


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://x y", "ftp://a.b", "file:///etc"],
)
def test_other_schemes_are_no_address(text: str) -> None:
    assert web_address(text, bare=True) == ""


def test_a_bare_domain_is_an_address_only_where_one_is_expected() -> None:
    assert web_address("example.org/me", bare=True) == "https://example.org/me"
    assert web_address("example.org/me") == ""


def test_a_value_is_text_and_links() -> None:
    value = Value(
        "met [[Ana|her]] at [[Nowhere]] [x](https://a.b)",
        HERE,
        (Link("Ana", "her", HERE), Link("Nowhere", "Nowhere", HERE)),
    )
    index = index_for({"Ana.md": ""}, {value: ("Ana.md", None)})
    assert phrase(index, value) == (
        Piece("met "),
        Piece("her", "Ana.md"),
        Piece(" at "),
        Piece("Nowhere", is_missing=True),
        Piece(" [x](https://a.b)"),
    )


def test_a_plain_name_that_is_known_is_a_link() -> None:
    value = Value("Ana", HERE)
    assert phrase(index_for({"Ana.md": ""}, {value: ("Ana.md",)}), value) == (Piece("Ana", "Ana.md"),)
    assert phrase(index_for({}), value) == (Piece("Ana"),)


def test_the_last_contact_is_told_by_what_says_most_in_the_contacts_own_note() -> None:
    notes = {
        "contacts/Ana.md": "## Log\n\n- 2026-11-12 call: short\n",
        "journal/2026-11-12.md": "- call with [[Ana]]: a much longer story of the same day\n",
    }
    index = index_for(notes)
    found = last(index, index.network.contacts["contacts/Ana.md"], DAY)
    assert found
    assert (found.day, found.channel, found.topic.html) == (date(2026, 11, 12), "call", "short")


def test_a_contact_after_today_is_not_the_last() -> None:
    index = index_for({"contacts/Ana.md": "## Log\n\n- 2026-12-12 call: ahead\n"})
    assert last(index, index.network.contacts["contacts/Ana.md"], DAY) is None


def test_a_large_firm_shows_a_handful_of_colleagues_and_counts_the_others() -> None:
    notes = {f"contacts/P{number:03}.md": "---\norg: Firm\n---\n" for number in range(30)}
    for view in (view() for _, _, view in site_of(notes).views.each_contact()):
        (colleagues,) = view.connections.colleagues
        assert len(colleagues.people) == COLLEAGUES
        assert len(colleagues.people) + colleagues.more == 29
        assert view.path not in {ref.path for ref in colleagues.people}
