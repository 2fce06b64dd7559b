"""Forces that are no deployment because others go by them, carry them or are at them, or because they bring aid."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.model import Action, Category
from geomap.records.context import Mentions
from geomap.records.exclusions.words import top_of
from geomap.records.triggering import Link

_CARRIERS = {Category.VEHICLE, Category.AIRCRAFT, Category.HELICOPTER, Category.NAVAL, Category.ARMOUR}
_RELIEF_REACH = 60
_MOST_SHIPS = 500
"""Ships that one force has at most."""


def _means(m: Mentions, link: Link) -> bool:
    """ "evacuated by helicopter", "guerrillas in Land-Rovers", "jumped from C-130s": what others go by."""
    force = link.force
    if force.quantity is not None or force.category not in _CARRIERS or "force-ship-name" in force.rules:
        return False
    if force.named and force.category is Category.NAVAL:
        return False  # "aboard USS Bataan" is where the ship is too
    top = top_of(m, link)
    led = m.doc.tokens[top.head]
    if top.dep != "pobj" or led.lower not in lexicon.records().excluding.boarding:
        return False
    if led.lower == "by":
        return force.singular
    above = m.doc.tokens[led.head]
    goes = above.is_verb and above.lemma not in _resting()
    people = m.force_heads.get(above.index)
    return goes or (people is not None and people.category is Category.PERSONNEL)


@cache
def _resting() -> frozenset[str]:
    """Return the verbs of being somewhere, which ships and aircraft may be the place of for other things."""
    return lexicon.records().judging.states


def _relief(m: Mentions, link: Link) -> bool:
    """ "A convoy of 14 lorries with bread", "54 lorries of the World Food Programme": aid, and whose it is."""
    if link.force.category not in _CARRIERS:
        return False
    behind = m.doc.text[link.force.end : link.force.end + _RELIEF_REACH]
    return _aid().match(behind) is not None


@cache
def _aid() -> re.Pattern[str]:
    words = "|".join(lexicon.records().excluding.relief)
    led = r"(?:with|of|carrying|bringing|laden with|loaded with|full of|from|belonging to|chartered by|hired by)"
    return re.compile(rf"(?:, [\w-]+ [\w-]+)? {led} (?:[\w-]+ ){{0,3}}(?:{words})\b", re.IGNORECASE)


def _traffic(_m: Mentions, link: Link) -> bool:
    """ "Some 2,000 ships cross the Baltic on any given day": no navy has so many."""
    quantity = link.force.quantity
    few = quantity is None or (quantity.min or quantity.max or 0) < _MOST_SHIPS
    return link.force.category is Category.NAVAL and not few


def _armament(m: Mentions, link: Link) -> bool:
    """ "One of them armed with an autocannon": what others carry."""
    with_ = m.doc.tokens[link.head.head]
    verb = m.doc.tokens[with_.head]
    weapon = link.force.category not in {Category.PERSONNEL, Category.UNIT, Category.NAVAL}
    few = link.force.quantity is None or (link.force.quantity.max or 0) <= 1
    return weapon and few and link.head.dep == "pobj" and with_.lower == "with" and verb.lemma == "arm"


def _carried(m: Mentions, link: Link) -> bool:
    """ "With their rifles unloaded": what soldiers carry."""
    return (
        link.force.category is Category.EQUIPMENT
        and link.force.quantity is None
        and link.action is not Action.TRANSFER
        and m.doc.text[max(0, link.force.start - 12) : link.force.start].lower().endswith(("with their ", "with "))
    )


def _at_site(m: Mentions, link: Link) -> bool:
    """ "Keeps 300 soldiers at a field hospital": where others are."""
    one = link.force.quantity is None or link.force.quantity.max == 1
    led = m.doc.tokens[link.head.head]
    site = link.force.category in {Category.UNIT, Category.EQUIPMENT} and link.force.singular
    return site and one and link.head.dep == "pobj" and led.lower == "at"


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    ("no-deployment-means", _means),
    ("no-deployment-relief", _relief),
    ("no-deployment-traffic", _traffic),
    ("no-deployment-armament", _armament),
    ("no-deployment-armament", _carried),
    ("no-deployment-site", _at_site),
)
