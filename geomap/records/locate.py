"""Finds a place for a force that the parse leaves without one: by ``place_rules``, else by what was told before.

Each rule is tried in turn; the first that finds places names itself in the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.language.annotated import Sentence
from geomap.mentions.places import Place
from geomap.model import Action, Category
from geomap.records.antecedents import standing_in
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.journeys import with_journey, with_origin
from geomap.records.place_company import company, followed
from geomap.records.place_rules import RULES, bracketed
from geomap.records.specific import specific
from geomap.records.theatres import theatre
from geomap.records.triggering import Link

__all__ = ["locate", "specific"]

_CARRIED_SENTENCES = 2
_TOPIC_SENTENCES = 3
"""Sentences over which the place of an earlier force holds for one that is told to have moved."""


def locate(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link:
    """Return the link with places, if a rule finds any; with those of the parse otherwise, the specific ones.

    ``earlier`` are the located links before this one, in reading order.
    """
    link = replace(link, locations=specific(m, link.locations), origins=specific(m, link.origins))
    counted = bracketed(m, link)
    if counted:
        return replace(link, locations=counted, origins=(), rules=(*link.rules, "place-bracketed"))
    link = with_journey(m, link)
    if link.locations or (link.origins and link.action is Action.WITHDRAW):
        return with_origin(m, link, earlier)
    link = with_origin(m, link, earlier)
    if link.origins and link.action is Action.WITHDRAW:
        return link
    return (
        _by_words(m, link, earlier)
        or _carried(m, link, earlier)
        or _topic(m, link, earlier)
        or _theatre(m, link)
        or link
    )


def _by_words(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """Place a force by words near it, or by the force that it is told with."""
    for name, rule in RULES:
        found = rule(m, link)
        placed = _placed(link, specific(m, found), name) if found else None
        if placed is not None:
            return placed
        other = company(m, link, earlier) if name == "place-where" else None
        if other is not None:
            aboard = other.force.category is Category.NAVAL and link.force.category is Category.MISSILE
            return link if aboard else _with_others(link, other)  # munitions aboard a ship are no entry
    places = followed(m, link, earlier)
    return _placed(link, places, "place-followed") if places else None


def _with_others(link: Link, other: Link) -> Link:
    """Give a force the places of the one that it is told with, and what is done with that where nothing else is."""
    return replace(
        link,
        locations=other.locations,
        origins=link.origins or other.origins,
        trigger=link.trigger or other.trigger,
        verbs=link.verbs or other.verbs,
        rules=(*link.rules, "place-of-company"),
    )


def _theatre(m: Mentions, link: Link) -> Link | None:
    """A counted force in a passage on a mission, if nothing else tells where."""
    if link.force.quantity is None or _hands_over(link):
        return None
    places = theatre(m, link)
    return _placed(link, places, "place-of-mission") if places else None


def _placed(link: Link, places: tuple[Place, ...], rule: str) -> Link | None:
    """Whoever withdraws leaves the places found; all others are or go there, unless they come from there."""
    if link.action is Action.WITHDRAW:
        return replace(link, origins=places, rules=(*link.rules, rule))
    left = place_keys(link.origins)
    fresh = tuple(place for place in places if not place_keys((place,)) & left)
    return replace(link, locations=fresh, rules=(*link.rules, rule)) if fresh else None


def _carried(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """A numbered or denied force with a verb of movement keeps the place of the force before, in its paragraph."""
    if (link.force.quantity is None and not link.force.elided) or _hands_over(link):
        return None
    sentence = m.doc.sentences[link.head.sentence]
    own = {place.mention.id for place in link.origins}
    named = any(
        m.clauses.same(a.token, link.head) and a.place.mention.id not in own for a in m.in_sentence(sentence.index)
    )
    if named and not link.force.elided:
        return None
    for previous in reversed(earlier):
        before = m.doc.sentences[previous.head.sentence]
        if before.block != sentence.block or sentence.index - before.index > _CARRIED_SENTENCES:
            break
        places = _ends(link, previous)
        placed = _placed(link, places, "place-carried") if places else None
        if placed is not None:
            return placed
    return None


def _given(m: Mentions, link: Link) -> bool:
    """Whether a state promises or gives the force to what the article is about: "Fiji has pledged 500"."""
    giving = lexicon.records().counting.giving
    people = link.force.category in {Category.PERSONNEL, Category.UNIT}
    return people and link.trigger is not None and m.doc.tokens[link.trigger.token].lemma in giving


def _focus(earlier: Sequence[Link]) -> tuple[Place, ...]:
    """Return the place that most of the forces told before are at, if it stands out."""
    counts: Counter[str] = Counter()
    last: dict[str, Place] = {}
    for previous in earlier:
        for place in previous.locations if len(previous.locations) == 1 else ():
            if place.mention.resolved is not None:
                counts[place.mention.resolved.id] += 1
                last[place.mention.resolved.id] = place
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return ()
    return (last[ranked[0][0]],)


def _ends(link: Link, previous: Link) -> tuple[Place, ...]:
    """Return the places of an earlier force that hold for a later one: who leaves too leaves the same place."""
    if link.action is Action.WITHDRAW and previous.action is Action.WITHDRAW:
        return previous.origins or previous.locations
    return previous.locations or previous.origins


def _hands_over(link: Link) -> bool:
    """Whether a verb of giving hands over things, which go to somebody rather than somewhere."""
    people = link.force.category in {Category.PERSONNEL, Category.UNIT}
    return not people and link.trigger is not None and any(f.action is Action.TRANSFER for f in link.trigger.frames)


def _topic(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """A counted force that a verb moves or that comes from somewhere, in a passage that has told where."""
    moved = link.origins or (link.trigger is not None and link.trigger.kind == "verb")
    if link.force.quantity is None or not moved or _hands_over(link):
        return None
    sentence = m.doc.sentences[link.head.sentence]
    named = () if link.origins else _named_before(m, link, sentence)
    if named:
        return _placed(link, specific(m, named[-1:]), "place-of-topic")
    focus = _focus(earlier) if _given(m, link) else ()
    if focus:
        return _placed(link, focus, "place-of-focus")
    for previous in reversed(earlier):
        places = _ends(link, previous) if link.action is Action.WITHDRAW else previous.locations
        near = sentence.index - previous.head.sentence <= _TOPIC_SENTENCES
        placed = _placed(link, places, "place-of-topic") if places and near else None
        if placed is not None:
            return placed
    return None


def _named_before(m: Mentions, link: Link, sentence: Sentence) -> tuple[Place, ...]:
    """Return the places between the start of the sentence before and the force, in the force's paragraph."""
    start = m.doc.sentences[max(0, sentence.index - 1)].start
    before = [p for p in standing_in(m, (start, link.force.start)) if _block(m, p) == sentence.block]
    return tuple(p for p in before if link.force.start - p.mention.span[1] > 1)


def _block(m: Mentions, place: Place) -> int | None:
    sentence = m.doc.sentence_at(place.mention.span[0])
    return sentence.block if sentence is not None else None
