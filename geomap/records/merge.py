"""Keeps one entry for one force.

Repeats give their evidence to the first, bare restatements give way, parts find their total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.model import Category, Status
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, codes, place_keys

_DASHED = re.compile(r"\s*(?:[—–:(]| - )\s*")
_AND = re.compile(r",? (?:and |as well as )?")
_OF_TOTAL = re.compile(r"\bof (?:the|those|these|its|their) $", re.IGNORECASE)
_PART_REACH = 400
"""Characters between a total and its parts."""

_MANY = 50
"""From this number on, the same one coming and going is one force told twice; of a few soldiers it is chance."""

_SOME = 20
"""From this number on, the same one in the same country is one force told again."""

_CARRIED = {"place-carried", "place-there"}
_UNSURE_OWNERS = {"owner-of-previous", "owner-of-paragraph", "owner-of-article", "owner-unknown"}


@cache
def _part_between() -> re.Pattern[str]:
    """ "6,000 troops, including 300 Britons"."""
    return re.compile(rf"\b(?:{'|'.join(lexicon.records().counting.parts)})\b", re.IGNORECASE)


@cache
def _part_after() -> re.Pattern[str]:
    """ "300 of them"."""
    words = lexicon.records().counting
    openers, pronouns = "|".join(words.partitive), "|".join(words.partitive_pronouns)
    return re.compile(rf"^\s*(?:{openers}) (?:{pronouns})\b", re.IGNORECASE)


def merge(m: Mentions, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Merge repeats and drop restatements; ``part_of`` indices are set on the result."""
    kept: list[Draft] = []
    for draft in drafts:
        index = next((i for i, other in enumerate(kept) if _repeats(other, draft)), None)
        if index is not None:
            kept[index] = _joined(kept[index], draft)
            continue
        kept.append(draft)
    kept = [d for d in kept if not _announced(d, [o for o in kept if o is not d])]
    stated = [d for d in kept if not (d.generic and _restates(d, [o for o in kept if o is not d]))]
    return tuple(_parts(m, stated))


def _repeats(one: Draft, other: Draft) -> bool:
    """The same number of the same kind, by the same actor, at a place that does not contradict."""
    if one.quantity is None and other.quantity is None:
        return _same_words(one, other)
    return one.quantity is not None and other.quantity is not None and _same_count(one, other) and _at_one(one, other)


def _same_words(one: Draft, other: Draft) -> bool:
    """Forces without a number repeat each other in the same words, as so and at the same place."""
    return (
        one.force.text.casefold() == other.force.text.casefold()
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


def _announced(draft: Draft, others: Sequence[Draft]) -> bool:
    """A kind of arms without a number ("main battle tanks"), when the same sentence goes on to count them."""
    if draft.quantity is not None:
        return False
    if draft.force.category is Category.NAVAL and draft.link.force.named and _counted_before(draft, others):
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


def _counted_before(draft: Draft, others: Sequence[Draft]) -> bool:
    """ "Two destroyers, USS Bulkeley and USS Roosevelt": the names tell which ships were counted."""
    return any(
        o.force.category is Category.NAVAL
        and (o.number() or (0, 0))[0] not in {None, 0, 1}
        and o.link.head.sentence == draft.link.head.sentence
        and 0 <= draft.link.force.start - o.link.force.end <= 40
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
        if (weak or other.code == draft.code) and not other.generic and other.status is not Status.DENIED:
            told |= place_keys(other.locations + other.origins)
            told_codes |= codes(other.locations + other.origins)
    return bool(wanted) and (
        wanted <= told
        or (bool(wanted_codes) and wanted_codes <= told_codes)
        or (not draft.locations and not draft.origins)
    )


def _parts(m: Mentions, drafts: Sequence[Draft]) -> list[Draft]:
    result = list(drafts)
    for index, draft in enumerate(result):
        total = _total(m, result, index)
        if total is not None:
            result[index] = replace(draft, part_of=total, rules=(*draft.rules, "part-of-total"))
    return result


def _total(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """Return the entry that this one is counted in, where the text says so."""
    part = drafts[index]
    number = part.number()
    for earlier in range(index - 1, -1, -1):
        whole = drafts[earlier]
        if part.link.force.start - whole.link.force.end > _PART_REACH:
            return None
        between = m.doc.text[whole.link.force.end : part.link.force.start]
        after = m.doc.text[part.link.force.end : part.link.force.end + 20]
        total = whole.number()
        fits = number is None or total is None or (number[0] or number[1] or 0) <= (total[1] or total[0] or 0)
        if not fits:
            continue
        says = _part_between().search(between) is not None and "." not in between.rstrip()[:-1]
        partitive = part.link.force.elided and _part_after().match(after) is not None
        of_total = (
            _OF_TOTAL.search(m.doc.text[max(0, whole.link.force.start - 12) : whole.link.force.start]) is not None
        )
        if _DASHED.fullmatch(between) or (
            index
            and drafts[index - 1].part_of == earlier
            and _AND.fullmatch(m.doc.text[drafts[index - 1].link.force.end : part.link.force.start])
        ):
            return earlier
        if partitive or says:
            return earlier if whole.part_of is None or partitive else whole.part_of
        if of_total and whole.link.head.sentence == part.link.head.sentence and whole.number() != number:
            return earlier
    return None
