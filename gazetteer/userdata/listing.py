"""What gazetteers a user has, and removing one."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from gazetteer import attached, folders
from gazetteer.errors import DataNameError

from .failures import told


@dataclass(frozen=True)
class Source:
    """One gazetteer of the user. ``problem`` says why it cannot be used, ``""`` where it can."""

    name: str
    path: Path
    title: str
    file: str
    places: int
    names: int
    size: int
    problem: str = ""


def sources(folder: Path | None = None) -> tuple[Source, ...]:
    """Return the gazetteers in ``folder`` (the user's by default) by name, unfinished ones behind the others."""
    folder = folders.data_folder() if folder is None else folder
    found = [_source(path) for path in folders.added(folder)]
    for path in folders.unfinished(folder):
        problem = "unfinished; add its file again to go on, or remove it"
        found.append(Source(path.stem, path, "", "", 0, 0, path.stat().st_size, problem))
    return tuple(found)


def _source(path: Path) -> Source:
    size = path.stat().st_size
    try:
        with contextlib.closing(sqlite3.connect(":memory:", uri=True)) as database:
            meta = attached.opened(database, "one", path)
    except attached.Unusable as error:
        return Source(path.stem, path, "", "", 0, 0, size, str(error))
    return Source(path.stem, path, meta["title"], meta["file"], int(meta["places"]), int(meta["names"]), size)


def remove(name: str, folder: Path | None = None) -> tuple[Path, ...]:
    """Delete the gazetteer of that name, an unfinished one too, and return its files.

    Raises ``DataNameError`` where there is none, ``DataFolderError``.
    """
    folder = folders.data_folder() if folder is None else folder
    there = (*folders.added(folder), *folders.unfinished(folder))
    wanted = tuple(path for path in there if path.stem.casefold() == name.casefold())
    if not wanted:
        names = ", ".join(dict.fromkeys(path.stem for path in there))
        raise DataNameError(
            f"there is no gazetteer called {name!r}; " + (f"there is {names}" if names else "there is none")
        )
    for path in wanted:
        with told(path):
            path.unlink()
            # What a killed command leaves: SQLite would take the journal for that of the next file of the name.
            for left in (path.with_name(f"{path.name}-journal"), path.with_suffix(folders.BUILT)):
                left.unlink(missing_ok=True)
    return wanted
