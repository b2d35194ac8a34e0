"""Compare notesite with other generators on the same notes, all as whole processes, in turns.

python benchmarks/compare.py --install FOLDER                       1,000 contacts, what can be installed
python benchmarks/compare.py --contacts 1000 10000 --rounds 3       other sizes, what is on the path
python benchmarks/compare.py --contacts --curve 100 1000 10000      notesite alone, at growing sizes
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.generators import PEERS, Generator, Recipe, found, install, notesite
from benchmarks.measure import CommandError
from benchmarks.picture import picture
from benchmarks.serving import can_serve, save_to_page
from benchmarks.sites import STEPS, Site, lay_out
from benchmarks.telling import Comparison, Machine, Point, Row, document, tables

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, and print it or write it."""
    asked = _parser().parse_args(arguments)
    here, missing = _generators(asked.install) if asked.contacts else ([notesite()], [])
    with _workplace() as folder:
        comparisons = [_comparison(here, size, asked.rounds, folder) for size in asked.contacts]
        curve = [_point(here[0], size, asked.rounds, folder) for size in sorted(asked.curve)]
        machine = _machine(folder, asked.rounds)
    names = [recipe.name for recipe in missing]
    print(tables(comparisons, curve, machine, names))
    if asked.write:
        pictured = comparisons[-1] if comparisons else None
        asked.write.write_text(document(comparisons, curve, machine, names, pictured=bool(pictured)), "utf-8")
        if pictured:
            asked.write.with_suffix(".svg").write_text(picture(pictured), "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--contacts", type=int, nargs="*", default=[1000], metavar="N", help="sizes to compare at"
    )
    parser.add_argument(
        "--curve", type=int, nargs="+", default=[], metavar="N", help="sizes for notesite alone"
    )
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each step is taken")
    parser.add_argument(
        "--install", type=Path, metavar="DIR", help="install the others into DIR, where they are not"
    )
    parser.add_argument(
        "--write",
        type=Path,
        nargs="?",
        const=ROOT / "docs" / "benchmarks.md",
        metavar="FILE",
        help="write the page and its picture (docs/benchmarks.md and .svg)",
    )
    return parser


def _generators(folder: Path | None) -> tuple[list[Generator], list[Recipe]]:
    """The generators that are here, notesite first, and the recipes of those that are not."""
    here, missing = [notesite()], []
    for recipe in PEERS:
        why = install(recipe, folder) if folder else "it is not on the path"
        if generator := found(recipe, folder):
            here.append(generator)
        else:
            missing.append(recipe)
            _say(f"{recipe.name} is left out: {why}")
    return here, missing


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder to work in: of memory where there is one, so that the disk has no say."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def _machine(folder: Path, rounds: int) -> Machine:
    in_memory = folder.is_relative_to(MEMORY)
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return Machine(processors, time.strftime("%Y-%m-%d"), in_memory, rounds)


def _comparison(here: Sequence[Generator], size: int, rounds: int, folder: Path) -> Comparison:
    """Every generator on a corpus of so many contacts."""
    with _sites(here, size, folder) as sites:
        proven = [site for site in sites if _proves(site)]
        for number in range(rounds):
            _say(f"{size} contacts, round {number + 1} of {rounds}")
            for step in STEPS:
                for site in proven:
                    site.step(step)
        saved = _saved(proven, rounds)
        rows = tuple(_row(site) for site in proven)
        failed = tuple(site.generator.recipe.name for site in sites if site not in proven)
        return Comparison(size, sites[0].notes, rows, failed, saved)


def _point(generator: Generator, size: int, rounds: int, folder: Path) -> Point:
    """Notesite alone on a corpus of so many contacts."""
    with _sites([generator], size, folder) as (site,):
        _say(f"{size} contacts, notesite alone")
        site.prove()
        for _ in range(rounds):
            for step in STEPS:
                site.step(step)
        return Point(size, site.notes, _row(site))


@contextmanager
def _sites(generators: Sequence[Generator], size: int, folder: Path) -> Iterator[list[Site]]:
    """Each generator with its copy of a corpus, for as long as they are needed."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        write_corpus(place / "corpus", size)
        yield [lay_out(each, place / "corpus", place / each.recipe.command) for each in generators]


def _proves(site: Site) -> bool:
    """Whether a generator does what is to be timed; says why where it does not."""
    try:
        site.prove()
    except CommandError as error:
        _say(f"{site.generator.recipe.name} is left out: {error}")
        return False
    return True


def _row(site: Site) -> Row:
    medians = {step: median(times) for step, times in site.seconds.items()}
    return Row(
        site.generator.recipe.name,
        site.generator.version,
        medians,
        site.mebibytes,
        site.pages,
        site.size / 1024**2,
    )


def _saved(sites: Sequence[Site], rounds: int) -> float | None:
    """The seconds from a save to its page, where notesite is among the sites and can serve."""
    for site in sites:
        if site.generator.recipe.command == "notesite" and can_serve(site):
            saved = save_to_page(site, rounds)
            if saved is None:
                _say("notesite serve brought no page, or ended")
            return saved
    _say("this notesite has no serve")
    return None


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
