"""No test reads or writes what the developer keeps: data, answers and the server for names are the tests' own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.support import web as pages
from tests.support.nominatim import Server, serving

# What a test says depends neither on how busy the machine is nor on the day's random examples.
settings.register_profile("same-everywhere", deadline=None, derandomize=True)
settings.load_profile("same-everywhere")


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the folders of the user, also of commands that tests start, to empty ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GEOMAP_DATA", os.fspath(tmp_path_factory.mktemp("data")))
        patch.setenv("GEOMAP_CACHE", os.fspath(tmp_path_factory.mktemp("cache")))
        # Nobody listens there: a test that asks without a server of its own fails, whatever is blocked.
        patch.setenv("GEOMAP_NOMINATIM", "http://127.0.0.1:9")
        yield


@pytest.fixture
def server(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Run a server for names on loopback; a test that uses it is marked ``allow_hosts(["127.0.0.1"])``."""
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    with serving() as running:
        yield running


@pytest.fixture
def web(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[pages.Web]:
    """Run a server for pages on loopback; a test that uses it is marked ``allow_hosts(["127.0.0.1"])``."""
    for proxy in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    with pages.serving() as running:
        yield running
