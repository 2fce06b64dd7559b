"""Two numbers that tell one quantity ("3,000 to 5,000") or a change ("grew from 850 to 1,700")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from geomap.language import lexicon
from geomap.mentions.numbers.bounds import ending
from geomap.mentions.numbers.lexemes import HYPHENS, Lexeme, at, glued_hyphen, lower
from geomap.mentions.numbers.numbers import number_at
from geomap.mentions.numbers.words import Number, Terms, by_first_word, longest, whole

_DASHES = frozenset("-–—‐‑")
_CLAUSE = 6
"""Words before "from" or "by" in which a verb of change is looked for."""

_CHANGED = 14
"""Words before "from" in which the verb of a change stands: "raised the number of troops on its border from"."""

_NOUN = 3
"""Words of a noun between a strength and the "from" of the one before it: "to 1,900 men from 1,300"."""
_DATED = frozenset({"against"})
"""Openers that have other senses too, so that a time must follow."""


@cache
def _former_terms() -> Terms:
    return by_first_word(tuple(" ".join(reversed(term.split())) for term in lexicon.quantities().former_openers))


def range_end(lexemes: Sequence[Lexeme], number: Number) -> Number | None:
    """Return the second number of "3,000 to 5,000", "between 3 and 4", "10-15", "10- to 15-", "five or six"."""
    index = number.last
    opener = lower(lexemes, number.first - 1)
    if lower(lexemes, index) in HYPHENS and not lexemes[index].spaced and lower(lexemes, index + 1) in {"to", "or"}:
        index += 1
    joiner = lower(lexemes, index)
    if not joiner or lexemes[index].newline:
        return None
    raised = _raised(lexemes, number)
    if raised is not None:
        return raised
    if joiner not in _DASHES | {"to", "or"} and not (joiner == "and" and opener == "between"):
        return None
    start = index + 1
    if joiner in {"to", "or"}:
        start += glued_hyphen(lexemes, start)  # "a 10-to-12-man team"
    if opener in {"between", "from"} and (lower(lexemes, start) in {"about", "around", "some", "perhaps", "as"}):
        start += 3 if lower(lexemes, start) == "as" else 1
    second = number_at(lexemes, start)
    if second is None or lexemes[start].newline or second.rule == "group":
        return None
    if second.vague != number.vague and (number.min != number.max or second.min != second.max):
        return None  # "a dozen to fifteen" is a range, "a few to 50" is none
    low = shared_scale(number, second)
    # "20 or 30", "one or two"; "two or 500" are two numbers.
    near = joiner != "or" or second.max <= 3 * low + 2
    changed = joiner == "to" and changes(lexemes, number)
    return second if low < second.max and near and not changed else None


@cache
def _raiser_terms() -> Terms:
    return by_first_word(lexicon.quantities().raisers)


def _raised(lexemes: Sequence[Lexeme], number: Number) -> Number | None:
    """Return the second number of "hundreds, if not thousands" and "2,000 or even 3,000"."""
    index = number.last + (lower(lexemes, number.last) == ",")
    raiser = longest(lexemes, index, _raiser_terms())
    second = number_at(lexemes, raiser[1]) if raiser is not None else None
    if second is None or second.vague != number.vague or second.rule == "group" or lexemes[second.first].newline:
        return None
    return second if number.max < second.max else None


def changes(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Whether the number is the first of two in a change: "grew from 850 to 1,700", "is to rise by 300 to 1,300"."""
    words = lexicon.quantities()
    opener = number.first - 1
    while number.first - opener <= _NOUN and lower(lexemes, opener) in words.between_change_and_number:
        opener -= 1
    if lower(lexemes, opener) not in {"from", "by"}:
        return False
    verbs = words.changes
    for index in range(opener - 1, opener - 1 - _CHANGED, -1):
        lexeme = at(lexemes, index)
        if lexeme is None or lexeme.text in {".", ";", ":"}:
            return False
        if lexeme.lower in verbs:
            return True
        if lexeme.newline:
            return False
    return False


def shared_scale(number: Number, second: Number) -> int | float:
    """Return the lower end; in "1.5 to 2 million" and "10-15 thousand" the scale counts for both."""
    if second.scale > 1 and number.scale == 1 and number.min < second.max / second.scale:
        return whole(number.min * second.scale)
    return number.min


def is_former(lexemes: Sequence[Lexeme], first: int, last: int, told: int | None) -> bool:
    """Whether a quantity tells what a strength was before: "up from 4,500", "to 1,900 from 1,300".

    ``told`` is where the quantity before ends. Both ends of "grew from 850 to 1,700" are none: they are a change.
    """
    words = lexicon.quantities()
    opener = ending(lexemes, first, _former_terms())
    if opener is not None:
        return opener[0] not in _DATED or _tells_earlier(lexemes, last)
    if lower(lexemes, first - 1) != "from" or told is None or not 0 <= first - 1 - told <= _NOUN:
        return False
    before = [lower(lexemes, index) for index in range(told - _CLAUSE - 2, told)]
    return "to" in before and not words.changes.isdisjoint(before)


def _tells_earlier(lexemes: Sequence[Lexeme], last: int) -> bool:
    """Whether an earlier time is told right behind: "a year ago", "in 2019", "before the war"."""
    following = [lower(lexemes, index) for index in range(last, last + _CLAUSE)]
    years = any(a == "in" and len(b) == 4 and b.isdecimal() for a, b in pairwise(following))
    return years or not lexicon.quantities().former_times.isdisjoint(following)
