"""Rules that find a place near a force: words that refer back, words nearby, the head of the sentence or of the list.

Each takes the article and a linked force and returns places, none where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.mentions.places import Place
from geomap.model import Use
from geomap.records.anchors import speaks_at
from geomap.records.context import Mentions
from geomap.records.headings import is_item, line_above
from geomap.records.specific import specific
from geomap.records.triggering import Link

# Characters over which words still belong together, set by reading the development articles.
_REACH = 120  # from a force to the place, or the noun that recalls one, behind it
_WHERE_REACH = 140  # from "where" to the force
_WHERE_GAP = 60  # from a place to its "where"
_THERE_REACH = 250  # from "there" to the force
_RECALL = 700  # from the place that "there" recalls to the word
_LONGEST_LEAD = 4  # words that may stand before a place which still opens the sentence
_LONGEST_HEADING = 60

_ITEM = re.compile(r"\s*[•*·\-–—]")
_CONJUNCT = re.compile(r"(?:,| and| or|, and|/)\s*(?:the |to |in |at )?")
_UNSURE = {"through", "against", "via", "upon", "before"}
"""Prepositions of place that as often lead ways, opponents and times."""

_DEICTIC = re.compile(r"\b(?:in|at|to|into|around|outside|near) this ((?:[\w-]+ ){0,2}[a-z]+)\b")
_PAIRS = {" (", " with ", ", with ", ": ", " – ", " has ", " had "}
_HOSTS = {" hosts ", " houses ", " is home to ", " is host to ", ", home to ", ", host to ", " was home to "}
"""What makes whatever stands before it the place of what stands behind, also a government's name."""


@cache
def _recalling() -> re.Pattern[str]:
    """ "in the capital", "at the same base"."""
    prepositions = "|".join(lexicon.records().locating.recalling_prepositions)
    return re.compile(rf"\b(?:{prepositions}) (?:the|that|this) (?:same |[A-Z]?[a-z]+n )?([a-z]+)\b")


@cache
def _leading() -> re.Pattern[str]:
    """The last preposition before a place, over the nouns of places between: "at the air base of "."""
    fillers = "|".join(lexicon.records().locating.fillers)
    return re.compile(rf"([A-Za-z]+)(?: (?:{fillers})\b)*[ ]$")


def where(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "Gyumri, where Russia has long kept 3,000 soldiers": the place that a "where" before the force refers to."""
    sentence = m.doc.sentences[link.head.sentence]
    words = lexicon.records().locating.where
    found = [t for t in m.doc.sentence_tokens(sentence) if t.lower in words and t.end <= link.head.end]
    if not found or link.head.start - found[-1].end > _WHERE_REACH:
        return ()
    position = found[-1].start
    before = tuple(
        p
        for p in m.places_in((sentence.start, position))
        if p.literal and p.mention.span[1] <= position and position - p.mention.span[1] <= _WHERE_GAP
    )
    kept = specific(m, before)
    if len(kept) < 2:
        return kept
    explained = m.doc.text[kept[0].mention.span[1] : kept[-1].mention.span[0]] in {", ", ", in "}
    return kept[:1] if explained else kept[-1:]


def paired(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "Lithuania (1,632)", "Romania with 1,148": a list that pairs places with numbers."""
    for place in m.places:
        end = place.mention.span[1]
        gap = m.doc.text[end : link.force.start] if end <= link.force.start else ""
        if gap in _HOSTS or (gap in _PAIRS and place.drawn):
            return (_explained(m, place),)
    return ()


def of_verb(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "A contingent stepped off a jet at the airport": the places of the verb that the force is the subject of."""
    clauses = [kid.index for kid in m.doc.kids(link.head, "acl", "relcl") if kid.is_verb]
    top = _top(m, link.head)
    verb = m.doc.tokens[top.head]
    if top.dep in {"nsubj", "nsubjpass"} and verb.is_verb and verb.lemma not in lexicon.reporting().verbs:
        clauses.append(verb.index)
        clauses.extend(kid.index for kid in m.doc.kids(verb, "conj") if not m.doc.kids(kid, "nsubj", "nsubjpass"))
    prepositions = lexicon.actions().location_prepositions - _UNSURE
    return tuple(
        a.place
        for a in m.in_sentence(link.head.sentence)
        if a.governor is not None
        and a.governor.index in clauses
        and a.preposition in prepositions
        and a.token.start > link.force.end
    )


def _top(m: Mentions, head: Token) -> Token:
    """Climb to the noun that plays the part: over lists, and from "vehicles" to the "convoy of" them."""
    top = head
    while top.head != top.index:
        above = m.doc.tokens[top.head]
        if top.dep == "pobj" and above.lower == "of" and m.doc.tokens[above.head].pos in {"NOUN", "PROPN", "NUM"}:
            top = m.doc.tokens[above.head]
        elif top.dep in {"conj", "appos", "nummod"}:
            top = above
        else:
            break
    return top


def filed(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "PEREVALNE — They came on Sunday in dozens of lorries": who comes, in the lead, comes to where it is filed."""
    datelines = [p for p in m.places if p.mention.use is Use.DATELINE]
    if not datelines or link.trigger is None or link.force.quantity is None:
        return ()
    sentence = m.doc.sentences[link.head.sentence]
    lead = m.doc.sentence_at(datelines[0].mention.span[0])
    comes = m.doc.tokens[link.trigger.token].lemma in lexicon.records().locating.coming_verbs
    return (datelines[0],) if comes and lead is not None and lead.block == sentence.block else ()


def _explained(m: Mentions, place: Place) -> Place:
    """Of "Šiauliai, Lithuania: four jets" the first, of which the second only tells where it lies."""
    start = place.mention.span[0]
    before = m.places_in((max(0, start - _LONGEST_HEADING), start))
    if before and before[-1].drawn and m.doc.text[before[-1].mention.span[1] : start] in {", ", ", in ", " in "}:
        return specific(m, (before[-1], place))[0]
    return place


def bracketed(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "Lithuania (1,632)": a number right behind a place counts there, whatever the parse says."""
    before = m.places_in((max(0, link.force.start - _LONGEST_HEADING), link.force.start))
    gap = m.doc.text[before[-1].mention.span[1] : link.force.start] if before else ""
    return (before[-1],) if gap == " (" and before[-1].drawn else ()


def nearby(m: Mentions, link: Link) -> tuple[Place, ...]:
    """The first place behind the force in its sentence, led by a preposition of place, with no other force between."""
    sentence = m.doc.sentences[link.head.sentence]
    told = {a.place.mention.id for a in m.in_sentence(sentence.index) if speaks_at(a)}
    behind = m.places_in((link.force.end, sentence.end))
    place = next((p for p in behind if p.literal and p.mention.id not in told), None)
    if place is None or place.mention.span[0] - link.force.end > _REACH or not _open_to(m, link, place):
        return ()
    listed = m.doc.text[link.force.end : place.mention.span[0]] == ", " and is_item(m, sentence.start)
    return _with_conjuncts(m, place) if listed or _led(m, link, place) else ()


def _open_to(m: Mentions, link: Link, place: Place) -> bool:
    """Whether neither a break nor another force nor another clause stands between the force and the place."""
    start = place.mention.span[0]
    between = m.doc.text[link.force.end : start]
    if any(c in between for c in ";:“”\n"):
        return False
    return not any(f.start >= link.force.end and f.end <= start for f in m.forces) and not _crosses(m, link, start)


def _crosses(m: Mentions, link: Link, position: int) -> bool:
    """Whether a finite verb with a subject of its own stands between the force and the place."""
    between = [t for t in m.doc.tokens_in((link.force.end, position)) if t.start >= link.force.end]
    reporting = lexicon.reporting().verbs
    return any(
        token.dep == "nsubj"
        and token.index != link.head.index
        and token.pos != "PRON"
        and m.doc.tokens[token.head].lemma not in reporting  # "…, says Colonel Badjeck, are strung out between"
        for token in between
    )


def _led(m: Mentions, link: Link, place: Place) -> bool:
    """Whether a preposition of place leads the place, as a part of its own words or before them."""
    prepositions = lexicon.actions().location_prepositions
    if place.mention.relation is not None and place.mention.text.split()[0].lower() in prepositions:
        return True
    leading = _leading().search(m.doc.text[link.force.end : place.mention.span[0]])
    return leading is not None and leading[1].lower() in prepositions - lexicon.records().locating.parsed_prepositions


def _with_conjuncts(m: Mentions, place: Place) -> tuple[Place, ...]:
    """Take the places that are listed with it: "Misrata and Khums"."""
    found = [place]
    for other in m.places:
        if other.mention.span[0] <= place.mention.span[1] or not other.literal:
            continue
        gap = m.doc.text[found[-1].mention.span[1] : other.mention.span[0]]
        if not _CONJUNCT.fullmatch(gap):
            break
        found.append(other)
    return tuple(found)


def there(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "there", "here", "in the country", "at the base": the last place, of that kind, named before the words."""
    sentence = m.doc.sentences[link.head.sentence]
    recalled = _recalled(m, link, sentence)
    if recalled:
        return recalled
    words = lexicon.records().locating.there
    for token in m.doc.sentence_tokens(sentence):
        if token.lower not in words or token.dep == "expl" or token.tag == "EX":
            continue
        if not _same_act(m, link, token):
            continue
        before = [p for p in m.places if p.literal and p.mention.span[1] <= token.start]
        if before and before[-1].mention.span[1] > token.start - _RECALL:
            return (before[-1],)
    return ()


def _same_act(m: Mentions, link: Link, token: Token) -> bool:
    """Whether an adverb of place tells of the force: no other subject between, or in the clause of what it does."""
    gap = (link.force.end, token.start)
    if 0 <= gap[1] - gap[0] <= _THERE_REACH and not _crosses(m, link, gap[1]):
        return not any(p.literal and p.mention.span[1] <= gap[1] for p in m.places_in(gap))
    verbs = (link.head.index, *link.verbs)
    near = link.force.start - token.end <= _THERE_REACH
    return near and any(m.clauses.same(token, m.doc.tokens[i]) for i in verbs)


def here(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "here", "in this oil town": the place of the dateline, else the last one named before."""
    sentence = m.doc.sentences[link.head.sentence]
    words = lexicon.records().locating.here
    told = any(t.lower in words and _same_act(m, link, t) for t in m.doc.sentence_tokens(sentence))
    if not told and not _this_town(m, link, sentence):
        return ()
    filed = tuple(p for p in m.places if p.mention.use is Use.DATELINE)
    return filed[:1] or tuple(p for p in m.places if p.literal and p.mention.span[1] <= link.force.start)[-1:]


def _this_town(m: Mentions, link: Link, sentence: Sentence) -> bool:
    kinds = lexicon.records().locating.kinds
    text = m.doc.text[link.force.end : min(sentence.end, link.force.end + _REACH)]
    return any(word in kinds for match in _DEICTIC.finditer(text) for word in match[1].split())


def _recalled(m: Mentions, link: Link, sentence: Sentence) -> tuple[Place, ...]:
    """ "in the capital", "at the base": the last place of the kind that the noun names."""
    for match in _recalling().finditer(m.doc.text[sentence.start : sentence.end]):
        position = sentence.start + match.start()
        kinds = lexicon.records().locating.kinds.get(match[1])
        if kinds is None or not 0 <= position - link.force.end <= _REACH:
            continue
        realms = lexicon.records().locating.realms.get(match[1])
        before = [
            p
            for p in m.places
            if p.mention.span[1] <= position
            and (p.literal or realms is not None)
            and _kind(p) in kinds
            and (realms is None or p.country in realms)
        ]
        if before:
            return (before[-1],)
    return ()


def _kind(place: Place) -> str | None:
    return place.mention.resolved.kind if place.mention.resolved is not None else None


def fronted(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "In Syria, where there were about 2,000 American troops": a place that opens the sentence or clause."""
    sentence = m.doc.sentences[link.head.sentence]
    words = lexicon.records().locating.fronting
    for place in m.places:
        start, end = place.mention.span
        if not place.literal or start < sentence.start or end > link.force.start:
            continue
        lead = m.doc.text[sentence.start : start].strip().lower().split()
        if len(lead) > _LONGEST_LEAD or any(t.is_verb for t in m.doc.tokens_in((sentence.start, start))):
            break
        if lead[-1] in words if lead else place.mention.relation is not None:
            return _with_conjuncts(m, place)
    return ()


def heading(m: Mentions, link: Link) -> tuple[Place, ...]:
    """The place that a list item or the line above leads with: "Jordan: F-15E fighters", "Red Sea and Gulf of Aden"."""
    sentence = m.doc.sentences[link.head.sentence]
    first = m.doc.first_of_block(sentence)
    lead = m.doc.text[first.start : link.force.start]
    led = [p for p in m.places if p.mention.span[0] >= first.start and p.mention.span[1] <= link.force.start]
    if led and led[0].literal:
        start, end = led[0].mention.span
        if start - first.start <= 4 and m.doc.text[end : end + 1] == ":":
            return (led[0],)
    if _ITEM.match(lead) is None and not is_item(m, first.start):
        return ()
    span = line_above(m, first.start)
    return tuple(p for p in m.places_in(span) if p.mention.span[1] <= span[1] and p.literal)


RULES: tuple[tuple[str, Callable[[Mentions, Link], tuple[Place, ...]]], ...] = (
    ("place-where", where),
    ("place-paired", paired),
    ("place-here", here),
    ("place-there", there),
    ("place-of-verb", of_verb),
    ("place-nearby", nearby),
    ("place-fronted", fronted),
    ("place-heading", heading),
    ("place-filed", filed),
)
