"""The vCards of some contacts, on their own or in a file."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from notesite.exchange.vcard import vcards
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.network import Contact, Network
from notesite.model.text import tag_levels
from notesite.shell.disk import reason
from notesite.shell.naming import named
from notesite.shell.notebooks import read_notebook
from notesite.shell.parallel import default_jobs
from notesite.shell.places import Places
from notesite.views.derive import derive
from notesite.views.vcards import card_of, is_kept_back


def vcards_of(places: Places, names: Sequence[str], tags: Sequence[str]) -> tuple[str, int]:
    """The vCards of the contacts of these names, and of those with one of these tags, and how many there are.

    A contact who is private is only among them by name, and no value of a private key is. Raises
    NotesiteError for a name or tag that nobody has.
    """
    notebook = read_notebook(places, jobs=default_jobs())
    index = derive(notebook.network, (), date.min, places.settings).index
    named = (contact_named(notebook.network, name) for name in names)
    tagged = (each for tag in tags for each in _tagged(notebook.network, tag) if not is_kept_back(each))
    found = {each.path: each for each in (*named, *tagged)}
    return vcards(card_of(index, each) for each in found.values()), len(found)


def write_vcards(text: str, file: Path) -> None:
    """Write vCards into a file; one that exists is only replaced where it is a `.vcf`."""
    if file.exists() and file.suffix.casefold() != ".vcf":
        raise NotesiteError(say("%(path)s exists already", path=file), say("choose a name that ends in .vcf"))
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(text.encode("utf-8", "replace"))
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        message = say("%(path)s cannot be written: %(reason)s", path=file, reason=reason(error))
        raise NotesiteError(message) from error


def contact_named(network: Network, name: str) -> Contact:
    """The contact of that name, alias or path. Raises NotesiteError, with the nearest names, for none."""
    missing = say("no contact is called %(name)r", name=name)
    face = named((network.faces[path] for path in network.contacts), name, missing)
    return network.contacts[face.path]


def _tagged(network: Network, tag: str) -> Iterator[Contact]:
    """The contacts with a tag or one below it. Raises NotesiteError where there are none."""
    levels = tag_levels(tag.removeprefix("#"))
    found = network.tags.get(levels[-1][0]) if levels else None
    contacts = [network.contacts[path] for path in found.people] if found else []
    if not contacts:
        raise NotesiteError(
            say("no contact has the tag %(tag)s", tag=tag), say("see the page Tags of your site")
        )
    yield from contacts
