"""Tells whether a number leaves its noun out or counts something of its own: a table of rules, tried in turn."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.forces.numbers import ends_with_numbering
from geomap.mentions.numbers.elided_lists import accounts, gapped, is_year, paired, where
from geomap.mentions.numbers.elided_parts import belongs, claimed, of_body, of_own, out_of, partitive, there
from geomap.mentions.numbers.elision import Elision
from geomap.mentions.triggers import verb_of_force
from geomap.model import Category

_POSSESSED = re.compile(r"\b[A-Z][\w.-]+['’]s?,? (?:own |first |last |other )?$")
_HOW_MANY = re.compile(r"\bhow many (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_ASKED_REACH = 40
_SEVERAL = 3
_OF_NOUN = re.compile(r"\b([A-Za-z]+) of (?:about |some |nearly |just )?$")

_CHANGED = re.compile(
    r"\b(?:shr[aiu]nk?|cut|reduc\w+|gr[eo]w\w*|doubl\w+|rais\w+|r[io]se|increas\w+|fall\w*|fell|drop\w*|up|down"
    r"|swell\w*|expand\w*|number of)\b.*\b(?:to|from) $",
    re.IGNORECASE,
)


Rule = Callable[[Elision], bool | None]
"""``True``: the number counts the force; ``False``: it does not; ``None``: ask the next rule."""


def why_elided(elision: Elision) -> str | None:
    """Return the name of the rule by which the number counts a force told elsewhere; ``None`` if it does not."""
    for name, rule in RULES:
        verdict = rule(elision)
        if verdict is not None:
            return name if verdict else None
    return None


def _no_count(e: Elision) -> bool | None:
    """At the end of the text, or no whole number."""
    return False if not e.following or isinstance(e.quantity.min or e.quantity.max, float) else None


def _former(e: Elision) -> bool | None:
    """ "Up from 4,500": what a strength was before is no force of its own."""
    return False if e.quantity.former else None


def _of_another(e: Elision) -> bool | None:
    """ "The refugees number 2,000": what has a verb of number of its own is counted by that, or is no force."""
    return False if ends_with_numbering(e.lead) else None


def _changed(e: Elision) -> bool | None:
    """ "Cut the force from 5,000 to 2,400"."""
    return True if _CHANGED.search(e.lead) and (e.same_sentence or _measured().search(e.lead)) else None


@cache
def _measured() -> re.Pattern[str]:
    """ "Has raised its strength from": of whoever the subject is."""
    words = "|".join(lexicon.elided().own_measures)
    return re.compile(rf"\b(?:its|their|his|the) (?:\w+ )?(?:{words})\b[^.;:\n]*$", re.IGNORECASE)


def _ends_line(e: Elision) -> bool | None:
    return False if "\n" in e.doc.text[e.quantity.span[1] : e.first.start] else None


def _noun_follows(e: Elision) -> bool | None:
    return False if e.first.lower not in e.words.followers and not e.first.is_verb else None


def _possessed(e: Elision) -> bool | None:
    """ "Lesotho's 125 left in April and Botswana's 296 before that"."""
    if e.antecedent.quantity is None or _POSSESSED.search(e.lead) is None:
        return None
    return True if e.first.lower in e.words.followers or e.first.is_verb else None


def _asked(e: Elision) -> bool | None:
    """ "How many Russian soldiers are in Transnistria? Roughly 1,500."."""
    start = e.antecedent.start
    asked = e.antecedent.quantity is None and _HOW_MANY.search(e.doc.text[max(0, start - _ASKED_REACH) : start])
    if not asked or e.same_sentence or e.first.pos == "NOUN":
        return None
    return True if (e.quantity.min or e.quantity.max or 0) >= _SEVERAL else None


def _of_noun(e: Elision) -> bool | None:
    """ "A quiet resort of 12,000 on the Sea of Azov": what has so many is no force."""
    match = _OF_NOUN.search(e.lead)
    if match is None:
        return None
    word = match[1].lower()
    known = word in lexicon.force_nouns() or word in lexicon.quantities().people or word in e.words.totals
    return None if known or word.rstrip("s") in e.antecedent.text.lower() else False


def _more_of_another(e: Elision) -> bool | None:
    """ "300 more refugees"."""
    noun = len(e.following) > 1 and e.following[1].pos in {"NOUN", "PROPN"}
    return False if e.first.lower == "more" and noun else None


def _own_noun(e: Elision) -> bool | None:
    """The parse ties the number to a word behind it; where that is a verb, it has lost the noun."""
    if e.token is None:
        return False
    head = e.doc.tokens[e.token.head]
    tied = e.token.dep == "nummod" and head.index > e.token.index and head.start - e.quantity.span[1] <= 2
    if not tied or head.lower in e.words.others or head.lower in e.words.followers:
        return None  # the parser takes the "stay" of "the other 200 stay" for a noun
    return head.is_verb


def _year(e: Elision) -> bool | None:
    """ "In 2014", "page 1040": a bare figure of four digits."""
    start = e.quantity.span[0]
    before = [t for t in e.doc.tokens_in((max(0, start - 15), start)) if t.end <= start]
    opened = bool(before) and before[-1].lower in e.words.year_openers
    return False if opened and is_year(e) else None


def _one_person(e: Elision) -> bool | None:
    small = (e.quantity.max or e.quantity.min or 0) < 2
    return False if small and e.antecedent.category is Category.PERSONNEL else None


def _adds(e: Elision) -> bool | None:
    """ "Another 1,000 are bound for Qatar", "1,000 more"."""
    before = e.lead[-14:].lower().split()
    opened = bool(before) and before[-1] in e.words.more_openers
    return True if opened or e.first.lower in e.words.more_followers else None


def _others(e: Elision) -> bool | None:
    """ "300 others in Mali"."""
    if e.first.lower not in e.words.others or len(e.following) < 2:
        return None
    return e.following[1].lower in e.words.places or e.following[1].is_verb


def _plays_part(e: Elision) -> bool | None:
    """The number is subject or object of a verb that tells what is done with forces: "2,000 were sent"."""
    if e.token is None:
        return None
    head = e.doc.tokens[e.token.head]
    part = e.token.dep in {"nsubj", "nsubjpass", "dobj", "obj", "attr"} and head.is_verb
    if not part and not e.first.is_verb:
        return None
    verb = e.first if e.first.is_verb else head
    if verb.lemma == "be":
        verb = _carried(e.doc, verb)
    if verb.lemma == "be":
        return _are_somewhere(e, verb)
    if e.first.lower in e.words.auxiliaries:
        verb = _carried(e.doc, verb)
    return e.leads_on or verb_of_force(verb.lemma)


def _carried(doc: Annotated, verb: Token) -> Token:
    """Return the verb that an auxiliary belongs to; any other verb as it is."""
    return doc.tokens[verb.head] if verb.dep in {"aux", "auxpass"} else verb


def _are_somewhere(e: Elision, verb: Token) -> bool:
    """ "2,000 are in Mali", "500 are ready to deploy"."""
    if any(token.lower in e.words.places for token in e.following[1:3]):
        return True
    return any(verb_of_force(kid.lemma) for kid in e.doc.kids(verb, "xcomp", "acomp", "attr"))


def _listed(e: Elision) -> bool | None:
    """ "They sent 3,000 men to Mali and 2,000 to Niger": in the sentence of the force, on the way or under its verb."""
    if e.token is None or not e.same_sentence:
        return False
    under = e.token.dep in {"conj", "pobj", "appos", "nummod"}
    return e.leads_on or (under and verb_of_force(e.doc.tokens[e.token.head].lemma))


RULES: tuple[tuple[str, Rule], ...] = (
    ("elided-no-count", _no_count),
    ("elided-former", _former),
    ("elided-of-another", _of_another),
    ("elided-of-noun", _of_noun),
    ("elided-partitive", out_of),
    ("elided-there", there),
    ("elided-belonging", belongs),
    ("elided-claimed", claimed),
    ("elided-gapped", gapped),
    ("elided-paired", paired),
    ("elided-possessed", _possessed),
    ("elided-asked", _asked),
    ("elided-where", where),
    ("elided-accounts", accounts),
    ("elided-changed", _changed),
    ("elided-ends-line", _ends_line),
    ("elided-noun-follows", _noun_follows),
    ("elided-of-body", of_body),
    ("elided-own", of_own),
    ("elided-partitive", partitive),
    ("elided-more-of-another", _more_of_another),
    ("elided-own-noun", _own_noun),
    ("elided-year", _year),
    ("elided-one-person", _one_person),
    ("elided-adds", _adds),
    ("elided-others", _others),
    ("elided-part", _plays_part),
    ("elided-listed", _listed),
)
