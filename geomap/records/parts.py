"""Finds the total that an entry is counted in, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.records.context import Mentions
from geomap.records.drafts import Draft

_DASHED = re.compile(r"\s*(?:[—–:(]| - )\s*")
_AND = re.compile(r",? (?:and |as well as )?")
_OF_TOTAL = re.compile(r"\bof (?:the|those|these|its|their) $", re.IGNORECASE)
_PART_REACH = 400
"""Characters between a total and its parts."""


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


def parts(m: Mentions, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with ``part_of`` set to the index of the total of each."""
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
