"""Names at their places in running text, with what is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .model import Candidate, Kind, NameKind

_FAR_MORE = 5
"""Times as many inhabitants as the next has the country that a shared name means."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at ``text[start:end]``, without a possessive ending.

    What is known of it helps but need not be told: ``people`` where the word names a people, ``country`` the alpha-3
    code where it is a country or its people, ``kinds`` what sorts of places it may be, ``land`` the country that it
    lies in where it is none and little doubt is left.
    """

    start: int
    end: int
    name: str
    people: bool = field(default=False, compare=False)
    country: str | None = field(default=None, compare=False)
    kinds: frozenset[Kind] = field(default=frozenset(), compare=False)
    land: str | None = field(default=None, compare=False)

    def told(self, candidates: Sequence[Candidate]) -> NameSpan:
        """Return the name with what its candidates tell of it; a people's name stands for its country."""
        countries = sorted({c.place.country or "" for c in candidates if c.place.kind is Kind.COUNTRY})
        kinds = {c.place.kind for c in candidates if c.name_kind is not NameKind.DEMONYM}
        return replace(
            self,
            people=bool(candidates) and all(c.name_kind is NameKind.DEMONYM for c in candidates),
            country=countries[0] if len(countries) == 1 else None,
            kinds=frozenset(kinds | {Kind.COUNTRY} if countries else kinds),
            land=None if countries else _land(candidates),
        )


def _land(candidates: Sequence[Candidate]) -> str | None:
    """Return the country that most people of a name live in, if nowhere else nearly as many do."""
    people: Counter[str] = Counter()
    for each in candidates:
        if each.place.country is None:
            return None  # a sea or a region of several countries
        people[each.place.country] = max(people[each.place.country], each.place.population, 1)
    first = people.most_common(2)
    if not first or (len(first) > 1 and first[0][1] < _FAR_MORE * first[1][1]):
        return None
    return first[0][0]
