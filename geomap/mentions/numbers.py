"""The grammar of numbers: digits and words → a value, kept vague where the words are.

Rules, by name: digits ("30,000", "1.5 million", "100k"), cardinal ("twenty-five hundred", "two and a half thousand"),
fraction ("half a million"), group ("a pair", "both"), vague ("dozens"), multiple ("several hundred", "a few dozen").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from geomap.language import lexicon
from geomap.language.schemas import QuantityWords
from geomap.mentions.lexemes import Lexeme, at, glued_hyphen, lower, spelled

_ROUND = frozenset({"dozen", "score"})
"""Scales that tell a round figure: "two dozen" is approximate by the report's contract, "two hundred" is not."""

_LETTERS = frozenset({"k", "m", "mn", "bn"})

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


@cache
def _vague_terms() -> Terms:
    return by_first_word(tuple(lexicon.quantities().vague))


@cache
def _group_terms() -> Terms:
    return by_first_word(tuple(lexicon.quantities().groups))


@cache
def _fraction_terms() -> Terms:
    return by_first_word(tuple(lexicon.quantities().fractions))


def fraction_at(lexemes: Sequence[Lexeme], index: int) -> tuple[Fraction, int] | None:
    """Read "half", "a third", "three-quarters", "two fifths" → its value and where it ends."""
    words = lexicon.quantities()
    count = words.cardinals.get(lower(lexemes, index), 0)
    if 0 < count < 10:
        part = index + 1 + glued_hyphen(lexemes, index + 1)
        name = lower(lexemes, part)
        share = words.fractions.get(name.removesuffix("s"))
        if share is not None and part < len(lexemes) and not lexemes[part].newline:
            return Fraction(share).limit_denominator(100) * count, part + 1
    found = longest(lexemes, index, _fraction_terms())
    if found is None:
        return None
    return Fraction(words.fractions[found[0]]).limit_denominator(100), found[1]


def number_at(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Return the longest number that begins at ``lexemes[index]``."""
    words = lexicon.quantities()
    lexeme = at(lexemes, index)
    if lexeme is None:
        return None
    if lexeme.kind == "number":
        return _digits(lexemes, index, words)
    if lexeme.kind != "word":
        return None
    return (
        _fraction(lexemes, index, words)
        or _group(lexemes, index, words)
        or _vague(lexemes, index, words)
        or _cardinal(lexemes, index, words)
    )


def _scale(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> int | None:
    """Return the value of a scale that is written out: "million", not "m"."""
    name = lower(lexemes, index)
    return words.scales.get(name) if len(name) > 2 and not lexemes[index].newline else None


def _digits(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number:
    value = lexemes[index].value or 0
    last = index + 1
    scale: int | float = 1
    while last < len(lexemes):
        position = last + glued_hyphen(lexemes, last)  # "a 1.28-million-strong army"
        step = _scale(lexemes, position, words)
        if step is None:
            step = words.scales[lexemes[last].lower] if _letter(lexemes, last, value) else None
            position = last
        if step is None:
            break
        scale *= step
        last = position + 1
    value = whole(Fraction(str(value)) * int(scale))
    half = _and_a_half(lexemes, last, scale)
    if half is not None:
        value, last = whole(value + scale / 2), half
    return Number(index, last, value, value, False, "digits", scale)


def _letter(lexemes: Sequence[Lexeme], index: int, value: float) -> bool:
    """Whether a letter scales the digits that it is glued to: "100k", "1.2m", not "155m" (metres), not "9M133"."""
    lexeme, after = lexemes[index], at(lexemes, index + 1)
    if lexeme.spaced or lexeme.lower not in _LETTERS:
        return False
    if after is not None and not after.spaced and after.kind in {"number", "word"}:
        return False
    return lexeme.lower != "m" or value <= 100


def _fraction(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    """Read "half a million", "a half million", "a quarter of a million", "three-quarters of a million"."""
    found = fraction_at(lexemes, index)
    if found is None:
        return None
    share, position = found
    if lower(lexemes, position) == "of":
        position += 1
    if lower(lexemes, position) in {"a", "an"}:
        position += 1
    scale = _scale(lexemes, position, words) if position < len(lexemes) else None
    if scale is None or scale <= 20:
        return None
    value = whole(share * scale)
    return Number(index, position + 1, value, value, False, "fraction")


def _group(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    found = longest(lexemes, index, _group_terms())
    if found is None:
        return None
    value = words.groups[found[0]]
    return Number(index, found[1], value, value, False, "group")


def _vague(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    found = longest(lexemes, index, _vague_terms())
    if found is None:
        return None
    term, last = found
    low, high = words.vague[term]
    following = last + (lower(lexemes, last) == "of")
    scale = _scale(lexemes, following, words) if following < len(lexemes) else None
    if scale is not None and low <= 12:  # "several hundred", "a couple of thousand"
        return Number(index, following + 1, low * scale, high * scale, True, "multiple")
    if term in {"couple", "handful"} and lower(lexemes, index - 1) not in words.couple_openers:
        return None  # "the couple" are two people
    return Number(index, last, low, high, True, "vague")


def _cardinal(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    """Read number words: "two thousand three hundred and five", "two dozen", "a hundred thousand", "the hundred"."""
    first = lexemes[index].lower
    total = current = 0
    last = position = index
    scale_seen = 1
    dozens = False
    if first in {"a", "an"} or (first in words.scales and lower(lexemes, index - 1) in words.scale_openers):
        position = index + (first in {"a", "an"})
        if position >= len(lexemes) or _scale(lexemes, position, words) is None:
            return None
        current = 1
    elif first not in words.cardinals:
        return None
    while position < len(lexemes) and not (position > index and lexemes[position].newline):
        word = lexemes[position].lower
        scale = _scale(lexemes, position, words) if position > index or current else None
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
        half = _and_a_half(lexemes, position, scale_seen)
        if half is not None:
            whole_part = Number(index, half, total + current, total + current, False, "cardinal", scale_seen)
            return _halved(lexemes, whole_part, words)
    value = total + current
    return Number(index, last, value, value, dozens, "cardinal", scale_seen)


def _and_a_half(lexemes: Sequence[Lexeme], index: int, scale: float) -> int | None:
    """Return where "and a half" ends, which stands behind "one", "two" or "a million"."""
    if scale not in {1, 1_000, 1_000_000, 1_000_000_000}:
        return None
    return spelled(lexemes, index + glued_hyphen(lexemes, index), ("and", "a", "half"))


def _halved(lexemes: Sequence[Lexeme], number: Number, words: QuantityWords) -> Number:
    """Add the half to "a million and a half", and to "one and a half million" before its scale."""
    following = number.last + glued_hyphen(lexemes, number.last)
    scale, value, last = number.scale, number.min, number.last
    step = _scale(lexemes, following, words) if scale == 1 and following < len(lexemes) else None
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
        return (value is None and _scale(lexemes, position + 1, words) is not None) or (
            value is not None and _may_add(total, current, value)
        )
    if lexemes[position].lower != "and" or value is None or value >= 100:
        return False
    return current % 100 == 0 if current else total > 0


def whole(value: float | Fraction) -> int | float:
    """Return an ``int`` where the value is one."""
    return int(value) if value == int(value) else float(value)
