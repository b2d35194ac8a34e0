"""The settings file, notesite.toml: every key is optional, and an unknown one is an error."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from notesite.model.dates import Cadence, parse_cadence
from notesite.model.errors import NotesiteError
from notesite.model.message import Message, say
from notesite.model.settings import KindWords, Me, Settings
from notesite.model.text import fold
from notesite.model.values import Kind

LANGUAGES = ("en", "it")

KEYS: Mapping[str, str] = {
    "title": "the site's name",
    "language": "en or it: of the site and of dates in the notes",
    "notes": "the notes folder, relative to this file",
    "output": "the folder that the site is built into, relative to this file",
    "today": "a pinned date, such as 2026-11-24, for a sample or a talk",
    "today-rows": "how many people the Today page shows at most (5)",
    "ignore": 'files and folders to leave out, as globs: ["Archive/*", "*.draft.md"]',
    "journal-contact": 'which links of a journal count as contact: "met" (the default) or "any"',
    "no-reply-days": "after how many days an unanswered message is worth a nudge (10)",
    "thanks-days": "within how many days a favour is thanked (3)",
    "prepare-days": "how many days before an event it is to be prepared (3)",
    "announce-days": "how many days ahead birthdays are announced (7)",
    "linkedin-limit": "how many characters an invitation may have (200; 300 for paid accounts)",
    "circles": "a table of circles with their cadences",
    "tags": "a table of tags with their cadences",
    "kinds": "a table of kinds, each with further folders, tags and types",
    "me": "a table with your name and emails",
}
_DEFAULTS = Settings()
_ME = ("name", "emails")
_KIND = ("folders", "tags", "types")


class SettingsError(NotesiteError):
    """A settings file that cannot be used; the message names file and line."""


def read_settings(text: str, path: str) -> Settings:
    """The settings that a notesite.toml writes. Raises SettingsError with the file, the line and the fix."""
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = say("%(file)s: %(reason)s", file=path, reason=error)
        raise SettingsError(message, say("see docs/settings.md for an example")) from error
    return _Reader(table, text, path).settings()


class _Reader:
    """Takes the keys of a settings table one by one, each with its type."""

    def __init__(self, table: dict[str, Any], text: str, path: str) -> None:
        self._table = table
        self._text = text
        self._path = path

    def settings(self) -> Settings:
        self._only(self._table, KEYS, "")
        language = self._text_of("language", "en")
        if language not in LANGUAGES:
            message = say("%(text)r is no language of the site", text=language)
            raise self._error("language", message, say("write en or it"))
        journal = self._text_of("journal-contact", "met")
        if journal not in ("met", "any"):
            message = say("%(text)r is not known", text=journal)
            raise self._error("journal-contact", message, say("write met or any"))
        return Settings(
            title=self._text_of("title", _DEFAULTS.title),
            notes=self._text_of("notes", ""),
            output=self._text_of("output", ""),
            language=language,
            today=self._day("today"),
            today_rows=self._count("today-rows", _DEFAULTS.today_rows),
            no_reply_days=self._count("no-reply-days", _DEFAULTS.no_reply_days),
            thanks_days=self._count("thanks-days", _DEFAULTS.thanks_days),
            prepare_days=self._count("prepare-days", _DEFAULTS.prepare_days),
            announce_days=self._count("announce-days", _DEFAULTS.announce_days),
            linkedin_limit=self._count("linkedin-limit", _DEFAULTS.linkedin_limit, 1000),
            ignore=self._texts(self._table, "ignore"),
            circles={**_DEFAULTS.circles, **self._cadences("circles")},
            tags=self._cadences("tags"),
            kinds=self._kinds(),
            journal_contact_any=journal == "any",
            me=self._me(),
        )

    def _error(self, key: str, message: Message, hint: Message) -> SettingsError:
        found = re.search(rf"^[ \t]*\[?[\w.\-\"' ]*\b{re.escape(key)}\b", self._text, re.MULTILINE)
        line = self._text.count("\n", 0, found.start()) + 1 if found else 1
        place = f"{self._path}:{line}"
        return SettingsError(say("%(place)s: %(message)s", place=place, message=message), hint)

    def _only(self, table: Mapping[str, Any], known: Mapping[str, str] | tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key.casefold().replace("_", "-"), list(known), 1, 0.5)
                every = say("the keys are: %(keys)s", keys=", ".join(known))
                hint = say("did you mean %(word)s?", word=near[0]) if near else every
                raise self._error(key, say("%(key)s is no setting", key=f"{where}{key}"), hint)

    def _text_of(self, key: str, default: str) -> str:
        value = self._table.get(key, default)
        if not isinstance(value, str):
            raise self._error(key, say("%(key)s takes a text", key=key), say('write %(key)s = "…"', key=key))
        return value

    def _texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            message = say("%(key)s takes a list of texts", key=key)
            raise self._error(key, message, say('write %(key)s = ["…", "…"]', key=key))
        return tuple(values)

    def _subtable(self, key: str) -> dict[str, Any]:
        value = self._table.get(key, {})
        if not isinstance(value, dict):
            message = say("%(key)s takes a table", key=key)
            hint = say("write [%(key)s] on a line of its own, then its keys", key=key)
            raise self._error(key, message, hint)
        return value

    def _day(self, key: str) -> date | None:
        value = self._table.get(key)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                value = False
        if isinstance(value, datetime):
            value = value.date()
        if value is not None and not isinstance(value, date):
            message = say("%(key)s takes a date", key=key)
            raise self._error(key, message, say("write %(key)s = 2026-11-24", key=key))
        return value

    def _count(self, key: str, default: int, most: int = 100) -> int:
        value = self._table.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            message = say("%(key)s takes a number from 1 to %(most)s", key=key, most=most)
            raise self._error(key, message, say("write %(key)s = %(number)s", key=key, number=default))
        return value

    def _cadences(self, key: str) -> dict[str, Cadence]:
        found: dict[str, Cadence] = {}
        for name, value in self._subtable(key).items():
            cadence = parse_cadence(str(value)) if isinstance(value, (str, int)) else None
            if cadence is None:
                message = say("%(value)s is no cadence", value=repr(value))
                hint = say('write %(name)s = "6 weeks", "monthly" or "2m"', name=name)
                raise self._error(name, message, hint)
            found[fold(name)] = cadence
        return found

    def _kinds(self) -> dict[Kind, KindWords]:
        table = self._subtable("kinds")
        self._only(table, tuple(kind.value for kind in Kind), "kinds.")
        found: dict[Kind, KindWords] = {}
        for name, words in table.items():
            if not isinstance(words, dict):
                message = say("%(key)s takes a table", key=f"kinds.{name}")
                hint = say('write [%(key)s], then folders = ["…"]', key=f"kinds.{name}")
                raise self._error(name, message, hint)
            self._only(words, _KIND, f"kinds.{name}.")
            found[Kind(name)] = KindWords(*(self._texts(words, each) for each in _KIND))
        return found

    def _me(self) -> Me:
        table = self._subtable("me")
        self._only(table, _ME, "me.")
        name = table.get("name", "")
        if not isinstance(name, str):
            message = say("%(key)s takes a text", key="me.name")
            raise self._error("name", message, say('write %(key)s = "…"', key="name"))
        return Me(name, self._texts(table, "emails"))
