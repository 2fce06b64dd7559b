"""Numbers in words: "two thousand three hundred and five", "two dozen", "a hundred thousand"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from geomap.language.schemas import QuantityWords
from geomap.mentions.numbers.lexemes import Lexeme, glued_hyphen, lower, spelled

_ROUND = frozenset({"dozen", "score"})
"""Scales that tell a round figure: "two dozen" is approximate by the report's contract, "two hundred" is not."""

Terms = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``lexemes[first:last]``. ``vague`` numbers are approximate by themselves."""

    first: int
    last: int
    min: int | float
    max: int | float
    vague: bool
    rule: str
    scale: int | float = 1


def by_first_word(terms: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the terms, cut into words, under their first words; the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(term.split()) for term in terms), key=lambda words: (-len(words), words)):
        table.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in table.items()}


def longest(lexemes: Sequence[Lexeme], index: int, terms: Terms) -> tuple[str, int] | None:
    """Return the longest of the terms that begins there, and where it ends."""
    for term in terms.get(lower(lexemes, index), ()):
        end = spelled(lexemes, index, term)
        if end is not None:
            return " ".join(term), end
    return None


def scale_at(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> int | None:
    """Return the value of a scale that is written out: "million", not "m"."""
    name = lower(lexemes, index)
    return words.scales.get(name) if len(name) > 2 and not lexemes[index].newline else None


def cardinal(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    """Read number words: "two thousand three hundred and five", "two dozen", "a hundred thousand", "the hundred"."""
    first = lexemes[index].lower
    total = current = 0
    last = position = index
    scale_seen = 1
    dozens = False
    if first in {"a", "an"} or (first in words.scales and lower(lexemes, index - 1) in words.scale_openers):
        position = index + (first in {"a", "an"})
        if position >= len(lexemes) or scale_at(lexemes, position, words) is None:
            return None
        current = 1
    elif first not in words.cardinals:
        return None
    while position < len(lexemes) and not (position > index and lexemes[position].newline):
        word = lexemes[position].lower
        scale = scale_at(lexemes, position, words) if position > index or current else None
        if word in words.cardinals:
            value = words.cardinals[word]
            if position > index and not _may_add(total, current, value):
                break
            current += value
        elif scale is not None:
            scale_seen = scale
            dozens = dozens or word in _ROUND
            if scale < 1000:
                current *= scale
            else:
                total, current = total + current * scale, 0
        elif position > index and _joins(lexemes, position, total, current, words):
            position += 1
            continue
        else:
            break
        position += 1
        last = position
        half = and_a_half(lexemes, position, scale_seen)
        if half is not None:
            whole_part = Number(index, half, total + current, total + current, False, "cardinal", scale_seen)
            return _halved(lexemes, whole_part, words)
    value = total + current
    return Number(index, last, value, value, dozens, "cardinal", scale_seen)


def and_a_half(lexemes: Sequence[Lexeme], index: int, scale: float) -> int | None:
    """Return where "and a half" ends, which stands behind "one", "two" or "a million"."""
    if scale not in {1, 1_000, 1_000_000, 1_000_000_000}:
        return None
    return spelled(lexemes, index + glued_hyphen(lexemes, index), ("and", "a", "half"))


def _halved(lexemes: Sequence[Lexeme], number: Number, words: QuantityWords) -> Number:
    """Add the half to "a million and a half", and to "one and a half million" before its scale."""
    following = number.last + glued_hyphen(lexemes, number.last)
    scale, value, last = number.scale, number.min, number.last
    step = scale_at(lexemes, following, words) if scale == 1 and following < len(lexemes) else None
    if step is not None:
        scale, value, last = step, value * step, following + 1
    amount = whole(value + Fraction(int(scale), 2))
    return replace(number, last=last, min=amount, max=amount, scale=scale)


def _may_add(total: int, current: int, value: int) -> bool:
    """Whether a further cardinal adds to the number: "twenty five", "two hundred six", not "two three"."""
    if current == 0:
        return total > 0
    if current % 100 == 0:
        return value < 100
    return current % 100 >= 20 and current % 10 == 0 and value < 10


def _joins(lexemes: Sequence[Lexeme], position: int, total: int, current: int, words: QuantityWords) -> bool:
    """Whether "and" or a hyphen joins number words: "two hundred and six", "two thousand and forty", "twenty-five"."""
    value = words.cardinals.get(lower(lexemes, position + 1))
    if glued_hyphen(lexemes, position):
        if lower(lexemes, position + 1) == "and":
            return False
        return (value is None and scale_at(lexemes, position + 1, words) is not None) or (
            value is not None and _may_add(total, current, value)
        )
    if lexemes[position].lower != "and" or value is None or value >= 100:
        return False
    return current % 100 == 0 if current else total > 0


def whole(value: float | Fraction) -> int | float:
    """Return an ``int`` where the value is one."""
    return int(value) if value == int(value) else float(value)
