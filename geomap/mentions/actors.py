"""Finds actors: states (by their names, capitals and peoples), bodies of states, armed groups, state organs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from gazetteer import Gazetteer
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActorName
from geomap.language.words import words_of
from geomap.mentions.places import Place
from geomap.mentions.use import LOCAL_BODY
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


@cache
def _matcher() -> Matcher[ActorName]:
    return Matcher(
        (alias, actor)
        for actor in lexicon.actors().actors
        if not actor.metonym
        for alias in (actor.name, *actor.aliases)
    )


def find_bodies(doc: Annotated, gazetteer: Gazetteer) -> tuple[ActorMention, ...]:
    """Return the bodies and groups that the lexicon names, in reading order; place words in them are no mentions."""
    bodies: list[ActorMention] = []
    for match in _matcher().scan(words_of(doc.text)):
        written = doc.text[match.start : match.end]
        named = written.isupper() if len(written) <= _SHORT else any(c.isupper() for c in written)
        if named:
            bodies.append(_body(match.start, match.end, match.entry, gazetteer))
    return tuple(bodies)


def find_actors(
    bodies: Sequence[ActorMention], places: Sequence[Place], gazetteer: Gazetteer
) -> tuple[ActorMention, ...]:
    """Return the actors of the text in reading order; bodies named in full win over place words inside them."""
    states = [mention for place in places if (mention := _state(place, gazetteer)) is not None]
    kept = [s for s in states if not any(b.span[0] <= s.span[0] and s.span[1] <= b.span[1] for b in bodies)]
    drawn = [place.core for place in places if place.drawn]
    free = [b for b in bodies if not any(c[0] <= b.span[0] and b.span[1] <= c[1] for c in drawn)]  # Port-AU-Prince
    return tuple(sorted([*free, *kept], key=lambda mention: mention.span))


def _body(start: int, end: int, entry: ActorName, gazetteer: Gazetteer) -> ActorMention:
    """A body that acts for a state is shown under the state's name: Spetsnaz are Russia's."""
    name = entry.name
    if entry.kind == "state-body" and entry.states and entry.code == entry.states[0]:
        name = gazetteer.country(entry.code).name
    return ActorMention((start, end), name, entry.code, entry.kind, None, "actor-name")


def _state(place: Place, gazetteer: Gazetteer) -> ActorMention | None:
    use = place.mention.use
    if use not in {Use.METONYM, Use.DEMONYM} or place.country is None or place.rule == LOCAL_BODY:
        return None  # the police of a town are not the state that the town lies in
    try:
        name = gazetteer.country(place.country).name
    except KeyError:  # Mayotte, French Guiana: drawn with another country, and no state
        return None
    return ActorMention(place.mention.span, name, place.country, "state", use, f"actor-{use.value}")


@cache
def _descriptions() -> Matcher[frozenset[str]]:
    """Match descriptions; each entry holds the codes of the actors that it may mean."""
    codes: dict[str, set[str]] = {}
    for actor in lexicon.actors().actors:
        for description in actor.descriptions:
            codes.setdefault(description.casefold(), set()).add(actor.code)
    return Matcher((description, frozenset(found)) for description, found in codes.items())


def find_descriptions(doc: Annotated, actors: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return "the alliance", "the mission", "the rebels" where an actor that they may mean was named before."""
    found = []
    words = words_of(doc.text)
    for match in _descriptions().scan(words):
        if match.first == 0 or words[match.first - 1].key not in {"the", "its", "their"}:
            continue
        antecedent = _antecedent(actors, match.start, match.entry)
        if antecedent is not None:
            found.append(replace(antecedent, span=(match.start, match.end), use=None, rule="actor-description"))
    return tuple(found)


def _antecedent(actors: Sequence[ActorMention], position: int, codes: frozenset[str]) -> ActorMention | None:
    """Return the last body or group with one of the codes that was named before a position."""
    named = (actor for actor in reversed(actors) if actor.span[1] <= position)
    return next((actor for actor in named if actor.code in codes and actor.kind != "state"), None)
