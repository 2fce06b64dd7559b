"""The probe list: does the gazetteer know where the news happens?

Run as a plain script, ``python tests/gazetteer/test_probes.py``, it lists every probe that is answered wrongly.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml
from geopy.distance import geodesic

if __name__ == "__main__":  # a script's own folder leads the path, but it is this tree's packages that are asked
    sys.path[0] = str(Path(__file__).parents[2])

from gazetteer import Context, Gazetteer, Place

PROBES = Path(__file__).parents[1] / "corpus" / "probes.yml"


def load() -> tuple[float, list[dict[str, Any]]]:
    """Return the floor and the probes."""
    corpus = yaml.safe_load(PROBES.read_text(encoding="utf-8"))
    return corpus["floor"], corpus["probes"]


def answer(gazetteer: Gazetteer, probe: dict[str, Any]) -> Place | None:
    """Ask the gazetteer as a reader would, who may have a country in mind."""
    hint = probe.get("country_hint")
    best = gazetteer.locate(probe["query"], Context(within=(hint,)) if hint else Context()).best
    return best.place if best is not None else None


def fault(probe: dict[str, Any], place: Place | None) -> str | None:
    """Say what is wrong with an answer; nothing when it is right."""
    if probe.get("none"):
        return None if place is None else f"{place.name} ({place.kind}, {place.country}) for what is no place"
    if place is None:
        return "no match"
    away = geodesic((probe["lat"], probe["lon"]), (place.lat, place.lon)).km
    wrong = [f"{away:.0f} km away, {probe['within_km']} allowed"] if away > probe["within_km"] else []
    if "country" in probe and place.country != probe["country"]:
        wrong.append(f"country {place.country}, not {probe['country']}")
    if "kind" in probe and place.kind not in probe["kind"]:
        wrong.append(f"kind {place.kind}, not {' or '.join(probe['kind'])}")
    if not wrong:
        return None
    return f"{place.name} ({place.kind}, {place.country}, {place.lat:.3f} {place.lon:.3f}): {'; '.join(wrong)}"


def failing(gazetteer: Gazetteer, probes: list[dict[str, Any]]) -> list[str]:
    """Return one line for each probe that is answered wrongly."""
    found = ((probe["query"], fault(probe, answer(gazetteer, probe))) for probe in probes)
    return [f"{query}: {wrong}" for query, wrong in found if wrong is not None]


def test_the_share_right(gazetteer: Gazetteer) -> None:
    floor, probes = load()
    wrong = failing(gazetteer, probes)
    share = 1 - len(wrong) / len(probes)
    assert share >= floor, f"{share:.4f} of {len(probes)} probes right, {floor} wanted:\n" + "\n".join(wrong)


def main() -> int:
    """List what is answered wrongly, and the share right; exit status 1 below the floor."""
    floor, probes = load()
    with Gazetteer.open() as gazetteer:
        wrong = failing(gazetteer, probes)
    share = 1 - len(wrong) / len(probes)
    print(*wrong, f"{len(probes) - len(wrong)} of {len(probes)} right: {share:.4f} (floor {floor})", sep="\n")
    return 0 if share >= floor else 1


if __name__ == "__main__":
    sys.exit(main())
