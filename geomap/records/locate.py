"""Finds a place for a force that the parse leaves without one: "there", words nearby, headings, the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.mentions.places import Place
from geomap.model import Action, Category
from geomap.records.context import Mentions
from geomap.records.links import Link

_REACH = 90
"""Characters between a force and a place behind it within which they still belong together."""


def locate(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link:
    """Return the link with places, if a rule finds any; unchanged otherwise."""
    link = replace(link, locations=specific(m, link.locations), origins=specific(m, link.origins))
    if link.locations or (link.origins and link.action is Action.WITHDRAW):
        return link
    for name, rule in (
        ("place-where", _where),
        ("place-paired", _paired),
        ("place-nearby", _nearby),
        ("place-there", _there),
        ("place-fronted", _fronted),
        ("place-heading", _heading),
    ):
        found = rule(m, link)
        if found:
            return _placed(link, specific(m, found), name)
    return _carried(m, link, earlier) or _topic(m, link, earlier) or link


def _placed(link: Link, places: tuple[Place, ...], rule: str) -> Link:
    if link.action is Action.WITHDRAW:
        return replace(link, origins=places, rules=(*link.rules, rule))
    return replace(link, locations=places, rules=(*link.rules, rule))


def _there(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "there", "here", "in the country", "at the base": the last place, of that kind, named before the words."""
    sentence = m.doc.sentences[link.head.sentence]
    described = _described(m, link, sentence.start, sentence.end)
    if described:
        return described
    for token in m.doc.sentence_tokens(sentence):
        if token.lower not in {"there", "here"} or token.dep == "expl" or token.tag == "EX":
            continue
        if abs(token.start - link.force.start) > 250:
            continue
        before = [p for p in m.places if p.literal and p.mention.span[1] <= token.start]
        if before and before[-1].mention.span[1] > token.start - 700:
            return (before[-1],)
    return ()


def _where(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "Gyumri, where Russia has long kept 3,000 soldiers": the place that a "where" before the force refers to."""
    sentence = m.doc.sentences[link.head.sentence]
    where = [t for t in m.doc.sentence_tokens(sentence) if t.lower in {"where", "wherein"} and t.end <= link.head.end]
    if not where or link.head.start - where[-1].end > 140:
        return ()
    before = [
        p
        for p in m.places
        if p.literal and sentence.start <= p.mention.span[0] and p.mention.span[1] <= where[-1].start
    ]
    if not before or where[-1].start - before[-1].mention.span[1] > 60:
        return ()
    found = specific(m, tuple(p for p in before if where[-1].start - p.mention.span[1] <= 60))
    return (
        found[:1]
        if len(found) > 1 and m.doc.text[found[0].mention.span[1] : found[-1].mention.span[0]] in {", ", ", in "}
        else found[-1:]
    )


def _paired(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "Lithuania (1,632)", "Romania with 1,148": a list that pairs places with numbers."""
    for place in m.places:
        gap = m.doc.text[place.mention.span[1] : link.force.start]
        if (
            place.mention.span[1] <= link.force.start
            and gap in {" (", " with ", ", with ", ": ", " – ", " has ", " had ", " hosts "}
            and place.drawn
        ):
            return (place,)
    return ()


_KINDS = {
    "country": {"country"}, "kingdom": {"country"}, "republic": {"country"}, "nation": {"country"}, "island": {"island", "country"},
    "city": {"city"}, "town": {"city"}, "village": {"city"}, "capital": {"city"}, "base": {"base", "airfield"},
    "airport": {"airfield"}, "camp": {"base"}, "province": {"admin1"}, "region": {"admin1", "region"}, "district": {"admin2"},
    "territory": {"region", "admin1"}, "enclave": {"region", "admin1"}, "peninsula": {"region"}, "state": {"admin1"},
    "barracks": {"base"}, "airfield": {"airfield", "base"}, "garrison": {"base", "city"},
}  # fmt: skip


def _described(m: Mentions, link: Link, start: int, end: int) -> tuple[Place, ...]:
    """ "in the capital", "at the base": the last place of the kind that the noun names."""
    for match in re.finditer(
        r"\b(?:in|at|to|into|from|inside|outside|near|on|across) (?:the|that|this) (?:same |[A-Z]?[a-z]+n )?([a-z]+)\b",
        m.doc.text[start:end],
    ):
        position = start + match.start()
        kinds = _KINDS.get(match.group(1))
        if kinds is None or not 0 <= position - link.force.end <= _REACH:
            continue
        before = [
            p
            for p in m.places
            if p.mention.span[1] <= position
            and p.mention.resolved is not None
            and p.mention.resolved.kind in kinds
            and p.literal
        ]
        if before:
            return (before[-1],)
    return ()


def _nearby(m: Mentions, link: Link) -> tuple[Place, ...]:
    """The first place behind the force in its sentence, led by a preposition of place, with no other force between."""
    words = lexicon.actions()
    sentence = m.doc.sentences[link.head.sentence]
    for place in m.places:
        start = place.mention.span[0]
        if not place.literal or start < link.force.end or start >= sentence.end:
            continue
        if start - link.force.end > _REACH:
            return ()
        between = m.doc.text[link.force.end : start]
        if any(f.start >= link.force.end and f.end <= start for f in m.forces) or any(c in between for c in ";:“”\n"):
            return ()
        if _crosses(m, link, start):
            return ()
        if place.mention.relation is not None and place.mention.text.split()[0].lower() in words.location_prepositions:
            return _with_conjuncts(m, place)
        led = re.search(
            r"([A-Za-z]+)(?: (?:the|a|an|its|their|town|city|village|port|province|district|region|base|of|air|army|military|garrison|state|island|airport|area|camp|northern|southern|eastern|western|central|nearby|neighbouring|neighboring)\b)*[ ]$",
            between,
        )
        if led is not None and led.group(1).lower() in words.location_prepositions - {
            "for",
            "through",
            "against",
            "upon",
            "before",
            "under",
            "via",
        }:
            return _with_conjuncts(m, place)
        return ()
    return ()


def _crosses(m: Mentions, link: Link, position: int) -> bool:
    """Whether a finite verb with a subject of its own stands between the force and the place."""
    between = [t for t in m.doc.tokens_in((link.force.end, position)) if t.start >= link.force.end]
    return any(token.dep == "nsubj" and token.index != link.head.index and token.pos != "PRON" for token in between)


def _with_conjuncts(m: Mentions, place: Place) -> tuple[Place, ...]:
    """Take the places that are listed with it: "Misrata and Khums"."""
    found = [place]
    for other in m.places:
        if other.mention.span[0] <= place.mention.span[1] or not other.literal:
            continue
        gap = m.doc.text[found[-1].mention.span[1] : other.mention.span[0]]
        if not re.fullmatch(r"(?:,| and| or|, and|/)\s*(?:the |to |in |at )?", gap):
            break
        found.append(other)
    return tuple(found)


def _fronted(m: Mentions, link: Link) -> tuple[Place, ...]:
    """ "In Syria, where there were about 2,000 American troops": a place that opens the sentence or clause."""
    sentence = m.doc.sentences[link.head.sentence]
    for place in m.places:
        start = place.mention.span[0]
        if not place.literal or start < sentence.start or place.mention.span[1] > link.force.start:
            continue
        lead = m.doc.text[sentence.start : start].strip().lower().split()
        if len(lead) > 4:
            break
        led = lead and lead[-1] in {
            "in",
            "at",
            "near",
            "across",
            "on",
            "the",
            "around",
            "off",
            "inside",
            "outside",
            "to",
        }
        if led or (place.mention.relation is not None and not lead):
            return _with_conjuncts(m, place)
    return ()


def _heading(m: Mentions, link: Link) -> tuple[Place, ...]:
    """The place that a list item or the line above leads with: "Jordan: F-15E fighters", "Red Sea and Gulf of Aden"."""
    sentence = m.doc.sentences[link.head.sentence]
    first = m.doc.first_of_block(sentence)
    lead = m.doc.text[first.start : link.force.start]
    led = [p for p in m.places if p.mention.span[0] >= first.start and p.mention.span[1] <= link.force.start]
    if (
        led
        and led[0].mention.span[0] - first.start <= 4
        and m.doc.text[led[0].mention.span[1] : led[0].mention.span[1] + 1] == ":"
        and led[0].literal
    ):
        return (led[0],)
    if not re.match(r"\s*[•*·\-–—]", lead) and first.block == sentence.block and not _is_item(m, first.start):
        return ()
    return _line_above(m, first.start)


def _is_item(m: Mentions, position: int) -> bool:
    start = m.doc.text.rfind("\n", 0, position) + 1
    return bool(re.match(r"\s*[•*·\-–—]\s", m.doc.text[start : position + 3]))


def _line_above(m: Mentions, position: int) -> tuple[Place, ...]:
    """Climb over the list's other items to the line above, which names the place as a heading does."""
    lines = m.doc.text[:position].split("\n")
    offset = len(m.doc.text[:position]) - len(lines[-1])
    for line in reversed(lines[:-1]):
        offset -= len(line) + 1
        body = line.strip()
        if not body:
            continue
        if re.match(r"[•*·\-–—]\s", body):
            continue
        if len(body) > 60 or body.endswith("."):
            return ()
        return tuple(
            p for p in m.places if p.mention.span[0] >= offset and p.mention.span[1] <= offset + len(line) and p.literal
        )
    return ()


def _carried(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """A numbered or denied force with a verb of movement keeps the place of the force before, in its paragraph."""
    if link.force.quantity is None and not link.force.elided:
        return None
    if _hands_over(link):
        return None
    sentence = m.doc.sentences[link.head.sentence]
    named = [a for a in m.in_sentence(sentence.index) if m.clauses.same(a.token, link.head)]
    if named and not link.force.elided:
        return None
    for previous in reversed(earlier):
        before = m.doc.sentences[previous.head.sentence]
        if before.block != sentence.block:
            return None
        if sentence.index - before.index > 2:
            return None
        places = previous.locations or previous.origins
        if places:
            return _placed(link, places, "place-carried")
    return None


def _hands_over(link: Link) -> bool:
    """Whether a verb of giving hands over things, which go to somebody rather than somewhere."""
    people = link.force.category in {Category.PERSONNEL, Category.UNIT}
    return not people and link.trigger is not None and any(f.action is Action.TRANSFER for f in link.trigger.frames)


def _topic(m: Mentions, link: Link, earlier: Sequence[Link]) -> Link | None:
    """A counted force that a verb moves, in a passage that has told where: the place of the force told last."""
    if link.force.quantity is None or link.trigger is None or link.trigger.kind != "verb" or link.origins:
        return None
    if _hands_over(link):
        return None
    sentence = m.doc.sentences[link.head.sentence]
    here = m.doc.sentences[max(0, sentence.index - 1)].start
    before = [p for p in m.places if p.literal and here <= p.mention.span[0] and p.mention.span[1] <= link.force.start]
    same = [
        p
        for p in before
        if m.doc.sentence_at(p.mention.span[0]) is not None
        and m.doc.sentences[m.doc.sentence_at(p.mention.span[0]).index].block == sentence.block
    ]  # type: ignore[union-attr]
    if same:
        return _placed(link, specific(m, (same[-1],)), "place-of-topic")
    for previous in reversed(earlier):
        if previous.locations and sentence.index - previous.head.sentence <= 3:
            return _placed(link, previous.locations, "place-of-topic")
    return None


def specific(m: Mentions, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Keep the most specific: "Fort Sill, Oklahoma" and "into Syria at Kafr Lusin" are one place each."""
    kept = list(dict.fromkeys(places))
    for place in places:
        for other in places:
            if place is other or place not in kept or other not in kept:
                continue
            if _contains(m, place, other):
                kept.remove(place)
    return tuple(kept)


def _contains(m: Mentions, whole: Place, part: Place) -> bool:
    """Whether one place holds the other, so that naming both says no more than naming the smaller."""
    outer, inner = whole.mention.resolved, part.mention.resolved
    if outer is None or inner is None or outer.id == inner.id:
        return outer is not None and inner is not None and whole.mention.span[0] > part.mention.span[0]
    if outer.kind == "country" and whole.mention.relation is None:
        return inner.kind != "country" and inner.country == outer.country
    if outer.kind == "admin1" and inner.kind not in {"country", "admin1", "region"}:
        return inner.admin1 == outer.name and inner.country == outer.country
    gap = (
        m.doc.text[part.mention.span[1] : whole.mention.span[0]] if whole.mention.span[0] > part.mention.span[1] else ""
    )
    return (
        gap in {", ", ", in "}
        and outer.radius_km > inner.radius_km
        and outer.kind in {"admin1", "region", "island", "country"}
    )
