"""Deals the places of a sentence out to its forces, each as where the force is or goes, or as whence it comes.

Places go to the forces of one trigger in reading order, so that "1,000 soldiers to Romania and 2,000 to Poland" comes
out right whatever the parse says of the second number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Action
from geomap.records.context import Mentions
from geomap.records.places.anchors import Anchor, speaks_at
from geomap.records.places.explaining import explains_place_before
from geomap.records.places.listing import listed_places, share_places
from geomap.records.places.openings import opened_by
from geomap.records.places.roles import MOVES, role_of
from geomap.records.recipients import receives
from geomap.records.triggering import Link

Roles = Sequence[tuple[Anchor, str]]
"""Places with what each is to a force: ``location`` or ``origin``."""


def deal_places(m: Mentions, group: Sequence[Link], anchors: Sequence[Anchor]) -> list[Link]:
    """Return the forces of one sentence with the places that the parse gives them."""
    own: dict[int, list[tuple[Anchor, str]]] = {link.head.index: [] for link in group}
    opened = {anchor.place.mention.id: found for anchor in anchors for found in [_opened(m, group, anchor)] if found}
    settled = {link.head.index for link, role in opened.values() if role == "location"}
    for anchor in anchors:
        if anchor.place.mention.id in opened:
            link, role = opened[anchor.place.mention.id]
            own[link.head.index].append((anchor, role))
            continue
        if explains_place_before(m, anchor, anchors):
            continue
        for link in _takers(m, [link for link in group if link.head.index not in settled], anchor):
            role = role_of(m, link, anchor)
            if role:
                own[link.head.index].append((anchor, role))
    return share_places(m, [_with_places(m, link, own[link.head.index]) for link in group])


def _takers(m: Mentions, group: Sequence[Link], anchor: Anchor) -> Sequence[Link]:
    """Return the forces that a place belongs to."""
    start = anchor.place.mention.span[0]
    governor = anchor.governor
    if governor is None:
        return ()
    group = [link for link in group if ";" not in _between(m, link, anchor)]
    direct = {link.head.index: link for link in group}.get(governor.index)
    given = _given(m, group, anchor)
    if given:
        return given
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
    sharing = [link for link in sharing if not _of_another_object(m, link, governor)]
    before = [link for link in sharing if link.force.start < start]
    if not before or _all_subjects(m, before, start):
        return before or sharing
    return before[-1:]


def _given(m: Mentions, group: Sequence[Link], anchor: Anchor) -> Sequence[Link]:
    """ "unload guns for the army at Mogadishu port": where somebody is given something is where it goes."""
    for link in group:
        near = anchor.governor is not None and anchor.governor.index in {link.head.index, *link.verbs}
        if near and link.head.start < anchor.token.start and receives(m, link):
            return [each for each in group if each is not link and each.trigger == link.trigger]
    return ()


def _of_another_object(m: Mentions, link: Link, verb: Token) -> bool:
    """ "put soldiers into Gedaref and closed the crossing at Hamdayet": what is done to something else is elsewhere."""
    if link.trigger is None or verb.index == link.trigger.token or verb.dep != "conj":
        return False
    acted_on = link.head.dep in {"dobj", "obj", "pobj"} and link.head.start > m.doc.tokens[link.trigger.token].start
    return acted_on and bool(m.doc.kids(verb, "dobj", "obj"))


def _between(m: Mentions, link: Link, anchor: Anchor) -> str:
    """Return the words between a force and a place, whichever comes first."""
    start, end = anchor.place.mention.span
    return m.doc.text[link.force.end : start] if link.force.end <= start else m.doc.text[end : link.force.start]


def _opened(m: Mentions, group: Sequence[Link], anchor: Anchor) -> tuple[Link, str] | None:
    """Return the force that a place opens, with what the place is to it."""
    found = opened_by(m, anchor.place)
    link = next((link for link in group if found is not None and link.force is found[0]), None)
    if found is None or link is None:
        return None
    return link, "origin" if found[1] in lexicon.actions().origin_prepositions else "location"


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


def _with_places(m: Mentions, link: Link, roles: Roles) -> Link:
    told = [
        (anchor, role) for anchor, role in roles if anchor.governor is None or anchor.governor.index == link.head.index
    ]
    roles = _goals(m, link, _last_leg(m, link, roles))
    told = [*roles, *(each for each in told if each not in roles)]  # "the marines on Okinawa would be moved to Guam"
    taken = {anchor.place.mention.id for anchor, _ in roles}
    locations = listed_places(m, [anchor.place for anchor, role in roles if role == "location"], taken)
    origins = [anchor.place for anchor, role in roles if role == "origin"]
    rules = list(link.rules)
    if link.action is Action.WITHDRAW and locations:
        # "2,400 soldiers in Mali are to leave": where a force is, is what it leaves; "to Niger" is where it goes.
        staying = {*lexicon.records().linking.staying_prepositions, "object", ""}
        goals = lexicon.records().linking.goals
        going = {a.governor.index for a, _ in roles if a.governor is not None and a.preposition in goals}
        at = [a for a, role in told if role == "location" and a.preposition in staying]
        on_the_way = [a for a in at if a.governor is not None and a.governor.index in going]
        if not origins:
            origins = [a.place for a in at if a not in on_the_way]
            rules.append("withdrawal-leaves-place")
        gone = [*origins, *(a.place for a in on_the_way)]  # "crossed into Niger at Labbezanga"
        locations = [place for place in locations if place not in gone]
    if locations or origins:
        rules.append("place-by-parse")
    return replace(link, locations=tuple(locations), origins=tuple(origins), rules=tuple(rules))


def _goals(m: Mentions, link: Link, roles: Roles) -> Roles:
    """ "asked in Washington, he ruled out sending troops to Ukraine": where it goes, not where it was said.

    "came through Suez into the Red Sea": nor by which way.
    """
    if link.action not in MOVES or link.trigger is None:
        return roles
    start = m.doc.tokens[link.trigger.token].start
    words = lexicon.records().linking
    if not any(a.preposition in words.goals and a.token.start > start for a, role in roles if role == "location"):
        return roles
    return [
        (a, role)
        for a, role in roles
        if role != "location"
        or (a.token.start > start and a.preposition not in words.way_prepositions)
        or a.preposition not in words.staying_prepositions | words.way_prepositions
    ]


def _last_leg(m: Mentions, link: Link, roles: Roles) -> list[tuple[Anchor, str]]:
    """ "crossed into Syria at Kafr Lusin and made for Taftanaz": of verbs in a row the last tells the destination."""
    stations = [a.governor for a, role in roles if role == "location" and a.governor is not None and a.governor.is_verb]
    last = stations[-1] if stations else None
    earlier = {
        v.index for v in stations if last is not None and v.index < last.index and _leads_on(m, v.index, last.index)
    }
    leaves = link.trigger is not None and m.doc.tokens[link.trigger.token].lemma in lexicon.records().acting.setting_out
    if not (link.action is Action.DEPLOY or leaves) or not earlier:
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
