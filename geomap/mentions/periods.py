"""What time expressions mean, before and after a publication date is known: ``Expression.resolve`` → ``Period``.

An expression is a value of its own, so that a caller that learns the tense later can resolve it again. Conventions,
where English leaves room: weeks run from Monday to Sunday (ISO 8601), seasons are the meteorological ones of the
northern hemisphere, "early", "mid" and "late" are thirds, and a period is the whole calendar unit that the words name.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

Tense = Literal["past", "future"]
Unit = Literal["day", "week", "month", "year", "decade", "weekend"]
Which = Literal["last", "this", "next"]
Third = Literal["early", "mid", "late"]
Edge = Literal["start", "middle", "end"]

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Bare numbers outside are no years: no news report dates by them."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date


class Expression(Protocol):
    """What the words of a time expression mean."""

    @property
    def year(self) -> int | None:
        """The year that the words name."""

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the period as seen from ``today``; ``None`` where that takes a date that is not known."""


def unit_of(unit: Unit, day: date, shift: int = 0) -> Period:
    """Return the calendar unit that holds ``day``, moved by ``shift`` units."""
    match unit:
        case "day":
            return Period(day + timedelta(shift), day + timedelta(shift))
        case "week":
            monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
            return Period(monday, monday + timedelta(6))
        case "weekend":
            monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
            return Period(monday + timedelta(5), monday + timedelta(6))
        case "month":
            first = moved(day.replace(day=1), "month", shift)
            return Period(first, month_end(first.year, first.month))
        case "year":
            return Period(date(day.year + shift, 1, 1), date(day.year + shift, 12, 31))
        case "decade":
            first_year = day.year - day.year % 10 + 10 * shift
            return Period(date(first_year, 1, 1), date(first_year + 9, 12, 31))


def moved(day: date, unit: Unit, count: int) -> date:
    """Return the day ``count`` units later; a day that its month lacks becomes the month's last."""
    if unit in {"day", "week", "weekend"}:
        return day + timedelta(count if unit == "day" else 7 * count)
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def third_of(period: Period, third: Third) -> Period:
    """Return the early, middle or late part of a unit; a single day has no parts."""
    start, end = period.start, period.end
    days = (end - start).days + 1
    if days < 7:
        return period
    if days == 7:
        cuts = (start + timedelta(2), start + timedelta(4))
    elif days <= 31:
        cuts = (start + timedelta(10), start + timedelta(20))
    elif days <= 366:
        step = 1 if days < 100 else 4  # a season's months, a year's four-month terms
        cuts = (moved(start, "month", step), moved(start, "month", 2 * step))
    else:
        cuts = (moved(start, "year", 4), moved(start, "year", 7))
    bounds = (start, *cuts, end + timedelta(1))
    place = ("early", "mid", "late").index(third)
    return Period(bounds[place], bounds[place + 1] - timedelta(1))


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
    """Units up to today or from today: "over the last two weeks" (-2), "within 90 days" (+90)."""

    unit: Unit
    count: int
    year: int | None = None

    def resolve(self, today: date | None, tense: Tense | None) -> Period | None:
        """Return the window; today is one of its ends."""
        if today is None:
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


@dataclass(frozen=True, slots=True)
class Yearly:
    """Something that comes once a year: a day ("Feb 20"), days ("20-24 July"), a month or a season.

    It runs from ``day`` of ``month`` to ``last_day`` (0: the month's end) of the month ``months`` later. ``shift`` counts
    years from today's ("March last year"); ``weekday`` tells the year where a weekday stands beside ("Friday 11 October").
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
        if self.year is not None:
            return self.of(self.year)
        if today is None:
            return None
        if self.shift is not None:
            return self.of(today.year + self.shift)
        near = [period for year in range(today.year - 8, today.year + 9) if (period := self.of(year)) is not None]
        close = [period for period in near if abs(period.start.year - today.year) <= 1]
        fitting = [period for period in close if self.weekday is None or period.start.weekday() == self.weekday]
        near = fitting if fitting and self.weekday is not None else near
        match self.which, tense:
            case ("last", _):
                return max((p for p in near if p.end < today), key=lambda p: p.start, default=None)
            case ("next", _):
                return min((p for p in near if p.start > today), key=lambda p: p.start, default=None)
            case ("this", _):
                return self.of(today.year)
            case (_, "past"):
                return max((p for p in near if p.start <= today), key=lambda p: p.start, default=None)
            case (_, "future"):
                return min((p for p in near if p.end >= today), key=lambda p: p.start, default=None)
        return min(near, key=lambda p: (max((p.start - today).days, (today - p.end).days, 0), p.start), default=None)

    def of(self, year: int) -> Period | None:
        """Return the one that begins in ``year``; ``None`` for 29 February outside leap years."""
        month, years = (self.month + self.months - 1) % 12 + 1, (self.month + self.months - 1) // 12
        final = month_end(year + years, month)
        if max(self.day, self.last_day) > month_end(year, self.month).day:
            return None
        return Period(date(year, self.month, self.day), final.replace(day=self.last_day or final.day))


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
