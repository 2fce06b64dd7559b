"""Finds the words that tell a conflict event, and decides what kind of event they tell.

A word of several senses is taken only where the grammar speaks for fighting (``event_readings``): "took" with a place
as its object, "fell" with a town as its subject. An open verb ("hit", "killed") is typed by the weapon beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.language.matcher import Matcher
from geomap.language.schemas import EventFrame
from geomap.language.words import Word, plural, words_of
from geomap.model import EventType, Span
from geomap.records.context import Mentions, overlaps
from geomap.records.events.idioms import idiom_of, objects_of
from geomap.records.events.places import is_place
from geomap.records.events.readings import (
    aimed,
    blamed,
    by_air,
    in_name,
    nominal,
    nothing_done,
    of_place,
    peaceful,
    plausible,
    recalling,
)
from geomap.records.events.taking import PAST_FORMS, loses_men, military_subject, takes_people, takes_place
from geomap.records.events.weapons import weapon_type

FIGHTS = (
    EventType.CAPTURE,
    EventType.STRIKE,
    EventType.SHELLING,
    EventType.EXPLOSION,
    EventType.BATTLE,
    EventType.ATTACK,
)
"""Kinds of fighting; where several words tell one event, the earlier kind names it."""
_BY_WEAPON = EventFrame(name="weapon", type=EventType.STRIKE)
_BURNING = {"fire", "ablaze", "alight", "aflame", "afire"}
_LOSSES = EventFrame(name="losses", type=EventType.BATTLE, weak=True)
_REPEATED = EventFrame(name="repeated", type=EventType.STRIKE)


@dataclass(frozen=True, slots=True)
class EventTrigger:
    """Words that tell an event; ``token`` heads them.

    ``kind`` is verb, noun, phrase, idiom, weapon, repeated ("hit again") or recalled ("the strikes").
    """

    token: Token
    span: Span
    frame: EventFrame
    type: EventType
    kind: str

    @property
    def fights(self) -> bool:
        """Whether it tells fighting, not a drill or a deal."""
        return self.type in FIGHTS


@cache
def _verbs() -> dict[str, EventFrame]:
    return {verb: frame for frame in reversed(lexicon.events().frames) for verb in frame.verbs}


@cache
def fighting_verbs() -> frozenset[str]:
    """Return the verbs that tell fighting by themselves."""
    return frozenset(v for v, frame in _verbs().items() if frame.type in FIGHTS and not (frame.weak or frame.guarded))


@cache
def _nouns() -> Matcher[EventFrame]:
    frames = reversed(lexicon.events().frames)
    return Matcher((form, frame) for frame in frames for noun in frame.nouns for form in (noun, plural(noun)))


@cache
def _phrases() -> Matcher[EventFrame]:
    return Matcher((phrase, frame) for frame in lexicon.events().frames for phrase in frame.phrases)


def find_event_triggers(m: Mentions, sentence: Sentence) -> tuple[EventTrigger, ...]:
    """Return the triggers of a sentence in reading order, weak and companion ones too."""
    found: dict[int, EventTrigger] = {}
    spelt = sorted((*_from_phrases(m, sentence), *_from_nouns(m, sentence)), key=lambda t: (t.span[0], -t.span[1]))
    for trigger in (*spelt, *_from_verbs(m, sentence)):
        inside = any(overlaps(t.span, trigger.span) for t in found.values())
        if not inside and trigger.token.index not in found:
            found[trigger.token.index] = trigger
    return tuple(found[index] for index in sorted(found))


def _words(m: Mentions, sentence: Sentence) -> tuple[Word, ...]:
    return words_of(m.doc.text, sentence.start, sentence.end)


def _from_phrases(m: Mentions, sentence: Sentence) -> Iterator[EventTrigger]:
    for match in _phrases().scan(_words(m, sentence)):
        tokens = m.doc.tokens_in((match.start, match.end))
        token = next((t for t in tokens if t.tag.startswith("VB")), tokens[0])
        if match.entry.place is not None and not takes_place(m, token, match.entry):
            continue
        if nothing_done(m, token) or blamed(m, token):
            continue
        if match.entry.name == "shot-down" and not _felled(m, token):
            continue
        trigger = EventTrigger(token, (match.start, match.end), match.entry, match.entry.type, "phrase")
        yield _typed(m, trigger) if match.entry.type is EventType.ATTACK else trigger


def _from_nouns(m: Mentions, sentence: Sentence) -> Iterator[EventTrigger]:
    for match in _nouns().scan(_words(m, sentence)):
        token = m.doc.head_of((match.start, match.end))
        if token is None:
            continue
        named = (
            token.text == "Exercise" and m.doc.text[token.end : token.end + 2].strip().isupper()
        )  # "Exercise Nordic Response"
        if not named and (not nominal(m, token) or in_name(m, token) or peaceful(m, token)):
            continue
        head = m.doc.tokens[token.head]
        if token.dep == "compound" and head.pos in {"NOUN", "PROPN"} and head.index > token.index and not named:
            continue  # "assault rifle", "attack helicopter"
        if match.entry.guarded and not aimed(m, token):
            if recalling(m, token):
                yield EventTrigger(token, (match.start, match.end), match.entry, match.entry.type, "recalled")
            continue
        if match.entry.place == "of" and not of_place(m, token):
            continue
        trigger = EventTrigger(token, (match.start, match.end), match.entry, match.entry.type, "noun")
        yield _typed(m, trigger) if match.entry.type in {EventType.ATTACK, EventType.STRIKE} else trigger


def _from_verbs(m: Mentions, sentence: Sentence) -> Iterator[EventTrigger]:
    for token in m.doc.sentence_tokens(sentence):
        if token.lower not in PAST_FORMS and (
            not token.tag.startswith("VB") or token.dep in {"amod", "aux", "auxpass"}
        ):
            continue
        if token.dep in {"pcomp", "csubj"} and _nouns().at(words_of(token.lower), 0) is not None and nominal(m, token):
            continue
        idiom = idiom_of(m, token)
        trigger = _by_idiom(m, token, idiom) if idiom is not None else _by_verb(m, token)
        if trigger is not None:
            yield trigger


def _by_idiom(m: Mentions, token: Token, frame: EventFrame) -> EventTrigger | None:
    if nothing_done(m, token) or (frame.place == "subject" and not takes_place(m, token, frame)):
        return None
    return EventTrigger(token, (token.start, token.end), frame, frame.type, "idiom")


def _by_verb(m: Mentions, token: Token) -> EventTrigger | None:
    """Return the trigger of a verb: by the weapon beside it where that tells more, else by its frame."""
    words, span = lexicon.events(), (token.start, token.end)
    if token.lemma == "set" and not any(kid.lower in _BURNING for kid in m.doc.kids(token)):
        return None
    lost = token.lemma == "lose" and loses_men(m, token)
    frame = _LOSSES if lost else _verbs().get(token.lemma) or _verbs().get(token.lower)
    weapon = _weapon(m, token, frame)
    if weapon is not None and (frame is None or frame.type is EventType.ATTACK or frame.name == "fall"):
        return EventTrigger(token, span, _BY_WEAPON, weapon, "weapon")
    if frame is not None:
        if frame.name == "capture" and takes_people(m, token):
            return EventTrigger(token, span, _verbs()["kill"], EventType.ATTACK, "verb")
        kind = EventType.STRIKE if frame.name == "shelling" and weapon is EventType.STRIKE else frame.type
        told = lost or plausible(m, token, frame)
        return EventTrigger(token, span, frame, kind, "verb") if told else None
    if token.lemma in {"strike", "hit", "target"} and military_subject(m, token):
        return EventTrigger(token, span, _BY_WEAPON, EventType.STRIKE, "weapon")
    placed = any(is_place(m, kid) for p in m.doc.kids(token, "prep") for kid in m.doc.kids(p))
    repeated = placed and token.lemma in words.repeated_verbs
    return EventTrigger(token, span, _REPEATED, EventType.STRIKE, "repeated") if repeated else None


def _weapon(m: Mentions, token: Token, frame: EventFrame | None) -> EventType | None:
    """What the weapons beside an open verb, or one of shelling, make of it; who attacks with explosives attacks."""
    if token.lemma not in lexicon.events().open_verbs and (frame is None or frame.name != "shelling"):
        return None
    weapon = weapon_type(m, token)
    return None if weapon is EventType.EXPLOSION and frame is not None and not frame.weak else weapon


def _felled(m: Mentions, token: Token) -> bool:
    """ "Shot down", "brought down" an aircraft or a missile; not a bill, a government, a mast."""
    for noun in objects_of(m, token):
        force = m.force_heads.get(noun.index)
        if force is not None or noun.lemma.lower() in lexicon.events().shot_down or noun.tag in {"CD", "NNP"}:
            return True
    return False


def _typed(m: Mentions, trigger: EventTrigger) -> EventTrigger:
    """ "Shahed attack", "opened fire with mortars": a weapon beside the word says what kind of attack it is."""
    weapon = weapon_type(m, trigger.token)
    if weapon is None and trigger.token.lemma == "bombing" and not by_air(m, trigger.token):
        return replace(trigger, type=EventType.EXPLOSION)
    if weapon is None or (trigger.type is EventType.STRIKE and weapon is EventType.EXPLOSION):
        return trigger
    return replace(trigger, type=weapon)
