"""Countries that give forces in a list: "Trinidad sent 53, Barbados and Belize about 30 each, Antigua a dozen".

A country's name right before a number is no place there, but who gives; without a preposition before it and with a
verb of giving in the sentence, it stands for its government.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Sentence
from geomap.language.spans import SpanIndex
from geomap.mentions.items import items_around
from geomap.mentions.places import Place
from geomap.mentions.quantities import QuantityMention
from geomap.model import Use

_TO_NUMBER = re.compile(r",? (?:with |has |have |another |a further )?(?:each )?")
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_OPENS = re.compile(
    r"(?:^|[,;:–—•*(\n]|(?:^|\n)- ?|\b(?:and|while|but|plus|then|whereas)|[.!?]) ?(?:the )?$", re.IGNORECASE
)
_OPEN_REACH = 16
_LONGEST_LIST = 8
_SERIES = 3
RULE = "gives forces in a list"


def as_givers(doc: Annotated, places: Sequence[Place], quantities: Sequence[QuantityMention]) -> tuple[Place, ...]:
    """Return the places with the countries that give something in a list read as governments."""
    counted = SpanIndex(quantities, lambda quantity: quantity.span)
    result = list(places)
    for index in range(len(result) - 1, -1, -1):
        place = result[index]
        if not _country(place) or not _opens(doc, place):
            continue
        following = result[index + 1] if index + 1 < len(result) else None
        shares = following is not None and _shares(doc, place, following, counted)
        sentence = doc.sentence_at(place.mention.span[0])
        if sentence is None or not (shares or _numbered(doc, place, counted) or _subject_of_giving(doc, place)):
            continue
        if _gives(doc, sentence, place) or _in_series(doc, sentence, result, counted):
            result[index] = _government(place)
    return tuple(result)


def _subject_of_giving(doc: Annotated, place: Place) -> bool:
    """ "Brazil, Argentina and Chile have offered ten observers apiece": a subject, or listed with one."""
    token = doc.head_of(place.core)
    for _ in range(_LONGEST_LIST):
        if token is None or token.dep not in {"conj", "appos"}:
            break
        token = doc.tokens[token.head]
    if token is None or token.dep != "nsubj":
        return False
    return doc.tokens[token.head].lemma in lexicon.records().counting.giving


def _in_series(
    doc: Annotated, sentence: Sentence, places: Sequence[Place], counted: SpanIndex[QuantityMention]
) -> bool:
    """ "Britain, 1,400; Italy, 750; France, 530": three countries of a sentence or list, each before a number."""
    start, end = items_around(doc.text, sentence.start) or (sentence.start, sentence.end)
    inside = [p for p in places if start <= p.mention.span[0] < end and p.mention.relation is None]
    return sum(_numbered(doc, place, counted) and _opens(doc, place) for place in inside) >= _SERIES


def _country(place: Place) -> bool:
    resolved = place.mention.resolved
    return place.literal and place.mention.relation is None and resolved is not None and resolved.kind == "country"


def _opens(doc: Annotated, place: Place) -> bool:
    """Whether no preposition leads to the country: it begins a member of a list."""
    start = place.mention.span[0]
    return _OPENS.search(doc.text[max(0, start - _OPEN_REACH) : start]) is not None


def _numbered(doc: Annotated, place: Place, counted: SpanIndex[QuantityMention]) -> bool:
    end = place.mention.span[1]
    near = counted.starting_in((end, end + _OPEN_REACH))
    return bool(near) and _TO_NUMBER.fullmatch(doc.text[end : near[0].span[0]]) is not None


def _shares(doc: Annotated, place: Place, following: Place, counted: SpanIndex[QuantityMention]) -> bool:
    """ "Barbados and Belize about 30 each": the next country gives."""
    gap = doc.text[place.mention.span[1] : following.mention.span[0]]
    gives = following.rule == RULE or (following.mention.use is Use.METONYM and _numbered(doc, following, counted))
    return gives and _AND.fullmatch(gap) is not None


def _gives(doc: Annotated, sentence: Sentence, place: Place) -> bool:
    """Whether a verb of giving stands before the country in its sentence."""
    verbs = lexicon.records().counting.giving
    tokens = doc.sentence_tokens(sentence)
    if _subject_of_giving(doc, place):
        return True
    return any(t.lemma in verbs and t.is_verb and t.end <= place.mention.span[0] for t in tokens)


def _government(place: Place) -> Place:
    mention = place.mention.model_copy(update={"use": Use.METONYM, "why": (*place.mention.why, RULE)})
    return replace(place, mention=mention, rule=RULE)
