"""Locates parts, distances, surroundings and ways: what lies in, off and around places."""

from __future__ import annotations

from dataclasses import replace

from . import borders, coasts, parts, rivers, shapes
from .expressions import Airspace, Bank, Between, Coast, Hand, Inside, Mouth, Named, Near, Offset, Part
from .finder import LOSS, Finder, town, where
from .geometry import is_area
from .located import Answer, Unresolved, around, joined, written
from .model import Kind


def part(finder: Finder, expression: Part) -> Answer:
    """A side of a place."""
    whole = finder.locate(expression.whole)
    shape = finder.ground.remembered(("part", expression.side, whole.place.id),
                       lambda: parts.part(whole.place, expression.side, finder.ground)) or whole.shape  # fmt: skip
    return around(whole, shape, f"part:{expression.side.word}", f"{expression.side.adjective} {whole.place.name}")


def bank(finder: Finder, expression: Bank) -> Answer:
    """The land on one side of a river; near the river where no line of it is known."""
    of = finder.locate(expression.of)
    if isinstance(expression.of, Named) and expression.of.kind is None and of.place.kind is Kind.CITY:
        region = finder.resolve(expression.of.name, replace(finder.context, cue=Kind.ADMIN1))  # "Kherson's left bank"
        of = (
            finder.answered(region)
            if region.best is not None and is_area(finder.ground.outline(region.best.place))
            else of
        )
    word = expression.side.value if isinstance(expression.side, Hand) else expression.side.adjective
    name = f"{word} bank of {of.place.name}"
    shape = rivers.bank(of.base, expression.side, finder.ground)
    if shape is not None:
        return around(of, shape, f"bank:{word}", name, Kind.REGION)
    answer = around(of, shapes.near_to(of.shape), f"bank:{word}", name, Kind.REGION)
    return answer.doubted(f"no line of the river tells where its {word} bank is; taken as near {of.place.name}", LOSS)


def mouth(finder: Finder, expression: Mouth) -> Answer:
    """Where a river ends; the river itself where no line tells."""
    of = finder.locate(expression.of)
    shape = rivers.mouth(of.base, finder.ground)
    answer = around(of, shape or of.shape, "mouth", f"mouth of {of.place.name}", Kind.REGION)
    if shape is None:
        return answer.doubted(f"no line tells where {of.place.name} ends", LOSS)
    return where(finder, answer)


def airspace(finder: Finder, expression: Airspace) -> Answer:
    """What lies above a place: its outline."""
    of = finder.locate(expression.of)
    return around(of, of.shape, "airspace", f"airspace of {of.place.name}")


def offset(finder: Finder, expression: Offset) -> Answer:
    """A point off a place; ``Unresolved`` where only a journey is told."""
    if expression.travel is not None:
        inner = finder.locate(expression.origin)
        why = f'"{expression.travel}" is a time and no distance; the place lies somewhere around {inner.place.name}'
        raise Unresolved((why, *inner.why), () if inner.candidate is None else (inner.candidate,))
    if isinstance(expression.origin, Coast) and expression.distance_km is not None and expression.side is None:
        at_sea = _off(finder, expression.origin, expression.distance_km, expression.rounding_km)
        if at_sea is not None:
            return at_sea
        expression = replace(expression, origin=expression.origin.of)
    origin = town(finder, expression.origin)
    side, distance = expression.side, expression.distance_km
    shape = shapes.offset(origin.shape, side, distance, finder.context.near, expression.rounding_km)
    far = f"{written(distance)} " if distance is not None else ""
    slug = f"offset:{far.replace(' ', '')}{side.word if side else ''}"
    direction = f"{side.word} of" if side else "from"
    answer = around(origin, shape, slug, f"{far}{direction} {origin.place.name}", Kind.REGION)
    if distance is None:
        answer = replace(answer, why=("no distance is told: taken as just beyond", *answer.why))
    return where(finder, answer)


def _off(finder: Finder, coast: Coast, distance: float, rounding: float) -> Answer | None:
    """So far out at sea."""
    if not coast.offshore:
        return None
    of = finder.locate(coast.of)
    shape = coasts.off_by(of.base, distance, rounding, finder.ground, coast.side)
    if shape is None:
        return None
    far = written(distance)
    name = f"{far} off {of.place.name}"
    return around(of, shape, f"offset:{far.replace(' ', '')}off", name, Kind.WATER)


def inside(finder: Finder, expression: Inside) -> Answer:
    """So far behind the border of a place."""
    of = finder.locate(expression.of)
    line = borders.border_of(of.base, finder.ground, finder.context)
    shape = shapes.inside(of.shape, line, finder.context.near, expression.distance_km, expression.rounding_km)
    far = f"{written(expression.distance_km)} " if expression.distance_km is not None else "deep "
    return around(of, shape, f"inside:{far.replace(' ', '')}", f"{far}inside {of.place.name}", Kind.REGION)


def near(finder: Finder, expression: Near) -> Answer:
    """A place and what lies around it."""
    place = finder.locate(expression.place)
    return around(place, shapes.near_to(place.shape), "near", f"near {place.place.name}")


def between(finder: Finder, expression: Between) -> Answer:
    """The way between two places, its middle, or what three enclose."""
    first, second = finder.locate(expression.first), finder.locate(expression.second)
    if expression.third is not None:
        third = finder.locate(expression.third)
        shape = shapes.among((first.place, second.place, third.place))
        return joined((first, second, third), shape, "between", "between {} and {}")
    shape = shapes.between(first.place, second.place, finder.ground, midway=expression.midway)
    if expression.midway:
        return joined((first, second), shape, "halfway", "halfway between {} and {}")
    return joined((first, second), shape, "between", "between {} and {}")
