"""Where every note, tag, organisation and attachment has its place on the site."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from slugify import slugify

from notesite.model.network import Network

LONGEST = 80
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)))
)


@dataclass(frozen=True, slots=True)
class Routes:
    """Routes by path of a note or attachment, and by key of a tag, place or organisation.

    The key of an organisation that has a note leads to that note's route. `letters` are the pages of the
    table of contacts, by the letter.
    """

    notes: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)


def routes_of(network: Network) -> Routes:
    """The route of everything in a network that has one."""
    org_notes = {org.path: key for key, org in network.organisations.items() if org.path}
    names = {key: org.name for key, org in network.organisations.items() if not org.path}
    by_folder: dict[str, dict[str, str]] = {"contacts": {}, "events": {}, "notes": {}}
    orgs = {**{path: stem(path) for path in org_notes}, **{_bare(key): name for key, name in names.items()}}
    for path in network.notes:
        if path not in org_notes:
            by_folder[folder_of(path, network)][path] = stem(path)
    notes = {
        path: route for folder, names_ in by_folder.items() for path, route in _named(folder, names_).items()
    }
    placed = _named("organisations", orgs)
    return Routes(
        notes={**notes, **{path: placed[path] for path in org_notes}},
        tags=_named("tags", {key: key for key in network.tags}),
        places=_named("places", {key: key for key in network.places}),
        organisations={key: placed[org.path or _bare(key)] for key, org in network.organisations.items()},
        files=_files(network.attachments),
    )


def letter_routes(letters: Sequence[str]) -> dict[str, str]:
    """The routes of the table of contacts by letter: the first has the name that all links know.

    Those of other scripts say which one they are, as several have one slug: contacts-zh-u416.html.
    """
    return {
        letter: f"contacts-{_letter_name(letter)}.html" if number else "contacts.html"
        for number, letter in enumerate(letters)
    }


def _letter_name(letter: str) -> str:
    if letter.isascii():
        return slug(letter) or "other"
    codes = "-".join(f"u{ord(each):x}" for each in letter)
    return f"{slug(letter)}-{codes}".strip("-")


def further(route: str, number: int) -> str:
    """The route of a further page of what begins at a route.

    In a folder two dashes set the number off, which no slug has: there may be a tag x-2 beside the tag x.
    """
    dashes = "--" if "/" in route else "-"
    return route if number == 1 else f"{route.removesuffix('.html')}{dashes}{number}.html"


def period_route(name: str) -> str:
    """The route of a year or month of the timeline."""
    return f"timeline-{name}.html"


def folder_of(path: str, network: Network) -> str:
    """The folder of a note's page by its kind."""
    if path in network.contacts:
        return "contacts"
    return "events" if path in network.events else "notes"


def stem(path: str) -> str:
    """A file's name without its folder and ending."""
    return path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2]


def slug(text: str) -> str:
    """A text as a name of `a-z`, `0-9` and `-`; empty where nothing of it remains."""
    return str(slugify(text, max_length=LONGEST))


def relative(route: str, target: str) -> str:
    """The address of a route as a page at another route links to it."""
    folder = route[: route.rfind("/") + 1]
    return target[len(folder) :] if target.startswith(folder) else "../" * folder.count("/") + target


def _bare(key: str) -> str:
    """The key of an organisation without a note, apart from every path."""
    return f"org\0{key}"


def _named(folder: str, texts: Mapping[str, str], ending: str = ".html") -> dict[str, str]:
    """A route for each key: the first of those with one slug keeps it, the others add a hash of their key."""
    return {key: f"{folder}/{name}{ending}" for key, name in _unique(texts).items()}


def _unique(texts: Mapping[str, str]) -> dict[str, str]:
    plain: dict[str, str] = {}
    clashing: list[tuple[str, str]] = []
    taken: set[str] = set()
    for key, text in sorted(texts.items()):
        name = slug(text)
        if not name or name in taken or name in RESERVED:
            clashing.append((key, name or "note"))
        else:
            taken.add(name)
            plain[key] = name
    for key, name in clashing:
        plain[key] = next(each for each in _suffixed(key, name) if each not in taken)
        taken.add(plain[key])
    return plain


def _suffixed(key: str, name: str) -> Iterable[str]:
    digest = blake2b(key.encode("utf-8", "surrogatepass")).hexdigest()
    yield from (f"{name}-{digest[:length]}" for length in range(6, len(digest)))


def _files(paths: Iterable[str]) -> dict[str, str]:
    """Routes of attachments, which keep their ending."""
    by_ending: dict[str, dict[str, str]] = {}
    for path in paths:
        ending = slug(path.rpartition("/")[2].rpartition(".")[2])[:10] if "." in path else ""
        by_ending.setdefault(f".{ending}" if ending else "", {})[path] = stem(path)
    return {
        path: route
        for ending, texts in sorted(by_ending.items())
        for path, route in _named("files", texts, ending).items()
    }
