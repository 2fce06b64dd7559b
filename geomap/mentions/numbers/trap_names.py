"""Numbers that belong to a name: types of weapons, units, exercises, resolutions, addresses, wars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geomap.language import lexicon
from geomap.mentions.numbers.bounds import ending
from geomap.mentions.numbers.lexemes import HYPHENS, Lexeme, at, lower
from geomap.mentions.numbers.words import Number, Terms, by_first_word

_NUMBERED = re.compile(r"(?<![^\s(])([^\W\d_]+)[ -](\d+)(?![^\s)])")
_REACH = 4
"""Words that the name of a unit, an exercise or a street may put between its number and its noun."""


def designator(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Digits glued to letters: 82nd, S-400, Su-35, F16, T-72B3, K9, 9M133, M1A2, 2A6s, 8x8."""
    first, after = lexemes[number.first], at(lexemes, number.last)
    if first.kind != "number":
        return False
    before = at(lexemes, number.first - 1)
    if before is not None and not first.spaced:
        if before.kind == "word":
            return True
        if (before.text in HYPHENS or before.text in {"/", "."}) and not before.spaced:
            earlier = at(lexemes, number.first - 2)
            if earlier is not None and earlier.kind == "word" and earlier.lower not in {"to", "or"}:
                return True
    return after is not None and not after.spaced and after.kind == "word"


@cache
def _numbered_types() -> frozenset[tuple[str, str]]:
    """Types whose number stands alone, by the lexicon of weapons: Leopard 2, Mirage 2000, Type 45."""
    return frozenset(
        (found[1].lower(), found[2])
        for weapon in lexicon.weapons().weapons
        for name in weapon.names
        for found in _NUMBERED.finditer(name)
    )


def _typed(name: Lexeme, figure: Lexeme) -> bool:
    """Whether a word and a figure are a type; "A 10-man team" is no A-10."""
    return len(name.text) > 1 and (name.lower, figure.text) in _numbered_types()


def named(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Battalion 203, Air Base 201, Resolution 1701, Phase Two, World War Two, No. 10, Leopard 2, Exercise Strike 24."""
    first, before = lexemes[number.first], at(lexemes, number.first - 1)
    if before is None or first.newline or "," in first.text:
        return False
    digits = first.kind == "number"
    if digits:
        sign = lower(lexemes, number.first - 2) if before.text == "." else before.lower
        if sign in {"no", "nos", "unscr", "#", "№"}:
            return True
    before = _listed(lexemes, number.first) or before
    if not (digits or first.text.istitle()) or before.kind != "word" or not before.text[0].isupper():
        return False
    words = lexicon.quantities()
    if before.lower in words.designators or _typed(before, first):
        return True
    if digits and before.lower in words.streets:
        return True  # Lenin Street 12
    return digits and number.max <= 2100 and _exercise(lexemes, number)


def _listed(lexemes: Sequence[Lexeme], index: int) -> Lexeme | None:
    """Return the word before a list of figures, for the later ones: Resolutions 242 and 338, Battalions 3, 5 and 9."""
    joiner = lower(lexemes, index - 1)
    while joiner in {"and", ",", "&"} and lower(lexemes, index - 2).isdecimal() and index > 2:
        index -= 2
        joiner = lower(lexemes, index - 1)
    name = at(lexemes, index - 1)
    return name if name is not None and name.kind == "word" else None


@cache
def _numbered_terms() -> Terms:
    return by_first_word(tuple(" ".join(reversed(term.split())) for term in lexicon.quantities().numbered))


def numbered(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Page 112, footnote 17, hull number 17, gate 4; not "at the gate 300 men waited"."""
    first = lexemes[number.first]
    if not first.text.isdigit() or len(first.text) > 4 or first.newline:
        return False
    if ending(lexemes, number.first, _numbered_terms()) is None:
        return False
    after = at(lexemes, number.last)
    if after is None or after.kind != "word":
        return True
    return lexicon.force_nouns().isdisjoint({after.lower, lower(lexemes, number.last + 1)})


def grid(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """The digits of a grid reference behind its zone: 38SMB 4488, 38SMB 4488 2210."""
    index = number.first
    while index > 0 and lexemes[index].text.isdigit() and lexemes[index].spaced and number.first - index < _REACH:
        index -= 1
    zone, square = at(lexemes, index - 1), at(lexemes, index)
    if zone is None or square is None or index == number.first or square.spaced:
        return False
    return zone.text.isdigit() and len(zone.text) <= 2 and len(square.text) == 3 and square.text.isupper()


def _exercise(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Exercise Sabre Strike 24, the Sea Breeze 21 exercise."""
    names = lexicon.quantities().named_exercises
    if lower(lexemes, number.last) in names:
        return True
    for step in range(1, _REACH + 1):
        name = at(lexemes, number.first - step)
        if name is None or name.kind != "word" or not name.text[0].isupper():
            return False
        if name.lower in names:
            return True
    return False


def unit(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """16 Air Assault Brigade, 42 Commando, 617 Squadron: a number before the capitalised name of one formation."""
    first = lexemes[number.first]
    if number.last != number.first + 1 or not first.text.isdigit() or len(first.text) > 4:
        return False
    words = lexicon.quantities()
    for index in range(number.last, number.last + _REACH):
        name = at(lexemes, index)
        if name is None or name.kind != "word" or not name.spaced or not name.text.istitle():
            return False
        if name.lower in words.unit_names:
            after = at(lexemes, index + 1)
            if after is None or after.kind != "word" or after.newline:
                return True
            if after.text[0].isupper():  # "4 Russian Battalion Tactical Groups" are counted
                return not lower(lexemes, index + 2).endswith("s") or not _titled(lexemes, index + 2)
            # "600 Parachute Regiment soldiers" are counted too; "3 Commando Brigade troops" are not.
            return number.max < 50 or after.lower not in lexicon.force_nouns()
    return False


def _titled(lexemes: Sequence[Lexeme], index: int) -> bool:
    lexeme = at(lexemes, index)
    return lexeme is not None and lexeme.text[:1].isupper()


def address(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """10 Downing Street."""
    if lexemes[number.first].kind != "number" or number.max > 9999:
        return False
    for index in range(number.last, number.last + _REACH):
        name = at(lexemes, index)
        if name is None or name.kind != "word" or not name.spaced or not name.text.istitle():
            return False
        if index > number.last and name.lower in lexicon.quantities().streets:
            return True
    return False
