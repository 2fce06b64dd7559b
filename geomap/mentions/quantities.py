"""The grammar of quantities: bounds, ranges and approximations around numbers → ``QuantityMention``.

Where the words leave a side open, so does the value: "up to 8,500" has no lower end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.mentions.lexemes import Lexeme, lexemes_of
from geomap.mentions.numbers import Number, number_at
from geomap.mentions.traps import is_trap
from geomap.model import Qualifier, Quantity, Span

_DASHES = {"-", "–", "—", "‐", "‑"}
_STRONG = {"strong", "member", "man", "person", "troop", "soldier", "ship", "vehicle", "vessel", "aircraft", "tank", "plane"}


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


@cache
def _bounds(side: str) -> tuple[tuple[tuple[str, ...], Qualifier], ...]:
    words = lexicon.quantities()
    table = words.before if side == "before" else words.after
    terms = [(tuple(term.split()), qualifier) for qualifier, terms in table.items() for term in terms]
    return tuple(sorted(terms, key=lambda item: (-len(item[0]), item[0])))


@cache
def _fillers() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(term.split()) for term in lexicon.quantities().fillers), key=lambda t: (-len(t), t)))


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Return every quantity of the text in reading order; numbers that count nothing are left out."""
    lexemes = lexemes_of(text)
    found: list[QuantityMention] = []
    index = 0
    while index < len(lexemes):
        number = number_at(lexemes, index)
        if number is None:
            index += 1
            continue
        if is_trap(lexemes, number):
            index = number.last
            continue
        mention, index = _quantity(text, lexemes, number)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _quantity(text: str, lexemes: Sequence[Lexeme], number: Number) -> tuple[QuantityMention | None, int]:
    first, last = number.first, number.last
    rules = [number.rule]
    low: int | float | None = number.min
    high: int | float | None = number.max
    qualifier = Qualifier.APPROXIMATE if number.vague else Qualifier.EXACT
    second = _range_end(lexemes, number)
    if second is not None:
        if is_trap(lexemes, second):
            return None, second.last
        low = _shared_scale(number, second)
        high = second.max
        last = second.last
        qualifier = Qualifier.RANGE
        rules.append("range")
        opener = lexemes[first - 1].lower if first else ""
        if opener in {"between", "from"}:
            first -= 1
            return _mention(text, lexemes, first, last, low, high, qualifier, rules), last
    bound = _before(lexemes, first)
    if bound is not None and second is None:
        first, limit = bound
        qualifier, low, high = _limit(limit, qualifier, low, high)
        rules.append(f"bound-{limit.value}")
    elif bound is not None:
        first = bound[0] if bound[1] is Qualifier.APPROXIMATE else first
    last, limit_after, strong = _after(lexemes, last)
    if limit_after is not None and second is None:
        qualifier, low, high = _limit(limit_after, qualifier, low, high)
        rules.append(f"bound-{limit_after.value}")
    if strong:
        rules.append("strong")
    return _mention(text, lexemes, first, last, low, high, qualifier, rules, strong=strong), last


def _mention(
    text: str,
    lexemes: Sequence[Lexeme],
    first: int,
    last: int,
    low: float | None,
    high: float | None,
    qualifier: Qualifier,
    rules: list[str],
    *,
    strong: bool = False,
) -> QuantityMention:
    span = (lexemes[first].start, lexemes[last - 1].end)
    return QuantityMention(
        span, text[span[0] : span[1]], low, high, qualifier, tuple(f"quantity-{rule}" for rule in rules), strong
    )


def _limit(
    limit: Qualifier, qualifier: Qualifier, low: float | None, high: float | None
) -> tuple[Qualifier, float | None, float | None]:
    match limit:
        case Qualifier.AT_LEAST:
            return limit, low, None
        case Qualifier.AT_MOST:
            return limit, None, high
        case _:
            # "more than about 200" keeps its bound; a plain number becomes approximate.
            return (Qualifier.APPROXIMATE if qualifier is Qualifier.EXACT else qualifier), low, high


def _before(lexemes: Sequence[Lexeme], first: int) -> tuple[int, Qualifier] | None:
    """Return where the bound before a number begins, and which it is; fillers may stand between ("about another 200")."""
    position = first
    for _ in range(3):
        for term, qualifier in _bounds("before"):
            start = position - len(term)
            if start >= 0 and _spells(lexemes, start, term) and not _broken(lexemes, start, first):
                return start, qualifier
        for term in _fillers():
            start = position - len(term)
            if start >= 0 and _spells(lexemes, start, term):
                position = start
                break
        else:
            return None
    return None


def _after(lexemes: Sequence[Lexeme], last: int) -> tuple[int, Qualifier | None, bool]:
    """Return where the quantity ends once "or so", "-odd", "-plus" and "-strong" are read."""
    position = last
    hyphen = position < len(lexemes) and lexemes[position].text in "-‐‑" and not lexemes[position].spaced
    if hyphen:
        position += 1
    for term, qualifier in _bounds("after"):
        end = position + len(term)
        if _spells(lexemes, position, term) and not _broken(lexemes, last - 1, end):
            if term in {("plus",), ("odd",), ("ish",)} and not hyphen and term != ("plus",):
                continue
            if term == ("plus",) and not hyphen:
                continue
            return end, qualifier, False
    if position < len(lexemes) and lexemes[position].text == "+" and not lexemes[position].spaced:
        return position + 1, Qualifier.AT_LEAST, False
    if hyphen and position < len(lexemes) and not lexemes[position].spaced and lexemes[position].lower in _STRONG:
        return position + 1, None, True
    if position < len(lexemes) and lexemes[position].lower == "strong" and not hyphen:
        return position + 1, None, True
    return last, None, False


def _range_end(lexemes: Sequence[Lexeme], number: Number) -> Number | None:
    """Return the second number of "3,000 to 5,000", "between 3,000 and 4,000", "10-15", "five or six"."""
    index = number.last
    if index + 1 >= len(lexemes) or lexemes[index].newline:
        return None
    opener = lexemes[number.first - 1].lower if number.first else ""
    joiner = lexemes[index].lower
    dash = joiner in _DASHES
    if not (dash or joiner in {"to", "or"} or (joiner == "and" and opener == "between")):
        return None
    if opener == "from" and joiner == "to" and not _counts_next(lexemes, index + 1):
        return None  # "cut from 8,350 to 4,500": a change, two quantities
    start = index + 1
    for term, _ in _bounds("before"):
        if opener == "between" and _spells(lexemes, start, term):
            start += len(term)
            break
    second = number_at(lexemes, start)
    if second is None or second.vague != number.vague:
        return None
    if second.max <= number.min and second.scale == number.scale:
        return None
    if joiner == "or" and not (number.min < second.max <= 3 * number.min + 2):
        return None
    if joiner == "to" and opener != "from" and not _counts_next(lexemes, index + 1):
        follower = lexemes[second.last] if second.last < len(lexemes) else None
        if follower is not None and follower.lower in {"nil", "in"}:
            return None
    return second


def _counts_next(lexemes: Sequence[Lexeme], index: int) -> bool:
    second = number_at(lexemes, index)
    if second is None or second.last >= len(lexemes):
        return False
    follower = lexemes[second.last]
    return follower.kind == "word" and follower.lower not in {"in", "by", "at", "on", "and", "since", "from", "as", "after", "before"}


def _shared_scale(number: Number, second: Number) -> int | float:
    """In "1 to 2 million" and "10-15 thousand" the scale counts for both."""
    if second.scale > 1 and number.scale == 1 and number.min < second.max / second.scale:
        return number.min * second.scale
    return number.min


def _spells(lexemes: Sequence[Lexeme], start: int, term: tuple[str, ...]) -> bool:
    return tuple(lexeme.lower for lexeme in lexemes[start : start + len(term)]) == term


def _broken(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    return any(lexeme.newline for lexeme in lexemes[first + 1 : last])
