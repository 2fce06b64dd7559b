"""``geomap place``: a name or an expression → where it is, what else it may be, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from geomap.cli.session import Session
from geomap.cli.terminal import layout, printable
from geomap.output import write_standard_output

if TYPE_CHECKING:
    from gazetteer import Candidate, Gazetteer, Place, Resolution

_HEADINGS = ("", "name", "kind", "country", "in", "lat", "lon", "± km", "score")
_NUMERIC = frozenset({5, 6, 7, 8})


@click.command("place", short_help="Say where each NAME is, and why.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--country", metavar="CODE", help="The country that it lies in, as ISO 3166 code (UKR).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="json: one object a line for each NAME.",
)
@click.option("--online", is_flag=True, help="Ask Nominatim for names that the gazetteer lacks.")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
@click.pass_obj
def find_places(session: Session, *, names: tuple[str, ...], country: str | None, form: str, online: bool) -> None:
    """Say where each NAME is, with what else it may be and the reasons.

    NAME is a name ("Kiev", "Long Beach, CA") or an expression ("50 km north of Kyiv", "northern Syria", "the
    Polish-Belarusian border"); - reads NAMEs from standard input, one a line.
    """
    from gazetteer import Gazetteer
    from gazetteer.folders import data_folder
    from geomap.api import nominatim

    with Gazetteer.open(user_data=data_folder(), online=nominatim() if online else None) as gazetteer:
        land = _country(gazetteer, country) if country else None
        for name in _each(names):
            resolution = session.attempt(name, partial(_resolve, gazetteer, name, land))
            if resolution is not None:
                write_standard_output(_json(resolution) if form == "json" else _table(resolution))


def _country(gazetteer: Gazetteer, code: str) -> Place:
    from gazetteer import Context, Kind

    try:
        return gazetteer.country(code.upper())
    except KeyError:
        best = gazetteer.resolve(code, Context(cue=Kind.COUNTRY)).best
    if best is None or best.place.kind is not Kind.COUNTRY:
        raise click.BadParameter(
            f"{code!r} is no country; write an ISO 3166 code such as UKR",
            click.get_current_context(),
            param_hint="'--country'",
        )
    return best.place


def _resolve(gazetteer: Gazetteer, query: str, land: Place | None) -> Resolution:
    """Return the answer to a name or an expression; with ``land`` only one that lies there, or across countries."""
    from gazetteer import Context

    resolution = gazetteer.locate(query, Context(within=(land.name,)) if land else Context())
    best = resolution.best
    if land is None or best is None or best.place.country in {land.country, None}:
        return resolution
    why = (f"no place of that name is known in {land.name}",)
    return replace(
        resolution, best=None, alternatives=(best, *resolution.alternatives), confidence=0.0, why=why, drawn=None
    )


def _each(names: tuple[str, ...]) -> Iterator[str]:
    from geomap.read.standard import standard_input

    for name in names:
        if name != "-":
            yield name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            continue
        for line in standard_input():
            text = line.decode("utf-8", "replace").strip()
            if text:
                yield text


def _json(resolution: Resolution) -> str:
    alternatives = [{**_fields(c.place), "score": round(c.score, 4)} for c in resolution.alternatives]
    value = {
        "query": resolution.query,
        "resolved": _fields(resolution.best.place) if resolution.best else None,
        "alternatives": alternatives,
        "why": list(resolution.why),
    }
    return json.dumps(value, ensure_ascii=False) + "\n"


def _fields(place: Place) -> dict[str, str | float | None]:
    """Return the place in the shape of ``resolved`` in a report."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
    }


def _table(resolution: Resolution) -> str:
    best = [_row("→", resolution.best)] if resolution.best else []
    rows = [*best, *(_row("or", candidate) for candidate in resolution.alternatives)]
    heading = printable(resolution.query) + ("" if resolution.best else ": not found")
    why = "".join(f"   {printable(reason)}\n" for reason in resolution.why)
    return f"{heading}\n{layout(_HEADINGS, rows, right=_NUMERIC) if rows else ''}{why}\n"


def _row(mark: str, candidate: Candidate) -> tuple[str, ...]:
    place = candidate.place
    return (
        mark,
        place.name,
        place.kind.value,
        place.country or "",
        place.admin1 or "",
        f"{place.lat:.4f}",
        f"{place.lon:.4f}",
        f"{place.radius_km:.0f}",
        f"{candidate.score:.2f}",
    )
