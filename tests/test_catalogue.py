"""The catalogues: every sentence of the code and the templates, in every language, translated whole."""

import re
import runpy
from collections.abc import Iterator
from gettext import NullTranslations
from typing import Any

import pytest
from babel.messages.catalog import Message

from notesite.shell.catalogues import catalogue
from tests.notebooks import ROOT, run_python

TRANSLATE: dict[str, Any] = runpy.run_path(str(ROOT / "docs/translate.py"))
LANGUAGES: list[str] = TRANSLATE["languages"]()
PLACEHOLDER = re.compile(r"%\(\w+\)[sr]|%%|\{\w+(?:![rs])?\}")
PLURALS = {"it": 2}


def messages(language: str) -> Iterator[Message]:
    yield from (each for each in TRANSLATE["read"](language) if each.id)


def forms(message: Message) -> list[tuple[str, str]]:
    """Each form of a sentence with its translation."""
    ids = message.id if isinstance(message.id, tuple) else (str(message.id),)
    return list(zip(ids, strings(message), strict=True))


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a sentence: one, or one for each plural."""
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found or ())


def test_italian_has_a_catalogue() -> None:
    assert "it" in LANGUAGES


def test_the_catalogues_are_up_to_date_compiled_and_complete() -> None:
    ran = run_python("docs/translate.py", "--check", cwd=ROOT)
    assert (ran.code, ran.err) == (0, "")


def test_the_sentences_come_from_code_templates_and_helps() -> None:
    found: dict[Any, set[str]] = TRANSLATE["sentences"]()
    assert "templates/contact.html" in found["Why now"]
    assert "src/notesite/model/codes.py" in found["A note is not text."]
    assert "src/notesite/cli/main.py" in found["Build the site."]
    assert "src/notesite/cli/due.py" in found["Last contact: none recorded."]
    assert ("every week", "every %(num)s weeks") in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    assert not [each.id for each in messages(language) if not all(words for _, words in forms(each))]
    assert not [each.id for each in messages(language) if each.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_what_the_sentence_says(language: str) -> None:
    wrong = [
        (english, words)
        for message in messages(language)
        for english, words in forms(message)
        if said(english) != said(words) and not (isinstance(message.id, tuple) and is_one(english, words))
    ]
    assert not wrong


def said(words: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(words)))


def is_one(english: str, words: str) -> bool:
    """Whether they differ only in that the translation leaves the number out."""
    return set(said(english)) - set(said(words)) <= {"%(num)s"} and not set(said(words)) - set(said(english))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_its_lines(language: str) -> None:
    wrong = [
        (english, words)
        for message in messages(language)
        for english, words in forms(message)
        if english.count("\n") != words.count("\n") or english[-1:].isspace() != words[-1:].isspace()
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_with_a_number_has_every_plural(language: str) -> None:
    plural = [each for each in messages(language) if isinstance(each.id, tuple)]
    assert plural
    assert {len(strings(each)) for each in plural} == {PLURALS[language]}
    assert all("%(num)s" in strings(each)[-1] for each in plural if "%(num)s" in each.id[-1])


def test_the_program_reads_what_the_script_compiled() -> None:
    assert catalogue("it").gettext("Why now") == "Perché adesso"
    assert catalogue("it").ngettext("every week", "every %(num)s weeks", 2) == "ogni %(num)s settimane"
    assert catalogue("it") is catalogue("it")


@pytest.mark.parametrize("language", ["en", "de", "", "../it", "IT/..", "\0"])
def test_what_is_not_spoken_stays_english(language: str) -> None:
    assert type(catalogue(language)) is NullTranslations
    assert catalogue(language).gettext("Why now") == "Why now"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_catalogue_changes_by_itself(language: str) -> None:
    po, _mo = TRANSLATE["files_of"](language)
    header, rest = po.read_text("utf-8").split("\n\n", 1)
    assert not re.search(r"\d{4}-\d\d-\d\d|[Bb]abel|version", header.replace("MIME-Version", ""))
    assert not re.search(r"^#: .*:\d+", rest, re.MULTILINE)
    assert "#~" not in rest


def test_a_sentence_that_is_new_is_asked_for_and_one_that_is_gone_is_dropped() -> None:
    old = TRANSLATE["Steady"]("it")
    old.add("Why now", "Perché adesso")
    old.add("No longer said", "Non più detto")
    new = TRANSLATE["renewed"]("it", old)
    assert new.get("Why now").string == "Perché adesso"
    assert new.get("No longer said") is None
    assert "Today" in {each.id for each in TRANSLATE["untranslated"](new)}
