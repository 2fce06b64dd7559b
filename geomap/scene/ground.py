"""The land of the basemap: countries as the viewpoint draws them, and the contested areas on them.

Countries and contested areas are pieces that meet vertex by vertex. They are clipped and simplified together, then put
together to countries, so that hatching, borders and dashes lie on the same lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geomap.scene.atlas import Atlas
from geomap.scene.frame import zoom_for
from geomap.scene.grid import clip, lines_of, moved, shape_of
from geomap.scene.model import Box, Contested, Land, Point, Shape

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import ContestedArea, Tract

COARSE = 0.08
"""From this step on, in degrees, a basemap shows a good part of the world."""
VERTEX_BUDGET = 16_000
"""Vertices of the countries at most, about 50 KB of page; beyond it detail is given up."""
_NAME_WIDTH, _NAME_SHARE, _ISLET_WIDTH, _ISLET_ZOOM = 18.0, 1.7, 1.5, 3.0
"""Contested areas are named where they are so many pixels wide, and so many for each letter (a third of the name);
islets, drawn larger than they are, much earlier."""
_LEAST_SIDE = 4.0
"""Steps across which a contested area must be to be hatched on a map of a good part of the world."""


@dataclass(frozen=True, slots=True)
class Ground:
    """``lands`` with the detail of ``step`` degrees, the contested areas, and the borders that they share with those
    who contest them."""

    step: float
    lands: tuple[Land, ...]
    contested: tuple[Contested, ...]
    disputed: Shape


def build(atlas: Atlas, region: Box, held: frozenset[str], step: float) -> Ground:
    """Return the land within ``region``; ``held`` are the codes of countries that a symbol stands for. The step is made
    larger where the vertices would be too many."""
    tracts = atlas.tracts(region)
    clipped = [_rounded(clip(tract.geometry, region, shift)) for tract, shift in tracts]
    shapes = simplified(clipped, step)
    while (vertices := sum(shapely.get_num_coordinates(shape) for shape in shapes)) > VERTEX_BUDGET:
        step *= max(1.2, vertices / VERTEX_BUDGET)
        shapes = simplified(clipped, step)
    coarse = step > COARSE
    lands = _lands(tracts, clipped if coarse else shapes, region, held=held, step=step)
    least = (_LEAST_SIDE * step) ** 2 if coarse else 0.0
    hatched = {
        (tract.area.slug, shift): shape
        for (tract, shift), shape in zip(tracts, shapes, strict=True)
        if tract.area is not None and shape.area >= least
    }
    areas = atlas.contested(region)
    drawn = (
        _contested(area, shift, region, hatched=hatched.get((area.slug, shift)), step=step) for area, shift in areas
    )
    contested = tuple(area for area in drawn if area is not None)
    lines = [clip(area.geometry, region, shift) for area, shift in areas if area.kind == "line" and not area.between]
    disputed = [line.simplify(step) for line in lines if not line.is_empty]
    if not coarse:
        pieces = [tract for tract, _ in tracts]
        disputed += _borders(pieces, shapes, inner=atlas.view != "un")
        disputed += _fronts(pieces, shapes, [area for area, _ in areas])
    return Ground(step, lands, contested, shape_of(disputed, step))


def _rounded(shape: BaseGeometry) -> BaseGeometry:
    """Two neighbours clipped at one edge may end a last digit apart; what is not the same point is not shared."""
    return shapely.transform(shape, lambda points: points.round(7))


def simplified(shapes: Sequence[BaseGeometry], step: float) -> list[BaseGeometry]:
    """Return neighbouring polygons simplified to ``step`` degrees. Shared borders stay shared in a region; of a good
    part of the world that would take a second, and a border that is a step off is hidden under its line."""
    if not shapes:
        return []
    if step > COARSE:
        return list(shapely.simplify(np.asarray(shapes, dtype=object), step, preserve_topology=False))
    return list(shapely.coverage_simplify(shapes, step))


def _lands(
    tracts: Sequence[tuple[Tract, float]],
    shapes: Sequence[BaseGeometry],
    region: Box,
    *,
    held: frozenset[str],
    step: float,
) -> tuple[Land, ...]:
    """Put the pieces together to countries, in the order in which each is first met."""
    parts: dict[tuple[str, float], list[int]] = {}
    for index, (tract, shift) in enumerate(tracts):
        if not shapes[index].is_empty:
            owner = (tract.place.country or "") if tract.place else f"apart:{tract.name}:{index}"
            parts.setdefault((owner, shift), []).append(index)
    whole = [
        shapes[found[0]] if len(found) == 1 else shapely.coverage_union_all([shapes[index] for index in found])
        for found in parts.values()
    ]
    if step > COARSE:
        whole = simplified(whole, step)
    lands = []
    for ((_, shift), found), lines in zip(parts.items(), lines_of(whole, step, smallest=step * step * 4), strict=True):
        if not lines:
            continue
        tract = tracts[found[0]][0]
        place, shape = tract.place, Shape(step, lines)
        if place is None:
            lands.append(Land("", tract.name, None, 0.0, held=False, shape=shape))
            continue
        label = Point(place.lat, place.lon + shift)
        code = place.country or ""
        inside = _holds(region, label)
        lands.append(Land(code, place.name, label if inside else None, place.radius_km, code in held, shape))
    return tuple(lands)


def _contested(
    area: ContestedArea, shift: float, region: Box, *, hatched: BaseGeometry | None, step: float
) -> Contested | None:
    """Return what is drawn of an area in the region; ``None`` where it lies outside."""
    islets: tuple[Point, ...] = ()
    shape = None
    if area.kind == "islets":
        points = [Point(lat, lon + shift) for lon, lat in shapely.get_coordinates(area.geometry).tolist()]
        islets = tuple(point for point in points if _holds(region, point))
        here = moved(area.geometry, shift) if islets else None
    elif area.kind == "land" and hatched is not None:
        here = None if hatched.is_empty else hatched
        shape = None if here is None else shape_of([here], step)
    else:
        cut = clip(area.geometry, region, shift)
        here = None if cut.is_empty else cut
    if here is None:
        return None
    point = Point(area.lat, area.lon + shift)
    if islets:  # the name stands beside the middlemost
        point = min(islets, key=lambda islet: shapely.Point(islet.lon, islet.lat).distance(here.centroid))
    if not _holds(region, point) and here.area:
        inner = here.point_on_surface()
        point = Point(round(inner.y, 4), round(inner.x, 4))
    west, south, east, north = here.bounds
    box = Box(west, south, east, north)
    name_width = max(_NAME_WIDTH, _NAME_SHARE * len(area.name))
    zoom = zoom_for(area.radius_km, area.lat, _ISLET_WIDTH if islets else name_width)
    zoom = round(max(_ISLET_ZOOM, zoom) if islets else zoom, 2)
    return Contested(area.slug, area.name, area.statement, point, area.radius_km, zoom, box, shape, islets)


def _holds(box: Box, point: Point) -> bool:
    return box.west <= point.lon <= box.east and box.south <= point.lat <= box.north


def _borders(tracts: Sequence[Tract], shapes: Sequence[BaseGeometry], *, inner: bool) -> list[BaseGeometry]:
    """What contested areas share with each other, with land that stands apart, and with countries that hold or claim
    them: a third country's border with one is a border like any other. Only ``inner`` lines from a viewpoint that has
    made up its mind: to it, what divides two countries is a border like any other too."""
    if not any(tract.area for tract in tracts):
        return []
    tree = shapely.STRtree(list(shapes))
    found = []
    for index, tract in enumerate(tracts):
        if tract.area is None:
            continue
        parties = {*tract.area.administered_by, *tract.area.claimed_by}
        for other in sorted(tree.query(shapes[index], predicate="intersects").tolist()):
            neighbour = tracts[other]
            if other == index or (neighbour.area is not None and other < index):
                continue
            if inner and (tract.place is None or tract.place != neighbour.place):
                continue
            if neighbour.area or neighbour.place is None or neighbour.place.country in parties:
                found.append(_shared(shapes[index], shapes[other]))
    return found


def _fronts(
    tracts: Sequence[Tract], shapes: Sequence[BaseGeometry], areas: Sequence[ContestedArea]
) -> list[BaseGeometry]:
    """The borders between two countries that are contested lines themselves."""
    by_code = {
        tract.place.country: shape
        for tract, shape in zip(tracts, shapes, strict=True)
        if tract.place is not None and tract.area is None
    }
    pairs = sorted({area.between for area in areas if area.kind == "line" and set(area.between) <= set(by_code)})
    return [_shared(by_code[one], by_code[other]) for one, other in (pair for pair in pairs if len(pair) == 2)]


def _shared(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts([shapely.intersection(one.boundary, other.boundary)])
    parts = shapely.get_parts(parts)
    lines: BaseGeometry = shapely.line_merge(shapely.multilinestrings(parts[shapely.get_type_id(parts) == 1]))
    return lines
