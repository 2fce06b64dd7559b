"""Where a user's own gazetteers are kept, one file each, what they may be called, and where answers are kept."""

from __future__ import annotations

import logging
import os
import re
import unicodedata
from pathlib import Path

from .errors import DataFolderError, DataNameError

_LOG = logging.getLogger("gazetteer")
DATA_VARIABLE = "GEOMAP_DATA"
"""The environment variable that names the data folder in the place of the system's."""
CACHE_VARIABLE = "GEOMAP_CACHE"
"""The environment variable that names the folder of cached answers in the place of the system's."""
SUFFIX = ".sqlite"
STAGED = ".reading"
"""Ends the file that gathers what was read so far."""
BUILT = ".part"
"""Ends the file that becomes the gazetteer when it is whole."""
MAX_SOURCES = 9
"""SQLite opens ten files beside the main one; one is kept free."""
# Letters and digits of any script, then also - _ . and spaces: nothing that a path, a shell or a terminal obeys.
_NAME = re.compile(r"[^\W_](?:[\w .-]{0,62}[\w-])?")


def data_folder() -> Path:
    """Return the folder of the user's data: ``GEOMAP_DATA``, else the system's place for data of the user."""
    given = os.environ.get(DATA_VARIABLE)
    if given:
        return Path(given)
    import platformdirs

    return platformdirs.user_data_path("geomap", appauthor=False)


def cache_folder() -> Path:
    """Return the folder of what can be had again: ``GEOMAP_CACHE``, else the system's place for it."""
    given = os.environ.get(CACHE_VARIABLE)
    if given:
        return Path(given)
    import platformdirs

    return platformdirs.user_cache_path("geomap", appauthor=False)


def gazetteers(folder: Path) -> Path:
    """Return the folder in the data folder that holds the gazetteers."""
    return folder / "gazetteers"


def checked_name(name: str) -> str:
    """Return the name in one spelling (NFC); ``DataNameError`` when a file cannot or should not be called so."""
    name = unicodedata.normalize("NFC", name)
    if not _NAME.fullmatch(name) or len(name.encode()) > 200:
        raise DataNameError(
            f"{name!r} is no name for a gazetteer; take letters, digits, - and _, at most 64, and no path"
        )
    return name


def path_of(folder: Path, name: str) -> Path:
    """Return the file of the gazetteer of that name; one that differs in capitals only is the same."""
    wanted = (name + SUFFIX).casefold()
    for path in added(folder):
        if path.name.casefold() == wanted:
            return path
    return gazetteers(folder) / (name + SUFFIX)


def added(folder: Path) -> tuple[Path, ...]:
    """Return the files of the user's gazetteers by name; none where there is no folder. Raises ``DataFolderError``."""
    return _files(folder, SUFFIX)


def added_files(folder: Path) -> tuple[Path, ...]:
    """Return what ``added`` does, as many as are searched together; what cannot be read or is too much is a warning."""
    try:
        found = added(folder)
    except DataFolderError as error:
        _LOG.warning("%s; your own gazetteers are left out", error)
        return ()
    for path in found[MAX_SOURCES:]:
        _LOG.warning("%s: is one more than the %d that are searched together; it is left out", path, MAX_SOURCES)
    return found[:MAX_SOURCES]


def unfinished(folder: Path) -> tuple[Path, ...]:
    """Return the files of gazetteers that were begun and not finished, by name. Raises ``DataFolderError``."""
    return _files(folder, STAGED)


def _files(folder: Path, suffix: str) -> tuple[Path, ...]:
    try:
        with os.scandir(gazetteers(folder)) as found:
            names = [entry.name for entry in found if entry.name.endswith(suffix)]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DataFolderError(f"{gazetteers(folder)}: cannot be read: {error.strerror}") from error
    return tuple(gazetteers(folder) / name for name in sorted(names, key=lambda name: (name.casefold(), name)))
