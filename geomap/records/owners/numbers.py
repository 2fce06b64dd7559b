"""Owners of numbers without a noun: the states of a list of shares, whose the parts of a total are said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geomap.language.words import keys_of
from geomap.mentions.actors.finding import ActorMention
from geomap.model import Span, Use
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned
from geomap.records.triggering import Link

SAME_OWNER = (
    "elided-adds",
    "elided-asked",
    "elided-changed",
    "elided-claimed",
    "force-nobody",
    "elided-others",
    "elided-paired",
    "elided-partitive",
    "elided-there",
    "elided-together",
)
"""Why a number leaves its noun out where it counts a part of a force, more of it, or all of it anew."""

_SHARE = re.compile(
    r" for | accounts for | \(|,? with |(?:,| -| –| —) (?:a|an|the|its) [\w' -]{3,40}(?:,| -| –| —) (?:with )?"
)
_SHARE_REACH = 50
"""What stands between a state and its share: "Canada accounts for 639", "India (2,400)", "Egypt, a newcomer, 1,091"."""

_PREDICATED = re.compile(
    r"(?: of (?:them|those|these|whom|which))?(?: (?:are|were|will be|would be|is|was|come|came))?(?: from)?(?: the)? "
)
_PREDICATED_REACH = 24
"""What stands between a part of a total and whose it is: "12,200 of them are American"."""

_BODY = re.compile(r" of the ((?:[A-Z][\w'’-]+ ?){1,4}(?<! ))")


def share(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Canada accounts for 639 and Spain for 504", "ahead of India (2,400)", "Egypt, a newcomer, 1,091"."""
    start = link.force.start
    if not link.force.elided_by("elided-accounts", "elided-gapped", "elided-paired"):
        return None
    for actor in reversed(m.actors):
        gap = m.doc.text[actor.span[1] : start] if 0 < start - actor.span[1] <= _SHARE_REACH else ""
        if gap and _SHARE.fullmatch(gap):
            return actor
    return None


def predicated(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Of whom 12,200 are American and 5,400 Filipino", "Thirteen thousand of those will be British"."""
    quantity = link.force.quantity
    if quantity is None or not link.force.elided_by("elided-partitive", "elided-together"):
        return None
    end = quantity.span[1]
    for actor in m.actors:
        gap = m.doc.text[end : actor.span[0]] if 0 < actor.span[0] - end <= _PREDICATED_REACH else ""
        if gap and _PREDICATED.fullmatch(gap) and (actor.use is Use.DEMONYM or " from " in gap):
            return actor
    return None


def named_body(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "3,000 of the National Resistance": a body by the words of its name."""
    quantity = link.force.quantity
    if quantity is None or not link.force.elided_by("elided-of-body"):
        return None
    match = _BODY.match(m.doc.text, quantity.span[1])
    if match is None:
        return None
    known = next((actor for actor in m.actors if actor.span[0] < match.end(1) and match.start(1) < actor.span[1]), None)
    return known or ActorMention(
        match.span(1), match[1], "-".join(keys_of(match[1])), "armed-group", None, "actor-named-body"
    )


def antecedent(link: Link, before: Sequence[Owned]) -> Owned | None:
    """Give a part of a force, or more of it, to whoever has that."""
    if not link.force.elided_by(*SAME_OWNER):
        return None
    told = next((o for o in reversed(before) if o.link.force.span == link.force.antecedent), None)
    return Owned(link, told.actor, "owner-antecedent") if told is not None else None


def without_joint(owned: Sequence[Owned]) -> tuple[Owned, ...]:
    """Take a total from the states that only parts of it are of: "9,600 soldiers, of whom 6,400 are American"."""
    parts: dict[Span | None, set[str | None]] = {}
    for one in owned:
        if one.rule == "owner-predicated" and one.actor is not None:
            parts.setdefault(one.link.force.antecedent, set()).add(one.actor.code)
    return tuple(Owned(one.link, None, "owner-joint") if _of_parts(one, parts) else one for one in owned)


def _of_parts(one: Owned, parts: Mapping[Span | None, set[str | None]]) -> bool:
    """Whether the only owner that was found for a total is that of a part of it."""
    code = one.actor.code if one.actor is not None and one.rule == "owner-salient" else None
    return code is not None and code in parts.get(one.link.force.span, ())
