"""Withdrawals told over several statements: "9,000 are to leave Okinawa; 4,000 would go to Guam".

Whose force has just been said to leave, or to have been abroad, moves on from there, where the next statement takes up
the same force and only tells where it goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Action, Actor
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, codes, place_keys
from geomap.records.status.acts import Act

_DETERMINED = 6
"""Characters before a force in which its article or possessive stands."""

_NEAR = 2
"""Sentences that may lie between a statement and the one that it takes up."""


def going_on(m: Mentions, act: Act, actor: Actor | None, earlier: Sequence[Draft]) -> Act:
    """Return a movement as a withdrawal where it goes on with one, from the same origins."""
    trigger = act.link.trigger
    if act.action is not Action.DEPLOY or trigger is None or not act.link.locations or actor is None:
        return act
    verb = m.doc.tokens[trigger.token]
    goes = trigger.kind == "phrase" or verb.lemma in lexicon.records().acting.going_on
    if not goes or not _taken_up(m, act):
        return act
    for draft in reversed(earlier):
        distance = act.link.head.sentence - draft.link.head.sentence
        if distance > _NEAR or not _one_line(m, act, draft):
            break
        origins = _left(draft, act) if draft.code == actor.code else ()
        if origins:
            link = replace(act.link, origins=act.link.origins or origins)
            return replace(act, link=link, action=Action.WITHDRAW, rules=(*act.rules, "goes-on-leaving"))
    return act


def _one_line(m: Mentions, act: Act, draft: Draft) -> bool:
    """Whether two statements stand in one paragraph."""
    sentences = m.doc.sentences
    return sentences[act.link.head.sentence].block == sentences[draft.link.head.sentence].block


def _taken_up(m: Mentions, act: Act) -> bool:
    """Whether a force is one told before, or of it: a bare number, "the five helicopters", "its column"."""
    force = act.link.force
    if force.elided:
        return True
    opening = m.doc.tokens_in((max(0, force.start - _DETERMINED), force.start + 1))
    words = lexicon.records().acting.taking_up
    return any(token.lower in words for token in opening[-2:])


def _left(draft: Draft, act: Act) -> tuple[Place, ...]:
    """Return whence an earlier force left, or where it was abroad while this one goes home."""
    goal = place_keys(act.link.locations)
    if draft.action is Action.WITHDRAW and draft.origins:
        return () if place_keys(draft.origins) & goal else draft.origins
    home = draft.code is not None and codes(act.link.locations) == {draft.code}
    abroad = bool(draft.locations) and draft.code not in codes(draft.locations)
    return draft.locations if home and abroad and draft.action is Action.STATION else ()
