"""A deployment on its way to the report: everything read, before repeats are merged and ids are given."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.mentions.places import Place
from geomap.model import Action, Actor, Force, Quantity, Source, Span, Status, Time
from geomap.records.links import Link


@dataclass(frozen=True, slots=True)
class Draft:
    """One force in one act."""

    link: Link
    actor: Actor | None
    force: Force
    quantity: Quantity | None
    action: Action
    origins: tuple[Place, ...]
    locations: tuple[Place, ...]
    recipient: Actor | None
    status: Status
    hedged: bool
    time: Time | None
    source: Source | None
    evidence: tuple[Span, ...]
    rules: tuple[str, ...]
    part_of: int | None = None

    @property
    def generic(self) -> bool:
        """Whether the force is a bare word ("troops") without a number."""
        force = self.link.force
        return self.quantity is None and (force.generic or force.ambiguous) and not force.named

    @property
    def outward(self) -> bool:
        """Whether the force leaves."""
        return self.action is Action.WITHDRAW

    @property
    def code(self) -> str | None:
        """The owner's code."""
        return self.actor.code if self.actor is not None else None

    def number(self) -> tuple[float | None, float | None] | None:
        """The quantity's ends, or ``None`` without a quantity."""
        return (self.quantity.min, self.quantity.max) if self.quantity is not None else None


def place_keys(places: tuple[Place, ...]) -> frozenset[str]:
    """Return what identifies the places: gazetteer ids, or the words where unresolved."""
    return frozenset(
        p.mention.resolved.id if p.mention.resolved is not None else p.mention.text.casefold() for p in places
    )


def codes(places: tuple[Place, ...]) -> frozenset[str]:
    """Return the countries of the places."""
    return frozenset(p.country for p in places if p.country is not None)
