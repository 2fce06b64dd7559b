"""Results → files: where a map goes, and writing so that no half of a file is ever seen."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from geomap.errors import UnwritableOutput

DEFAULT_FOLDER = Path("output")


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, making its folders: whole or not at all, also when interrupted.

    The bytes go to a hidden file beside it, which is then renamed. A symbolic link is followed; a device or a pipe
    (``/dev/stdout``) is written directly. Raises ``UnwritableOutput``.
    """
    try:
        real = path.resolve()
        real.parent.mkdir(parents=True, exist_ok=True)
        if real.exists() and not stat.S_ISREG(real.stat().st_mode):
            real.write_bytes(data)
        else:
            _replace(real, data)
    except (FileExistsError, NotADirectoryError) as error:
        raise UnwritableOutput(
            f"{path}: cannot be written: a folder in it is a file; choose another with -o"
        ) from error
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in the path, a loop of links
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnwritableOutput(f"{path}: cannot be written: {reason}; choose another path with -o") from error


def write_standard_output(data: str | bytes) -> None:
    """Write a result to standard output and flush it; text in its encoding, what that lacks as escapes.

    Raises ``UnwritableOutput``, and ``BrokenPipeError`` when the reader has gone.
    """
    if sys.stdout is None:
        raise UnwritableOutput("standard output: is closed; choose a file with -o")
    if isinstance(data, str):
        data = data.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(f"standard output: cannot be written: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".geomap-", suffix=".part")
    beside = Path(name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, no path
            file.write(data)
        beside.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
        raise


def _umask() -> int:
    """Return the process's umask; POSIX lets it be read only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


class Destinations:
    """Where the maps of one call go: ``target`` is a file for one article, a folder for several.

    Two articles with one id get ``name.html`` and ``name-2.html``; nothing overwrites what the same call wrote.
    """

    def __init__(self, target: str | None, *, several: bool) -> None:
        self._file = Path(target) if target and not several and not _is_folder(target) else None
        self._folder = DEFAULT_FOLDER if target is None else Path(target)
        self._taken: set[str] = set()

    def path(self, article_id: str, suffix: str) -> Path:
        """Return the path for that article; ``suffix`` such as ``".html"``."""
        return self.paths(article_id, (suffix,))[0]

    def paths(self, article_id: str, suffixes: Sequence[str]) -> tuple[Path, ...]:
        """Return the paths of one article's files, one for each suffix, alike in all else. Where one file is named for
        an article it is the first; the others stand beside it."""
        if self._file is not None:
            return (self._file, *(self._file.with_suffix(suffix) for suffix in suffixes[1:]))
        name, count = article_id, 1
        while name.casefold() in self._taken:  # some file systems take A and a for the same
            count += 1
            name = f"{article_id}-{count}"
        self._taken.add(name.casefold())
        return tuple(self._folder / f"{name}{suffix}" for suffix in suffixes)


def _is_folder(target: str) -> bool:
    return target.endswith(("/", os.sep)) or os.path.isdir(target)  # noqa: PTH112 - Path.is_dir() raises for a name too long
