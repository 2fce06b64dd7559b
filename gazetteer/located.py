"""The answers that expressions are built up from, inside out: places with shapes, confidence and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely
from shapely import ops
from shapely.geometry.base import BaseGeometry

from .frames import beside
from .geometry import Shape, disc_radius_km, extent_km, geodesic_km, inner_point, is_area, is_line, lines, polygons
from .model import Candidate, Kind, Place

LOSS = 0.97  # of the confidence, for each expression around a name: of 133 whose names were right, 3 were misread


class Unresolved(Exception):
    """An expression has no place: a name in it is not found, or it tells none."""

    def __init__(self, why: tuple[str, ...], alternatives: tuple[Candidate, ...] = ()) -> None:
        super().__init__(*why)
        self.why = why
        self.alternatives = alternatives


@dataclass(frozen=True, slots=True)
class Answer:
    """An expression's place and shape, the confidence and the reasons of the names in it, and the first of these.

    ``candidate`` is the answer of a plain name.
    """

    place: Place
    shape: Shape
    confidence: float
    why: tuple[str, ...]
    base: Place
    candidate: Candidate | None = None

    @property
    def inside(self) -> BaseGeometry | None:
        """The geometry of a part of the first place, ``None`` where the answer is that place itself."""
        return self.shape.geometry if self.place.id != self.base.id else None

    def doubted(self, why: str, loss: float) -> Answer:
        """The answer with less confidence, and the reason for that first."""
        return replace(self, confidence=self.confidence * loss, why=(why, *self.why))


def around(inner: Answer, shape: Shape, slug: str, name: str, kind: Kind | None = None) -> Answer:
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
    return Answer(place, shape, inner.confidence * LOSS, inner.why, inner.base)


def joined(answers: Sequence[Answer], shape: Shape, relation: str, words: str) -> Answer:
    """An expression of several places; its country is theirs when they share it. ``words`` has two gaps for names."""
    *first, last = [answer.place.name for answer in answers]
    countries = {answer.place.country for answer in answers}
    place = Place(
        id=f"{relation}:{'+'.join(answer.place.id for answer in answers)}",
        name=words.format(", ".join(first), last),
        kind=Kind.CROSSING if relation == "border" else Kind.REGION,
        country=countries.pop() if len(countries) == 1 else None,
        admin1=None,
        lat=shape.lat,
        lon=shape.lon,
        radius_km=shape.radius_km,
    )
    confidence = min(answer.confidence for answer in answers) * LOSS
    why = tuple(reason for answer in answers for reason in answer.why)
    return Answer(place, shape, confidence, why, answers[0].base)


def of_all(answers: Sequence[Answer]) -> Answer:
    """Several parts as one: the land, or the lines, of all; lines that meet are told by where they do."""
    geometries = [answer.shape.geometry for answer in answers if answer.shape.geometry is not None]
    first = answers[0].shape
    if len(geometries) == len(answers) and all(is_area(geometry) for geometry in geometries):
        whole = polygons(shapely.union_all(geometries))
        lat, lon = inner_point(whole)
        shape = Shape(lat, lon, disc_radius_km(whole), whole)
    elif len(geometries) == len(answers) and all(is_line(geometry) for geometry in geometries):
        whole = lines(shapely.union_all(geometries))
        one, _ = ops.nearest_points(geometries[0], geometries[1])
        shape = Shape(round(one.y, 4), round(one.x, 4), round(extent_km(whole), 1), whole)
    else:
        points = [beside(answer.shape.lon, first.lon) for answer in answers], [answer.shape.lat for answer in answers]
        lon, lat = (round(sum(values) / len(values), 4) for values in points)
        reach = max(geodesic_km((lat, lon), (a.shape.lat, a.shape.lon)) + a.shape.radius_km for a in answers)
        shape = Shape(lat, lon, round(reach, 1))
    made = joined(answers, shape, "union", "{} and {}")
    kinds = {answer.place.kind for answer in answers}
    return replace(made, place=replace(made.place, kind=kinds.pop() if len(kinds) == 1 else Kind.REGION))


def written(km: float) -> str:
    """Return a distance as people write it: "50 km", "2.5 km", "300 m"."""
    if km < 1.0:
        return f"{km * 1000:.0f} m"
    return f"{km:.0f} km" if km >= 10.0 or km == int(km) else f"{km:.1f} km"
