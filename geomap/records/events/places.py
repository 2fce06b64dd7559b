"""Finds the places that hang on an event's words by the parse: objects, what is listed, what is only explained."""

from __future__ import annotations

import re

from geomap.language.annotated import Sentence, Token
from geomap.mentions.places.finding import Place
from geomap.model import Span
from geomap.records.context import Mentions
from geomap.records.events.choice import choose, explained, explains, listed
from geomap.records.places.anchors import Anchor

_LEADING = {"in", "at", "near", "on", "around", "outside", "over", "off", "inside", "across", "along", "into",
            "between", "beside", "by", "against", "object", "subject", "of", "to", "", "upon", "onto", "throughout",
            "within", "through", "towards", "toward", "above", "under", "behind", "beyond", "opposite"}  # fmt: skip
LOOSE = _LEADING - {"to", "subject", "against", "by", "of"}
_OF_PLACE = re.compile(
    r"(?: (?:last|this|on|in|early|late|yesterday|today)(?: [A-Z]?[a-z]+)?(?: (?:night|morning|evening))?)?"
    r" of(?: the)?(?: (?:town|city|village|port|airport|base|island)s?(?: of)?)? "
)
_OPENING = 20
"""Characters before the place that leads a sentence: "In the town of"."""
_AT = {"in", "at", "near", "around", "outside", "off", "on", "behind"}
_DIRECTION = re.compile(r"(?:North|South|East|West)(?:-?(?:east|west))?(?:ern)?")
"""A bare direction is no place of an event: "the army's North-eastern Command"."""
_BETWEEN = re.compile(r"\bbetween (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* and )?$")
_CARRYING_OFF = {"abduct", "kidnap", "snatch"}
_SETTLEMENTS = {"city", "town", "village", "port", "capital", "island", "province", "stronghold", "settlement"}


def place_at(m: Mentions, token: Token) -> Place | None:
    """Return the literal place whose words hold the token."""
    return next((p for p in m.places if p.literal and p.mention.span[0] <= token.start < p.mention.span[1]), None)


def is_place(m: Mentions, token: Token) -> bool:
    """Whether the token belongs to the name of a literal place."""
    return place_at(m, token) is not None


def subject_place(m: Mentions, verb: Token) -> Place | None:
    """Return the place that is a verb's subject ("Goma fell", "Goma, which they say fell"); waters do not fall."""
    for kid in m.doc.kids(
        verb, "prep"
    ):  # "after Goma, a city of two million, had fallen": the parse takes it for an object
        if kid.lower in {"after", "before", "since", "until"} and not m.doc.kids(verb, "nsubj", "nsubjpass"):
            place = next(
                (p for t in m.doc.kids(kid, "pobj") if t.index < verb.index and (p := place_at(m, t)) is not None), None
            )
            if place is not None and _holdable(place):
                return place
    for kid in m.doc.kids(verb, "nsubj", "nsubjpass"):
        token = kid
        if kid.lemma in _SETTLEMENTS:  # "the city of Mariupol fell"
            inner = (t for p in m.doc.kids(kid, "prep") if p.lower == "of" for t in m.doc.kids(p, "pobj"))
            token = next(inner, kid)
        if kid.tag in {"WDT", "WP"}:
            relative = next((a for a in (verb, *m.doc.ancestors(verb)) if a.dep == "relcl"), None)
            token = m.doc.tokens[relative.head] if relative is not None else kid
        place = place_at(m, token)
        if place is not None:
            return place if _holdable(place) else None
    relative = next((a for a in (verb, *m.doc.ancestors(verb)) if a.dep in {"relcl"}), None)
    if relative is not None and relative.index != verb.index and not m.doc.kids(verb, "nsubj", "nsubjpass"):
        return place_at(m, m.doc.tokens[relative.head])
    return None


def _holdable(place: Place) -> bool:
    return place.mention.resolved is None or place.mention.resolved.kind != "water"


def usable(m: Mentions, sentence: Sentence, span: Span, until: Token | None = None) -> tuple[Anchor, ...]:
    """Return the anchored places of a part of a sentence; those that explain a word, not ``until``, are left out."""
    found = [
        a for a in m.in_sentence(sentence.index) if span[0] <= a.token.start < span[1] and a.preposition != "explains"
    ]
    return tuple(a for a in found if not _in_apposition(m, a, until) and not _nowhere(m, a))


def _in_apposition(m: Mentions, anchor: Anchor, until: Token | None) -> bool:
    """ "the headquarters of the division, the last such garrison in Darfur": Darfur stands inside an explanation."""
    for token in m.doc.ancestors(anchor.token):
        if token.is_verb or (until is not None and token.index == until.index):
            return False
        if token.dep == "appos" and not is_place(m, token):
            return True
    return False


def opens_with_place(m: Mentions, token: Token) -> bool:
    """ "In Vlore rival gangs fought": a place leads the sentence, whatever the parse hangs it on."""
    sentence = m.doc.sentences[token.sentence]
    leading = (a for a in m.in_sentence(sentence.index) if a.place.mention.span[1] <= token.start)
    first = next(leading, None)
    if first is None:
        return False
    before = m.doc.text[sentence.start : first.place.mention.span[0]].lower()
    return before.strip().split(" ")[0] in _AT and len(before) <= _OPENING


def lost_places(m: Mentions, token: Token) -> tuple[Place, ...]:
    """Return the places that somebody is driven out of."""
    return tuple(
        a.place for a in m.in_sentence(token.sentence) if _governs(token, a) and a.preposition in {"from", "out of"}
    )


def own_places(m: Mentions, token: Token) -> tuple[Place, ...]:
    """Return the places that hang on a trigger by the parse, the most specific only."""
    sentence = m.doc.sentences[token.sentence]
    anchors = [
        a
        for a in usable(m, sentence, (sentence.start, sentence.end), token)
        if _leads(a)
        or (a.preposition == "for" and not token.is_verb)
        or (a.preposition == "from" and token.lemma in _CARRYING_OFF)
    ]
    objects = [a for a in anchors if _governs(token, a) and a.preposition in {"object", "subject"}]
    acting = token.tag.startswith("VB") and not m.doc.kids(token, "auxpass", "nsubjpass") and m.doc.kids(token, "dobj")
    own = [
        a
        for a in anchors
        if _reaches(m, token, a) and not (acting and a.preposition == "subject" and a.token.dep == "nsubj")
    ]
    relative = _relative_object(m, token)
    if relative is not None and not objects:
        return (relative,)
    if not own and token.dep == "acl" and token.tag == "VBN":  # "the hospital in Kharkiv, hit by a missile"
        own = [a for a in anchors if token.head in a.through]
    return choose(m, own, token)


def _nowhere(m: Mentions, anchor: Anchor) -> bool:
    """ "The army's North-eastern Command", "clashes between Armenia and Azerbaijan": who fights, not where."""
    if _DIRECTION.fullmatch(anchor.place.mention.text):
        return True
    resolved = anchor.place.mention.resolved
    plain = anchor.place.mention.relation is None and resolved is not None and resolved.kind == "country"
    start = anchor.place.mention.span[0]
    return plain and _BETWEEN.search(m.doc.text, max(0, start - 60), start) is not None


def verb_places(m: Mentions, token: Token) -> tuple[Place, ...]:
    """Return the places that hang on the verb of a noun's clause: "a drone attack set fire to a refinery in Ryazan"."""
    if token.tag.startswith("VB"):
        return ()
    verb = next((t for t in m.doc.ancestors(token) if t.is_verb), None)
    if verb is None or not m.clauses.same(verb, token):
        return ()
    sentence = m.doc.sentences[token.sentence]
    anchors = usable(m, sentence, (sentence.start, sentence.end))
    led = _LEADING if token.dep in {"nsubj", "dobj"} else LOOSE
    return choose(m, [a for a in anchors if _governs(verb, a) and a.preposition in led], token)


def object_places(m: Mentions, token: Token) -> tuple[Place, ...]:
    """Return the places that are taken: the verb's object, what its clause hangs on, a list after a colon."""
    sentence = m.doc.sentences[token.sentence]
    anchors = usable(m, sentence, (sentence.start, sentence.end))
    objects = [a for a in anchors if _governs(token, a) and a.preposition in {"object", "subject"}]
    if objects:
        last = objects[-1].place
        return tuple(dict.fromkeys((*(a.place for a in objects), *listed(m, last))))
    relative = _relative_object(m, token)
    if relative is not None:
        return (relative,)
    if not token.tag.startswith("VB"):  # "Azerbaijan retook Nagorno-Karabakh", which the tagger takes for a noun
        beside = next((p for p in m.places if p.literal and p.mention.span[0] == token.end + 1), None)
        return (beside,) if beside is not None else ()
    for kid in m.doc.kids(token, "dobj", "nsubjpass"):
        colon = m.doc.text.find(":", kid.end, min(kid.end + 25, sentence.end))
        if colon >= 0:
            named = [p for p in m.places if p.literal and colon < p.mention.span[0] < sentence.end]
            taken = [p for p in named if not explains(m, named[0], p)]
            if taken:
                return tuple(taken)
    return ()


def places_of(m: Mentions, token: Token) -> tuple[Place, ...]:
    """Return what a noun of taking is of: "the fall last Sunday of Goma", "the capture of Goma and Sake"."""
    for place in m.places:
        gap = m.doc.text[token.end : place.mention.span[0]] if place.mention.span[0] > token.end else "-"
        if place.literal and _OF_PLACE.fullmatch(gap):
            return (place, *listed(m, place))
    return ()


def _relative_object(m: Mentions, token: Token) -> Place | None:
    """ "Kuwait, which Iraq overran", "the airport, which a crowd had stormed", "a town recaptured in May"."""
    relative = token if token.dep in {"relcl", "acl"} else None
    if relative is None:
        return None
    pronoun = any(kid.tag in {"WDT", "WP"} for kid in m.doc.kids(token, "dobj", "nsubjpass"))
    participle = token.dep == "acl" and token.tag == "VBN"
    place = place_at(m, m.doc.tokens[relative.head]) if pronoun or participle else None
    return explained(m, place) if place is not None else None


def _governs(token: Token, anchor: Anchor) -> bool:
    return anchor.governor is not None and anchor.governor.index == token.index


def _reaches(m: Mentions, token: Token, anchor: Anchor) -> bool:
    """Whether a place hangs on a trigger over nouns between: "brought down a helicopter over Amalfi"."""
    if _governs(token, anchor) or token.index in anchor.through:
        return True
    current = anchor.governor
    while (
        current is not None
        and not current.is_verb
        and current.dep not in {"appos", "relcl", "acl"}
        and current.head != current.index
    ):
        current = m.doc.tokens[current.head]
        if current.index == token.index:
            return True
    return False


def _leads(anchor: Anchor) -> bool:
    return anchor.preposition in _LEADING or anchor.place.mention.relation is not None
