"""Why the system refused is told without a path, and in the language of whoever reads it."""

import errno
import os

import pytest

from notesite.model.message import Message
from notesite.pages.sentences import told
from notesite.shell.catalogues import catalogue
from notesite.shell.disk import reason


def in_italian(message: Message) -> str:
    return told(catalogue("it"), message)


@pytest.mark.parametrize(
    ("number", "english", "italian"),
    [
        (errno.EACCES, "Permission denied", "permesso negato"),
        (errno.ENOSPC, "No space left on device", "spazio su disco esaurito"),
        (errno.EROFS, "Read-only file system", "disco in sola lettura"),
    ],
)
def test_a_refusal_is_told_in_the_readers_language(number: int, english: str, italian: str) -> None:
    found = reason(OSError(number, "anything", "/home/elena/notes"))
    assert (str(found), in_italian(found)) == (english, italian)


def test_a_rare_refusal_is_told_as_the_system_says_it() -> None:
    found = reason(OSError(errno.EXDEV, "anything", "/home/elena/notes"))
    assert str(found) == in_italian(found) == os.strerror(errno.EXDEV)


def test_a_refusal_without_a_number_is_its_own_words() -> None:
    assert str(reason(OSError("100% broken"))) == in_italian(reason(OSError("100% broken"))) == "100% broken"
