"""Numbers that count no force: designators, ordinals, dates, ages, money, distances, times, resolutions.

Each rule is a small function with a name that ``is_trap`` reports, so that a dropped number can be explained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geomap.language import lexicon
from geomap.mentions.lexemes import Lexeme
from geomap.mentions.numbers import Number

_ORDINALS = {"st", "nd", "rd", "th"}
_GLUED_MEASURES = {"mm", "km", "m", "kg", "lb", "ft", "cm", "nm", "kt", "pm", "am", "gmt", "hrs", "bn", "p", "pc"}
_AGE_NOUNS = {"year", "month", "week", "day", "hour", "minute", "mile", "km", "kilometre", "kilometer", "metre", "meter",
              "mm", "foot", "inch", "page", "point", "degree", "ton", "tonne", "pound", "round", "volt", "bed", "seat"}  # fmt: skip
_SCORES = {"to", "-", "–"}

Rule = Callable[[Sequence[Lexeme], Number], bool]


def is_trap(lexemes: Sequence[Lexeme], number: Number) -> str | None:
    """Return the name of the rule by which the number is no count, or ``None``."""
    for name, rule in RULES:
        if rule(lexemes, number):
            return name
    return None


def _at(lexemes: Sequence[Lexeme], index: int) -> Lexeme | None:
    return lexemes[index] if 0 <= index < len(lexemes) else None


def _designator(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Digits glued to letters: S-400, Su-35, F16, T-72B3, K9, 9M133, M1A2, 2A6s."""
    first, after = lexemes[number.first], _at(lexemes, number.last)
    if first.kind != "number":
        return False
    before = _at(lexemes, number.first - 1)
    if before is not None and not first.spaced:
        if before.kind == "word":
            return True
        if before.text in "-‐‑/." and not before.spaced:
            earlier = _at(lexemes, number.first - 2)
            if earlier is not None and earlier.kind == "word":
                return True
    if after is not None and not after.spaced and after.kind == "word":
        return after.lower not in {"k", "m", "bn", "mn"} | _ORDINALS
    return False


def _ordinal(lexemes: Sequence[Lexeme], number: Number) -> bool:
    after = _at(lexemes, number.last)
    return after is not None and not after.spaced and after.lower in _ORDINALS


def _money(lexemes: Sequence[Lexeme], number: Number) -> bool:
    before = _at(lexemes, number.first - 1)
    if before is None or before.newline and before.kind == "sign":
        return False
    return before.kind == "currency" or before.lower in lexicon.quantities().currency


def _measure(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A unit follows: 20 km, 155mm, 5 per cent, 46-year-old, 60 days, 1.2 billion euros."""
    words = lexicon.quantities()
    after = _at(lexemes, number.last)
    if after is None or after.newline:
        return False
    if after.text in {"%", "°", "′", '"'}:
        return True
    if after.text in "-‐‑" and not after.spaced:
        unit = _at(lexemes, number.last + 1)
        return unit is not None and not unit.spaced and (unit.lower in _AGE_NOUNS or unit.lower in words.measures)
    following = _at(lexemes, number.last + 1)
    # "30 per cent", "12 nautical miles", "20 or so miles"
    two = f"{after.lower} {following.lower}" if following is not None else ""
    if after.lower in {"more", "square", "further", "extra", "additional", "consecutive", "odd", "straight"} and following:
        return following.lower in words.measures
    if after.lower in {"second", "points", "point"} and after.lower == "second":
        return following is None or following.kind != "word"
    return after.lower in words.measures or two in words.measures


def _date(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Feb 20, 20 February, 20-24 July, the 24th; a bare year: in 2022, since 2013, 2014's."""
    words = lexicon.quantities()
    first = lexemes[number.first]
    if first.kind != "number" or first.value is None or not isinstance(first.value, int):
        return False
    before, after = _at(lexemes, number.first - 1), _at(lexemes, number.last)
    if before is not None and before.text == "." and not before.spaced:
        before = _at(lexemes, number.first - 2)
    day = first.value <= 31 and number.last == number.first + 1
    months = words.months
    if day:
        if before is not None and before.lower in months and (before.text[0].isupper() and before.lower != "may" or before.text == "May"):
            return True
        if after is not None and after.lower in months and after.text[0].isupper():
            return True
        if after is not None and after.text in {"-", "–", "/"} or after is not None and after.lower in {"and", "to", "or"}:
            later, month = _at(lexemes, number.last + 1), _at(lexemes, number.last + 2)
            if later is not None and later.kind == "number" and month is not None and month.lower in months:
                return True
        if before is not None and before.text in {"-", "–", "/"} or before is not None and before.lower in {"and", "to"}:
            earlier, month = _at(lexemes, number.first - 2), _at(lexemes, number.first - 3)
            if earlier is not None and earlier.kind == "number" and month is not None and month.lower in months:
                return True
    if 1900 <= first.value <= 2100 and "," not in first.text and len(first.text) == 4:
        return not (after is not None and after.kind == "word" and after.spaced and _counts(after))
    return False


def _counts(after: Lexeme) -> bool:
    """Whether a word after a four-digit number shows that it counts: a plural noun or an adjective of force."""
    return after.lower.endswith(("men", "s")) and after.lower not in {"s", "was", "has", "is", "as", "was", "says", "its", "this"}


def _clock(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """17:40, 8 a.m., 1800 GMT."""
    before, after = _at(lexemes, number.first - 1), _at(lexemes, number.last)
    if after is not None and after.text == ":" and not after.spaced:
        later = _at(lexemes, number.last + 1)
        if later is not None and later.kind == "number" and not later.spaced:
            return True
    if before is not None and before.text == ":" and not lexemes[number.first].spaced:
        earlier = _at(lexemes, number.first - 2)
        if earlier is not None and earlier.kind == "number":
            return True
    return after is not None and after.lower in {"a", "p"} and _text(lexemes, number.last + 1, 2) in {".m", ". m"}


def _text(lexemes: Sequence[Lexeme], first: int, count: int) -> str:
    return "".join(lexeme.lower for lexeme in lexemes[first : first + count])


def _age(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A number alone between commas after a name: "Brian Mulvihill, 46, who leads the force"; "aged 12"."""
    before, after = _at(lexemes, number.first - 1), _at(lexemes, number.last)
    value = number.min
    if before is not None and before.lower in {"aged", "age"}:
        return True
    if not (10 <= value <= 110) or before is None or before.text not in {",", "("}:
        return False
    if after is not None and after.text not in {",", ".", ")", ";", "—", "–"}:
        return False
    name = _at(lexemes, number.first - 2)
    return name is not None and name.kind == "word" and lexemes[number.first].kind == "number"


def _named(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A number that is part of a name: Battalion 203, Air Base 201, Resolution 1701, Task Force 51, Exercise X 24."""
    first = lexemes[number.first]
    before = _at(lexemes, number.first - 1)
    if first.kind != "number" or before is None or first.newline or "," in first.text:
        return False
    if before.lower in {"no", "nos", "unscr", "#"} or before.text in {"#", "№"}:
        return True
    if before.text == "." and (earlier := _at(lexemes, number.first - 2)) is not None and earlier.lower in {"no", "nos"}:
        return True
    return before.kind == "word" and before.text[0].isupper() and before.lower in lexicon.quantities().designators


def _footnote(lexemes: Sequence[Lexeme], number: Number) -> bool:
    before, after = _at(lexemes, number.first - 1), _at(lexemes, number.last)
    return before is not None and after is not None and before.text == "[" and after.text == "]"


def _fraction(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Parts of decimals, slashes, phone numbers and web addresses: 11/24, 555-0134."""
    before, after = _at(lexemes, number.first - 1), _at(lexemes, number.last)
    first = lexemes[number.first]
    if first.kind != "number":
        return False
    if before is not None and not first.spaced and before.text in {"/", "+", "@", "_", "#"}:
        return True
    if after is not None and not after.spaced and after.text in {"/", "@", "_"}:
        return True
    if before is not None and before.text == "-" and not before.spaced and not first.spaced:
        earlier = _at(lexemes, number.first - 2)
        return earlier is not None and earlier.kind == "number" and len(first.text) >= 4 and "," not in first.text
    if after is not None and after.text == "-" and not after.spaced:
        later = _at(lexemes, number.last + 1)
        return later is not None and later.kind == "number" and not later.spaced and first.text.startswith("0")
    return first.text.startswith("0") and len(first.text) > 1 and "." not in first.text


RULES: tuple[tuple[str, Rule], ...] = (
    ("trap-ordinal", _ordinal),
    ("trap-designator", _designator),
    ("trap-money", _money),
    ("trap-date", _date),
    ("trap-clock", _clock),
    ("trap-measure", _measure),
    ("trap-age", _age),
    ("trap-name", _named),
    ("trap-footnote", _footnote),
    ("trap-fraction", _fraction),
)
