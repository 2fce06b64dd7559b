"""The grammar of times: bounds and ranges around expressions, tense to tell which Thursday → ``TimeMention``.

No clock is read: what is relative is counted from the day of publication, and stays open where that is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Literal

from geomap.language import lexicon
from geomap.mentions.times.date_rules import Reading
from geomap.mentions.times.parts import Between
from geomap.mentions.times.relative_rules import read
from geomap.mentions.times.tenses import tense_around
from geomap.mentions.times.values import Expression, Fixed, Tense, Yearly
from geomap.mentions.times.words import DASHES, Words, words_of
from geomap.model import Span, Time

Bound = Literal["since", "from", "until", "by"]

_DATED = frozenset({"date", "iso-date", "month", "season", "edge"})
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_MISREAD_DAYS = 31
"""A day without a year that lies no farther ahead is meant, even where the verbs around are past: of the one eleven
months ago a report would tell the year."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at ``span``: the words with their bound ("since 2013", "by Friday"), without a plain "on", "in" or "at".

    ``start`` and ``end`` are ISO dates, both included; ``None`` where the words leave that side open, or take a day of
    publication that is not known. ``since`` and ``until`` tell that the words say so ("until", "till", "through");
    "from" and "by" leave a side open without saying that something lasted. ``past_year`` is the year told in figures.
    """

    span: Span
    text: str
    start: str | None
    end: str | None
    rule: str
    since: bool
    until: bool
    past_year: int | None
    meaning: Expression | None = field(default=None, repr=False, compare=False)
    bound: Bound | None = field(default=None, repr=False, compare=False)

    def value(self) -> Time:
        """Return the time as the report holds it."""
        return Time(text=self.text, start=self.start, end=self.end, span=self.span)


def find_times(text: str, published: date | None) -> tuple[TimeMention, ...]:
    """Return every time of the text in reading order, resolved against the day of publication.

    The tense of what has no year is read from the words around; a caller that knows better asks ``with_tense``.
    """
    found: list[TimeMention] = []
    start = 0
    for gap in (*_PARAGRAPH.finditer(text), None):
        end = gap.start() if gap is not None else len(text)
        found.extend(_paragraph(text[start:end], start, published))
        start = gap.end() if gap is not None else end
    return tuple(found)


def with_tense(mention: TimeMention, tense: Tense | None, published: date | None) -> TimeMention:
    """Return the mention resolved again for a clause of that tense; ``None`` is the default of its words."""
    if mention.meaning is None:
        return mention
    start, end = _dates(mention.meaning, mention.bound, published, tense)
    return replace(mention, start=start, end=end)


@cache
def _starters() -> frozenset[str]:
    table = lexicon.times()
    tables: tuple[Iterable[str], ...] = (
            table.months, table.month_abbreviations, table.weekdays, table.weekday_abbreviations, table.seasons,
            table.units, table.which, table.thirds, table.rests, table.edges, table.days, table.window_before,
            table.window_after, table.window_openers, *table.bounds.values(),
            table.feasts, table.movable_feasts, table.ordinals, table.decades,
            lexicon.quantities().vague, lexicon.quantities().cardinals,
    )  # fmt: skip
    heads = (term.split()[0] for terms in tables for term in terms)
    return frozenset(heads) | {"the", "a", "an", "in", "between", "these", "q", "h"}


@cache
def _openers() -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
    """Return the openers by their first word, the longest first."""
    terms = [(tuple(term.split()), bound) for bound, terms in lexicon.times().bounds.items() for term in terms]
    terms.sort(key=lambda item: (-len(item[0]), item[0]))
    return {head: tuple(term for term in terms if term[0][0] == head) for head in sorted({t[0] for t, _ in terms})}


def _paragraph(text: str, offset: int, published: date | None) -> Iterator[TimeMention]:
    words = words_of(text)
    starters = _starters()
    index = 0
    while index < len(words.lexemes):
        following = index + 1
        if (words.lexemes[index].kind == "number" or words.bare[index] in starters) and words.detached(index):
            mention, following = _mention(text, words, index, published)
            if mention is not None:
                yield replace(mention, span=(mention.span[0] + offset, mention.span[1] + offset))
        index = following


def _mention(text: str, words: Words, index: int, published: date | None) -> tuple[TimeMention | None, int]:
    reading, bound = _bounded(words, index)
    if reading is None:
        reading = _ranged(words, index, words.at(index - 1))
    if reading is None:
        return None, index + 1
    final = words.lexemes[reading.last - 1]
    span = (words.lexemes[index].start, final.start + len(words.bare[reading.last - 1]))
    told = text[span[0] : span[1]]
    tense = tense_around(words, index, reading.last, bounded=bound is not None, weekday=reading.rule == "weekday")
    if reading.needs is not None and reading.needs != tense:
        return None, index + 1
    if tense == "past" and _soon(reading.meaning, published):
        tense = None
    start, end = _dates(reading.meaning, bound, published, tense)
    rule = "-".join(part for part in ("time", bound, reading.rule) if part)
    year = reading.meaning.year
    mention = TimeMention(
        span, told, start, end, rule, bound == "since", bound == "until", year, reading.meaning, bound
    )
    return mention, reading.last


def _bounded(words: Words, index: int) -> tuple[Reading | None, Bound | None]:
    """Read "since 2013", "from about 20 February", "by the end of the year", "between 3 and 14 March"."""
    if words.at(index) == "between":
        reading = _ranged(words, index + 1, "between")
        return (reading, None) if reading is not None and _is_range(reading) else (None, None)
    for term, bound in _openers().get(words.at(index), ()):
        if not words.spells(index, term):
            continue
        position = index + len(term)
        for filler in sorted(lexicon.times().bound_fillers, key=lambda filler: -len(filler)):
            if words.spells(position, filler.split()):
                position += len(filler.split())
                break
        reading = _ranged(words, position, bound)
        if reading is not None and reading.rule != "ahead":
            return (reading, None) if bound == "from" and _is_range(reading) else (reading, bound)
    return None, None


def _is_range(reading: Reading) -> bool:
    if isinstance(reading.meaning, Yearly):
        return reading.meaning.last_day > reading.meaning.day  # "20-24 July"
    if reading.rule == "year" and isinstance(reading.meaning, Fixed):
        return reading.meaning.period.start.year < reading.meaning.period.end.year
    return isinstance(reading.meaning, Between)


def _ranged(words: Words, index: int, before: str) -> Reading | None:
    """Read an expression, and another that it reaches to: "Monday to Friday", "October and December 2023"."""
    first = read(words, index, before)
    if first is None or first.last + 1 >= len(words.lexemes):
        return first
    joiner = words.at(first.last)
    dash = joiner in DASHES
    if not (dash or joiner in lexicon.times().range_joiners or (joiner == "and" and before == "between")):
        return first
    second = read(words, first.last + 1, "between")
    if second is None:
        return first
    dated = first.rule in _DATED and second.rule in _DATED
    if dash and not (dated or words.glued(first.last + 1)):
        return first
    if not (dated or first.rule == second.rule or before in {"from", "between"}):
        return first
    return Reading(second.last, Between(first.meaning, second.meaning), "range")


def _soon(meaning: Expression, published: date | None) -> bool:
    """Tell whether a day of the month without a year comes within a month after publication."""
    if not isinstance(meaning, Yearly) or meaning.last_day == 0 or meaning.year is not None or published is None:
        return False
    if meaning.weekday is not None or meaning.shift is not None:
        return False
    coming = meaning.resolve(published, "future")
    return coming is not None and 0 < (coming.start - published).days <= _MISREAD_DAYS


def _dates(
    meaning: Expression, bound: Bound | None, published: date | None, tense: Tense | None
) -> tuple[str | None, str | None]:
    if bound == "since":
        tense = "past"
    elif bound is not None and tense is None:
        tense = "future"
    try:
        period = meaning.resolve(published, tense)
    except (OverflowError, ValueError):  # before the year 1 or after 9999, which no date can tell
        period = None
    if period is None:
        return None, None
    start = period.start.isoformat() if bound not in {"until", "by"} else None
    end = period.end.isoformat() if bound not in {"since", "from"} else None
    return start, end
