"""The grammar of a whole query: "some 15 miles south-east of the city of Gao", "the Polish-Belarusian border".

What a name is is not decided here but told by ``is_name``: "eastern Europe" and "South Sudan" are names, not parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .expressions import Between, Border, Coast, Expression, Named, Near, Offset, Part
from .wording import ADJECTIVE, COMPASS, CUE, DISTANCE, FRONTIER, NEAR, distance_km, plain, side_of

MAX_DEPTH = 4  # of expressions in expressions


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
_NO_ANTECEDENT = _query(
    rf"(?:its|their|the (?:country|island|two countries|region))\b(?!\.)|"
    rf"(?:the )?(?:{ADJECTIVE} )?(?:{FRONTIER}|front ?lines?|coast|shore|area|region|city|town|line)$"
)
_BARE_SIDE = re.compile(rf"(?:the )?{ADJECTIVE}", re.IGNORECASE)
_COAST_OF = _query(rf"(?:(off|waters off) )?(?:the )?(?:({ADJECTIVE}) )?(?:coasts?|coastline|shores?) of (.+)")
_OFF = _query(r"(?:the )?(?:waters )?(off) (.+)")
_OWN_COAST = _query(rf"(?:(off) )?(?:the )?(.+?)(?:'s?)? (?:({COMPASS}|{ADJECTIVE}) )?(?:coast|coastline|seaboard)")
_ACROSS = _query(r"(?:just )?across the (?:border|frontier) from (.+)")
_NEAR = _query(rf"{NEAR} (.+)")
_BETWEEN = _query(r"between (.+)")
_CUE = _query(rf"{CUE}(.+)")


def parse(text: str, is_name: Callable[[str], bool] = lambda _: False) -> Expression | None:
    """Read a whole query: ``Named`` when it is no expression, ``None`` without antecedent ("the country's east")."""
    return _parse(" ".join(plain(text).split()), is_name, 0)


def _parse(text: str, is_name: Callable[[str], bool], depth: int) -> Expression | None:
    if not text or depth > MAX_DEPTH or _NO_ANTECEDENT.match(text):
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
    cue = _CUE.fullmatch(text)
    return inner(cue.group(1)) if cue else Named(re.sub(r"^the (?=[A-Z])", "", text))


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
