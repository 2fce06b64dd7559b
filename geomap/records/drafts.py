"""A deployment on its way to the report: everything read, before repeats are merged, and what it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.mentions.places.finding import Place
from geomap.model import Action, Actor, Deployment, Force, Quantity, Source, Span, Status, Time
from geomap.records.context import Mentions
from geomap.records.triggering import Link

_DOUBTS = {
    "trigger-none": 0.1,
    "trigger-phrase": 0.05,
    "place-nearby": 0.05,
    "place-fronted": 0.1,
    "place-there": 0.1,
    "place-heading": 0.1,
    "place-salient": 0.25,
    "place-of-antecedent": 0.15,
    "place-of-parts": 0.05,
    "origin-behind": 0.05,
    "owner-antecedent": 0.1,
    "owner-salient": 0.15,
    "owner-unknown": 0.1,
    "force-elided": 0.05,
}
"""What each rule of last resort takes from a record's confidence, by its errors in the development articles."""

_CERTAIN, _LEAST = 0.95, 0.1
"""Confidence of a record without any doubt, and of the most doubtful one."""


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


@dataclass(frozen=True, slots=True)
class Dropped:
    """A force that became no deployment: ``rule`` names why, ``rules`` what was read of it before, ``words`` it is."""

    span: Span
    words: str
    rule: str
    rules: tuple[str, ...] = ()

    @classmethod
    def of(cls, m: Mentions, link: Link, rule: str, rules: Sequence[str] = ()) -> Dropped:
        """Return a linked force as one that is left out."""
        span = (link.force.start, link.force.end)
        read = rules or (*link.force.rules, *link.rules)
        return cls(span, m.doc.text[slice(*span)], rule, tuple(dict.fromkeys(read)))


def place_keys(places: tuple[Place, ...]) -> frozenset[str]:
    """Return what identifies the places: gazetteer ids, or the words where unresolved."""
    return frozenset(
        p.mention.resolved.id if p.mention.resolved is not None else p.mention.text.casefold() for p in places
    )


def codes(places: tuple[Place, ...]) -> frozenset[str]:
    """Return the countries of the places."""
    return frozenset(p.country for p in places if p.country is not None)


def deployment_of(number: str, draft: Draft) -> Deployment:
    """Return the report's entry under the id ``number``."""
    return Deployment(
        id=number,
        actor=draft.actor,
        force=draft.force,
        quantity=draft.quantity,
        action=draft.action,
        origin=tuple(dict.fromkeys(p.mention.id for p in draft.origins)),
        location=tuple(dict.fromkeys(p.mention.id for p in draft.locations)),
        recipient=draft.recipient,
        status=draft.status,
        hedged=draft.hedged,
        time=draft.time,
        source=draft.source,
        part_of=f"d{draft.part_of + 1}" if draft.part_of is not None else None,
        evidence=draft.evidence,
        confidence=_confidence(draft),
        rules=tuple(dict.fromkeys(draft.rules)),
    )


def _confidence(draft: Draft) -> float:
    doubt = sum(_DOUBTS.get(rule, 0.0) for rule in dict.fromkeys(draft.rules))
    return round(max(_LEAST, _CERTAIN - doubt), 2)
