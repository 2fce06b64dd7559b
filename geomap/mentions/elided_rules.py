"""Tells whether a number leaves its noun out or counts something of its own: a table of rules, tried in turn."""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.language.annotated import Annotated, Token
from geomap.mentions.actors import ActorMention
from geomap.mentions.elision import Elision
from geomap.mentions.items import is_item_line
from geomap.mentions.triggers import verb_of_force
from geomap.model import Category, Use

_ABSURD = 100
"""Times a force told before from which a number cannot be more of it."""

_PAIRED = re.compile(r"[A-Z]\w+ (?:\(|with )$")
_LAST_OF_LIST = re.compile(r"; (?:and )?(?:the )?[A-Z][\w ]{2,30}, $")
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


def _gapped(e: Elision) -> bool | None:
    """ "Chad has sent 3,000 men, Cameroon and Niger 750 apiece": an actor right before the number, in one sentence."""
    acted = any(a.use is not Use.DEMONYM and _before(e, a) for a in e.actors)
    goes_on = e.leads_on or e.first.lower in e.words.equal_shares or not e.first.text.isalnum()
    listed = e.same_sentence or is_item_line(e.doc.text, e.quantity.span[0]) or _between_semicolons(e)
    return True if acted and goes_on and listed else None


def _between_semicolons(e: Elision) -> bool:
    """ "The largest shares are those of Britain, 1,400; Italy, 750; and Greece, 400": a list of a total told before."""
    counted = e.antecedent.quantity is not None
    return counted and (e.first.text == ";" or _LAST_OF_LIST.search(e.lead) is not None)


def _before(e: Elision, actor: ActorMention) -> bool:
    """ "Cameroon 750", "Britain, 1,400; Italy, 750"."""
    gap = e.doc.text[actor.span[1] : e.quantity.span[0]]
    return gap == " " or (gap == ", " and (not e.first.text.isalnum() or e.first.lower in e.words.places))


def _paired(e: Elision) -> bool | None:
    """ "Germany (500), Spain (300)", "Chad with 750"."""
    closed = e.first.text in {")", ",", ".", ";", "and"}
    return True if closed and e.antecedent.quantity is not None and _PAIRED.search(e.lead) else None


def _changed(e: Elision) -> bool | None:
    """ "Cut the force from 5,000 to 2,400"."""
    return True if _CHANGED.search(e.lead) and e.same_sentence else None


def _ends_line(e: Elision) -> bool | None:
    return False if "\n" in e.doc.text[e.quantity.span[1] : e.first.start] else None


def _noun_follows(e: Elision) -> bool | None:
    return False if e.first.lower not in e.words.followers and not e.first.is_verb else None


def _partitive(e: Elision) -> bool | None:
    """ "2,400 of them", "300 of the soldiers"; not "300 of the refugees"."""
    if e.first.lower != "of":
        return None
    whole = e.following[1].lower if len(e.following) > 1 else ""
    if whole not in e.words.partitives or _more_than_all(e):
        return False
    noun = e.following[2] if len(e.following) > 2 and e.following[2].pos == "NOUN" else None
    another = noun is not None and noun.lemma not in e.antecedent.text.lower()
    return not (another and whole in e.words.partitive_articles)


def _more_than_all(e: Elision) -> bool:
    """ "A dollar buys 690,000 of them": no part of the two militants told before."""
    total = e.antecedent.quantity
    least = e.quantity.min if e.quantity.min is not None else e.quantity.max
    return total is not None and total.max is not None and least is not None and least > _ABSURD * total.max


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
    if not before or before[-1].lower not in e.words.year_openers or "," in e.quantity.text:
        return None
    return False if isinstance(e.quantity.min, int) and 1000 <= e.quantity.min <= 2100 else None


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
    ("elided-gapped", _gapped),
    ("elided-paired", _paired),
    ("elided-changed", _changed),
    ("elided-ends-line", _ends_line),
    ("elided-noun-follows", _noun_follows),
    ("elided-partitive", _partitive),
    ("elided-more-of-another", _more_of_another),
    ("elided-own-noun", _own_noun),
    ("elided-year", _year),
    ("elided-one-person", _one_person),
    ("elided-adds", _adds),
    ("elided-others", _others),
    ("elided-part", _plays_part),
    ("elided-listed", _listed),
)
