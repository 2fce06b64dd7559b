"""Forces that are no deployment because they only tell of others: what those go by, consist of, teach or relieve."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.exclusion_words import role_of, top_of
from geomap.records.triggering import Link

_CARRIERS = {Category.VEHICLE, Category.AIRCRAFT, Category.HELICOPTER, Category.NAVAL, Category.ARMOUR}
_KINDS_REACH = 120
"""Characters between a number and the last of the kinds that it counts."""


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


def _trained(m: Mentions, link: Link) -> bool:
    """ "training Nigerien special forces": pupils without a number tell who teaches."""
    role, verb = role_of(m, link)
    teaching = verb is not None and verb.lemma in lexicon.records().excluding.teaching_verbs
    return teaching and role in {"dobj", "obj"} and link.force.quantity is None


def _relieved(m: Mentions, link: Link) -> bool:
    """ "set out to relieve the garrison", "fighters meant to replace the CF-18"."""
    role, verb = role_of(m, link)
    relieving = verb is not None and verb.lemma in lexicon.records().excluding.relieving_verbs
    named = link.force.named and link.force.category in {Category.UNIT, Category.NAVAL}
    return relieving and role in {"dobj", "obj"} and link.force.quantity is None and not named


def _kind(m: Mentions, link: Link) -> bool:
    """ "40 aircraft, including J-10 fighters", "50 vessels, frigates among them": kinds of what a number counts."""
    force = link.force
    named = force.named and ("force-ship-name" in force.rules or force.category is Category.UNIT)
    if force.quantity is not None or named:
        return False
    whole = next(
        (
            other
            for other in reversed(m.forces_in((force.start - _KINDS_REACH, force.start)))
            if other.quantity is not None and other.quantity.max != 1 and other.category is force.category
        ),
        None,
    )
    if whole is None or whole.end > force.start:
        return False
    gap = m.doc.text[whole.end : force.start]
    if any(stop in gap for stop in ".;\n"):
        return False
    return _told_kind().search(gap) is not None or _told_behind(m, force.end, gap)


@cache
def _told_kind() -> re.Pattern[str]:
    words = "|".join(lexicon.records().excluding.kinds)
    return re.compile(rf"^,? ?\(?(?:all )?(?:{words}) [^.;()]*$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    words = "|".join(lexicon.records().excluding.kinds_behind)
    return re.compile(rf"(?:,? (?:and )?[\w-]+(?: [\w-]+){{0,4}}?)?(?:,? and [\w-]+(?: [\w-]+){{0,4}}?)? (?:{words})\b")


def _told_behind(m: Mentions, end: int, gap: str) -> bool:
    return gap.startswith(",") and _behind().match(m.doc.text, end) is not None


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    ("no-deployment-means", _means),
    ("no-deployment-trained", _trained),
    ("no-deployment-relieved", _relieved),
    ("no-deployment-kind", _kind),
)
