"""Forces that are no deployment: the dead, the attackers and munitions of an event, the sizes of whole armies."""

from __future__ import annotations

from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.words import words_of
from geomap.model import Category, Echelon, EventType
from geomap.records.context import Mentions
from geomap.records.links import Link

_SPENT = {
    "fire",
    "launch",
    "destroy",
    "down",
    "intercept",
    "sink",
    "lose",
    "damage",
    "hit",
    "wreck",
    "shoot",
    "defuse",
    "burn",
    "seize",
    "repel",
    "disable",
    "volley",
}
_LOSSES = {
    "loss",
    "death",
    "killing",
    "funeral",
    "burial",
    "body",
    "remains",
    "coffin",
    "casualty",
    "wound",
    "sacrifice",
    "capture",
    "crew",
}
_ATTACKS = {EventType.ATTACK, EventType.STRIKE, EventType.SHELLING, EventType.EXPLOSION}
_WHOLE = {"army", "military", "navy", "force", "air force"}


@cache
def _harm_verbs() -> frozenset[str]:
    return frozenset(verb for harm in lexicon.events().harm for verb in harm.verbs)


@cache
def _attack_verbs() -> frozenset[str]:
    return frozenset(
        verb
        for frame in lexicon.events().frames
        if frame.type in _ATTACKS
        for verb in frame.verbs
        if verb not in {"hit"}
    )


def excluded(m: Mentions, link: Link) -> str | None:
    """Return the name of the rule by which a force is no deployment, or ``None``."""
    head = link.head
    doc = m.doc
    top = _top(m, head)
    verb = doc.tokens[top.head]
    if top.head != top.index and verb.is_verb:
        if verb.lemma in _harm_verbs() and top.dep in {"nsubj", "nsubjpass", "dobj", "obj"}:
            return "no-deployment-harm"
        if (
            verb.lemma in _SPENT
            and (top.dep == "nsubjpass" or top.dep in {"dobj", "obj"})
            and not (
                verb.lemma in {"seize", "launch"}
                and link.force.category in {Category.PERSONNEL, Category.UNIT, Category.NAVAL}
            )
        ):
            return "no-deployment-spent"
        if verb.lemma in _attack_verbs() and top.dep == "nsubj" and link.force.quantity is None:
            return "no-deployment-attacker"
        if verb.lemma in _attack_verbs() and top.dep in {"dobj", "nsubjpass"}:
            return "no-deployment-target"
        if (
            verb.lemma in {"bring", "shoot", "take"}
            and top.dep in {"dobj", "nsubjpass"}
            and any(k.lower == "down" for k in doc.kids(verb))
        ):
            return "no-deployment-spent"
        if verb.lemma in {"take"} and any(k.lower in {"prisoner", "captive", "hostage"} for k in doc.kids(verb)):
            return "no-deployment-prisoners"
    if any(
        kid.lemma in _harm_verbs() | {"capture"} and kid.tag == "VBN" and kid.index > head.index
        for kid in doc.kids(head, "acl", "relcl")
    ):
        return "no-deployment-harm"
    if any(kid.lemma in _harm_verbs() for kid in doc.kids(head, "amod")) or head.lower in {"dead", "wounded", "killed"}:
        return "no-deployment-harm"
    if top.dep == "pobj" and _loss(doc.tokens[doc.tokens[top.head].head]):
        return "no-deployment-loss"
    following = doc.text[link.force.end : link.force.end + 30].lower().split()
    if following[:1] in (["dead"], ["killed"], ["wounded"], ["injured"]) or following[:2] in (
        ["were", "killed"],
        ["were", "wounded"],
        ["have", "died"],
        ["was", "killed"],
    ):
        return "no-deployment-harm"
    if _like(doc.text, link.force.start) or _appositive_ship(m, link):
        return "no-deployment-comparison"
    if link.force.echelon is Echelon.ARMY and link.force.quantity is None:
        return "no-deployment-whole-army"
    if link.force.category in _MUNITIONS and link.trigger is None and _fighting(m, head):
        return "no-deployment-munition"
    modifiers = {word.key for word in words_of(link.force.text)}
    if modifiers & {
        "former",
        "retired",
        "ex",
        "fallen",
        "late",
        "veteran",
        "disabled",
        "wounded",
        "driverless",
        "dead",
        "captured",
    }:
        return "no-deployment-former"
    if link.force.elided or "force-people" in link.force.rules:
        sentence = doc.sentences[head.sentence]
        harmed = any(t.lemma in _harm_verbs() and t.tag.startswith("VB") for t in doc.sentence_tokens(sentence))
        if harmed and ("force-people" in link.force.rules or not (link.locations or link.origins)):
            return "no-deployment-harm"
        if link.trigger is None and not link.locations:
            return "no-deployment-number"
    after = doc.text[link.force.end : link.force.end + 40].lower()
    if (
        "from their homes" in after
        or "homeless" in after
        or after.lstrip().startswith(("people", "civilians", "refugees", "families"))
    ):
        return "no-deployment-people"
    quantity = link.force.quantity
    if quantity is not None and quantity.max == 1 and doc.text[quantity.span[1] : quantity.span[1] + 4] == " of ":
        return "no-deployment-one-of"
    if link.force.generic and link.force.ambiguous and link.force.quantity is not None and link.force.quantity.max == 1:
        return "no-deployment-person"
    strong = link.force.quantity is not None and link.force.quantity.strong
    if (
        strong
        and link.trigger is None
        and link.force.text.lower().split()[-1] in _WHOLE
        and not link.locations
        and not link.origins
    ):
        return "no-deployment-whole-army"
    return None


_MUNITIONS = {Category.MISSILE, Category.UAV, Category.EQUIPMENT}
_FIGHTING = {"fire", "launch", "hit", "strike", "shoot", "down", "intercept", "destroy", "drop", "explode", "kill", "wound", "injure", "burst", "crash", "slam", "land", "fall"}  # fmt: skip


def _fighting(m: Mentions, head: Token) -> bool:
    return any(t.lemma in _FIGHTING and t.tag.startswith("VB") for t in m.clauses.members(head))


def _like(text: str, start: int) -> bool:
    """ "looked like an aircraft carrier": a likeness, no ship."""
    return text[max(0, start - 5) : start].lower() == "like "


def _appositive_ship(m: Mentions, link: Link) -> bool:
    """ "USS Georgia, a guided-missile submarine": the ship told again by its type."""
    quantity = link.force.quantity
    if link.force.category is not Category.NAVAL or quantity is None or quantity.max != 1:
        return False
    return any(
        f.named and f.category is Category.NAVAL and m.doc.text[f.end : link.force.start] == ", "
        for f in m.forces
        if 0 <= link.force.start - f.end <= 3
    )


def _top(m: Mentions, head: Token) -> Token:
    """Follow coordination up to the noun that carries the role of all."""
    current = head
    for _ in range(6):
        if (
            current.dep in {"conj", "appos", "nummod"}
            and current.head != current.index
            and m.doc.tokens[current.head].pos in {"NOUN", "PROPN", "NUM"}
        ):
            current = m.doc.tokens[current.head]
        else:
            break
    return current


def _loss(noun: Token) -> bool:
    return noun.lemma in _LOSSES
