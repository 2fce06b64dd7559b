"""Locates coasts, waters and borders: where places end."""

from __future__ import annotations

from dataclasses import replace

from . import borders, coasts, shapes
from .expressions import Border, Borderland, Coast, Tripoint, Waters
from .finder import LOSS, Finder
from .located import Answer, around, joined
from .model import Kind


def coast(finder: Finder, expression: Coast) -> Answer:
    """A coast or the water before it; near the place where it has none."""
    place = finder.locate(expression.of)
    sea = finder.locate(expression.sea) if expression.sea is not None else None
    key = ("coast", expression.side, expression.offshore, place.place.id, None if sea is None else sea.place.id)
    shape = finder.ground.remembered(
        key,
        lambda: coasts.coast(
            place.base,
            expression.side,
            finder.ground,
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
        answer = around(place, shapes.near_to(place.shape), slug, name)
        return answer.doubted(f"no coast is known of {place.place.name}; taken as near it", LOSS)
    return around(place, shape, slug, name, kind)


def waters(finder: Finder, expression: Waters) -> Answer:
    """The water that belongs to a place."""
    of = finder.locate(expression.of)
    if of.place.kind is Kind.WATER:
        return of
    shape = finder.ground.remembered(
        ("waters", expression.reach_km, of.base.id),
        lambda: coasts.territorial(of.base, expression.reach_km, finder.ground),
    )
    name = f"waters of {of.place.name}"
    slug = f"waters:{expression.reach_km:.0f}km"
    if shape is None:
        answer = around(of, of.shape, slug, name)
        return answer.doubted(f"no coast is known of {of.place.name}; taken as all of it", LOSS)
    return around(of, shape, slug, name, Kind.WATER)


def border(finder: Finder, expression: Border) -> Answer:
    """A border of one place or of two."""
    of = finder.locate(expression.of)
    if expression.neighbour is not None:
        return _shared(finder, of, finder.locate(expression.neighbour))
    found = borders.border(of.base, expression.side, finder.ground, finder.context, inside=of.inside)
    shape = found or shapes.near_to(of.shape)
    if expression.across:
        beyond = borders.beyond(shape, of.base, finder.ground)
        answer = around(of, beyond, "across", f"across the border from {of.place.name}", Kind.REGION)
        code = finder.ground.country_at(beyond.lat, beyond.lon)
        return replace(answer, place=replace(answer.place, country=code))
    side = f"{expression.side.adjective} " if expression.side else ""
    slug = f"border:{expression.side.word}" if expression.side else "border"
    return around(of, shape, slug, f"{side}border of {of.place.name}", Kind.CROSSING)


def _shared(finder: Finder, of: Answer, other: Answer) -> Answer:
    pair = (of, other)
    shared = borders.shared_border(of.base, other.base, finder.ground, finder.context.near)
    if shared is not None:
        return joined(pair, shared, "border", "border of {} and {}")
    between = shapes.between(of.place, other.place, finder.ground)
    answer = joined(pair, between, "border", "border of {} and {}")
    why = f"{of.place.name} and {other.place.name} share no border here; taken as between them"
    return answer.doubted(why, LOSS)


def borderland(finder: Finder, expression: Borderland) -> Answer:
    """The land along a border."""
    of = finder.locate(expression.of) if expression.of is not None else None
    border = expression.border
    if of is not None and isinstance(border, Border) and border.neighbour is None:
        other = finder.locate(border.of)
        line = finder.locate(border) if other.base.id == of.base.id else _shared(finder, of, other)
    else:
        line = finder.locate(border)
    shape = borders.borderland(line.shape, None if of is None else of.base, finder.ground)
    answer = around(line, shape, "borderland", f"land along the {line.place.name}", Kind.REGION)
    if of is None:
        return answer
    place = replace(answer.place, name=f"{answer.place.name}, in {of.place.name}", country=of.place.country)
    return replace(answer, place=place)


def tripoint(finder: Finder, expression: Tripoint) -> Answer:
    """Where three borders meet."""
    found = tuple(finder.locate(each) for each in (expression.first, expression.second, expression.third))
    first, second, third = found
    shape = borders.tripoint((first.base, second.base, third.base), finder.ground)
    if shape is not None:
        return joined(found, shape, "tripoint", "where {} and {} meet")
    answer = joined(found, shapes.among((first.place, second.place, third.place)), "tripoint", "between {} and {}")
    return answer.doubted("the three do not meet; taken as between them", LOSS)
