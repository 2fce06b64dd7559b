"""Parts that words draw out of a total: "300 of them", "forty-seven of the aircraft", "of the 1,500, 500 are"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from geomap.language import lexicon
from geomap.records.context import Mentions
from geomap.records.drafts import Draft
from geomap.records.totals.shares import antecedent, fits

_REACH = 400
"""Characters between a total and its parts."""

_FAR = 20 * _REACH
"""Characters behind which nothing more is within reach, as entries stand in about their order."""


@cache
def _partitive() -> re.Pattern[str]:
    """ "300 of them", "11,000 of whom are American"."""
    words = lexicon.records().counting
    return re.compile(rf"\s*(?:{'|'.join(words.partitive)}) (?:{'|'.join(words.partitive_pronouns)})\b", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """ "Of the 1,500, roughly 1,000 are soldiers", "Of that total Tajikistan is to supply 200"."""
    nouns = "|".join(lexicon.records().counting.totals)
    return re.compile(rf"\W*(?:of|within|among) (?:the|these|those|them|that|whom)(?: (?:{nouns}))?\b", re.IGNORECASE)


def out_of_them(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "680 of them police", "11,000 of whom": the last counted entry that is large enough."""
    part = drafts[index]
    quantity = part.link.force.quantity
    if quantity is None:
        return None
    drawn = part.link.force.elided_by("elided-partitive", "elided-belonging")
    if not drawn and not _partitive().match(m.doc.text, quantity.span[1]):
        return None
    told = antecedent(drafts, index)
    for earlier in (*([told] if told is not None else []), *within_reach(m, drafts, index)):
        whole = drafts[earlier]
        if fits(part, whole) and whole.number() != part.number() and not _of_others(part, whole):
            return earlier
    return None


def _of_others(part: Draft, whole: Draft) -> bool:
    """ "South Africa's, some 1,300 of them", behind 3,000 Rwandans: of two states, and nobody's part."""
    bodies = lexicon.records().counting.bodies
    states = part.code is not None and whole.code is not None and whole.code not in bodies and whole.code.isupper()
    return states and part.code != whole.code and part.link.force.elided


def out_of_total(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "Forty-seven of the aircraft", "26 of the 600 Paras": out of a force that was told before with that noun."""
    part = drafts[index]
    quantity = part.link.force.quantity
    if quantity is None or part.link.force.elided:
        return None
    if not re.match(r"\s+of (?:the|its|their|those|these)\b", m.doc.text[quantity.span[1] :][:20]):
        return None
    noun = _noun(m, part)
    for earlier in within_reach(m, drafts, index):
        whole = drafts[earlier]
        same = _noun(m, whole) == noun and whole.code == part.code
        if same and whole.number() is not None and whole.number() != part.number() and fits(part, whole):
            return earlier
    return None


def _noun(m: Mentions, draft: Draft) -> str:
    """Return what is counted: of "military aircraft" the aircraft."""
    return draft.link.force.head_term(m.doc.text).casefold().split()[-1]


def of_opening(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "Of the 1,500, roughly 1,000 are soldiers … and 500 are Marines": the entry of the number that opens."""
    part = drafts[index]
    sentence = m.doc.sentences[part.link.head.sentence]
    opening = _opening().match(m.doc.text, sentence.start, sentence.end)
    if opening is None or opening.end() > part.link.force.start:
        return None
    own = part.link.force.quantity
    of_the = opening[0].lower().endswith(" the")  # "of the 1,500"; in "of those 60" the number is the part's own
    counted = next((q for q in m.quantities if 0 <= q.span[0] - opening.end() <= 2), None) if of_the else None
    if counted is not None and own is not None and counted.span == own.span:
        return None  # the total itself
    for earlier in range(index - 1, -1, -1):
        whole = drafts[earlier]
        if whole.link.head.sentence >= sentence.index and counted is None:
            continue
        if counted is not None and whole.number() == (counted.min, counted.max) and whole is not part:
            return earlier
        if counted is None and whole.number() is not None and fits(part, whole):
            return earlier
    return None


def within_reach(m: Mentions, drafts: Sequence[Draft], index: int) -> list[int]:
    """Return the entries before one within reach, nearest first."""
    start = drafts[index].link.force.start
    nearest = takewhile(lambda i: start - drafts[i].link.force.end <= _FAR, range(index - 1, -1, -1))
    return [i for i in nearest if 0 <= start - drafts[i].link.force.end <= _REACH]
