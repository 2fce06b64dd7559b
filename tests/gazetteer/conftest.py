"""The gazetteer as it is built and installed: no mock could hold its namesakes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened
