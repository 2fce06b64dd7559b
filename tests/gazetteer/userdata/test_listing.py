from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import DataNameError
from gazetteer.userdata import Added, Source, remove, sources
from tests.support.geonames import dump_line, written

Put = Callable[..., Added]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert sources(tmp_path / "none") == ()


def test_what_is_listed(tmp_path: Path, data: Path, put: Put) -> None:
    put(written(tmp_path / "UA.txt", [dump_line(9_000_001, "Synkivka", alternates="Sinkovka")]))
    path = data / "gazetteers" / "UA.sqlite"
    assert sources(data) == (Source("UA", path, "a GeoNames dump", "UA.txt", 1, 2, path.stat().st_size),)


def test_one_that_cannot_be_used_is_listed_with_the_reason(data: Path) -> None:
    (data / "gazetteers").mkdir(parents=True)
    (data / "gazetteers" / "old.sqlite").write_bytes(b"no database, but long enough to be taken for one" * 40)
    ((name, problem),) = ((source.name, source.problem) for source in sources(data))
    assert (name, problem) == (
        "old",
        "cannot be read (file is not a database); remove it with `geomap gazetteer remove` and add its file again",
    )


def test_removing(tmp_path: Path, data: Path, put: Put) -> None:
    put(written(tmp_path / "UA.txt", [dump_line(9_000_001, "Synkivka")]))
    with pytest.raises(DataNameError) as caught:
        remove("../UA", data)
    assert str(caught.value) == "there is no gazetteer called '../UA'; there is UA"
    for left in ("UA.reading", "UA.reading-journal", "UA.part"):  # as a kill leaves them
        (data / "gazetteers" / left).touch()
    assert [path.name for path in remove("ua", data)] == ["UA.sqlite", "UA.reading"]
    assert list((data / "gazetteers").iterdir()) == []
    with pytest.raises(DataNameError) as caught:
        remove("UA", data)
    assert str(caught.value) == "there is no gazetteer called 'UA'; there is none"
