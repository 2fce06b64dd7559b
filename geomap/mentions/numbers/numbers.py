"""The grammar of numbers: digits and words → a value, kept vague where the words are.

Rules, by name: digits ("30,000", "1.5 million", "100k"), cardinal ("twenty-five hundred", "two and a half thousand"),
fraction ("half a million"), group ("a pair", "both"), vague ("dozens"), multiple ("several hundred", "a few dozen").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from geomap.language import lexicon
from geomap.language.schemas import QuantityWords
from geomap.mentions.numbers.lexemes import Lexeme, at, glued_hyphen, lower
from geomap.mentions.numbers.words import (
    Number,
    Terms,
    and_a_half,
    by_first_word,
    cardinal,
    longest,
    scale_at,
    whole,
)

_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""Thousands as much of Europe writes them: "30.000 men"; a measure of three decimals is told by its unit."""


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


@cache
def _openers() -> frozenset[str]:
    words = lexicon.quantities()
    tables = (_fraction_terms(), _group_terms(), _vague_terms(), words.cardinals, words.scales)
    return frozenset({"a", "an"}.union(*tables))


def may_open(lexeme: Lexeme) -> bool:
    """Whether a number or a fraction may begin there at all: most words are none, and asking all rules is dear."""
    return lexeme.kind == "number" or (lexeme.kind == "word" and lexeme.lower in _openers())


def number_at(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Return the longest number that begins at ``lexemes[index]``."""
    words = lexicon.quantities()
    lexeme = at(lexemes, index)
    if lexeme is None or not may_open(lexeme):
        return None
    if lexeme.kind == "number":
        return _digits(lexemes, index, words)
    return (
        _fraction(lexemes, index, words)
        or _group(lexemes, index, words)
        or _vague(lexemes, index, words)
        or cardinal(lexemes, index, words)
    )


def _digits(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number:
    value = lexemes[index].value or 0
    last = index + 1
    scale: int | float = 1
    while last < len(lexemes):
        position = last + glued_hyphen(lexemes, last)  # "a 1.28-million-strong army"
        step = scale_at(lexemes, position, words)
        if step is None:
            step = _letter(lexemes, last, value, words)
            position = last
        if step is None:
            break
        scale *= step
        last = position + 1
    if scale == 1 and _POINTED.fullmatch(lexemes[index].text) and not _fractional(lexemes, last, words):
        value = int(lexemes[index].text.replace(".", ""))
    value = whole(Fraction(str(value)) * int(scale))
    half = and_a_half(lexemes, last, scale)
    if half is not None:
        value, last = whole(value + scale / 2), half
    return Number(index, last, value, value, False, "digits", scale)


def _fractional(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> bool:
    """Whether a unit or a sign follows that takes decimals."""
    after = at(lexemes, index)
    return after is not None and (after.lower in words.measures or after.kind == "currency" or after.text in "%°")


def _letter(lexemes: Sequence[Lexeme], index: int, value: float, words: QuantityWords) -> int | None:
    """Return what a letter scales the digits by that it is glued to: "100k", "1.2m", not "155m" (metres), "9M133"."""
    lexeme, after = lexemes[index], at(lexemes, index + 1)
    if lexeme.spaced or len(lexeme.lower) > 2 or (lexeme.lower == "m" and value > 100):
        return None
    if after is not None and not after.spaced and after.kind in {"number", "word"}:
        return None
    if lexeme.text == "M" and glued_hyphen(lexemes, index + 1) and lower(lexemes, index + 2).isdecimal():
        return None  # 3M-54
    return words.scales.get(lexeme.lower)


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
    scale = scale_at(lexemes, position, words) if position < len(lexemes) else None
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
    scale = scale_at(lexemes, following, words) if following < len(lexemes) else None
    if scale is not None and low <= 12:  # "several hundred", "a couple of thousand"
        return Number(index, following + 1, low * scale, high * scale, True, "multiple")
    if term in {"couple", "handful"} and lower(lexemes, index - 1) not in words.couple_openers:
        return None  # "the couple" are two people
    return Number(index, last, low, high, True, "vague")
