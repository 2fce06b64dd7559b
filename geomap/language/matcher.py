"""Finds the longest lexicon term at every word of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from geomap.language.words import Word, first_key, keys_of

Entry = TypeVar("Entry")
Seed = TypeVar("Seed")


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """``words[first:last]`` spell a term of the entry."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Drawer(Generic[Entry]):
    """The terms that share their first word, by all their words; ``lengths`` counts words, the most first."""

    terms: dict[tuple[str, ...], Entry]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, filed: Iterable[tuple[str, Entry]]) -> _Drawer[Entry]:
        terms = {keys_of(term): entry for term, entry in filed}
        return cls(terms, tuple(sorted({len(keys) for keys in terms}, reverse=True)))


class Matcher(Generic[Entry]):
    """Longest match of terms (given as text) over a sequence of words; of two equal terms the later one counts.

    A lexicon holds thousands of terms, an article meets some dozens: terms are filed under their first word, and only
    those under a word that is met are cut up.
    """

    @classmethod
    def made(cls, make: Callable[[Seed], Entry], terms: Iterable[tuple[str, Seed]]) -> Matcher[Entry]:
        """Return a matcher whose entries are made from what stands beside the terms, once an article meets them."""
        matcher: Matcher[Entry] = cls(())
        matcher._make = make
        matcher._file(terms)
        return matcher

    def __init__(self, terms: Iterable[tuple[str, Entry]]) -> None:
        self._filed: dict[str, list[tuple[str, Any]]] = {}
        self._opened: dict[str, _Drawer[Entry]] = {}
        self._make: Callable[[Any], Entry] | None = None
        self._file(terms)

    def _file(self, terms: Iterable[tuple[str, Any]]) -> None:
        filed = self._filed
        for term in terms:
            first = first_key(term[0])
            if first in filed:
                filed[first].append(term)
            elif first is not None:
                filed[first] = [term]

    def at(self, words: Sequence[Word], index: int) -> Match[Entry] | None:
        """Return the longest term that begins at ``words[index]``, none behind the last word."""
        if index >= len(words):
            return None
        first = words[index].key
        if first not in self._filed:
            return None
        drawer = self._opened.get(first)
        if drawer is None:
            drawer = self._opened[first] = _Drawer.of(self._made(self._filed[first]))
        for length in drawer.lengths:
            if index + length > len(words):
                continue
            run = words[index : index + length]
            entry = drawer.terms.get(tuple(word.key for word in run))
            if entry is not None and all(word.joined for word in run[1:]):
                last = index + length
                return Match(index, last, words[index].start, words[last - 1].end, entry)
        return None

    def _made(self, filed: list[tuple[str, Any]]) -> list[tuple[str, Entry]]:
        make = self._make
        return filed if make is None else [(term, make(seed)) for term, seed in filed]

    def scan(self, words: Sequence[Word]) -> Iterator[Match[Entry]]:
        """Yield non-overlapping longest matches, left to right."""
        filed, last = self._filed, 0
        for index, word in enumerate(words):
            if index < last or word.key not in filed:
                continue
            match = self.at(words, index)
            if match is not None:
                yield match
                last = match.last
