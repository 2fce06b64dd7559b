"""Numbers that a verb gives to a force: "500 are Marines", "the garrison numbers 2,500", "puts the garrison at 4,000".

The number counts the force as one that stands before its noun would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.spans import SpanIndex
from geomap.mentions.forces.mention import ForceMention
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Span

NUMBERED, ESTIMATED = "force-numbered", "force-estimated"
"""Rules: the size of a force is told of it, or somebody's figure for it is."""

_REACH = 100
"""Characters behind a force within which its number stands."""

_LEAD = 60
_RELATIVES = frozenset({"which", "that", "who"})
_ATTRIBUTED = frozenset({"to", "by", "of", "in", "at", "from", "for", "on", "near", "with"})
_GROUPED = frozenset({Category.UNIT, Category.VEHICLE})
"""Categories of bodies whose number is that of their people."""


@cache
def _numbering() -> re.Pattern[str]:
    """ "which numbers 2,500", "with a strength of 600"."""
    words = "|".join(lexicon.elided().numbering)
    return re.compile(rf"[^.;:\n]*?(?<![\w-])({words}) $", re.IGNORECASE)


def ends_with_numbering(lead: str) -> bool:
    """Return whether words before a number tell how many something is: "which numbers "."""
    return _numbering().match(lead) is not None


def is_numbered(doc: Annotated, end: int, number: int) -> bool:
    """Return whether the words between what ends at a character and a number tell that it counts that."""
    match = _numbering().match(doc.text[end:number])
    return match is not None and not _other_subject(doc, (end, end + match.start(1)))


@cache
def _estimating() -> re.Pattern[str]:
    """ "put the ", "estimates the number of " right before a force."""
    words = "|".join(lexicon.elided().estimating)
    measures = "|".join(lexicon.elided().measures)
    return re.compile(
        rf"\b(?:{words}) (?:(?:the|its|their|his|[A-Z]\w+'s) )?(?:(?:{measures}) (?:the )?)?$", re.IGNORECASE
    )


def with_numbers(
    doc: Annotated, forces: Sequence[ForceMention], quantities: SpanIndex[QuantityMention], used: set[Span]
) -> list[ForceMention]:
    """Return the forces with the numbers that verbs give them; a noun that only tells what they count is taken in."""
    result: list[ForceMention] = []
    taken: set[Span] = set()
    for index, force in enumerate(forces):
        following = forces[index + 1] if index + 1 < len(forces) else None
        if force.span in taken:
            continue
        found = _by_subject(doc, force, quantities, used) or _behind(doc, force, following, quantities, used)
        if found is not None and found.quantity is not None:
            used.add(found.quantity.span)
            if following is not None and following.quantity == found.quantity:
                taken.add(following.span)
        result.append(found or force)
    return result


def _by_subject(
    doc: Annotated, force: ForceMention, quantities: SpanIndex[QuantityMention], used: set[Span]
) -> ForceMention | None:
    """ "500 are Marines": the number that is the subject counts the force that it is said to be."""
    token = doc.head_of(force.head) if force.quantity is None and not force.singular else None
    if token is None or token.dep != "attr" or doc.tokens[token.head].lemma != "be":
        return None
    for subject in doc.kids(doc.tokens[token.head], "nsubj"):
        for quantity in quantities.overlapping((subject.start, subject.end)):
            if quantity.span not in used:
                rules = (*force.rules, "force-counted-by-subject")
                return replace(force, quantity=quantity, generic=False, rules=rules)
    return None


def _behind(
    doc: Annotated,
    force: ForceMention,
    following: ForceMention | None,
    quantities: SpanIndex[QuantityMention],
    used: set[Span],
) -> ForceMention | None:
    """ "The garrison, which numbers 2,500", "puts the garrison at Khmeimim at 4,000 men"."""
    if not _countable(force):
        return None
    for quantity in quantities.starting_in((force.end, force.end + _REACH)):
        gap = doc.text[force.span[1] : quantity.span[0]]
        if following is not None and following.start < quantity.span[0]:
            return None
        rule = _rule(doc, force, gap)
        if rule is None:
            continue
        of_noun = following is not None and following.quantity == quantity
        if of_noun and following is not None and (following.named or not _people(following)):
            return None
        if quantity.span in used and not of_noun:
            return None
        return _counted(force, quantity, rule)
    return None


def _countable(force: ForceMention) -> bool:
    """Whether a force stands for many and has no number yet: a plural, a body of people, one unit."""
    one = force.quantity is not None and "quantity-single" not in force.quantity.rules
    return (
        not one and not force.elided and (not force.singular or force.category in {Category.UNIT, Category.PERSONNEL})
    )


def _people(force: ForceMention) -> bool:
    return force.category is Category.PERSONNEL


def _rule(doc: Annotated, force: ForceMention, gap: str) -> str | None:
    match = _numbering().match(gap)
    if match is not None:
        verb = force.span[1] + match.start(1)
        rule = ESTIMATED if match[1].lower().endswith(" at") else NUMBERED
        return rule if not _other_subject(doc, (force.span[1], verb)) else None
    lead = doc.text[max(0, force.start - _LEAD) : force.start]
    if gap.endswith(" at ") and not set(gap) & set(".;:\n") and _estimating().search(lead):
        return ESTIMATED
    return None


def _other_subject(doc: Annotated, span: Span) -> bool:
    """Whether something else than the force is the subject of what stands between, or of its last relative clause."""
    end = doc.text.rfind(",", span[0], span[1] - 2) if doc.text[: span[1]].endswith(", ") else span[1]
    between = [token for token in doc.tokens_in((span[0], max(span[0], end))) if token.start >= span[0]]
    opened = next((i for i in range(len(between) - 1, -1, -1) if between[i].lower in _RELATIVES), 0)
    for token in between[opened:]:
        if token.is_verb and token.lemma in lexicon.reporting().verbs:
            return True  # "the army said that the dead numbered 300"
        if token.lower == "whose":
            return True  # "whose dead number 300"
        subject = token.dep in {"nsubj", "nsubjpass"} or token.tag == "NNS"  # the parse takes "number" for a noun
        if not subject or token.pos == "NUM" or token.lower in _RELATIVES or token.end == span[1]:
            continue
        before = {doc.tokens[i].lower for i in range(max(0, token.index - 3), token.index)}
        if not before & _ATTRIBUTED:
            return True
    return False


def _counted(force: ForceMention, quantity: QuantityMention, rule: str) -> ForceMention:
    people = force.category in _GROUPED and (force.echelon is not None or force.category is Category.UNIT)
    return replace(
        force,
        quantity=quantity,
        category=Category.PERSONNEL if people else force.category,
        generic=False,
        rules=(*force.rules, rule),
    )
