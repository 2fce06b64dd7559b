"""Friend and hostile, as one viewpoint has them. Without a viewpoint every force is drawn neutral."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from geomap.model import Actor, Report, Status
from geomap.scene.actors import key
from geomap.scene.model import Side

_CODES = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*(,[A-Za-z0-9][A-Za-z0-9-]*)*")


class BadViewpoint(ValueError):
    """A viewpoint is not written as codes of actors."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The codes of friends and of hostile actors; whoever is neither is neutral."""

    friends: frozenset[str] = frozenset()
    hostile: frozenset[str] = frozenset()

    def of(self, actor: Actor | None) -> Side:
        """Return how an actor stands to the viewpoint."""
        code = key(actor).casefold()
        if code in self.friends:
            return Side.FRIEND
        return Side.HOSTILE if code in self.hostile else Side.NEUTRAL


def parse(words: str) -> Sides:
    """Return the sides of a viewpoint: ``UKR`` alone, or friends and hostile as ``UKR,USA/RUS,wagner-group``.

    Codes are those of the report, in capitals or not. Raises ``BadViewpoint``.
    """
    friends, slash, hostile = words.strip().partition("/")
    if not _CODES.fullmatch(friends) or (slash and not _CODES.fullmatch(hostile)):
        raise BadViewpoint(f"“{words}” names no viewpoint; write a code (UKR), or friends/hostile (UKR,USA/RUS)")
    sides = Sides(_split(friends), _split(hostile))
    if both := sorted(sides.friends & sides.hostile):
        raise BadViewpoint(f"“{words}” has {both[0].upper()} on both sides; leave it out of one")
    return sides


def told(report: Report, sides: Sides) -> Sides:
    """Return ``sides`` with those as hostile whom the article tells to fight a friend, unless the viewpoint itself says
    who is hostile. What is denied or only possible makes nobody hostile."""
    if sides.hostile or not sides.friends:
        return sides
    found = set()
    for event in report.events:
        if event.status in {Status.DENIED, Status.POSSIBLE} or event.type in {"exercise", "agreement"}:
            continue
        pair = {key(actor).casefold() for actor in (event.actor, event.target) if actor is not None and actor.code}
        if pair & sides.friends:
            found |= pair - sides.friends
    return Sides(sides.friends, frozenset(found))


def _split(words: str) -> frozenset[str]:
    return frozenset(code.casefold() for code in words.split(",") if code)


def used(actors: Iterable[Actor | None], sides: Sides) -> tuple[Side, ...]:
    """Return the sides that ``actors`` are on, friends first."""
    found = {sides.of(actor) for actor in actors}
    return tuple(side for side in Side if side in found)
