"""Distances on the mean sphere, good enough to rank by; shapes are made on the ellipsoid (see ``geometry``)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

EARTH_RADIUS_KM = 6371.0088

Vector: TypeAlias = tuple[float, float, float]
"""A point on the sphere as seen from its middle, one long."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine) on the mean sphere; off by at most 0.5 % from the geodesic."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def vector(lat: float, lon: float) -> Vector:
    """Return the vector of a point in degrees."""
    phi, theta = math.radians(lat), math.radians(lon)
    flat = math.cos(phi)
    return flat * math.cos(theta), flat * math.sin(theta), math.sin(phi)


def closest_km(point: Vector, others: Iterable[Vector]) -> float:
    """Return the distance to the closest of some points, to a metre: a tenth of what as many haversines cost."""
    x, y, z = point
    nearness = max([x * a + y * b + z * c for a, b, c in others])
    return EARTH_RADIUS_KM * math.acos(min(1.0, max(-1.0, nearness)))
