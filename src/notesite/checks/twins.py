"""Notes that could be taken for one another."""

from collections import defaultdict
from collections.abc import Iterable

from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.network import Network
from notesite.model.origin import Origin
from notesite.model.text import fold


def file_twins(network: Network) -> Iterable[Diagnostic]:
    """Paths that differ only by case or Unicode form are one file on macOS and Windows."""
    by_folded: dict[str, list[str]] = defaultdict(list)
    for path in network.notes:
        by_folded[fold(path)].append(path)
    for paths in by_folded.values():
        for path in paths[1:]:
            message = say("this path differs from %(other)s only by case or Unicode form", other=paths[0])
            yield Diagnostic("file-twins", message, Origin(path), say("rename one of the two"))


def name_twins(network: Network) -> Iterable[Diagnostic]:
    """Two contacts of one name: a link by that name can mean either."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for path in network.contacts:
        by_name[fold(network.name_of(path) or "")].append(path)
    for paths in by_name.values():
        for path in paths[1:]:
            name = network.name_of(path)
            message = say("%(name)s is also the name of %(other)s", name=name, other=paths[0])
            hint = say("add something that tells them apart, such as a middle name or a place")
            yield Diagnostic("name-twice", message, Origin(path), hint)
