"""The schemas of the YAML files in ``gazetteer/sources``, and their reading. Unknown keys are errors."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator, model_validator

from gazetteer.errors import SourceError
from gazetteer.model import Kind, NameKind

from .entries import Name, named

SOURCES = Path(__file__).parent.parent / "sources"
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Point = tuple[Annotated[float, Field(ge=-180, le=360)], Latitude]
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
    """A place that no package carries, with one shape at most; without one it is a circle around its point.

    ``members``: the union of countries (``UKR``), divisions (``UKR/Donetsk``) and other curated places (``donbas``).
    ``outline``: a ring of [lon, lat]; one that crosses the antimeridian goes on beyond 180 (181 for 179° W).
    ``line``: a path of [lon, lat]. ``river``: points of a course that the basemap's rivers give in full.
    ``lake``: a point in a lake of the basemap.

    ``clip`` keeps what of the area lies inside these members, ``minus`` takes these away, ``cut`` keeps only its land
    or only its water. ``lat``, ``lon`` and ``radius_km`` may be left out where a shape gives them. ``population``
    stands for how much the news speaks of the place.
    """

    name: str
    kind: Kind
    country: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    radius_km: Annotated[float, Field(gt=0)] | None = None
    members: tuple[str, ...] = ()
    outline: Annotated[tuple[Point, ...], Field(min_length=3)] | None = None
    line: Annotated[tuple[Point, ...], Field(min_length=2)] | None = None
    river: Annotated[tuple[Point, ...], Field(min_length=2)] | None = None
    lake: Point | None = None
    clip: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    cut: Annotated[str, Field(pattern="^(land|water)$")] | None = None
    population: int = 0
    source: Annotated[str, Field(min_length=3)]

    @property
    def shapes(self) -> list[str]:
        """Names of the fields that give a shape, in their order."""
        fields = ("members", "outline", "line", "river", "lake")
        return [name for name in fields if getattr(self, name)]

    @model_validator(mode="after")
    def _has_a_position(self) -> CuratedPlace:
        if not self.shapes and None in (self.lat, self.lon, self.radius_km):
            raise ValueError("needs lat, lon and radius_km, or members, outline, line, river or lake")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon go together")
        return self

    @model_validator(mode="after")
    def _has_one_shape(self) -> CuratedPlace:
        if len(self.shapes) > 1:
            raise ValueError(f"has {' and '.join(self.shapes)}; one of them gives the shape")
        if (self.clip or self.minus or self.cut) and self.shapes not in (["members"], ["outline"]):
            raise ValueError("clip, minus and cut need members or an outline")
        return self

    @field_validator("outline", "line", "river")
    @classmethod
    def _goes_on_beyond_180(cls, path: tuple[Point, ...] | None) -> tuple[Point, ...] | None:
        for (one, _), (other, _) in pairwise(path or ()):
            if abs(one - other) > 180:
                raise ValueError(f"jumps from {one:g} to {other:g}; write {min(one, other) + 360:g} to cross 180°")
        return path


def load(path: Path, shape: type[T]) -> T:
    """Read a YAML file as a value of ``shape``; ``SourceError`` names the file and what is wrong in it."""
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
    return load(SOURCES / "countries.yml", dict[str, CountryNames])


def divisions() -> dict[str, DivisionNames]:
    """``divisions.yml`` by country/name."""
    return load(SOURCES / "divisions.yml", dict[str, DivisionNames])


def towns() -> dict[str, TownNames]:
    """``towns.yml`` by country/name."""
    return load(SOURCES / "towns.yml", dict[str, TownNames])


def places() -> dict[str, CuratedPlace]:
    """All files in ``sources/places`` as one, by slug; a slug given in two files is an error."""
    found: dict[str, CuratedPlace] = {}
    for path in sorted((SOURCES / "places").glob("*.yml")):
        for slug, place in load(path, dict[str, CuratedPlace]).items():
            if slug in found:
                raise SourceError(f"{path.name}: {slug} is already an entry of another file")
            found[slug] = place
    return found
