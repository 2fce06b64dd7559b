"""The article, its records, and the report that holds them."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

from pydantic import Field

from geomap.model.kinds import Action, EventType, Harm, Status
from geomap.model.values import Actor, Force, PlaceMention, Quantity, Source, Span, Time, Value, reasons_by_hand


class Article(Value):
    """A news article as it was read; ``text`` is exactly what every span counts in."""

    id: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    dateline: str | None = None
    language: str | None = None
    text: str


class Deployment(Value):
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


class Casualties(Value):
    """Harm to one group in an event."""

    kind: Harm
    who: str | None
    quantity: Quantity | None


class Event(Value):
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


class Report(Value):
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
