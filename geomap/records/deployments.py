"""Mentions → deployments: every linked force is owned, placed, judged, merged with its repeats and given an id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Actor, Category, Deployment, Force, Quantity, Span, Status, Time
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, Dropped, deployment_of
from geomap.records.exclusions.finding import bare_number, excluded, passing
from geomap.records.links import link_forces
from geomap.records.merge import merge
from geomap.records.owners.finding import Owned, own_forces
from geomap.records.places.finding import locate
from geomap.records.recipients import transfer_of
from geomap.records.sources import attribute
from geomap.records.status.acts import act_of, in_own_words
from geomap.records.status.moods import base_of
from geomap.records.status.retreats import going_on
from geomap.records.subjects import sift
from geomap.records.sufficiency import told_enough
from geomap.records.totals.sharing_out import share_out
from geomap.records.triggering import Link

_RECEIVED_REACH = 30
_WHERE_RECEIVED = re.compile(r" (?:in|at|near|around|across|through) (?:the )?(?:(?:port|base|airport) of )?")
"""What leads from a recipient to where it is."""

_PASSAGE_SENTENCES = 2
"""Sentences over which a passage on arms for somebody goes on without a verb of giving."""

_GIVING_SENTENCES = 12
"""Sentences over which a verb of giving still means who was given arms before."""


@dataclass(frozen=True, slots=True)
class Found:
    """The article's deployments in reading order, ids ``d1``, ``d2``, …, and the forces that became none."""

    deployments: tuple[Deployment, ...]
    dropped: tuple[Dropped, ...]


def find_deployments(m: Mentions) -> Found:
    """Make deployments of the forces that an article places or moves; what is left out is told with its reason."""
    drafts: list[Draft] = []
    dropped: list[Dropped] = []
    m = m.with_leaders()
    for passage in m.windows():
        for made in _drafts(passage):
            if isinstance(made, Draft):
                drafts.append(made)
            else:
                dropped.append(made)
    drafts, civil = sift(m, drafts)
    dropped.extend(Dropped.of(m, draft.link, rule) for draft, rule in civil)
    merged = merge(m, drafts)
    kept = {draft.link.force.span for draft in merged.drafts}
    dropped.extend(Dropped.of(m, draft.link, rule) for draft, rule in merged.left if draft.link.force.span not in kept)
    deployments = tuple(deployment_of(f"d{number}", draft) for number, draft in enumerate(merged.drafts, start=1))
    return Found(deployments, tuple(sorted(dropped, key=lambda drop: drop.span)))


def _drafts(m: Mentions) -> Iterator[Draft | Dropped]:
    located: list[Link] = []
    for link in link_forces(m):
        rule = excluded(m, link)
        placed = locate(m, link, located) if rule is None else link
        if rule is None and passing(placed):
            rule = "no-deployment-passing"
        if rule is None and bare_number(placed):
            rule = "no-deployment-number"
        if rule is None:
            located.append(placed)
        else:
            yield Dropped.of(m, placed, rule)
    drafts: list[Draft] = []
    for owned in own_forces(m, located):
        for one in share_out(m, owned):
            made = _draft(m, one, drafts)
            if isinstance(made, Draft):
                drafts.append(made)
            yield made


def _draft(m: Mentions, owned: Owned, earlier: Sequence[Draft]) -> Draft | Dropped:
    """Return a force with all that is read of it, or why it is left out: it has no place, or too little is told."""
    link, force, actor = owned.link, owned.link.force, owned.actor
    rules = [*force.rules, *(force.quantity.rules if force.quantity else ()), *link.rules, owned.rule]
    given = transfer_of(m, link)
    transfer = given or _transfer_on(m, link, earlier)
    recipient = None
    if transfer is not None:
        trigger, recipient = transfer
        link = replace(link, trigger=trigger)
        rules.append("transfer")
        link = _received_at(m, link, recipient)
    if not (link.locations or link.origins or recipient is not None):
        return Dropped.of(m, link, "no-place", rules)
    act = act_of(m, link, recipient is not None)
    if transfer is not None and given is None:
        act = in_own_words(m, act, owned.link)
    act = going_on(m, act, actor, earlier)
    link, verdict = act.link, act.verdict
    if not told_enough(m, owned, verdict.status):
        return Dropped.of(m, link, "too-little-told", rules)
    by_force = link.trigger is None or link.trigger.kind == "noun"
    said = attribute(m, link.head if by_force else base_of(m, link))
    if recipient is not None and actor is not None and recipient.code == actor.code:
        actor = None  # nobody hands arms over to himself: the actor named is the recipient
    return Draft(
        link=link,
        actor=actor,
        force=Force(text=force.text, category=force.category, echelon=force.echelon, span=force.span),
        quantity=_counted(m, force, verdict.status),
        action=act.action,
        origins=link.origins,
        locations=link.locations,
        recipient=recipient,
        status=verdict.status,
        hedged=verdict.hedged or said.anonymous,
        time=_time(m, link),
        source=said.source,
        evidence=(_sentence(m, link.head.sentence),),
        rules=(*rules, *act.rules, *verdict.rules, said.rule),
    )


_NOT_EVEN = re.compile(r"\b(?:so much as|even|not) $", re.IGNORECASE)


def _counted(m: Mentions, force: ForceMention, status: Status) -> Quantity | None:
    """Return the number; "no plan to put one soldier into Iraq", "ruled out a single company" count nobody."""
    quantity = force.quantity
    if quantity is None:
        return None
    if status is Status.DENIED and quantity.max == 1:
        start = quantity.span[0]
        stressed = "single" in quantity.text.lower().split() or "single" in force.text.lower().split()
        not_even = _NOT_EVEN.search(m.doc.text[max(0, start - 12) : start]) is not None
        if force.category is Category.PERSONNEL or force.elided or stressed or not_even:
            return None
    return quantity.value()


def _received_at(m: Mentions, link: Link, recipient: Actor) -> Link:
    """ "supplied the separatists in eastern Ukraine with tanks": where the recipient is, arms go."""
    if link.locations or recipient.span is None:
        return link
    end = recipient.span[1]
    for place in m.places_in((end, end + _RECEIVED_REACH)):
        gap = m.doc.text[end : place.mention.span[0]]
        if place.literal and _WHERE_RECEIVED.fullmatch(gap):
            return replace(link, locations=(place,), rules=(*link.rules, "place-of-recipient"))
    return link


def _transfer_on(m: Mentions, link: Link, earlier: Sequence[Draft]) -> tuple[Trigger, Actor] | None:
    """Arms in a passage on arms for somebody go to the same recipient: "Poland adds 14, Norway up to eight"."""
    last = next((draft for draft in reversed(earlier) if draft.recipient is not None), None)
    if last is None or last.recipient is None or last.link.trigger is None or link.locations or link.origins:
        return None
    if link.force.category in {Category.PERSONNEL, Category.UNIT}:
        return None
    gives = link.trigger is not None and any(frame.action is Action.TRANSFER for frame in link.trigger.frames)
    counted = link.force.quantity is not None or link.force.named
    distance = link.head.sentence - last.link.head.sentence
    if distance > (_GIVING_SENTENCES if gives else _PASSAGE_SENTENCES) or not (gives or counted):
        return None
    return last.link.trigger, last.recipient


def _sentence(m: Mentions, index: int) -> Span:
    sentence = m.doc.sentences[index]
    text = m.doc.text[sentence.start : sentence.end]
    return (sentence.start + len(text) - len(text.lstrip()), sentence.end - len(text) + len(text.rstrip()))


def _time(m: Mentions, link: Link) -> Time | None:
    """The time told in the clause of the trigger, else the only one of the sentence."""
    sentence = m.doc.sentences[link.head.sentence]
    told = [t for t in m.times if sentence.start <= t.span[0] < sentence.end]
    if not told:
        return None
    members = m.clauses.members(base_of(m, link))
    own = [
        t
        for t in told
        if any(token.start <= t.span[0] < token.end or t.span[0] <= token.start < t.span[1] for token in members)
    ]
    chosen = own or (told if len(told) == 1 else [])
    return chosen[0].value() if chosen else None
