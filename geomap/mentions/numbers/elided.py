"""Numbers whose noun is told elsewhere: "and 2,000 to Poland", "2,400 of them in Mali", "another 1,000 are on the way".

Also numbers of a people that stand for its soldiers where the article speaks of soldiers: "53,000 Americans in
uniform".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Sentence, Token
from geomap.language.spans import SpanIndex
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.forces.numbers import NUMBERED, ends_with_numbering, is_numbered
from geomap.mentions.forces.pronouns import find_taken_up
from geomap.mentions.items import items_around
from geomap.mentions.numbers.elided_rules import why_elided
from geomap.mentions.numbers.elision import Elision, next_tokens
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Use

_LAST_JOINT = re.compile(r"(?: [A-Z][a-z]+)?,? (?:and|or) (?:about |some )?")
_JOINT = re.compile(r"(?: [A-Z][a-z]+)?, (?:about |some )?")
"""What stands between numbers that share a noun: "140, 45 and 12 soldiers", "1,200 British and 350 French troops"."""

_AMONG = re.compile(r"(?: of (?:whom|them))?(?: (?:are|were|will be))?(?: from)?(?: the)? [A-Z][\w-]+(?:, and|,| and) ")
_AMONG_REACH = 50
"""What stands between the parts of a total: " are American and "."""

_WINDOW = 3000
"""Characters before a number in which its noun is looked for."""

_BESIDE = 3
"""Characters between a force and the number that it is told with: "their tanks, 20 in all"."""

_RECENT = 20
"""Elided forces before a number that may hand their noun on to it."""

_OF_TOTAL = frozenset(
    {"elided-accounts", "elided-belonging", "elided-gapped", "elided-of-body", "elided-paired", "elided-partitive"}
)
"""Why a number leaves its noun out where it counts a part of a total."""

_REACH = 1
"""Lines of the article that may lie between a number and the noun it leaves out."""

_BODY_REACH = 120
"""Characters between the name of a body and its strength."""

_COUNTED_BODIES = frozenset({"armed-group", "militia", "mission"})
"""Kinds of bodies whose strength is that of their fighters."""

_ACTOR_BEFORE = 40
"""Characters before a number within which its actor ends: "Egypt, a newcomer to the mission, 1,091"."""

_ACTOR_REACH = 20
"""Characters behind a number within which an actor is looked for."""


def find_elided(
    doc: Annotated,
    quantities: Sequence[QuantityMention],
    forces: Sequence[ForceMention],
    actors: Sequence[ActorMention],
) -> tuple[ForceMention, ...]:
    """Return a force for each number that counts one without naming it, in reading order."""
    used = {force.quantity.span for force in forces if force.quantity is not None}
    named = SpanIndex(actors, lambda actor: actor.span)
    together = _counted_together(doc, quantities, forces)
    found: list[ForceMention] = [force for force in together if not _of_a_people(doc, force, named)]
    used |= {force.quantity.span for force in found if force.quantity is not None}
    told = SpanIndex(forces, lambda force: (force.start, force.end))
    soldiers = any(force.category is Category.PERSONNEL for force in forces)
    for quantity in quantities:
        if quantity.span in used or told.overlapping(quantity.span) or _not_one(doc.text, quantity):
            continue
        near = named.overlapping((quantity.span[0] - _ACTOR_BEFORE, quantity.span[1] + _ACTOR_REACH))
        people = (_people(doc, quantity, near) if soldiers else None) or _body(doc, quantity, named)
        if people is not None:
            found.append(_among(doc, people, found[-1] if found else None) or people)
            continue
        recent = [force for force in found[-_RECENT:] if force.end <= quantity.span[0]]
        before = sorted([*told.before(quantity.span[0], _WINDOW), *recent], key=lambda force: force.start)
        antecedent = _antecedent(doc, quantity, before)
        why = why_elided(Elision.of(doc, quantity, antecedent, near)) if antecedent is not None else None
        if antecedent is not None and why is not None:
            whole = _total(doc, quantity, antecedent, before) if why in _OF_TOTAL else antecedent
            whole = _changed(doc, quantity, antecedent, before) if why == "elided-changed" else whole
            found.append(_elided(whole, quantity, why))
    taken_up = find_taken_up(doc, sorted([*forces, *found], key=lambda force: force.start))
    return tuple(sorted([*found, *taken_up], key=lambda force: force.start))


def _not_one(text: str, quantity: QuantityMention) -> bool:
    """ "Not one of them will go": no number."""
    return quantity.max == 1 and text[max(0, quantity.span[0] - 4) : quantity.span[0]].lower() == "not "


def _among(doc: Annotated, people: ForceMention, before: ForceMention | None) -> ForceMention | None:
    """ "Of whom 12,200 are American and 5,400 Filipino": a people that goes on the parts of a total."""
    if before is None or people.quantity is None or not before.elided_by("elided-partitive"):
        return None
    gap = doc.text[before.end : people.start]
    if len(gap) > _AMONG_REACH or not _AMONG.fullmatch(gap):
        return None
    return replace(before, span=people.quantity.span, head=people.quantity.span, quantity=people.quantity)


def _counted_together(
    doc: Annotated, quantities: Sequence[QuantityMention], forces: Sequence[ForceMention]
) -> Iterator[ForceMention]:
    """Yield the forces of numbers that share the noun of the last: "140, 45 and 12 soldiers"."""
    order = {quantity.span: index for index, quantity in enumerate(quantities)}
    for force in forces:
        index = order.get(force.quantity.span, 0) if force.quantity is not None else 0
        joints = _LAST_JOINT
        while index > 0 and joints.fullmatch(doc.text[quantities[index - 1].span[1] : quantities[index].span[0]]):
            index, joints = index - 1, _JOINT
            yield _elided(force, quantities[index], "elided-together")


def _of_a_people(doc: Annotated, force: ForceMention, named: SpanIndex[ActorMention]) -> bool:
    """ "200 Bangladeshi and 300 Nepali soldiers": a number that its own people follows."""
    quantity = force.quantity
    if quantity is None:
        return False
    return _people(doc, quantity, named.overlapping((quantity.span[1], quantity.span[1] + _ACTOR_REACH))) is not None


def _elided(antecedent: ForceMention, quantity: QuantityMention, why: str) -> ForceMention:
    """Return the force that the number counts: what was told before, where the number stands."""
    men = _counts_men(quantity, antecedent)
    told = [rule for rule in antecedent.rules if "elided" not in rule]
    return replace(
        antecedent,
        category=Category.PERSONNEL if men else antecedent.category,
        echelon=None if men or (quantity.min or quantity.max or 0) > _MOST_UNITS else antecedent.echelon,
        span=quantity.span,
        head=quantity.span,
        quantity=quantity,
        generic=False,
        elided=True,
        antecedent=antecedent.span,
        rules=(*told, "force-elided", why),
    )


def _antecedent(doc: Annotated, quantity: QuantityMention, forces: Sequence[ForceMention]) -> ForceMention | None:
    """Return the last force told before a number: a counted one, or any in its own sentence."""
    here = doc.sentence_at(quantity.span[0])
    best: ForceMention | None = None
    for force in forces:
        sentence = doc.sentence_at(force.start)
        if here is None or sentence is None or _lines_between(doc, sentence, here) > _REACH:
            continue
        uncounted = force.ambiguous and force.quantity is None
        weak = uncounted and (sentence != here or force.category is not Category.PERSONNEL)
        if force.end > quantity.span[0] or weak:
            continue
        beside = quantity.span[0] - force.end <= _BESIDE
        nearer = sentence.index == here.index and (beside or not _counted_in(doc, best, here))
        if force.quantity is not None or best is None or nearer:
            best = force
    return best


_MOST_UNITS = 50
"""Battalions and the like that one article counts at most; greater numbers count people."""


def _changed(
    doc: Annotated, quantity: QuantityMention, nearest: ForceMention, before: Sequence[ForceMention]
) -> ForceMention:
    """Return whose strength changes: the last force of the sentence, else the last people told before."""
    here = doc.sentence_at(quantity.span[0])
    for force in reversed(before):
        people = force.category in {Category.PERSONNEL, Category.UNIT}
        if people and force.end <= quantity.span[0] and doc.sentence_at(force.start) == here:
            return force
    if doc.sentence_at(nearest.start) == here and nearest.quantity is None:
        return nearest
    men = (force for force in reversed(before) if force.category is Category.PERSONNEL and not force.ambiguous)
    return next(men, nearest)


def _total(
    doc: Annotated, quantity: QuantityMention, nearest: ForceMention, before: Sequence[ForceMention]
) -> ForceMention:
    """Return what a part is counted in: of "13,200 soldiers and 1,400 police" the soldiers, if over 1,400."""
    least = quantity.min or quantity.max or 0
    if nearest.quantity is None or (nearest.quantity.max or least) >= least:
        return nearest
    here = doc.sentence_at(nearest.start)
    larger = (
        force
        for force in reversed(before)
        if force.quantity is not None and (force.quantity.max or least) >= least and force.category is nearest.category
    )
    found = next(larger, None)
    return found if found is not None and doc.sentence_at(found.start) == here else nearest


def _counted_in(doc: Annotated, force: ForceMention | None, sentence: Sentence) -> bool:
    """Whether a counted force stands in the sentence: "Some 1,100 belong to the Group, the other 400 …"."""
    return force is not None and force.quantity is not None and doc.sentence_at(force.start) == sentence


def _counts_men(quantity: QuantityMention, force: ForceMention) -> bool:
    """ "A battalion will go to Vlore; Turkey promises 760": men, not battalions."""
    return force.category is Category.UNIT and (quantity.min or quantity.max or 0) > _MOST_UNITS


def _lines_between(doc: Annotated, one: Sentence, other: Sentence) -> int:
    """Return how many lines lie between two sentences; the items of one list count as its first."""
    items = items_around(doc.text, other.start)
    if items is not None and one.start < items[0]:
        first = doc.sentence_at(items[0])
        return abs((first.block if first is not None else other.block) - one.block)
    return abs(other.block - one.block)


def _people(doc: Annotated, quantity: QuantityMention, actors: Sequence[ActorMention]) -> ForceMention | None:
    """Read "53,000 Americans", "dozens of Cossacks": a plural of people right behind the number."""
    for actor in actors:
        if quantity.strong and doc.text[actor.span[1] : quantity.span[0]] in {", ", ", about ", ", some "}:
            return _a_people(doc, quantity, actor)  # "the Ugandans, 6,000 strong, had left"
        if not _counted(doc, quantity, actor) or (actor.use is not Use.DEMONYM and actor.kind == "state"):
            continue
        following = next_tokens(doc, actor.span[1])
        written = doc.text[slice(*actor.span)]
        plural = written.endswith(("s", "men", "ese")) or actor.kind != "state" or _alone(following)
        if not plural or _names_noun(actor, following):
            return None
        return _a_people(doc, quantity, actor)
    return None


def _body(doc: Annotated, quantity: QuantityMention, named: SpanIndex[ActorMention]) -> ForceMention | None:
    """ "The African Union mission in Somalia, which is meant to number 11,000": a body told by its strength."""
    if not ends_with_numbering(doc.text[max(0, quantity.span[0] - _BODY_REACH) : quantity.span[0]]):
        return None
    sentence = doc.sentence_at(quantity.span[0])
    before = named.before(quantity.span[0], _BODY_REACH)
    if sentence is None or not before or before[-1].span[0] < sentence.start:
        return None
    body = next((actor for actor in reversed(before) if actor.kind != "state"), None)
    if body is None or body.kind not in _COUNTED_BODIES or not is_numbered(doc, body.span[1], quantity.span[0]):
        return None
    people = _a_people(doc, quantity, body)
    return replace(people, rules=(*people.rules, NUMBERED))


def _a_people(doc: Annotated, quantity: QuantityMention, actor: ActorMention) -> ForceMention:
    return ForceMention(
        actor.span,
        actor.span,
        doc.text[slice(*actor.span)],
        Category.PERSONNEL,
        None,
        quantity,
        generic=False,
        named=False,
        ambiguous=False,
        singular=False,
        rules=("force-people",),
    )


def _counted(doc: Annotated, quantity: QuantityMention, actor: ActorMention) -> bool:
    """Whether nothing of weight stands between a number and an actor."""
    gap = doc.text[quantity.span[1] : actor.span[0]]
    small = not gap.strip() or gap.strip().lower() in lexicon.elided().before_people
    return actor.span[0] >= quantity.span[1] and small and "\n" not in gap


def _alone(following: Sequence[Token]) -> bool:
    """Whether an adjective stands for the people, as no noun follows: "7,500 French, around Mostar"."""
    if not following:
        return True
    if following[0].lower == "and" and len(following) > 1 and following[1].pos == "NUM":
        return True  # "200 Bangladeshi and 300 Nepali soldiers"
    return following[0].text in {",", ".", ";", ")"} or following[0].lower in lexicon.elided().places


def _names_noun(actor: ActorMention, following: Sequence[Token]) -> bool:
    """Whether a noun follows at once, which the number counts: "500 French cars"."""
    if not following or following[0].pos not in {"NOUN", "PROPN"}:
        return False
    return following[0].start - actor.span[1] <= 1
