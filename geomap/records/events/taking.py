"""Tells the taking of places and people from the peaceful senses of its verbs: "took the airport", "Goma fell"."""

from __future__ import annotations

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.schemas import EventFrame
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.events.places import is_place, lost_places, object_places, subject_place

PAST_FORMS = {"retook", "overran"}
"""Forms that the tagger often takes for nouns."""
_UNRESISTED_REACH = 90
"""Characters behind "walked into" within which it is said that nobody resisted."""
_AGREED = {"deal", "agreement", "balance", "chord", "note", "bargain", "accord", "tone", "pact", "blow", "record"}


def takes_place(m: Mentions, token: Token, frame: EventFrame) -> bool:
    """Whether a verb has a place, or a post that can be taken, where its frame wants one."""
    if frame.place == "from":
        return bool(lost_places(m, token)) and _driven(m, token)
    if frame.place == "subject":
        return _falls(m, token, frame)
    if frame.name == "clear":
        return _settled_object(m, token)
    return frame.place == "any" or _taken(m, token)


def _settled_object(m: Mentions, token: Token) -> bool:
    """ "Cleared the village of Andriivka", "lost Goma": a settlement or a post, not "cleared the road of mines"."""
    objects = m.doc.kids(token, "dobj", "nsubjpass")
    posts = lexicon.events().posts - {"position", "port", "pass"}
    names = (t for o in objects if o.lemma in posts for p in m.doc.kids(o, "prep") for t in m.doc.kids(p, "pobj"))
    named = any(is_place(m, t) for t in (*objects, *names))
    rid = [t for p in m.doc.kids(token, "prep") if p.lower == "of" for t in m.doc.kids(p, "pobj")]
    return named and not any(t.lemma in {"mine", "explosive", "rubble", "snow", "debris", "bomb"} for t in rid)


def _falls(m: Mentions, token: Token, frame: EventFrame) -> bool:
    """ "Goma fell", "the town caved in"; not "wait for the river to fall", "London fell by two points"."""
    if any(kid.lower == "to" for kid in m.doc.kids(token, "aux")):
        return False
    if subject_place(m, token) is not None:
        return not any(p.lower == "by" for p in m.doc.kids(token, "prep"))
    posts = lexicon.events().posts - {"position", "port", "station"}
    return frame.name == "cave-in" and any(kid.lemma in posts for kid in m.doc.kids(token, "nsubj"))


def _taken(m: Mentions, token: Token) -> bool:
    """ "Captured Goma", "took the airport", "Kuwait, which Iraq overran", "recapturing it"."""
    objects = [*m.doc.kids(token, "dobj", "nsubjpass")]
    participle = token.tag == "VBN" and token.dep in {"relcl", "acl"} and not _own_subject(m, token)
    if participle or (token.dep == "relcl" and any(kid.tag in {"WDT", "WP"} for kid in m.doc.kids(token, "dobj"))):
        objects.append(m.doc.tokens[token.head])
    objects.extend(kid for t in tuple(objects) for kid in m.doc.kids(t, "conj"))
    if any(is_place(m, t) for t in objects):
        return True
    if any(t.lower == "it" for t in objects) and token.lemma != "take":
        return True
    if token.lower in PAST_FORMS and token.tag.startswith("NN"):
        return bool(object_places(m, token))
    posts = lexicon.events().posts
    return any(t.lemma in posts and (t.tag == "NNS" or m.doc.kids(t)) for t in objects)


def _own_subject(m: Mentions, token: Token) -> bool:
    """ "Rome, where an obelisk taken from Axum stood": the clause has a subject that is no relative pronoun."""
    return any(kid.tag not in {"WDT", "WP"} for kid in m.doc.kids(token, "nsubj", "nsubjpass"))


def _driven(m: Mentions, token: Token) -> bool:
    """Whether those who are driven out of a place hold it by arms: a force, a people, an armed group."""
    for kid in m.doc.kids(token, "dobj", "nsubjpass"):
        noun = m.doc.tokens[m.clauses.head(token).head] if kid.tag in {"WP", "WDT"} else kid
        tree = (noun, *m.doc.kids(noun, "amod", "compound"))
        if noun.index in m.force_heads or any(a.span[0] <= t.start < a.span[1] for t in tree for a in m.actors):
            return True
        if noun.lower in {
            "them",
            "rebels",
            "gunmen",
            "militants",
            "insurgents",
            "fighters",
            "enemy",
            "army",
            "garrison",
        }:
            return True
    return False


def military_subject(m: Mentions, token: Token) -> bool:
    """ "Israel struck targets in Beirut": a power or a force as the subject, and an object that no deal is."""
    objects = m.doc.kids(token, "dobj")
    if not objects or any(t.lemma in _AGREED for t in objects):
        return False
    subject = m.clauses.subject(token)
    if subject is None:
        return False
    tree = (subject, *m.doc.kids(subject, "amod", "compound"))
    return subject.index in m.force_heads or any(a.span[0] <= t.start < a.span[1] for t in tree for a in m.actors)


def takes_people(m: Mentions, token: Token) -> bool:
    """ "Captured two soldiers near Zarit"."""
    people = lexicon.events().people
    objects = m.doc.kids(token, "dobj", "nsubjpass")
    return any(t.lemma in people and m.doc.kids(t, "nummod", "det") for t in objects)


def loses_men(m: Mentions, token: Token) -> bool:
    """ "Lost 71 men at Inates", not "lost 71 customers"."""
    for noun in m.doc.kids(token, "dobj"):
        force = m.force_heads.get(noun.index)
        if noun.lemma in lexicon.events().fighters | {"man", "policeman", "officer", "marine"} or (
            force is not None and force.category is Category.PERSONNEL
        ):
            return bool(m.doc.kids(noun, "nummod", "amod", "quantmod"))
    return False


def unresisted(m: Mentions, token: Token) -> bool:
    """ "Walked into Kabul without a shot": nobody resists, so that to enter is to take."""
    sentence = m.doc.sentences[token.sentence]
    behind = m.doc.text[token.end : min(sentence.end, token.end + _UNRESISTED_REACH)].lower()
    return any(words in behind for words in lexicon.events().unresisted)
