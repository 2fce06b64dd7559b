"""Tells the fighting senses of words from the peaceful ones, by the grammar around them."""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.schemas import EventFrame
from geomap.model import Category, EventType
from geomap.records.context import Mentions
from geomap.records.events.idioms import armed_subject
from geomap.records.events.places import (
    is_place,
    opens_with_place,
    own_places,
    places_of,
)
from geomap.records.events.taking import takes_place
from geomap.records.events.weapons import weapon_type

_LAUNCHING = {
    *("launch", "carry", "conduct", "stage", "mount", "order", "say"),
    *("kill", "wound", "injure", "hit", "destroy", "damage"),
}
_HOLDING = {"hold", "begin", "conduct", "launch", "stage", "start", "open"}
_AIR = {"air", "aircraft", "plane", "jet", "warplane", "drone", "helicopter", "pilot", "sortie", "bomber", "aerial"}
_REHEARSED = {"crossing", "landing", "assault", "attack", "defence", "defense", "drop", "jump", "firing", "manoeuvre",
              "maneuver", "evacuation", "boarding", "retreat", "shooting", "advance", "parachute"}  # fmt: skip
_BLAMED = re.compile(
    r" under (?:\w+ )?fire\b[^,.;]{0,30}? (?:for|over) "
    r"(?!\d|an?\b|several|some|two|three|four|hours|days|the next|the second)"
)


def nominal(m: Mentions, token: Token) -> bool:
    """A noun, or a gerund that the tagger takes for a verb: "died in fighting around Sake"."""
    if token.pos in {"NOUN", "PROPN"} or (token.tag == "VBZ" and m.doc.tokens[token.head].lemma in _HOLDING):
        return True  # "held their annual drills", which the tagger takes for a verb
    return (
        token.tag == "VBG" and token.dep in {"pcomp", "csubj", "pobj", "nsubj"} and not m.doc.kids(token, "aux", "dobj")
    )


def in_name(m: Mentions, token: Token) -> bool:
    """A capitalised word of fighting inside a name: "16 Air Assault Brigade", "Operation Desert Strike"."""
    if not token.text[0].isupper() or token.index == m.doc.sentences[token.sentence].first:
        return False
    neighbours = m.doc.tokens[max(0, token.index - 1) : token.index + 2]
    return sum(t.text[:1].isupper() for t in neighbours) > 1


def peaceful(m: Mentions, token: Token) -> bool:
    """A word beside a noun of fighting that makes it none: "heart attack", "a strike by tugboat crews"."""
    beside = list(m.doc.kids(token, "amod", "compound", "nmod", "poss"))
    for prep in m.doc.kids(token, "prep"):
        if prep.lower in {"by", "of", "over"}:
            beside.extend(t for noun in m.doc.kids(prep, "pobj") for t in (noun, *m.doc.kids(noun, "compound")))
    on = (p for p in m.doc.kids(token, "prep") if p.lower in {"on", "over", "against", "for"})
    ideas = any(t.lemma in lexicon.events().ideas for p in on for t in m.doc.kids(p, "pobj"))
    return ideas or any(t.lower in lexicon.events().peaceful for t in beside)


def aimed(m: Mentions, token: Token) -> bool:
    """A "strike" on, against or at something, or one that a power carries out; not a walk-out."""
    if any(kid.lower in {"on", "against", "at", "near", "inside"} for kid in m.doc.kids(token, "prep")):
        return True
    if weapon_type(m, token) is not None:
        return True
    modified = any(
        a.span[0] <= kid.start < a.span[1] for kid in m.doc.kids(token, "amod", "poss", "compound") for a in m.actors
    )
    return modified or m.doc.tokens[token.head].lemma in _LAUNCHING


def recalling(m: Mentions, token: Token) -> bool:
    """ "The strikes", "this attack": what is spoken of as known."""
    return any(kid.lower in {"the", "that", "this", "these", "those"} for kid in m.doc.kids(token, "det"))


def by_air(m: Mentions, token: Token) -> bool:
    """Whether a "bombing" is one from the air: aircraft in its sentence, or a state that does it."""
    for near in m.doc.sentence_tokens(m.doc.sentences[token.sentence]):
        if near.lemma.lower() in _AIR:
            return True
        force = m.force_heads.get(near.index)
        if force is not None and force.category in {Category.AIRCRAFT, Category.UAV, Category.HELICOPTER}:
            return True
    kids = m.doc.kids(token, "amod", "poss", "compound")
    powers = [a for a in m.actors if a.kind == "state" and any(a.span[0] <= k.start < a.span[1] for k in kids)]
    agents = [t for p in m.doc.kids(token, "prep") if p.lower == "by" for t in m.doc.kids(p, "pobj")]
    return bool(powers or agents)


def of_place(m: Mentions, token: Token) -> bool:
    """ "the fall of Goma", "the capture of the airport", "the town's fall"."""
    if places_of(m, token):
        return True
    for kid in m.doc.kids(token, "prep", "poss"):
        inner = (kid,) if kid.dep == "poss" else m.doc.kids(kid, "pobj") if kid.lower == "of" else ()
        if any(is_place(m, t) or t.lemma in lexicon.events().posts for t in inner):
            return True
    return False


def nothing_done(m: Mentions, token: Token) -> bool:
    """ "Did not attack", "not a shot has been fired", "no rockets hit the town"."""
    if any(kid.dep == "neg" for kid in m.doc.kids(token)):
        return True
    subjects = m.doc.kids(token, "nsubj", "nsubjpass")
    return any(
        kid.lower in {"no", "not", "none", "neither"} for subject in subjects for kid in (subject, *m.doc.kids(subject))
    )


def blamed(m: Mentions, token: Token) -> bool:
    """ "Came under fire in Madrid for his remarks": critics do it."""
    return _BLAMED.match(m.doc.text, token.end) is not None


def plausible(m: Mentions, token: Token, frame: EventFrame) -> bool:
    """Whether a verb of several senses tells an event here."""
    if (frame.armed and not armed_subject(m, token)) or m.doc.kids(token, "csubj"):
        return False
    if frame.place is not None:
        particle = frame.guarded and any(kid.dep == "prt" and not _dates(m, kid) for kid in m.doc.kids(token))
        return not particle and takes_place(m, token, frame)
    sense = _SENSES.get(frame.type)
    return not nothing_done(m, token) and (sense is None or sense(m, token))


def _dates(m: Mentions, particle: Token) -> bool:
    """ "Took in October", which is parsed like "took up positions"."""
    return any(0 <= time.span[0] - particle.end <= 1 or time.span[0] == particle.start for time in m.times)


def _fought(m: Mentions, token: Token) -> bool:
    """ "Fought in Omdurman", not "divisions are fighting in the south"."""
    if token.lemma not in {"fight", "battle"}:
        return True
    if any(t.lemma in lexicon.events().foes for t in m.doc.kids(token, "dobj")):
        return False  # "fought the flames"
    going_on = token.tag == "VBG" and not _timed(m, token)
    placed = bool(own_places(m, token)) or opens_with_place(m, token)
    return placed and token.tag != "VB" and not going_on


def _exercised(m: Mentions, token: Token) -> bool:
    """ "Exercised at Tapa", "rehearsed a landing", not "exercised restraint"."""
    rehearsed = all(t.lemma in _REHEARSED for t in m.doc.kids(token, "dobj"))
    return rehearsed and token.tag in {"VBD", "VBN"} and bool(own_places(m, token))


def _exploded(m: Mentions, token: Token) -> bool:
    """ "A lorry exploded", not "sales exploded"."""
    subject = m.clauses.subject(token)
    return subject is None or subject.lemma.lower() not in lexicon.events().abstract


def _assailed(m: Mentions, token: Token) -> bool:
    """ "Bombarded the town", not "bombarded her with questions"."""
    if token.lemma == "storm" and not m.doc.kids(token, "dobj", "nsubjpass"):
        return not any(kid.lower in {"out", "off", "to"} for kid in m.doc.kids(token, "prep", "prt", "advmod"))
    if token.lemma not in {"bombard", "pound", "shell", "attack"}:
        return True
    about = (p for p in m.doc.kids(token, "prep") if p.lower in {"over", "for"})
    if any(t.lemma in lexicon.events().ideas for p in about for t in m.doc.kids(p, "pobj")):
        return False  # "attacked in parliament over his budget"
    spoken = any(kid.lower in {"i", "we", "you"} for kid in m.doc.kids(token, "nsubjpass"))
    if spoken and not any(p.lower == "by" for p in m.doc.kids(token, "agent", "prep")):
        return False  # "we were bombarded in November"
    means = [t for p in m.doc.kids(token, "prep") if p.lower == "with" for t in m.doc.kids(p, "pobj")]
    return not any(t.lemma in {"call", "question", "message", "request", "letter", "complaint"} for t in means)


_SENSES: dict[EventType, Callable[[Mentions, Token], bool]] = {
    EventType.BATTLE: _fought,
    EventType.EXERCISE: _exercised,
    EventType.EXPLOSION: _exploded,
    EventType.SHELLING: _assailed,
    EventType.ATTACK: _assailed,
}
"""What parts the senses of a frame's verbs, by the type of event that they tell."""


def _timed(m: Mentions, token: Token) -> bool:
    return any(member.start <= t.span[0] < member.end for member in m.clauses.members(token) for t in m.times)
