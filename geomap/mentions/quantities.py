"""The grammar of quantities: bounds, ranges and approximations around numbers → ``QuantityMention``.

Where the words leave a side open, so does the value: "up to 8,500" has no lower end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.mentions.lexemes import HYPHENS, Lexeme, at, lexemes_of, lower, spelled
from geomap.mentions.numbers import Number, Terms, by_first_word, longest, number_at
from geomap.mentions.ranges import changes, range_end, share_at, shared_scale, total_end
from geomap.mentions.traps import is_trap
from geomap.model import Qualifier, Quantity, Span

_BESIDE_TRAPS = frozenset({"trap-age", "trap-date", "trap-money", "trap-clock", "trap-name"})
"""Traps that a second number shares: "aged 18 to 60", "from 2014 to 2022", "$2 to 3"."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number of something at ``span``; ``strong`` marks "a 5,000-strong brigade", ``rules`` name what read it."""

    span: Span
    text: str
    min: int | float | None
    max: int | float | None
    qualifier: Qualifier
    rules: tuple[str, ...]
    strong: bool = False

    def value(self) -> Quantity:
        """Return the quantity as the report holds it."""
        return Quantity(text=self.text, min=self.min, max=self.max, qualifier=self.qualifier, span=self.span)


@dataclass(slots=True)
class _Reading:
    """A quantity while it is read: ``lexemes[first:last]`` and what they have told so far."""

    first: int
    last: int
    low: int | float | None
    high: int | float | None
    qualifier: Qualifier
    rules: list[str]
    strong: bool = False

    def limit(self, limit: Qualifier) -> None:
        """Open a side, or make a plain number approximate; a side that is open stays the only one."""
        if self.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST}:
            return
        self.rules.append(f"bound-{limit.value}")
        match limit:
            case Qualifier.AT_LEAST:
                self.qualifier, self.high = limit, None
            case Qualifier.AT_MOST:
                self.qualifier, self.low = limit, None
            case _ if self.qualifier is Qualifier.EXACT:
                self.qualifier = Qualifier.APPROXIMATE


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Return every quantity of the text in reading order; numbers that count nothing are left out."""
    lexemes = lexemes_of(text)
    found: list[QuantityMention] = []
    index = end = 0
    while index < len(lexemes):
        reading, index = _read(lexemes, index)
        if reading is not None and reading.first >= end:
            end = reading.last
            found.append(_mention(text, lexemes, reading))
    return tuple(found)


def _mention(text: str, lexemes: Sequence[Lexeme], reading: _Reading) -> QuantityMention:
    span = (lexemes[reading.first].start, lexemes[reading.last - 1].end)
    rules = tuple(f"quantity-{rule}" for rule in reading.rules)
    return QuantityMention(
        span, text[span[0] : span[1]], reading.low, reading.high, reading.qualifier, rules, reading.strong
    )


def _read(lexemes: Sequence[Lexeme], index: int) -> tuple[_Reading | None, int]:
    """Return the quantity whose number begins at the index, if there is one, and where to read on."""
    share = share_at(lexemes, index)
    if share is not None and is_trap(lexemes, share[1]) is None:
        reading = _begin(share[0])
        _bounded_before(lexemes, reading)
        return reading, share[0].last
    number = number_at(lexemes, index)
    if number is None:
        return None, index + 1
    trap = is_trap(lexemes, number)
    second = range_end(lexemes, number)
    if trap is not None:
        return None, second.last if second is not None and trap in _BESIDE_TRAPS else number.last
    reading = _begin(number)
    if second is not None:
        trapped = is_trap(lexemes, second) is not None
        _join(lexemes, reading, number, second)
    else:
        trapped = _unit_follows(lexemes, number)
    # Forces come in whole numbers: 6.2 is a magnitude, 7.62 a calibre.
    if trapped or not (isinstance(reading.low, int) and isinstance(reading.high, int)):
        return None, reading.last
    if second is None:
        _add_total(lexemes, reading, number)
    _bounded_after(lexemes, reading)
    _bounded_before(lexemes, reading)
    return reading, reading.last


def _add_total(lexemes: Sequence[Lexeme], reading: _Reading, number: Number) -> None:
    total = total_end(lexemes, number)
    if total is not None and is_trap(lexemes, total) is None:
        reading.last = total.last
        reading.rules.append("of-total")


def _begin(number: Number) -> _Reading:
    qualifier = Qualifier.APPROXIMATE if number.vague else Qualifier.EXACT
    return _Reading(number.first, number.last, number.min, number.max, qualifier, [number.rule])


def _join(lexemes: Sequence[Lexeme], reading: _Reading, number: Number, second: Number) -> None:
    reading.low, reading.high = shared_scale(number, second), second.max
    reading.last = second.last
    reading.qualifier = Qualifier.RANGE
    reading.rules.append("range")
    if lower(lexemes, number.first - 1) in {"between", "from"}:
        reading.first -= 1


def _unit_follows(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Whether the number shares a unit with the second one of a change: "rose from 20 to 30 per cent"."""
    if lower(lexemes, number.last) != "to" or not changes(lexemes, number):
        return False
    second = number_at(lexemes, number.last + 1)
    return second is not None and is_trap(lexemes, second) in {"trap-measure", "trap-money", "trap-date"}


@cache
def _before_terms() -> tuple[Terms, dict[str, Qualifier]]:
    table = lexicon.quantities().before
    # Read backwards from the number, so indexed by their last words.
    return (
        by_first_word(tuple(" ".join(reversed(term.split())) for terms in table.values() for term in terms)),
        {term: qualifier for qualifier, terms in table.items() for term in terms},
    )


@cache
def _after_terms() -> tuple[Terms, dict[str, Qualifier]]:
    table = lexicon.quantities().after
    return (
        by_first_word(tuple(term for terms in table.values() for term in terms)),
        {term: qualifier for qualifier, terms in table.items() for term in terms},
    )


@cache
def _filler_terms() -> Terms:
    return by_first_word(tuple(" ".join(reversed(term.split())) for term in lexicon.quantities().fillers))


def _ending(lexemes: Sequence[Lexeme], end: int, terms: Terms) -> tuple[str, int] | None:
    """Return the longest term that ends before ``end`` and where it begins; the terms are written backwards."""
    for term in terms.get(lower(lexemes, end - 1), ()):
        forwards = term[::-1]
        start = end - len(forwards)
        if start >= 0 and spelled(lexemes, start, forwards) == end:
            return " ".join(forwards), start
    return None


def _bound_before(lexemes: Sequence[Lexeme], first: int) -> tuple[int, Qualifier] | None:
    """Return where the bound before a number begins, and which; fillers may stand between ("about another 200")."""
    terms, qualifiers = _before_terms()
    position = first
    for _ in range(3):
        if position == 0 or lexemes[position].newline:
            return None
        bound = _ending(lexemes, position, terms)
        if bound is not None:
            return bound[1], qualifiers[bound[0]]
        filler = _ending(lexemes, position, _filler_terms())
        if filler is None:
            return None
        position = filler[1]
    return None


def _bounded_before(lexemes: Sequence[Lexeme], reading: _Reading) -> None:
    bound = _bound_before(lexemes, reading.first)
    if bound is not None:
        if reading.qualifier is not Qualifier.RANGE:
            reading.limit(bound[1])
        elif bound[1] is not Qualifier.APPROXIMATE:
            return  # the ends of a range stay as they are told
        reading.first = bound[0]
    elif (
        lower(lexemes, reading.first - 1) == "all"
        and lower(lexemes, reading.first - 2) not in {"in", "at"}
        and not lexemes[reading.first].newline
    ):
        reading.first -= 1  # "all 19" carries the number


def _bounded_after(lexemes: Sequence[Lexeme], reading: _Reading) -> None:
    """Read "or so", "-odd", "-plus", "+", "-strong" and "-member" behind the number."""
    words = lexicon.quantities()
    position = reading.last
    sign = at(lexemes, position)
    if sign is None or sign.newline:
        return
    ranged = reading.qualifier is Qualifier.RANGE
    hyphen = (sign.text in HYPHENS or sign.text == "–") and not sign.spaced
    position += hyphen
    word = at(lexemes, position)
    if word is None or word.newline:
        return
    terms, qualifiers = _after_terms()
    bound = longest(lexemes, position, terms)
    if bound is not None and (hyphen or " " in bound[0]) and not ranged and lower(lexemes, bound[1]) != "than":
        reading.last = bound[1]
        reading.limit(qualifiers[bound[0]])
    elif sign.text == "+" and not sign.spaced and not ranged:
        reading.last = position + 1
        reading.limit(Qualifier.AT_LEAST)
    elif (hyphen and not word.spaced and word.lower in words.members) or (not hyphen and word.lower == "strong"):
        reading.last = position + 1
        reading.strong = True
        reading.rules.append("strong")
