"""Forces that are no deployment because of what befell them: killed, wounded, captured, lost, spent."""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.language import lexicon
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.exclusions.words import fells, harm_verbs, of_people, role_of, top_of
from geomap.records.triggering import Link

_ON_MISSIONS = {Category.PERSONNEL, Category.UNIT, Category.NAVAL}
_OBJECTS = {"dobj", "obj", "nsubjpass"}
_ARGUMENTS = {*_OBJECTS, "nsubj"}
_REACH = 110
_HURT_REACH = 40
_PARTITIVE = re.compile(r"^ of (?:them|these|those|whom|which)\b")
_ASIDE = re.compile(r"^,[^,.;]{1,60},")
"""What may stand between people and what befell them: "27 soldiers, their general among them, were killed"."""


def _harmed_by_verb(m: Mentions, link: Link) -> bool:
    """ "20 soldiers were killed", "20 soldiers died"."""
    role, verb = role_of(m, link)
    return verb is not None and verb.lemma in harm_verbs() and role in _ARGUMENTS


def _spent(m: Mentions, link: Link) -> bool:
    """ "fired 20 missiles", "lost 20 tanks"; people and ships are seized and launched without being spent."""
    role, verb = role_of(m, link)
    words = lexicon.records().excluding
    if verb is None or verb.lemma not in words.spending_verbs or role not in _OBJECTS:
        return False
    return verb.lemma not in words.mission_verbs or link.force.category not in _ON_MISSIONS


def _felled(m: Mentions, link: Link) -> bool:
    """ "brought down two helicopters"."""
    role, verb = role_of(m, link)
    return verb is not None and role in {"dobj", "nsubjpass"} and fells(m, verb)


def _booty(m: Mentions, link: Link) -> bool:
    """ "drove off with 99 rifles": what somebody gets away with is taken."""
    top = top_of(m, link)
    with_ = m.doc.tokens[top.head]
    verb = m.doc.tokens[with_.head]
    if top.dep != "pobj" or with_.lower != "with" or link.force.category in _ON_MISSIONS:
        return False
    away = any(kid.lower in {"off", "away"} and kid.index < with_.index for kid in m.doc.kids(verb, "prt", "advmod"))
    return away and verb.lemma in lexicon.records().excluding.robbing_verbs


def _captive(m: Mentions, link: Link) -> bool:
    """ "took 20 soldiers prisoner"."""
    _, verb = role_of(m, link)
    words = lexicon.records().excluding
    if verb is None or verb.lemma not in words.capturing_verbs:
        return False
    return any(kid.lower in words.captives for kid in m.doc.kids(verb))


def _harmed_in_phrase(m: Mentions, link: Link) -> bool:
    """ "20 soldiers killed at Gao", "wounded soldiers", "the dead", "20 soldiers dead"."""
    doc, head = m.doc, link.head
    words = lexicon.records().excluding
    participles = harm_verbs() | words.harm_participles
    behind = (kid for kid in doc.kids(head, "acl", "relcl") if kid.tag == "VBN" and kid.index > head.index)
    return (
        any(kid.lemma in participles for kid in behind)
        or any(kid.lemma in harm_verbs() for kid in doc.kids(head, "amod"))
        or head.lower in words.harmed
    )


def _harmed_after(m: Mentions, link: Link) -> bool:
    """ "20 soldiers dead", "20 soldiers were killed", whatever the parse says."""
    behind = _PARTITIVE.sub("", m.doc.text[link.force.end : link.force.end + _REACH].lower(), count=1)
    behind = _ASIDE.sub("", behind, count=1)
    following = re.findall(r"[\w'’-]+", behind)
    phrases = [phrase.split() for phrase in lexicon.records().excluding.harmed_after]
    return any(following[: len(phrase)] == phrase for phrase in phrases)


def _harmed_before(m: Mentions, link: Link) -> bool:
    """ "killing, by the government's own admission, 125 soldiers", whatever the parse says."""
    sentence = m.doc.sentences[link.head.sentence]
    before = m.doc.tokens_in((max(sentence.start, link.force.start - _REACH), link.force.start))
    for token in reversed(before):
        if token.tag == "VBG" and token.lemma in harm_verbs():
            return True
        if token.is_verb or token.text in {";", ":", "—", "–"} or token.lower in {"that", "which", "who"}:
            return False
    return False


def _harmed_next(m: Mentions, link: Link) -> bool:
    """ "38 Peruvian soldiers and 11 Ecuadorian ones had been killed": the next verb tells what befell them."""
    sentence = m.doc.sentences[link.head.sentence]
    behind = m.doc.tokens_in((link.force.end, min(sentence.end, link.force.end + _REACH)))
    verb = next((t for t in behind if t.is_verb and t.pos != "AUX" and t.start >= link.force.end), None)
    if verb is None or verb.lemma not in harm_verbs() or not m.doc.kids(verb, "auxpass"):
        return False
    return not any(t.dep in {"nsubj", "mark"} or t.text in {";", ":"} for t in behind if t.start < verb.start)


def _loss(m: Mentions, link: Link) -> bool:
    """ "the loss of three tanks", "the funeral of two soldiers"."""
    top = top_of(m, link)
    noun = m.doc.tokens[m.doc.tokens[top.head].head]
    return top.dep == "pobj" and noun.lemma in lexicon.records().excluding.loss_nouns


def _harmed_number(m: Mentions, link: Link) -> bool:
    """ "killed 20 and wounded 40": a number without its noun in a sentence on the harmed."""
    if not link.force.elided and not of_people(link):
        return False
    sentence = m.doc.sentences[link.head.sentence]
    harmed = any(t.lemma in harm_verbs() and t.tag.startswith("VB") for t in m.doc.sentence_tokens(sentence))
    return harmed and (of_people(link) or not (link.locations or link.origins))


def _left_hurt(m: Mentions, link: Link) -> bool:
    """ "leaving more than 100 Americans with brain injuries"."""
    role, verb = role_of(m, link)
    if verb is None or verb.lemma != "leave" or role not in _OBJECTS:
        return False
    behind = m.doc.tokens_in((link.force.end, link.force.end + _HURT_REACH))
    following = [t for t in behind if t.start >= link.force.end]
    hurt = lexicon.records().excluding.hurts
    return bool(following) and following[0].lower == "with" and any(t.lemma in hurt for t in following)


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    ("no-deployment-harm", _harmed_by_verb),
    ("no-deployment-spent", _spent),
    ("no-deployment-spent", _felled),
    ("no-deployment-spent", _booty),
    ("no-deployment-harm", _left_hurt),
    ("no-deployment-prisoners", _captive),
    ("no-deployment-harm", _harmed_in_phrase),
    ("no-deployment-loss", _loss),
    ("no-deployment-harm", _harmed_after),
    ("no-deployment-harm", _harmed_number),
    ("no-deployment-harm", _harmed_before),
    ("no-deployment-harm", _harmed_next),
)
