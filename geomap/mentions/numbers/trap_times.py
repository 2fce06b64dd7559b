"""Numbers that tell a date, a time of day, a span or an age."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.mentions.numbers.lexemes import Lexeme, at, lower
from geomap.mentions.numbers.words import Number

_DASHES = frozenset("-–—‐‑")
_AGES = frozenset({"aged", "age", "ages", "young", "old"})
_BETWEEN_AGES = frozenset({"between", "from", "over", "under", "about", "of", "and", "to", "or", "-", "–", "as", "at"})
_AGE_REACH = 5
_OLDEST = 110
_LIST_REACH = 5
_STOPS = frozenset({",", ".", ")", ";", "—", "–"})


def date(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Feb 20, 20 February, 20-24 July, Aug. 20-24, 2022-02-04; a year: in 2022, since 2013, 1998-99."""
    first = lexemes[number.first]
    if first.kind != "number" or not isinstance(first.value, int) or number.last != number.first + 1:
        return False
    day = len(first.text) <= 2 and first.value <= 31
    return (day and _day(lexemes, number)) or _short_year(lexemes, number) or _year(lexemes, number)


def _day(lexemes: Sequence[Lexeme], number: Number) -> bool:
    before, after = number.first - 1, number.last
    if _month(lexemes, before) or _month(lexemes, after):
        return True
    joiner = lower(lexemes, after)
    if (joiner in _DASHES or joiner in {"/", "and", "to", "or"}) and _month(lexemes, after + 2):
        return _digits(lexemes, after + 1)
    joiner = lower(lexemes, before)
    if joiner in _DASHES or joiner in {"/", "and", "to", "or"}:
        return _digits(lexemes, before - 1) and (_month(lexemes, before - 2) or _iso(lexemes, before - 1))
    return False


def _month(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a month stands there, or before a full stop there ("Aug. 20"); lower-case "may" is none."""
    lexeme = at(lexemes, index)
    if lexeme is not None and lexeme.text == "." and not lexeme.spaced:
        lexeme = at(lexemes, index - 1)
    return lexeme is not None and lexeme.lower in lexicon.quantities().months and lexeme.text[0].isupper()


def _iso(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the number at the index is the year or the month of "2022-02-04"."""
    lexeme = lexemes[index]
    if len(lexeme.text) == 4:
        return True
    return len(lexeme.text) == 2 and lower(lexemes, index - 1) == "-" and len(lower(lexemes, index - 2)) == 4


def _short_year(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """The second year of "1998-99" and "2014/15"."""
    first, dash, year = lexemes[number.first], at(lexemes, number.first - 1), at(lexemes, number.first - 2)
    if dash is None or year is None or first.spaced or dash.spaced or len(first.text) != 2:
        return False
    return (dash.text in _DASHES or dash.text == "/") and len(year.text) == 4 and _calendar(year)


def _calendar(lexeme: Lexeme) -> bool:
    return lexeme.kind == "number" and lexeme.text.isdigit() and 1900 <= (lexeme.value or 0) <= 2100


def _year(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A bare year, unless it counts: "2000 men", "2,000", "a force of 2000 Russian troops"."""
    first = lexemes[number.first]
    if len(first.text) != 4 or not _calendar(first):
        return False
    words = lexicon.quantities()
    before = lower(lexemes, number.first - 1)
    if before in words.year_prepositions or _month(lexemes, number.first - 1):
        return True
    if before == "," and _digits(lexemes, number.first - 2):
        return True  # "Sept. 11, 2001"
    reach = 3 if number.max % 100 == 0 else 1
    for index in range(number.last, number.last + reach):
        noun = at(lexemes, index)
        if noun is None or noun.kind != "word" or not noun.spaced or noun.newline:
            return True
        if noun.lower in lexicon.force_nouns() or noun.lower in words.people:
            return False
    return True


def _digits(lexemes: Sequence[Lexeme], index: int) -> bool:
    lexeme = at(lexemes, index)
    return lexeme is not None and lexeme.kind == "number"


def clock(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """17:40, 8 a.m., 0600; 50:50 is no count either."""
    first, before, after = lexemes[number.first], at(lexemes, number.first - 1), at(lexemes, number.last)
    if after is not None and after.text == ":" and not after.spaced:
        later = at(lexemes, number.last + 1)
        if later is not None and later.kind == "number" and not later.spaced:
            return True
    if lower(lexemes, number.first - 1) in {"to", "past"} and lower(lexemes, number.first - 2) in {"quarter", "half"}:
        return True
    if before is not None and before.text == ":" and not before.spaced and not first.spaced:
        return _digits(lexemes, number.first - 2)
    if after is None or after.lower not in {"a", "p"}:
        return False
    return lower(lexemes, number.last + 1) == "." and lower(lexemes, number.last + 2) == "m"


def _aged(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether "aged" stands before, with what may lie between: "between the ages of 18 and", "aged from 18 to"."""
    for step in range(1, _AGE_REACH + 1):
        word = at(lexemes, index - step)
        if word is None or word.lower in _AGES:
            return word is not None
        if word.kind != "number" and word.lower not in _BETWEEN_AGES:
            return False
    return False


def _aged_person(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """ "A girl of 12", "turned 40"."""
    before, noun = lower(lexemes, number.first - 1), lower(lexemes, number.first - 2)
    after = at(lexemes, number.last)
    return (before == "turned" or (before == "of" and noun in lexicon.quantities().persons)) and (
        after is None or after.kind == "sign" or not _counted(after.lower)
    )


def _counted(noun: str) -> bool:
    return noun.isalpha() and (noun.endswith("s") or noun in {"men", "people", "more"})


def _aged_people(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """ "Reservists over 40", "men under 25": no plural follows that the number could count."""
    if lower(lexemes, number.first - 1) not in {"over", "under"} or not 10 <= number.min <= 99:
        return False
    return lower(lexemes, number.first - 2) in lexicon.quantities().aged and not _counted(lower(lexemes, number.last))


def _in_list(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a greater number in brackets stands shortly before: "Spain (300) and Italy (100)" tells no ages."""
    for place in range(index - 2, index - 2 - _LIST_REACH, -1):
        if lower(lexemes, place) == ")":
            figure = at(lexemes, place - 1)
            return figure is not None and (figure.value or 0) > _OLDEST
    return False


def age(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Alone between commas after a name ("Dave Pugh, 61, who"); "aged 12", "aged between 18 and 60"."""
    before, after = at(lexemes, number.first - 1), at(lexemes, number.last)
    if before is None:
        return False
    if _aged(lexemes, number.first) or _aged_people(lexemes, number) or _aged_person(lexemes, number):
        return True
    if not 10 <= number.min <= _OLDEST or before.text not in {",", "("} or lexemes[number.first].kind != "number":
        return False
    if after is not None and after.text not in _STOPS:
        return False
    if before.text == "(" and _in_list(lexemes, number.first):
        return False
    name = at(lexemes, number.first - 2)
    return name is not None and name.kind == "word" and name.text[0].isupper()
