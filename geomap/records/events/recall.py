"""Finds the places that words recall: "there", "the town", "the capital", the heading of a short report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import Span
from geomap.records.context import Mentions
from geomap.records.events.places import LOOSE
from geomap.records.events.unknown import unknown_name
from geomap.records.places.anchors import Anchor, speaks_at

_DESCRIBED = re.compile(
    r"\b(?:the|that|this) (?:same |besieged |whole |northern |eastern |southern |western )?"
    r"(town|village|city|capital|camp|base|airport|island|province|region|enclave|port|harbour|peninsula|strait|gulf|bay|sea|lake|river|valley)\b"
)
_AREAS = {
    *("region", "province", "district", "oblast", "area", "county", "governorate", "state", "sector", "department"),
    *("valley", "city", "town", "peninsula", "island"),
}
_NAMING = {"in", "into", "at", "near", "to", "on"}
_TOPICS = 2
"""Countries spoken of most among which one is looked for that the article names as a place."""
_LEAVING = {"leave", "abandon", "evacuate", "quit", "flee", "vacate"}
_WITHDRAWING = {"withdraw", "pull", "retreat", "flee", "drive", "move", "chase", "push"}
_ABOVE = 400
"""Characters above a paragraph within which its heading stands."""
_KINDS = {
    "town": {"city"}, "village": {"city"}, "city": {"city"}, "port": {"city", "base"}, "harbour": {"city", "base"},
    "camp": {"base", "city", "quarter"}, "base": {"base", "airfield"}, "airport": {"airfield"},
    "island": {"island", "country"}, "province": {"admin1"}, "region": {"admin1", "region"},
    "strait": {"water"}, "gulf": {"water"}, "bay": {"water"}, "sea": {"water"}, "lake": {"water"}, "river": {"water"},
    "valley": {"region"}, "enclave": {"region", "admin1"}, "peninsula": {"region"},
}  # fmt: skip


def recalled(m: Mentions, span: Span, recent: Sequence[Place]) -> tuple[Place, ...]:
    """Return what "there" or "the town" in a span recalls; ``recent`` are places of the sentence before."""
    for token in m.doc.tokens_in(span):
        if token.lower in {"there", "here"} and token.tag != "EX" and token.dep != "expl":
            here = [a for a in m.in_sentence(token.sentence) if a.token.end <= token.start and a.preposition in LOOSE]
            return tuple(recent) if recent and not here else _before(m, token.start, None)
    match = _DESCRIBED.search(m.doc.text, *span)
    if match is not None and not re.match(r" of [A-Z]", m.doc.text[match.end() : match.end() + 5]):
        noun = match.group(1)
        sentence = m.doc.sentence_at(match.start())
        before = m.doc.tokens_in((sentence.start if sentence is not None else span[0], match.start()))
        if noun != "capital" and any(t.dep == "pobj" and _names_site(m, t) and unknown_name(m, t) for t in before):
            return ()  # "back into An Loc after shells fell on the town", where An Loc is not known
        if noun == "capital":
            return _capital(m, match.start())
        found = _before(m, match.start(), frozenset(_KINDS[noun]))
        if _KINDS[noun] == {"water"} and not any(noun in place.mention.text.lower() for place in found):
            return ()
        return found
    return ()


def _signed_at(anchor: Anchor) -> bool:
    """ "A truce agreed in Stockholm": where something was signed or said is not where it happens."""
    governor = anchor.governor
    return speaks_at(anchor) or (
        governor is not None and governor.lemma in lexicon.events().signing and anchor.preposition in {"in", "at"}
    )


def _names_site(m: Mentions, noun: Token) -> bool:
    """Whether a name stands where that of a place does: "into An Loc", "the market quarter of An Loc"."""
    preposition = m.doc.tokens[noun.head]
    if preposition.lower == "of":
        return m.doc.tokens[preposition.head].lemma in lexicon.events().posts
    return preposition.lower in _NAMING


def _before(m: Mentions, position: int, kinds: frozenset[str] | None) -> tuple[Place, ...]:
    """The last literal place before a position, of one of the kinds where kinds are given."""
    nouns = {a.place.mention.id for a in m.anchors if _beside_noun(m, a)}
    reach = position - 900
    nouns |= {a.place.mention.id for a in m.anchors if _signed_at(a)}
    named = [p for p in m.places if p.drawn and reach < p.mention.span[1] <= position and p.mention.id not in nouns]
    for place in reversed(named):
        core = _core_mention(m, place, position) if kinds is not None else place
        if core is None:
            continue
        resolved = core.mention.resolved
        if kinds is None or resolved is None or resolved.kind in kinds:
            return (core,)
    return ()


def left_place(m: Mentions, sentence: Sentence, token: Token) -> Place | None:
    """ "The army pulled out of Mekelle to Alamata, and the rebels took the city": what is taken is what was left."""
    for anchor in reversed(m.in_sentence(sentence.index)):
        if anchor.token.start > token.start or anchor.governor is None:
            continue
        left = anchor.governor.lemma in _LEAVING and anchor.preposition == "object"
        if left or (anchor.preposition in {"from", "out of"} and anchor.governor.lemma in _WITHDRAWING):
            return anchor.place
    return None


def _beside_noun(m: Mentions, anchor: Anchor) -> bool:
    """ "The Goma airport": a name that only describes a noun outside it; in "the Kursk region" both are the name."""
    begin, end = anchor.place.mention.span
    noun = m.doc.tokens[anchor.token.head]
    outside = not begin <= noun.start < end and noun.lemma not in _AREAS
    return outside and anchor.token.dep in {"compound", "amod", "nmod", "poss"}


def _core_mention(m: Mentions, place: Place, position: int) -> Place | None:
    """The plain mention of the name inside "15 km south of El Fasher", if the article has one before the position."""
    if place.mention.relation is None or place.core == place.mention.span:
        return place
    name = m.doc.text[slice(*place.core)].casefold()
    plain = [p for p in m.places if p.drawn and p.mention.text.casefold() == name and p.mention.span[1] <= position]
    return plain[-1] if plain else None


def _capital(m: Mentions, position: int) -> tuple[Place, ...]:
    """ "in the capital": a mention of the capital of the country that was spoken of last."""
    countries = dict.fromkeys(
        p.country for p in reversed(m.places) if p.country is not None and p.mention.span[1] <= position
    )
    for code in countries:
        capital = m.gazetteer.capital(code) if code is not None else None
        if capital is None:
            continue
        named = [
            p
            for p in m.places
            if p.mention.resolved is not None and p.mention.resolved.id == capital.id and p.mention.relation is None
        ]
        if named:
            return (next((p for p in named if p.drawn), named[0]),)
    return ()


def heading_places(m: Mentions, sentence: Sentence) -> tuple[Place, ...]:
    """The line above a short report ("13:05 — Rockets on Haifa"), or the name that leads its paragraph ("BARA.")."""
    first = next((s for s in m.sentences if s.block == sentence.block), sentence)
    leading = [p for p in m.places if p.drawn and 0 <= p.mention.span[0] - first.start <= 3]
    if (
        leading
        and m.doc.text[leading[0].mention.span[1] : leading[0].mention.span[1] + 1] in {".", ":"}
        and leading[0].mention.span[1] < sentence.start + 60
    ):
        return (leading[0],)
    above = m.doc.text[max(0, first.start - _ABOVE) : first.start].rstrip()
    line = above.rsplit("\n", 1)[-1]
    if (
        (first.index != sentence.index and sentence.index - first.index > 1)
        or not line
        or len(line) > 90
        or line.endswith(".")
    ):
        return ()
    start = max(0, first.start - _ABOVE) + len(above) - len(line)
    return tuple(p for p in m.places if p.drawn and start <= p.mention.span[0] < start + len(line))


def topic_country(m: Mentions) -> tuple[Place, ...]:
    """The country that the article speaks of most, by its people and government too, at its first plain mention."""
    counts = Counter(place.country for place in m.places if place.country is not None)
    for code, times in counts.most_common(_TOPICS):
        for place in m.places:
            resolved = place.mention.resolved
            plain = place.drawn and resolved is not None and resolved.kind == "country"
            if times > 1 and plain and place.country == code and place.mention.relation is None:
                return (place,)
    return ()
