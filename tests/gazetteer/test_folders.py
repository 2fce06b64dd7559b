from __future__ import annotations

import logging
from pathlib import Path

import platformdirs
import pytest

from gazetteer import DataFolderError, DataNameError, folders


def test_the_folders_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GEOMAP_DATA", str(tmp_path / "mine"))
    monkeypatch.setenv("GEOMAP_CACHE", str(tmp_path / "cached"))
    assert (folders.data_folder(), folders.cache_folder()) == (tmp_path / "mine", tmp_path / "cached")
    monkeypatch.setenv("GEOMAP_DATA", "")
    monkeypatch.delenv("GEOMAP_CACHE")
    assert folders.data_folder() == platformdirs.user_data_path("geomap", appauthor=False)
    assert folders.cache_folder() == platformdirs.user_cache_path("geomap", appauthor=False)


@pytest.mark.parametrize("name", ["UA", "all_Countries-2.1", "Карта боїв", "7", "a" * 64])
def test_names_that_may_be_taken(name: str) -> None:
    assert folders.checked_name(name) == name


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "a\\b", "-x", ".x", "x.", "x ", "a\nb", "a\0b", "a;b", "\x1b[2J", "a" * 65]
)
def test_names_that_may_not(name: str) -> None:
    with pytest.raises(DataNameError) as caught:
        folders.checked_name(name)
    assert str(caught.value) == (
        f"{name!r} is no name for a gazetteer; take letters, digits, - and _, at most 64, and no path"
    )


def test_one_spelling_of_a_name(tmp_path: Path) -> None:
    assert folders.checked_name("Cafe\u0301") == "Café"
    folders.gazetteers(tmp_path).mkdir()
    (folders.gazetteers(tmp_path) / "Ua.sqlite").touch()
    assert folders.path_of(tmp_path, "UA") == tmp_path / "gazetteers" / "Ua.sqlite"
    assert folders.path_of(tmp_path, "MD") == tmp_path / "gazetteers" / "MD.sqlite"


def test_files_in_order_of_their_names(tmp_path: Path) -> None:
    assert (folders.added(tmp_path), folders.unfinished(tmp_path)) == ((), ())
    folder = folders.gazetteers(tmp_path)
    folder.mkdir()
    for name in ("b.sqlite", "A.sqlite", "c.reading", "c.part", "c.reading-journal", "d.txt"):
        (folder / name).touch()
    assert folders.added(tmp_path) == (folder / "A.sqlite", folder / "b.sqlite")
    assert folders.unfinished(tmp_path) == (folder / "c.reading",)


def test_more_than_are_searched_together(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = folders.gazetteers(tmp_path)
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.sqlite").touch()
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert [path.stem for path in folders.added_files(tmp_path)] == list("012345678")
    assert caplog.messages == [f"{folder}/9.sqlite: is one more than the 9 that are searched together; it is left out"]


def test_a_folder_that_cannot_be_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "gazetteers").write_text("a file")
    with pytest.raises(DataFolderError) as caught:
        folders.added(tmp_path)
    assert str(caught.value) == f"{tmp_path}/gazetteers: cannot be read: Not a directory"
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert folders.added_files(tmp_path) == ()
    assert caplog.messages == [
        f"{tmp_path}/gazetteers: cannot be read: Not a directory; your own gazetteers are left out"
    ]
