"""What happens while a notebook is served."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from notesite.model.diagnostic import Diagnostic
from notesite.model.message import Message
from notesite.shell.report import Report


@dataclass(frozen=True, slots=True)
class Started:
    """The notebook is watched, and its site is served at this address."""

    address: str


@dataclass(frozen=True, slots=True)
class Built:
    """A build is done; `changed` names what it was for, and is empty where no file was what it was for.

    `new` are the errors and warnings that the build before did not have; of the first build, all.
    """

    changed: frozenset[str]
    report: Report
    new: tuple[Diagnostic, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Failed:
    """A build failed; the site is as it was."""

    message: Message
    hint: Message


@dataclass(frozen=True, slots=True)
class Gone:
    """The notes folder is gone; the site is as it was."""

    notes: Path


@dataclass(frozen=True, slots=True)
class Polling:
    """The system has no watches left, so that changes are looked for once a second."""


Happening = Started | Built | Failed | Gone | Polling
Tell = Callable[[Happening], None]
