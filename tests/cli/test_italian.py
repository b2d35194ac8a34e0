"""The terminal in Italian: whenever the notebook is, and outside of one when the system is."""

import gettext
import json
import os
import re
from pathlib import Path

import click
import pytest

from notesite import __version__
from notesite.cli.speech import _, grouped, language_of, ngettext, speaking, tenths
from notesite.model.codes import CODES
from tests.notebooks import call, files_of, run_python, spawn, write_notes

DAY = ("--today", "2026-11-24")
SETTINGS = {"notes/notesite.toml": 'title = "Rete"\nlanguage = "it"\n'}


@pytest.fixture
def taccuino(notebook: Path) -> Path:
    """The notebook with somebody due, in Italian."""
    return write_notes(notebook, SETTINGS)


@pytest.fixture
def sbagliato(faulty: Path) -> Path:
    """The notebook of mistakes, in Italian."""
    return write_notes(faulty, SETTINGS)


@pytest.fixture
def italian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "it_IT.UTF-8")


def test_build_sums_up_in_italian(taccuino: Path) -> None:
    ran = call("build", *DAY, cwd=taccuino)
    first, due, opening = ran.out.splitlines()
    assert re.fullmatch(
        r"8 note, \d+ pagine, nessun problema; \d+ file scritti, 0 rimossi, in \d+,\d s\.", first
    )
    assert due == (
        "Da sentire il 2026-11-24: Giulia Rossi, Kenji Watanabe "
        "(1 in ritardo, 1 oggi, 1 in settimana, 1 rimandato)."
    )
    assert opening == f"Apri {taccuino / 'site/index.html'}"
    assert call("build", *DAY, "--why", cwd=taccuino).out.startswith("Non è stato scritto niente")


def test_build_says_why_a_page_was_written(taccuino: Path) -> None:
    assert "nuova    contacts/giulia-rossi.html\n" in call("build", *DAY, "--why", cwd=taccuino).out


def test_build_that_is_strict_fails_in_italian(sbagliato: Path) -> None:
    ran = call("build", *DAY, "--strict", cwd=sbagliato)
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "notesite: 2 problemi nelle note (--strict)")


def test_a_private_note_is_told(taccuino: Path) -> None:
    write_notes(taccuino, {"notes/contacts/x.md": "---\nprivate: true\n---\n"})
    assert "In questo sito c’è una nota privata: tienilo per te." in call("build", *DAY, cwd=taccuino).out


def test_nobody_due_is_said_in_italian(taccuino: Path) -> None:
    ran = call("build", "--today", "2026-10-21", cwd=taccuino)
    assert "Tutto a posto il 2026-10-21: nessuno ti aspetta (3 più avanti, 1 rimandato)." in ran.out
    assert call("due", "--reason", "thanks", *DAY, cwd=taccuino).out == (
        "Tutto a posto il 2026-11-24 per quello che hai chiesto.\n"
    )


def test_check_lists_findings_in_italian(sbagliato: Path) -> None:
    ran = call("check", cwd=sbagliato)
    assert ran.code == 1
    assert "errore[date-unreadable] 'next Tuesday' non è una data" in ran.out
    assert "    volevi dire cadence?" in ran.out.splitlines()
    assert "2 note: 1 errore, 1 avviso, 2 note." in ran.out.splitlines()
    assert ran.out.splitlines()[-1] == "Per saperne di più su un codice: notesite explain CODE"


def test_check_for_github_keeps_its_keywords(sbagliato: Path) -> None:
    out = call("check", "--format", "github", cwd=sbagliato).out
    assert {line.split(" ")[0] for line in out.splitlines()} == {"::error", "::warning", "::notice"}
    assert "non è una data" in out


@pytest.mark.usefixtures("italian")
@pytest.mark.parametrize(
    "arguments",
    [("check", "--format", "json"), ("due", "--json", *DAY), ("due", "--json", "--all", *DAY)],
    ids=" ".join,
)
def test_json_is_the_same_in_any_language(notebook: Path, faulty: Path, arguments: tuple[str, ...]) -> None:
    write_notes(notebook, files_of(faulty))
    write_notes(notebook, {"notes/notesite.toml": 'title = "Rete"\n'})
    english = call(*arguments, cwd=notebook).out
    write_notes(notebook, SETTINGS)
    assert call(*arguments, cwd=notebook).out == english
    assert json.loads(english)["version"] == 1


def test_due_is_a_table_in_italian(taccuino: Path) -> None:
    ran = call("due", "--all", *DAY, cwd=taccuino)
    heads = next(line for line in ran.out.splitlines() if "Contatto" in line)
    assert all(head in ran.out for head in ("Scadenza", "Stato", "Perché", "Ultimo"))
    assert heads.split()[0] in ("Scadenza", "Ultimo")
    for words in ("in ritardo", "oggi", "rimandato", "ritmo", "la tua data", "hai promesso"):
        assert words in ran.out
    assert "4 follow-up al 2026-11-24." in ran.out


def test_due_says_how_many_it_leaves_out(taccuino: Path) -> None:
    out = call("due", *DAY, cwd=taccuino).out
    assert "3 follow-up al 2026-11-24. Un altro è più avanti o rimandato:" in out


def test_due_explains_a_contact_in_italian(taccuino: Path) -> None:
    assert call("due", "--why", "Giuli", *DAY, cwd=taccuino).out.splitlines() == [
        "Giulia Rossi (contacts/giulia-rossi.md), al 2026-11-24",
        "  Stato: in contatto.",
        "  Ritmo: ogni 2 settimane, scelto per questo contatto.",
        "  Ultimo contatto: 2026-10-20 (contacts/giulia-rossi.md:10).",
        "  In arrivo: contatto il 2026-12-24, che conta da quel giorno in poi.",
        "  → 2026-11-03 in ritardo: ritmo (contacts/giulia-rossi.md:4)",
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Ana Pérez", "  Rimandato al 2026-12-01: fino a quel giorno ritmo e follow-up sono nascosti."),
        ("Ana Pérez", "  Hai fissato un follow-up: 2026-11-20 (riga 3)."),
        ("Elena", "  Questa è la tua scheda: non sei mai in scadenza."),
        ("Old Friend", "  Stato: in archivio, perciò niente è in scadenza."),
        ("Gone Friend", "  Stato: non c’è più, perciò niente è in scadenza."),
        ("Resting", "  Stato: in pausa, perciò il ritmo è sospeso."),
        ("Omar Haddad", "  Ultimo contatto: nessuno annotato."),
    ],
)
def test_each_line_of_an_explanation_is_italian(taccuino: Path, name: str, line: str) -> None:
    assert line in call("due", "--why", name, *DAY, cwd=taccuino).out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ("due", "--why", "Gulia Rosi"),
            "nessun contatto si chiama 'Gulia Rosi'",
            "volevi dire Giulia Rossi",
        ),
        (("due", "--circle", "outer"), "nessuna cerchia si chiama 'outer'", "le cerchie sono: close"),
        (("explain", "key-twise"), "il codice 'key-twise' non esiste", "volevi dire key-twice?"),
        (("new", "contact", "..."), "'...' non può essere il nome di un file", "usa lettere o cifre"),
        (("build", "--output", "notes/x"), "sta dentro quella delle note", "scegli un’altra cartella"),
    ],
)
def test_an_error_is_told_in_italian(
    taccuino: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    ran = call(*arguments, cwd=taccuino)
    assert ran.code == 2
    first, second = ran.err.splitlines()
    assert message in first
    assert second.strip().startswith(hint)


def test_explain_is_a_manual_page_in_italian(taccuino: Path) -> None:
    ran = call("explain", "key-twice", cwd=taccuino)
    assert ran.out.startswith("key-twice (avviso)\n\nUna chiave del front matter è scritta due volte.\n")
    assert "\nPer esempio:\n\n    cadence: monthly\n" in ran.out
    listed = call("explain", cwd=taccuino).out.splitlines()
    assert [line.split()[0] for line in listed] == list(CODES)
    assert {line.split()[1] for line in listed} == {"errore", "avviso", "nota"}


@pytest.mark.usefixtures("italian")
def test_init_and_new_speak_italian(tmp_path: Path) -> None:
    ran = call("init", "rete", "--empty", cwd=tmp_path)
    assert ran.out.startswith("Nuovo taccuino in rete: ")
    assert "Continua con:  cd rete && notesite build\n" in ran.out
    assert "esiste e non è vuota" in call("init", "rete", cwd=tmp_path).err
    write_notes(tmp_path / "rete", SETTINGS)
    made = call("new", "contact", "Marta", cwd=tmp_path / "rete").out
    assert made == f"Scritto {tmp_path / 'rete/notes/contacts/Marta.md'}\n"


@pytest.mark.parametrize("command", ["build", "check", "due", "explain", "init", "new"])
def test_the_help_of_a_command_is_italian(taccuino: Path, command: str) -> None:
    out = call(command, "--help", cwd=taccuino).out
    assert out.startswith(f"Uso: notesite {command} [OPZIONI]")
    assert "\nOpzioni:\n" in out
    assert "Mostra questo messaggio ed esci." in out
    assert not re.search(r"\b(the|what|which|with)\b", out)


def test_the_help_of_all_keeps_its_lines(taccuino: Path) -> None:
    out = call("--help", cwd=taccuino).out
    assert "  Ogni giorno:    notesite build, poi apri site/index.html\n" in out
    assert "\nComandi:\n" in out
    assert "  build     Costruisci il sito.\n" in out
    assert call("--version", cwd=taccuino).out == f"notesite, versione {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--nope",), "Errore: L’opzione "),
        (("biuld",), "Errore: Il comando 'biuld' non esiste."),
        (("new", "contact"), "Errore: Manca l’argomento 'NAME'."),
        (("due", "--why"), "Errore: L’opzione '--why' vuole un argomento."),
        (("due", "--today", "domani"), "Errore: Valore non valido per '--today': 'domani' non è nel formato"),
        (("due", "--reason", "rhythm"), "'rhythm' non è uno di questi: 'first-follow-up'"),
        (("build", "--jobs", "0"), "0 non è tra i valori ammessi (x>=1)."),
        (("check", "a", "b"), "Errore: Ci sono argomenti di troppo (a b)"),
    ],
)
def test_click_speaks_italian(taccuino: Path, arguments: tuple[str, ...], words: str) -> None:
    ran = call(*arguments, cwd=taccuino)
    assert ran.code == 2
    assert words in ran.err


def test_a_run_leaves_no_language_behind(
    taccuino: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    domain = gettext.textdomain()
    call("build", "--help", cwd=taccuino)
    assert (gettext.textdomain(), os.environ["LANGUAGE"]) == (domain, "fr")
    english = write_notes(tmp_path / "english", {"notes/notesite.toml": ""})
    assert call("build", "--help", cwd=english).out.startswith("Usage: notesite build [OPTIONS]")
    assert "Show this message and exit." in call("build", "--help", cwd=english).out


def test_another_process_speaks_it_too(taccuino: Path) -> None:
    assert spawn("check", cwd=taccuino).out == "8 note: nessun problema.\n"


def test_words_and_numbers_as_the_language_has_them() -> None:
    assert (_("State"), grouped(12345), tenths(0.5)) == ("State", "12,345", "0.5")
    with speaking("it"):
        assert (_("State"), grouped(12345), tenths(0.5)) == ("Stato", "12.345", "0,5")
        assert ngettext("%(num)s note", "%(num)s notes", 1200) == "1.200 note"
        assert _("") == ""
        with speaking("en"):
            assert _("State") == "State"
        assert _("State") == "Stato"
    assert _("State") == "State"


def test_an_exception_ends_the_language() -> None:
    with pytest.raises(click.UsageError), speaking("it"):
        raise click.UsageError("x")
    assert _("State") == "State"


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ('language = "it"', "it"),
        ("title = 'x'\n  language='it' # mine\n[me]\nname = 'x'", "it"),
        ('\ufefflanguage = "it"', "it"),
        ('[me]\nlanguage = "it"', "en"),
        ('# language = "it"', "en"),
        ('language = "en"', "en"),
        ("language = 5", "en"),
        ("", "en"),
        (b"\xff\xfe\xff", "en"),
    ],
)
def test_the_settings_tell_the_language(tmp_path: Path, settings: str | bytes, language: str) -> None:
    write_notes(tmp_path, {"notes/notesite.toml": settings})
    italian = {"LC_ALL": "it_IT"}
    assert language_of([], tmp_path, italian) == language
    assert language_of(["due", "--notes", str(tmp_path / "notes")], Path("/"), italian) == language
    assert language_of(["due", f"--notes={tmp_path / 'notes'}"], Path("/"), italian) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LANG": "it"}, "it"),
        ({"LC_ALL": "", "LC_MESSAGES": "it_CH.UTF-8", "LANG": "de_CH.UTF-8"}, "it"),
        ({"LC_ALL": "C", "LANG": "it_IT.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_ALL": "POSIX"}, "en"),
    ],
)
def test_outside_of_a_notebook_the_system_tells_it(
    tmp_path: Path, environment: dict[str, str], language: str
) -> None:
    assert language_of(["--help"], tmp_path, environment) == language


@pytest.mark.parametrize("notes", ["\0", "", "no/such"])
def test_a_folder_that_is_none_tells_no_language(tmp_path: Path, notes: str) -> None:
    assert language_of(["due", "--notes", notes], tmp_path, {}) == "en"


def test_help_from_a_folder_that_is_gone(tmp_path: Path) -> None:
    code = "import os, sys; os.rmdir(os.getcwd()); from notesite.cli.main import main; main(['--help'])"
    (tmp_path / "gone").mkdir()
    assert run_python("-c", code, cwd=tmp_path / "gone").out.startswith("Usage: notesite")
