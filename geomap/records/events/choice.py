"""Chooses among the places of an event: what is listed together, what only explains another, the most specific."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language.annotated import Token
from geomap.mentions.places.finding import Place
from geomap.model import Relation
from geomap.records.context import Mentions
from geomap.records.places.anchors import Anchor
from geomap.records.places.finding import specific

_LIST = re.compile(r",(?: the)? |(?:,? and|,? or|,? as well as)(?: (?:in|at|near|on|around|off|to|the|also|of))* ")
_PAIRED = re.compile(
    r"(?:,| and|, and)(?: an?| the| its| their)(?: [a-z-]+){1,4} (?:at|in|near|of|outside|around|on)(?: the)? "
)  # "bombed the airfield at Ream and an oil depot at Kompong Som"
_EXPLAINING = re.compile(
    r",? (?:in|within)(?: the)? |, (?!and\b|or\b)[^,;]*"
    r"|,? (?:a|an|the|some|about|which|where|on|outside|just|not)\b[^;]*"
)


_CLOSE = 9
"""Characters of ", in the " between a place and what explains it."""


def listed(m: Mentions, place: Place) -> tuple[Place, ...]:
    """The places listed after one: "Krasne, Morokhovets and Oliinykove"."""
    found: list[Place] = []
    for other in m.places:
        if other.literal and other.mention.span[0] >= place.mention.span[1]:
            gap = m.doc.text[(found[-1] if found else place).mention.span[1] : other.mention.span[0]]
            if _LIST.fullmatch(gap) is None or (gap.strip() == "," and not _ends_list(m, other)):
                break
            found.append(other)
    return tuple(found)


def _ends_list(m: Mentions, place: Place) -> bool:
    """Whether an "and" closes the list that a place stands in, so that a comma before it only counts on."""
    return (
        re.match(
            r"(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)*,? and [A-Z]",
            m.doc.text[place.mention.span[1] : place.mention.span[1] + 90],
        )
        is not None
    )


def choose(m: Mentions, anchors: Sequence[Anchor], token: Token) -> tuple[Place, ...]:
    """Keep of several places the most specific; of unrelated ones, those listed together nearest behind the word."""
    ordered = sorted(anchors, key=lambda a: a.token.start)
    places = specific(m, tuple(a.place for a in ordered))
    secondary = {a.place.mention.id for a in ordered if a.preposition in {"to", "subject"} and not _deadly(m, a)}
    groups: list[list[Place]] = []
    edge = 0
    for place in places:
        if any(explains(m, earlier, place) for group in groups for earlier in group):
            edge = place.mention.span[1]
            continue
        gap = m.doc.text[edge : place.mention.span[0]]
        if groups and gap == " " and place.mention.relation is Relation.NEAR and _vast(groups[-1][-1]):
            groups[-1][-1] = place  # "on the Mekong near Kratie"
        elif groups and any(pattern.fullmatch(gap) for pattern in (_LIST, _PAIRED)):
            groups[-1].append(place)
        else:
            groups.append([place])
        edge = place.mention.span[1]
    if len(groups) < 2:
        return tuple(groups[0]) if groups else ()
    groups = [g for g in groups if any(p.mention.id not in secondary for p in g)] or groups
    behind = [g for g in groups if g[0].mention.span[0] > token.start]
    return tuple(behind[0] if behind else groups[-1])


def _deadly(m: Mentions, anchor: Anchor) -> bool:
    """ "Hacked 16 people to death in Bunia": the "to" is not that of the place."""
    return any(m.doc.tokens[index].lemma == "death" for index in anchor.through)


def _vast(place: Place) -> bool:
    """Whether a place is too long or wide to say where on it something happened."""
    resolved = place.mention.resolved
    return resolved is not None and resolved.kind in {"water", "region", "country", "admin1"}


def explained(m: Mentions, place: Place) -> Place:
    """ "Nyala, in South Darfur, which the RSF took": the place that another one only explains, else that one itself."""
    before = [p for p in m.places if p.literal and 0 < place.mention.span[0] - p.mention.span[1] <= _CLOSE]
    if before and m.doc.text[before[-1].mention.span[1] : place.mention.span[0]] in {", in ", ", in the ", ", "}:
        return before[-1] if explains(m, before[-1], place) else place
    return place


def explains(m: Mentions, earlier: Place, later: Place) -> bool:
    """ "Becora, on the edge of Dili": the later place only says where the first is."""
    gap = m.doc.text[earlier.mention.span[1] : later.mention.span[0]]
    gap = gap.removeprefix(" itself")  # "Vovchansk itself, five kilometres south of the frontier"
    between = any(earlier.mention.span[1] <= p.mention.span[0] < later.mention.span[0] for p in m.places)
    if between or len(gap) > 70 or not gap or (_LIST.fullmatch(gap) and gap.strip() != ","):
        return False
    if gap.strip() == ",":
        return not _ends_list(m, later) and not re.match(
            r",? and ", m.doc.text[later.mention.span[1] : later.mention.span[1] + 5]
        )
    return (gap[0] == "," and _EXPLAINING.fullmatch(gap) is not None) or gap in {" in ", " in the ", " ("}
