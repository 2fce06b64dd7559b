"""Expressions in running text: from names already recognised to the widest expression around each, with its span."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .expressions import Between, Border, Coast, Expression, Named, Near, Offset, Part, Side
from .wording import ADJECTIVE, COMPASS, CUE, DISTANCE, FRONTIER, NEAR, distance_km, plain, side_of

SERVICE = " (?:guards?|guardsmen|police|patrols?|force|forces|troops|officials?|officers?|agency|service|post)\\b"
"""Behind "border" and "coast" these name a service: "the Ukrainian border guard", "Guyana's coast guard"."""
LOOK_BEHIND = 70  # characters before a name that an expression may begin in; longer ones do not occur
LOOK_AHEAD = 50
MAX_WRAPS = 3  # "near the border of northern Syria"


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at ``text[start:end]``, without a possessive ending."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class ExpressionSpan:
    """An expression at ``text[start:end]`` and the names that it stands on, in reading order."""

    start: int
    end: int
    expression: Expression
    names: tuple[NameSpan, ...]


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=[^\w])|^)(?:{pattern})$", re.IGNORECASE)


def _after(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_CUE_BEFORE = _before(rf"(?:{CUE}|the )")
_OFFSET_BEFORE = _before(rf"(?:({DISTANCE}) )?(?:(?:just )?(?:to the )?)({COMPASS}) (?:of|from) ")
_AWAY_BEFORE = _before(rf"({DISTANCE}) (?:away )?(?:from|off|outside) ")
_PART_BEFORE = _before(rf"({ADJECTIVE}) (?:(?:part|parts|half|areas?|outskirts|suburbs) of (?:the )?)?")
_NOUN_PART_BEFORE = _before(rf"the (?:far )?({COMPASS}|centre|center|heart) of (?:the )?")
_NEAR_BEFORE = _before(rf"{NEAR} ")
_BORDER_BEFORE = _before(rf"(?:the |its |their )?(?:({ADJECTIVE}) )?{FRONTIER} (?:with|of) (?:the )?")
_ACROSS_BEFORE = _before(r"(?:just )?across the (?:border|frontier) from ")
_COAST_BEFORE = _before(
    rf"(?:(off|in (?:the )?waters off) )?(?:the )?(?:({ADJECTIVE}) )?(?:coasts?|coastline|shores?) of (?:the )?"
)
_OFF_BEFORE = _before(r"(?:in )?(?:the )?(?:waters )?off ")
_BETWEEN_BEFORE = _before(r"between (?:the )?")
_BORDER_BETWEEN_BEFORE = _before(rf"(?:the )?{FRONTIER} between (?:the )?")
# What stands between parties, not places: "talks between Russia and Ukraine".
_BETWEEN_PARTIES = re.compile(
    r"(?:talks?|war|wars|fighting|fights?|clash|clashes|battles?|ceasefire|cease-fire|truce|agreements?|deal|deals|treaty|"
    r"pact|tensions?|relations?|ties|negotiations?|conflict|hostilities|exchanges?|cooperation|co-operation|dialogue|"
    r"alliance|meeting|summit|call|dispute|rivalry|difference|differences|link|links|divided|distinction|stand-?off|"
    r"standoff|peace|trade|accord|understanding|rift|friction|choose|match|split)s?(?: \w+)? $",
    re.IGNORECASE,
)
_POSSESSIVE_PART = _after(
    rf"'s? (?:far )?({COMPASS}|{ADJECTIVE} (?:regions?|parts?|half|areas?))(?![\w-]| of\b| coast)"
)
_POSSESSIVE_BORDER = _after(rf"(?:'s?)? (?:({ADJECTIVE}) )?{FRONTIER}(?![\w-]|{SERVICE})")
_POSSESSIVE_COAST = _after(rf"(?:'s?)? (?:({COMPASS}|{ADJECTIVE}) )?(?:coast|coastline|seaboard)(?![\w-]|{SERVICE})")
_WITH = re.compile(r" with (?:the )?", re.IGNORECASE)
_AND = re.compile(r",? and (?:the )?(?:(?:city|town|village) of )?", re.IGNORECASE)
_DASH = re.compile(r" ?- ?")


class _Text:
    """The text with plain punctuation, and the two looks around a span."""

    def __init__(self, text: str, is_name: Callable[[str], bool]) -> None:
        self.text = plain(text)
        self.is_name = is_name

    def before(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Match the words that end at ``start``, within its line."""
        begin = max(0, start - LOOK_BEHIND, self.text.rfind("\n", 0, start) + 1)
        return pattern.search(self.text[:start], begin)

    def after(self, pattern: re.Pattern[str], end: int) -> re.Match[str] | None:
        return pattern.match(self.text, end, min(len(self.text), end + LOOK_AHEAD))

    def gap(self, pattern: re.Pattern[str], first: NameSpan, second: NameSpan) -> bool:
        """Tell whether exactly the pattern stands between two names."""
        return bool(pattern.fullmatch(self.text, first.end, second.start))


def extend(
    text: str, names: Sequence[NameSpan], is_name: Callable[[str], bool] = lambda _: False
) -> tuple[ExpressionSpan, ...]:
    """Return the widest expression around every name or pair of names, in reading order; plain names give none.

    ``names`` are the longest names at their places and do not overlap. A name is used once: in a pair before alone.
    Where ``is_name`` knows a name with the side before it ("eastern Europe"), that is no part but a ``Named`` itself.
    """
    seen = _Text(text, is_name)
    ordered = sorted(names, key=lambda name: name.start)
    found: list[ExpressionSpan] = []
    index = 0
    while index < len(ordered):
        following = ordered[index + 1] if index + 1 < len(ordered) else None
        pair = _pair(seen, ordered[index], following) if following else None
        span = pair or _single(seen, ordered[index])
        if span is not None:
            found.append(_wrap(seen, span))
        index += 2 if pair else 1
    return tuple(found)


def _pair(seen: _Text, first: NameSpan, second: NameSpan) -> ExpressionSpan | None:
    names = (first, second)
    one, other = Named(first.name), Named(second.name)
    if seen.gap(_DASH, first, second) and (border := seen.after(_POSSESSIVE_BORDER, second.end)):
        start = _article(seen, first.start)
        return ExpressionSpan(start, border.end(), Border(one, other, _side(border)), names)
    own = seen.after(_POSSESSIVE_BORDER, first.end)
    if own and _WITH.fullmatch(seen.text, own.end(), second.start):
        return ExpressionSpan(first.start, second.end, Border(one, other, _side(own)), names)
    return _joined_pair(seen, first, second) if seen.gap(_AND, first, second) else None


def _joined_pair(seen: _Text, first: NameSpan, second: NameSpan) -> ExpressionSpan | None:
    one, other = Named(first.name), Named(second.name)
    for pattern in (_BORDER_BETWEEN_BEFORE, _BORDER_BEFORE):
        if border := seen.before(pattern, first.start):
            return ExpressionSpan(border.start(), second.end, Border(one, other), (first, second))
    between = seen.before(_BETWEEN_BEFORE, first.start)
    if between and not _BETWEEN_PARTIES.search(seen.text[max(0, between.start() - 40) : between.start()]):
        return ExpressionSpan(between.start(), second.end, Between(one, other), (first, second))
    return None


def _article(seen: _Text, start: int) -> int:
    """Take in a "the" before the name of a border: "the Polish-Belarusian border"."""
    return start - 4 if seen.text[max(0, start - 4) : start].lower() == "the " else start


def _side(match: re.Match[str], group: int = 1) -> Side | None:
    words = match.group(group)
    return side_of(re.sub(r" (?:regions?|parts?|half|areas?)$", "", words, flags=re.I)) if words else None


def _single(seen: _Text, name: NameSpan) -> ExpressionSpan | None:
    plain_name = ExpressionSpan(name.start, name.end, Named(name.name), (name,))
    after = _wrap_after(seen, plain_name)
    return after if after is not None else _wrap_before(seen, plain_name)


def _wrap(seen: _Text, span: ExpressionSpan) -> ExpressionSpan:
    for _ in range(MAX_WRAPS):
        wider = _wrap_before(seen, span)
        if wider is None:
            break
        span = wider
    return span


def _wrap_after(seen: _Text, span: ExpressionSpan) -> ExpressionSpan | None:
    inner = span.expression
    if match := seen.after(_POSSESSIVE_BORDER, span.end):
        return ExpressionSpan(span.start, match.end(), Border(inner, None, _side(match)), span.names)
    if match := seen.after(_POSSESSIVE_COAST, span.end):
        off = seen.before(_OFF_BEFORE, _article(seen, span.start))
        start = off.start() if off else span.start
        return ExpressionSpan(start, match.end(), Coast(inner, _side(match), offshore=bool(off)), span.names)
    if match := seen.after(_POSSESSIVE_PART, span.end):
        side = _side(match)
        return ExpressionSpan(span.start, match.end(), Part(inner, side), span.names) if side else None
    return None


def _wrap_before(seen: _Text, span: ExpressionSpan) -> ExpressionSpan | None:
    # "of the city of Gao": words that say what it is belong to the expression around them, not to the name alone.
    cue = seen.before(_CUE_BEFORE, span.start)
    for begin in (span.start, cue.start()) if cue else (span.start,):
        for wrap in _WRAPS:
            wider = wrap(seen, span, begin)
            if wider is not None:
                return wider
    return None


def _wider(span: ExpressionSpan, start: int, expression: Expression) -> ExpressionSpan:
    return ExpressionSpan(start, span.end, expression, span.names)


def _across(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    match = seen.before(_ACROSS_BEFORE, begin)
    return _wider(span, match.start(), Border(span.expression, across=True)) if match else None


def _noun_part(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    """ "the north of Kosovo"; "to the north of Kyiv" is no part but an offset."""
    match = seen.before(_NOUN_PART_BEFORE, begin)
    if match is None:
        return None
    side = side_of(match.group(1))
    if seen.text[max(0, match.start() - 3) : match.start()].lower() == "to ":
        return _wider(span, match.start(), Offset(span.expression, side, None))
    return _wider(span, match.start(), Part(span.expression, side))


def _offset(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    if match := seen.before(_OFFSET_BEFORE, begin):
        distance = distance_km(match.group(1)) if match.group(1) else None
        return _wider(span, match.start(), Offset(span.expression, side_of(match.group(2)), distance))
    if match := seen.before(_AWAY_BEFORE, begin):
        return _wider(span, match.start(), Offset(span.expression, None, distance_km(match.group(1))))
    return None


def _border_with(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    match = seen.before(_BORDER_BEFORE, begin)
    return _wider(span, match.start(), Border(span.expression, None, _side(match))) if match else None


def _coast(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    if match := seen.before(_COAST_BEFORE, begin):
        return _wider(span, match.start(), Coast(span.expression, _side(match, 2), offshore=bool(match.group(1))))
    if match := seen.before(_OFF_BEFORE, begin):
        return _wider(span, match.start(), Coast(span.expression, None, offshore=True))
    return None


def _part(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    match = None if isinstance(span.expression, Part | Offset) else seen.before(_PART_BEFORE, begin)
    if match is None:
        return None
    words = seen.text[match.start(1) : span.end]
    if isinstance(span.expression, Named) and seen.is_name(words):
        return _wider(span, match.start(1), Named(words))
    return _wider(span, match.start(1), Part(span.expression, side_of(match.group(1))))


def _near(seen: _Text, span: ExpressionSpan, begin: int) -> ExpressionSpan | None:
    match = None if isinstance(span.expression, Near | Between) else seen.before(_NEAR_BEFORE, begin)
    return _wider(span, match.start(), Near(span.expression)) if match else None


_WRAPS = (_across, _noun_part, _offset, _border_with, _coast, _part, _near)
