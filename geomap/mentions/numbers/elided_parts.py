"""Numbers that count a part of a force told before, or all of it anew: "300 of them", "a week ago there were 10,000".

Each takes a number with what stands around it and answers as the rules of ``elided_rules`` do.
"""

from __future__ import annotations

import re
from functools import cache

from geomap.language import lexicon
from geomap.mentions.numbers.elision import Elision
from geomap.model import Category

_OWNERS = frozenset({"his", "her", "its", "our", "their"})
_OUT_OF = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these|those|(?:that|the) (?:number|total|figure))(?:,| only| just)? $",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\W*(?:of|among) (?:the|these|those|its|their|his) [^.;:]{1,80}, (?:only |just )?$", re.IGNORECASE
)
_THERE = re.compile(
    r"\bthere (?:were|was|are|had been|have been|used to be|would be|will be|are now) (?:only |just )?$", re.IGNORECASE
)
_LISTED_BODY = re.compile(r"\b\d[\d,.]* of the [A-Z][\w'’ -]{2,40}(?:,| and|, and) (?:about |some )?$")

_MANY = 10
"""From this number on, "there are 30" is said of a force."""

_ABSURD = 100
"""Times a force told before from which a number cannot be more of it."""


def of_own(e: Elision) -> bool | None:
    """ "France has offered 700 of its own": more, and no part of those told before."""
    words = [token.lower for token in e.following[:3]]
    return True if len(words) > 2 and words[0] == "of" and words[1] in _OWNERS and words[2] == "own" else None


def partitive(e: Elision) -> bool | None:
    """ "2,400 of them", "300 of the soldiers"; not "300 of the refugees"."""
    if e.first.lower != "of":
        return None
    whole = e.following[1].lower if len(e.following) > 1 else ""
    if whole not in e.words.partitives or _more_than_all(e):
        return False
    if whole in e.words.partitive_articles:
        noun = next((token for token in e.following[2:] if token.pos in {"NOUN", "PROPN"}), None)
        return noun is None or noun.lemma in e.words.fellows or noun.lemma in e.antecedent.text.lower()
    return e.same_sentence or not _others_told(e)


def of_body(e: Elision) -> bool | None:
    """ "15,000 of the Giants Brigades and 3,000 of the National Resistance": a list of bodies, in one sentence."""
    words = [token.lower for token in e.following[:2]]
    named = words == ["of", "the"] and len(e.following) > 2 and e.following[2].pos == "PROPN"
    return True if named and e.same_sentence and _LISTED_BODY.search(e.lead) is not None else None


def _others_told(e: Elision) -> bool:
    """ "In the yard somebody had laid out boots, 41 of them": many of a kind that stand nearer and do not speak."""
    here = e.doc.sentence_at(e.quantity.span[0])
    before = [t for t in e.doc.sentence_tokens(here) if t.end <= e.quantity.span[0]] if here is not None else []
    verbs = lexicon.reporting().verbs
    return any(
        t.tag == "NNS" and t.dep != "npadvmod" and not (t.dep == "nsubj" and e.doc.tokens[t.head].lemma in verbs)
        for t in before
    )


def out_of(e: Elision) -> bool | None:
    """ "Of whom 12,200 are American", "Of that number 6,200 belong to the Army"; not "of whom 12,200 people"."""
    if _more_than_all(e) or not (_OUT_OF.search(e.lead) or _OPENED.match(e.opening)):
        return None
    noun = e.first.tag in {"NNS", "NN"} and e.first.lower not in e.words.followers
    return None if noun else True


def belongs(e: Elision) -> bool | None:
    """ "Some 1,100 belong to the Operational Group": a part of the force, by whose it is."""
    return True if e.first.lemma in e.words.belonging and e.antecedent.category is Category.PERSONNEL else None


def there(e: Elision) -> bool | None:
    """ "A week ago there were 10,000", "there were 180 to begin with": more or less of what was counted before."""
    counted = e.antecedent.quantity is not None and (e.quantity.min or e.quantity.max or 0) >= _MANY
    told = counted and e.antecedent.category is Category.PERSONNEL and _THERE.search(e.lead) is not None
    if not told:
        return None
    ends = e.first.text in {",", ".", ";", ")", "?"} or e.first.lower in e.words.there_followers
    return True if ends else None


def claimed(e: Elision) -> bool | None:
    """ "The opposition puts their number at 5,000", "Nairobi admits to only 1,400": of the same force."""
    counted = e.antecedent.quantity is not None and e.antecedent.category is Category.PERSONNEL
    closed = e.first.text in {",", ".", ";", ")", "?"} and (e.quantity.min or e.quantity.max or 0) >= _MANY
    return True if counted and closed and _claiming().search(e.lead) else None


@cache
def _claiming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon.elided().claiming)}) ?(?:only |just )?$", re.IGNORECASE)


def _more_than_all(e: Elision) -> bool:
    """ "A dollar buys 690,000 of them": no part of the two militants told before."""
    total = e.antecedent.quantity
    least = e.quantity.min if e.quantity.min is not None else e.quantity.max
    return total is not None and total.max is not None and least is not None and least > _ABSURD * total.max
