"""The schema of ``contested.yml``: unknown keys, unknown countries and claims that do not add up are errors."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gazetteer.errors import SourceError
from gazetteer.model import AreaKind, Standing, View

from .curated import SOURCES, Latitude, Longitude, load

UN, DE_FACTO, APART = "un", "de-facto", "apart"
_CODE = re.compile("[A-Z]{3}")
Code = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Position = tuple[Longitude, Latitude]
Day = Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$")]
Text = Annotated[str, Field(min_length=3)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Geometry(_Strict):
    """Where an area lies: exactly one of the forms that the head of ``contested.yml`` lists."""

    countries: tuple[Code, ...] = ()
    hole: Position | None = None
    shape: str | None = None
    outline: tuple[Position, ...] = ()
    within: tuple[str, ...] = ()
    inside: tuple[Position, ...] = ()
    points: tuple[Position, ...] = ()
    radius_km: Annotated[float, Field(gt=0, le=50)] | None = None
    between: tuple[str, ...] = ()
    line: tuple[Position, ...] = ()

    @model_validator(mode="after")
    def _is_one_form(self) -> Geometry:
        forms = (self.countries, self.hole, self.shape, self.outline, self.points, self.between, self.line)
        if sum(bool(form) for form in forms) != 1:
            raise ValueError("needs exactly one of countries, hole, shape, outline, points, between, line")
        if bool(self.within) != bool(self.shape or self.outline):
            raise ValueError("within goes with shape or outline")
        if bool(self.points) != (self.radius_km is not None):
            raise ValueError("points and radius_km go together")
        if self.between and len(self.between) != 2:
            raise ValueError("between needs two")
        return self


class Area(_Strict):
    """One entry of ``areas``."""

    name: Text
    kind: AreaKind
    administered_by: tuple[Text, ...]
    claimed_by: tuple[Text, ...]
    recognised_as: Code | None
    undecided: str = ""
    status: Standing
    since: Day
    until: Day | None = None
    geometry: Geometry
    views: dict[str, str] = {}
    statement: Annotated[str, Field(max_length=260)]
    lat: Latitude | None = None
    lon: Longitude | None = None
    source: Text

    @model_validator(mode="after")
    def _adds_up(self) -> Area:
        if (self.recognised_as is None) != bool(self.undecided):
            raise ValueError("undecided says why recognised_as is null, and stands only then")
        if (self.status is Standing.SETTLED) != (self.until is not None):
            raise ValueError("settled goes with until")
        if not self.statement.startswith(self.name) or not self.statement.endswith("."):
            raise ValueError("statement begins with the name and ends with a full stop")
        for actors in (self.administered_by, self.claimed_by):
            if list(actors) != sorted(set(actors)):
                raise ValueError(f"{', '.join(actors)}: in the order of the alphabet, each once")
        if self.drawn and UN not in self.views and self.recognised_as is None:
            raise ValueError("views needs un where recognised_as is null")
        if not self.drawn and self.views:
            raise ValueError("a line and words are drawn the same in every view")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon go together")
        return self

    @property
    def drawn(self) -> bool:
        """Whether viewpoints differ in whose country it is drawn as."""
        return self.kind in {AreaKind.LAND, AreaKind.ISLETS}

    def codes(self) -> list[str]:
        """Every country that the entry names, in its order."""
        named = [*self.administered_by, *self.claimed_by, self.recognised_as or "", *self.views.values()]
        named += [*self.geometry.countries, *self.geometry.within, *self.geometry.between]
        return [name for name in named if _CODE.fullmatch(name)]

    def drawn_as(self, views: list[View]) -> tuple[tuple[str, str | None], ...]:
        """For each view the code of the country that it draws the area as, ``None`` for apart."""
        if not self.drawn:
            return ()
        default = self.views.get(UN) or self.recognised_as or APART
        holder = self.administered_by[0] if len(self.administered_by) == 1 else ""
        held = holder if _CODE.fullmatch(holder) else APART if holder else default
        found = []
        for view in views:
            drawn = self.views.get(view.code)
            if drawn is None:
                drawn = held if view.code == DE_FACTO else view.code if view.code in self.claimed_by else default
            found.append((view.code, None if drawn == APART else drawn))
        return tuple(found)


class Contested(_Strict):
    """The whole file."""

    views: dict[str, Text]
    areas: dict[Annotated[str, Field(pattern="^[a-z][a-z-]*$")], Area]

    @model_validator(mode="after")
    def _views_are_listed(self) -> Contested:
        if list(self.views)[:2] != [UN, DE_FACTO]:
            raise ValueError(f"views begins with {UN} and {DE_FACTO}")
        for slug, area in self.areas.items():
            unknown = sorted(set(area.views) - set(self.views))
            if unknown:
                raise ValueError(f"{slug}: no such view: {', '.join(unknown)}")
        return self

    def viewpoints(self) -> list[View]:
        """Return the views in their order."""
        return [View(code, whose) for code, whose in self.views.items()]


def read(known: AbstractSet[str]) -> Contested:
    """Read ``contested.yml``; ``SourceError`` when it breaks the schema or names a country that is not in ``known``."""
    found = load(SOURCES / "contested.yml", Contested)
    for code in list(found.views)[2:]:
        if code not in known:
            raise SourceError(f"contested.yml: views: there is no country {code}")
    for slug, area in found.areas.items():
        missing = sorted(set(area.codes()) - known)
        if missing:
            raise SourceError(f"contested.yml: {slug}: there is no country {', '.join(missing)}")
        other = [drawn for drawn in area.views.values() if drawn != APART and not _CODE.fullmatch(drawn)]
        if other:
            raise SourceError(f"contested.yml: {slug}: a view draws a country's code or {APART}, not {other[0]}")
    return found
