"""Mentions → deployments: every linked force is owned, placed, judged, merged with its repeats and given an id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.words import words_of
from geomap.mentions.forces import ForceMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Actor, Category, Deployment, Force, Span, Status, Time
from geomap.records.acts import act_of
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, deployment_of
from geomap.records.exclusions import excluded
from geomap.records.links import link_forces
from geomap.records.locate import locate
from geomap.records.merge import merge
from geomap.records.moods import base_of
from geomap.records.owners import Owned, own_forces
from geomap.records.recipients import transfer_of
from geomap.records.sources import attribute
from geomap.records.triggering import Link

_OWNED = {"owner-in-phrase", "owner-possessor", "owner-of-phrase", "owner-pronoun", "owner-home"}
"""Rules of ownership that show an ambiguous word ("company", "guards") to mean a force."""


def find_deployments(m: Mentions) -> tuple[Deployment, ...]:
    """Return the article's deployments in reading order, ids ``d1``, ``d2``, …"""
    drafts = [draft for passage in m.windows() for draft in _drafts(passage)]
    if not _military(m.forces):
        drafts = [draft for draft in drafts if _owned_by_state(draft)]
    return tuple(deployment_of(f"d{number}", draft) for number, draft in enumerate(merge(m, drafts), start=1))


def _military(forces: Sequence[ForceMention]) -> bool:
    """Whether the article speaks of forces at all: "an army that does not shoot", "crews", "former soldiers" do not."""
    plain = [force for force in forces if not force.ambiguous and not force.elided and not _former(force)]
    return bool(plain)


def _owned_by_state(draft: Draft) -> bool:
    """ "France has 12 jets in Chad": whose they are tells that they are forces, where the noun alone does not."""
    return bool(set(draft.rules) & {"owner-in-phrase", "owner-possessor", "owner-subject", "owner-of-phrase"})


def _former(force: ForceMention) -> bool:
    return any(word.key in lexicon.records().excluding.former for word in words_of(force.text))


def _drafts(m: Mentions) -> list[Draft]:
    located: list[Link] = []
    for link in link_forces(m):
        if excluded(m, link) is None:
            located.append(locate(m, link, located))
    drafts: list[Draft] = []
    for owned in own_forces(m, located):
        draft = _draft(m, owned, drafts)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _draft(m: Mentions, owned: Owned, earlier: Sequence[Draft]) -> Draft | None:
    """Return a force with all that is read of it; ``None`` where it has no place or too little is told of it."""
    link, force, actor = owned.link, owned.link.force, owned.actor
    rules = [*force.rules, *(force.quantity.rules if force.quantity else ()), *link.rules, owned.rule]
    transfer = transfer_of(m, link) or _transfer_on(m, link, earlier)
    recipient = None
    if transfer is not None:
        trigger, recipient = transfer
        link = replace(link, trigger=trigger)
        rules.append("transfer")
    if not (link.locations or link.origins or recipient is not None):
        return None
    act = act_of(m, link, recipient is not None)
    link, verdict = act.link, act.verdict
    if not _told_enough(owned, verdict.status):
        return None
    by_force = link.trigger is None or link.trigger.kind == "noun"
    said = attribute(m, link.head if by_force else base_of(m, link))
    if recipient is not None and actor is not None and recipient.code == actor.code:
        actor = None  # nobody hands arms over to himself: the actor named is the recipient
    return Draft(
        link=link,
        actor=actor,
        force=Force(text=force.text, category=force.category, echelon=force.echelon, span=force.span),
        quantity=force.quantity.value() if force.quantity is not None else None,
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


def _transfer_on(m: Mentions, link: Link, earlier: Sequence[Draft]) -> tuple[Trigger, Actor] | None:
    """Arms in a passage on arms for somebody go to the same recipient: "Poland adds 14, Norway up to eight"."""
    last = earlier[-1] if earlier else None
    if last is None or last.recipient is None or last.link.trigger is None or link.locations or link.origins:
        return None
    if link.force.category in {Category.PERSONNEL, Category.UNIT}:
        return None
    gives = link.trigger is not None and any(frame.action is Action.TRANSFER for frame in link.trigger.frames)
    near = m.doc.sentences[link.head.sentence].block == m.doc.sentences[last.link.head.sentence].block
    if not (gives or (near and link.force.quantity is not None)):
        return None
    return last.link.trigger, last.recipient


def _told_enough(owned: Owned, status: Status) -> bool:
    """Reading 4 of the contract: unnumbered generic troops count only with a deploying verb or a denial."""
    force, trigger = owned.link.force, owned.link.trigger
    one = force.quantity is None or force.quantity.max == 1
    if force.ambiguous and one and owned.rule not in _OWNED and not (force.named and force.quantity is None):
        return False  # "company", "an open-top bus"
    if force.quantity is not None:
        return not force.ambiguous or trigger is not None or force.category is Category.PERSONNEL
    if status is Status.DENIED:
        return True
    if force.generic:
        return trigger is not None and trigger.kind != "phrase"
    return trigger is not None or (force.named and not force.ambiguous)


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
