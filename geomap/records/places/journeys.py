"""Journeys told in a row behind a force, where the parse loses an end: "…, brought up from Piura to Tumbes".

Text rather than parse: "from" leads to where a force comes from, "to" right behind that to where it goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Action
from geomap.records.context import Mentions
from geomap.records.places.antecedents import last_named, left, recalled_by
from geomap.records.places.explaining import explains
from geomap.records.places.listing import listed_from
from geomap.records.reach import crosses
from geomap.records.triggering import Link

_REACH = 90
"""Characters between a force and the "from" of its journey."""

_FROM = re.compile(r"(.*?)\b(?:from|out of) (?:the |its |a )?", re.DOTALL)
_TO = re.compile(
    r",?(?: \w+ly)?(?: again| back)? (?:to|for|towards?|into|onto) (?:the |a |its )?"
    r"(?:[a-z]+ (?:at|in|of|on) (?:the )?)?"
)
_TO_NOUN = re.compile(r",? (?:to|for|towards?|into) (?:[a-z]+ (?:in|at|near) )?(?:the|that|this) ([a-z]+)\b")

_LEAD_POS = {"VERB", "AUX", "ADV", "ADP", "PRON", "PUNCT", "PART", "ADJ", "SCONJ"}
"""What may stand between a force and the "from" that tells its origin: ", flown in", " which came over"."""

_LONGEST_LEAD = 7
_WHO_LEFT = re.compile(
    r",? (?:which|who|that)(?: had| have| has)? "
    r"(?:left|departed|quit|(?:departed|sailed|set out|set off|come|came|flown|flew) from) (?:the )?$"
)
_BEEN_THERE = re.compile(r",? (?:which|who|that) (?:had|have|has) been (?:stationed |based |posted )?there\b")
_CLAUSE_REACH = 150
"""Characters behind a force in which a clause tells what it left."""

_NAMED_OWNERS = {"country", "region", "continent", "admin1"}
"""Kinds of places that "from" right behind a force makes its nationality: "two minehunters from Belgium"."""


def with_journey(m: Mentions, link: Link) -> Link:
    """Return the link with the ends of a journey that stands right behind the force, where it has none yet."""
    start = link.origins or _start(m, link)
    if not start or any(place in link.locations for place in start):
        return link  # "soldiers working out of Fort Bliss" are there
    goals = () if link.locations else _goals(m, start[-1])
    if link.origins and not goals:
        return link
    rules = (*link.rules, *(("place-of-journey",) if goals else ()), *(() if link.origins else ("origin-behind",)))
    return replace(link, locations=link.locations or goals, origins=link.origins or start, rules=rules)


def _start(m: Mentions, link: Link) -> tuple[Place, ...]:
    """Return the places that a "from" behind the force leads."""
    sentence = m.doc.sentences[link.head.sentence]
    behind = [p for p in m.places_in((link.force.end, min(sentence.end, link.force.end + _REACH))) if p.literal]
    if not behind or crosses(m, link, behind[0].mention.span[0]):
        return ()
    place = behind[0]
    lead = m.doc.text[link.force.end : place.mention.span[0]]
    match = _FROM.fullmatch(lead)
    if match is None or any(c in lead for c in ";:\n(") or m.forces_in((link.force.end, place.mention.span[0])):
        return ()
    tokens = [t for t in m.doc.tokens_in((link.force.end, link.force.end + len(match[1]))) if t.text.strip()]
    tokens = [t for t in tokens if link.force.end <= t.start < link.force.end + len(match[1].rstrip())]
    words = lexicon.records().linking
    if any(t.lower in words.extents or t.lower in words.distance_words or t.lemma in words.extents for t in tokens):
        return ()
    found = listed_from(m, place)
    goes = bool(_goals(m, found[-1]))
    moved = goes or any(t.pos in {"VERB", "ADV", "ADP"} for t in tokens)
    kind = place.mention.resolved.kind if place.mention.resolved is not None else ""
    if kind in _NAMED_OWNERS and not moved:
        return ()
    close = len(tokens) <= _LONGEST_LEAD and all(t.pos in _LEAD_POS for t in tokens)
    return found if close or goes else ()


def _goals(m: Mentions, start: Place) -> tuple[Place, ...]:
    """Return where the journey that begins at a place goes: "from Fort Drum, N.Y., to Haiti"."""
    behind = m.places_in((start.mention.span[1], start.mention.span[1] + _REACH))
    while behind and explains(m, behind[0], [start]):
        start = behind.pop(0)
    end = start.mention.span[1]
    if behind and behind[0].literal and _TO.fullmatch(m.doc.text[end : behind[0].mention.span[0]]):
        return listed_from(m, behind[0])
    noun = _TO_NOUN.match(m.doc.text, end)
    return recalled_by(m, noun[1], end) if noun is not None else ()


def _told_to_leave(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "two corvettes, which had left Sevastopol three weeks ago"; who "had been there" comes from there."""
    sentence = m.doc.sentences[link.head.sentence]
    span = (link.force.end, min(sentence.end, link.force.end + _CLAUSE_REACH))
    place = next((p for p in m.places_in(span) if p.literal), None)
    end = place.mention.span[0] if place is not None else span[1]
    lead = m.doc.text[span[0] : end]
    if m.forces_in((span[0], end)) or ";" in lead:
        return ()
    if place is not None and _WHO_LEFT.search(lead):
        return listed_from(m, place)
    been = _BEEN_THERE.match(m.doc.text, span[0])
    return last_named(m, been.start()) if been is not None and link.action is Action.WITHDRAW else ()


def with_origin(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link:
    """Return the link with where it comes from, if words recall that: "to leave the town for Tillabéri"."""
    if link.origins:
        return link
    recalled = tuple(p for p in left(m, link) if p not in link.locations)
    if recalled:
        return replace(link, origins=recalled, rules=(*link.rules, "origin-recalled"))
    told = _told_to_leave(m, link)
    if told:
        return replace(link, origins=told, rules=(*link.rules, "origin-left"))
    before = earlier[-1] if earlier else None
    same = before is not None and before.head.sentence == link.head.sentence and before.action is link.action
    if same and before is not None and link.force.elided and link.action is Action.WITHDRAW and before.origins:
        return replace(link, origins=before.origins, rules=(*link.rules, "origin-carried"))
    return link
