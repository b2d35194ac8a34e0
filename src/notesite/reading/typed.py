"""Front matter values typed by their field: the one reader through which every card takes its keys."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from notesite.model.cards import Dated
from notesite.model.dates import PartialDate, Yearly, parse_date, parse_yearly
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import NOTHING, Message, say
from notesite.model.text import fold, key_of
from notesite.model.values import Field, Kind, Value
from notesite.reading.fields import specs_by_key
from notesite.reading.values import value_of
from notesite.reading.wikilinks import is_only_links, without_links

YES = ("true", "yes", "on", "1", "sì", "si", "y", "vero")
NO = ("false", "no", "off", "0", "n", "falso")

Named = dict[str, list[Field]]

_DATE_HINT = say("write YYYY-MM-DD, such as 2026-11-24")


@dataclass(slots=True)
class TypedHeader:
    """A note's keys, taken one by one; what no card takes, or what cannot be read, is `extra`.

    `fields` are the front matter's, `inline` those of the body, which the front matter beats.
    """

    kind: Kind
    fields: list[Field]
    inline: list[Field]
    day_first: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _taken: set[int] = field(default_factory=set)
    _shown: set[int] = field(default_factory=set)
    _written: list[Named] = field(default_factory=list)
    _meant: list[Named] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._drop_repeated()
        self._sort()

    def _drop_repeated(self) -> None:
        """Of a key written twice the last with a value counts."""
        last: dict[str, int] = {}
        for index, each in enumerate(self.fields):
            folded = key_of(each.key)
            earlier = last.get(folded)
            if earlier is None:
                last[folded] = index
                continue
            message = say("the key %(key)s is written twice; the last value counts", key=each.key)
            first = self.fields[earlier].origin.line
            hint = say("delete one of the two (the other is in line %(line)s)", line=first)
            self.diagnostics.append(Diagnostic("key-twice", message, each.origin, hint))
            if has_value(each):
                last[folded] = index
        keep = set(last.values())
        self.fields = [each for index, each in enumerate(self.fields) if index in keep]

    def _sort(self) -> None:
        """The fields that have a value, by their key as written and by the canonical key that it means."""
        specs = specs_by_key(self.kind)
        for group in (self.fields, self.inline):
            written: Named = {}
            meant: Named = {}
            for each in filter(has_value, group):
                folded = key_of(each.key)
                written.setdefault(folded, []).append(each)
                if spec := specs.get(folded):
                    meant.setdefault(spec.key, []).append(each)
            self._written.append(written)
            self._meant.append(meant)

    def candidates(self, *words: str) -> Iterator[Field]:
        """The fields that one of these words names, front matter first, in the order of the words."""
        for written in self._written:
            for word in words if written else ():
                yield from written.get(key_of(word), ())

    def find(self, key: str) -> Field | None:
        """The field for a canonical key: that key itself, else the first synonym in the file."""
        for meant in self._meant:
            if named := self._named(meant, key) if key in meant else None:
                own = (each for each in named if key_of(each.key) == key_of(key))
                return self.take(next(own, named[0]))
        return None

    def _named(self, meant: Named, key: str) -> list[Field]:
        """The fields that mean a canonical key and are not taken yet, in their order."""
        return [each for each in meant.get(key, ()) if id(each) not in self._taken]

    def take(self, found: Field) -> Field:
        """The field, marked as used."""
        self._taken.add(id(found))
        return found

    def show(self, found: Field) -> None:
        """Also list the field as it is written, since not all of it could be used."""
        self._shown.add(id(found))

    def report(self, code: str, message: Message, value: Value | Field, hint: Message = NOTHING) -> None:
        """Add a diagnostic at a value's place."""
        self.diagnostics.append(Diagnostic(code, message, value.origin, hint))

    def values(self, key: str) -> tuple[Value, ...]:
        """Every value of a list; links that only commas part are several. Body fields add to some lists."""
        found = self.find(key)
        if found is None:
            return ()
        same = [found]
        if found in self.inline or key in ("needs", "offers"):
            same += [self.take(each) for each in self._named(self._meant[1], key)]
        if any(each.is_map or each.rows for each in same):
            message = say("%(key)s is a set of keys, where a list of texts is expected", key=found.key)
            self._misshapen(found, message, say("write a list of texts"))
            return ()
        return tuple(part for each in same for value in each.values for part in _parts(value))

    def texts(self, key: str) -> tuple[str, ...]:
        """Every value of a list, links as their labels."""
        return tuple(without_links(value.text) for value in self.values(key))

    def value(self, key: str) -> Value | None:
        """The value of a key that takes one; of several, the first."""
        found = self.find(key)
        return self.first(found) if found else None

    def first(self, found: Field) -> Value | None:
        """A field's only value; reports `value-several` and `value-shape`."""
        if found.is_map or found.rows:
            message = say("%(key)s is a set of keys, where a single value is expected", key=found.key)
            self._misshapen(found, message, say("write a single value"))
            return None
        if len(found.values) > 1:
            message = say("%(key)s has several values; the first is used", key=found.key)
            self.report("value-several", message, found)
            self.show(found)
        return found.values[0]

    def text(self, key: str) -> str:
        """A single value as text, links as their labels; empty where there is none."""
        value = self.value(key)
        return without_links(value.text) if value else ""

    def date(self, key: str, *, needs_day: bool = False) -> Dated | None:
        """A single date; reports `date-unreadable`, and `date-imprecise` where a day is needed."""
        value = self.value(key)
        if value is None:
            return None
        on = self.partial(value)
        if on is None:
            message = say("%(text)r is no date", text=value.text)
            self.report("date-unreadable", message, value, _DATE_HINT)
            self.show_value(value)
            return None
        if needs_day and on.exact is None:
            message = say("%(date)s has no day, so it is not used", date=value.text)
            self.report("date-imprecise", message, value, _DATE_HINT)
            self.show_value(value)
            return None
        return Dated(on, value.origin)

    def partial(self, value: Value) -> PartialDate | None:
        """The date in a value, also as the link to a daily note."""
        return parse_date(without_links(value.text), day_first=self.day_first)

    def yearly(self, value: Value) -> Yearly | None:
        """The yearly day in a value; reports `date-unreadable`."""
        day = parse_yearly(without_links(value.text), day_first=self.day_first)
        if day is None:
            message = say("%(text)r is no day of the year", text=value.text)
            hint = say("write YYYY-MM-DD, or --MM-DD without the year")
            self.report("date-unreadable", message, value, hint)
            self.show_value(value)
        return day

    def choice(self, key: str, options: dict[str, str], default: str) -> str:
        """The option that a single value means; reports `value-unreadable`."""
        value = self.value(key)
        if value is None:
            return default
        chosen = options.get(fold(without_links(value.text)))
        if chosen is None:
            known = ", ".join(dict.fromkeys(each for each in options.values() if each))
            message = say("%(key)s %(text)r is not known", key=key, text=value.text)
            self.report("value-unreadable", message, value, say("write one of: %(words)s", words=known))
            self.show_value(value)
        return chosen or default

    def extra(self) -> tuple[Field, ...]:
        """The fields that no card took, and those that could not be used as they are written."""
        every = (*self.fields, *self.inline)
        return tuple(
            each
            for each in every
            if has_value(each) and (id(each) not in self._taken or id(each) in self._shown)
        )

    def _misshapen(self, found: Field, message: Message, hint: Message) -> None:
        first = found.rows[0][0][1] if found.rows and found.rows[0] else found
        self.report("value-shape", message, first, hint)
        self.show(found)

    def show_value(self, value: Value) -> None:
        """Also list the field that this value is of."""
        for each in (*self.fields, *self.inline):
            if value in each.values:
                self.show(each)


def has_value(found: Field) -> bool:
    """Whether anything is written for the key; empty, `~` and `null` are not."""
    return bool(found.values or found.map or found.rows)


def _parts(value: Value) -> Iterable[Value]:
    if len(value.links) > 1 and is_only_links(value.text):
        return [
            value_of(_written(link.target, link.anchor, link.label), value.origin) for link in value.links
        ]
    return (value,)


def _written(target: str, anchor: str, label: str) -> str:
    name = f"{target}#{anchor}" if anchor else target
    return f"[[{name}]]" if label == target else f"[[{name}|{label}]]"
