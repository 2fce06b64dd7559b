"""Answers of a server kept on disk, also that there is none: a name is asked once, not once an article."""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from .model import Kind
from .osm import Found

_LOG = logging.getLogger("gazetteer")
_SCHEMA = "CREATE TABLE IF NOT EXISTS answer (server TEXT, name TEXT, found TEXT NOT NULL, PRIMARY KEY (server, name))"
_WAIT_S = 5.0  # for another process that is writing


class Answers:
    """Names with what a server answered. Where the file cannot be used that is one warning, and nothing is kept."""

    def __init__(self, path: Path, server: str) -> None:
        self._path = path
        self._server = server
        self._usable = True

    def get(self, name: str) -> tuple[Found, ...] | None:
        """Return the answer that is kept, ``()`` for none found, ``None`` for a name that was not asked yet."""
        row = self._run("SELECT found FROM answer WHERE server = ? AND name = ?", (self._server, name))
        if row is None:
            return None
        try:
            found = tuple(Found(**item) for item in json.loads(row[0]))
        except (ValueError, TypeError):  # of another version
            return None
        return found if all(one.kind in set(Kind) for one in found) else None

    def put(self, name: str, found: Sequence[Found]) -> None:
        """Keep an answer."""
        body = json.dumps([asdict(one) for one in found], ensure_ascii=False)
        self._run("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (self._server, name, body))

    def _run(self, statement: str, values: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the first row. The file is opened for each statement: a name is asked once a second at most."""
        if not self._usable:
            return None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(self._path, timeout=_WAIT_S, isolation_level=None)) as database:
                database.execute(_SCHEMA)
                row: tuple[str, ...] | None = database.execute(statement, values).fetchone()
        except (sqlite3.Error, OSError) as error:
            self._usable = False
            _LOG.warning(
                "%s: answers cannot be kept (%s); delete the file, or set GEOMAP_CACHE to another folder",
                self._path,
                error,
            )
            return None
        return row
