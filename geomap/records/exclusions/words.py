"""What the rules of exclusion share: verbs of harm and attack, and what a force is an argument of."""

from __future__ import annotations

from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import EventType
from geomap.records.context import Mentions
from geomap.records.triggering import Link

_ATTACKS = {EventType.ATTACK, EventType.STRIKE, EventType.SHELLING, EventType.EXPLOSION}
_LONGEST_LIST = 6


@cache
def harm_verbs() -> frozenset[str]:
    """Return the verbs that tell what befalls people: "kill", "wound", "capture"."""
    return frozenset(verb for harm in lexicon.events().harm for verb in harm.verbs)


@cache
def attack_verbs() -> frozenset[str]:
    """Return the verbs of attack, but for those that say too little of who attacks."""
    verbs = (verb for frame in lexicon.events().frames if frame.type in _ATTACKS for verb in frame.verbs)
    return frozenset(verbs) - lexicon.records().excluding.unclear_attacks


def top_of(m: Mentions, link: Link) -> Token:
    """Follow coordination up to the noun that carries the role of all."""
    current = link.head
    for _ in range(_LONGEST_LIST):
        head = m.doc.tokens[current.head]
        if current.dep == "pobj" and head.lower == "of" and head.head != head.index:
            number = m.doc.tokens[head.head]  # "37 of the attackers", "a column of 150 vehicles"
            group = number.lower in lexicon.forces().containers
            if number.pos == "NUM" or group or number.lower in lexicon.records().excluding.some:
                current = number
                continue
        if current.dep not in {"conj", "appos", "nummod"} or head.index == current.index:
            break
        if head.pos not in {"NOUN", "PROPN", "NUM"}:
            break
        current = head
    return current


def role_of(m: Mentions, link: Link) -> tuple[str, Token | None]:
    """Return the verb that a force, or the list it stands in, is an argument of, and as which."""
    top = top_of(m, link)
    verb = m.doc.tokens[top.head]
    return (top.dep, verb) if verb.index != top.index and verb.is_verb else ("", None)


def of_people(link: Link) -> bool:
    """Return whether a force is told by the name of its people: "300 Americans"."""
    return "force-people" in link.force.rules


def few(link: Link) -> bool:
    """Return whether a force is one thing or one man."""
    quantity = link.force.quantity
    return quantity is not None and (quantity.max or 0) <= 1


def fells(m: Mentions, verb: Token) -> bool:
    """Return whether a verb tells that something was brought or shot down."""
    felling = verb.lemma in lexicon.records().excluding.felling_verbs
    return felling and any(kid.lower == "down" for kid in m.doc.kids(verb))
