"""Whose a force is where no words tell: the actors told before are weighed, the heaviest one owns it.

A reader takes the actor that the passage is about. What makes an actor that is data (``salience`` in ``records.yml``):
each feature adds its weight, and the ones that decided are told in the record's rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.language.annotated import Sentence
from geomap.mentions.actors import ActorMention
from geomap.mentions.places import Place
from geomap.model import Actor, Use
from geomap.records.context import Mentions
from geomap.records.headings import is_item, line_above
from geomap.records.owned import Owned, only_speaks, sovereign, state
from geomap.records.triggering import Link

_SUBJECTS = {"nsubj", "nsubjpass"}
_OTHERS = {"dobj", "pobj", "dative", "iobj", "oprd", "attr"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor with the features that speak for and against it, and their sum."""

    actor: Actor
    features: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class _Known:
    """The actors named up to the force's sentence, forces of the article with sure owners, forces owned before it."""

    named: Sequence[ActorMention]
    certain: Sequence[Owned]
    before: Sequence[Owned]


def heaviest(m: Mentions, link: Link, certain: Sequence[Owned], before: Sequence[Owned]) -> Candidate | None:
    """Return the actor that most speaks for, ``None`` where none outweighs not knowing.

    ``certain`` are all forces of the article whose owners words tell, ``before`` those already owned before this one.
    """
    found = candidates(m, link, certain, before)
    best = max(found, key=lambda candidate: candidate.weight, default=None)
    return best if best is not None and best.weight > lexicon.records().salience["unknown"] else None


def candidates(m: Mentions, link: Link, certain: Sequence[Owned], before: Sequence[Owned]) -> tuple[Candidate, ...]:
    """Return every actor that may own the force, in the order of their first mention."""
    weights = lexicon.records().salience
    actors: dict[str, Actor] = {}
    for owned in (*before, *_mostly(certain)):
        if owned.actor is not None and owned.actor.code is not None:
            actors.setdefault(owned.actor.code, owned.actor)
    told = [a for a in m.actors if a.span[0] < m.doc.sentences[link.head.sentence].end]
    for mention in told:
        actors.setdefault(mention.code, mention.value())
    for place in _homes(m, link):
        code = sovereign(place.country)
        if code is not None and code not in actors:
            actors[code] = state(m, place.mention.span, code, "actor-home").value()
    result = []
    for code, actor in actors.items():
        if code in lexicon.records().owning.territories:
            continue  # Guam owns no bombers
        features = tuple(_features(m, link, code, _Known(told, certain, before)))
        result.append(Candidate(actor, features, sum(weights[feature] for feature in features)))
    return tuple(result)


def _mostly(certain: Sequence[Owned]) -> list[Owned]:
    """Return the forces of the actor that owns most of those whose owners words tell; it may be named only later."""
    counts = Counter(o.actor.code for o in certain if o.actor is not None)
    return [o for o in certain if o.actor is not None and 2 * counts[o.actor.code] > sum(counts.values())]


def _features(m: Mentions, link: Link, code: str, known: _Known) -> Iterator[str]:
    yield from _owning(m, link, code, known)
    yield from _named(m, link, [mention for mention in known.named if mention.code == code])
    armed = any(o.actor is not None and o.actor.code == code for o in known.certain)
    yield from _at_home(m, link, code, armed=armed)
    if code in _heading_codes(m, link) and _countries(link.locations) != {code}:
        yield "heads-list"


def _heading_codes(m: Mentions, link: Link) -> set[str]:
    """Return the actors that the heading above a list names, by name or by their country."""
    first = m.doc.first_of_block(m.doc.sentences[link.head.sentence])
    if not is_item(m, first.start):
        return set()
    span = line_above(m, first.start)
    named = {actor.code for actor in m.actors if span[0] <= actor.span[0] and actor.span[1] <= span[1]}
    return named | {code for place in m.places_in(span) if (code := sovereign(place.country)) is not None}


def _homes(m: Mentions, link: Link) -> list[Place]:
    """Return the places whose country may own the force though nobody names it: whence it is told, whence it comes."""
    dateline = [place for place in m.places if place.mention.use is Use.DATELINE]
    return [*dateline[:1], *link.origins]


def _owning(m: Mentions, link: Link, code: str, told: _Known) -> Iterator[str]:
    """What the actor owns elsewhere in the article."""
    sentence = m.doc.sentences[link.head.sentence]
    known = [o for o in told.before if o.actor is not None]
    if known and known[-1].actor is not None and known[-1].actor.code == code:
        last = m.doc.sentences[known[-1].link.head.sentence]
        yield "owns-previous"
        if known[-1].rule != "owner-salient":
            yield "owns-previous-surely"
        if last.index == sentence.index:
            yield "owns-previous-in-sentence"
            if m.clauses.same(known[-1].link.head, link.head):
                yield "owns-previous-in-clause"
        elif last.block == sentence.block:
            yield "owns-previous-in-paragraph"
    if link.force.elided:
        same = [o for o in known if o.link.force.text == link.force.text]
        if same and same[-1].actor is not None and same[-1].actor.code == code:
            yield "owns-antecedent"
    counts = Counter(o.actor.code for o in told.certain if o.actor is not None)
    share = counts[code] / sum(counts.values()) if counts else 0.0
    if share > 0.5:
        yield "owns-most"
    elif share > 0.2:
        yield "owns-many"
    elif not share:
        yield "owns-none"


def _named(m: Mentions, link: Link, mentions: Sequence[ActorMention]) -> Iterator[str]:
    """How the actor is named before the force: as who acts, speaks, or is acted on."""
    sentence = m.doc.sentences[link.head.sentence]
    before = [a for a in mentions if a.span[1] <= link.force.start]
    here = [a for a in before if a.span[0] >= sentence.start]
    if here:
        yield from _roles(m, here, "here")
    if any(a.span[0] >= link.force.end for a in mentions):
        yield "named-behind"
    earlier = [a for a in before if a.span[0] < sentence.start]
    previous = [a for a in earlier if _sentence(m, a).index == sentence.index - 1]
    if previous:
        yield from _roles(m, previous, "before")
    elif any(_sentence(m, a).block == sentence.block for a in earlier):
        yield "named-in-paragraph"
    elif earlier and sentence.index - _sentence(m, earlier[-1]).index <= 3:
        yield "named-lately"
    if m.actors and mentions and mentions[0] is m.actors[0]:
        yield "named-first"


def _roles(m: Mentions, mentions: Sequence[ActorMention], where: str) -> Iterator[str]:
    roles = {_role(m, mention) for mention in mentions}
    yield f"{'subject' if 'subject' in roles else min(roles)}-{where}"


def _role(m: Mentions, actor: ActorMention) -> str:
    token = m.doc.head_of(actor.span)
    if token is None:
        return "named"
    if only_speaks(m, token):
        return "speaks"
    while token.dep in {"poss", "compound", "amod", "nmod", "appos"} and token.head != token.index:
        token = m.doc.tokens[token.head]
    if token.dep in _SUBJECTS:
        return _acting(m.doc.tokens[token.head].lemma)
    if token.dep == "pobj" and m.doc.tokens[token.head].lower in lexicon.records().owning.opposing:
        return "opposed"
    return "object" if token.dep in _OTHERS else "named"


def _acting(verb: str) -> str:
    """Return what the subject of a verb is as an owner: who hosts, accuses or says so mostly is none."""
    words = lexicon.records().owning
    if verb in words.hosting:
        return "hosts"
    if verb in words.accusing:
        return "accuses"
    return "speaks" if verb in lexicon.reporting().verbs else "subject"


def _at_home(m: Mentions, link: Link, code: str, *, armed: bool) -> Iterator[str]:
    """Whether the force moves inside the actor's own country, leaves it or comes to it."""
    inside, outside = _countries(link.locations), _countries(link.origins)
    if code in inside and code in outside:
        yield "moves-at-home"
    elif code in outside:
        yield "leaves-home"
    elif inside == {code}:
        yield "armed-at-home" if armed else "is-at-home"
    if any(place.country == code for place in m.places if place.mention.use is Use.DATELINE):
        yield "filed-at-home"


def _countries(places: Sequence[Place]) -> set[str | None]:
    return {sovereign(place.country) for place in places}


def _sentence(m: Mentions, actor: ActorMention) -> Sentence:
    sentence = m.doc.sentence_at(actor.span[0])
    assert sentence is not None  # noqa: S101 - a text with an actor has a sentence
    return sentence
