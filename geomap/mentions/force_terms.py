"""The terms that name forces: nouns of the lexicon, named types and designators, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from geomap.language import lexicon
from geomap.language.matcher import Match, Matcher
from geomap.language.schemas import ForceTerms, Weapon
from geomap.language.spans import SpanIndex
from geomap.language.words import Word, keys_of, plural, words_of
from geomap.model import Category, Echelon

_JOINT = re.compile(r"[ \u00a0\-‐‑]")
"""What stands between the words of a compound."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a lexicon term says about a force."""

    category: Category
    echelon: Echelon | None
    generic: bool
    named: bool  # a named type: S-400, Leopard 2
    ambiguous: bool
    singular: bool
    term: str


class _Seed(NamedTuple):
    """What a ``Kind`` is made from once an article meets its term."""

    entry: ForceTerms | Weapon
    ambiguous: bool
    singular: bool
    term: str

    def kind(self) -> Kind:
        if isinstance(self.entry, ForceTerms):
            category, echelon, generic, named = self.entry.category, self.entry.echelon, self.entry.generic, False
        else:
            category, echelon, generic, named = self.entry.category, None, False, True
        return Kind(category, echelon, generic, named, self.ambiguous, self.singular, self.term)


@cache
def _matcher() -> Matcher[Kind]:
    words = lexicon.forces()
    terms: list[tuple[str, _Seed]] = []
    for ambiguous, entries in ((True, words.ambiguous), (False, words.forces)):
        for entry in entries:
            for term in entry.terms:
                terms.append((plural(term, words.plurals), _Seed(entry, ambiguous, False, term)))
                terms.append((term, _Seed(entry, ambiguous, True, term)))
    for weapon in lexicon.weapons().weapons:
        for name in weapon.names:
            terms.append((name, _Seed(weapon, False, True, name)))
            terms.append((name + "s", _Seed(weapon, False, False, name)))
    return Matcher.made(_Seed.kind, terms)


@cache
def _families() -> tuple[tuple[re.Pattern[str], Category], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{family.pattern})s?(?![\w])"), family.category)
        for family in lexicon.weapons().families
    )


@lru_cache(maxsize=8192)
def is_force_word(word: str) -> bool:
    """Whether a single word is a force noun of the lexicon (used to keep such words out of place names)."""
    keys = keys_of(word)
    return len(keys) == 1 and _matcher().at(words_of(word), 0) is not None


def force_compounds(text: str) -> Iterator[tuple[Match[Kind], ...]]:
    """Yield the terms of a text, those side by side together ("Leopard 2" + "tanks"); the last of them is the head."""
    run: list[Match[Kind]] = []
    for match in _matches(text, words_of(text)):
        if run and match.start < run[-1].end:
            continue
        if run and _goes_on(text, run[-1], match):
            run.append(match)
            continue
        if run:
            yield tuple(run)
        run = [match]
    if run:
        yield tuple(run)


def _goes_on(text: str, last: Match[Kind], match: Match[Kind]) -> bool:
    """Whether a compound goes on: words before its head are singular ("drone boats") unless they are names."""
    joint = _JOINT.fullmatch(text[last.end : match.start]) is not None
    return joint and (last.entry.singular or last.entry.named)


def _matches(text: str, words: Sequence[Word]) -> list[Match[Kind]]:
    """Return terms and designators, longest first where they overlap."""
    found = [match for match in _matcher().scan(words) if _cased(text, match)]
    designators: list[Match[Kind]] = []
    index = SpanIndex(found, lambda m: (m.start, m.end))
    dropped: set[int] = set()
    for pattern, category in _families():
        for hit in pattern.finditer(text):
            overlapping = index.overlapping((hit.start(), hit.end()))
            if any(m.start <= hit.start() and hit.end() <= m.end for m in overlapping):
                continue
            dropped.update(m.start for m in overlapping)
            kind = Kind(category, None, False, True, False, not hit.group().endswith("s"), hit.group())
            designators.append(Match(0, 0, hit.start(), hit.end(), kind))
    kept = [m for m in found if m.start not in dropped]
    return sorted([*kept, *designators], key=lambda match: (match.start, -match.end))


def _cased(text: str, match: Match[Kind]) -> bool:
    """Whether a named type keeps its capitals: a "Javelin" is a missile, a "javelin" is not; "Tor" is no "tor"."""
    written = text[match.start : match.end]
    if match.entry.named and written.islower() and not any(c.isdigit() for c in written):
        return match.entry.term.islower()
    return True
