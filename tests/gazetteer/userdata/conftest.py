"""A data folder of the test's own, and the built-in gazetteer as files are read against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.store import DEFAULT_PATH, Store
from gazetteer.userdata import Added, Wanted, add
from gazetteer.userdata.known import Known


@pytest.fixture(scope="session")
def known() -> Iterator[Known]:
    store = Store(DEFAULT_PATH)
    yield Known(store)
    store.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def put(data: Path) -> Callable[..., Added]:
    """Return a function that adds a file to ``data``."""

    def call(path: Path, **wanted: object) -> Added:
        return add(path, Wanted(**wanted), folder=data)  # type: ignore[arg-type]

    return call


@pytest.fixture
def opened(data: Path) -> Iterator[Callable[[], Gazetteer]]:
    """Return a function that opens the gazetteer with what was added to ``data``."""
    with_it: list[Gazetteer] = []

    def call() -> Gazetteer:
        with_it.append(Gazetteer.open(user_data=data))
        return with_it[-1]

    yield call
    for gazetteer in with_it:
        gazetteer.close()
