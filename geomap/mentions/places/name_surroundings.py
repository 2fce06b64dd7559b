"""What the words around a proposed name say for a place: prepositions, kinds of places, lists, people from there."""

from __future__ import annotations

import re

from gazetteer import Kind
from geomap.language import lexicon
from geomap.mentions.places.name_features import Feature, Seen
from geomap.mentions.places.name_traits import Own, Traits
from geomap.mentions.places.proposals import Proposal

_LISTED_AFTER = re.compile(r"(?:,| and| or|/) ?[A-Z]")
_LISTED_BEFORE = re.compile(r"[A-Za-z](?:,|/| and) ?$")
_AGE_BEFORE = re.compile(r", \d{1,3}, of $")
_COMPASS = r"(?:(?:north|south)-?)?(?:north|south|east|west)(?:ern)?"
_DISTANT = re.compile(
    r"(?:\b|\d)(?:km|kms|kilomet(?:re|er)s?|miles?)\)?,? (?:(?:away|due|just|further|farther|down|up|road|in|to|the) )*"
    rf"(?:{_COMPASS} of|{_COMPASS} from|short of|from|outside|inside|off|beyond) (?:the )?$"
)
_SIDE = re.compile(rf"\b{_COMPASS} of (?:the )?$")
_OF = ("of ", "of the ")
_LAST_WORDS = tuple(
    f"{word} {the}" for word in ("of", "from", "outside", "inside", "off", "beyond") for the in ("", "the ")
)
_DISTANCE_REACH, _SIDE_REACH = 60, 20
"""Characters before a name in which a distance from it, or a side of it, is looked for."""

_PEOPLE_BEHIND = re.compile(r"[ -]([a-z]+)")
_OUTER = frozenset({Kind.COUNTRY, Kind.ADMIN1})
_INNER = frozenset({Kind.CITY, Kind.QUARTER, Kind.ADMIN2, Kind.ADMIN1, Kind.BASE, Kind.AIRFIELD})
_LOCAL = frozenset({Kind.CITY, Kind.QUARTER, Kind.ADMIN2, Kind.ADMIN1, Kind.COUNTRY})


def has_local_body(traits: Traits) -> bool:
    """Whether a place of that name has organs of its own."""
    return traits.may_be(_LOCAL) and not traits.people


def local_body(p: Proposal) -> bool:
    """An organ of the town or county follows: "Torrington Fire Department", "Dublin City Council"."""
    behind = p.behind
    if behind is None or behind.lower not in lexicon.names().local_bodies:
        return False
    return behind.start != p.span[1] and has_local_body(p.traits)


def _local_body(seen: Seen) -> bool:
    return local_body(seen.proposal)


def _people_of(seen: Seen) -> bool:
    """ "A Carthage man", "Baltimore-area families": people told by where they live."""
    p = seen.proposal
    match = _PEOPLE_BEHIND.match(p.doc.text, p.span[1], p.span[1] + 14)
    return match is not None and match[1] in lexicon.names().people_of


def _home_of(seen: Seen) -> bool:
    """ "Troy Benton, 26, of Jackson": where a person comes from."""
    before, p = seen.proposal.before, seen.proposal
    if before is None or before.lower != "of":
        return False
    return _AGE_BEFORE.search(p.doc.text[max(0, p.span[0] - 12) : p.span[0]]) is not None


def _locative(seen: Seen) -> bool:
    p = seen.proposal
    before = p.before
    if before is not None and before.lower == "the" and before.index:
        before = p.doc.tokens[before.index - 1]
    if before is None or before.lower not in lexicon.names().locative:
        return False
    return not (before.lower == "to" and before.index and p.doc.tokens[before.index - 1].lower == "according")


def _distant(seen: Seen) -> bool:
    """ "12km west of Bakhmut", "30 miles outside Azaz": distances are told from places."""
    text, start = seen.proposal.doc.text, seen.proposal.span[0]
    if not text.endswith(_LAST_WORDS, 0, start):
        return False
    return _DISTANT.search(text[max(0, start - _DISTANCE_REACH) : start]) is not None


def _around(seen: Seen) -> bool:
    """ "North of Azaz", "the outskirts of Sake"."""
    p = seen.proposal
    text, start = p.doc.text, p.span[0]
    if not text.endswith(_OF, 0, start) or _distant(seen):
        return False
    if _SIDE.search(text[max(0, start - _SIDE_REACH) : start]) is not None:
        return True
    if p.before is None or p.before.lower != "of" or not p.before.index:
        return False
    return p.doc.tokens[p.before.index - 1].text in lexicon.names().surrounds


def _word_as_name(seen: Seen) -> bool:
    """ "Sent to Pale": a word with a capital behind a preposition; a country of the text has a place called so."""
    p = seen.proposal
    if p.tokens[0].pos != "PROPN" or not (_locative(seen) or _distant(seen) or _around(seen)):
        return False
    return not p.traits.own_lands.isdisjoint(seen.background.countries) and not p.text.isupper()


def _on_the_way(seen: Seen) -> bool:
    """ "The road to Palma", "a flight from Sana"."""
    p = seen.proposal
    if p.before is None or p.before.lower not in {"to", "from"} or not p.before.index:
        return False
    return p.doc.tokens[p.before.index - 1].lemma in lexicon.names().ways


def _cued(seen: Seen) -> bool:
    p, cues = seen.proposal, lexicon.names().cues
    behind, before = p.behind, p.before
    if behind is not None and behind.lower in cues and (behind.text.islower() or p.traits.candidates):
        return True
    if before is None:
        return False
    if before.lower == "of" and before.index:
        opening = p.doc.tokens[before.index - 1]
        return opening.lower in cues and opening.lower not in lexicon.names().departments
    return before.text in cues and p.text[0].isupper()


def _inside_following(seen: Seen) -> bool:
    """What it lies in follows: "Gainesville, Fla.", "Gao, Mali"."""
    p, outer = seen.proposal, seen.following
    if outer is None or outer.span[0] != p.span[1] + 2 or p.doc.text[p.span[1] : outer.span[0]] != ", ":
        return False
    return outer.traits.may_be(_OUTER) and not p.traits.homes.isdisjoint(outer.traits.homes)


def _outside_previous(seen: Seen) -> bool:
    """What lies in it goes before: the "Fla." of "Gainesville, Fla."."""
    p, inner = seen.proposal, seen.previous
    if inner is None or p.span[0] != inner.span[1] + 2 or p.doc.text[inner.span[1] : p.span[0]] != ", ":
        return False
    return inner.traits.may_be(_INNER) and not p.traits.homes.isdisjoint(inner.traits.homes)


def _listed(seen: Seen) -> bool:
    """Beside another capitalised name behind a comma, "and" or a slash, as places are listed."""
    p = seen.proposal
    text, (start, end) = p.doc.text, p.span
    if _LISTED_AFTER.match(text, end, end + 6) is not None:
        return True
    return _LISTED_BEFORE.search(text[max(0, start - 6) : start]) is not None


FEATURES: tuple[Own | Feature, ...] = (
    Feature("after a preposition of place", 1.0, _locative),
    Feature("a distance from it is told", 3.0, _distant),
    Feature("a side or the edge of it is told", 3.0, _around),
    Feature(
        "a word as a name, in a country that the text names",
        1.5,
        _word_as_name,
        lambda traits: traits.homonym.word and traits.alone and not traits.firm and bool(traits.own_lands),
    ),
    Feature("on the way to or from there", 1.0, _on_the_way),
    Feature("beside a word for a kind of place", 1.5, _cued),
    Feature("what it lies in follows", 2.5, _inside_following, lambda traits: traits.may_be(_INNER)),
    Feature("what lies in it goes before", 2.0, _outside_previous, lambda traits: traits.may_be(_OUTER)),
    Feature("before an organ of the place", 2.0, _local_body, has_local_body),
    Feature("people are told to come from there", 1.5, _people_of, lambda traits: bool(traits.candidates)),
    Feature("where a person is told to come from", 2.5, _home_of),
    Feature("listed with another name", 0.5, _listed),
)
