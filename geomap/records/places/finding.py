"""Finds a place for a force that the parse leaves without one: by ``place_rules``, else by what is told around it.

Each rule is tried in turn; the first that finds places names itself in the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Action, Category
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.places.company import company, followed, said_aboard
from geomap.records.places.journeys import with_journey, with_origin
from geomap.records.places.rules import RULES, bracketed
from geomap.records.places.salience import heaviest
from geomap.records.places.specific import specific
from geomap.records.triggering import Link

__all__ = ["locate", "specific"]

_AT = re.compile(r"\b(?:in|at|on|along|near|around) (?:the )?$")
_MEASURED_REACH = 60
_INCLUDED = re.compile(
    r"(?:,|;| \(| –| —)? ?(?:including|among them|among these) (?:about |some |also )?", re.IGNORECASE
)
"""What makes a force a part of the one right before it."""

_OPENED_REACH = 12
"""Characters between what opens a list and its first number."""

_SAME_PLACE = (
    "elided-accounts",
    "elided-adds",
    "elided-asked",
    "elided-belonging",
    "elided-changed",
    "elided-gapped",
    "elided-gives-none",
    "elided-claimed",
    "elided-others",
    "elided-own",
    "elided-paired",
    "elided-partitive",
    "elided-there",
)
"""Why a number leaves its noun out where it counts a part of what is there, or more of it."""


def locate(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link:
    """Return the link with places, if a rule finds any; with those of the parse otherwise, the specific ones.

    ``earlier`` are the located links before this one, in reading order.
    """
    link = replace(link, locations=specific(m, link.locations), origins=specific(m, link.origins))
    counted = bracketed(m, link)
    if counted:
        return _ranked(m, replace(link, locations=counted, origins=(), rules=(*link.rules, "place-bracketed")))
    link = with_journey(m, link)
    if link.locations or (link.origins and link.action is Action.WITHDRAW):
        return _left(m, with_origin(m, link, earlier), earlier)
    link = with_origin(m, link, earlier)
    if link.origins and link.action is Action.WITHDRAW:
        return link
    return (
        _by_words(m, link)
        or _measured(m, link)
        or _of_antecedent(m, link, earlier)
        or _included(m, link, earlier)
        or _aboard(m, link, earlier)
        or _weighed(m, link, earlier)
        or link
    )


def _ranked(m: Mentions, link: Link) -> Link:
    """ "Then come Romania with 1,148, Poland with 1,033": a verb that orders a list moves nobody."""
    ranks = link.trigger is not None and m.doc.tokens[link.trigger.token].lemma in lexicon.records().counting.ranking
    return replace(link, trigger=None, verbs=()) if ranks and link.force.elided else link


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


def _of_antecedent(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """ "300 of them are mechanics", "another 1,000 follow": where the force is whose noun the number leaves out."""
    force = link.force
    other = next((one for one in reversed(earlier) if force.elided and one.force.span == force.antecedent), None)
    if other is None:
        return None
    if not force.elided_by(*_SAME_PLACE) and not _of_list(m, link, other):
        return None
    if force.elided_by("elided-changed") and link.head.sentence != other.head.sentence:
        return None  # "Rwanda has raised its strength from 1,000": not of whoever was told before
    left = link.action is Action.WITHDRAW and other.action is Action.WITHDRAW
    places = (other.origins or other.locations) if left else (other.locations or other.origins)
    placed = _placed(link, places, "place-of-antecedent") if places else None
    same = force.elided_by("elided-partitive") or link.head.sentence == other.head.sentence
    if placed is None or not same or link.trigger is not None:
        return placed
    return replace(placed, trigger=other.trigger, verbs=link.verbs or other.verbs)


def _of_list(m: Mentions, link: Link, other: Link) -> bool:
    """ "100 companies have been flown there: 45 from the CRPF, 35 from the BSF": in the sentence of the total."""
    if not link.force.elided_by("elided-listed") or link.trigger is not None:
        return False
    if link.head.sentence != other.head.sentence:
        return False
    gap = m.doc.text[other.force.end : link.force.start]
    opened = max(gap.rfind(":"), gap.rfind("("), gap.rfind("–"), gap.rfind("—"))
    return other.force.elided or (opened >= 0 and len(gap) - opened <= _OPENED_REACH)


def _measured(m: Mentions, link: Link) -> Link | None:
    """ "Rwanda has raised its strength in Palma from 1,000 to 2,500": where the strength is told that changes."""
    if not link.force.elided_by("elided-changed"):
        return None
    start = link.force.start
    near = m.places_in((max(m.doc.sentences[link.head.sentence].start, start - _MEASURED_REACH), start))
    found = next((p for p in reversed(near) if p.literal and _AT.search(m.doc.text[: p.mention.span[0]][-8:])), None)
    return _placed(link, (found,), "place-of-measure") if found is not None else None


def _included(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """ "Lithuania: 1,800, among them 1,000 Germans": who is counted in a force is where that is."""
    other = earlier[-1] if earlier else None
    if other is None or other.head.sentence != link.head.sentence or link.force.quantity is None:
        return None
    gap = m.doc.text[other.force.end : link.force.start]
    if not _INCLUDED.fullmatch(gap) or not (other.locations or other.origins):
        return None
    placed = _placed(link, other.locations or other.origins, "place-of-whole")
    if placed is None:
        return None
    return replace(placed, trigger=link.trigger or other.trigger, verbs=link.verbs or other.verbs)


def _aboard(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """ "HMS Prince of Wales, which left for Japan, has 1,600 sailors aboard": who is aboard is where the ship is."""
    if link.force.category is not Category.PERSONNEL or not said_aboard(m, link):
        return None
    near = (o for o in reversed(earlier) if 0 <= link.head.sentence - o.head.sentence <= 1)
    ship = next((o for o in near if o.force.category is Category.NAVAL and (o.locations or o.origins)), None)
    if ship is None:
        return None
    link = replace(link, trigger=link.trigger if link.locations else ship.trigger, verbs=link.verbs or ship.verbs)
    return replace(
        link, locations=ship.locations, origins=link.origins or ship.origins, rules=(*link.rules, "place-aboard")
    )


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
