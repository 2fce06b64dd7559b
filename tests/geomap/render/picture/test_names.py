"""Names on a picture: whole ones only, and no country that fills the map without one."""

from __future__ import annotations

import re

import pytest

from geomap.render.picture import names
from geomap.render.picture.view import Crop, View, crop_box, cropped, whole
from geomap.scene import Scene

SHOWN = re.compile(r'<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]+)</text>')


def shown(scene: Scene, view: View) -> dict[str, tuple[float, float]]:
    """Return the names on the map with where they stand, each once."""
    return {words: (float(x), float(y)) for x, y, words in SHOWN.findall(names.draw(scene, view, []))}


def test_names_stand_within_the_map(sample: Scene) -> None:
    view = whole(sample, 900)
    found = shown(sample, view)
    assert {"GERMANY", "BULGARIA", "Crimea"} <= set(found)
    assert [name for name, at in found.items() if not view.holds(*at)] == []


@pytest.mark.parametrize(
    ("crop", "name"),
    [((9, 49.5, 12, 51.5), "GERMANY"), ((33, 38, 36, 40), "TURKEY"), ((36, 52, 40, 55), "RUSSIA")],
)
def test_the_part_of_a_country_that_is_in_view_is_named(sample: Scene, crop: Crop, name: str) -> None:
    view = cropped(sample, crop_box(crop, sample.center_lon), 900)
    found = shown(sample, view)
    assert name in found
    assert view.holds(*found[name])


def test_a_country_whose_site_bears_its_name_is_not_named_twice(sample: Scene) -> None:
    view = cropped(sample, crop_box((25, 52.6, 30, 54.5), sample.center_lon), 900)
    assert "BELARUS" not in shown(sample, view)


def test_a_country_whose_site_lies_outside_the_view_is_named(sample: Scene) -> None:
    view = cropped(sample, crop_box((33, 49.2, 36, 50.5), sample.center_lon), 900)  # the site of Ukraine is west of it
    assert "UKRAINE" in shown(sample, view)


def test_nothing_stands_on_what_is_taken(sample: Scene) -> None:
    view = whole(sample, 900)
    everything = (0.0, 0.0, view.width, view.height)
    assert SHOWN.findall(names.draw(sample, view, [everything])) == []
