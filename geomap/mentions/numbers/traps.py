"""Numbers that count no force: the table of rules, and those for signs, notations and turns of phrase.

Each rule is a small function with a name that ``is_trap`` reports, so that a dropped number can be explained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geomap.language import lexicon
from geomap.mentions.numbers import trap_measures, trap_names, trap_times
from geomap.mentions.numbers.lexemes import Lexeme, at, glued_hyphen, lower
from geomap.mentions.numbers.words import Number

_APOSTROPHES = frozenset("'’‘")
_TELEPHONES = frozenset({"tel", "telephone", "phone", "fax", "hotline", "isbn", "whatsapp"})
_TELEPHONE_REACH = 8
"""Words, figures and signs between "tel" and the last figures of a number."""

Rule = Callable[[Sequence[Lexeme], Number], bool]


def is_trap(lexemes: Sequence[Lexeme], number: Number) -> str | None:
    """Return the name of the rule by which the number is no count, or ``None``."""
    for name, rule in RULES:
        if rule(lexemes, number):
            return name
    return None


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


def _phrase(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Both … and, both sides; not a single; the number two; fifty-fifty; the top ten."""
    words = lexicon.quantities()
    word = lexemes[number.first].lower
    before = lower(lexemes, number.first - 1)
    if word == "both":
        nouns = [lower(lexemes, number.last + step) for step in range(4)]
        return "and" in nouns or nouns[0] in words.both_followers or not any(noun.endswith("s") for noun in nouns[:2])
    if word == "a" and number.rule == "group":
        return any(lower(lexemes, number.first - step) in words.negations for step in (1, 2, 3))
    if before == "top" or (before == "number" and number.max <= 3):
        return True
    return word == "fifty" and any(
        glued_hyphen(lexemes, hyphen) and lower(lexemes, twin) == word
        for hyphen, twin in ((number.last, number.last + 1), (number.first - 1, number.first - 2))
    )


def _one(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """No one, one another, one by one, one of the reasons, "one of the biggest deployments"."""
    if lexemes[number.first].lower != "one" or number.last != number.first + 1:
        return False
    words = lexicon.quantities()
    before, after = lower(lexemes, number.first - 1), lower(lexemes, number.last)
    if before in words.one_openers or after in words.one_followers:
        return True
    if after != "of":
        return before == "by" and lower(lexemes, number.first - 2) == "one"
    following = [lower(lexemes, number.last + step) for step in range(2, 6)]
    return not words.abstract.isdisjoint(following) or any(map(_superlative, following))


def _superlative(word: str) -> bool:
    return word == "most" or (word.endswith("est") and word not in {"west", "forest", "guest", "rest", "coast"})


def _footnote(lexemes: Sequence[Lexeme], number: Number) -> bool:
    return lower(lexemes, number.first - 1) == "[" and lower(lexemes, number.last) == "]"


def _telephone(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Tel. (021) 555-7788, call 0800 555 019, ISBN 0 19 852663 6."""
    if lexemes[number.first].kind != "number":
        return False
    for step in range(1, _TELEPHONE_REACH + 1):
        lexeme = at(lexemes, number.first - step)
        if lexeme is None or lexeme.lower in _TELEPHONES or (lexeme.kind == "number" and lexeme.text.startswith("0")):
            return lexeme is not None
        if lexeme.kind == "word" and lexeme.lower not in {"on", "number", "no", "at"}:
            return False
    return False


def _notation(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Parts of slashed dates, telephone numbers, paragraphs and web addresses: 11/24, 555-0134, 2(4), 0600."""
    first, before, after = lexemes[number.first], at(lexemes, number.first - 1), at(lexemes, number.last)
    if first.kind != "number":
        return False
    if before is not None and not first.spaced:
        if before.text in {"/", "+", "@", "_", "#", "=", "°"}:
            return True
        if before.text in _APOSTROPHES and len(first.text) == 2:
            return True  # the '91 war
    if after is not None and not after.spaced and after.text in {"/", "@", "_", "("}:
        return True
    if before is not None and before.text == "(" and not before.spaced and lower(lexemes, number.first - 2).isdecimal():
        return True  # 2(4)
    return first.text.startswith("0") and len(first.text) > 1 and "." not in first.text


RULES: tuple[tuple[str, Rule], ...] = (
    ("trap-designator", trap_names.designator),
    ("trap-money", trap_measures.money),
    ("trap-date", trap_times.date),
    ("trap-clock", trap_times.clock),
    ("trap-measure", trap_measures.measure),
    ("trap-attribute", _attribute),
    ("trap-age", trap_times.age),
    ("trap-name", trap_names.named),
    ("trap-numbered", trap_names.numbered),
    ("trap-grid", trap_names.grid),
    ("trap-unit", trap_names.unit),
    ("trap-address", trap_names.address),
    ("trap-score", trap_measures.score),
    ("trap-votes", trap_measures.votes),
    ("trap-ratio", trap_measures.ratio),
    ("trap-share", trap_measures.share),
    ("trap-negative", _negative),
    ("trap-phrase", _phrase),
    ("trap-one", _one),
    ("trap-inhabitants", trap_measures.inhabitants),
    ("trap-footnote", _footnote),
    ("trap-telephone", _telephone),
    ("trap-notation", _notation),
)
