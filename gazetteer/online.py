"""Asks Nominatim for names that the gazetteer lacks; only where a user wants it.

Nothing here touches the network before the first name is asked. A failure costs a warning, and after three in a row
nothing more is asked. Of what a server sends, nothing is taken that does not fit (``osm``).
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from . import search
from .answers import Answers
from .errors import BadServer
from .folders import cache_folder
from .model import Candidate, Kind, NameKind, Place
from .names import fold
from .osm import Found, read

if TYPE_CHECKING:
    from .store import Store

CREDIT = "asked of Nominatim; © OpenStreetMap contributors"
SERVER_VARIABLE = "GEOMAP_NOMINATIM"
"""The environment variable that names another server by scheme and host: http://localhost:8080."""
DEFAULT_SERVER = "https://nominatim.openstreetmap.org"
PAUSE_S = 1.0  # between two requests: what Nominatim's usage policy asks for
TIMEOUT_S = 10.0
MAX_FAILURES = 3  # in a row
MAX_ASKED = 100  # characters; a longer "name" is a piece of text
_LIMIT = 10  # places of one name
_LOG = logging.getLogger("gazetteer")


class Online(Protocol):
    """Who is asked for names that the gazetteer lacks."""

    def find(self, name: str) -> tuple[Found, ...]:
        """Return the places of that name, best known first; none where nothing is known or nobody answers."""


def candidates(online: Online, store: Store, name: str) -> tuple[Candidate, ...]:
    """Return what ``online`` knows of a name, with the built-in countries and divisions that it lies in."""
    alpha3 = store.alpha3()
    found = []
    for one in online.find(name):
        country = alpha3.get((one.alpha2 or "").upper())
        place = Place(
            f"nominatim:{one.osm}",
            one.name,
            Kind(one.kind),
            country,
            _division(store, country, one.state),
            one.lat,
            one.lon,
            one.radius_km,
        )
        kind = NameKind.NAME if fold(one.name) == fold(name) else NameKind.ALTERNATE
        found.append(Candidate(place, name, kind, reasons=(CREDIT,)))
    return tuple(found)


def _division(store: Store, country: str | None, state: str | None) -> str | None:
    """Return the state by its built-in name where there is one."""
    for candidate in search.exact(store, state or ""):
        if candidate.place.kind is Kind.ADMIN1 and candidate.place.country == country:
            return candidate.place.name
    return state


def server_of_user() -> str:
    """Return the server's address: ``GEOMAP_NOMINATIM``, else the public one. Raises ``BadServer``."""
    given = os.environ.get(SERVER_VARIABLE) or DEFAULT_SERVER
    try:
        parts = urlsplit(given)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.query or parts.fragment:
        raise BadServer(f"{SERVER_VARIABLE}={given} is no address of a server; write one such as {DEFAULT_SERVER}")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


class Nominatim:
    """A Nominatim server, asked once a second at most; ``user_agent`` says to it who asks."""

    def __init__(
        self,
        user_agent: str,
        *,
        server: str | None = None,
        cache: Path | None = None,
        timeout_s: float = TIMEOUT_S,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Prepare to ask ``server`` and to keep answers in ``cache``, by default those of the user.

        ``clock`` and ``sleep`` keep the pace. Raises ``BadServer``.
        """
        self._user_agent = user_agent
        self._server = server or server_of_user()
        self._answers = Answers((cache or cache_folder()) / "nominatim.sqlite", self._server)
        self._timeout_s = timeout_s
        self._clock, self._sleep = clock, sleep
        self._geocoder: Any = None
        self._asked: dict[str, tuple[Found, ...]] = {}
        self._next = 0.0
        self._failures = 0
        self._warned = False

    def find(self, name: str) -> tuple[Found, ...]:
        """Return what is kept of the name, else what the server answers; nothing where it fails."""
        name = " ".join(name.split())
        if len(name) > MAX_ASKED or not any(character.isalpha() for character in name):
            return ()
        if name not in self._asked:
            self._asked[name] = self._find(name)
        return self._asked[name]

    def _find(self, name: str) -> tuple[Found, ...]:
        kept = self._answers.get(name)
        if kept is not None or self._failures >= MAX_FAILURES:
            return kept or ()
        from geopy.exc import GeopyError

        try:
            found = _places(self._ask(name))
        # The last is for a charset that nobody knows, the one before for JSON nested without end.
        except (GeopyError, OSError, HTTPException, ValueError, RecursionError, LookupError) as error:
            self._failures += 1
            self._warn(error)
            return ()
        self._failures = 0
        self._answers.put(name, found)
        return found

    def _ask(self, name: str) -> object:
        if self._geocoder is None:
            self._geocoder = _geocoder(self._server, self._user_agent, self._timeout_s)
        now = self._clock()
        if now < self._next:
            self._sleep(self._next - now)
        self._next = self._clock() + PAUSE_S
        return self._geocoder.geocode(name, exactly_one=False, limit=_LIMIT, addressdetails=True, language="en")

    def _warn(self, error: Exception) -> None:
        if not self._warned:
            self._warned = True
            _LOG.warning(
                "%s: %s; what it does not answer stays unknown, after %d failures in a row it is asked no more",
                self._server,
                _reason(error, self._timeout_s),
                MAX_FAILURES,
            )


def _places(answer: object) -> tuple[Found, ...]:
    """Read an answer; items that are broken cost nothing as long as another is sound."""
    if not isinstance(answer, list):
        raise ValueError("the answer is no list of places")  # noqa: TRY004 - a fault of the server, not of ours
    found, broken = [], None
    for item in answer[:_LIMIT]:
        try:
            place = read(item)
        except ValueError as error:
            broken = error
            continue
        if place is not None:
            found.append(place)
    if broken is not None and not found:
        raise broken
    return tuple(found)


def _geocoder(server: str, user_agent: str, timeout_s: float) -> Any:  # geopy carries no types
    from geopy.adapters import URLLibAdapter
    from geopy.geocoders import Nominatim as Geocoder

    class Plain(Geocoder):  # type: ignore[misc]
        """geopy's Nominatim, whose answers are given as they came: geopy fails all for one broken item."""

        def _parse_json(self, places: object, exactly_one: bool) -> object:
            return places

    scheme, _, domain = server.partition("://")
    # Python's own client, also where another is installed: the same errors and no retries behind our back.
    return Plain(user_agent=user_agent, domain=domain, scheme=scheme, timeout=timeout_s, adapter_factory=URLLibAdapter)


def _reason(error: Exception, timeout_s: float) -> str:
    """Say in a few words of our own what went wrong: a server's may be long."""
    from geopy.exc import GeocoderParseError, GeocoderTimedOut

    status = getattr(error.__cause__, "status_code", None)
    if isinstance(status, int):
        return f"answers with HTTP status {status}"
    if isinstance(error, (GeocoderTimedOut, TimeoutError)):
        return f"does not answer within {timeout_s:g} s"
    if isinstance(error, (GeocoderParseError, ValueError, RecursionError, LookupError)):
        return "answers with something else than places"
    return f"cannot be asked: {' '.join(str(error).split())[:100]}"
