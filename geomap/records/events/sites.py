"""Decides where an event lies, from what hangs on its words down to the heading above it."""

from __future__ import annotations

import re

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import EventType, Span
from geomap.records.context import Mentions
from geomap.records.events.choice import choose
from geomap.records.events.drafts import EventDraft
from geomap.records.events.groups import EventGroup
from geomap.records.events.places import LOOSE, place_at, usable
from geomap.records.events.recall import heading_places, left_place, recalled, topic_country
from geomap.records.events.triggers import FIGHTS, EventTrigger
from geomap.records.events.unknown import unknown_object, unknown_place

_CARRIED = 2
"""Sentences over which the place of an event is that of the next."""
_STANDING = re.compile(r"\b(?:cease-?fire|truce|armistice)$")


def site_of(
    m: Mentions, sentence: Sentence, group: EventGroup, lead: EventTrigger, previous: EventDraft | None
) -> tuple[tuple[Place, ...], str]:
    """Return the places of an event, none where no rule finds any, and the rule's name."""
    if lead.type is EventType.AGREEMENT:
        return _agreed(m, sentence, lead, previous)
    if group.places and not (lead.fights and unknown_object(m, lead.token)):
        return group.places, group.rule
    if lead.type is EventType.CAPTURE and lead.frame.name in {"fall", "capture-noun", "clear"}:
        return (), ""
    same = previous is not None and previous.sentence == sentence.index  # "in the city; in Mapandi": a part of it
    if lead.fights and not same and unknown_place(m, lead.token):
        return (), "event-place-unknown"
    return _looked_for(m, sentence, group, lead, previous=previous)


def _looked_for(
    m: Mentions, sentence: Sentence, group: EventGroup, lead: EventTrigger, *, previous: EventDraft | None
) -> tuple[tuple[Place, ...], str]:
    """Places for words on which none hangs: what "there" recalls, what stands beside, what was told before."""
    pointed = _pointed_at(m, sentence, lead)
    if pointed[0]:
        return pointed
    recent = previous.locations if previous is not None and sentence.index - previous.sentence <= 1 else ()
    recall = recalled(m, group.span, recent or heading_places(m, sentence))
    beside = (recall, "event-place-recalled") if recall else _beside(m, sentence, group, lead)
    if beside[0]:
        return beside
    if lead.type is EventType.EXERCISE:
        return _drill_place(m, sentence)
    if previous is not None and previous.sentence == sentence.index and group.harm and not lead.frame.weak:
        return previous.locations, "event-place-shared"
    heading = heading_places(m, sentence)
    carried = lead.kind != "noun" and lead.type is not EventType.CAPTURE and not lead.frame.weak
    if not heading and carried and previous is not None and _at_once(m, sentence, previous):
        return previous.locations, "event-place-carried"
    return heading, "event-place-heading"


def _at_once(m: Mentions, sentence: Sentence, previous: EventDraft) -> bool:
    """Whether an event was told shortly before and the sentence names no place, so that it lies where that one did."""
    near = sentence.index - previous.sentence <= _CARRIED and previous.type in FIGHTS
    return near and not any(p.literal for p in m.places_in((sentence.start, sentence.end)))


def _pointed_at(m: Mentions, sentence: Sentence, lead: EventTrigger) -> tuple[tuple[Place, ...], str]:
    """The place that a "where" clause hangs on, or that was left to those who take it."""
    clause = _where(m, lead.token)
    if clause is not None:
        return (clause,), "event-place-where"
    left = left_place(m, sentence, lead.token) if lead.type is EventType.CAPTURE else None
    return ((left,), "event-place-left") if left is not None else ((), "")


def _beside(m: Mentions, sentence: Sentence, group: EventGroup, lead: EventTrigger) -> tuple[tuple[Place, ...], str]:
    """Places of the clauses of the event and of its harm, up to a semicolon, then in the sentence before it."""
    spans = [group.span]
    if not (group.harm and lead.frame.weak):
        spans.append((sentence.start, group.span[1]))
    for span in dict.fromkeys(spans):
        for token in (lead.token, *(h.token for h in group.harm)):
            places, rule = clause_places(m, sentence, span, token)
            if places and not (lead.frame.weak and _parted(m, token, places[0])):
                return places, rule
    return (), ""


def _parted(m: Mentions, token: Token, place: Place) -> bool:
    """ "50 soldiers were killed, and he accused them of mining roads near Lachin": another main verb stands between."""
    low, high = sorted((token.start, place.mention.span[0]))
    between = m.doc.tokens_in((low, high))[1:]
    return any(
        t.tag in {"VBD", "VBZ", "VBP", "VBN"} and t.dep in {"conj", "ROOT"} and t.index != token.index for t in between
    )


def clause_places(m: Mentions, sentence: Sentence, span: Span, token: Token) -> tuple[tuple[Place, ...], str]:
    """Return places of the trigger's clause, then of its segment, with the rule's name."""
    anchors = [a for a in usable(m, sentence, span) if a.preposition in LOOSE or a.place.mention.relation is not None]
    mates = [a for a in anchors if m.clauses.same(a.token, token)]
    if mates:
        return choose(m, mates, token), "event-place-clause"
    antecedent = _where(m, token)
    if antecedent is not None:
        return (antecedent,), "event-place-where"
    near = [a for a in anchors if abs(a.token.start - token.start) <= 120]
    if near:
        return choose(m, near, token), "event-place-near"
    return (), ""


def _where(m: Mentions, token: Token) -> Place | None:
    """ "in Belarus, where the exercises are to begin": the place that a "where" clause hangs on."""
    for above in (token, *m.doc.ancestors(token)):
        if above.dep == "relcl":
            place = place_at(m, m.doc.tokens[above.head])
            if place is not None:
                return place
    return None


def _drill_place(m: Mentions, sentence: Sentence) -> tuple[tuple[Place, ...], str]:
    """A drill announced without a place: the next sentence of the paragraph tells it."""
    following = next((s for s in m.doc.sentences if s.index == sentence.index + 1 and s.block == sentence.block), None)
    if following is None:
        return (), ""
    anchors = [
        a
        for a in usable(m, following, (following.start, following.end))
        if a.preposition in {"in", "at", "off", "near", "across", "around"}
    ]
    return tuple(dict.fromkeys(a.place for a in anchors)), "event-place-next"


def _of_parties(m: Mentions, sentence: Sentence, topic: tuple[Place, ...]) -> tuple[Place, ...]:
    """The country that an article is about, unless the deal is one of two other states."""
    states = {a.code for a in m.actors if a.kind == "state" and sentence.start <= a.span[0] < sentence.end}
    return () if len(states) > 1 and topic and topic[0].country not in states else topic


def _told_aside(m: Mentions, lead: EventTrigger) -> bool:
    """ "China, which brokered a truce, has closed the gate at Ruili": what the main clause tells is not of the deal."""
    return m.clauses.head(lead.token).dep in {"relcl", "acl"}


def _agreed(
    m: Mentions, sentence: Sentence, lead: EventTrigger, previous: EventDraft | None
) -> tuple[tuple[Place, ...], str]:
    """An agreement lies where it applies, not where it was signed."""
    anchors = usable(m, sentence, (sentence.start, sentence.end))
    signing = lexicon.events().signing
    held = [
        a for a in anchors if a.governor is not None and a.governor.lemma in signing and a.preposition in {"in", "at"}
    ]
    rest = [a for a in anchors if a not in held]
    own = [
        a
        for a in rest
        if a.governor is not None and (a.governor.index == lead.token.index or lead.token.index in a.through)
    ]
    if own:
        return tuple(dict.fromkeys(a.place for a in own)), "event-place-by-parse"
    rest = [a for a in rest if a.preposition in {"in", "at", "on", "near", "beside", "to", "over", "across", "around"}]
    mates = [a for a in rest if m.clauses.same(a.token, lead.token)]
    rest = mates or ([] if _told_aside(m, lead) else rest)
    if rest:
        return tuple(dict.fromkeys(a.place for a in rest)), "event-place-clause"
    if (
        previous is not None
        and previous.type in FIGHTS
        and _STANDING.search(m.doc.text[max(0, lead.token.start - 6) : lead.token.end].lower())
    ):
        return previous.locations, "event-place-fought"  # a truce holds where the fighting just told was
    topic = _of_parties(m, sentence, topic_country(m))
    if topic:
        return topic, "event-place-topic"
    return tuple(a.place for a in held[:1]), "event-place-signed"
