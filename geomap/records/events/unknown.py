"""Finds names that stand where the place of an event would, and that the gazetteer lacks.

An event at such a place is put nowhere else: a mark at the wrong town is worse than none.
"""

from __future__ import annotations

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.records.context import Mentions

_AT = {"in", "at", "near", "around", "outside", "off", "on", "behind"}
_SETTLEMENTS = {"city", "town", "village", "port", "capital", "island", "province", "stronghold", "settlement"}
_NO_PLACES = {
    *("parliament", "congress", "operation", "ramadan", "christmas", "easter"),
    *("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
}
_QUARTERS = {"neighbourhood", "neighborhood", "district", "quarter", "suburb", "building", "bridge", "hill", "station"}


def unknown_place(m: Mentions, token: Token) -> bool:
    """Whether a word of fighting has a place that the gazetteer lacks: a name behind "in" or "near", or taken."""
    tops = [token]
    if not token.tag.startswith("VB"):
        verb = next((t for t in m.doc.ancestors(token) if t.is_verb), None)
        if verb is not None and m.clauses.same(verb, token):
            tops.append(verb)
    for top in tops:
        names = [t for p in m.doc.kids(top, "prep") if p.lower in _AT for t in m.doc.kids(p, "pobj")]
        for taken in m.doc.kids(top, "dobj"):
            led = _AT | {"of"} if taken.lemma in _SETTLEMENTS else _AT
            names.extend(t for p in m.doc.kids(taken, "prep") if p.lower in led for t in m.doc.kids(p, "pobj"))
        if top is token and token.tag.startswith("VB"):
            names.extend(t for t in m.doc.kids(top, "dobj") if not m.doc.kids(t, "det"))
            posts = (t for t in m.doc.kids(top, "dobj") if t.lemma in lexicon.events().posts - _QUARTERS)
            names.extend(kid for post in posts for kid in m.doc.kids(post, "compound"))  # "took Pearls airport"
        if any(unknown_name(m, t) for t in names):
            return True
    return False


def unknown_object(m: Mentions, token: Token) -> bool:
    """ "Attacked the village of Bmariam", "took Pearls airport": what is attacked or taken is not known."""
    for taken in m.doc.kids(token, "dobj", "nsubjpass"):
        names = [t for p in m.doc.kids(taken, "prep") if p.lower == "of" for t in m.doc.kids(p, "pobj")]
        named = names if taken.lemma in _SETTLEMENTS else []
        if taken.lemma in lexicon.events().posts - _QUARTERS:
            named = [*named, *m.doc.kids(taken, "compound")]
        if any(unknown_name(m, t) for t in named):
            return True
    return False


def own_unknown_place(m: Mentions, token: Token) -> bool:
    """ "Two soldiers were killed near Ber": whether a verb itself hangs on a name that the gazetteer lacks."""
    names = [
        t
        for p in m.doc.kids(token, "prep")
        if p.lower in {"near", "outside", "at", "in"}
        for t in m.doc.kids(p, "pobj")
    ]
    return any(unknown_name(m, t) for t in names)


def unknown_name(m: Mentions, noun: Token) -> bool:
    """Whether a word is a name of no place, actor, force or time that is known."""
    opens = not noun.tag.startswith("NNP") and m.doc.text[max(0, noun.start - 2) : noun.start].strip() in {
        ".",
        "!",
        "?",
    }
    if opens or noun.text.islower() or not noun.text[-1:].isalpha() or noun.lower in _NO_PLACES or noun.pos == "PRON":
        return False
    spans = (
        *(p.mention.span for p in m.places),
        *(a.span for a in m.actors),
        *(f.span for f in m.forces),
        *(t.span for t in m.times),
    )
    return not any(span[0] <= noun.start < span[1] for span in spans)
