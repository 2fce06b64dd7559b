"""How a place hangs in its sentence: by which preposition, on which word.

"from Fort Bragg, North Carolina, to Kuwait": Fort Bragg hangs by "from" on the verb. "at a base near Khojaly" climbs
over the nouns between, so that Khojaly hangs by "at" on whatever the base hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language.annotated import Annotated, Token
from geomap.mentions.places import Place

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_LEADING = {"near", "around", "outside", "between", "off", "across", "along", "beside", "close", "inside", "beyond"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """``governor`` is the token that the place hangs on; ``preposition`` may be ``object``, ``subject``, ``poss`` or ``""``.

    ``through`` are the nouns climbed over on the way.
    """

    place: Place
    token: Token
    governor: Token | None
    preposition: str
    through: tuple[int, ...]
    sentence: int


def anchors_of(doc: Annotated, places: Sequence[Place], stops: frozenset[int]) -> tuple[Anchor, ...]:
    """Anchor every drawn place; ``stops`` are tokens that are never climbed over (heads of forces, trigger nouns)."""
    found = []
    inside = {token.index for place in places for token in doc.tokens_in(place.core)}
    for place in places:
        if not place.literal:
            continue
        token = doc.head_of(place.core)
        if token is not None:
            found.append(_anchor(doc, place, token, stops, frozenset(inside)))
    return tuple(found)


def _anchor(doc: Annotated, place: Place, token: Token, stops: frozenset[int], names: frozenset[int]) -> Anchor:
    preposition = ""
    through: list[int] = []
    current = token
    for _ in range(12):
        if current.head == current.index:
            break
        head = doc.tokens[current.head]
        if current.pos == "ADP" or current.dep in {"prep", "agent"}:
            word = _preposition(doc, current, head)
            if not preposition or _refines(preposition, word, head):
                preposition = word
            if head.index in stops or head.is_verb:
                return Anchor(place, token, head, preposition, tuple(through), token.sentence)
            through.append(head.index)
        elif current.dep in {"dobj", "obj", "attr", "dative"} and head.is_verb:
            return Anchor(place, token, head, preposition or "object", tuple(through), token.sentence)
        elif current.dep in {"nsubj", "nsubjpass"}:
            return Anchor(place, token, head, preposition or "subject", tuple(through), token.sentence)
        elif current.dep == "appos" and current.index != token.index and head.index in names:
            # "Catatumbo, a corner of Norte de Santander": the second place explains the first.
            return Anchor(place, token, head, "explains", tuple(through), token.sentence)
        elif current.dep == "poss":
            if head.index in stops:
                return Anchor(place, token, head, preposition or "poss", tuple(through), token.sentence)
        elif current.index in stops and current.index != token.index:
            return Anchor(place, token, current, preposition, tuple(through), token.sentence)
        elif head.is_verb or head.index in stops:
            if not (current.dep in {"conj", "appos"} and head.pos in _NOMINAL):
                return Anchor(place, token, head, preposition, tuple(through), token.sentence)
        current = head
    governor = current if current.index != token.index else None
    return Anchor(place, token, governor, preposition, tuple(through), token.sentence)


def _preposition(doc: Annotated, current: Token, head: Token) -> str:
    if current.lower == "of" and head.lower == "out":
        return "out of"
    if current.lower == "of" and current.index and doc.tokens[current.index - 1].lower == "out":
        return "out of"
    return current.lower


def _refines(old: str, new: str, head: Token) -> bool:
    """An outer preposition says how the place takes part; "of" and inner "at" only say which thing is meant."""
    del head
    return old in {
        "of",
        "at",
        "in",
        "near",
        "outside",
        "around",
        "beside",
        "with",
        "between",
        "across",
        "off",
    } and new not in {"of", "with", "by", "for", "as", "like"}
