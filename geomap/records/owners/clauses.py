"""Owners that the clause of a force tells: who sends, whose deployment it is, whence it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.triggers import forms_of
from geomap.model import Span
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned, actor_at, actor_within, state
from geomap.records.owners.pronouns import affiliation, referent
from geomap.records.sources import attribute
from geomap.records.triggering import Link

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_SET_OFF = re.compile(
    r", ([^,.;]{2,60}),"
    r"(?: (?:had|has|have|was|were|is|are|will|would|could|may|might|also|since|already|now|not|been))* "
)
_OPENS_CLAUSE = re.compile(r"(?:, (?:and|while|but|whereas)|;(?: and)?) (?:the )?$")
"""What stands before the subject of another clause: "and Ukraine, determined not to be next, will send 8,500"."""

_SET_OFF_REACH = 110
"""Characters from a subject to the verb that a set-off attribution parts it from."""

_PRONOUN_REACH = 24
"""Characters before a force within which its possessive stands."""


def pronoun(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "it might move its 45 soldiers", "two of its ships", "whose last 800 men": whom the possessive means."""
    start = link.force.start
    words = lexicon.records().owning
    possessives = words.possessives | {"whose"}
    before = [t for t in m.doc.tokens_in((max(0, start - _PRONOUN_REACH), start)) if t.end <= start]
    while before and before[-1].pos in {"ADJ", "ADV", "DET"} and before[-1].lower not in possessives:
        before.pop()
    inner = [t for t in m.doc.tokens_in((start, link.force.end)) if t.start >= start and t.end <= link.force.end]
    told = [t for t in (*before[-1:], *inner) if t.lower in possessives]
    return referent(m, told[0], owned) if told else None


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
    for index in _trigger_first(link):
        verb = m.doc.tokens[index]
        found = _sender(m, link, verb, owned) if verb.is_verb or verb.pos == "ADJ" else None
        if found is not None:
            return found
    return None


def _ousted(m: Mentions, link: Link) -> bool:
    """ "dispensed with the 400 commandos whom Paris kept there": they are another's than who sends them away."""
    verb = m.doc.tokens[link.trigger.token] if link.trigger is not None else None
    return verb is not None and not lexicon.records().owning.ousting.isdisjoint(forms_of(m.doc, verb))


def _trigger_first(link: Link) -> tuple[int, ...]:
    """The verb of the act itself tells before those that share its subject: "asked NATO to base two brigades"."""
    own = link.trigger.token if link.trigger is not None and link.trigger.token in link.verbs else None
    return link.verbs if own is None else (own, *(index for index in link.verbs if index != own))


def given(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "14 jets that Russia delivered": who acts in the force's relative clause."""
    noun = m.doc.tokens[link.head.head] if link.head.dep in {"nmod", "compound", "conj"} else link.head
    for head in dict.fromkeys((link.head, noun)):
        for clause in m.doc.kids(head, "relcl"):
            word = next(iter(m.doc.kids(clause, "nsubj")), None)
            acts = clause.index in m.triggers and word is not None and word.tag not in {"WDT", "WP"}
            if word is None or not acts:
                continue
            if word.lower in lexicon.records().owning.subject_pronouns:
                return referent(m, word, owned)
            return actor_at(m, word)
    return None


def estimated(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "put Tajik strength there at 3,000 men", "the army is reckoned at 130,000": whose strength it is."""
    led = m.doc.tokens[link.head.head]
    verb = m.doc.tokens[led.head]
    if link.head.dep != "pobj" or led.lower != "at" or verb.lemma not in lexicon.records().owning.estimating:
        return None
    for word in m.doc.kids(verb, "nsubjpass") or m.doc.kids(verb, "dobj"):
        found = actor_at(m, word)
        if found is not None:
            return found
        owner = next(iter(m.doc.kids(word, "poss")), None)
        if owner is not None and owner.lower in lexicon.records().owning.possessives:
            teller = m.clauses.subject(verb)
            own = actor_at(m, teller) if teller is not None else None
            return referent(m, owner, owned, but=None if own is not None and own.kind == "state" else teller)
    return None


def speaker(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "There is no plan to put one soldier into Iraq, the Pentagon said": who says so, where nobody else would act."""
    verb = m.doc.tokens[link.trigger.token] if link.trigger is not None and link.trigger.kind == "verb" else None
    if verb is None or verb.tag not in {"VB", "VBG"} or m.doc.kids(verb, "nsubj", "nsubjpass", "auxpass"):
        return None
    above = next((a for a in m.doc.ancestors(verb) if a.is_verb), None)
    if above is None or not m.doc.kids(above, "expl"):
        return None
    said = attribute(m, verb).source
    return affiliation(m, said.span, said.name) if said is not None and said.span is not None else None


def _set_off(m: Mentions, verb: Token) -> ActorMention | None:
    """ "Moscow, he went on, had also supplied the separatists": a subject parted from its verb by who says so."""
    sentence = m.doc.sentences[verb.sentence]
    for actor in m.actors:
        if sentence.start <= actor.span[0] and actor.span[1] <= verb.start:
            gap = m.doc.text[actor.span[1] : verb.start]
            match = _SET_OFF.fullmatch(gap) if len(gap) < _SET_OFF_REACH else None
            if match is None:
                continue
            opens = _OPENS_CLAUSE.search(m.doc.text[sentence.start : actor.span[0]]) is not None
            if opens or any(word in _saying() for word in match[1].split()):
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


def _sender(m: Mentions, link: Link, verb: Token, owned: Sequence[Owned]) -> ActorMention | None:
    """Return the actor that one verb names as its agent or its subject."""
    words = lexicon.records().owning
    ousting = link.trigger is not None and verb.index == link.trigger.token and _ousted(m, link)
    if verb.lemma in words.hosting or ousting or (verb.lemma in words.observing and verb.tag != "VBN"):
        return None  # "Latvia hosts by far the largest group, with 1,887 troops"
    for agent in m.doc.kids(verb, "agent"):
        found = actor_within(m, agent)
        if found is not None:
            return found
    word = _subject_of(m, verb)
    if word is None or word.index == link.head.index:
        return None
    if word.dep != "relcl" and any(t.index == link.head.index for t in m.doc.subtree(word)):
        return None
    found = actor_at(m, word)
    if found is None and word.lower in lexicon.records().owning.subject_pronouns and not _expletive(m, word):
        return referent(m, word, owned, but=_other(m, word))
    return found


def _subject_of(m: Mentions, verb: Token) -> Token | None:
    """Return the subject of a verb, that of the clause around where it is an infinitive behind a noun.

    "Berlin has no plans to put soldiers there", "Warsaw asked NATO to base two brigades there".
    """
    above = m.doc.tokens[verb.head]
    if verb.dep == "xcomp" and above.lemma in lexicon.records().owning.controlling:
        asked = m.doc.kids(above, "dobj")
        if asked and asked[0].start < verb.start:
            return asked[0]
    word = m.clauses.subject(verb)
    noun = word if verb.dep == "acl" and verb.tag == "VB" else None
    if verb.dep == "pcomp" and word is None:
        noun = m.doc.tokens[above.head]  # "no intention of sending"
    if noun is None or actor_at(m, noun) is not None:
        return word or noun
    governing = m.doc.tokens[noun.head]
    return m.clauses.subject(governing) if governing.is_verb and noun.dep in {"dobj", "pobj"} else word


def _other(m: Mentions, word: Token) -> Token | None:
    """Return whom a pronoun does not mean: who "accuses it of" that, or "reckons that it has" that."""
    verb = m.doc.tokens[word.head]
    if word.dep == "dobj":
        return m.clauses.subject(verb)
    above = m.doc.tokens[verb.head]
    guessed = verb.dep == "ccomp" and above.lemma in lexicon.records().owning.guessing
    return m.clauses.subject(above) if guessed else None


def _expletive(m: Mentions, word: Token) -> bool:
    """ "it is rumoured that", "it is said"."""
    verb = m.doc.tokens[word.head]
    return word.lower == "it" and word.dep == "nsubjpass" and verb.lemma in lexicon.reporting().verbs


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
