"""Finds what is done with forces: verbs, nouns and phrases of movement, presence and supply."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActionFrame
from geomap.model import Action

_PARTICLE_REACH = 3
"""Tokens that may lie between a verb and a particle that the parse takes for an adverb ("moved the troops in")."""

_FAR_REACH = 8
"""The same for particles that hardly ever are anything else ("sent the 300 foreign fighters home")."""

_ABLE = {"can", "could"}

_NOTICE = re.compile(
    r"\b(?:at|on|to) (?:an? )?(?:short|immediate|[\w-]+[ -](?:minute|hour|day|week)s?['’]?|moment['’]s) (?:\w+ )?"
    r"(?:notice|readiness|leash|alert|standby)\b",
    re.IGNORECASE,
)
"""What tells within how long a force can go: "at six hours' notice", "on a 48-hour leash"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an act. ``token`` heads it; ``span`` covers a phrase, ``frames`` list the acts it may mean."""

    token: int
    span: tuple[int, int]
    frame: ActionFrame
    kind: str  # verb | noun | phrase
    frames: tuple[ActionFrame, ...] = ()

    @property
    def action(self) -> Action:
        """The act."""
        return self.frame.action


@cache
def _verbs() -> dict[str, tuple[ActionFrame, ...]]:
    table: dict[str, tuple[ActionFrame, ...]] = {}
    for frame in lexicon.actions().frames:
        for verb in dict.fromkeys(frame.verbs):
            table[verb] = (*table.get(verb, ()), frame)
    return table


def verb_of_force(lemma: str) -> bool:
    """Whether a verb may tell what is done with a force."""
    return lemma in _verbs()


@cache
def _nouns() -> dict[str, ActionFrame]:
    return {noun: frame for frame in reversed(lexicon.actions().frames) for noun in frame.nouns}


@cache
def _phrases() -> Matcher[ActionFrame]:
    return Matcher((phrase, frame) for frame in lexicon.actions().frames for phrase in frame.phrases)


def find_triggers(doc: Annotated) -> dict[int, Trigger]:
    """Return the triggers by the index of the token that heads each; a phrase wins over a verb, a verb over a noun."""
    found: dict[int, Trigger] = {}
    for token in doc.tokens:
        trigger = _verb(doc, token) or _noun(doc, token)
        if trigger is not None:
            found[token.index] = trigger
    standby = next(frame for frame in lexicon.actions().frames if frame.action is Action.STANDBY)
    phrases = [(match.start, match.end, match.entry) for match in _phrases().scan(doc.words)]
    phrases += [(match.start(), match.end(), standby) for match in _NOTICE.finditer(doc.text)]
    for start, end, frame in phrases:
        head = doc.head_of((start, end))
        if head is not None:
            found[head.index] = Trigger(head.index, (start, end), frame, "phrase", (frame,))
    return found


def _verb(doc: Annotated, token: Token) -> Trigger | None:
    if token.pos not in {"VERB", "AUX"} and not token.tag.startswith("VB"):
        return None
    if token.lemma == "reach" and not _arrives(doc, token):
        return None
    for lemma in forms_of(doc, token):
        frames = _verbs().get(lemma)
        if frames:
            return Trigger(token.index, (token.start, token.end), frames[0], "verb", frames)
    return None


def _arrives(doc: Annotated, reach: Token) -> bool:
    """ "Reached Goma" and "reached the outskirts of Goma" are arrivals; missiles that can reach Warsaw go nowhere."""
    if any(kid.lower in _ABLE for kid in doc.kids(reach, "aux")):
        return False
    reached = doc.kids(reach, "dobj")
    return any(token.pos == "PROPN" for place in reached for token in doc.subtree(place))


def forms_of(doc: Annotated, token: Token) -> tuple[str, ...]:
    """Return the verb's lemma behind those with each particle that goes with it: "see off", "see"."""
    return (*_with_particle(doc, token), token.lemma)


def _with_particle(doc: Annotated, token: Token) -> list[str]:
    """Return the verb with each particle that goes with it: "pull out", "fly home"."""
    particles = lexicon.actions().particles
    kids = [kid for kid in doc.kids(token, "prt", "advmod", "prep") if kid.index > token.index]
    far = lexicon.actions().far_particles
    nearby = [
        kid
        for kid in kids
        if kid.dep == "prt" or kid.index - token.index <= (_FAR_REACH if kid.lower in far else _PARTICLE_REACH)
    ]
    # The parse also hangs a particle on the object or on the number behind it: "send fighters home", "turned over 300".
    nearby += [kid for noun in doc.kids(token, "dobj") for kid in doc.kids(noun, "advmod") if kid.lower in far]
    nearby += [kid for kid in doc.tokens[token.index + 1 : token.index + 2] if kid.tag == "RP"]
    return list(dict.fromkeys(f"{token.lemma} {kid.lower}" for kid in nearby if kid.lower in particles))


def _noun(doc: Annotated, token: Token) -> Trigger | None:
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    frame = _nouns().get(token.lemma) or _nouns().get(token.lower)
    if frame is None and token.index + 2 < len(doc.tokens) and doc.tokens[token.index + 1].text == "-":
        # The tokenizer takes "build-up" apart.
        frame = _nouns().get(f"{token.lower}-{doc.tokens[token.index + 2].lower}")
    return Trigger(token.index, (token.start, token.end), frame, "noun", (frame,)) if frame else None
