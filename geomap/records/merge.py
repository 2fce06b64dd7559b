"""Keeps one entry for one force.

Repeats give their evidence to the first, bare restatements give way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.model import Category, Status
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, codes, place_keys
from geomap.records.restating import told_again
from geomap.records.totals.parts import parts

_MANY = 50
"""From this number on, the same one coming and going is one force told twice; of a few soldiers it is chance."""

_SOME = 20
"""From this number on, the same one in the same country is one force told again."""

_CARRIED = {"place-salient", "place-there"}
_UNSURE_OWNERS = {"owner-salient", "owner-unknown"}


_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What is left when repeats are one, and each draft that gave way with the rule by which it did."""

    drafts: tuple[Draft, ...]
    left: tuple[tuple[Draft, str], ...]


def merge(m: Mentions, drafts: Sequence[Draft]) -> Merged:
    """Merge repeats and drop restatements; ``part_of`` indices are set on the result."""
    kept: list[Draft] = []
    left: list[tuple[Draft, str]] = []
    alike: dict[_Key, list[int]] = {}
    ships: list[int] = []
    for draft in drafts:
        index = next((i for i in ships if _same_ships(kept[i], draft)), None)
        if index is not None:
            kept[index] = replace(_joined(kept[index], draft), quantity=draft.quantity)
            left.append((draft, "merged-repeat"))
            continue
        if "force-ship-names" in draft.rules:
            ships.append(len(kept))
        same = alike.setdefault(_key(draft), [])
        index = next((i for i in same if _repeats(kept[i], draft)), None)
        if index is not None:
            kept[index] = _joined(kept[index], draft)
            left.append((draft, "merged-repeat"))
            continue
        same.append(len(kept))
        kept.append(draft)
    kept, again = told_again(m, kept)
    left.extend(again)
    for rule, gives_way in (("announced-then-counted", _announced), ("restates", _restated)):
        # Only what has no number gives way to others.
        giving_way = [d.quantity is None and gives_way(m, d, [o for o in kept if o is not d]) for d in kept]
        left.extend((draft, rule) for draft, gone in zip(kept, giving_way, strict=True) if gone)
        kept = [draft for draft, gone in zip(kept, giving_way, strict=True) if not gone]
    return Merged(tuple(parts(m, kept)), tuple(left))


def _key(draft: Draft) -> _Key:
    """What two drafts share if one repeats the other, so that a list of thousands is no matter of millions of pairs."""
    if draft.quantity is None:
        return draft.code, _words(draft)
    return draft.code, draft.force.category, draft.number()


def _same_ships(named: Draft, counted: Draft) -> bool:
    """ "The frigates Alsace and Languedoc" are "the two frigates" at the same place."""
    names = 1 + len(_PARTED.findall(named.force.text))
    same = counted.number() == (names, names) and counted.force.category is Category.NAVAL
    places = place_keys(counted.locations + counted.origins) & place_keys(named.locations + named.origins)
    return same and counted.code == named.code and bool(places)


_PARTED = re.compile(r",? and |, ")
_SHIP = re.compile(r"(?:(?:[A-Z]{2,5}|[a-z-]+|[A-Z][a-z]+ (?=[a-z])) ?)*(?=[A-ZÀ-Þ])")


def _words(draft: Draft) -> str:
    """Return the words that tell an unnumbered force: of a ship its name alone ("the carrier Nimitz", "the Nimitz")."""
    force = draft.force
    ship = force.category is Category.NAVAL and draft.link.force.named and draft.link.force.singular
    name = _SHIP.sub("", force.text, count=1).split()[-1:] if ship else []
    return (name[0] if name else force.text).casefold()


def _restated(_m: Mentions, draft: Draft, others: Sequence[Draft]) -> bool:
    return draft.generic and _restates(draft, others)


def _repeats(one: Draft, other: Draft) -> bool:
    """The same number of the same kind, by the same actor, at a place that does not contradict."""
    if one.link.head.sentence == other.link.head.sentence and _told_apart(one, other):
        return False
    if one.quantity is None and other.quantity is None:
        return _same_words(one, other)
    return one.quantity is not None and other.quantity is not None and _same_count(one, other) and _at_one(one, other)


def _told_apart(one: Draft, other: Draft) -> bool:
    """ "Two C-17s and two C-130s": one sentence hardly tells one force twice under two names."""
    return not other.link.force.elided and one.force.text.casefold() != other.force.text.casefold()


def _same_words(one: Draft, other: Draft) -> bool:
    """Forces without a number repeat each other in the same words, as so and at the same place."""
    return (
        _words(one) == _words(other)
        and one.code == other.code
        and one.outward == other.outward
        and bool(place_keys(one.locations + one.origins) & place_keys(other.locations + other.origins))
        and one.status == other.status
    )


def _same_count(one: Draft, other: Draft) -> bool:
    if one.number() != other.number() or one.force.category != other.force.category or one.code != other.code:
        return False
    if one.outward == other.outward:
        return True
    low, high = one.number() or (None, None)
    few = low == high and (low or 0) < _MANY
    return not few and {one.status, other.status} != {Status.PAST, Status.ACTUAL}


def _at_one(one: Draft, other: Draft) -> bool:
    """Whether two forces of one number share a place, or the second is told again without its own."""
    mine, theirs = one.locations + one.origins, other.locations + other.origins
    if place_keys(mine) & place_keys(theirs):
        return True
    low, high = one.number() or (None, None)
    if (high or low or 0) < _SOME:
        return False
    # "the 300 …" told again without its place, or with the country instead of the town.
    carried = not _CARRIED.isdisjoint(other.rules)
    return carried or (bool(codes(mine) & codes(theirs)) and _definite(other))


def _announced(m: Mentions, draft: Draft, others: Sequence[Draft]) -> bool:
    """A kind of arms without a number ("main battle tanks"), when the same sentence goes on to count them."""
    if draft.quantity is not None:
        return False
    if draft.force.category is Category.NAVAL and draft.link.force.named and _counted_before(m, draft, others):
        return True
    if draft.recipient is None:
        return False
    return any(
        o.quantity is not None
        and o.recipient is not None
        and o.force.category is draft.force.category
        and o.link.head.sentence == draft.link.head.sentence
        and o.link.force.start > draft.link.force.start
        for o in others
    )


_NAMES = re.compile(
    r"(?: of [^,;.:]{3,40})?(?:, | \(|: | [-–—] )(?:namely )?(?:the )?"
    r"(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*(?:, and |, | and )(?:the )?)*"
)
"""What stands between ships that were counted and one of their names."""


def _counted_before(m: Mentions, draft: Draft, others: Sequence[Draft]) -> bool:
    """ "Two destroyers, USS Bulkeley and USS Roosevelt": the names tell which were counted; "a frigate, HMS X"."""
    return any(
        o.force.category is Category.NAVAL
        and (o.number() or (0, 0))[0] not in {None, 0}
        and o.link.head.sentence == draft.link.head.sentence
        and _NAMES.fullmatch(m.doc.text[o.link.force.end : draft.link.force.start]) is not None
        for o in others
    )


def _definite(draft: Draft) -> bool:
    """Whether a force only takes up one told before: a bare number, or one with nothing done to it."""
    return draft.link.force.elided or draft.link.rules[:1] == ("trigger-none",)


def _joined(first: Draft, again: Draft) -> Draft:
    return replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *again.evidence))),
        time=first.time or again.time,
        source=first.source or again.source,
        action=again.action if first.link.trigger is None and again.link.trigger is not None else first.action,
        recipient=first.recipient or again.recipient,
        origins=first.origins or again.origins,
        locations=first.locations or again.locations,
        rules=(*first.rules, "merged-repeat"),
    )


def _restates(draft: Draft, others: Sequence[Draft]) -> bool:
    """A bare "troops" whose places are those of entries of the same actor says nothing new; a denial does."""
    if draft.status is Status.DENIED:
        return False
    wanted = place_keys(draft.locations + draft.origins)
    wanted_codes = codes(draft.locations + draft.origins)
    told: set[str] = set()
    told_codes: set[str] = set()
    weak = not _UNSURE_OWNERS.isdisjoint(draft.rules)
    for other in others:
        listed = (
            other.link.head.sentence == draft.link.head.sentence and other.force.category is not draft.force.category
        )
        if listed:
            continue  # "troops and rocket launchers": a list of kinds restates nothing
        if draft.outward and not other.outward and "change-of-strength" not in other.rules:
            continue  # that it leaves is news of a force that was there
        if (weak or other.code == draft.code) and not other.generic and other.status is not Status.DENIED:
            told |= place_keys(other.locations + other.origins)
            told_codes |= codes(other.locations + other.origins)
    return bool(wanted) and (
        wanted <= told
        or (bool(wanted_codes) and wanted_codes <= told_codes)
        or (not draft.locations and not draft.origins)
    )
