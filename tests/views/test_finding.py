"""What the search is given of each note, and on which days somebody counts as due."""

from datetime import date, timedelta
from random import Random

import pytest

from notesite.model.due import Window
from notesite.model.settings import Settings
from notesite.rules.ranking import standing
from notesite.views.derive import derive
from notesite.views.finding import NOTES_IN_ONE, Named, bucket_count, buckets_of
from notesite.views.found import Found, Span
from tests.browser.generated import notebook
from tests.pages.networks import TODAY, site_of

GIULIA = """---
org: '[[Officine Dati]]'
role: Head of Data
location: Firenze
circle: inner
tags: [data/engineering, mentor]
email: giulia@example.org
aliases: [Giu]
hook: she bakes
offers: [reviews]
follow-up: 2026-12-01
shoe-size: forty
---
She likes *fountain* pens, l'inchiostro & [[Kenji Watanabe|Ken]]. %% hidden %%

## Log

- 2026-11-02 call: about bicycles
"""


def found(path: str, text: str) -> Found:
    """What the search knows of one note."""
    return site_of({path: text}).views.index.found[path]


def test_a_contact_is_found_by_its_fields() -> None:
    one = found("contacts/Giulia Rossi.md", GIULIA)
    assert (one.sort, one.name, one.role, one.circle) == ("contact", "Giulia Rossi", "Head of Data", "inner")
    assert (one.orgs, one.places) == (("Officine Dati",), ("Firenze",))
    assert one.tags == ("data/engineering", "mentor")
    assert one.more == ("Giu", "giulia@example.org")
    assert (one.on, one.next, one.late) == (
        date(2026, 11, 2),
        date(2026, 12, 1),
        ((date(2026, 12, 1), None),),
    )


def test_it_is_found_by_every_word_that_its_page_shows() -> None:
    words = found("contacts/Giulia Rossi.md", GIULIA).words.split()
    assert {"fountain", "pens", "linchiostro", "inchiostro", "ken", "bicycles"} <= set(words)
    assert {"bakes", "reviews", "forty"} <= set(words)
    assert not {"hidden", "em", "amp", "strong"} & set(words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("events/Fair.md", "event"),
        ("groups/Circle.md", "organisation"),
        ("goals/A studio.md", "goal"),
        ("Reading.md", "note"),
        ("journal/2026-11-20.md", "note"),
    ],
)
def test_a_note_is_found_as_what_it_is(path: str, sort: str) -> None:
    assert found(path, "").sort == sort


def test_a_page_that_somebody_works_for_is_found_as_an_organisation() -> None:
    site = site_of({"Acme.md": "", "contacts/Ana.md": "---\norg: '[[Acme]]'\n---\n"})
    assert site.views.index.found["Acme.md"].sort == "organisation"


def is_late(spans: tuple[Span, ...], day: date) -> bool:
    return any((not since or since <= day) and (not until or day < until) for since, until in spans)


def is_due(windows: tuple[Window, ...], day: date) -> bool:
    """Whether the follow-ups of a day hold one that is due, but for what the table of contacts leaves out."""
    own = (each for each in windows if each.due.reason != "revive" and not each.due.yearly)
    return any(each.state in ("overdue", "today") for each in standing(own, day))


@pytest.mark.parametrize("seed", range(40))
def test_a_contact_is_late_on_the_days_on_which_the_follow_ups_say_so(seed: int) -> None:
    network = notebook(Random(seed), TODAY)
    index = derive(network, (), TODAY, Settings()).index
    for path in network.contacts:
        spans, windows = index.found[path].late, index.windows_of[path]
        for ahead in (*range(80), *range(80, 400, 7)):
            day = TODAY + timedelta(days=ahead)
            assert is_late(spans, day) == is_due(windows, day), (path, day)


def test_a_bucket_holds_so_many_notes_and_becomes_two_only_when_they_double() -> None:
    counts = [bucket_count(notes) for notes in range(20_000)]
    assert counts == sorted(counts)
    assert set(counts) == {2**power for power in range(7)}
    assert all(notes < 2 * NOTES_IN_ONE * count for notes, count in enumerate(counts))


def test_every_note_and_name_is_in_one_bucket_whatever_else_there_is() -> None:
    paths = dict.fromkeys(f"contacts/P{number}.md" for number in range(1500))
    names = [Named("tag", f"t{number}", f"t{number}") for number in range(300)]
    found = buckets_of(paths, iter(names))
    assert [bucket.number for bucket in found] == list(range(4))
    assert sorted(path for bucket in found for path in bucket.paths) == sorted(paths)
    assert len([name for bucket in found for name in bucket.names]) == 300
    more = buckets_of({**paths, "x.md": None}, iter(names))
    assert len([pair for pair in zip(found, more, strict=True) if pair[0] != pair[1]]) == 1
