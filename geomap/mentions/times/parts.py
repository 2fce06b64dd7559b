"""Time expressions made of others: parts, rests, edges and nights of them, and what lies between two.

"Early", "mid" and "late" are thirds. Also days that lack their month, and feasts that lack their day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geomap.mentions.times.periods import Period, Third, half_of, month_end, moved, third_of, unit_of
from geomap.mentions.times.values import Expression, Tense

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


@dataclass(frozen=True, slots=True)
class Halved:
    """The first or second half of a month, a year or a decade."""

    whole: Expression
    number: int

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the half."""
        whole = self.whole.resolve(today, tense)
        return half_of(whole, self.number) if whole else None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that is not named: "on the 20th"."""

    day: int
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the last one (past), the next one (future), else the nearest, of months that have the day."""
        if today is None:
            return None
        months = [moved(today.replace(day=1), "month", shift) for shift in range(-2, 3)]
        days = [month.replace(day=self.day) for month in months if month_end(month.year, month.month).day >= self.day]
        match tense:
            case "past":
                found = [day for day in days if day <= today][-1]
            case "future":
                found = next(day for day in days if day >= today)
            case _:
                found = min(days, key=lambda day: abs((day - today).days))
        return Period(found, found)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A time whose days the words do not give: "during Ramadan"."""

    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return nothing, whatever the day."""
        return None


@dataclass(frozen=True, slots=True)
class EveOf:
    """The day before something."""

    whole: Expression

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return that day."""
        whole = self.whole.resolve(today, tense)
        return Period(whole.start - timedelta(1), whole.start - timedelta(1)) if whole else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The first to the fourth seven days of a month, or its last seven (5)."""

    whole: Expression
    number: int

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.whole.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the seven days."""
        whole = self.whole.resolve(today, tense)
        if whole is None:
            return None
        first = whole.start + timedelta(7 * (self.number - 1)) if self.number < 5 else whole.end - timedelta(6)
        return Period(first, first + timedelta(6))
