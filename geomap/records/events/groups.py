"""Groups the words of a sentence that tell one and the same event.

Words with places of their own make events; the others join the event that governs them, or the one told before them.
A semicolon parts what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import EventType, Span
from geomap.records.context import Mentions
from geomap.records.drafts import place_keys
from geomap.records.events.casualties import HarmMention
from geomap.records.events.places import lost_places, object_places, own_places, places_of, subject_place, verb_places
from geomap.records.events.sense import spoken_of, wide
from geomap.records.events.taking import unresisted
from geomap.records.events.triggers import FIGHTS, EventTrigger

_AREAS = (" region", " province", " oblast", " district", " sector", " area", " governorate")


@dataclass(slots=True)
class EventGroup:
    """Words of one event within ``span``, the part of the sentence up to a semicolon; ``places`` hang on ``owners``."""

    span: Span
    triggers: list[EventTrigger]
    places: tuple[Place, ...] = ()
    rule: str = ""
    owners: list[EventTrigger] = field(default_factory=list)
    harm: list[HarmMention] = field(default_factory=list)

    @property
    def lead(self) -> EventTrigger:
        """The most telling word: of those with the place, of the earliest kind of fighting."""
        strong = [t for t in self.owners or self.triggers if not t.frame.weak]
        candidates = strong or [t for t in self.triggers if not t.frame.weak] or self.triggers
        return min(candidates, key=lambda t: (_rank(t), t.kind != "noun", t.token.index))


def _rank(trigger: EventTrigger) -> int:
    if trigger.frame.name == "shot-down":  # "shot down in a dogfight"
        return FIGHTS.index(EventType.BATTLE) + 1
    return FIGHTS.index(trigger.type) if trigger.type in FIGHTS else len(FIGHTS)


def segments(m: Mentions, sentence: Sentence) -> tuple[Span, ...]:
    """Split a sentence at its semicolons."""
    cuts = [t.start for t in m.doc.sentence_tokens(sentence) if t.text == ";"]
    edges = [sentence.start, *cuts, sentence.end]
    return tuple(pairwise(edges))


def group_triggers(
    m: Mentions, sentence: Sentence, triggers: Sequence[EventTrigger], harm: Sequence[HarmMention]
) -> list[EventGroup]:
    """Return the events of a sentence in the order of their first words, with the harm of each."""
    groups: list[EventGroup] = []
    for span in segments(m, sentence):
        inside = [t for t in triggers if span[0] <= t.token.start < span[1]]
        fights = _fights(
            m, span, [t for t in inside if t.fights], [h for h in harm if span[0] <= h.token.start < span[1]]
        )
        for kind in (EventType.EXERCISE, EventType.AGREEMENT):
            some = [t for t in inside if t.type is kind]
            if some:
                placed = [(t, *trigger_places(m, t)) for t in some]
                own = (item for item in placed if item[1] and item[2] == "event-place-by-parse")
                owner = next(own, None) or next((item for item in placed if item[1]), None)
                fights.append(
                    EventGroup(span, some, owner[1], owner[2], [owner[0]]) if owner else EventGroup(span, some)
                )
        groups.extend(sorted(fights, key=lambda g: g.triggers[0].token.index))
    return groups


def trigger_places(m: Mentions, trigger: EventTrigger) -> tuple[tuple[Place, ...], str]:
    """Return the places that hang on one trigger, with the rule's name."""
    if trigger.frame.place == "from":
        return lost_places(m, trigger.token), "event-place-lost"
    if trigger.frame.place == "of":
        return places_of(m, trigger.token) or own_places(m, trigger.token), "event-place-of"
    if trigger.frame.place in {"object", "subject"}:
        place = subject_place(m, trigger.token) if trigger.frame.place == "subject" else None
        if place is not None:
            return (place,), "event-place-subject"
        taken = object_places(m, trigger.token)
        if taken:
            return taken, "event-place-object"
    own = own_places(m, trigger.token)
    if own:
        return own, "event-place-by-parse"
    return verb_places(m, trigger.token), "event-place-by-verb"


def _fights(m: Mentions, span: Span, triggers: Sequence[EventTrigger], harm: Sequence[HarmMention]) -> list[EventGroup]:
    strong = [t for t in triggers if not t.frame.weak and not (harm and spoken_of(m, t.token))]
    chosen = strong or list(triggers)
    chosen = [t for t in chosen if not (len(chosen) > 1 and _set_off(m, t))]
    captures = [t for t in chosen if t.type is EventType.CAPTURE and not t.frame.companion]
    chosen = [t for t in chosen if not t.frame.companion or captures or unresisted(m, t.token)]
    placed = {t.token.index: trigger_places(m, t) for t in chosen}
    groups: list[EventGroup] = []
    for trigger in chosen:
        places, rule = placed[trigger.token.index]
        if not places:
            continue
        mate = next((g for g in groups if _one_event(m, g, trigger, places)), None)
        if mate is None:
            groups.append(EventGroup(span, [trigger], places, rule, [trigger]))
        else:
            mate.triggers.append(trigger)
            mate.owners.append(trigger)
    for trigger in chosen:
        if placed[trigger.token.index][0]:
            continue
        if not groups:
            groups.append(EventGroup(span, [trigger]))
            continue
        nearest = _nearest(m, groups, trigger.token)
        if _apart(m, nearest, trigger, harm):
            groups.append(EventGroup(span, [trigger], nearest.places, "event-place-shared"))
        else:
            nearest.triggers.append(trigger)
    for mention in harm:
        if groups:
            _nearest(m, groups, mention.token).harm.append(mention)
    return groups


def _set_off(m: Mentions, trigger: EventTrigger) -> bool:
    """ "A strike on a depot set off explosions": what another deed brings about is no event of its own."""
    verb = m.doc.tokens[trigger.token.head]
    effect = trigger.kind == "noun" and trigger.type is EventType.EXPLOSION and trigger.token.dep == "dobj"
    return effect and verb.lemma in {"set", "cause", "trigger", "spark", "touch"}


def _one_event(m: Mentions, group: EventGroup, trigger: EventTrigger, places: tuple[Place, ...]) -> bool:
    """Whether a further word at the same place tells the same event: not where another subject does something else."""
    lead = group.lead
    if not place_keys(group.places) & place_keys(places):
        return _more_closely(m, group, trigger, places)
    if lead.type is trigger.type or m.clauses.same(lead.token, trigger.token):
        return True
    one, other = (m.clauses.subject(t.token) if t.token.is_verb else None for t in (lead, trigger))
    return one is None or other is None or one.index == other.index


def _more_closely(m: Mentions, group: EventGroup, trigger: EventTrigger, places: tuple[Place, ...]) -> bool:
    """ "Went over to the attack in the Kursk region, thrusting at Berdin": the participle tells where in the region."""
    governed = any(trigger.token.head == t.token.index for t in group.owners)
    closer = trigger.token.tag == "VBG" and governed and group.lead.type is trigger.type
    if closer and all(wide(place) or m.doc.text[place.mention.span[1] :].startswith(_AREAS) for place in group.places):
        group.places = places
        return True
    return False


def _nearest(m: Mentions, groups: Sequence[EventGroup], token: Token) -> EventGroup:
    """The group that governs a word or is governed by it; else the last one told before it; else the first."""
    above = [t.index for t in m.doc.ancestors(token)]
    for index in (token.index, *above):
        for group in groups:
            for trigger in group.triggers:
                if trigger.token.index == index or (
                    index == token.index
                    and any(a.index == index for a in m.doc.ancestors(trigger.token))
                    and _close(m, trigger.token, token)
                ):
                    return group
    same = next((g for g in groups if any(m.clauses.same(t.token, token) for t in g.triggers)), None)
    if same is not None:
        return same
    before = [g for g in groups if g.triggers[0].token.index <= token.index]
    return before[-1] if before else groups[0]


def _close(m: Mentions, low: Token, high: Token) -> bool:
    """Whether only nouns and prepositions stand between a word and the one above it: "died in fighting around Sake"."""
    for above in m.doc.ancestors(low):
        if above.index == high.index:
            return True
        if above.is_verb:
            return False
    return False


def _apart(m: Mentions, group: EventGroup, trigger: EventTrigger, harm: Sequence[HarmMention]) -> bool:
    """Whether a word without a place tells an event of its own: of another kind, each with its own harm."""
    lead = group.lead
    if lead.type is trigger.type or m.clauses.same(lead.token, trigger.token) or len(harm) < 2:
        return False
    near = [h for h in harm if m.clauses.same(h.token, trigger.token) or _close(m, trigger.token, h.token)]
    return bool(near) and len(near) < len(harm)
