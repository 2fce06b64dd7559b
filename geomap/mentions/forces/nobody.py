"""Forces that are denied by a word that stands for them: "none would set foot in Haiti".

The noun is told before, in the same sentence or the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.spans import SpanIndex
from geomap.mentions.forces.mention import ForceMention
from geomap.mentions.triggers import forms_of, verb_of_force
from geomap.model import Category

_WINDOW = 600
"""Characters before the word in which its noun is looked for."""

_SUBJECTS = {"nsubj", "nsubjpass"}
_PEOPLE = {Category.PERSONNEL, Category.UNIT}


def find_nobody(doc: Annotated, forces: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Return a force without a number for each word that denies one told before, in reading order."""
    told = SpanIndex(forces, lambda force: (force.start, force.end))
    return tuple(_found(doc, told))


def _found(doc: Annotated, told: SpanIndex[ForceMention]) -> Iterator[ForceMention]:
    for token in doc.tokens:
        if token.lower not in lexicon.elided().nobody or not _stands_alone(doc, token):
            continue
        rule = "force-nobody" if token.dep in _SUBJECTS else "elided-gives-none" if _given(doc, token) else None
        antecedent = _antecedent(doc, token, told) if rule is not None and _acts(doc, token) else None
        if antecedent is not None and rule is not None:
            span = (token.start, token.end)
            yield replace(
                antecedent,
                span=span,
                head=span,
                quantity=None,
                generic=True,
                elided=True,
                antecedent=antecedent.span,
                rules=(*antecedent.rules, "force-elided", rule),
            )


def _given(doc: Annotated, none: Token) -> bool:
    """ "Cape Verde will send none"."""
    return none.dep == "dobj" and doc.tokens[none.head].lemma in lexicon.records().counting.giving


def _stands_alone(doc: Annotated, none: Token) -> bool:
    """ "None of them", not "none of the soldiers", where the noun is told."""
    counted = [noun.lower for of in doc.kids(none, "prep") for noun in doc.kids(of, "pobj")]
    return all(word in lexicon.elided().partitives for word in counted)


def _acts(doc: Annotated, subject: Token) -> bool:
    """Whether the subject's verb, or the one that it opens, is one of moving or being somewhere."""
    verb = doc.tokens[subject.head]
    phrases = [f"{verb.lemma} {noun.lower}" for noun in doc.kids(verb, "dobj")]  # "set foot"
    forms = [form for each in (verb, *doc.kids(verb, "xcomp")) for form in forms_of(doc, each)]
    return any(verb_of_force(form) for form in (*forms, *phrases))


def _antecedent(doc: Annotated, token: Token, told: SpanIndex[ForceMention]) -> ForceMention | None:
    here = doc.sentences[token.sentence]
    before = [force for force in told.before(token.start, _WINDOW) if force.end <= token.start]
    near = []
    for force in before:
        sentence = doc.sentence_at(force.start)
        close = sentence is not None and sentence.block == here.block and here.index - sentence.index <= 1
        if close and not (force.ambiguous and force.quantity is None):
            near.append(force)
    near = [force for force in near if force.start >= here.start] or near
    people = [force for force in near if force.category in _PEOPLE]
    return next(reversed(people or near), None)
