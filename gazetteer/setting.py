"""What an article tells of the candidates for its names: its countries, its provinces, the places beside them.

A ``Setting`` is made once for all names of an article; the features here look at one candidate in it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from .contenders import Contender, Contenders, lies_in
from .model import Kind, Place
from .sphere import closest_km, distance_km, vector

NEAR = 2.0  # what the places around add at most
NEAR_KM = 200.0  # the distance at which that has fallen to a third
TOLD_KM = 300.0  # from which a distance is no reason

_CUES = {
    Kind.ADMIN1: {Kind.ADMIN1: 3.0, Kind.REGION: 2.0, Kind.ADMIN2: 1.5, Kind.COUNTRY: -1.0, Kind.CITY: -1.5},
    Kind.ADMIN2: {Kind.ADMIN2: 3.0, Kind.ADMIN1: 1.5, Kind.CITY: -0.5},
    Kind.CITY: {Kind.CITY: 2.0, Kind.QUARTER: 1.0, Kind.COUNTRY: -3.0, Kind.ADMIN1: -1.5, Kind.ADMIN2: -1.0},
    Kind.QUARTER: {Kind.QUARTER: 2.0, Kind.CITY: 0.5},
    Kind.AIRFIELD: {Kind.AIRFIELD: 3.0, Kind.BASE: 3.0},
    Kind.BASE: {Kind.BASE: 3.0, Kind.AIRFIELD: 2.5},
    Kind.ISLAND: {Kind.ISLAND: 3.0, Kind.COUNTRY: 0.5, Kind.ADMIN1: 0.5},
    Kind.WATER: {Kind.WATER: 4.0},
    Kind.REGION: {Kind.REGION: 3.0, Kind.LANDFORM: 3.0, Kind.ADMIN1: 1.0},
    Kind.COUNTRY: {Kind.COUNTRY: 3.0},
}
_DIVISIONS = (Kind.ADMIN1, Kind.ADMIN2)

Told = tuple[float, str | None]
_NOTHING: Told = (0.0, None)
_ELSEWHERE: Told = (-1.5, "the article does not speak of its country")


class Around(NamedTuple):
    """What a ``Context`` tells of an article, whatever name is asked for."""

    countries: tuple[tuple[str, float], ...]
    near: tuple[tuple[float, float], ...]
    divisions: tuple[tuple[str, str, float], ...]


class Asked(NamedTuple):
    """What the words around one name tell: what it lies in (as written, with the places that may be), its kind.

    ``lone`` when the name is a country's of which the article speaks by nothing else.
    """

    within: tuple[tuple[str, tuple[Place, ...]], ...] = ()
    cue: Kind | None = None
    lone: bool = False


class Setting:
    """An article's countries, divisions and places, weighed. ``country`` gives a country by its alpha-3 code."""

    def __init__(self, around: Around, country: Callable[[str], Place | None]) -> None:
        self._country = country
        self._weights = dict(around.countries)
        # The square root: the country that is named most often is not the only one that its places are named of.
        self.lands: dict[str | None, Told] = {
            code: (1.0 + 2.0 * math.sqrt(min(1.0, weight)), f"the article speaks of {code}")
            for code, weight in self._weights.items()
            if weight > 0
        }
        self.divisions = {
            (code, name): 1.0 + 1.5 * math.sqrt(min(1.0, weight))
            for code, name, weight in around.divisions
            if weight > 0
        }
        self._points = [vector(lat, lon) for lat, lon in around.near]

    def asked(
        self, contenders: Contenders, within: tuple[tuple[str, tuple[Place, ...]], ...], cue: Kind | None
    ) -> Asked:
        """Return what is asked of a name here."""
        lands = contenders.lands
        lone = bool(lands) and bool(self._weights) and not any(self._weights.get(code or "") for code in lands)
        return Asked(within, cue, lone)

    @cached_property
    def homes(self) -> tuple[Place, ...]:
        """The article's countries as places."""
        return tuple(place for code in self._weights if (place := self._country(code)))

    def features(self, contenders: Contenders, asked: Asked) -> tuple[Feature, ...]:
        """Return the features that tell something here, in the order of their reasons; ``near``, ``cued`` follow."""
        return tuple(
            feature
            for feature, tells in (
                (_dumped, contenders.dumped),
                (_countries, bool(self._weights)),
                (_divisions, bool(self.divisions)),
                (_within, bool(asked.within)),
            )
            if tells
        )

    @property
    def most_near(self) -> float:
        """What ``near`` adds at most."""
        return NEAR if self._points else 0.0

    def near(self, contender: Contender) -> Told:
        """Weigh how near a candidate lies to other places of the article."""
        if not self._points or contender.place.kind in (Kind.COUNTRY, Kind.CONTINENT):
            return _NOTHING
        closest = closest_km(contender.point, self._points)
        score = NEAR * math.exp(-closest / NEAR_KM)
        return score, f"{closest:,.0f} km from another place of the article" if closest < TOLD_KM else None


Feature = Callable[[Contender, Setting, Asked], Told]


def _dumped(contender: Contender, setting: Setting, asked: Asked) -> Told:
    # The built-in gazetteer takes no such feature from GeoNames; "the Kyiv river" asks for one.
    return (0.0 if contender.place.kind is asked.cue else contender.dumped), None


def _countries(contender: Contender, setting: Setting, asked: Asked) -> Told:
    place = contender.place
    if place.country is None:
        close = next((home for home in setting.homes if _reaches(place, home)), None)
        return (1.0, f"lies by {close.name}, of which the article speaks") if close else _NOTHING
    told = setting.lands.get(place.country)
    if told is not None:
        return told
    # A country's own mention may be the only one.
    return _NOTHING if place.kind is Kind.COUNTRY else _ELSEWHERE


def _reaches(place: Place, home: Place) -> bool:
    """Tell whether a sea or region comes near a country, both taken as discs."""
    return distance_km(place.lat, place.lon, home.lat, home.lon) <= place.radius_km + 1.5 * home.radius_km + 300.0


def _divisions(contender: Contender, setting: Setting, asked: Asked) -> Told:
    """The provinces that the article names hold its towns."""
    place = contender.place
    if place.country is None:
        return _NOTHING
    name = place.name if place.kind is Kind.ADMIN1 else place.admin1
    score = setting.divisions.get((place.country, name or ""))
    if score is None:
        return _NOTHING
    if asked.lone:
        # Nothing else in the article is of the country of that name: "Lebanon" between towns of Pennsylvania.
        return score + 4.0, f"the article speaks of {name}, and of the country of that name by nothing else"
    return score, f"the article speaks of {name}"


def _within(contender: Contender, setting: Setting, asked: Asked) -> Told:
    for words, places in asked.within:
        if any(lies_in(contender.place, outer) for outer in places):
            return 6.0, f"lies in {words}, which follows the name"
    return (-3.0, f"does not lie in {asked.within[0][0]}") if any(places for _, places in asked.within) else _NOTHING


def seat(contender: Contender, asked: Asked) -> float:
    """What a division loses to the town of its name, unless the words say that it is a division."""
    return 0.0 if asked.cue in _DIVISIONS else contender.seat


def cued(contender: Contender, asked: Asked) -> Told:
    """Weigh the kind that the words around a name tell."""
    if asked.cue is None:
        return _NOTHING
    score = _CUES.get(asked.cue, {}).get(contender.place.kind, 0.0)
    return score, f"the words around it name a {asked.cue.value}" if score > 0 else None


def told_of(features: Sequence[Feature], contender: Contender, setting: Setting, asked: Asked) -> list[Told]:
    """Return what features tell of a candidate."""
    return [feature(contender, setting, asked) for feature in features]
