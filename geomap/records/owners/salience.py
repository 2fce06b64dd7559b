"""Whose a force is where no words tell: the actors told before are weighed, the heaviest one owns it.

A reader takes the actor that the passage is about. What makes an actor that is data (``salience`` in ``records.yml``):
each feature adds its weight; ``python tests/owners.py`` fits the weights anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Actor, Use
from geomap.records.context import Mentions
from geomap.records.owners.evidence import Evidence
from geomap.records.owners.features import Case, features
from geomap.records.owners.owned import Owned, sovereign, state
from geomap.records.triggering import Link

_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor with the features that speak for and against it, and their sum."""

    actor: Actor
    features: tuple[str, ...]
    weight: float


def heaviest(told: Evidence, link: Link, before: Sequence[Owned]) -> Candidate | None:
    """Return the actor that most speaks for, ``None`` where none outweighs not knowing.

    ``before`` are the forces before this one with their owners.
    """
    best = max(candidates(told, link, before), key=lambda candidate: candidate.weight, default=None)
    return best if best is not None and best.weight > lexicon.records().salience["unknown"] else None


def candidates(told: Evidence, link: Link, before: Sequence[Owned]) -> tuple[Candidate, ...]:
    """Return every actor that may own the force."""
    weights = lexicon.records().salience
    case = Case.of(told, link, before)
    result = []
    for code, (actor, kind) in _actors(told, link, case).items():
        if code in lexicon.records().owning.territories:
            continue  # Guam owns no bombers
        found = features(told, case, code, kind)
        result.append(Candidate(actor, found, sum(weights[feature] for feature in found)))
    return tuple(result)


def _actors(told: Evidence, link: Link, case: Case) -> dict[str, tuple[Actor, str]]:
    """Return the actors that own forces before, most forces, or are named up to the sentence, and the homes."""
    kinds = {code: mentions[0].kind for code, mentions in told.mentions.items()}
    actors: dict[str, tuple[Actor, str]] = {}
    mostly = [o for o in told.certain if o.actor is not None and told.shares.get(o.actor.code or "", 0.0) > _MOST]
    for owned in (*case.before, *mostly):
        if owned.actor is not None and owned.actor.code is not None:
            actors.setdefault(owned.actor.code, (owned.actor, kinds.get(owned.actor.code, "state")))
    for code, mentions in told.mentions.items():
        if mentions[0].span[0] < case.sentence.end:
            actors.setdefault(code, (mentions[0].value(), mentions[0].kind))
    for headed in sorted(case.of_list | case.of_section):
        if headed not in actors:
            actors[headed] = (state(told.m, link.force.span, headed, "actor-heading").value(), "state")
    for place in _homes(told.m, link):
        land = sovereign(place.country)
        if land is not None and land not in actors:
            actors[land] = (state(told.m, place.mention.span, land, "actor-home").value(), "state")
    return actors


def _homes(m: Mentions, link: Link) -> list[Place]:
    """Return the places whose country may own the force though nobody names it: whence it is told, whence it comes."""
    dateline = [place for place in m.places if place.mention.use is Use.DATELINE]
    return [*dateline[:1], *link.origins]
