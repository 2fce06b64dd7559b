"""Owners that the words of a force tell, or those right before and behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from gazetteer import Context
from geomap.language import lexicon
from geomap.mentions.actors.finding import ActorMention
from geomap.model import Category
from geomap.records.context import Mentions, inside, overlaps
from geomap.records.owners.owned import Owned, state
from geomap.records.triggering import Link

_GAP = re.compile(r",? ?|: |, with (?:its |their )?")
_GAP_REACH = 14
"""Characters between an actor and the number that is its own: "Norway eight", "the UN mission, with 12,000 men"."""

_POSSESSED = re.compile(r"['’]s?,?\s+(?:own\s+|first\s+|last\s+|some\s+|about\s+)?(?:[\w-]+\s+){0,2}")
_GUARD = re.compile(
    r"\b((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+)(?:'s)? (?:Army |Air )?(?:National Guard|State Guard|Air Guard)\b"
)
_NAMES_BEHIND = re.compile(r"(?:,| \(|:| -| –| —)? ?(?:the )?(?:[A-Z][\w'’-]*|\d+|and|the|,| )+")
"""The names of the ships that a noun counts: "Two minehunters, HMS Middleton and HMS Bangor"."""

_LABEL_REACH = 40
"""Characters within which a colon makes a label of what stands before it: "Norway: eight"."""

_SOURCE = re.compile(
    r",? (?:out of|from|with|flown by|crewed by|manned by|piloted by) (?:the |its |old |existing )*([A-Z])"
)
_SOURCE_REACH = 50
_CREWS = frozenset({"pilot", "pilots", "crew", "crews", "airmen", "sailors", "drivers", "gunners", "operators"})

_GIVING = {"owner-subject", "owner-gapped", "owner-in-phrase"}


@cache
def _belonging() -> re.Pattern[str]:
    words = "|".join(lexicon.records().owning.belonging)
    return re.compile(rf"\s+(?:{words})\s+(?:the\s+|its\s+)?", re.IGNORECASE)


def in_phrase(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Russian soldiers", "US Marines", "NATO troops", "the Kenyans"."""
    force = link.force
    number = force.quantity
    own = number.span if force.elided and number is not None else force.span
    spans = [own, *([link.beside] if link.beside is not None else [])]
    named = [a for a in m.actors if any(overlaps(a.span, span) for span in spans) and not _referring(m, a)]
    before = [a for a in m.actors if a.span[1] <= own[0] and _joins(m.doc.text[a.span[1] : own[0]])]
    chosen = [*named, *before[-1:]]
    if number is not None and not force.elided:
        chosen.extend(a for a in m.actors if inside(a.span, (number.span[1], force.span[0])))
    return chosen[0] if chosen else None


def _referring(m: Mentions, actor: ActorMention) -> bool:
    """ "recruits of its army": the pronoun tells whose, better than the army that was named before."""
    before = m.doc.text[max(0, actor.span[0] - 6) : actor.span[0]].split()
    return actor.rule == "actor-description" and bool(before) and before[-1].lower() in {"its", "their"}


def _joins(gap: str) -> bool:
    """Whether nothing but a hyphen or a space, of whatever kind, parts two words."""
    return len(gap) <= 1 and gap.strip() in {"", "-"}


def ship(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "HMS Diamond" is British, "USS Wasp" and "the carrier Constellation" American."""
    if link.force.category is not Category.NAVAL:
        return None
    prefixes = lexicon.forces().ship_prefixes
    text = link.force.text
    listed = _NAMES_BEHIND.match(m.doc.text, link.force.end)
    if listed is not None:
        text += listed[0]
    code = next((prefixes[word] for word in text.split() if word in prefixes), None)
    code = code or _by_name(text)
    return state(m, link.force.span, code, "actor-ship") if code is not None else None


def _by_name(text: str) -> str | None:
    """Return whose "the carrier Constellation" is; ``None`` where the name is unknown or several navies have it."""
    names, owners = _ships()
    found = {code for match in names.finditer(text) for code in owners[match[0]]}
    return found.pop() if len(found) == 1 else None


@cache
def _ships() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """Return a pattern of all ships' names, and whose each is."""
    owners: dict[str, frozenset[str]] = {}
    for code, names in lexicon.ships().ships.items():
        for name in names:
            owners[name] = owners.get(name, frozenset()) | {code}
    longest = sorted(owners, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), owners


def home(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Texas National Guard soldiers": a country or a part of one in the force's name, not "Toyota pickups"."""
    if link.force.elided:
        return None
    for place in m.places_in(link.force.span):
        resolved = place.mention.resolved
        homely = resolved is not None and resolved.kind in {"admin1", "country"}
        if homely and place.country is not None and inside(place.mention.span, link.force.span):
            return state(m, place.mention.span, place.country, "actor-home")
    return _home_guard(m, link)


def _home_guard(m: Mentions, link: Link) -> ActorMention | None:
    """ "Texas National Guard soldiers": the guard of a province, whose name in the force's is no mention of a place."""
    match = _GUARD.search(link.force.text)
    if match is None:
        return None
    best = m.gazetteer.resolve(match[1], Context()).best
    if best is None or best.place.kind.value != "admin1" or best.place.country is None:
        return None
    return state(m, link.force.span, best.place.country, "actor-home")


def possessor(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Germany's 45 soldiers", "Russia's Wagner Group"; over a number too."""
    start = link.force.start
    for actor in reversed(m.actors):
        end = actor.span[1]
        if end <= start and _POSSESSED.fullmatch(m.doc.text[end:start]):
            verbs = any(t.pos in {"VERB", "AUX"} and t.start >= end for t in m.doc.tokens_in((end, start)))
            return None if verbs else actor  # "by Kyiv's reckoning has 326,000 soldiers"
    return None


def of_phrase(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "fighters of the Wagner Group", "cutters of the Ukrainian border guard": the last actor of the phrase."""
    force = link.force
    end = force.quantity.span[1] if force.elided and force.quantity is not None else force.end
    match = _belonging().match(m.doc.text, end)
    if match is None:
        return None
    chosen = None
    position = match.end()
    for actor in m.actors:
        if actor.span[0] < position:
            continue
        gap = m.doc.text[position : actor.span[0]]
        if gap not in {"", "'s ", "’s ", " "}:
            break
        chosen, position = actor, actor.span[1]
    return chosen


def gapped(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Norway up to eight and Canada four": the actor stands right before the number, or labels the sentence."""
    if not link.force.elided and link.force.quantity is None:
        return None
    for actor in m.actors:
        gap = m.doc.text[actor.span[1] : link.force.start]
        near = 0 <= link.force.start - actor.span[1] <= _GAP_REACH
        if near and _GAP.fullmatch(gap) and not _receives(m, actor):
            return actor
    return _giver(m, link, owned) or _label(m, link)


def _giver(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Tajikistan is to supply 200 and Belarus a company": a country before the number, after another that gives."""
    if not owned or owned[-1].link.head.sentence != link.head.sentence or owned[-1].rule not in _GIVING:
        return None
    before = m.places_in((max(0, link.force.start - _LABEL_REACH), link.force.start))
    last = before[-1] if before else None
    if last is None or last.country is None or link.force.start - last.mention.span[1] > 1:
        return None
    country = last.mention.resolved is not None and last.mention.resolved.kind == "country"
    return state(m, last.mention.span, last.country, "actor-giver") if country else None


def _receives(m: Mentions, actor: ActorMention) -> bool:
    """ "Germany gave Ukraine 18 tanks": who stands before the number gets them."""
    token = m.doc.head_of(actor.span)
    if token is None:
        return False
    before = m.doc.tokens[max(0, m.doc.tokens_in(actor.span)[0].index - 1)]
    gives = before.is_verb and before.lemma in lexicon.records().counting.giving
    return gives or token.dep in {"dative", "iobj", "dobj", "obj", "pobj"}


def _label(m: Mentions, link: Link) -> ActorMention | None:
    """ "Norway, as before: eight"; but "Saudi Arabia: two batteries at Tabuk" tells where, not whose."""
    sentence = m.doc.sentences[link.head.sentence]
    lead = m.doc.text[sentence.start : link.force.start]
    colon = lead.find(":")
    if not 0 < colon < _LABEL_REACH or lead[:colon].count(" ") >= 5:
        return None
    end = sentence.start + colon
    actor = next((a for a in m.actors if sentence.start <= a.span[0] and a.span[1] <= end), None)
    if actor is None or any(p.literal and p.country == actor.code for p in m.places_in((end, sentence.end))):
        return None
    return actor


def national_noun(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "The last squaddies quit Camp Bastion": soldiers whose name is that of one state's alone."""
    if link.force.elided:
        return None
    nouns = lexicon.records().owning.national_nouns
    words = link.force.text.lower().split()
    told = next((nouns[word] for word in (*words, " ".join(words[-2:])) if word in nouns), None)
    return state(m, link.force.span, told, "actor-noun") if told is not None else None


def source(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "14 Leopards out of German stocks", "a squadron of MiGs with Cuban pilots": whose they were, who mans them."""
    sentence = m.doc.sentences[link.head.sentence]
    behind = m.doc.text[link.force.end : min(sentence.end, link.force.end + _SOURCE_REACH)]
    match = _SOURCE.match(behind)
    if match is None:
        return None
    start = link.force.end + match.start(1)
    actor = next((a for a in m.actors if a.span[0] == start), None)
    if actor is None:
        return None
    words = m.doc.text[actor.span[1] : actor.span[1] + _SOURCE_REACH].replace("'s", "").replace("’s", "").split()
    wanted = lexicon.records().owning.stocks if match[0].lstrip().startswith(("out", "from")) else _CREWS
    return actor if any(word.strip(".,;:") in wanted for word in words[:3]) else None


def blue_helmets(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Peacekeepers whose country is not told are the United Nations', where the article names them."""
    text = link.force.text.lower()
    if not any(word in text for word in lexicon.records().owning.blue_helmets):
        return None
    return next((a for a in m.actors if a.code == "UN"), None)
