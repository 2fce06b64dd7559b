"""The view: which part of the map a picture shows, at which zoom, and where a point of it comes to lie.

``whole`` chooses as the page does when it opens, so that a picture of the page's size shows the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from geomap.errors import BadCrop
from geomap.scene import Scene
from geomap.scene.frame import EQUATOR_RADIUS_KM, MERCATOR_LIMIT, TILE, project, unproject
from geomap.scene.model import Box, Level, Point

MARGIN_X, MARGIN_Y = 28.0, 34.0
"""Pixels of the map that ``whole`` leaves free, both sides together; ``wholeView`` in the page has the same."""
_LEAST_SHARE, _MOST_SHARE = 0.46, 0.7
"""Height of a map as a share of its width."""
_LEAST_CROP, _MOST_ASPECT = 0.005, 4.0
"""Pixels at zoom 0 that a crop is wide at least (some 700 m at the equator), and how much longer one side may be."""
_ROUND = (1, 2, 3, 5)

Rect = tuple[float, float, float, float]
"""x and y of the left upper and of the right lower corner, in pixels."""
Crop = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is larger than east across the antimeridian."""


@dataclass(frozen=True, slots=True)
class View:
    """``width`` by ``height`` pixels of the map whose left upper corner is ``left``, ``top`` (pixels of the zoom, from
    the corner of the world). ``level`` is the arrangement that it is drawn with."""

    level: Level
    left: float
    top: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels per pixel of zoom 0."""
        return float(2.0**self.level.zoom)

    def at(self, point: Point) -> tuple[float, float]:
        """Return where a point lies, in pixels from the left upper corner."""
        x, y = project(point)
        return x * self.scale - self.left, y * self.scale - self.top

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a pixel lies within the view."""
        return 0 <= x <= self.width and 0 <= y <= self.height

    def km_per_pixel(self) -> float:
        """Return the kilometres that a pixel stands for in the middle of the view."""
        middle = unproject((self.left + self.width / 2) / self.scale, (self.top + self.height / 2) / self.scale)
        return 2 * math.pi * EQUATOR_RADIUS_KM * math.cos(math.radians(middle.lat)) / (TILE * self.scale)


def whole(scene: Scene, width: float, height: float | None = None) -> View:
    """Return the closest view that holds all places, and their stacks where that takes no more than one zoom level.
    Without ``height`` the map is as high as what it shows needs, between about a half and two thirds of its width."""
    tall = height if height is not None else width * _MOST_SHARE
    level, rect = _whole(scene, width - MARGIN_X, tall - MARGIN_Y)
    x0, y0, x1, y1 = rect
    if height is None:
        tall = max(width * _LEAST_SHARE, min(tall, y1 - y0 + MARGIN_Y * 2))
    return View(level, (x0 + x1) / 2 - width / 2, (y0 + y1) / 2 - tall / 2, width, tall)


def _whole(scene: Scene, width: float, height: float) -> tuple[Level, Rect]:
    first: tuple[Level, Rect] | None = None
    for level in reversed(scene.levels):
        rect = _pixels(scene.bounds, level)
        if not _fits(rect, width, height) and level.zoom > scene.levels[0].zoom:
            continue
        rect = _with_stacks(scene, level, rect)
        first = first or (level, rect)
        if _fits(rect, width, height):
            return level, rect
        if level.zoom <= first[0].zoom - 1:
            break
    if first is None:
        raise ValueError("a scene has at least one level")
    return first


def _with_stacks(scene: Scene, level: Level, rect: Rect) -> Rect:
    x0, y0, x1, y1 = rect
    for site, spot in zip(scene.sites, level.sites, strict=True):
        if spot is None or site.outside:
            continue
        x, y = (value * 2.0**level.zoom for value in project(site.point))
        grid = site.compact if level.compact else site.grid
        x0, x1 = min(x0, x + spot.dx - grid.width / 2), max(x1, x + spot.dx + grid.width / 2)
        y0, y1 = min(y0, y + spot.dy - grid.height / 2), max(y1, y + spot.dy + grid.height / 2)
    return x0, y0, x1, y1


def crop_box(crop: Crop, center_lon: float) -> Box:
    """Return the box of west, south, east and north (degrees, west larger than east across the antimeridian) in the
    frame of a scene with that middle. Raises ``BadCrop``."""
    west, south, east, north = crop
    if not all(math.isfinite(value) for value in crop) or not (-180 <= west <= 180 and -180 <= east <= 180):
        raise BadCrop(f"{_crop_words(crop)}: west and east are degrees from -180 to 180")
    if not -MERCATOR_LIMIT <= south < north <= MERCATOR_LIMIT:
        raise BadCrop(f"{_crop_words(crop)}: south is to be less than north, both within {MERCATOR_LIMIT:.0f} degrees")
    east = east if west < east else east + 360
    turn = 360.0 * math.floor((center_lon - (west + east) / 2 + 180) / 360)
    box = Box(west + turn, south, east + turn, north)
    (x0, y1), (x1, y0) = project(Point(south, box.west)), project(Point(north, box.east))
    if x1 - x0 < _LEAST_CROP or not 1 / _MOST_ASPECT <= (y1 - y0) / (x1 - x0) <= _MOST_ASPECT:
        raise BadCrop(
            f"{_crop_words(crop)}: is too small, or more than {_MOST_ASPECT:g} times as long as wide, for a map"
        )
    return box


def _crop_words(crop: Crop) -> str:
    return "crop " + ",".join(f"{value:g}" for value in crop)


def cropped(scene: Scene, box: Box, width: float) -> View:
    """Return the view of exactly ``box``; it is drawn in the size of the zoom that comes nearest to ``width``, and to
    be shown ``width`` pixels wide."""

    def misfit(level: Level) -> float:
        x0, _, x1, _ = _pixels(box, level)
        return abs((x1 - x0) / width - width / (x1 - x0))

    level = min(scene.levels, key=misfit)
    x0, y0, x1, y1 = _pixels(box, level)
    return View(level, x0, y0, x1 - x0, y1 - y0)


def _pixels(box: Box, level: Level) -> Rect:
    scale = 2.0**level.zoom
    x0, y0 = project(Point(box.north, box.west))
    x1, y1 = project(Point(box.south, box.east))
    return x0 * scale, y0 * scale, x1 * scale, y1 * scale


def _fits(rect: Rect, width: float, height: float) -> bool:
    return rect[2] - rect[0] <= width and rect[3] - rect[1] <= height


def free(rect: Rect, taken: Iterable[Rect]) -> bool:
    """Tell whether a rectangle covers none of those that are taken."""
    x0, y0, x1, y1 = rect
    return not any(x0 < b[2] and b[0] < x1 and y0 < b[3] and b[1] < y1 for b in taken)


def round_length(most: float) -> float:
    """Return the largest of 1, 2, 3, 5, 10, 20, … (and 0.1, …) that is at most ``most``."""
    unit = 1.0
    while unit > most:
        unit /= 10
    while unit * 10 <= most:
        unit *= 10
    return max(unit * n for n in _ROUND if unit * n <= most)
