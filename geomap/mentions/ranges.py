"""Two numbers that tell one quantity ("3,000 to 5,000"), a change ("grew from 850 to 1,700"), a share ("6 of 8")."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.mentions.lexemes import HYPHENS, Lexeme, at, lower
from geomap.mentions.numbers import Number, fraction_at, number_at, whole

_DASHES = frozenset("-–—‐‑")
_CLAUSE = 6
"""Words before "from" or "by" in which a verb of change is looked for."""

_SHARERS = frozenset({"the", "its", "their", "his", "her", "our", "those", "these", "all"})
_MODIFIERS = frozenset(
    {"other", "remaining", "original", "initial", "estimated", "some", "about", "planned", "roughly", "last", "first"}
)


def range_end(lexemes: Sequence[Lexeme], number: Number) -> Number | None:
    """Return the second number of "3,000 to 5,000", "between 3 and 4", "10-15", "10- to 15-", "five or six"."""
    index = number.last
    opener = lower(lexemes, number.first - 1)
    if lower(lexemes, index) in HYPHENS and not lexemes[index].spaced and lower(lexemes, index + 1) in {"to", "or"}:
        index += 1
    joiner = lower(lexemes, index)
    if not joiner or lexemes[index].newline:
        return None
    if joiner not in _DASHES | {"to", "or"} and not (joiner == "and" and opener == "between"):
        return None
    start = index + 1
    if opener in {"between", "from"} and (lower(lexemes, start) in {"about", "around", "some", "perhaps", "as"}):
        start += 3 if lower(lexemes, start) == "as" else 1
    second = number_at(lexemes, start)
    if second is None or lexemes[start].newline or second.vague != number.vague or second.rule == "group":
        return None
    low = shared_scale(number, second)
    # "20 or 30", "one or two"; "two or 500" are two numbers.
    near = joiner != "or" or second.max <= 3 * low + 2
    changed = joiner == "to" and changes(lexemes, number)
    return second if low < second.max and near and not changed else None


def changes(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Whether the number is the first of two in a change: "grew from 850 to 1,700", "is to rise by 300 to 1,300"."""
    if lower(lexemes, number.first - 1) not in {"from", "by"}:
        return False
    verbs = lexicon.quantities().changes
    for index in range(number.first - 2, number.first - 2 - _CLAUSE, -1):
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


def share_at(lexemes: Sequence[Lexeme], index: int) -> tuple[Number, Number] | None:
    """Read "half of the 2,000", "a third of its 900", "half the 600" → the share as a number and the total it is of."""
    found = fraction_at(lexemes, index)
    if found is None:
        return None
    fraction, last = found
    determined = lower(lexemes, last) in _SHARERS
    if lower(lexemes, last) == "of":
        last += 1
    elif not determined:
        return None
    total = _total(lexemes, last)
    if total is None or total.min != total.max:
        return None
    value = whole(fraction * round(total.min))
    return Number(index, total.last, round(value), round(value), total.vague, "share"), total


def _total(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    if index < len(lexemes) and lexemes[index].newline:
        return None
    if lower(lexemes, index) in _SHARERS:
        index += 1
        if lower(lexemes, index) in _SHARERS | _MODIFIERS:
            index += 1
    total = number_at(lexemes, index)
    return None if total is None or total.rule == "group" else total
