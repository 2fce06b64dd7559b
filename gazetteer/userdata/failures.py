"""What SQLite and the system say when the data folder fails them → one line for the user."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gazetteer.errors import DataFolderError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REFUSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Make failures of the file at ``path`` a ``DataFolderError``; a statement that a signal ended is that signal's."""
    try:
        yield
    except sqlite3.Error as error:
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF  # the low byte: without the extended part
        if code == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from error
        raise DataFolderError(_line(path, code, str(error))) from error
    except OSError as error:
        if isinstance(error, DataFolderError):
            raise
        raise DataFolderError(f"{path}: cannot be written: {error.strerror or error}; {_ELSEWHERE}") from error


_ELSEWHERE = "set GEOMAP_DATA to a folder that can be"


def _line(path: Path, code: int, reason: str) -> str:
    if code == sqlite3.SQLITE_FULL:
        return (
            f"{path}: no room is left on the disk (or in the temporary folder, SQLITE_TMPDIR); "
            "make room and give the same command again"
        )
    if code in _BUSY:
        return f"{path}: is in use; another geomap is adding it, wait until that has ended"
    if code in _REFUSED:
        return f"{path}: cannot be written: {reason}; {_ELSEWHERE}"
    if code in _DAMAGED:
        return f"{path}: is damaged ({reason}); delete it and give the same command again"
    return f"{path}: cannot be written: {reason}; make sure of the disk and give the same command again"
