"""Forces with their owners, and what the rules that find owners share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors.finding import ActorMention
from geomap.model import Actor, Span
from geomap.records.context import Mentions, inside
from geomap.records.triggering import Link


@dataclass(frozen=True, slots=True)
class Owned:
    """A force with its owner and the rule that found it, kept for the forces that follow."""

    link: Link
    actor: Actor | None
    rule: str


_MODIFIERS = ("poss", "amod", "compound", "nmod")

Rule = Callable[[Mentions, Link, Sequence[Owned]], ActorMention | None]
"""Looks for the owner of a linked force; the third argument are the forces before it with theirs."""


def state(m: Mentions, span: Span, code: str, rule: str) -> ActorMention:
    """Return a state as an actor that is not named as one: found by a place, a ship's prefix or a force before."""
    code = sovereign(code) or code
    return ActorMention(span, m.gazetteer.country(code).name, code, "state", None, rule)


def sovereign(code: str | None) -> str | None:
    """Return the state that a country belongs to: Guam's is the United States."""
    return lexicon.records().owning.territories.get(code, code) if code is not None else None


def of_sovereign(m: Mentions, actor: ActorMention) -> ActorMention:
    """Return a territory's actor as that of the state that it belongs to; any other as it is."""
    code = sovereign(actor.code)
    return (
        actor if code is None or code == actor.code else replace(actor, name=m.gazetteer.country(code).name, code=code)
    )


def actor_within(m: Mentions, token: Token) -> ActorMention | None:
    """Return the first actor named among a token and what depends on it."""
    tokens = m.doc.subtree(token)
    span = (tokens[0].start, tokens[-1].end)
    return next((a for a in m.actors if inside(a.span, span)), None)


def actor_at(m: Mentions, word: Token) -> ActorMention | None:
    """Return the actor that a noun is or belongs to: "Russia", "the Pentagon", "Germany's defence minister"."""
    for actor in m.actors:
        if actor.span[0] <= word.start < actor.span[1]:
            return actor
    for kid in m.doc.kids(word, *_MODIFIERS, "appos", "prep"):
        found = actor_within(m, kid) if kid.dep != "prep" or kid.lower == "of" else None
        if found is not None:
            return found
    return None


def only_speaks(m: Mentions, token: Token) -> bool:
    """Return whether an actor is named only as the one who says so: "the Observatory said", "according to the UN"."""
    head = m.doc.tokens[token.head]
    if token.dep == "nsubj" and says(m, head):
        return True
    return token.dep == "pobj" and head.lower == "to" and m.doc.tokens[head.head].lower == "according"


def says(m: Mentions, verb: Token) -> bool:
    """Whether a verb tells who says so: not in "has put its fleet to sea", "promised one for six weeks"."""
    if verb.lemma not in lexicon.reporting().verbs:
        return False
    informs = verb.lemma in lexicon.records().owning.informing
    return informs or not m.doc.kids(verb, "dobj") or bool(m.doc.kids(verb, "ccomp"))
