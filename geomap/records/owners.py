"""Whose force it is. Each rule is tried in turn; the first that answers names itself in the record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from geomap.language import lexicon
from geomap.language.words import keys_of
from geomap.model import Actor
from geomap.records import owner_clauses, owner_words
from geomap.records.context import Mentions
from geomap.records.owned import Owned, Rule, acting_before
from geomap.records.triggering import Link

__all__ = ["RULES", "Owned", "own_forces"]

RULES: tuple[tuple[str, Rule], ...] = (
    ("owner-in-phrase", owner_words.in_phrase),
    ("owner-ship", owner_words.ship),
    ("owner-home", owner_words.home),
    ("owner-possessor", owner_words.possessor),
    ("owner-of-phrase", owner_words.of_phrase),
    ("owner-gapped", owner_words.gapped),
    ("owner-kin", owner_words.kin),
    ("owner-pronoun", owner_clauses.pronoun),
    ("owner-subject", owner_clauses.subject),
    ("owner-blue-helmets", owner_words.blue_helmets),
    ("owner-origin-country", owner_clauses.origin_country),
)


def own_forces(m: Mentions, links: Sequence[Link]) -> tuple[Owned, ...]:
    """Return an owner, or none, for every linked force in reading order."""
    owned: list[Owned] = []
    for link in links:
        owned.append(_told(m, link, owned) or _untold(m, link, owned))
    return _default(owned)


def _told(m: Mentions, link: Link, owned: Sequence[Owned]) -> Owned | None:
    for name, rule in RULES:
        found = rule(m, link, owned)
        if found is not None:
            actor = _grouped(link, found.value(), name) if found.kind == "state" else found.value()
            return Owned(link, actor, name)
    return None


def _grouped(link: Link, actor: Actor, rule: str) -> Actor:
    """Reading 16 of the contract: "Colombian mercenaries" are a group of their own, not Colombia's."""
    if rule != "owner-in-phrase" or not _any_of(lexicon.records().owning.hired).search(link.force.text):
        return actor
    return Actor(name=link.force.text, code="-".join(keys_of(link.force.text)), span=link.force.span)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _untold(m: Mentions, link: Link, owned: Sequence[Owned]) -> Owned:
    """Carry the owner of an earlier force on: of the noun left out, or of the last force or actor of the paragraph."""
    if not link.force.elided and _any_of(lexicon.records().owning.nameless).search(link.force.text):
        return Owned(link, None, "owner-nameless")
    known = [o for o in owned if o.actor is not None]
    if link.force.elided:
        antecedents = [o for o in known if o.link.force.text == link.force.text]
        if antecedents:
            return Owned(link, antecedents[-1].actor, "owner-of-antecedent")
    block = _block(m, link)
    near = [o for o in known if _block(m, o.link) == block]
    if near:
        return Owned(link, near[-1].actor, "owner-of-previous")
    before = acting_before(m, link.force.start)
    if before is not None:
        return Owned(link, before.value(), "owner-of-paragraph")
    if owned and owned[-1].actor is not None:
        return Owned(link, owned[-1].actor, "owner-of-previous")
    return Owned(link, None, "owner-unknown")


def _block(m: Mentions, link: Link) -> int:
    return m.doc.sentences[link.head.sentence].block


def _default(owned: list[Owned]) -> tuple[Owned, ...]:
    """Give what is left to the actor that owns most forces of the article."""
    counts = Counter(o.actor.code for o in owned if o.actor is not None)
    if not counts:
        return tuple(owned)
    top = max(counts, key=lambda code: (counts[code], str(code)))
    chosen = next(o.actor for o in owned if o.actor is not None and o.actor.code == top)
    return tuple(
        Owned(o.link, chosen, "owner-of-article") if o.actor is None and o.rule != "owner-nameless" else o
        for o in owned
    )
