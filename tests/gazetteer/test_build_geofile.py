from __future__ import annotations

from pathlib import Path

import pytest
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.testing import assert_geometries_equal

from gazetteer import SourceError
from gazetteer.build import geofile, topojson
from gazetteer.build.geofile import Feature

SQUARE = Polygon([(0, 0), (2, 0), (2, 2), (0, 2)], [[(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)]])


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "shapes.json.xz"
    geofile.write(path, [Feature({"name": "square"}, SQUARE), Feature({}, LineString([(0, 0), (1.0004, 1)]))], 1000)
    square, line = geofile.read(path)
    assert square.properties == {"name": "square"}
    assert_geometries_equal(square.geometry, MultiPolygon([SQUARE]), normalize=True)
    assert_geometries_equal(line.geometry, MultiLineString([[(0.0, 0.0), (1.0, 1.0)]]))


def test_the_same_features_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        geofile.write(tmp_path / name, [Feature({"z": "1", "a": "2"}, SQUARE)], 100)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_vanishes_on_the_grid_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "tiny"
    geofile.write(path, [Feature({}, Point(1, 1).buffer(0.0001))], 100)
    assert geofile.read(path) == []


def test_a_shape_that_crosses_itself_is_mended_but_not_one_that_crosses_the_seam() -> None:
    """Mending cut the backdrop's Russia, which runs on from 180° to -180°, off at 65° north."""
    bow = MultiPolygon([Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])])
    seam = MultiPolygon([Polygon([(170, 60), (-170, 60), (-175, 65), (175, 65), (-178, 62), (172, 61)])])
    assert not bow.is_valid
    assert not seam.is_valid
    assert geofile.mended(bow).is_valid
    assert geofile.mended(seam) is seam


def test_another_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "not.xz"
    path.write_text("no shapes")
    with pytest.raises(SourceError, match="not a file of shapes"):
        geofile.read(path)


def test_topojson_shares_arcs_between_neighbours() -> None:
    topology = {
        "transform": {"scale": [1, 1], "translate": [10, 20]},
        "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
        "objects": {
            "land": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"a3": "ONE", "area": 1}},
                    {"type": "Polygon", "arcs": [[2, -1]]},
                    {"type": None},
                ],
            }
        },
    }
    one, two = topojson.features(topology, "land")
    assert one.properties == {"a3": "ONE"}
    assert_geometries_equal(
        one.geometry, MultiPolygon([Polygon([(10, 20), (11, 20), (11, 21), (10, 21)])]), normalize=True
    )
    assert one.geometry.intersection(two.geometry).length == 1.0
