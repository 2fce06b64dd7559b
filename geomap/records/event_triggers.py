"""Finds the words that tell a conflict event, and decides what kind of event they tell.

A word of several senses is taken only where the grammar speaks for fighting: "took" with a place or a post as its object,
"fell" with a town as its subject, a "strike" on something. An open verb ("hit", "killed") is typed by the weapon beside it.
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
from geomap.records.event_places import is_place, lost_places, object_places, own_places, places_of, subject_place
from geomap.records.event_weapons import weapon_type

FIGHTS = (EventType.CAPTURE, EventType.STRIKE, EventType.SHELLING, EventType.EXPLOSION, EventType.BATTLE, EventType.ATTACK)
"""Kinds of fighting; where several words tell one event, the earlier kind names it."""

_PAST_FORMS = {"retook", "overran"}  # which the tagger often takes for nouns
_BY_WEAPON = EventFrame(name="weapon", type=EventType.STRIKE)
_REPEATED = EventFrame(name="repeated", type=EventType.STRIKE)
_LAUNCHING = {"launch", "carry", "conduct", "stage", "mount", "kill", "wound", "hit", "destroy", "order", "injure", "damage", "say"}
_AGREED = {"deal", "agreement", "balance", "chord", "note", "bargain", "accord", "tone", "pact", "blow", "record"}


@dataclass(frozen=True, slots=True)
class EventTrigger:
    """A word, or words, that tell an event; ``token`` heads them, ``kind`` is verb, noun, phrase, weapon or repeated."""

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
    low = sentence.start
    return tuple(replace(w, start=w.start + low, end=w.end + low) for w in words_of(m.doc.text[low : sentence.end]))


def _from_phrases(m: Mentions, sentence: Sentence) -> Iterator[EventTrigger]:
    for match in _phrases().scan(_words(m, sentence)):
        tokens = m.doc.tokens_in((match.start, match.end))
        token = next((t for t in tokens if t.tag.startswith("VB")), tokens[0])
        if match.entry.place is not None and not _takes_place(m, token, match.entry):
            continue
        trigger = EventTrigger(token, (match.start, match.end), match.entry, match.entry.type, "phrase")
        yield _typed(m, trigger) if match.entry.type is EventType.ATTACK else trigger


def _from_nouns(m: Mentions, sentence: Sentence) -> Iterator[EventTrigger]:
    for match in _nouns().scan(_words(m, sentence)):
        token = m.doc.head_of((match.start, match.end))
        if token is None:
            continue
        named = token.text == "Exercise" and m.doc.text[token.end : token.end + 2].strip().isupper()  # "Exercise Nordic Response"
        if not named and (not _nominal(m, token) or _in_name(m, token) or _peaceful(m, token)):
            continue
        head = m.doc.tokens[token.head]
        if token.dep == "compound" and head.pos in {"NOUN", "PROPN"} and head.index > token.index and not named:
            continue  # "assault rifle", "attack helicopter"
        if match.entry.guarded and not _aimed(m, token):
            continue
        if match.entry.place == "of" and not _of_place(m, token):
            continue
        trigger = EventTrigger(token, (match.start, match.end), match.entry, match.entry.type, "noun")
        yield _typed(m, trigger) if match.entry.type in {EventType.ATTACK, EventType.STRIKE} else trigger


def _from_verbs(m: Mentions, sentence: Sentence) -> Iterator[EventTrigger]:
    words = lexicon.events()
    for token in m.doc.sentence_tokens(sentence):
        if token.lower not in _PAST_FORMS and (not token.tag.startswith("VB") or token.dep in {"amod", "aux", "auxpass"}):
            continue
        span = (token.start, token.end)
        if token.dep in {"pcomp", "csubj"} and _nouns().at(words_of(token.lower), 0) is not None and _nominal(m, token):
            continue
        frame = _verbs().get(token.lemma) or _verbs().get(token.lower)
        weapon = weapon_type(m, token) if token.lemma in words.open_verbs else None
        if weapon is not None and (frame is None or frame.type is EventType.ATTACK or frame.name == "fall"):
            yield EventTrigger(token, span, _BY_WEAPON, weapon, "weapon")
        elif frame is not None:
            if _plausible(m, token, frame):
                yield EventTrigger(token, span, frame, frame.type, "verb")
        elif token.lemma in {"strike", "hit", "target"} and _military_subject(m, token):
            yield EventTrigger(token, span, _BY_WEAPON, EventType.STRIKE, "weapon")
        elif token.lemma in words.repeated_verbs and any(is_place(m, kid) for p in m.doc.kids(token, "prep") for kid in m.doc.kids(p)):
            yield EventTrigger(token, span, _REPEATED, EventType.STRIKE, "repeated")


def _nominal(m: Mentions, token: Token) -> bool:
    """A noun, or a gerund that the tagger takes for a verb: "died in fighting around Sake"."""
    if token.pos in {"NOUN", "PROPN"}:
        return True
    return token.tag == "VBG" and token.dep in {"pcomp", "csubj", "pobj", "nsubj"} and not m.doc.kids(token, "aux", "dobj")


def _typed(m: Mentions, trigger: EventTrigger) -> EventTrigger:
    """ "Shahed attack", "opened fire with mortars": a weapon beside the word says what kind of attack it is."""
    weapon = weapon_type(m, trigger.token)
    if weapon is None or (trigger.type is EventType.STRIKE and weapon is EventType.EXPLOSION):
        return trigger
    return replace(trigger, type=weapon)


def _in_name(m: Mentions, token: Token) -> bool:
    """A capitalised word of fighting inside a name: "16 Air Assault Brigade", "Operation Desert Strike"."""
    if not token.text[0].isupper() or token.index == m.doc.sentences[token.sentence].first:
        return False
    neighbours = m.doc.tokens[max(0, token.index - 1) : token.index + 2]
    return sum(t.text[:1].isupper() for t in neighbours) > 1


def _peaceful(m: Mentions, token: Token) -> bool:
    beside = list(m.doc.kids(token, "amod", "compound", "nmod", "poss"))
    for prep in m.doc.kids(token, "prep"):
        if prep.lower in {"by", "of", "over"}:
            beside.extend(t for noun in m.doc.kids(prep, "pobj") for t in (noun, *m.doc.kids(noun, "compound")))
    return any(t.lower in lexicon.events().peaceful for t in beside)


def _aimed(m: Mentions, token: Token) -> bool:
    """A "strike" on, against or at something, or one that a power carries out; not a walk-out."""
    if any(kid.lower in {"on", "against", "at", "near", "inside"} for kid in m.doc.kids(token, "prep")):
        return True
    if weapon_type(m, token) is not None:
        return True
    modified = any(a.span[0] <= kid.start < a.span[1] for kid in m.doc.kids(token, "amod", "poss", "compound") for a in m.actors)
    return modified or m.doc.tokens[token.head].lemma in _LAUNCHING


def _of_place(m: Mentions, token: Token) -> bool:
    """ "the fall of Goma", "the capture of the airport", "the town's fall"."""
    if places_of(m, token):
        return True
    for kid in m.doc.kids(token, "prep", "poss"):
        inner = (kid,) if kid.dep == "poss" else m.doc.kids(kid, "pobj") if kid.lower == "of" else ()
        if any(is_place(m, t) or t.lemma in lexicon.events().posts for t in inner):
            return True
    return False


def _plausible(m: Mentions, token: Token, frame: EventFrame) -> bool:
    """Whether a verb of several senses tells an event here."""
    if frame.place is not None:
        if frame.guarded and any(kid.dep == "prt" for kid in m.doc.kids(token)):
            return False  # "took up positions", "fall back"
        return _takes_place(m, token, frame)
    if frame.type is EventType.BATTLE and token.lemma in {"fight", "battle"}:
        going_on = token.tag == "VBG" and not _timed(m, token)  # "divisions are fighting in the south"
        return bool(own_places(m, token)) and token.tag != "VB" and not going_on
    if any(kid.dep == "neg" for kid in m.doc.kids(token)):
        return False
    if token.lemma in {"bombard", "pound", "shell", "attack"}:
        means = [t for p in m.doc.kids(token, "prep") if p.lower == "with" for t in m.doc.kids(p, "pobj")]
        return not any(t.lemma in {"call", "question", "message", "request", "letter", "complaint"} for t in means)
    return True


def _timed(m: Mentions, token: Token) -> bool:
    return any(member.start <= t.span[0] < member.end for member in m.clauses.members(token) for t in m.times)


def _takes_place(m: Mentions, token: Token, frame: EventFrame) -> bool:
    posts = lexicon.events().posts
    if frame.place == "from":
        return bool(lost_places(m, token)) and _driven(m, token)
    if frame.name == "fall" and any(kid.lower == "to" for kid in m.doc.kids(token, "aux")):
        return False  # "wait for the river to fall"
    if frame.place == "subject":
        subject = subject_place(m, token)
        if subject is not None:
            return not any(p.lower == "by" for p in m.doc.kids(token, "prep"))
        return any(kid.lemma in posts - {"position", "port", "station"} for kid in m.doc.kids(token, "nsubj")) and frame.name == "cave-in"
    if frame.place == "any":
        return True
    objects = [*m.doc.kids(token, "dobj", "nsubjpass")]
    if token.tag == "VBN" and token.dep in {"relcl", "acl"}:
        objects.append(m.doc.tokens[token.head])
    if token.dep == "relcl" and any(kid.tag in {"WDT", "WP"} for kid in m.doc.kids(token, "dobj")):
        objects.append(m.doc.tokens[token.head])
    objects.extend(kid for t in tuple(objects) for kid in m.doc.kids(t, "conj"))
    if any(is_place(m, t) for t in objects):
        return True
    if token.lower in _PAST_FORMS and token.tag.startswith("NN") or any(t.lower in {"it", "them"} for t in objects) and token.lemma != "take":
        return bool(object_places(m, token)) or any(t.lower == "it" for t in objects)
    return any(t.lemma in posts and (t.tag == "NNS" or m.doc.kids(t)) for t in objects)


def _driven(m: Mentions, token: Token) -> bool:
    """Whether those who are driven out of a place hold it by arms: a force, a people, an armed group."""
    for kid in m.doc.kids(token, "dobj", "nsubjpass"):
        noun = m.doc.tokens[m.clauses.head(token).head] if kid.tag in {"WP", "WDT"} else kid
        tree = (noun, *m.doc.kids(noun, "amod", "compound"))
        if noun.index in m.force_heads or any(a.span[0] <= t.start < a.span[1] for t in tree for a in m.actors):
            return True
        if noun.lower in {"them", "rebels", "gunmen", "militants", "insurgents", "fighters", "enemy", "army", "garrison"}:
            return True
    return False


def _military_subject(m: Mentions, token: Token) -> bool:
    """ "Israel struck targets in Beirut": a power or a force as the subject, and an object that no deal is."""
    objects = m.doc.kids(token, "dobj")
    if not objects or any(t.lemma in _AGREED for t in objects):
        return False
    subject = m.clauses.subject(token)
    if subject is None:
        return False
    tree = (subject, *m.doc.kids(subject, "amod", "compound"))
    return subject.index in m.force_heads or any(a.span[0] <= t.start < a.span[1] for t in tree for a in m.actors)
