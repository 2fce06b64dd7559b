"""The finder of places in expressions: the context and the ground that are asked, and the way from names inwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .expressions import Expression, Named
from .frames import beside
from .geometry import Shape
from .ground import Ground
from .located import Answer, Unresolved
from .model import Context, Kind, Resolution

LOSS = 0.9  # of the confidence, for what had to be taken for something else
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
        return (
            self._named(expression) if isinstance(expression, Named) else self.ways[type(expression)](self, expression)
        )

    def _named(self, expression: Named) -> Answer:
        context = self.told(expression)
        answer = self.resolve(expression.name, context)
        if expression.kind is Kind.WATER and (answer.best is None or answer.best.place.kind is not Kind.WATER):
            river = self.resolve(f"{expression.name} River", context)  # "the Dnipro"
            if river.best is not None and river.best.place.kind is Kind.WATER:
                answer = river
        return self.answered(answer)

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
        outline = self.ground.outline(place)
        lon = place.lon if outline is None else beside(place.lon, (outline.bounds[0] + outline.bounds[2]) / 2)
        shape = Shape(place.lat, lon, place.radius_km, outline)
        return Answer(place, shape, answer.confidence, why, place, answer.best)


def town(finder: Finder, expression: Expression) -> Answer:
    """What a distance is counted from: a town, where a bare name means it and the province around it."""
    if not isinstance(expression, Named) or expression.kind is not None:
        return finder.locate(expression)
    answer = finder.resolve(expression.name, finder.context)
    best = answer.best
    if best is not None and best.place.kind in (Kind.ADMIN1, Kind.ADMIN2):
        for other in answer.alternatives:
            if other.place.kind is Kind.CITY and other.place.country == best.place.country:
                return finder.answered(replace(answer, best=other))
    return finder.answered(answer)


def where(finder: Finder, answer: Answer) -> Answer:
    """The answer with the country that its point lies in; at sea that of the place it is told by."""
    code = finder.ground.country_at(answer.shape.lat, answer.shape.lon, answer.base)
    return replace(answer, place=replace(answer.place, country=code or answer.base.country))
