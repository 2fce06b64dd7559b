"""Drafts of place mentions: names, the expressions around them and the palaces that stand for governments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gazetteer import Gazetteer
from gazetteer.expressions import (
    Airspace,
    Between,
    Border,
    Borderland,
    Coast,
    Expression,
    Inside,
    Tripoint,
    Union,
    Waters,
)
from gazetteer.spans import ExpressionSpan, NameSpan
from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActorName
from geomap.language.spans import SpanIndex
from geomap.mentions.places.name_traits import Traits
from geomap.mentions.places.names import Name
from geomap.mentions.places.use import UseFound, use_of
from geomap.model import Span, Use

_WITHIN_REACH = 12
"""Characters behind a name in which the area that it lies in may begin."""

_WITHIN_GAPS = frozenset({", ", ", in ", " in ", ", in the "})


@dataclass(frozen=True, slots=True)
class House:
    """A palace or street that stands for a government: Kremlin, White House."""

    span: Span
    actor: ActorName


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before it is resolved.

    ``core`` is the name inside of ``span``, ``expression`` what stands around it, ``within`` the areas told behind it.
    """

    span: Span
    core: Span
    name: Name | House
    use: UseFound
    expression: Expression | None = None
    within: tuple[str, ...] = ()


def with_houses(doc: Annotated, names: Sequence[Name]) -> tuple[Name | House, ...]:
    """Return the names of the text and its houses in reading order; a house wins over names in it."""
    houses = find_houses(doc)
    taken = SpanIndex(houses, lambda house: house.span)
    kept: list[Name | House] = [name for name in names if not taken.overlapping(name.span)]
    return tuple(sorted([*kept, *houses], key=lambda item: item.span))


def drafts(
    doc: Annotated,
    names: Sequence[Name | House],
    capitals: frozenset[str],
    datelines: Sequence[Span],
    gazetteer: Gazetteer,
) -> tuple[Draft, ...]:
    """Return the mentions in reading order: datelines first take their names, then expressions; the rest stand alone.

    ``capitals`` are gazetteer ids.
    """
    own = [name for name in names if isinstance(name, Name)]
    uses = {name.span: use_of(doc, name, capitals, datelines) for name in own}
    found: list[Draft] = []
    done: set[Span] = set()
    for draft, used in _datelines(own, datelines):
        found.append(draft)
        done.update(used)
    for draft, used in _expressions(doc.text, own, uses, gazetteer):
        found.append(draft)
        done.update(used)
    index = SpanIndex(names, lambda name: name.span)
    for name in names:
        if name.span not in done:
            use = UseFound(Use.METONYM, "house") if isinstance(name, House) else uses[name.span]
            found.append(Draft(name.span, name.span, name, use, within=_within(doc.text, name, index)))
    return tuple(sorted(found, key=lambda draft: draft.span))


@cache
def _matcher() -> Matcher[ActorName]:
    return Matcher(
        (alias, actor) for actor in lexicon.actors().actors if actor.metonym for alias in (actor.name, *actor.aliases)
    )


def find_houses(doc: Annotated) -> list[House]:
    """Return the palaces and streets that stand for governments, in reading order."""
    return [
        House((match.start, match.end), match.entry)
        for match in _matcher().scan(doc.words)
        if doc.text[match.start].isupper() or doc.text[match.start - 1 : match.start].isupper()
    ]


def _datelines(names: Sequence[Name], datelines: Sequence[Span]) -> Iterator[tuple[Draft, list[Span]]]:
    """Yield a draft for each dateline with the spans of its names: "MONS, Belgium" is Mons, within Belgium."""
    for span in datelines:
        inside = [name for name in names if span[0] <= name.span[0] < span[1]]
        if inside:
            place, *areas = inside
            use = UseFound(Use.DATELINE, "dateline")
            draft = Draft(span, place.span, place, use, within=tuple(area.text for area in areas))
            yield draft, [name.span for name in inside]


def _expressions(
    text: str, names: Sequence[Name], uses: dict[Span, UseFound], gazetteer: Gazetteer
) -> Iterator[tuple[Draft, list[Span]]]:
    """Yield a draft for each expression with the spans of its names: "40 km north of Goma".

    Names in datelines stand in no expression, but what follows may speak of their country.
    """
    by_span = {name.span: name for name in names}
    spans = [_name_span(name, uses[name.span]) for name in names]
    done: set[Span] = set()
    for found in gazetteer.extend(text, spans):
        standing = [by_span[name.start, name.end] for name in (*found.names, *found.implied)]
        inner = [name for name in standing if found.start <= name.span[0] < found.end]
        if not standing or not _drawable(found, standing[0], uses) or any(name.span in done for name in inner):
            continue
        used = [name.span for name in inner]
        done.update(used)
        # What "the border" or the first side of "northern and eastern Syria" stands on is told elsewhere: then the
        # words themselves are the core.
        core = inner[0].span if inner else (found.start, found.end)
        use = UseFound(Use.LITERAL, "expression")
        yield Draft((found.start, found.end), core, inner[0] if inner else standing[0], use, found.expression), used


def _name_span(name: Name, use: UseFound) -> NameSpan:
    told = _told(name.traits)
    return NameSpan(*name.span, name.text, use.use is Use.DEMONYM, told.country, told.kinds, told.land)


@lru_cache(maxsize=16_384)
def _told(traits: Traits) -> NameSpan:
    """Return what the candidates for a name tell, wherever it stands."""
    return NameSpan(0, 0, traits.text).told(traits.candidates)


def _drawable(found: ExpressionSpan, first: Name, uses: dict[Span, UseFound]) -> bool:
    """Whether an expression is a place: what belongs to a people or a government is one, and what lies by a place."""
    if uses[first.span].use is Use.DATELINE:
        return False
    return not found.names or _owned(found.expression) or uses[first.span].use is Use.LITERAL


def _owned(expression: Expression) -> bool:
    """Whether an expression stands on a border, a coast or the like, which peoples may name as well as places."""
    if isinstance(expression, Airspace | Between | Border | Borderland | Coast | Tripoint | Waters):
        return True
    if isinstance(expression, Union):
        return _owned(expression.parts[0])
    inner = getattr(expression, "place", None) or getattr(expression, "origin", None)
    return isinstance(expression, Inside) or (inner is not None and _owned(inner))


def _within(text: str, name: Name | House, names: SpanIndex[Name | House]) -> tuple[str, ...]:
    """Return what follows a comma: "Camp Pendleton, California", "Tolemaida, in Cundinamarca"."""
    end = name.span[1]
    for other in names.starting_in((end + 1, end + _WITHIN_REACH)):
        if isinstance(other, Name) and text[end : other.span[0]] in _WITHIN_GAPS:
            return (other.text,)
    return ()
