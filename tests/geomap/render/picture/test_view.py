"""The view: the same choice as the page makes, crops, and where points come to lie."""

from __future__ import annotations

import math

import pytest

from gazetteer import Gazetteer
from geomap.errors import BadCrop
from geomap.render.picture.view import Crop, crop_box, cropped, free, round_length, whole
from geomap.scene import Scene, compose
from geomap.scene.frame import project
from geomap.scene.model import Box, Point
from tests.support import hard


def test_the_whole_view_holds_every_place_of_the_sample(sample: Scene) -> None:
    view = whole(sample, 900, 600)
    assert [view.holds(*view.at(site.point)) for site in sample.sites] == [True] * 4
    assert (view.width, view.height) == (900, 600)
    x, y = project(Point(50, 20))
    assert view.at(Point(50, 20)) == pytest.approx((x * view.scale - view.left, y * view.scale - view.top))


def test_without_a_height_the_map_is_as_high_as_it_needs(sample: Scene) -> None:
    view = whole(sample, 1000)
    assert 460 <= view.height <= 700


def test_a_kilometre_is_as_long_as_the_projection_makes_it(sample: Scene) -> None:
    view = cropped(sample, Box(0, 59.9, 1, 60.1), 1000)
    west, _ = view.at(Point(60, 0))
    east, _ = view.at(Point(60, 1))
    degree_km = math.cos(math.radians(60)) * math.tau * 6378.137 / 360
    assert degree_km / (east - west) == pytest.approx(view.km_per_pixel(), rel=1e-3)


def test_a_crop_is_shown_exactly(sample: Scene) -> None:
    view = cropped(sample, Box(22, 51, 33, 57), 1150)
    assert view.at(Point(57, 22)) == pytest.approx((0, 0))
    assert view.at(Point(51, 33)) == pytest.approx((view.width, view.height))
    assert 0.7 < view.width / 1150 < 1.42


@pytest.mark.parametrize(
    ("crop", "center", "box"),
    [
        ((22, 51, 33, 57), 0.0, Box(22, 51, 33, 57)),
        ((170, -20, -170, -10), 180.0, Box(170, -20, 190, -10)),
        ((-175, -20, -165, -10), 180.0, Box(185, -20, 195, -10)),
        ((170, -20, -170, -10), 0.0, Box(170, -20, 190, -10)),
    ],
)
def test_crop_box_lies_in_the_frame(crop: Crop, center: float, box: Box) -> None:
    found = crop_box(crop, center)
    assert (found.south, found.north) == (box.south, box.north)
    assert (found.west % 360, found.east % 360) == (box.west % 360, box.east % 360)
    assert abs((found.west + found.east) / 2 - center) <= 180


@pytest.mark.parametrize(
    ("crop", "message"),
    [
        ((0, 50, 200, 60), "crop 0,50,200,60: west and east are degrees from -180 to 180"),
        ((0, 60, 10, 50), "crop 0,60,10,50: south is to be less than north, both within 85 degrees"),
        ((0, 50, 10, 89), "crop 0,50,10,89: south is to be less than north, both within 85 degrees"),
        ((0, 50, 0.0001, 50.0001), "crop 0,50,0.0001,50.0001: is too small, or more than 4 times as long as wide"),
        ((0, -60, 5, 60), "crop 0,-60,5,60: is too small, or more than 4 times as long as wide, for a map"),
        ((float("nan"), 50, 10, 60), "crop nan,50,10,60: west and east are degrees"),
    ],
)
def test_a_crop_that_makes_no_map_is_refused(crop: Crop, message: str) -> None:
    with pytest.raises(BadCrop, match="^" + message.replace(".", r"\.")):
        crop_box(crop, 0.0)


@pytest.mark.parametrize(
    ("most", "length"), [(1, 1), (4.9, 3), (5, 5), (99, 50), (730, 500), (0.25, 0.2), (0.04, 0.03)]
)
def test_round_length(most: float, length: float) -> None:
    assert round_length(most) == pytest.approx(length)


def test_free() -> None:
    assert free((0, 0, 10, 10), [(10, 0, 20, 10), (0, 11, 5, 12)])
    assert not free((0, 0, 10, 10), [(9, 9, 20, 20)])


def test_across_the_antimeridian_both_ends_are_in_view(gazetteer: Gazetteer) -> None:
    scene = compose(hard.seam(), gazetteer)
    view = whole(scene, 1000)
    assert [view.holds(*view.at(site.point)) for site in scene.sites] == [True, True]
