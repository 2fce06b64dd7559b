"""Owners that the clause of a force tells: who sends, whose deployment it is, whence it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors import ActorMention
from geomap.model import Action, Relation, Span
from geomap.records.context import Mentions
from geomap.records.owned import Owned, acting_before, actor_within, state
from geomap.records.triggering import Link

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_SET_OFF = re.compile(
    r", ([^,.;]{2,60}),"
    r"(?: (?:had|has|have|was|were|is|are|will|would|could|may|might|also|since|already|now|not|been))* "
)
_SET_OFF_REACH = 110
"""Characters from a subject to the verb that a set-off attribution parts it from."""

_GUESSED = {"owner-origin-country", "owner-unknown", "owner-salient"}
_RELATIVE_REACH = 30
"""Characters between an actor and a "whose" that refers to it."""

_PRONOUN_REACH = 12
"""Characters before a force within which its possessive stands."""


def pronoun(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "it might move its 45 soldiers", "two of its ships": the last actor before that acts as a subject."""
    start = link.force.start
    words = lexicon.records().owning
    before = [t for t in m.doc.tokens_in((max(0, start - _PRONOUN_REACH), start)) if t.end <= start]
    inner = [
        t for t in m.doc.tokens_in((start, link.force.head[0])) if t.start >= start and t.end <= link.force.head[0]
    ]
    if before and before[-1].lower in words.relatives:
        return _named_right_before(m, before[-1].start)
    if (before and before[-1].lower in words.possessives) or any(t.lower in words.possessives for t in inner):
        return acting_before(m, start, speakers=True)
    return None


def _named_right_before(m: Mentions, position: int) -> ActorMention | None:
    """ "the movement, whose own 800 fighters": the actor that a relative refers to."""
    last = next((a for a in reversed(m.actors) if a.span[1] <= position), None)
    return last if last is not None and position - last.span[1] <= _RELATIVE_REACH else None


def subject(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Who sends: the subject of the trigger where the force is not the subject itself; a by-phrase; a noun's owner."""
    if link.trigger is not None and link.trigger.kind == "noun":
        owner = _noun_owner(m, m.doc.tokens[link.trigger.token])
        if owner is not None:
            return owner
    for index in link.verbs:
        found = _set_off(m, m.doc.tokens[index])
        if found is not None:
            return found
    for index in link.verbs:
        verb = m.doc.tokens[index]
        found = _sender(m, link, verb) if verb.is_verb or verb.pos == "ADJ" else None
        if found is not None:
            return found
    return None


def _set_off(m: Mentions, verb: Token) -> ActorMention | None:
    """ "Moscow, he went on, had also supplied the separatists": a subject parted from its verb by who says so."""
    sentence = m.doc.sentences[verb.sentence]
    for actor in m.actors:
        if sentence.start <= actor.span[0] and actor.span[1] <= verb.start:
            gap = m.doc.text[actor.span[1] : verb.start]
            match = _SET_OFF.fullmatch(gap) if len(gap) < _SET_OFF_REACH else None
            if match is not None and any(word in _saying() for word in match[1].split()):
                return actor
    return None


@cache
def _saying() -> frozenset[str]:
    """Forms of verbs of saying as they stand set off: "said", "says", "went on"."""
    verbs = lexicon.reporting().verbs
    forms = {form for verb in verbs for form in (verb, f"{verb}s", f"{verb}ed", f"{verb}d")}
    return frozenset(forms | {"said", "went", "told", "wrote", "put"})


def _noun_owner(m: Mentions, noun: Token) -> ActorMention | None:
    """ "Russia's troop deployment", "the Russian build-up", "the deployment by France of"."""
    for kid in m.doc.kids(noun, *_MODIFIERS, "prep"):
        found = actor_within(m, kid) if kid.dep != "prep" or kid.lower == "by" else None
        if found is not None:
            return found
    return None


def _sender(m: Mentions, link: Link, verb: Token) -> ActorMention | None:
    """Return the actor that one verb names as its agent or its subject."""
    if verb.lemma in lexicon.records().owning.hosting:
        return None  # "Latvia hosts by far the largest group, with 1,887 troops"
    for agent in m.doc.kids(verb, "agent"):
        found = actor_within(m, agent)
        if found is not None:
            return found
    word = m.clauses.subject(verb)
    if word is None or word.index == link.head.index:
        return None
    if word.dep != "relcl" and any(t.index == link.head.index for t in m.doc.subtree(word)):
        return None
    found = _as_actor(m, word)
    if found is None and word.pos == "PRON" and word.lower in lexicon.records().owning.subject_pronouns:
        other = m.clauses.subject(m.doc.tokens[word.head]) if word.dep == "dobj" else None
        return acting_before(m, word.start, speakers=True, but=other)  # "accuses it of": not the accuser
    return found


def _as_actor(m: Mentions, word: Token) -> ActorMention | None:
    """Return the actor that a subject is or belongs to: "Russia", "the Pentagon", "Germany's defence minister"."""
    for actor in m.actors:
        if actor.span[0] <= word.start < actor.span[1]:
            return actor
    for kid in m.doc.kids(word, *_MODIFIERS, "appos", "prep"):
        found = actor_within(m, kid) if kid.dep != "prep" or kid.lower == "of" else None
        if found is not None:
            return found
    return None


def origin_country(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Forces that arrive from a country or from a base at home are that country's: "moved up from Germany".

    Whoever was said to be there leaves from there: "28,500 Americans in South Korea … moved from Kunsan".
    """
    if link.action is Action.WITHDRAW or not link.origins:
        return None
    origin = link.origins[0]
    code = origin.country
    if origin.mention.relation not in {None, Relation.PART}:
        return None  # "90 miles from Goma", "back from the Ukrainian border": no home
    if code is None or any(place.country == code for place in link.locations):
        return None
    for earlier in reversed(owned):
        guest = earlier.actor
        if guest is not None and guest.code != code and code in _whereabouts(earlier.link):
            return ActorMention(origin.mention.span, guest.name, guest.code or "", "state", None, "actor-guest")
    armed = {o.actor.code for o in owned if o.actor is not None and o.rule not in _GUESSED}
    if armed and code not in armed and not any(a.code == code for a in m.actors):
        return None  # the force of somebody else who has a base there
    known = next((a for a in m.actors if a.code == code), None)
    return known or state(m, origin.mention.span, code, "actor-origin")


def government(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "In Yemen, government forces massed 5,000 fighters": those of the one land that the sentence tells of."""
    named = _governing(link.force.text)
    for index in link.verbs:
        word = m.clauses.subject(m.doc.tokens[index])
        named = named or (word is not None and any(_governing(kid.lower) for kid in m.doc.kids(word, *_MODIFIERS)))
    if not named:
        return None
    lands = {place.country for place in m.places_in(_sentence_of(m, link)) if place.country is not None}
    if len(lands) != 1:
        return None
    return state(m, (link.force.start, link.force.end), lands.pop(), "actor-government")


def _governing(words: str) -> bool:
    """Whether a force or a word before it is of "the government" without saying whose."""
    return words.casefold().split(" ")[0] in lexicon.records().owning.governing


def _sentence_of(m: Mentions, link: Link) -> Span:
    sentence = m.doc.sentences[link.head.sentence]
    return (sentence.start, sentence.end)


def _whereabouts(link: Link) -> set[str | None]:
    return {place.country for place in (*link.locations, *link.origins)}
