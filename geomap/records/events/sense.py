"""Judges whether words of fighting tell an event: no accident, figure of speech, cartoon, nor talk of a deal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import EventType, Relation
from geomap.records.context import Mentions
from geomap.records.events.topics import armed
from geomap.records.events.triggers import EventTrigger

SURE = {"event-place-by-parse", "event-place-object", "event-place-subject", "event-place-of", "event-place-lost"}
"""Rules of place by which the place hangs on the very words that tell the event."""
_FICTION = {
    "cartoon",
    "film",
    "movie",
    "novel",
    "animation",
    "poster",
    "simulation",
    "scenario",
    "painting",
    "dream",
    "series",
}
_STANDING = re.compile(r"\b(?:cease-?fire|truce|armistice)$")
_DATED = re.compile(
    r"(?: (?:signed|reached|agreed|concluded|struck|made))?[^.;:]{0,45}?\b(?:of|in) (1[89]\d\d|20\d\d)\b"
)
_YEAR_REACH = 70
"""Characters behind a deal within which its year stands."""

_WARLONG = re.compile(
    r"\bsince the (?:war|conflict|fighting|uprising|insurgency|invasion|start|outbreak|beginning)\b"
    r"|\bin the (?:war|conflict)\b"
)
_LONG_AGO = re.compile(r"\b(?:weeks|months|years|a year|a month|decades) (?:after|since)\b", re.IGNORECASE)
_DIRECTING = {"direct", "command", "oversee", "run", "monitor", "coordinate", "plan", "supervise"}
_CONTESTS = {"battle", "fight", "contest", "campaign", "struggle"}
_IN_FORCE = {"hold", "begin", "start", "collapse", "last"}
_DECLARED = {"announce", "declare", "extend", "renew", "prolong", "proclaim", "observe", "accept"}
_EFFECT = {"effect", "force", "hold"}
_MENTIONED = {"of", "against", "for", "like", "despite", "about", "with", "to", "from", "than"}


def signed(m: Mentions, token: Token) -> bool:
    """Talk of a deal is none: it must be signed, or be a truce that holds or held; one of years ago is background."""
    if _of_earlier_year(m, token):
        return False
    signing = lexicon.events().signing
    head = m.doc.tokens[token.head]
    if head.lemma in signing and token.dep in {"dobj", "nsubjpass", "pobj"}:
        return True
    if any(kid.lemma in signing for kid in m.doc.kids(token, "acl", "relcl")):
        return True
    if not _STANDING.search(m.doc.text[max(0, token.start - 6) : token.end].lower()):
        return False
    if any(
        kid.lower in {"once", "if", "when", "until", "unless", "after"} for kid in m.doc.kids(head, "mark", "advmod")
    ):
        return False  # "once a ceasefire holds"
    in_force = token.dep == "nsubj" and head.lemma in _IN_FORCE and head.tag != "VB"
    return head.lower in {"under", "since"} or in_force or _declared(m, token, head)


def made(m: Mentions, lead: EventTrigger) -> bool:
    """ "Agreed to a truce on Saturday", "announced a ceasefire": it is made, though the verbs mostly tell of plans."""
    if lead.type is not EventType.AGREEMENT:
        return False
    verb = next((t for t in m.doc.ancestors(lead.token) if t.is_verb), None)
    done = verb is not None and verb.tag in {"VBD", "VBN"} and not m.doc.kids(verb, "neg")
    asked = verb is not None and any(kid.tag == "MD" or kid.lower == "to" for kid in m.doc.kids(verb, "aux"))
    return done and not asked and verb is not None and verb.lemma in _DECLARED | {"agree", "sign"}


def _declared(m: Mentions, token: Token, head: Token) -> bool:
    """ "Announced a truce", "agreed to a ceasefire", "the truce took effect": it is made, not only called for."""
    if head.lemma in _DECLARED and token.dep in {"dobj", "nsubjpass"}:
        return True
    if token.dep == "pobj" and head.lower in {"to", "on"} and m.doc.tokens[head.head].lemma == "agree":
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    hung = [*m.doc.kids(head, "dobj"), *(t for p in m.doc.kids(head, "prep") for t in m.doc.kids(p, "pobj"))]
    return head.lemma in {"take", "come", "go", "enter", "be"} and any(t.lemma in _EFFECT for t in hung)


def _of_earlier_year(m: Mentions, token: Token) -> bool:
    """ "the armistice of 1992", "a protocol signed in Rio in 1942": long before the article."""
    if m.published is None:
        return False
    behind = m.doc.text[token.end : min(m.doc.sentences[token.sentence].end, token.end + _YEAR_REACH)]
    match = _DATED.match(behind)
    return match is not None and int(match[1]) < m.published.year


def metaphor(m: Mentions, token: Token) -> bool:
    """Return whether an article without a force speaks of fighting by the way: "the battle for the seat"."""
    return token.pos == "NOUN" and token.lemma in _CONTESTS and not armed(m)


def is_drill(m: Mentions, token: Token) -> bool:
    """A drill of forces, not the exercise of a right."""
    if token.tag.startswith("VB") or m.doc.text[token.start : token.end] == "Exercise":
        return True
    sentence = m.doc.sentences[token.sentence]
    if any(not force.ambiguous for force in m.forces_in((sentence.start, sentence.end))):
        return True
    near = m.doc.sentence_tokens(sentence)
    if any(t.lower in lexicon.events().military for t in near if t.index != token.index or t.tag == "NNS"):
        return True
    low = m.doc.sentences[max(0, token.sentence - 1)].start
    return any(low <= force.start < token.start for force in m.forces)


def past_background(m: Mentions, token: Token) -> bool:
    """ "Five weeks after they raised their flag", "months after the offensive began": where the report starts from."""
    for above in (token, *m.doc.ancestors(token)):
        marks = m.doc.kids(above, "mark", "advmod")
        if above.dep == "advcl" and any(kid.lower in {"after", "since"} for kid in marks):
            start = m.doc.subtree(above)[0].start
            return _LONG_AGO.search(m.doc.text, max(0, start - 20), start + 30) is not None
    return False


def referring(m: Mentions, token: Token) -> bool:
    """ "notified of the exercise": a drill that is only spoken of again."""
    definite = any(kid.lower in {"the", "this", "that"} for kid in m.doc.kids(token, "det"))
    above = m.doc.tokens[m.doc.tokens[token.head].head]
    if token.dep == "pobj" and m.doc.tokens[token.head].lower == "for" and above.pos == "VERB":
        return True  # "had come earlier for an exercise"
    return (
        definite
        and token.dep == "pobj"
        and m.doc.tokens[token.head].lower in {"of", "about", "before", "after", "for", "to"}
    )


def spoken_of(m: Mentions, token: Token) -> bool:
    """ "One of the deadliest days of the offensive": fighting that only says which days are meant."""
    definite = any(kid.lower in {"the", "this", "that"} for kid in m.doc.kids(token, "det"))
    of = m.doc.tokens[token.head]
    named = m.doc.tokens[of.head].lower == "one"  # "one of the worst massacres" is what was just told
    return definite and token.dep == "pobj" and of.lower == "of" and not named


def asserted(m: Mentions, lead: EventTrigger, rule: str) -> bool:
    """A noun of fighting tells an event where it has a place and is not merely mentioned ("fears of an attack")."""
    head = m.doc.tokens[lead.token.head]
    mentioned = lead.token.dep in {"pobj", "compound", "poss", "conj", "appos"} and head.lower in _MENTIONED
    if lead.token.dep in {"dobj", "nsubjpass"} and head.lemma in lexicon.events().remembering | _DIRECTING:
        return False  # "the film recalls the siege", "they direct the battle from Baku"
    if mentioned and m.doc.tokens[head.head].tag == "CD":
        mentioned = False  # "51 of the 146 clashes took place near Pokrovsk"
    return not mentioned and rule in {*SURE, "event-place-by-verb", "event-place-clause", "event-place-recalled"}


def accident(m: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence tells of storms, quakes, crashes or pits, so that nobody need have done the harm."""
    tokens = m.doc.sentence_tokens(sentence)
    nouns = (t for t in tokens if t.pos == "NOUN")  # gunmen who "storm" a hotel are no storm
    told = any(t.lemma.lower() in lexicon.events().accidents or _leak(m, t) for t in nouns)
    return told or any(_wreck(m, t) for t in tokens)


def _wreck(m: Mentions, verb: Token) -> bool:
    """ "When a helicopter crashed in the hills": not a drone that crashes into a house."""
    if verb.lemma not in {"crash", "collide", "overturn", "capsize", "derail"} or not verb.tag.startswith("VB"):
        return False
    subject = m.clauses.subject(verb)
    return subject is None or subject.lemma not in {"drone", "missile", "rocket", "shell", "munition"}


def _leak(m: Mentions, noun: Token) -> bool:
    """ "A gas explosion", "a heart attack": what nobody did."""
    if noun.lemma not in {"explosion", "blast", "attack"}:
        return False
    return any(kid.lower in lexicon.events().peaceful for kid in m.doc.kids(noun, "compound", "amod"))


def figurative(m: Mentions, sentence: Sentence, lead: EventTrigger, rule: str) -> bool:
    """ "Fired a missile from 30 yards", "attacked by critics", "the attack on the currency", a missile test."""
    if lead.kind == "weapon" and lead.token.lemma in {"fire", "launch"}:
        towards = {kid.lower for kid in m.doc.kids(lead.token, "prep")}
        if (
            towards & {"into", "toward", "towards"}
            and not towards & {"at", "on", "against"}
            and lead.type is EventType.STRIKE
        ):
            return any(t.lemma in {"sea", "ocean", "water", "test"} for t in m.doc.sentence_tokens(sentence))
    if lead.type is EventType.EXPLOSION and lead.kind != "weapon" and not armed(m):
        return True
    if lead.type is EventType.EXPLOSION and lead.kind == "noun" and rule == "event-place-by-verb":
        return False
    if lead.frame.name not in {"weapon", "attack", "strike-noun", "explosion"} or (
        lead.type is EventType.EXPLOSION and lead.kind != "noun"
    ):
        return False
    if lead.kind in {"weapon", "noun"} and rule in {*SURE, "event-place-recalled", "event-place-heading"}:
        return False
    return not _armed(m, sentence, loosely=lead.kind not in {"weapon", "noun"})


def _armed(m: Mentions, sentence: Sentence, *, loosely: bool) -> bool:
    """Whether a sentence names an actor or a force of some type; ``loosely``, any force or people who fight."""
    spans = (*(a.span for a in m.actors), *(f.span for f in m.forces if f.named or loosely))
    if any(sentence.start <= span[0] < sentence.end for span in spans):
        return True
    return loosely and any(t.lemma.lower() in lexicon.events().fighters for t in m.doc.sentence_tokens(sentence))


def hypothetical(m: Mentions, token: Token) -> bool:
    """ "The division may return if Korem is attacked": what may never happen."""
    for above in (token, *m.doc.ancestors(token)):
        marks = {kid.lower for kid in m.doc.kids(above, "mark", "advmod")}
        if above.dep == "advcl" and marks & {"if", "unless", "lest", "whenever"} and above.tag not in {"VBD", "VBN"}:
            return True
        if above.dep == "advcl" and marks & {"if", "unless", "lest"} and above.tag == "VBN":
            return not any(kid.lower in {"had", "were", "was"} for kid in m.doc.kids(above, "aux", "auxpass"))
    return False


def called_off(m: Mentions, token: Token) -> bool:
    """ "The exercises have been cancelled"."""
    verb = m.doc.tokens[token.head]
    return (
        token.dep in {"dobj", "nsubjpass"}
        and verb.lemma in {"cancel", "postpone", "scrap", "shelve", "abandon", "call"}
        and (verb.lemma != "call" or any(kid.lower == "off" for kid in m.doc.kids(verb, "prt")))
    )


def untold_shot(m: Mentions, lead: EventTrigger, rule: str) -> bool:
    """ "Intercepted a missile fired from Yemen", "fired one that may reach Tokyo": where it went is not told."""
    if lead.kind != "weapon" or lead.token.lemma not in {"fire", "launch"}:
        return False
    return rule == "event-place-near" or (rule == "event-place-clause" and lead.token.dep == "acl")


def running_total(m: Mentions, sentence: Sentence, places: Sequence[Place]) -> bool:
    """ "Has killed more than 30,000 people in Gaza since October": the toll of a war, no event of it."""
    since = any(t.since for t in m.times if sentence.start <= t.span[0] < sentence.end)
    since = since or _WARLONG.search(m.doc.text, sentence.start, sentence.end) is not None
    return since and all(wide(place) for place in places)


def imagined(m: Mentions, token: Token) -> bool:
    """ "A cartoon in which rockets rain down on Taipei": what is only shown or told."""
    return any(t.lemma in _FICTION for t in m.doc.ancestors(token))


def wide(place: Place) -> bool:
    """Whether a place is a country or a region."""
    resolved = place.mention.resolved
    kinds = {"country", "region", "admin1", "continent"}
    return place.mention.relation in {Relation.PART, Relation.REGION} or (
        resolved is not None and resolved.kind in kinds
    )
