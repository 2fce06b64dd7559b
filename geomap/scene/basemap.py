"""The basemap: countries of the region in detail, the world behind them, water, and provinces for a closer look.

The region is what the records span with a margin; detail is chosen so that a screen shows about one vertex for every
pixel or two when the map is first seen. Outlines are clipped, then simplified together, so that shared borders
stay shared.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from geomap.scene import ground
from geomap.scene.atlas import Atlas
from geomap.scene.frame import KM_PER_DEGREE, Frame, zoom_for
from geomap.scene.grid import clip, moved, shape_of, unwrapped
from geomap.scene.model import Area, Basemap, Box, Label, LabelKind, Point, Shape
from geomap.scene.placing import Where

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Outline

SCREEN = 1600.0
"""Pixels across which the region is first seen on a large screen."""
MIN_STEP = 0.004
_WATER_SHARE = 400.0
"""A lake smaller than one in so many of a screen's sides squared is left out."""
_BACKDROP_STEP = 0.05
_LEAST_AREA_KM, _MOST_AREA_KM = 2.0, 1_500.0
_PROVINCE_ZOOM, _PROVINCE_WIDTH = 6.0, 50.0
"""Provinces are named from this zoom on, and where they are this many pixels wide."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What of the world a basemap shows: ``region`` in detail, provinces within ``detail`` of the countries ``near``
    (alpha-3 codes of those that hold any symbol); ``held`` are those that a symbol stands for as a whole."""

    region: Box
    detail: Box
    held: frozenset[str]
    near: frozenset[str]
    center_lon: float


def build(atlas: Atlas, extract: Extract) -> Basemap:
    """Return the basemap of an extract."""
    region = extract.region
    land = ground.build(atlas, region, extract.held, max(MIN_STEP, (region.east - region.west) / SCREEN))
    step = land.step
    labels, borders = _provinces(atlas, extract.detail, step, extract.near)
    lakes = _clipped(atlas.layer("lakes_in", region), region)
    rivers = _clipped(atlas.layer("rivers_in", region), region)
    return Basemap(
        region=region,
        detail=extract.detail,
        lands=land.lands,
        contested=land.contested,
        backdrop=_backdrop(atlas, extract.center_lon),
        provinces=labels,
        province_borders=borders,
        disputed=land.disputed,
        lakes=shape_of(_simple(lakes, step), step, smallest=((region.east - region.west) / _WATER_SHARE) ** 2),
        rivers=shape_of(_simple(rivers, step * 2), step),
    )


def _clipped(outlines: Sequence[tuple[Outline, float]], box: Box) -> list[BaseGeometry]:
    cut = (clip(outline.geometry, box, shift) for outline, shift in outlines)
    return [shape for shape in cut if not shape.is_empty]


def _simple(shapes: Sequence[BaseGeometry], step: float) -> list[BaseGeometry]:
    return [shape.simplify(step) for shape in shapes]


def _provinces(atlas: Atlas, box: Box, step: float, near: frozenset[str]) -> tuple[tuple[Label, ...], Shape]:
    if step > ground.COARSE:
        return (), Shape(step, ())
    found = atlas.layer("provinces_in", box)
    outlines = [(each, shift) for each, shift in found if each.place is not None and each.place.country in near]
    if not outlines:
        return (), Shape(step, ())
    shapes = [clip(outline.geometry, box, shift) for outline, shift in outlines]
    labels = []
    for outline, shift in outlines:
        place = outline.place
        if place is None:
            continue
        point = Point(place.lat, place.lon + shift)
        if box.west <= point.lon <= box.east and box.south <= point.lat <= box.north:
            zoom = max(_PROVINCE_ZOOM, zoom_for(place.radius_km, place.lat, _PROVINCE_WIDTH))
            labels.append(Label(LabelKind.PROVINCE, place.name, point, math.log10(1 + place.radius_km), zoom))
    return tuple(labels), shape_of(ground.simplified(shapes, step * 1.5), step, smallest=step * step * 16)


def _backdrop(atlas: Atlas, center_lon: float) -> Shape:
    """Return the world's coarse outlines; those beyond the frame's seam are moved to its other side."""
    parts = shapely.get_parts([outline.geometry for outline in atlas.gazetteer.backdrop()])
    shapes = []
    for part in parts:
        west, _, east, _ = part.bounds
        whole = unwrapped(part) if east - west > 180 else part
        if center_lon:
            west, _, east, _ = whole.bounds
            turn = 360.0 * math.floor((center_lon - (west + east) / 2 + 180) / 360)
            whole = moved(whole, turn) if turn else whole
        shapes.append(whole)
    return shape_of(shapes, _BACKDROP_STEP)


def areas(atlas: Atlas, places: Sequence[Where], frame: Frame) -> tuple[Area, ...]:
    """Return the outline or circle of every place that is neither a country nor known to a few kilometres."""
    found: dict[tuple[int, int], Area] = {}
    for where in places:
        if where.kind == "country" or where.key in found or not _LEAST_AREA_KM <= where.radius_km <= _MOST_AREA_KM:
            continue
        shape = None if where.is_point else atlas.outline(where.id)
        outline = None
        if shape is not None and not shape.is_empty:
            step = max(MIN_STEP, where.radius_km / KM_PER_DEGREE / 80)
            outline = shape_of([moved(shape.simplify(step), frame.lon(where.lon) - where.lon)], step)
        found[where.key] = Area(where.name, frame.point(where.lat, where.lon), where.radius_km, outline)
    return tuple(found.values())
