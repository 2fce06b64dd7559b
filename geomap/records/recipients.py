"""Arms transfers: who receives, and whether a verb of giving means a transfer at all."""

from __future__ import annotations

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors import ActorMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Actor, Category
from geomap.records.context import Mentions, inside
from geomap.records.links import Link

_PEOPLE = {Category.PERSONNEL, Category.UNIT}
_RECEIVING = {"receive", "get", "buy", "purchase", "acquire", "procure", "order"}


def transfer_of(m: Mentions, link: Link) -> tuple[Trigger, Actor] | None:
    """Return the transfer's trigger and recipient where arms or equipment are handed to an actor."""
    if link.trigger is None or link.force.category in _PEOPLE:
        return None
    frame = next((f for f in link.trigger.frames if f.action is Action.TRANSFER), None)
    if frame is None:
        return None
    recipient = _recipient(m, link)
    if recipient is None:
        return None
    trigger = Trigger(link.trigger.token, link.trigger.span, frame, link.trigger.kind, link.trigger.frames)
    return trigger, recipient.value()


def _recipient(m: Mentions, link: Link) -> ActorMention | None:
    doc = m.doc
    heads = [doc.tokens[i] for i in link.verbs]
    for verb in heads:
        if verb.lemma in _RECEIVING:
            subject = m.clauses.subject(verb)
            found = _actor_at(m, subject) if subject is not None else None
            if found is not None:
                return found
        for kid in doc.kids(verb, "dative", "dobj", "nsubjpass", "iobj"):
            if kid.index != link.head.index and not any(t.index == link.head.index for t in doc.subtree(kid)):
                found = _actor_at(m, kid)
                if found is not None:
                    return found
            if kid.pos == "ADP":
                found = _complement(m, kid)
                if found is not None:
                    return found
        found = _by_preposition(m, verb, {"to", "for"})
        if found is not None:
            return found
    found = _by_preposition(m, link.head, {"to", "for"})
    if found is not None:
        return found
    start = doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    for above in doc.ancestors(start):
        found = _by_preposition(m, above, {"with", "to"})
        if found is not None and above.pos in {"NOUN", "VERB", "ADP"}:
            return found
    return None


def _by_preposition(m: Mentions, governor: Token, prepositions: set[str]) -> ActorMention | None:
    for kid in m.doc.kids(governor, "prep", "dative"):
        if kid.lower in prepositions:
            found = _complement(m, kid)
            if found is not None:
                return found
    return None


def _complement(m: Mentions, preposition: Token) -> ActorMention | None:
    for kid in m.doc.kids(preposition, "pobj"):
        found = _actor_at(m, kid)
        if found is not None:
            return found
    return None


def _actor_at(m: Mentions, token: Token) -> ActorMention | None:
    """The actor that a token heads: "Ukraine", "the Somali army", "the separatists"."""
    for actor in m.actors:
        if actor.span[0] <= token.start < actor.span[1]:
            return actor
    if token.lemma not in lexicon.places().acting_nouns:
        return None
    for kid in m.doc.kids(token, "amod", "poss", "compound", "nmod"):
        tokens = m.doc.subtree(kid)
        for actor in m.actors:
            if inside(actor.span, (tokens[0].start, tokens[-1].end)):
                return actor
    return None
