"""What weapon acts beside a word: aircraft make a strike, rockets and guns a shelling, bombs an explosion."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.matcher import Matcher
from geomap.language.words import plural, words_of
from geomap.model import Category, EventType, Use
from geomap.records.context import Mentions

_BY_CATEGORY = {
    Category.AIRCRAFT: EventType.STRIKE,
    Category.HELICOPTER: EventType.STRIKE,
    Category.UAV: EventType.STRIKE,
    Category.MISSILE: EventType.STRIKE,
    Category.ARTILLERY: EventType.SHELLING,
}
_ORDER = (EventType.STRIKE, EventType.SHELLING, EventType.EXPLOSION)
_COUNTING = {
    "volley",
    "salvo",
    "barrage",
    "hail",
    "wave",
    "series",
    "dozen",
    "score",
    "hundred",
    "swarm",
    "number",
    "ton",
    "tonne",
    "pound",
}
"""Nouns of number before what is fired: "a volley of rockets"."""
_COMING_DOWN = {"land", "fall", "crash", "come", "burst", "impact", "slam", "drop", "rain"}
_FIRED = {
    "missile",
    "rocket",
    "shell",
    "round",
    "mortar",
    "bomb",
    "drone",
    "projectile",
    "grenade",
    "munition",
    "shahed",
    "katyusha",
}
_SENDING = {"fire", "launch", "drop", "rain", "loose", "detonate", "plant", "send", "lob"}


@cache
def _weapons() -> Matcher[EventType]:
    table = lexicon.events().weapons
    return Matcher((form, kind) for kind, nouns in table.items() for noun in nouns for form in (noun, plural(noun)))


def weapon_type(m: Mentions, token: Token) -> EventType | None:
    """Return the kind of event that the weapons beside a verb or noun make of it, ``None`` without any."""
    if token.lemma in _COMING_DOWN and not _sent(m, token) and not _munition(m, token):
        return None
    kinds = {kind for noun in _beside(m, token) if (kind := _kind(m, noun)) is not None}
    return next((kind for kind in _ORDER if kind in kinds), None)


def _sent(m: Mentions, verb: Token) -> bool:
    """Whether something fired is what is dropped: "aircraft dropped two guided bombs", not food nor leaflets."""
    objects = list(m.doc.kids(verb, "dobj"))
    for noun in tuple(objects):
        if noun.lemma in _COUNTING:
            objects.extend(t for p in m.doc.kids(noun, "prep") if p.lower == "of" for t in m.doc.kids(p, "pobj"))
    return any(t.lemma in _FIRED for t in objects)


def _munition(m: Mentions, verb: Token) -> bool:
    """Whether what lands, falls or crashes is fired: aircraft land in peace, a drone that crashes strikes nothing."""
    subject = _subject(m, verb)
    if subject is None or _antecedent(m, subject).lemma.lower().removesuffix("s") not in _FIRED:
        return False
    return verb.lemma != "crash" or any(kid.lower in {"into", "on", "onto"} for kid in m.doc.kids(verb, "prep"))


def _beside(m: Mentions, token: Token) -> Iterator[Token]:
    """The nouns that act, that are used or that are sent: subject, agent, "with", objects of sending, modifiers."""
    doc = m.doc
    if not token.tag.startswith("VB"):
        yield from doc.kids(token, "compound", "amod", "nmod")
        for prep in doc.kids(token, "prep"):
            if prep.lower in {"by", "with", "from"}:
                yield from doc.kids(prep, "pobj")
        return
    found: list[Token] = []
    passive = bool(doc.kids(token, "auxpass")) or _passive_too(m, token)
    subject = _subject(m, token)
    if subject is not None and not (passive and token.lemma not in _SENDING):
        found.append(_antecedent(m, subject))
    elif subject is None and token.tag == "VBD":
        found.extend(_just_before(m, token))
    if token.lemma in _SENDING:
        found.extend(doc.kids(token, "dobj", "nsubjpass"))
        if token.dep in {"acl", "relcl"}:
            found.append(doc.tokens[token.head])
    for prep in doc.kids(token, "agent", "prep"):
        if prep.lower in {"by", "with"}:
            found.extend(doc.kids(prep, "pobj"))
    for noun in found:
        yield noun
        yield from doc.kids(noun, "conj")
        if noun.lemma in _COUNTING:
            yield from (t for p in doc.kids(noun, "prep") if p.lower == "of" for t in doc.kids(p, "pobj"))


def _passive_too(m: Mentions, token: Token) -> bool:
    """ "Ten men were killed and two aircraft destroyed": the second verb shares the auxiliary of the first."""
    first = m.doc.tokens[token.head]
    alone = token.tag == "VBN" and token.dep == "conj" and not m.doc.kids(token, "aux", "dobj")
    return alone and bool(m.doc.kids(first, "auxpass"))


def _just_before(m: Mentions, verb: Token) -> tuple[Token, ...]:
    """ "During the night aircraft sank …": nouns before a verb that the parse leaves without a subject."""
    before = m.doc.tokens[max(0, verb.index - 5) : verb.index]
    stop = next(
        (
            t.index
            for t in reversed(before)
            if t.is_verb or t.text in {",", ";", ".", ":"} or t.sentence != verb.sentence
        ),
        -1,
    )
    return tuple(t for t in before if t.index > stop and t.pos == "NOUN" and t.dep == "pobj")


def _subject(m: Mentions, verb: Token) -> Token | None:
    """The subject of a verb; in the first sentence the parse may take the dateline for it."""
    subject = m.clauses.subject(verb)
    filed = [p.mention.span for p in m.places if p.mention.use is Use.DATELINE]
    if subject is not None and verb.index and any(a <= subject.start < b for a, b in filed):
        before = m.doc.tokens[verb.index - 1]
        return before if before.pos in {"NOUN", "PROPN"} else subject
    return subject


def _antecedent(m: Mentions, token: Token) -> Token:
    """ "missiles that hit the port": what the relative pronoun stands for."""
    of = next((t for p in m.doc.kids(token, "prep") if p.lower == "of" for t in m.doc.kids(p, "pobj")), token)
    token = of if of.tag in {"WDT", "WP"} else token  # "three bombers, one of which cratered the airfield"
    if token.tag in {"WDT", "WP"} and m.clauses.head(token).dep == "relcl":
        return m.doc.tokens[m.clauses.head(token).head]
    return token


def _kind(m: Mentions, noun: Token) -> EventType | None:
    force = m.force_heads.get(noun.index)
    first = next((t for t in m.doc.kids(noun, "compound", "amod") if t.index < noun.index), noun)
    text = m.doc.text[first.start : noun.end]
    named = next((match.entry for match in _weapons().scan(words_of(text)) if match.end == len(text)), None)
    if named is not None:
        return named
    return _BY_CATEGORY.get(force.category) if force is not None else None
