"""Longitudes across the antimeridian: shapes are worked on in one piece, beyond ±180° if need be, then cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shapely
from shapely import affinity
from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon
from shapely.geometry.base import BaseGeometry

HALF = 180.0
WHOLE = 360.0


def normal(lon: float) -> float:
    """Return a longitude as it is written: from -180 to 180."""
    return lon if -HALF <= lon <= HALF else (lon + HALF) % WHOLE - HALF


def beside(lon: float, other: float) -> float:
    """Return a longitude, beyond ±180 if need be, on the short way from another."""
    return other + (lon - other + HALF) % WHOLE - HALF


def unwrapped(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape with all its parts on one side of its largest gap, where the largest part is: Chukotka at 190°.

    Shapes less than half the world wide, and such as go round it, are returned as they are.
    """
    west, _, east, _ = shape.bounds if not shape.is_empty else (0.0, 0.0, 0.0, 0.0)
    parts = list(shapely.get_parts(shape))
    if east - west <= HALF or len(parts) == 1:
        return shape
    spans = sorted((part.bounds[0], part.bounds[2]) for part in parts)
    gap, cut, reach = 0.0, None, spans[0][1]
    for start, end in spans[1:]:
        if start - reach > gap:
            gap, cut = start - reach, (start + reach) / 2
        reach = max(reach, end)
    if cut is None or gap < WHOLE - (east - west):
        return shape  # the widest gap is the one that the antimeridian lies in
    largest = max(parts, key=lambda part: (part.area, part.length))
    shift = WHOLE if largest.bounds[0] > cut else -WHOLE
    moved = [
        affinity.translate(part, xoff=shift) if (part.bounds[0] > cut) != (largest.bounds[0] > cut) else part
        for part in parts
    ]
    return _collected(moved)


def wrapped(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape cut at the antimeridian, all of it between -180° and 180°."""
    if shape.is_empty or (shape.bounds[0] >= -HALF and shape.bounds[2] <= HALF):
        return shape
    pieces = []
    for turn in (-1, 0, 1):
        world = shapely.box(-HALF + turn * WHOLE, -90.0, HALF + turn * WHOLE, 90.0)
        piece = affinity.translate(shape.intersection(world), xoff=-turn * WHOLE)
        pieces += [part for part in shapely.get_parts(piece) if not part.is_empty]
    return _collected(pieces)


def _collected(parts: list[BaseGeometry]) -> BaseGeometry:
    """Return parts as one geometry of their own kind; of mixed ones those of the highest dimension."""
    dimensions = [int(shapely.get_dimensions(part)) for part in parts]
    highest = max(dimensions)
    kept = [part for part, dimension in zip(parts, dimensions, strict=True) if dimension == highest]
    simple = [part for each in kept for part in shapely.get_parts(each)]
    makers: dict[int, Callable[[Any], BaseGeometry]] = {0: MultiPoint, 1: MultiLineString, 2: MultiPolygon}
    return simple[0] if len(simple) == 1 else makers[highest](simple)
