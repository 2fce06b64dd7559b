"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from geomap.errors import UnwritableOutput
from geomap.output import Destinations, write


def test_folders_are_made_and_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "map.html"
    write(path, b"old")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert [child.name for child in path.parent.iterdir()] == ["map.html"]


def test_a_failure_leaves_the_older_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.html"
    path.write_bytes(b"old")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UnwritableOutput) as caught:
        write(path, b"new")
    assert str(caught.value) == (f"{path}: cannot be written: No space left on device; choose another path with -o")
    assert path.read_bytes() == b"old"
    assert [child.name for child in tmp_path.iterdir()] == ["map.html"]


def test_a_new_file_has_the_usual_mode_and_an_older_one_keeps_its_own(tmp_path: Path) -> None:
    new, old = tmp_path / "new.html", tmp_path / "old.html"
    old.write_bytes(b"old")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write(new, b"x")
        write(old, b"x")
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, old)] == [0o640, 0o640]


def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.html", tmp_path / "link.html"
    link.symlink_to(target)
    write(link, b"x")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"x")


def test_a_loop_of_links_is_one_line(tmp_path: Path) -> None:
    link = tmp_path / "loop.html"
    link.symlink_to(link)
    with pytest.raises(UnwritableOutput, match="cannot be written: "):
        write(link, b"x")


def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe, b"page")
        assert os.read(reader, 100) == b"page"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_names_are_given_once_also_where_case_does_not_count() -> None:
    destinations = Destinations(None, several=True)
    taken = [str(destinations.path(article_id, ".html")) for article_id in ("a", "b", "A", "a", "a-2")]
    assert taken == ["output/a.html", "output/b.html", "output/A-2.html", "output/a-3.html", "output/a-2-2.html"]
