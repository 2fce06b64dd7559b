"""Expressions in context: resolves the names inside an expression and answers with its shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import singledispatchmethod

from . import borders, coasts, rivers, shapes
from .located import Answer, Unresolved, around, joined, of_all, written
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
from .frames import beside, normal, wrapped
from .geometry import Shape, geodesic_km
from .ground import Ground
from .model import Candidate, Context, Kind, NameKind, Place, Resolution

LOSS = 0.9  # of the confidence, for what had to be taken for something else
Resolve = Callable[[str, Context], Resolution]


def resolve_expression(
    query: str, expression: Expression, context: Context, resolve: Resolve, *, ground: Ground
) -> Resolution:
    """Return the place that the expression describes; its ``best`` is ``None`` when a name in it is not found.

    So it is when the expression tells no place ("an hour's drive from Goma"); then the place inside is an alternative.
    """
    if isinstance(expression, Named):
        cue = expression.kind or context.cue
        return replace(resolve(expression.name, replace(context, cue=cue)), query=query)
    try:
        answer = Locator(context, resolve, ground).locate(expression)
    except Unresolved as unresolved:
        return Resolution(query, None, unresolved.alternatives, why=unresolved.why)
    score = round(answer.confidence, 3)
    place = replace(answer.place, lon=normal(answer.place.lon))
    best = Candidate(place, query, NameKind.NAME, score, answer.why)
    geometry = answer.shape.geometry
    return Resolution(query, best, (), score, answer.why, None if geometry is None else wrapped(geometry))


@dataclass(frozen=True, slots=True)
class Locator:
    """Locates expressions in one context; ``Unresolved`` when one tells no place, or a name in it is not found."""

    context: Context
    resolve: Resolve
    ground: Ground

    @singledispatchmethod
    def locate(self, expression: Expression) -> Answer:
        """Locate an expression and all inside it."""
        raise TypeError(f"{expression!r} is no spatial expression")

    @locate.register
    def _(self, expression: Named) -> Answer:
        cue = expression.kind or self.context.cue
        context = replace(self.context, cue=cue)
        answer = self.resolve(expression.name, context)
        if expression.kind is Kind.WATER and (answer.best is None or answer.best.place.kind is not Kind.WATER):
            river = self.resolve(f"{expression.name} River", context)  # "the Dnipro"
            if river.best is not None and river.best.place.kind is Kind.WATER:
                answer = river
        return self._answered(answer)

    def _answered(self, answer: Resolution) -> Answer:
        if answer.best is None:
            raise Unresolved(answer.why)
        place = answer.best.place
        why = tuple(f"{place.name}: {reason}" for reason in answer.why[:3])
        outline = self.ground.outline(place)
        lon = place.lon if outline is None else beside(place.lon, (outline.bounds[0] + outline.bounds[2]) / 2)
        shape = Shape(place.lat, lon, place.radius_km, outline)
        return Answer(place, shape, answer.confidence, why, place, answer.best)

    def _once(self, key: tuple[object, ...], make: Callable[[], Shape | None]) -> Shape | None:
        return self.ground.remembered(key, make)

    def _town(self, expression: Expression) -> Answer:
        """What a distance is counted from: a town, where a bare name means it and the province around it."""
        if not isinstance(expression, Named) or expression.kind is not None:
            return self.locate(expression)
        answer = self.resolve(expression.name, self.context)
        best = answer.best
        if best is not None and best.place.kind in (Kind.ADMIN1, Kind.ADMIN2):
            for other in answer.alternatives:
                if other.place.kind is Kind.CITY and other.place.country == best.place.country:
                    return self._answered(replace(answer, best=other))
        return self._answered(answer)

    @locate.register
    def _(self, expression: Part) -> Answer:
        whole = self.locate(expression.whole)
        shape = self._once(("part", expression.side, whole.place.id),
                           lambda: shapes.part(whole.place, expression.side, self.ground)) or whole.shape  # fmt: skip
        return around(whole, shape, f"part:{expression.side.word}", f"{expression.side.adjective} {whole.place.name}")

    @locate.register
    def _(self, expression: Bank) -> Answer:
        of = self.locate(expression.of)
        word = expression.side.adjective if hasattr(expression.side, "adjective") else expression.side.value
        name = f"{word} bank of {of.place.name}"
        shape = rivers.bank(of.base, expression.side, self.ground)
        if shape is not None:
            return around(of, shape, f"bank:{word}", name, Kind.REGION)
        answer = around(of, shapes.near_to(of.shape), f"bank:{word}", name, Kind.REGION)
        return answer.doubted(
            f"no line of the river tells where its {word} bank is; taken as near {of.place.name}", LOSS
        )

    @locate.register
    def _(self, expression: Mouth) -> Answer:
        of = self.locate(expression.of)
        shape = rivers.mouth(of.base, self.ground)
        answer = around(of, shape or of.shape, "mouth", f"mouth of {of.place.name}", Kind.REGION)
        if shape is None:
            return answer.doubted(f"no line tells where {of.place.name} ends", LOSS)
        return self._where(answer)

    @locate.register
    def _(self, expression: Airspace) -> Answer:
        of = self.locate(expression.of)
        return around(of, of.shape, "airspace", f"airspace of {of.place.name}")

    @locate.register
    def _(self, expression: Offset) -> Answer:
        if expression.travel is not None:
            inner = self.locate(expression.origin)
            why = f'"{expression.travel}" is a time and no distance; the place lies somewhere around {inner.place.name}'
            raise Unresolved((why, *inner.why), () if inner.candidate is None else (inner.candidate,))
        if isinstance(expression.origin, Coast) and expression.distance_km is not None and expression.side is None:
            at_sea = self._off(expression.origin, expression.distance_km, expression.rounding_km)
            if at_sea is not None:
                return at_sea
            expression = replace(expression, origin=expression.origin.of)
        origin = self._town(expression.origin)
        side, distance = expression.side, expression.distance_km
        shape = shapes.offset(origin.shape, side, distance, self.context.near, expression.rounding_km)
        far = f"{written(distance)} " if distance is not None else ""
        slug = f"offset:{far.replace(' ', '')}{side.word if side else ''}"
        direction = f"{side.word} of" if side else "from"
        answer = around(origin, shape, slug, f"{far}{direction} {origin.place.name}", Kind.REGION)
        if distance is None:
            answer = replace(answer, why=("no distance is told: taken as just beyond", *answer.why))
        return self._where(answer)

    def _off(self, coast: Coast, distance: float, rounding: float) -> Answer | None:
        """So far out at sea."""
        if not coast.offshore:
            return None
        of = self.locate(coast.of)
        shape = coasts.off_by(of.base, distance, rounding, self.ground, coast.side)
        if shape is None:
            return None
        far = written(distance)
        name = f"{far} off {of.place.name}"
        return around(of, shape, f"offset:{far.replace(' ', '')}off", name, Kind.WATER)

    @locate.register
    def _(self, expression: Inside) -> Answer:
        of = self.locate(expression.of)
        line = borders.border_of(of.base, self.ground, self.context)
        shape = shapes.inside(of.shape, line, self.context.near, expression.distance_km, expression.rounding_km)
        far = f"{written(expression.distance_km)} " if expression.distance_km is not None else "deep "
        return around(of, shape, f"inside:{far.replace(' ', '')}", f"{far}inside {of.place.name}", Kind.REGION)

    @locate.register
    def _(self, expression: Near) -> Answer:
        place = self.locate(expression.place)
        return around(place, shapes.near_to(place.shape), "near", f"near {place.place.name}")

    @locate.register
    def _(self, expression: Between) -> Answer:
        first, second = self.locate(expression.first), self.locate(expression.second)
        if expression.third is not None:
            third = self.locate(expression.third)
            shape = shapes.among((first.place, second.place, third.place))
            return joined((first, second, third), shape, "between", "between {} and {}")
        shape = shapes.between(first.place, second.place, self.ground, midway=expression.midway)
        if expression.midway:
            return joined((first, second), shape, "halfway", "halfway between {} and {}")
        return joined((first, second), shape, "between", "between {} and {}")

    @locate.register
    def _(self, expression: Coast) -> Answer:
        place = self.locate(expression.of)
        sea = self.locate(expression.sea) if expression.sea is not None else None
        key = ("coast", expression.side, expression.offshore, place.place.id, None if sea is None else sea.place.id)
        shape = self._once(
            key,
            lambda: coasts.coast(
                place.base,
                expression.side,
                self.ground,
                offshore=expression.offshore,
                sea=None if sea is None else sea.place,
                inside=place.inside,
            ),
        )
        kind = Kind.WATER if expression.offshore else Kind.REGION
        words = f"{expression.side.adjective} " if expression.side else f"{sea.place.name} " if sea else ""
        name = f"{'off the ' if expression.offshore else ''}{words}coast of {place.place.name}"
        slug = "off" if expression.offshore else "coast"
        if shape is None:
            answer = around(place, shapes.near_to(place.shape), slug, name, kind)
            return answer.doubted(f"no coast is known of {place.place.name}; taken as near it", LOSS)
        return around(place, shape, slug, name, kind)

    @locate.register
    def _(self, expression: Waters) -> Answer:
        of = self.locate(expression.of)
        if of.place.kind is Kind.WATER:
            return of
        shape = self._once(
            ("waters", expression.reach_km, of.base.id),
            lambda: coasts.territorial(of.base, expression.reach_km, self.ground),
        )
        name = f"waters of {of.place.name}"
        slug = f"waters:{expression.reach_km:.0f}km"
        if shape is None:
            answer = around(of, of.shape, slug, name)
            return answer.doubted(f"no coast is known of {of.place.name}; taken as all of it", LOSS)
        return around(of, shape, slug, name, Kind.WATER)

    @locate.register
    def _(self, expression: Border) -> Answer:
        of = self.locate(expression.of)
        if expression.neighbour is not None:
            return self._shared(of, self.locate(expression.neighbour))
        found = borders.border(of.base, expression.side, self.ground, self.context, inside=of.inside)
        shape = found or shapes.near_to(of.shape)
        if expression.across:
            beyond = borders.beyond(shape, of.base, self.ground)
            answer = around(of, beyond, "across", f"across the border from {of.place.name}", Kind.REGION)
            code = self.ground.country_at(beyond.lat, beyond.lon)
            return replace(answer, place=replace(answer.place, country=code))
        side = f"{expression.side.adjective} " if expression.side else ""
        slug = f"border:{expression.side.word}" if expression.side else "border"
        return around(of, shape, slug, f"{side}border of {of.place.name}", Kind.CROSSING)

    def _shared(self, of: Answer, other: Answer) -> Answer:
        pair = (of, other)
        shared = borders.shared_border(of.base, other.base, self.ground, self.context.near)
        if shared is not None:
            return joined(pair, shared, "border", "border of {} and {}")
        between = shapes.between(of.place, other.place, self.ground)
        answer = joined(pair, between, "border", "border of {} and {}")
        why = f"{of.place.name} and {other.place.name} share no border here; taken as between them"
        return answer.doubted(why, LOSS)

    @locate.register
    def _(self, expression: Borderland) -> Answer:
        of = self.locate(expression.of) if expression.of is not None else None
        border = expression.border
        if of is not None and isinstance(border, Border) and border.neighbour is None:
            other = self.locate(border.of)
            line = self.locate(border) if other.base.id == of.base.id else self._shared(of, other)
        else:
            line = self.locate(border)
        shape = borders.borderland(line.shape, None if of is None else of.base, self.ground)
        answer = around(line, shape, "borderland", f"land along the {line.place.name}", Kind.REGION)
        if of is None:
            return answer
        place = replace(answer.place, name=f"{answer.place.name}, in {of.place.name}", country=of.place.country)
        return replace(answer, place=place)

    @locate.register
    def _(self, expression: Tripoint) -> Answer:
        found = tuple(self.locate(each) for each in (expression.first, expression.second, expression.third))
        first, second, third = found
        shape = borders.tripoint((first.base, second.base, third.base), self.ground)
        if shape is not None:
            return joined(found, shape, "tripoint", "where {} and {} meet")
        answer = joined(found, shapes.among((first.place, second.place, third.place)), "tripoint", "between {} and {}")
        return answer.doubted("the three do not meet; taken as between them", LOSS)

    @locate.register
    def _(self, expression: Union) -> Answer:
        return of_all([self.locate(part) for part in expression.parts])

    @locate.register
    def _(self, expression: Within) -> Answer:
        area = self.locate(expression.area)
        context = self._in(area, expression.area)
        answer = Locator(context, self.resolve, self.ground).locate(expression.place)
        if _apart(answer, area.shape):
            return answer.doubted(f"it does not lie in {area.place.name} as told", LOSS)
        return replace(answer, why=(*answer.why, f"lies in {area.place.name}, as told"))

    def _in(self, area: Answer, expression: Expression) -> Context:
        """The context that an area told with a place makes for it."""
        within = (*self.context.within, expression.name) if isinstance(expression, Named) else self.context.within
        countries = self.context.countries
        if area.place.country and area.place.country not in dict(countries):
            countries = (*countries, (area.place.country, 1.0))
        near = ((area.shape.lat, normal(area.shape.lon)), *self.context.near)
        return replace(self.context, within=within, countries=countries, near=near)

    def _where(self, answer: Answer) -> Answer:
        """The answer with the country that its point lies in; at sea that of the place it is told by."""
        code = self.ground.country_at(answer.shape.lat, answer.shape.lon, answer.base)
        return replace(answer, place=replace(answer.place, country=code or answer.base.country))


def _apart(answer: Answer, area: Shape) -> bool:
    """Whether a place lies farther from an area than both reach."""
    place: Place = answer.place
    away = geodesic_km((place.lat, normal(place.lon)), (area.lat, normal(area.lon)))
    return away > place.radius_km + 2.0 * area.radius_km + 20.0
