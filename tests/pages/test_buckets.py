"""What the site knows of later days: by month what comes up, and in small buckets the rows of it."""

from notesite.pages.render import render
from notesite.views.buckets import CONTACTS_IN_ONE, bucket_count, bucket_of
from tests.pages.networks import Site, site_of, theme

ANA = "contacts/Ana.md"
NOTE = "---\ncadence: 6w\nbirthday: 1990-{month:02}-10\n---\n## Log\n\n- 2026-10-{day:02} call: hello\n"


def notes() -> dict[str, str]:
    found = {f"contacts/P{n:03}.md": NOTE.format(month=1 + n % 12, day=1 + n % 28) for n in range(200)}
    return {**found, ANA: f"{NOTE.format(month=3, day=12)}- [ ] Send the list 📅 2027-01-10\n"}


def data(site: Site) -> dict[str, bytes]:
    """The site's data by route."""
    return {page.route: render(page, theme()) for page in site.plan.data}


def changed(text: str, by: str) -> set[str]:
    """The routes of the data that an edit of Ana's note changes."""
    before = data(site_of(notes()))
    after = data(site_of({**notes(), ANA: notes()[ANA].replace(text, by)}))
    assert before.keys() == after.keys()
    return {route for route in before if before[route] != after[route]}


def own(path: str) -> str:
    return f"assets/rows-{bucket_of(path, bucket_count(201))}.js"


def test_a_row_stands_in_its_bucket_and_in_no_month() -> None:
    found = data(site_of(notes()))
    assert b"Send the list" in found[own(ANA)]
    assert [route for route, text in found.items() if b"Send the list" in text] == [own(ANA)]
    assert not [route for route, text in found.items() if b"<li" in text and "/due-" in route]


def test_an_edited_word_changes_one_bucket() -> None:
    assert changed("Send the list", "Send the map") == {own(ANA), "assets/words-0.js"}


def test_a_moved_day_changes_one_bucket_and_the_months_that_it_concerns() -> None:
    assert changed("📅 2027-01-10", "📅 2027-05-10") == {
        own(ANA),
        "assets/due-2027-01.js",
        "assets/due-2027-05.js",
        "assets/words-0.js",
    }


def test_a_new_contact_changes_one_bucket_and_months() -> None:
    before = data(site_of(notes()))
    after = data(site_of({**notes(), "contacts/New.md": NOTE.format(month=7, day=3)}))
    rows = {route for route in after if "/rows-" in route and after[route] != before.get(route)}
    assert rows == {own("contacts/New.md")}


def test_buckets_become_more_only_when_the_network_doubles() -> None:
    counts = [bucket_count(contacts) for contacts in range(20_000)]
    assert counts == sorted(counts)
    assert set(counts) == {2**power for power in range(13)}
    assert bucket_count(10_000) * CONTACTS_IN_ONE >= 10_000


def test_a_bucket_is_chosen_by_the_path_alone_and_they_are_alike() -> None:
    sizes = [0] * 64
    for n in range(64 * 30):
        sizes[bucket_of(f"contacts/P{n}.md", 64)] += 1
    assert 10 < min(sizes) <= max(sizes) < 60
    assert bucket_of("contacts/\udce9.md", 64) in range(64)
