"""Places that a force has from the company it is told in: a part from its total, an apposition, who follows whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.triggering import Link

_APPOSITION = re.compile(r"(?:,| -| –| —|:| \()\s*(?:(?:this one|that is|namely|or) (?:of )?)?")
_JOINED = re.compile(r"(?:,|,? and|,? plus|,? as well as) (?:some |about |a further )?")
_ADDED = re.compile(r",? (?:and|plus|as well as) (?:some |about |a further |another )?")
_LONGEST_GAP = 60
"""Characters between a force and another that is told with it."""

_ABOARD_REACH = 40
"""Characters behind people within which the text tells that they are aboard."""

_FOLLOWED_SENTENCES = 2
"""Sentences back in which whoever is followed or replaced was told."""


@cache
def _accompanying() -> re.Pattern[str]:
    """ ", with 40 armoured cars", " including two carriers", " made up of a destroyer"."""
    openers = "|".join(re.escape(word) for word in lexicon.records().locating.accompanying)
    return re.compile(rf"(?:[^.;:]*[, ])?(?:{openers})(?: [\w'’-]+){{0,3}}? ?", re.IGNORECASE)


@cache
def _accompanied() -> re.Pattern[str]:
    """ "two carriers among them", "600 Marines aboard", "Warriors in tow"."""
    closers = "|".join(re.escape(word) for word in lexicon.records().locating.accompanied)
    return re.compile(rf"[\w ]{{0,12}}\b(?:{closers})\b", re.IGNORECASE)


def accompanies(gap: str) -> bool:
    """Return whether the words between two forces make the second a part or the company of the first."""
    return len(gap) <= _LONGEST_GAP and _accompanying().fullmatch(gap) is not None


def company(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """Return the force of the same sentence that this one is a part of, goes with or explains, if that has a place."""
    for other in reversed(earlier):
        if other.head.sentence != link.head.sentence:
            return None
        gap = m.doc.text[other.force.end : link.force.start]
        if other.force.end > link.force.start or any(c in gap for c in ";\n"):
            return None
        if (other.locations or other.origins) and together(m, other, link, gap):
            return other
        if len(gap) > _LONGEST_GAP:
            return None
    return None


def together(m: Mentions, other: Link, link: Link, gap: str) -> bool:
    """Return whether what stands between or behind two forces makes them one company."""
    if _behind_places(m, other, link):
        return True
    if len(gap) > _LONGEST_GAP:
        return False
    if _JOINED.fullmatch(gap) and not other.rules[-1].endswith("by-parse"):
        return True  # "Black Sea: 12 frigates and 18 corvettes"
    behind = m.doc.text[link.force.end : link.force.end + 30]
    return bool(_APPOSITION.fullmatch(gap) or _accompanying().fullmatch(gap) or _accompanied().match(behind))


def _behind_places(m: Mentions, other: Link, link: Link) -> bool:
    """ "25,000 servicemen in Thailand and some 300 aircraft": the second stands right behind the first's places."""
    ends = [place.mention.span[1] for place in (*other.locations, *other.origins)]
    last = max((end for end in ends if other.force.end < end <= link.force.start), default=None)
    if last is None or link.force.start - last > _LONGEST_GAP:
        return False
    tail = m.doc.text[last : link.force.start]
    if link.force.category is Category.EQUIPMENT or link.head.dep in {"nsubj", "nsubjpass"}:
        return False  # "with their rifles", "and missile boats have been photographed elsewhere"
    added = any(place.mention.span[1] == last for place in other.locations) and _ADDED.fullmatch(tail) is not None
    return added or _accompanying().fullmatch(tail) is not None


def said_aboard(m: Mentions, link: Link) -> bool:
    """Return whether the words behind a force tell that it is aboard a ship told before: "1,600 sailors aboard"."""
    words = "|".join(lexicon.records().counting.aboard)
    behind = m.doc.text[link.force.end : link.force.end + _ABOARD_REACH]
    return re.match(rf"(?: \w+){{0,2}} (?:{words})(?=[,.;:]| and\b|$)", behind) is not None


def followed(m: Mentions, link: Link, earlier: Sequence[Link]) -> tuple[Place, ...]:
    """ "would back them up", "no combat troops would follow": whoever follows goes where the others are."""
    if link.trigger is None or link.trigger.kind != "verb":
        return ()
    if m.doc.tokens[link.trigger.token].lemma not in lexicon.records().locating.following_verbs:
        return ()
    if link.head.start > m.doc.tokens[link.trigger.token].start:
        return ()  # "reinforced the border with 11 companies"
    for other in reversed(earlier):
        if link.head.sentence - other.head.sentence > _FOLLOWED_SENTENCES:
            return ()
        if other.locations:
            return other.locations
    return ()
