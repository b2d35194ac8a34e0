"""`notesite insights`: the figures in sentences and as JSON."""

import json
from pathlib import Path

from tests.notebooks import call, write_notes

NOTES = {
    "notes/contacts/Ana.md": (
        "---\ncadence: weekly\nmet: 2026-11-10\nnetwork: personal\n---\n"
        "- [x] slides 📅 2026-11-12 ✅ 2026-11-12\n\n"
        "## Log\n\n- 2026-11-11 call: hello\n- 2026-11-20 gave: a book\n"
    ),
}


def test_it_tells_the_figures_in_sentences(tmp_path: Path) -> None:
    ran = call("insights", "--today", "2026-11-24", cwd=write_notes(tmp_path, NOTES))
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "1 person in your notes, 4 interactions written down.",
            "Some contact in 3 of 12 (25%) weeks; in the year, in 3 of 52 (6%).",
            "In twelve months 1 of 1 first meetings were followed up within two days; ever, 1 of 1.",
            "You kept 1 of 1 on their day.",
            "Given in twelve months: 1; received: 0.",
            "In twelve months 1 of 2 interactions were in person.",
            "1 new person in the last thirteen weeks.",
            "Your rhythms ask for 1.0 contacts a week; in the last twelve weeks there were 0.3 a week.",
        ],
    )


def test_it_prints_json(tmp_path: Path) -> None:
    ran = call("insights", "--json", "--today", "2026-11-24", cwd=write_notes(tmp_path, NOTES))
    found = json.loads(ran.out)
    assert (found["version"], found["today"], found["people"]) == (1, "2026-11-24", 1)
    assert found["promises"]["mine"] == {"kept": 1, "late": 0, "overdue": 0}
    assert found["in_person"] == {"part": 1, "whole": 2}
    assert found["networks"] == {"operational": 0, "personal": 1, "strategic": 0}
    assert found["quarter"]["interactions"] == {"now": 4, "before": 0}


def test_an_empty_notebook_says_how_figures_come_to_be(tmp_path: Path) -> None:
    ran = call("insights", cwd=write_notes(tmp_path, {"notes/pitch.md": ""}))
    assert ran.out == "Figures grow from what you write down\n"
