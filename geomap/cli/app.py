"""The command and its group: arguments, exit statuses, and every error in one line."""

from __future__ import annotations

import contextlib
import gc
import io
import logging
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from geomap import __version__
from geomap.cli.articles import map_articles
from geomap.cli.extracts import extract_articles
from geomap.cli.gazetteer import own_places
from geomap.cli.places import find_places
from geomap.cli.session import Session

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130

_FLAGS = frozenset({"--debug", "--help", "-h", "--version"})


class _Group(click.Group):
    """A group whose ``map`` may be left out: ``geomap ARTICLE`` is ``geomap map ARTICLE``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((i for i, argument in enumerate(args) if argument not in _FLAGS), None)
        if first is not None and args[first] not in self.commands:
            args = [*args[:first], "map", *args[first:]]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`geomap ARTICLE` is `geomap map ARTICLE`. Exit status: 0 done, 1 an article failed, 2 wrong usage.",
)
@click.version_option(__version__, prog_name="geomap")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
def command() -> None:
    """Read news about forces and fighting and draw maps that work offline."""


command.add_command(map_articles)
command.add_command(extract_articles)
command.add_command(find_places)
command.add_command(own_places)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process by default) and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:  # a process of a second or two keeps nearly all that it loads: collect garbage less often
        gc.set_threshold(50_000, 20, 50)
    if sys.stderr is None:  # closed by who started the command: there is nobody to tell
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the end
    if isinstance(sys.stderr, io.TextIOWrapper):  # a path may hold what the terminal's encoding cannot write
        sys.stderr.reconfigure(errors="backslashreplace")
    session = Session(debug="--debug" in given)
    logs = [logging.getLogger(package) for package in ("geomap", "gazetteer")]
    for log in logs:
        log.addHandler(session)
    try:
        with _terminable():
            return _run(given, session)
    finally:
        for log in logs:
            log.removeHandler(session)
        session.progress("")


def _run(arguments: list[str], session: Session) -> int:
    try:
        with command.make_context("geomap", arguments, obj=session) as context:
            command.invoke(context)
    except click.exceptions.Exit as error:  # --help and --version
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return MISUSED
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "geomap"
        session.line("error", f"{error.format_message().rstrip('.')}; see `{path} --help`")
        return MISUSED
    except KeyboardInterrupt:
        session.line("error", "interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # who reads has seen enough, as in `geomap extract … | head`
        _discard_output()
        return FAILED
    except Exception as error:  # the last place where an error can become a line
        session.error(error)
        _discard_output()
    return FAILED if session.failed else DONE


def _discard_output() -> None:
    """Let the flush at the interpreter's end go nowhere: standard output has failed, or may have."""
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        return
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Make SIGTERM unwind like an exception, so that files half written are taken away."""
    try:
        before = signal.signal(signal.SIGTERM, _terminate)
    except ValueError:  # not the main thread: whoever started it decides about signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
