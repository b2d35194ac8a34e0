"""A row is the same wherever one reads it; only without `--today` does the zone say which day it is."""

import json
import time
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.notebooks import spawn, write_notes
from tests.rules.tables import ADA, front, log, shown

ZONES = ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Rome"]
FAR_EAST, FAR_WEST = "Pacific/Kiritimati", "Pacific/Pago_Pago"
"""Twenty-five hours apart: they never share a day."""

NOTE = (
    front("cadence: 2w", "met: 2026-03-07", "birthday: 03-29")
    + log("2026-03-15 → email: the draft", "2026-10-18 received: a map", "2026-10-25 call: hello")
    + "- [ ] Send the slides 📅 2026-03-29\n- [ ] ← Ada sends hers 📅 2026-10-25\n"
)

DAYS = [
    "2026-03-08",  # clocks go forward in Los Angeles
    "2026-03-28",
    "2026-03-29",  # clocks go forward in Rome
    "2026-03-30",
    "2026-10-25",  # clocks go back in Rome
    "2026-11-01",  # clocks go back in Los Angeles
]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebook")
    write_notes(folder / "notes", {ADA: NOTE})
    return folder


def due(notebook: Path, zone: str, *options: str) -> tuple[str, str]:
    """The day of a document of `due --json` in a time zone, and its rows as `shown` tells them."""
    ran = spawn("due", "--json", *options, cwd=notebook, env={"TZ": zone})
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    rows = (f"{row['reason']} {row['due']} {row['state']}" for row in found["due"])
    return found["today"], "; ".join(sorted(rows))


def day_in(zone: str) -> date:
    return datetime.fromtimestamp(time.time(), ZoneInfo(zone)).date()


def test_the_rows_around_a_change_of_clocks_are_those_of_any_other_day() -> None:
    # two weeks of March from the mail of the 15th, and ten days; the promises and the birthday of the 29th
    assert shown(NOTE, "2026-03-28") == (
        "birthday 2026-03-29 week; cadence 2026-03-29 week; no-reply 2026-03-25 overdue; "
        "promise 2026-03-29 week; promised-to-me 2026-10-25 later"
    )
    assert shown(NOTE, "2026-03-29") == (
        "birthday 2026-03-29 today; cadence 2026-03-29 today; no-reply 2026-03-25 overdue; "
        "promise 2026-03-29 today; promised-to-me 2026-10-25 later"
    )
    assert shown(NOTE, "2026-10-25") == (
        "birthday 2027-03-29 later; cadence 2026-11-08 later; promise 2026-03-29 overdue; "
        "promised-to-me 2026-10-25 today; thanks 2026-10-21 overdue"
    )


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", DAYS)
def test_a_given_day_has_the_same_rows_in_every_time_zone(notebook: Path, zone: str, day: str) -> None:
    assert due(notebook, zone, "--today", day) == (day, shown(NOTE, day))


@pytest.mark.parametrize("zone", [*ZONES, FAR_WEST])
def test_without_a_given_day_it_is_the_day_of_the_own_time_zone(notebook: Path, zone: str) -> None:
    before = day_in(zone)
    day, _ = due(notebook, zone)
    assert before <= date.fromisoformat(day) <= day_in(zone)


def test_at_one_moment_two_readers_far_apart_have_two_days(notebook: Path) -> None:
    assert due(notebook, FAR_EAST)[0] > due(notebook, FAR_WEST)[0]


def test_a_pinned_day_is_the_day_in_every_time_zone(tmp_path: Path) -> None:
    write_notes(tmp_path / "notes", {ADA: NOTE, "notesite.toml": "today = 2026-03-29\n"})
    for zone in (FAR_EAST, FAR_WEST):
        assert due(tmp_path, zone) == ("2026-03-29", shown(NOTE, "2026-03-29"))
