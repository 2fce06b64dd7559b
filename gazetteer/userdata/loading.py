"""Adding a user's file: read into a gathering file, sorted into a gazetteer, put in place when it is whole."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer import folders
from gazetteer.attached import FORMAT, normaliser_mark
from gazetteer.errors import BadData, DataNameError
from gazetteer.store import DEFAULT_PATH, Store

from . import table
from .failures import told
from .files import Format, opened, recognise
from .known import Known
from .lines import Lines
from .records import BadLine, Left
from .staging import Progress, Staging
from .writing import Counts

BATCH = 20_000
"""Lines between two commits: half a second of work, which is what an interruption costs."""


@dataclass(frozen=True)
class Wanted:
    """How a file is to be added."""

    name: str | None = None
    """What the gazetteer is called, by default as the file without its ending."""
    replace: bool = False
    all_features: bool = False
    skip_bad_lines: bool = False


@dataclass(frozen=True)
class Added:
    """What was added, and what of the file was left out and why."""

    name: str
    title: str
    places: int
    names: int
    resumed: int
    """The number of lines that an earlier call had read, 0 if none."""
    bad: int
    first_bad: str
    left: dict[Left, int] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    """Columns of a CSV of which nothing was taken."""


def add(
    path: Path,
    wanted: Wanted | None = None,
    *,
    folder: Path | None = None,
    progress: Callable[[str], None] = lambda _text: None,
) -> Added:
    """Add the file to the gazetteers in ``folder`` (the user's by default); the existing ones are untouched until then.

    Goes on where an earlier call for the same unchanged file ended. ``progress`` is told now and then how far it is.
    Raises ``BadData``, ``DataFolderError``, ``DataNameError``, and what ``Store`` raises.
    """
    wanted = wanted or Wanted()
    folder = folders.data_folder() if folder is None else folder
    name, target = _free_name(path, wanted, folder)
    store = Store(DEFAULT_PATH, tuple(other for other in folders.added(folder) if other != target))
    try:
        found = recognise(path, Known(store), all_features=wanted.all_features)
        with told(folders.gazetteers(folder)):
            folders.gazetteers(folder).mkdir(parents=True, exist_ok=True)
        return _Adding(path, found, wanted, progress).to(target.with_name(name + folders.SUFFIX), target)
    finally:
        store.close()


def _free_name(path: Path, wanted: Wanted, folder: Path) -> tuple[str, Path]:
    try:
        name = folders.checked_name(path.stem if wanted.name is None else wanted.name)
    except DataNameError as error:
        raise DataNameError(f"{error}; give another with --name") from error
    target = folders.path_of(folder, name)
    there = folders.added(folder)
    if target in there and not wanted.replace:
        raise DataNameError(f"a gazetteer called {target.stem} is there already; give --replace, or another --name")
    if target not in there and len(there) >= folders.MAX_SOURCES:
        raise DataNameError(
            f"there are {len(there)} gazetteers already, as many as are searched together; remove one first: "
            + ", ".join(other.stem for other in there)
        )
    return name, target


class _Adding:
    """One call for one file."""

    def __init__(self, path: Path, found: Format, wanted: Wanted, progress: Callable[[str], None]) -> None:
        self._path = path
        self._format = found
        self._wanted = wanted
        self._progress = progress
        self._settings = json.dumps([found.title, wanted.all_features, found.columns, FORMAT, normaliser_mark()])

    def to(self, final: Path, replaced: Path) -> Added:
        """Write the gazetteer ``final``, in the place of ``replaced``, which may be called so in other capitals."""
        gathered, built = final.with_suffix(folders.STAGED), final.with_suffix(folders.BUILT)
        with told(gathered):
            staging = Staging(gathered)
            try:
                resumed, state = self._read(staging)
                counts = self._built(staging, built)
            except BadData:  # the file is refused whole; what was gathered of it is of no use
                staging.close()
                _unlink(gathered)
                raise
            finally:
                staging.close()
            built.replace(final)
            if replaced != final:
                _unlink(replaced)
            _unlink(gathered)
        used = (*table.REQUIRED, *table.OPTIONAL)
        return Added(
            name=final.stem,
            title=self._format.title,
            places=counts.places,
            names=counts.names,
            resumed=resumed,
            bad=state.bad,
            first_bad=state.first_bad,
            left=state.left,
            unused=tuple(column for column in self._format.columns if column and column not in used),
        )

    def _read(self, staging: Staging) -> tuple[int, Progress]:
        """Read the file to its end; returns how many lines an earlier call had read, and what was read in all."""
        state = staging.progress()
        with opened(self._path) as (stream, size):
            lines = Lines(stream, str(self._path))
            if (
                state is not None
                and (state.settings, state.size) == (self._settings, size)
                and (self._wanted.skip_bad_lines or not state.bad)
                and lines.skip(state.lines, state.offset, state.digest)
            ):
                resumed = state.lines
                self._take(lines, staging, state)
                return resumed, state
        staging.clear()
        state = Progress(self._settings, size)
        with opened(self._path) as (stream, _):
            self._take(Lines(stream, str(self._path)), staging, state)
        return 0, state

    def _take(self, lines: Lines, staging: Staging, state: Progress) -> None:
        """Take what is left of ``lines``; ``state`` is kept up to date and committed with it."""
        due = lines.number + BATCH
        for number, record in self._format.records(lines):
            try:
                self._put(number, record, staging, state)
            except BadLine as error:
                if not self._wanted.skip_bad_lines:
                    raise BadData(
                        f"{self._path}, line {number}: {error}; nothing was added (--skip-bad-lines adds the rest)"
                    ) from error
                state.bad += 1
                state.first_bad = state.first_bad or f"line {number}: {error}"
            if lines.number >= due:
                due = lines.number + BATCH
                _commit(lines, staging, state)
                share = 100 * lines.offset // max(1, state.size)
                self._progress(f"{self._path}: {lines.number:,} lines read ({share} %)")
        _commit(lines, staging, state)
        if not state.taken:
            bad = f"; {state.bad:,} lines are broken, the first is {state.first_bad}" if state.bad else ""
            raise BadData(f"{self._path}: holds nothing that could be added{bad}")

    def _put(self, number: int, record: list[str] | BadLine, staging: Staging, state: Progress) -> None:
        if isinstance(record, BadLine):
            raise record
        entry = self._format.entry(number, record)
        if isinstance(entry, Left):
            state.left[entry] = state.left.get(entry, 0) + 1
        elif staging.put(entry):
            state.taken += 1
        else:
            raise BadLine(f"the GeoNames id {entry.row} comes a second time")

    def _built(self, staging: Staging, built: Path) -> Counts:
        """Write the gazetteer beside its place and see it on the disk; takes half of one away again."""
        self._progress(f"{self._path}: sorting")
        meta = {
            "format": FORMAT,
            "normaliser": normaliser_mark(),
            "title": self._format.title,
            "file": self._path.name,
            "located": str(int(self._format.places)),
        }
        _unlink(built)
        try:
            counts = staging.build(built, meta, lambda: self._progress(f"{self._path}: sorting"))
            with built.open("rb+") as file:
                os.fsync(file.fileno())
        except BaseException:
            _unlink(built)
            raise
        return counts


def _commit(lines: Lines, staging: Staging, state: Progress) -> None:
    state.lines, state.offset, state.digest = lines.number, lines.offset, lines.digest()
    staging.commit(state)


def _unlink(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
