"""Fetches the page, PDF or text at an http(s) address; nothing else in this room touches the network."""

from __future__ import annotations

import ipaddress
import time
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from geomap.errors import UnreachableArticle, UnreadableArticle
from geomap.read.build import slug
from geomap.read.limits import FILE_LIMIT, too_large
from geomap.version import __version__

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

CONNECT_S = 10.0
READ_S = 20.0  # without a byte
TOTAL_S = 60.0  # for all of a body
REDIRECTS = 5
_CHUNK = 65_536
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5"
_NO_ARTICLES = ("image/", "audio/", "video/", "font/")
_MOVED = frozenset({301, 302, 303, 307, 308})
_MEANINGS = {
    401: "asks for a login", 402: "asks for a payment", 403: "does not let programs read it", 404: "has no such page",
    410: "has that page no longer", 429: "asks to wait", 451: "may not show it for legal reasons",
}  # fmt: skip
_SAVE = "save the page with a browser and give the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: ``url`` is where it lies, after redirects; ``charset`` what the server said, if it did."""

    data: bytes
    url: str
    charset: str | None

    @property
    def suffix(self) -> str:
        """The ending of the address's path, with its dot."""
        return PurePosixPath(urlsplit(self.url).path).suffix


def is_address(text: str) -> bool:
    """Whether a user means an address and no path: it has a scheme, and be it one that is not read."""
    scheme, mark, _ = text.partition("://")
    return bool(mark) and scheme.isalnum()


def article_id(url: str) -> str:
    """Return the id of an article at an address: what its path ends with, where that has words; else all of it."""
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    last = PurePosixPath(segments[-1]).stem if segments else ""
    if any(character.isalpha() for character in last) and last not in {"index", "default"}:
        return slug(last)
    return slug(" ".join([parts.hostname or "", *segments]))


def fetch(address: str) -> Fetched:
    """Return what lies at an http or https address, a local one too. No cookies, no scripts, one try.

    Raises:
        UnreachableArticle: the server cannot be reached, does not answer in time, or answers with an error.
        UnreadableArticle: no such address is read, what is there is no document, or is larger than 20 MB.
    """
    import urllib3

    url = _sound(address, address)
    for _ in range(REDIRECTS + 1):
        try:
            response = _manager(url).request("GET", url, redirect=False, preload_content=False, retries=False)
        except (urllib3.exceptions.HTTPError, UnicodeError) as error:
            raise UnreachableArticle(f"{address}: {_reason(error)}") from error
        with response:
            if response.status not in _MOVED:
                return Fetched(_body(response, address), url, _charset(response))
            url = _next(address, url, response.headers.get("Location"))
    raise UnreachableArticle(f"{address}: is sent on more than {REDIRECTS} times; {_SAVE}")


def _manager(url: str) -> PoolManager:
    """Return a client that says who asks and keeps nothing; it goes through the proxy that the user has for the URL."""
    from urllib.request import getproxies, proxy_bypass

    import urllib3

    headers = {
        "User-Agent": f"geomap/{__version__} (reads one article for its user)",
        "Accept": _ACCEPT,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
    }
    timeout = urllib3.Timeout(connect=CONNECT_S, read=READ_S)
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy, headers=headers, timeout=timeout)
    return urllib3.PoolManager(headers=headers, timeout=timeout)


def _sound(url: str, address: str) -> str:
    """Return the address without fragment and with a path; raise ``UnreadableArticle`` for one that is not read."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise UnreadableArticle(f"{address}: is no address of a page; check it") from None
    if parts.scheme.lower() not in {"http", "https"}:
        raise UnreadableArticle(f"{address}: only http and https addresses are read, no {parts.scheme}")
    if not host or any(character.isspace() for character in url):
        raise UnreadableArticle(f"{address}: is no address of a page; check it")
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path or "/", parts.query, ""))


def _next(address: str, url: str, location: str | None) -> str:
    """Return where a server sends the reader on to; never from the open network into the reader's own."""
    if not location:
        raise UnreachableArticle(f"{address}: is sent on to nowhere; {_SAVE}")
    try:
        following = urljoin(url, location.strip().replace(" ", "%20"))
    except ValueError:
        following = location  # which is told to be no address
    following = _sound(following, address)
    if _local(following) and not _local(url):
        raise UnreachableArticle(f"{address}: is sent on into your own network, which is refused")
    return following


def _local(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host


def _body(response: BaseHTTPResponse, address: str) -> bytes:
    """Return the body, unpacked; the limits count what comes out of it."""
    import urllib3

    if response.status != 200:
        meaning = _MEANINGS.get(response.status, "has an error" if response.status >= 500 else "refuses it")
        raise UnreachableArticle(f"{address}: the server {meaning} (HTTP status {response.status}); {_SAVE}")
    kind = (response.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind.startswith(_NO_ARTICLES):
        raise UnreadableArticle(f"{address}: is {kind}, which holds no article; give the address of the article's page")
    until = time.monotonic() + TOTAL_S
    chunks, size = [], 0
    try:
        for chunk in response.stream(_CHUNK, decode_content=True):
            chunks.append(chunk)
            size += len(chunk)
            if size > FILE_LIMIT:
                raise too_large(address)
            if time.monotonic() > until:
                raise UnreachableArticle(f"{address}: takes longer than {TOTAL_S:g} s; {_SAVE}")
    except urllib3.exceptions.HTTPError as error:
        raise UnreachableArticle(f"{address}: {_reason(error)}") from error
    return b"".join(chunks)


def _charset(response: BaseHTTPResponse) -> str | None:
    for parameter in (response.headers.get("Content-Type") or "").split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip("\"' ") or None
    return None


def _reason(error: Exception) -> str:
    """Say in a few words of our own what went wrong: a library's name machines and addresses."""
    from urllib3 import exceptions

    reasons = (
        (exceptions.NameResolutionError, "there is no such server, or no network; check the address"),
        (exceptions.SSLError, f"the server's certificate is not valid; {_SAVE} if you trust it"),
        (exceptions.NewConnectionError, "the server cannot be reached; check the address and the network"),
        (exceptions.TimeoutError, f"the server does not answer within {READ_S:g} s; try again later, or {_SAVE}"),
        (exceptions.DecodeError, f"the server sends damaged data; {_SAVE}"),
        (exceptions.ProxyError, "the proxy of this network cannot be reached or refuses; check its setting"),
    )
    other = f"the server breaks off or sends what is no answer; try again later, or {_SAVE}"
    return next((reason for kind, reason in reasons if isinstance(error, kind)), other)
