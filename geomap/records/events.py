"""Conflict events: what was done where, by whom to whom, with the harm that it did.

Every sentence is read for words of fighting, drills and deals (``event_triggers``), which are grouped into events
(``event_groups``), placed (``event_places``) and given their sides (``event_sides``). A sentence that only counts the
harm goes on with the event told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.places import Place
from geomap.model import Actor, Casualties, Event, EventType, Harm, Relation, Source, Span, Status, Time
from geomap.records.casualties import HarmMention, find_harm
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.event_groups import EventGroup, group_triggers, segments
from geomap.records.event_places import clause_places, heading_places, recalled, topic_country, usable
from geomap.records.event_sides import sides_of
from geomap.records.event_triggers import FIGHTS, EventTrigger, find_event_triggers
from geomap.records.sources import attribute
from geomap.records.status import judge_words

_SURE = {"event-place-by-parse", "event-place-object", "event-place-subject", "event-place-of", "event-place-lost"}
_UNDONE = {"status-negated", "status-none", "status-no-force"}
_FICTION = {"cartoon", "film", "movie", "novel", "animation", "poster", "simulation", "scenario", "painting", "dream", "series"}
_ANYBODY = {"people", "person", "other", "dead", "more", "victim", "casualtie", "men", "troop"}
_MENTIONED = {"of", "against", "for", "like", "despite", "about", "with", "to", "from", "than"}


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event on its way to the report; ``sentence`` is the index of the last sentence that told of it."""

    type: EventType
    locations: tuple[Place, ...]
    actor: Actor | None
    target: Actor | None
    casualties: tuple[Casualties, ...]
    status: Status
    hedged: bool
    source: Source | None
    time: Time | None
    evidence: tuple[Span, ...]
    rules: tuple[str, ...]
    sentence: int
    block: int


def find_events(m: Mentions) -> tuple[Event, ...]:
    """Return the article's events in reading order, ids ``e1``, ``e2``, …"""
    drafts: list[EventDraft] = []
    for sentence in m.doc.sentences:
        triggers = find_event_triggers(m, sentence)
        harm = find_harm(m, sentence)
        if not triggers and not harm:
            continue
        _read(m, sentence, triggers, harm, drafts)
    merged = _settle(_merge(drafts))
    return tuple(_event(f"e{number}", draft) for number, draft in enumerate(merged, start=1))


def _read(m: Mentions, sentence: Sentence, triggers: Sequence[EventTrigger], harm: Sequence[HarmMention], drafts: list[EventDraft]) -> None:
    """Add the events of one sentence; harm that no event of the sentence did goes to the event before it."""
    groups = group_triggers(m, sentence, triggers, harm)
    for span in segments(m, sentence):
        told = [g for g in groups if g.span == span]
        spare = [h for h in harm if span[0] <= h.token.start < span[1] and not any(h in g.harm for g in told)]
        for group in told:
            draft = _draft(m, sentence, group, drafts)
            if draft is not None:
                drafts.append(draft)
            else:
                spare.extend(group.harm)
        if spare:
            _continue(m, sentence, span, spare, drafts)


def _continue(m: Mentions, sentence: Sentence, span: Span, harm: Sequence[HarmMention], drafts: list[EventDraft]) -> None:
    """ "Three people have been wounded": harm told without a word of fighting belongs to the event told just before."""
    if not drafts or drafts[-1].type not in FIGHTS or drafts[-1].block != sentence.block or sentence.index - drafts[-1].sentence > 1:
        return
    last = drafts[-1]
    named = place_keys(_stated(m, sentence, span, harm))
    if named and not named & place_keys(last.locations):
        return
    items = tuple(item for mention in harm for item in mention.items)
    if last.sentence != sentence.index:
        items = tuple(item for item in items if item.kind is not Harm.DISPLACED)
        items = tuple(item for item in items if not any(_same_people(item, other) for other in last.casualties))
    if not items:
        return
    evidence = tuple(dict.fromkeys((*last.evidence, (sentence.start, sentence.end))))
    drafts[-1] = replace(last, casualties=(*last.casualties, *items), evidence=evidence, sentence=sentence.index, rules=(*last.rules, "event-harm-after"))


def _same_people(one: Casualties, other: Casualties) -> bool:
    """Whether two figures may count the same people: the same harm, and no two groups that differ ("37 of the attackers")."""
    if one.kind is not other.kind:
        return False
    groups = {(item.who or "people").split()[-1].casefold().rstrip("s") for item in (one, other)}
    return len(groups) == 1 or bool(groups & _ANYBODY)


def _stated(m: Mentions, sentence: Sentence, span: Span, harm: Sequence[HarmMention]) -> tuple[Place, ...]:
    """The places that the clauses of harm name as their own."""
    anchors = [a for a in usable(m, sentence, span) if a.preposition in {"in", "at", "near", "on", "around", "outside", "off"}]
    return tuple(a.place for a in anchors if any(m.clauses.same(a.token, h.token) for h in harm))


def _draft(m: Mentions, sentence: Sentence, group: EventGroup, drafts: Sequence[EventDraft]) -> EventDraft | None:
    lead = group.lead
    previous = drafts[-1] if drafts and drafts[-1].block == sentence.block else None
    if lead.type is EventType.AGREEMENT:
        lead = next((t for t in group.triggers if _signed(m, t.token)), lead)
        if not _signed(m, lead.token):
            return None
    if lead.type is EventType.EXERCISE and not _drill(m, lead.token):
        return None
    if lead.type is EventType.EXERCISE and not group.places and _referring(m, lead.token):
        return None
    if lead.kind == "repeated":
        if previous is None or previous.type not in {EventType.STRIKE, EventType.SHELLING}:
            return None
        lead = replace(lead, type=previous.type)
    harm = tuple(item for mention in group.harm for item in mention.items)
    if lead.frame.weak and (not harm or lead.kind == "noun"):
        return None
    places, rule = _places(m, sentence, group, lead, previous)
    if not places or (lead.frame.weak and previous is not None and _goes_on(sentence, places, rule, previous)):
        return None
    if lead.fights and lead.kind == "noun" and not harm and not _asserted(m, lead, rule):
        return None
    verdict = judge_words(m, lead.token)
    if lead.type is EventType.EXERCISE and verdict.status is Status.DENIED:
        return None
    if _UNDONE & set(verdict.rules) or _imagined(m, lead.token):
        return None
    if lead.frame.name == "battle" and lead.kind == "verb" and not harm and all(_wide(p) for p in places):
        return None  # "divisions are fighting in the south": a war that goes on, no event
    status = Status.ACTUAL if verdict.status is Status.PAST else verdict.status
    if not harm and _figurative(m, sentence, lead, rule):
        return None
    if (lead.frame.weak or lead.type is EventType.EXPLOSION) and _accident(m, sentence):
        return None
    actor, target = sides_of(m, lead, [t for t in group.triggers if t is not lead])
    said = attribute(m, lead.token)
    return EventDraft(
        lead.type,
        places,
        actor,
        target,
        harm,
        status,
        verdict.hedged or said.anonymous,
        said.source,
        _time(m, group.span, lead.token),
        ((sentence.start, sentence.end),),
        (f"event-{lead.frame.name}-{lead.kind}", rule, *verdict.rules, said.rule),
        sentence.index,
        sentence.block,
    )


def _goes_on(sentence: Sentence, places: tuple[Place, ...], rule: str, previous: EventDraft) -> bool:
    """Whether a sentence that only counts the harm tells it of the event before: at the same place, or at none of its own."""
    if previous.type not in FIGHTS or sentence.index - previous.sentence > 1:
        return False
    return rule == "event-place-heading" or bool(place_keys(places) & place_keys(previous.locations))


def _places(
    m: Mentions, sentence: Sentence, group: EventGroup, lead: EventTrigger, previous: EventDraft | None
) -> tuple[tuple[Place, ...], str]:
    if lead.type is EventType.AGREEMENT:
        return _agreed(m, sentence, lead)
    if group.places:
        return group.places, group.rule
    if lead.type is EventType.CAPTURE and lead.frame.name in {"fall", "capture-noun"}:
        return (), ""
    for span in dict.fromkeys((group.span, (sentence.start, group.span[1]))):
        if span != group.span and group.harm and lead.frame.weak:
            break
        recent = previous.locations if previous is not None and sentence.index - previous.sentence <= 1 else ()
        recall = recalled(m, group.span, recent or heading_places(m, sentence))
        if recall:
            return recall, "event-place-recalled"
        for token in (lead.token, *(h.token for h in group.harm)):
            places, rule = clause_places(m, sentence, span, token)
            if places:
                return places, rule
    if lead.type is EventType.EXERCISE:
        return _drill_place(m, sentence)
    if previous is not None and previous.sentence == sentence.index and group.harm and not lead.frame.weak:
        return previous.locations, "event-place-shared"
    return heading_places(m, sentence), "event-place-heading"


def _referring(m: Mentions, token: Token) -> bool:
    """ "notified of the exercise": a drill that is only spoken of again."""
    definite = any(kid.lower in {"the", "this", "that"} for kid in m.doc.kids(token, "det"))
    return definite and token.dep == "pobj" and m.doc.tokens[token.head].lower in {"of", "about", "before", "after", "for", "to"}


def _drill_place(m: Mentions, sentence: Sentence) -> tuple[tuple[Place, ...], str]:
    """A drill announced without a place: the next sentence of the paragraph tells it."""
    following = next((s for s in m.doc.sentences if s.index == sentence.index + 1 and s.block == sentence.block), None)
    if following is None:
        return (), ""
    anchors = [a for a in usable(m, following, (following.start, following.end)) if a.preposition in {"in", "at", "off", "near", "across", "around"}]
    return tuple(dict.fromkeys(a.place for a in anchors)), "event-place-next"


def _agreed(m: Mentions, sentence: Sentence, lead: EventTrigger) -> tuple[tuple[Place, ...], str]:
    """An agreement lies where it applies, not where it was signed."""
    anchors = usable(m, sentence, (sentence.start, sentence.end))
    signing = lexicon.events().signing
    held = [a for a in anchors if a.governor is not None and a.governor.lemma in signing and a.preposition in {"in", "at"}]
    rest = [a for a in anchors if a not in held]
    own = [a for a in rest if a.governor is not None and (a.governor.index == lead.token.index or lead.token.index in a.through)]
    if own:
        return tuple(dict.fromkeys(a.place for a in own)), "event-place-by-parse"
    rest = [a for a in rest if a.preposition in {"in", "at", "on", "near", "beside", "to", "over", "across", "around"}]
    if rest:
        return tuple(dict.fromkeys(a.place for a in rest)), "event-place-clause"
    return topic_country(m), "event-place-topic"


def _signed(m: Mentions, token: Token) -> bool:
    """Talk of a deal is none: it must be signed, or be a truce that holds or held."""
    signing = lexicon.events().signing
    head = m.doc.tokens[token.head]
    if head.lemma in signing and token.dep in {"dobj", "nsubjpass", "pobj"}:
        return True
    if any(kid.lemma in signing for kid in m.doc.kids(token, "acl", "relcl")):
        return True
    return token.lower in lexicon.events().standing and head.lower in {"under", "since"}


def _accident(m: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence tells of storms, quakes, crashes or pits, so that nobody need have done the harm."""
    nouns = (t for t in m.doc.sentence_tokens(sentence) if t.pos == "NOUN")  # gunmen who "storm" a hotel are no storm
    return any(t.lemma.lower() in lexicon.events().accidents for t in nouns)


def _figurative(m: Mentions, sentence: Sentence, lead: EventTrigger, rule: str) -> bool:
    """ "Fired a missile from 30 yards", "attacked by critics", "fell after the attack on the currency", a missile test."""
    if lead.kind == "weapon" and lead.token.lemma in {"fire", "launch"}:
        towards = {kid.lower for kid in m.doc.kids(lead.token, "prep")}
        if towards & {"into", "toward", "towards"} and not towards & {"at", "on", "against"} and lead.type is EventType.STRIKE:
            return any(t.lemma in {"sea", "ocean", "water", "test"} for t in m.doc.sentence_tokens(sentence))
    if lead.frame.name not in {"weapon", "attack", "strike-noun", "explosion"} or lead.type is EventType.EXPLOSION and lead.kind != "noun":
        return False
    if lead.kind in {"weapon", "noun"} and rule in _SURE:
        return False
    return not _armed(m, sentence, loosely=lead.kind not in {"weapon", "noun"})


def _armed(m: Mentions, sentence: Sentence, *, loosely: bool) -> bool:
    """Whether a sentence names an actor or a force of some type; ``loosely``, any force or people who fight."""
    spans = (*(a.span for a in m.actors), *(f.span for f in m.forces if f.named or loosely))
    if any(sentence.start <= span[0] < sentence.end for span in spans):
        return True
    return loosely and any(t.lemma.lower() in lexicon.events().fighters for t in m.doc.sentence_tokens(sentence))


def _imagined(m: Mentions, token: Token) -> bool:
    """ "A cartoon in which rockets rain down on Taipei": what is only shown or told."""
    return any(t.lemma in _FICTION for t in m.doc.ancestors(token))


def _wide(place: Place) -> bool:
    """Whether a place is a country or a region."""
    resolved = place.mention.resolved
    kinds = {"country", "region", "admin1", "continent"}
    return place.mention.relation in {Relation.PART, Relation.REGION} or (resolved is not None and resolved.kind in kinds)


def _drill(m: Mentions, token: Token) -> bool:
    """A drill of forces, not the exercise of a right."""
    if token.tag.startswith("VB") or m.doc.text[token.start : token.end] == "Exercise":
        return True
    near = m.doc.sentence_tokens(m.doc.sentences[token.sentence])
    if any(t.lower in lexicon.events().military for t in near if t.index != token.index or t.tag == "NNS"):
        return True
    low = m.doc.sentences[max(0, token.sentence - 1)].start
    return any(low <= force.start < token.start for force in m.forces)


def _asserted(m: Mentions, lead: EventTrigger, rule: str) -> bool:
    """A noun of fighting tells an event where a place hangs on it and it is not merely mentioned ("fears of an attack")."""
    head = m.doc.tokens[lead.token.head]
    mentioned = lead.token.dep in {"pobj", "compound", "poss", "conj", "appos"} and head.lower in _MENTIONED
    if mentioned and m.doc.tokens[head.head].tag == "CD":
        mentioned = False  # "51 of the 146 clashes took place near Pokrovsk"
    return not mentioned and rule in {*_SURE, "event-place-by-verb", "event-place-clause", "event-place-recalled"}


def _time(m: Mentions, span: Span, token: Token) -> Time | None:
    told = [t for t in m.times if span[0] <= t.span[0] < span[1]]
    own = [t for t in told if any(member.start <= t.span[0] < member.end for member in m.clauses.members(token))]
    return min(own or told, key=lambda t: abs(t.span[0] - token.start)).value() if told else None


def _merge(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Join what is told twice: the same kind at the same place, at most one of the two with casualties."""
    kept: list[EventDraft] = []
    for draft in drafts:
        index = next((i for i, other in enumerate(kept) if _same(other, draft)), None)
        if index is None:
            kept.append(draft)
            continue
        other = kept[index]
        kept[index] = replace(
            other,
            casualties=other.casualties or draft.casualties,
            evidence=tuple(dict.fromkeys((*other.evidence, *draft.evidence))),
            actor=other.actor or draft.actor,
            target=other.target or draft.target,
            time=other.time or draft.time,
            source=other.source or draft.source,
        )
    return kept


def _same(one: EventDraft, other: EventDraft) -> bool:
    if one.type is not other.type or (one.casualties and other.casualties and one.casualties != other.casualties):
        return False
    if one.time is not None and other.time is not None and one.time.text != other.time.text and one.type is not EventType.EXERCISE:
        return False
    return bool(place_keys(one.locations) & place_keys(other.locations))


def _settle(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """A capture or an agreement of an earlier year is past where the article tells that the place changed hands since."""
    settled = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.type not in {EventType.CAPTURE, EventType.AGREEMENT} or draft.time is None or draft.time.end is None:
            continue
        end = draft.time.end
        later = any(
            other.type is EventType.CAPTURE
            and other.time is not None
            and other.time.start is not None
            and other.time.start > end
            and place_keys(other.locations) & place_keys(draft.locations)
            for other in drafts
            if other is not draft
        )
        if later and draft.status is Status.ACTUAL:
            settled[index] = replace(draft, status=Status.PAST, rules=(*draft.rules, "event-undone-since"))
    return settled


def _event(number: str, draft: EventDraft) -> Event:
    return Event(
        id=number,
        type=draft.type,
        actor=draft.actor,
        target=draft.target,
        location=tuple(dict.fromkeys(p.mention.id for p in draft.locations)),
        time=draft.time,
        status=draft.status,
        hedged=draft.hedged,
        source=draft.source,
        casualties=draft.casualties,
        evidence=draft.evidence,
        confidence=0.8 if _SURE & set(draft.rules) else 0.6,
        rules=tuple(dict.fromkeys(draft.rules)),
    )
