"""Conflict events: what was done where, by whom to whom, with the harm that it did.

One sentence tells one event of a kind; where it holds several words of fighting the most telling one names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.language.matcher import Matcher
from geomap.language.schemas import EventFrame
from geomap.language.words import words_of
from geomap.mentions.actors import ActorMention
from geomap.mentions.places import Place
from geomap.model import Actor, Casualties, Event, EventType, Source, Span, Status, Time
from geomap.records.anchors import Anchor
from geomap.records.casualties import casualties_in
from geomap.records.context import Mentions, inside
from geomap.records.drafts import place_keys
from geomap.records.sources import attribute
from geomap.records.status import judge_words

_RANK = {EventType.CAPTURE: 0, EventType.STRIKE: 1, EventType.SHELLING: 2, EventType.EXPLOSION: 3, EventType.BATTLE: 4, EventType.ATTACK: 5}
_SIGNING = {"sign", "ink", "conclude", "broker", "agree", "reach", "strike", "clinch", "seal"}
_STANDING = {"ceasefire", "cease-fire", "truce", "armistice"}
_POSTS = {"airport", "base", "town", "city", "village", "terminal", "post", "barracks", "headquarters", "bridge", "hill", "port", "airfield", "station", "building", "dam", "plant", "crossing", "checkpoint", "fort", "palace", "capital", "settlement", "province", "district", "island", "refinery", "positions", "camp", "whole"}  # fmt: skip
_FALLING = {"fall", "cave in", "cave"}
_NO_CAPTURE = {"take", "enter", "occupy", "regain"}
_DRAWN_PREPOSITIONS = {"in", "at", "near", "on", "around", "outside", "over", "off", "inside", "across", "along", "of", "to", "into", "from", "for", "between", "object", "subject", "", "beside", "by", "against"}


@dataclass(frozen=True, slots=True)
class _Draft:
    type: EventType
    token: Token
    frame: EventFrame
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


@cache
def _verbs() -> dict[str, EventFrame]:
    return {verb: frame for frame in reversed(lexicon.events().frames) for verb in frame.verbs}


@cache
def _nouns() -> Matcher[EventFrame]:
    from geomap.language.words import plural  # noqa: PLC0415

    return Matcher(
        (form, frame) for frame in reversed(lexicon.events().frames) for noun in frame.nouns for form in (noun, plural(noun))
    )


@cache
def _phrases() -> Matcher[EventFrame]:
    return Matcher((phrase, frame) for frame in lexicon.events().frames for phrase in frame.phrases)


def find_events(m: Mentions) -> tuple[Event, ...]:
    """Return the article's events in reading order, ids ``e1``, ``e2``, …"""
    drafts: list[_Draft] = []
    for sentence in m.doc.sentences:
        for group in _groups(m, sentence):
            draft = _draft(m, sentence, group)
            if draft is not None:
                drafts.append(draft)
    return tuple(_event(f"e{number}", draft) for number, draft in enumerate(_merge(drafts), start=1))


def _groups(m: Mentions, sentence: Sentence) -> list[list[tuple[Token, EventFrame, str]]]:
    """Return the words of events in a sentence: one group of fighting, one each of exercise and agreement."""
    found: list[tuple[Token, EventFrame, str]] = []
    low, high = sentence.start, sentence.end
    words = tuple(replace(w, start=w.start + low, end=w.end + low) for w in words_of(m.doc.text[low:high]))
    covered: set[int] = set()
    for kind, matcher in (("phrase", _phrases()), ("noun", _nouns())):
        for match in matcher.scan(words):
            token = m.doc.head_of((match.start, match.end))
            if token is None or token.index in covered:
                continue
            if kind == "noun" and (token.pos not in {"NOUN", "PROPN"} or _in_name(m, token)):
                continue
            if kind == "noun" and token.dep == "compound" and m.doc.tokens[token.head].pos == "NOUN" and token.head > token.index:
                continue
            covered.add(token.index)
            found.append((token, match.entry, kind))
    for token in m.doc.sentence_tokens(sentence):
        if token.index in covered or not token.tag.startswith("VB"):
            continue
        frame = _verbs().get(token.lemma)
        if frame is not None and _plausible(m, token, frame):
            found.append((token, frame, "verb"))
    fights = [item for item in found if item[1].type in _RANK]
    groups = []
    if fights:
        groups.append(sorted(fights, key=lambda item: (_RANK[item[1].type], item[2] != "noun", item[0].index)))
    for kind in (EventType.EXERCISE, EventType.AGREEMENT):
        some = [item for item in found if item[1].type is kind]
        if some:
            groups.append(some)
    return groups


def _in_name(m: Mentions, token: Token) -> bool:
    """A capitalised word of fighting inside a name: "16 Air Assault Brigade", "Operation Desert Strike"."""
    if not token.text[0].isupper() or token.index == m.doc.sentences[token.sentence].first:
        return False
    neighbours = m.doc.tokens[max(0, token.index - 1) : token.index + 2]
    return sum(t.text[:1].isupper() for t in neighbours) > 1


def _plausible(m: Mentions, token: Token, frame: EventFrame) -> bool:
    """Whether a verb of several senses tells an event here: "fell" with a town, "took" with a place as its object."""
    if frame.type is EventType.CAPTURE:
        if token.lemma in _FALLING:
            return any(_is_place(m, kid) for kid in m.doc.kids(token, "nsubj"))
        objects = m.doc.kids(token, "dobj", "nsubjpass")
        if any(_is_place(m, kid) for kid in objects):
            return True
        if token.lemma in _NO_CAPTURE:
            return any(kid.lemma in _POSTS or kid.lower in _POSTS for kid in objects) and token.lemma != "enter"
        return any(kid.lemma in _POSTS for kid in objects)
    if frame.type is EventType.AGREEMENT:
        return False
    if token.lemma in {"fight", "hit", "shoot", "kill", "pound", "strike", "storm", "take", "raid", "go off"}:
        return token.lemma not in {"fight"} and bool(m.doc.kids(token, "nsubj", "nsubjpass", "dobj", "agent"))
    return True


def _is_place(m: Mentions, token: Token) -> bool:
    return any(p.drawn and p.mention.span[0] <= token.start < p.mention.span[1] for p in m.places)


def _draft(m: Mentions, sentence: Sentence, group: Sequence[tuple[Token, EventFrame, str]]) -> _Draft | None:
    token, frame, kind = group[0]
    if frame.type is EventType.AGREEMENT and not _signed(m, token):
        return None
    if frame.type is EventType.EXERCISE and not _drill(m, token):
        return None
    harm = casualties_in(m, sentence) if frame.type in _RANK else ()
    locations, place_rule = _locations(m, sentence, token, frame)
    if not locations:
        return None
    verdict = judge_words(m, token)
    if frame.type in _RANK and kind == "noun" and not harm and _background(m, token):
        return None
    actor, target = _sides(m, sentence, token, frame)
    said = attribute(m, token)
    return _Draft(
        frame.type,
        token,
        frame,
        locations,
        actor.value() if actor else None,
        target.value() if target else None,
        harm,
        verdict.status,
        verdict.hedged or said.anonymous,
        said.source,
        _time(m, sentence, token),
        ((sentence.start, sentence.end),),
        (f"event-{frame.name}-{kind}", place_rule, *verdict.rules, said.rule),
    )


def _signed(m: Mentions, token: Token) -> bool:
    """Talk of a deal is none: it must be signed, or be a truce that holds or held."""
    head = m.doc.tokens[token.head]
    if head.lemma in _SIGNING and token.dep in {"dobj", "nsubjpass", "pobj"}:
        return True
    if any(kid.lemma in _SIGNING for kid in m.doc.kids(token, "acl", "relcl")):
        return True
    return token.lemma in _STANDING and head.lower in {"under", "since"}


def _drill(m: Mentions, token: Token) -> bool:
    """A drill of forces, not "a drilling exercise" or "exercise" as a verb's noun of rights."""
    span = m.doc.text[max(0, token.start - 60) : token.end + 60].lower()
    return bool(re.search(r"militar|troop|soldier|nato|joint|naval|live[- ]fir|army|marine|forces|drill|exercises|manoeuvre|maneuver|war ?game|exercise [A-Z]|planned", span, re.IGNORECASE))


def _background(m: Mentions, token: Token) -> bool:
    """A noun of fighting that is only mentioned: "fears of an attack", "the offensive's success"."""
    head = m.doc.tokens[token.head]
    return token.dep in {"pobj", "compound", "poss", "conj", "appos"} and head.lower in {"of", "against", "for", "like", "despite", "about", "with", "to"}


def _locations(m: Mentions, sentence: Sentence, token: Token, frame: EventFrame) -> tuple[tuple[Place, ...], str]:
    anchors = m.in_sentence(sentence.index)
    usable = [a for a in anchors if a.preposition in _DRAWN_PREPOSITIONS or a.place.mention.relation is not None]
    if frame.object_is_place:
        objects = [a for a in usable if a.governor is not None and a.governor.index == token.index and a.preposition in {"object", "subject"}]
        if objects:
            return tuple(a.place for a in objects), "event-place-object"
    own = [a for a in usable if _hangs_on(m, a, token)]
    if own:
        return _narrow(m, own), "event-place-by-parse"
    relative = _relative_antecedent(m, usable, token)
    if relative:
        return relative, "event-place-antecedent"
    mates = [a for a in usable if m.clauses.same(a.token, token)]
    if mates:
        return _narrow(m, mates), "event-place-clause"
    if usable:
        nearest = min(usable, key=lambda a: abs(a.token.start - token.start))
        return (nearest.place,), "event-place-nearest"
    there = any(t.lower in {"there", "here"} and t.tag != "EX" for t in m.doc.sentence_tokens(sentence))
    if there or frame.type is EventType.EXERCISE:
        before = [p for p in m.places if p.drawn and p.mention.span[1] <= token.start and p.rule != "dateline"]
        return ((before[-1],), "event-place-there") if there and before else ((), "")
    return _heading(m, sentence), "event-place-heading"


def _hangs_on(m: Mentions, anchor: Anchor, token: Token) -> bool:
    if anchor.governor is None:
        return False
    if anchor.governor.index == token.index or token.index in anchor.through:
        return True
    head = m.doc.tokens[token.head]
    return anchor.governor.index == head.index and head.is_verb and m.clauses.same(anchor.token, token)


def _relative_antecedent(m: Mentions, anchors: Sequence[Anchor], token: Token) -> tuple[Place, ...]:
    """ "in Belarus, where the exercises are to begin": the place that a "where" clause hangs on."""
    head = m.clauses.head(token)
    if head.dep != "relcl":
        return ()
    antecedent = m.doc.tokens[head.head]
    return tuple(a.place for a in anchors if a.token.index == antecedent.index)


def _narrow(m: Mentions, anchors: Sequence[Anchor]) -> tuple[Place, ...]:
    from geomap.records.locate import specific  # noqa: PLC0415

    return specific(m, tuple(a.place for a in anchors))


def _heading(m: Mentions, sentence: Sentence) -> tuple[Place, ...]:
    """The line above a short report, as live blogs have it: "13:05 — Rockets on Haifa"."""
    lines = m.doc.text[: sentence.start].rstrip().split("\n")
    first = next(s for s in m.doc.sentences if s.block == sentence.block)
    if first.index != sentence.index or not lines:
        return ()
    end = len(m.doc.text[: sentence.start].rstrip())
    start = end - len(lines[-1])
    if len(lines[-1]) > 90 or lines[-1].endswith("."):
        return ()
    return tuple(p for p in m.places if p.drawn and start <= p.mention.span[0] < end)


def _sides(m: Mentions, sentence: Sentence, token: Token, frame: EventFrame) -> tuple[ActorMention | None, ActorMention | None]:
    """Who does it to whom: subject and object of the verb; "by" and "on" of the noun; the pair in "between A and B"."""
    doc = m.doc
    here = [a for a in m.actors if sentence.start <= a.span[0] < sentence.end]
    verb = token if token.tag.startswith("VB") else doc.tokens[token.head]
    subject = m.clauses.subject(verb) if verb.is_verb else None
    actor = _at(m, subject) if subject is not None and subject.index != token.index else None
    target = None
    for kid in doc.kids(verb, "dobj", "nsubjpass"):
        target = target or _at(m, kid)
    if frame.type is EventType.AGREEMENT:
        near = [a for a in here if a.span[1] <= token.start]
        before = [a for a in m.actors if a.span[1] <= token.start and token.start - a.span[0] < 300]
        before = near if len({a.code for a in near}) > 1 else before
        pair = list(dict.fromkeys(a.code for a in before))[-2:]
        chosen = [next(a for a in before if a.code == code) for code in pair]
        return (chosen[0], chosen[1]) if len(chosen) == 2 else (actor, target)
    if subject is not None and verb.is_verb and any(k.dep == "nsubjpass" for k in doc.kids(verb)):
        actor, target = next((_at(m, k) for k in doc.kids(verb, "agent")), None), actor or target
    if not token.tag.startswith("VB"):
        modifier = next((a for a in here if 0 <= token.start - a.span[1] <= 25 and not m.doc.text[a.span[1] : token.start].strip(" '’s-abcdefghijklmnopqrstuvwxyz")), None)
        actor = modifier or actor
    if actor is None and frame.type is EventType.EXERCISE:
        before = [a for a in m.actors if a.span[1] <= token.start]
        actor = before[-1] if before else None
        owners = [a for a in before if a.span[0] >= sentence.start]
        actor = owners[0] if owners and owners[0].kind == "state" else actor
    return actor, target


def _at(m: Mentions, token: Token) -> ActorMention | None:
    for actor in m.actors:
        if actor.span[0] <= token.start < actor.span[1]:
            return actor
    tokens = [t for t in m.doc.kids(token, "amod", "poss", "compound", "nmod")]
    for kid in tokens:
        tree = m.doc.subtree(kid)
        for actor in m.actors:
            if inside(actor.span, (tree[0].start, tree[-1].end)):
                return actor
    return None


def _time(m: Mentions, sentence: Sentence, token: Token) -> Time | None:
    told = [t for t in m.times if sentence.start <= t.span[0] < sentence.end]
    return min(told, key=lambda t: abs(t.span[0] - token.start)).value() if told else None


def _merge(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Join what is told twice: the same kind at the same place, at most one of the two with casualties."""
    kept: list[_Draft] = []
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
        )
    return kept


def _same(one: _Draft, other: _Draft) -> bool:
    if one.type is not other.type or one.casualties and other.casualties and one.casualties != other.casualties:
        return False
    if one.time is not None and other.time is not None and one.time.text != other.time.text and one.type is not EventType.EXERCISE:
        return False
    return bool(place_keys(one.locations) & place_keys(other.locations))


def _event(number: str, draft: _Draft) -> Event:
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
        confidence=0.8 if "event-place-by-parse" in draft.rules or "event-place-object" in draft.rules else 0.6,
        rules=tuple(dict.fromkeys(draft.rules)),
    )
