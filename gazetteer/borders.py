"""Borders: the lines that a place's outline shares with its neighbours, the land along them, where three meet."""

from __future__ import annotations

import shapely
from shapely import ops
from shapely.geometry.base import BaseGeometry

from .bands import band, circle, moved
from .expressions import Side
from .geometry import (
    Near,
    Shape,
    close_to,
    extent_km,
    facing,
    geodesic_km,
    inner_point,
    lines,
    on_line,
    polygons,
)
from .ground import Ground
from .later import Later
from .model import Context, Place

SECTOR_DEGREES = 55.0  # half the angle of the side of a country that "its northern border" means
OUTER_SHARE = 0.05  # of a country's extent, within which nothing of it lies beyond its northern border
BEYOND_BORDER_KM = 40.0  # how far "across the border" reaches
BORDERLAND_KM = 25.0  # how far "the border regions" reach
MEETING_KM = 25.0  # within which three borders meet in one place
TRIPOINT_KM = 60.0  # radius of "the tri-border area"


def shared_border(place: Place, neighbour: Place, ground: Ground, near: Near = ()) -> Shape | None:
    """The line that two places share, ``None`` when they do not touch."""
    line = ground.remembered(("line", place.id, neighbour.id), lambda: ground.border_line(place, neighbour))
    return None if line is None else on_line(line, near)


def border_of(
    place: Place, ground: Ground, context: Context, inside: BaseGeometry | None = None
) -> BaseGeometry | None:
    """A place's land border: with the neighbours the article speaks of, else all of it; ``None`` without an outline.

    ``inside`` keeps the border of one part of the place ("the border of eastern Ukraine").
    """
    land = ground.mainland(place)
    if land is None:
        return None
    shared = ground.land_borders(place)
    if not shared:
        whole = lines(land.boundary)
    else:
        weights = dict(context.countries)
        named = [item for item in shared if weights.get(item[0].country or "", 0.0) > 0] or list(shared)
        key = ("border", place.id, *(other.id for other, _ in named))
        whole = ground.remembered(key, lambda: _merged([line for _, line in named]))
        if weights and not close_to(whole, context.near):
            whole = max(named, key=lambda item: weights.get(item[0].country or "", 0.0))[1]
    return _kept_inside(whole, inside)


def border(
    place: Place, side: Side | None, ground: Ground, context: Context, *, inside: BaseGeometry | None = None
) -> Shape | None:
    """A place's land border: its northern side, or that with the neighbour the article speaks of, or all of it."""
    if side is None or side.bearing is None:
        line = border_of(place, ground, context, inside)
    else:
        bearing = side.bearing
        line = (
            _facing(place, bearing, ground, inside)
            if inside is not None
            else ground.remembered(("border", place.id, bearing), lambda: _facing(place, bearing, ground, None))
        )
    return on_line(line, context.near) if line is not None and not line.is_empty else None


def _facing(place: Place, bearing: float, ground: Ground, inside: BaseGeometry | None) -> BaseGeometry | None:
    """What of a place's land border faces a side."""
    land = ground.mainland(place)
    if land is None:
        return None
    shared = [line for _, line in ground.land_borders(place)]
    whole = _kept_inside(_merged(shared) if shared else lines(land.boundary), inside)
    return _outer(facing(whole, land, bearing, SECTOR_DEGREES), land, bearing)


def _outer(line: BaseGeometry, land: BaseGeometry, bearing: float) -> BaseGeometry:
    """What of a border has none of the land beyond it: the north of the West Bank is no northern border of Israel."""
    extent = extent_km(land)
    coarse, step = land.simplify(0.02).buffer(0), max(5.0, OUTER_SHARE * extent)
    outer = line
    while step < 2 * extent:  # a feature twice as far may be twice as thin
        outer = lines(outer.difference(moved(coarse, bearing + 180.0, step)))
        step *= 1.5
    return line if outer.is_empty else outer


def _merged(found: list[BaseGeometry]) -> BaseGeometry:
    """Lines that end where the next begins need no overlay to be one."""
    return lines(shapely.multilinestrings([part for line in found for part in shapely.get_parts(line)]))


def _kept_inside(whole: BaseGeometry, inside: BaseGeometry | None) -> BaseGeometry:
    if inside is None:
        return whole
    part = lines(whole.intersection(inside.buffer(0.02)))
    return whole if part.is_empty else part


def beyond(line: Shape, place: Place, ground: Ground) -> Shape:
    """The land on the other side of a border as seen from the place that it bounds."""
    outline, edge = ground.outline(place), line.geometry
    if outline is None or edge is None:
        return line
    about = polygons(circle(line.lat, line.lon, BEYOND_BORDER_KM).difference(outline))
    if about.is_empty:
        return line
    lat, lon = inner_point(about)
    strip = Later(lambda: polygons(band(edge, BEYOND_BORDER_KM).difference(outline)))
    return Shape(lat, lon, line.radius_km, strip)


def borderland(line: Shape, of: Place | None, ground: Ground) -> Shape:
    """The land along a border, ``BORDERLAND_KM`` deep, on one place's side of it or on both."""
    edge = line.geometry
    if edge is None:
        return line
    strip = Later(lambda: band(edge, BORDERLAND_KM))
    outline = ground.outline(of) if of is not None else None
    if outline is None:
        return Shape(line.lat, line.lon, line.radius_km + BORDERLAND_KM, strip)
    about = polygons(circle(line.lat, line.lon, BORDERLAND_KM).intersection(outline))
    if about.is_empty:
        return Shape(line.lat, line.lon, line.radius_km + BORDERLAND_KM, strip)
    lat, lon = inner_point(about)
    own = Later(lambda: polygons(band(edge, BORDERLAND_KM).intersection(outline)))
    return Shape(lat, lon, line.radius_km, own)


def tripoint(places: tuple[Place, Place, Place], ground: Ground) -> Shape | None:
    """Where the borders of three places meet, with the land around; ``None`` when they do not."""
    first, second, third = places
    found = [ground.border_line(*pair) for pair in ((first, second), (second, third), (first, third))]
    present = [line for line in found if line is not None]
    if len(present) < 2:
        return None
    one, other = ops.nearest_points(present[0], present[1])
    if geodesic_km((one.y, one.x), (other.y, other.x)) > MEETING_KM:
        return None
    lat, lon = round(one.y, 4), round(one.x, 4)
    return Shape(lat, lon, TRIPOINT_KM, circle(lat, lon, TRIPOINT_KM))
