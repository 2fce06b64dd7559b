"""What an article tells of the candidates for its names: its countries, its provinces, the places beside them.

A ``Setting`` is made once for all names of an article; the features here look at one candidate in it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, TypeAlias

from .containment import lies_in
from .contenders import Contender, Contenders, Land
from .homes import at_home
from .memory import Memory
from .model import Home, Kind, NameKind, Place
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
_DIVISIONS = frozenset({Kind.ADMIN1, Kind.ADMIN2})
_TOO_LARGE = frozenset({Kind.COUNTRY, Kind.CONTINENT})

Told: TypeAlias = tuple[float, tuple[str, ...]]
"""A score, with the reasons for it if there are any to tell."""

NOTHING: Told = (0.0, ())
_ELSEWHERE: Told = (-1.5, ("the article does not speak of its country",))


class Around(NamedTuple):
    """What a ``Context`` tells of an article, whatever name is asked for."""

    countries: tuple[tuple[str, float], ...]
    near: tuple[tuple[float, float], ...]
    divisions: tuple[tuple[str, str, float], ...]
    home: Home | None = None


class Asked(NamedTuple):
    """What the words around one name tell: what it lies in (as written, with the places that may be), its kind.

    ``lone`` when the name is a country's of which the article speaks by nothing else; ``homely`` when it is a
    country's and the article speaks of none but that of its paper; ``outvoted`` when it speaks of the country of a
    candidate and not of the paper's.
    """

    within: tuple[tuple[str, tuple[Place, ...]], ...] = ()
    cue: Kind | None = None
    lone: bool = False
    homely: bool = False
    outvoted: bool = False


class Setting:
    """An article's countries, divisions and places, weighed. ``country`` gives a country by its alpha-3 code.

    ``countries`` are the codes of those that the article speaks of.
    """

    def __init__(self, around: Around, country: Callable[[str], Place | None]) -> None:
        self._country = country
        self._weights = dict(around.countries)
        self.countries = frozenset(self._weights)
        self._divisions = {(code, name): weight for code, name, weight in around.divisions if weight > 0}
        self._home = around.home
        self._points = [vector(lat, lon) for lat, lon in around.near]
        self._divided = frozenset(code for code, _ in self._divisions)
        self._countries = Memory[tuple[str, bool], Told](self._of_the_country)

    def asked(
        self, contenders: Contenders, within: tuple[tuple[str, tuple[Place, ...]], ...], cue: Kind | None
    ) -> Asked:
        """Return what is asked of a name here."""
        lands = contenders.lands
        lone = bool(lands) and bool(self._weights) and not any(self._weights.get(code or "") for code in lands)
        if self._home is None:
            return Asked(within, cue, lone)
        own = self._home.country.country
        homely = bool(lands) and self._weights.keys() <= {own}
        spoken_of = any(item.land and item.land.country in self._weights for item in contenders.items)
        return Asked(within, cue, lone, homely, outvoted=own not in self._weights and spoken_of)

    @property
    def most_near(self) -> float:
        """What ``near`` adds at most."""
        return NEAR if self._points else 0.0

    def land(self, contender: Contender, asked: Asked) -> Told:
        """Weigh the countries and provinces that the article speaks of, and where it is published."""
        told = self._spoken_of(contender, asked)
        if self._home is None or contender.candidate.name_kind is NameKind.DEMONYM:
            return told
        place, town = contender.candidate.place, self._home.town
        km = distance_km(place.lat, place.lon, town.lat, town.lon) if town is not None else math.inf
        score, reasons = at_home(place, self._home, km, homely=asked.homely, outvoted=asked.outvoted)
        return told[0] + score, (*told[1], *reasons)

    def _spoken_of(self, contender: Contender, asked: Asked) -> Told:
        land = contender.land
        if land is None:
            return self._by_the_countries(contender.candidate.place)
        told = self._countries[land.country, land.whole]
        if land.country in self._divided:
            weight = self._divisions.get((land.country, land.division))
            if weight is not None:
                score, reason = _of_the_division(land, weight, lone=asked.lone)
                return told[0] + score, (*told[1], reason)
        return told

    def _of_the_country(self, key: tuple[str, bool]) -> Told:
        code, whole = key
        if not self._weights:
            return NOTHING
        weight = self._weights.get(code, 0.0)
        if weight > 0:
            # The square root: the country that is named most often is not the only one that its places are named of.
            return 1.0 + 2.0 * math.sqrt(min(1.0, weight)), (f"the article speaks of {code}",)
        return NOTHING if whole else _ELSEWHERE  # its own mention may be the only one

    def _by_the_countries(self, place: Place) -> Told:
        """A sea or region of no country comes near one that the article speaks of."""
        close = next((home for home in self._homes if _reaches(place, home)), None)
        return (1.0, (f"lies by {close.name}, of which the article speaks",)) if close else NOTHING

    @cached_property
    def _homes(self) -> tuple[Place, ...]:
        """The article's countries as places."""
        return tuple(place for code in self._weights if (place := self._country(code)))

    def near_km(self, contender: Contender) -> float:
        """How far a candidate lies from the closest other place of the article; infinitely where that tells nothing."""
        if not self._points or contender.candidate.place.kind in _TOO_LARGE:
            return math.inf
        return closest_km(contender.point, self._points)


def nearness(km: float) -> float:
    """Weigh how near a candidate lies to other places of the article."""
    return NEAR * math.exp(-km / NEAR_KM)


def told_near(km: float) -> tuple[str, ...]:
    """The reason that a candidate lies near another place."""
    return (f"{km:,.0f} km from another place of the article",) if km < TOLD_KM else ()


def _of_the_division(land: Land, weight: float, *, lone: bool) -> tuple[float, str]:
    """The provinces that the article names hold its towns."""
    score, reason = 1.0 + 1.5 * math.sqrt(min(1.0, weight)), f"the article speaks of {land.division}"
    if lone:
        # Nothing else in the article is of the country of that name: "Lebanon" between towns of Pennsylvania.
        return score + 4.0, f"{reason}, and of the country of that name by nothing else"
    return score, reason


def _reaches(place: Place, home: Place) -> bool:
    """Tell whether a sea or region comes near a country, both taken as discs."""
    return distance_km(place.lat, place.lon, home.lat, home.lon) <= place.radius_km + 1.5 * home.radius_km + 300.0


def within(contender: Contender, asked: Asked) -> Told:
    """Weigh the areas that follow the name."""
    if not asked.within:
        return NOTHING
    for words, places in asked.within:
        if any(lies_in(contender.place, outer) for outer in places):
            return 6.0, (f"lies in {words}, which follows the name",)
    if any(places for _, places in asked.within):
        return -3.0, (f"does not lie in {asked.within[0][0]}",)
    return NOTHING


def cued(contender: Contender, asked: Asked) -> Told:
    """Weigh the kind that the words around a name tell."""
    if asked.cue is None:
        return NOTHING
    score = _CUES.get(asked.cue, {}).get(contender.place.kind, 0.0)
    return score, (f"the words around it name a {asked.cue.value}",) if score > 0 else ()


def dumped(contender: Contender, asked: Asked) -> float:
    """What a feature of a user's dump loses: the built-in gazetteer has none such; "the Kyiv river" asks for one."""
    return 0.0 if contender.place.kind is asked.cue else contender.dumped


def seat(contender: Contender, asked: Asked) -> float:
    """What a division loses to the town of its name, unless the words say that it is a division."""
    return 0.0 if asked.cue in _DIVISIONS else contender.seat
