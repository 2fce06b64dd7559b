"""Deals the places of a sentence out to its forces, each as where the force is or goes, or as whence it comes.

Places go to the forces of one trigger in reading order, so that "1,000 soldiers to Romania and 2,000 to Poland" comes
out right whatever the parse says of the second number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Action
from geomap.records.anchors import Anchor, speaks_at
from geomap.records.context import Mentions
from geomap.records.listing import listed_places, share_places
from geomap.records.triggering import Link

_EXPLAINING = re.compile(r", (?:in|on) the [a-z]+ of (?:the )?")
_NOW_AT = re.compile(
    r"\b(?:now|currently|at present|presently|hitherto|until now|so far)(?: \w+)? (?:at|in|near|on) (?:the )?$"
)
_GOES_ON = re.compile(r"[^.;:\n]{0,60}\b(?:to|into|for|towards?) (?:the )?[A-Z]")
"""Where a journey goes that begins at a place: "from Chkalovsky and Ivanovo to Almaty"."""

_MOVES = {Action.DEPLOY, Action.WITHDRAW, Action.ROTATE, Action.REINFORCE}
_POINTS = {"base", "airfield", "crossing"}
_WHICH_LIES = {" in ", ", in ", ", in the ", " on ", ", on ", ", outside ", ", near ", " outside "}
_OUTER_KINDS = {"country", "admin1", "island", "region"}

Roles = Sequence[tuple[Anchor, str]]
"""Places with what each is to a force: ``location`` or ``origin``."""


def deal_places(m: Mentions, group: Sequence[Link], anchors: Sequence[Anchor]) -> list[Link]:
    """Return the forces of one sentence with the places that the parse gives them."""
    own: dict[int, list[tuple[Anchor, str]]] = {link.head.index: [] for link in group}
    for anchor in anchors:
        if _explains(m, anchor, anchors):
            continue
        for link in _takers(m, group, anchor):
            role = _role(m, link, anchor)
            if role:
                own[link.head.index].append((anchor, role))
    return share_places(m, [_with_places(m, link, own[link.head.index]) for link in group])


def _explains(m: Mentions, anchor: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Whether a place only says where the one before it lies: "from Sennelager, in Germany, to Tapa"."""
    start = anchor.place.mention.span[0]
    for other in anchors:
        gap = m.doc.text[other.place.mention.span[1] : start] if other.place.mention.span[1] <= start else ""
        outer, inner = anchor.place.mention.resolved, other.place.mention.resolved
        if (
            gap in {" in ", ", in ", ", in the ", " on ", ", on ", ", outside ", ", near ", " outside "}
            and outer is not None
            and inner is not None
        ):
            small = inner.kind in _POINTS and outer.kind not in _POINTS
            if small and inner.country == outer.country:
                return True  # "at Camp Lemonnier in Djibouti"
        if gap not in {", ", ", in ", ", in the "} and not _EXPLAINING.fullmatch(gap):
            continue
        if outer is not None and (inner is None or inner.country == outer.country) and outer.kind in _OUTER_KINDS:
            return gap != ", " or inner is None or inner.kind != outer.kind
    return False


def _takers(m: Mentions, group: Sequence[Link], anchor: Anchor) -> Sequence[Link]:
    """Return the forces that a place belongs to."""
    start = anchor.place.mention.span[0]
    governor = anchor.governor
    if governor is None:
        return ()
    direct = {link.head.index: link for link in group}.get(governor.index)
    if direct is not None:
        # The parse often hangs a place on the first of several forces; the last one before it is the better owner.
        later = [
            link for link in group if direct.force.start < link.force.start < start and _coordinated(m, direct, link)
        ]
        return (later or [direct])[-1:]
    if speaks_at(anchor):
        group = [link for link in group if link.trigger is not None and link.trigger.token == governor.index]
    sharing = [link for link in group if governor.index in link.verbs] or [
        link for link in group if link.head.index in anchor.through
    ]
    before = [link for link in sharing if link.force.start < start]
    if not before or _all_subjects(m, before, start):
        return before or sharing
    return before[-1:]


def _all_subjects(m: Mentions, before: Sequence[Link], start: int) -> bool:
    """ "tanks and guns were sent to Poland": all subjects share what follows the verb."""
    last = before[-1]
    return (
        last.force.end <= start
        and len(before) > 1
        and last.trigger is not None
        and last.trigger.span[0] > last.force.end
        and m.doc.tokens[last.trigger.token].start < start
    )


def _coordinated(m: Mentions, one: Link, other: Link) -> bool:
    between = m.doc.text[one.force.end : other.force.start]
    return len(between) < 120 and not any(c in between for c in ";:—\n") and one.verbs == other.verbs


def _role(m: Mentions, link: Link, anchor: Anchor) -> str:
    """Return ``location``, ``origin`` or nothing for a place that hangs on the force or its trigger."""
    words = lexicon.actions()
    if anchor.preposition in words.origin_prepositions:
        if _based(m, link, anchor):
            return "location"
        return "" if _from_distance(m, anchor) else "origin"
    if anchor.preposition in words.location_prepositions:
        return "origin" if _so_far(m, link, anchor) else "location"
    rule = _ROLES.get(anchor.preposition)
    return rule(m, link, anchor) if rule is not None else ""


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
    if link.action not in _MOVES or link.trigger is None or link.trigger.kind == "phrase":
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
    """A place whose own words lead it: "north of Kharkiv", "near the border"."""
    return "location" if anchor.place.mention.relation is not None else ""


_ROLES: dict[str, Callable[[Mentions, Link, Anchor], str]] = {
    "object": _object,
    "subject": _subject,
    "of": _of_force,
    "": _bare,
}


def _with_places(m: Mentions, link: Link, roles: Roles) -> Link:
    roles = _goals(m, link, _last_leg(m, link, roles))
    taken = {anchor.place.mention.id for anchor, _ in roles}
    locations = listed_places(m, [anchor.place for anchor, role in roles if role == "location"], taken)
    origins = [anchor.place for anchor, role in roles if role == "origin"]
    rules = list(link.rules)
    if link.action is Action.WITHDRAW and not origins and locations:
        # "2,400 soldiers in Mali are to leave": where a force is, is what it leaves; "to Niger" is where it goes.
        staying = {*lexicon.records().linking.staying_prepositions, "object", ""}
        inner = [anchor.place for anchor, role in roles if role == "location" and anchor.preposition in staying]
        origins, locations = inner, [place for place in locations if place not in inner]
        rules.append("withdrawal-leaves-place")
    if locations or origins:
        rules.append("place-by-parse")
    return replace(link, locations=tuple(locations), origins=tuple(origins), rules=tuple(rules))


def _goals(m: Mentions, link: Link, roles: Roles) -> Roles:
    """ "asked in Washington, he ruled out sending troops to Ukraine": where it goes, not where it was said."""
    if link.action not in _MOVES or link.trigger is None:
        return roles
    start = m.doc.tokens[link.trigger.token].start
    words = lexicon.records().linking
    if not any(a.preposition in words.goals and a.token.start > start for a, role in roles if role == "location"):
        return roles
    return [
        (a, role)
        for a, role in roles
        if role != "location" or a.token.start > start or a.preposition not in words.staying_prepositions
    ]


def _last_leg(m: Mentions, link: Link, roles: Roles) -> list[tuple[Anchor, str]]:
    """ "crossed into Syria at Kafr Lusin and made for Taftanaz": of verbs in a row the last tells the destination."""
    stations = [a.governor for a, role in roles if role == "location" and a.governor is not None and a.governor.is_verb]
    last = stations[-1] if stations else None
    earlier = {
        v.index for v in stations if last is not None and v.index < last.index and _leads_on(m, v.index, last.index)
    }
    if link.action is not Action.DEPLOY or not earlier:
        return list(roles)
    return [
        (a, role) for a, role in roles if role != "location" or a.governor is None or a.governor.index not in earlier
    ]


def _leads_on(m: Mentions, first: int, last: int) -> bool:
    current = m.doc.tokens[last]
    while current.dep == "conj" and current.head != current.index:
        current = m.doc.tokens[current.head]
        if current.index == first:
            return True
    return False
