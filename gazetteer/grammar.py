"""The grammar of a whole query: "some 15 miles south-east of the city of Gao", "the Polish-Belarusian border".

What a name is is not decided here but told by ``is_name``: "eastern Europe" and "South Sudan" are names, not parts.
What no rule knows is taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .antecedents import Antecedents
from .expressions import Expression, Named, Part, Union, Within
from .lexer import Item, lex
from .model import Kind
from .name_spans import NameSpan
from .spans import items_of
from .wording import PLACE_KINDS, Word, plain

LONGEST = 7  # words of a name
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*\.?")
_GAP = re.compile(r" ?- ?|[ /]|, ")
_JOINTS = frozenset({" ", "-", "/"})
_PARTICLES = frozenset({"of", "the", "and", "de", "al", "in", "la", "le", "du", "da"})
_BETWEEN_PLACES = frozenset(
    {
        Word.THE,
        Word.A,
        Word.IN,
        Word.ON,
        Word.COMMA,
        Word.PLACE,
        Word.PARTS,
        Word.LOWER,
        Word.GLUE,
        Word.TO,
        Word.ALONG,
        Word.POSS,
        Word.ADJ,
        Word.ROAD,
        Word.PART,
        Word.OF,
    }
)
_ANTECEDENTS = frozenset(
    {Word.ITS, Word.LAND, Word.LANDS, Word.TWO, Word.BORDER, Word.BORDERLAND, Word.COAST, Word.TRIPOINT, Word.SIDE_OF}
)
_PLACEHOLDER = re.compile(
    r"(?:the )?(?:[a-z-]+ern |central )?(?:front ?lines?|area|region|city|town|line|village|province|capital|front)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a query; ``known`` where it belongs to a phrase of the vocabulary."""

    start: int
    end: int
    text: str
    known: bool


def parse(
    text: str,
    is_name: Callable[[str], bool] = lambda _: False,
    is_people: Callable[[str], bool] = lambda _: False,
) -> Expression | None:
    """Read a whole query: ``Named`` when it is no expression, ``None`` without antecedent ("the country's east").

    ``is_people`` tells the words for peoples from the names of places, where it is known.
    """
    query = " ".join(plain(text).split())
    if not query or (_PLACEHOLDER.fullmatch(query) and not is_name(query)):
        return None
    whole = Named(re.sub(r"^the (?=[A-Z])", "", query))
    if is_name(query):
        return Named(query)
    names = [replace(name, people=is_people(name.name)) for name in _names(query, is_name)]
    items = items_of(lex(query, names), Antecedents(query, (), is_name, lambda _one, _other: False))
    found = _answer(items)
    if isinstance(found, Named) and found.kind is not None and whole.name.startswith(found.name):
        return whole  # "Kherson region" may be a name, "the city of Gao" is none
    if found is not None:
        return found
    return None if not names or any(item.word in _ANTECEDENTS for item in items) else whole


def _answer(items: Sequence[Item]) -> Expression | None:
    """Return the place that the items tell, with the area that it lies in; ``None`` when words are left over."""
    places = [item for item in items if item.expression is not None]
    rest = [item for item in items if item.expression is None]
    if not places:
        return None
    if all(item.word in (Word.AND, Word.COMMA) for item in rest) and (union := _union(places)) is not None:
        return union
    if any(item.word not in _BETWEEN_PLACES for item in rest) or _touching(items):
        return None
    if all(isinstance(item.expression, Named) for item in places) and len(places) > 1:
        return _within(items, places) if any(item.word in (Word.POSS, Word.IN) for item in rest) else None
    return places[0].expression if len(places) == 1 else _within(items, places)


def _touching(items: Sequence[Item]) -> bool:
    """Whether a name stands side by side with a place: then they are no places, but words of a name."""
    return any(
        one.expression and other.expression and other.names and other.start == other.names[0].start
        for one, other in pairwise(items)
    )


def _union(places: Sequence[Item]) -> Expression | None:
    """ "northern and eastern Syria"."""
    if len(places) > 1 and places[0].wide:  # "north and south Lebanon", of which both are names
        return Union(tuple(item.expression for item in places if item.expression is not None))
    parts = [item.expression for item in places if isinstance(item.expression, Part)]
    same = len(parts) == len(places) > 1 and len({part.whole for part in parts}) == 1
    return Union(tuple(parts)) if same else None


def _within(items: Sequence[Item], places: Sequence[Item]) -> Expression | None:
    """ "a base near Gao, in northern Mali": what stands behind "in" or before "'s" is the area of the other."""
    outer = [
        item
        for item in places
        if any(
            (one is item and other.word is Word.POSS) or (other is item and one.word is Word.IN)
            for one, other in pairwise(_bare(items))
        )
    ]
    inner = [item for item in places if item not in outer] or places[:1]
    area = next((item.expression for item in (*outer, *inner[1:]) if item is not inner[0]), None)
    place = inner[0].expression
    return Within(place, area) if place is not None and area is not None else place


def _bare(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.word not in (Word.THE, Word.A)]


def _names(query: str, is_name: Callable[[str], bool]) -> list[NameSpan]:
    """Return the names of a query: the longest that are known, and what the rules have no word for."""
    covered = _covered(query)
    words = [
        _Word(match.start(), match.end(), match.group(), match.start() in covered) for match in _WORD.finditer(query)
    ]
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        last = _longest(query, words, index, is_name)
        if last is None and _unknown(words, index):
            last = index + 1
        if last is None:
            index += 1
            continue
        spans.append((words[index].start, _end(words, last)))
        index = last
    return [_span(query, start, end) for start, end in _joined(query, spans)]


def _covered(query: str) -> frozenset[int]:
    """Return where characters begin that phrases of the vocabulary take up."""
    free = (Word.LOWER, Word.UPPER)
    return frozenset(at for item in lex(query, ()) if item.word not in free for at in range(item.start, item.end))


def _span(query: str, start: int, end: int) -> NameSpan:
    # A water's name has an article; the ranking weighs whether there is one of that name.
    water = query[max(0, start - 4) : start].lower() == "the "
    return NameSpan(start, end, query[start:end], kinds=frozenset({Kind.WATER}) if water else frozenset())


def _longest(query: str, words: Sequence[_Word], index: int, is_name: Callable[[str], bool]) -> int | None:
    for last in range(min(len(words), index + LONGEST), index, -1):
        inside = words[index:last]
        if {inside[0].text.lower(), inside[-1].text.lower()} & _PARTICLES or not _run(query, inside):
            continue
        capitals = all(word.text[0].isupper() for word in inside)
        if all(word.known for word in inside) and (len(inside) == 1 or not capitals):
            continue
        if is_name(query[words[index].start : _end(words, last)]):
            return last
    return None


def _run(query: str, words: Sequence[_Word]) -> bool:
    """Whether words are joined as in one name, with no possessive inside."""
    return all(
        _GAP.fullmatch(query, one.end, other.start) is not None and not one.text.endswith("'s")
        for one, other in pairwise(words)
    )


def _unknown(words: Sequence[_Word], index: int) -> bool:
    """Whether a word belongs to no phrase; words without a capital are names only where none has one."""
    word = words[index]
    capital = word.text[0].isupper() or not word.text[0].isascii()
    if word.known:  # "Camp North Fork"
        following = words[index + 1].text if index + 1 < len(words) else ""
        return word.text.lower() in PLACE_KINDS and capital and following[:1].isupper()
    return capital or not any(other.text[0].isupper() and not other.known for other in words)


def _end(words: Sequence[_Word], last: int) -> int:
    """Where the words before ``last`` end, without a possessive."""
    word = words[last - 1]
    return word.end - 2 if word.text.endswith("'s") else word.end


def _joined(query: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join names that only a blank parts: an unknown name of several words."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and query[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
