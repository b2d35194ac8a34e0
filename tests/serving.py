"""A notebook that is served while a test changes it, and what its open pages are told."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from queue import Queue
from typing import Any, TypeVar

from watchdog.observers import Observer

from notesite.model.settings import Settings
from notesite.shell.happenings import Happening, Started
from notesite.shell.loopback import Server
from notesite.shell.serve import Asked, serving
from notesite.shell.watch import NewObserver
from tests.notebooks import NEVER_SO_LONG, TODAY

H = TypeVar("H", bound=Happening)


@dataclass
class Served:
    """What happens, in its order, and the server."""

    server: Server
    happenings: "Queue[Happening]"
    seen: list[Happening] = field(default_factory=list)

    def until(self, kind: type[H], has: Callable[[H], object] = lambda _: True) -> H:
        """The next that is of this kind and has something."""
        while True:
            self.seen.append(happening := self.happenings.get(timeout=NEVER_SO_LONG))
            if isinstance(happening, kind) and has(happening):
                return happening

    def get(self, target: str) -> tuple[int, str]:
        """The status and the text of an address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=NEVER_SO_LONG)
        try:
            connection.request("GET", target)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


@dataclass
class Stream:
    """What an open page is told."""

    answer: http.client.HTTPResponse

    def until(self, kind: str) -> dict[str, Any]:
        """The data of the next event of a kind."""
        current = ""
        for line in self.answer:
            text = line.decode().rstrip("\n")
            if text.startswith("event: "):
                current = text.removeprefix("event: ")
            elif text.startswith("data: ") and current == kind:
                found: dict[str, Any] = json.loads(text.removeprefix("data: "))
                return found
        raise AssertionError(f"the stream ended without {kind}")

    def routes(self) -> set[str]:
        """The routes of the next change that has any."""
        while True:
            data = self.until("change")
            if found := {route for routes in data.values() for route in routes}:
                return found


def pinned(settings: Settings) -> date:
    """The day that the settings pin, else always the same."""
    return settings.today or TODAY


@contextmanager
def served(
    notes: Path,
    output: Path | None = None,
    new_observer: NewObserver = Observer,
    start: Path | None = None,
    today: Callable[[Settings], date] = pinned,
) -> Iterator[Served]:
    """A notebook, served and watched until the test is over."""
    happenings: Queue[Happening] = Queue()
    asked = Asked(start or notes, None if start else notes, output, today)
    with serving(asked, happenings.put, 0, new_observer) as found:
        thread = threading.Thread(target=found.run)
        thread.start()
        try:
            served = Served(found.server, happenings)
            served.until(Started)
            yield served
        finally:
            found.end()
            thread.join(NEVER_SO_LONG)
    assert not thread.is_alive()


@contextmanager
def stream(served: Served) -> Iterator[Stream]:
    """The events of a page that knows of everything so far."""
    connection = http.client.HTTPConnection("127.0.0.1", served.server.port, timeout=NEVER_SO_LONG)
    try:
        target = f"/.events?since={served.server.live.mark}"
        connection.request("GET", target, headers={"Sec-Fetch-Site": "same-origin"})
        found = Stream(connection.getresponse())
        assert found.answer.status == 200
        yield found
    finally:
        connection.close()
