"""Which of several namesakes an article's other names lie around."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Candidate, Kind, NameKind, Place
from gazetteer.names import fold
from gazetteer.sphere import distance_km
from geomap.mentions.places.names import Name

_REACH_KM = 80.0
_REACH_DEGREES = 0.75
"""Degrees of latitude in that reach, rounded up: what is farther is not measured."""

_WITNESSES = 2
"""Other names of the article that must lie around a town."""

_LOCAL = frozenset({Kind.CITY, Kind.QUARTER, Kind.ADMIN2, Kind.BASE})


def around(towns: Sequence[Place], names: Sequence[Name]) -> Place | None:
    """Return the town that most of an article's names have a place around; ``None`` for few or for as many elsewhere.

    A name is counted once, and not where it is the town's own; the town's first-order division counts as one too.
    """
    others = {fold(name.text): name.candidates for name in names}
    counts = [
        sum(any(_near(town, c) for c in candidates) for key, candidates in others.items() if key != fold(town.name))
        for town in towns
    ]
    most = max(counts, default=0)
    if most < _WITNESSES or counts.count(most) > 1:
        return None
    return towns[counts.index(most)]


def _near(town: Place, candidate: Candidate) -> bool:
    place = candidate.place
    if place.country != town.country or candidate.name_kind is NameKind.DEMONYM:
        return False
    if place.kind is Kind.ADMIN1:
        return place.name == town.admin1
    if place.kind not in _LOCAL or abs(place.lat - town.lat) > _REACH_DEGREES:
        return False
    return distance_km(place.lat, place.lon, town.lat, town.lon) <= _REACH_KM
