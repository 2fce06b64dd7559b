"""Expressions in context: resolves the names inside an expression and answers with its shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import borders, shapes
from .expressions import Between, Border, Coast, Expression, Named, Near, Offset, Part
from .geometry import Ground, Shape, country_at
from .model import Candidate, Context, Kind, NameKind, Place, Resolution

LOSS = 0.9  # of the confidence, for each expression around a name
Resolve = Callable[[str, Context], Resolution]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An expression's place and shape, the confidence and the reasons of the names in it, and the first of these."""

    place: Place
    shape: Shape
    confidence: float
    why: tuple[str, ...]
    base: Place


class _UnknownName(Exception):
    """A name inside the expression is not found; told to the caller as a Resolution."""

    def __init__(self, answer: Resolution) -> None:
        super().__init__(answer.query)
        self.answer = answer


def resolve_expression(
    query: str, expression: Expression, context: Context, resolve: Resolve, *, ground: Ground
) -> Resolution:
    """Return the place that the expression describes; its ``best`` is ``None`` when a name in it is not found."""
    if isinstance(expression, Named):
        return replace(resolve(expression.name, context), query=query)
    try:
        answer = _Locator(context, resolve, ground).locate(expression)
    except _UnknownName as unknown:
        return Resolution(query, None, why=unknown.answer.why)
    score = round(answer.confidence, 3)
    best = Candidate(answer.place, query, NameKind.NAME, score, answer.why)
    return Resolution(query, best, (), score, answer.why, answer.shape.geometry)


@dataclass(frozen=True, slots=True)
class _Locator:
    context: Context
    resolve: Resolve
    ground: Ground

    def locate(self, expression: Expression) -> _Answer:
        """Locate an expression and all inside it; ``_UnknownName`` when a name is not found."""
        match expression:
            case Named():
                answer = self._named(expression)
            case Part():
                answer = self._part(expression)
            case Offset():
                answer = self._offset(expression)
            case Near():
                place = self.locate(expression.place)
                answer = _around(place, shapes.near_to(place.shape), "near", f"near {place.place.name}")
            case Between():
                first, second = self.locate(expression.first), self.locate(expression.second)
                shape = shapes.between(first.place, second.place, self.ground)
                answer = _joined(first, second, shape, "between")
            case Coast():
                answer = self._coast(expression)
            case Border():
                answer = self._border(expression)
        return answer

    def _named(self, expression: Named) -> _Answer:
        answer = self.resolve(expression.name, self.context)
        if answer.best is None:
            raise _UnknownName(answer)
        place = answer.best.place
        why = tuple(f"{place.name}: {reason}" for reason in answer.why[:3])
        shape = Shape(place.lat, place.lon, place.radius_km, answer.geometry)
        return _Answer(place, shape, answer.confidence, why, place)

    def _part(self, expression: Part) -> _Answer:
        whole = self.locate(expression.whole)
        shape = shapes.part(whole.place, expression.side, self.ground)
        return _around(whole, shape, f"part:{expression.side.word}", f"{expression.side.adjective} {whole.place.name}")

    def _offset(self, expression: Offset) -> _Answer:
        origin = self.locate(expression.origin)
        shape = shapes.offset(origin.shape, expression.side, expression.distance_km, self.context.near)
        distance = f"{expression.distance_km:.0f} km " if expression.distance_km is not None else ""
        direction = f"{expression.side.word} of" if expression.side else "from"
        slug = f"offset:{distance.replace(' ', '')}{expression.side.word if expression.side else ''}"
        answer = _around(origin, shape, slug, f"{distance}{direction} {origin.place.name}", Kind.REGION)
        if expression.distance_km is None:
            answer = replace(answer, why=("no distance is told: taken as just beyond", *answer.why))
        country = country_at(shape.lat, shape.lon, self.ground) or origin.place.country
        return replace(answer, place=replace(answer.place, country=country))

    def _coast(self, expression: Coast) -> _Answer:
        place = self.locate(expression.of)
        shape = borders.coast(place.place, expression.side, self.ground, offshore=expression.offshore)
        side = f"{expression.side.adjective} " if expression.side else ""
        if expression.offshore:
            return _around(place, shape, "off", f"off the {side}coast of {place.place.name}", Kind.WATER)
        return _around(place, shape, "coast", f"{side}coast of {place.place.name}", Kind.REGION)

    def _border(self, expression: Border) -> _Answer:
        of = self.locate(expression.of)
        if expression.neighbour is not None:
            return self._shared_border(of, self.locate(expression.neighbour))
        inside = of.shape.geometry if of.place.id != of.base.id else None
        shape = borders.border(of.base, expression.side, self.ground, self.context, inside=inside)
        shape = shape or shapes.near_to(of.shape)
        if expression.across:
            shape = borders.beyond(shape, of.base, self.ground)
            answer = _around(of, shape, "across", f"across the border from {of.place.name}", Kind.REGION)
            return replace(answer, place=replace(answer.place, country=country_at(shape.lat, shape.lon, self.ground)))
        side = f"{expression.side.adjective} " if expression.side else ""
        slug = f"border:{expression.side.word}" if expression.side else "border"
        return _around(of, shape, slug, f"{side}border of {of.place.name}", Kind.CROSSING)

    def _shared_border(self, of: _Answer, other: _Answer) -> _Answer:
        shared = borders.shared_border(of.place, other.place, self.ground, self.context.near)
        if shared is not None:
            return _joined(of, other, shared, "border")
        answer = _joined(of, other, shapes.between(of.place, other.place, self.ground), "border")
        why = f"{of.place.name} and {other.place.name} share no border here; taken as between them"
        return replace(answer, confidence=answer.confidence * LOSS, why=(why, *answer.why))


def _around(inner: _Answer, shape: Shape, slug: str, name: str, kind: Kind | None = None) -> _Answer:
    """An expression around one place: of its country and, unless another kind is told, of its kind and division."""
    place = replace(
        inner.place,
        id=f"{slug}:{inner.place.id}",
        name=name,
        kind=kind or inner.place.kind,
        admin1=inner.place.admin1 if kind is None else None,
        lat=shape.lat,
        lon=shape.lon,
        radius_km=shape.radius_km,
        population=0,
    )
    return _Answer(place, shape, inner.confidence * LOSS, inner.why, inner.base)


def _joined(first: _Answer, second: _Answer, shape: Shape, relation: str) -> _Answer:
    """An expression of two places ("border", "between"); its country is theirs when they share it."""
    words = "border of {} and {}" if relation == "border" else "between {} and {}"
    place = Place(
        id=f"{relation}:{first.place.id}+{second.place.id}",
        name=words.format(first.place.name, second.place.name),
        kind=Kind.CROSSING if relation == "border" else Kind.REGION,
        country=first.place.country if first.place.country == second.place.country else None,
        admin1=None,
        lat=shape.lat,
        lon=shape.lon,
        radius_km=shape.radius_km,
    )
    confidence = min(first.confidence, second.confidence) * LOSS
    return _Answer(place, shape, confidence, first.why + second.why, first.base)
