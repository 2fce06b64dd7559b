"""Proposes place names: the longest runs of words that the gazetteer knows, and some that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gazetteer import Candidate, Gazetteer, Kind, NameKind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Entity, Token
from geomap.language.spans import SpanIndex
from geomap.language.words import Word
from geomap.mentions.unknown_names import Match, unknown_name
from geomap.model import Span

MAX_WORDS = 6
"""Words that the longest name may have ("Democratic People's Republic of Korea" counts its possessive as one)."""

_JOINTS = frozenset({" ", "-", "’", "'", ".", ". ", "\u00a0", "/", "‐", "‑"})
"""What may stand between two words of one name."""

_LONGEST_ABBREVIATION, _POSTAL = 5, 2
"""Letters of the longest abbreviation with one full stop ("Calif."), and of a postal code ("CA")."""

_BEHIND_NAME = re.compile(r"[a-z]{1,2}, $")

_UNMISTAKABLE = frozenset({NameKind.DEMONYM, NameKind.ABBREVIATION})
"""Names that tell whose a unit is, even inside of its name: "American B-52s"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name at ``span`` with the tokens in and around it and what the language model calls it.

    ``candidates`` is empty for a name that the gazetteer lacks.
    """

    span: Span
    text: str
    words: tuple[Word, ...]
    candidates: tuple[Candidate, ...]
    tokens: tuple[Token, ...]
    before: Token | None
    after: Token | None
    entity: Entity | None
    doc: Annotated

    @property
    def is_people(self) -> bool:
        """Whether the name may be that of a people."""
        return any(c.name_kind is NameKind.DEMONYM for c in self.candidates)

    def may_be(self, *kinds: Kind) -> bool:
        """Whether some candidate is a place of one of the kinds."""
        return any(c.place.kind in kinds and c.name_kind is not NameKind.DEMONYM for c in self.candidates)


def proposals(doc: Annotated, gazetteer: Gazetteer, taken: Sequence[Span]) -> Iterator[Proposal]:
    """Yield what may be a place name, in reading order and without overlaps.

    ``taken`` spans are names of units and ships, of which only adjectives and abbreviations are proposed.
    """
    entities = SpanIndex(doc.entities, lambda e: (e.start, e.end))
    search = _Search(doc, doc.words, entities, SpanIndex(taken, lambda span: span), gazetteer)
    index = 0
    while index < len(search.words):
        match = _match(search, index)
        if match is None:
            index += 1
            continue
        yield from _proposal(search, index, match)
        index = match[0]


@dataclass(frozen=True, slots=True)
class _Search:
    """A text with what names are looked for in: its words, the model's entities, the names of units, the gazetteer."""

    doc: Annotated
    words: Sequence[Word]
    entities: SpanIndex[Entity]
    units: SpanIndex[Span]
    gazetteer: Gazetteer


def _match(search: _Search, index: int) -> Match | None:
    """Return the index behind the name that begins at ``words[index]``, with its candidates."""
    text, words = search.doc.text, search.words
    word = words[index]
    if not (_may_begin(word) or word.key in lexicon.names().directions):
        return None
    known = _longest(text, words, index, search.gazetteer)
    if search.units.overlapping((word.start, word.start + 1)) and not _unmistakable(known):
        return None
    if known is not None and (_cut(text, words, known[0]) or _stem(text, words, index, known[0])):
        known = None
    found = known if known is not None else unknown_name(search.doc, words, index, search.entities, longest=MAX_WORDS)
    if found is not None and word.key == "the" and not _own_article(words, index, found):
        return None  # "The U.S." is a name with an article; "The Hague" carries its own
    return found


def _own_article(words: Sequence[Word], index: int, match: Match) -> bool:
    named = index + 1 < len(words) and words[index + 1].text[0].isupper()
    return named and any(c.place.name.startswith("The ") for c in match[1])


def _unmistakable(match: Match | None) -> bool:
    return match is not None and any(c.name_kind in _UNMISTAKABLE for c in match[1])


def _proposal(search: _Search, index: int, match: Match) -> Iterator[Proposal]:
    """Yield the proposal for a match; none where the parse has no token under it."""
    doc, (last, candidates) = search.doc, match
    words = tuple(search.words[index:last])
    span = (words[0].start, _end_of(doc.text, words, candidates))
    tokens = doc.tokens_in(span)
    if not tokens:
        return
    before, after = tokens[0].index - 1, tokens[-1].index + 1
    yield Proposal(
        span,
        doc.text[slice(*span)],
        words,
        candidates,
        tokens,
        doc.tokens[before] if before >= 0 else None,
        doc.tokens[after] if after < len(doc.tokens) else None,
        _covering(search.entities, span),
        doc,
    )


def _may_begin(word: Word) -> bool:
    """Whether the word begins with a capital, or in a script that has none."""
    first = word.text[0]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def _covering(entities: SpanIndex[Entity], span: Span) -> Entity | None:
    found = entities.overlapping(span)
    exact = [entity for entity in found if (entity.start, entity.end) == span]
    return next(iter(exact or found), None)


def _longest(text: str, words: Sequence[Word], index: int, gazetteer: Gazetteer) -> Match | None:
    limit, most = index + 1, _most(text, words[index], gazetteer)
    while limit < len(words) and limit - index < most and _runs_on(text, words[limit - 1], words[limit]):
        limit += 1
    for last in range(limit, index, -1):
        if last - index > 1 and words[last - 1].text.islower() and words[last - 1].key in lexicon.names().inner:
            continue
        if last - index == 1 and words[index].text.islower():
            continue
        written = text[words[index].start : _end(text, words[last - 1])]
        candidates = gazetteer.lookup(written)
        if last - index == 1:
            candidates = _abbreviated(text, words[index], gazetteer) or candidates
        if candidates and written.islower():
            # Only areas have names without capitals ("eastern flank"); a village called "south" is no such name.
            candidates = tuple(c for c in candidates if c.place.kind in {Kind.REGION, Kind.WATER})
        if candidates:
            return last, candidates
    return None


def _most(text: str, word: Word, gazetteer: Gazetteer) -> int:
    """How many words a name that begins with this one may have; an article or a word cut short tells nothing."""
    if len(word.text) == 1 or word.key == "the" or text[word.end : word.end + 1] in {".", "'", "’"}:
        return MAX_WORDS
    return min(MAX_WORDS, gazetteer.longest_name(word.text))


def _abbreviated(text: str, word: Word, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return what an abbreviation means: "Ky." by its full stop, "KY" behind a comma and a name; else nothing."""
    if text[word.end : word.end + 1] == "." and 1 < len(word.text) <= _LONGEST_ABBREVIATION:
        found = gazetteer.lookup(f"{word.text}.")
        listed = _BEHIND_NAME.search(text[max(0, word.start - 4) : word.start])
        # "UK" needs no full stop, and "to Alta." ends a sentence where "Calgary, Alta." does not.
        spoken = {NameKind.ABBREVIATION} if listed else {NameKind.ABBREVIATION, NameKind.NAME}
        if any(c.name_kind in spoken for c in gazetteer.lookup(word.text)):
            return ()
        return tuple(c for c in found if c.name_kind is NameKind.ABBREVIATION)
    if (
        len(word.text) == _POSTAL
        and word.text.isupper()
        and _BEHIND_NAME.search(text[max(0, word.start - 4) : word.start])
    ):
        found = gazetteer.lookup(word.text, codes=True)
        return tuple(replace(c, name_kind=NameKind.ABBREVIATION) for c in found if c.place.kind is Kind.ADMIN1)
    return ()


def _end_of(text: str, words: Sequence[Word], candidates: Sequence[Candidate]) -> int:
    """Return where a name ends: behind the full stop of "Ky.", which is part of the abbreviation."""
    end = _end(text, words[-1])
    dotted = len(words) == 1 and end == words[0].end and text[end : end + 1] == "." and len(words[0].text) > 1
    if dotted and candidates and all(c.name_kind is NameKind.ABBREVIATION and "." in c.matched for c in candidates):
        return end + 1
    return end


def _end(text: str, word: Word) -> int:
    """Include the last full stop of an abbreviation ("U.S.")."""
    if len(word.text) == 1 and text[word.end : word.end + 1] == "." and text[word.start - 1 : word.start] == ".":
        return word.end + 1
    return word.end


def _runs_on(text: str, word: Word, following: Word) -> bool:
    """Whether two words may belong to one name."""
    gap = text[word.end : following.start]
    if gap not in _JOINTS or (gap == ". " and len(word.text) > 3):
        return False
    if gap in {"’", "'"} and following.key == "s":
        return word.key == "people"  # "People's Republic of China"
    if gap == "-" or (gap in {"’", "'"} and word.key in {"d", "l", "o"}) or following.text in {"d", "l"}:
        return True  # "Rostov-on-Don", "Côte d'Ivoire"
    names = lexicon.names()
    return not following.text.islower() or any(
        following.key in words for words in (names.inner, names.cues, names.directions, names.tails)
    )


def _stem(text: str, words: Sequence[Word], index: int, last: int) -> bool:
    """Whether a match is only the stem of a longer name: "Camp" of "Camp Ranao", "Anacoco" of "Anacoco Island"."""
    if last >= len(words) or text[words[last - 1].end : words[last].start] not in {" ", "-"}:
        return False
    following = words[last]
    if not following.text[0].isupper() or following.text.isupper():
        return False
    generic = lexicon.names().generic
    return (last - index == 1 and words[index].key in generic) or following.key in generic


def _cut(text: str, words: Sequence[Word], last: int) -> bool:
    """Whether a name ends before a hyphen that runs on: "Pont" of "Pont-Sondé" is no name by itself."""
    if last >= len(words) or text[words[last - 1].end : words[last].start] != "-":
        return False
    first, following = words[last - 1].text, words[last].text
    return (
        first[0].isupper()
        and following[0].isupper()
        and not first.endswith(("n", "sh", "ese"))
        and len(first) > 2
        and _alone(following)
    )


def _alone(word: str) -> bool:
    """Whether a word is no country or people by its ending, so that "Russian-Ukrainian" is left in two."""
    return word[0].isupper() and not word.endswith(("ia", "ine", "an", "ese", "ish", "land", "stan", "US", "ina", "ey"))
