"""The page of a note that was just saved, before the whole site is built: one looks at it while writing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from notesite.model.values import Kind
from notesite.pages.page import Page
from notesite.pages.render import rendered
from notesite.pages.theme import Theme
from notesite.reading.linking import with_note
from notesite.reading.notes import read_note
from notesite.reading.tracing import face_of
from notesite.shell.disk import NOTE_ENDINGS, read_source
from notesite.shell.notebooks import Notebook
from notesite.shell.places import Places
from notesite.shell.publish import opened
from notesite.shell.remembered import Recalled
from notesite.shell.staging import stage, take
from notesite.views.derive import Views, derive


@dataclass(frozen=True, slots=True)
class Warm:
    """What a build has at its end: the notebook as it was read, the theme, and the page of each note."""

    places: Places
    notebook: Notebook
    views: Views
    theme: Theme
    pages: Mapping[str, Page]


@dataclass(slots=True)
class Kept:
    """What serving keeps from one build to the next; `warm` is None before the first."""

    recalled: Recalled = field(default_factory=Recalled)
    warm: Warm | None = None


def quick_page(warm: Warm, path: str) -> str:
    """Write the page of a note that has changed, and tell its route; empty where that waits for the build.

    So it does where the note is new, or has another name or kind. Whatever other pages say of it is as it
    was, and so is what is wrong in it: the build that follows makes both right.
    """
    page, network = warm.pages.get(path), warm.notebook.network
    if page is None or not path.endswith(NOTE_ENDINGS):
        return ""
    settings, output = warm.places.settings, warm.places.output
    note = read_note(read_source(warm.places.notes, path), settings).value
    if note is None or face_of(note) != network.faces[path]:
        return ""
    changed = with_note(network, warm.notebook.linking, note, settings)
    views = derive(changed, warm.notebook.diagnostics, warm.views.index.today, settings)
    page = replace(page, view=_view(views, note.kind, path))
    html = rendered(page, page.view(), warm.theme)
    with opened(output):
        staged = stage(output, page.route, html)
        if staged is None or staged.is_new:
            return ""
        take(output, staged, output / page.route)
    return page.route


def _view(views: Views, kind: Kind, path: str) -> Callable[[], object]:
    if kind is Kind.CONTACT:
        return partial(views.contact, path)
    return partial(views.event if kind is Kind.EVENT else views.note, path)
