"""What time expressions mean, before and after a publication date is known: ``Expression.resolve`` → ``Period``.

An expression is a value of its own, so that a caller that learns the tense later can resolve it again. Conventions,
where English leaves room: seasons are the meteorological ones of the northern hemisphere, and a period is the
whole calendar unit that the words name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from geomap.mentions.times.periods import Period, Unit, month_end, moved, unit_of

Tense = Literal["past", "future"]
Which = Literal["last", "this", "next"]


class Expression(Protocol):
    """What the words of a time expression mean."""

    @property
    def year(self) -> int | None:
        """The year that the words name."""

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the period as seen from ``today``; ``None`` where that takes a date that is not known."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Dates that the words give in full: "14 August 2024", "2013", "the 1990s"."""

    period: Period

    @property
    def year(self) -> int | None:
        """The year that the words name."""
        return self.period.start.year

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the period, whatever the day."""
        return self.period


@dataclass(frozen=True, slots=True)
class Days:
    """Days counted from today: "yesterday" (-1 to -1), "overnight" (-1 to 0)."""

    first: int
    last: int
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the days."""
        return Period(today + timedelta(self.first), today + timedelta(self.last)) if today else None


@dataclass(frozen=True, slots=True)
class Units:
    """Whole calendar units counted from this one: "last week" (-1 to -1), "two years ago", "a few months ago"."""

    unit: Unit
    first: int
    last: int
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the units from the first to the last."""
        if today is None:
            return None
        return Period(unit_of(self.unit, today, self.first).start, unit_of(self.unit, today, self.last).end)


@dataclass(frozen=True, slots=True)
class Window:
    """Units up to today or from today: "over the last two weeks" (-2), "the coming days" (7), "within 90 days" (90).

    ``told_from`` marks "within": in a clause of the past it counts from what is told there, not from today.
    """

    unit: Unit
    count: int
    told_from: bool = False
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the window; today is one of its ends."""
        if today is None or (self.told_from and tense == "past"):
            return None
        other = moved(today, self.unit, self.count)
        return Period(min(other, today), max(other, today))


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend without a date: "the weekend", "this weekend" (the one of the current week), "last weekend"."""

    which: Which | None
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return Saturday and Sunday; without ``which`` or tense the last one that has begun."""
        if today is None:
            return None
        this = unit_of("weekend", today)
        begun = this.start <= today
        match self.which:
            case "next":
                shift = 1
            case "last":
                shift = -1
            case "this":
                shift = -1 if tense == "past" and not begun else 0
            case None:
                shift = 0 if begun or tense == "future" else -1
        return unit_of("weekend", today, shift)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0: "Thursday", "last Friday", "Monday of last week" (``week`` -1)."""

    weekday: int
    which: Which | None = None
    week: int | None = None
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the day; one equal to today is today, unless "last" or "next" says otherwise."""
        if today is None:
            return None
        ahead = (self.weekday - today.weekday()) % 7
        monday = today - timedelta(today.weekday())
        if self.week is not None:
            day = monday + timedelta(7 * self.week + self.weekday)
        elif self.which == "last":
            day = today + timedelta(ahead - 7)
        elif self.which == "next":
            day = today + timedelta(ahead or 7)
        elif self.which == "this" and tense is None:
            day = monday + timedelta(self.weekday)
        elif tense == "future":
            day = today + timedelta(ahead)
        else:
            day = today + timedelta(ahead - 7 if ahead else 0)
        return Period(day, day)


_AHEAD_WEIGHT = 3
"""Without a tense, a month or season ahead counts as three times as far as one behind: reports look back more than
ahead. Of days, which are told of what is planned too, the nearest is meant."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """Something that comes once a year: a day ("Feb 20"), days ("20-24 July"), a month or a season.

    It runs from ``day`` of ``month`` to ``last_day`` (0: the month's end) of the month ``months`` later. ``shift``
    counts years from today's ("March last year"); ``weekday`` tells the year where one stands beside ("Fri 11 Oct").
    """

    month: int
    day: int = 1
    last_day: int = 0
    months: int = 0
    which: Which | None = None
    shift: int | None = None
    weekday: int | None = None
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the last one begun (past), the next one not over (future), else the nearest."""
        if self.year is not None or today is None:
            return self.of(self.year) if self.year is not None else None
        if self.shift is not None:
            return self.of(today.year + self.shift)
        near = self._near(today)
        match self.which or tense:
            case "last":
                found = [period for period in near if period.end < today][-1:]
            case "past":
                found = [period for period in near if period.start <= today][-1:]
            case "next":
                found = [period for period in near if period.start > today][:1]
            case "future":
                found = [period for period in near if period.end >= today][:1]
            case "this":
                found = [period for period in near if period.start.year == today.year]
            case _:
                found = sorted(near, key=lambda period: self._distance(period, today))[:1]
        return found[0] if found else None

    def _near(self, today: date) -> list[Period]:
        """Return the ones around today in order; 29 February may be seven years off, a weekday decides if it can."""
        years = [period for year in range(today.year - 8, today.year + 9) if (period := self.of(year)) is not None]
        fitting = [period for period in years if period.start.weekday() == self.weekday]
        return [period for period in fitting if abs(period.start.year - today.year) <= 1] or years

    def _distance(self, period: Period, today: date) -> int:
        weight = 1 if self.last_day else _AHEAD_WEIGHT
        return max((period.start - today).days * weight, (today - period.end).days, 0)

    def of(self, year: int) -> Period | None:
        """Return the one that begins in ``year``; ``None`` for 29 February outside leap years."""
        month, years = (self.month + self.months - 1) % 12 + 1, (self.month + self.months - 1) // 12
        final = month_end(year + years, month)
        if max(self.day, self.last_day) > month_end(year, self.month).day:
            return None
        return Period(date(year, self.month, self.day), final.replace(day=self.last_day or final.day))
