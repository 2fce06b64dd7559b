"""``geomap map`` and ``geomap extract``: articles in, maps or reports out."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from geomap.cli.session import Session
from geomap.errors import UnwritableOutput
from geomap.output import Destinations, write, write_standard_output

if TYPE_CHECKING:
    from geomap.model import Report
    from geomap.read.lines import Line

F = TypeVar("F", bound=Callable[..., None])


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from geomap.read.build import iso_date

    try:
        return iso_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _view(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value == "un":  # what needs no look
        return value
    from gazetteer import UnknownView
    from geomap.api import view

    try:
        return view(value)
    except UnknownView as error:
        raise click.BadParameter(str(error)) from None


def _reading_options(function: F) -> F:
    """Add the options of every command that reads articles."""
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error."),
        click.option("--online", is_flag=True, help="Ask Nominatim for names that the gazetteer lacks."),
        click.option("--model", metavar="NAME", help="Parse with this installed spaCy model."),
        click.option("--published", metavar="DATE", callback=_date, help="Day of publication, YYYY-MM-DD."),
    ):
        function = option(function)
    return function


@click.command("map", short_help="Draw a map of each ARTICLE.")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="PATH", help="Write to this file, folder (several articles) or - .")
@click.option("--format", "form", type=click.Choice(["html"]), default="html", show_default=True, help="Kind of map.")
@click.option(
    "--boundaries",
    metavar="VIEW",
    default="un",
    show_default=True,
    callback=_view,
    help="Whose boundaries: un, de-facto, or the code of a country (IND) whose government's view it is.",
)
@_reading_options
@click.pass_obj
def map_articles(
    session: Session,
    *,
    articles: tuple[str, ...],
    output: str | None,
    form: str,
    boundaries: str,
    published: str | None,
    model: str | None,
    online: bool,
) -> None:
    """Draw one self-contained map for each ARTICLE and print what was read.

    ARTICLE is a file (text, Markdown, HTML, PDF, .docx, e-mail), an http(s) address, or - for standard input. The map
    is written to output/<article>.html unless -o says otherwise; -o - writes it to standard output and the table to
    standard error.
    """
    several = len(articles) > 1
    if output == "-" and several:
        raise click.UsageError("-o - takes one ARTICLE only", click.get_current_context())
    if output and several and os.path.isfile(output):  # noqa: PTH113 - Path.is_file() raises for a name too long
        raise click.UsageError(f"-o {output} is a file; several ARTICLEs need a folder", click.get_current_context())
    destinations = None if output == "-" else Destinations(output, several=several)
    for number, source in enumerate(articles, start=1):
        session.progress(f"reading {source} ({number} of {len(articles)})")
        work = partial(
            _map_one,
            source,
            destinations,
            form=form,
            boundaries=boundaries,
            published=published,
            model=model,
            online=online,
        )
        drawn = session.attempt(source, work)
        if drawn is None:
            continue
        table, result = drawn
        session.progress("")
        if destinations is None:
            click.echo(table, err=True, nl=False)
            write_standard_output(result.encode())
        else:
            heading = f"{source}\n" if several else ""
            write_standard_output(f"{heading}{table}{result}\n" + ("\n" if number < len(articles) else ""))


def _map_one(
    source: str,
    destinations: Destinations | None,
    *,
    form: str,
    boundaries: str,
    published: str | None,
    model: str | None,
    online: bool,
) -> tuple[str, str]:
    """Return the table of what was read and the path of the map, or the page itself without ``destinations``."""
    from geomap.api import draw, extract
    from geomap.cli.tables import report_table
    from geomap.read import read

    report = extract(read(source, published=published), model=model, online=online)
    page = draw(report, boundaries=boundaries)
    table = report_table(report)
    if destinations is None:
        return table, page
    path = destinations.path(report.article.id, f".{form}")
    if source != "-" and os.path.realpath(path) == os.path.realpath(source):
        raise UnwritableOutput(f"{path}: is the article itself; choose another path with -o")
    write(path, page.encode())
    return table, str(path)


@click.command("extract", short_help="Print what was read out of each ARTICLE as JSON.")
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@click.option("--jsonl", metavar="FILE", help='Read one article a line: {"id", "text", …}; - is standard input.')
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help="json: indented if there is one ARTICLE; jsonl: one report a line.",
)
@_reading_options
@click.pass_obj
def extract_articles(
    session: Session,
    *,
    articles: tuple[str, ...],
    jsonl: str | None,
    form: str,
    published: str | None,
    model: str | None,
    online: bool,
) -> None:
    """Print what was read out of each ARTICLE as JSON.

    ARTICLE is a file (text, Markdown, HTML, PDF, .docx, e-mail), an http(s) address, or - for standard input. With
    several, or with --jsonl, one report a line in their order.
    """
    if bool(articles) == bool(jsonl):
        message = "give ARTICLEs or --jsonl FILE, not both" if articles else "give an ARTICLE, or --jsonl FILE"
        raise click.UsageError(message, click.get_current_context())
    indent = 2 if form == "json" and len(articles) == 1 else None
    if jsonl is None:
        for number, source in enumerate(articles, start=1):
            session.progress(f"reading {source} ({number} of {len(articles)})")
            report = session.attempt(
                source, partial(_extract_one, source, published=published, model=model, online=online)
            )
            _print(session, report, indent)
        return
    from geomap.read import read_lines

    for line in read_lines(jsonl, published=published):
        session.progress(f"reading {jsonl}, line {line.number}")
        report = session.attempt(
            f"{jsonl}, line {line.number}", partial(_extract_line, line, model=model, online=online)
        )
        _print(session, report, indent)


def _extract_one(source: str, *, published: str | None, model: str | None, online: bool) -> Report:
    from geomap.api import extract
    from geomap.read import read

    return extract(read(source, published=published), model=model, online=online)


def _extract_line(line: Line, *, model: str | None, online: bool) -> Report:
    from geomap.api import extract

    if line.article is None:
        raise line.error or AssertionError("a line has an article or an error")
    return extract(line.article, model=model, online=online)


def _print(session: Session, report: Report | None, indent: int | None) -> None:
    session.progress("")
    if report is not None:
        write_standard_output(f"{report.to_json(indent=indent)}\n".encode())
