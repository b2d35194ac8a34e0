"""Who may ask for a site that is served, and what is never given out."""

import http.client
import os
import socket
from collections.abc import Iterator, Mapping
from email.message import Message as Headers
from pathlib import Path
from queue import SimpleQueue

import pytest

from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.shell import loopback
from notesite.shell.answering import LIVE_POLICY, POLICY, live_page, media_type
from notesite.shell.asking import may_ask, route_of
from notesite.shell.live import Live
from notesite.shell.loopback import Server, Shown, listening
from notesite.shell.publish import Published, publish, routes_in
from tests.notebooks import NEVER_SO_LONG, ROOT

OWN = {"Host": "127.0.0.1:8000"}
SAME = {"Sec-Fetch-Site": "same-origin"}
PAGE = (ROOT / "templates/base.html").read_bytes()

REQUESTS: list[tuple[str, list[tuple[str, str]], bool, bool]] = [
    ("by the address", [("Host", "127.0.0.1:8000")], True, False),
    ("by name", [("Host", "LocalHost:8000")], True, False),
    ("by the address of IPv6", [("Host", "[::1]:8000")], True, False),
    ("typed", [*OWN.items(), ("Sec-Fetch-Site", "none")], True, False),
    ("from the site", [*OWN.items(), *SAME.items()], True, True),
    (
        "from the site with its origin",
        [*OWN.items(), *SAME.items(), ("Origin", "http://127.0.0.1:8000")],
        True,
        True,
    ),
    ("without a host", [], False, False),
    ("with two hosts", [("Host", "127.0.0.1:8000"), ("Host", "evil.example")], False, False),
    ("by another name that points here", [("Host", "evil.example:8000")], False, False),
    ("with another port", [("Host", "127.0.0.1:8001")], False, False),
    ("without its port", [("Host", "127.0.0.1")], False, False),
    ("by a longer name", [("Host", "127.0.0.1:8000.evil.example")], False, False),
    ("from another origin", [*OWN.items(), ("Origin", "https://evil.example")], False, False),
    ("from another port", [*OWN.items(), ("Origin", "http://127.0.0.1:3000")], False, False),
    ("from no origin", [*OWN.items(), ("Origin", "null")], False, False),
    ("from its origin by https", [*OWN.items(), ("Origin", "https://127.0.0.1:8000")], False, False),
    ("from another site", [*OWN.items(), ("Sec-Fetch-Site", "cross-site")], False, False),
    ("from another port of this machine", [*OWN.items(), ("Sec-Fetch-Site", "same-site")], False, False),
    ("of two minds", [*OWN.items(), *SAME.items(), ("Sec-Fetch-Site", "cross-site")], False, False),
]


@pytest.mark.parametrize(
    ("headers", "page", "stream"), [each[1:] for each in REQUESTS], ids=[each[0] for each in REQUESTS]
)
def test_only_the_site_itself_and_its_reader_may_ask(
    headers: list[tuple[str, str]], page: bool, stream: bool
) -> None:
    given = Headers()
    for name, value in headers:
        given[name] = value
    assert may_ask(given, 8000) is page
    assert may_ask(given, 8000, is_stream=True) is stream


def test_the_usual_port_may_be_left_out() -> None:
    given = Headers()
    given["Host"] = "localhost"
    assert may_ask(given, 80)


@pytest.mark.parametrize(
    ("target", "route"),
    [
        ("/", "index.html"),
        ("/?x", "index.html"),
        ("/contacts/ana.html?a=/b#c", "contacts/ana.html"),
        ("/contacts/ana%2Dperez.html", "contacts/ana-perez.html"),
        ("/contacts/", "contacts/"),
        ("/../x", "../x"),
        ("http://evil.example/index.html", ""),
        ("*", ""),
    ],
)
def test_an_address_asks_for_one_route(target: str, route: str) -> None:
    assert route_of(target) == route


@pytest.mark.parametrize(
    ("route", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/read.js", "text/javascript; charset=utf-8"),
        ("assets/site.css", "text/css; charset=utf-8"),
        ("follow-ups.ics", "text/calendar; charset=utf-8"),
        ("files/a.JPG", "image/jpeg"),
        ("files/a.exe", "application/octet-stream"),
        ("files/a", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_ending(route: str, kind: str) -> None:
    assert media_type(route) == kind


def test_a_page_may_connect_to_this_server_only_in_the_answer() -> None:
    page = live_page(PAGE, "x-1")
    assert POLICY.encode() in PAGE
    assert b"connect-src" not in PAGE
    assert page.count(LIVE_POLICY.encode()) == 1
    assert page.count(b'<script defer src="/assets/reload.js" data-since="x-1"></script>') == 1


def test_a_page_of_another_theme_follows_changes_too() -> None:
    assert b'src="/assets/reload.js"' in live_page(b"<html><head></head><body></body></html>", "x-1")
    assert live_page(b"no page", "x-1") == b"no page"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a site of three files, with a secret beside it."""
    site = tmp_path / "site"
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    publish(site, {"index.html": PAGE, "contacts/ana.html": b"<p>Ana", "files/a.pdf": b"%PDF"})
    (site / "not-ours.html").write_text("secret", "utf-8")
    with listening(0) as found:
        found.shown = Shown(site, frozenset(routes_in(site)))
        found.start()
        yield found


class Answer:
    """What the server answered."""

    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = answer.status, answer.headers, answer.read()


def ask(server: Server, target: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=NEVER_SO_LONG)
    try:
        connection.request(
            method, target, headers={each.replace("_", "-"): text for each, text in headers.items()}
        )
        return Answer(connection.getresponse())
    finally:
        connection.close()


def test_the_first_page_is_at_the_root(server: Server) -> None:
    assert ask(server, "/").body == ask(server, "/index.html").body


def test_every_answer_is_for_this_site_only_and_never_kept(server: Server) -> None:
    for target in ("/", "/files/a.pdf", "/no-such-page"):
        headers = ask(server, target).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert not [name for name in headers if name.lower().startswith("access-control")]
        assert headers["Server"] == "notesite"
    assert LIVE_POLICY in ask(server, "/").headers["Content-Security-Policy"]


def test_what_lies_on_the_disk_is_not_changed(server: Server) -> None:
    assert b"reload.js" in ask(server, "/").body
    assert (server.shown.output / "index.html").read_bytes() == PAGE


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/contacts/../../secret.txt",
        "/contacts/..%2f..%2fsecret.txt",
        "//secret.txt",
        "/%5c..%5csecret.txt",
        "/contacts",
        "/contacts/",
        "/contacts/ana.html/",
        "/contacts/ana.html%00",
        "/.notesite/manifest.json",
        "/not-ours.html",
        "/index.htm",
        "/%ff%fe",
    ],
)
def test_nothing_but_what_the_build_wrote_is_given_out(server: Server, target: str) -> None:
    answer = ask(server, target)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_a_whole_address_in_the_request_is_not_followed(server: Server) -> None:
    assert ask(server, f"file://{server.shown.output.parent}/secret.txt").status == 404


def test_a_link_in_the_place_of_a_file_is_not_followed(server: Server) -> None:
    file = server.shown.output / "contacts/ana.html"
    file.unlink()
    file.symlink_to(server.shown.output.parent / "secret.txt")
    assert ask(server, "/contacts/ana.html").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
def test_only_reading_is_possible(server: Server, method: str) -> None:
    answer = ask(server, "/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_head_is_get_without_the_page(server: Server) -> None:
    head, get = ask(server, "/", "HEAD"), ask(server, "/")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(get.body))


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Sec_Fetch_Site": "cross-site"}],
)
def test_a_stranger_is_refused(server: Server, headers: Mapping[str, str]) -> None:
    answer = ask(server, "/", **headers)
    assert answer.status == 403
    assert b"reload.js" not in answer.body


def test_the_stream_is_for_the_site_only(server: Server) -> None:
    assert ask(server, "/.events").status == 403
    assert ask(server, "/.events", "HEAD", Sec_Fetch_Site="same-origin").status == 200


def test_without_a_site_the_reason_is_said(server: Server) -> None:
    server.shown = Shown(Path(), frozenset(), "it", say("a <b> is wrong"))
    answer = ask(server, "/")
    assert answer.status == 503
    assert b"a &lt;b&gt; is wrong" in answer.body
    assert "Il sito non c’è ancora".encode() in answer.body
    assert ask(server, "/assets/reload.js").body == (ROOT / "templates/static/reload.js").read_bytes()


def test_the_server_listens_on_this_machine_only(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.port}/"


def test_a_port_that_was_asked_for_must_be_free(server: Server) -> None:
    with pytest.raises(NotesiteError, match="another program uses it"), listening(server.port):
        pass


def test_without_a_port_the_next_free_one_is_taken(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "PORT", server.port)
    with listening() as other:
        assert server.port < other.port < server.port + loopback.PORTS_TRIED


def test_the_search_for_a_port_ends(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "PORT", server.port)
    monkeypatch.setattr(loopback, "PORTS_TRIED", 1)
    with pytest.raises(NotesiteError, match="another program uses it"), listening():
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may have any port")
def test_a_port_of_the_system_is_refused_in_words() -> None:
    with pytest.raises(NotesiteError, match="port 1 cannot be used: Permission denied"), listening(1):
        pass


def test_a_line_that_is_no_request_is_answered_and_ends_nothing(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), NEVER_SO_LONG) as connection:
        connection.sendall(b"\x16\x03\x01 nonsense in four words\r\n\r\n")
        assert connection.recv(100)
    assert ask(server, "/").status == 200


def heard(events: "SimpleQueue[bytes]") -> list[str]:
    """The kind of each event that is there."""
    found = []
    while not events.empty():
        found += [line[7:] for line in events.get().decode().splitlines() if line.startswith("event: ")]
    return found


def test_a_page_is_told_what_it_missed_and_nothing_else() -> None:
    live = Live()
    before = live.mark
    live.changed(Published(changed=("a.html",)))
    with live.listening(live.mark) as events:
        assert heard(events) == ["fine"]
    with live.listening(before) as events:
        events.get()
        assert b'{"changed": ["a.html"]}' in events.get()
    for stranger in ("", "other-0", f"{live.name}-x"):
        with live.listening(stranger) as events:
            events.get()
            assert b'{"all": true}' in events.get()
