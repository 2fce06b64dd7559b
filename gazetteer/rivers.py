"""Rivers as lines: their banks, which hand a bank is on, and where they end."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from .bands import beside_line, circle, squeeze, sweep
from .expressions import Hand, Side
from .geometry import Shape, destination, disc_radius_km, inner_point, is_line, lines, on_line, polygons
from .ground import Ground
from .model import Place

BANK_KM = 25.0  # depth of the land that "the left bank" means, of a river alone
MOUTH_KM = (30.0, 60.0, 120.0)  # radii around an end within which the sea is looked for, estuaries taken for land
SEA_SHARE = 0.02  # of such a circle which must be water where a river ends in the sea
CLEARLY = 3.0  # times as much water as at the other end
MOUTH_RADIUS_KM = 15.0
GAP = 0.1  # degrees between the lines of one river that are joined


def bank(place: Place, side: Side | Hand, ground: Ground) -> Shape | None:
    """The land on one side of a river, or of the main river of an area.

    ``None`` where no line is known, or for a hand where the line does not tell which way the river flows.
    """
    outline = ground.outline(place)
    if outline is None:
        return None
    if is_line(outline):
        return _along(outline, side, ground)
    return _in_area(ground.mainland(place) or outline, side, ground)


def _along(river: BaseGeometry, side: Side | Hand, ground: Ground) -> Shape | None:
    on_river = on_line(river, ())
    if isinstance(side, Side):
        if side.bearing is None:
            return None
        strip = sweep(river, side.bearing, BANK_KM)
        lat, lon = destination(on_river.lat, on_river.lon, side.bearing, BANK_KM / 2)
    else:
        flowing = downstream(river, ground)
        if flowing is None:
            return None
        strip = beside_line(flowing, BANK_KM, left=side is Hand.LEFT)
        about = polygons(strip.intersection(circle(on_river.lat, on_river.lon, BANK_KM)))
        lat, lon = inner_point(strip if about.is_empty else about)
    return Shape(lat, lon, round(math.hypot(on_river.radius_km, BANK_KM), 1), strip)


def _in_area(area: BaseGeometry, side: Side | Hand, ground: Ground) -> Shape | None:
    """The part of an area on one side of the longest river in it."""
    inside = lines(shapely.union_all([river.intersection(area) for river in ground.rivers if river.intersects(area)]))
    if inside.is_empty:
        return None
    river = _run(inside)
    flowing = downstream(river, ground) if isinstance(side, Hand) else river
    if flowing is None:
        return None
    pieces = [piece for piece in shapely.get_parts(area.difference(_through(river, area).buffer(1e-4))) if piece.area]
    kept = [piece for piece in pieces if _on_side(piece, flowing, side)]
    if not kept or len(kept) == len(pieces):
        return None
    found = polygons(shapely.multipolygons(kept))
    lat, lon = inner_point(found)
    return Shape(lat, lon, disc_radius_km(found), found)


def _through(river: LineString, area: BaseGeometry) -> LineString:
    """Lengthen a river straight on at both ends, so that it parts the area that it ends in."""
    points = [(float(x), float(y)) for x, y in shapely.get_coordinates(river)]
    west, south, east, north = area.bounds
    reach = (east - west) + (north - south)
    ends = []
    for end, before in ((points[0], points[min(3, len(points) - 1)]), (points[-1], points[max(-4, -len(points))])):
        away = math.dist(end, before)
        step = reach / away if away else 0.0
        ends.append((end[0] + (end[0] - before[0]) * step, end[1] + (end[1] - before[1]) * step))
    longer = LineString([ends[0], *points, ends[1]])
    return longer if longer.is_simple else river


def _on_side(piece: BaseGeometry, river: LineString, side: Side | Hand) -> bool:
    point = piece.representative_point()
    here = river.interpolate(river.project(point))
    narrow = squeeze(point.y)
    x, y = (point.x - here.x) * narrow, point.y - here.y
    if isinstance(side, Side):
        angle = math.radians(side.bearing or 0.0)
        return bool(x * math.sin(angle) + y * math.cos(angle) > 0)
    at = river.project(point)
    step = max(river.length / 200, 1e-3)
    one, other = river.interpolate(max(0.0, at - step)), river.interpolate(min(river.length, at + step))
    along = ((other.x - one.x) * narrow, other.y - one.y)
    return bool((along[0] * y - along[1] * x > 0) is (side is Hand.LEFT))


def downstream(river: BaseGeometry, ground: Ground) -> LineString | None:
    """Return a river's longest run of lines, turned so that it ends in the sea; ``None`` where neither end does."""
    run = _run(river)
    start, end = Point(run.coords[0]), Point(run.coords[-1])
    for reach in MOUTH_KM:
        first, last = _water_share(start, reach, ground), _water_share(end, reach, ground)
        if max(first, last) >= SEA_SHARE:
            if max(first, last) < CLEARLY * min(first, last):
                return None
            return run if last > first else LineString(run.coords[::-1])
    return None


def _run(river: BaseGeometry) -> LineString:
    """Join the parts of a river, nearest end to nearest end, beginning with the longest."""
    parts = sorted(shapely.get_parts(lines(river)), key=lambda part: -part.length)
    run = list(parts[0].coords)
    waiting = [list(part.coords) for part in parts[1:]]
    while waiting:
        ends = [(math.dist(run[end][:2], part[other][:2]), index, end, other)
                for index, part in enumerate(waiting) for end in (0, -1) for other in (0, -1)]  # fmt: skip
        gap, index, end, other = min(ends)
        if gap > GAP:
            break
        part = waiting.pop(index)
        onward = part if (end == -1) == (other == 0) else part[::-1]
        run = run + onward if end == -1 else onward + run
    return LineString(np.array(run)[:, :2])


def _water_share(end: Point, reach_km: float, ground: Ground) -> float:
    around = circle(end.y, end.x, reach_km)
    return float(around.difference(ground.land_near(around)).area / around.area)


def mouth(place: Place, ground: Ground) -> Shape | None:
    """Where a river ends in the sea; ``None`` where its line is not known or does not."""
    outline = ground.outline(place)
    if outline is None or not is_line(outline):
        return None
    flowing = downstream(outline, ground)
    if flowing is None:
        return None
    lon, lat = flowing.coords[-1][:2]
    return Shape(round(lat, 4), round(lon, 4), MOUTH_RADIUS_KM)
