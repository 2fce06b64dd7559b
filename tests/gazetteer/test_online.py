"""Names that the gazetteer lacks are asked of a server: the tests' own, on loopback."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import BadServer, Context, Gazetteer, Kind
from gazetteer.online import CREDIT, Nominatim, server_of_user
from gazetteer.osm import Found
from tests.support.nominatim import Server, item

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

Make = Callable[..., Nominatim]
XYZZY = Found("node/337516", "Xyzzy", "city", "ua", "Donetsk Oblast", 48.5, 37.9, 2.7)
TAIL = "; what it does not answer stays unknown, after 3 failures in a row it is asked no more"


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(server: Server, clock: Clock, tmp_path: Path) -> Make:
    """Return a function that makes one who asks the server, with the test's own clock and kept answers."""

    def call(**changes: object) -> Nominatim:
        given = {"server": server.address, "cache": tmp_path, "clock": clock, "sleep": clock.sleep, "timeout_s": 5.0}
        return Nominatim("geomap/1.2.3", **{**given, **changes})  # type: ignore[arg-type]

    return call


def test_a_name_is_asked_once_and_its_answer_kept(server: Server, make: Make) -> None:
    server.answers["Xyzzy"] = [item()]
    asker = make()
    assert asker.find("Xyzzy") == asker.find(" Xyzzy ") == (XYZZY,)
    assert make().find("Xyzzy") == (XYZZY,)
    assert (server.asked, server.agents) == (["Xyzzy"], ["geomap/1.2.3"])


def test_that_nothing_is_known_is_kept_too(server: Server, make: Make) -> None:
    assert (make().find("Nowhere"), make().find("Nowhere")) == ((), ())
    assert server.asked == ["Nowhere"]


def test_what_is_no_name_is_not_asked(server: Server, make: Make) -> None:
    asker = make()
    assert [asker.find(text) for text in ("", " ", "12", "…", "word " * 30)] == [()] * 5
    assert server.asked == []


def test_one_request_a_second(server: Server, make: Make, clock: Clock) -> None:
    asker = make()
    asker.find("A")
    clock.now += 0.25
    asker.find("B")
    clock.now += 5
    asker.find("C")
    asker.find("A")  # known by now
    asker.find("D")
    assert (server.asked, clock.slept) == (["A", "B", "C", "D"], [0.75, 1.0])


def test_houses_are_left_out_and_broken_items_cost_only_themselves(server: Server, make: Make) -> None:
    cafe = item(**{"class": "amenity", "type": "cafe", "addresstype": "amenity"})
    server.answers["Xyzzy"] = [cafe, item(lat="x"), "junk", item(), item(osm_id=2)]
    assert [found.osm for found in make().find("Xyzzy")] == ["node/337516", "node/2"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"<html>Sign in to the hotel's network</html>", {}),
        (b"", {}),
        (b"\xff\xfe\x00", {}),
        (b"{}", {}),
        (b"null", {}),
        (b'{"error": "no"}', {}),
        (b'["junk", 7]', {}),
        (b'[{"osm_type": "node", "osm_id": 1, "lat": "1", "lon": "1"}]', {}),
        (b"[" * 200_000, {}),
        (b"[]", {"Content-Type": "application/json; charset=klingon"}),
    ],
)
def test_garbage_is_one_warning_and_no_answer(
    server: Server, make: Make, caplog: pytest.LogCaptureFixture, *, body: bytes, headers: dict[str, str]
) -> None:
    server.answers["Xyzzy"], server.headers = body, headers
    asker = make()
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert asker.find("Xyzzy") == ()
    assert caplog.messages == [f"{server.address}: answers with something else than places{TAIL}"]
    server.answers["Xyzzy"], server.headers = [item()], {}
    assert make().find("Xyzzy") == (XYZZY,)  # a failure is not kept


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 502, 503])
def test_a_status_of_failure(server: Server, make: Make, caplog: pytest.LogCaptureFixture, status: int) -> None:
    server.status = status
    server.answers["Xyzzy"] = b"<html>" + b"x" * 5000
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert make().find("Xyzzy") == ()
    assert caplog.messages == [f"{server.address}: answers with HTTP status {status}{TAIL}"]


def test_a_server_that_takes_too_long(server: Server, make: Make, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert make(timeout_s=0.2).find("slow") == ()
    assert caplog.messages == [f"{server.address}: does not answer within 0.2 s{TAIL}"]


def test_a_body_that_is_cut_short(server: Server, make: Make, caplog: pytest.LogCaptureFixture) -> None:
    server.answers["Xyzzy"], server.headers = b"[", {"Content-Length": "500"}
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert make().find("Xyzzy") == ()
    assert caplog.messages == [f"{server.address}: cannot be asked: Unable to read the response{TAIL}"]


@pytest.mark.usefixtures("server")
def test_nobody_listens(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert make(server=address).find("Xyzzy") == ()
    assert caplog.messages == [f"{address}: cannot be asked: [Errno 111] Connection refused{TAIL}"]


def test_after_three_failures_in_a_row_it_is_left_alone(
    server: Server, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers.update({"A": b"junk", "B": b"junk", "D": b"junk", "E": b"junk", "F": b"junk", "Kept": [item()]})
    make().find("Kept")
    asker = make()
    with caplog.at_level(logging.WARNING, "gazetteer"):
        for name in ("A", "A", "B", "C", "D", "E", "F", "G", "H"):
            assert asker.find(name) == ()
        assert asker.find("Kept") == (XYZZY,)  # what is kept needs no server
    assert server.asked == ["Kept", "A", "B", "C", "D", "E", "F"]
    assert len(caplog.messages) == 1


def test_the_gazetteer_asks_for_what_it_lacks_alone(server: Server, make: Make) -> None:
    server.answers["Xyzzy"] = [item(), item(osm_id=2, lat="31.2", address={"country_code": "eg", "state": "Giza"})]
    with Gazetteer.open(online=make()) as gazetteer:
        answer = gazetteer.resolve("Xyzzy", Context(countries=(("UKR", 1.0),)))
        assert answer.best is not None
        assert answer.best.place.id == "nominatim:node/337516"
        assert (answer.best.place.kind, answer.best.place.country, answer.best.place.admin1) == (
            Kind.CITY, "UKR", "Donetsk Oblast",
        )  # fmt: skip
        assert answer.why[0] == CREDIT
        assert answer.why[-1] == "1 other places of that name scored less"
        assert [(c.place.country, c.reasons[0]) for c in answer.alternatives] == [("EGY", CREDIT)]
        egypt = gazetteer.resolve("Xyzzy, Egypt").best
        assert egypt is not None
        assert egypt.place.id == "nominatim:node/2"
        part = gazetteer.locate("10 km north of Xyzzy")
        assert part.best is not None
        # Known names, and those that are known and only unlikely, are not asked for; nor is what follows a comma.
        gazetteer.resolve("Kyiv")
        gazetteer.resolve("us")
        gazetteer.resolve("Kyiv, Nowhereistan")
    assert server.asked == ["Xyzzy"]


def test_an_unknown_name_stays_unknown(server: Server, make: Make) -> None:
    with Gazetteer.open(online=make()) as gazetteer:
        assert gazetteer.resolve("Nowhereistan").why == ('no place in the gazetteer is called "Nowhereistan"',)
    assert server.asked == ["Nowhereistan"]


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", "https://nominatim.openstreetmap.org"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("https://example.org/nominatim", "https://example.org/nominatim"),
    ],
)
def test_the_server_may_be_another(monkeypatch: pytest.MonkeyPatch, given: str, address: str) -> None:
    monkeypatch.setenv("GEOMAP_NOMINATIM", given)
    assert server_of_user() == address


@pytest.mark.parametrize("given", ["localhost:8080", "ftp://example.org", "https://", "http://a:b", "http://a/?q=1"])
def test_what_is_no_address_of_a_server(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("GEOMAP_NOMINATIM", given)
    with pytest.raises(BadServer) as caught:
        Nominatim("geomap/1")
    assert str(caught.value) == (
        f"GEOMAP_NOMINATIM={given} is no address of a server; write one such as https://nominatim.openstreetmap.org"
    )
