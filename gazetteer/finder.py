"""The finder of places in expressions: the context and the ground that are asked, and the way from names inwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .expressions import Expression, Named
from .frames import beside
from .geometry import Shape, geodesic_km
from .ground import Ground
from .later import Later
from .located import Answer, Unresolved
from .model import Context, Kind, Place, Resolution

LOSS = 0.9  # of the confidence, for what had to be taken for something else
FAR_FROM_SEAM = 90.0  # degrees east or west, within which no outline is on the other side of the antimeridian
NEARBY_KM = 50.0  # beyond its radius, from the middle of a province to the town of its name
_AROUND_TOWNS = (Kind.ADMIN1, Kind.ADMIN2, Kind.REGION)
Resolve = Callable[[str, Context], Resolution]
Ways = Mapping[type[Expression], Callable[["Finder", Any], Answer]]
"""How each kind of expression is located."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Locates expressions in one context; ``Unresolved`` when one tells no place, or a name in it is not found."""

    context: Context
    resolve: Resolve
    ground: Ground
    ways: Ways

    def locate(self, expression: Expression) -> Answer:
        """Locate an expression and all inside it."""
        if isinstance(expression, Named):
            return self.answered(self.named(expression))
        return self.ways[type(expression)](self, expression)

    def named(self, expression: Named) -> Resolution:
        """Return what a name means with what the words around it call it: "the Dnipro", "the town of Sinjar"."""
        context = self.told(expression)
        answer = self.resolve(expression.name, context)
        if expression.kind is Kind.WATER and (answer.best is None or answer.best.place.kind is not Kind.WATER):
            river = self.resolve(f"{expression.name} River", context)
            if river.best is not None and river.best.place.kind is Kind.WATER:
                return river
        return _town_of(answer) if expression.kind is Kind.CITY else answer

    def told(self, expression: Named) -> Context:
        """Return the context with what the words around a name say of it."""
        context = replace(self.context, cue=expression.kind or self.context.cue)
        if expression.within is None:
            return context
        outer = self.resolve(expression.within, self.context).best
        area = expression.within if outer is None else outer.place.name
        return replace(context, within=(area, *context.within))

    def answered(self, answer: Resolution) -> Answer:
        """Return the answer of a plain name with its outline; ``Unresolved`` where it is not found."""
        if answer.best is None:
            raise Unresolved(answer.why)
        place = answer.best.place
        why = tuple(f"{place.name}: {reason}" for reason in answer.why[:3])
        outline = Later(lambda: self.ground.outline(place))
        shape = Shape(place.lat, self._lon(place), place.radius_km, outline)
        return Answer(place, shape, answer.confidence, why, place, answer.best)

    def _lon(self, place: Place) -> float:
        """The longitude of a place on the side where its outline is in one piece: Chukotka at 190°."""
        if abs(place.lon) <= FAR_FROM_SEAM:
            return place.lon
        outline = self.ground.outline(place)
        return place.lon if outline is None else beside(place.lon, (outline.bounds[0] + outline.bounds[2]) / 2)


def town(finder: Finder, expression: Expression) -> Answer:
    """What a distance is counted from: a town, where a bare name means it and the province around it."""
    if not isinstance(expression, Named) or expression.kind is not None:
        return finder.locate(expression)
    return finder.answered(_town_of(finder.named(expression)))


def _town_of(answer: Resolution) -> Resolution:
    """The town in place of the province, district or region around it that has its name."""
    best = answer.best
    if best is None or best.place.kind not in _AROUND_TOWNS:
        return answer
    for other in answer.alternatives:
        place = other.place
        away = geodesic_km((place.lat, place.lon), (best.place.lat, best.place.lon))
        if place.kind is Kind.CITY and place.country == best.place.country and away <= best.place.radius_km + NEARBY_KM:
            return replace(answer, best=other)
    return answer


def where(finder: Finder, answer: Answer) -> Answer:
    """The answer with the country that its point lies in; at sea that of the place it is told by."""
    code = finder.ground.country_at(answer.shape.lat, answer.shape.lon, answer.base)
    return replace(answer, place=replace(answer.place, country=code or answer.base.country))
