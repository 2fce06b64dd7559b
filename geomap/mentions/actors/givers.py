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
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.mentions.places.finding import Place
from geomap.model import Use

_TO_NUMBER = re.compile(r"(?:, (?:a|an|the|its) [\w' -]{3,30},|,)? (?:with |has |have |another |a further )?(?:each )?")
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_OPENS = re.compile(
    r"(?:^|[,;:–—•*(\n]|(?:^|\n)- ?|\b(?:and|while|but|plus|then|whereas)|[.!?]) ?(?:the )?$", re.IGNORECASE
)
_OPEN_REACH = 16
_NUMBER_REACH = 40
_LONGEST_LIST = 8
_SERIES = 3
RULE = "gives forces in a list"
HOST_RULE = "hosts forces in a list"
_LOCATED = re.compile(r"\bin (?:the )?[A-Z][\w ]{2,20}(?:\(|, |with )(?:with |about |some )?\d")
"""The first of a list tells where: "the largest is in Latvia with 1,887 troops, followed by Lithuania (1,632)"."""
_SHARED = re.compile(r"(?: \(|,? with )(?:about |some |just |only )?$")
"""What parts a contributor from its number: "India (2,400)", "Rwanda, with 2,600"."""
_FROM_LIST = re.compile(r"\b[a-z]+ from (?:the )?(?:[A-Z][\w .'’-]{2,24} \([\d,]+\)(?:, and|,| and) (?:the )?)*$")
_FROM_REACH = 160
_ACCOUNTS = re.compile(r"(?:, [^,.;\n]{3,40},)? account(?:s|ed|ing)? for ")
_FOR_NUMBER = re.compile(r" for (?:about |some |another )?\d")
_HOSTED = re.compile(r" (?:with |\()(?:about |some |just |only )?$")
"""What parts a host from the number of forces there: "Romania with 1,148", "Lithuania (1,632)"."""


def as_givers(doc: Annotated, places: Sequence[Place], quantities: Sequence[QuantityMention]) -> tuple[Place, ...]:
    """Return the places with the countries that give something in a list read as governments."""
    counted = SpanIndex(quantities, lambda quantity: quantity.span)
    result = list(places)
    for index in range(len(result) - 1, -1, -1):
        place = result[index]
        if _hosts(doc, place, counted) or _labels_its_own(doc, place, result):
            result[index] = _used(place, Use.LITERAL, HOST_RULE)
            continue
        if _country(place) and (_accounts(doc, place) or _contributes(doc, place, counted)):
            result[index] = _used(place, Use.METONYM, RULE)
            continue
        if not _country(place) or not _opens(doc, place):
            continue
        following = result[index + 1] if index + 1 < len(result) else None
        shares = following is not None and _shares(doc, place, following, counted)
        sentence = doc.sentence_at(place.mention.span[0])
        if sentence is None or not (shares or _numbered(doc, place, counted) or _subject_of_giving(doc, place)):
            continue
        if (
            _gapped_subject(doc, place, result, counted)
            or _gives(doc, sentence, place)
            or _in_series(doc, sentence, result, counted)
        ):
            result[index] = _used(place, Use.METONYM, RULE)
    return tuple(result)


def _labels_its_own(doc: Annotated, place: Place, places: Sequence[Place]) -> bool:
    """ "Estonia: 1,200 British troops at Tapa": a country that labels its line is where others are."""
    start, end = place.mention.span
    resolved = place.mention.resolved
    if place.mention.use is Use.DATELINE or resolved is None or resolved.kind != "country":
        return False
    line = doc.text.rfind("\n", 0, start) + 1
    if doc.text[end : end + 1] != ":" or doc.text[line:start].strip(" •*–—-"):
        return False
    last = doc.text.find("\n", end)
    inside = [p for p in places if end < p.mention.span[0] and (last < 0 or p.mention.span[1] <= last)]
    there = any(p.literal and p.country == place.country for p in inside)
    return there and any(not p.literal and p.country not in {None, place.country} for p in inside)


def _gapped_subject(doc: Annotated, place: Place, places: Sequence[Place], counted: SpanIndex[QuantityMention]) -> bool:
    """ "France keeps 1,500 in the country and the United States 1,100": behind a state that has a number so."""
    start = place.mention.span[0]
    sentence = doc.sentence_at(start)
    if sentence is None or not _numbered(doc, place, counted):
        return False
    for other in places:
        if other.mention.use is Use.METONYM and sentence.start <= other.mention.span[0] < start:
            token = doc.head_of(other.core)
            verb = doc.tokens[token.head] if token is not None and token.dep == "nsubj" else None
            if verb is not None and verb.is_verb and counted.starting_in((verb.end, start)):
                return True
    return False


def _hosts(doc: Annotated, place: Place, counted: SpanIndex[QuantityMention]) -> bool:
    """ "Latvia hosts the largest group, with 1,887 troops; then come Romania with 1,148, Poland with 1,033": where."""
    resolved = place.mention.resolved
    start, end = place.mention.span
    near = counted.starting_in((end, end + _OPEN_REACH))
    if resolved is None or resolved.kind != "country" or not near:
        return False
    sentence = doc.sentence_at(end) if _HOSTED.fullmatch(doc.text[end : near[0].span[0]]) else None
    if sentence is None:
        return False
    before = [t for t in doc.sentence_tokens(sentence) if t.end <= start]
    hosting = any(t.lemma in lexicon.records().owning.hosting for t in before)
    return hosting or _LOCATED.search(doc.text[sentence.start : start]) is not None


def _contributes(doc: Annotated, place: Place, counted: SpanIndex[QuantityMention]) -> bool:
    """ "Rwanda, with 2,600, is the largest contributor, ahead of India (2,400)", "900 men from Germany (500)"."""
    start, end = place.mention.span
    near = counted.starting_in((end, end + _OPEN_REACH))
    if not near or not _SHARED.fullmatch(doc.text[end : near[0].span[0]]):
        return False
    sentence = doc.sentence_at(start)
    tokens = doc.sentence_tokens(sentence) if sentence is not None else ()
    words = lexicon.records().counting
    if any(token.lemma in words.contributing for token in tokens):
        return True
    from_ = _FROM_LIST.search(doc.text[max(0, start - _FROM_REACH) : start])
    return from_ is not None and not any(token.lemma in lexicon.records().acting.leaving for token in tokens)


def _accounts(doc: Annotated, place: Place) -> bool:
    """ "Canada, as framework nation, accounts for 639 and Spain for 504"."""
    start, end = place.mention.span
    if _ACCOUNTS.match(doc.text, end):
        return True
    sentence = doc.sentence_at(start) if _FOR_NUMBER.match(doc.text, end) else None
    return sentence is not None and _ACCOUNTS.search(doc.text[sentence.start : start]) is not None


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
    near = counted.starting_in((end, end + _NUMBER_REACH))
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


def _used(place: Place, use: Use, rule: str) -> Place:
    mention = place.mention.model_copy(update={"use": use, "why": (*place.mention.why, rule)})
    return replace(place, mention=mention, rule=rule)
