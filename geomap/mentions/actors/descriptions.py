"""Resolves what means an actor named before: "the alliance", "the kingdom", "the ministry", "the Guards"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gazetteer import Gazetteer
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Match, Matcher
from geomap.language.spans import SpanIndex
from geomap.language.words import Word, words_of
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.places.finding import Place
from geomap.model import Span

_OWNERS = frozenset({"the", "its", "their"})
_ORGAN_REACH = 40
"""Characters behind a state's name in which its organ stands: "Russia's defence ministry"."""

_LOOK_BACK = 400
"""Actors and places before a description among which its antecedent is sought."""

_LAST_NAME = re.compile(r"[A-Z][a-z]\w+")
_GOES_ON = re.compile(r"[ -][A-Z]|['’]s? [A-Z]")


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a description may mean: bodies with ``codes``, states of ``states``, or the organ of a state.

    ``name`` tells a short name ("Tigers") from a noun.
    """

    codes: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    organ: bool = False
    name: bool = False


@cache
def _descriptions() -> Matcher[_Meant]:
    words = lexicon.actors()
    meant: dict[str, _Meant] = {}
    for actor in words.actors:
        for description in actor.descriptions:
            key = description.casefold()
            known = meant.get(key, _Meant())
            name = description[0].isupper() and not description.isupper() and " " not in description
            meant[key] = replace(known, codes=known.codes | {actor.code}, name=name)
    for description, states in words.state_descriptions.items():
        meant[description] = replace(meant.get(description, _Meant()), states=states)
    for organ in words.state_organs:
        meant[organ] = replace(meant.get(organ, _Meant()), organ=True)
    return Matcher(meant.items())


@dataclass(frozen=True, slots=True)
class _Named:
    """All that was named in a text, in reading order."""

    doc: Annotated
    actors: Sequence[ActorMention]
    countries: Sequence[Place]
    gazetteer: Gazetteer

    def before(self, position: int) -> list[ActorMention]:
        """Return the actors before a position, the last one first."""
        end = bisect_left(self.actors, position, key=lambda actor: actor.span[0])
        return [a for a in reversed(self.actors[max(0, end - _LOOK_BACK) : end]) if a.span[1] <= position]

    def country_before(self, position: int, states: frozenset[str]) -> Place | None:
        """Return the last of some countries that was named as a place before a position."""
        end = bisect_left(self.countries, position, key=lambda place: place.mention.span[0])
        last = reversed(self.countries[max(0, end - _LOOK_BACK) : end])
        return next((place for place in last if place.country in states), None)


def find_descriptions(
    doc: Annotated, actors: Sequence[ActorMention], places: Sequence[Place], gazetteer: Gazetteer
) -> tuple[ActorMention, ...]:
    """Return the descriptions of actors that were named before, in reading order.

    "The rebels" are the last body that they may mean, "the kingdom" the last state of that kind, "the ministry" that of
    the state whose ministry was named, "the Guards" the body with that last name.
    """
    countries = [p for p in places if p.mention.resolved is not None and p.mention.resolved.kind == "country"]
    named = _Named(doc, actors, countries, gazetteer)
    taken = SpanIndex(actors, lambda actor: actor.span)
    words = doc.words
    found: dict[Span, ActorMention] = {}
    for match in _descriptions().scan(words):
        span = (match.start, match.end)
        if match.first == 0 or words[match.first - 1].key not in _OWNERS or taken.overlapping(span):
            continue
        antecedent = _antecedent(named, match)
        if antecedent is not None and _fits(doc.text, words, match):
            found[span] = replace(antecedent, span=span, use=None, rule="actor-description")
    for mention in _last_names(doc.text, words, actors, taken):
        found.setdefault(mention.span, mention)
    return tuple(sorted(found.values(), key=lambda mention: mention.span))


def _fits(text: str, words: Sequence[Word], match: Match[_Meant]) -> bool:
    """Whether a description that is a name ("the Tigers") has its capital and does not go on ("the Tigers Club")."""
    return not match.entry.name or _alone(text, words, match.first)


def _antecedent(named: _Named, match: Match[_Meant]) -> ActorMention | None:
    meant = match.entry
    before = named.before(match.start)
    for actor in before:
        if actor.kind != "state" and actor.code in meant.codes:
            return actor
        if meant.organ and _has_organ(named.doc, actor, match):
            return actor
    return _state(named, match.start, meant.states, before) if meant.states else None


def _has_organ(doc: Annotated, actor: ActorMention, match: Match[_Meant]) -> bool:
    """Whether the organ of a state was named: "Russia's defence ministry" before "the ministry"."""
    if actor.kind not in {"state", "state-body"}:
        return False
    organ = words_of(doc.text[match.start : match.end])[-1].key
    sentence = doc.sentence_at(actor.span[0])
    end = min(actor.span[1] + _ORGAN_REACH, match.start - 1, sentence.end if sentence is not None else match.start)
    return any(word.key == organ for word in words_of(doc.text[actor.span[0] : end]))


def _state(named: _Named, position: int, states: frozenset[str], before: Sequence[ActorMention]) -> ActorMention | None:
    """Return the last state of a kind that was named before, as an actor or as a place."""
    acting = next((a for a in before if a.code in states and a.kind in {"state", "state-body"}), None)
    lying = named.country_before(position, states)
    if lying is None or lying.country is None or (acting is not None and acting.span >= lying.mention.span):
        return acting
    name = named.gazetteer.country(lying.country).name
    return ActorMention(lying.mention.span, name, lying.country, "state", None, "actor-description")


def _last_names(
    text: str, words: Sequence[Word], actors: Sequence[ActorMention], taken: SpanIndex[ActorMention]
) -> Iterator[ActorMention]:
    """Yield "the Guards" after "Revolutionary Guards", "the Tigers" after "Tamil Tigers"."""
    ends = {actor.span[1]: actor for actor in actors if actor.kind != "state"}
    names: dict[str, ActorMention] = {}
    for index, word in enumerate(words):
        actor = ends.get(word.end)
        if actor is not None and actor.span[0] < word.start and _LAST_NAME.fullmatch(word.text):
            names[word.key] = actor
        elif word.key in names and _alone(text, words, index) and not taken.overlapping((word.start, word.end)):
            span = (word.start, word.end)
            yield replace(names[word.key], span=span, use=None, rule="actor-last-name")


def _alone(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a word is a whole name behind "the": "the Guards Division" is another."""
    word = words[index]
    definite = index > 0 and words[index - 1].key == "the"
    return definite and word.text[:1].isupper() and _GOES_ON.match(text, word.end) is None
