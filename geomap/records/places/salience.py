"""Where a force is when no words tie it to a place: the places told around it are weighed, the heaviest one has it.

A reader takes the place that the passage is about. What makes a place that is data (``whereabouts`` in
``records.yml``, fitted by ``tests/fit_places.py``): each feature adds its weight, and ``nowhere`` has features of its
own, by which a force is left without a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.mentions.places.finding import Place
from geomap.model import Category, Use
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.places.anchors import of_speaker, speaks_at
from geomap.records.places.antecedents import is_left
from geomap.records.places.explaining import explains
from geomap.records.places.listing import listed_from
from geomap.records.places.openings import opened_by
from geomap.records.reach import crosses
from geomap.records.triggering import Link

_WINDOW = 2500
"""Characters before a force in which places are weighed; beyond stands what another passage is about."""

_LATELY = 4
"""Sentences back in which another paragraph has told of a place lately."""

_THE = "the "
_BREAKS = ";:\n"

_LATEST = 6
"""Forces told before whose places are weighed."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One or several places told together that may be where a force is, with what speaks for it and the sum."""

    places: tuple[Place, ...]
    features: tuple[str, ...]
    weight: float


def weighed(m: Mentions, link: Link, earlier: Sequence[Link]) -> tuple[Whereabouts, ...]:
    """Return whatever places may be those of the force; the first is nowhere, with no places."""
    weights = lexicon.records().whereabouts
    nowhere = tuple(_nowhere(m, link))
    found = [Whereabouts((), nowhere, sum(weights[name] for name in nowhere))]
    told = _Told.of(m, link, earlier)
    for places in told.groups():
        features = tuple(told.features(places))
        found.append(Whereabouts(places, features, sum(weights[name] for name in features)))
    return tuple(found)


def heaviest(m: Mentions, link: Link, earlier: Sequence[Link]) -> tuple[Place, ...]:
    """Return the places that most speaks for; none where they do not outweigh being nowhere."""
    return max(weighed(m, link, earlier), key=lambda found: found.weight).places


def _nowhere(m: Mentions, link: Link) -> Iterator[str]:
    """What speaks for leaving a force without a place."""
    force = link.force
    yield "nowhere"
    if force.quantity is None:
        yield "nowhere-generic" if force.generic else "nowhere-uncounted"
        if force.named:
            yield "nowhere-named"
    if force.ambiguous:
        yield "nowhere-ambiguous"
    if force.category not in {Category.PERSONNEL, Category.UNIT}:
        yield "nowhere-things"
    if force.category is Category.EQUIPMENT:
        yield "nowhere-equipment"
    if link.trigger is None:
        yield "nowhere-no-act"
    elif link.trigger.kind in {"verb", "noun"}:
        yield f"nowhere-{link.trigger.kind}"
    if link.origins:
        yield "nowhere-from"
    if _told_otherwise(m, link):
        yield "nowhere-own-noun"


def _told_otherwise(m: Mentions, link: Link) -> bool:
    """Whether nouns of no known place tell where: "in the hills", "at a post down the road", "at Kapchagai"."""
    at = lexicon.records().linking.staying_prepositions
    heads = [link.head, *(m.doc.tokens[i] for i in link.verbs)]
    nouns = [n for head in heads for p in m.doc.kids(head, "prep") if p.lower in at for n in m.doc.kids(p, "pobj")]
    return any(
        noun.pos in {"NOUN", "PROPN"}
        and noun.index not in m.force_heads
        and not any(t.span[0] <= noun.start < t.span[1] for t in m.times)
        and not m.places_in((noun.start - 20, noun.end + 30))
        for noun in nouns
    )


@dataclass(frozen=True)
class _Told:
    """What is told around a force: the places near it, and the forces that have places."""

    m: Mentions
    link: Link
    near: Sequence[Place]
    links: Sequence[Link]

    @classmethod
    def of(cls, m: Mentions, link: Link, earlier: Sequence[Link]) -> _Told:
        """Gather what is told up to the end of the force's sentence."""
        span = (max(m.passage[0], link.force.start - _WINDOW), m.doc.sentences[link.head.sentence].end)
        near = [p for p in m.places_in(span) if p.drawn and p.mention.resolved is not None and _open(m, link, p)]
        filed = next((p for p in m.places if p.mention.use is Use.DATELINE), None)
        if filed is not None and filed not in near:
            near.insert(0, filed)
        links = [each for each in earlier if each.locations or each.origins]
        return cls(m, link, near, links)

    def groups(self) -> Iterator[tuple[Place, ...]]:
        """Yield every group of places once: those of the forces before, lists, single places, the latest first."""
        left = place_keys(self.link.origins)
        seen: set[frozenset[str]] = set()
        for places in self._all():
            keys = place_keys(places)
            if keys and keys not in seen and not keys & left:
                seen.add(keys)
                yield places

    def _all(self) -> Iterator[tuple[Place, ...]]:
        for each in reversed(self.links[-_LATEST:]):
            yield each.locations
            yield each.origins
        for place in reversed(self.near):
            yield (place,)
            if place.literal:
                yield listed_from(self.m, place)

    def features(self, places: tuple[Place, ...]) -> Iterator[str]:
        """Yield what speaks for and against the places."""
        keys = place_keys(places)
        yield from self._held(keys)
        mentions = [p for p in self.near if _key(p) in keys]
        yield from self._told_here(mentions)
        yield from self._told_before([p for p in mentions if p.literal])
        if all(p.mention.resolved is not None and p.mention.resolved.kind == "city" for p in places):
            yield "city"
        if any(p.mention.use is Use.DATELINE for p in mentions):
            yield "filed-there"
        if self.m.most_named in keys:
            yield "named-most"

    def _held(self, keys: frozenset[str]) -> Iterator[str]:
        """What the forces told before say of the places."""
        link, m = self.link, self.m
        sentence = m.doc.sentences[link.head.sentence]
        held = [each for each in self.links if place_keys(each.locations) == keys]
        if held:
            yield "holds-some"
        if held and held[-1] is self.links[-1]:
            before = m.doc.sentences[held[-1].head.sentence]
            if before.index == sentence.index:
                yield "holds-last-in-sentence"
            elif before.block != sentence.block:
                yield "holds-last-elsewhere"
        again = m.doc.text[max(0, link.force.start - len(_THE)) : link.force.start].lower() == _THE
        if link.force.elided or again:
            same = [each for each in self.links if each.force.text == link.force.text]
            if same and same[-1] in held:
                yield "holds-antecedent"

    def _told_here(self, mentions: Sequence[Place]) -> Iterator[str]:
        """How the places are named in the sentence of the force."""
        m, link = self.m, self.link
        start = m.doc.sentences[link.head.sentence].start
        before = [p for p in mentions if start <= p.mention.span[0] and p.mention.span[1] <= link.force.start]
        behind = [p for p in mentions if p.mention.span[0] >= link.force.end]
        if before:
            yield "here-before"
            part = self._part(before[-1])
            if part in {"left", "at"}:
                yield f"here-before-{part}"
        if behind:
            yield "here-behind"
            part = self._part(behind[0])
            if part in {"left", "subject"}:
                yield f"here-behind-{part}"
            if crosses(m, link, behind[0].mention.span[0]):
                yield "here-behind-crossed"
        told = (*before[-1:], *behind[:1])
        if any(explains(m, p, [q for q in self.near if q is not p]) for p in told):
            yield "explains"

    def _told_before(self, mentions: Sequence[Place]) -> Iterator[str]:
        """How the places were last named before the sentence of the force."""
        sentence = self.m.doc.sentences[self.link.head.sentence]
        last = next((p for p in reversed(mentions) if p.mention.span[0] < sentence.start), None)
        told = self.m.doc.sentence_at(last.mention.span[0]) if last is not None else None
        if last is None or told is None:
            return
        same, left = told.block == sentence.block, self._part(last) == "left"
        if told.index == sentence.index - 1:
            yield "previous" if same else "previous-apart"
            if same and left:
                yield "previous-left"
        elif same:
            if left:
                yield "paragraph-left"
        elif sentence.index - told.index > _LATELY:
            yield "named-earlier"

    def _part(self, place: Place) -> str:
        """The part that a mention plays in its sentence: ``left``, ``at``, ``loose`` or a role of its anchor."""
        anchor = self.m.anchor_of.get(place.mention.id)
        if is_left(self.m, place):
            return "left"
        if anchor is None:
            return "loose"
        if anchor.preposition in lexicon.actions().location_prepositions:
            return "at"
        return anchor.preposition if anchor.preposition in {"subject", "object"} else "loose"


def _open(m: Mentions, link: Link, place: Place) -> bool:
    """Whether a place may be that of a force: not behind a break, where the next force is or where somebody speaks."""
    anchor = m.anchor_of.get(place.mention.id)
    if (anchor is not None and speaks_at(anchor)) or of_speaker(m.doc, place):
        return False
    between = m.doc.text[link.force.end : place.mention.span[0]]
    return not any(c in between for c in _BREAKS) and opened_by(m, place) is None


def _key(place: Place) -> str:
    return next(iter(place_keys((place,))))
