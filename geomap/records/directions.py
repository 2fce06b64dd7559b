"""Movements that are withdrawals by their particles and prepositions: "moved back from Tumbes", "flew out of Gao"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.triggers import Trigger
from geomap.model import Action
from geomap.records.context import Mentions
from geomap.records.places.anchors import Anchor
from geomap.records.triggering import Link

_MOVING = {Action.DEPLOY, Action.TRANSFER, Action.WITHDRAW}
_PAST = {"VBD", "VBN"}
_PARTICIPLES = {"VBN", "VBG"}


def directed(m: Mentions, link: Link, anchors: Sequence[Anchor]) -> Link:
    """Return the link with a withdrawal for a movement that the words around its verb turn into one."""
    trigger = link.trigger
    if trigger is None or trigger.kind != "verb" or trigger.action not in _MOVING:
        return link
    verb = m.doc.tokens[trigger.token]
    left = [a for a in anchors if a.governor is not None and a.governor.index == verb.index]
    if trigger.action is Action.WITHDRAW:
        return _with(link, Action.STATION, "left-object-stays") if _leaves_behind(m, link, verb) else link
    if (gone := _pulled_out(m, verb)) is not None:
        verbs = tuple(sorted({*link.verbs, gone.index}))
        return _with(replace(link, verbs=verbs), Action.WITHDRAW, "arrives-from-withdrawal")
    if _out_of(m, verb, left):
        rule = "out-of-is-withdrawal"
    elif _back_from(m, trigger, left):
        rule = "back-from-is-withdrawal"
    else:
        return link
    return _with(link, Action.WITHDRAW, rule)


def _with(link: Link, action: Action, rule: str) -> Link:
    """Return the link with another act for the same verb."""
    if link.trigger is None:
        return link
    frame = next(frame for frame in lexicon.actions().frames if frame.action is action)
    return replace(link, trigger=replace(link.trigger, frame=frame, frames=(frame,)), rules=(*link.rules, rule))


def _leaves_behind(m: Mentions, link: Link, verb: Token) -> bool:
    """ "left 100,000 there", "leaves its helicopters on the apron": what is left stays."""
    if verb.lemma != "leave" or link.force.start < verb.end:
        return False
    top = link.head
    while top.head != top.index and top.dep in {"conj", "appos", "nummod", "pobj", "prep"} and top.head != verb.index:
        top = m.doc.tokens[top.head]
    return top.head == verb.index and top.dep in {"dobj", "nummod"}


def _pulled_out(m: Mentions, verb: Token) -> Token | None:
    """ "arrived in Odessa after being withdrawn from Kerch": the verb of leaving that comes before an arrival."""
    led = [kid for prep in m.doc.kids(verb, "prep") if prep.lower == "after" for kid in m.doc.kids(prep, "pcomp")]
    for kid in (*led, *m.doc.kids(verb, "advcl")):
        trigger = m.triggers.get(kid.index)
        own = m.doc.kids(kid, "nsubj", "nsubjpass")
        left = kid.tag in _PARTICIPLES and not own and trigger is not None and trigger.action is Action.WITHDRAW
        if left and verb.lemma in lexicon.records().locating.coming_verbs:
            return kid
    return None


def _out_of(m: Mentions, verb: Token, left: Sequence[Anchor]) -> bool:
    """ "had flown out of Mogadishu", but "jets flying out of Adampur" are based there."""
    words = lexicon.records().linking
    moved = verb.lemma in words.leaving_verbs and (verb.tag in _PAST or verb.lemma not in words.basing_verbs)
    return moved and any(anchor.preposition == "out of" for anchor in left)


def returns(m: Mentions, trigger: Trigger) -> bool:
    """Return whether a verb goes back to where the force belongs: "flew home", "moved back", "left for Guam again"."""
    words = lexicon.records().linking
    verb = m.doc.tokens[trigger.token]
    kids = [*m.doc.kids(verb), *(each for kid in m.doc.kids(verb, "prep") for each in m.doc.kids(kid, "advmod"))]
    return verb.lemma in words.returning or any(kid.lower in words.returning and kid.start > verb.start for kid in kids)


def _back_from(m: Mentions, trigger: Trigger, left: Sequence[Anchor]) -> bool:
    """ "moved 30 tanks back from Tumbes", "brought home from Kabul"."""
    return returns(m, trigger) and any(anchor.preposition in lexicon.actions().origin_prepositions for anchor in left)
