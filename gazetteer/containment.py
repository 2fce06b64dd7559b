"""Which place lies in which, as far as points, radii and divisions tell."""

from __future__ import annotations

from .model import Kind, Place
from .sphere import distance_km


def lies_in(inner: Place, outer: Place) -> bool:
    """Tell whether a place lies in another, by their divisions, else as discs."""
    if inner.id == outer.id:
        return False
    if outer.kind is Kind.COUNTRY:
        return inner.country == outer.country and inner.kind is not Kind.COUNTRY
    if outer.kind is Kind.ADMIN1:
        return inner.country == outer.country and inner.admin1 == outer.name
    if outer.radius_km < 1.0 or inner.radius_km > outer.radius_km:
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) <= 1.5 * outer.radius_km + 10.0
