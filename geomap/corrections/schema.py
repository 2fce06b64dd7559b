"""What a file of corrections may say. Unknown keys are errors, and every correction has its reason."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator

from geomap.corrections.located import At, Located
from geomap.model import Action, Category, Echelon, EventType, Harm, Qualifier, Status

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Lat = Annotated[float, Field(ge=-90, le=90)]
Lon = Annotated[float, Field(ge=-180, le=180)]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Target(_Strict):
    """Where a place is: a point as [lat, lon] in degrees, or a name or expression that the gazetteer knows."""

    to: Text | tuple[Lat, Lon]
    name: Text | None = None
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] | None = None
    radius_km: Annotated[float, Field(ge=0, le=5_000)] | None = None
    nth: Annotated[int, Field(ge=1)] | None = None
    reason: Text

    @field_validator("to", mode="before")
    @classmethod
    def _is_place(cls, value: object) -> object:
        numbers = isinstance(value, list) and all(isinstance(each, int | float) for each in value)
        if isinstance(value, str) or (
            numbers and isinstance(value, list) and len(value) == 2 and abs(value[0]) <= 90 and abs(value[1]) <= 180
        ):
            return value
        raise ValueError("is to be a name, or a point as [latitude, longitude] in degrees")


class MovePlace(_Target):
    """Moves the mentions of the words ``move``; ``nth`` picks where the article says them for the nth time."""

    move: Text


class AddPlace(_Target):
    """Makes a mention of the ``nth`` time (the first without) that the words ``add`` stand in the article."""

    add: Text


class ActorFix(_Strict):
    """An actor; ``code`` as in a report."""

    name: Text
    code: Text | None = None


class ForceFix(_Strict):
    """A kind of force; what is left out stays as it was read."""

    text: Text | None = None
    category: Category | None = None
    echelon: Echelon | None = None


class QuantityFix(_Strict):
    """A number as a report has it; ``text`` is the words, by default those of the numbers."""

    text: Text | None = None
    min: Annotated[int | float, Field(ge=0)] | None = None
    max: Annotated[int | float, Field(ge=0)] | None = None
    qualifier: Qualifier = Qualifier.EXACT


class TimeFix(_Strict):
    """A time: days as ISO dates, and the words for it."""

    text: Text | None = None
    start: IsoDate | None = None
    end: IsoDate | None = None


class CasualtiesFix(_Strict):
    """Harm to one group."""

    kind: Harm
    who: Text | None = None
    quantity: QuantityFix | Annotated[int, Field(ge=0)] | None = None


class _RecordFix(_Strict):
    actor: ActorFix | None = None
    location: tuple[Text, ...] = ()
    status: Status = Status.ACTUAL
    hedged: bool = False
    time: TimeFix | None = None
    source: Text | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0


class DeploymentFix(_RecordFix):
    """Fields of a deployment. Places are words as they stand in the article."""

    force: ForceFix = ForceFix()
    quantity: QuantityFix | Annotated[int, Field(ge=0)] | None = None
    action: Action = Action.DEPLOY
    origin: tuple[Text, ...] = ()
    recipient: ActorFix | None = None
    part_of: Text | None = None


class EventFix(_RecordFix):
    """Fields of an event."""

    type: EventType = EventType.BATTLE
    target: ActorFix | None = None
    casualties: tuple[CasualtiesFix, ...] = ()


Fix = DeploymentFix | EventFix


class _Existing(_Strict):
    fingerprint: Text
    reason: Text


class ChangeRecord(_Existing):
    """Sets fields of the record ``change``; those that ``to`` does not name stay as they were read."""

    change: Annotated[str, StringConstraints(pattern="^[de][0-9]+$")]
    to: dict[str, Any]


class RemoveRecord(_Existing):
    """Takes the record ``remove`` away."""

    remove: Annotated[str, StringConstraints(pattern="^[de][0-9]+$")]


class AddRecord(_Strict):
    """Adds a record that stands on the words ``evidence`` of the article (their ``nth`` time, by default the first)."""

    add: Literal["deployment", "event"]
    evidence: Text
    nth: Annotated[int, Field(ge=1)] = 1
    to: dict[str, Any]
    reason: Text


PlaceCorrection = MovePlace | AddPlace
RecordCorrection = ChangeRecord | RemoveRecord | AddRecord

_PLACES: dict[str, type[MovePlace | AddPlace]] = {"move": MovePlace, "add": AddPlace}
_RECORDS: dict[str, type[ChangeRecord | RemoveRecord | AddRecord]] = {
    "change": ChangeRecord,
    "remove": RemoveRecord,
    "add": AddRecord,
}


def places(file: Located) -> list[tuple[At, PlaceCorrection]]:
    """Return the corrections of places with the way to each. Raises ``CorrectionError``."""
    return [(at, validated(file, at, _kind(file, at, value, _PLACES), value)) for at, value in _listed(file, "places")]


def records(file: Located) -> list[tuple[At, RecordCorrection]]:
    """Return the corrections of records with the way to each. Raises ``CorrectionError``."""
    return [
        (at, validated(file, at, _kind(file, at, value, _RECORDS), value)) for at, value in _listed(file, "records")
    ]


def _listed(file: Located, section: str) -> list[tuple[At, Any]]:
    if not isinstance(file.value, dict | None):
        raise file.error((), "is to hold places: and records:, each with a list")
    found = file.value or {}
    unknown = next((key for key in found if key not in {"places", "records"}), None)
    if unknown is not None:
        raise file.error((unknown,), f"{unknown!r} is not known here; a file holds places: and records:")
    items = found.get(section)
    if items is None:
        return []
    if not isinstance(items, list):
        raise file.error((section,), f"{section} is to be a list: each correction begins with a dash")
    return [((section, index), item) for index, item in enumerate(items)]


def _kind(file: Located, at: At, value: Any, kinds: dict[str, T]) -> T:
    found = [key for key in kinds if isinstance(value, dict) and key in value]
    if len(found) != 1:
        raise file.error(at, f"a correction is to have one of {', '.join(f'{key}:' for key in kinds)}")
    return kinds[found[0]]


def validated(file: Located, at: At, model: type[M], value: Any) -> M:
    """Return a value as the model has it; ``at`` is the way to it. Raises ``CorrectionError`` for the first fault."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        way: At = ()
        for part in first["loc"]:
            if (*at, *way, part) in file.lines or first["type"] == "missing":
                way = (*way, part)
        name = ".".join(str(part) for part in way)
        what = _plain(first["type"], first["msg"])
        raise file.error((*at, *way), f"{name}: {what}" if name else what) from error


def _plain(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "is not known here"
    if kind == "missing":
        return "is missing"
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
