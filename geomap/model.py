"""The values that flow between geomap's rooms: the article and the report that is read out of it.

The classes mirror the published contract (schema ``geomap-report-1``) field by field; what a field means is said in
docstrings below. All are frozen. Spans are ``(start, end)`` in characters of ``Article.text``, which is never altered.
Dates are ISO 8601 strings, coordinates degrees WGS 84, distances kilometres.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]

BY_HAND = "corrected by hand: "
"""What begins the reason of a correction among a record's rules and a place's reasons."""


def reasons_by_hand(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the reasons of corrections among rules or reasons."""
    return tuple(word.removeprefix(BY_HAND) for word in words if word.startswith(BY_HAND))


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Use(StrEnum):
    """What a place word does in its sentence. Metonyms and demonyms name actors and are never drawn."""

    LITERAL = "literal"
    METONYM = "metonym"
    DEMONYM = "demonym"
    DATELINE = "dateline"


class Relation(StrEnum):
    """The kind of spatial expression; a plain name has none."""

    PART = "part"
    OFFSET = "offset"
    BORDER = "border"
    NEAR = "near"
    BETWEEN = "between"
    COAST = "coast"
    REGION = "region"


class Qualifier(StrEnum):
    """How exactly a number is told."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Category(StrEnum):
    """What a force consists of."""

    PERSONNEL = "personnel"
    UNIT = "unit"
    ARMOUR = "armour"
    ARTILLERY = "artillery"
    MISSILE = "missile"
    AIR_DEFENCE = "air-defence"
    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    UAV = "uav"
    NAVAL = "naval"
    VEHICLE = "vehicle"
    EQUIPMENT = "equipment"


class Echelon(StrEnum):
    """Size class of a formation, smallest first."""

    SQUAD = "squad"
    PLATOON = "platoon"
    COMPANY = "company"
    BATTALION = "battalion"
    REGIMENT = "regiment"
    BRIGADE = "brigade"
    DIVISION = "division"
    CORPS = "corps"
    ARMY = "army"


class Action(StrEnum):
    """What is done with a force."""

    DEPLOY = "deploy"
    STATION = "station"
    MASS = "mass"
    EXERCISE = "exercise"
    REINFORCE = "reinforce"
    ROTATE = "rotate"
    WITHDRAW = "withdraw"
    TRANSFER = "transfer"
    STANDBY = "standby"


class Status(StrEnum):
    """Whether it is so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    PAST = "past"


class EventType(StrEnum):
    """Kinds of conflict event."""

    BATTLE = "battle"
    STRIKE = "strike"
    SHELLING = "shelling"
    EXPLOSION = "explosion"
    ATTACK = "attack"
    CAPTURE = "capture"
    EXERCISE = "exercise"
    AGREEMENT = "agreement"


class Harm(StrEnum):
    """Kinds of casualty."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"


class Article(_Value):
    """A news article as it was read; ``text`` is exactly what every span counts in."""

    id: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    dateline: str | None = None
    language: str | None = None
    text: str


class ResolvedPlace(_Value):
    """Where a mention lies. ``country`` is ISO 3166-1 alpha-3, ``None`` for seas and regions across countries."""

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    radius_km: float = Field(ge=0)


class AlternativePlace(ResolvedPlace):
    """A candidate that was not chosen."""

    score: float


class PlaceMention(_Value):
    """One mention of a place. ``resolved`` is ``None`` when the gazetteer has no acceptable answer."""

    id: str
    span: Span
    text: str
    use: Use
    relation: Relation | None
    resolved: ResolvedPlace | None
    alternatives: tuple[AlternativePlace, ...] = ()
    confidence: float = Field(ge=0, le=1)
    why: tuple[str, ...] = ()

    @property
    def corrected(self) -> tuple[str, ...]:
        """The reasons for which a person corrected it; empty where it is as it was read."""
        return reasons_by_hand(self.why)


class Actor(_Value):
    """Who acts. ``code`` is alpha-3 for states, an abbreviation for bodies of states, else a lower-case slug."""

    name: str
    code: str | None
    span: Span | None = None


class Force(_Value):
    """What kind of force, in the article's words."""

    text: str
    category: Category
    echelon: Echelon | None
    span: Span | None = None


class Quantity(_Value):
    """A number as vague as it is told: ``min``/``max`` are ``None`` where the words leave that side open."""

    text: str
    min: int | float | None
    max: int | float | None
    qualifier: Qualifier
    span: Span | None = None


class Time(_Value):
    """When; ``start`` and ``end`` stay ``None`` where the words cannot be resolved without a publication date."""

    text: str
    start: str | None
    end: str | None
    span: Span | None = None


class Source(_Value):
    """Who says so."""

    name: str
    span: Span | None = None


class Deployment(_Value):
    """One distinct body of force that is placed or moved. ``rules`` names what made the record (not in the JSON)."""

    id: str
    actor: Actor | None
    force: Force
    quantity: Quantity | None
    action: Action
    origin: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    recipient: Actor | None = None
    status: Status
    hedged: bool
    time: Time | None = None
    source: Source | None = None
    part_of: str | None = None
    evidence: tuple[Span, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)
    rules: tuple[str, ...] = Field(default=(), exclude=True)

    @property
    def corrected(self) -> tuple[str, ...]:
        """The reasons for which a person corrected it; empty where it is as it was read."""
        return reasons_by_hand(self.rules)


class Casualties(_Value):
    """Harm to one group in an event."""

    kind: Harm
    who: str | None
    quantity: Quantity | None


class Event(_Value):
    """Something done at a place."""

    id: str
    type: EventType
    actor: Actor | None
    target: Actor | None
    location: tuple[str, ...] = ()
    time: Time | None = None
    status: Status
    hedged: bool
    source: Source | None = None
    casualties: tuple[Casualties, ...] = ()
    evidence: tuple[Span, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)
    rules: tuple[str, ...] = Field(default=(), exclude=True)

    @property
    def corrected(self) -> tuple[str, ...]:
        """The reasons for which a person corrected it; empty where it is as it was read."""
        return reasons_by_hand(self.rules)


_LINE_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}
"""Characters at which readers of JSON Lines may break a line though JSON lets them stand (Unicode's line ends)."""


class Report(_Value):
    """Everything read out of one article. ``Report.model_validate_json`` reads back what ``to_json`` wrote.

    ``removed`` says which records a person took away and why (not in the JSON).
    """

    schema_: Literal["geomap-report-1"] = Field(default="geomap-report-1", alias="schema")
    article: Article
    places: tuple[PlaceMention, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    events: tuple[Event, ...] = ()
    removed: tuple[str, ...] = Field(default=(), exclude=True)

    def place(self, place_id: str) -> PlaceMention:
        """Return the mention with that id; ``KeyError`` if there is none."""
        for mention in self.places:
            if mention.id == place_id:
                return mention
        raise KeyError(place_id)

    def _repr_html_(self) -> str:
        """Return the map as Jupyter shows it. The drawing rooms lie below this one and are called by name."""
        return str(import_module("geomap").embed(self))

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the report as JSON by the contract's schema, no line of it broken by a character of the article."""
        return self.model_dump_json(by_alias=True, indent=indent).translate(_LINE_BREAKS)
