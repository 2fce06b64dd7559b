"""Parts of places: the side of an area or a line that holds a share of it, or its middle."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from .bands import squeeze
from .expressions import Side
from .geometry import Shape, destination, disc_radius_km, inner_point, is_area, is_line, lines, on_line, polygons
from .ground import Ground
from .model import Place

PART_SHARE = 1 / 3  # of a country's area that "northern" takes
CENTRE_SHARE = 1 / 3  # of its area that "central" takes
HALVINGS = 18  # of the range in which a part's edge is sought: to a quarter of a millionth


def part(place: Place, side: Side, ground: Ground) -> Shape:
    """The side of a place's main land that holds ``PART_SHARE`` of its area; of a town the side beyond its centre.

    Of a line, such as a river, that share of its length. The radius is that of the disc of the part's area.
    """
    land = ground.mainland(place) or ground.outline(place)
    if land is None or not (is_area(land) or is_line(land)):
        lat, lon = place.lat, place.lon
        if side.bearing is not None:
            lat, lon = destination(lat, lon, side.bearing, place.radius_km * 0.6)
        return Shape(lat, lon, round(max(2.0, place.radius_km * 0.7), 1))
    cut = _central(land) if side.bearing is None else end_of(land, side.bearing)
    if is_line(cut):
        return on_line(cut, ())
    lat, lon = inner_point(cut)
    return Shape(lat, lon, disc_radius_km(cut), cut)


def _measure(shape: BaseGeometry) -> float:
    return float(shape.area or shape.length)


def _kept(shape: BaseGeometry, like: BaseGeometry) -> BaseGeometry:
    return polygons(shape) if is_area(like) else lines(shape)


def _half_plane(land: BaseGeometry, bearing: float, threshold: float) -> BaseGeometry:
    """All of the land whose coordinate along the bearing is at least ``threshold`` (degrees of latitude)."""
    _, south, _, north = land.bounds
    narrow = squeeze((south + north) / 2)
    x, y = math.sin(math.radians(bearing)), math.cos(math.radians(bearing))
    reach = 1000.0  # degrees, more than any place is away from the origin
    # A long rectangle that begins at the threshold, in narrowed coordinates, then stretched back.
    corners = [(-y, x, 0.0), (y, -x, 0.0), (y, -x, reach), (-y, x, reach)]
    ring = [
        ((x * (threshold + along) + reach * u) / narrow, y * (threshold + along) + reach * v) for u, v, along in corners
    ]
    return land.intersection(shapely.Polygon(ring))


def end_of(land: BaseGeometry, bearing: float, share: float = PART_SHARE) -> BaseGeometry:
    """Return what of an area or a line lies farthest in a direction and holds that share of it."""
    west, south, east, north = land.bounds
    narrow = squeeze((south + north) / 2)
    x, y = math.sin(math.radians(bearing)), math.cos(math.radians(bearing))
    corners = [px * narrow * x + py * y for px in (west, east) for py in (south, north)]
    low, high = min(corners), max(corners)
    rings = _Rings.of(land, bearing, narrow)
    wanted = rings.beyond(low) * share
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if rings.beyond(middle) > wanted:
            low = middle
        else:
            high = middle
    return _kept(_half_plane(land, bearing, (low + high) / 2), land)


@dataclass(frozen=True, slots=True)
class _Rings:
    """The edges of a shape in coordinates along and across a direction, of which areas beyond a threshold are told."""

    along: tuple[np.ndarray[Any, np.dtype[np.float64]], np.ndarray[Any, np.dtype[np.float64]]]
    across: np.ndarray[Any, np.dtype[np.float64]]
    area: bool

    @classmethod
    def of(cls, land: BaseGeometry, bearing: float, narrow: float) -> _Rings:
        """Turn the edges of areas (outer rings one way, holes the other) or of lines."""
        area = is_area(land)
        parts = shapely.get_parts(shapely.orient_polygons(land) if area else land)
        edges = [ring for part in parts for ring in shapely.get_parts(part.boundary if area else part)]
        x, y = math.sin(math.radians(bearing)), math.cos(math.radians(bearing))
        us, vs = [], []
        for edge in edges:
            points = shapely.get_coordinates(edge) * (narrow, 1.0)
            us.append(points @ (x, y))
            vs.append(points @ (-y, x))
        starts, ends = np.concatenate([u[:-1] for u in us]), np.concatenate([u[1:] for u in us])
        steps = np.concatenate([np.diff(v) for v in vs])
        return cls((starts, ends), steps if area else np.hypot(ends - starts, steps), area)

    def beyond(self, threshold: float) -> float:
        """Area (by Green's theorem the integral of the height above the threshold along the edges) or length."""
        one, other = self.along[0] - threshold, self.along[1] - threshold
        up, down = np.maximum(one, other), np.minimum(one, other)
        share = np.clip(up / np.maximum(up - down, 1e-12), 0.0, 1.0)
        if not self.area:
            return float(np.sum(self.across * share))
        height = np.where(down >= 0, (one + other) / 2, np.maximum(up, 0.0) * share / 2)
        return abs(float(np.sum(height * self.across)))


def _central(land: BaseGeometry) -> BaseGeometry:
    west, south, east, north = land.bounds
    centre, box = land.centroid, shapely.box(west, south, east, north)
    middle = affinity.translate(box, centre.x - (west + east) / 2, centre.y - (south + north) / 2)
    wanted = _measure(land) * CENTRE_SHARE
    low, high = 0.0, 2.0  # twice the box, moved to the centroid, holds all of the land
    for _ in range(HALVINGS):
        share = (low + high) / 2
        inside = shapely.clip_by_rect(land, *affinity.scale(middle, share, share, origin="center").bounds)
        low, high = (low, share) if _measure(inside) > wanted else (share, high)
    return _kept(land.intersection(affinity.scale(middle, high, high, origin="center")), land)
