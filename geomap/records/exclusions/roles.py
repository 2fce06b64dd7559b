"""Forces that are no deployment because of the part they have in what is told of others.

Pupils, who is relieved, kinds of what a number counts, who counts or sends others, and what is only asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.exclusions.words import role_of
from geomap.records.triggering import Link

_SERVICE_REACH = 60
_SERVICE = re.compile(r"(?: left| remaining)? in (?:the|its|his|her|their) (?:entire|whole|total) \w+", re.IGNORECASE)
_KINDS_REACH = 120
"""Characters between a number and the last of the kinds that it counts."""
_ASKED = re.compile(
    r"\W*(?:(?:but|and|so) )?(?:why|where|how|who|what|which|are|is|do|does|did|has|have|had)\b", re.IGNORECASE
)


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


def _whole_fleet(m: Mentions, link: Link) -> bool:
    """ "With 14 destroyers left in the entire fleet": what a service has at all, nowhere."""
    behind = m.doc.text[link.force.end : link.force.end + _SERVICE_REACH]
    return link.force.quantity is not None and _SERVICE.match(behind) is not None


def _teller(m: Mentions, link: Link) -> bool:
    """ "by the count of the Border Guard", "a spokesman for the brigade": who says so, or whose man does."""
    if link.force.quantity is not None:
        return False
    led = m.doc.tokens[link.head.head]
    noun = m.doc.tokens[led.head]
    return link.head.dep == "pobj" and led.lower in {"of", "for", "with"} and noun.lemma in _tellers()


@cache
def _tellers() -> frozenset[str]:
    return lexicon.records().excluding.tellers


def _sender(m: Mentions, link: Link) -> bool:
    """ "The 3rd Corps has sent two battalions to Kupiansk": who sends others acts, and is told nowhere."""
    force = link.force
    body = force.category in {Category.PERSONNEL, Category.UNIT} or force.text.lower().endswith(("fleet", "navy"))
    role, verb = role_of(m, link)
    if not body or force.quantity is not None or role != "nsubj" or verb is None or verb.index not in m.triggers:
        return False
    sent = [m.force_heads[kid.index] for kid in m.doc.kids(verb, "dobj", "obj") if kid.index in m.force_heads]
    return any(other.category not in {Category.EQUIPMENT, Category.MISSILE} for other in sent)


def _asked(m: Mentions, link: Link) -> bool:
    """ "Why has a British patrol ship dropped anchor off Georgetown?": what is asked is told, if so, in the answer."""
    sentence = m.doc.sentences[link.head.sentence]
    text = m.doc.text[sentence.start : sentence.end]
    return text.rstrip(" \n\"”’'").endswith("?") and _ASKED.match(text) is not None


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    ("no-deployment-trained", _trained),
    ("no-deployment-relieved", _relieved),
    ("no-deployment-kind", _kind),
    ("no-deployment-whole-army", _whole_fleet),
    ("no-deployment-teller", _teller),
    ("no-deployment-sender", _sender),
    ("no-deployment-asked", _asked),
)
