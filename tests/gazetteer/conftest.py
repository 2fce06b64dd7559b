"""The gazetteer as it is built and installed: no mock could hold its namesakes; and a data folder of a test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer, Place
from gazetteer.ground import Ground
from gazetteer.userdata import Added, Wanted, add


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="session")
def ground(gazetteer: Gazetteer) -> Ground:
    """The ground of the whole world, as the shapes of expressions are cut from it."""
    return gazetteer._ground


@pytest.fixture(scope="session")
def countries(ground: Ground) -> tuple[Place, ...]:
    """Every country with an outline, by code."""
    return tuple(sorted((place for place, _ in ground.lands if place is not None), key=lambda p: p.country or ""))


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
