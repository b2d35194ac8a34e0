"""Who may ask for the site that is served on this machine, and what a request asks for.

Another page that is open in the same browser may send requests here too, so each must say that it comes from
this site.
"""

from email.message import Message as Headers
from urllib.parse import unquote

LOOPBACK = "127.0.0.1"
_HTTP_PORT = 80


def hosts(port: int) -> frozenset[str]:
    """How a browser may name this server."""
    names = (LOOPBACK, "localhost", "[::1]")
    bare = names if port == _HTTP_PORT else ()
    return frozenset((*(f"{name}:{port}" for name in names), *bare))


def may_ask(headers: Headers, port: int, *, is_stream: bool = False) -> bool:
    """Whether a request comes from this site or from a person, not from another site.

    Its Host must be one of ours (else a stranger's name that points here could read the answer), its Origin,
    where it has one, and its Sec-Fetch-Site (Fetch Metadata, W3C). The stream is for our own script only.
    """
    allowed = hosts(port)
    named, origins, sites = (headers.get_all(name, []) for name in ("Host", "Origin", "Sec-Fetch-Site"))
    if len(named) != 1 or named[0].strip().lower() not in allowed:
        return False
    if any(origin.strip().lower() not in {f"http://{host}" for host in allowed} for origin in origins):
        return False
    if is_stream:
        return sites == ["same-origin"]
    return all(site in ("none", "same-origin") for site in sites)


def route_of(target: str) -> str:
    """The route that a request's target asks for; only ever compared with routes, never joined to a path."""
    path = target.partition("#")[0].partition("?")[0]
    if not path.startswith("/"):
        return ""
    return unquote(path[1:], errors="replace") or "index.html"
