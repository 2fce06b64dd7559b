"""What the words around a proposed name tell: prepositions, kinds of places, titles, bodies, lists and verbs."""

from __future__ import annotations

import re

from gazetteer import Kind, NameKind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.forces import is_force_word
from geomap.mentions.name_features import Feature, Seen, own_name
from geomap.mentions.proposals import Proposal

_LISTED_AFTER = re.compile(r"(?:,| and| or|/) ?[A-Z]")
_LISTED_BEFORE = re.compile(r"[A-Za-z](?:,|/| and) ?$")
_AGE_BEFORE = re.compile(r", \d{1,3}, of $")
_COMPASS = r"(?:(?:north|south)-?)?(?:north|south|east|west)(?:ern)?"
_DISTANT = re.compile(
    r"(?:\b|\d)(?:km|kms|kilomet(?:re|er)s?|miles?)\)?,? (?:(?:away|due|just|further|farther|down|up|road|in|to|the) )*"
    rf"(?:{_COMPASS} of|{_COMPASS} from|short of|from|outside|inside|off|beyond) (?:the )?$"
)
_SIDE = re.compile(rf"\b{_COMPASS} of (?:the )?$")
_WORK_LABELS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
_DISTANCE_REACH, _SIDE_REACH = 60, 20
"""Characters before a name in which a distance from it, or a side of it, is looked for."""

_OUTER = (Kind.COUNTRY, Kind.ADMIN1)
_INNER = (Kind.CITY, Kind.QUARTER, Kind.ADMIN2, Kind.ADMIN1, Kind.BASE, Kind.AIRFIELD)
_LOCAL = (Kind.CITY, Kind.QUARTER, Kind.ADMIN2, Kind.ADMIN1, Kind.COUNTRY)


def _adjacent(doc: Annotated, left: int, right: int) -> bool:
    return right - left <= 1 and doc.text[left:right].strip() == ""


def _just_before(p: Proposal) -> Token | None:
    """Return the token before the name, if no more than a blank parts them."""
    return p.before if p.before is not None and _adjacent(p.doc, p.before.end, p.span[0]) else None


def just_after(p: Proposal) -> Token | None:
    """Return the token behind the name, if no more than a blank parts them."""
    return p.after if p.after is not None and _adjacent(p.doc, p.span[1], p.after.start) else None


def local_body(p: Proposal) -> bool:
    """An organ of the town or county follows: "Torrington Fire Department", "Dublin City Council"."""
    after = just_after(p)
    if after is None or after.start == p.span[1] or after.lower not in lexicon.names().local_bodies:
        return False
    return p.may_be(*_LOCAL) and not p.is_people


def _people_of(seen: Seen) -> bool:
    """ "A Carthage man", "Baltimore-area families": people told by where they live."""
    p = seen.proposal
    tail = p.doc.text[p.span[1] : p.span[1] + 14]
    match = re.match(r"[ -]([a-z]+)", tail)
    return match is not None and match[1] in lexicon.names().people_of and bool(p.candidates)


def _street(seen: Seen) -> bool:
    """ "Dublin Road", "Lombardy Drive" are no places by themselves, and the town in them is not meant."""
    after = just_after(seen.proposal)
    return (
        after is not None
        and after.text[:1].isupper()
        and after.lower.rstrip(".") in lexicon.names().streets
        and not seen.people
    )


def _ends_as_street(seen: Seen) -> bool:
    """ "Woodford Street": a street that the gazetteer lacks."""
    p = seen.proposal
    return not p.candidates and len(p.words) > 1 and p.words[-1].key in lexicon.names().streets


def _ends_as_body(seen: Seen) -> bool:
    """ "Good Samaritan Hospital", "Lebanon Valley College": a body or a building."""
    p, names = seen.proposal, lexicon.names()
    last = p.words[-1].key
    return not p.candidates and len(p.words) > 1 and (last in names.organisation_words or last in names.buildings)


def _numbered_road(seen: Seen) -> bool:
    """ "U.S. 127", "Kentucky 80": roads of the United States."""
    after = just_after(seen.proposal)
    if not any(c.place.country == "USA" and c.place.kind in _OUTER for c in seen.proposal.candidates):
        return False
    return after is not None and after.start > seen.proposal.span[1] and after.text.isdigit() and len(after.text) < 4


def _home_of(seen: Seen) -> bool:
    """ "Troy Benton, 26, of Jackson": where a person comes from."""
    text, start = seen.proposal.doc.text, seen.proposal.span[0]
    return _AGE_BEFORE.search(text[max(0, start - 12) : start]) is not None


def _in_longer_name(seen: Seen) -> bool:
    """The word before is a name too, and part of it: "Camp Georgia", "Royal Welsh", "USS Georgia"."""
    p = seen.proposal
    before = _just_before(p)
    if before is None or before.end == p.span[0]:
        return False
    names = lexicon.names()
    if before.lower in names.ships:
        return True
    return (
        before.pos == "PROPN"
        and before.text[:1].isupper()
        and before.lower not in lexicon.reporting().titles
        and before.lower not in names.calendar
        and before.lower not in names.prefixes
        and not before.text.isupper()
        and not is_force_word(before.text)
        and before.lower not in names.locative
        and (before.index == 0 or before.lower not in names.cues)
        and not (seen.previous is not None and seen.previous.span[1] == before.end and seen.previous.is_people)
    )


def _before_name(seen: Seen) -> bool:
    """A capitalised word follows that belongs to the name: "Jordan Henderson", "Lincoln Center"."""
    p = seen.proposal
    after = just_after(p)
    if "." in p.text or after is None or seen.people or local_body(p) or after.start == p.span[1]:
        return False
    if not (after.pos == "PROPN" and after.text[:1].isupper()) or (after.text.isupper() and not p.text.isupper()):
        return False
    known = after.lower in lexicon.reporting().titles or after.lower in lexicon.names().calendar
    return not known and not is_force_word(after.text)


def _organisation(seen: Seen) -> bool:
    """A country's or town's name inside the name of a body: "Rwanda Defence Force", "Aleppo Media Center"."""
    p = seen.proposal
    after = just_after(p)
    if seen.people or after is None or local_body(p):
        return False
    if "." in p.text or (p.text.isupper() and len(p.text) <= 3):
        return False  # "U.S. Navy", "UK Ministry": an adjective before a body's name
    names = lexicon.names()
    return after.text[:1].isupper() and (after.lower in names.organisation_words or after.lower in names.unit_words)


def _of_organisation(seen: Seen) -> bool:
    """ "University of Kentucky", "Bank of England", "Department of Agriculture"."""
    p = seen.proposal
    if p.before is None or p.before.lower != "of" or not p.before.index:
        return False
    opening = p.doc.tokens[p.before.index - 1]
    if not opening.text[:1].isupper():
        return False
    names = lexicon.names()
    return opening.lower in names.departments or opening.lower in names.organisation_words


def _unit(seen: Seen) -> bool:
    """A unit's name: "the Kherson brigade"."""
    after = just_after(seen.proposal)
    named = after is not None and after.lower in lexicon.names().unit_words and not after.is_verb
    return named and not seen.people and not seen.country


def _titled(seen: Seen) -> bool:
    """A title, or a name behind one: "President Lincoln", "Mr Paris"."""
    before = _just_before(seen.proposal)
    if seen.proposal.words[0].key in lexicon.reporting().titles and not seen.firm and len(seen.proposal.words) == 1:
        return True
    if before is None or seen.people:
        return False
    return (
        before.text[:1].isupper()
        and before.lower.rstrip(".") in lexicon.reporting().titles
        and before.lower not in lexicon.names().portfolios
    )


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
    return _DISTANT.search(text[max(0, start - _DISTANCE_REACH) : start]) is not None


def _around(seen: Seen) -> bool:
    """ "North of Azaz", "the outskirts of Sake"."""
    p = seen.proposal
    if _distant(seen):
        return False
    if _SIDE.search(p.doc.text[max(0, p.span[0] - _SIDE_REACH) : p.span[0]]) is not None:
        return True
    if p.before is None or p.before.lower != "of" or not p.before.index:
        return False
    return p.doc.tokens[p.before.index - 1].text in lexicon.names().surrounds


def _word_as_name(seen: Seen) -> bool:
    """ "Sent to Pale": a word with a capital behind a preposition; a country of the text has a place called so."""
    p = seen.proposal
    if not seen.homonym.word or seen.firm or len(p.words) > 1 or p.tokens[0].pos != "PROPN":
        return False
    if not (_locative(seen) or _distant(seen) or _around(seen)):
        return False
    return (
        any(own_name(c) and c.place.country in seen.background.countries for c in p.candidates) and not p.text.isupper()
    )


def _on_the_way(seen: Seen) -> bool:
    """ "The road to Palma", "a flight from Sana"."""
    p = seen.proposal
    if p.before is None or p.before.lower not in {"to", "from"} or not p.before.index:
        return False
    return p.doc.tokens[p.before.index - 1].lemma in lexicon.names().ways


def _cued(seen: Seen) -> bool:
    p, cues = seen.proposal, lexicon.names().cues
    after = just_after(p)
    if after is not None and after.lower in cues and (after.text.islower() or p.candidates):
        return True
    before = p.before
    if before is not None and before.lower == "of" and before.index:
        opening = p.doc.tokens[before.index - 1]
        return opening.lower in cues and opening.lower not in lexicon.names().departments
    return before is not None and before.text in cues and p.words[0].text[0].isupper()


def _inside_following(seen: Seen) -> bool:
    """What it lies in follows: "Gainesville, Fla.", "Gao, Mali"."""
    p, outer = seen.proposal, seen.following
    if outer is None or p.doc.text[p.span[1] : outer.span[0]] != ", " or not p.may_be(*_INNER):
        return False
    return outer.may_be(*_OUTER) and bool(_homes(p) & _homes(outer))


def _outside_previous(seen: Seen) -> bool:
    """What lies in it goes before: the "Fla." of "Gainesville, Fla."."""
    p, inner = seen.proposal, seen.previous
    if inner is None or p.doc.text[inner.span[1] : p.span[0]] != ", " or not p.may_be(*_OUTER):
        return False
    return inner.may_be(*_INNER) and bool(_homes(inner) & _homes(p))


def _homes(p: Proposal) -> frozenset[str | None]:
    return frozenset(c.place.country for c in p.candidates if c.name_kind is not NameKind.DEMONYM)


def _in_organisation(seen: Seen) -> bool:
    p = seen.proposal
    return (
        p.entity is not None
        and p.entity.label in _WORK_LABELS
        and p.entity.end - p.entity.start > len(p.text) + 5
        and not seen.people
        and not local_body(p)
        and p.doc.text[p.entity.start : p.entity.end].istitle()
    )


def _listed(seen: Seen) -> bool:
    """Beside another capitalised name behind a comma, "and" or a slash, as places are listed."""
    p = seen.proposal
    text = p.doc.text
    after, before = text[p.span[1] : p.span[1] + 6], text[max(0, p.span[0] - 6) : p.span[0]]
    return _LISTED_AFTER.match(after) is not None or _LISTED_BEFORE.search(before) is not None


def _speaks(seen: Seen) -> bool:
    """A verb of saying follows at once, as it does behind surnames: "Morris stressed"."""
    p = seen.proposal
    after = just_after(p)
    if seen.firm or after is None or len(p.words) > 1:
        return False
    return after.pos == "VERB" and after.lemma in lexicon.reporting().verbs


FEATURES: tuple[Feature, ...] = (
    ("after a preposition of place", 1.0, _locative),
    ("a distance from it is told", 3.0, _distant),
    ("a side or the edge of it is told", 3.0, _around),
    ("a word as a name, in a country that the text names", 1.5, _word_as_name),
    ("on the way to or from there", 1.0, _on_the_way),
    ("beside a word for a kind of place", 1.5, _cued),
    ("what it lies in follows", 2.5, _inside_following),
    ("what lies in it goes before", 2.0, _outside_previous),
    ("before an organ of the place", 2.0, lambda seen: local_body(seen.proposal)),
    ("people are told to come from there", 1.5, _people_of),
    ("where a person is told to come from", 2.5, _home_of),
    ("listed with another name", 0.5, _listed),
    ("a title, or after one", -3.0, _titled),
    ("behind another name", -3.0, _in_longer_name),
    ("before another name", -1.5, _before_name),
    ("inside the name of a body", -3.0, _organisation),
    ("behind the name of a body", -2.5, _of_organisation),
    ("inside the name of a work or body, by the language model", -1.0, _in_organisation),
    ("names a street", -3.0, _street),
    ("is a street", -3.0, _ends_as_street),
    ("is a body or a building", -3.0, _ends_as_body),
    ("a numbered road", -3.5, _numbered_road),
    ("names a unit", -4.0, _unit),
    ("says something", -0.75, _speaks),
)
