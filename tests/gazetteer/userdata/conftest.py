"""The built-in gazetteer as files are read against it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gazetteer.store import DEFAULT_PATH, Store
from gazetteer.userdata.known import Known


@pytest.fixture(scope="session")
def known() -> Iterator[Known]:
    store = Store(DEFAULT_PATH)
    yield Known(store)
    store.close()
