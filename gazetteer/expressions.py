"""Spatial expressions as values, and the grammar of a whole query: "50 km north of Kyiv", "the Polish-Belarusian border".

What names are is not decided here: ``parse`` is told by ``is_name`` ("eastern Europe", "South Sudan" are names, not
parts), and ``shapes`` finds the places. Expressions in running text are found by ``spans``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

KM_PER_MILE = 1.609344  # international mile
KM_PER_NAUTICAL_MILE = 1.852


class Side(Enum):
    """A direction with its bearing in degrees clockwise from north; the centre has none."""

    NORTH = ("north", 0.0)
    NORTH_EAST = ("north-east", 45.0)
    EAST = ("east", 90.0)
    SOUTH_EAST = ("south-east", 135.0)
    SOUTH = ("south", 180.0)
    SOUTH_WEST = ("south-west", 225.0)
    WEST = ("west", 270.0)
    NORTH_WEST = ("north-west", 315.0)
    CENTRE = ("centre", None)

    @property
    def word(self) -> str:
        """The noun: "north-east"."""
        return self.value[0]

    @property
    def adjective(self) -> str:
        """The adjective: "north-eastern"; "central"."""
        return "central" if self is Side.CENTRE else f"{self.word}ern"

    @property
    def bearing(self) -> float | None:
        """Degrees clockwise from north."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Named:
    """A place by its name, or a country by the word for its people."""

    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """A side of a place: "northern Syria"."""

    whole: Expression
    side: Side


@dataclass(frozen=True, slots=True)
class Offset:
    """A point off a place; without a distance just beyond it, without a side somewhere around it."""

    origin: Expression
    side: Side | None
    distance_km: float | None


@dataclass(frozen=True, slots=True)
class Border:
    """The border of a place, on one side or with one neighbour; ``across`` is the land beyond it."""

    of: Expression
    neighbour: Expression | None = None
    side: Side | None = None
    across: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Around a place."""

    place: Expression


@dataclass(frozen=True, slots=True)
class Between:
    """The corridor from one place to another."""

    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True)
class Coast:
    """The coast of a place, on one side; ``offshore`` is the water before it."""

    of: Expression
    side: Side | None = None
    offshore: bool = False


Expression: TypeAlias = Named | Part | Offset | Border | Near | Between | Coast


def relation(expression: Expression) -> str | None:
    """Return the kind that the report gives: part, offset, border, near, between, coast; ``None`` for a plain name."""
    if isinstance(expression, Near) and not isinstance(expression.place, Named):
        return relation(expression.place)
    if isinstance(expression, Named):
        return None
    return type(expression).__name__.lower()


_SIDES = {side.word.replace("-", ""): side for side in Side}
_NUMBERS = {
    word: value
    for value, words in {
        1: "one a an", 2: "two", 3: "three", 4: "four", 5: "five several", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty dozens", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip

# Pieces of patterns that ``spans`` shares. They hold no capturing groups.
COMPASS = r"(?:north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west|north|south|east|west)"
ADJECTIVE = rf"(?:(?:far |extreme |deep )?(?:{COMPASS}ern(?:most)?|central))"
UNIT = r"(?:km|kms|kilometres?|kilometers?|klicks|miles?|mi|nautical miles?|nm)"
_WORD_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|(?:a few|a dozen|a couple of|dozens of|(?:{_WORD_NUMBER})(?:[- ](?:{_WORD_NUMBER}))*))"
HEDGE = (
    r"(?:about|around|some|roughly|nearly|almost|approximately|more than|less than|fewer than|only|just|just over|"
    r"just under|over|under|up to|at least|within|barely|an estimated)"
)
DISTANCE = rf"(?:{HEDGE} )?{NUMBER}[ -]?{UNIT}"
CUE = (
    r"(?:(?:the|a) )?(?:[a-z-]+ )?(?:cities|towns|villages|city|town|village|port city|port|settlement|hamlet|district|"
    r"province|region|governorate|oblast|state|county|capital|island|peninsula|military base|air base|airbase|base|"
    r"suburb|neighbou?rhood|country|enclave|exclave|camp) of (?:the )?"
)
NEAR = (
    r"(?:near(?: to)?|close to|in the vicinity of|in and around|around|just outside|outside|on the outskirts of|"
    r"the outskirts of|outskirts of|not far from|surrounding|adjacent to|next to|in the area of|in the area around|"
    r"the area around|areas? around|the countryside around)"
)
FRONTIER = r"(?:land borders?|borders?|frontiers?|borderlands?|border regions?|border areas?)"


def side_of(words: str) -> Side:
    """Return the side that "far north-eastern", "north east" or "central" names."""
    plain = re.sub(r"^(?:far|extreme|deep) ", "", words.lower().strip())
    plain = re.sub(r"ern(?:most)?$", "", plain).replace("-", "").replace(" ", "")
    return Side.CENTRE if plain in ("central", "centre", "center", "heart") else _SIDES[plain]


def distance_km(words: str) -> float | None:
    """Return the kilometres of "some 15 miles", "a dozen km"; ``None`` when it is no distance."""
    match = re.fullmatch(rf"(?:{HEDGE} )?({NUMBER})[ -]?({UNIT})", words.strip(), re.IGNORECASE)
    if match is None:
        return None
    number, unit = match.group(1).lower(), match.group(2).lower()
    if number[0].isdigit():
        value = float(number.replace(",", ""))
    elif number in ("a few", "a couple of"):
        value = 3.0 if number == "a few" else 2.0
    else:
        value = _spelled(re.split(r"[- ]", number.removesuffix(" of").removeprefix("a ")))
    if unit.startswith("mi"):
        return value * KM_PER_MILE
    return value * (KM_PER_NAUTICAL_MILE if unit.startswith(("nautical", "nm")) else 1.0)


def _spelled(words: list[str]) -> float:
    total = 0
    for word in words:
        total = max(total, 1) * 100 if word == "hundred" else total + _NUMBERS[word]
    return float(total)


def _query(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_OFFSET = _query(rf"(?:the )?(?:[a-z]+ )?(?:({DISTANCE}) )?(?:just )?(?:to the )?({COMPASS}) (?:of|from) (.+)")
_AWAY = _query(rf"({DISTANCE}) (?:away )?(?:from|off|outside) (.+)")
_PART = _query(rf"(?:the )?({ADJECTIVE}) (?:(?:part|parts|half|areas?|regions?|outskirts|suburbs) of )?(.+)")
_NOUN_PART = _query(rf"(?:in )?the (?:far )?({COMPASS}|centre|center|heart) of (.+)")
_OWN_PART = _query(rf"(.+?)'s? (?:far )?({COMPASS}|{ADJECTIVE} (?:regions?|parts?|half|areas?))")
_OWN_BORDER = _query(rf"(.+?)(?:'s?)? (?:({ADJECTIVE}) )?{FRONTIER}(?: with (.+))?")
_BORDER_BETWEEN = _query(rf"(?:the )?{FRONTIER} between (.+)")
_BORDER_OF = _query(rf"(?:the |its |their )?(?:({ADJECTIVE}) )?{FRONTIER} (?:with|of) (.+)")
_PAIR_BORDER = _query(rf"(?:the )?(\w[^-]*?) ?- ?(\w.*?) {FRONTIER}")
_ONE_BORDER = _query(rf"(?:the )?(.+?) {FRONTIER}")
_NO_ANTECEDENT = _query(rf"(?:the )?(?:{ADJECTIVE} )?(?:{FRONTIER}|front ?lines?|coast|shore|area|region|city|town|line)")
_BARE_SIDE = re.compile(rf"(?:the )?{ADJECTIVE}", re.IGNORECASE)
_COAST_OF = _query(rf"(?:(off|waters off) )?(?:the )?(?:({ADJECTIVE}) )?(?:coasts?|coastline|shores?) of (.+)")
_OFF = _query(r"(?:the )?(?:waters )?(off) (.+)")
_OWN_COAST = _query(rf"(?:(off) )?(?:the )?(.+?)(?:'s?)? (?:({COMPASS}|{ADJECTIVE}) )?(?:coast|coastline|seaboard)")
_ACROSS = _query(r"(?:just )?across the (?:border|frontier) from (.+)")
_NEAR = _query(rf"{NEAR} (.+)")
_BETWEEN = _query(r"between (.+)")
_CUE = _query(rf"{CUE}(.+)")


def plain(text: str) -> str:
    """Replace typographic apostrophes, dashes and spaces by plain ones, one character by one."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " "})


def parse(text: str, is_name: Callable[[str], bool] = lambda _: False) -> Expression | None:
    """Read a whole query; ``Named`` when it is no expression, ``None`` when an antecedent is missing ("the country's east")."""
    return _parse(" ".join(plain(text).split()), is_name, 0)


def _parse(text: str, is_name: Callable[[str], bool], depth: int) -> Expression | None:
    if not text or depth > 4 or re.match(r"(?:its|their|the (?:country|island|two countries|region))\b(?!\.)", text, re.I):
        return None
    if _NO_ANTECEDENT.fullmatch(text):
        return None  # of what, only the article knows
    if is_name(text):
        return Named(text)
    if (border := _ONE_BORDER.fullmatch(text)) and is_name(border.group(1)):
        return Border(Named(border.group(1)))  # "the Guinea-Bissau border" is no border of two

    def inner(words: str) -> Expression | None:
        return _parse(words.strip(), is_name, depth + 1)

    for reading in _READINGS:
        found, read = reading(text, inner)
        if read:
            return found
    if cue := _CUE.fullmatch(text):
        return inner(cue.group(1))
    return Named(re.sub(r"^the (?=[A-Z])", "", text))


Inner = Callable[[str], "Expression | None"]
Read = tuple["Expression | None", bool]
_NOT_READ: Read = (None, False)


def _read_between(text: str, inner: Inner) -> Read:
    if match := _BETWEEN.fullmatch(text):
        pair = _pair(match.group(1), inner)
        return (Between(*pair), True) if pair else _NOT_READ
    if match := _BORDER_BETWEEN.fullmatch(text):
        pair = _pair(match.group(1), inner)
        return (Border(*pair), True) if pair else _NOT_READ
    return _NOT_READ


def _pair(words: str, inner: Inner) -> tuple[Expression, Expression] | None:
    """Split at the "and" that leaves two readable sides; the last one that does, so that "A and B" may be a name."""
    best: tuple[Expression, Expression] | None = None
    for match in re.finditer(r" and (?:the )?", words):
        first, second = inner(words[: match.start()]), inner(words[match.end() :])
        if first and second and (best is None or " and " not in words[match.end() :]):
            best = first, second
    return best


def _read_offset(text: str, inner: Inner) -> Read:
    if match := _NOUN_PART.fullmatch(text):
        whole = inner(match.group(2))
        return (Part(whole, side_of(match.group(1))) if whole else None), True
    if match := _OFFSET.fullmatch(text):
        origin = inner(match.group(3))
        distance = distance_km(match.group(1)) if match.group(1) else None
        return (Offset(origin, side_of(match.group(2)), distance) if origin else None), True
    if match := _AWAY.fullmatch(text):
        origin = inner(match.group(2))
        return (Offset(origin, None, distance_km(match.group(1))) if origin else None), True
    return _NOT_READ


def _read_near(text: str, inner: Inner) -> Read:
    if match := _NEAR.fullmatch(text):
        place = inner(match.group(1))
        return (Near(place) if place else None), True
    return _NOT_READ


def _read_coast(text: str, inner: Inner) -> Read:
    for pattern, off, side, of in ((_COAST_OF, 1, 2, 3), (_OWN_COAST, 1, 3, 2), (_OFF, 1, 0, 2)):
        if match := pattern.fullmatch(text):
            place = inner(match.group(of))
            towards = side_of(match.group(side)) if side and match.group(side) else None
            return (Coast(place, towards, offshore=bool(match.group(off))) if place else None), True
    return _NOT_READ


def _read_border(text: str, inner: Inner) -> Read:
    if match := _ACROSS.fullmatch(text):
        of = inner(match.group(1))
        return (Border(of, across=True) if of else None), True
    if match := _BORDER_OF.fullmatch(text):
        if " and " in match.group(2) and (pair := _pair(match.group(2), inner)):
            return Border(*pair), True
        of = inner(match.group(2))
        return (Border(of, None, side_of(match.group(1)) if match.group(1) else None) if of else None), True
    if match := _PAIR_BORDER.fullmatch(text):
        first, second = inner(match.group(1)), inner(match.group(2))
        return (Border(first, second) if first and second else None), True
    if match := _OWN_BORDER.fullmatch(text):
        of = None if _BARE_SIDE.fullmatch(match.group(1)) else inner(match.group(1))
        neighbour = inner(match.group(3)) if match.group(3) else None
        side = side_of(match.group(2)) if match.group(2) else None
        return (Border(of, neighbour, side) if of else None), True
    return _NOT_READ


def _read_part(text: str, inner: Inner) -> Read:
    if match := _OWN_PART.fullmatch(text):
        whole = inner(match.group(1))
        words = re.sub(r" (?:regions?|parts?|half|areas?)$", "", match.group(2), flags=re.I)
        return (Part(whole, side_of(words)) if whole else None), True
    if match := _PART.fullmatch(text):
        whole = inner(match.group(2))
        return (Part(whole, side_of(match.group(1))) if whole else None), True
    return _NOT_READ


_READINGS: tuple[Callable[[str, Inner], Read], ...] = (
    _read_between,
    _read_offset,
    _read_near,
    _read_border,
    _read_coast,
    _read_part,
)
