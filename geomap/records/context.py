"""Everything known of one article before records are made, under names, so that no rule searches for it again."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from gazetteer import Gazetteer
from geomap.language.annotated import Annotated, Token
from geomap.mentions.actors import ActorMention
from geomap.mentions.forces import ForceMention
from geomap.mentions.places import Place
from geomap.mentions.quantities import QuantityMention
from geomap.mentions.times import TimeMention
from geomap.mentions.triggers import Trigger
from geomap.model import Span
from geomap.records.anchors import Anchor, anchors_of
from geomap.records.clauses import Clauses


@dataclass(frozen=True)
class Mentions:
    """The mentions of one article, each kind in reading order."""

    doc: Annotated
    published: datetime.date | None
    quantities: tuple[QuantityMention, ...]
    forces: tuple[ForceMention, ...]
    places: tuple[Place, ...]
    actors: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]
    triggers: dict[int, Trigger]
    gazetteer: Gazetteer

    @cached_property
    def clauses(self) -> Clauses:
        """The clauses of the text."""
        return Clauses.of(self.doc)

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
    def anchors(self) -> tuple[Anchor, ...]:
        """Drawn places with what they hang on."""
        nouns = {index for index, trigger in self.triggers.items() if trigger.kind == "noun"}
        return anchors_of(self.doc, self.places, frozenset(self.force_heads) | frozenset(nouns))

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


def last_before(spans: Sequence[Span], position: int) -> Span | None:
    """Return the last span that ends before the position."""
    return next((span for span in reversed(spans) if span[1] <= position), None)
