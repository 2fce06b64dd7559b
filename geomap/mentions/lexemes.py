"""The pieces that numbers are read from: digits, words and signs, with their positions.

Numbers are read before any parse, because a parser takes "2,000" apart from its noun as soon as the noun is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![\d,])|\d+(?:\.\d+)?"
_LEXEME = re.compile(
    rf"(?P<number>(?:{_DIGITS}))|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<currency>[$£€¥₹₽₴₩₪])|(?P<sign>[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """``value`` is set for digits; ``spaced`` tells that white space stands before it."""

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
    for match in _LEXEME.finditer(text):
        gap = text[end : match.start()]
        kind = match.lastgroup or "sign"
        found.append(
            Lexeme(
                match.start(),
                match.end(),
                match.group(),
                match.group().lower(),
                kind,
                _value(match.group()) if kind == "number" else None,
                bool(gap) or not found,
                "\n" in gap or not found,
            )
        )
        end = match.end()
    return tuple(found)


def _value(digits: str) -> int | float:
    plain = re.sub(r"[,\s\u00a0\u202f\u2009]", "", digits)
    return float(plain) if "." in plain else int(plain)
