"""The features of a candidate that hold in whatever article: its name, its kind, its size, what others are called so.

The weights were set by hand on the names of gold/dev and kept round.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .containment import lies_in
from .model import Candidate, Kind, NameKind, Place
from .names import fold

SEAT_PEOPLE = 5_000  # of a town that a division of the same name is taken for
SEAT = -1.5  # of such a division, unless the words say that it is one

_NAME_KIND = {
    NameKind.NAME: (0.6, "its own name"),
    NameKind.OFFICIAL: (0.5, "its official name"),
    NameKind.ALTERNATE: (0.0, "another spelling of its name"),
    NameKind.FORMER: (-0.1, "a former name"),
    NameKind.ABBREVIATION: (0.5, "an abbreviation of its name"),
    NameKind.DEMONYM: (0.3, "the word for its people"),
    NameKind.CODE: (-0.5, "a code for it"),
}
_KIND = {
    Kind.CONTINENT: (6.0, "a continent"),
    Kind.COUNTRY: (6.0, "a country"),
    Kind.REGION: (4.5, "a named region"),
    Kind.WATER: (4.0, "a water"),
    Kind.CROSSING: (4.0, "a line or crossing"),
    Kind.BASE: (3.0, "a base"),
    Kind.ISLAND: (2.4, "an island"),
    Kind.LANDFORM: (2.4, "a landform"),
    Kind.AIRFIELD: (1.6, "an airfield"),
    Kind.ADMIN1: (1.5, "a first-order division"),
    Kind.CITY: (0.6, None),
    Kind.ADMIN2: (0.0, "a second-order division"),
    Kind.QUARTER: (-0.6, "a part of a city"),
}
_BASE_WORDS = frozenset(
    ("airport", "airfield", "airbase", "base", "camp", "fort", "station", "raf", "barracks", "garrison", "aerodrome")
)
# A dump gives every creek and hill; each is as likely to be meant as a village, not as a sea or range that was curated.
_OF_A_DUMP = {
    Kind.REGION: -3.5,
    Kind.WATER: -3.4,
    Kind.CROSSING: -3.4,
    Kind.BASE: -1.5,
    Kind.ISLAND: -1.8,
    Kind.LANDFORM: -2.0,
    Kind.AIRFIELD: -1.0,
}


@dataclass(frozen=True, slots=True)
class Among:
    """What the features ask of all candidates: the people of the largest town, whether some town is named so."""

    rivals: Sequence[Candidate]
    lands: frozenset[str | None]
    largest_town: int
    named: bool
    is_capital: Callable[[Place], bool]

    @classmethod
    def of(cls, rivals: Sequence[Candidate], is_capital: Callable[[Place], bool]) -> Among:
        """Tell once what every feature asks for."""
        lands = frozenset(
            c.place.country for c in rivals if c.place.kind is Kind.COUNTRY and c.name_kind is not NameKind.DEMONYM
        )
        towns = [c.place.population for c in rivals if c.place.kind is Kind.CITY]
        return cls(
            rivals,
            lands,
            max(towns) if len(towns) > 1 and not lands else 0,
            any(c.name_kind is NameKind.NAME and c.place.kind is Kind.CITY for c in rivals),
            is_capital,
        )


Told = tuple[float, str | None]
Feature = Callable[[Candidate, Among], Told]


def _name_kind(candidate: Candidate, among: Among) -> Told:
    score, reason = _NAME_KIND[candidate.name_kind]
    # GeoNames lists many a name that only another language uses: Belém is no Bethlehem where some town is called so.
    return (score - 0.6, reason) if among.named and candidate.name_kind is NameKind.ALTERNATE else (score, reason)


def _kind(candidate: Candidate, among: Among) -> Told:
    return _KIND[candidate.place.kind]


def _population(candidate: Candidate, among: Among) -> Told:
    place = candidate.place
    people, kind = place.population, place.kind
    if kind is Kind.COUNTRY and people > 0:
        return 0.15 * (math.log10(people) - 6.0), None  # decides between the two Congos only
    if kind in (Kind.REGION, Kind.WATER) and people <= 0:
        return 0.5 * max(0.0, math.log10(place.radius_km / 30.0)), None  # the larger, the better known
    if kind is Kind.CONTINENT or people <= 0:
        return 0.0, None
    share = 0.5 if kind in (Kind.ADMIN1, Kind.ADMIN2) else 1.0
    reason = f"{people:,} people" if kind in (Kind.CITY, Kind.QUARTER) else None
    return share * max(0.0, math.log10(people) - 2.0) * 0.8, reason


def _spelled_out(candidate: Candidate, among: Among) -> Told:
    kind = candidate.place.kind
    if kind in (Kind.AIRFIELD, Kind.BASE) and not _BASE_WORDS.isdisjoint(candidate.matched.lower().split()):
        return 2.0, "the name says that it is one"
    return 0.0, None


def _prominence(candidate: Candidate, among: Among) -> Told:
    """The largest town of a name is what the name alone means: Portsmouth in England, not in Virginia."""
    if candidate.place.kind is Kind.CITY and candidate.place.population == among.largest_town > 0:
        return 0.6, "the largest town of that name"
    return 0.0, None


def _written_down(candidate: Candidate, among: Among) -> Told:
    """What somebody has written down for the news, or for this user, is what the news and the user mean."""
    return (1.5, None) if candidate.place.id.startswith(("curated:", "user:")) else (0.0, None)


def _capital(candidate: Candidate, among: Among) -> Told:
    capital = candidate.place.kind is Kind.CITY and among.is_capital(candidate.place)
    return (1.5, "a capital") if capital else (0.0, None)


BEFORE: tuple[Feature, ...] = (_name_kind, _kind, _population)
MORE: tuple[Feature, ...] = (_spelled_out, _prominence)
BEHIND: tuple[Feature, ...] = (_written_down, _capital)


def seat(candidate: Candidate, among: Among) -> float:
    """A division that is named like a town in it is the town."""
    place = candidate.place
    if place.kind not in (Kind.ADMIN1, Kind.ADMIN2):
        return 0.0
    for rival in among.rivals:
        town = rival.place
        lesser = rival.name_kind is NameKind.ALTERNATE and candidate.name_kind is not NameKind.ALTERNATE
        if lesser and not fold(place.name).startswith(fold(town.name)):
            # Antakya is called Hatay in some language; Hatay is the province all the same. Sirte lies in Sirte
            # District: both are Surt.
            continue
        if town.kind is Kind.CITY and town.country == place.country and town.population >= SEAT_PEOPLE:
            inside = town.admin1 == place.name if place.kind is Kind.ADMIN1 else lies_in(town, place)
            if inside:
                return SEAT
    return 0.0


def dumped(place: Place) -> float:
    """What a feature of a user's dump loses against one that was curated."""
    return _OF_A_DUMP.get(place.kind, 0.0) if place.id.startswith("geonames:") else 0.0
