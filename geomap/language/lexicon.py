"""Loads the lexicons beside this file, once a process, checked against their schemas.

The YAML files are the truth. Parsing them takes a tenth of a second, so the wheel also carries them as JSON (see
``compile``), each with the fingerprint of its YAML file: what was edited since is read from the YAML.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from geomap.errors import LexiconError
from geomap.language import record_schemas, schemas
from geomap.language.words import plural

Schema = TypeVar("Schema", bound=BaseModel)

FOLDER = Path(__file__).with_name("lexicons")
COMPILED = FOLDER / "compiled.json"


def load(name: str, schema: type[Schema]) -> Schema:
    """Read ``lexicons/<name>.yml``, or what was compiled from it.

    Raises:
        LexiconError: the file is no YAML or breaks the schema; the message names the file and the first fault.
    """
    source = (FOLDER / f"{name}.yml").read_bytes()
    compiled = _compiled().get(name)
    if compiled is not None and compiled["sha256"] == fingerprint(source):
        return _checked(name, compiled["data"], schema)
    return parse(name, source.decode("utf-8"), schema)


def parse(name: str, text: str, schema: type[Schema]) -> Schema:
    """Check a lexicon's text against its schema; raises as ``load`` does."""
    return _checked(name, parse_yaml(name, text), schema)


def parse_yaml(name: str, text: str) -> Any:
    """Return what a lexicon's text says, unchecked; raises ``LexiconError`` where it is no YAML."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, in C where built
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}.yml is no YAML: {error}".replace("\n", " ")) from error


def fingerprint(source: bytes) -> str:
    """Return the SHA-256 of a lexicon file, with the line ends of any platform."""
    return hashlib.sha256(source.replace(b"\r\n", b"\n")).hexdigest()


def _checked(name: str, data: Any, schema: type[Schema]) -> Schema:
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{name}.yml: {where}: {first['msg']}") from error


@cache
def _compiled() -> dict[str, dict[str, Any]]:
    try:
        found: dict[str, dict[str, Any]] = json.loads(COMPILED.read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise LexiconError(f"{COMPILED}: damaged; remove it, or install geomap again") from error
    return found


@cache
def quantities() -> schemas.QuantityWords:
    """Return the words of numbers."""
    return load("quantities", schemas.QuantityWords)


@cache
def strengths() -> schemas.StrengthTable:
    """Return the table of echelons and their strengths."""
    return load("strengths", schemas.StrengthTable)


@cache
def forces() -> schemas.ForceWords:
    """Return the nouns of forces."""
    return load("forces", schemas.ForceWords)


@cache
def weapons() -> schemas.WeaponNames:
    """Return named types of weapons, vehicles and vessels."""
    return load("weapons", schemas.WeaponNames)


@cache
def units() -> schemas.UnitNames:
    """Return names of units and ships."""
    return load("units", schemas.UnitNames)


@cache
def actors() -> schemas.ActorNames:
    """Return actors that are no states."""
    return load("actors", schemas.ActorNames)


@cache
def leaders() -> schemas.LeaderNames:
    """Return the leaders of states."""
    return load("leaders", schemas.LeaderNames)


@cache
def ships() -> schemas.ShipNames:
    """Return the names of warships."""
    return load("ships", schemas.ShipNames)


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
def records() -> record_schemas.RecordWords:
    """Return the words of the rules that make records."""
    return load("records", record_schemas.RecordWords)


@cache
def force_nouns() -> frozenset[str]:
    """Return the last words of the common nouns of forces, singular and plural, in lower case."""
    words = forces()
    terms = [term for entry in (*words.forces, *words.ambiguous) for term in entry.terms]
    return frozenset(form.rpartition(" ")[2] for term in terms for form in (term, plural(term, words.plurals)))


@cache
def names() -> schemas.NameWords:
    """Return words in and around place names."""
    return load("names", schemas.NameWords)


@cache
def elided() -> schemas.ElidedWords:
    """Return words around numbers that leave their noun out."""
    return load("elided", schemas.ElidedWords)


@cache
def publications() -> schemas.PublicationWords:
    """Return where papers, agencies and sites are published."""
    return load("publications", schemas.PublicationWords)
