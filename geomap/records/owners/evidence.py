"""What an article tells of its actors and their forces, gathered once, before forces without an owner are weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from geomap.language.spans import SpanIndex
from geomap.language.words import key_of
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.forces.finding import ForceMention
from geomap.model import Category, Use
from geomap.records.context import Mentions
from geomap.records.headings import is_item, line_above, section_above
from geomap.records.owners.owned import Owned, sovereign
from geomap.records.owners.roles import role_of
from geomap.records.triggering import Link


@dataclass(frozen=True)
class Evidence:
    """The actors and the forces of a passage; ``certain`` are the forces whose owners words tell, before and behind."""

    m: Mentions
    certain: Sequence[Owned]

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share of each actor in the forces whose owners words tell."""
        return _shares(self.certain)

    @cached_property
    def by_country(self) -> Mapping[str, Mapping[str, float]]:
        """The shares of actors in those forces that are in a country."""
        grouped: dict[str, list[Owned]] = {}
        for owned in self.certain:
            for code in {sovereign(place.country) for place in owned.link.locations}:
                if code is not None:
                    grouped.setdefault(code, []).append(owned)
        return {code: _shares(those) for code, those in grouped.items()}

    @cached_property
    def by_category(self) -> Mapping[Category, Mapping[str, float]]:
        """The shares of actors in those forces that are of a category."""
        grouped: dict[Category, list[Owned]] = {}
        for owned in self.certain:
            grouped.setdefault(owned.link.force.category, []).append(owned)
        return {category: _shares(those) for category, those in grouped.items()}

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[ActorMention]]:
        """The mentions of each actor, in reading order."""
        found: dict[str, list[ActorMention]] = {}
        for actor in self.m.actors:
            found.setdefault(actor.code, []).append(actor)
        return found

    @cached_property
    def home(self) -> str | None:
        """The state whose dateline the article bears."""
        line = next((place for place in self.m.places if place.mention.use is Use.DATELINE), None)
        return sovereign(line.country) if line is not None else None

    @cached_property
    def most_named(self) -> str | None:
        """The actor that is named most often."""
        counts = Counter(actor.code for actor in self.m.actors)
        return counts.most_common(1)[0][0] if counts else None

    @cached_property
    def named_forces(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """For each noun of forces, where an actor's name stands in or right before it, and whose."""
        actors = SpanIndex(self.m.actors, lambda actor: actor.span)
        found: dict[str, list[tuple[int, str]]] = {}
        for force in self.m.forces:
            own = [] if force.elided else actors.overlapping((force.start - 1, force.end))
            if own:
                found.setdefault(noun_of(self.m, force), []).append((force.start, own[0].code))
        return found

    @cached_property
    def _roles(self) -> dict[ActorMention, str]:
        return {}

    def role(self, actor: ActorMention) -> str:
        """Return the part that a mention of an actor plays in its clause."""
        if actor not in self._roles:
            self._roles[actor] = role_of(self.m, actor)
        return self._roles[actor]

    def headed(self, link: Link) -> tuple[set[str], set[str]]:
        """Return the actors that the heading above a list names, and those of the heading above the paragraph."""
        first = self.m.doc.first_of_block(self.m.doc.sentences[link.head.sentence])
        item = is_item(self.m, first.start)
        of_list = self._codes(line_above(self.m, first.start)) if item else set()
        return of_list, self._codes(section_above(self.m, first.start))

    def _codes(self, span: tuple[int, int]) -> set[str]:
        named = {actor.code for actor in self.m.actors if span[0] <= actor.span[0] and actor.span[1] <= span[1]}
        lands = [p for p in self.m.places_in(span) if p.mention.resolved and p.mention.resolved.kind == "country"]
        return named | {code for place in lands if (code := sovereign(place.country)) is not None}


def noun_of(m: Mentions, force: ForceMention) -> str:
    """Return the noun of a force in the singular: "frigate"."""
    words = key_of(force.head_term(m.doc.text)).split()
    return words[-1].rstrip("s") if words else ""


def _shares(owned: Sequence[Owned]) -> Mapping[str, float]:
    counts = Counter(o.actor.code for o in owned if o.actor is not None and o.actor.code is not None)
    return {code: count / sum(counts.values()) for code, count in counts.items()}
