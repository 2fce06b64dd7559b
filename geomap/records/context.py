"""Everything known of one article before records are made, under names, so that no rule searches for it again."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from gazetteer import Gazetteer
from geomap.language.annotated import Annotated, Sentence, Token
from geomap.language.spans import SpanIndex
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.mentions.places.finding import Place
from geomap.mentions.times.grammar import TimeMention
from geomap.mentions.triggers import Trigger
from geomap.model import Span
from geomap.records.clauses import Clauses
from geomap.records.places.anchors import Anchor, anchors_of

PASSAGE = 8_000
"""Characters after which a long text is cut at the next line; news articles hardly ever reach it."""


@dataclass(frozen=True)
class Mentions:
    """The mentions of one article, each kind in reading order."""

    doc: Annotated
    published: datetime.date | None
    quantities: tuple[QuantityMention, ...]
    forces: tuple[ForceMention, ...]
    places: tuple[Place, ...]
    actors: tuple[ActorMention, ...]
    leaders: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]
    triggers: dict[int, Trigger]
    gazetteer: Gazetteer
    clauses: Clauses
    passage: Span

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the passage."""
        return self.doc.sentences_in(self.passage)

    @cached_property
    def force_heads(self) -> dict[int, ForceMention]:
        """Forces by the index of the token that heads each."""
        table = {}
        for force in self.forces:
            token = self.head(force)
            if token is not None:
                table[token.index] = force
        return table

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of the passage."""
        return frozenset(token.lemma for token in self.doc.tokens_in(self.passage))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Drawn places with what they hang on."""
        nouns = {index for index, trigger in self.triggers.items() if trigger.kind == "noun"}
        return anchors_of(self.doc, self.places, frozenset(self.force_heads) | frozenset(nouns))

    @cached_property
    def anchor_of(self) -> dict[str, Anchor]:
        """The anchors by the ids of their places."""
        return {anchor.place.mention.id: anchor for anchor in self.anchors}

    @cached_property
    def most_named(self) -> str | None:
        """The gazetteer's id of the place that is named most often."""
        named = Counter(p.mention.resolved.id for p in self.places if p.literal and p.mention.resolved is not None)
        return next((key for key, _ in named.most_common(1)), None)

    def with_leaders(self) -> Mentions:
        """Return the mentions with leaders of states among the actors, as owners of forces."""
        named = SpanIndex(self.actors, lambda actor: actor.span)
        free = [leader for leader in self.leaders if not named.overlapping(leader.span)]
        actors = tuple(sorted([*self.actors, *free], key=lambda actor: actor.span))
        return replace(self, actors=actors)

    def windows(self) -> Iterator[Mentions]:
        """Yield the mentions of passages of whole lines; an article of usual length is one passage.

        What hangs together stands together, so that records cost the same per line however long the text is.
        """
        cuts = [0]
        for sentence, following in pairwise(self.doc.sentences):
            reach = following.start - cuts[-1]
            if reach > 2 * PASSAGE or (reach > PASSAGE and sentence.block != following.block):
                cuts.append(following.start)
        if len(cuts) == 1:
            yield self
            return
        forces = SpanIndex(self.forces, lambda force: (force.start, force.end))
        places = SpanIndex(self.places, lambda place: place.mention.span)
        actors = SpanIndex(self.actors, lambda actor: actor.span)
        times = SpanIndex(self.times, lambda time: time.span)
        quantities = SpanIndex(self.quantities, lambda quantity: quantity.span)
        for passage in pairwise([*cuts, len(self.doc.text) + 1]):
            yield replace(
                self,
                passage=passage,
                forces=tuple(forces.starting_in(passage)),
                places=tuple(places.starting_in(passage)),
                actors=tuple(actors.starting_in(passage)),
                times=tuple(times.starting_in(passage)),
                quantities=tuple(quantities.starting_in(passage)),
                triggers={
                    t.index: self.triggers[t.index] for t in self.doc.tokens_in(passage) if t.index in self.triggers
                },
            )

    @cached_property
    def _places(self) -> SpanIndex[Place]:
        return SpanIndex(self.places, lambda place: place.mention.span)

    def places_in(self, span: Span) -> list[Place]:
        """Return the places that begin inside the span."""
        return self._places.starting_in(span)

    @cached_property
    def _forces(self) -> SpanIndex[ForceMention]:
        return SpanIndex(self.forces, lambda force: (force.start, force.end))

    @cached_property
    def _quantities(self) -> SpanIndex[QuantityMention]:
        return SpanIndex(self.quantities, lambda quantity: quantity.span)

    def quantities_from(self, position: int, reach: int) -> list[QuantityMention]:
        """Return the numbers that begin within ``reach`` characters behind a position."""
        return self._quantities.starting_in((position, position + reach))

    def forces_from(self, position: int) -> list[ForceMention]:
        """Return the forces that begin at a character or right behind it."""
        return self._forces.starting_in((position, position + 2))

    def forces_in(self, span: Span) -> list[ForceMention]:
        """Return the forces that begin inside the span."""
        return self._forces.starting_in(span)

    def head(self, force: ForceMention) -> Token | None:
        """Return the token that heads a force: its noun, or its number where the noun is left out."""
        return self.doc.head_of(force.head)

    def in_sentence(self, index: int) -> tuple[Anchor, ...]:
        """Return the anchored places of a sentence."""
        return tuple(a for a in self.anchors if a.sentence == index)


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def inside(span: Span, outer: Span) -> bool:
    """Whether ``span`` lies in ``outer``."""
    return outer[0] <= span[0] and span[1] <= outer[1]
