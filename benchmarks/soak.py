"""Edit notebooks at random, and see that a site built again and again equals one built at once.

python benchmarks/soak.py --steps 20000 --seed 1       as many steps, from a first seed on
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.soak_steps import Keeper

from notesite.model.errors import NotesiteError
from notesite.shell.build import build
from notesite.shell.places import Places, find_places
from notesite.shell.report import as_told

MEMORY = Path("/dev/shm")
STEPS_OF_A_SEED, STEPS_WITH_MANY = 150, 20
SHOWN_FILES, SHOWN_LINES = 6, 14
REFUSED = b"refused: "

Files = Mapping[str, bytes]


def main(arguments: Sequence[str] | None = None) -> int:
    """Take so many steps; 1 where a site was not as it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--steps", type=int, default=20_000, metavar="N", help="how many steps to take")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the seed of the first notebook")
    asked = parser.parse_args(arguments)
    began, done, seed, builds = time.monotonic(), 0, asked.seed, 0
    while done < asked.steps:
        with _notebook(seed) as keeper:
            for taken, difference in _taken(keeper, min(_steps(seed), asked.steps - done)):
                done, builds = done + taken, builds + 1
                if difference:
                    print(f"seed {seed}: after {done} steps a build differs", *keeper.did, sep="\n  ")
                    print(difference, flush=True)
                    return 1
        seconds = time.monotonic() - began
        print(f"seed {seed}: {done} steps, {builds} builds, {done / seconds:.1f} steps/s", flush=True)
        seed += 1
    return 0


def _steps(seed: int) -> int:
    return STEPS_WITH_MANY if _has_many(seed) else STEPS_OF_A_SEED


def _has_many(seed: int) -> bool:
    return seed % 10 == 0


@contextmanager
def _notebook(seed: int) -> Iterator[Keeper]:
    """The notebook of a seed, in memory where that is possible."""
    with tempfile.TemporaryDirectory(prefix="soak-", dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Keeper(Path(name), str(seed), many=_has_many(seed))


def _taken(keeper: Keeper, steps: int) -> Iterator[tuple[int, str]]:
    """After each few steps how many these were, and how the site differs from a clean one."""
    before = keeper.files()
    yield 0, _difference(keeper)
    while steps > 0:
        few = min(steps, keeper.chance.randint(1, 5))
        keeper.did.clear()
        for _ in range(few):
            keeper.step()
        steps -= few
        difference = _difference(keeper)
        if difference:
            _leave(keeper, before)
        before = keeper.files()
        yield few, difference


def _leave(keeper: Keeper, before: Files) -> None:
    """Write both notebooks of a difference to where somebody can look at them."""
    for name, files in (("before", before), ("after", keeper.files())):
        folder = Path(tempfile.gettempdir()) / "notesite-soak" / name
        shutil.rmtree(folder, ignore_errors=True)
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def _difference(keeper: Keeper) -> str:
    """How the site that is built now differs from a clean one; empty where it does not."""
    clean = keeper.site.with_name("clean")
    found = [_built(keeper, keeper.site, fresh=False), _built(keeper, clean, fresh=True)]
    one, other = (_files(site) for site in (keeper.site, clean))
    shutil.rmtree(clean, ignore_errors=True)
    if found[0] == found[1] and (one == other or found[0].startswith(REFUSED)):
        return ""  # a build that is refused leaves what is there
    told = [] if found[0] == found[1] else [f"the reports differ:\n{found[0]!r}\n{found[1]!r}"]
    paths = [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)]
    told += [f"{path}\n{_compared(one.get(path), other.get(path))}" for path in paths[:SHOWN_FILES]]
    return "\n".join((*told, *paths[SHOWN_FILES:]))


def _built(keeper: Keeper, output: Path, *, fresh: bool) -> bytes:
    """What a build tells, even where it refuses."""
    try:
        places = find_places(keeper.notes, keeper.notes, output)
        report = build(Places(places.notes, output, places.settings), keeper.day, jobs=1, fresh=fresh)
        return as_told(report)
    except NotesiteError as error:
        return REFUSED + repr(error).encode()


def _files(site: Path) -> Files:
    """The bytes of every file of a site but those by which notesite knows it."""
    found = {}
    for folder, folders, names in os.walk(site):
        folders[:] = [each for each in folders if each != ".notesite"]
        for name in names:
            file = Path(folder) / name
            found[file.relative_to(site).as_posix()] = file.read_bytes()
    return found


def _compared(one: bytes | None, other: bytes | None) -> str:
    if one is None or other is None:
        return "    only in the clean site" if one is None else "    only in the incremental site"
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (one, other))
    lines = list(unified_diff(before, after, "incremental", "clean", n=0, lineterm=""))
    return "\n".join(f"    {line[:300]}" for line in lines[:SHOWN_LINES])


if __name__ == "__main__":
    sys.exit(main())
