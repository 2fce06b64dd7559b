"""A small server on loopback that answers as Nominatim does, or as a broken one may."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


def item(name: object = "Xyzzy", **changes: object) -> dict[str, object]:
    """Return a place as Nominatim tells it; ``changes`` replace or, by ``None``, take away fields."""
    value: dict[str, object] = {
        "place_id": 1,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
        "osm_type": "node",
        "osm_id": 337516,
        "lat": "48.5000001",
        "lon": "37.9000001",
        "class": "place",
        "type": "village",
        "addresstype": "village",
        "name": name,
        "display_name": f"{name}, Bakhmut Raion, Donetsk Oblast, Ukraine",
        "address": {"village": name, "state": "Donetsk Oblast", "country": "Ukraine", "country_code": "ua"},
        "boundingbox": ["48.48", "48.52", "37.88", "37.92"],
    }
    value.update(changes)
    return {key: field for key, field in value.items() if field is not None}


@dataclass
class Server:
    """What the server answers to each name, and what it was asked."""

    address: str = ""
    answers: dict[str, bytes | list[object]] = field(default_factory=dict)
    """A name's answer: a list of places, or bytes of whatever else; a name without one is not known."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    """Names that begin with "slow" are answered when this is set."""

    def body(self, name: str) -> bytes:
        answer = self.answers.get(name, [])
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server on a free port of loopback."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = parse_qs(parts.query)
            name = query["q"][0]
            server.asked.append(name)
            server.agents.append(self.headers["User-Agent"])
            asked = {key: query.get(key, [""])[0] for key in ("format", "addressdetails", "limit", "accept-language")}
            assert (parts.path, asked) == (
                "/search",
                {"format": "json", "addressdetails": "1", "limit": "10", "accept-language": "en"},
            )
            if name.startswith("slow"):
                server.released.wait(10)
            body = server.body(name)
            self.send_response(server.status)
            for header, value in {"Content-Type": "application/json", **server.headers}.items():
                self.send_header(header, value)
            self.end_headers()
            try:
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                return  # who asked has gone

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server.address = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        http.shutdown()
        http.server_close()
        thread.join()
