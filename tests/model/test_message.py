"""Messages are kept as patterns with their parts, and told in the language of whoever reads them."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import notesite
from notesite.model.dates import Cadence
from notesite.model.diagnostic import Diagnostic
from notesite.model.errors import NotesiteError
from notesite.model.message import NOTHING, Message, say, say_many
from notesite.model.origin import Origin
from tests.stories import CASES, read_notebook, read_story

SOURCE = Path(notesite.__file__).parent
STORIES = sorted(CASES.rglob("*.md"))

ITALIAN = {
    "%(name)s is also the name of %(other)s": "%(other)s ha lo stesso nome di %(name)s",
    "it cannot be read: %(reason)s": "non si può leggere: %(reason)s",
    "it is not in UTF-8": "non è in UTF-8",
    "one thing": "una cosa",
    "": "Language: it",
}
ITALIAN_PLURALS = {
    "%(num)s note in %(folder)s": ("%(num)s nota in %(folder)s", "%(num)s note in %(folder)s"),
}


def gettext(text: str) -> str:
    return ITALIAN.get(text, text)


def ngettext(one: str, many: str, number: int) -> str:
    forms = ITALIAN_PLURALS.get(one, (one, many))
    return forms[0] if number == 1 else forms[1]


def in_italian(message: Message) -> str:
    return message.told(gettext, ngettext)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (say("the day does not exist"), "the day does not exist"),
        (say("line %(line)s of %(file)s", line=3, file="a.md"), "line 3 of a.md"),
        (say("%(text)r is no date", text="next Tuesday"), "'next Tuesday' is no date"),
        (say("100% of it"), "100% of it"),
        (say("100%% of %(name)s", name="it"), "100% of it"),
        (say("%(text)s", text="50% {of} %(name)s %%"), "50% {of} %(name)s %%"),
        (say("{name} and %(name)s", name="{0}"), "{name} and {0}"),
        (NOTHING, ""),
    ],
)
def test_a_message_is_its_english_text(message: Message, text: str) -> None:
    assert str(message) == text


@pytest.mark.parametrize(
    ("number", "english", "italian"),
    [
        (0, "0 notes in a%b", "0 note in a%b"),
        (1, "1 note in a%b", "1 nota in a%b"),
        (2, "2 notes in a%b", "2 note in a%b"),
    ],
)
def test_a_number_chooses_the_form(number: int, english: str, italian: str) -> None:
    message = say_many("%(num)s note in %(folder)s", "%(num)s notes in %(folder)s", number, folder="a%b")
    assert (str(message), in_italian(message)) == (english, italian)


def test_a_number_may_stand_in_one_of_two_forms_only() -> None:
    assert [str(say_many("one thing", "%(num)s things", number)) for number in (1, 3)] == [
        "one thing",
        "3 things",
    ]


def test_a_language_may_turn_the_parts_around() -> None:
    message = say("%(name)s is also the name of %(other)s", name="Anna", other="a.md")
    assert in_italian(message) == "a.md ha lo stesso nome di Anna"


def test_a_message_within_another_is_told_in_the_same_language() -> None:
    message = say("it cannot be read: %(reason)s", reason=say("it is not in UTF-8"))
    assert str(message) == "it cannot be read: it is not in UTF-8"
    assert in_italian(message) == "non si può leggere: non è in UTF-8"


def test_what_stands_in_a_message_is_never_translated() -> None:
    assert in_italian(say("%(name)s", name="one thing")) == "one thing"


def test_nothing_stays_nothing_in_every_language() -> None:
    assert in_italian(NOTHING) == ""
    assert not NOTHING
    assert say("something")


def test_messages_are_values() -> None:
    message = say("line %(line)s: %(why)s", line=3, why=say("it is not in UTF-8"))
    assert message == say("line %(line)s: %(why)s", line="3", why=say("it is not in UTF-8"))
    assert message != say("line %(line)s: %(why)s", line=4, why=say("it is not in UTF-8"))
    assert len({message, pickle.loads(pickle.dumps(message))}) == 1


def test_findings_at_one_place_stand_in_the_order_of_their_english_text() -> None:
    found = [
        Diagnostic("date-unreadable", say("%(text)r is no date", text=each), Origin("a.md")) for each in "ba"
    ]
    assert [str(each.message) for each in sorted(found, key=lambda each: each.sort_key)] == [
        "'a' is no date",
        "'b' is no date",
    ]


def test_an_error_prints_in_english_and_keeps_its_message() -> None:
    error = NotesiteError(say("%(path)s is a file", path="a%b"), say("choose another"))
    assert (str(error), str(error.hint)) == ("a%b is a file", "choose another")
    assert error.message == say("%(path)s is a file", path="a%b")
    assert not NotesiteError(say("stopped")).hint


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        (Cadence(0, "days"), "never"),
        (Cadence(1, "days"), "every day"),
        (Cadence(6, "weeks"), "every 6 weeks"),
        (Cadence(1, "months"), "every month"),
        (Cadence(9000, "years"), "every 9000 years"),
    ],
)
def test_a_cadence_is_told_in_words(cadence: Cadence, words: str) -> None:
    assert str(cadence.words) == str(cadence) == words


def placeholders(pattern: str) -> set[str]:
    return set(re.findall(r"(?<!%)%\((\w+)\)[sr]", pattern))


def messages_in(message: Message) -> Iterator[Message]:
    """A message and those that stand in it."""
    yield message
    for _, part in message.parts:
        if isinstance(part, Message):
            yield from messages_in(part)


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(CASES))) for path in STORIES])
def test_every_finding_of_a_story_has_all_its_parts(path: Path) -> None:
    for found in read_notebook(read_story(path)).diagnostics:
        assert str(found.message)
        for message in (*messages_in(found.message), *messages_in(found.hint)):
            names = {name for name, _ in message.parts}
            assert placeholders(message.plural or message.pattern) - {"num"} == names
            assert placeholders(message.pattern) - {"num"} <= names
            assert bool(message.told(marked, marked_many)) == bool(message)


def marked(text: str) -> str:
    return f"«{text}»"


def marked_many(one: str, many: str, number: int) -> str:
    return marked(one if number == 1 else many)


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `say` and `say_many` in the program, with its place."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        if not re.search(r"^from notesite\.model\.message import .*\bsay", text, re.MULTILINE):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and name_of(node) in ("say", "say_many"):
                yield f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}:{node.col_offset}", node


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


CALLS = dict(calls())


def test_the_program_has_much_to_say() -> None:
    assert len(CALLS) > 90


@pytest.mark.parametrize("place", CALLS)
def test_what_is_said_stands_whole_in_the_code_with_all_its_parts(place: str) -> None:
    call = CALLS[place]
    is_many = name_of(call) == "say_many"
    patterns = [
        each.value
        for each in call.args[: 2 if is_many else 1]
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    names = {each.arg for each in call.keywords if each.arg}
    assert len(patterns) == (2 if is_many else 1), f"{place} says what no catalogue can find"
    assert placeholders(patterns[-1]) - {"num"} == names, place
    for pattern in patterns:
        assert placeholders(pattern) - {"num"} <= names
        if names or is_many:
            assert pattern % {**dict.fromkeys(names, "x"), "num": "2"}
