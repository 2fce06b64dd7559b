"""KML as GDAL reads it, and what Earth's balloons would run."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

import geopandas

from geomap.export import to_kml
from tests.support import drawing, hard

KML = "{http://www.opengis.net/kml/2.2}"


def test_read_back_by_geopandas(tmp_path: Path) -> None:
    file = tmp_path / "map.kml"
    file.write_text(to_kml(drawing.sample()), "utf-8")
    frame = geopandas.read_file(file)
    assert list(frame["record"]) == ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "e1", "e2"]
    assert frame["Name"][6] == "United States 2,000 soldiers Poland"
    assert (frame.geometry[6].x, frame.geometry[6].y) == (19.4089, 52.0613)


def test_a_way_across_the_antimeridian_is_two_lines_along_the_ground() -> None:
    root = Xml.fromstring(to_kml(hard.seam()))  # noqa: S314 - our own
    (whole,) = root.iter(f"{KML}MultiGeometry")
    assert [line.findtext(f"{KML}tessellate") for line in whole] == ["1", "1"]


def test_words_are_text_twice_over_where_they_are_shown_and_call_for_no_field() -> None:
    root = Xml.fromstring(to_kml(drawing.hostile("<img src=x onerror=alert(1)> $[evidence]")))  # noqa: S314
    shown = "".join(each.text or "" for each in root.iter(f"{KML}description"))
    assert "<img" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "$" not in shown
    assert {each.text for style in root.iter(f"{KML}BalloonStyle") for each in style} == {"$[description]"}
