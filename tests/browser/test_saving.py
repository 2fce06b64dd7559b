"""Files that the page saves: the picture, GeoJSON and the table, without a network."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import drawing

if TYPE_CHECKING:
    from tests.browser.conftest import Opened, Opener

SVG = "{http://www.w3.org/2000/svg}"


def saved(opened: Opened, button: str) -> tuple[str, str]:
    """Press a button by keyboard; return name and text of the file."""
    with opened.page.expect_download() as waiting:
        opened.page.locator(button).press("Enter")
    path = waiting.value.path()
    return waiting.value.suggested_filename, Path(path).read_text("utf-8")


def test_geojson_has_every_record_with_its_place(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    name, text = saved(opened, "#save-geojson")
    data = json.loads(text)
    assert name == "nato-belarus-2022.geojson"
    assert [feature["id"] for feature in data["features"]] == [f"d{i}" for i in range(1, 10)] + ["e1", "e2"]
    first = data["features"][0]
    assert first["geometry"] == {
        "type": "Point",
        "coordinates": [pytest.approx(28.05, abs=0.6), pytest.approx(53.5, abs=0.6)],
    }
    assert first["properties"]["actor"] == "Russia"
    assert first["properties"]["number"] == "“30,000”, read as 30,000"
    assert first["properties"]["evidence"].startswith("“This is the biggest Russian deployment")
    assert opened.page.locator("#status").inner_text() == "Saved nato-belarus-2022.geojson"
    assert opened.quiet()


def test_only_what_the_filters_show_is_saved(open_page: Opener) -> None:
    opened = open_page(drawing.sample(), fragment="#hide-actor=RUS")
    assert len(json.loads(saved(opened, "#save-geojson")[1])["features"]) == 5


def test_the_table_is_read_back_and_no_cell_is_a_formula(open_page: Opener) -> None:
    opened = open_page(drawing.hostile('=HYPERLINK("http://x.test","a,b")'))
    name, text = saved(opened, "#save-csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert name == "HYPERLINK-http-x.test-a-b-.csv"
    assert [row["id"] for row in rows] == ["d1", "d2", "e1"]
    assert rows[0]["actor"] == '\'=HYPERLINK("http://x.test","a,b")'
    assert [value for row in rows for value in row.values() if value[:1] in set("=+-@\t")] == []
    assert opened.quiet()


def test_longitudes_beyond_the_seam_are_brought_back(open_page: Opener) -> None:
    suva = drawing.GOMA.model_copy(update={"name": "Suva", "country": "FJI", "lat": -18.0, "lon": 178.4})
    apia = drawing.GOMA.model_copy(update={"name": "Apia", "country": "WSM", "lat": -13.8, "lon": -171.8})
    places = (drawing.mention("p1", suva), drawing.mention("p2", apia))
    report = drawing.report((drawing.deployment("a", ("p1",)), drawing.deployment("b", ("p2",))), places)
    features = json.loads(saved(open_page(report), "#save-geojson")[1])["features"]
    assert [feature["geometry"]["coordinates"] for feature in features] == [[178.4, -18], [-171.8, -13.8]]


def test_the_picture_is_the_map_as_it_is_drawn(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    name, text = saved(opened, "#save-svg")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    words = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert name == "nato-belarus-2022.svg"
    assert {"Forces and fighting in “nato-belarus-2022”", "Belarus", "30,000", "Black Sea", "What", "Russia"} <= set(
        words
    )
    assert "Natural Earth" in " ".join(words)
    assert "var(" not in text
    assert "class=" not in text
    assert "NaN" not in text
    assert len(text) < 700_000
    again = open_page(html="<!DOCTYPE html><title>x</title>" + text.partition("\n")[2])
    box = again.page.locator("svg").bounding_box()
    assert box is not None
    assert box["width"] > 600
    assert again.quiet()


def test_the_picture_of_a_dark_page_is_dark(open_page: Opener) -> None:
    opened = open_page(drawing.sample())
    opened.page.locator("#theme").press("Enter")
    assert 'fill="#17191c"' in saved(opened, "#save-svg")[1]


@pytest.mark.parametrize("payload", ["</text><script>alert(1)</script>", "]]>", "<!--", "&amp;\u202e"])
def test_hostile_words_in_a_saved_picture_are_words(open_page: Opener, payload: str) -> None:
    opened = open_page(drawing.hostile(payload))
    root = ET.fromstring(saved(opened, "#save-svg")[1])  # noqa: S314 - our own file
    assert [
        node.tag for node in root.iter() if node.tag in {f"{SVG}script", f"{SVG}foreignObject", f"{SVG}image"}
    ] == []


def test_stacks_lie_over_the_land_in_the_picture(open_page: Opener) -> None:
    root = ET.fromstring(saved(open_page(drawing.sample()), "#save-svg")[1])  # noqa: S314 - our own file
    order = [("".join(node.itertext()) if node.tag == f"{SVG}text" else node.tag) for node in root.iter()]
    lines = [index for index, node in enumerate(root.iter()) if node.get("vector-effect") == "non-scaling-stroke"]
    assert order.index("Belarus") > lines[-1]
