"""Owners that other forces tell: those that a force is a part of, stands beside, or bears the name of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.mentions.actors.finding import ActorMention
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned
from geomap.records.triggering import Link

_JOINED = re.compile(
    r"(?:,? and| as well as|,? along with|,? together with|,? plus|,? with| &),? "
    r"(?:about |some |around |up to |nearly |a )?"
)
_PHRASED = {"owner-in-phrase", "owner-ship", "owner-home", "owner-possessor", "owner-of-phrase", "owner-joined"}
_CERTAIN = {"owner-in-phrase", "owner-possessor", "owner-of-phrase", "owner-kin"}

_PARTITIVE_REACH = 10
"""Characters behind a number within which "of whom" stands."""


def partitive(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "300 of whom are at Tolemaida", "two of them": whoever's the forces are that it is a part of."""
    force = link.force
    number = force.quantity
    if not force.elided or number is None:
        return None
    of = m.doc.tokens_in((number.span[1] + 1, number.span[1] + _PARTITIVE_REACH))[:2]
    pronouns = lexicon.records().counting.partitive_pronouns
    if len(of) < 2 or of[0].lower != "of" or of[1].lower not in pronouns:
        return None
    last = next((o for o in reversed(owned) if o.link.force.text == force.text and o.actor is not None), None)
    if last is None or last.actor is None:
        return None
    return ActorMention(last.link.force.span, last.actor.name, last.actor.code or "", "state", None, "actor-of-whole")


def joined(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "15 Chinese militia boats and two cutters": one phrase, one owner."""
    last = owned[-1] if owned else None
    if last is None or last.actor is None or last.rule not in _PHRASED or last.link.head.sentence != link.head.sentence:
        return None
    gap = m.doc.text[last.link.force.end : link.force.start]
    if not _JOINED.fullmatch(gap):
        return None
    return ActorMention(last.link.force.span, last.actor.name, last.actor.code or "", "state", None, "actor-joined")


def kin(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "the Marines", after "2,000 US Marines": the owner of the last force of that proper name."""
    head = link.force.head_term(m.doc.text)
    if link.force.elided or not head[:1].isupper() or head.isupper():
        return None
    name = head.split()[-1].rstrip("s")
    for earlier in reversed(owned):
        actor = earlier.actor
        same = earlier.link.force.text.split()[-1].rstrip("s") == name
        if same and actor is not None and earlier.rule in _CERTAIN:
            return ActorMention(link.force.span, actor.name, actor.code or "", "state", None, "actor-kin")
    return None
