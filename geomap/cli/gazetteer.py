"""``geomap gazetteer``: places of the user's own beside the built-in ones: add a file, list them, remove one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geomap.cli.session import Session
from geomap.cli.terminal import layout, printable
from geomap.output import write_standard_output

if TYPE_CHECKING:
    from gazetteer.userdata import Added, Source

_HEADINGS = ("name", "places", "names", "MB", "what")
_NUMERIC = frozenset({1, 2, 3})


def _name(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from gazetteer.errors import DataNameError
    from gazetteer.folders import checked_name

    try:
        return checked_name(value)
    except DataNameError as error:
        raise click.BadParameter(str(error)) from None


_debug = click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")


@click.group("gazetteer", short_help="Add places of your own.")
@_debug
def own_places() -> None:
    """Keep places of your own, which are searched together with the built-in ones.

    They lie in the data folder of your system, or in the folder that GEOMAP_DATA names, one file each.
    """


@own_places.command("add", short_help="Add the places of FILE.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", callback=_name, help="Call it so; by default as the file.")
@click.option("--replace", is_flag=True, help="Put it in the place of the one of that name.")
@click.option("--all-features", is_flag=True, help="Of a dump, take buildings, roads and parks too.")
@click.option("--skip-bad-lines", is_flag=True, help="Leave out broken lines instead of refusing the file.")
@_debug
@click.pass_obj
def add_file(
    session: Session, *, file: Path, name: str | None, replace: bool, all_features: bool, skip_bad_lines: bool
) -> None:
    """Add the places of FILE: a GeoNames dump, GeoNames' alternate names, or a CSV.

    FILE is a dump such as UA.txt or allCountries.txt, alternateNamesV2.txt, a zip of one of these, or a CSV whose
    header has name, lat and lon, and perhaps country, kind, admin1, radius_km, population and names (other spellings,
    with | between them). Where it is interrupted, the same command goes on.
    """
    from gazetteer.userdata import Wanted, add

    wanted = Wanted(name, replace, all_features, skip_bad_lines)
    try:
        added = add(file, wanted, progress=session.progress)
    except KeyboardInterrupt:
        session.line("warning", f"{file}: is not added yet; the same command goes on where this one stopped")
        raise
    session.progress("")
    if added.bad:
        lines = "1 line is" if added.bad == 1 else f"{added.bad:,} lines are"
        session.line("warning", f"{file}: {lines} broken and left out, the first is {added.first_bad}")
    write_standard_output(_told(file, added))


def _told(file: Path, added: Added) -> str:
    counts = f"{_counted(added.places, 'place')} with " if added.places else ""
    lines = [f"{added.name}: {counts}{_counted(added.names, 'name')} of {file.name}, {added.title}"]
    if added.resumed:
        lines.append(f"   went on behind line {added.resumed:,}")
    lines += [f"   left out: {count:,} {reason}" for reason, count in sorted(added.left.items())]
    if added.unused:
        lines.append(f"   not used: {', '.join(added.unused)}")
    return "".join(f"{printable(line) if line[0] != ' ' else '   ' + printable(line)}\n" for line in lines)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


@own_places.command("list", short_help="List what was added.")
@_debug
def list_files() -> None:
    """List the gazetteers that were added, and the folder that they lie in."""
    from gazetteer.folders import data_folder, gazetteers
    from gazetteer.userdata import sources

    found = sources()
    table = layout(_HEADINGS, [_row(source) for source in found], right=_NUMERIC) if found else "none\n"
    write_standard_output(f"{table}in {printable(str(gazetteers(data_folder())))}\n")


def _row(source: Source) -> tuple[str, ...]:
    size = f"{source.size / 1e6:.1f}"
    if source.problem:
        return source.name, "", "", size, source.problem
    return source.name, f"{source.places:,}", f"{source.names:,}", size, f"{source.title} ({source.file})"


@own_places.command("remove", short_help="Remove what was added as NAME.")
@click.argument("name", metavar="NAME")
@_debug
def remove_file(name: str) -> None:
    """Remove the gazetteer that was added as NAME, also one that is unfinished."""
    from gazetteer.userdata import remove

    for path in remove(name):
        write_standard_output(f"removed {printable(str(path))}\n")
