"""Days, and the calendar's units of them: weeks, weekends, months, years, decades and their thirds.

Weeks run from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year", "decade", "weekend"]
Third = Literal["early", "mid", "late"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date


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


def half_of(period: Period, number: int) -> Period:
    """Return the first or the second half of a month (cut after its 15th day), a year or a decade."""
    start, end = period.start, period.end
    days = (end - start).days + 1
    if days <= 31:
        cut = start + timedelta(15)
    elif days <= 366:
        cut = moved(start, "month", 6)
    else:
        cut = moved(start, "year", 5)
    return Period(start, cut - timedelta(1)) if number == 1 else Period(cut, end)
