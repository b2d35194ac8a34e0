"""A notebook becomes a site: the seven stages, one after another.

gather → read → link → derive → plan → render → publish
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from notesite.shell.before import key_for, memory_of, rest_of, unchanged
from notesite.shell.collecting import undisturbed
from notesite.shell.disk import check_notes, gather
from notesite.shell.memory import ForgottenError, Memory
from notesite.shell.parallel import Progress, silent
from notesite.shell.places import Places
from notesite.shell.publish import check_output, intact, opened, settle, written_as
from notesite.shell.report import Report, as_told
from notesite.shell.staging import stage
from notesite.shell.themes import assets

if TYPE_CHECKING:
    from notesite.shell.quick import Kept

CALENDAR = "follow-ups.ics"
CUSTOM = "assets/custom.css"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a build goes about it: whom it tells how far it is, its processes, where it leaves what it had."""

    progress: Progress
    jobs: int
    kept: "Kept | None"


def build(
    places: Places,
    today: date,
    progress: Progress = silent,
    jobs: int = 1,
    *,
    fresh: bool = False,
    kept: "Kept | None" = None,
) -> Report:
    """Build the site of a notebook as of a day, with so many processes where that is worth it.

    What the last build knew is not worked out again, unless it is to be `fresh`. Where nothing has changed,
    it ends at once, unless it is to leave in `kept` what a build has at its end. Raises NotesiteError where
    the site cannot be written.
    """
    check_output(places.output, places.notes)
    check_notes(places.notes)
    manner = Manner(progress, jobs, kept)
    with opened(places.output) as began, undisturbed():
        if not fresh:
            with suppress(ForgottenError):
                return _built(places, today, memory_of(places, key_for(places.settings)), began, manner)
        return _built(places, today, memory_of(places, ""), began, manner)


def _built(places: Places, today: date, memory: Memory, began: int, manner: Manner) -> Report:
    """The build, given what the last one knew. Raises ForgottenError where that turns out to be broken."""
    there = intact(places.output, memory.files)
    gathered = gather(places.notes, places.settings.ignore, memory.is_same)
    rest = rest_of(places, today, gathered)
    if manner.kept is None and (remembered := unchanged(places.output, memory, gathered, rest, there)):
        return remembered
    from notesite.shell import stages  # noqa: PLC0415  # 0.3 s of imports, of no use to what has just ended

    output, progress, jobs = places.output, manner.progress, manner.jobs
    kept = manner.kept or stages.Kept()
    notebook = stages.notebook_of(gathered, places, memory, progress, jobs, kept.recalled)
    network = notebook.network
    views = stages.derive(network, notebook.diagnostics, today, places.settings, notebook.reads)
    static = assets(places.notes)
    css = CUSTOM in static
    theme = stages.theme_of(places, rest.theme)
    scene = stages.scene_of(today, network, theme, custom_css=css)
    routes, placed = stages.routes_for(network, memory)
    changed = stages.changed_since(memory, scene, notebook, routes)
    making = stages.Making(theme, output, memory, kept.recalled, changed, there, progress, jobs)
    site = stages.site_of(making, views, routes, places, custom_css=css)
    loose = {route: stage(output, route, data) for route, data in static.items()}
    files = {**loose, CALENDAR: stages.feed_in(making, site, views, CALENDAR), **site.files}
    pages = sum(route.endswith(".html") for route in files)
    report = stages.report_of(notebook, views, site, memory, pages)
    published = settle(output, files)
    learnt = stages.Learnt(
        key=key_for(places.settings),
        began=began,
        notes=notebook.learnt,
        records=notebook.records,
        files=written_as(output, files, {route: memory.files[route] for route in there}),
        rest=rest.key,
        report=as_told(report),
        attachments=gathered.files,
        scene=scene,
        day=today.isoformat(),
        units=site.units,
        given=site.given,
        pages=site.pages,
        said={
            stages.ROUTES: placed,
            stages.PROBLEMS: stages.as_record(notebook.diagnostics),
            stages.PLANNED: site.planned,
        },
    )
    stages.keep(memory, learnt)
    kept.warm = stages.Warm(places, notebook, views, theme, site.notes)
    return replace(report, published=published)
