"""Judges whether a proposed name is a place: weighted features, each with the reason that the report shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from gazetteer import Kind, NameKind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.forces import is_force_word
from geomap.mentions.proposals import Proposal

THRESHOLD = 1.5
"""Sum of weights from which a name is taken for a place; set by reading the names of the development articles."""

_LARGE_CITY = 100_000
_TOWN = 5_000
"""Inhabitants, as GeoNames counts them."""

_LISTED_AFTER = re.compile(r"(?:,| and| or|/) ?[A-Z]")
_LISTED_BEFORE = re.compile(r"[A-Za-z](?:,|/| and) ?$")
_WORK_LABELS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})

Feature = tuple[str, float, Callable[[Proposal], bool]]


def judge(proposal: Proposal) -> tuple[float, tuple[str, ...]]:
    """Return the sum of the weights of the features that hold, and their reasons with their weights."""
    held = [(reason, weight) for reason, weight, holds in FEATURES if holds(proposal)]
    return sum((weight for _, weight in held), 0.0), tuple(f"{reason} ({weight:+g})" for reason, weight in held)


def _kind(*kinds: Kind) -> Callable[[Proposal], bool]:
    return lambda p: p.may_be(*kinds)


def _people(p: Proposal) -> bool:
    return p.is_people


def _country(p: Proposal) -> bool:
    return p.may_be(Kind.COUNTRY)


def _population(p: Proposal) -> int:
    return max((c.place.population for c in p.candidates if c.name_kind is not NameKind.DEMONYM), default=0)


def _adjacent(doc: Annotated, left: int, right: int) -> bool:
    return right - left <= 1 and doc.text[left:right].strip() == ""


def _just_before(p: Proposal) -> Token | None:
    """Return the token before the name, if no more than a blank parts them."""
    return p.before if p.before is not None and _adjacent(p.doc, p.before.end, p.span[0]) else None


def _just_after(p: Proposal) -> Token | None:
    """Return the token behind the name, if no more than a blank parts them."""
    return p.after if p.after is not None and _adjacent(p.doc, p.span[1], p.after.start) else None


def _in_longer_name(p: Proposal) -> bool:
    """The word before is a name too, and part of it: "Camp Georgia", "Royal Welsh", "USS Georgia"."""
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
        and not before.text.isupper()
        and not is_force_word(before.text)
        and before.lower not in names.locative
        and (before.index == 0 or before.lower not in names.cues)
    )


def _before_name(p: Proposal) -> bool:
    """A capitalised word follows that belongs to the name: "Jordan Henderson", "Lincoln Center"."""
    after = _just_after(p)
    if "." in p.text or after is None or p.is_people:
        return False
    if not (after.pos == "PROPN" and after.text[:1].isupper()) or (after.text.isupper() and not p.text.isupper()):
        return False
    known = after.lower in lexicon.reporting().titles or after.lower in lexicon.names().calendar
    return not known and not is_force_word(after.text)


def _organisation(p: Proposal) -> bool:
    """A country's or town's name inside the name of a body: "Rwanda Defence Force", "Aleppo Media Center"."""
    after = _just_after(p)
    if p.is_people or after is None:
        return False
    if "." in p.text or (p.text.isupper() and len(p.text) <= 3):
        return False  # "U.S. Navy", "UK Ministry": an adjective before a body's name
    names = lexicon.names()
    return after.text[:1].isupper() and (after.lower in names.organisation_words or after.lower in names.unit_words)


def _unit(p: Proposal) -> bool:
    """A unit's name: "the Kherson brigade"."""
    after = _just_after(p)
    return after is not None and after.lower in lexicon.names().unit_words and not p.is_people and not _country(p)


def _person(p: Proposal) -> bool:
    """Part of a person's name by the language model: "Jordan Henderson", "Abu Hamza of Idlib" not."""
    if p.entity is None or p.entity.label != "PERSON" or p.is_people:
        return False
    if p.entity.end - p.entity.start <= len(p.text) + 2:
        return False
    opens = p.entity.start == p.span[0] and p.after is not None and p.after.pos == "PROPN"
    return opens or not _country(p)


def _titled(p: Proposal) -> bool:
    """A title stands directly before: "President Lincoln", "Mr Paris"."""
    before = _just_before(p)
    if before is None or p.is_people:
        return False
    return (
        before.text[:1].isupper()
        and before.lower.rstrip(".") in lexicon.reporting().titles
        and before.lower not in lexicon.names().portfolios
    )


def _locative(p: Proposal) -> bool:
    before = p.before
    if before is not None and before.lower == "the" and before.index:
        before = p.doc.tokens[before.index - 1]
    return before is not None and before.lower in lexicon.names().locative


def _cued(p: Proposal) -> bool:
    cues = lexicon.names().cues
    after = _just_after(p)
    if after is not None and after.lower in cues:
        return True
    before = p.before
    if before is not None and before.lower == "of" and before.index:
        return p.doc.tokens[before.index - 1].lower in cues
    return before is not None and before.lower in cues and p.words[0].text[0].isupper()


def _starts_sentence(p: Proposal) -> bool:
    return p.tokens[0].index == p.doc.sentences[p.tokens[0].sentence].first


def _ordinary_word(p: Proposal) -> bool:
    """A word of the language that happens to be a village's name too ("Of", "March", "Nice", "Split")."""
    if len(p.words) > 1 or _country(p) or p.is_people:
        return False
    return (
        p.words[0].key in lexicon.names().calendar
        or p.tokens[0].pos not in {"PROPN", "NOUN", "ADJ"}
        or (p.tokens[0].pos != "PROPN" and _starts_sentence(p))
    )


def _labelled(*labels: str) -> Callable[[Proposal], bool]:
    return lambda p: p.entity is not None and p.entity.label in labels and p.entity.start >= p.span[0] - 5


def _in_organisation(p: Proposal) -> bool:
    return (
        p.entity is not None
        and p.entity.label in _WORK_LABELS
        and p.entity.end - p.entity.start > len(p.text) + 5
        and not p.is_people
        and p.doc.text[p.entity.start : p.entity.end].istitle()
    )


def _listed(p: Proposal) -> bool:
    """Beside another capitalised name behind a comma, "and" or a slash, as places are listed."""
    text = p.doc.text
    after, before = text[p.span[1] : p.span[1] + 6], text[max(0, p.span[0] - 6) : p.span[0]]
    return _LISTED_AFTER.match(after) is not None or _LISTED_BEFORE.search(before) is not None


def _proper(p: Proposal) -> bool:
    return all(token.pos == "PROPN" or not token.text[0].isupper() for token in p.tokens)


def _short(p: Proposal) -> bool:
    return len(p.text) <= 3 and not _country(p) and not p.is_people and not _locative(p)


def _group(p: Proposal) -> bool:
    return p.text.casefold() in _actor_words()


def _force(p: Proposal) -> bool:
    return len(p.words) == 1 and is_force_word(p.text) and not _country(p) and not p.is_people


@cache
def _actor_words() -> frozenset[str]:
    """Names of bodies and groups, which are no places even where a village is called so ("Hamas", "NATO")."""
    return frozenset(
        name.casefold()
        for actor in lexicon.actors().actors
        if not actor.metonym
        for name in (actor.name, *actor.aliases)
    )


_AREA = _kind(Kind.WATER, Kind.REGION, Kind.BASE, Kind.CONTINENT, Kind.CROSSING, Kind.ISLAND, Kind.LANDFORM)

FEATURES: tuple[Feature, ...] = (
    ("a country", 2.5, _country),
    ("a people", 3.0, _people),
    ("a sea, region, base or continent", 2.0, _AREA),
    ("a province", 1.0, _kind(Kind.ADMIN1)),
    ("a large city", 1.0, lambda p: _population(p) >= _LARGE_CITY),
    ("a town", 0.5, lambda p: _TOWN <= _population(p) < _LARGE_CITY),
    ("marked as a place by the language model", 1.5, _labelled("GPE", "LOC", "FAC", "NORP")),
    ("after a preposition of place", 1.0, _locative),
    ("beside a word for a kind of place", 1.5, _cued),
    ("listed with another name", 0.5, _listed),
    ("several words", 0.5, lambda p: len(p.words) > 1),
    ("a name, by its part of speech", 0.5, _proper),
    ("inside a person's name", -3.0, _person),
    ("after a title", -3.0, _titled),
    ("behind another name", -3.0, _in_longer_name),
    ("before another name", -1.5, _before_name),
    ("inside the name of a body", -3.0, _organisation),
    ("inside the name of a work or body, by the language model", -1.0, _in_organisation),
    ("names a unit", -4.0, _unit),
    ("a word of the language", -3.0, _ordinary_word),
    ("very short", -2.0, _short),
    ("the name of a group or body", -5.0, _group),
    ("a word for a force", -2.0, _force),
)
