"""Finds a place for a force that the parse leaves without one: by ``place_rules``, else by what is told around it.

Each rule is tried in turn; the first that finds places names itself in the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.mentions.places import Place
from geomap.model import Action, Category
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.journeys import with_journey, with_origin
from geomap.records.place_company import company, followed
from geomap.records.place_rules import RULES, bracketed
from geomap.records.place_salience import heaviest
from geomap.records.specific import specific
from geomap.records.triggering import Link

__all__ = ["locate", "specific"]


def locate(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link:
    """Return the link with places, if a rule finds any; with those of the parse otherwise, the specific ones.

    ``earlier`` are the located links before this one, in reading order.
    """
    link = replace(link, locations=specific(m, link.locations), origins=specific(m, link.origins))
    counted = bracketed(m, link)
    if counted:
        return replace(link, locations=counted, origins=(), rules=(*link.rules, "place-bracketed"))
    link = with_journey(m, link)
    if link.locations or (link.origins and link.action is Action.WITHDRAW):
        return _left(m, with_origin(m, link, earlier), earlier)
    link = with_origin(m, link, earlier)
    if link.origins and link.action is Action.WITHDRAW:
        return link
    return _by_words(m, link) or _weighed(m, link, earlier) or link


def _left(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link:
    """ "Some 800 left for Okinawa": who withdraws to somewhere leaves the place that the passage is about."""
    if link.action is not Action.WITHDRAW or link.origins:
        return link
    goes = place_keys(link.locations)
    found = tuple(p for p in heaviest(m, link, earlier) if not place_keys((p,)) & goes)
    return replace(link, origins=found, rules=(*link.rules, "origin-salient")) if found else link


def _by_words(m: Mentions, link: Link) -> Link | None:
    """Place a force by words near it."""
    for name, rule in RULES:
        found = rule(m, link)
        placed = _placed(link, specific(m, found), name) if found else None
        if placed is not None:
            return placed
    return None


def _weighed(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """Place a force where the passage is about; one told with another shares what is done with that."""
    if _hands_over(link):
        return None
    other = company(m, link, earlier)
    if other is not None and other.force.category is Category.NAVAL and link.force.category is Category.MISSILE:
        return None  # munitions aboard a ship are no entry
    led = followed(m, link, earlier)
    if led:
        return _placed(link, led, "place-followed")
    places = heaviest(m, link, earlier)
    if not places:
        return None
    if other is not None and place_keys(places) == place_keys(other.locations):
        link = replace(link, trigger=link.trigger or other.trigger, verbs=link.verbs or other.verbs)
    return _placed(link, places, "place-salient")


def _placed(link: Link, places: tuple[Place, ...], rule: str) -> Link | None:
    """Whoever withdraws leaves the places found; all others are or go there, unless they come from there."""
    if link.action is Action.WITHDRAW:
        return replace(link, origins=places, rules=(*link.rules, rule))
    left = place_keys(link.origins)
    fresh = tuple(place for place in places if not place_keys((place,)) & left)
    return replace(link, locations=fresh, rules=(*link.rules, rule)) if fresh else None


def _hands_over(link: Link) -> bool:
    """Whether a verb of giving hands over things, which go to somebody rather than somewhere."""
    people = link.force.category in {Category.PERSONNEL, Category.UNIT}
    return not people and link.trigger is not None and any(f.action is Action.TRANSFER for f in link.trigger.frames)
