"""Discs, bands along lines and strips on one side of them, in kilometres on the ground."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

EARTH_RADIUS_KM = 6371.0088
DEGREE_KM = 111.2  # length of a degree of latitude
SLICE = 4.0  # degrees of latitude within which a degree of longitude is taken for constant
THINNEST = 0.05  # the least share of a degree of latitude that one of longitude counts for: beyond 87°
PIECE = 11  # edges of a line that are widened at once
CORNERS = 32  # of a disc


def squeeze(lat: float) -> float:
    """Return the length of a degree of longitude as share of one of latitude."""
    return max(THINNEST, math.cos(math.radians(lat)))


def circle(lat: float, lon: float, radius_km: float) -> BaseGeometry:
    """Return a disc on the sphere as a polygon of 32 corners; around a pole it goes round the world."""
    angle = min(radius_km / EARTH_RADIUS_KM, math.pi / 2)
    phi = math.radians(lat)
    bearings = np.linspace(0.0, 2 * math.pi, CORNERS, endpoint=False)
    sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * np.cos(bearings)
    lats = np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0)))
    turns = np.arctan2(np.sin(bearings) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * sine)
    lons = lon + np.degrees(turns)
    pole = math.degrees(angle) + abs(lat) >= 90.0
    if not pole:
        return Polygon(np.column_stack([lons, lats]))
    order = np.argsort(lons)
    end = math.copysign(90.0, lat)
    edge = np.column_stack([lons[order], lats[order]])
    first, last = edge[0][1], edge[-1][1]
    ring = [(lon - 180.0, end), (lon - 180.0, first), *edge, (lon + 180.0, last), (lon + 180.0, end)]
    return shapely.make_valid(Polygon(ring))


def band(shape: BaseGeometry, km: float) -> BaseGeometry:
    """Return all within so many km of a shape, to an eighth of the width."""
    south, north = shape.bounds[1], shape.bounds[3]
    if north - south <= SLICE:
        return _whole(_flat_band(shape, km))
    edges = np.arange(south, north, SLICE)
    west, east = shape.bounds[0] - 1, shape.bounds[2] + 1
    slices = [shape.intersection(shapely.box(west, edge, east, edge + SLICE)) for edge in edges]
    return _whole(shapely.union_all([_flat_band(each, km) for each in slices if not each.is_empty]))


def _flat_band(shape: BaseGeometry, km: float) -> BaseGeometry:
    narrow = squeeze((shape.bounds[1] + shape.bounds[3]) / 2)
    width = km / DEGREE_KM
    flat = affinity.scale(shape, xfact=narrow, origin=(0, 0))
    areas = [part for part in shapely.get_parts(flat) if part.geom_type == "Polygon"]
    edges = [ring for part in shapely.get_parts(flat) for ring in shapely.get_parts(_edge(part))]
    spread = shapely.buffer(_pieces(edges, width / 8), width, quad_segs=3)
    return affinity.scale(shapely.union_all([*spread, *areas]), xfact=1 / narrow, origin=(0, 0))


def _edge(part: BaseGeometry) -> BaseGeometry:
    return part.boundary if part.geom_type == "Polygon" else part


def _pieces(edges: list[BaseGeometry], tolerance: float) -> list[BaseGeometry]:
    """Cut simplified lines into short pieces: many small bands are made and united faster than one that winds."""
    pieces: list[BaseGeometry] = []
    for edge in edges:
        if edge.geom_type == "Point":
            pieces.append(edge)
            continue
        points = shapely.get_coordinates(edge.simplify(tolerance, preserve_topology=False))
        if len(points) < 2:
            points = shapely.get_coordinates(edge)[[0, -1]]
        pieces += [LineString(points[first : first + PIECE + 1]) for first in range(0, len(points) - 1, PIECE)]
    return pieces


def beside_line(line: BaseGeometry, km: float, *, left: bool) -> BaseGeometry:
    """Return the band on the left or right of lines, as seen along them."""
    narrow = squeeze((line.bounds[1] + line.bounds[3]) / 2)
    width = km / DEGREE_KM
    flat = affinity.scale(line, xfact=narrow, origin=(0, 0)).simplify(width / 20)
    strips = [part.buffer(width if left else -width, single_sided=True) for part in shapely.get_parts(flat)]
    return affinity.scale(shapely.union_all(strips), xfact=1 / narrow, origin=(0, 0))


def moved(shape: BaseGeometry, bearing: float, km: float) -> BaseGeometry:
    """Return a shape moved so far in a direction, every point by the same way on the ground."""
    angle = math.radians(bearing)
    north, east = km * math.cos(angle) / DEGREE_KM, km * math.sin(angle) / DEGREE_KM

    def shift(
        points: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    ) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        width = np.maximum(THINNEST, np.cos(np.radians(points[:, 1])))
        return np.column_stack([points[:, 0] + east / width, np.clip(points[:, 1] + north, -90.0, 90.0)])

    return shapely.transform(shape, shift)


def sweep(line: BaseGeometry, bearing: float, km: float) -> BaseGeometry:
    """Return what lines pass over when they are moved so far in a direction: the strip on that side of them."""
    coarse = line.simplify(km / DEGREE_KM / 20)
    quads: list[BaseGeometry] = []
    for part in shapely.get_parts(coarse):
        here = shapely.get_coordinates(part)
        there = shapely.get_coordinates(moved(part, bearing, km))
        corners = np.stack([here[:-1], here[1:], there[1:], there[:-1], here[:-1]], axis=1)
        quads += [quad for quad in map(Polygon, corners) if quad.area > 0]
    if not quads:
        return MultiPolygon()
    return _whole(shapely.union_all(shapely.make_valid(np.array(quads))))


def _whole(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a shape, between the poles."""
    _, south, _, north = shape.bounds if not shape.is_empty else (0.0, 0.0, 0.0, 0.0)
    if south < -90.0 or north > 90.0:
        shape = shape.intersection(shapely.box(-540.0, -90.0, 540.0, 90.0))
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > 0]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)
