"""The values that leave the gazetteer: places, candidates, resolutions.

All coordinates are degrees WGS 84, all distances kilometres, all country codes ISO 3166-1 alpha-3
(``XKX`` for Kosovo). Every value is frozen; every sequence keeps a stated order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from .later import Later

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class BBox(NamedTuple):
    """A box in degrees; ``west`` ≤ ``east`` (a box across the antimeridian is two boxes)."""

    west: float
    south: float
    east: float
    north: float


class Kind(StrEnum):
    """What sort of place an entry is."""

    CONTINENT = "continent"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    CITY = "city"  # any populated place, a village too
    QUARTER = "quarter"  # a part of a city
    REGION = "region"  # a named area without administrative limits: Donbas, Sahel, eastern Europe
    WATER = "water"  # sea, gulf, strait, lake, river
    ISLAND = "island"
    LANDFORM = "landform"  # mountain, cape, valley, plateau
    BASE = "base"  # military base, camp, port or range
    AIRFIELD = "airfield"
    CROSSING = "crossing"  # border crossing, corridor, line of control


class NameKind(StrEnum):
    """How a name stands to its place."""

    NAME = "name"  # the entry's own name
    OFFICIAL = "official"  # "Republic of Belarus"
    ALTERNATE = "alternate"  # another spelling, language or script
    FORMER = "former"  # "Burma", "Saigon", "Czechoslovakia"
    ABBREVIATION = "abbreviation"  # "U.S.", "DRC", "N.C."
    DEMONYM = "demonym"  # "Russian", "Russians": names the country's people, never drawn
    CODE = "code"  # "CA", "UKR": a code, which counts only where a code is expected ("Long Beach, CA")


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer, or the area that an expression describes.

    ``radius_km`` is how far the truth may lie from the point: the radius of a circle of the same area
    for countries and divisions, a size estimated from the population for towns.
    """

    id: str
    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_km: float
    population: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean, with the score the ranking gave it (0 to 1) and why."""

    place: Place
    matched: str  # the spelling that was looked up
    name_kind: NameKind
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """Where a text is published: its country and, as far as they are certain, the name of its first-order division
    and its town.
    """

    country: Place
    division: str | None = None
    town: Place | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says about where it plays; every field may be empty.

    ``countries`` gives alpha-3 codes with a weight of 0 to 1, ``divisions`` first-order divisions as (alpha-3 code,
    name, weight of 0 to 1), ``near`` the points (lat, lon) of places already
    resolved, ``within`` the words that follow a comma ("Long Beach, California": ``("California",)``),
    ``cue`` the kind that the words around it name ("the village of": CITY, "province": ADMIN1), ``home`` where the
    article is published, whatever it speaks of.
    """

    countries: tuple[tuple[str, float], ...] = ()
    near: tuple[tuple[float, float], ...] = ()
    within: tuple[str, ...] = ()
    cue: Kind | None = None
    divisions: tuple[tuple[str, str, float], ...] = ()
    codes: bool = False
    """Whether the name is a code ("CA"), which is else understood only where no place is called so."""
    home: Home | None = None


class Evidence(NamedTuple):
    """What an answer's confidence stands on: the sum of its features' weights, and its lead over the best candidate
    elsewhere (``None``: there is none).
    """

    weight: float
    lead: float | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to one name or expression: the best candidate or ``None``, and what else was considered."""

    query: str
    best: Candidate | None
    alternatives: tuple[Candidate, ...] = ()
    confidence: float = 0.0
    why: tuple[str, ...] = ()
    drawn: Later | None = field(default=None, compare=False, repr=False)
    evidence: Evidence | None = None
    """Told of a name that the gazetteer has."""

    @property
    def geometry(self) -> BaseGeometry | None:
        """Outline in (lon, lat) degrees where the answer is no plain point; ``None`` otherwise."""
        return None if self.drawn is None else self.drawn()


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape of the map: a place with its outline in (lon, lat) degrees, or land or water that is no place's own.

    ``name`` is the place's name or what the source calls the shape ("Chinese claim", "Danube" or ``""``).
    """

    name: str
    place: Place | None
    geometry: BaseGeometry = field(compare=False)


class AreaKind(StrEnum):
    """How a contested area is drawn."""

    LAND = "land"  # polygons, hatched
    ISLETS = "islets"  # points: too small for the countries' outlines
    LINE = "line"  # a cease-fire line or a buffer too narrow to be drawn as land
    TEXT = "text"  # stated in words only


class Standing(StrEnum):
    """In what way an area is contested."""

    DISPUTED = "disputed"  # claimed by several, held by one or more of them
    OCCUPIED = "occupied"  # held by a state that is not the one it is recognised to belong to
    BREAKAWAY = "breakaway"  # run by authorities of its own that few states or none recognise
    BUFFER = "buffer"  # kept between two sides
    LEASED = "leased"  # held under a lease that the owner contests
    UNCLAIMED = "unclaimed"
    SUSPENDED = "suspended"  # claims that a treaty holds in abeyance
    SETTLED = "settled"  # contested from ``since`` to ``until``, kept for what was written then


@dataclass(frozen=True, slots=True)
class ContestedArea:
    """Land (or islets, or a line) that several hold to be theirs, or whose holder few recognise.

    ``administered_by`` and ``claimed_by`` hold alpha-3 codes and, for others than states, names. ``recognised_as`` is
    the country that the UN or nearly all states hold it to belong to; where that is ``None``, ``undecided`` says why.
    ``since`` and ``until`` are ISO dates or years. ``statement`` is one sentence to be printed. ``views`` gives for
    each viewpoint the code of the country that it draws the area as, or ``None`` where it stands apart; empty for lines
    and words. A line that is the border of two countries or areas names them in ``between``. ``geometry`` is in
    (lon, lat) degrees: polygons, points or lines; ``radius_km`` is how far each islet reaches, else that of a disc of
    its area.
    """

    slug: str
    name: str
    kind: AreaKind
    administered_by: tuple[str, ...]
    claimed_by: tuple[str, ...]
    recognised_as: str | None
    undecided: str
    status: Standing
    since: str
    until: str | None
    statement: str
    lat: float
    lon: float
    radius_km: float
    views: tuple[tuple[str, str | None], ...]
    between: tuple[str, ...]
    geometry: BaseGeometry = field(compare=False)

    def drawn_as(self, view: str) -> str | None:
        """Code of the country that the viewpoint draws it as, ``None`` where it stands apart."""
        return dict(self.views).get(view)

    def contested_on(self, day: str | None) -> bool:
        """Tell whether it was contested on an ISO date; without one, whether it is not settled."""
        if day is None:
            return self.until is None
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Tract:
    """A piece of the map's ground under a viewpoint: a country without its contested land, or a contested area.

    ``place`` is the country that it is drawn as, ``None`` where it stands apart; ``name`` then says what it is.
    Tracts do not overlap, and neighbours share their border vertex by vertex.
    """

    name: str
    place: Place | None
    area: ContestedArea | None
    geometry: BaseGeometry = field(compare=False)


@dataclass(frozen=True, slots=True)
class View:
    """A viewpoint that boundaries can be drawn from: ``un``, ``de-facto`` or a country's code, and whose it is."""

    code: str
    whose: str
