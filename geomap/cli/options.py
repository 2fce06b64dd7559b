"""Options that ``geomap map`` and ``geomap extract`` share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from geomap import pipeline
    from geomap.model import Article, Report

F = TypeVar("F", bound=Callable[..., None])


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read and corrected: what the options of every command that reads them say."""

    published: str | None
    model: str | None
    online: bool
    fix: str | None
    corrected: bool = True

    def report(self, source: str) -> Report:
        """Return the report of an article, with the corrections beside it or those of ``fix``."""
        from geomap.read import read

        return self.extracted(read(source, published=self.published), source)

    def extracted(self, article: Article, source: str | None = None) -> Report:
        """Return the report of an article that was read, from ``source`` if it was a file."""
        from geomap.api import correct, extract

        report = extract(article, model=self.model, online=self.online)
        if not self.corrected or (self.fix is None and source is None):
            return report
        from geomap.corrections import beside

        path = self.fix if self.fix is not None else beside(source or "-")
        return correct(report, path) if path is not None else report

    def explained(self, source: str) -> pipeline.Reading:
        """Return an article's report as it was read, with what was considered and dropped."""
        from geomap.api import explain
        from geomap.read import read

        return explain(read(source, published=self.published), model=self.model, online=self.online)


def reading_options(function: F) -> F:
    """Add the options of every command that reads articles."""
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error."),
        click.option("--online", is_flag=True, help="Ask Nominatim for names that the gazetteer lacks."),
        click.option("--model", metavar="NAME", help="Parse with this installed spaCy model."),
        click.option("--published", metavar="DATE", callback=_date, help="Day of publication, YYYY-MM-DD."),
        click.option(
            "--fix",
            metavar="FILE",
            help="Take corrections from this YAML file; without it, from ARTICLE.fix.yml beside ARTICLE.",
        ),
    ):
        function = option(function)
    return function


def looks_options(function: F) -> F:
    """Add the options that say how a map is drawn and how much of the article it carries."""
    for option in (
        click.option(
            "--style",
            type=click.Choice(["symbols", "plain"]),
            default="symbols",
            show_default=True,
            help="Military symbols (APP-6), or plain pictures.",
        ),
        click.option(
            "--viewpoint",
            metavar="CODES",
            default="",
            callback=_viewpoint,
            help="Draw friends and hostile forces as such: UKR, or UKR,USA/RUS.  [default: all neutral]",
        ),
        click.option(
            "--quotes",
            type=click.Choice(["none", "sentence", "full"]),
            default="sentence",
            show_default=True,
            help="How much of the article the map carries: no word of it, the sentences of its records, or all.",
        ),
    ):
        function = option(function)
    return function


def _viewpoint(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not value:
        return value
    from geomap.scene.sides import BadViewpoint, parse

    try:
        parse(value)
    except BadViewpoint as error:
        raise click.BadParameter(str(error)) from None
    return value


def only_one(articles: tuple[str, ...], option: str) -> None:
    """Refuse ``option`` where there is more than one article."""
    if len(articles) > 1:
        raise click.UsageError(f"{option} takes one ARTICLE only", click.get_current_context())


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from geomap.read.build import iso_date

    try:
        return iso_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def view(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the code of a viewpoint of boundaries."""
    if value == "un":  # what needs no look
        return value
    from gazetteer import UnknownView
    from geomap.api import view as code

    try:
        return code(value)
    except UnknownView as error:
        raise click.BadParameter(str(error)) from None


class Formats(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions of click
    """Formats by name, with commas between them."""

    name = "formats"

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = known

    def get_metavar(self, *_args: Any, **_more: Any) -> str:
        """Return how the option's value is shown in the help."""
        return f"[{'|'.join(self._known)}]"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the formats, each once, in the order given."""
        if isinstance(value, tuple):
            return value
        names = tuple(dict.fromkeys(part.strip() for part in value.split(",")))
        for name in names:
            if name not in self._known:
                self.fail(f"{name!r} is not one of {', '.join(map(repr, self._known))}", param, ctx)
        return names


class Degrees(click.ParamType):  # type: ignore[type-arg]
    """A part of the earth as west, south, east, north."""

    name = "W,S,E,N"

    def convert(
        self, value: str | tuple[float, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        """Return the four numbers, whose sense is looked at where they are used."""
        if isinstance(value, tuple):
            return value
        try:
            numbers = tuple(float(part) for part in value.split(","))
        except ValueError:
            numbers = ()
        if len(numbers) != 4:
            self.fail(f"{value!r} is not four numbers of degrees: west,south,east,north", param, ctx)
        return numbers
