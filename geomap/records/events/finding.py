"""Conflict events: what was done where, by whom to whom, with the harm that it did.

Every sentence is read for words of fighting, drills and deals (``event_triggers``), which are grouped into events
(``event_groups``), judged (``event_sense``), placed (``event_sites``) and given their sides (``event_sides``). A
sentence that only counts the harm goes on with the event told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import Casualties, Event, EventType, Span, Status, Time
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.events.casualties import HarmMention, find_harm
from geomap.records.events.continued import carry_on, elsewhere, told_again
from geomap.records.events.drafts import EventDraft, event_of, merge, settle
from geomap.records.events.groups import EventGroup, group_triggers, segments
from geomap.records.events.readings import recalling
from geomap.records.events.sense import (
    SURE,
    accident,
    asserted,
    called_off,
    figurative,
    hypothetical,
    imagined,
    is_drill,
    made,
    metaphor,
    past_background,
    referring,
    running_total,
    signed,
    untold_shot,
    wide,
)
from geomap.records.events.sides import sides_of
from geomap.records.events.sites import site_of
from geomap.records.events.topics import civil
from geomap.records.events.triggers import FIGHTS, EventTrigger, find_event_triggers
from geomap.records.events.unknown import own_unknown_place, unknown_place
from geomap.records.sources import attribute
from geomap.records.status.finding import Verdict, judge_words

_UNDONE = {"status-negated", "status-none", "status-no-force"}
_AHEAD = {Status.PLANNED, Status.POSSIBLE}


def find_events(m: Mentions) -> tuple[Event, ...]:
    """Return the article's events in reading order, ids ``e1``, ``e2``, …"""
    drafts: list[EventDraft] = []
    for passage in m.windows():
        for sentence in passage.sentences:
            triggers = find_event_triggers(passage, sentence)
            harm = find_harm(passage, sentence)
            if triggers or harm:
                _read(passage, sentence, triggers, harm, drafts)
    merged = settle(merge(sorted(drafts, key=lambda draft: draft.evidence[0])))
    return tuple(event_of(f"e{number}", draft) for number, draft in enumerate(merged, start=1))


def _read(
    m: Mentions,
    sentence: Sentence,
    triggers: Sequence[EventTrigger],
    harm: Sequence[HarmMention],
    drafts: list[EventDraft],
) -> None:
    """Add the events of one sentence; harm that no event of the sentence did goes to the event before it."""
    groups = group_triggers(m, sentence, triggers, harm)
    for span in segments(m, sentence):
        told = [g for g in groups if g.span == span]
        spare = [h for h in harm if span[0] <= h.token.start < span[1] and not any(h in g.harm for g in told)]
        for group in told:
            group.harm = [h for h in group.harm if not _harmed_elsewhere(m, group.lead, h)]
            if told_again(m, sentence, group, drafts):
                continue
            draft = _draft(m, sentence, group, drafts)
            if draft is not None:
                drafts.append(draft)
            elif not unknown_place(m, group.lead.token):
                spare.extend(group.harm)
        if spare:
            carry_on(m, sentence, span, spare, drafts)


def _harmed_elsewhere(m: Mentions, lead: EventTrigger, mention: HarmMention) -> bool:
    """ "Two soldiers were killed near Ber, and a convoy was attacked in Gao": at a place that the gazetteer lacks."""
    apart = not m.clauses.same(lead.token, mention.token)
    return apart and (own_unknown_place(m, mention.token) or elsewhere(m, mention))


def _draft(m: Mentions, sentence: Sentence, group: EventGroup, drafts: Sequence[EventDraft]) -> EventDraft | None:
    previous = drafts[-1] if drafts and drafts[-1].block == sentence.block else None
    lead = _lead(m, group, previous)
    if lead is None:
        return None
    harm = tuple(item for mention in group.harm for item in mention.items)
    places, rule = site_of(m, sentence, group, lead, previous)
    if not places or not _tells(m, sentence, lead, harm=harm, places=places, rule=rule):
        return None
    verdict = judge_words(m, lead.token)
    known = lead.frame.weak and previous is not None and _goes_on(sentence, places, rule, previous)
    if known or _undone(m, lead, verdict, rule, harmed=bool(harm)):
        return None
    status = Status.ACTUAL if verdict.status is Status.PAST or made(m, lead) else verdict.status
    actor, target = sides_of(m, lead, [t for t in group.triggers if t is not lead])
    said = attribute(m, lead.token)
    return EventDraft(
        lead.type,
        places,
        actor,
        target,
        harm,
        status,  # what is done stays done; see ``settle``
        verdict.hedged or said.anonymous,
        said.source,
        _time(m, group.span, lead.token),
        ((sentence.start, sentence.end),),
        (f"event-{lead.frame.name}-{lead.kind}", rule, *verdict.rules, said.rule),
        sentence.index,
        sentence.block,
    )


def _undone(m: Mentions, lead: EventTrigger, verdict: Verdict, rule: str, *, harmed: bool) -> bool:
    """Whether what is told was not done, or is only spoken of."""
    if _UNDONE & set(verdict.rules):
        return True
    if lead.type is EventType.EXERCISE:
        # "on the day that the exercise opened, a carrier sailed in the strait"
        known = recalling(m, lead.token) and not m.doc.kids(lead.token, "relcl", "prep")
        return verdict.status is Status.DENIED or (rule == "event-place-near" and known)
    # "should the fighting drag on", "HIMARS will help to sink a hulk", "threatened to order attacks on every village"
    unsaid = lead.type is EventType.BATTLE or lead.kind == "weapon" or (lead.kind == "noun" and rule not in SURE)
    return lead.fights and not harmed and verdict.status in _AHEAD and unsaid


def _lead(m: Mentions, group: EventGroup, previous: EventDraft | None) -> EventTrigger | None:
    """Return the word that names the event, ``None`` where that is no signed deal and no drill of forces."""
    lead = group.lead
    if lead.type is EventType.AGREEMENT:
        return next((t for t in group.triggers if signed(m, t.token)), None)
    if lead.type is EventType.EXERCISE:
        spoken_of = not group.places and referring(m, lead.token)
        return lead if is_drill(m, lead.token) and not spoken_of and not called_off(m, lead.token) else None
    if lead.kind == "recalled" or (lead.type is EventType.BATTLE and metaphor(m, lead.token)):
        return None
    if lead.kind == "repeated":
        going_on = previous is not None and previous.type in {EventType.STRIKE, EventType.SHELLING}
        return replace(lead, type=previous.type) if previous is not None and going_on else None
    return lead


def _tells(
    m: Mentions,
    sentence: Sentence,
    lead: EventTrigger,
    *,
    harm: Sequence[Casualties],
    places: Sequence[Place],
    rule: str,
) -> bool:
    """Whether the words tell that something was done, by force of arms where they tell of fighting."""
    if imagined(m, lead.token):
        return False
    if lead.frame.weak or lead.type is EventType.EXPLOSION:
        counted = bool(harm) and lead.kind != "noun"
        if (lead.frame.weak and (not counted or running_total(m, sentence, places))) or accident(m, sentence):
            return False
    if harm:
        return True
    if lead.fights and (civil(m) or past_background(m, lead.token)):
        return False
    if hypothetical(m, lead.token) or untold_shot(m, lead, rule):
        return False
    unsaid = lead.fights and lead.kind == "noun" and not asserted(m, lead, rule)
    # "divisions have fought in the south": a war that goes on, no event
    war = lead.frame.name == "battle" and lead.kind == "verb" and all(wide(place) for place in places)
    return not unsaid and not war and not figurative(m, sentence, lead, rule)


def _goes_on(sentence: Sentence, places: tuple[Place, ...], rule: str, previous: EventDraft) -> bool:
    """Whether a sentence that only counts harm goes on with the event before: at its place, or at none of its own."""
    if previous.type not in FIGHTS or sentence.index - previous.sentence > 1:
        return False
    return rule == "event-place-heading" or bool(place_keys(places) & place_keys(previous.locations))


def _time(m: Mentions, span: Span, token: Token) -> Time | None:
    told = [t for t in m.times if span[0] <= t.span[0] < span[1]]
    own = [t for t in told if any(member.start <= t.span[0] < member.end for member in m.clauses.members(token))]
    return min(own or told, key=lambda t: abs(t.span[0] - token.start)).value() if told else None
