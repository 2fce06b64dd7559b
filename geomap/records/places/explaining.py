"""Places that only say where the place before them lies: "at Camp Lemonnier in Djibouti", "Dakhla, on the coast"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.sphere import distance_km
from geomap.mentions.places.finding import Place
from geomap.model import Relation, ResolvedPlace, Span
from geomap.records.context import Mentions
from geomap.records.places.anchors import Anchor

_LIES = re.compile(r",? (?:just |right |not far )?(?:in|on|outside|near|off|inside)(?: the)? |, ")
"""What stands between a place and the one that it lies in, on or near."""

_PART_OF = re.compile(r", (?:in|on) the [a-z]+ of (?:the )?")
_OWN_WORDS = re.compile(r",? (?:an? )?(?:just |right )?")
"""What stands between a place and an expression that brings its own preposition: ", just ⟨outside Kabul⟩"."""

_LIES_FAR = 90
"""Characters of a phrase behind a place that tells where it lies: ", a strip beside the airport of Niamey"."""

_LED = {"a", "an", "the", "those", "that", "this", "some", "just", "only"}
_LED_BY = {"at", "in", "on", "near", "by", "outside", "beside", "off", "within", "across", "inside"}
_LAST = _LED_BY | {"of", "around", "along", "opposite", "above", "below", "between"}
"""What such a phrase begins with, and the preposition that it ends with."""

_OTHERS = {"rest", "others", "other", "remainder", "remaining", "next", "second", "third", "another"}
"""Words that make it tell of others: ", the rest at Gao"."""

_FINITE = {"VBD", "VBZ", "VBP", "MD"}

_SHORT = re.compile(r"[A-Z][A-Za-z]{0,5}\.")
"""States by their short names: "Fort Polk, La."."""

_POINTS = {"base", "airfield", "crossing"}
_TOWNS = {"base", "airfield", "crossing", "city", "quarter"}
_PROVINCES = {"admin1", "admin2"}
_OUTER_KINDS = {"country", "admin1", "admin2", "island", "region"}
_BETWEEN_TOWNS = {Relation.BETWEEN, Relation.NEAR}
_SURROUNDINGS = {Relation.NEAR, Relation.COAST, Relation.OFFSET, Relation.BORDER}


def explains(m: Mentions, place: Place, others: Sequence[Place]) -> bool:
    """Return whether one of the others stands right before the place, which only says where that lies."""
    start = place.mention.span[0]
    if _SHORT.fullmatch(place.mention.text) and m.doc.text[max(0, start - 2) : start] == ", ":
        return True
    for other in others:
        end = other.mention.span[1]
        gap = m.doc.text[end:start] if end < start else ""
        if gap and (
            _around(place, other, gap)
            or _holds(place, other, gap)
            or _by_water(place, other, gap)
            or _lies_by(m, place, (end, start))
        ):
            return True
    return False


def explains_place_before(m: Mentions, anchor: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Return whether an anchored place only says where another of the sentence lies."""
    return explains(m, anchor.place, [other.place for other in anchors if other is not anchor])


def _holds(outer: Place, inner: Place, gap: str) -> bool:
    """Whether the place before lies in this one: "from Sennelager, in Germany, to Tapa"."""
    whole, part = outer.mention.resolved, inner.mention.resolved
    if whole is None:
        return False
    if part is not None and part.kind in _POINTS and whole.kind not in _POINTS and part.country == whole.country:
        lies = _LIES.fullmatch(gap)
        if lies is not None and gap != ", ":
            return True
    if gap not in {", ", ", in ", ", in the "} and not _PART_OF.fullmatch(gap):
        return False
    if part is not None and gap == ", " and whole.kind in {"city", *_PROVINCES}:
        return _in_province(whole, part)
    if (part is None or part.country == whole.country) and whole.kind in _OUTER_KINDS:
        return gap != ", " or part is None or part.kind != whole.kind
    return False


def _in_province(whole: ResolvedPlace, part: ResolvedPlace) -> bool:
    """Whether a place lies in the province behind its comma, by name or by how far it is from the middle.

    "San Lorenzo, Esmeraldas" tells the province, though its capital has the name too; "Kunduz, Takhar and Badakhshan"
    are three.
    """
    if part.country != whole.country or part.kind == whole.kind != "city":
        return False
    if whole.kind == "admin2":
        return distance_km(whole.lat, whole.lon, part.lat, part.lon) <= 2 * whole.radius_km
    return part.admin1 == whole.name != part.name or (whole.kind == "admin1" and part.admin1 is None)


def _by_water(water: Place, town: Place, gap: str) -> bool:
    """Whether this one is the water that a town lies by: "at Mbandaka on the Congo River"."""
    whole, part = water.mention.resolved, town.mention.resolved
    if whole is None or part is None or whole.kind != "water" or part.kind not in _TOWNS:
        return False
    return gap in {" on the ", ", on the "}


def _lies_by(m: Mentions, place: Place, gap: Span) -> bool:
    """Whether a phrase behind a comma tells by the place where the one before lies, and of nothing else."""
    text = m.doc.text[slice(*gap)]
    lead, comma, phrase = text.partition(", ")
    if not comma or len(text) > _LIES_FAR or len(lead.split()) > 1 or any(c in phrase for c in ";:\n(—–"):
        return False
    words = [t for t in m.doc.tokens_in(gap) if gap[0] + len(lead) < t.start and t.end <= gap[1] and t.text != ","]
    if not words or m.forces_in(gap) or any(gap[0] <= q.span[0] < gap[1] for q in m.quantities):
        return False
    if any(t.tag in _FINITE or t.lower in _OTHERS for t in words) or not any(t.pos == "NOUN" for t in words):
        return False
    first, last = words[0], next((t for t in reversed(words) if t.pos != "DET"), words[-1])
    inner = any(t.lower == "of" for t in words)
    if not (first.lower in _LED or first.pos == "NUM" or (first.lower in _LED_BY and inner)):
        return False
    if last.lower == "and":
        return any(t.lower == "between" for t in words)
    own = place.mention.relation is not None and not place.mention.text[:1].isupper()
    return last.lower in _LAST or (own and last.pos == "NOUN" and not place.mention.text.startswith("the "))


def _around(outer: Place, inner: Place, gap: str) -> bool:
    """Whether this one is a coast, a border or a neighbourhood that a town lies at: "Qargha, just outside Kabul"."""
    if outer.mention.relation not in _SURROUNDINGS or inner.mention.relation not in {None, *_BETWEEN_TOWNS}:
        return False
    part = inner.mention.resolved
    if part is not None and part.kind not in _TOWNS and inner.mention.relation is None:
        return False
    if outer.mention.relation in {Relation.COAST, Relation.BORDER} and gap in {
        ", on ",
        ", at ",
        ", by ",
        ", close to ",
    }:
        return True
    own = outer.mention.text[:1].islower() and not outer.mention.text.startswith(("the ", "a "))
    return gap != " " and own and _OWN_WORDS.fullmatch(gap) is not None
