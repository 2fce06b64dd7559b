"""Tells the fighting senses of words from the peaceful ones, by the grammar around them."""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.schemas import EventFrame
from geomap.model import EventType
from geomap.records.context import Mentions
from geomap.records.event_idioms import armed_subject
from geomap.records.event_places import (
    is_place,
    lost_places,
    object_places,
    opens_with_place,
    own_places,
    places_of,
    subject_place,
)
from geomap.records.event_weapons import weapon_type

PAST_FORMS = {"retook", "overran"}
"""Forms that the tagger often takes for nouns."""
_LAUNCHING = {
    "launch",
    "carry",
    "conduct",
    "stage",
    "mount",
    "kill",
    "wound",
    "hit",
    "destroy",
    "order",
    "injure",
    "damage",
    "say",
}
_HOLDING = {"hold", "begin", "conduct", "launch", "stage", "start", "open"}
_REHEARSED = {"crossing", "landing", "assault", "attack", "defence", "defense", "drop", "jump", "firing", "manoeuvre",
              "maneuver", "evacuation", "boarding", "retreat", "shooting", "advance", "parachute"}  # fmt: skip
_UNRESISTED_REACH = 90
"""Characters behind "walked into" within which it is said that nobody resisted."""
_BLAMED = re.compile(
    r" under (?:\w+ )?fire\b[^,.;]{0,30}? (?:for|over) "
    r"(?!\d|an?\b|several|some|two|three|four|hours|days|the next|the second)"
)
_AGREED = {"deal", "agreement", "balance", "chord", "note", "bargain", "accord", "tone", "pact", "blow", "record"}


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
    return any(t.lower in lexicon.events().peaceful for t in beside)


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
    if token.lemma not in {"bombard", "pound", "shell", "attack"}:
        return True
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
    participle = token.tag == "VBN" and token.dep in {"relcl", "acl"}
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


def unresisted(m: Mentions, token: Token) -> bool:
    """ "Walked into Kabul without a shot": nobody resists, so that to enter is to take."""
    sentence = m.doc.sentences[token.sentence]
    behind = m.doc.text[token.end : min(sentence.end, token.end + _UNRESISTED_REACH)].lower()
    return any(words in behind for words in lexicon.events().unresisted)
