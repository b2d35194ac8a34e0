"""What a request is answered with: a file as its type, a page that follows changes, or a few words."""

import html
from functools import partial
from http import HTTPStatus
from pathlib import PurePosixPath

from notesite.model.message import Message, say
from notesite.pages.sentences import told
from notesite.shell.catalogues import catalogue

SCRIPT = "assets/reload.js"
HTML = "text/html; charset=utf-8"
PDF = "application/pdf"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
LIVE_POLICY = f"{POLICY}; connect-src 'self'"
_META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'.encode()
_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": PDF,
}

_PAGE = b"""<!doctype html>
<html lang="%(language)s">
<head>
<meta charset="utf-8">
%(meta)s
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%(title)s</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/site.css">
</head>
<body>
<main id="main">
<h1>%(title)s</h1>
<div class="prose"><p>%(line)s</p><p><a href="/">%(home)s</a></p></div>
</main>
</body>
</html>
"""


def media_type(route: str) -> str:
    """The type that a file is sent as, whatever this system thinks of its ending."""
    return _TYPES.get(PurePosixPath(route).suffix.lower(), "application/octet-stream")


def live_page(page: bytes, mark: str) -> bytes:
    """A page that connects to this server: its policy allows that, and its script does it.

    A page without our policy, which a theme of yours may make, only gets the script.
    """
    script = f'<script defer src="/{SCRIPT}" data-since="{mark}"></script>'.encode()
    if _META in page:
        own = _META.replace(POLICY.encode(), LIVE_POLICY.encode())
        return page.replace(_META, own + b"\n" + script, 1)
    return page.replace(b"</head>", script + b"\n</head>", 1)


def small_page(status: HTTPStatus, language: str, trouble: Message, mark: str) -> bytes:
    """A page that says why there is no other, and follows changes where there may be one later.

    The trouble is why there is no site yet.
    """
    words = partial(told, catalogue(language))
    title, line = (html.escape(words(each)) for each in _words(status, trouble))
    home, language = html.escape(words(say("To the first page"))), html.escape(language)
    page = _PAGE % {
        b"language": language.encode(),
        b"title": title.encode(),
        b"line": line.encode(),
        b"home": home.encode(),
        b"meta": _META,
    }
    is_missing = status in (HTTPStatus.NOT_FOUND, HTTPStatus.SERVICE_UNAVAILABLE)
    return live_page(page, mark) if is_missing else page


def _words(status: HTTPStatus, trouble: Message) -> tuple[Message, Message]:
    """What a small page says: a title, and a line."""
    match status:
        case HTTPStatus.NOT_FOUND:
            return say("There is no such page"), say("It may have been renamed or removed with its note.")
        case HTTPStatus.SERVICE_UNAVAILABLE:
            return say("There is no site yet"), trouble
        case HTTPStatus.FORBIDDEN:
            why = say("Another site asked for it. Type the address, or open it from a bookmark.")
            return say("This request was refused"), why
    return say("This request was refused"), Message(status.phrase)
