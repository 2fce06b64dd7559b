"""Whom a pronoun means that leads to the owner of a force: "which has 500 airmen at Kant", "its men", "our lads"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.places.finding import Place
from geomap.model import Span
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned, actor_at, state
from geomap.records.owners.roles import role_of, whole
from geomap.records.sources import attribute

_NEAR = 30
"""Characters between a name and the relative that refers to it."""

_CLOSE_BY = 2
"""Characters between a name and a relative that stands right behind it."""

_BACK = 3
"""Sentences before its own among which what a pronoun means is looked for."""

_RANKS = {"fronted": 4, "subject": 3, "speaks": 3, "accuses": 3, "hosts": 2, "object": 1, "opposed": 0, "named": 1}
_AFFILIATION = 60
"""Characters around a person's name within which whose man he is stands."""

_OPEN, _CLOSE = '“"', '”"'


def referent(m: Mentions, token: Token, owned: Sequence[Owned], *, but: Token | None = None) -> ActorMention | None:
    """Return the actor that a pronoun means; ``but`` is a word that it cannot mean."""
    words = lexicon.records().owning
    if token.lower in words.relatives:
        return None if token.tag == "DT" else _antecedent(m, token)  # "That includes a brigade"
    if token.lower in words.speakers:
        return _speaker(m, token)
    return _before(m, token, owned, but)


def _antecedent(m: Mentions, token: Token) -> ActorMention | None:
    """ "the United States, which has 500 men there", "the movement, whose own 800 fighters": what a relative refers to.

    It may be a country that is named as a place.
    """
    clause = next((above for above in (token, *m.doc.ancestors(token)) if above.dep == "relcl"), None)
    if clause is not None:
        noun = m.doc.tokens[clause.head]
        found = actor_at(m, noun) or _land(m, noun)
        if found is not None and found.span[1] <= token.start:
            return found
    start = m.doc.sentences[token.sentence].start
    last = next((a for a in reversed(m.actors) if start <= a.span[0] and a.span[1] <= token.start), None)
    if last is not None and token.start - last.span[1] <= _CLOSE_BY:
        return last
    before = [
        p for p in m.places_in((max(start, token.start - _NEAR), token.start)) if p.mention.span[1] <= token.start
    ]
    beside = before[-1] if before and token.start - before[-1].mention.span[1] <= _CLOSE_BY else None
    land = _land(m, m.doc.tokens_in(beside.mention.span)[-1]) if beside is not None else None
    return land or (last if last is not None and token.start - last.span[1] <= _NEAR else None)


def _land(m: Mentions, noun: Token) -> ActorMention | None:
    """Return the state whose name or capital a noun is, read as a place where nothing acts."""
    place = next((p for p in m.places_in((max(0, noun.start - _NEAR), noun.end)) if _holds(p, noun)), None)
    resolved = place.mention.resolved if place is not None and place.mention.relation is None else None
    if place is None or resolved is None or place.country is None:
        return None
    capital = m.gazetteer.capital(place.country)
    whole_land = resolved.kind == "country" or (capital is not None and capital.id == resolved.id)
    return state(m, place.mention.span, place.country, "actor-land") if whole_land else None


def _holds(place: Place, noun: Token) -> bool:
    return place.mention.span[0] <= noun.start and noun.end <= place.mention.span[1]


def _before(m: Mentions, token: Token, owned: Sequence[Owned], but: Token | None) -> ActorMention | None:
    """ "Managua replied that none of its soldiers …", "The Lebanese Army has advanced. It has 2,500 soldiers …".

    The nearest sentence with an actor has it, and in it whoever acts rather than what is acted on; in the pronoun's own
    sentence only who acts.
    """
    here = m.doc.sentences[token.sentence]
    own = _of_clause(m, token, but) or _best(m, (here.start, token.start), owned, but, least=_RANKS["hosts"])
    if own is not None:
        return own
    for index in range(here.index - 1, max(-1, here.index - 1 - _BACK), -1):
        sentence = m.doc.sentences[index]
        if here.block - sentence.block > 1:
            break
        found = _best(m, (sentence.start, sentence.end), owned, but, least=0)
        if found is not None:
            return found
    return None


def _of_clause(m: Mentions, token: Token, but: Token | None) -> ActorMention | None:
    """ "India deploys ten warships, and Beijing has sent its task force": the subject of the pronoun's own clause."""
    for verb in m.doc.ancestors(token):
        word = m.clauses.subject(verb) if verb.is_verb else None
        if word is None or word.start >= token.start or (but is not None and word.index == but.index):
            continue
        found = actor_at(m, word)
        if found is not None and found.span[1] <= token.start:
            return found
    return None


def _best(m: Mentions, span: Span, owned: Sequence[Owned], but: Token | None, *, least: int) -> ActorMention | None:
    """Return who acts in a stretch of text, the last one of the main clause first, or the owner of what acts."""
    found: list[tuple[int, int, int, ActorMention]] = []
    for actor in m.actors:
        if actor.span[0] < span[0] or actor.span[1] > span[1]:
            continue
        token = m.doc.head_of(actor.span)
        if token is None or (but is not None and token.index == but.index):
            continue
        rank = _RANKS[role_of(m, actor)]
        verb = m.doc.tokens[whole(m, token).head]
        if rank >= least:
            found.append((rank, int(verb.head == verb.index), actor.span[0], actor))
    for one in owned:
        head = one.link.head
        acts = span[0] <= head.start < span[1] and head.dep in {"nsubj", "nsubjpass"} and one.actor is not None
        if acts and one.actor is not None and one.actor.code is not None:
            verb = m.doc.tokens[head.head]
            mention = ActorMention(one.link.force.span, one.actor.name, one.actor.code, "state", None, "actor-of-force")
            found.append((_RANKS["subject"], int(verb.head == verb.index), head.start, mention))
    return max(found, key=lambda each: each[:3])[3] if found else None


def _speaker(m: Mentions, token: Token) -> ActorMention | None:
    """ "our lads": who is quoted, or outside a quotation whom the article is mostly about."""
    sentence = m.doc.sentences[token.sentence]
    if _quoted(m, sentence, token):
        said = attribute(m, token).source
        return affiliation(m, said.span, said.name) if said is not None and said.span is not None else None
    states = [actor for actor in m.actors if actor.kind == "state"]
    return states[0] if states else None


def _quoted(m: Mentions, sentence: Sentence, token: Token) -> bool:
    """Whether a quotation that the line opens is still open at the word."""
    first = m.doc.first_of_block(sentence)
    lead = m.doc.text[first.start : token.start]
    return lead.count("“") > lead.count("”") or lead.count('"') % 2 == 1


def affiliation(m: Mentions, span: Span, name: str) -> ActorMention | None:
    """Return the actor whose man or organ a source is: named beside it, here or where its name first stands."""
    surname = name.rsplit(maxsplit=1)[-1]
    first = m.doc.text.find(surname)
    for start in (span[0], first) if first >= 0 else (span[0],):
        sentence = m.doc.sentence_at(start)
        if sentence is None:
            continue
        near = [
            a
            for a in m.actors
            if sentence.start <= a.span[0] < sentence.end and -_AFFILIATION < a.span[0] - start < _AFFILIATION
        ]
        found = min(near, key=lambda a: abs(a.span[0] - start), default=None)
        if found is not None:
            return found
    return None
