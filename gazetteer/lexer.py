"""Text and the names in it → items of word classes, the letters that the rules of expressions are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from .distances import OPENING, Distance, match_distance, match_travel
from .expressions import Expression, Hand, Named, Side
from .name_spans import NameSpan
from .phrases import BREAKERS, KEYS, PHRASES
from .wording import LANDS, Meaning, Word

_TOKEN = re.compile(r"'s\b|(?<=[sxz])'(?= )|[^\W\d_]+(?:[-'](?!s\b)[^\W\d_]+)*|\d|\n|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_COMPASS = re.compile(r" (?:far )?(?:north|south|east|west)", re.IGNORECASE)
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_MARKS = {
    **dict.fromkeys('.!?;:\n—()[]"“”', Word.BREAK),
    **{"'s": Word.POSS, "'": Word.POSS, "-": Word.DASH, "/": Word.DASH, ",": Word.COMMA},
}


class Item(NamedTuple):
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


_Entry: TypeAlias = tuple[tuple[str, ...], Word, Meaning]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases that begin with one word: that word alone, and the longer ones by their second word."""

    alone: tuple[_Entry, ...]
    longer: dict[str, tuple[_Entry, ...]]


def _index() -> dict[str, _Phrases]:
    """Phrases by their first word."""
    entries: list[_Entry] = []
    for word, phrases in PHRASES.items():
        for phrase in phrases:
            meaning = phrases[phrase] if isinstance(phrases, Mapping) else None
            entries.append((tuple(phrase.split(" ")), word, meaning))
    for noun, kinds in LANDS.items():
        entries += [(("the", noun), Word.LAND, kinds), (("the", f"{noun}'s"), Word.LANDS, kinds)]
    entries += [(tuple(phrase.split(" ")), Word.OTHER, None) for phrase in BREAKERS]
    entries.sort(key=lambda entry: -sum(map(len, entry[0])))
    found: dict[str, _Phrases] = {}
    for entry in entries:
        first, *more = entry[0]
        old = found.get(first, _Phrases((), {}))
        if more:
            found[first] = replace(old, longer={**old.longer, more[0]: (*old.longer.get(more[0], ()), entry)})
        else:
            found[first] = replace(old, alone=(*old.alone, entry))
    return found


_PHRASES = _index()


_HARD_BREAK = re.compile(r"[!?;:\n—\"“”]|\.(?=[\s)\]'’]|$)")
_WORDS = re.compile(r"[a-z]+")


def runs(text: str, names: Sequence[NameSpan]) -> Iterator[tuple[int, int, list[NameSpan]]]:
    """Yield the stretches of a text between breaks, with the names in each; a full stop inside a name is none."""
    start, inside, position = 0, list[NameSpan](), 0
    for name in (*names, None):
        limit = len(text) if name is None else name.start
        for match in _HARD_BREAK.finditer(text, position, limit):
            yield start, match.start(), inside
            start, inside = match.end(), []
        if name is not None:
            inside.append(name)
            position = name.end
    yield start, len(text), inside


def telling_runs(text: str, names: Sequence[NameSpan]) -> Iterator[tuple[int, int, list[NameSpan]]]:
    """Yield the runs that hold, outside their names, a word without which there is no expression.

    A quick look before ``lex``.
    """
    low = _lower(text)
    for start, end, inside in runs(text, names):
        position = start
        for name in inside:
            if _tells(low, position, name.start):
                yield start, end, inside
                break
            position = name.end
        else:
            if _tells(low, position, end):
                yield start, end, inside


def _tells(low: str, start: int, end: int) -> bool:
    return not KEYS.isdisjoint(_WORDS.findall(low, start, end))


def _lower(text: str) -> str:
    """Return a text in lower case, character by character: "İ" would become two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def lex(text: str, names: Sequence[NameSpan], start: int = 0, end: int | None = None) -> list[Item]:
    """Return the items of a stretch of text with plain punctuation; ``names`` are in it and in order."""
    items: list[Item] = []
    position, limit = start, len(text) if end is None else end
    for name in names:
        _add_words(items, text, position, name.start)
        word = Word.PEOPLE if name.people else Word.NAME
        items.append(Item(word, name.start, name.end, expression=Named(name.name), names=(name,)))
        position = name.end
    _add_words(items, text, position, limit)
    return items


def _add_words(items: list[Item], text: str, start: int, end: int) -> None:
    """Add the items of a stretch without names."""
    position = start
    while position < end:
        for match in _TOKEN.finditer(text, position, end):
            token = match.group()
            if token[0].isalpha() and token.lower() not in _SPECIAL:
                items.append(Item(_other(token), match.start(), match.end()))
                continue
            item = _item(text, match, token, end)
            items.append(item)
            if item.end != match.end():
                position = item.end
                break
        else:
            return


_SPECIAL = OPENING | frozenset(_PHRASES)
"""Words with which phrases, distances or journeys may begin."""


def _item(text: str, match: re.Match[str], token: str, limit: int) -> Item:
    """Return the item that begins with a token; it may take up others behind it."""
    start = match.start()
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
    for words, word, meaning in _entries(text, low, match.end()):
        stop = _ends(text, match.end(), words, limit)
        if stop is not None and _fits(text, stop, word):
            return Item(word, start, stop, meaning)
    return Item(_other(token), start, match.end())


def _entries(text: str, word: str, end: int) -> tuple[_Entry, ...]:
    """Return the phrases that begin with a word, by the word that follows it."""
    phrases = _PHRASES.get(word)
    if phrases is None:
        return ()
    if not phrases.longer or text[end : end + 1] != " ":
        return phrases.alone
    following = _WORD.match(text, end + 1)
    longer = phrases.longer.get(following.group().lower(), ()) if following else ()
    return (*longer, *phrases.alone)


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
