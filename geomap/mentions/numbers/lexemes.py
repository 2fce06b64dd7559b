"""The pieces that numbers are read from: digits, words and signs, with their positions.

Numbers are read before any parse, because a parser takes "2,000" apart from its noun as soon as the noun is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import lexicon

_SPACES = " \u00a0\u202f\u2009"
# The counts of groups are bounded: no number that reporting tells has more digits, and without a bound a page of
# comma-separated figures takes quadratic time.
_DIGITS = "|".join(
    (
        r"\d{1,3}(?:['’]\d{3}){1,4}(?!\d)",  # 100'000, as the Swiss write it
        r"\d{1,3}(?:\.\d{3}){2,4}(?![\d.])",  # 1.500.000
        r"\d{1,3}(?:,\d{2,3}){0,4},\d{3}(?!\d)",  # 1,500,000 and 15,00,000
        rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,4}}(?![\d,])",
        r"\d+(?:\.\d+)?",
    )
)
_LEXEME = re.compile(
    rf"(?P<number>(?:{_DIGITS}))|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<currency>[$£€¥₹₽₴₩₪])|(?P<sign>[^\w\s]|_)"
)
_FIRST_GROUP = re.compile(r"\d+")
_NOT_DIGITS = re.compile(rf"[,'’{_SPACES}]")
_LONGEST = 18
"""Digits that a number may have; longer runs are account numbers and the like."""

HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """``value`` is set for digits; ``spaced``: it stands free on its left; ``newline``: it begins a line."""

    start: int
    end: int
    text: str
    lower: str
    kind: str  # number | word | currency | sign
    value: int | float | None
    spaced: bool
    newline: bool


def lexemes_of(text: str) -> tuple[Lexeme, ...]:
    """Split a text into digits, words and signs."""
    found: list[Lexeme] = []
    end = 0
    while (match := _LEXEME.search(text, end)) is not None:
        if found and match.lastgroup == "number" and _parted(match.group(), found[-1], match.start()):
            match = _FIRST_GROUP.match(text, match.start()) or match
        gap = text[end : match.start()]
        written = match.group()
        kind = match.lastgroup or "number"
        value = _value(written) if kind == "number" else None
        if kind == "number" and value is None:
            kind = "sign"
        found.append(
            Lexeme(
                match.start(),
                match.end(),
                written,
                written.lower(),
                kind,
                value,
                bool(gap) or not found,
                "\n" in gap or "\r" in gap or not found,
            )
        )
        end = match.end()
    return tuple(found)


def at(lexemes: Sequence[Lexeme], index: int) -> Lexeme | None:
    """Return the lexeme at the index; ``None`` outside of the text."""
    return lexemes[index] if 0 <= index < len(lexemes) else None


def lower(lexemes: Sequence[Lexeme], index: int) -> str:
    """Return the lexeme at the index in lower case; the empty string outside of the text."""
    return lexemes[index].lower if 0 <= index < len(lexemes) else ""


def spelled(lexemes: Sequence[Lexeme], start: int, term: tuple[str, ...]) -> int | None:
    """Return where the term ends that begins at ``start``; hyphens may join its words ("half-dozen"), no line break."""
    position = start
    for count, word in enumerate(term):
        if count and glued_hyphen(lexemes, position):
            position += 1
        lexeme = at(lexemes, position)
        if lexeme is None or lexeme.lower != word or (count and lexeme.newline):
            return None
        position += 1
    return position


def glued_hyphen(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a hyphen stands there with no space on either side."""
    hyphen, after = at(lexemes, index), at(lexemes, index + 1)
    return (
        hyphen is not None and hyphen.text in HYPHENS and not hyphen.spaced and after is not None and not after.spaced
    )


def _parted(digits: str, before: Lexeme, start: int) -> bool:
    """In "May 20 300 men" the blank parts a day from a count, in "M777 155 mm" a type from its calibre."""
    typed = before.end == start and before.kind == "word"
    return " " in digits and (typed or before.lower in lexicon.quantities().months)


def _value(digits: str) -> int | float | None:
    plain = _NOT_DIGITS.sub("", digits)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    if len(plain) > _LONGEST:
        return None
    return float(plain) if "." in plain else int(plain)
