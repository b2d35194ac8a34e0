"""A generator with its own copy of the notes: built from nothing, built again, built after an edit."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.generators import Generator
from benchmarks.measure import CommandError, peak_of, seconds_of

STEPS = ("cold", "unchanged", "one edit")
"""What is timed, in this order: nothing there yet, the same again, a line added to one note."""


@dataclass(slots=True)
class Site:
    """A generator's folder with the note in it that is edited, and what was measured there.

    `seconds` has the times of each step, `mebibytes` the peak of memory; `pages` and `size`, in bytes, are
    what a build from nothing wrote for readers, without what the generator keeps for itself.
    """

    generator: Generator
    folder: Path
    notes: int
    edited: Path
    edits: int = 0
    page: Path | None = None
    seconds: dict[str, list[float]] = field(default_factory=lambda: {step: [] for step in STEPS})
    mebibytes: float | None = None
    pages: int = 0
    size: int = 0

    @property
    def output(self) -> Path:
        """Where the pages come out."""
        return self.folder / self.generator.recipe.output

    def command(self, *, again: bool = False) -> tuple[str, ...]:
        """The command of a first or a later build in this folder."""
        return tuple(
            part.replace("{folder}", str(self.folder)) for part in self.generator.command(again=again)
        )

    def forget(self) -> None:
        """Remove what earlier builds wrote, caches too."""
        for name in self.generator.recipe.written:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self) -> str:
        """Add a line to the end of a note; returns a word in it that no other line has."""
        self.edits += 1
        word = f"edit{self.edits}of{self.notes}"
        with self.edited.open("a", encoding="utf-8") as note:
            note.write(f"\nA line was added here: {word}.\n")
        return word

    def step(self, name: str) -> None:
        """Take one of the steps, and its time."""
        if name == "cold":
            self.forget()
        elif name == "one edit":
            self.edit()
        self.seconds[name].append(seconds_of(self.command(again=name != "cold"), self.folder))

    def prove(self) -> None:
        """Build from nothing and after an edit, untimed, noting the peak of memory.

        Raises CommandError where a note has no page or the edit is on none: then times would compare nothing.
        """
        self.forget()
        self.mebibytes = peak_of(self.command(), self.folder)
        kept = self.output / ".notesite"
        written = [path for path in self.output.rglob("*") if path.is_file() and kept not in path.parents]
        self.pages = sum(path.suffix == ".html" for path in written)
        self.size = sum(path.stat().st_size for path in written)
        if self.pages < self.notes:
            raise CommandError(f"{self.pages} pages of {self.notes} notes")
        word = self.edit()
        seconds_of(self.command(again=True), self.folder)
        self.page = next(pages_with(self.output, word), None)
        if self.page is None:
            raise CommandError("a line added to a note is on no page")


def pages_with(output: Path, word: str) -> Iterator[Path]:
    """The pages that have a word."""
    return (page for page in output.rglob("*.html") if word.encode() in page.read_bytes())


def lay_out(generator: Generator, corpus: Path, folder: Path) -> Site:
    """Give a generator its folder, with its own files and the notes of a corpus as it wants them."""
    recipe = generator.recipe
    notes = sorted(corpus.rglob("*.md"))
    for note in notes:
        _write(folder / recipe.notes / note.relative_to(corpus), recipe.translated(note.read_text("utf-8")))
    for name, text in recipe.files.items():
        _write(folder / name, text)
    contacts = [note for note in notes if note.parent.name == "contacts"]
    edited = folder / recipe.notes / contacts[len(contacts) // 2].relative_to(corpus)
    return Site(generator, folder, len(notes), edited)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
