"""Mentions → deployments: every linked force is owned, placed, judged, merged with its repeats and given an id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language.words import words_of
from geomap.mentions.forces import ForceMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Actor, Category, Deployment, Force, Span, Status, Time
from geomap.records.changes import change_of
from geomap.records.context import Mentions
from geomap.records.drafts import Draft
from geomap.records.exclusions import excluded
from geomap.records.links import Link, link_forces
from geomap.records.locate import locate
from geomap.records.merge import merge
from geomap.records.owners import Owned, own_forces
from geomap.records.recipients import transfer_of
from geomap.records.sources import Attribution, attribute
from geomap.records.status import judge


def find_deployments(m: Mentions) -> tuple[Deployment, ...]:
    """Return the article's deployments in reading order, ids ``d1``, ``d2``, …"""
    if not _military(m.forces):
        return ()
    drafts = [draft for passage in m.windows() for draft in _drafts(passage)]
    return tuple(_deployment(f"d{number}", draft) for number, draft in enumerate(merge(m, drafts), start=1))


def _drafts(m: Mentions) -> list[Draft]:
    kept: list[Link] = []
    for link in link_forces(m):
        if excluded(m, link) is None:
            kept.append(link)
    located: list[Link] = []
    for link in kept:
        located.append(locate(m, link, located))
    drafts: list[Draft] = []
    for owned in own_forces(m, located):
        draft = _draft(m, owned, drafts)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _military(forces: Sequence[ForceMention]) -> bool:
    """Whether the article speaks of forces at all: two nouns without a civilian sense, or one that is counted or owned.

    "An army that does not shoot", "800 tugboat crews" and "former soldiers" make no article military.
    """
    plain = [force for force in forces if not force.ambiguous and not force.elided and not _former(force)]
    return len({force.text.casefold() for force in plain}) > 1 or any(
        force.quantity is not None or force.named or force.category is not Category.NAVAL for force in plain
    )


def _former(force: ForceMention) -> bool:
    return bool({"former", "ex", "retired"} & {word.key for word in words_of(force.text)})


def _draft(m: Mentions, owned: Owned, earlier: Sequence[Draft] = ()) -> Draft | None:
    link = owned.link
    transfer = transfer_of(m, link) or _transfer_on(m, link, earlier)
    rules = [*link.force.rules, *(link.force.quantity.rules if link.force.quantity else ()), *link.rules, owned.rule]
    recipient = None
    if transfer is not None:
        trigger, recipient = transfer
        link = replace(link, trigger=trigger)
        rules.append("transfer")
    action = _action(m, link, recipient is not None)
    if not (link.locations or link.origins or recipient is not None):
        return None
    verdict = judge(m, link)
    if action is Action.WITHDRAW and _stays(m, link):
        action, verdict = (
            Action.STATION,
            replace(verdict, status=verdict.status if verdict.status is not Status.DENIED else Status.ACTUAL),
        )
        link = replace(link, locations=link.locations or link.origins, origins=())
        rules.append("not-leaving-is-staying")
    changed = change_of(m, link, verdict.status)
    if changed is not None:
        action, verdict = Action.STATION, replace(verdict, status=changed)
        link = replace(link, locations=link.locations or link.origins, origins=())
        rules.append("change-of-strength")
    if action is Action.REINFORCE and link.head.dep == "nsubjpass":
        # Who is reinforced is there already; what is added is another entry.
        action, verdict = Action.STATION, replace(verdict, status=Status.ACTUAL)
        rules.append("reinforced-is-stationed")
    if not _told_enough(m, owned, verdict.status):
        return None
    token = m.doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    said: Attribution = attribute(m, link.head if link.trigger is None or link.trigger.kind == "noun" else token)
    actor = owned.actor
    if recipient is not None and actor is not None and recipient.code == actor.code:
        actor = None
    return Draft(
        link,
        actor,
        _force(m, link.force),
        link.force.quantity.value() if link.force.quantity is not None else None,
        action,
        link.origins,
        link.locations,
        recipient,
        verdict.status,
        verdict.hedged or said.anonymous,
        _time(m, link),
        said.source,
        (_sentence(m, link.head.sentence),),
        (*rules, *verdict.rules, said.rule),
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


def _action(m: Mentions, link: Link, received: bool) -> Action:
    """A verb of giving without a recipient moves things: "supplied to the front" is a deployment."""
    if link.action is Action.TRANSFER and not received:
        other = (
            next((f.action for f in link.trigger.frames if f.action is not Action.TRANSFER), None)
            if link.trigger
            else None
        )
        return other or Action.DEPLOY
    if (
        link.action is Action.WITHDRAW
        and link.locations
        and link.trigger is not None
        and m.doc.tokens[link.trigger.token].lemma in _SETTING_OUT
    ):
        return Action.DEPLOY
    return link.action


_SETTING_OUT = {"leave", "depart", "exit", "quit"}
"""Verbs that set out for somewhere: "leaves Darwin for Luzon" is a deployment (reading 19 of the contract)."""


def _stays(m: Mentions, link: Link) -> bool:
    """ "never left Kabul", "500 are to be left": who does not leave, or is left, stays."""
    if link.trigger is None or link.trigger.kind != "verb":
        return False
    verb = m.doc.tokens[link.trigger.token]
    negated = any(kid.dep == "neg" for kid in m.doc.kids(verb))
    left = verb.lemma == "leave" and verb.tag == "VBN" and bool(m.doc.kids(verb, "auxpass"))
    return left or (negated and verb.lemma in {"leave", "quit", "depart", "withdraw", "pull"})


_OWNED = {"owner-in-phrase", "owner-possessor", "owner-of-phrase", "owner-pronoun", "owner-home"}


def _told_enough(m: Mentions, owned: Owned, status: Status) -> bool:
    """Reading 4 of the contract: unnumbered generic troops count only with a deploying verb or a denial."""
    link = owned.link
    force = link.force
    if force.ambiguous and force.quantity is None and not force.named and owned.rule not in _OWNED:
        return False
    if force.ambiguous and force.quantity is not None and force.quantity.max == 1 and owned.rule not in _OWNED:
        return False  # "an open-top bus", "a company" of business
    if force.quantity is not None:
        return not force.ambiguous or link.trigger is not None or force.category is Category.PERSONNEL
    if status is Status.DENIED:
        return True
    if force.ambiguous and link.trigger is None:
        return False
    if force.generic:
        return link.trigger is not None and link.trigger.kind != "phrase"
    return link.trigger is not None or force.named


def _force(m: Mentions, force: ForceMention) -> Force:
    return Force(text=force.text, category=force.category, echelon=force.echelon, span=force.span)


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
    base = m.doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    members = m.clauses.members(base)
    own = [
        t
        for t in told
        if any(token.start <= t.span[0] < token.end or t.span[0] <= token.start < t.span[1] for token in members)
    ]
    chosen = own or (told if len(told) == 1 else [])
    return chosen[0].value() if chosen else None


def _deployment(number: str, draft: Draft) -> Deployment:
    return Deployment(
        id=number,
        actor=draft.actor,
        force=draft.force,
        quantity=draft.quantity,
        action=draft.action,
        origin=tuple(dict.fromkeys(p.mention.id for p in draft.origins)),
        location=tuple(dict.fromkeys(p.mention.id for p in draft.locations)),
        recipient=draft.recipient,
        status=draft.status,
        hedged=draft.hedged,
        time=draft.time,
        source=draft.source,
        part_of=f"d{draft.part_of + 1}" if draft.part_of is not None else None,
        evidence=draft.evidence,
        confidence=_confidence(draft),
        rules=tuple(dict.fromkeys(draft.rules)),
    )


_DOUBTS = {
    "trigger-none": 0.1,
    "trigger-phrase": 0.05,
    "place-nearby": 0.05,
    "place-fronted": 0.1,
    "place-there": 0.1,
    "place-heading": 0.1,
    "place-carried": 0.25,
    "place-of-topic": 0.35,
    "owner-of-previous": 0.1,
    "owner-of-paragraph": 0.15,
    "owner-of-article": 0.25,
    "owner-unknown": 0.1,
    "force-elided": 0.05,
}
"""What each rule of last resort takes from a record's confidence; set by their share of errors on the development articles."""


def _confidence(draft: Draft) -> float:
    doubt = sum(_DOUBTS.get(rule, 0.0) for rule in dict.fromkeys(draft.rules))
    return round(max(0.1, 0.95 - doubt), 2)
