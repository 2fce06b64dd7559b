"""The pipeline as users have it, model and gazetteer, loaded once: what is read depends on both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer
from geomap.language.annotator import Annotator
from geomap.pipeline import Pipeline
from tests.support.reading import Reader


@pytest.fixture(scope="session")
def read() -> Iterator[Reader]:
    with Gazetteer.open() as gazetteer:
        yield Reader(Pipeline(Annotator.load(), gazetteer))
