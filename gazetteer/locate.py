"""Expressions in context: resolves the names inside an expression and answers with its shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import shapes
from .expressions import Between, Border, Coast, Expression, Named, Near, Offset, Part
from .model import Candidate, Context, Kind, NameKind, Place, Resolution
from .shapes import Ground, Shape

LOSS = 0.9  # of the confidence, for each expression around a name
Resolve = Callable[[str, Context], Resolution]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An expression's place with its shape; ``confidence`` of the names that it stands on, and the reasons for them."""

    place: Place
    shape: Shape
    confidence: float
    why: tuple[str, ...]
    base: Place  # the named place that the expression is about


class _Unknown(Exception):  # noqa: N818 - control flow inside this module, told to the caller as a Resolution
    def __init__(self, answer: Resolution) -> None:
        super().__init__(answer.query)
        self.answer = answer


def resolve_expression(query: str, expression: Expression, context: Context, resolve: Resolve, ground: Ground) -> Resolution:
    """Return the place that the expression describes; its ``best`` is ``None`` when a name in it is not found."""
    if isinstance(expression, Named):
        return replace(resolve(expression.name, context), query=query)
    try:
        answer = _locate(expression, context, resolve, ground)
    except _Unknown as unknown:
        return Resolution(query, None, why=unknown.answer.why)
    score = round(answer.confidence, 3)
    best = Candidate(answer.place, query, NameKind.NAME, score, answer.why)
    return Resolution(query, best, (), score, answer.why, answer.shape.geometry)


def _locate(expression: Expression, context: Context, resolve: Resolve, ground: Ground) -> _Answer:
    def inner(of: Expression) -> _Answer:
        return _locate(of, context, resolve, ground)

    if isinstance(expression, Named):
        return _named(expression, context, resolve)
    if isinstance(expression, Part):
        whole = inner(expression.whole)
        shape = shapes.part(whole.place, expression.side, ground)
        return _made(whole, shape, f"part:{expression.side.word}", f"{expression.side.adjective} {whole.place.name}")
    if isinstance(expression, Offset):
        return _offset(expression, inner(expression.origin), context, ground)
    if isinstance(expression, Near):
        place = inner(expression.place)
        return _made(place, shapes.near_to(place.shape), "near", f"near {place.place.name}")
    if isinstance(expression, Between):
        first, second = inner(expression.first), inner(expression.second)
        name = f"between {first.place.name} and {second.place.name}"
        return _joined(first, second, shapes.between(first.place, second.place, ground), "between", name)
    if isinstance(expression, Coast):
        place = inner(expression.of)
        shape = shapes.coast(place.place, expression.side, ground, offshore=expression.offshore)
        side = f"{expression.side.adjective} " if expression.side else ""
        words = f"off the {side}coast of" if expression.offshore else f"{side}coast of"
        answer = _made(place, shape, "off" if expression.offshore else "coast", f"{words} {place.place.name}")
        return replace(answer, place=replace(answer.place, kind=Kind.WATER if expression.offshore else Kind.REGION))
    return _border(expression, inner, context, ground)


def _named(expression: Named, context: Context, resolve: Resolve) -> _Answer:
    answer = resolve(expression.name, context)
    if answer.best is None:
        raise _Unknown(answer)
    place = answer.best.place
    why = tuple(f"{place.name}: {reason}" for reason in answer.why[:3])
    shape = Shape(place.lat, place.lon, place.radius_km, answer.geometry)
    return _Answer(place, shape, answer.confidence, why, place)


def _made(inner: _Answer, shape: Shape, slug: str, name: str, why: str = "") -> _Answer:
    place = replace(
        inner.place, id=f"{slug}:{inner.place.id}", name=name, lat=shape.lat, lon=shape.lon, radius_km=shape.radius_km,
        population=0,
    )  # fmt: skip
    return _Answer(place, shape, inner.confidence * LOSS, ((why,) if why else ()) + inner.why, inner.base)


def _joined(first: _Answer, second: _Answer, shape: Shape, slug: str, name: str, kind: Kind = Kind.REGION) -> _Answer:
    same = first.place.country if first.place.country == second.place.country else None
    place = Place(
        f"{slug}:{first.place.id}+{second.place.id}", name, kind, same, None, shape.lat, shape.lon, shape.radius_km
    )
    confidence = min(first.confidence, second.confidence) * LOSS
    return _Answer(place, shape, confidence, first.why + second.why, first.base)


def _offset(expression: Offset, origin: _Answer, context: Context, ground: Ground) -> _Answer:
    shape = shapes.offset(origin.shape, expression.side, expression.distance_km, context.near)
    distance = f"{expression.distance_km:.0f} km " if expression.distance_km is not None else ""
    direction = f"{expression.side.word} of" if expression.side else "from"
    name = f"{distance}{direction} {origin.place.name}"
    slug = f"offset:{distance.replace(' ', '')}{expression.side.word if expression.side else ''}"
    why = "" if expression.distance_km is not None else "no distance is told: taken as just beyond"
    answer = _made(origin, shape, slug, name, why)
    country = shapes.country_at(shape.lat, shape.lon, ground) or origin.place.country
    return replace(answer, place=replace(answer.place, kind=Kind.REGION, admin1=None, country=country))


def _border(expression: Border, inner: Callable[[Expression], _Answer], context: Context, ground: Ground) -> _Answer:
    of = inner(expression.of)
    if expression.neighbour is not None:
        other = inner(expression.neighbour)
        shared = shapes.shared_border(of.place, other.place, ground, context.near)
        if shared is None:
            shared = shapes.between(of.place, other.place, ground)
            why = f"{of.place.name} and {other.place.name} share no border here; taken as between them"
            answer = _joined(of, other, shared, "border", f"border of {of.place.name} and {other.place.name}", Kind.CROSSING)
            return replace(answer, confidence=answer.confidence * LOSS, why=(why, *answer.why))
        name = f"border of {of.place.name} and {other.place.name}"
        return _joined(of, other, shared, "border", name, Kind.CROSSING)
    inside = of.shape.geometry if of.place.id != of.base.id else None
    shape = shapes.border(of.base, expression.side, ground, context.countries, context.near, inside)
    if shape is None:
        shape = shapes.near_to(of.shape)
    if expression.across:
        shape = shapes.beyond(shape, of.base, ground)
        answer = _made(of, shape, "across", f"across the border from {of.place.name}")
        country = shapes.country_at(shape.lat, shape.lon, ground)
        return replace(answer, place=replace(answer.place, kind=Kind.REGION, country=country, admin1=None))
    side = f"{expression.side.adjective} " if expression.side else ""
    slug = f"border:{expression.side.word}" if expression.side else "border"
    answer = _made(of, shape, slug, f"{side}border of {of.place.name}")
    return replace(answer, place=replace(answer.place, kind=Kind.CROSSING, admin1=None))
