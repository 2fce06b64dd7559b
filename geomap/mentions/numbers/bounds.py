"""What stands around a number and opens or softens it: "more than 2,000", "up to another 500", "300 or so"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from geomap.language import lexicon
from geomap.mentions.numbers.lexemes import HYPHENS, Lexeme, at, lower, spelled
from geomap.mentions.numbers.words import Terms, by_first_word, longest
from geomap.model import Qualifier

_FILLERS = 3
"""Bounds and fillers that are tried before a number: "about another 200"."""

Bounds = tuple[Terms, Mapping[str, Qualifier]]


@cache
def _before_terms() -> Bounds:
    table = lexicon.quantities().before
    # Read backwards from the number, so indexed by their last words.
    return (
        by_first_word(tuple(" ".join(reversed(term.split())) for terms in table.values() for term in terms)),
        {term: qualifier for qualifier, terms in table.items() for term in terms},
    )


@cache
def _after_terms() -> Bounds:
    table = lexicon.quantities().after
    return (
        by_first_word(tuple(term for terms in table.values() for term in terms)),
        {term: qualifier for qualifier, terms in table.items() for term in terms},
    )


@cache
def _filler_terms() -> Terms:
    return by_first_word(tuple(" ".join(reversed(term.split())) for term in lexicon.quantities().fillers))


def ending(lexemes: Sequence[Lexeme], end: int, terms: Terms) -> tuple[str, int] | None:
    """Return the longest term that ends before ``end`` and where it begins; the terms are written backwards."""
    for term in terms.get(lower(lexemes, end - 1), ()):
        forwards = term[::-1]
        start = end - len(forwards)
        if start >= 0 and spelled(lexemes, start, forwards) == end:
            return " ".join(forwards), start
    return None


def bound_before(lexemes: Sequence[Lexeme], first: int) -> tuple[int, Qualifier] | None:
    """Return where the bound before a number begins, and which; fillers may stand between ("about another 200")."""
    terms, qualifiers = _before_terms()
    position = first
    for _ in range(_FILLERS):
        if position == 0 or lexemes[position].newline:
            return None
        bound = ending(lexemes, position, terms)
        if bound is not None:
            particle = bound[0] == "over" and lower(lexemes, bound[1] - 1) in lexicon.quantities().over_verbs
            return None if particle else (bound[1], qualifiers[bound[0]])
        filler = ending(lexemes, position, _filler_terms())
        if filler is None:
            return None
        position = filler[1]
    return None


def bound_after(lexemes: Sequence[Lexeme], last: int) -> tuple[int, Qualifier] | None:
    """Return where the bound behind a number ends, and which: "or so", "-odd", "-plus", "+", "or more"."""
    sign = at(lexemes, last)
    if sign is None or sign.newline:
        return None
    if sign.text == "+" and not sign.spaced:
        return last + 1, Qualifier.AT_LEAST
    position = last + hyphen_at(lexemes, last)
    terms, qualifiers = _after_terms()
    bound = longest(lexemes, position, terms)
    if bound is None or not (position > last or " " in bound[0]) or lower(lexemes, bound[1]) == "than":
        return None
    return bound[1], qualifiers[bound[0]]


def strength_end(lexemes: Sequence[Lexeme], last: int) -> int | None:
    """Return where "-strong", "strong" and "-member" end behind a number."""
    position = last + hyphen_at(lexemes, last)
    word = at(lexemes, position)
    if word is None or word.newline or lexemes[last].newline:
        return None
    joined = position > last and not word.spaced
    if (joined and word.lower in lexicon.quantities().members) or (position == last and word.lower == "strong"):
        return position + 1
    return None


def all_before(lexemes: Sequence[Lexeme], first: int) -> int | None:
    """Return where "all 19" or "all of the 450" begins; not "in all 19"."""
    if lexemes[first].newline:
        return None
    position = first - 1
    if lower(lexemes, position) in {"the", "its", "their"} and lower(lexemes, position - 1) == "of":
        position -= 2
    if lower(lexemes, position) != "all" or lower(lexemes, position - 1) in {"in", "at"}:
        return None
    return position


def hyphen_at(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a hyphen or a short dash is glued to the number before it."""
    sign = at(lexemes, index)
    return sign is not None and (sign.text in HYPHENS or sign.text == "–") and not sign.spaced
