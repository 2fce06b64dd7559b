"""``geomap extract``: articles in, reports out, as JSON or as files of other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from geomap.cli.options import Reading, only_one, reading_options
from geomap.cli.session import Session
from geomap.output import write, write_standard_output

if TYPE_CHECKING:
    from geomap.model import Report
    from geomap.read.lines import Line

_FORMATS = ("json", "jsonl", "csv", "geojson", "gpkg", "kml", "acled", "ucdp", "md", "fix")


class _Writer(Protocol):
    def add(self, report: Report) -> bytes: ...

    def end(self) -> bytes: ...


class _Json:
    """Reports as JSON, each ended by a line."""

    def __init__(self, indent: int | None) -> None:
        self._indent = indent

    def add(self, report: Report) -> bytes:
        return f"{report.to_json(indent=self._indent)}\n".encode()

    def end(self) -> bytes:
        return b""


class _Each:
    """Something made of each report for itself."""

    def __init__(self, make: Callable[[Report], str]) -> None:
        self._make = make

    def add(self, report: Report) -> bytes:
        return self._make(report).encode()

    def end(self) -> bytes:
        return b""


@click.command("extract", short_help="Print what was read out of each ARTICLE as JSON.")
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@click.option("--jsonl", metavar="FILE", help='Read one article a line: {"id", "text", …}; - is standard input.')
@click.option("-o", "--output", metavar="PATH", help="Write to this file instead of standard output.")
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    type=click.Choice(_FORMATS),
    default="json",
    show_default=True,
    help="json: indented if there is one ARTICLE; jsonl: one report a line; csv, geojson, gpkg (GeoPackage) or kml; "
    "acled or ucdp: CSV in the shape of theirs; md: sections of Markdown; fix: a file of corrections to fill in.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Tell instead, for each record, the rules that made it, and what was considered and dropped.",
)
@reading_options
@click.pass_obj
def extract_articles(
    session: Session,
    *,
    articles: tuple[str, ...],
    jsonl: str | None,
    output: str | None,
    form: str,
    explain: bool,
    published: str | None,
    model: str | None,
    online: bool,
    fix: str | None,
) -> None:
    """Print what was read out of each ARTICLE as JSON.

    ARTICLE is a file (text, Markdown, HTML, PDF, .docx, e-mail), an http(s) address, or - for standard input. With
    several, or with --jsonl, one report a line in their order.
    """
    if bool(articles) == bool(jsonl):
        message = "give ARTICLEs or --jsonl FILE, not both" if articles else "give an ARTICLE, or --jsonl FILE"
        raise click.UsageError(message, click.get_current_context())
    if jsonl is not None and fix is not None:
        raise click.UsageError("--fix goes with an ARTICLE, not with --jsonl", click.get_current_context())
    for name in ["--fix"] * (fix is not None) + ["--format fix"] * (form == "fix"):
        only_one(articles, name)
    printed = output in {None, "-"}
    if printed and form == "gpkg" and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError("a GeoPackage is no text; give -o FILE", click.get_current_context())
    reading = Reading(published, model, online, fix, corrected=form != "fix")
    if explain:
        _explain(session, articles, reading, output, fix)
        return
    writer = _writer(form, one=len(articles) == 1)
    kept = []
    for report in _reports(session, articles, jsonl, reading):
        data = writer.add(report)
        if not printed:
            kept.append(data)
        elif data:
            write_standard_output(data)
    if printed:
        write_standard_output(writer.end())
    else:
        write(Path(output or "-"), b"".join([*kept, writer.end()]))


def _explain(session: Session, articles: Sequence[str], reading: Reading, output: str | None, fix: str | None) -> None:
    """Print how each article was read; corrections by hand have no rules, and no part in it."""
    if not articles or fix is not None:
        raise click.UsageError("--explain goes with ARTICLEs alone", click.get_current_context())
    from geomap.cli.explaining import explanation

    kept = []
    for number, source in enumerate(articles, start=1):
        session.progress(f"reading {source} ({number} of {len(articles)})")
        told = session.attempt(source, partial(reading.explained, source))
        session.progress("")
        if told is not None:
            kept.append(explanation(told))
    data = "\n".join(kept).encode()
    if output in {None, "-"}:
        write_standard_output(data)
    else:
        write(Path(output or "-"), data)


def _writer(form: str, *, one: bool) -> _Writer:
    if form in {"json", "jsonl"}:
        return _Json(2 if form == "json" and one else None)
    if form == "md":
        from geomap.api import draw_markdown

        return _Each(lambda report: draw_markdown(report) + "\n")
    if form == "fix":
        from geomap.corrections import skeleton

        return _Each(skeleton)
    from geomap.export import writer

    return writer(form)


def _reports(session: Session, articles: Sequence[str], jsonl: str | None, reading: Reading) -> Iterator[Report]:
    """Yield the report of each article that can be read; the others are said and left out."""
    if jsonl is None:
        for number, source in enumerate(articles, start=1):
            session.progress(f"reading {source} ({number} of {len(articles)})")
            yield from _one(session, source, partial(reading.report, source))
        return
    from geomap.read import read_lines

    for line in read_lines(jsonl, published=reading.published):
        session.progress(f"reading {jsonl}, line {line.number}")
        yield from _one(session, f"{jsonl}, line {line.number}", partial(_line, line, reading))


def _one(session: Session, name: str, work: Callable[[], Report]) -> Iterator[Report]:
    report = session.attempt(name, work)
    session.progress("")
    if report is not None:
        yield report


def _line(line: Line, reading: Reading) -> Report:
    if line.article is None:
        raise line.error or AssertionError("a line has an article or an error")
    return reading.extracted(line.article)
