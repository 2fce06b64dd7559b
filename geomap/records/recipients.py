"""Arms transfers: who receives, and whether a verb of giving means a transfer at all."""

from __future__ import annotations

from collections.abc import Set

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Actor, Category
from geomap.records.context import Mentions, inside
from geomap.records.triggering import Link

_PEOPLE = {Category.PERSONNEL, Category.UNIT}
_TOWARDS = {"to", "for"}
_AGREED_WITH = {"with", "to"}


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


def receives(m: Mentions, link: Link) -> bool:
    """Return whether a force is told as who is given something: "guns for the army", "armed the rebels with guns"."""
    if link.trigger is None or all(frame.action is not Action.TRANSFER for frame in link.trigger.frames):
        return False
    above = m.doc.tokens[link.head.head]
    if link.head.dep in {"dobj", "obj"} and above.lemma in lexicon.records().linking.equipping_verbs:
        return any(kid.lower == "with" and kid.start > link.head.start for kid in m.doc.kids(above, "prep"))
    return link.head.dep in {"pobj", "dative"} and above.lower in _TOWARDS


def _recipient(m: Mentions, link: Link) -> ActorMention | None:
    """Return who receives, by the verbs of the clause, then by the force itself, then by what governs them."""
    for index in link.verbs:
        verb = m.doc.tokens[index]
        found = (
            _receiver(m, verb) or _given(m, link, verb) or _between(m, link, verb) or _by_preposition(m, verb, _TOWARDS)
        )
        if found is not None:
            return found
    return _by_preposition(m, link.head, _TOWARDS) or _agreed(m, link)


def _receiver(m: Mentions, verb: Token) -> ActorMention | None:
    """ "Ukraine received ten tanks"."""
    subject = m.clauses.subject(verb) if verb.lemma in lexicon.records().acting.receiving else None
    return _actor_at(m, subject) if subject is not None else None


def _given(m: Mentions, link: Link, verb: Token) -> ActorMention | None:
    """ "gave Ukraine ten tanks", "Ukraine was given ten tanks": an object or subject beside the arms."""
    for kid in m.doc.kids(verb, "dative", "dobj", "nsubjpass", "iobj"):
        arms = kid.index == link.head.index or any(t.index == link.head.index for t in m.doc.subtree(kid))
        found = None if arms else _actor_at(m, kid)
        if found is None and kid.pos == "ADP":
            found = _complement(m, kid)
        if found is not None:
            return found
    return None


def _between(m: Mentions, link: Link, verb: Token) -> ActorMention | None:
    """ "have given Niger two Cessnas": who stands between the verb and the arms, whatever the parse makes of it."""
    for actor in m.actors:
        lead, gap = m.doc.text[verb.end : actor.span[0]], m.doc.text[actor.span[1] : link.force.start]
        if verb.end < actor.span[0] < link.force.start and lead.strip() in {"", "the"} and not gap.strip():
            return actor
    return None


def _agreed(m: Mentions, link: Link) -> ActorMention | None:
    """ "an agreement with Ukraine to deliver ten tanks"."""
    start = m.doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    for above in m.doc.ancestors(start):
        found = _by_preposition(m, above, _AGREED_WITH) if above.pos in {"NOUN", "VERB", "ADP"} else None
        if found is not None:
            return found
    return None


def _by_preposition(m: Mentions, governor: Token, prepositions: Set[str]) -> ActorMention | None:
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
