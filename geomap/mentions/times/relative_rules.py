"""The rules of times that count from today: "last week", "two days ago", "overnight", "by the end of the year".

Each rule reads one kind of expression at a word, or nothing; ``read`` tries these and those of dates.
"""

from __future__ import annotations

from dataclasses import replace

from geomap.language import lexicon
from geomap.mentions.times.calendar_rules import eve_of, feast, half, month_day, quarter, week_of
from geomap.mentions.times.date_rules import (
    Reading,
    Rule,
    american_date,
    british_date,
    dotted_date,
    iso_date,
    longest,
    month,
    season,
    season_of,
    weekday,
    weekday_date,
)
from geomap.mentions.times.parts import Between, EdgeOf, NightOf, Part, Rest
from geomap.mentions.times.values import Days, Units, Weekday, Weekend, Which, Window, Yearly
from geomap.mentions.times.words import DASHES, Count, Words, counted_at, day_number, month_at
from geomap.mentions.times.year_rules import year

_OWNERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "whose", "every"})
_SHIFTS: dict[Which, int] = {"last": -1, "this": 0, "next": 1}
_HYPHENS = frozenset("-‐‑")


def read(words: Words, index: int, before: str) -> Reading | None:
    """Return the longest reading at ``index``; of equally long ones the first rule's."""
    return longest(words, index, before, RULES)


def day_phrase(words: Words, index: int, before: str) -> Reading | None:
    """Today; yesterday evening; last night; overnight; overnight into Sunday."""
    table = lexicon.times()
    terms = [term for term in table.days if words.at(index) == term.split()[0] and words.spells(index, term.split())]
    term = max(terms, key=len, default=None)
    if term is None or (" " not in term and words.capital(index) and not words.opens_sentence(index)):
        return None  # "Russia Today"
    first, final = table.days[term]
    last = index + len(term.split())
    if term == "overnight":
        into = words.at(last) == "into"
        day = weekday(words, last + 1 if words.at(last) in {"into", "on", "from"} else last, "on")
        if day is not None:
            return Reading(day.last, NightOf(day.meaning, ends=into), "overnight")
        return Reading(last, Days(first, final), "overnight")
    if term in {"today", "yesterday", "tomorrow"} and words.at(last) in table.dayparts:
        last += 1
    return Reading(last, Days(first, final), "day")


def shifted(words: Words, index: int, before: str) -> Reading | None:
    """Last week; this month; next February; last Friday night; next spring; this coming Monday."""
    table = lexicon.times()
    which = table.which.get(words.at(index))
    if which is None or before in _OWNERS:
        return None  # "the last Thursday", "his last year"
    position = index + 1
    if words.at(index) == "this" and words.at(position) in {"coming", "past"}:
        which = table.which[words.at(position)]
        position += 1
    if words.at(position) in table.units:
        return _unit(words, position, which) if position == index + 1 else None
    word = words.at(position)
    if word in table.seasons and words.lexemes[position].text[0].islower():
        return Reading(position + 1, replace(season_of(word), which=which), "season")
    named = month_at(words, position)
    if named is not None and not named[2] and day_number(words, named[1]) is None:
        return Reading(named[1], Yearly(named[0], which=which), "month")
    day = weekday(words, position, "")
    if day is not None and isinstance(day.meaning, Weekday):
        day = replace(day, meaning=replace(day.meaning, which=which))
    return day


def _unit(words: Words, index: int, which: Which) -> Reading | None:
    unit = lexicon.times().units[words.at(index)]
    if unit == "day" or words.at(index).endswith("s") or words.at(index - 1) not in {"last", "this", "next"}:
        return None
    if unit == "weekend":
        return Reading(index + 1, Weekend(which), "weekend")
    return Reading(index + 1, Units(unit, _SHIFTS[which], _SHIFTS[which]), "shift")


def ago(words: Words, index: int, before: str) -> Reading | None:
    """Two days ago; a year ago; a few weeks ago; weeks ago."""
    counted = counted_at(words, index)
    if counted is None or words.at(counted.last) != "ago":
        return None
    unit = lexicon.times().units.get(words.at(index))
    if unit is not None and (unit in {"year", "decade"} or before in {"many", "half"} or words.digits(index - 1)):
        return None  # "many years ago", "3000 days ago"
    low, high = counted.low, counted.high
    if counted.unit in {"day", "week"}:
        days = 7 if counted.unit == "week" else 1
        return Reading(counted.last + 1, Days(-high * days, -low * days), "ago")
    return Reading(counted.last + 1, Units(counted.unit, -high, -low), "ago")


def ahead(words: Words, index: int, before: str) -> Reading | None:
    """In ten days, in two weeks' time, in days: only where the clause is future."""
    if words.at(index) != "in":
        return None
    position = index + 1
    position += words.at(position) in {"about", "around", "roughly", "some", "approximately", "nearly"}
    counted = counted_at(words, position)
    if counted is None or words.at(counted.last) == "of" or words.at(counted.last - 1).startswith("hour"):
        return None
    last = counted.last
    apostrophe = words.at(last) in {"'", "’"} and words.glued(last)
    timed = words.at(last + 1 if apostrophe else last) == "time"
    if counted.low != counted.high:
        return Reading(last, Window(counted.unit, counted.high), "ahead", "future")
    if timed:
        last += 2 if apostrophe else 1
    if counted.unit in {"day", "week"}:
        days = counted.low * (7 if counted.unit == "week" else 1)
        return Reading(last, Days(days, days), "ahead", None if timed else "future")
    return Reading(last, Units(counted.unit, counted.low, counted.low), "ahead", None if timed else "future")


def window(words: Words, index: int, before: str) -> Reading | None:
    """Over the last two weeks; recent days; the coming months; the past 24 hours; within 90 days."""
    table = lexicon.times()
    position = index
    opener = words.at(position) if words.at(position) in table.window_openers else ""
    position += bool(opener)
    article = words.at(position) in {"the", "these", "this"}
    position += article
    adjective = words.at(position)
    after = adjective in table.window_after
    if after or adjective in table.window_before:
        position += 1
    elif opener != "within" or article:
        return None
    else:
        after, adjective = True, ""
    governed = bool(opener) or before in {"in", "for", "over", "during", "within"}
    counted = counted_at(words, position, filler=True)
    if counted is None and article and (unit := table.units.get(words.at(position))) is not None and unit != "day":
        counted = Count(position + 1, 1, 1, unit)  # "over the past year"; "the next week" alone is told from elsewhere
        if adjective == "next" and not governed:
            return None
    if counted is None or words.at(counted.last) == "of":
        return None
    if adjective in {"last", "next", "past", "preceding"} and not (article or governed):
        return None
    count = counted.high if after else -counted.high
    return Reading(counted.last, Window(counted.unit, count, told_from=not adjective), "window")


def weekend(words: Words, index: int, before: str) -> Reading | None:
    """The weekend; over the weekend."""
    position = index + 1 if words.at(index) in lexicon.times().window_openers else index
    if words.at(position) != "the" or words.at(position + 1) != "weekend" or words.at(position + 2) == "of":
        return None
    return Reading(position + 2, Weekend(None), "weekend")


def part(words: Words, index: int, before: str) -> Reading | None:
    """Late March; mid-2023; early last week; late on Thursday; early in the year; the early 1990s."""
    article = words.at(index) == "the"
    third = lexicon.times().thirds.get(words.at(index + article))
    if third is None:
        return None
    position = index + article + 1
    hyphen = words.at(position) in _HYPHENS and words.glued(position)
    if hyphen or words.at(position) in {"in", "on"}:
        position += 1
    inner = longest(words, position, third, (weekday_date, *_WHOLES, _deictic))
    if inner is None or inner.rule == "overnight" or (article and inner.rule != "decade"):
        return None
    return Reading(inner.last, Part(inner.meaning, third), inner.rule)


def rest(words: Words, index: int, before: str) -> Reading | None:
    """Earlier this month; later today; earlier in the week."""
    earlier = lexicon.times().rests.get(words.at(index))
    if earlier is None:
        return None
    position = index + 2 if words.at(index + 1) in {"in", "on"} else index + 1
    inner = longest(words, position, "in", (*_WHOLES, _deictic))
    return Reading(inner.last, Rest(inner.meaning, earlier), inner.rule) if inner is not None else None


def edge(words: Words, index: int, before: str) -> Reading | None:
    """The end of the year; the start of March; end of 2027; end-March; year-end; the year's end."""
    table = lexicon.times()
    position = index + 1 if words.at(index) == "the" else index
    if table.units.get(words.at(position)) in {"month", "year"} and words.at(position + 1) in _HYPHENS | {"end"}:
        end = position + 1 + (words.at(position + 1) in _HYPHENS)
        genitive = words.lexemes[position].lower != words.at(position)
        if words.at(end) == "end" and (genitive or end > position + 1):
            return Reading(end + 1, EdgeOf(Units(table.units[words.at(position)], 0, 0), "end"), "edge")
    name = table.edges.get(words.at(position))
    joiner = words.at(position + 1)
    if name is None or not (joiner == "of" or (joiner in _HYPHENS and words.glued(position + 1))):
        return None
    inner = longest(words, position + 2, "in", (shifted, year, month, season, _deictic))
    if inner is None and joiner == "of" and (unit := table.units.get(words.at(position + 2))) in {"month", "year"}:
        inner = Reading(position + 3, Units(unit, 0, 0), "edge") if unit else None  # "by end of year"
    return Reading(inner.last, EdgeOf(inner.meaning, name), "edge") if inner is not None else None


def _deictic(words: Words, index: int, before: str) -> Reading | None:
    """The year, the month: this one, where "the end of" or "earlier in" stands before."""
    unit = lexicon.times().units.get(words.at(index + 1))
    if words.at(index) != "the" or unit is None or words.at(index + 1).endswith("s") or words.at(index + 2) == "of":
        return None
    return Reading(index + 2, Units(unit, 0, 0), "shift")


def night_of(words: Words, index: int, before: str) -> Reading | None:
    """The night of 3 February; the morning of 5 August; during the night of Saturday to Sunday."""
    table = lexicon.times()
    the = index + 1 if words.at(index) in table.window_openers else index
    if words.at(the) != "the" or words.at(the + 1) not in table.dayparts or words.at(the + 2) != "of":
        return None
    inner = longest(words, the + 3, "on", (weekday_date, british_date, american_date, weekday))
    if inner is None or words.at(the + 1) != "night":
        return inner
    if isinstance(inner.meaning, Yearly) and inner.meaning.last_day == inner.meaning.day + 1:
        return inner  # "the night of 3-4 May" tells both days
    if words.at(inner.last) in DASHES | {"to", "into"}:
        second = longest(words, inner.last + 1, "on", (british_date, american_date))
        if second is not None:
            return Reading(second.last, Between(inner.meaning, second.meaning), inner.rule)
    morrow = weekday(words, inner.last + 1, "on") if words.at(inner.last) in {"to", "into"} else None
    return replace(inner, last=morrow.last if morrow is not None else inner.last, meaning=NightOf(inner.meaning))


_WHOLES: tuple[Rule, ...] = (shifted, british_date, american_date, weekday, month, season, year, day_phrase)

RULES: tuple[Rule, ...] = (
    iso_date, dotted_date, weekday_date, british_date, american_date, night_of, weekday, day_phrase, shifted,
    month, season, year, ago, ahead, window, weekend, part, rest, edge, quarter, half, feast, month_day,
    week_of, eve_of,
)  # fmt: skip
