"""What a place is to a force, by the preposition or role that it hangs by: where it is or goes, or whence it comes."""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Action
from geomap.records.context import Mentions
from geomap.records.places.anchors import Anchor
from geomap.records.triggering import Link

MOVES = {Action.DEPLOY, Action.WITHDRAW, Action.ROTATE, Action.REINFORCE}
"""Acts in which a force goes somewhere."""

_NOW_AT = re.compile(
    r"\b(?:now|currently|at present|presently|hitherto|until now|so far)(?: \w+)? (?:at|in|near|on) (?:the )?$"
)
_FROM_THE = re.compile(r"\b(?:from|out of) (?:the |its |a )?(?:[a-z-]+ )?$")
_GOES_ON = re.compile(r"[^.;:\n]{0,60}\b(?:to|into|for|towards?) (?:the )?[A-Z]")
"""Where a journey goes that begins at a place: "from Chkalovsky and Ivanovo to Almaty"."""


def role_of(m: Mentions, link: Link, anchor: Anchor) -> str:
    """Return ``location``, ``origin`` or nothing for a place that hangs on the force or its trigger."""
    words = lexicon.actions()
    if _aside(m, anchor):
        return ""
    if anchor.preposition in words.origin_prepositions:
        if _based(m, link, anchor):
            return "location"
        return "" if _from_distance(m, anchor) else "origin"
    if anchor.preposition in words.location_prepositions:
        return "origin" if _so_far(m, link, anchor) else "location"
    rule = _ROLES.get(anchor.preposition)
    return rule(m, link, anchor) if rule is not None else ""


def _aside(m: Mentions, anchor: Anchor) -> bool:
    """Whether a place hangs on a noun between that tells of something else."""
    words = lexicon.records().linking
    through = [m.doc.tokens[i] for i in anchor.through]
    return any(
        noun.lemma in words.aside_nouns  # "thanks to Washington", "with an eye on Sabah"
        or (noun.lemma in words.ways and noun.dep in {"dobj", "obj"})  # "to guard the road to Mosul"
        or (noun.pos == "PROPN" and noun.dep == "conj")  # "in the Gulf of Oman and the Eisenhower in the Red Sea"
        for noun in through
    )


def _based(m: Mentions, link: Link, anchor: Anchor) -> bool:
    """ "six jets fly from Decimomannu", "soldiers working out of Fort Bliss": that is where they are."""
    verb = anchor.governor
    words = lexicon.records().linking
    if verb is None or verb.lemma not in words.basing_verbs or (verb.lemma in words.passing_verbs and _past(m, verb)):
        return False
    end = anchor.place.mention.span[1]
    if _GOES_ON.match(m.doc.text, end):
        return False
    return not any(kid.lower in words.goal_prepositions for kid in m.doc.kids(verb, "prep", "advmod", "prt"))


def _past(m: Mentions, verb: Token) -> bool:
    """Whether a verb tells one journey rather than what goes on: "flew from", "were flown from"."""
    return verb.tag in {"VBD", "VBN"} or bool(m.doc.kids(verb, "auxpass"))


def _so_far(m: Mentions, link: Link, anchor: Anchor) -> bool:
    """ "Tank Battalion 203, now at Augustdorf, is to be moved": where it is now is what it leaves."""
    if link.action not in MOVES or link.trigger is None or link.trigger.kind == "phrase":
        return False
    start = anchor.place.mention.span[0]
    return _NOW_AT.search(m.doc.text[max(0, start - 40) : start]) is not None


def _from_distance(m: Mentions, anchor: Anchor) -> bool:
    """ "90 miles from the frontier" and "not far from Goma" tell where, not whence."""
    start = anchor.place.mention.span[0]
    before = m.doc.text[max(0, start - 40) : start].lower().split()
    return not lexicon.records().linking.distance_words.isdisjoint(before)


def _object(m: Mentions, link: Link, anchor: Anchor) -> str:
    """ "to bolster Nato's eastern flank" tells what for; only the force's own verb tells where by its object."""
    if anchor.governor is None or anchor.governor.index not in m.triggers:
        return ""
    own = link.trigger is not None and anchor.governor.index == link.trigger.token
    return m.triggers[anchor.governor.index].frame.object or ("location" if own else "")


def _subject(m: Mentions, link: Link, anchor: Anchor) -> str:
    """ "Romania hosts 2,000 troops"."""
    verb = anchor.governor
    hosts = verb is not None and verb.lemma in lexicon.records().linking.hosting_verbs
    return "location" if hosts and link.force.start > anchor.token.end else ""


def _of_force(m: Mentions, link: Link, anchor: Anchor) -> str:
    """ "the garrison of Bakhmut": a unit is where it is named after."""
    direct = anchor.governor is not None and anchor.governor.index == link.head.index
    return "location" if direct and link.force.singular else ""


def _bare(m: Mentions, link: Link, anchor: Anchor) -> str:
    """A place whose own words lead it: "north of Kharkiv", "near the border", "from the heights east of Gori"."""
    start = anchor.place.mention.span[0]
    if anchor.place.mention.relation is None:
        return ""
    return "origin" if _FROM_THE.search(m.doc.text[max(0, start - 40) : start]) else "location"


_ROLES: dict[str, Callable[[Mentions, Link, Anchor], str]] = {
    "object": _object,
    "subject": _subject,
    "of": _of_force,
    "": _bare,
}
