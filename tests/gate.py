"""The accuracy gate: reads all gold articles and holds the figures against the floors in ``gold/baseline.json``.

    python tests/gate.py            print the figures; exit 1 if one is below its floor or the gold files have changed
    python tests/gate.py --raise    write the figures as floors where they are higher than the old ones
    python tests/gate.py --rebase   write them whatever they are: for changed gold files, or for a floor that must fall

Floors lie ``SLACK`` under the figure that they were set from, because a newer parser may shift a handful of records.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import json
import re
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
BASELINE = HERE / "gold" / "baseline.json"
SETS = {"dev": HERE / "gold" / "dev", "own": HERE / "gold"}
SLACK = 0.01
# Run as a script, this folder leads the path, and its tests/geomap would hide the package of that name.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != HERE.resolve()]
_FIGURE = re.compile(r"^(?P<name>[a-z]+, [a-z]+)\s+F1 (?P<value>[0-9.]+)", re.MULTILINE)


def main() -> int:
    """Measure, compare, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise floors to the figures")
    parser.add_argument("--rebase", action="store_true", help="set floors to the figures, lower ones too")
    arguments = parser.parse_args()
    found = {name: measure(folder) for name, folder in SETS.items()}
    checksum = gold_checksum()
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {"gold": "", "floors": {}}
    if arguments.lift or arguments.rebase:
        write(found, checksum, {} if arguments.rebase else baseline["floors"])
        return 0
    return report(found, checksum, baseline["gold"], baseline["floors"])


def measure(folder: Path) -> dict[str, float]:
    """Extract every gold article of a folder and return the scorer's F1 figures by name."""
    from geomap.model import Article
    from geomap.pipeline import Pipeline

    score = scorer()
    pipeline = Pipeline.load()
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(folder.glob("*.json")):
            if path == BASELINE:
                continue
            gold = json.loads(path.read_text(encoding="utf-8"))
            article = Article(id=path.stem, title=gold["title"], published=gold["published"], text=gold["text"])
            (Path(scratch) / path.name).write_text(pipeline.extract(article).to_json(), encoding="utf-8")
        with tempfile.TemporaryDirectory() as golds, redirect_stdout(io.StringIO()) as printed:
            for path in folder.glob("*.json"):
                if path != BASELINE:
                    (Path(golds) / path.name).symlink_to(path.resolve())
            score.score(Path(golds), Path(scratch), verbose=False)
    return {match["name"]: float(match["value"]) for match in _FIGURE.finditer(printed.getvalue())}


def scorer() -> ModuleType:
    """Return the gold files' own scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", HERE / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(HERE / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_checksum() -> str:
    """Return a checksum of all gold files, so that nobody raises a figure by changing what is right."""
    digest = hashlib.sha256()
    for folder in SETS.values():
        for path in sorted(folder.glob("*.json")):
            if path != BASELINE:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def write(found: dict[str, dict[str, float]], checksum: str, old: dict[str, dict[str, float]]) -> None:
    """Write the floors; an old one stays where it is higher."""
    floors = {
        name: {
            figure: max(round(value - SLACK, 3), old.get(name, {}).get(figure, 0.0))
            for figure, value in figures.items()
        }
        for name, figures in found.items()
    }
    BASELINE.write_text(json.dumps({"gold": checksum, "floors": floors}, indent=1) + "\n", encoding="utf-8")


def report(found: dict[str, dict[str, float]], checksum: str, gold: str, floors: dict[str, dict[str, float]]) -> int:
    """Print each figure beside its floor; return 1 if one lies below it."""
    failed = checksum != gold
    if failed:
        print("the gold files differ from those that the floors were set on; see --rebase")
    for name, figures in found.items():
        for figure, value in figures.items():
            floor = floors.get(name, {}).get(figure, 1.0)
            below = value < floor
            failed |= below
            print(f"{name:<4} {figure:<20} {value:.3f}  floor {floor:.3f}{'  BELOW' if below else ''}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
