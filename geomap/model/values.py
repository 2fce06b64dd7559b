"""The values of a report that several of its records share: spans, reasons, places, actors, quantities, times."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from geomap.model.kinds import Category, Echelon, Qualifier, Relation, Use

Span = tuple[int, int]


BY_HAND = "corrected by hand: "
"""What begins the reason of a correction among a record's rules and a place's reasons."""


def reasons_by_hand(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the reasons of corrections among rules or reasons."""
    return tuple(word.removeprefix(BY_HAND) for word in words if word.startswith(BY_HAND))


class Value(BaseModel):
    """What every value of the contract is: frozen, closed, readable by field names and by aliases."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class ResolvedPlace(Value):
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


class PlaceMention(Value):
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


class Actor(Value):
    """Who acts. ``code`` is alpha-3 for states, an abbreviation for bodies of states, else a lower-case slug."""

    name: str
    code: str | None
    span: Span | None = None


class Force(Value):
    """What kind of force, in the article's words."""

    text: str
    category: Category
    echelon: Echelon | None
    span: Span | None = None


class Quantity(Value):
    """A number as vague as it is told: ``min``/``max`` are ``None`` where the words leave that side open."""

    text: str
    min: int | float | None
    max: int | float | None
    qualifier: Qualifier
    span: Span | None = None


class Time(Value):
    """When; ``start`` and ``end`` stay ``None`` where the words cannot be resolved without a publication date."""

    text: str
    start: str | None
    end: str | None
    span: Span | None = None


class Source(Value):
    """Who says so."""

    name: str
    span: Span | None = None
