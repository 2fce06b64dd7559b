"""Place mentions: names and the expressions around them, with their use, resolved by the gazetteer in context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from gazetteer import KIND_WORDS, Candidate, Context, Evidence, Gazetteer, Kind, NameKind, Resolution
from gazetteer import Place as GazetteerPlace
from gazetteer.expressions import relation
from geomap.language.annotated import Annotated
from geomap.language.spans import SpanIndex
from geomap.mentions.places.certainty import is_place
from geomap.mentions.places.context import capitals, first_context, second_context
from geomap.mentions.places.datelines import find_datelines
from geomap.mentions.places.drafts import Draft, House, drafts, with_houses
from geomap.mentions.places.imprint import Imprint, find_home
from geomap.mentions.places.names import find_names
from geomap.model import AlternativePlace, PlaceMention, Relation, ResolvedPlace, Span, Use

_REGIONS = frozenset({Kind.REGION, Kind.WATER, Kind.CONTINENT})
_ALTERNATIVES = 5
"""Other readings of a name that a mention lists."""

_UNTOLD = Imprint()

_KIND_BEHIND = re.compile(rf" ({'|'.join(sorted(KIND_WORDS))})\b(?! of\b)")
"""A word behind a name that tells what kind of place it is: "the Aras river", "Kursk region"."""

_SEAT_CONFIDENCE = 0.9
"""Confidence that a palace stands in the capital of its government."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with what the later rooms need: ``core`` is the name in the expression, ``rule`` decided the use.

    ``expression`` tells whether there is more of it than a name; ``score`` is the judge's for the name (``None`` for a
    palace), ``evidence`` the gazetteer's for the answer to it.
    """

    mention: PlaceMention
    core: Span
    rule: str
    country: str | None
    expression: bool = False
    score: float | None = None
    evidence: Evidence | None = None

    @property
    def drawn(self) -> bool:
        """Whether the mention is a place on the map, and not an actor."""
        return self.mention.use in {Use.LITERAL, Use.DATELINE}

    @property
    def literal(self) -> bool:
        """Whether something may be said to be there; a dateline only tells where the report was filed."""
        return self.mention.use is Use.LITERAL


def find_places(
    doc: Annotated,
    gazetteer: Gazetteer,
    taken: Sequence[Span] = (),
    bodies: Sequence[Span] = (),
    imprint: Imprint = _UNTOLD,
) -> tuple[Place, ...]:
    """Return every mention in reading order, ids ``p1``, ``p2``, …

    ``taken`` are spans of named units and ships, where only adjectives count ("American B-52s"); ``bodies`` are names
    of organisations, where nothing does ("Syrian National Army"). ``imprint`` tells who published the text.
    """
    datelines = find_datelines(doc.text)
    inside = SpanIndex(bodies, lambda body: body)
    free = [name for name in find_names(doc, gazetteer, taken, datelines) if not inside.overlapping(name.span)]
    names = with_houses(doc, free)
    found = drafts(doc, names, capitals(names, gazetteer), datelines, gazetteer)
    home = find_home(imprint, free, gazetteer)
    context = second_context(found, *first_context(names, gazetteer, home), gazetteer)
    resolved = ((draft, _resolve(doc.text, draft, context, gazetteer)) for draft in found)
    return tuple(_place(f"p{number}", doc.text, *each) for number, each in enumerate(resolved, 1))


def _place(place_id: str, text: str, draft: Draft, resolution: Resolution) -> Place:
    best = resolution.best
    relation = _relation(draft, best)
    mention = PlaceMention(
        id=place_id,
        span=draft.span,
        text=text[draft.span[0] : draft.span[1]],
        use=draft.use.use,
        relation=relation,
        resolved=_resolved(best.place) if best else None,
        alternatives=tuple([_alternative(c.place, c.score) for c in resolution.alternatives[:_ALTERNATIVES]]),
        confidence=round(_confidence(draft, resolution), 3),
        why=(*_why(draft), *resolution.why),
    )
    return Place(
        mention,
        draft.core,
        draft.use.rule,
        best.place.country if best else None,
        draft.expression is not None,
        None if isinstance(draft.name, House) else draft.name.score,
        resolution.evidence,
    )


def _confidence(draft: Draft, resolution: Resolution) -> float:
    """How often such mentions are places, and lie where they are put."""
    if isinstance(draft.name, House) or resolution.best is None:
        return resolution.confidence
    told = draft.expression is not None or draft.use.use is Use.DATELINE
    return resolution.confidence * is_place(draft.name.score, told=told)


def _why(draft: Draft) -> tuple[str, ...]:
    if isinstance(draft.name, House):
        return (f"{draft.name.actor.name} stands for a government",)
    return (*draft.name.reasons, f"read as {draft.use.use.value}: {draft.use.rule}")


def _resolve(text: str, draft: Draft, context: Context, gazetteer: Gazetteer) -> Resolution:
    if isinstance(draft.name, House):
        code = draft.name.actor.states[0] if draft.name.actor.states else draft.name.actor.code
        capital = gazetteer.capital(code)
        if capital is None:
            return Resolution(draft.name.actor.name, None, why=("no capital is known",))
        chosen = Candidate(capital, draft.name.actor.name, NameKind.ALTERNATE, 1.0, ("seat of the government",))
        return Resolution(draft.name.actor.name, chosen, confidence=_SEAT_CONFIDENCE, why=chosen.reasons)
    local = replace(context, within=draft.within, codes=draft.name.code)
    if draft.expression is not None:
        return gazetteer.resolve_expression(draft.expression, local)
    kind = _KIND_BEHIND.match(text, draft.span[1]) if draft.use.use is Use.LITERAL else None
    if kind is None:
        return gazetteer.resolve(draft.name.text, local)
    whole = draft.name.text + kind.group()
    if gazetteer.has(whole):  # "the Aras river" is no town of that name
        return gazetteer.resolve(whole, local)
    return gazetteer.resolve(draft.name.text, replace(local, cue=KIND_WORDS[kind[1]]))


def _relation(draft: Draft, best: Candidate | None) -> Relation | None:
    told = relation(draft.expression) if draft.expression is not None else None
    if told is not None:
        return Relation(told)
    if best is not None and draft.use.use is Use.LITERAL:
        if best.place.kind in _REGIONS:
            return Relation.REGION
        if best.place.kind is Kind.CROSSING:
            return Relation.BORDER
    return None


@lru_cache(maxsize=4096)
def _resolved(place: GazetteerPlace) -> ResolvedPlace:
    return ResolvedPlace(**_fields(place))


@lru_cache(maxsize=4096)
def _alternative(place: GazetteerPlace, score: float) -> AlternativePlace:
    return AlternativePlace(**_fields(place), score=round(score, 3))


def _fields(place: GazetteerPlace) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "admin1": place.admin1,
        "lat": round(place.lat, 5),
        "lon": round(place.lon, 5),
        "radius_km": round(place.radius_km, 1),
    }
