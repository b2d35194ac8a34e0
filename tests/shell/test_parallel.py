"""Several processes give the same site as one."""

from datetime import date
from pathlib import Path

from notesite.shell.build import build
from notesite.shell.parallel import WORTH_IT, default_jobs, spread
from notesite.shell.places import find_places
from tests.notebooks import files_of, write_notes


def test_two_processes_build_the_same_bytes_as_one(tmp_path: Path) -> None:
    many = {
        f"contacts/{number:03}.md": f"- 2026-11-12 call: [[{number - 1:03}]]"
        for number in range(WORTH_IT + 1)
    }
    notes = write_notes(tmp_path / "notes", many)
    for jobs in (1, 2):
        build(find_places(notes, notes, tmp_path / str(jobs)), date(2026, 11, 24), jobs=jobs)
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2")


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(spread(str, range(3 * WORTH_IT), 2)) == [str(number) for number in range(3 * WORTH_IT)]
    assert list(spread(str, [], 2)) == []


def test_there_is_always_one_process() -> None:
    assert 1 <= default_jobs() <= 4
