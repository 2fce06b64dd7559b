"""Numbers that count no force: the table of rules, and those for measures, money, scores, shares and turns of phrase.

Each rule is a small function with a name that ``is_trap`` reports, so that a dropped number can be explained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geomap.language import lexicon
from geomap.mentions import trap_names, trap_times
from geomap.mentions.lexemes import HYPHENS, Lexeme, at, glued_hyphen, lower
from geomap.mentions.numbers import Number, fraction_at, number_at

_BETWEEN_NUMBER_AND_UNIT = frozenset(
    {"more", "further", "extra", "additional", "consecutive", "odd", "straight", "full", "long"}
)

Rule = Callable[[Sequence[Lexeme], Number], bool]


def is_trap(lexemes: Sequence[Lexeme], number: Number) -> str | None:
    """Return the name of the rule by which the number is no count, or ``None``."""
    for name, rule in RULES:
        if rule(lexemes, number):
            return name
    return None


def _money(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """$40,000, US$1 million, Rs. 500 crore."""
    before = at(lexemes, number.first - 1)
    if before is None or (before.newline and before.kind == "sign"):
        return False
    currency = lexicon.quantities().currency
    if before.text == "." and not before.spaced:
        return lower(lexemes, number.first - 2) in currency
    return before.kind == "currency" or before.lower in currency


def _measure(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """A unit follows: 20 km, 5 per cent, 46-year-old, 60 days, 12 nautical miles, 1.2 billion euros, 20 more miles."""
    measures = lexicon.quantities().measures
    after, following = at(lexemes, number.last), lower(lexemes, number.last + 1)
    if after is None or after.newline:
        return False
    if after.kind == "currency" or after.text in {"%", "°", "′", '"', "‰"}:
        return True
    if after.lower in _BETWEEN_NUMBER_AND_UNIT or (after.lower == "or" and following == "so"):
        unit = number.last + (2 if after.lower == "or" else 1)
        return lower(lexemes, unit) in measures
    if after.lower == "second":  # not "60 second-hand tanks"
        return not following.isalpha() and following not in HYPHENS
    return after.lower in measures or f"{after.lower} {following}" in measures


def _attribute(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Joined to a noun, a number describes: a four-star general, the two-state solution, an 18-month siege.

    Nouns of what a body consists of are the exception: a 12-member team, a six-ship group.
    """
    if not glued_hyphen(lexemes, number.last):
        return False
    noun = at(lexemes, number.last + 1)
    words = lexicon.quantities()
    if noun is None or noun.kind != "word" or noun.lower in words.after_hyphen or noun.lower in words.members:
        return False
    return noun.lower not in lexicon.force_nouns()


def _negative(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """-20 C, minus 24; a dash that opens a line is a bullet."""
    first, sign = lexemes[number.first], at(lexemes, number.first - 1)
    if sign is None or first.kind != "number":
        return False
    if sign.lower == "minus":
        return True
    return sign.text in {"-", "−"} and sign.spaced and not sign.newline and not first.spaced


def _score(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """3-1, 170-12, 170 to nil, 52 votes to 48, "voted 170 to 12"."""
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    words = lexicon.quantities()
    if after == "to" and lower(lexemes, number.last + 1) == "nil":
        return True
    if before == "to" and lower(lexemes, number.first - 2) in words.score_nouns:
        return True
    if "to" in {before, after}:
        first = _number_ending(lexemes, number.first - 1) if before == "to" else number
        second = number if before == "to" else number_at(lexemes, number.last + 1)
        return first is not None and second is not None and _scored(lexemes, first, second)
    if glued_hyphen(lexemes, number.last) or (after == "–" and not lexemes[number.last].spaced):
        later = number_at(lexemes, number.last + 1)
        return later is not None and later.max <= number.min and later.scale == number.scale == 1
    if number.first >= 2 and (before in HYPHENS or before == "–") and not lexemes[number.first].spaced:
        earlier = lexemes[number.first - 2]
        return earlier.kind == "number" and not lexemes[number.first - 1].spaced and (earlier.value or 0) >= number.max
    return False


def _number_ending(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    number = number_at(lexemes, index - 1) if index else None
    return number if number is not None and number.last == index else None


def _scored(lexemes: Sequence[Lexeme], first: Number, second: Number) -> bool:
    """Whether a vote or a match ended so: behind its verb, the greater number first."""
    verbs = lexicon.quantities().score_verbs
    return second.max <= first.min and any(lower(lexemes, first.first - step) in verbs for step in (1, 2, 3))


def _ratio(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """One in five, nine out of ten."""
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    if after == "in" or (after == "out" and lower(lexemes, number.last + 1) == "of"):
        total = number_at(lexemes, number.last + (1 if after == "in" else 2))
        return total is not None and _of_ten(lexemes, number, total)
    if before == "in" or (before == "of" and lower(lexemes, number.first - 2) == "out"):
        part = _number_ending(lexemes, number.first - (1 if before == "in" else 2))
        return part is not None and _of_ten(lexemes, part, number)
    return False


def _of_ten(lexemes: Sequence[Lexeme], part: Number, total: Number) -> bool:
    """Whether the total is so small and round that the ratio tells a share of many; not "two in three days"."""
    return part.max < total.max <= 10 and not _measure(lexemes, total)


def _share(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Two-thirds of the country."""
    found = fraction_at(lexemes, number.first)
    return found is not None and found[1] > number.last and number.rule == "cardinal"


def _phrase(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """No one, one another, one by one, "one of the biggest deployments"; "both … and", "not a single"."""
    words = lexicon.quantities()
    word = lexemes[number.first].lower
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    if word == "both":
        nouns = [lower(lexemes, number.last + step) for step in range(4)]
        return "and" in nouns or nouns[0] in words.both_followers or not any(noun.endswith("s") for noun in nouns[:2])
    if word == "a" and number.rule == "group":
        return any(lower(lexemes, number.first - step) in words.negations for step in (1, 2, 3))
    if word != "one" or number.last != number.first + 1:
        return False
    if before in words.one_openers or after in words.one_followers:
        return True
    if after != "of":
        return False
    return any(_superlative(lower(lexemes, number.last + step)) for step in range(2, 6))


def _superlative(word: str) -> bool:
    return word == "most" or (word.endswith("est") and word not in {"west", "forest", "guest", "rest", "coast"})


def _footnote(lexemes: Sequence[Lexeme], number: Number) -> bool:
    return lower(lexemes, number.first - 1) == "[" and lower(lexemes, number.last) == "]"


def _notation(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Parts of slashed dates, telephone numbers and web addresses: 11/24, 555-0134, 0600."""
    first, before, after = lexemes[number.first], at(lexemes, number.first - 1), at(lexemes, number.last)
    if first.kind != "number":
        return False
    if before is not None and not first.spaced and before.text in {"/", "+", "@", "_", "#", "="}:
        return True
    if after is not None and not after.spaced and after.text in {"/", "@", "_"}:
        return True
    return first.text.startswith("0") and len(first.text) > 1 and "." not in first.text


RULES: tuple[tuple[str, Rule], ...] = (
    ("trap-ordinal", trap_names.ordinal),
    ("trap-designator", trap_names.designator),
    ("trap-money", _money),
    ("trap-date", trap_times.date),
    ("trap-clock", trap_times.clock),
    ("trap-measure", _measure),
    ("trap-attribute", _attribute),
    ("trap-age", trap_times.age),
    ("trap-name", trap_names.named),
    ("trap-unit", trap_names.unit),
    ("trap-address", trap_names.address),
    ("trap-score", _score),
    ("trap-ratio", _ratio),
    ("trap-share", _share),
    ("trap-negative", _negative),
    ("trap-phrase", _phrase),
    ("trap-footnote", _footnote),
    ("trap-notation", _notation),
)
