"""Links each force to what is done with it and to its places.

A force hangs on its trigger through the parse where the parse is good (subject, object, "deployment of", relative clause);
places are dealt out to the forces of one trigger in reading order, so that "1,000 soldiers to Romania and 2,000 to Poland"
comes out right whatever the parse says of the second number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.forces import ForceMention
from geomap.mentions.places import Place
from geomap.mentions.triggers import Trigger
from geomap.model import Action
from geomap.records.anchors import Anchor
from geomap.records.context import Mentions

_HOSTS = {"host", "have", "house", "keep", "hold", "receive", "get", "see", "be"}
_EXPLAINING = re.compile(r", (?:in|on) the [a-z]+ of (?:the )?")
_LIST = re.compile(r"(?:,| and| or|, and|, or)(?: (?:to|in|at|into|near))?(?: the)? ")
_LIST_REACH = 200
_CLIMB = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A force with its trigger (``None`` for a bare "2,500 in Iraq") and places; ``verbs`` are the tokens of its clause."""

    force: ForceMention
    head: Token
    trigger: Trigger | None
    verbs: tuple[int, ...]
    locations: tuple[Place, ...] = ()
    origins: tuple[Place, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def action(self) -> Action:
        """What is done; a force that merely is somewhere is stationed there."""
        return self.trigger.action if self.trigger is not None else Action.STATION


def link_forces(mentions: Mentions) -> tuple[Link, ...]:
    """Return a link for every force, in reading order."""
    links = []
    for force in mentions.forces:
        head = mentions.head(force)
        if head is None:
            continue
        trigger, verbs, rule = _trigger(mentions, head)
        links.append(Link(force, head, trigger, verbs, rules=(rule,)))
    by_sentence: dict[int, list[Link]] = {}
    for link in links:
        by_sentence.setdefault(link.head.sentence, []).append(link)
    placed = []
    for sentence, group in by_sentence.items():
        placed.extend(_deal(mentions, group, mentions.in_sentence(sentence)))
    return tuple(placed)


def _trigger(m: Mentions, head: Token) -> tuple[Trigger | None, tuple[int, ...], str]:
    """Climb from the force to the first trigger; verbs that open a complement ("begun to pull out") look down."""
    doc = m.doc
    for kid in doc.kids(head, "acl", "relcl"):
        if kid.index in m.triggers and kid.head == head.index and not _climb_first(m, head):
            above = doc.tokens[head.head]
            main = _family(m, above) if head.dep in {"nsubj", "nsubjpass"} and above.is_verb else ()
            return m.triggers[kid.index], tuple(sorted({*_family(m, kid), *main})), "trigger-modifier"
    current = head
    noun: Trigger | None = None
    for _ in range(_CLIMB):
        if current.index != head.index and current.index in m.triggers:
            trigger = m.triggers[current.index]
            if trigger.kind != "noun":
                if noun is not None and trigger.action in {Action.STATION}:
                    return noun, (noun.token, *_family(m, current)), "trigger-noun"
                return trigger, _family(m, current), f"trigger-{trigger.kind}"
            noun = noun or trigger
        elif current.index != head.index and current.is_verb:
            below = next(
                (
                    k
                    for k in doc.kids(current, "xcomp", "ccomp", "acomp", "attr")
                    if k.index in m.triggers and _open(m, k)
                ),
                None,
            )
            if below is not None:
                return m.triggers[below.index], _family(m, below), "trigger-complement"
            if noun is not None:
                return noun, (noun.token, *_family(m, current)), "trigger-noun"
            break
        if current.head == current.index:
            break
        current = doc.tokens[current.head]
    if noun is not None:
        return noun, (noun.token,), "trigger-noun"
    for kid in doc.kids(head, "acl", "relcl"):
        if kid.index in m.triggers:
            return m.triggers[kid.index], _family(m, kid), "trigger-modifier"
    for index, trigger in m.triggers.items():
        if trigger.kind == "phrase" and m.clauses.same(doc.tokens[index], head):
            return trigger, _family(m, doc.tokens[index]), "trigger-phrase"
    verb = next((a for a in doc.ancestors(head) if a.is_verb), None)
    return None, (_family(m, verb) if verb is not None else ()), "trigger-none"


def _climb_first(m: Mentions, head: Token) -> bool:
    """Whether the force is an argument of a trigger verb, which then wins over its own relative clause."""
    parent = m.doc.tokens[head.head]
    return (
        parent.index in m.triggers and head.dep in {"nsubj", "nsubjpass", "dobj", "obj"} and parent.index != head.index
    )


def _open(m: Mentions, token: Token) -> bool:
    return not m.doc.kids(token, "nsubj", "nsubjpass")


def _family(m: Mentions, verb: Token) -> tuple[int, ...]:
    """Return a verb with the verbs that share its subject: complements, conjuncts, the verb it complements."""
    doc = m.doc
    found = [verb.index]
    stack = [verb]
    while stack:
        current = stack.pop()
        for kid in doc.kids(current, "xcomp", "conj", "advcl"):
            shares = kid.is_verb and not doc.kids(kid, "nsubj", "nsubjpass")
            if shares and kid.index not in found and (kid.dep != "advcl" or kid.tag == "VB"):
                found.append(kid.index)
                stack.append(kid)
        if current.dep in {"xcomp", "conj"} and current.head != current.index:
            parent = doc.tokens[current.head]
            if (
                parent.index not in found
                and (parent.is_verb or parent.pos == "ADJ")
                and not doc.kids(current, "nsubj", "nsubjpass")
            ):
                found.append(parent.index)
                stack.append(parent)
    return tuple(sorted(found))


def _deal(m: Mentions, group: Sequence[Link], anchors: Sequence[Anchor]) -> list[Link]:
    """Deal the places of a sentence out to its forces."""
    heads = {link.head.index: link for link in group}
    own: dict[int, list[tuple[Anchor, str]]] = {link.head.index: [] for link in group}
    for anchor in anchors:
        if _explains(m, anchor, anchors):
            continue
        owner = _owner(m, group, heads, anchor)
        if owner is None:
            continue
        for link in owner:
            role = _role(m, link, anchor)
            if role:
                own[link.head.index].append((anchor, role))
    linked = [_with_places(m, link, own[link.head.index]) for link in group]
    return _share(m, linked)


def _explains(m: Mentions, anchor: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Whether a place only says where the one before it lies: "from Sennelager, in Germany, to Tapa"."""
    start = anchor.place.mention.span[0]
    for other in anchors:
        gap = m.doc.text[other.place.mention.span[1] : start] if other.place.mention.span[1] <= start else ""
        if gap in {", ", ", in ", ", in the "} or _EXPLAINING.fullmatch(gap):
            outer, inner = anchor.place.mention.resolved, other.place.mention.resolved
            if (
                outer is not None
                and (inner is None or inner.country == outer.country)
                and outer.kind in {"country", "admin1", "island", "region"}
            ):
                return gap != ", " or inner is None or inner.kind != outer.kind
    return False


def _owner(m: Mentions, group: Sequence[Link], heads: dict[int, Link], anchor: Anchor) -> tuple[Link, ...] | None:
    start = anchor.place.mention.span[0]
    governor = anchor.governor
    if governor is not None and governor.index in heads:
        direct = heads[governor.index]
        # The parse often hangs a place on the first of several forces; the last one before it is the better owner.
        later = [
            link for link in group if direct.force.start < link.force.start < start and _coordinated(m, direct, link)
        ]
        return (later[-1],) if later else (direct,)
    sharing = [link for link in group if governor is not None and governor.index in link.verbs]
    if not sharing and governor is not None:
        sharing = [link for link in group if link.head.index in anchor.through]
    if not sharing:
        return None
    before = [link for link in sharing if link.force.start < start]
    if not before:
        return tuple(sharing)
    last = before[-1]
    if (
        last.force.end <= start
        and len(before) > 1
        and last.trigger is not None
        and last.trigger.span[0] > last.force.end
        and m.doc.tokens[last.trigger.token].start < start
    ):
        return tuple(before)  # "tanks and guns were sent to Poland": all subjects share what follows the verb
    return (last,)


def _coordinated(m: Mentions, one: Link, other: Link) -> bool:
    between = m.doc.text[one.force.end : other.force.start]
    return len(between) < 120 and not any(c in between for c in ";:—\n") and one.verbs == other.verbs


def _role(m: Mentions, link: Link, anchor: Anchor) -> str:
    """Return ``location``, ``origin`` or nothing for a place that hangs on the force or its trigger."""
    words = lexicon.actions()
    preposition = anchor.preposition
    if preposition in words.origin_prepositions:
        return "origin" if not _from_distance(m, anchor) else ""
    if preposition in words.location_prepositions:
        return "location"
    frame = (
        m.triggers[anchor.governor.index].frame
        if anchor.governor is not None and anchor.governor.index in m.triggers
        else None
    )
    if preposition == "object":
        if frame is None:
            return ""
        # "to bolster Nato's eastern flank" tells what for; only the force's own verb tells where by its object.
        own = link.trigger is not None and anchor.governor is not None and anchor.governor.index == link.trigger.token
        return frame.object or ("location" if own else "")
    if preposition == "subject":
        hosted = anchor.governor is not None and anchor.governor.lemma in _HOSTS and link.force.start > anchor.token.end
        return "location" if hosted else ""
    if preposition == "of" and anchor.governor is not None:
        return "location" if anchor.governor.index == link.head.index and link.force.singular else ""
    if preposition == "":
        leading = anchor.place.mention.relation is not None
        return "location" if leading else ""
    return ""


def _from_distance(m: Mentions, anchor: Anchor) -> bool:
    """ "90 miles from the frontier" and "not far from Goma" tell where, not whence."""
    before = m.doc.text[max(0, anchor.place.mention.span[0] - 40) : anchor.place.mention.span[0]].lower()
    return any(
        word in before.split() for word in ("km", "miles", "kilometres", "kilometers", "far", "metres", "away", "hours")
    )


def _with_places(m: Mentions, link: Link, roles: Sequence[tuple[Anchor, str]]) -> Link:
    roles = _last_leg(m, link, roles)
    locations = _listed_places(m, [anchor.place for anchor, role in roles if role == "location"], roles)
    origins = [anchor.place for anchor, role in roles if role == "origin"]
    rules = list(link.rules)
    if link.action is Action.WITHDRAW and not origins and locations:
        # "2,400 soldiers in Mali are to leave": where a force is, is what it leaves; "to Niger" is where it goes.
        inner = [
            anchor.place
            for anchor, role in roles
            if role == "location" and anchor.preposition in {"in", "at", "on", "near", "around", "object", ""}
        ]
        origins, locations = inner, [place for place in locations if place not in inner]
        rules.append("withdrawal-leaves-place")
    if locations or origins:
        rules.append("place-by-parse")
    return replace(link, locations=tuple(locations), origins=tuple(origins), rules=tuple(rules))


def _last_leg(m: Mentions, link: Link, roles: Sequence[tuple[Anchor, str]]) -> list[tuple[Anchor, str]]:
    """ "crossed into Syria at Kafr Lusin and made for Taftanaz": of verbs in a row the last one tells the destination."""
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


def _listed_places(m: Mentions, found: list[Place], roles: Sequence[tuple[Anchor, str]]) -> list[Place]:
    """Take in what is listed with a place in so many words, where the parse lost it: "in Norway, Sweden and Finland"."""
    if not found:
        return found
    taken = {anchor.place.mention.id for anchor, _ in roles}
    result = list(found)
    low, high = min(p.mention.span[1] for p in found), max(p.mention.span[1] for p in found) + _LIST_REACH
    for place in m.places_in((low, high)):
        if not place.literal or place.mention.id in taken:
            continue
        previous = max(
            (p for p in result if p.mention.span[1] <= place.mention.span[0]),
            key=lambda p: p.mention.span[1],
            default=None,
        )
        if previous is None or not _LIST.fullmatch(m.doc.text[previous.mention.span[1] : place.mention.span[0]]):
            continue
        if _same_kind(previous, place):
            result.append(place)
    return result


def _same_kind(one: Place, other: Place) -> bool:
    first, second = one.mention.resolved, other.mention.resolved
    return (
        first is not None
        and second is not None
        and first.kind == second.kind
        and one.mention.relation == other.mention.relation
    )


def _share(m: Mentions, group: list[Link]) -> list[Link]:
    """Give a force without a place those of the force it is coordinated with, the following one first."""
    result = list(group)
    for index in range(len(result) - 2, -1, -1):
        link, following = result[index], result[index + 1]
        if not link.locations and _listed(m, link, following):
            result[index] = replace(
                link,
                locations=following.locations,
                origins=link.origins or following.origins,
                trigger=link.trigger or following.trigger,
                verbs=link.verbs or following.verbs,
                rules=(*link.rules, "place-shared-with-next"),
            )
    for index in range(1, len(result)):
        link, previous = result[index], result[index - 1]
        if not link.locations and not link.origins and _listed(m, previous, link):
            result[index] = replace(
                link,
                locations=previous.locations,
                origins=previous.origins,
                trigger=link.trigger or previous.trigger,
                verbs=link.verbs or previous.verbs,
                rules=(*link.rules, "place-shared-with-previous"),
            )
    return result


def _listed(m: Mentions, one: Link, other: Link) -> bool:
    """Whether two forces stand in one list: only commas, "and", "as well as", "with" and modifiers between them."""
    if not m.clauses.same(one.head, other.head) and other.head.dep not in {"conj", "appos"}:
        return False
    between = m.doc.tokens_in((one.force.end, other.force.start))
    between = tuple(t for t in between if t.start >= one.force.end and t.end <= other.force.start)
    if len(between) > 12:
        return False
    allowed = {"ADJ", "NOUN", "PROPN", "PUNCT", "CCONJ", "DET", "NUM", "ADV", "PRON", "PART", "X", "SYM"}
    words = {
        "as",
        "well",
        "with",
        "along",
        "plus",
        "of",
        "including",
        "together",
        "besides",
        "by",
        "backed",
        "supported",
        "accompanied",
        "other",
    }
    for token in between:
        if token.text in {";", ":", ".", "—", "–"}:
            return False
        if token.pos not in allowed and token.lower not in words:
            return False
    return any(t.lower in {",", "and", "with", "plus", "well", "or"} for t in between)
