"""The gazetteer as one object: open it, ask it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from . import search
from .basemap import Basemap
from .folders import added_files
from .model import BBox, Candidate, Context, Kind, NameKind, Place, Resolution
from .names import fold
from .qualified import base_at, qualified
from .resolver import Resolver
from .sphere import distance_km
from .store import DEFAULT_PATH, Store

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .expressions import Expression
    from .ground import Ground
    from .online import Online
    from .spans import ExpressionSpan, NameSpan


class Gazetteer(Basemap):
    """Names to places. Opens in milliseconds, reads only; use one per thread.

    >>> with Gazetteer.open() as gazetteer:
    ...     gazetteer.resolve("Kiev").best.place.name
    'Kyiv'
    """

    def __init__(self, store: Store, online: Online | None = None) -> None:
        super().__init__(store)
        self._countries: dict[str, Place | None] = {}
        self._outlines: dict[str, BaseGeometry | None] = {}
        self._capitals: dict[str, Place | None] = {}
        self._resolver = Resolver(store, online, self._country, self.is_capital)

    @classmethod
    def open(
        cls, path: Path | None = None, *, user_data: Path | None = None, online: Online | None = None
    ) -> Gazetteer:
        """Open the database at ``path``, by default the one in the package.

        With ``user_data`` (``userdata.data_folder()`` is the user's) what was added there is searched too; of it, what
        cannot be used is a warning. ``online`` is asked for names of which nothing has a candidate.
        Raises ``GazetteerMissing`` or ``GazetteerVersion``.
        """
        return cls(Store(path or DEFAULT_PATH, added_files(user_data) if user_data else ()), online)

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    # Names

    def lookup(self, name: str, *, codes: bool = False) -> tuple[Candidate, ...]:
        """Every place that carries this name by its exact folded key, unranked; demonyms and abbreviations too.

        Codes such as the "CA" of "Long Beach, CA" count only where they are asked for.
        """
        return self._resolver.exact(name, codes=codes)

    def has(self, name: str) -> bool:
        """Tell whether ``lookup`` finds anything; cheaper than it."""
        return search.has(self._store, name)

    def longest_name(self, word: str) -> int:
        """How many words the longest name has that begins with ``word``; 1 when none has several."""
        return self._store.longest_name(fold(word))

    def longest_match(self, words: Sequence[str], start: int) -> int:
        """How many of ``words`` from ``start`` on make the longest name; 0 when none does."""
        return search.longest_match(self._store, words, start)

    def match_at(self, text: str, start: int) -> int | None:
        """End of the longest name that begins at ``text[start]``, without a possessive ending, or ``None``."""
        return search.match_at(self._store, text, start)

    def demonym(self, word: str) -> tuple[str, ...]:
        """Alpha-3 codes of the countries whose people the word names ("Congolese": two), sorted."""
        found = self._resolver.exact(word)
        return tuple(sorted(c.place.country or "" for c in found if c.name_kind is NameKind.DEMONYM))

    def resolve(self, name: str, context: Context | None = None) -> Resolution:
        """Judge the candidates for a name in its context. "Long Beach, CA" is read as a name and what it lies in."""
        return self._resolver.ranked(name, context or Context()).resolution

    def likeliest(self, name: str, context: Context | None = None) -> tuple[Place, float] | None:
        """Return the place and the confidence of ``resolve``, ``None`` without one; costs half of it."""
        ranking = self._resolver.ranked(name, context or Context())
        return (ranking.best, ranking.confidence) if ranking.best is not None else None

    def _country(self, code: str) -> Place | None:
        if code not in self._countries:
            self._countries[code] = self._store.country(code)
        return self._countries[code]

    # Expressions

    def parse(self, text: str) -> Expression | None:
        """Read "50 km north of Kyiv"; names win ("eastern Europe"). ``None``: an antecedent is missing."""
        from . import grammar

        return grammar.parse(text, self._is_name, self._is_people)

    def _is_name(self, words: str) -> bool:
        """Tell whether words are a name: a town called "South Lebanon" makes none of "south Lebanon"."""
        from .wording import begins_with_side

        return self._has_area(words) if words[:1].islower() and begins_with_side(words) else self.has(words)

    def _is_people(self, words: str) -> bool:
        found = self.lookup(words)
        return bool(found) and all(c.name_kind is NameKind.DEMONYM for c in found)

    def extend(self, text: str, names: Sequence[NameSpan]) -> tuple[ExpressionSpan, ...]:
        """Return the widest expression around each name found in running text (see ``spans.extend``).

        Where the gazetteer knows the wider words as an area ("eastern Europe"), the span is a ``Named`` of them. What
        the names do not tell of themselves is looked up.
        """
        from . import spans

        known = [name if name.kinds or name.people else name.told(self.lookup(name.name)) for name in names]
        return spans.extend(text, known, self._has_area, self.adjoin, self._called)

    def _called(self, code: str) -> str:
        return self.country(code).name

    def _has_area(self, words: str) -> bool:
        """Tell whether words name a region or a water; a village called "North Sumy" makes no name of a side."""
        return any(c.place.kind in (Kind.REGION, Kind.WATER, Kind.CONTINENT) for c in self.lookup(words))

    def resolve_expression(
        self, expression: Expression, context: Context | None = None, query: str | None = None
    ) -> Resolution:
        """Return the place that an expression describes, with its geometry; its names are judged in the context."""
        from . import locate

        words = query or repr(expression)
        return locate.resolve_expression(words, expression, context or Context(), self.resolve, ground=self._ground)

    @cached_property
    def _ground(self) -> Ground:
        """What shapes are cut from; countries and their borders are read when the first shape asks for them."""
        from .ground import Ground

        return Ground(
            lambda place: self.outline(place.id),
            lambda: self._store.layers.layer("country", None),
            lambda: [item.geometry for item in self._store.layers.layer("rivers", None)],
            self._store.layers.coarse_land,
        )

    def adjoin(self, one: str, other: str) -> bool:
        """Tell whether two countries, by their alpha-3 codes, are neighbours on land."""
        first, second = self._country(one), self._country(other)
        return first is not None and second is not None and self._ground.adjoin(first, second)

    def locate(self, text: str, context: Context | None = None) -> Resolution:
        """Answer a whole query: a name or an expression."""
        if self._is_name(text):
            return self.resolve(text, context)
        told = qualified(text, self.demonym)
        if told is not None:
            lands = tuple(self.country(code).name for code in told.countries)
            answer = self.resolve(told.name, replace(context or Context(), within=lands))
            return replace(answer, query=text)
        for name in base_at(text):
            if self.has(name):
                return replace(self.resolve(name, context), query=text)
        expression = self.parse(text)
        if expression is None:
            return Resolution(text, None, why=(f'"{text}" says a side of something that it does not name',))
        return self.resolve_expression(expression, context, text)

    # Places

    def place(self, place_id: str) -> Place:
        """Return the place with that id; ``KeyError`` if there is none."""
        return _required(self._store.place(place_id), place_id)

    def country(self, code: str) -> Place:
        """Return the country with that alpha-3 code; ``KeyError`` if there is none."""
        return _required(self._store.country(code), code)

    def capital(self, code: str) -> Place | None:
        """Return the capital of the country, ``None`` where GeoNames knows none."""
        if code not in self._capitals:
            self._capitals[code] = self._store.capital(code)
        return self._capitals[code]

    def is_capital(self, place: Place) -> bool:
        """Tell whether a town is the capital of its country."""
        capital = self.capital(place.country) if place.country else None
        return capital is not None and capital.id == place.id

    def nearest(
        self, lat: float, lon: float, count: int = 1, kinds: Sequence[Kind] = (Kind.CITY,)
    ) -> tuple[Place, ...]:
        """Return the ``count`` nearest places of these kinds within 1,000 km, nearest first."""
        for reach_km in (15.0, 60.0, 250.0, 1000.0):
            height = reach_km / 111.2
            width = height / max(0.05, math.cos(math.radians(lat)))
            box = BBox(lon - width, lat - height, lon + width, lat + height)
            inside = [place for place in self._store.within(box) if place.kind in kinds]
            by_distance = sorted((distance_km(lat, lon, p.lat, p.lon), p.id, p) for p in inside)
            close = [place for distance, _, place in by_distance if distance <= reach_km]
            if len(close) >= count:
                break
        return tuple(close[:count])

    def within(self, box: BBox) -> tuple[Place, ...]:
        """Return the places whose point lies in the box."""
        return tuple(self._store.within(box))

    # Shapes

    def outline(self, place_id: str) -> BaseGeometry | None:
        """Return the place's outline in (lon, lat) degrees as the source has it, or ``None``."""
        if place_id not in self._outlines:
            self._outlines[place_id] = self._store.outline(place_id)
        return self._outlines[place_id]


def _required(place: Place | None, key: str) -> Place:
    if place is None:
        raise KeyError(key)
    return place
