"""The real gazetteer: basemaps and countries are drawn from what the user has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer
from geomap.scene import Scene, compose
from tests.support import drawing


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="session")
def sample(gazetteer: Gazetteer) -> Scene:
    return compose(drawing.sample(), gazetteer)
