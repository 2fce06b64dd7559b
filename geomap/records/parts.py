"""Finds the total that an entry is counted in, where the text says so (reading 5 of the contract).

Each rule looks from an entry at those before it; the first that answers names itself. What numbers alone tell, that
those of a list sum up to the total before it, is looked for last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from geomap.language import lexicon
from geomap.model import Category, Status
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, place_keys
from geomap.records.sums import summed

_LISTED = re.compile(r"[ ]?(?:\([^()]{0,40}\) ?)?(?:[—–:(]| - ) ?(?:(?:some|about|around|up to|the) )?")
_COLON = re.compile(r"[^.;:\n]{1,80}: (?:(?:some|about|the) )?")
"""What stands between a total and its list: "30 ships are in the Black Sea: 12 frigates"."""

_JOINED = re.compile(r"[^.;\n]{0,90}?(?:,|;|and|as well as|plus)[^.\n]{0,60}")
_OF = re.compile(r"\bof (?:the|those|these|its|their)(?: \w+)? $", re.IGNORECASE)
_REACH = 400
"""Characters between a total and its parts."""

_FAR = 20 * _REACH
"""Characters behind which nothing more is within reach, as entries stand in about their order."""

_GIVEN_SENTENCES = 2
"""Sentences back in which the total was told that states contribute to."""

_ABOARD_REACH = 30
"""Characters behind people within which the text tells that they are aboard."""


@cache
def _including() -> re.Pattern[str]:
    """ "6,000 troops, including 300 Britons", "Among them are 300 Britons"."""
    cues = "|".join(lexicon.records().counting.parts)
    return re.compile(rf"\b(?:{cues})\b", re.IGNORECASE)


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
    return summed(m, result)


def _counted_in(part: Draft, index: int, whole: Draft, rule: str) -> Draft:
    """Point a part to its total; one of which nothing else is told is so as the total is."""
    status = whole.status if part.link.trigger is None and part.status is Status.ACTUAL else part.status
    return replace(part, part_of=index, status=status, rules=(*part.rules, rule))


def _gap(m: Mentions, whole: Draft, part: Draft) -> str:
    return m.doc.text[whole.link.force.end : part.link.force.start]


def _fits(part: Draft, whole: Draft) -> bool:
    """Whether a part is not more than its total."""
    number, total = part.number(), whole.number()
    if number is None or total is None:
        return True
    most = total[1] if total[1] is not None else float("inf")
    return (number[0] or number[1] or 0) <= most


def _before(m: Mentions, drafts: Sequence[Draft], index: int) -> list[int]:
    """Return the entries before one within reach, nearest first."""
    start = drafts[index].link.force.start
    nearest = takewhile(lambda i: start - drafts[i].link.force.end <= _FAR, range(index - 1, -1, -1))
    return [i for i in nearest if 0 <= start - drafts[i].link.force.end <= _REACH]


def _said_included(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "including", "among them", "made up of": the entry that the words follow, or that of the part before."""
    part = drafts[index]
    for earlier in _before(m, drafts, index):
        whole = drafts[earlier]
        gap = _gap(m, whole, part)
        cues = list(_including().finditer(gap))
        behind = m.doc.text[part.link.force.end : part.link.force.end + 20]
        closing = re.match(r"\s*among them\b", behind) is not None
        said = closing and not any(c in gap for c in ".;\n")
        if cues and not any(c in gap[cues[-1].end() :] for c in ".;\n") and "\n" not in gap:
            said = True
        if said and _fits(part, whole):
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


def _finite(m: Mentions, one: Draft, other: Draft) -> bool:
    """Whether a new statement begins between two entries: a finite verb with a subject of its own."""
    between = m.doc.tokens_in((one.link.force.end, other.link.force.start))
    return any(t.dep in {"nsubj", "nsubjpass"} and t.start >= one.link.force.end for t in between)


def _listed(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "30 ships: 12 destroyers and 18 frigates", "a contingent - 300 soldiers -"."""
    for earlier in _before(m, drafts, index)[:1]:
        whole = drafts[earlier]
        gap = _gap(m, whole, drafts[index])
        alike = whole.force.category is drafts[index].force.category
        if (_LISTED.fullmatch(gap) or (alike and _COLON.fullmatch(gap))) and _fits(drafts[index], whole):
            return earlier
    return None


def _out_of_them(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "680 of them police", "11,000 of whom": the last counted entry that is large enough."""
    part = drafts[index]
    quantity = part.link.force.quantity
    if quantity is None or not _partitive().match(m.doc.text, quantity.span[1]):
        return None
    fitting = [i for i in _before(m, drafts, index) if _fits(part, drafts[i]) and drafts[i].number() != part.number()]
    return fitting[0] if fitting else None


def _out_of_total(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "Forty-seven of the aircraft", "26 of the 600 Paras": out of a force that was told before with that noun."""
    part = drafts[index]
    quantity = part.link.force.quantity
    if quantity is None or part.link.force.elided:
        return None
    if not re.match(r"\s+of (?:the|its|their|those|these)\b", m.doc.text[quantity.span[1] :][:20]):
        return None
    noun = part.link.force.head_term(m.doc.text).casefold()
    for earlier in _before(m, drafts, index):
        whole = drafts[earlier]
        same = whole.link.force.head_term(m.doc.text).casefold() == noun and whole.code == part.code
        if same and whole.number() is not None and whole.number() != part.number() and _fits(part, whole):
            return earlier
    return None


def _of_opening(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "Of the 1,500, roughly 1,000 are soldiers … and 500 are Marines": the entry of the number that opens."""
    part = drafts[index]
    sentence = m.doc.sentences[part.link.head.sentence]
    opening = _opening().match(m.doc.text, sentence.start, sentence.end)
    if opening is None or opening.end() > part.link.force.start:
        return None
    own = part.link.force.quantity
    of_the = opening[0].lower().endswith(" the")  # "of the 1,500"; in "of those 60" the number is the part's own
    counted = next((q for q in m.quantities if 0 <= q.span[0] - opening.end() <= 2), None) if of_the else None
    counted = None if counted is not None and own is not None and counted.span == own.span else counted
    for earlier in range(index - 1, -1, -1):
        whole = drafts[earlier]
        if whole.link.head.sentence >= sentence.index and counted is None:
            continue
        if counted is not None and whole.number() == (counted.min, counted.max) and whole is not part:
            return earlier
        if counted is None and whole.number() is not None and _fits(part, whole):
            return earlier
    return None


def _contributed(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "The mission is authorised at 11,826 … Uganda is to provide 4,500": what a state gives to a body's total."""
    part = drafts[index]
    trigger = part.link.trigger
    gives = trigger is not None and m.doc.tokens[trigger.token].lemma in lexicon.records().counting.giving
    if not gives or part.number() is None:
        return None
    sentence = m.doc.sentences[part.link.head.sentence]
    for earlier in range(index - 1, -1, -1):
        whole = drafts[earlier]
        told = m.doc.sentences[whole.link.head.sentence]
        if sentence.index - told.index > _GIVEN_SENTENCES:
            return None
        joint = whole.code is None and part.link.force.elided  # "266 men from the Caribbean … Jamaica has given 112"
        body = joint or (whole.code != part.code and whole.code in lexicon.records().counting.bodies)
        shared = place_keys(whole.locations) & place_keys(part.locations)
        if body and shared and whole.number() is not None and _fits(part, whole):
            return earlier
    return None


def _on_board(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """Reading 18 of the contract: who is embarked is part of the ship or the group."""
    part = drafts[index]
    if part.force.category is Category.NAVAL:
        return None
    ships = [i for i in _before(m, drafts, index) if drafts[i].force.category is Category.NAVAL]
    if not ships:
        return None
    behind = m.doc.text[part.link.force.end : part.link.force.end + _ABOARD_REACH]
    sentence = m.doc.sentences[part.link.head.sentence]
    before = m.doc.text[max(sentence.start, part.link.force.start - _REACH) : part.link.force.start]
    told = _aboard().search(re.split(r"[.;\n]", behind)[0]) or _carrying().search(before)
    return ships[0] if told else None


RULES: tuple[tuple[str, Callable[[Mentions, Sequence[Draft], int], int | None]], ...] = (
    ("part-aboard", _on_board),
    ("part-of-opening", _of_opening),
    ("part-partitive", _out_of_them),
    ("part-of-the", _out_of_total),
    ("part-contributed", _contributed),
    ("part-including", _said_included),
    ("part-listed", _listed),
    ("part-continued", _continued),
)
