"""The rules of quarters, halves, feasts and bare days of the month: "the first quarter", "by Christmas", "on the 20th".

Each rule reads one kind of expression at a word, or nothing, as those of dates do.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.mentions.times.date_rules import (
    Reading,
    american_date,
    british_date,
    longest,
    month,
    weekday,
    weekday_date,
)
from geomap.mentions.times.parts import EveOf, Halved, MonthDay, Unknown, WeekOf
from geomap.mentions.times.values import Units, Yearly
from geomap.mentions.times.words import Words, day_number, tail_at, year_at
from geomap.mentions.times.year_rules import decade, year

_QUARTERS = {f"q{number}": 3 * number - 2 for number in (1, 2, 3, 4)}
"""The first months of the calendar's quarters; those of a fiscal year differ from state to state and are left alone."""


def quarter(words: Words, index: int, before: str) -> Reading | None:
    """The first quarter; the fourth quarter of 2022; Q3 2023; the third quarter of last year."""
    table = lexicon.times()
    if words.at(index) == "q" and words.digits(index + 1) in {"1", "2", "3", "4"} and words.glued(index + 1):
        number, last = int(words.digits(index + 1)), index + 2
    else:
        position = index + 1 if words.at(index) == "the" else index
        number, last = table.ordinals.get(words.at(position), 0), position + 2
        if not 1 <= number <= 4 or words.at(position + 1) != "quarter":
            return None
    tail = tail_at(words, last, comma=False)
    meaning = Yearly(3 * number - 2, months=2, year=tail.year, shift=tail.shift)
    if tail.last > last:
        return Reading(tail.last, meaning, "quarter")
    if words.at(last) == "of" and words.at(last + 1) in {"the", "this"} and words.at(last + 2) == "year":
        return Reading(last + 3, replace(meaning, which="this"), "quarter")
    if before not in table.month_prepositions or words.at(last) == "of" or words.plain(last):
        return None
    return Reading(last, meaning, "quarter")


def half(words: Words, index: int, before: str) -> Reading | None:
    """The second half of 2023; the first half of the year; the first half of March; H1 2024."""
    table = lexicon.times()
    if words.at(index) == "h" and words.digits(index + 1) in {"1", "2"} and words.glued(index + 1):
        value = year_at(words, index + 2)
        whole = year(words, index + 2, "in") if value is not None else None
        return Reading(whole.last, Halved(whole.meaning, int(words.digits(index + 1))), "half") if whole else None
    position = index + 1 if words.at(index) == "the" else index
    number = table.ordinals.get(words.at(position), 0)
    if number not in {1, 2} or words.at(position + 1) != "half" or words.at(position + 2) != "of":
        return None
    inner = longest(words, position + 3, "in", (year, decade, month))
    if inner is None and words.at(position + 3) in {"the", "this", "last", "next"}:
        unit = table.units.get(words.at(position + 4))
        shift = {"last": -1, "next": 1}.get(words.at(position + 3), 0)
        inner = Reading(position + 5, Units(unit, shift, shift), "shift") if unit in {"year", "month"} else None
    return Reading(inner.last, Halved(inner.meaning, number), "half") if inner is not None else None


@cache
def _feasts() -> tuple[tuple[tuple[str, ...], str], ...]:
    table = lexicon.times()
    names = [*table.feasts, *table.movable_feasts]
    return tuple((tuple(name.split()), name) for name in sorted(names, key=lambda name: -len(name)))


def feast(words: Words, index: int, before: str) -> Reading | None:
    """Christmas; New Year's Eve; during Ramadan, whose days no calendar of ours fixes. Not "a Christmas truce"."""
    table = lexicon.times()
    name = next(((term, name) for term, name in _feasts() if words.spells(index, term)), None)
    if name is None or not words.capital(index) or before not in table.feast_prepositions:
        return None
    last = index + len(name[0])
    moves = name[1] in table.movable_feasts
    if words.plain(last) or (words.capital(last) and (moves or len(name[0]) == 1)):
        return None
    if moves:
        return Reading(last, Unknown(), "feast")
    number, day = table.feasts[name[1]]
    tail = tail_at(words, last, comma=False)
    return Reading(tail.last, Yearly(number, day, day, year=tail.year, shift=tail.shift), "feast")


def month_day(words: Words, index: int, before: str) -> Reading | None:
    """On the 20th, where nothing follows that has the ordinal; not "the 20th Brigade", "the 38th parallel"."""
    if words.at(index) != "the" or before not in {"on", "until", "by", "since", "from"}:
        return None
    day = day_number(words, index + 1)
    if day is None or day[1] != index + 3:  # the ordinal's letters are a word of their own
        return None
    after = words.lexemes[day[1]] if day[1] < len(words.lexemes) else None
    if after is not None and after.kind != "sign" and (words.plain(day[1]) or words.capital(day[1])):
        return None
    if words.at(day[1]) == "of" or (after is not None and after.text in "-‐‑"):
        return None
    return Reading(day[1], MonthDay(day[0]), "month-day")


def week_of(words: Words, index: int, before: str) -> Reading | None:
    """The second week of May; the last week of April 2024."""
    position = index + 1 if words.at(index) == "the" else index
    number = 5 if words.at(position) in {"last", "final"} else lexicon.times().ordinals.get(words.at(position), 0)
    if not 1 <= number <= 5 or words.at(position + 1) != "week" or words.at(position + 2) != "of":
        return None
    inner = month(words, position + 3, "of")
    return Reading(inner.last, WeekOf(inner.meaning, number), "week-of") if inner is not None else None


def eve_of(words: Words, index: int, before: str) -> Reading | None:
    """The eve of 9 May; the eve of Christmas. The eve of a battle has no date."""
    position = index + 1 if words.at(index) == "the" else index
    if words.at(position) != "eve" or words.at(position + 1) != "of":
        return None
    inner = longest(words, position + 2, "of", (weekday_date, british_date, american_date, weekday, feast))
    return Reading(inner.last, EveOf(inner.meaning), "eve-of") if inner is not None else None
