"""Keeps of places named together the most specific one."""

from __future__ import annotations

import re

from geomap.mentions.places.finding import Place
from geomap.model import Relation
from geomap.records.context import Mentions

_OF_IT = re.compile(
    r" (?:[a-z-]+ )?(?:port|town|city|island|base|province|village|resort|district|region|airport|outpost) of (?:the )?"
)
"""What stands between a place and one in it or on it: "the Red Sea port of Berbera"."""

_BEYOND = re.compile(r",? (?:and )?(?:moved |on |back |deep )?into (?:the )?")
"""What stands between a border and where those go who cross it: "crossed the border into Idlib"."""

_AT = re.compile(r",? (?:at|near|around|outside|beside) (?:the )?(?:(?:town|village|city|port) of )?")
_LINES = {Relation.BORDER, Relation.COAST}
_WHOLES = {"admin1", "region", "island", "country"}


def specific(m: Mentions, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Keep the most specific: "Fort Sill, Oklahoma" and "into Syria at Kafr Lusin" are one place each."""
    kept = list(dict.fromkeys(places))
    for place in places:
        for other in places:
            if place is other or place not in kept or other not in kept:
                continue
            if _contains(m, place, other):
                kept.remove(place)
    return tuple(kept)


def _contains(m: Mentions, whole: Place, part: Place) -> bool:
    """Whether one place holds the other, so that naming both says no more than naming the smaller."""
    outer, inner = whole.mention.resolved, part.mention.resolved
    between = m.doc.text[whole.mention.span[1] : part.mention.span[0]]
    after = whole.mention.span[0] > part.mention.span[0]
    if outer is None or inner is None or outer.id == inner.id:
        return outer is not None and inner is not None and after
    if _OF_IT.fullmatch(between) or _crossed(whole, between) or _at_it(m, whole, part):
        return True
    if outer.kind == "country" and whole.mention.relation is None:
        return inner.kind != "country" and inner.country == outer.country
    if outer.kind == "admin1" and inner.kind not in {"country", "admin1", "region"}:
        return inner.admin1 == outer.name and inner.country == outer.country
    if whole.mention.relation is Relation.PART and part.mention.relation is not Relation.PART:
        return inner.country == outer.country and inner.kind != "country" and outer.radius_km > inner.radius_km
    gap = m.doc.text[part.mention.span[1] : whole.mention.span[0]] if after else ""
    return gap in {", ", ", in "} and outer.radius_km > inner.radius_km and outer.kind in _WHOLES


def _crossed(border: Place, between: str) -> bool:
    return border.mention.relation is Relation.BORDER and _BEYOND.fullmatch(between) is not None


def _at_it(m: Mentions, whole: Place, part: Place) -> bool:
    """ "to the border near Panj", "in the Pamirs, at Shaymak": where on the line or in the region it is."""
    end, start = whole.mention.span[1], part.mention.span[0]
    if end >= start or part.mention.relation in _LINES:
        return False
    outer = whole.mention.resolved
    wide = whole.mention.relation in _LINES or (outer is not None and outer.kind in {*_WHOLES, "landform", "admin2"})
    own = part.mention.relation in {Relation.NEAR, Relation.OFFSET}  # "near Panj" brings its preposition
    gap = m.doc.text[end:start]
    return wide and (gap in {" ", ", "} if own else _AT.fullmatch(gap) is not None)
