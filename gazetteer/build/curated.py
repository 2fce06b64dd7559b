"""The schemas of the YAML files in ``gazetteer/sources``, and their reading. Unknown keys are errors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from gazetteer.errors import SourceError
from gazetteer.model import Kind, NameKind

from .entries import Name, named

SOURCES = Path(__file__).parent.parent / "sources"
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
T = TypeVar("T")


class _Names(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()

    def all_names(self) -> list[Name]:
        """Every spelling with its kind, in the file's order."""
        return (
            named(NameKind.ALTERNATE, self.names)
            + named(NameKind.FORMER, self.former)
            + named(NameKind.ABBREVIATION, self.abbreviations)
        )


class CountryNames(_Names):
    """An entry of ``countries.yml``."""

    name: str | None = None
    demonyms: tuple[str, ...] = ()


class DivisionNames(_Names):
    """An entry of ``divisions.yml``; ``codes`` are matched only after a comma.

    ``demonyms`` are for divisions whose people stand with their country (Scottish, Texan): the word makes an actor of
    the country, which "Chechen rebels" are not.
    """

    name: str | None = None
    codes: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


class TownNames(_Names):
    """An entry of ``towns.yml``: further spellings of a town that GeoNames has."""

    name: str | None = None


class CuratedPlace(_Names):
    """A place that no package carries. Its shape is the union of ``members``, an ``outline``, a ``line``, or a circle.

    ``members`` are countries (``UKR``) or first-order divisions (``UKR/Donetsk``); ``outline`` is a ring and ``line``
    a path of [lon, lat]; ``cut`` keeps only the land or the water of an outline. ``lat``, ``lon`` and ``radius_km``
    may be left out where a shape gives them. ``population`` stands for how much the news speaks of the place.
    """

    name: str
    kind: Kind
    country: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    radius_km: Annotated[float, Field(gt=0)] | None = None
    members: tuple[str, ...] = ()
    outline: tuple[tuple[Longitude, Latitude], ...] = ()
    line: tuple[tuple[Longitude, Latitude], ...] = ()
    cut: Annotated[str, Field(pattern="^(land|water)$")] | None = None
    population: int = 0
    source: Annotated[str, Field(min_length=3)]

    @model_validator(mode="after")
    def _has_a_position(self) -> CuratedPlace:
        if not (self.members or self.outline or self.line) and None in (self.lat, self.lon, self.radius_km):
            raise ValueError("needs lat, lon and radius_km, or members, outline or line")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon go together")
        return self


def _load(path: Path, shape: type[T]) -> T:
    try:
        data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
        return TypeAdapter(shape).validate_python(data)
    except (yaml.YAMLError, ValidationError) as error:
        raise SourceError(f"{path.name}: {error}") from error


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Refuses a key that is given twice, which YAML would let win silently."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            raise yaml.YAMLError(f"given twice: {', '.join(twice)}")
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def countries() -> dict[str, CountryNames]:
    """``countries.yml`` by alpha-3 code."""
    return _load(SOURCES / "countries.yml", dict[str, CountryNames])


def divisions() -> dict[str, DivisionNames]:
    """``divisions.yml`` by country/name."""
    return _load(SOURCES / "divisions.yml", dict[str, DivisionNames])


def towns() -> dict[str, TownNames]:
    """``towns.yml`` by country/name."""
    return _load(SOURCES / "towns.yml", dict[str, TownNames])


def places() -> dict[str, CuratedPlace]:
    """All files in ``sources/places`` as one, by slug; a slug given in two files is an error."""
    found: dict[str, CuratedPlace] = {}
    for path in sorted((SOURCES / "places").glob("*.yml")):
        for slug, place in _load(path, dict[str, CuratedPlace]).items():
            if slug in found:
                raise SourceError(f"{path.name}: {slug} is already an entry of another file")
            found[slug] = place
    return found
