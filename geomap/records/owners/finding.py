"""Whose force it is. Each rule is tried in turn; the first that answers names itself in the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geomap.language import lexicon
from geomap.language.words import keys_of
from geomap.model import Actor
from geomap.records.context import Mentions
from geomap.records.owners import clauses as owner_clauses
from geomap.records.owners import company as owner_company
from geomap.records.owners import numbers as owner_numbers
from geomap.records.owners import origins as owner_origins
from geomap.records.owners import words as owner_words
from geomap.records.owners.evidence import Evidence
from geomap.records.owners.owned import Owned, Rule, of_sovereign
from geomap.records.owners.salience import heaviest
from geomap.records.triggering import Link

__all__ = ["RULES", "Owned", "own_forces"]

RULES: tuple[tuple[str, Rule], ...] = (
    ("owner-in-phrase", owner_words.in_phrase),
    ("owner-ship", owner_words.ship),
    ("owner-home", owner_words.home),
    ("owner-possessor", owner_words.possessor),
    ("owner-named-body", owner_numbers.named_body),
    ("owner-of-phrase", owner_words.of_phrase),
    ("owner-share", owner_numbers.share),
    ("owner-predicated", owner_numbers.predicated),
    ("owner-gapped", owner_words.gapped),
    ("owner-source", owner_words.source),
    ("owner-partitive", owner_company.partitive),
    ("owner-pronoun", owner_clauses.pronoun),
    ("owner-national-noun", owner_words.national_noun),
    ("owner-joined", owner_company.joined),
    ("owner-estimated", owner_clauses.estimated),
    ("owner-given", owner_clauses.given),
    ("owner-subject", owner_clauses.subject),
    ("owner-speaker", owner_clauses.speaker),
    ("owner-government", owner_clauses.government),
    ("owner-blue-helmets", owner_words.blue_helmets),
    ("owner-origin-country", owner_origins.origin_country),
    ("owner-kin", owner_company.kin),
)


_IN_WORDS = {
    "owner-in-phrase",
    "owner-ship",
    "owner-home",
    "owner-possessor",
    "owner-of-phrase",
    "owner-gapped",
    "owner-named-body",
    "owner-partitive",
    "owner-predicated",
    "owner-share",
}


def own_forces(m: Mentions, links: Sequence[Link]) -> tuple[Owned, ...]:
    """Return an owner, or none, for every linked force in reading order."""
    told: list[Owned | None] = []
    for link in links:
        told.append(_told(m, link, [owned for owned in told if owned is not None]))
    evidence = Evidence(m, [owned for owned in told if owned is not None])
    owned: list[Owned] = []
    for link, known in zip(links, told, strict=True):
        owned.append(known or _untold(evidence, link, owned))
    return owner_numbers.without_joint(owned)


def _told(m: Mentions, link: Link, owned: Sequence[Owned]) -> Owned | None:
    for name, rule in RULES:
        if name not in _IN_WORDS and _nameless(m, link):
            return Owned(link, None, "owner-nameless")
        if name not in _IN_WORDS and "place-bracketed" in link.rules and link.force.elided:
            return None  # "then come Romania with 1,148, Poland with 1,033": no clause tells whose they are
        found = rule(m, link, owned)
        if found is not None:
            found = of_sovereign(m, found)
            actor = _grouped(link, found.value(), name) if found.kind == "state" else found.value()
            return Owned(link, actor, name)
    return None


def _nameless(m: Mentions, link: Link) -> bool:
    """Reading 16 of the contract: "foreign fighters", "gunmen" are nobody's unless the words beside them say so.

    "2,000 of them" are whoever's the "Taliban gunmen" told before were.
    """
    if link.force.elided and any(m.doc.text[slice(*actor.span)] in link.force.text for actor in m.actors):
        return False
    return _any_of(lexicon.records().owning.nameless).search(link.force.text) is not None


def _grouped(link: Link, actor: Actor, rule: str) -> Actor:
    """Reading 16 of the contract: "Colombian mercenaries" are a group of their own, not Colombia's."""
    if rule != "owner-in-phrase" or not _any_of(lexicon.records().owning.hired).search(link.force.text):
        return actor
    return Actor(name=link.force.text, code="-".join(keys_of(link.force.text)), span=link.force.span)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _untold(evidence: Evidence, link: Link, before: Sequence[Owned]) -> Owned:
    """Give the force to who has the one that its number is told of, else to the actor that the passage is about."""
    told = owner_numbers.antecedent(link, before)
    if told is not None:
        return told
    best = heaviest(evidence, link, before)
    if best is None:
        return Owned(link, None, "owner-unknown")
    return Owned(link, best.actor, "owner-salient")
