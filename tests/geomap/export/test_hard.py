"""What is hard to write in every format: nothing fails, every file can be read back, nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import geopandas
import pyogrio
import pytest

from geomap.export import markdown, to_acled, to_csv, to_geojson, to_gpkg, to_kml, to_ucdp
from geomap.model import Report
from tests.support import drawing, hard

TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=sorted(hard.CASES))
def report(request: pytest.FixtureRequest) -> Report:
    return hard.CASES[request.param]()


def count(report: Report) -> int:
    return len(report.deployments) + len(report.events)


@pytest.mark.parametrize("write", [to_csv, to_acled, to_ucdp])
def test_tables(report: Report, write: Callable[[Report], str]) -> None:
    text = write(report)
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert [len(row) for row in rows] == [len(header)] * count(report)
    started = [cell for row in rows for cell in row if cell.startswith(SIGNS) and not _is_number(cell)]
    assert started == []
    assert TURNING & set(text) == set()


def _is_number(cell: str) -> bool:
    return all(part.strip().removeprefix("-").replace(".", "", 1).isdigit() for part in cell.split(";"))


def test_geojson(report: Report, tmp_path: Path) -> None:
    text = to_geojson(report)
    found = json.loads(text)["features"]
    assert len({feature["properties"]["record"] for feature in found}) == count(report)
    assert TURNING & set(text) == set()
    file = tmp_path / "a.geojson"
    file.write_text(text, "utf-8")
    if found:
        assert len(geopandas.read_file(file)) == len(found)


def test_kml(report: Report) -> None:
    root = Xml.fromstring(to_kml(report))  # noqa: S314 - our own
    marks = list(root.iter("{http://www.opengis.net/kml/2.2}Placemark"))
    assert len(marks) >= count(report)
    tags = {element.tag.partition("}")[2] for element in root.iter()}
    assert tags & {"script", "img", "svg", "NetworkLink", "href"} == set()


def test_gpkg(report: Report, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    file.write_bytes(to_gpkg(report))
    assert len(pyogrio.read_dataframe(file, layer="records")) == count(report)
    assert sorted(os.listdir()) == ["a.gpkg"]  # noqa: PTH208 - no command was run


def test_markdown(report: Report) -> None:
    text = markdown(report, "a.svg", report.article.text, report.article.text)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == (count(report) + 1 if count(report) else 0)
    assert {line.count("|") for line in rows} <= {11}
    body = text.replace("](<a.svg>)", "", 1)
    assert {char for char in "<>`{}$" if char in body} == set()


def test_ten_thousand_records(tmp_path: Path) -> None:
    report = drawing.crowd(10_000)
    file = tmp_path / "a.gpkg"
    file.write_bytes(to_gpkg(report))
    assert len(pyogrio.read_dataframe(file, layer="places", columns=["record"], read_geometry=False)) == 10_000
    assert len(json.loads(to_geojson(report))["features"]) == 10_000
    assert to_csv(report).count("\r\n") == 10_001
