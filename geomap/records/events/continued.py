"""Goes on with an event told before: by harm that a later sentence counts, or by words that only recall it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language.annotated import Sentence
from geomap.mentions.places.finding import Place
from geomap.model import Casualties, EventType, Harm, Span
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.events.casualties import HarmMention
from geomap.records.events.drafts import EventDraft
from geomap.records.events.groups import EventGroup
from geomap.records.events.places import usable
from geomap.records.events.readings import recalling
from geomap.records.events.sense import accident, wide
from geomap.records.events.triggers import FIGHTS, fighting_verbs
from geomap.records.events.unknown import unknown_name, unknown_place

_ANYBODY = {
    "people",
    "person",
    "other",
    "dead",
    "more",
    "victim",
    "casualtie",
    "men",
    "troop",
    "bodie",
    "body",
    "corpse",
}
_SITES = {"in", "at", "near", "on", "around", "outside", "off"}
_NEAR = {"near", "at", "outside", "around"}
_REACH = 6
"""Sentences within which "the attack" recalls one told before."""
_ALIKE = {
    EventType.STRIKE: {EventType.STRIKE, EventType.SHELLING},
    EventType.SHELLING: {EventType.SHELLING, EventType.STRIKE},
    EventType.EXPLOSION: {EventType.EXPLOSION, EventType.STRIKE, EventType.SHELLING},
    EventType.ATTACK: set(FIGHTS) - {EventType.CAPTURE},
    EventType.BATTLE: {EventType.BATTLE},
}
"""What kinds of event a noun of each kind may recall: any fighting is called an attack."""


def carry_on(
    m: Mentions, sentence: Sentence, span: Span, harm: Sequence[HarmMention], drafts: list[EventDraft]
) -> None:
    """ "Three people have been wounded": harm told without a word of fighting belongs to the event told just before."""
    if not drafts or drafts[-1].type not in FIGHTS or not _just_before(m, sentence, drafts[-1]):
        return
    if any(elsewhere(m, mention) for mention in harm) or accident(m, sentence):
        return
    if any(t.is_verb and t.lemma in fighting_verbs() and unknown_place(m, t) for t in m.doc.sentence_tokens(sentence)):
        return  # "they overran Salleri, at the other end of the country, where 27 policemen died"
    last = drafts[-1]
    if last.sentence != sentence.index and _names_unknown(m, sentence):
        return
    named = place_keys(_stated(m, sentence, span, harm))
    if named and not named & place_keys(last.locations):
        return
    if _told_elsewhere(m, sentence, span, last):
        return
    grown = _with_harm(last, sentence, harm)
    if grown is not None:
        drafts[-1] = replace(grown, rules=(*grown.rules, "event-harm-after"))


def _just_before(m: Mentions, sentence: Sentence, last: EventDraft) -> bool:
    """Whether an event was told in the sentence before; in the paragraph before, where this sentence names no place."""
    if sentence.index - last.sentence > 1:
        return False
    if last.block == sentence.block:
        return True
    span = (sentence.start, sentence.end)
    lasting = any(t.since for t in m.times if span[0] <= t.span[0] < span[1])
    return not lasting and not any(place.literal for place in m.places_in(span))


def _with_harm(last: EventDraft, sentence: Sentence, harm: Sequence[HarmMention]) -> EventDraft | None:
    """The event with harm that a sentence adds to it, ``None`` where that counts the same people again."""
    items = tuple(item for mention in harm for item in mention.items)
    before = last.casualties
    if any(mention.token.lower == "toll" for mention in harm):
        before = tuple(item for item in before if item.kind is not Harm.KILLED)  # "the death toll rose to 27"
    if last.sentence != sentence.index:
        items = tuple(item for item in items if item.kind is not Harm.DISPLACED)
        own = {id(item) for mention in harm if mention.token.lemma in {"lose", "cost"} for item in mention.items}
        items = tuple(i for i in items if id(i) in own or not any(_same_people(i, other) for other in before))
    if not items:
        return None
    return replace(
        last,
        casualties=(*before, *items),
        evidence=tuple(dict.fromkeys((*last.evidence, (sentence.start, sentence.end)))),
        sentence=sentence.index,
    )


def told_again(m: Mentions, sentence: Sentence, group: EventGroup, drafts: list[EventDraft]) -> bool:
    """ "The strikes set oil tanks ablaze": whether words recall an event told before, which then goes on from there.

    The event becomes the last of ``drafts``, so that the harm of the next sentence is added to it.
    """
    lead = group.lead
    if group.places or lead.kind not in {"noun", "recalled"} or not lead.fights or lead.type is EventType.CAPTURE:
        return False
    if not recalling(m, lead.token):
        return False
    near = [d for d in drafts if d.type in _ALIKE[lead.type] and sentence.index - d.sentence <= _REACH]
    if not near:
        return False
    last = max(draft.sentence for draft in near)
    draft = next(d for d in near if d.sentence == last)  # of two in one sentence, that of its main clause
    if any(t.lower == "since" for t in m.doc.sentence_tokens(sentence)):
        group.harm = []  # the toll of all such attacks
    grown = _with_harm(draft, sentence, group.harm) or draft
    rules = (*grown.rules, "event-told-again")
    drafts.remove(draft)
    drafts.append(replace(grown, rules=rules, sentence=sentence.index, block=sentence.block))
    return True


def _names_unknown(m: Mentions, sentence: Sentence) -> bool:
    """ "Lost two men to mortar fire at Sake": whether a later sentence is at a place that the gazetteer lacks."""
    led = (t for t in m.doc.sentence_tokens(sentence) if t.dep == "pobj" and m.doc.tokens[t.head].lower in _NEAR)
    return any(unknown_name(m, t) for t in led)


def elsewhere(m: Mentions, mention: HarmMention) -> bool:
    """ "They overran Salleri, where 27 policemen died": harm at a place that the gazetteer lacks."""
    relative = next((t for t in (mention.token, *m.doc.ancestors(mention.token)) if t.dep == "relcl"), None)
    return relative is not None and unknown_name(m, m.doc.tokens[relative.head])


def _same_people(one: Casualties, other: Casualties) -> bool:
    """Whether two figures may count the same people: the same harm to groups that do not differ."""
    if one.kind is not other.kind:
        return False
    groups = {(item.who or "people").split()[-1].casefold().rstrip("s") for item in (one, other)}
    return len(groups) == 1 or bool(groups & _ANYBODY)


def _told_elsewhere(m: Mentions, sentence: Sentence, span: Span, last: EventDraft) -> bool:
    """ "A woman died when her house in Bilozerka was hit": whether a later sentence names other towns only."""
    anchors = [a for a in usable(m, sentence, span) if a.preposition in _SITES or a.token.dep == "pobj"]
    towns = [a.place for a in anchors if not wide(a.place)]
    here = place_keys(last.locations)
    return last.sentence != sentence.index and bool(towns) and not place_keys(tuple(towns)) & here


def _stated(m: Mentions, sentence: Sentence, span: Span, harm: Sequence[HarmMention]) -> tuple[Place, ...]:
    """The places that the clauses of harm name as their own."""
    anchors = [a for a in usable(m, sentence, span) if a.preposition in _SITES]
    return tuple(a.place for a in anchors if any(m.clauses.same(a.token, h.token) for h in harm))
