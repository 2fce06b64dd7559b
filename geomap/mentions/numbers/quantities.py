"""The grammar of quantities: bounds, ranges and approximations around numbers → ``QuantityMention``.

Where the words leave a side open, so does the value: "up to 8,500" has no lower end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.mentions.numbers.bounds import all_before, bound_after, bound_before, strength_end
from geomap.mentions.numbers.lexemes import Lexeme, lexemes_of, lower
from geomap.mentions.numbers.numbers import may_open, number_at
from geomap.mentions.numbers.ranges import changes, is_former, range_end, shared_scale
from geomap.mentions.numbers.shares import part_at, part_of, sentences_between, share_at, share_of_told, total_end
from geomap.mentions.numbers.traps import is_trap
from geomap.mentions.numbers.words import Number
from geomap.model import Qualifier, Quantity, Span

_BESIDE_TRAPS = frozenset({"trap-age", "trap-date", "trap-money", "trap-clock", "trap-name", "trap-numbered"})
"""Traps that a second number shares: "aged 18 to 60", "from 2014 to 2022", "$2 to 3"."""
_SHARES = frozenset({"share", "share-of-told"})
_TOLD = 4
"""Quantities before a part among which its total is looked for."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number of something at ``span``; ``rules`` name what read it.

    ``strong`` marks "a 5,000-strong brigade", ``former`` what a strength was before ("up from 4,500").
    """

    span: Span
    text: str
    min: int | float | None
    max: int | float | None
    qualifier: Qualifier
    rules: tuple[str, ...]
    strong: bool = False
    former: bool = False

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
    former: bool = False

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
    told: list[_Reading] = []
    index = end = 0
    while index < len(lexemes):
        if not may_open(lexemes[index]):
            index += 1
            continue
        reading, index = _read(lexemes, index, told)
        if reading is not None and reading.first >= end:
            end = reading.last
            reading.former = is_former(lexemes, reading.first, reading.last, told[-1].last if told else None)
            told.append(reading)
            found.append(_mention(text, lexemes, reading))
    return tuple(found)


def _mention(text: str, lexemes: Sequence[Lexeme], reading: _Reading) -> QuantityMention:
    span = (lexemes[reading.first].start, lexemes[reading.last - 1].end)
    return QuantityMention(
        span,
        text[span[0] : span[1]],
        reading.low,
        reading.high,
        reading.qualifier,
        tuple(f"quantity-{rule}" for rule in reading.rules),
        reading.strong,
        reading.former,
    )


def _read(lexemes: Sequence[Lexeme], index: int, told: Sequence[_Reading]) -> tuple[_Reading | None, int]:
    """Return the quantity whose number begins at the index, if there is one, and where to read on."""
    share = share_at(lexemes, index)
    if share is not None and is_trap(lexemes, share[1]) is None:
        return _shared(lexemes, share[0]), share[0].last
    part = _part_of_told(lexemes, index, told)
    if part is not None:
        return part, part.last
    number = number_at(lexemes, index)
    if number is None:
        return None, index + 1
    trap = is_trap(lexemes, number)
    second = range_end(lexemes, number)
    if trap is not None:
        beside = second is not None and trap in _BESIDE_TRAPS and not lexemes[second.first].text[0].isupper()
        return None, second.last if second is not None and beside else number.last  # not "Sept. 2 — Eight soldiers"
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
    return reading, _repeated(lexemes, reading, number)


def _repeated(lexemes: Sequence[Lexeme], reading: _Reading, number: Number) -> int:
    """Return where to read on: behind the figure that repeats the number, "six (6) tanks"."""
    again = number_at(lexemes, reading.last + 1) if lower(lexemes, reading.last) == "(" else None
    if again is None or again.min != number.min or lower(lexemes, again.last) != ")":
        return reading.last
    return again.last


def _shared(lexemes: Sequence[Lexeme], share: Number) -> _Reading:
    reading = _begin(share)
    _bounded_before(lexemes, reading)
    return reading


def _part_of_told(lexemes: Sequence[Lexeme], index: int, told: Sequence[_Reading]) -> _Reading | None:
    """Read a part of the one total that was told in this sentence or the one before it."""
    if part_at(lexemes, index) is None:
        return None
    near = [reading for reading in told[-_TOLD:] if sentences_between(lexemes, reading.last, index) <= 1]
    totals = [reading for reading in near if not _SHARES.intersection(reading.rules)]
    share = share_of_told(lexemes, index, totals[0].first, totals[0].last) if len(totals) == 1 else None
    if share is None:
        return None
    total = totals[0]
    low, high = (part_of(share[0], end) if end is not None else None for end in (total.low, total.high))
    reading = _Reading(index, share[1], low, high, total.qualifier, ["share-of-told"])
    _bounded_before(lexemes, reading)
    return reading


def _add_total(lexemes: Sequence[Lexeme], reading: _Reading, number: Number) -> None:
    total = total_end(lexemes, number)
    ranged = total is not None and range_end(lexemes, total) is not None  # "one of 500 to 600"
    if total is not None and not ranged and is_trap(lexemes, total) is None:
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


def _bounded_before(lexemes: Sequence[Lexeme], reading: _Reading) -> None:
    bound = bound_before(lexemes, reading.first)
    if bound is None:
        begins = all_before(lexemes, reading.first)
        reading.first = reading.first if begins is None else begins  # "all 19" carries the number
        return
    if reading.qualifier is not Qualifier.RANGE:
        reading.limit(bound[1])
    elif bound[1] is not Qualifier.APPROXIMATE:
        return  # the ends of a range stay as they are told
    reading.first = bound[0]


def _bounded_after(lexemes: Sequence[Lexeme], reading: _Reading) -> None:
    bound = bound_after(lexemes, reading.last) if reading.qualifier is not Qualifier.RANGE else None
    if bound is not None:
        reading.last = bound[0]
        reading.limit(bound[1])
        return
    strength = strength_end(lexemes, reading.last)
    if strength is not None:
        reading.last = strength
        reading.strong = True
        reading.rules.append("strong")
