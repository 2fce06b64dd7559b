"""Hangs each force on what is done with it.

The parse tells where it is good: subject, object, "deployment of", relative clause. Each rule is tried in turn; the
first that answers names itself in the record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.forces.numbers import ESTIMATED
from geomap.mentions.places.finding import Place
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Span
from geomap.records.context import Mentions

_CLIMB = 7
"""Words above a force among which its trigger is looked for; farther up the parse is guesswork."""

_SUBJECTS = ("nsubj", "nsubjpass")
_ARGUMENTS = {*_SUBJECTS, "dobj", "obj"}
_COMPLEMENTS = ("xcomp", "ccomp", "acomp", "attr")


@dataclass(frozen=True, slots=True)
class Link:
    """A force with its trigger and its places.

    Without a trigger (``None``: a bare "2,500 in Iraq") the force merely is somewhere. ``verbs`` are the indices of the
    tokens that share the trigger's subject, with the trigger's own; ``beside`` is the body that the force is told as
    the number of ("a fourth Kenyan contingent, 144 officers").
    """

    force: ForceMention
    head: Token
    trigger: Trigger | None
    verbs: tuple[int, ...]
    locations: tuple[Place, ...] = ()
    origins: tuple[Place, ...] = ()
    rules: tuple[str, ...] = ()
    beside: Span | None = None

    @property
    def action(self) -> Action:
        """What is done; a force that merely is somewhere is stationed there."""
        return self.trigger.action if self.trigger is not None else Action.STATION


@dataclass(frozen=True, slots=True)
class _Hold:
    """What a force hangs on, and the rule that says so."""

    trigger: Trigger
    verbs: tuple[int, ...]
    rule: str


def hang(m: Mentions, force: ForceMention) -> Link | None:
    """Return the force with its trigger and without places; ``None`` where it has no word of its own."""
    head = m.head(force)
    if head is None or (head.pos == "VERB" and force.quantity is None and not force.named):
        return None  # "HMS Richmond patrols the Red Sea"
    if ESTIMATED in force.rules:
        return Link(
            force, head, None, (), rules=("trigger-none",)
        )  # "puts the garrison at 4,000": nothing is put there
    noun = m.doc.tokens[head.head]
    named = head.dep == "compound" and force.start <= noun.start < force.end
    for rule in RULES:
        hold = rule(m, noun if named else head)  # "the frigate Hessen, which left …" hangs on the name
        if hold is not None:
            return Link(force, head, hold.trigger, hold.verbs, rules=(hold.rule,))
    verb = next((above for above in m.doc.ancestors(head) if above.is_verb), None)
    return Link(force, head, None, _family(m, verb) if verb is not None else (), rules=("trigger-none",))


def _own_modifier(m: Mentions, head: Token) -> _Hold | None:
    """ "the 300 soldiers sent to Mali": its own clause, unless the force is an argument of another trigger."""
    parent = m.doc.tokens[head.head]
    if parent.index in m.triggers and head.dep in _ARGUMENTS and parent.index != head.index:
        return None
    if _sent_away(m, head):
        return None
    for clause in m.doc.kids(head, "acl", "relcl"):
        kid = _opened(m, clause) if head.dep == "pobj" else clause
        if kid is not None and kid.index in m.triggers and not _accompanied(clause):
            main = _family(m, parent) if head.dep in _SUBJECTS and parent.is_verb else ()
            return _Hold(m.triggers[kid.index], tuple(sorted({*_family(m, kid), *main})), "trigger-modifier")
    return None


def _sent_away(m: Mentions, head: Token) -> bool:
    """ "dispensed with the 400 commandos whom Paris kept there": where they were is where they leave."""
    preposition = m.doc.tokens[head.head]
    trigger = m.triggers.get(preposition.head) if head.dep == "pobj" else None
    return trigger is not None and trigger.kind == "verb" and trigger.action is Action.WITHDRAW and _with(trigger, m)


def _with(trigger: Trigger, m: Mentions) -> bool:
    return any(kid.lower == "with" for kid in m.doc.kids(m.doc.tokens[trigger.token], "prep"))


def _opened(m: Mentions, verb: Token) -> Token | None:
    """Return the trigger of a clause: its verb, or the one that it opens ("who were to leave")."""
    found = (verb, *m.doc.kids(verb, "xcomp"))
    return next((each for each in found if each.index in m.triggers), None)


def _above(m: Mentions, head: Token) -> _Hold | None:
    """Climb to the first trigger verb; a trigger noun on the way waits for a verb, which tells tense and subject."""
    noun: Trigger | None = None
    for above in islice(m.doc.ancestors(head), _CLIMB):
        if ";" in m.doc.text[head.end : above.start]:
            break  # what stands behind a semicolon is another sentence
        trigger = m.triggers.get(above.index)
        if trigger is not None and trigger.kind == "noun":
            noun = noun or trigger
        elif trigger is not None:
            if noun is not None and trigger.action is Action.STATION:
                return _noun(m, noun, above)
            return _Hold(trigger, _family(m, above), f"trigger-{trigger.kind}")
        elif above.is_verb:
            found = _complement(m, above)
            if found is None and noun is not None:
                return _noun(m, noun, above)
            if found is not None:
                return found
            break
    return _Hold(noun, (noun.token,), "trigger-noun") if noun is not None else None


def _noun(m: Mentions, noun: Trigger, verb: Token) -> _Hold:
    return _Hold(noun, (noun.token, *_family(m, verb)), "trigger-noun")


def _complement(m: Mentions, verb: Token) -> _Hold | None:
    """ "300 soldiers have begun to pull out": a verb that is no trigger opens a complement that is one."""
    for kid in m.doc.kids(verb, *_COMPLEMENTS):
        if kid.dep == "ccomp" and verb.lemma == "be":
            continue  # "are in Manila, the rest of a force that had 600 men": a clause of its own
        if kid.index in m.triggers and not m.doc.kids(kid, *_SUBJECTS):
            return _Hold(m.triggers[kid.index], _family(m, kid), "trigger-complement")
    return None


def _modifier(m: Mentions, head: Token) -> _Hold | None:
    """The force's own clause or that of the list it closes, where what it is an argument of came to nothing."""
    first = m.doc.tokens[head.head]
    shared = [kid for kid in m.doc.kids(first, "acl") if kid.start > head.end] if head.dep == "conj" else []
    for kid in (*m.doc.kids(head, "acl", "relcl"), *shared):
        if kid.index in m.triggers and not _accompanied(kid):
            return _Hold(m.triggers[kid.index], _family(m, kid), "trigger-modifier")
    return None


def _accompanied(verb: Token) -> bool:
    """ "40 lorries, escorted by Ethiopian troops, left": others did that."""
    return verb.tag == "VBN" and verb.lemma in lexicon.records().locating.following_verbs


def _container(m: Mentions, head: Token) -> _Hold | None:
    """ "a convoy of 100 vehicles passed through Karkamis and crossed into Jarablus": the clause of what holds it."""
    led = m.doc.tokens[head.head]
    if head.dep != "pobj" or led.lower != "of":
        return None
    whole = m.doc.tokens[led.head]
    verbs = [*m.doc.kids(whole, "acl", "relcl")]
    above = m.doc.tokens[whole.head]
    if whole.dep in _SUBJECTS and above.is_verb:
        verbs.append(above)
    return next((hold for verb in verbs for hold in [_of_verb(m, verb)] if hold is not None), None)


def _conjunct(m: Mentions, head: Token) -> _Hold | None:
    """ "300 soldiers paraded and left for Mali": of verbs in a row the first that is a trigger."""
    above = m.doc.tokens[head.head]
    return _of_verb(m, above) if head.dep in _SUBJECTS and above.is_verb else None


def _of_verb(m: Mentions, verb: Token) -> _Hold | None:
    rows = [verb, *(kid for kid in m.doc.kids(verb, "conj") if not m.doc.kids(kid, *_SUBJECTS))]
    found = next((each for each in rows if each.index in m.triggers), None)
    return _Hold(m.triggers[found.index], _family(m, found), "trigger-conjunct") if found is not None else None


def _phrase(m: Mentions, head: Token) -> _Hold | None:
    """ "on alert", "en route": a phrase anywhere in the clause."""
    for index, trigger in m.triggers.items():
        token = m.doc.tokens[index]
        if trigger.kind == "phrase" and m.clauses.same(token, head):
            above = m.doc.tokens[token.head]  # "are on their way home from Helmand"
            verbs = {*_family(m, token), *(_family(m, above) if above.lemma == "be" else ())}
            return _Hold(trigger, tuple(sorted(verbs)), "trigger-phrase")
    return None


RULES: tuple[Callable[[Mentions, Token], _Hold | None], ...] = (
    _own_modifier,
    _above,
    _modifier,
    _container,
    _conjunct,
    _phrase,
)


def _family(m: Mentions, verb: Token) -> tuple[int, ...]:
    """Return a verb with the verbs that share its subject: complements, conjuncts, the verb it complements."""
    doc = m.doc
    found = [verb.index]
    stack = [verb]
    while stack:
        current = stack.pop()
        for kid in doc.kids(current, "xcomp", "conj", "advcl"):
            shares = kid.is_verb and not doc.kids(kid, *_SUBJECTS)
            if shares and kid.index not in found and (kid.dep != "advcl" or kid.tag == "VB"):
                found.append(kid.index)
                stack.append(kid)
        if current.dep in {"xcomp", "conj"} and current.head != current.index:
            parent = doc.tokens[current.head]
            if (
                parent.index not in found
                and (parent.is_verb or parent.pos == "ADJ")
                and not doc.kids(current, *_SUBJECTS)
            ):
                found.append(parent.index)
                stack.append(parent)
    return tuple(sorted(found))
