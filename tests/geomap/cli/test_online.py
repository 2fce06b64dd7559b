"""``--online``: asked only where it is given, marked as such, and a failure costs one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from geomap import __version__, api
from tests.support.nominatim import Server, item

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

ROOT = Path(__file__).parents[3]
Run = Callable[..., Any]
CREDIT = "asked of Nominatim; © OpenStreetMap contributors"
TAIL = "; what it does not answer stays unknown, after 3 failures in a row it is asked no more"
ARTICLE = "Russian forces shelled the village of Xyzzyvka near Kupiansk on Monday, officials said."


@pytest.fixture
def nominatim(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Make the server that of the user, with nothing kept of it so far."""
    monkeypatch.setenv("GEOMAP_NOMINATIM", server.address)
    monkeypatch.setenv("GEOMAP_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    api._pipeline.cache_clear()  # one that was loaded for another server
    yield server
    api._pipeline.cache_clear()


def test_a_name_that_the_gazetteer_lacks(run: Run, nominatim: Server, tmp_path: Path) -> None:
    nominatim.answers["Xyzzyvka"] = [item("Xyzzyvka")]
    outcome = run("place", "--online", "--format", "json", "Xyzzyvka", "Kyiv")
    assert (outcome.status, outcome.err) == (0, "")
    answer, kyiv = map(json.loads, outcome.out.splitlines())
    assert answer["resolved"] == {
        "id": "nominatim:node/337516",
        "name": "Xyzzyvka",
        "kind": "city",
        "country": "UKR",
        "admin1": "Donetsk Oblast",
        "lat": 48.5,
        "lon": 37.9,
        "radius_km": 2.7,
    }
    assert answer["why"] == [CREDIT, "its own name"]
    assert kyiv["resolved"]["id"] == "geonames:703448"
    assert (nominatim.asked, nominatim.agents) == (["Xyzzyvka"], [f"geomap/{__version__}"])
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["nominatim.sqlite"]
    assert run("place", "--online", "--format", "json", "Xyzzyvka", "Kyiv").out == outcome.out
    assert nominatim.asked == ["Xyzzyvka"]


def test_a_country_that_is_given_counts(run: Run, nominatim: Server) -> None:
    nominatim.answers["Xyzzyvka"] = [item("Xyzzyvka")]
    (answer,) = map(json.loads, run("place", "--online", "--format=json", "--country=POL", "Xyzzyvka").out.splitlines())
    assert (answer["resolved"], answer["alternatives"][0]["country"]) == (None, "UKR")


def test_an_article(run: Run, nominatim: Server, tmp_path: Path) -> None:
    nominatim.answers["Xyzzyvka"] = [item("Xyzzyvka")]
    (tmp_path / "a.txt").write_text(ARTICLE)
    report = json.loads(run("extract", "--online", "a.txt").out)
    places = {place["text"]: place for place in report["places"]}
    assert places["Xyzzyvka"]["resolved"]["id"] == "nominatim:node/337516"
    assert CREDIT in places["Xyzzyvka"]["why"]
    assert [CREDIT in place["why"] for place in report["places"]].count(True) == 1
    assert nominatim.asked == ["Xyzzyvka"]
    outcome = run("map", "--online", "a.txt")
    assert (outcome.status, outcome.err) == (0, "")
    credit = "Nominatim, © OpenStreetMap contributors (ODbL)"
    assert credit in (tmp_path / "output" / "a.html").read_text(encoding="utf-8")
    assert run("map", "a.txt").status == 0
    assert credit not in (tmp_path / "output" / "a.html").read_text(encoding="utf-8")


def test_a_hostile_answer_is_only_data(run: Run, nominatim: Server, tmp_path: Path) -> None:
    evil = "</script><img src=x onerror=alert(1)>{{ 7*7 }}\x1b[31m"
    nominatim.answers["Xyzzyvka"] = [item(evil, address={"country_code": "ua", "state": evil})]
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert run("map", "--online", "a.txt").status == 0
    page = (tmp_path / "output" / "a.html").read_text(encoding="utf-8")
    assert ("<img src=x" in page, "49" in page.partition("onerror=alert(1)")[2][:20]) == (False, False)
    assert "\x1b" not in run("place", "--online", "Xyzzyvka").out


def test_a_failure_is_one_line_and_costs_nothing_else(run: Run, nominatim: Server, tmp_path: Path) -> None:
    nominatim.status = 503
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(ARTICLE.replace("Xyzzyvka", "Plughivka"))
    without = run("extract", "a.txt", "b.txt")
    outcome = run("extract", "--online", "a.txt", "b.txt")
    assert (outcome.status, outcome.out) == (0, without.out)
    assert outcome.err == f"geomap: warning: {nominatim.address}: answers with HTTP status 503{TAIL}\n"


@pytest.mark.parametrize("command", [["place", "Nowhereistan"], ["extract", "a.txt"], ["map", "a.txt"]])
def test_nothing_is_asked_without_the_option(run: Run, nominatim: Server, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert run(*command).status == 0
    assert nominatim.asked == []
    assert not (tmp_path / "cache").exists()


def test_what_opens_addresses_is_not_even_imported_without_the_option() -> None:
    code = (
        "import sys; from geomap.cli import main; main(['place', 'Nowhereistan']);"
        "print([name for name in ('geopy', 'gazetteer.online', 'urllib.request', 'http.client', 'socket', 'ssl')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_what_is_no_address_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEOMAP_NOMINATIM", "example.org")
    outcome = run("place", "--online", "Nowhereistan")
    assert (outcome.status, outcome.out, outcome.err) == (
        1,
        "",
        "geomap: error: GEOMAP_NOMINATIM=example.org is no address of a server; "
        "write one such as https://nominatim.openstreetmap.org\n",
    )
