"""Numbers of a list beside the name of a place or an actor: "Chad 750", "Latvia (1,887)", "Canada accounts for 639".

Each takes a number with what stands around it and answers as the rules of ``elided_rules`` do.
"""

from __future__ import annotations

import re

from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.items import is_item_line
from geomap.mentions.numbers.elision import Elision
from geomap.model import Use

_PAIRED = re.compile(r"[A-Z]\w+(?: \(|,? with |: (?:about |some )?)$")
_WHERE = re.compile(r"\bwhere $")
_ACCOUNTS = re.compile(r"\baccount(?:s|ed|ing)? for $|(?:,|,? and|;) (?:the )?[A-Z][\w ]{2,24} for $")
_APPOSED = re.compile(r"(?:,| -| –| —) (?:a|an|the|its) [\w' -]{3,40}(?:,| -| –| —) (?:with )?$")
_LAST_OF_LIST = re.compile(r"; (?:and )?(?:the )?[A-Z][\w ]{2,30}, $")
_COUNTED_BY = frozenset({"are", "were", "have", "had", "remain", "remained", "serve", "served", "stand", "stood"})
_PARTS = frozenset({"nsubj", "nsubjpass"})


def is_year(e: Elision) -> bool:
    """Return whether a bare figure may be a year: "in 2014"."""
    return isinstance(e.quantity.min, int) and 1000 <= e.quantity.min <= 2100 and "," not in e.quantity.text


def gapped(e: Elision) -> bool | None:
    """ "Chad has sent 3,000 men, Cameroon and Niger 750 apiece": an actor right before the number, in one sentence."""
    acted = any((a.use is not Use.DEMONYM or _nominal(e, a)) and _before(e, a) for a in e.actors)
    goes_on = e.leads_on or e.first.lower in e.words.equal_shares or not e.first.text.isalnum()
    listed = e.same_sentence or is_item_line(e.doc.text, e.quantity.span[0]) or _between_semicolons(e)
    return True if acted and goes_on and listed else None


def _nominal(e: Elision, actor: ActorMention) -> bool:
    """ "The Americans have 4,000 there, the French 1,500 and the Japanese 600"."""
    start = actor.span[0]
    return e.doc.text[max(0, start - 4) : start].lower() == "the " and e.same_sentence


def _between_semicolons(e: Elision) -> bool:
    """ "The largest shares are those of Britain, 1,400; Italy, 750; and Greece, 400": a list of a total told before."""
    counted = e.antecedent.quantity is not None
    return counted and (e.first.text == ";" or _LAST_OF_LIST.search(e.lead) is not None)


def _before(e: Elision, actor: ActorMention) -> bool:
    """ "Cameroon 750", "Britain, 1,400; Italy, 750"."""
    gap = e.doc.text[actor.span[1] : e.quantity.span[0]]
    if not e.first.text.isalnum() and _APPOSED.fullmatch(gap):
        return True  # "Egypt, a newcomer, 1,091"
    return gap == " " or (gap == ", " and (not e.first.text.isalnum() or e.first.lower in e.words.places))


def paired(e: Elision) -> bool | None:
    """ "Germany (500), Spain (300)", "Chad with 750"."""
    closed = e.first.text in {")", ",", ".", ";", "and"}
    return True if closed and e.antecedent.quantity is not None and _PAIRED.search(e.lead) else None


def where(e: Elision) -> bool | None:
    """ "And Slovakia, where 643 were counted"."""
    counted = e.antecedent.quantity is not None and e.first.lower in _COUNTED_BY
    return True if counted and _WHERE.search(e.lead) and e.token is not None and e.token.dep in _PARTS else None


def accounts(e: Elision) -> bool | None:
    """ "Canada accounts for 639 and Spain for 504"."""
    match = _ACCOUNTS.search(e.lead)
    if match is None or e.first.pos == "NOUN":
        return None
    told = match[0].startswith("account") or re.search(r"\baccount(?:s|ed|ing)? for ", e.lead) is not None
    return True if told and not is_year(e) else None
