"""The grammar of numbers: digits and words → a value, kept vague where the words are.

Rules, by name: digits ("30,000", "1.5 million", "100k"), cardinal ("twenty-five hundred"), vague ("dozens"),
multiple ("several hundred", "a couple of hundred", "half a dozen"), fraction ("half a million").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.schemas import QuantityWords
from geomap.mentions.lexemes import Lexeme


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


@cache
def _vague_terms() -> tuple[tuple[tuple[str, ...], tuple[int, int]], ...]:
    terms = ((tuple(term.split()), value) for term, value in lexicon.quantities().vague.items())
    return tuple(sorted(terms, key=lambda item: -len(item[0])))


def number_at(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Return the longest number that begins at ``lexemes[index]``."""
    words = lexicon.quantities()
    if index >= len(lexemes):
        return None
    lexeme = lexemes[index]
    if lexeme.kind == "number":
        return _digits(lexemes, index, words)
    if lexeme.kind != "word":
        return None
    return _vague(lexemes, index, words) or _cardinal(lexemes, index, words)


def _digits(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number:
    value = lexemes[index].value
    assert value is not None
    last = index + 1
    rule = "digits"
    scale: int | float = 1
    while last < len(lexemes) and (lexemes[last].lower in words.scales) and not lexemes[last].newline:
        letter = len(lexemes[last].lower) <= 2
        if letter and (lexemes[last].spaced or lexemes[last].lower not in {"k", "m", "mn", "bn"}):
            break
        if letter and lexemes[last].text in {"M", "m"} and value > 100:
            break  # "155m", "2000m": metres
        scale *= words.scales[lexemes[last].lower]
        last += 1
    value = _whole(value * scale)
    return Number(index, last, value, value, False, rule, scale)


def _vague(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    for term, (low, high) in _vague_terms():
        last = index + len(term)
        if tuple(lexeme.lower for lexeme in lexemes[index:last]) != term:
            continue
        following = last
        if following < len(lexemes) and lexemes[following].lower == "of":
            following += 1
        scale = words.scales.get(lexemes[following].lower) if following < len(lexemes) else None
        if scale is not None and low <= 12:  # "several hundred", "a couple of thousand", "a dozen" has no further scale
            return Number(index, following + 1, low * scale, high * scale, True, "multiple")
        if term == ("couple",) or term == ("handful",):
            before = lexemes[index - 1].lower if index else ""
            if before not in {"last", "remaining", "first", "other"}:
                return None
        if low == high == 12 or term[0] == "a" and low == high:
            # "a dozen" and "a couple" are told as round figures: the contract calls them approximate.
            return Number(index, last, low, high, True, "vague")
        return Number(index, last, low, high, True, "vague")
    return None


def _cardinal(lexemes: Sequence[Lexeme], index: int, words: QuantityWords) -> Number | None:
    """Read number words: "two thousand three hundred and five", "two dozen", "half a million", "a hundred"."""
    first = lexemes[index].lower
    if first == "half" and _follows(lexemes, index, ("a", "an"), words.scales):
        scale = words.scales[lexemes[index + 2].lower]
        return Number(index, index + 3, scale // 2, scale // 2, False, "fraction")
    if first in {"a", "an"}:
        if index + 1 < len(lexemes) and lexemes[index + 1].lower in words.scales and len(lexemes[index + 1].lower) > 2:
            scale = words.scales[lexemes[index + 1].lower]
            return Number(index, index + 2, scale, scale, False, "cardinal", scale)
        return None
    if first not in words.cardinals:
        return None
    total = current = 0
    last = position = index
    scale_seen = 1
    dozens = False
    while position < len(lexemes):
        word = lexemes[position].lower
        if word in words.cardinals:
            value = words.cardinals[word]
            if position > index and not _may_add(current, value):
                break
            current += value
        elif word in words.scales and len(word) > 2 and position > index:
            scale = words.scales[word]
            scale_seen = scale
            dozens = dozens or word in {"dozen", "score"}
            if scale < 1000:
                current *= scale
            else:
                total, current = total + current * scale, 0
        elif word in {"and", "-", "‐", "‑"} and position > index and _continues(lexemes, position, current, words):
            position += 1
            continue
        else:
            break
        position += 1
        last = position
    value = total + current
    # "two dozen" is a round figure like "a dozen".
    return Number(index, last, value, value, dozens, "cardinal", scale_seen)


def _may_add(current: int, value: int) -> bool:
    """Whether a further cardinal adds to the number: "twenty five", "two hundred six", not "two three"."""
    if current == 0:
        return True
    if current % 100 == 0:
        return True
    return current % 100 >= 20 and current % 10 == 0 and value < 10


def _continues(lexemes: Sequence[Lexeme], position: int, current: int, words: QuantityWords) -> bool:
    if position + 1 >= len(lexemes):
        return False
    following = lexemes[position + 1].lower
    hyphen = lexemes[position].lower != "and"
    if following not in words.cardinals:
        return hyphen and following in words.scales and not lexemes[position].spaced
    if hyphen:
        return not lexemes[position].spaced and _may_add(current, words.cardinals[following])
    return current >= 100 and current % 100 == 0 and words.cardinals[following] < 100


def _follows(lexemes: Sequence[Lexeme], index: int, articles: tuple[str, ...], scales: dict[str, int]) -> bool:
    return (
        index + 2 < len(lexemes)
        and lexemes[index + 1].lower in articles
        and lexemes[index + 2].lower in scales
        and scales[lexemes[index + 2].lower] > 20
    )


def _whole(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value
