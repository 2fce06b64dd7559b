"""``contested.yml``: its schema, what an error says, and how each view is derived from claims."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazetteer import SourceError
from gazetteer.build import contested, curated

AREA = {
    "name": "Crimea",
    "kind": "land",
    "administered_by": ["RUS"],
    "claimed_by": ["RUS", "UKR"],
    "recognised_as": "UKR",
    "status": "occupied",
    "since": "2014",
    "geometry": {"shape": "crimea", "within": ["UKR"]},
    "statement": "Crimea: administered by Russia.",
    "source": "a test",
}
VIEWS = {"un": "the United Nations", "de-facto": "nobody", "UKR": "Ukraine", "RUS": "Russia", "POL": "Poland"}
KNOWN = {"UKR", "RUS", "POL"}


def _read(folder: Path, monkeypatch: pytest.MonkeyPatch, area: dict[str, object]) -> contested.Contested:
    (folder / "contested.yml").write_text(yaml.safe_dump({"views": VIEWS, "areas": {"crimea": area}}, sort_keys=False))
    monkeypatch.setattr(contested, "SOURCES", folder)
    return contested.read(KNOWN)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "colour"),
        ({"kind": "planet"}, "kind"),
        ({"claimed_by": ["RUS", "XYZ"]}, "crimea: there is no country XYZ"),
        ({"recognised_as": "XYZ"}, "crimea: there is no country XYZ"),
        ({"geometry": {"countries": ["XYZ"]}}, "crimea: there is no country XYZ"),
        ({"views": {"RUS": "XYZ"}}, "crimea: there is no country XYZ"),
        ({"views": {"RUS": "Russia"}}, "a view draws a country's code or apart, not Russia"),
        ({"views": {"FRA": "UKR"}}, "crimea: no such view: FRA"),
        ({"recognised_as": None}, "undecided says why recognised_as is null"),
        ({"undecided": "for a reason"}, "undecided says why recognised_as is null"),
        ({"recognised_as": None, "undecided": "why"}, "views needs un where recognised_as is null"),
        ({"status": "settled"}, "settled goes with until"),
        ({"until": "2020"}, "settled goes with until"),
        ({"since": "last year"}, "since"),
        ({"claimed_by": ["UKR", "RUS"]}, "UKR, RUS: in the order of the alphabet"),
        ({"statement": "Krim: administered by Russia."}, "statement begins with the name"),
        ({"statement": "Crimea: administered by Russia"}, "ends with a full stop"),
        ({"geometry": {}}, "needs exactly one of"),
        ({"geometry": {"shape": "crimea", "hole": [1, 2], "within": ["UKR"]}}, "needs exactly one of"),
        ({"geometry": {"shape": "crimea"}}, "within goes with shape or outline"),
        ({"geometry": {"points": [[33, 45]]}}, "points and radius_km go together"),
        ({"geometry": {"points": [[33, 95]], "radius_km": 2}}, "less than or equal to 90"),
        ({"kind": "line", "views": {"un": "UKR"}}, "drawn the same in every view"),
        ({"lat": 45.0}, "lat and lon go together"),
        ({"source": ""}, "source"),
    ],
)
def test_a_bad_entry_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], message: str
) -> None:
    with pytest.raises(SourceError, match=r"contested\.yml") as error:
        _read(tmp_path, monkeypatch, AREA | change)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("change", "drawn"),
    [
        ({}, {"un": "UKR", "de-facto": "RUS", "UKR": "UKR", "RUS": "RUS", "POL": "UKR"}),
        # Run by no state, or by several: it stands apart, or as the UN has it.
        ({"administered_by": ["the others"]}, {"un": "UKR", "de-facto": None, "RUS": "RUS", "POL": "UKR"}),
        ({"administered_by": ["RUS", "UKR"]}, {"un": "UKR", "de-facto": "UKR", "RUS": "RUS"}),
        ({"administered_by": []}, {"un": "UKR", "de-facto": "UKR"}),
        # Recognised as nobody's: what "un" says, and every view that claims nothing.
        (
            {"recognised_as": None, "undecided": "why", "views": {"un": "apart"}},
            {"un": None, "de-facto": "RUS", "UKR": "UKR", "RUS": "RUS", "POL": None},
        ),
        ({"views": {"POL": "RUS"}}, {"un": "UKR", "POL": "RUS"}),
        ({"kind": "line", "geometry": {"between": ["UKR", "RUS"]}}, {}),
    ],
)
def test_views_follow_from_claims_unless_they_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], drawn: dict[str, str | None]
) -> None:
    source = _read(tmp_path, monkeypatch, AREA | change)
    found = dict(source.areas["crimea"].drawn_as(source.viewpoints()))
    assert {view: found.get(view) for view in drawn} == drawn
    assert len(found) in {0, len(VIEWS)}


def test_the_file_that_is_shipped() -> None:
    source = contested.load(curated.SOURCES / "contested.yml", contested.Contested)
    assert len(source.areas) == 75
    assert [slug for slug, area in source.areas.items() if not area.claimed_by] == ["bir-tawil"]
    assert {slug for slug, area in source.areas.items() if area.until} == {"nagorno-karabakh", "hans-island"}
    judging = ("illegal", "regime", "rebel", "terror", "liberat", "aggress", "puppet", "so-called", "rightful")
    assert [
        slug for slug, area in source.areas.items() if any(word in area.statement.lower() for word in judging)
    ] == []
