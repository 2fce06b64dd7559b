"""Parts of a named total: "half of the 2,000", "40 per cent of its 600", "three of its four", "a third of them".

A part of a total that no number names ("60 per cent of the army") has no value and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from geomap.language import lexicon
from geomap.mentions.numbers.lexemes import Lexeme, at, lower
from geomap.mentions.numbers.numbers import fraction_at, number_at
from geomap.mentions.numbers.words import Number, Terms, by_first_word, longest

_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "those", "these", "all", "a", "an"})
_MODIFIERS = frozenset(
    {
        "other",
        "remaining",
        "original",
        "initial",
        "estimated",
        "some",
        "about",
        "planned",
        "roughly",
        "last",
        "first",
        "eventual",
        "promised",
    }
)
_STOPS = frozenset(".!?")
_CLAUSE_OPENERS = frozenset({*_STOPS, ",", ";", ":", "(", "—", "–", "and", "but", "while"})
_NOUN_REACH = 3
"""Words behind a total within which its noun stands: "3,000 heavily armed men"."""
_PARAGRAPH = 60
"""Words and signs between a total and its part beyond which they have nothing to do with each other."""


@cache
def _percent_terms() -> Terms:
    return by_first_word(tuple(lexicon.quantities().percents))


def part_at(lexemes: Sequence[Lexeme], index: int) -> tuple[Fraction, int] | None:
    """Read a fraction or a percentage → its value and where it ends."""
    found = fraction_at(lexemes, index)
    if found is not None:
        return found
    number = number_at(lexemes, index)
    if number is None or number.min != number.max or number.max > 100:
        return None
    unit = longest(lexemes, number.last, _percent_terms())
    return (Fraction(str(number.min)) / 100, unit[1]) if unit is not None else None


def share_at(lexemes: Sequence[Lexeme], index: int) -> tuple[Number, Number] | None:
    """Read "half of the 2,000", "40 per cent of its 900", "half the 600" → the share as a number and its total."""
    found = part_at(lexemes, index)
    if found is None:
        return None
    fraction, last = found
    determined = lower(lexemes, last) in _DETERMINERS
    if lower(lexemes, last) == "of":
        last += 1
    elif not determined:
        return None
    total = _total(lexemes, last)
    if total is None or total.min != total.max:
        return None
    value = part_of(fraction, total.min)
    return Number(index, total.last, value, value, total.vague, "share"), total


def share_of_told(lexemes: Sequence[Lexeme], index: int, first: int, last: int) -> tuple[Fraction, int] | None:
    """Read "half of them", "two-thirds of whom", "40 per cent are" as parts of the total at ``lexemes[first:last]``.

    A total of people or arms is meant, told in the same sentence or the one before; the caller knows that there is no
    other. Returns the part's value and where it ends.
    """
    found = part_at(lexemes, index)
    if found is None or not _counts_force(lexemes, first, last):
        return None
    words = lexicon.quantities()
    end = found[1]
    if lower(lexemes, end) == "of":
        return found if lower(lexemes, end + 1) in words.whole_pronouns else None
    if lower(lexemes, end) in words.share_followers and _opens_clause(lexemes, index, first, last):
        return found
    return None


def part_of(fraction: Fraction, total: float) -> int:
    """Return the part of a total in whole men or things."""
    return round(fraction * round(total))


def sentences_between(lexemes: Sequence[Lexeme], first: int, last: int) -> int:
    """Return how many sentences end between two places; no more than a paragraph is looked at."""
    if last - first > _PARAGRAPH:
        return _PARAGRAPH
    return sum(lexeme.text in _STOPS for lexeme in lexemes[first:last])


def _opens_clause(lexemes: Sequence[Lexeme], index: int, first: int, last: int) -> bool:
    """Whether the part opens its clause, or stands behind "of the 8,000 soldiers"."""
    if index == 0 or lexemes[index].newline or lower(lexemes, index - 1) in _CLAUSE_OPENERS:
        return True
    before = first - 1 - (lower(lexemes, first - 1) in _DETERMINERS)
    return lower(lexemes, before) == "of" and not sentences_between(lexemes, last, index)


def _counts_force(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Whether a noun of people or arms is counted: "3,000 men", "a force of 3,000"."""
    nouns = lexicon.force_nouns() | lexicon.quantities().people
    if lower(lexemes, first - 1) in {"of", "numbers", "numbered", "numbering"} and lower(lexemes, first - 2) in nouns:
        return True
    return any(lower(lexemes, place) in nouns for place in range(last, last + _NOUN_REACH))


def total_end(lexemes: Sequence[Lexeme], number: Number) -> Number | None:
    """Return the total in "282 of 1,450", "three of its four", "20 out of 30"."""
    if lower(lexemes, number.last) == "out" and lower(lexemes, number.last + 1) == "of":
        total = _total(lexemes, number.last + 2)
    elif lower(lexemes, number.last) == "of":
        total = _total(lexemes, number.last + 1)
    else:
        return None
    if total is None or number.vague or total.min <= number.max:
        return None
    return total


def _total(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    first = at(lexemes, index)
    if first is None or first.newline:
        return None
    if first.lower in _DETERMINERS:
        index += 1
        if lower(lexemes, index) in _DETERMINERS | _MODIFIERS:
            index += 1
    total = number_at(lexemes, index)
    return None if total is None or total.rule == "group" else total
