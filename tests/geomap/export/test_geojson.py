"""GeoJSON by RFC 7946, and as geopandas reads it."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import pytest

from geomap.export import to_geojson
from tests.support import drawing, hard


def test_a_feature_of_the_sample() -> None:
    whole = json.loads(to_geojson(drawing.sample()))
    assert whole["type"] == "FeatureCollection"
    assert whole["bbox"] == [19.4089, 45.8196, 31.4249, 53.4855]
    first = whole["features"][0]
    assert first["id"] == "nato-belarus-2022/d1/location/p10"
    assert first["geometry"] == {"type": "Point", "coordinates": [28.0248, 53.4855]}
    told = {key: first["properties"][key] for key in ("actor_code", "number", "min", "max", "status", "says_who")}
    assert told == {
        "actor_code": "RUS",
        "number": "30,000",
        "min": 30000,
        "max": 30000,
        "status": "planned",
        "says_who": "Jens Stoltenberg",
    }
    assert [each["geometry"] for each in whole["features"] if each["properties"]["record"] == "d9"] == [None]
    assert "crs" not in whole


def test_a_way_across_the_antimeridian_is_cut_there_and_so_is_the_box() -> None:
    whole = json.loads(to_geojson(hard.seam()))
    (flow,) = (each for each in whole["features"] if each["properties"]["role"] == "flow")
    assert flow["geometry"]["type"] == "MultiLineString"
    one, other = flow["geometry"]["coordinates"]
    assert (one[0], one[1][0], other[0][0], other[1]) == ([178.44, -18.14], 180.0, -180.0, [-171.77, -13.83])
    assert one[1][1] == other[0][1] == pytest.approx(-17.453, abs=0.01)
    assert whole["bbox"] == [178.44, -18.14, -171.77, -13.83]


def test_read_back_by_geopandas(tmp_path: Path) -> None:
    file = tmp_path / "map.geojson"
    file.write_text(to_geojson([drawing.sample(), hard.shared()]), "utf-8")
    frame = geopandas.read_file(file)
    assert frame.crs.to_epsg() == 4326
    sample = frame[frame["article"] == "nato-belarus-2022"]
    assert list(sample["record"]) == ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "e1", "e2"]
    poland = sample[sample["record"] == "d7"].iloc[0]
    assert (poland.geometry.x, poland.geometry.y, poland["min"]) == (19.4089, 52.0613, 2000)
    ways = frame[frame["role"] == "flow"].geometry
    assert [way.coords[0] for way in ways] == [(-79.0, 35.14)] * 3
    assert [way.coords[1] for way in ways] == [(19.0, 52.0), (10.0, 51.0), (25.0, 46.0)]


def test_the_same_report_gives_the_same_text() -> None:
    assert to_geojson(drawing.sample()) == to_geojson(drawing.sample())
