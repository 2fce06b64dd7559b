"""Places that words refer back to: "there", "here", "in the capital", "at the base", "this oil town".

Each takes the article and a linked force and returns places, none where it does not apply.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import Span, Use
from geomap.records.context import Mentions
from geomap.records.places.anchors import speaks_at
from geomap.records.places.explaining import explains
from geomap.records.reach import crosses
from geomap.records.triggering import Link

# Characters over which words still belong together, set by reading the development articles.
_REACH = 120  # from a force to the noun that recalls a place behind it
_LEAVING_REACH = 60  # from a force or its verb to the noun of the place that it leaves
_THERE_REACH = 250  # from "there" to the force
_RECALL = 700  # from the place that "there" recalls to the word

_DEICTIC = re.compile(r"\b(?:in|at|to|into|around|outside|near) this ((?:[\w-]+ ){0,2}[a-z]+)\b")
_FROM = re.compile(r"\b(?:from|out of|via|past|through|over|(?:road|highway|route|way|railway) to) (?:the )?$")
"""What makes a place one that something left or passed, and not where it is."""

_CAPITAL = "capital"
_OFTEN = 3
"""So many times, and twice as often as the last one, a place is named that "the city" means without being told last."""


@cache
def _recalling() -> re.Pattern[str]:
    """ "in the capital", "at the same base"."""
    prepositions = "|".join(lexicon.records().locating.recalling_prepositions)
    return re.compile(rf"\b(?:{prepositions}) (?:the|that|this) (?:same |[A-Z][a-z]+ )?([a-z]+)\b")


@cache
def _leaving() -> re.Pattern[str]:
    """ "from the base", "left the town", "out of there"."""
    verbs = "|".join(lexicon.records().locating.leaving_words)
    return re.compile(rf"\b(?:{verbs}) (?:the|that|this) (?:same |[A-Z][a-z]+ )?([a-z]+)\b|\b(?:from|out of) (there)\b")


def there(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "there", "in the country", "at the base": the last place, of that kind, named before the words."""
    sentence = m.doc.sentences[link.head.sentence]
    recalled = _recalled(m, link, sentence)
    if recalled:
        return recalled
    words = lexicon.records().locating.there
    for token in m.doc.sentence_tokens(sentence):
        if token.lower not in words or token.dep == "expl" or token.tag == "EX":
            continue
        if _same_act(m, link, token) and not _of_a_person(m, link, token):
            return last_named(m, token.start)
    return ()


def last_named(m: Mentions, position: int) -> tuple[Place, ...]:
    """Return the last place before a character at which something may be said to be."""
    span = (max(0, position - _RECALL), position)
    before = [p for p in m.places_in(span) if p.literal and p.mention.span[1] <= position]
    return tuple((standing_in(m, span) or before)[-1:])


def standing_in(m: Mentions, span: Span) -> list[Place]:
    """Return the places in a span at which something may be said to be.

    None that were left or passed, that only tell where another lies, or where somebody spoke.
    """
    before = [p for p in m.places_in(span) if p.literal and p.mention.span[1] <= span[1]]
    told = {a.place.mention.id for a in m.anchors if speaks_at(a)} if before else set()
    return [p for p in before if not is_left(m, p) and p.mention.id not in told and not explains(m, p, before)]


def is_left(m: Mentions, place: Place) -> bool:
    """Return whether words before a place make it one that something left or passed."""
    start = place.mention.span[0]
    return _FROM.search(m.doc.text[max(0, start - 20) : start]) is not None


def _same_act(m: Mentions, link: Link, token: Token) -> bool:
    """Whether an adverb of place tells of the force: no other subject between, or in the clause of what it does."""
    gap = (link.force.end, token.start)
    if 0 <= gap[1] - gap[0] <= _THERE_REACH and not crosses(m, link, gap[1]):
        return not any(p.literal and p.mention.span[1] <= gap[1] for p in m.places_in(gap))
    verbs = (link.head.index, *link.verbs)
    near = link.force.start - token.end <= _THERE_REACH
    return near and any(m.clauses.same(token, m.doc.tokens[i]) for i in verbs)


def _of_a_person(m: Mentions, link: Link, token: Token) -> bool:
    """Whether the adverb only tells who speaks: "the president there has announced", "diplomats here say"."""
    noun = m.doc.tokens[token.index - 1] if token.index else token
    return noun.pos == "NOUN" and noun.index != link.head.index and noun.lemma in lexicon.records().locating.speakers


def here(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "here", "in this oil town": the place of the dateline, else the last one named before."""
    sentence = m.doc.sentences[link.head.sentence]
    words = lexicon.records().locating.here
    told = any(
        t.lower in words and _same_act(m, link, t) and not _of_a_person(m, link, t)
        for t in m.doc.sentence_tokens(sentence)
    )
    if not told and not _this_town(m, link, sentence):
        return ()
    filed = tuple(p for p in m.places if p.mention.use is Use.DATELINE)
    return filed[:1] or tuple(p for p in m.places if p.literal and p.mention.span[1] <= link.force.start)[-1:]


def _this_town(m: Mentions, link: Link, sentence: Sentence) -> bool:
    kinds = lexicon.records().locating.kinds
    text = m.doc.text[link.force.end : min(sentence.end, link.force.end + _REACH)]
    return any(word in kinds for match in _DEICTIC.finditer(text) for word in match[1].split())


def left(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "is to leave the town for Tillabéri", "batteries from the base": the place recalled is the origin."""
    sentence = m.doc.sentences[link.head.sentence]
    starts = [link.force.end, *(m.doc.tokens[i].start for i in link.verbs)]
    for match in _leaving().finditer(m.doc.text[sentence.start : sentence.end]):
        position = sentence.start + match.start()
        if not any(0 <= position - start <= _LEAVING_REACH for start in starts) or _extends(m, position):
            continue
        if any(link.force.end < other.start < position for other in m.forces_in((link.force.end, position))):
            continue
        found = last_named(m, position) if match[2] else _of_kind(m, link, match[1], position)
        if found:
            return found
    return ()


def _extends(m: Mentions, position: int) -> bool:
    """Whether a line reaches from there: "south of the line from the capital to Wonsan"."""
    before = [t for t in m.doc.tokens_in((max(0, position - 2), position)) if t.end <= position]
    return any(t.lemma in lexicon.records().linking.extents for t in before)


def _recalled(m: Mentions, link: Link, sentence: Sentence) -> tuple[Place, ...]:
    """ "in the capital", "at the base": the last place of the kind that the noun names."""
    for match in _recalling().finditer(m.doc.text[sentence.start : sentence.end]):
        position = sentence.start + match.start()
        spoken = [t for t in m.doc.tokens_in((max(0, position - 2), position)) if t.end < position]
        if any(t.lemma in lexicon.records().locating.speakers for t in spoken):
            continue  # "according to diplomats in the capital"
        if 0 <= position - link.force.end <= _REACH:
            found = _of_kind(m, link, match[1], position)
            if found:
                return found
    return ()


def _of_kind(m: Mentions, link: Link, noun: str, position: int) -> tuple[Place, ...]:
    """Return the last place before a character that the noun may recall, outside of the force's own words."""
    return recalled_by(m, noun, position, link.force.span)


def recalled_by(m: Mentions, noun: str, position: int, force: Span = (0, 0)) -> tuple[Place, ...]:
    """Return the last place named before a character that a noun may recall: "the city", "that river"."""
    words = lexicon.records().locating
    kinds = words.kinds.get(noun)
    if kinds is None:
        return ()
    realms = words.realms.get(noun)
    low, high = force
    before = [
        p
        for p in m.places
        if p.mention.span[1] <= position
        and not low <= p.mention.span[0] < high
        and (p.drawn or realms is not None)
        and _kind(p) in kinds
        and (realms is None or p.country in realms)
    ]
    named = [p for p in before if p.mention.use is not Use.DATELINE] or before
    chosen = (noun == _CAPITAL and [p for p in before if _is_capital(m, p)]) or named
    return (_meant(m, chosen),) if chosen else ()


def _meant(m: Mentions, found: list[Place]) -> Place:
    """Of several that a noun may recall, return the last; in an article about another one, that."""
    last = found[-1]
    counts = Counter(_name(m, p) for p in m.places if p.drawn)
    often = max(found, key=lambda p: (counts[_name(m, p)], p.mention.span))
    times = counts[_name(m, often)]
    return often if times >= max(_OFTEN, 2 * counts[_name(m, last)]) else last


def _name(m: Mentions, place: Place) -> str:
    """Return the name in an expression: "Hodeidah" of "off Hodeidah"."""
    return m.doc.text[slice(*place.core)].casefold()


def _is_capital(m: Mentions, place: Place) -> bool:
    capital = m.gazetteer.capital(place.country) if place.country is not None else None
    return capital is not None and place.mention.resolved is not None and capital.id == place.mention.resolved.id


def _kind(place: Place) -> str | None:
    return place.mention.resolved.kind if place.mention.resolved is not None else None
