"""Lists: places that the parse lost from a list of places, and places that the forces of one list share."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Action, Category
from geomap.records.context import Mentions
from geomap.records.places.company import accompanies
from geomap.records.places.explaining import explains
from geomap.records.places.openings import opened_by
from geomap.records.triggering import Link

_BETWEEN_PLACES = re.compile(r"(?:,| and| or|, and|, or)(?: (?:to|in|at|into|near))?(?: the)? ")
_CONJUNCT = re.compile(r"(?:,|/)\s*(?:the )?|(?:,? and|,? or)\s*(?:the |to |in |at )?")
_REACH = 200
"""Characters behind the last place that the parse gives within which the list may go on."""

_JOINING = re.compile(
    r"\b(?:link(?:ed|s|ing)? up with|join(?:s|ed|ing)?|meet(?:s|ing)?|reinforc(?:e|es|ed|ing)|alongside"
    r"|reliev(?:e|es|ed|ing)|team(?:ed|s|ing)? up with|beside|fight(?:ing)? beside)"
    r" (?:the |its |his |their |about |some )?(?:\w+ of )?"
    r"(?:the |our |their )?$"
)
"""What makes the place of the second force that of the first: "is to link up with HMS Trent"."""

_ORIGIN = re.compile(r",? (?:from|out of) [A-Z][^,;:]{2,30}(?=, (?:with|and|along) )")
"""Where the first of two forces comes from, between them: "the carrier Clemenceau from Toulon, with two destroyers"."""

_RECALLS = re.compile(r"\b(?:in|at|on|to) (?:the|this|that) |\bthere\b")
"""Words that tell a place of the force's own, between it and the colon."""

_JOINING_REACH = 90

_OWN = re.compile(r"(?:, [^,;:\n]{3,40},)? (?:at|in|near|around|off|outside) (?:the )?")
_OWN_REACH = 60
"""What leads from a force to a place of its own, over a word about who says so, and how far."""

_ABOARD = re.compile(r"^[^,;:.]{0,30}\b(?:aboard|on board|embarked (?:in|on|aboard)) (?:the |its )?$")
"""What makes a ship the place of the force before it."""

_LONGEST_GAP = 12
"""Tokens that may stand between two forces of one list."""

_LIST_POS = {"ADJ", "NOUN", "PROPN", "PUNCT", "CCONJ", "DET", "NUM", "ADV", "PRON", "PART", "X", "SYM"}
_BREAKS = {";", ":", ".", "—", "–"}


def listed_places(m: Mentions, found: list[Place], taken: Set[str]) -> list[Place]:
    """Take in what is listed with the places found, where the parse lost it: "in Norway, Sweden and Finland".

    ``taken`` are the ids of places that hang on the force in some other way.
    """
    if not found:
        return found
    result = list(found)
    ends = {p.mention.span[1]: p for p in found}  # where each place ends, with what tells where it lies
    for place in m.places_in((min(ends), max(ends) + _REACH)):
        if not place.literal or place.mention.id in taken:
            continue
        start = place.mention.span[0]
        end = max((end for end in ends if end <= start), default=None)
        if end is None:
            continue
        previous = ends[end]
        if place not in result and explains(m, place, [previous]):
            ends[place.mention.span[1]] = previous  # "to Gao, in Mali, and Niamey"
            continue
        if not _BETWEEN_PLACES.fullmatch(m.doc.text[end:start]):
            continue
        goes_on = any(p.mention.span[0] > start and _leads_to(m, place, p) for p in found)
        if (goes_on or _same_kind(previous, place)) and not _gives(m, place):
            result.append(place)
            ends[place.mention.span[1]] = place
    return result


def _leads_to(m: Mentions, place: Place, other: Place) -> bool:
    """Whether a list goes on from one place to another: "Takhar" of "Kunduz, Takhar and Badakhshan"."""
    return _BETWEEN_PLACES.fullmatch(m.doc.text[place.mention.span[1] : other.mention.span[0]]) is not None


def listed_from(m: Mentions, place: Place) -> tuple[Place, ...]:
    """Return a place with those that are listed behind it: "Misrata and Khums"."""
    found = [place]
    for other in m.places_in((place.mention.span[1], place.mention.span[1] + _REACH)):
        if not other.literal:
            continue
        if not _CONJUNCT.fullmatch(m.doc.text[found[-1].mention.span[1] : other.mention.span[0]]):
            break
        if not explains(m, other, found):
            found.append(other)
    return tuple(found)


def _gives(m: Mentions, place: Place) -> bool:
    """ "1,500 troops for East Timor and the Philippines 600": a number right behind makes a country a giver."""
    end = place.mention.span[1]
    return any(0 <= force.start - end <= 1 for force in m.forces_from(end))


def _same_kind(one: Place, other: Place) -> bool:
    first, second = one.mention.resolved, other.mention.resolved
    return (
        first is not None
        and second is not None
        and first.kind == second.kind
        and one.mention.relation == other.mention.relation
    )


def share_places(m: Mentions, group: Sequence[Link]) -> list[Link]:
    """Give a force without a place those of the force it is coordinated with, the following one first."""
    result = [_with_own(m, link) for link in group]
    for index in range(len(result) - 2, -1, -1):
        link, following = result[index], result[index + 1]
        part = following.force.elided_by("elided-partitive")  # "5,900 soldiers abroad, 1,850 of them in South Sudan"
        if not link.locations and not part and _listed(m, link, following):
            result[index] = _shared(link, following, "place-shared-with-next")
            if link.origins and not following.origins and _behind_origin(m, link, following):
                result[index + 1] = replace(following, origins=link.origins)
    for index in range(1, len(result)):
        link, previous = result[index], result[index - 1]
        if not link.locations and not link.origins and _listed(m, previous, link):
            result[index] = _shared(link, previous, "place-shared-with-previous")
    return _of_parts(m, result)


def _with_own(m: Mentions, link: Link) -> Link:
    """ "and howitzers, the sources say, at Rutog": a place right behind a force is its own, whatever the parse says."""
    led = m.doc.tokens[link.head.head].lower if link.head.dep == "pobj" else ""
    if link.locations or link.origins or led in lexicon.actions().origin_prepositions:
        return link  # "most of them from the regiment at Bokhtar"
    place = next(iter(m.places_in((link.force.end, link.force.end + _OWN_REACH))), None)
    if place is None or not place.literal or not _OWN.fullmatch(m.doc.text[link.force.end : place.mention.span[0]]):
        return link
    found, rules = listed_from(m, place), (*link.rules, "place-behind")
    leaves = link.action is Action.WITHDRAW
    return replace(link, origins=found, rules=rules) if leaves else replace(link, locations=found, rules=rules)


def _of_parts(m: Mentions, group: Sequence[Link]) -> list[Link]:
    """ "About 600 paratroopers, from Vicenza: 150 each in Poland, Lithuania": a total is where its parts are."""
    result = list(group)
    for index, whole in enumerate(group[:-1]):
        gap = m.doc.text[whole.force.end : group[index + 1].force.start]
        parts = [link for link in group[index + 1 :] if link.force.elided]
        if whole.locations or ":" not in gap or len(gap) > _REACH or not group[index + 1].force.elided:
            continue
        if _RECALLS.search(gap):
            continue  # "2,500 are to stay in the region: 1,000 apiece in …"
        places = tuple(dict.fromkeys(place for part in parts for place in part.locations))
        if not places:
            continue
        result[index] = replace(whole, locations=places, rules=(*whole.rules, "place-of-parts"))
    return result


def _shared(link: Link, other: Link, rule: str) -> Link:
    return replace(
        link,
        locations=other.locations,
        origins=link.origins or other.origins,
        trigger=link.trigger or other.trigger,
        verbs=link.verbs or other.verbs,
        rules=(*link.rules, rule),
    )


def _behind_origin(m: Mentions, one: Link, other: Link) -> bool:
    return _ORIGIN.search(m.doc.text[one.force.end : other.force.start]) is not None


def _listed(m: Mentions, one: Link, other: Link) -> bool:
    """Whether two forces stand in one list, or share their noun: "1,200 British and 350 French troops"."""
    shared = one.force.elided_by("elided-together") and one.force.antecedent == other.force.span
    return shared or _side_by_side(m, one, other)


def _side_by_side(m: Mentions, one: Link, other: Link) -> bool:
    """Whether two forces stand in one list: only commas, "and", "as well as", "with" and modifiers between them."""
    low, high = one.force.end, other.force.start
    gap = _ORIGIN.sub("", m.doc.text[low:high]) if low <= high else ""
    if any(opened_by(m, place) is not None for place in m.places_in((low, high))):
        return False  # "6,000 men and, at Gao, one brigade"
    if accompanies(gap) or (other.force.category is Category.NAVAL and _ABOARD.search(gap)):
        return True
    if gap and len(gap) <= _JOINING_REACH and _JOINING.search(gap) and not any(c in gap for c in ";\n"):
        return True
    if not m.clauses.same(one.head, other.head) and other.head.dep not in {"conj", "appos"}:
        return False
    between = [t for t in m.doc.tokens_in((low, high)) if t.start >= low and t.end <= high]
    if len(between) > _LONGEST_GAP or any(t.text in _BREAKS for t in between):
        return False
    words = lexicon.records().linking
    fillers = all(t.pos in _LIST_POS or t.lower in words.list_fillers for t in between)
    return fillers and any(t.lower in words.list_joiners for t in between)
