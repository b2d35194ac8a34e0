"""notesite.toml: every key does what it says, and a mistake ends with exit code 2, its line and a fix."""

import json
from pathlib import Path

import pytest

from notesite.reading.config import KEYS
from tests.notebooks import call, pages_of, write_notes

WRONG = {
    "unknown key": ('title = "x"\ntodya = 2026-11-24\n', 2, "did you mean today?"),
    "underscore": ("\n\ntoday_rows = 3\n", 3, "did you mean today-rows?"),
    "unlike any": ("zzzzzzzz = 1\n", 1, "the keys are: title"),
    "text for a number": ('title = "x"\ntoday-rows = "five"\n', 2, "today-rows = 5"),
    "too many rows": ("today-rows = 101\n", 1, "from 1 to 100"),
    "no rows": ("today-rows = 0\n", 1, "from 1 to 100"),
    "true for a number": ("today-rows = true\n", 1, "from 1 to 100"),
    "number for a text": ("# mine\ntitle = 5\n", 2, 'title = "…"'),
    "language": ('language = "de"\n', 1, "en or it"),
    "journal": ('journal-contact = "some"\n', 1, "met or any"),
    "days": ("no-reply-days = -1\n", 1, "from 1 to 100"),
    "letters": ("linkedin-limit = 1001\n", 1, "from 1 to 1000"),
    "date": ('today = "soon"\n', 1, "today = 2026-11-24"),
    "number for a date": ("today = 5\n", 1, "today = 2026-11-24"),
    "ignore": ("ignore = [1]\n", 1, "list of texts"),
    "cadence": ('[circles]\ninner = "now and then"\n', 2, "6 weeks"),
    "cadence of a tag": ('title = "x"\n\n[tags]\nmentor = 0\n', 4, "6 weeks"),
    "true for a cadence": ("[tags]\nmentor = true\n", 2, "6 weeks"),
    "circles": ('circles = "inner"\n', 1, "[circles]"),
    "kind": ('[kinds.friend]\nfolders = ["x"]\n', 1, "kinds."),
    "near kind": ('[kinds.contacts]\nfolders = ["x"]\n', 1, "did you mean contact?"),
    "kind's key": ('[kinds.contact]\nfolder = ["x"]\n', 2, "did you mean folders?"),
    "kind's type": ('[kinds]\ncontact = "People"\n', 2, "[kinds.contact]"),
    "me": ('[me]\nmail = "x"\n', 2, "did you mean emails?"),
    "my name": ("[me]\nname = 5\n", 2, 'name = "…"'),
    "my emails": ("[me]\nemails = 5\n", 2, "list of texts"),
    "no TOML": ('title = "x"\nlanguage = it\n', 2, "docs/settings.md"),
    "key twice": ('title = "x"\ntitle = "y"\n', 2, "docs/settings.md"),
    "impossible date": ("today = 2026-02-30\n", 1, ""),
    "nested deeply": (f"ignore = {'[' * 5000}\n", 1, ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_ends_with_exit_code_2_its_line_and_a_fix(notebook: Path, name: str) -> None:
    text, line, hint = WRONG[name]
    write_notes(notebook, {"notesite.toml": text})
    ran = call("build", cwd=notebook)
    assert ran.code == 2
    assert not ran.out
    assert "notesite.toml" in ran.err
    assert f"notesite.toml:{line}:" in ran.err or f"at line {line}," in ran.err or name == "nested deeply"
    assert hint in ran.err
    assert not (notebook / "site").exists()


@pytest.mark.parametrize("command", ["check", "due", "new"])
def test_a_mistake_stops_every_command_that_reads_the_notes(notebook: Path, command: str) -> None:
    write_notes(notebook, {"notesite.toml": "todya = 1"})
    assert call(command, *(["contact", "A"] if command == "new" else []), cwd=notebook).code == 2


def test_an_empty_settings_file_is_as_none(notebook: Path) -> None:
    without = call("due", "--json", "--all", "--today", "2026-11-24", cwd=notebook)
    write_notes(notebook, {"notesite.toml": ""})
    assert call("due", "--json", "--all", "--today", "2026-11-24", cwd=notebook) == without


def states(notebook: Path, settings: str, name: str) -> dict[str, str]:
    """Reason and state of each row of a contact, under these settings."""
    write_notes(notebook, {"notesite.toml": settings})
    ran = call("due", "--json", cwd=notebook)
    assert ran.code == 0, ran.err
    rows = json.loads(ran.out)["due"]
    return {row["reason"]: f"{row['due']} {row['state']}" for row in rows if row["name"] == name}


def page(notebook: Path, settings: str, route: str = "index.html") -> str:
    """A page of the site under these settings."""
    write_notes(notebook, {"notesite.toml": settings})
    ran = call("build", "--output", "out", cwd=notebook)
    assert ran.code == 0, ran.err
    return pages_of(notebook / "out")[route].decode()


PINNED = "today = 2026-11-24\n"


def test_title_is_on_every_page(notebook: Path) -> None:
    assert "Rete &amp; amici" in page(notebook, f'{PINNED}title = "Rete & amici"')


def test_language_reads_italian_dates(notebook: Path) -> None:
    write_notes(notebook, {"notes/contacts/it.md": "---\nname: Ugo\nfollow-up: 25/11/2026\n---\n"})
    assert states(notebook, f'{PINNED}language = "it"', "Ugo") == {"explicit": "2026-11-25 week"}
    assert not states(notebook, PINNED, "Ugo")


def test_notes_and_output_are_folders(notebook: Path) -> None:
    (notebook / "notes").rename(notebook / "mine")
    write_notes(notebook, {"notesite.toml": f'{PINNED}notes = "mine"\noutput = "public"'})
    assert call("build", cwd=notebook).code == 0
    assert (notebook / "public/contacts/kenji.html").is_file()


def test_today_pins_the_date(notebook: Path) -> None:
    for written in ("today = 2026-11-25", 'today = "2026-11-25"', "today = 2026-11-25T10:00:00"):
        assert states(notebook, written, "Kenji Watanabe") == {"explicit": "2026-11-24 overdue"}


def test_today_rows_is_how_many_people_today_shows(notebook: Path) -> None:
    names = [f"Person {number}" for number in range(9)]
    write_notes(
        notebook,
        {f"notes/contacts/{name}.md": "---\nfollow-up: 2026-11-24\n---\n" for name in names},
    )

    def shown(settings: str) -> int:
        text = page(notebook, settings).partition('class="more"')[0]
        return sum(f"contacts/person-{number}.html" in text for number in range(9))

    few, some, many = (shown(f"{PINNED}today-rows = {number}") for number in (1, 4, 100))
    assert few < some < many == 9


def test_ignore_leaves_files_out(notebook: Path) -> None:
    write_notes(notebook, {"notes/Archive/x.md": "", "notes/contacts/y.draft.md": ""})
    write_notes(notebook, {"notesite.toml": f'{PINNED}ignore = ["Archive/*", "*.draft.md"]'})
    assert call("build", cwd=notebook).out.startswith("8 notes,")
    write_notes(notebook, {"notesite.toml": f'{PINNED}ignore = "Archive"'})
    assert call("build", cwd=notebook).out.startswith("9 notes,")


def test_journal_contact_says_which_links_count(notebook: Path) -> None:
    write_notes(notebook, {"notes/journal/2026-11-20.md": "Thought of [[Omar Haddad]].\n"})

    def last(settings: str) -> str:
        write_notes(notebook, {"notesite.toml": settings})
        rows = json.loads(call("due", "--json", "--all", cwd=notebook).out)["contacts"]
        return str({row["name"]: row["last_contact"] for row in rows}["Omar Haddad"])

    assert last(PINNED) == "None"
    assert last(f'{PINNED}journal-contact = "met"') == "None"
    assert last(f'{PINNED}journal-contact = "any"') == "2026-11-20"


PERSON = {"notes/contacts/p.md": "---\nname: P\nlast-contact: 2026-11-01\ncircle: %s\ntags: %s\n---\n"}


def person(notebook: Path, circle: str = "", tag: str = "") -> None:
    write_notes(notebook, {path: text % (circle, tag) for path, text in PERSON.items()})


def test_circles_give_their_cadence_and_keep_those_out_of_the_box(notebook: Path) -> None:
    settings = f'{PINNED}[circles]\ncrew = "3 weeks"\nwarm = 5\n'
    for circle, day in (("Crew", "2026-11-22"), ("warm", "2026-11-06"), ("inner", "2026-11-22")):
        person(notebook, circle=circle)
        assert states(notebook, settings, "P")["cadence"].startswith(day)


def test_tags_give_their_cadence(notebook: Path) -> None:
    person(notebook, tag="mentor")
    assert states(notebook, f'{PINNED}[tags]\nMentor = "monthly"', "P") == {"cadence": "2026-12-01 week"}


def test_kinds_name_further_folders_tags_and_types(notebook: Path) -> None:
    write_notes(
        notebook,
        {
            "notes/Humans/a.md": "",
            "notes/b.md": "---\ntags: pal\n---\n",
            "notes/c.md": "---\ntype: Bekannte\n---\n",
        },
    )
    write_notes(
        notebook,
        {
            "notesite.toml": (
                f'{PINNED}[kinds.contact]\nfolders = ["humans"]\ntags = ["pal"]\ntypes = ["bekannte"]\n'
            )
        },
    )
    assert call("build", cwd=notebook).code == 0
    assert {"contacts/a.html", "contacts/b.html", "contacts/c.html"} <= set(pages_of(notebook / "site"))


def test_me_may_give_a_name_and_addresses(notebook: Path) -> None:
    write_notes(notebook, {"notesite.toml": '[me]\nname = "Elena"\nemails = ["e@example.org"]\n'})
    assert call("check", cwd=notebook).code == 0


@pytest.mark.parametrize(
    ("setting", "note", "row"),
    [
        ("no-reply-days = 4", "- 2026-11-20 → email: hello", ("no-reply", "2026-11-24")),
        ("thanks-days = 1", "- 2026-11-23 received: a book", ("thanks", "2026-11-24")),
    ],
)
def test_days_of_a_reason_can_be_set(tmp_path: Path, setting: str, note: str, row: tuple[str, str]) -> None:
    write_notes(tmp_path, {"notesite.toml": f"{setting}\n", "notes/contacts/a.md": f"{note}\n"})
    ran = call("due", "--json", "--today", "2026-11-24", cwd=tmp_path)
    assert row in [(each["reason"], each["due"]) for each in json.loads(ran.out)["due"]]


def test_days_of_preparation_and_of_announcements_and_the_invitations_limit_can_be_set(
    notebook: Path,
) -> None:
    text = "prepare-days = 5\nannounce-days = 14\nlinkedin-limit = 300\n"
    write_notes(notebook, {"notesite.toml": text})
    assert call("check", cwd=notebook).code == 0


def test_no_reply_days_is_how_long_an_answer_may_take(notebook: Path) -> None:
    asked = "---\nname: Waiting\nmet: 2026-01-01\n---\n- 2026-11-18 -> email: a question\n"
    write_notes(notebook, {"notes/contacts/w.md": asked})
    assert "no-reply" in states(notebook, f"{PINNED}no-reply-days = 5", "Waiting")
    assert "today" not in states(notebook, PINNED, "Waiting").get("no-reply", "")
    assert "overdue" not in states(notebook, PINNED, "Waiting").get("no-reply", "")


def test_thanks_days_is_within_how_many_days_a_favour_is_thanked(notebook: Path) -> None:
    write_notes(notebook, {"notes/contacts/t.md": "---\nname: Tess\n---\n- 2026-11-23 received: tickets\n"})
    for days, day in ((3, "2026-11-26"), (9, "2026-12-02")):
        assert states(notebook, f"{PINNED}thanks-days = {days}", "Tess")["thanks"].startswith(day)


def test_announce_days_is_how_far_ahead_birthdays_are_announced(notebook: Path) -> None:
    write_notes(notebook, {"notes/contacts/b.md": "---\nname: Born Soon\nbirthday: 12-04\n---\n"})
    assert "Born Soon" not in page(notebook, PINNED)
    assert "Born Soon" in page(notebook, f"{PINNED}announce-days = 10")


def test_prepare_days_is_how_long_before_an_event_it_is_prepared(notebook: Path) -> None:
    write_notes(
        notebook, {"notes/events/2026-12-10 Meetup.md": "---\nstatus: going\nattendees: Giulia Rossi\n---\n"}
    )
    for days, day in ((3, "2026-12-07"), (9, "2026-12-01")):
        assert states(notebook, f"{PINNED}prepare-days = {days}", "Meetup")["prepare"].startswith(day)


def test_linkedin_limit_is_a_number_of_characters(notebook: Path) -> None:
    write_notes(notebook, {"notesite.toml": "linkedin-limit = 300"})
    assert call("check", cwd=notebook).code == 0


def test_every_key_that_is_documented_is_tested_here() -> None:
    text = Path(__file__).read_text("utf-8")
    assert not [key for key in KEYS if f"{key} = " not in text and f"[{key}" not in text]
