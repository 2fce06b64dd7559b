"""Expressions in context: resolves the names inside an expression and answers with its shape."""

from __future__ import annotations

from dataclasses import replace

from shapely.geometry.base import BaseGeometry

from . import locate_edges as edges
from . import locate_land as land
from .expressions import (
    Airspace,
    Bank,
    Between,
    Border,
    Borderland,
    Coast,
    Expression,
    Inside,
    Mouth,
    Named,
    Near,
    Offset,
    Part,
    Tripoint,
    Union,
    Waters,
    Within,
)
from .finder import LOSS, Finder, Resolve, Ways
from .frames import normal, wrapped
from .geometry import Shape, geodesic_km
from .ground import Ground
from .later import Later
from .located import Answer, Unresolved, of_all
from .model import Candidate, Context, NameKind, Resolution

LEAST_RADIUS_KM = 1.0  # of any expression: no words place a thing in a street


def resolve_expression(
    query: str, expression: Expression, context: Context, resolve: Resolve, *, ground: Ground
) -> Resolution:
    """Return the place that the expression describes; its ``best`` is ``None`` when a name in it is not found.

    So it is when the expression tells no place ("an hour's drive from Goma"); then the place inside is an alternative.
    """
    if isinstance(expression, Named):
        return replace(Finder(context, resolve, ground, WAYS).named(expression), query=query)
    try:
        answer = Finder(context, resolve, ground, WAYS).locate(expression)
    except Unresolved as unresolved:
        return Resolution(query, None, unresolved.alternatives, why=unresolved.why)
    score = round(answer.confidence, 3)
    lon, radius = round(normal(answer.place.lon), 4), max(LEAST_RADIUS_KM, answer.place.radius_km)
    place = replace(answer.place, lon=lon, radius_km=radius)
    best = Candidate(place, query, NameKind.NAME, score, answer.why)
    return Resolution(query, best, (), score, answer.why, Later(lambda: _drawn(answer.shape.geometry)))


def _drawn(shape: BaseGeometry | None) -> BaseGeometry | None:
    return None if shape is None else wrapped(shape)


def _union(finder: Finder, expression: Union) -> Answer:
    """Several parts as one."""
    return of_all([finder.locate(part) for part in expression.parts])


def _within(finder: Finder, expression: Within) -> Answer:
    """A place, judged by the area that it is told to lie in."""
    area = finder.locate(expression.area)
    context = _in(finder, area, expression.area)
    answer = replace(finder, context=context).locate(expression.place)
    if _apart(answer, area.shape):
        return answer.doubted(f"it does not lie in {area.place.name} as told", LOSS)
    return replace(answer, why=(*answer.why, f"lies in {area.place.name}, as told"))


def _in(finder: Finder, area: Answer, expression: Expression) -> Context:
    """The context that an area told with a place makes for it."""
    within = (*finder.context.within, expression.name) if isinstance(expression, Named) else finder.context.within
    countries = finder.context.countries
    if area.place.country and area.place.country not in dict(countries):
        countries = (*countries, (area.place.country, 1.0))
    near = ((area.shape.lat, normal(area.shape.lon)), *finder.context.near)
    return replace(finder.context, within=within, countries=countries, near=near)


def _apart(answer: Answer, area: Shape) -> bool:
    """Whether a place lies farther from an area than both reach."""
    place = answer.place
    away = geodesic_km((place.lat, normal(place.lon)), (area.lat, normal(area.lon)))
    return away > place.radius_km + 2.0 * area.radius_km + 20.0


WAYS: Ways = {
    Part: land.part,
    Bank: land.bank,
    Mouth: land.mouth,
    Airspace: land.airspace,
    Offset: land.offset,
    Inside: land.inside,
    Near: land.near,
    Between: land.between,
    Coast: edges.coast,
    Waters: edges.waters,
    Border: edges.border,
    Borderland: edges.borderland,
    Tripoint: edges.tripoint,
    Union: _union,
    Within: _within,
}
