"""Pronouns that take up a force told before: "most of them have since been shipped to Kursk", "the rest left".

They are forces without a number; whether enough is told of one is for the records to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.spans import SpanIndex
from geomap.mentions.forces.mention import ForceMention
from geomap.model import Action, Category, Span

_TAKEN_UP = re.compile(
    r"\b(?:(?:most|some|many|all|not one|any|few|several|part|the rest|the remainder|the bulk|both"
    r"|a few|another part) of (?:them|these|those|whom)"
    r"|the rest|the remainder|the others)\b",
    re.IGNORECASE,
)
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_MOVING = frozenset({Action.DEPLOY, Action.WITHDRAW, Action.REINFORCE})
_WINDOW = 1500
"""Characters before a pronoun in which its force is looked for."""

_KINDS = frozenset(Category) - {Category.EQUIPMENT}


def find_taken_up(doc: Annotated, forces: Sequence[ForceMention]) -> Iterator[ForceMention]:
    """Yield a force for each pronoun that stands for one told in its sentence or the two before."""
    told = SpanIndex(forces, lambda force: (force.start, force.end))
    for match in _TAKEN_UP.finditer(doc.text):
        span = match.span()
        head = _head(doc, span)
        if head is None or told.overlapping(span):
            continue
        force = _meant(doc, span, told.before(span[0], _WINDOW))
        if force is not None:
            yield _taken(force, span, head)


def _head(doc: Annotated, span: Span) -> Token | None:
    """Return the pronoun's word if it is an argument of a verb of movement: "most", not "them"."""
    tokens = [token for token in doc.tokens_in(span) if span[0] <= token.start]
    head = next((token for token in tokens if token.dep in _ARGUMENTS), None)
    return head if head is not None and doc.tokens[head.head].lemma in _moving() else None


@cache
def _moving() -> frozenset[str]:
    frames = (frame for frame in lexicon.actions().frames if frame.action in _MOVING)
    return frozenset(verb.split()[0] for frame in frames for verb in frame.verbs)


def _meant(doc: Annotated, span: Span, before: Sequence[ForceMention]) -> ForceMention | None:
    """Return the last counted or plural force before, no farther back than two sentences."""
    here = doc.sentence_at(span[0])
    for force in reversed(before):
        sentence = doc.sentence_at(force.start)
        if here is None or sentence is None or here.index - sentence.index > 2 or sentence.block != here.block:
            return None
        plural = not force.singular or (force.quantity is not None and force.quantity.max != 1)
        if plural and force.category in _KINDS and not force.ambiguous and force.end <= span[0]:
            return force
    return None


def _taken(force: ForceMention, span: Span, head: Token) -> ForceMention:
    return replace(
        force,
        span=span,
        head=(head.start, head.end),
        quantity=None,
        generic=True,
        named=False,
        singular=False,
        elided=True,
        rules=(*force.rules, "force-elided", "force-pronoun"),
    )
