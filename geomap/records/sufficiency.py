"""Whether enough is told of a force for an entry of its own (readings 4 and 20 of the contract).

Numbers say that a force is meant. Without one it takes a verb that moves it, a denial, or a place that it is said to
be at; everyday words ("company", "ships") need more than others.
"""

from __future__ import annotations

from geomap.mentions.forces.finding import ForceMention
from geomap.model import Action, Category, Status
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned
from geomap.records.triggering import Link

_OWNED = {"owner-in-phrase", "owner-possessor", "owner-of-phrase", "owner-pronoun", "owner-home"}
"""Rules of ownership that show an ambiguous word ("company", "guards") to mean a force."""

_SENDERS = {"owner-subject", "owner-gapped", "owner-each"}
"""Rules of ownership by which who owns a force acts with it."""

_CRAFT = {Category.AIRCRAFT, Category.HELICOPTER, Category.NAVAL, Category.UAV}
_PLACED = {"place-by-parse", "place-of-verb", "place-there"}
"""Rules by which a place is the force's own rather than one of the passage."""

_NUMBER_PLACED = {*_PLACED, "place-here"}
"""Rules whose place is told of a force itself, so that a number of an ambiguous thing ("ten ships") is a force."""

_BORROWED = {"place-salient", "place-of-company"}
_MOVING = {Action.DEPLOY, Action.WITHDRAW, Action.REINFORCE}
_FARTHEST = 28
"""Characters between "is" and the place that it tells."""

_AT_WORK = frozenset({"patrol", "duty", "exercise", "exercises", "station", "guard", "manoeuvres", "anchor", "place"})
"""Nouns that may stand between: "are on patrol in the Baltic".

Others tell of something else: "were in good spirits at Jamastrán".
"""


def told_enough(m: Mentions, owned: Owned, status: Status) -> bool:
    """Return whether an owned force with its places is an entry."""
    force, link = owned.link.force, owned.link
    if force.elided and force.quantity is None:
        return _taken_up(link, status)
    if force.ambiguous and _one(force) and not _shown(owned, status):
        return False
    if force.quantity is not None:
        placed = not _one(force) and not _NUMBER_PLACED.isdisjoint(link.rules)
        return not force.ambiguous or link.trigger is not None or placed or force.category is Category.PERSONNEL
    if status is Status.DENIED:
        return True
    if force.generic:
        return link.trigger is not None and link.trigger.kind != "phrase"
    named = force.named and (not force.ambiguous or force.category is Category.UNIT)
    return link.trigger is not None or named or _is_there(m, link)


def _taken_up(link: Link, status: Status) -> bool:
    """Whether a pronoun's force ("most of them", "none") is moved to a place of its own, or denied."""
    if link.force.elided_by("force-nobody", "elided-gives-none"):
        return status is Status.DENIED
    moved = link.trigger is not None and link.trigger.kind != "noun" and link.action in _MOVING
    return moved and not _PLACED.isdisjoint(link.rules)


def _one(force: ForceMention) -> bool:
    return force.quantity is None or force.quantity.max == 1


def _shown(owned: Owned, status: Status) -> bool:
    """Whether an everyday word for one thing or for an unnumbered lot ("an open-top bus") is shown to be a force."""
    force, trigger = owned.link.force, owned.link.trigger
    if owned.rule in _OWNED or (force.named and force.quantity is None):
        return True
    if trigger is None or trigger.kind != "verb":
        return False
    stays = force.category is Category.NAVAL and owned.link.action is Action.STATION  # "had a carrier not far away"
    moving = force.category in {Category.UNIT, Category.NAVAL} and not stays
    if status is Status.DENIED or (moving and force.quantity is not None):
        return True  # "no vessel would be sent"
    own_place = _BORROWED.isdisjoint(owned.link.rules)
    return force.category in _CRAFT and own_place and owned.rule in _SENDERS


def _is_there(m: Mentions, link: Link) -> bool:
    """ "The nearest marines were at Diego Garcia": said to be somewhere, and not asked."""
    verb = m.doc.tokens[link.head.head]
    if link.head.dep != "nsubj" or verb.lemma != "be" or _PLACED.isdisjoint(link.rules):
        return False
    near = [place.mention.span[0] for place in link.locations if 0 < place.mention.span[0] - verb.end < _FARTHEST]
    if not near or any(t.pos == "NOUN" and t.lower not in _AT_WORK for t in m.doc.tokens_in((verb.end, min(near)))):
        return False  # "were in good spirits at Jamastrán"
    sentence = m.doc.sentences[link.head.sentence]
    return not m.doc.text[sentence.start : sentence.end].rstrip().endswith("?")
