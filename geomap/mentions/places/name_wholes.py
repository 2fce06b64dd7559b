"""What the words around a proposed name say against a place: longer names, titles, bodies, units, streets, speech."""

from __future__ import annotations

from gazetteer import Kind
from geomap.language import lexicon
from geomap.mentions.forces.finding import is_force_word
from geomap.mentions.places.name_features import Feature, Seen
from geomap.mentions.places.name_surroundings import local_body
from geomap.mentions.places.name_traits import BODY, STREET, Own, Traits

_WORK_LABELS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})
_OUTER = (Kind.COUNTRY, Kind.ADMIN1)


def _no_people(traits: Traits) -> bool:
    return not traits.people


def _titled(seen: Seen) -> bool:
    """A title, or a name behind one: "President Lincoln", "Mr Paris"."""
    traits, ahead = seen.traits, seen.proposal.ahead
    if traits.alone and traits.keys[0] in lexicon.reporting().titles and not traits.firm:
        return True
    if ahead is None or traits.people:
        return False
    return (
        ahead.text[:1].isupper()
        and ahead.lower.rstrip(".") in lexicon.reporting().titles
        and ahead.lower not in lexicon.names().portfolios
    )


def _in_longer_name(seen: Seen) -> bool:
    """The word before is a name too, and part of it: "Camp Georgia", "Royal Welsh", "USS Georgia"."""
    ahead = seen.proposal.ahead
    if ahead is None or ahead.end == seen.proposal.span[0]:
        return False
    names = lexicon.names()
    if ahead.lower in names.ships:
        return True
    return (
        ahead.pos == "PROPN"
        and ahead.text[:1].isupper()
        and ahead.lower not in lexicon.reporting().titles
        and ahead.lower not in names.calendar
        and ahead.lower not in names.prefixes
        and not ahead.text.isupper()
        and not is_force_word(ahead.text)
        and ahead.lower not in names.locative
        and (ahead.index == 0 or ahead.lower not in names.cues)
        and not (seen.previous is not None and seen.previous.span[1] == ahead.end and seen.previous.traits.people)
    )


def _before_name(seen: Seen) -> bool:
    """A capitalised word follows that belongs to the name: "Jordan Henderson", "Lincoln Center"."""
    p = seen.proposal
    behind = p.behind
    if behind is None or behind.pos != "PROPN" or behind.start == p.span[1] or not behind.text[:1].isupper():
        return False
    if behind.text.isupper() and not p.text.isupper():
        return False
    known = behind.lower in lexicon.reporting().titles or behind.lower in lexicon.names().calendar
    return not known and not is_force_word(behind.text) and not local_body(p)


def _organisation(seen: Seen) -> bool:
    """A country's or town's name inside the name of a body: "Rwanda Defence Force", "Aleppo Media Center"."""
    behind, names = seen.proposal.behind, lexicon.names()
    if behind is None or not behind.text[:1].isupper():
        return False
    body = behind.lower in names.organisation_words or behind.lower in names.unit_words
    return body and not local_body(seen.proposal)


def _undotted(traits: Traits) -> bool:
    return not traits.people and "." not in traits.text


def _no_adjective(traits: Traits) -> bool:
    """Not "U.S. Navy", "UK Ministry": an adjective before a body's name."""
    return _undotted(traits) and not traits.short_capitals


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


def _in_organisation(seen: Seen) -> bool:
    p = seen.proposal
    return (
        p.entity is not None
        and p.entity.label in _WORK_LABELS
        and p.entity.end - p.entity.start > len(p.text) + 5
        and not local_body(p)
        and p.doc.text[p.entity.start : p.entity.end].istitle()
    )


def _street(seen: Seen) -> bool:
    """ "Dublin Road", "Lombardy Drive" are no places by themselves, and the town in them is not meant."""
    behind = seen.proposal.behind
    return behind is not None and behind.text[:1].isupper() and behind.lower.rstrip(".") in lexicon.names().streets


def _numbered_road(seen: Seen) -> bool:
    """ "U.S. 127", "Kentucky 80": roads of the United States."""
    behind = seen.proposal.behind
    return (
        behind is not None and behind.text.isdigit() and len(behind.text) < 4 and behind.start > seen.proposal.span[1]
    )


def _of_the_states(traits: Traits) -> bool:
    return any(c.place.country == "USA" and c.place.kind in _OUTER for c in traits.candidates)


def _unit(seen: Seen) -> bool:
    """A unit's name: "the Kherson brigade"."""
    behind = seen.proposal.behind
    return behind is not None and behind.lower in lexicon.names().unit_words and not behind.is_verb


_SETTLED = frozenset({Kind.CITY, Kind.QUARTER, Kind.ADMIN2})


def _with_article(seen: Seen) -> bool:
    """ "The Saratoga is expected", "men from the Guam": ships and hotels have the article, towns have not."""
    p = seen.proposal
    if p.ahead is None or p.ahead.lower != "the" or p.text.lower().startswith("the "):
        return False
    behind = p.behind
    return behind is None or behind.pos in {"VERB", "AUX", "ADP", "CCONJ", "ADV"}  # not "the Omalur road"


def _only_settled(traits: Traits) -> bool:
    return traits.alone and bool(traits.kinds) and traits.kinds <= _SETTLED and not traits.text.endswith("s")


def _speaks(seen: Seen) -> bool:
    """A verb of saying follows at once, as it does behind surnames: "Morris stressed"."""
    behind = seen.proposal.behind
    return behind is not None and behind.pos == "VERB" and behind.lemma in lexicon.reporting().verbs


FEATURES: tuple[Own | Feature, ...] = (
    Feature("a title, or after one", -3.0, _titled),
    Feature("behind another name", -3.0, _in_longer_name),
    Feature("before another name", -1.5, _before_name, _undotted),
    Feature("inside the name of a body", -3.0, _organisation, _no_adjective),
    Feature("behind the name of a body", -2.5, _of_organisation),
    Feature("inside the name of a work or body, by the language model", -1.0, _in_organisation, _no_people),
    Feature("names a street", -3.0, _street, _no_people),
    STREET,
    BODY,
    Feature("a numbered road", -3.5, _numbered_road, _of_the_states),
    Feature("names a unit", -4.0, _unit, lambda traits: not traits.firm),
    Feature("has the article, as no town has", -2.5, _with_article, _only_settled),
    Feature("says something", -0.75, _speaks, lambda traits: traits.alone and not traits.firm),
)
