"""The file in which a user's gazetteer is gathered while its source is read, so that an end half-way loses little.

Rows are appended as they come; only the finished gazetteer is sorted. What was read is committed together with how far
that is, so that after a Ctrl-C, a kill or a power cut the two still agree.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from gazetteer.model import NameKind
from gazetteer.names import fold
from gazetteer.store import NAME_KINDS, band

from .records import Entry, Left
from .writing import Counts, build

_NUMBER = {kind: number for number, kind in enumerate(NAME_KINDS)}
_CASED = (NameKind.ABBREVIATION, NameKind.CODE)
_TICK = 2_000_000  # SQLite's virtual instructions between two ticks: a fraction of a second
_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (only INTEGER PRIMARY KEY CHECK (only = 1), value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS place (
    row INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 INTEGER, division TEXT,
    lat REAL NOT NULL, lon REAL NOT NULL, radius_km REAL NOT NULL, population INTEGER NOT NULL, band INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS name (key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, spelling TEXT);
"""


@dataclass(slots=True)
class Progress:
    """How far a source has been read. ``settings`` must be the same for a later call to go on from here."""

    settings: str
    size: int
    lines: int = 0
    offset: int = 0
    digest: str = ""
    taken: int = 0
    bad: int = 0
    first_bad: str = ""
    left: dict[Left, int] = field(default_factory=dict)


class Staging:
    """An open file of rows in the order of the source; locked against a second process that adds the same name."""

    def __init__(self, path: Path) -> None:
        """Open or make the file. Raises what SQLite raises; ``sqlite3.OperationalError`` where another has it open."""
        self.path = path
        self._names: list[tuple[str, int, int, str | None]] = []
        self._database = sqlite3.connect(path, timeout=0, isolation_level=None, cached_statements=16)
        try:
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.executescript(f"BEGIN EXCLUSIVE; {_SCHEMA} COMMIT;")
            self._database.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error:
            self._database.close()
            raise

    def close(self) -> None:
        """Close the file; what was not committed is forgotten."""
        self._database.close()

    def progress(self) -> Progress | None:
        """Return how far an earlier call came, ``None`` for a new file."""
        row = self._database.execute("SELECT value FROM state").fetchone()
        if row is None:
            return None
        value = json.loads(row[0])
        value["left"] = {Left[name]: count for name, count in value["left"].items()}
        return Progress(**value)

    def clear(self) -> None:
        """Forget what was gathered, to start anew."""
        self._database.executescript("DELETE FROM state; DELETE FROM place; DELETE FROM name; BEGIN EXCLUSIVE;")
        self._names.clear()

    def put(self, entry: Entry) -> bool:
        """Take an entry; false, and nothing is taken, when its place was there before."""
        if entry.place is not None:
            p = entry.place
            inserted = self._database.execute(
                "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    entry.row, p.name, p.kind, p.country, p.admin1, p.division, p.lat, p.lon, p.radius_km,
                    p.population, band(p.lat),
                ),
            )  # fmt: skip
            if not inserted.rowcount:
                return False
        seen: dict[str, tuple[str, int, int, str | None]] = {}
        for spelling, kind in entry.names:
            key = fold(spelling)
            # As in the build: numbers and single letters are no names to look for.
            if key and not key.isdigit() and (len(key) > 1 or not key.isascii()):
                seen.setdefault(key, (key, entry.row, _NUMBER[kind], spelling if kind in _CASED else None))
        self._names += seen.values()
        return True

    def commit(self, progress: Progress) -> None:
        """Write everything taken so far, and how far that is."""
        self._database.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", self._names)
        self._names.clear()
        value = asdict(progress)
        value["left"] = {reason.name: count for reason, count in progress.left.items()}
        self._database.execute("INSERT OR REPLACE INTO state VALUES (1, ?)", (json.dumps(value),))
        self._database.execute("COMMIT")
        self._database.execute("BEGIN EXCLUSIVE")

    def build(self, path: Path, meta: Mapping[str, str], tick: Callable[[], None]) -> Counts:
        """Write the gazetteer of what was gathered to ``path``; ``tick`` is called a few times a second meanwhile."""
        self._database.execute("COMMIT")
        self._database.set_progress_handler(tick, _TICK)
        try:
            return build(self._database, path, meta)
        finally:
            self._database.set_progress_handler(None, 0)
