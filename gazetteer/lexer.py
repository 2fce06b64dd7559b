"""Text and the names in it → items of word classes, the letters that the rules of expressions are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .distances import OPENING, Distance, match_distance, match_travel
from .expressions import Expression, Hand, Named, Side
from .model import Kind
from .phrases import BREAKERS, PHRASES
from .wording import LANDS, Meaning, Word

_TOKEN = re.compile(r"'s\b|(?<=[sxz])'(?= )|[^\W\d_]+(?:[-'](?!s\b)[^\W\d_]+)*|\d|\n|[^\w\s]")
_COMPASS = re.compile(r" (?:far )?(?:north|south|east|west)", re.IGNORECASE)
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_MARKS = {
    **dict.fromkeys('.!?;:\n—()[]"“”', Word.BREAK),
    **{"'s": Word.POSS, "'": Word.POSS, "-": Word.DASH, "/": Word.DASH, ",": Word.COMMA},
}


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at ``text[start:end]``, without a possessive ending.

    What is known of it helps but need not be told: ``people`` where the word names a people, ``country`` the alpha-3
    code where it is a country or its people, ``kinds`` what sorts of places it may be.
    """

    start: int
    end: int
    name: str
    people: bool = False
    country: str | None = None
    kinds: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a name or an expression at ``[start, end)``; ``names`` are those that an expression stands on.

    ``implied`` are names before it that words such as "its" take their meaning from. ``wide`` marks a name with words
    before it that the gazetteer knows as a name of its own.
    """

    word: Word
    start: int
    end: int
    meaning: Meaning = None
    distance: Distance | None = None
    expression: Expression | None = None
    names: tuple[NameSpan, ...] = ()
    implied: tuple[NameSpan, ...] = ()
    wide: bool = False

    @property
    def side(self) -> Side | None:
        """The side that the word says."""
        return self.meaning if isinstance(self.meaning, Side) else None

    @property
    def hand(self) -> Hand | None:
        """The bank that the word says."""
        return self.meaning if isinstance(self.meaning, Hand) else None


def _index() -> dict[str, tuple[tuple[tuple[str, ...], Word, Meaning], ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Word, Meaning]]] = {}
    for word, phrases in PHRASES.items():
        for phrase in phrases:
            meaning = phrases[phrase] if isinstance(phrases, dict) else None
            words = tuple(phrase.split(" "))
            found.setdefault(words[0], []).append((words, word, meaning))
    for noun, kinds in LANDS.items():
        found["the"].append((("the", noun), Word.LAND, kinds))
        found["the"].append((("the", f"{noun}'s"), Word.LANDS, kinds))
    for phrase in BREAKERS:
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], []).append((words, Word.OTHER, None))
    return {first: tuple(sorted(items, key=lambda item: -sum(map(len, item[0])))) for first, items in found.items()}


_PHRASES = _index()


def lex(text: str, names: Sequence[NameSpan]) -> list[Item]:
    """Return the items of a text with plain punctuation, in reading order; ``names`` are in order, without overlaps."""
    items: list[Item] = []
    position = 0
    for name in names:
        items.extend(_words(text, position, name.start))
        word = Word.PEOPLE if name.people else Word.NAME
        items.append(Item(word, name.start, name.end, expression=Named(name.name), names=(name,)))
        position = name.end
    items.extend(_words(text, position, len(text)))
    return items


def _words(text: str, start: int, end: int) -> Iterator[Item]:
    """Yield the items of a stretch without names; whatever is not joined by one blank is parted by a break."""
    position = start
    while position < end:
        match = _TOKEN.search(text, position, end)
        if match is None:
            return
        item = _item(text, match, end)
        yield item
        position = item.end


def _item(text: str, match: re.Match[str], limit: int) -> Item:
    token, start = match.group(), match.start()
    mark = _MARKS.get(token)
    if mark is not None:
        return Item(mark, start, match.end())
    low = token.lower()
    if low in OPENING or token.isdigit():
        distance = match_distance(text, start)
        if distance is not None and distance[0] <= limit:
            word = Word.REACH if distance[1].bound and low in ("within", "to") else Word.DISTANCE
            return Item(word, start, distance[0], distance=distance[1])
        travel = match_travel(text, start)
        if travel is not None and travel <= limit:
            return Item(Word.TRAVEL, start, travel)
    if token.isdigit():
        number = _NUMBER.match(text, start, limit)
        return Item(Word.NUMBER, start, number.end() if number else match.end())
    for words, word, meaning in _PHRASES.get(low, ()):
        stop = _ends(text, match.end(), words, limit)
        if stop is not None and _fits(text, stop, word):
            return Item(word, start, stop, meaning)
    return Item(_other(token), start, match.end())


def _fits(text: str, stop: int, word: Word) -> bool:
    """Whether what follows lets a phrase stand: "the city of Gao" is none told before, "to the border" no direction."""
    if word is Word.LAND:
        return not text.startswith(" of ", stop)
    if word is Word.BORDERLAND:  # "North-West Frontier Province"
        return not text[text.rfind(" ", 0, stop) + 1].isupper()
    return word is not Word.TO_THE or _COMPASS.match(text, stop) is not None


def _other(token: str) -> Word:
    if token[0].isupper():
        return Word.UPPER
    return Word.LOWER if token[0].isalpha() else Word.OTHER


def _ends(text: str, position: int, words: tuple[str, ...], limit: int) -> int | None:
    """Return where a phrase ends whose first word ends at ``position``, ``None`` if other words follow."""
    for word in words[1:]:
        stop = position + 1 + len(word)
        if stop > limit or text[position] != " " or text[position + 1 : stop].lower() != word:
            return None
        position = stop
    if position < len(text) and (text[position].isalnum() or text[position] == "_"):
        return None
    return position
