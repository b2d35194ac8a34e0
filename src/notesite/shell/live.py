"""What open pages are told while a site is served: what has changed, and what is wrong.

Each change has a mark. A page says up to which it knows, when it is opened and when it comes back to a
connection that broke, and is told what it missed.
"""

import json
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from queue import SimpleQueue
from typing import Any, Literal

from notesite.shell.publish import Published

Kind = Literal["problem", "gone"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Words to lay over every open page, already in the site's language; `link` leads to more of it.

    A reader who closed one is shown it again only under another `id`.
    """

    kind: Kind
    id: str
    title: str
    text: str
    hint: str
    close: str
    link: str = ""
    link_text: str = ""


class Live:
    """The open pages of a site that is served; of use to any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.name, self._number = secrets.token_hex(4), 0
        self._touched: dict[str, int] = {}
        self._notice: Notice | None = None
        self._listeners: set[SimpleQueue[bytes]] = set()

    @property
    def mark(self) -> str:
        """The mark of the last change."""
        return f"{self.name}-{self._number}"

    def changed(self, published: Published) -> None:
        """Tell every page what was written and removed."""
        with self._lock:
            self._number += 1
            routes = (*published.changed, *published.new, *published.removed)
            self._touched |= dict.fromkeys(routes, self._number)
            data = {"changed": published.changed, "new": published.new, "removed": published.removed}
            self._send("change", data)

    def notice(self, notice: Notice | None) -> None:
        """Lay words over every page, those that are opened later too; None takes them away."""
        with self._lock:
            before, self._notice = self._notice, notice
            if notice != before:
                self._send(*_told(notice))

    @contextmanager
    def listening(self, since: str) -> Iterator["SimpleQueue[bytes]"]:
        """The events for one page that knows what happened up to a mark, beginning with what it missed."""
        queue: SimpleQueue[bytes] = SimpleQueue()
        with self._lock:
            queue.put(b"retry: 1000\n\n")
            if since != self.mark:
                queue.put(_event("change", self._missed(since), self.mark))
            queue.put(_event(*_told(self._notice), self.mark))
            self._listeners.add(queue)
        try:
            yield queue
        finally:
            with self._lock:
                self._listeners.discard(queue)

    def _missed(self, since: str) -> dict[str, Any]:
        """What changed after a mark; everything where it is none of ours."""
        name, _, number = since.partition("-")
        if name != self.name or not number.isdecimal():
            return {"all": True}
        return {"changed": [route for route, last in self._touched.items() if last > int(number)]}

    def _send(self, kind: str, data: Mapping[str, Any]) -> None:
        for queue in self._listeners:
            queue.put(_event(kind, data, self.mark))


def _told(notice: Notice | None) -> tuple[str, dict[str, Any]]:
    """A notice as an event; `fine` where there is none."""
    return (notice.kind, asdict(notice)) if notice else ("fine", {})


def _event(kind: str, data: Mapping[str, Any], mark: str) -> bytes:
    """An event as it is sent (HTML, Server-sent events): JSON has no line breaks that would end it."""
    return f"id: {mark}\nevent: {kind}\ndata: {json.dumps(data)}\n\n".encode()
