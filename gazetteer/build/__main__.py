"""``python -m gazetteer.build [--force | --check]``: build the database, or build it twice and compare the bytes."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

from gazetteer.errors import GazetteerError

from . import pipeline


def check() -> int:
    """Build twice into a temporary folder; 0 when both files are the same bytes, else 1."""
    with tempfile.TemporaryDirectory() as folder:
        built = [pipeline.build(Path(folder) / name) for name in ("first.sqlite", "second.sqlite")]
        first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in built)
    print(f"{first}\n{second}\n{'the same bytes' if first == second else 'NOT the same bytes'}")
    return 0 if first == second else 1


def main(arguments: list[str]) -> int:
    """Run the command; returns the exit status (1: failed or not reproducible, 2: wrong usage)."""
    if set(arguments) - {"--force", "--check"} or len(arguments) > 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        if arguments == ["--check"]:
            return check()
        if arguments == ["--force"]:
            pipeline.build()
        elif not pipeline.build_if_needed():
            print(f"{pipeline.TARGET}: up to date", file=sys.stderr)
    except GazetteerError as error:
        print(f"gazetteer: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
