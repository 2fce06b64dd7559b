"""Place mentions: names and the expressions around them, with their use, resolved by the gazetteer in context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Candidate, Context, Gazetteer, Kind, NameKind, Resolution
from gazetteer.expressions import Between, Border, Coast, Expression, Named, Near, Offset, Part
from gazetteer.spans import NameSpan, extend
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActorName
from geomap.language.spans import SpanIndex
from geomap.language.words import words_of
from geomap.mentions.datelines import find_datelines
from geomap.mentions.names import Name, find_names
from geomap.mentions.use import UseFound, use_of
from geomap.model import AlternativePlace, PlaceMention, Relation, ResolvedPlace, Span, Use

_RELATIONS: dict[type[Expression], Relation] = {
    Part: Relation.PART,
    Offset: Relation.OFFSET,
    Border: Relation.BORDER,
    Near: Relation.NEAR,
    Between: Relation.BETWEEN,
    Coast: Relation.COAST,
}
_NEAR = 12
_SURE = 0.8
"""Confidence from which a place speaks for its neighbours."""

_REGIONS = {Kind.REGION, Kind.WATER, Kind.CONTINENT}


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with what the later rooms need: ``core`` is the name inside the expression, ``rule`` decided the use."""

    mention: PlaceMention
    core: Span
    rule: str
    country: str | None

    @property
    def drawn(self) -> bool:
        """Whether the mention is a place on the map, and not an actor."""
        return self.mention.use in {Use.LITERAL, Use.DATELINE}

    @property
    def literal(self) -> bool:
        """Whether something may be said to be there; a dateline only tells where the report was filed."""
        return self.mention.use is Use.LITERAL


def find_places(
    doc: Annotated, gazetteer: Gazetteer, taken: Sequence[Span] = (), bodies: Sequence[Span] = ()
) -> tuple[Place, ...]:
    """Return every mention in reading order, ids ``p1``, ``p2``, …

    ``taken`` are spans of named units and ships, where only adjectives count ("American B-52s"); ``bodies`` are names of
    organisations, where nothing does ("Syrian National Army").
    """
    datelines = find_datelines(doc.text)
    found = find_names(doc, gazetteer, taken, datelines)
    inside = SpanIndex(bodies, lambda body: body)
    free = [name for name in found if not inside.overlapping(name.span)]
    names = _merge_metonyms(free, _metonyms(doc))
    context = _context(names, gazetteer)
    capitals = frozenset(
        candidate.place.id
        for name in names
        if isinstance(name, Name)
        for candidate in name.candidates
        if candidate.place.kind is Kind.CITY and _is_capital(candidate, gazetteer)
    )
    uses = {name.span: use_of(doc, name, capitals, datelines) for name in names if not isinstance(name, _House)}
    drafts = _drafts(doc, names, uses, datelines)
    context = replace(context, near=_near(drafts, context, gazetteer))
    places = []
    for number, draft in enumerate(drafts, start=1):
        places.append(_place(f"p{number}", doc.text, draft, context, gazetteer))
    return tuple(places)


@dataclass(frozen=True, slots=True)
class _House:
    """A palace or street that stands for a government: Kremlin, White House."""

    span: Span
    actor: ActorName


@dataclass(frozen=True, slots=True)
class _Draft:
    span: Span
    core: Span
    name: Name | _House
    use: UseFound
    expression: Expression | None
    within: tuple[str, ...]


def _metonyms(doc: Annotated) -> list[_House]:
    matcher = Matcher(
        (alias, actor) for actor in lexicon.actors().actors if actor.metonym for alias in (actor.name, *actor.aliases)
    )
    return [
        _House((match.start, match.end), match.entry)
        for match in matcher.scan(words_of(doc.text))
        if doc.text[match.start].isupper() or doc.text[match.start - 1 : match.start].isupper()
    ]


def _merge_metonyms(names: Sequence[Name], houses: Sequence[_House]) -> list[Name | _House]:
    taken = SpanIndex(houses, lambda house: house.span)
    kept: list[Name | _House] = [name for name in names if not taken.overlapping(name.span)]
    return sorted([*kept, *houses], key=lambda item: item.span)


def _is_capital(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    code = candidate.place.country
    if code is None or candidate.name_kind is NameKind.DEMONYM:
        return False
    capital = gazetteer.capital(code)
    return capital is not None and capital.id == candidate.place.id


def _context(names: Sequence[Name | _House], gazetteer: Gazetteer) -> Context:
    """Weigh the countries that the article names, by themselves, by their people or by a place that can only be there."""
    votes: Counter[str] = Counter()
    for name in names:
        if isinstance(name, _House):
            continue
        countries = [c for c in name.candidates if c.place.kind is Kind.COUNTRY and c.place.country]
        if countries:
            for candidate in countries:
                votes[candidate.place.country or ""] += 2
            continue
        codes = {c.place.country for c in name.candidates}
        if len(codes) == 1 and None not in codes:
            votes[codes.pop() or ""] += 1
        elif name.names(Kind.CITY, Kind.ADMIN1):
            best = gazetteer.resolve(name.text).best
            if best is not None and best.place.country and best.place.population > 500_000:
                votes[best.place.country] += 1
    if not votes:
        return Context()
    top = max(votes.values())
    return Context(countries=tuple(sorted((code, round(count / top, 3)) for code, count in votes.items())))


def _drafts(
    doc: Annotated, names: Sequence[Name | _House], uses: dict[Span, UseFound], datelines: Sequence[Span]
) -> list[_Draft]:
    drafts: list[_Draft] = []
    done: set[Span] = set()
    by_span = {name.span: name for name in names}
    for span in datelines:
        inside = [n for n in names if span[0] <= n.span[0] < span[1] and isinstance(n, Name)]
        if inside:
            rest = tuple(n.text for n in inside[1:])
            drafts.append(_Draft(span, inside[0].span, inside[0], UseFound(Use.DATELINE, "dateline"), None, rest))
        done.update(n.span for n in inside)
    literal = [
        NameSpan(name.span[0], name.span[1], name.text)
        for name in names
        if isinstance(name, Name)
        if isinstance(name, Name)
        and name.span not in done
        and uses[name.span].use in {Use.LITERAL, Use.DEMONYM, Use.METONYM}
    ]
    index = SpanIndex(names, lambda name: name.span)
    for found in extend(doc.text, literal):
        inside = index.starting_in((found.start, found.end))
        inner = [n for n in inside if n.span not in done and isinstance(n, Name)]
        if isinstance(found.expression, Named) or not inner:
            continue
        if not _bordering(found.expression) and uses[inner[0].span].use is not Use.LITERAL:
            continue
        drafts.append(
            _Draft(
                (found.start, found.end),
                inner[0].span,
                inner[0],
                UseFound(Use.LITERAL, "expression"),
                found.expression,
                (),
            )
        )
        done.update(n.span for n in inner)
    for span, name in sorted(by_span.items()):
        if span in done:
            continue
        use = UseFound(Use.METONYM, "house") if isinstance(name, _House) else uses[span]
        drafts.append(_Draft(span, span, name, use, None, _within(doc, name, index)))
    return sorted(drafts, key=lambda draft: draft.span)


def _near(drafts: Sequence[_Draft], context: Context, gazetteer: Gazetteer) -> tuple[tuple[float, float], ...]:
    """Return the points of the places that resolve beyond doubt, to which doubtful ones are then held."""
    points: dict[str, tuple[float, float]] = {}
    for draft in drafts:
        if isinstance(draft.name, _House) or draft.use.use not in {Use.LITERAL, Use.DATELINE} or len(points) >= _NEAR:
            continue
        answer = gazetteer.resolve(draft.name.text, replace(context, within=draft.within))
        best = answer.best
        if best is not None and answer.confidence >= _SURE and best.place.kind not in {Kind.COUNTRY, Kind.CONTINENT}:
            points.setdefault(best.place.id, (best.place.lat, best.place.lon))
    return tuple(points.values())


def _bordering(expression: Expression) -> bool:
    """Whether an expression stands on a border or lies between two places, which peoples may name as well."""
    if isinstance(expression, Border | Between):
        return True
    inner = getattr(expression, "place", None)
    return inner is not None and _bordering(inner)


def _within(doc: Annotated, name: Name | _House, names: SpanIndex[Name | _House]) -> tuple[str, ...]:
    """Return what follows a comma: "Camp Pendleton, California", "Fort Sill, Oklahoma", "Tolemaida, in Cundinamarca"."""
    for other in names.starting_in((name.span[1] + 1, name.span[1] + 12)):
        gap = doc.text[name.span[1] : other.span[0]]
        if gap in {", ", ", in ", " in ", ", in the "} and isinstance(other, Name):
            return (other.text,)
    return ()


def _place(place_id: str, text: str, draft: _Draft, context: Context, gazetteer: Gazetteer) -> Place:
    resolution = _resolve(draft, context, gazetteer)
    best = resolution.best
    relation = _relation(draft, best)
    mention = PlaceMention(
        id=place_id,
        span=draft.span,
        text=text[draft.span[0] : draft.span[1]],
        use=draft.use.use,
        relation=relation,
        resolved=_resolved(best) if best else None,
        alternatives=tuple(_alternative(c) for c in resolution.alternatives[:5]),
        confidence=round(resolution.confidence, 3),
        why=(*_why(draft), *resolution.why),
    )
    return Place(mention, draft.core, draft.use.rule, best.place.country if best else None)


def _why(draft: _Draft) -> tuple[str, ...]:
    if isinstance(draft.name, _House):
        return (f"{draft.name.actor.name} stands for a government",)
    return (*(f"{reason}" for reason in draft.name.reasons), f"read as {draft.use.use.value}: {draft.use.rule}")


def _resolve(draft: _Draft, context: Context, gazetteer: Gazetteer) -> Resolution:
    if isinstance(draft.name, _House):
        code = draft.name.actor.states[0] if draft.name.actor.states else draft.name.actor.code
        capital = gazetteer.capital(code)
        if capital is None:
            return Resolution(draft.name.actor.name, None, why=("no capital is known",))
        chosen = Candidate(capital, draft.name.actor.name, NameKind.ALTERNATE, 1.0, ("seat of the government",))
        return Resolution(draft.name.actor.name, chosen, confidence=0.9, why=chosen.reasons)
    local = Context(context.countries, context.near, draft.within, context.cue)
    if draft.expression is not None:
        return gazetteer.resolve_expression(draft.expression, local)
    return gazetteer.resolve(draft.name.text, local)


def _relation(draft: _Draft, best: Candidate | None) -> Relation | None:
    if draft.expression is not None:
        return _RELATIONS.get(type(draft.expression))
    if best is not None and draft.use.use is Use.LITERAL:
        if best.place.kind in _REGIONS:
            return Relation.REGION
        if best.place.kind is Kind.CROSSING:
            return Relation.BORDER
    return None


def _resolved(candidate: Candidate) -> ResolvedPlace:
    place = candidate.place
    return ResolvedPlace(
        id=place.id,
        name=place.name,
        kind=place.kind.value,
        country=place.country,
        admin1=place.admin1,
        lat=round(place.lat, 5),
        lon=round(place.lon, 5),
        radius_km=round(place.radius_km, 1),
    )


def _alternative(candidate: Candidate) -> AlternativePlace:
    return AlternativePlace(**_resolved(candidate).model_dump(), score=round(candidate.score, 3))
