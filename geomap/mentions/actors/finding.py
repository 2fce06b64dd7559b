"""Finds actors: states (by their names, capitals and peoples), bodies of states, armed groups, state organs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazetteer import Gazetteer
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.schemas import ActorName, FormerState
from geomap.language.words import keys_of
from geomap.mentions.actors.terms import bodies, former_peoples, former_states
from geomap.mentions.forces.finding import ForceMention, is_force_word
from geomap.mentions.places.finding import Place
from geomap.mentions.places.use import LOCAL_BODY
from geomap.model import Actor, Span, Use


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as named at ``span``. ``kind`` is ``state`` or the lexicon's; ``use`` is set for place words."""

    span: Span
    name: str
    code: str
    kind: str
    use: Use | None
    rule: str

    def value(self) -> Actor:
        """Return the actor as the report holds it."""
        return Actor(name=self.name, code=self.code, span=self.span)


_SHORT = 3
"""Letters up to which a name is an abbreviation, and then stands in capitals: "SAS", not "Sas"."""

_ABBREVIATED = frozenset({"US", "U.S.", "UK", "U.K."})
"""Abbreviations of states that stand before the names of services as adjectives do."""

_SHARED = "actor-shared-name"
"""Rule of numbered units that armies have each ("3rd Infantry Division")."""

_NAME_REACH = 20
"""Characters before a name in which the name of a person may begin that holds it: "Robert Wagner"."""


def find_bodies(doc: Annotated, forces: Sequence[ForceMention], gazetteer: Gazetteer) -> tuple[ActorMention, ...]:
    """Return the bodies and groups that the lexicon names, in reading order; place words in them are no mentions.

    A name that others bear too counts only where the article has a force, and not inside a person's name.
    """
    military = any(not force.ambiguous for force in forces)
    found: list[ActorMention] = []
    for match in bodies().scan(doc.words):
        span, named = (match.start, match.end), match.entry
        written = doc.text[slice(*span)]
        if not _written_as_name(written) or (" " not in written and _in_name_of_person(doc, span)):
            continue
        if not named.ambiguous or (military and not _is_place(doc.text, span, gazetteer)):
            shared = named.ambiguous and written[0].isdigit()
            found.append(_body(span, named.actor, gazetteer, _SHARED if shared else "actor-name"))
    return tuple(found)


def _written_as_name(written: str) -> bool:
    return written.isupper() if len(written) <= _SHORT else any(c.isupper() for c in written)


def _is_place(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """ "In Fano", "the Sea of Azov"; not "the fighters of Fano"."""
    before = [word.lower() for word in text[max(0, span[0] - _NAME_REACH) : span[0]].split()[-2:]]
    if not before or before[-1] not in lexicon.places().locative_prepositions:
        return False
    owned = before[-1] == "of" and is_force_word(before[0])
    return not owned and gazetteer.has(text[slice(*span)])


def _in_name_of_person(doc: Annotated, span: Span) -> bool:
    """ "Robert Wagner", "Taliban Hussain"."""
    people = [e for e in doc.entities_in((max(0, span[0] - _NAME_REACH), span[1])) if e.label == "PERSON"]
    return any(e.start < span[0] < e.end or (e.start == span[0] and e.end > span[1] + 2) for e in people)


def closed_spans(text: str, named: Sequence[ActorMention], gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Return the spans in which place words are no mentions: names of several words.

    The adjective before the general name of a state's own service stays a mention: "Philippine" in "Philippine Navy";
    so does where a group is that has no name ("separatists in eastern Ukraine").
    """
    spans = []
    for body in named:
        words = text[slice(*body.span)].split(" ")
        start = body.span[0] + _adjective(words, body, gazetteer)
        end = (
            body.span[1]
            if "in" not in words or not words[0].islower()
            else start + len(" ".join(words).split(" in ")[0])
        )
        if len(words) > 1:
            spans.append((start, end))
    return tuple(spans)


def _adjective(words: Sequence[str], body: ActorMention, gazetteer: Gazetteer) -> int:
    """Return how many characters the adjective of its own state takes at the head of a body's name, blank included."""
    for count in (1, 2) if body.kind in {"state-body", "police"} else ():
        head = " ".join(words[:count])
        own = body.code in gazetteer.demonym(head) or (count == 1 and head in _ABBREVIATED)
        if own and count < len(words):
            return len(head) + 1
    return 0


def find_actors(
    doc: Annotated, named: Sequence[ActorMention], places: Sequence[Place], gazetteer: Gazetteer
) -> tuple[ActorMention, ...]:
    """Return the actors of the text in reading order; bodies named in full win over place words inside them."""
    states = [mention for place in places if (mention := _state(place, gazetteer)) is not None]
    states.extend(_former_peoples(doc, places))
    drawn = [place.core for place in places if place.drawn]
    free = [b for b in named if not any(c[0] <= b.span[0] and b.span[1] <= c[1] for c in drawn)]  # Port-AU-Prince
    told = {mention.code for mention in (*free, *states) if mention.rule != _SHARED}
    sure = [body for body in free if body.rule != _SHARED or body.code in told]
    kept = [s for s in states if not any(b.span[0] <= s.span[0] and s.span[1] <= b.span[1] for b in sure)]
    return tuple(sorted([*sure, *_of_their_time(doc, kept)], key=lambda mention: mention.span))


def _body(span: Span, entry: ActorName, gazetteer: Gazetteer, rule: str) -> ActorMention:
    """A body that acts for a state is shown under the state's name: Spetsnaz are Russia's."""
    name = entry.name
    if entry.kind == "state-body" and entry.states and entry.code == entry.states[0]:
        name = gazetteer.country(entry.code).name
    return ActorMention(span, name, entry.code, entry.kind, None, rule)


def _state(place: Place, gazetteer: Gazetteer) -> ActorMention | None:
    use = place.mention.use
    if use not in {Use.METONYM, Use.DEMONYM} or place.country is None or place.rule == LOCAL_BODY:
        return None  # the police of a town are not the state that the town lies in
    former = former_states().get(keys_of(place.mention.text.removeprefix("the ")))
    if former is not None:
        return _former(place.mention.span, use, former)
    try:
        name = gazetteer.country(place.country).name
    except KeyError:  # Mayotte, French Guiana: drawn with another country, and no state
        return None
    return ActorMention(place.mention.span, name, place.country, "state", use, f"actor-{use.value}")


def _former(span: Span, use: Use, state: FormerState) -> ActorMention:
    return ActorMention(span, state.name, state.code, "state", use, "actor-former-state")


def _former_peoples(doc: Annotated, places: Sequence[Place]) -> Iterator[ActorMention]:
    """Yield peoples of states that are no more where the gazetteer knows none: "Biafran troops"."""
    known = {place.mention.span[0] for place in places}
    for match in former_peoples().scan(doc.words):
        if match.start not in known and doc.text[match.start].isupper():
            yield _former((match.start, match.end), Use.DEMONYM, match.entry)


def _of_their_time(doc: Annotated, states: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """Yield states; a capital is that of the article's time: where Soviet troops march, Moscow is the Soviet Union.

    That holds where the article names the former state and not the one that came after it.
    """
    named = {mention.code for mention in states if mention.rule == "actor-former-state"}
    former = {
        state.successor: state
        for state in lexicon.actors().former_states
        if state.code in named and state.successor and _only_capital(doc, states, state.successor)
    }
    for mention in states:
        state = former.get(mention.code)
        yield mention if state is None else _former(mention.span, Use.METONYM, state)


def _only_capital(doc: Annotated, states: Sequence[ActorMention], code: str) -> bool:
    """Whether a state is told by its capital and palaces alone."""
    own = [mention for mention in states if mention.code == code]
    return all(m.use is Use.METONYM and doc.text[slice(*m.span)] != m.name for m in own)
