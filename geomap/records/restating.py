"""Entries that tell again what another tells: a headline, a denial of a claim, "the frigate" behind "a frigate"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from geomap.model import Status
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, codes, place_keys

_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|his|her) $", re.IGNORECASE)
_DEFINITE_REACH = 8
_AHEAD = {"will", "would", "shall", "should", "could", "may", "might", "'ll", "wo"}
_LONGEST_TITLE = 120
"""Characters of the longest first line that counts as a headline."""


def told_again(m: Mentions, drafts: Sequence[Draft]) -> tuple[list[Draft], list[tuple[Draft, str]]]:
    """Return the entries without those that others tell too, and these with the rule; what they add is kept."""
    kept = list(drafts)
    left: list[tuple[Draft, str]] = []
    for draft in drafts:
        for rule, same, take in RULES:
            other = next((i for i, o in enumerate(kept) if o is not draft and same(m, draft, o)), None)
            if other is not None and any(d is draft for d in kept):
                kept[other] = take(kept[other], draft)
                kept = [d for d in kept if d is not draft]
                left.append((draft, rule))
                break
    return kept, left


def _headline(m: Mentions, draft: Draft, other: Draft) -> bool:
    """A headline's force is that of the text below, told there with more."""
    end = m.doc.text.find("\n")
    line = m.doc.text[: max(end, 0)].rstrip()
    if not 0 < len(line) <= _LONGEST_TITLE or line.endswith((".", "!", "”", '"')):
        return False
    above = draft.link.force.start < end < other.link.force.start
    number = draft.quantity is None or draft.number() == other.number()
    guessed = "owner-salient" in draft.rules or other.code is None  # a headline leaves out whose it is
    return above and number and _alike(draft, other, owned=not guessed)


def _denied_again(m: Mentions, draft: Draft, other: Draft) -> bool:
    """ "Kigali denies that it has any troops in Congo": of what was claimed before (reading 21)."""
    if draft.status is not Status.DENIED or other.status is Status.DENIED or draft.quantity is not None:
        return False
    ahead = any(
        kid.lower in _AHEAD for i in draft.link.verbs for kid in m.doc.kids(m.doc.tokens[i], "aux")
    )  # that none will be sent is news
    before = other.link.force.start < draft.link.force.start
    return "status-denial-deny" in draft.rules and before and not ahead and _alike(draft, other)


def _definite(m: Mentions, draft: Draft, other: Draft) -> bool:
    """ "The marines will stay", behind "300 marines landed": the same noun with an article, at the same place."""
    start = draft.link.force.start
    definite = _DEFINITE.search(m.doc.text[max(0, start - _DEFINITE_REACH) : start]) is not None
    plain = draft.quantity is None and not draft.link.force.named and draft.status is not Status.DENIED
    if not (definite and plain) or other.link.force.start > start or other.status is Status.DENIED:
        return False
    same_noun = _noun(m, draft) == _noun(m, other) and draft.link.force.singular == other.link.force.singular
    counted = other.quantity is not None and draft.outward == other.outward
    return same_noun and counted and _alike(draft, other)


def _alike(one: Draft, other: Draft, *, owned: bool = True) -> bool:
    """The same kind of the same actor (unless not ``owned``), at a place of the other or in the country of it."""
    if (owned and one.code != other.code) or one.force.category is not other.force.category:
        return False
    mine, theirs = one.locations + one.origins, other.locations + other.origins
    return bool(place_keys(mine) & place_keys(theirs)) or (owned and bool(codes(mine) & codes(theirs)))


def _noun(m: Mentions, draft: Draft) -> str:
    return draft.link.force.head_term(m.doc.text).casefold().split()[-1]


def _with_more(first: Draft, again: Draft) -> Draft:
    return replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *again.evidence))),
        time=first.time or again.time,
        source=first.source or again.source,
        origins=first.origins or again.origins,
    )


def _doubted(first: Draft, again: Draft) -> Draft:
    return replace(_with_more(first, again), hedged=True)


RULES: tuple[tuple[str, Callable[[Mentions, Draft, Draft], bool], Callable[[Draft, Draft], Draft]], ...] = (
    ("headline-restates", _headline, _with_more),
    ("denial-of-told", _denied_again, _doubted),
    ("definite-restates", _definite, _with_more),
)
