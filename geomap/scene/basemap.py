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

from geomap.scene.atlas import Atlas
from geomap.scene.grid import clip, lines_of, moved, shape_of, unwrapped
from geomap.scene.model import Basemap, Box, Label, LabelKind, Land, Point, Shape

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Outline

SCREEN = 1600.0
"""Pixels across which the region is first seen on a large screen."""
MIN_STEP = 0.004
VERTEX_BUDGET = 16_000
"""Vertices of the countries at most, about 50 KB of page; beyond it detail is given up."""
_WATER_SHARE = 400.0
"""A lake smaller than one in so many of a screen's sides squared is left out."""
_BACKDROP_STEP = 0.05


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
    step = max(MIN_STEP, (region.east - region.west) / SCREEN)
    lands = _lands(atlas, region, step, extract.held)
    while _vertices(lands) > VERTEX_BUDGET:
        step *= 1.6
        lands = _lands(atlas, region, step, extract.held)
    labels, borders = _provinces(atlas, extract.detail, step, extract.near)
    lakes = _clipped(atlas.layer("lakes_in", region), region)
    rivers = _clipped(atlas.layer("rivers_in", region), region)
    disputed = _clipped(atlas.layer("disputed_lines_in", region), region)
    return Basemap(
        region=region,
        detail=extract.detail,
        lands=lands,
        backdrop=_backdrop(atlas, extract.center_lon),
        provinces=labels,
        province_borders=borders,
        disputed=shape_of(_simple(disputed, step), step),
        lakes=shape_of(_simple(lakes, step), step, smallest=((region.east - region.west) / _WATER_SHARE) ** 2),
        rivers=shape_of(_simple(rivers, step * 2), step),
    )


def _vertices(lands: Sequence[Land]) -> int:
    return sum(len(line) for land in lands for line in land.shape.lines) // 2


def _clipped(outlines: Sequence[tuple[Outline, float]], box: Box) -> list[BaseGeometry]:
    cut = (clip(outline.geometry, box, shift) for outline, shift in outlines)
    return [shape for shape in cut if not shape.is_empty]


def _simple(shapes: Sequence[BaseGeometry], step: float) -> list[BaseGeometry]:
    return [shape.simplify(step) for shape in shapes]


def _lands(atlas: Atlas, region: Box, step: float, held: frozenset[str]) -> tuple[Land, ...]:
    import shapely

    outlines = atlas.layer("countries_in", region)
    shapes = [clip(outline.geometry, region, shift) for outline, shift in outlines]
    simple = shapely.coverage_simplify(shapes, step) if shapes else ()
    lands = []
    for (outline, shift), lines in zip(outlines, lines_of(list(simple), step, smallest=step * step * 4), strict=True):
        place = outline.place
        if place is None or not lines:
            continue
        label = Point(place.lat, place.lon + shift)
        inside = region.west <= label.lon <= region.east and region.south <= label.lat <= region.north
        code = place.country or ""
        weight = math.log10(1 + place.radius_km) + (2.0 if code in held else 0.0)
        lands.append(Land(code, place.name, label if inside else None, weight, code in held, Shape(step, lines)))
    return tuple(lands)


def _provinces(atlas: Atlas, box: Box, step: float, near: frozenset[str]) -> tuple[tuple[Label, ...], Shape]:
    import shapely

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
            labels.append(Label(LabelKind.PROVINCE, place.name, point, math.log10(1 + place.radius_km)))
    simple = shapely.coverage_simplify(shapes, step * 1.5)
    return tuple(labels), shape_of(list(simple), step, smallest=step * step * 16)


def _backdrop(atlas: Atlas, center_lon: float) -> Shape:
    """Return the world's coarse outlines; those beyond the frame's seam are moved to its other side."""
    import shapely

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
