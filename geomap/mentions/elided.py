"""Numbers whose noun is told elsewhere: "and 2,000 to Poland", "2,400 of them in Mali", "another 1,000 are bound for Qatar".

Also numbers of a people that stand for its soldiers where the article speaks of soldiers: "53,000 Americans in uniform".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language.annotated import Annotated, Token
from geomap.language.spans import SpanIndex
from geomap.mentions.actors import ActorMention
from geomap.mentions.forces import ForceMention
from geomap.mentions.quantities import QuantityMention
from geomap.mentions.triggers import verb_of_force
from geomap.model import Category, Use

_FOLLOWERS = {"to", "in", "into", "at", "from", "on", "near", "across", "around", "apiece", "each", "more", "others", "other",
              "were", "are", "is", "was", "have", "has", "had", "will", "would", "could", "may", "might", "should", "never", "remain",
              "stay", "left", "arrived", "landed", "flew", "went", "came", "of", "by", "already", "still", "now", "for", "who",
              "that", "along", "outside", "inside", "aboard", "there", "here", "and", ",", ";", ".", ")", "—", "–", "with", "whose", "when", "until", "after", "than", "under", "so", "whom", "which", "as", "being", "between", "based", "stationed", "deployed", "sent"}  # fmt: skip
_PLACES = {
    "to",
    "in",
    "into",
    "at",
    "from",
    "on",
    "near",
    "across",
    "around",
    "along",
    "outside",
    "inside",
    "aboard",
    "there",
    "for",
    "by",
}
_OTHERS = {"others", "more", "apiece", "each", "men", "women"}
_PAIRED = re.compile(r"[A-Z]\w+ (?:\(|with )$")
_CHANGED = re.compile(
    r"\b(?:shr[aiu]nk?|cut|reduc\w+|gr[eo]w\w*|doubl\w+|rais\w+|r[io]se|increas\w+|fall\w*|fell|drop\w*|up|down|swell\w*|expand\w*|number of)\b.*\b(?:to|from) $",
    re.IGNORECASE,
)
_PARTITIVES = {"them", "whom", "these", "those", "which", "their", "its", "his", "our", "the"}
_WINDOW = 3000
"""Characters before a number in which its noun is looked for."""

_REACH = 1
"""Lines of the article that may lie between a number and the noun it leaves out."""


def find_elided(
    doc: Annotated,
    quantities: Sequence[QuantityMention],
    forces: Sequence[ForceMention],
    actors: Sequence[ActorMention],
) -> tuple[ForceMention, ...]:
    """Return a force for each number that counts one without naming it, in reading order."""
    used = {force.quantity.span for force in forces if force.quantity is not None}
    found: list[ForceMention] = []
    told = SpanIndex(forces, lambda force: (force.start, force.end))
    named = SpanIndex(actors, lambda actor: actor.span)
    soldiers = any(force.category is Category.PERSONNEL for force in forces)
    for quantity in quantities:
        if quantity.span in used or told.overlapping(quantity.span):
            continue
        near = named.overlapping((quantity.span[0] - 2, quantity.span[1] + 20))
        people = _people(doc, quantity, near) if soldiers else None
        if people is not None:
            found.append(people)
            continue
        before = [*told.before(quantity.span[0], _WINDOW), *(f for f in found[-20:] if f.end <= quantity.span[0])]
        antecedent = _antecedent(doc, quantity, sorted(before, key=lambda f: f.start))
        if antecedent is None or not _elides(doc, quantity, antecedent, near):
            continue
        found.append(
            replace(
                antecedent,
                span=quantity.span,
                head=quantity.span,
                text=antecedent.text,
                quantity=quantity,
                generic=False,
                elided=True,
                rules=(*antecedent.rules, "force-elided"),
            )
        )
    return tuple(sorted(found, key=lambda force: force.start))


def _next(doc: Annotated, position: int) -> tuple[Token, ...]:
    return tuple(t for t in doc.tokens_in((position, position + 40)) if t.start >= position)[:4]


def _gapped(
    doc: Annotated, quantity: QuantityMention, antecedent: ForceMention, actors: Sequence[ActorMention]
) -> bool:
    """ "Chad has sent 3,000 men, Cameroon and Niger 750 apiece": an actor right before the number, in one sentence."""
    same = doc.sentence_at(antecedent.start) == doc.sentence_at(quantity.span[0])
    return same and any(a.span[1] == quantity.span[0] - 1 and a.use is not Use.DEMONYM for a in actors)


def _elides(
    doc: Annotated, quantity: QuantityMention, antecedent: ForceMention, actors: Sequence[ActorMention]
) -> bool:
    """Whether what follows the number is no noun of its own."""
    following = _next(doc, quantity.span[1])
    if not following or isinstance(quantity.min or quantity.max, float):
        return False
    first = following[0]
    lead = doc.text[max(0, quantity.span[0] - 60) : quantity.span[0]]
    if _gapped(doc, quantity, antecedent, actors) and (
        first.lower in _PLACES | {"apiece", "each", "and"} or not first.text.isalnum()
    ):
        return True
    if _PAIRED.search(lead) and first.text in {")", ",", ".", ";", "and"} and antecedent.quantity is not None:
        return True
    if _CHANGED.search(lead) and doc.sentence_at(antecedent.start) == doc.sentence_at(quantity.span[0]):
        return True
    if "\n" in doc.text[quantity.span[1] : first.start]:
        return False
    if first.lower not in _FOLLOWERS and not first.is_verb:
        return False
    if first.lower == "of":
        return (
            len(following) > 1
            and following[1].lower in _PARTITIVES | {"them"}
            and not (
                following[1].lower in {"the", "its", "their"}
                and len(following) > 2
                and following[2].pos == "NOUN"
                and following[2].lemma not in antecedent.text.lower()
            )
        )
    if first.lower == "more" and len(following) > 1 and following[1].pos in {"NOUN", "PROPN"}:
        return False
    token = doc.head_of(quantity.span)
    if token is None:
        return False
    head = doc.tokens[token.head]
    if (
        token.dep == "nummod"
        and head.index > token.index
        and head.start - quantity.span[1] <= 2
        and head.lower not in _OTHERS
    ):
        return head.is_verb
    before = [t for t in doc.tokens_in((max(0, quantity.span[0] - 15), quantity.span[0])) if t.end <= quantity.span[0]]
    last = before[-1] if before else None
    if (
        last is not None
        and last.lower in {"in", "since", "of", "age", "aged", "on", "no.", "by", "page"}
        and isinstance(quantity.min, int)
        and quantity.min
        and 1000 <= quantity.min <= 2100
        and "," not in quantity.text
    ):
        return False
    small = (quantity.max or quantity.min or 0) < 2
    if small and antecedent.category in {Category.PERSONNEL}:
        return False
    return _shown(doc, quantity, token, following, antecedent)


def _shown(
    doc: Annotated, quantity: QuantityMention, token: Token, following: Sequence[Token], antecedent: ForceMention
) -> bool:
    """Whether something shows that the number counts the force: a partitive, a role of its verb, a list, "another"."""
    first = following[0]
    head = doc.tokens[token.head]
    if first.lower == "of":
        return True
    before = doc.text[max(0, quantity.span[0] - 14) : quantity.span[0]].lower().split()
    if before[-1:] in (["another"], ["other"], ["further"], ["remaining"]) or first.lower in {
        "more",
        "others",
        "apiece",
    }:
        return True
    if first.lower in _OTHERS and len(following) > 1:
        return following[1].lower in _PLACES or following[1].is_verb
    verb = first if first.is_verb else head
    if (
        token.dep in {"nsubj", "nsubjpass", "dobj", "obj", "attr"} and (head.is_verb or head.pos == "AUX")
    ) or first.is_verb:
        if verb.lemma == "be":
            verb = doc.tokens[verb.head] if verb.dep in {"aux", "auxpass"} else verb
        if verb.lemma == "be":
            rest = {token.lower for token in following[1:3]}
            return bool(rest & _PLACES) or any(
                verb_of_force(kid.lemma) for kid in doc.kids(verb, "xcomp", "acomp", "attr")
            )
        if first.lower in {"have", "has", "had", "will", "would"} and verb.dep in {"aux", "auxpass"}:
            verb = doc.tokens[verb.head]
        return first.lower in _PLACES or verb_of_force(verb.lemma)
    same = doc.sentence_at(antecedent.start) == doc.sentence_at(quantity.span[0])
    return same and (
        first.lower in _PLACES or (token.dep in {"conj", "pobj", "appos", "nummod"} and verb_of_force(head.lemma))
    )


def _antecedent(doc: Annotated, quantity: QuantityMention, forces: Sequence[ForceMention]) -> ForceMention | None:
    here = doc.sentence_at(quantity.span[0])
    best: ForceMention | None = None
    for force in forces:
        sentence = doc.sentence_at(force.start)
        weak = (
            force.ambiguous
            and force.quantity is None
            and (sentence != here or force.category is not Category.PERSONNEL)
        )
        if force.end > quantity.span[0] or weak:
            continue
        if here is None or sentence is None:
            continue
        if abs(here.block - sentence.block) > _REACH:
            continue
        if force.quantity is not None or best is None or sentence.index == here.index:
            best = force
    return best


def _people(doc: Annotated, quantity: QuantityMention, actors: Sequence[ActorMention]) -> ForceMention | None:
    """ "53,000 Americans", "dozens of Cossacks": a plural of people right after the number, with soldiers in the article."""
    for actor in actors:
        gap = doc.text[quantity.span[1] : actor.span[0]]
        if (
            actor.span[0] < quantity.span[1]
            or gap.strip().lower() not in {"", "of", "the", "more", "other", "of the"}
            or "\n" in gap
        ):
            continue
        if actor.use is not Use.DEMONYM and actor.kind == "state":
            continue
        written = doc.text[actor.span[0] : actor.span[1]]
        following = _next(doc, actor.span[1])
        # "7,500 French, around Mostar": the adjective stands for the people where no noun follows.
        alone = not following or following[0].text in {",", ".", ";", ")"} or following[0].lower in _PLACES
        plural = written.endswith(("s", "men", "ese")) or actor.kind != "state" or alone
        if not plural or (
            following and following[0].pos in {"NOUN", "PROPN"} and following[0].start - actor.span[1] <= 1
        ):
            return None
        return ForceMention(
            actor.span, actor.span, written, Category.PERSONNEL, None, quantity, False, False, False, False,
            ("force-people",),
        )  # fmt: skip
    return None
