"""A server on this machine's own address, which only ever reads files that the build wrote."""

import errno
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from queue import Empty
from socketserver import TCPServer
from urllib.parse import parse_qs

from notesite.model.errors import NotesiteError
from notesite.model.message import NOTHING, Message, say
from notesite.shell.answering import HTML, LIVE_POLICY, PDF, SCRIPT, live_page, media_type, small_page
from notesite.shell.asking import LOOPBACK, may_ask, route_of
from notesite.shell.disk import reason
from notesite.shell.live import Live
from notesite.shell.themes import STATIC, shipped

EVENTS = ".events"
PORT = 8000
PORTS_TRIED = 20
HEARTBEAT = 15.0
"""Seconds after which a silent stream sends a comment, which shows whether the page is still there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The site that is served: its folder, the routes that its build wrote, and its language.

    `trouble` says why there is no site yet.
    """

    output: Path = Path()
    routes: frozenset[str] = frozenset()
    language: str = "en"
    trouble: Message = NOTHING


class Server(ThreadingHTTPServer):
    """A server of one site on this machine's own address. Raises OSError where the port is not to be had."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # there it would share a port that another server has

    def __init__(self, port: int, script: bytes) -> None:
        self.shown, self.live, self.script = Shown(), Live(), script
        self._thread: threading.Thread | None = None
        super().__init__((LOOPBACK, port), Handler)
        self.port: int = self.server_address[1]

    @property
    def address(self) -> str:
        """Where to point a browser."""
        return f"http://{LOOPBACK}:{self.port}/"

    def server_bind(self) -> None:
        """Bind, without asking the network for this machine's name as http.server does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def start(self) -> None:
        """Answer from now on, in a thread of its own; until then a browser waits."""
        if self._thread is None:
            self._thread = threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Answer no more, and give the port back."""
        if self._thread is not None:
            self.shutdown()
            self._thread.join()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that closes a connection is no error, and it asks again."""


@contextmanager
def listening(port: int | None = None) -> Iterator[Server]:
    """A server that has this port, else the first free one from 8000 on; it answers once it is started.

    Raises NotesiteError where the port is not to be had.
    """
    script = (shipped("templates", "templates") / STATIC / PurePosixPath(SCRIPT).name).read_bytes()
    server = _bound((port,) if port is not None else range(PORT, PORT + PORTS_TRIED), script)
    try:
        yield server
    finally:
        server.stop()


def _bound(ports: Sequence[int], script: bytes) -> Server:
    for port in ports:
        try:
            return Server(port, script)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise _refused(port, reason(error)) from error
    if len(ports) == 1:
        raise _refused(ports[0], say("another program uses it"))
    message = say("the ports from %(first)s to %(last)s are all taken", first=ports[0], last=ports[-1])
    raise NotesiteError(message, say("give a free one with --port N"))


def _refused(port: int, why: Message) -> NotesiteError:
    message = say("port %(port)s cannot be used: %(reason)s", port=port, reason=why)
    return NotesiteError(message, say("choose another with --port N, or leave it out for the next free one"))


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a file of the site, or with the stream of events."""
        route = route_of(self.path)
        if not may_ask(self.headers, self.server.port, is_stream=route == EVENTS):
            self._say(HTTPStatus.FORBIDDEN)
        elif route == EVENTS:
            self._stream()
        else:
            self._file(route)

    def do_HEAD(self) -> None:
        """The same, without a body."""
        self.do_GET()

    def _file(self, route: str) -> None:
        shown, mark = self.server.shown, self.server.live.mark
        data = _bytes(shown.output, route) if route in shown.routes else None
        if data is None and route == SCRIPT:
            data = self.server.script
        if data is None:
            self._say(HTTPStatus.SERVICE_UNAVAILABLE if shown.trouble else HTTPStatus.NOT_FOUND)
            return
        kind = media_type(route)
        self._send(HTTPStatus.OK, kind, live_page(data, mark) if kind == HTML else data)

    def _stream(self) -> None:
        """Send events until the page is closed."""
        given = parse_qs(self.path.partition("?")[2]).get("since", [""])[0]
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8")
        if self.command == "HEAD":
            return
        with (
            suppress(OSError),
            self.server.live.listening(self.headers.get("Last-Event-ID", given)) as events,
        ):
            while True:
                try:
                    event = events.get(timeout=HEARTBEAT)
                except Empty:
                    event = b":\n\n"
                self.wfile.write(event)
                self.wfile.flush()

    def _say(self, status: HTTPStatus) -> None:
        """Answer with a small page of our own."""
        shown = self.server.shown
        page = small_page(status, shown.language, shown.trouble, self.server.live.mark)
        self._send(status, HTML, page)

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self._head(status, kind, len(body))
        if self.command != "HEAD":
            with suppress(OSError):  # the browser went on to another page
                self.wfile.write(body)

    def _head(self, status: HTTPStatus, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        if kind != PDF:  # browsers show a PDF with a page of their own, which it would bind
            self.send_header("Content-Security-Policy", f"{LIVE_POLICY}; frame-ancestors 'none'")
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what http.server cannot read, and every method but GET and HEAD, in words of our own."""
        del message, explain
        is_method = code == HTTPStatus.NOT_IMPLEMENTED
        self.close_connection = True
        self._say(HTTPStatus.METHOD_NOT_ALLOWED if is_method else HTTPStatus(code))

    def version_string(self) -> str:
        """What the server calls itself: no versions."""
        return "notesite"

    def log_message(self, line: str, *args: object) -> None:
        """Nothing: what is read stays between the reader and their notes."""


def _bytes(output: Path, route: str) -> bytes | None:
    """A file of the site; None where it is gone, or where a link was put in its way."""
    path = output / route
    try:
        if any(each.is_symlink() for each in [path, *path.parents][: len(PurePosixPath(route).parts)]):
            return None
        return path.read_bytes()
    except OSError:
        return None
