"""The rules of years and decades: "in 2020", "2015-17", "the 1990s", "the nineties"."""

from __future__ import annotations

from datetime import date
from functools import cache

from geomap.language import lexicon
from geomap.mentions.times.date_rules import Reading
from geomap.mentions.times.periods import Period
from geomap.mentions.times.values import Fixed
from geomap.mentions.times.words import DASHES, Words, year_at


@cache
def _counted_nouns() -> frozenset[str]:
    """Return the plurals of force nouns, for "a garrison of 1950 soldiers"."""
    table = lexicon.forces()
    nouns = {term.split()[-1] for group in (*table.forces, *table.ambiguous) for term in group.terms}
    return frozenset({f"{noun}s" for noun in nouns} | {*table.plurals, *table.plurals.values()} | {"men", "people"})


def year(words: Words, index: int, before: str) -> Reading | None:
    """In 2020; since 2013; 2015-17; the 1990s. Not "a force of 2000"."""
    named = decade(words, index, before)
    if named is not None:
        return named
    table = lexicon.times()
    value = year_at(words, index)
    if value is None:
        return None
    if before in {"and", "or"} and year_at(words, index - 2) is not None:
        before = words.at(index - 3)  # "in 2013 and 2014"
    if before not in table.year_prepositions:
        return None
    if words.at(index + 1) in DASHES | {"/"} and words.glued(index + 2) and len(words.digits(index + 2)) == 2:
        final = value - value % 100 + int(words.digits(index + 2))
        if final > value:
            return Reading(index + 3, Fixed(Period(date(value, 1, 1), date(final, 12, 31))), "year")
    if before in table.counting_prepositions and (value % 100 == 0 or words.at(index + 1) in _counted_nouns()):
        follower = year_at(words, index + 2)
        if follower is None or words.at(index + 1) not in table.range_joiners | DASHES | {"and"}:
            return None
    return Reading(index + 1, Fixed(Period(date(value, 1, 1), date(value, 12, 31))), "year")


def decade(words: Words, index: int, before: str) -> Reading | None:
    """The 1990s; the '90s; the nineties."""
    position = index + 1 if words.at(index) == "the" else index
    short = words.at(position) in {"'", "’", "‘"} and words.glued(position + 1)
    digits = words.digits(position + short)
    last = position + short + 1
    named = lexicon.times().decades.get(words.at(position))
    if named is not None:
        if position == index or words.lexemes[position].text[0].isupper() or words.plain(position + 1):
            return None
        first, last = named, position + 1
    elif (len(digits) == 4 or (short and len(digits) == 2)) and digits.endswith("0"):
        if words.at(last) != "s" or not words.glued(last):
            return None
        first, last = int(digits) + (1900 if short else 0), last + 1
    else:
        return None
    return Reading(last, Fixed(Period(date(first, 1, 1), date(first + 9, 12, 31))), "decade")
