"""Finds the longest lexicon term at every word of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from geomap.language.words import Word, keys_of

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """``words[first:last]`` spell a term of the entry."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry


class Matcher(Generic[Entry]):
    """Longest match of terms (given as text) over a sequence of words."""

    def __init__(self, terms: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Entry]] = {}
        for term, entry in terms:
            keys = keys_of(term)
            if keys:
                self._by_first.setdefault(keys[0], {})[keys] = entry
        self._lengths = {
            first: sorted({len(keys) for keys in terms}, reverse=True) for first, terms in self._by_first.items()
        }

    def at(self, words: Sequence[Word], index: int) -> Match[Entry] | None:
        """Return the longest term that begins at ``words[index]``."""
        lengths = self._lengths.get(words[index].key)
        if lengths is None:
            return None
        terms = self._by_first[words[index].key]
        for length in lengths:
            if index + length > len(words):
                continue
            run = words[index : index + length]
            entry = terms.get(tuple(word.key for word in run))
            if entry is not None and all(word.joined for word in run[1:]):
                last = index + length
                return Match(index, last, words[index].start, words[last - 1].end, entry)
        return None

    def scan(self, words: Sequence[Word]) -> Iterator[Match[Entry]]:
        """Yield non-overlapping longest matches, left to right."""
        index = 0
        while index < len(words):
            match = self.at(words, index)
            if match is None:
                index += 1
            else:
                yield match
                index = match.last
