"""Tells events by a verb with its object or preposition: "took control of", "changed hands", "walked into"."""

from __future__ import annotations

from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.schemas import EventFrame, EventIdiom
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.events.places import is_place
from geomap.records.events.unknown import unknown_name

_ARMED = {"force", "unit", "column", "police", "policeman", "officer", "marine", "commando", "paratrooper", "guard",
          "warship", "side", "regime", "government", "junta", "man", "skiff", "speedboat", "frigate"}  # fmt: skip
_OF = {"series", "volley", "salvo", "barrage", "hail", "number", "dozen", "score", "hundred", "thousand", "wave"}
"""Nouns of number between a verb and what is fired: "a volley of rockets"."""


@cache
def _idioms() -> dict[str, tuple[tuple[EventIdiom, EventFrame], ...]]:
    table: dict[str, tuple[tuple[EventIdiom, EventFrame], ...]] = {}
    for frame in lexicon.events().frames:
        for idiom in frame.idioms:
            for verb in idiom.verbs:
                table[verb] = (*table.get(verb, ()), (idiom, frame))
    return table


def idiom_of(m: Mentions, verb: Token) -> EventFrame | None:
    """Return the frame of the idiom that a verb makes with the words that hang on it."""
    for idiom, frame in _idioms().get(verb.lemma, ()):
        if _has_object(m, verb, idiom) and _has_preposition(m, verb, idiom):
            if idiom.armed and not armed_subject(m, verb):
                continue
            return frame
    return None


def _has_object(m: Mentions, verb: Token, idiom: EventIdiom) -> bool:
    if not idiom.objects:
        return True
    vessel = "ship" in idiom.objects
    objects = objects_of(m, verb)
    led = (p for p in m.doc.kids(verb, "prep") if p.lower in idiom.prepositions)
    objects.extend(t for p in led for t in m.doc.kids(p, "pobj"))  # "drove over a roadside bomb"
    return any(t.lemma.lower() in idiom.objects or (vessel and _ship(m, t)) for t in objects)


def _ship(m: Mentions, noun: Token) -> bool:
    """ "Seized the Stena Impero": a name with "the" that is no place, nor anything else that is known."""
    force = m.force_heads.get(noun.index)
    if force is not None:
        return force.category is Category.NAVAL
    named = any(kid.lower == "the" for kid in m.doc.kids(noun, "det"))
    return named and bool(m.doc.kids(noun, "compound")) and unknown_name(m, noun)


def objects_of(m: Mentions, verb: Token) -> list[Token]:
    """Return what is done something to: objects, subjects of a passive, their lists, and what "a volley of" counts."""
    found = [*m.doc.kids(verb, "dobj", "nsubjpass")]
    if verb.tag == "VBN" and verb.dep in {"acl", "relcl"}:
        found.append(m.doc.tokens[verb.head])
    for noun in tuple(found):
        found.extend(m.doc.kids(noun, "conj"))
        if noun.lemma in _OF:
            found.extend(t for p in m.doc.kids(noun, "prep") if p.lower == "of" for t in m.doc.kids(p, "pobj"))
    return found


def _has_preposition(m: Mentions, verb: Token, idiom: EventIdiom) -> bool:
    if not idiom.prepositions:
        return True
    hung = [*m.doc.kids(verb, "prep", "prt")]
    for noun in objects_of(m, verb):
        hung.extend(m.doc.kids(noun, "prep"))
    if "to death" in idiom.prepositions:
        return any(t.lemma == "death" for p in hung if p.lower == "to" for t in m.doc.kids(p, "pobj"))
    fitting = [p for p in hung if p.lower in idiom.prepositions]
    if idiom.objects:
        return bool(fitting)
    return any(is_place(m, t) for p in fitting for t in m.doc.kids(p, "pobj"))


def armed_subject(m: Mentions, verb: Token) -> bool:
    """Whether a force, a power or people who fight are the subject of a verb, or the agent of its passive."""
    subject = m.clauses.subject(verb)
    if subject is None or m.doc.kids(verb, "auxpass"):
        agents = [t for p in m.doc.kids(verb, "agent", "prep") if p.lower == "by" for t in m.doc.kids(p, "pobj")]
        return any(_armed(m, t) for t in agents) or (subject is not None and not agents)
    if subject.tag in {"WDT", "WP"} and m.clauses.head(subject).dep == "relcl":
        subject = m.doc.tokens[m.clauses.head(subject).head]
    return subject.lower in {"they", "it"} or any(_armed(m, t) for t in (subject, *m.doc.kids(subject, "conj")))


def _armed(m: Mentions, noun: Token) -> bool:
    if noun.index in m.force_heads or noun.lemma.lower() in _ARMED | lexicon.events().fighters:
        return True
    tree = (noun, *m.doc.kids(noun, "amod", "compound", "poss"))
    return any(a.span[0] <= t.start < a.span[1] for t in tree for a in m.actors)
