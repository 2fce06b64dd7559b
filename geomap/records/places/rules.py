"""Rules that find a place near a force: words that refer back, words nearby, the head of a list.

Each takes the article and a linked force and returns places, none where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.places.finding import Place
from geomap.model import Use
from geomap.records.context import Mentions
from geomap.records.headings import is_item, line_above
from geomap.records.places.anchors import of_speaker, speaks_at
from geomap.records.places.antecedents import here, is_left, there
from geomap.records.places.explaining import explains, explains_place_before
from geomap.records.places.listing import listed_from
from geomap.records.places.openings import opened_by
from geomap.records.places.specific import specific
from geomap.records.reach import crosses
from geomap.records.triggering import Link

# Characters over which words still belong together, set by reading the development articles.
_REACH = 120  # from a force to the place, or the noun that recalls one, behind it
_WHERE_REACH = 140  # from "where" to the force
_WHERE_GAP = 60  # from a place to its "where"
_NAMED_WHERE = 2  # from a government that is meant as a place to its "where": "Qatar, where 8,000 remain"
_IN_WHICH = re.compile(r",? (?:in|at|during|for|to) which [^.;:\n]{0,60}$")
_AND = 5  # the length of " and " before a second "where"
_LONGEST_HEADING = 60

_ITEM = re.compile(r"\s*[•*·\-–—]")
_UNSURE = {"through", "against", "via", "upon", "before"}
"""Prepositions of place that as often lead ways, opponents and times."""

_PAIRS = {" (", " with ", ", with ", ": ", " – ", " has ", " had "}
_HOSTS = re.compile(
    r",? ?(?:(?:which|that) )?(?:(?:now|also|already|still|itself) )?"
    r"(?:hosts|houses|hosted|housed|(?:is |was )?(?:now |also |already )?(?:home|host) to)"
    r"(?: [^.;:\n\d]{0,50}?,? (?:with|of|numbering))? (?:some |about |around |nearly )?"
)
"""What makes whatever stands before it the place of what stands behind, also a government's name."""


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
    joined = m.doc.text[max(0, position - _AND) : position].endswith(" and ")
    if joined and len(found) > 1 and position - found[-2].end <= _WHERE_REACH:
        position = found[-2].start  # "Kainji, where a wing was raised and where 64 pilots wait"
    before = tuple(
        p
        for p in m.places_in((sentence.start, position))
        if p.mention.span[1] <= position
        and position - p.mention.span[1] <= (_WHERE_GAP if p.literal else _NAMED_WHERE)
        and p.mention.use is not Use.DEMONYM
    )
    kept = specific(m, tuple(p for p in before if not explains(m, p, [q for q in before if q is not p])))
    if len(kept) < 2:
        return kept
    explained = m.doc.text[kept[0].mention.span[1] : kept[-1].mention.span[0]] in {", ", ", in "}
    return kept[:1] if explained else kept[-1:]


def in_which(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "A drill over South Korea in which 12,000 soldiers take part": the place of what the clause is about."""
    start = link.force.start
    match = _IN_WHICH.search(m.doc.text[max(0, start - _WHERE_REACH) : start])
    if match is None:
        return ()
    position = max(0, start - _WHERE_REACH) + match.start()
    before = m.places_in((max(0, position - _WHERE_REACH), position))
    last = before[-1] if before else None
    near = last is not None and last.literal and position - last.mention.span[1] <= _NAMED_WHERE
    return (last,) if near and last is not None else ()


def paired(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "Lithuania (1,632)", "Romania with 1,148": a list that pairs places with numbers."""
    for place in m.places:
        end = place.mention.span[1]
        gap = m.doc.text[end : link.force.start] if end <= link.force.start else ""
        if (len(gap) <= _LONGEST_HEADING and _HOSTS.fullmatch(gap)) or (
            gap in _PAIRS and place.drawn and not is_left(m, place)
        ):
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
    if link.force.quantity is None:  # "The Air Force will send a squadron to Kunsan": others go there
        clauses = [i for i in clauses if not any(k.index in m.force_heads for k in m.doc.kids(m.doc.tokens[i], "dobj"))]
    prepositions = lexicon.actions().location_prepositions - _UNSURE
    elsewhere = lexicon.records().locating.elsewhere_verbs
    anchors = m.in_sentence(link.head.sentence)
    return tuple(
        a.place
        for a in anchors
        if a.governor is not None
        and a.governor.index in clauses
        and a.governor.lemma not in elsewhere
        and a.preposition in prepositions
        and a.token.start > link.force.end
        and ";" not in m.doc.text[link.force.end : a.token.start]
        and not explains_place_before(m, a, anchors)
        and opened_by(m, a.place) is None
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
    """ "Lithuania (1,632)", "Romania with 1,148": a number behind a place counts there, whatever the parse says."""
    before = m.places_in((max(0, link.force.start - _LONGEST_HEADING), link.force.start))
    gap = m.doc.text[before[-1].mention.span[1] : link.force.start] if before else ""
    told = gap == " (" or (gap == " with " and link.force.elided_by("elided-paired"))
    return (before[-1],) if told and before[-1].drawn else ()


def nearby(m: Mentions, link: Link) -> tuple[Place, ...]:
    """The first place behind the force in its sentence, led by a preposition of place, with no other force between."""
    sentence = m.doc.sentences[link.head.sentence]
    elsewhere = lexicon.records().locating.elsewhere_verbs
    told = {
        a.place.mention.id
        for a in m.in_sentence(sentence.index)
        if speaks_at(a) or (a.governor is not None and a.governor.lemma in elsewhere)
    }
    behind = m.places_in((link.force.end, sentence.end))
    place = next((p for p in behind if p.literal and p.mention.id not in told), None)
    if place is not None and (opened_by(m, place) is not None or of_speaker(m.doc, place)):
        return ()  # "6,000 men and, at Bălți, one brigade", "300 came, says a source in Gao"
    if place is None or place.mention.span[0] - link.force.end > _REACH or not _open_to(m, link, place):
        return ()
    listed = m.doc.text[link.force.end : place.mention.span[0]] == ", " and is_item(m, sentence.start)
    return listed_from(m, place) if listed or _led(m, link, place) else ()


def _open_to(m: Mentions, link: Link, place: Place) -> bool:
    """Whether neither a break nor another force nor another clause stands between the force and the place."""
    start = place.mention.span[0]
    between = m.doc.text[link.force.end : start]
    if any(c in between for c in ";:“”\n"):
        return False
    return not any(f.start >= link.force.end and f.end <= start for f in m.forces) and not crosses(m, link, start)


def _led(m: Mentions, link: Link, place: Place) -> bool:
    """Whether a preposition of place leads the place, as a part of its own words or before them."""
    prepositions = lexicon.actions().location_prepositions
    if place.mention.relation is not None and place.mention.text.split()[0].lower() in prepositions:
        return True
    leading = _leading().search(m.doc.text[link.force.end : place.mention.span[0]])
    return leading is not None and leading[1].lower() in prepositions - lexicon.records().locating.parsed_prepositions


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
    ("place-in-which", in_which),
    ("place-paired", paired),
    ("place-here", here),
    ("place-there", there),
    ("place-of-verb", of_verb),
    ("place-nearby", nearby),
    ("place-heading", heading),
    ("place-filed", filed),
)
