"""``geomap map``: articles in, maps out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from geomap.cli.options import Degrees, Formats, Reading, looks_options, only_one, reading_options, view
from geomap.cli.session import Session
from geomap.errors import UnwritableOutput
from geomap.output import Destinations, write, write_standard_output

if TYPE_CHECKING:
    from geomap.model import Report

_FORMATS = ("html", "svg", "png", "md")
_MOST_PIXELS = 24_000
"""Width of a PNG at most: what is larger no program opens."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """How maps are drawn: what the options of ``geomap map`` say."""

    boundaries: str
    quotes: str
    viewpoint: str
    style: str
    width: int
    scale: float
    crop: tuple[float, float, float, float] | None

    def drawn(self, report: Report, form: str, picture: str | None = None) -> bytes:
        """Return a map in one format; ``picture`` is the address of the SVG that a section of Markdown shows."""
        from geomap import api

        drawn = {"boundaries": self.boundaries, "viewpoint": self.viewpoint, "style": self.style}
        told, width, crop = drawn | {"quotes": self.quotes}, self.width, self.crop
        make: dict[str, Callable[[], str | bytes]] = {
            "html": lambda: api.draw(report, **told),
            "svg": lambda: api.draw_svg(report, **told, width=width, crop=crop),
            "png": lambda: api.draw_png(report, **told, width=width, scale=self.scale, crop=crop),
            "md": lambda: api.draw_markdown(report, **drawn, width=width, crop=crop, picture=picture),
            "embed": lambda: api.embed(
                report, boundaries=self.boundaries, quotes=self.quotes, viewpoint=self.viewpoint, style=self.style
            ),
        }
        made = make[form]()
        return made.encode() if isinstance(made, str) else made


@click.command("map", short_help="Draw a map of each ARTICLE.")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="PATH", help="Write to this file, folder (several articles) or - .")
@click.option(
    "--format",
    "forms",
    type=Formats(_FORMATS),
    default="html",
    show_default=True,
    help="html: the page; svg, png: a still picture; md: a section of Markdown with its picture. Several with commas.",
)
@click.option(
    "--width",
    metavar="N",
    type=click.IntRange(320, 6000),
    default=1200,
    show_default=True,
    help="Pixels that a picture is wide.",
)
@click.option(
    "--scale",
    metavar="X",
    type=click.FloatRange(0.25, 8),
    default=2.0,
    show_default=True,
    help="Dots of a PNG for each of these pixels.",
)
@click.option("--crop", type=Degrees(), help="The part of the earth that a picture shows, in degrees.")
@click.option("--embed", is_flag=True, help="Print an iframe that holds the page, to be put into another page.")
@click.option(
    "--boundaries",
    metavar="VIEW",
    default="un",
    show_default=True,
    callback=view,
    help="Whose boundaries: un, de-facto, or the code of a country (IND) whose government's view it is.",
)
@looks_options
@reading_options
@click.pass_obj
def map_articles(
    session: Session,
    *,
    articles: tuple[str, ...],
    output: str | None,
    forms: tuple[str, ...],
    width: int,
    scale: float,
    crop: tuple[float, float, float, float] | None,
    embed: bool,
    boundaries: str,
    quotes: str,
    viewpoint: str,
    style: str,
    published: str | None,
    model: str | None,
    online: bool,
    fix: str | None,
) -> None:
    """Draw one self-contained map for each ARTICLE and print what was read.

    ARTICLE is a file (text, Markdown, HTML, PDF, .docx, e-mail), an http(s) address, or - for standard input. The map
    is written to output/<article>.html unless -o says otherwise; -o - writes it to standard output and the table to
    standard error.
    """
    several = len(articles) > 1
    forms = ("embed",) if embed else forms
    printed = output == "-" or (embed and output is None)
    if printed:
        only_one(articles, "--embed" if embed else "-o -")
    if fix is not None:
        only_one(articles, "--fix")
    _check(output, several=several, forms=forms, pixels=width * scale)
    destinations = None if printed else Destinations(output, several=several)
    reading = Reading(published, model, online, fix)
    looks = _Looks(boundaries, quotes, viewpoint, style, width, scale, crop)
    for number, source in enumerate(articles, start=1):
        session.progress(f"reading {source} ({number} of {len(articles)})")
        drawn = session.attempt(source, partial(_map_one, source, destinations, forms, reading=reading, looks=looks))
        if drawn is None:
            continue
        table, result = drawn
        session.progress("")
        if destinations is None:
            click.echo(table, err=True, nl=False)
            write_standard_output(result)
        else:
            heading = f"{source}\n" if several else ""
            last = "\n" if number < len(articles) else ""
            paths = result.decode("utf-8", "surrogateescape")
            write_standard_output(f"{heading}{table}{paths}\n{last}")


def _check(output: str | None, *, several: bool, forms: Sequence[str], pixels: float) -> None:
    """Refuse what makes no sense together."""
    context = click.get_current_context()
    if output and several and os.path.isfile(output):  # noqa: PTH113 - Path.is_file() raises for a name too long
        raise click.UsageError(f"-o {output} is a file; several ARTICLEs need a folder", context)
    if output == "-" and len(forms) > 1:
        raise click.UsageError("-o - takes one --format only", context)
    if "png" in forms and pixels > _MOST_PIXELS:
        raise click.UsageError(f"--width times --scale is {pixels:,.0f}; a PNG has {_MOST_PIXELS:,} at most", context)


def _map_one(
    source: str, destinations: Destinations | None, forms: Sequence[str], *, reading: Reading, looks: _Looks
) -> tuple[str, bytes]:
    """Return the table of what was read and the paths of the maps, or the map itself without ``destinations``."""
    from geomap.cli.tables import report_table

    report = reading.report(source)
    table = report_table(report)
    if destinations is None:
        return table, looks.drawn(report, forms[0])
    suffixes = [".html" if form == "embed" else f".{form}" for form in forms]
    paths = destinations.paths(report.article.id, [*suffixes, ".svg"])
    files = {path: partial(looks.drawn, report, form) for path, form in zip(paths, forms, strict=False)}
    section = paths[forms.index("md")] if "md" in forms else None
    if section is not None and not (section.exists() and not section.is_file()):  # nothing stands beside a device
        picture = section.with_suffix(".map.svg") if paths[-1] == section else paths[-1]
        files[section] = partial(looks.drawn, report, "md", _address(picture.name))
        files.setdefault(picture, partial(looks.drawn, report, "svg"))
    for path in files:
        if source != "-" and os.path.realpath(path) == os.path.realpath(source):
            raise UnwritableOutput(f"{path}: is the article itself; choose another path with -o")
    made = {path: draw() for path, draw in files.items()}
    for path, data in made.items():
        write(path, data)
    return table, "\n".join(map(str, made)).encode("utf-8", "surrogateescape")


def _address(name: str) -> str:
    """Return a file's name as the address of a file beside."""
    from urllib.parse import quote

    return quote(os.fsencode(name))
