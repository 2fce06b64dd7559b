"""The page's data: lines as text, words as JSON that cannot end its script."""

from __future__ import annotations

import json

import pytest

from geomap.render.ground import pixels_per_step, projected
from geomap.render.payload import dumps, encode
from geomap.scene import Scene
from geomap.scene.frame import project
from geomap.scene.model import Point, Shape

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def decoded(text: str) -> list[int]:
    """Read what ``encode`` wrote, as ``basemap.js`` does."""
    out, number, shift = [], 0, 0
    for char in text:
        digit = DIGITS.index(char)
        number += (digit & 31) << shift
        if digit > 31:
            shift += 5
            continue
        out.append(-((number + 1) >> 1) if number & 1 else number >> 1)
        number = shift = 0
    return out


@pytest.mark.parametrize(
    ("line", "text"),
    [((0,), "A"), ((1, -1), "CB"), ((15, 16), "egB"), ((-16,), "f"), ((1024,), "ggC")],
)
def test_encode(line: tuple[int, ...], text: str) -> None:
    assert encode(line) == text


@pytest.mark.parametrize("line", [(0, 0, 5, -7), (511, 512, -512, -513), (100_000, -100_000, 33, -33)])
def test_encode_is_undone(line: tuple[int, ...]) -> None:
    assert tuple(decoded(encode(line))) == line


def test_data_of_the_sample(sample: Scene) -> None:
    data = json.loads(dumps(sample))
    assert data["asOf"] == "As of 4 February 2022"
    assert [site["name"] for site in data["sites"]] == ["Belarus", "Romania", "Poland", "Ukraine"]
    assert [flow["startSite"] for flow in data["flows"]] == [None] * 5
    assert len(data["levels"]) == 20
    assert len(data["cards"]) == 11


def test_contested_areas_of_the_sample(sample: Scene) -> None:
    areas = {name: rest for name, *rest in json.loads(dumps(sample))["contested"]}
    assert {"Crimea", "Donetsk oblast", "Transnistria", "Kosovo"} <= set(areas)
    statement, (south_west, north_east), (unit, lines), islets, zoom = areas["Crimea"]
    assert statement.startswith("Crimea: administered by Russia since 2014, with Sevastopol, claimed by Ukraine")
    assert south_west[0] < 44.95 < north_east[0]
    assert (islets, len(lines)) == ([], 1)
    assert unit == pytest.approx(65536 * sample.basemap.lands[0].shape.step / 360)
    assert 2 < zoom < 5
    assert areas["Imia / Kardak"][2:4] == [None, [[37.05, 27.148]]]


def test_json_holds_nothing_that_ends_a_script(sample: Scene) -> None:
    assert set("<>&\u2028\u2029") & set(dumps(sample)) == set()


def test_ground_is_projected_as_leaflet_projects() -> None:
    shape = Shape(1.0, ((0, 0, 90, 60, 0, -60), (-180, 85, 1, 0)))
    unit = pixels_per_step(shape)
    assert unit == pytest.approx(65536 / 360)
    first, second = projected(shape)
    assert first[:2] == (180, 180)  # the middle of the world
    x, y = project(Point(60, 90))
    assert (first[0] + first[2], first[1] + first[3]) == (round(x * 256 / unit), round(y * 256 / unit))
    assert first[4:] == (0, 180 - first[1] - first[3])
    assert second == (0, round(project(Point(85, 0))[1] * 256 / unit), 1, 0)
    assert projected(Shape(1.0, ())) == []
