"""The rules of dates: days, weekdays, months and seasons by their names and figures.

Each rule reads one kind of expression at a word, or nothing. ``before`` is the word that governs the expression ("in",
"since", "late"); a month or a year that stands alone needs one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from geomap.language import lexicon
from geomap.mentions.times.periods import Period
from geomap.mentions.times.values import Expression, Fixed, Tense, Weekday, Yearly
from geomap.mentions.times.words import DASHES, Words, day_number, month_at, tail_at, valid_day


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads up to the word ``last``; ``needs`` is the tense without which it is no time at all."""

    last: int
    meaning: Expression
    rule: str
    needs: Tense | None = None


Rule = Callable[[Words, int, str], Reading | None]


def longest(words: Words, index: int, before: str, rules: tuple[Rule, ...]) -> Reading | None:
    """Return the longest reading that a rule has; of equally long ones the first rule's."""
    readings = [reading for rule in rules if (reading := rule(words, index, before)) is not None]
    return max(readings, key=lambda reading: reading.last, default=None)


def iso_date(words: Words, index: int, before: str) -> Reading | None:
    """2022-02-04."""
    parts = [words.digits(index + step) for step in (0, 2, 4)]
    if [len(part) for part in parts] != [4, 2, 2] or words.at(index + 1) != "-" or words.at(index + 3) != "-":
        return None
    if not all(words.glued(index + step) for step in (1, 2, 3, 4)):
        return None
    try:
        day = date(*map(int, parts))
    except ValueError:
        return None
    return Reading(index + 5, Fixed(Period(day, day)), "iso-date")


def dotted_date(words: Words, index: int, before: str) -> Reading | None:
    """13.05.2024, day before month as in most of Europe."""
    parts = words.lexemes[index].text.split(".") if words.lexemes[index].kind == "number" else []
    year_digits = words.digits(index + 2)
    if len(parts) != 2 or len(year_digits) != 4 or words.at(index + 1) != "." or not words.glued(index + 2):
        return None
    try:
        day = date(int(year_digits), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
    return Reading(index + 3, Fixed(Period(day, day)), "iso-date")


def british_date(words: Words, index: int, before: str) -> Reading | None:
    """20 February; the 24th of March 2020; the sixth of June; 20-24 July; 3 and 14 March; 12, 13 and 14 May."""
    first = day_number(words, index + 1 if words.at(index) == "the" else index)
    if first is None:
        return None
    last = first
    while words.at(last[1]) == "," and (further := day_number(words, last[1] + 1)) is not None:
        last = further
    joiner = words.at(last[1])
    if (joiner in DASHES or joiner in {"to", "and"}) and (second := day_number(words, last[1] + 1)) is not None:
        last = second
    position = last[1] + 1 if words.at(last[1]) == "of" else last[1]
    month = month_at(words, position)
    return _days(words, month[0], first[0], last[0], month[1]) if month else None


def american_date(words: Words, index: int, before: str) -> Reading | None:
    """Feb. 17; January 3–5, 2020; March the 24th."""
    month = month_at(words, index)
    if month is None:
        return None
    first = day_number(words, month[1] + 1 if words.at(month[1]) == "the" else month[1])
    if first is None or words.lexemes[first[1] - 1].text == ",":
        return None
    last = first
    joiner = words.at(first[1])
    second = day_number(words, first[1] + 1)
    if second is not None and second[0] > first[0] and month_at(words, second[1]) is None:
        dashed = joiner in DASHES and words.glued(first[1] + 1)
        worded = joiner == "to" or (joiner == "and" and before == "between")
        if dashed or (worded and not words.plain(second[1])):
            last = second
    reading = _days(words, month[0], first[0], last[0], last[1])
    if reading is not None and before == "in" and reading.meaning.year is None:
        return None  # "In January 20 soldiers died"
    return reading


def _days(words: Words, month: int, first: int, last: int, index: int) -> Reading | None:
    if first > last or not valid_day(month, last):
        return None
    tail = tail_at(words, index, comma=True)
    return Reading(tail.last, Yearly(month, first, last, year=tail.year, shift=tail.shift), "date")


def weekday_date(words: Words, index: int, before: str) -> Reading | None:
    """Friday 11 October 2024; Thursday, Aug. 28; Mon 7 Feb."""
    weekday = _weekday_at(words, index)
    if weekday is None:
        return None
    position = weekday[1] + 1 if words.at(weekday[1]) in {",", "("} else weekday[1]
    reading = british_date(words, position, "") or american_date(words, position, "")
    if reading is None or not isinstance(reading.meaning, Yearly):
        return None
    return replace(reading, meaning=replace(reading.meaning, weekday=weekday[0]))


def _weekday_at(words: Words, index: int) -> tuple[int, int, bool] | None:
    table = lexicon.times()
    if not words.capital(index) or words.at(index - 1) in table.names_before | {"each", "every"}:
        return None
    if words.capital(index + 1) and words.at(index + 1) in table.names_after:
        return None
    if words.at(index + 1) in table.weekday_attributes or _is_name(words, index):
        return None
    name = words.at(index)
    if name in table.weekdays:
        return table.weekdays[name], index + 1, False
    if name in table.weekday_abbreviations:
        point = words.at(index + 1) == "." and words.glued(index + 1)
        return table.weekday_abbreviations[name], index + 2 if point else index + 1, True
    return None


def _is_name(words: Words, index: int) -> bool:
    """Whether a capital follows a weekday that opens its sentence: "Wednesday Addams is", not "Friday Oct. 11"."""
    if not words.opens_sentence(index) or not words.capital(index + 1) or words.lexemes[index + 1].newline:
        return False
    return (
        words.lexemes[index + 1].text[1:].islower()
        and words.lexemes[index].text[1:].islower()
        and (month_at(words, index + 1) is None and words.at(index + 1) not in lexicon.times().dayparts)
    )


def weekday(words: Words, index: int, before: str) -> Reading | None:
    """Thursday; Thursday night; Monday of last week."""
    found = _weekday_at(words, index)
    table = lexicon.times()
    if found is None:
        return None
    day, last, short = found
    if short and (words.at(index) not in table.unambiguous_weekdays or before not in table.month_prepositions | {"on"}):
        return None
    if short:
        return Reading(index + 1, Weekday(day), "weekday")
    if words.at(last) in table.dayparts:
        return Reading(last + 1, Weekday(day), "weekday")
    position = last + 1 if words.at(last) == "of" else last
    which = table.which.get(words.at(position))
    if which is not None and words.at(position + 1) == "week":
        return Reading(position + 2, Weekday(day, week={"last": -1, "this": 0, "next": 1}[which]), "weekday")
    return Reading(last, Weekday(day), "weekday")


def month(words: Words, index: int, before: str) -> Reading | None:
    """In January; October 2023; March last year. Alone only after a preposition, "May" with more care."""
    found = month_at(words, index)
    if found is None:
        return None
    number, last, short = found
    tail = tail_at(words, last, comma=False)
    meaning = Yearly(number, year=tail.year, shift=tail.shift)
    if tail.last > last:
        return Reading(tail.last, meaning, "month")
    table = lexicon.times()
    if short:
        return None
    if before in {"and", "or"} and month_at(words, index - 2) is not None:
        before = words.at(index - 3)  # "in May and June"
    joined = words.at(last) in DASHES | table.range_joiners and month_at(words, last + 1) is not None
    if before not in table.month_prepositions and not joined:
        return None
    if words.at(index) in table.month_given_names and before in table.name_prepositions:
        surname = words.capital(last) and month_at(words, last) is None
        if surname or before == "for" or words.lexemes[index].lower != words.at(index):
            return None  # "by May Ayim", "a vote for May", "of May's government"
    return Reading(last, meaning, "month")


def season_of(name: str) -> Yearly:
    """Return the season of any year."""
    return Yearly(lexicon.times().seasons[name], months=2)


def season(words: Words, index: int, before: str) -> Reading | None:
    """Since spring; the autumn; winter of 2021-22; spring last year. Not "spring offensive", "the fall of Kabul"."""
    table = lexicon.times()
    article = words.at(index) == "the"
    position = index + 1 if article else index
    name = words.at(position)
    if name not in table.seasons:
        return None
    tail = tail_at(words, position + 1, comma=False)
    meaning = replace(season_of(name), year=tail.year, shift=tail.shift)
    if tail.last > position + 1:
        pair = words.at(tail.last) in DASHES | {"/"} and len(words.digits(tail.last + 1)) in {2, 4}
        return Reading(tail.last + 2 if pair and words.glued(tail.last + 1) else tail.last, meaning, "season")
    if words.capital(position) and not words.opens_sentence(position):
        return None  # "the Arab Spring"
    if before not in table.season_prepositions or words.plain(position + 1) or words.at(position + 1) == "of":
        return None
    if name == "fall" and not article:
        return None
    return Reading(position + 1, meaning, "season")
