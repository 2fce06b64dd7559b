"""What one call of the command keeps: whether something failed, and how that is said."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

from gazetteer.errors import GazetteerError
from geomap.cli.terminal import printable
from geomap.errors import GeomapError, LexiconError, ModelMissing

T = TypeVar("T")

EXPECTED = (GeomapError, GazetteerError)
"""Errors whose text is a line for the user; any other one is a fault of geomap's own."""

_FATAL = (BrokenPipeError, GazetteerError, LexiconError, ModelMissing)
"""Errors that every other article would meet too."""


class Session(logging.Handler):
    """Says errors, warnings and progress on standard error. ``failed`` tells whether an article was lost."""

    def __init__(self, *, debug: bool) -> None:
        super().__init__(logging.WARNING)
        self.debug = debug
        self.failed = False
        self._progress = sys.stderr.isatty()

    def attempt(self, name: str, work: Callable[[], T]) -> T | None:
        """Return what ``work`` returns; an error is said, remembered and costs only this article: ``None``."""
        try:
            return work()
        except _FATAL:
            raise
        except Exception as error:  # whatever happens to one article, the others are to be done
            self.error(error, name)
            return None

    def error(self, error: Exception, name: str = "") -> None:
        """Say the error in one line, with its traceback before it under ``--debug``."""
        self.failed = True
        if self.debug:
            self._clear()
            traceback.print_exception(error)
        if isinstance(error, EXPECTED):
            self.line("error", str(error))
        else:
            where = f"{name}: " if name else ""
            what = f"{type(error).__name__}: {error}"
            self.line("error", f"{where}a fault of geomap's own ({what}); run it again with --debug and report it")

    def emit(self, record: logging.LogRecord) -> None:
        """Say a warning of one of the rooms."""
        self.line("warning", record.getMessage())

    def line(self, kind: str, text: str) -> None:
        """Write ``geomap: kind: text`` to standard error, always one line."""
        self._clear()
        sys.stderr.write(f"geomap: {kind}: {printable(text)}\n")

    def progress(self, text: str) -> None:
        """Say on a terminal what is going on, in a line that the next one overwrites; ``""`` takes it away."""
        if self._progress:
            sys.stderr.write(f"\r\x1b[K{printable(text)}")
            sys.stderr.flush()

    def _clear(self) -> None:
        self.progress("")
