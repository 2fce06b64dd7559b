"""Who does it to whom: subject and object of the verb; "by", "on" and modifiers of the noun; the pair that signs."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.annotated import Token
from geomap.mentions.actors.finding import ActorMention
from geomap.model import Actor, EventType
from geomap.records.context import Mentions, inside
from geomap.records.events.triggers import EventTrigger

Sides = tuple[Actor | None, Actor | None]
_BETWEEN_REACH = 300
"""Characters before an agreement within which the two that made it are named."""


def sides_of(m: Mentions, trigger: EventTrigger, others: Sequence[EventTrigger] = ()) -> Sides:
    """Return actor and target of an event; ``others`` are further words that tell the same event."""
    if trigger.type is EventType.AGREEMENT:
        return _signatories(m, trigger)
    actor, target = _sides(m, trigger)
    for other in others:
        second = _sides(m, other)
        actor, target = actor or second[0], target or second[1]
    if trigger.token.lemma == "lose":
        actor, target = None, actor or target  # who loses men or a town is not who acts
    if trigger.type is EventType.EXERCISE:
        actor, target = actor or _owner(m, trigger), None
    if actor is not None and target is not None and actor.code == target.code:
        target = None
    return _value(actor), _value(target)


def _value(mention: ActorMention | None) -> Actor | None:
    return mention.value() if mention is not None else None


def _sides(m: Mentions, trigger: EventTrigger) -> tuple[ActorMention | None, ActorMention | None]:
    return _of_verb(m, trigger.token) if trigger.token.tag.startswith("VB") else _of_noun(m, trigger.token)


def _of_verb(m: Mentions, verb: Token) -> tuple[ActorMention | None, ActorMention | None]:
    doc = m.doc
    passive = bool(doc.kids(verb, "auxpass", "nsubjpass")) or (verb.tag == "VBN" and verb.dep == "acl")
    subject = m.clauses.subject(verb)
    first = _at(m, _antecedent(m, subject)) if subject is not None else None
    if passive:
        agents = [t for p in doc.kids(verb, "agent", "prep") if p.lower == "by" for t in doc.kids(p, "pobj")]
        return next((a for t in agents if (a := _at(m, t)) is not None), None), first
    target = None
    for kid in (
        *doc.kids(verb, "dobj"),
        *(t for p in doc.kids(verb, "prep") if p.lower in {"at", "on", "with", "against"} for t in doc.kids(p, "pobj")),
    ):
        target = target or _at(m, kid)
    if target is None and subject is not None and verb.lemma in {"clash", "fight", "battle", "exchange", "trade"}:
        target = next((a for kid in doc.kids(subject, "conj") if (a := _at(m, kid)) is not None), None)
    return first, target


def _of_noun(m: Mentions, noun: Token) -> tuple[ActorMention | None, ActorMention | None]:
    doc = m.doc
    actor = next(
        (a for kid in doc.kids(noun, "amod", "poss", "compound", "nmod") if (a := _at(m, kid)) is not None), None
    )
    target = None
    for prep in doc.kids(noun, "prep"):
        for kid in doc.kids(prep, "pobj"):
            if prep.lower in {"by", "of"}:
                actor = actor or _at(m, kid)
            elif prep.lower in {"on", "against", "with"}:
                target = target or _at(m, kid)
            elif prep.lower == "between":
                actor = actor or _at(m, kid)
                target = target or next((a for c in doc.kids(kid, "conj") if (a := _at(m, c)) is not None), None)
    verb = next((t for t in doc.ancestors(noun) if t.is_verb), None)
    if (
        verb is not None
        and m.clauses.same(verb, noun)
        and noun.dep in {"dobj", "pobj"}
        and verb.lemma not in {"kill", "die", "say"}
    ):
        subject = m.clauses.subject(verb)
        if subject is not None and not doc.kids(verb, "auxpass"):
            whose = _at(m, _antecedent(m, subject))
            if noun.dep == "pobj" and doc.tokens[noun.head].lower == "under":  # "troops are under heavy shelling"
                target = target or whose
            else:
                actor = actor or whose
    if verb is not None and noun.dep == "nsubj" and target is None:
        target = next((a for kid in doc.kids(verb, "dobj") if (a := _at(m, kid)) is not None), None)
    return actor, target


def _antecedent(m: Mentions, token: Token) -> Token:
    if token.tag in {"WDT", "WP"} and m.clauses.head(token).dep == "relcl":
        return m.doc.tokens[m.clauses.head(token).head]
    return token


def _at(m: Mentions, token: Token) -> ActorMention | None:
    """The actor that a noun names or is of: "Syrian army shells", "an Israeli tank", "fighters of the RSF"."""
    if token.pos == "PRON":
        return _meant(m, token)
    for actor in m.actors:
        if actor.span[0] <= token.start < actor.span[1]:
            return actor
    for kid in m.doc.kids(token, "amod", "poss", "compound", "nmod", "appos"):
        tree = m.doc.subtree(kid)
        for actor in m.actors:
            if inside(actor.span, (tree[0].start, tree[-1].end)):
                return actor
    for prep in m.doc.kids(token, "prep"):
        if prep.lower in {"of", "from", "under"}:
            for kid in m.doc.kids(prep, "pobj"):
                found = next((a for a in m.actors if a.span[0] <= kid.start < a.span[1]), None) or _modifier(m, kid)
                if found is not None:
                    return found
    return None


def _meant(m: Mentions, pronoun: Token) -> ActorMention | None:
    """ "Wagner fighters claimed that they had captured Soledar": the first actor of the sentence."""
    if pronoun.lower not in {"they", "it"}:
        return None
    start = m.doc.sentences[pronoun.sentence].start
    return next((a for a in m.actors if start <= a.span[0] and a.span[1] <= pronoun.start), None)


def _modifier(m: Mentions, token: Token) -> ActorMention | None:
    kids = m.doc.kids(token, "amod", "poss", "compound", "nmod")
    return next((a for kid in kids for a in m.actors if a.span[0] <= kid.start < a.span[1]), None)


def _owner(m: Mentions, trigger: EventTrigger) -> ActorMention | None:
    """Whose drill it is where the words do not say: the first state before it in its sentence, else the last actor."""
    before = [a for a in m.actors if a.span[1] <= trigger.token.start]
    start = m.doc.sentences[trigger.token.sentence].start
    own = [a for a in before if a.span[0] >= start]
    if own and own[0].kind == "state":
        return own[0]
    return before[-1] if before else None


def _signatories(m: Mentions, trigger: EventTrigger) -> Sides:
    """The two that were named last before an agreement, in its sentence if there are two, else shortly before."""
    start = m.doc.sentences[trigger.token.sentence].start
    position = trigger.token.start
    before = [a for a in m.actors if a.span[1] <= position and position - a.span[0] < _BETWEEN_REACH]
    here = [a for a in before if a.span[0] >= start]
    if len({a.code for a in here}) > 1:
        before = here
    last = list(dict.fromkeys(a.code for a in before))[-2:]
    chosen = [next(a for a in before if a.code == code) for code in last]
    if len(chosen) == 2:
        return chosen[0].value(), chosen[1].value()
    actor, target = _sides(m, trigger)
    return _value(actor), _value(target)
