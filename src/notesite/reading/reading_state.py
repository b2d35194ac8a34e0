"""What has been read of a body so far, and where in it the reading stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from notesite.markup.lines import Line
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import NOTHING, Message
from notesite.model.note import Entry, Heading, Question, Task
from notesite.model.origin import Origin
from notesite.model.values import Field, Kind, Link


@dataclass(frozen=True, slots=True)
class Section:
    """A heading above the place that is being read, with the links in it."""

    level: int
    name: str
    links: tuple[int, ...]


@dataclass(slots=True)
class BodyReading:
    """What has been read of a body so far, and where the walk stands."""

    path: str
    kind: Kind
    first_line: int
    links: list[Link] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    items: list[tuple[int, ...]] = field(default_factory=list)
    inside_entry: list[bool] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)

    def is_under(self, names: Sequence[str]) -> bool:
        """Whether one of the headings above has one of these names."""
        return any(section.name in names for section in self.sections)

    def origin(self, line: Line) -> Origin:
        """Where a line stands in the file."""
        return Origin(self.path, self.first_line + line.number)

    def report(self, code: str, message: Message, line: Line, hint: Message = NOTHING) -> None:
        """Add a diagnostic at a line."""
        self.diagnostics.append(Diagnostic(code, message, self.origin(line), hint))

    def prefer_contacts(self, links: Sequence[int]) -> None:
        """Let these links lead to contacts before any other note."""
        for index in links:
            self.links[index] = replace(self.links[index], prefers=Kind.CONTACT)
