"""Finds the total that an entry is counted in, where the text says so (reading 5 of the contract).

Each rule looks from an entry at those before it; the first that answers names itself. What numbers alone tell, that
those of a list sum up to the total before it, is looked for last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.model import Category, Status
from geomap.records.context import Mentions
from geomap.records.drafts import Draft
from geomap.records.totals.drawn import of_opening, out_of_them, out_of_total, within_reach
from geomap.records.totals.shares import contributed, fits, shared_by
from geomap.records.totals.sums import summed

_LISTED = re.compile(r"[ ]?(?:\([^()]{0,40}\) ?)?(?:[—–:(]| - ) ?(?:(?:some|about|around|up to|the) )?")
_COLON = re.compile(r"[^.;:\n]{1,80}: (?:(?:some|about|the) )?")
"""What stands between a total and its list: "30 ships are in the Black Sea: 12 frigates"."""

_JOINED = re.compile(r"[^.;\n]{0,90}?(?:,|;|and|as well as|plus)[^.\n]{0,60}")
_OF = re.compile(r"\bof (?:the|those|these|its|their)(?: \w+)? $", re.IGNORECASE)
_REACH = 400
"""Characters between a total and its parts."""


_OWN_WORDS = frozenset(
    {
        "owner-in-phrase",
        "owner-of-phrase",
        "owner-possessor",
        "owner-gapped",
        "owner-named-body",
        "owner-predicated",
        "owner-share",
        "owner-subject",
    }
)
"""Rules by which the words of a part tell whose it is."""

_ABOARD_REACH = 30
"""Characters behind people within which the text tells that they are aboard."""


@cache
def _including() -> re.Pattern[str]:
    """ "6,000 troops, including 300 Britons", "Among them are 300 Britons"."""
    cues = "|".join(lexicon.records().counting.parts)
    return re.compile(rf"\b(?:{cues})\b", re.IGNORECASE)


@cache
def _aboard() -> re.Pattern[str]:
    words = "|".join(lexicon.records().counting.aboard)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _carrying() -> re.Pattern[str]:
    """ "the ships carry some 4,500 sailors", "on board the Sierra Madre a few marines"."""
    words = "|".join(lexicon.records().counting.carrying)
    return re.compile(rf"\b(?:{words})\b[^.;]*$", re.IGNORECASE)


def parts(m: Mentions, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with ``part_of`` set to the index of the total of each."""
    result = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.status is Status.DENIED:
            continue  # "none of them will be moved": nobody is no part
        for name, rule in RULES:
            total = rule(m, result, index)
            if total is not None:
                result[index] = _counted_in(result[index], total, result[total], name)
                break
    return _joint(summed(result))


def _joint(drafts: Sequence[Draft]) -> list[Draft]:
    """Take a total from the state that nothing but its part tells of, where its parts are of several."""
    owners: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.part_of is not None and draft.code is not None and not _OWN_WORDS.isdisjoint(draft.rules):
            owners.setdefault(draft.part_of, set()).add(draft.code)
    return [
        replace(draft, actor=None, rules=(*draft.rules, "owner-joint"))
        if len(owners.get(index, ())) > 1 and draft.code in owners[index] and "owner-salient" in draft.rules
        else draft
        for index, draft in enumerate(drafts)
    ]


def _counted_in(part: Draft, index: int, whole: Draft, rule: str) -> Draft:
    """Point a part to its total; one of which nothing else is told is so as the total is."""
    status = whole.status if part.link.trigger is None and part.status is Status.ACTUAL else part.status
    return replace(part, part_of=index, status=status, rules=(*part.rules, rule))


def _gap(m: Mentions, whole: Draft, part: Draft) -> str:
    return m.doc.text[whole.link.force.end : part.link.force.start]


def _said_included(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "including", "among them", "made up of": the entry that the words follow, or that of the part before."""
    part = drafts[index]
    for earlier in within_reach(m, drafts, index):
        whole = drafts[earlier]
        gap = _gap(m, whole, part)
        cues = list(_including().finditer(gap))
        behind = m.doc.text[part.link.force.end : part.link.force.end + 20]
        closing = re.match(r"\s*among them\b", behind) is not None
        said = closing and not any(c in gap for c in ".;\n")
        if cues and not any(c in gap[cues[-1].end() :] for c in ".;\n") and "\n" not in gap:
            said = True
        if said and fits(part, whole):
            return whole.part_of if whole.part_of is not None and not cues else earlier
    return None


def _continued(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """A list of parts goes on: "including 300 Britons, 200 Danes and a Dutch battery"."""
    if not index or drafts[index - 1].part_of is None:
        return None
    previous = drafts[index - 1]
    gap = _gap(m, previous, drafts[index])
    alike = previous.rules[-1] in {"part-including", "part-listed", "part-continued", "part-of-opening"}
    same = previous.link.head.sentence == drafts[index].link.head.sentence
    if alike and same and _JOINED.fullmatch(gap) and not _finite(m, previous, drafts[index]):
        return previous.part_of
    return None


def _drawn_on(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "1,850 of them in South Sudan, 1,250 in Congo and 870 in Lebanon": bare numbers that go on a drawn part."""
    previous = drafts[index - 1] if index else None
    if previous is None or previous.part_of is None or not drafts[index].link.force.elided_by("elided-listed"):
        return None
    same = previous.link.head.sentence == drafts[index].link.head.sentence
    drawn = previous.rules[-1] in {"part-partitive", "part-drawn-on"}
    if drawn and same and _JOINED.fullmatch(_gap(m, previous, drafts[index])):
        return previous.part_of if fits(drafts[index], drafts[previous.part_of]) else None
    return None


def _finite(m: Mentions, one: Draft, other: Draft) -> bool:
    """Whether a new statement begins between two entries: a finite verb with a subject of its own."""
    between = m.doc.tokens_in((one.link.force.end, other.link.force.start))
    return any(t.dep in {"nsubj", "nsubjpass"} and t.start >= one.link.force.end for t in between)


def _listed(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "30 ships: 12 destroyers and 18 frigates", "a contingent - 300 soldiers -"."""
    for earlier in within_reach(m, drafts, index)[:1]:
        whole = drafts[earlier]
        gap = _gap(m, whole, drafts[index])
        alike = whole.force.category is drafts[index].force.category
        if (_LISTED.fullmatch(gap) or (alike and _COLON.fullmatch(gap))) and fits(drafts[index], whole):
            return earlier
    return None


def _on_board(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """Reading 18 of the contract: who is embarked is part of the ship or the group."""
    part = drafts[index]
    if part.force.category is Category.NAVAL:
        return None
    ships = [i for i in within_reach(m, drafts, index) if drafts[i].force.category is Category.NAVAL]
    if not ships:
        return None
    behind = m.doc.text[part.link.force.end : part.link.force.end + _ABOARD_REACH]
    sentence = m.doc.sentences[part.link.head.sentence]
    before = m.doc.text[max(sentence.start, part.link.force.start - _REACH) : part.link.force.start]
    told = _aboard().search(re.split(r"[.;\n]", behind)[0]) or _carrying().search(before)
    return ships[0] if told else None


RULES: tuple[tuple[str, Callable[[Mentions, Sequence[Draft], int], int | None]], ...] = (
    ("part-aboard", _on_board),
    ("part-of-opening", of_opening),
    ("part-partitive", out_of_them),
    ("part-of-the", out_of_total),
    ("part-shared-by", shared_by),
    ("part-contributed", contributed),
    ("part-including", _said_included),
    ("part-listed", _listed),
    ("part-continued", _continued),
    ("part-drawn-on", _drawn_on),
)
