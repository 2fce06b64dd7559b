"""Numbers of something that is no force: money, measures, votes, scores, shares of a country, inhabitants."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.mentions.numbers.lexemes import HYPHENS, Lexeme, at, glued_hyphen, lower
from geomap.mentions.numbers.numbers import fraction_at, number_at
from geomap.mentions.numbers.words import Number

_BETWEEN_NUMBER_AND_UNIT = frozenset(
    {"more", "further", "extra", "additional", "consecutive", "odd", "straight", "full", "long"}
)
_ENDS = frozenset({",", ".", ";", ")", "and", "with"})


def money(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """$40,000, US$1 million, Rs. 500 crore."""
    before = at(lexemes, number.first - 1)
    if before is None or (before.newline and before.kind == "sign"):
        return False
    currency = lexicon.quantities().currency
    if before.text == "." and not before.spaced:
        return lower(lexemes, number.first - 2) in currency
    return before.kind == "currency" or before.lower in currency


def measure(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A unit follows: 20 km, 5 per cent, 46-year-old, 60 days, 12 nautical miles, 1.2 billion euros, 20 more miles."""
    measures = lexicon.quantities().measures
    after, following = at(lexemes, number.last), lower(lexemes, number.last + 1)
    if after is None or after.newline:
        return False
    if len(after.text) == 1 and after.text.isalpha() and following.isdecimal() and not lexemes[number.last + 1].spaced:
        return False  # "31 M1A1"
    if after.kind == "currency" or after.text in {"%", "°", "′", '"', "‰"}:
        return True
    if after.lower in _BETWEEN_NUMBER_AND_UNIT or (after.lower == "or" and following == "so"):
        unit = number.last + (2 if after.lower == "or" else 1)
        return lower(lexemes, unit) in measures
    if after.lower == "second":  # not "60 second-hand tanks"
        return not following.isalpha() and following not in HYPHENS
    return after.lower in measures or f"{after.lower} {following}" in measures


def score(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """3-1, 170-12, 13-0-2, 170 to nil, 52 votes to 48, "voted 170 to 12"."""
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    words = lexicon.quantities()
    if after == "to" and lower(lexemes, number.last + 1) == "nil":
        return True
    if before == "to" and lower(lexemes, number.first - 2) in words.score_nouns:
        return True
    if "to" in {before, after}:
        first = _number_ending(lexemes, number.first - 1) if before == "to" else number
        second = number if before == "to" else number_at(lexemes, number.last + 1)
        return first is not None and second is not None and _scored(lexemes, first, second)
    if _chained(lexemes, number):
        return True
    return _hyphened_score(lexemes, number)


def _hyphened_score(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """The greater number first: 3-1, 170–12."""
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    if glued_hyphen(lexemes, number.last) or (after == "–" and not lexemes[number.last].spaced):
        later = number_at(lexemes, number.last + 1)
        return later is not None and later.max <= number.min and later.scale == number.scale == 1
    if number.first >= 2 and (before in HYPHENS or before == "–") and not lexemes[number.first].spaced:
        earlier = lexemes[number.first - 2]
        return earlier.kind == "number" and not lexemes[number.first - 1].spaced and (earlier.value or 0) >= number.max
    return False


def _chained(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Whether three figures hang together: 13-0-2, 555-01-23."""
    links = 0
    for step in (1, -1):
        index = number.first + step
        while index > 0 and glued_hyphen(lexemes, index) and lower(lexemes, index + step).isdecimal():
            links += 1
            index += 2 * step
            if links == 2:
                return True
    return False


def _number_ending(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    number = number_at(lexemes, index - 1) if index else None
    return number if number is not None and number.last == index else None


def _scored(lexemes: Sequence[Lexeme], first: Number, second: Number) -> bool:
    """Whether a vote or a match ended so: behind its verb, the greater number first."""
    verbs = lexicon.quantities().score_verbs
    return second.max <= first.min and any(lower(lexemes, first.first - step) in verbs for step in (1, 2, 3))


def votes(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """12 for, 3 against, 2 abstaining."""
    after, following = lower(lexemes, number.last), lower(lexemes, number.last + 1)
    return after in {"for", "against"} and (following in _ENDS or not following)


def ratio(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """One in five, nine out of ten, nine times out of ten."""
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    if after == "in" or (after == "out" and lower(lexemes, number.last + 1) == "of"):
        total = number_at(lexemes, number.last + (1 if after == "in" else 2))
        return total is not None and _of_ten(lexemes, number, total)
    if before == "in" or (before == "of" and lower(lexemes, number.first - 2) == "out"):
        start = number.first - (1 if before == "in" else 2)
        part = _number_ending(lexemes, start - (lower(lexemes, start - 1) == "times"))
        return part is not None and _of_ten(lexemes, part, number)
    return False


def _of_ten(lexemes: Sequence[Lexeme], part: Number, total: Number) -> bool:
    """Whether the total is so small and round that the ratio tells a share of many; not "two in three days"."""
    return part.max < total.max <= 10 and not measure(lexemes, total)


def share(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Two-thirds of the country."""
    found = fraction_at(lexemes, number.first)
    return found is not None and found[1] > number.last and number.rule == "cardinal"


def inhabitants(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A town of 40,000, a population of 1.4 million; not "a town of 300 soldiers"."""
    words = lexicon.quantities()
    before, noun = lower(lexemes, number.first - 1), lower(lexemes, number.first - 2)
    if before in {"some", "about", "nearly", "almost", "over"} and noun == "of":
        before, noun = noun, lower(lexemes, number.first - 3)
    if before == "population":
        return True
    if before != "of" or noun not in words.inhabited:
        return False
    return not any(lower(lexemes, number.last + step) in lexicon.force_nouns() for step in (0, 1, 2))
