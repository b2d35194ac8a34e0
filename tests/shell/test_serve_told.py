"""What `notesite serve` prints while a site is served."""

from pathlib import Path

import pytest

from notesite.cli.serving import teller
from notesite.cli.speech import speaking
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.origin import Origin
from notesite.shell.happenings import Built, Failed, Gone, Happening, Polling, Started
from notesite.shell.publish import Published
from notesite.shell.report import Report
from tests.notebooks import TODAY, call, write_notes


def report(*changed: str) -> Report:
    return Report(TODAY, 3, 0, 12, (), (), (), 0, Published(changed=changed))


PROBLEM = Diagnostic("date-unreadable", say("no date"), Origin("contacts/ana.md", 2), say("write one"))
PAGES = ("contacts/ana.html", "index.html", "assets/due-2026.js")


@pytest.mark.parametrize(
    ("happening", "out", "err"),
    [
        (Started("http://127.0.0.1:8000/"), "The site is at http://127.0.0.1:8000/ – Ctrl-C ends it.\n", ""),
        (Built(frozenset(), report(), (), 1.26), "3 notes, 12 pages, no problems, in 1.3 s.\n", ""),
        (
            Built(frozenset({"contacts/Ana Pérez.md"}), report(*PAGES), (), 0.2),
            "Ana Pérez.md changed: 2 pages in 0.2 s\n",
            "",
        ),
        (
            Built(frozenset({"a", "a/x.md", "a/y.md"}), report(), (), 0.2),
            "2 files changed: 0 pages in 0.2 s\n",
            "",
        ),
        (
            Built(frozenset({"a\x1b[2J.md"}), report("a.html"), (PROBLEM,), 0.2),
            "a�[2J.md changed: 1 page in 0.2 s\n",
            "contacts/ana.md:2:1: error[date-unreadable] no date\n    write one\n",
        ),
        (
            Built(frozenset({"a.md"}), report(), (PROBLEM,) * 12, 0.2),
            "a.md changed: 0 pages in 0.2 s\n",
            "contacts/ana.md:2:1: error[date-unreadable] no date\n    write one\n" * 10
            + "… and 2 more: notesite check\n",
        ),
        (Failed(say("it fails"), say("mend it")), "", "notesite: it fails\n  mend it\n"),
        (
            Gone(Path("notes")),
            "",
            """notesite: the notes folder notes is gone
  the site stays as it was, and goes on when the folder is there again
""",
        ),
        (
            Polling(),
            "",
            """notesite: the system can watch no more files, so they are looked at once a second
  on Linux, a higher fs.inotify.max_user_watches helps
""",
        ),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Happening) else "",
)
def test_each_thing_that_happens_is_a_line(
    happening: Happening, out: str, err: str, capsys: pytest.CaptureFixture[str]
) -> None:
    teller(is_open=False)(happening)
    assert capsys.readouterr() == (out, err)


def test_it_speaks_italian(capsys: pytest.CaptureFixture[str]) -> None:
    with speaking("it"):
        teller(is_open=False)(Built(frozenset({"Giulia Rossi.md"}), report(*PAGES), (), 0.2))
    assert capsys.readouterr().out == "Giulia Rossi.md è cambiato: 2 pagine in 0,2 s\n"


@pytest.mark.parametrize("is_open", [True, False])
def test_the_browser_is_opened_where_that_is_wanted(is_open: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    teller(is_open=is_open)(Started("http://127.0.0.1:8000/"))
    assert opened == (["http://127.0.0.1:8000/"] if is_open else [])


def test_what_stops_it_from_starting_is_told(tmp_path: Path) -> None:
    ran = call("serve", "--notes", "nowhere", cwd=tmp_path)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "notesite: there is no notes folder nowhere")
    write_notes(tmp_path, {"notes/a.md": "", "full/x": ""})
    ran = call("serve", "--output", "full", cwd=tmp_path)
    assert (ran.code, "holds files that notesite did not write" in ran.err) == (2, True)
