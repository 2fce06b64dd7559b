"""Whose force it is. Each rule is tried in turn; the first that answers names itself in the record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.words import keys_of
from geomap.mentions.actors import ActorMention
from geomap.model import Action, Actor, Category, Span
from geomap.records.context import Mentions, inside, overlaps
from geomap.records.links import Link

_OF = re.compile(r"\s+(?:of|from|belonging to|loyal to)\s+(?:the\s+|its\s+)?", re.IGNORECASE)
_POSSESSIVES = {"its", "their", "our", "his", "her"}
_UN_FORCES = ("peacekeeper", "blue helmet", "un troops")

Rule = Callable[[Mentions, Link, Sequence["Owned"]], ActorMention | None]


@dataclass(frozen=True, slots=True)
class Owned:
    """A force with its owner and the rule that found it, kept for the forces that follow."""

    link: Link
    actor: Actor | None
    rule: str


def own_forces(m: Mentions, links: Sequence[Link]) -> tuple[Owned, ...]:
    """Return an owner, or none, for every linked force in reading order."""
    owned: list[Owned] = []
    for link in links:
        actor: Actor | None = None
        rule = "owner-unknown"
        for name, find in RULES:
            found = find(m, link, owned)
            if found is not None:
                actor, rule = _grouped(link, found.value(), name), name
                break
        else:
            if _NAMELESS.search(link.force.text) and not link.force.elided:
                rule = "owner-nameless"
            else:
                actor, rule = _carried(m, link, owned)
        owned.append(Owned(link, actor, rule))
    return _default(owned)


_NAMELESS = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|foreign fighters|unidentified|unknown|masked)\b", re.IGNORECASE
)
_NATIONAL = re.compile(r"\bmercenar(?:y|ies)\b", re.IGNORECASE)


def _grouped(link: Link, actor: Actor, rule: str) -> Actor:
    """Reading 16 of the contract: "Colombian mercenaries" are a group of their own, not Colombia's."""
    if rule != "owner-in-phrase" or not _NATIONAL.search(link.force.text):
        return actor
    return Actor(name=link.force.text, code="-".join(keys_of(link.force.text)), span=link.force.span)


def _in_phrase(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Russian soldiers", "US Marines", "NATO troops", "the Kenyans"."""
    force = link.force
    own = force.span if not force.elided else force.quantity.span if force.quantity else force.span
    named = [a for a in m.actors if overlaps(a.span, own)]
    before = [a for a in m.actors if a.span[1] <= own[0] and _modifies(m.doc.text[a.span[1] : own[0]])]
    chosen = [*named, *before[-1:]]
    if force.quantity is not None and not force.elided:
        between = (force.quantity.span[1], force.span[0])
        chosen.extend(a for a in m.actors if inside(a.span, between))
    return chosen[0] if chosen else None


def _modifies(gap: str) -> bool:
    return gap.strip() in {"", "-"} and len(gap) <= 1


def _home(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Texas National Guard soldiers": a place inside the force's name gives its country."""
    for place in m.places_in(link.force.span):
        resolved = place.mention.resolved
        home = resolved is not None and resolved.kind in {"admin1", "country"}  # "Toyota pickup trucks" are not Japan's
        if home and place.country is not None and inside(place.mention.span, link.force.span) and not link.force.elided:
            return ActorMention(
                place.mention.span, m.gazetteer.country(place.country).name, place.country, "state", None, "actor-home"
            )
    return None


def _ship(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "HMS Diamond" is British, "USS Wasp" American."""
    if link.force.category is not Category.NAVAL:
        return None
    for word in link.force.text.split():
        code = lexicon.forces().ship_prefixes.get(word)
        if code is not None:
            return ActorMention(link.force.span, m.gazetteer.country(code).name, code, "state", None, "actor-ship")
    return None


def _possessor(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Germany's 45 soldiers", "Russia's Wagner Group"; over a number too."""
    text = m.doc.text
    for actor in reversed(m.actors):
        gap = text[actor.span[1] : link.force.start]
        if actor.span[1] <= link.force.start and re.fullmatch(
            r"['’]s?\s+(?:own\s+|first\s+|last\s+|some\s+|about\s+)?(?:[\w-]+\s+){0,2}", gap
        ):
            return actor
    return None


def _of_phrase(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "fighters of the Wagner Group", "cutters of the Ukrainian border guard": the last actor of the phrase."""
    force = link.force
    end = force.quantity.span[1] if force.elided and force.quantity is not None else force.end
    match = _OF.match(m.doc.text, end)
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


def _pronoun(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "it might move its 45 soldiers": the last actor before that acts as a subject."""
    before = [
        t for t in m.doc.tokens_in((max(0, link.force.start - 12), link.force.start)) if t.end <= link.force.start
    ]
    if not before or before[-1].lower not in _POSSESSIVES:
        return None
    return _acting_before(m, link.force.start, same_block=True)


def _subject(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Who sends: the subject of the trigger where the force is not the subject itself; a by-phrase; a noun's owner."""
    doc = m.doc
    if link.trigger is not None and link.trigger.kind == "noun":
        owner = _noun_owner(m, doc.tokens[link.trigger.token])
        if owner is not None:
            return owner
    for index in link.verbs:
        verb = doc.tokens[index]
        if not verb.is_verb and verb.pos != "ADJ":
            continue
        for agent in doc.kids(verb, "agent"):
            found = _within(m, agent)
            if found is not None:
                return found
        subject = m.clauses.subject(verb)
        if subject is None or subject.index == link.head.index:
            continue
        if any(t.index == link.head.index for t in doc.subtree(subject)) and subject.dep != "relcl":
            continue
        found = _as_actor(m, subject)
        if found is not None:
            return found
        if subject.pos == "PRON" and subject.lower in {"it", "they", "he", "she", "we", "who", "which", "that"}:
            found = _acting_before(m, subject.start, same_block=True)
            if found is not None:
                return found
    return None


def _gapped(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "Norway up to eight and Canada four": the actor stands right before the number."""
    if not link.force.elided and link.force.quantity is None:
        return None
    for actor in m.actors:
        if 0 <= link.force.start - actor.span[1] <= 2 and m.doc.text[actor.span[1] : link.force.start].strip() in {
            "",
            ",",
            ":",
        }:
            return actor
    sentence = m.doc.sentences[link.head.sentence]
    lead = m.doc.text[sentence.start : link.force.start]
    colon = lead.find(":")
    if 0 < colon < 40 and lead[:colon].count(" ") < 5:
        for actor in m.actors:
            if sentence.start <= actor.span[0] and actor.span[1] <= sentence.start + colon:
                inland = any(
                    p.literal and p.country == actor.code for p in m.places_in((sentence.start + colon, sentence.end))
                )
                return (
                    None if inland else actor
                )  # "Saudi Arabia: two batteries at Prince Sultan Air Base": where, not whose
    return None


def _blue_helmets(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Peacekeepers whose country is not told are the United Nations', where the article names them."""
    if not any(word in link.force.text.lower() for word in _UN_FORCES):
        return None
    return next((a for a in m.actors if a.code == "UN"), None)


def _origin_country(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Forces that arrive from a country or from a base at home are that country's: "moved up from Germany"."""
    if link.action is Action.WITHDRAW or not link.origins:
        return None
    code = link.origins[0].country
    if code is None or code in {place.country for place in link.locations}:
        return None
    guest = next(
        (o for o in reversed(owned) if o.actor is not None and o.actor.code != code and code in _whereabouts(o.link)),
        None,
    )
    if guest is not None and guest.actor is not None:
        # Whoever was said to be there leaves from there: "28,500 Americans in South Korea … moved from Kunsan".
        return ActorMention(
            link.origins[0].mention.span, guest.actor.name, guest.actor.code or "", "state", None, "actor-guest"
        )
    known = next((a for a in m.actors if a.code == code), None)
    if known is not None:
        return known
    return ActorMention(
        link.origins[0].mention.span, m.gazetteer.country(code).name, code, "state", None, "actor-origin"
    )


def _whereabouts(link: Link) -> set[str | None]:
    return {place.country for place in (*link.locations, *link.origins)}


def _kin(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """ "the Marines", after "2,000 US Marines": the owner of the last force of that proper name."""
    head = link.force.head_term(m.doc.text)
    if link.force.elided or not head[:1].isupper() or head.isupper():
        return None
    for earlier in reversed(owned):
        same = earlier.link.force.text.split()[-1].rstrip("s") == head.split()[-1].rstrip("s")
        if (
            same
            and earlier.actor is not None
            and earlier.rule in {"owner-in-phrase", "owner-possessor", "owner-of-phrase", "owner-kin"}
        ):
            return ActorMention(
                link.force.span, earlier.actor.name, earlier.actor.code or "", "state", None, "actor-kin"
            )
    return None


RULES: tuple[tuple[str, Rule], ...] = (
    ("owner-in-phrase", _in_phrase),
    ("owner-ship", _ship),
    ("owner-home", _home),
    ("owner-possessor", _possessor),
    ("owner-of-phrase", _of_phrase),
    ("owner-gapped", _gapped),
    ("owner-kin", _kin),
    ("owner-pronoun", _pronoun),
    ("owner-subject", _subject),
    ("owner-blue-helmets", _blue_helmets),
    ("owner-origin-country", _origin_country),
)


def _noun_owner(m: Mentions, noun: Token) -> ActorMention | None:
    """ "Russia's troop deployment", "the Russian build-up", "the deployment by France of"."""
    for kid in m.doc.kids(noun, "poss", "amod", "compound", "nmod", "prep"):
        if kid.dep == "prep" and kid.lower not in {"by"}:
            continue
        found = _within(m, kid)
        if found is not None:
            return found
    return None


def _within(m: Mentions, token: Token) -> ActorMention | None:
    tokens = m.doc.subtree(token)
    span = (tokens[0].start, tokens[-1].end)
    return next((a for a in m.actors if inside(a.span, span)), None)


def _as_actor(m: Mentions, subject: Token) -> ActorMention | None:
    """The actor that a subject is or belongs to: "Russia", "the Pentagon", "Germany's defence minister", "Defence Secretary"."""
    for actor in m.actors:
        if actor.span[0] <= subject.start < actor.span[1]:
            return actor
    near = list(m.doc.kids(subject, "poss", "amod", "compound", "nmod", "appos", "prep"))
    for kid in near:
        if kid.dep == "prep" and kid.lower != "of":
            continue
        found = _within(m, kid)
        if found is not None:
            return found
    return None


def _acting_before(m: Mentions, position: int, *, same_block: bool) -> ActorMention | None:
    """The last actor before a position that is a subject or owns one, by preference over others."""
    here = m.doc.sentence_at(position)
    if here is None:
        return None
    last: ActorMention | None = None
    for actor in m.actors:
        if actor.span[1] > position:
            break
        sentence = m.doc.sentence_at(actor.span[0])
        if same_block and (sentence is None or sentence.block != here.block):
            continue
        token = m.doc.head_of(actor.span)
        if token is None or _only_speaks(m, token):
            continue
        if token.dep in {"nsubj", "nsubjpass", "poss"} or last is None:
            last = actor
    return last


def _only_speaks(m: Mentions, token: Token) -> bool:
    """Whether an actor is named only as the one who says so: "the Observatory said", "according to the UN"."""
    head = m.doc.tokens[token.head]
    if token.dep == "nsubj" and head.lemma in lexicon.reporting().verbs:
        return True
    return token.dep == "pobj" and head.lower == "to" and m.doc.tokens[head.head].lower == "according"


def _carried(m: Mentions, link: Link, owned: Sequence[Owned]) -> tuple[Actor | None, str]:
    """Carry the owner of an earlier force on: of the noun left out, or of the last force of the paragraph."""
    block = m.doc.sentences[link.head.sentence].block
    same = [o for o in owned if m.doc.sentences[o.link.head.sentence].block == block and o.actor is not None]
    if link.force.elided:
        kin = [o for o in owned if o.actor is not None and o.link.force.text == link.force.text]
        if kin:
            return kin[-1].actor, "owner-of-antecedent"
    if same:
        return same[-1].actor, "owner-of-previous"
    before = _acting_before(m, link.force.start, same_block=True)
    if before is not None:
        return before.value(), "owner-of-paragraph"
    if owned and owned[-1].actor is not None:
        return owned[-1].actor, "owner-of-previous"
    return None, "owner-unknown"


def _default(owned: list[Owned]) -> tuple[Owned, ...]:
    """Give what is left to the actor that owns most forces of the article."""
    counts = Counter(o.actor.code for o in owned if o.actor is not None)
    if not counts:
        return tuple(owned)
    top = max(counts, key=lambda code: (counts[code], str(code)))
    chosen = next(o.actor for o in owned if o.actor is not None and o.actor.code == top)
    return tuple(
        Owned(o.link, chosen, "owner-of-article") if o.actor is None and o.rule != "owner-nameless" else o
        for o in owned
    )


def named_in(actors: Sequence[ActorMention], span: Span) -> ActorMention | None:
    """Return the first actor named inside a span."""
    return next((a for a in actors if inside(a.span, span)), None)
