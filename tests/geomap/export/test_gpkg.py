"""GeoPackage: what the standard wants of the file, and the same records as geopandas and pyogrio read them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from xml.etree import ElementTree as Xml

import geopandas
import pyogrio
import pytest

from geomap.export import to_gpkg
from geomap.model import Status
from tests.support import drawing, hard


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "map.gpkg"
    path.write_bytes(to_gpkg([drawing.sample(), hard.shared(), hard.seam(), hard.nowhere()]))
    return path


def test_layers_are_those_that_were_written(file: Path) -> None:
    # QGIS finds styles only in a table that GDAL lists, and hides that table itself.
    assert sorted(pyogrio.list_layers(file).tolist()) == [
        ["flows", "MultiLineString"],
        ["layer_styles", None],
        ["places", "Point"],
        ["records", None],
    ]


def test_records_are_read_back(file: Path) -> None:
    records = pyogrio.read_dataframe(file, layer="records")
    sample = records[records["article"] == "nato-belarus-2022"]
    assert list(sample["record"]) == ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "e1", "e2"]
    assert len(records) == 11 + 2 + 2 + 3
    assert records["min"].dropna().tolist() == [30000, 1000, 2000, 3000, 1700, 100]
    assert sample["hedged"].tolist()[4:8] == [False, True, True, False]


def test_places_and_ways_are_read_back(file: Path) -> None:
    places = geopandas.read_file(file, layer="places")
    assert places.crs.to_epsg() == 4326
    poland = places[(places["record"] == "d7") & (places["article"] == "nato-belarus-2022")].iloc[0]
    assert (poland.geometry.x, poland.geometry.y, poland["country"], poland["radius_km"]) == (
        19.4089,
        52.0613,
        "POL",
        pytest.approx(315, abs=5),
    )
    flows = geopandas.read_file(file, layer="flows")
    assert [len(line.geoms) for line in flows.geometry] == [1, 1, 1, 2]
    assert set(flows["shared_by"]) == {1, 3}


def test_the_file_is_a_geopackage(file: Path) -> None:
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1").fetchall() == [
            (-1,),
            (0,),
            (4326,),
        ]
        blob = database.execute("SELECT geom FROM places LIMIT 1").fetchone()[0]
    assert blob[:2] == b"GP"
    database.close()


def test_styles_for_qgis_have_a_look_for_every_status(file: Path) -> None:
    with sqlite3.connect(file) as database:
        styles = database.execute("SELECT f_table_name, styleQML, useAsDefault FROM layer_styles").fetchall()
    database.close()
    assert [(name, default) for name, _, default in styles] == [("places", 1), ("flows", 1)]
    for _, style, _ in styles:
        root = Xml.fromstring(style)  # noqa: S314 - our own
        renderer = root.find("renderer-v2")
        assert renderer is not None
        assert renderer.get("attr") == "status"
        assert [each.get("value") for each in renderer.iter("category")] == [str(status) for status in Status]


def test_the_same_reports_give_the_same_bytes() -> None:
    assert to_gpkg(hard.shared()) == to_gpkg(hard.shared())


def test_a_file_without_records_has_its_layers(tmp_path: Path) -> None:
    path = tmp_path / "empty.gpkg"
    path.write_bytes(to_gpkg([]))
    assert len(pyogrio.list_layers(path)) == 4
