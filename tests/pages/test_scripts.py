"""What the site's scripts say is what the catalogue is asked for, no more and no less."""

import re

from notesite.pages import finding
from notesite.pages.finding import finding_words
from notesite.pages.scripts import COUNTED, SENTENCES, script_words
from notesite.shell.catalogues import catalogue
from tests.notebooks import ROOT

SCRIPTS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "templates/static").glob("*.js")))
ONE = re.compile(r"""(?<![\w.])_\(\s*"((?:[^"\\]|\\.)*)\"""")
SAME = {"Tag"}
"""What Italian says as English does."""
MANY = re.compile(r"""ngettext\(\s*"([^"]*)",\s*"([^"]*)\"""")


def test_every_sentence_of_a_script_is_handed_to_it() -> None:
    assert set(ONE.findall(SCRIPTS)) == {*SENTENCES, *finding.SENTENCES}
    assert set(MANY.findall(SCRIPTS)) == {*COUNTED, *finding.COUNTED}


def test_in_italian_every_one_of_them_is_italian() -> None:
    said = script_words(catalogue("it"), "it")["sentences"]
    assert set(said) == {*SENTENCES, *(one for one, _ in COUNTED)}
    later = finding_words(catalogue("it"))
    assert set(later) == {*finding.SENTENCES, *(one for one, _ in finding.COUNTED)} - SAME


def test_no_sentence_is_handed_over_twice() -> None:
    assert not {*SENTENCES} & {*finding.SENTENCES}


def test_in_english_they_speak_for_themselves() -> None:
    said = script_words(catalogue("en"), "en")["sentences"]
    assert set(said) == {one for one, _ in COUNTED}
