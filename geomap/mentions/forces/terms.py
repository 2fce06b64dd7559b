"""The terms that name forces: nouns of the lexicon, named types and designators, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from geomap.language import lexicon
from geomap.language.matcher import Match, Matcher
from geomap.language.schemas import ForceTerms, UnitName, Weapon
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
    proper: bool  # the name of one unit or ship
    bound: bool  # a name that stands only before another noun: "Leopard squadron", "Jaguar jets"
    ambiguous: bool
    singular: bool
    term: str


class _Seed(NamedTuple):
    """What a ``Kind`` is made from once an article meets its term."""

    entry: ForceTerms | Weapon | UnitName
    ambiguous: bool
    singular: bool
    term: str
    bound: bool = False

    def kind(self) -> Kind:
        entry = self.entry
        generic = isinstance(entry, ForceTerms) and entry.generic
        echelon = None if isinstance(entry, Weapon) else entry.echelon
        named = not isinstance(entry, ForceTerms)
        proper = isinstance(entry, UnitName)
        return Kind(
            entry.category, echelon, generic, named, proper, self.bound, self.ambiguous, self.singular, self.term
        )


@cache
def _matcher() -> Matcher[Kind]:
    words = lexicon.forces()
    terms: list[tuple[str, _Seed]] = []
    for ambiguous, entries in ((True, words.ambiguous), (False, words.forces)):
        for entry in entries:
            for term in entry.terms:
                terms.append((plural(term, words.plurals), _Seed(entry, ambiguous, False, term)))
                terms.append((term, _Seed(entry, ambiguous, True, term)))
    weapons = lexicon.weapons()
    before: list[tuple[str, _Seed]] = []
    bound: list[tuple[str, _Seed]] = []
    for weapon in weapons.weapons:
        for name in weapon.names:
            ambiguous = name in weapons.ambiguous
            terms.append((name, _Seed(weapon, ambiguous, True, name)))
            terms.append((name + "s", _Seed(weapon, ambiguous or name + "s" in weapons.ambiguous, False, name)))
            first, _, rest = name.partition(" ")
            if first.isalpha() and first[0].isupper() and rest.islower() and " " not in rest:
                before.append((first, _Seed(weapon, True, True, name, bound=True)))  # "Scimitar vehicle"
            if ambiguous and name.endswith("s") and name.isalpha():
                bound.append((name[:-1], _Seed(weapon, True, True, name, bound=True)))  # "Leopards"
    for unit in lexicon.units().units:
        terms.extend((name, _Seed(unit, unit.ambiguous, True, name)) for name in unit.names)
    return Matcher.made(_Seed.kind, [*before, *bound, *terms])  # of two equal terms the later one counts


_SHIP = r"[A-Z][\w-]*(?: (?:[A-Z]\.)+)?(?:(?: of| de| da| du| la| the){0,2} [A-Z][\w-]+)*(?: [IVX]{1,4}\b)?"
"""A ship's name behind its prefix: "George H.W. Bush", "Juan Carlos I", "Duke of York"."""


class _Family(NamedTuple):
    """A regular designator, or a ``ship`` by its prefix; ``ambiguous`` ones stand for other things too ("RSS")."""

    pattern: re.Pattern[str]
    category: Category
    ship: bool
    ambiguous: bool


@cache
def _families() -> tuple[_Family, ...]:
    words = lexicon.forces()
    open_prefixes = words.ambiguous_prefixes
    plain = "|".join(sorted(set(words.ship_prefixes) - open_prefixes, key=len, reverse=True))
    other = "|".join(sorted(open_prefixes, key=len, reverse=True))
    ships = ((rf"(?:{plain}) {_SHIP}", False), (rf"(?:{other}) {_SHIP}", True))
    return (
        *(
            _Family(re.compile(rf"(?<![\w-])(?:{family.pattern})s?(?![\w])"), family.category, False, False)
            for family in lexicon.weapons().families
        ),
        *(_Family(re.compile(rf"(?<![\w-]){ship}"), Category.NAVAL, True, ambiguous) for ship, ambiguous in ships),
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
        yield from _whole(run)
        run = [match]
    yield from _whole(run)


def _whole(run: list[Match[Kind]]) -> Iterator[tuple[Match[Kind], ...]]:
    """Yield a compound without the name at its end that stands only before nouns ("the assault ship Boxer")."""
    while run and run[-1].entry.bound:
        run.pop()
    if run:
        yield tuple(run)


def _goes_on(text: str, last: Match[Kind], match: Match[Kind]) -> bool:
    """Whether a compound goes on: words before its head are singular ("drone boats", not "T-55s guard").

    A verb that looks like a noun ends it behind the name of a unit or ship: "USS Mason patrols".
    """
    if not last.entry.singular or (last.entry.proper and looks_like_verb(text, match)):
        return False
    return _JOINT.fullmatch(text[last.end : match.start]) is not None


def looks_like_verb(text: str, match: Match[Kind]) -> bool:
    """Whether a term is written as a verb might be: "patrol", "patrols"."""
    written = text[match.start : match.end].lower()
    return written in lexicon.forces().verbs or (written[-1:] == "s" and written[:-1] in lexicon.forces().verbs)


def _matches(text: str, words: Sequence[Word]) -> list[Match[Kind]]:
    """Return terms and designators, longest first where they overlap."""
    found = [match for match in _matcher().scan(words) if _cased(text, match)]
    designators: list[Match[Kind]] = []
    index = SpanIndex(found, lambda m: (m.start, m.end))
    dropped: set[int] = set()
    for family in _families():
        category = family.category
        for hit in family.pattern.finditer(text):
            overlapping = index.overlapping((hit.start(), hit.end()))
            if any(m.start <= hit.start() and hit.end() <= m.end for m in overlapping):
                continue
            dropped.update(m.start for m in overlapping)
            singular = category is Category.NAVAL or not hit.group().endswith("s")
            kind = Kind(category, None, False, True, family.ship, False, family.ambiguous, singular, hit.group())
            designators.append(Match(0, 0, hit.start(), hit.end(), kind))
    kept = [m for m in found if m.start not in dropped]
    return sorted([*kept, *designators], key=lambda match: (match.start, -match.end))


def _cased(text: str, match: Match[Kind]) -> bool:
    """Whether a named type keeps its capitals: a "Javelin" is a missile, a "javelin" is not; "Tor" is no "tor"."""
    written = text[match.start : match.end]
    if not match.entry.named or not written.islower():
        return True
    figures = any(c.isdigit() for c in written)
    if figures and not (" " in written or text[match.end : match.end + 1] == ","):
        return True
    return match.entry.term.islower()  # "puts them at 6,000" is no AT-6
