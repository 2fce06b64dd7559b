"""Where an article is published, by its paper's name and its address: listed papers, endings of hosts, towns in names.

International agencies have no home, nor has what nobody can be certain of: one of many Springfields counts only where
the article itself speaks of its surroundings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from gazetteer import Context, Gazetteer, Home, Kind, NameKind, Place
from gazetteer.names import fold
from geomap.language import lexicon
from geomap.language.homonyms import homonym
from geomap.language.schemas import Publication
from geomap.mentions.places.names import Name
from geomap.mentions.places.surroundings import around

_PEOPLE = 1_000
"""Inhabitants of a town that may have a paper."""

_SHORTEST = 4
"""Letters of a town's name that is looked for in the name of a host."""

_COUNTRY_ENDING = 2
"""Letters of an ending that is a country's."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who published an article, as far as it was told: the name of the paper or agency, and the article's address."""

    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A publication of the lexicon; ``country`` is ``None`` for an international one."""

    publication: Publication
    country: str | None


def find_home(imprint: Imprint, names: Sequence[Name], gazetteer: Gazetteer) -> Home | None:
    """Return where an article with these place names is published, ``None`` where that is nowhere or uncertain."""
    if not imprint.source and not imprint.url:
        return None
    host = host_of(imprint.url)
    ending = _country_of(host, gazetteer)
    listed = _listed(fold(imprint.source or ""), host, ending)
    if listed is not None:
        return _home(listed, gazetteer)
    towns = tuple(_towns(imprint.source, host, ending, gazetteer))
    town = towns[0] if len(towns) == 1 and not _word(towns[0]) else around(towns, names)
    if town is not None and town.country is not None:
        return Home(gazetteer.country(town.country), town.admin1, town)
    return Home(gazetteer.country(ending)) if ending is not None else None


def host_of(url: str | None) -> str:
    """Return the host of an address in lower case, ``""`` where there is none.

    >>> host_of("https://www.thehindu.com/news/article1.ece")
    'www.thehindu.com'
    """
    if not url:
        return ""
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # brackets that hold no address
        return ""


def _listed(name: str, host: str, ending: str | None) -> Listed | None:
    """Return the publication that is meant; an agency's name goes before the host that carries its report."""
    by_name, by_host = _by_name().get(name, ()), _by_host(host)
    if by_host is not None and (not by_name or by_host in by_name):
        return by_host
    if host and all(word in lexicon.publications().words for word in name.split()):
        return by_host  # "The Times" is a paper of many towns
    there = [one for one in by_name if ending is None or one.country in (ending, None)]
    return there[0] if len(there) == 1 else by_host


@cache
def _publications() -> tuple[Listed, ...]:
    words = lexicon.publications()
    national = [Listed(one, country) for country, listed in words.publications.items() for one in listed]
    return (*(Listed(one, None) for one in words.international), *national)


@cache
def _by_name() -> dict[str, tuple[Listed, ...]]:
    found: dict[str, tuple[Listed, ...]] = {}
    for listed in _publications():
        for name in listed.publication.names:
            found[fold(name)] = (*found.get(fold(name), ()), listed)
    return found


@cache
def _hosts() -> dict[str, Listed]:
    return {host: listed for listed in _publications() for host in listed.publication.hosts}


def _by_host(host: str) -> Listed | None:
    """Return the publication of a host or of the domain that it is in: "today.lorientlejour.com"."""
    while "." in host:
        if host in _hosts():
            return _hosts()[host]
        host = host.partition(".")[2]
    return None


def _home(listed: Listed, gazetteer: Gazetteer) -> Home | None:
    if listed.country is None:
        return None
    country, told = gazetteer.country(listed.country), listed.publication
    town = _within(told.town, Kind.CITY, told.division or country.name, gazetteer)
    if town is not None:
        return Home(country, town.admin1, town)
    division = _within(told.division, Kind.ADMIN1, country.name, gazetteer)
    return Home(country, division.name if division is not None else None)


def _within(name: str | None, kind: Kind, area: str, gazetteer: Gazetteer) -> Place | None:
    if name is None:
        return None
    best = gazetteer.resolve(name, Context(within=(area,), cue=kind)).best
    return best.place if best is not None and best.place.kind is kind else None


def _country_of(host: str, gazetteer: Gazetteer) -> str | None:
    """Return the country of a host's ending, by its alpha-3 code; nothing where anybody may have such an ending."""
    before, _, ending = host.rpartition(".")
    words = lexicon.publications()
    if ending in words.other_endings:
        return words.other_endings[ending]
    second = before.rpartition(".")[2]
    open_to_all = ending in words.open_endings and not ("." in before and second in words.second_levels)
    if len(ending) != _COUNTRY_ENDING or open_to_all:
        return None
    found = gazetteer.lookup(ending.upper(), codes=True)
    codes = {c.place.country for c in found if c.place.kind is Kind.COUNTRY and c.name_kind is not NameKind.DEMONYM}
    return codes.pop() if len(codes) == 1 else None


def _towns(source: str | None, host: str, country: str | None, gazetteer: Gazetteer) -> Iterator[Place]:
    """Yield the towns that a paper's name or host may name, those of the first spelling that names any."""
    for name in (*_in_source(source or ""), *_in_host(host)):
        found = gazetteer.lookup(name)
        if any(c.place.kind is Kind.CITY for c in found):
            yield from {
                c.place.id: c.place
                for c in found
                if c.place.kind is Kind.CITY
                and c.name_kind is NameKind.NAME
                and c.place.population >= _PEOPLE
                and country in (c.place.country, None)
            }.values()
            return


def _in_source(source: str) -> Iterator[str]:
    """Yield what a paper's name leaves without the words of such names: "Ottawa" of "The Ottawa Citizen"."""
    words, of_papers = fold(source).split(), lexicon.publications().words
    rest = list(words)
    while rest and rest[-1] in of_papers:
        rest.pop()
    if rest and len(rest) < len(words):
        yield " ".join(rest)


def _in_host(host: str) -> Iterator[str]:
    """Yield what a host's name leaves: "athens" of "theathensmessenger.com", "el dorado" of "eldoradonews.com"."""
    labels = host.split(".")
    label = max(labels[:-1], key=len, default="").removeprefix("the").replace("-", "")
    words = sorted(lexicon.publications().words, key=lambda word: (-len(word), word))
    rest = label
    while (ending := next((word for word in words if rest.endswith(word)), None)) is not None:
        rest = rest.removesuffix(ending)
    if rest == label or len(rest) < _SHORTEST:
        return
    yield rest
    yield from (f"{rest[:cut]} {rest[cut:]}" for cut in range(2, len(rest) - 1))


def _word(town: Place) -> bool:
    """Whether a town's name is a word of the language too: "Naval Today" is no paper of Naval in the Philippines."""
    return homonym(fold(town.name)).word
