"""The gazetteer as it is built and installed: no mock could hold its namesakes; and a data folder of a test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.userdata import Added, Wanted, add


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


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
