"""Loads the lexicons beside this file, once a process, checked against their schemas."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from geomap.errors import LexiconError
from geomap.language import schemas
from geomap.language.words import plural

Schema = TypeVar("Schema", bound=BaseModel)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(name: str, schema: type[Schema]) -> Schema:
    """Read ``lexicons/<name>.yml``.

    Raises:
        LexiconError: the file is no YAML or breaks the schema; the message names the file and the first fault.
    """
    text = files("geomap.language").joinpath("lexicons", f"{name}.yml").read_text(encoding="utf-8")
    return parse(name, text, schema)


def parse(name: str, text: str, schema: type[Schema]) -> Schema:
    """Check a lexicon's text against its schema; raises as ``load`` does."""
    try:
        return schema.model_validate(yaml.load(text, Loader=_Loader))  # noqa: S506 - a safe loader, in C where built
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}.yml is no YAML: {error}".replace("\n", " ")) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{name}.yml: {where}: {first['msg']}") from error


@cache
def quantities() -> schemas.QuantityWords:
    """Return the words of numbers."""
    return load("quantities", schemas.QuantityWords)


@cache
def forces() -> schemas.ForceWords:
    """Return the nouns of forces."""
    return load("forces", schemas.ForceWords)


@cache
def weapons() -> schemas.WeaponNames:
    """Return named types of weapons, vehicles and vessels."""
    return load("weapons", schemas.WeaponNames)


@cache
def actors() -> schemas.ActorNames:
    """Return actors that are no states."""
    return load("actors", schemas.ActorNames)


@cache
def actions() -> schemas.ActionWords:
    """Return verbs and nouns of movement and presence."""
    return load("actions", schemas.ActionWords)


@cache
def status() -> schemas.StatusWords:
    """Return cues of plan, possibility, denial, past and hedge."""
    return load("status", schemas.StatusWords)


@cache
def reporting() -> schemas.ReportingWords:
    """Return words of attribution."""
    return load("reporting", schemas.ReportingWords)


@cache
def events() -> schemas.EventWords:
    """Return words of conflict events and casualties."""
    return load("events", schemas.EventWords)


@cache
def places() -> schemas.PlaceWords:
    """Return words that tell a place from those who act from it."""
    return load("places", schemas.PlaceWords)


@cache
def times() -> schemas.TimeWords:
    """Return the words of time."""
    return load("times", schemas.TimeWords)


@cache
def force_nouns() -> frozenset[str]:
    """Return the last words of the common nouns of forces, singular and plural, in lower case."""
    words = forces()
    terms = [term for entry in (*words.forces, *words.ambiguous) for term in entry.terms]
    return frozenset(form.rpartition(" ")[2] for term in terms for form in (term, plural(term, words.plurals)))
