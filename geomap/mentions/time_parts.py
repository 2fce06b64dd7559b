"""Time expressions made of others: parts, rests, edges and nights of them, and what lies between two.

"Early", "mid" and "late" are thirds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geomap.mentions.periods import Period, Third, third_of, unit_of
from geomap.mentions.time_values import Expression, Tense

Edge = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late third of something: "late March", "early last year"; of a day, the day."""

    whole: Expression
    third: Third

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the third."""
        whole = self.whole.resolve(today, tense)
        return third_of(whole, self.third) if whole else None


@dataclass(frozen=True, slots=True)
class Rest:
    """What of something lies before today ("earlier this month") or after it ("later this month")."""

    whole: Expression
    earlier: bool

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the part on this side of today; the whole where today lies outside."""
        whole = self.whole.resolve(today, tense)
        if whole is None or today is None or not whole.start <= today <= whole.end:
            return whole
        return Period(whole.start, today) if self.earlier else Period(today, whole.end)


@dataclass(frozen=True, slots=True)
class EdgeOf:
    """The end, start or middle of something: a year's is a month, of anything shorter it is a third."""

    whole: Expression
    edge: Edge

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the edge."""
        whole = self.whole.resolve(today, tense)
        if whole is None:
            return None
        if self.edge != "middle" and 365 <= (whole.end - whole.start).days + 1 <= 366:
            return unit_of("month", whole.start if self.edge == "start" else whole.end)
        thirds: dict[Edge, Third] = {"start": "early", "middle": "mid", "end": "late"}
        return third_of(whole, thirds[self.edge])


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one expression to the end of another; what the first leaves open follows from the second."""

    first: Expression
    last: Expression

    @property
    def year(self) -> int | None:
        """The first year that the words name."""
        return self.first.year if self.first.year is not None else self.last.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the whole range; ``None`` where it would run backwards."""
        last = self.last.resolve(today, tense)
        if last is None:
            return None
        first = self.first.resolve(last.end, "past")
        return Period(first.start, last.end) if first and first.start <= last.end else None


@dataclass(frozen=True, slots=True)
class NightOf:
    """The night that begins on a day ("the night of 3 February") or ``ends`` on it ("overnight into Sunday")."""

    whole: Expression
    ends: bool = False

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return both days."""
        whole = self.whole.resolve(today, tense)
        if whole is None:
            return None
        return Period(whole.start - timedelta(self.ends), whole.end + timedelta(not self.ends))
