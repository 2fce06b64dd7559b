"""The words of a text as the rules of time read them: names of months and weekdays, days of the month, years, tails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.mentions.numbers.lexemes import Lexeme, lexemes_of
from geomap.mentions.numbers.numbers import number_at
from geomap.mentions.times.periods import Unit
from geomap.mentions.times.values import Which

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Bare numbers outside are no years: no news report dates by them."""
DASHES = frozenset("-–—‐‑")
_GLUE = frozenset("-‐‑/._@#+")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Words:
    """The lexemes of a text; ``bare`` has them in lower case and without "'s"."""

    lexemes: tuple[Lexeme, ...]
    bare: tuple[str, ...]

    def at(self, index: int) -> str:
        """Return a word in lower case without "'s"; empty outside the text."""
        return self.bare[index] if 0 <= index < len(self.bare) else ""

    def spells(self, index: int, term: Sequence[str]) -> bool:
        """Tell whether the words of ``term`` stand at ``index``."""
        return self.bare[index : index + len(term)] == tuple(term)

    def capital(self, index: int) -> bool:
        """Tell whether a word with a capital stands there."""
        return 0 <= index < len(self.lexemes) and self.lexemes[index].text[0].isupper()

    def plain(self, index: int) -> bool:
        """Tell whether a word in lower case stands there that is no function word: a noun, perhaps, or a verb."""
        if not 0 <= index < len(self.lexemes) or self.lexemes[index].kind != "word":
            return False
        return self.lexemes[index].text[0].islower() and self.bare[index] not in lexicon.times().function_words

    def plural(self, index: int) -> bool:
        """Tell whether a word in lower case stands there that can be counted: "soldiers", "men"."""
        return self.plain(index) and len(self.bare[index]) > 2 and self.bare[index].endswith(("s", "men"))

    def glued(self, index: int) -> bool:
        """Tell whether a lexeme stands there with no space before it."""
        return 0 < index < len(self.lexemes) and not self.lexemes[index].spaced

    def detached(self, index: int) -> bool:
        """Tell whether nothing but space, quotes or a dash between clauses stands before: not "SU-35", "post-2014"."""
        if not self.glued(index):
            return True
        before = self.lexemes[index - 1]
        return before.kind == "sign" and before.text not in _GLUE

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a word's capital may be that of its sentence."""
        return index == 0 or self.lexemes[index].newline or self.lexemes[index - 1].kind == "sign"

    def digits(self, index: int) -> str:
        """Return the digits that stand there, if they are plain: no comma, no point."""
        if not 0 <= index < len(self.lexemes) or self.lexemes[index].kind != "number":
            return ""
        text = self.lexemes[index].text
        return text if text.isdecimal() and text.isascii() else ""


def words_of(text: str) -> Words:
    """Split a text."""
    lexemes = lexemes_of(text)
    return Words(lexemes, tuple(bare(lexeme) for lexeme in lexemes))


def bare(lexeme: Lexeme) -> str:
    """Return a lexeme in lower case without the "'s" of the genitive."""
    return lexeme.lower[:-2] if lexeme.lower.endswith(("'s", "’s")) else lexeme.lower


def month_at(words: Words, index: int) -> tuple[int, int, bool] | None:
    """Return the month that is named there, the index after it, and whether it is abbreviated."""
    table = lexicon.times()
    if not words.capital(index):
        return None
    name = words.at(index)
    if name in table.months:
        return table.months[name], index + 1, False
    if name in table.month_abbreviations:
        point = words.at(index + 1) == "." and words.glued(index + 1)
        return table.month_abbreviations[name], index + 2 if point else index + 1, True
    return None


def day_number(words: Words, index: int) -> tuple[int, int] | None:
    """Return the day of the month that is told there ("24", "24th") and the index after it."""
    digits = words.digits(index)
    named = lexicon.times().ordinals.get(words.at(index), 0)
    if named and words.at(index + 1) == "of" and words.at(index - 1) == "the":
        return named, index + 1
    if not digits or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    last = index + 1
    if words.glued(last):
        if words.at(last) in _ORDINALS:
            return int(digits), last + 1
        if words.lexemes[last].kind != "sign" or words.at(last) in {":", "/", "%"}:
            return None
    return int(digits), last


def valid_day(month: int, day: int) -> bool:
    """Tell whether a month ever has that day."""
    return day <= _LONGEST_MONTH[month - 1]


def year_at(words: Words, index: int) -> int | None:
    """Return the year that is told there; no measures ("2000 metres"), clock times ("1900 GMT") or "2000-strong"."""
    digits = words.digits(index)
    if len(digits) != 4 or not FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return None
    after = index + 1
    if words.glued(after):
        follower = words.lexemes[after]
        if follower.kind != "sign" or follower.text in {"/", "%", "°", "+"}:
            return None
        if follower.text == ":" and words.glued(after + 1):
            return None
        compound = follower.text in "-‐‑" and words.glued(after + 1) and words.lexemes[after + 1].kind == "word"
        if compound and month_at(words, after + 1) is None:
            return None
    if words.at(after) in lexicon.quantities().measures or words.at(after) in {"local", "zulu"}:
        return None
    return int(digits)


@dataclass(frozen=True, slots=True)
class Tail:
    """A year after a month, a day or a season: told ("2023") or as a ``shift`` from today's ("last year")."""

    last: int
    year: int | None = None
    shift: int | None = None


def tail_at(words: Words, index: int, *, comma: bool) -> Tail:
    """Read ", 2020", "2020", "of 2020", "last year", "of this year"; an empty tail where no year is told."""
    position = index
    if comma and words.at(position) == ",":
        position += 1
        if words.plural(position + 1):
            return Tail(index)  # "On March 5, 2000 soldiers arrived"
    elif words.at(position) == "of":
        position += 1
    year = year_at(words, position)
    if year is not None:
        return Tail(position + 1, year=year)
    shifts: dict[Which, int] = {"last": -1, "this": 0, "next": 1}
    which = lexicon.times().which.get(words.at(position))
    if words.at(index) != "," and which is not None and words.at(position + 1) == "year":
        return Tail(position + 2, shift=shifts[which])
    return Tail(index)


@dataclass(frozen=True, slots=True)
class Count:
    """From ``low`` to ``high`` units, told up to the word ``last``."""

    last: int
    low: int
    high: int
    unit: Unit


def counted_at(words: Words, index: int, *, filler: bool = False) -> Count | None:
    """Read "two weeks", "a year", "several days", "few days" after "last", and "days" alone; hours become days."""
    table = lexicon.times()
    low = high = 0
    position = index
    if words.at(index) == "half" and words.at(index + 1) == "a" and words.at(index + 2) == "year":
        return Count(index + 3, 6, 6, "month")
    if words.at(index) in {"a", "an", "one"} and words.at(index + 1) in {*table.units, "fortnight"}:
        low = high = 1
        position = index + 1
    elif (number := number_at(words.lexemes, index)) is not None:
        low, high = int(number.min), int(number.max)
        position = number.last
        position += words.at(position) == "of"
    elif filler:
        for term in table.window_fillers:
            if words.spells(index, term.split()):
                position = index + len(term.split())
                low = high = 2 if term == "couple of" else 0
    unit = table.units.get(words.at(position))
    if words.at(position) in {"hour", "hours"} and high:
        return Count(position + 1, -(-low // 24), -(-high // 24), "day")
    if words.at(position) in {"fortnight", "fortnights"} and (high or filler):
        return Count(position + 1, 2 * max(low, 1), 2 * max(high, 1), "week")
    if unit is None or high > 1000:
        return None
    if not high:
        if not words.at(position).endswith("s"):
            return None
        low, high = 1, table.vague_counts[unit]
    return Count(position + 1, low, high, unit)
