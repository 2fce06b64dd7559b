"""How a place hangs in its sentence: by which preposition, on which word.

"from Fort Bragg, North Carolina, to Kuwait": Fort Bragg hangs by "from" on the verb. "at a base near Khojaly" climbs
over the nouns between, so that Khojaly hangs by "at" on whatever the base hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.places.finding import Place

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_OBJECTS = {"dobj", "obj", "attr", "dative"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_NOUN_REACH = 30
_NOUN_AND_PREPOSITION = 2
"""Characters before a place in which the noun stands that it belongs to, and the words that are needed of them."""

_CLIMB = 12
"""Words above a place at which the climb gives up."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place with what it hangs on.

    ``governor`` is the token that it hangs on; ``preposition`` is the one it hangs by, or else ``object``, ``subject``,
    ``poss``, ``explains`` or ``""``; ``through`` are the indices of the nouns climbed over on the way.
    """

    place: Place
    token: Token
    governor: Token | None
    preposition: str
    through: tuple[int, ...]
    sentence: int


def speaks_at(anchor: Anchor) -> bool:
    """Return whether the place only tells where somebody says so: "the minister repeated in Paris"."""
    verb = anchor.governor
    if (
        anchor.preposition in {"subject", "object"}
        or verb is None
        or not verb.is_verb
        or (verb.tag == "VBN" and verb.dep in {"acl", "relcl"})
    ):
        return False  # "a brigade announced for Romania"
    return verb.lemma in lexicon.reporting().verbs - lexicon.records().attributing.open_verbs


def of_speaker(doc: Annotated, place: Place) -> bool:
    """Return whether a place only tells where somebody is who says so: "according to a security source in Dapaong"."""
    start = place.mention.span[0]
    before = [t for t in doc.tokens_in((max(0, start - _NOUN_REACH), start)) if t.end <= start and t.pos != "DET"]
    if len(before) < _NOUN_AND_PREPOSITION or before[-1].pos != "ADP":
        return False
    return before[-2].pos == "NOUN" and before[-2].lemma in lexicon.records().locating.speakers


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
    """Climb from a place to what it hangs on; ``names`` are the tokens of all places."""
    preposition = ""
    through: list[int] = []
    current = token
    for _ in range(_CLIMB):
        if current.head == current.index:
            break
        head = doc.tokens[current.head]
        begin, end = place.mention.span
        if current.pos == "ADP" and begin < current.start < end:
            hold = None  # inside "90 miles from Goma" the words say which place is meant
        elif current.pos == "ADP" or current.dep in {"prep", "agent"}:
            word = _preposition(doc, current, head)
            if not preposition or _refines(preposition, word):
                preposition = word
            hold = (head, "") if head.is_verb or head.index in stops else None
            if hold is None:
                through.append(head.index)
        else:
            hold = _hold(current, head, current.index != token.index, stops, names)
        if hold is not None:
            governor, role = hold
            # "The minister in Paris praised …": what hangs on a subject tells of the subject alone.
            alone = role == "explains" or (role == "subject" and through)
            said = role if alone else preposition or role
            return Anchor(place, token, governor, said, tuple(through), token.sentence)
        if current.dep in {"relcl", "acl"} and head.index in names:
            break  # "Kaliningrad, which a gap parts from Belarus": the clause tells of the place before it
        current = head
    top = current if current.index != token.index else None
    return Anchor(place, token, top, preposition, tuple(through), token.sentence)


def _hold(
    current: Token, head: Token, climbed: bool, stops: frozenset[int], names: frozenset[int]
) -> tuple[Token, str] | None:
    """Return the word that the climb ends at, with the role that it gives the place; ``None`` where it goes on."""
    if current.dep in _OBJECTS and head.is_verb:
        return head, "object"
    if current.dep in _SUBJECTS:
        return head, "subject"
    if climbed and current.dep == "appos" and head.index in names:
        return head, "explains"  # "Catatumbo, a corner of Norte de Santander": the second place explains the first
    if current.dep == "poss":
        return (head, "poss") if head.index in stops else None
    if climbed and current.index in stops:
        return current, ""
    listed = current.dep in {"conj", "appos"} and head.pos in _NOMINAL
    return (head, "") if not listed and (head.is_verb or head.index in stops) else None


def _preposition(doc: Annotated, current: Token, head: Token) -> str:
    if current.lower == "of" and head.lower == "out":
        return "out of"
    if current.lower == "of" and current.index and doc.tokens[current.index - 1].lower == "out":
        return "out of"
    if current.lower == "as" and current.index and doc.tokens[current.index - 1].lower == "far":
        return "to"  # "got as far as Wewak"
    return current.lower


def _refines(old: str, new: str) -> bool:
    """An outer preposition says how the place takes part; "of" and inner "at" only say which thing is meant."""
    words = lexicon.records().linking
    return old in words.inner_prepositions and new not in words.weak_prepositions
