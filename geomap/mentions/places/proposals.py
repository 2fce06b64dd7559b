"""Proposes place names: the longest runs of words that the gazetteer knows, and some that it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gazetteer import Gazetteer, NameKind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Entity, Token
from geomap.language.spans import SpanIndex
from geomap.language.words import Word
from geomap.mentions.places.known_names import MAX_WORDS, cut_short, end_of, known_name
from geomap.mentions.places.name_traits import Traits, traits_of
from geomap.mentions.places.unknown_names import Match, unknown_name
from geomap.model import Span

_UNMISTAKABLE = frozenset({NameKind.DEMONYM, NameKind.ABBREVIATION})
"""Names that tell whose a unit is, even inside of its name: "American B-52s"."""


class Proposal(NamedTuple):
    """A name at ``span`` with the tokens in and around it and what the language model calls it.

    ``ahead`` and ``behind`` are the tokens next to it where no more than a blank parts them from it.
    """

    span: Span
    text: str
    traits: Traits
    tokens: tuple[Token, ...]
    before: Token | None
    after: Token | None
    ahead: Token | None
    behind: Token | None
    entity: Entity | None
    doc: Annotated


def proposals(doc: Annotated, gazetteer: Gazetteer, taken: Sequence[Span]) -> Iterator[Proposal]:
    """Yield what may be a place name, in reading order and without overlaps.

    ``taken`` spans are names of units and ships, of which only adjectives and abbreviations are proposed.
    """
    entities = SpanIndex(doc.entities, lambda e: (e.start, e.end))
    search = _Search(doc, doc.words, entities, SpanIndex(taken, lambda span: span), gazetteer)
    directions, last = lexicon.names().directions, 0
    for index, word in enumerate(doc.words):
        if index < last or not (_may_begin(word.text[0]) or word.key in directions):
            continue
        match = _match(search, index, word)
        if match is not None:
            yield from _proposal(search, index, match)
            last = match[0]


@dataclass(frozen=True, slots=True)
class _Search:
    """A text with what names are looked for in: its words, the model's entities, the names of units, the gazetteer."""

    doc: Annotated
    words: Sequence[Word]
    entities: SpanIndex[Entity]
    units: SpanIndex[Span]
    gazetteer: Gazetteer


def _match(search: _Search, index: int, word: Word) -> Match | None:
    """Return the index behind the name that begins at ``words[index]``, with its candidates."""
    text, words = search.doc.text, search.words
    known = known_name(text, words, index, search.gazetteer)
    if search.units.overlapping((word.start, word.start + 1)) and not _unmistakable(known):
        return None
    found = known
    if known is None or cut_short(text, words, index, known[0]):
        found = unknown_name(search.doc, words, index, search.entities, longest=MAX_WORDS)
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
    words = search.words[index:last]
    start, end = words[0].start, end_of(doc.text, words, candidates)
    tokens = doc.tokens_in((start, end))
    if not tokens:
        return
    first, following = tokens[0].index, tokens[-1].index + 1
    before = doc.tokens[first - 1] if first else None
    after = doc.tokens[following] if following < len(doc.tokens) else None
    text = doc.text[start:end]
    yield Proposal(
        (start, end),
        text,
        traits_of(text, words, candidates),
        tokens,
        before,
        after,
        before if before is not None and _adjacent(doc.text, before.end, start) else None,
        after if after is not None and _adjacent(doc.text, end, after.start) else None,
        _covering(search.entities, (start, end)),
        doc,
    )


def _adjacent(text: str, left: int, right: int) -> bool:
    return right <= left or (right == left + 1 and text[left].isspace())


def _may_begin(letter: str) -> bool:
    """Whether a word that begins so has a capital, or is of a script that has none."""
    if "a" <= letter <= "z":
        return False
    return letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper())


def _covering(entities: SpanIndex[Entity], span: Span) -> Entity | None:
    found = entities.overlapping(span)
    exact = [entity for entity in found if (entity.start, entity.end) == span]
    return next(iter(exact or found), None)
