"""Proposes names that the gazetteer lacks, where the language model and the words around them agree on a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer import Candidate
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Entity, Token
from geomap.language.spans import SpanIndex
from geomap.language.words import Word

Match = tuple[int, tuple[Candidate, ...]]
"""The index of the word behind a name, with what the gazetteer has under the name."""

_LISTED = re.compile(r"[A-Z][\w-]+(?:,| and| or) $")
_LIST_REACH = 30
"""Characters before a name in which the name listed before it is looked for."""

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_LABELS = frozenset({"PERSON", "DATE", "EVENT", "NORP"})


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a place: a preposition, a word for a kind of place behind it, a list that it stands in."""

    led: bool
    generic: bool
    landscape: bool
    listed: bool


def unknown_name(
    doc: Annotated, words: Sequence[Word], index: int, entities: SpanIndex[Entity], *, longest: int
) -> Match | None:
    """Return the end of a place name at ``words[index]`` that the gazetteer lacks, at most ``longest`` words on."""
    word = words[index]
    if not word.text[0].isupper() or word.key in lexicon.names().calendar:
        return None
    tokens = doc.tokens_in((word.start, word.end))
    signs = _signs(doc, words, index, tokens)
    modelled = _modelled(word, entities)
    if not (_borne_out(signs) if modelled else _told(word, tokens, signs)):
        return None
    if signs.landscape:
        return index + 2, ()
    last = _last(doc.text, words, index, longest)
    if not modelled and not signs.generic and _other(entities, word.start, words[last - 1].end):
        return None
    return last, ()


def _signs(doc: Annotated, words: Sequence[Word], index: int, tokens: Sequence[Token]) -> _Signs:
    names, word = lexicon.names(), words[index]
    before = doc.tokens[tokens[0].index - 1] if tokens and tokens[0].index else None
    following = words[index + 1] if index + 1 < len(words) and words[index + 1].joined else None
    return _Signs(
        led=before is not None
        and before.pos == "ADP"
        and (before.lower in names.unknown_openers or _kind_of(doc, before)),
        generic=following is not None and following.key in names.generic and following.text[0].isupper(),
        landscape=following is not None and following.key in names.landscape and following.text.islower(),
        listed=_LISTED.search(doc.text[max(0, word.start - _LIST_REACH) : word.start]) is not None,
    )


def _kind_of(doc: Annotated, before: Token) -> bool:
    """ "the village of Synkivka"."""
    return before.lower == "of" and before.index > 0 and doc.tokens[before.index - 1].lower in lexicon.names().cues


def _modelled(word: Word, entities: SpanIndex[Entity]) -> bool:
    """Whether the language model sees a place here."""
    here = entities.overlapping((word.start, word.start + 1))
    return any(e.end - word.start > 3 and e.label in _PLACE_LABELS for e in here)


def _borne_out(signs: _Signs) -> bool:
    # The model calls many a person a place; a preposition or a list has to bear it out.
    return signs.led or signs.generic or signs.landscape or signs.listed


def _told(word: Word, tokens: Sequence[Token], signs: _Signs) -> bool:
    """Whether the words around a proper name tell of a place without the model; a list alone does not."""
    told = signs.led or signs.generic or signs.landscape or word.key in lexicon.names().camps
    return told and bool(tokens) and tokens[0].pos == "PROPN"


def _last(text: str, words: Sequence[Word], index: int, longest: int) -> int:
    """Return the index behind the capitalised words that follow."""
    particles = lexicon.names().particles
    last = index + 1
    while (
        last < len(words)
        and last - index < longest
        and (words[last].text[0].isupper() or words[last].key in particles)
        and text[words[last - 1].end : words[last].start] in {" ", "-"}
    ):
        last += 1
    return last


def _other(entities: SpanIndex[Entity], start: int, end: int) -> bool:
    """Whether the model sees something else in the span than a place."""
    return any(e.label in _OTHER_LABELS for e in entities.overlapping((start, end)))
