"""``python -m geomap.language.compile``: write all lexicons as one JSON file, which loads ten times as fast as YAML.

The wheel's build hook calls ``write``. Every lexicon is checked against its schema on the way, so that no wheel is
built from a broken one; the schema is checked again when the file is loaded, which costs next to nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from geomap.language import lexicon, record_schemas, schemas

LEXICONS: dict[str, type[BaseModel]] = {
    "actions": schemas.ActionWords,
    "actors": schemas.ActorNames,
    "elided": schemas.ElidedWords,
    "events": schemas.EventWords,
    "forces": schemas.ForceWords,
    "names": schemas.NameWords,
    "places": schemas.PlaceWords,
    "publications": schemas.PublicationWords,
    "quantities": schemas.QuantityWords,
    "records": record_schemas.RecordWords,
    "leaders": schemas.LeaderNames,
    "ships": schemas.ShipNames,
    "reporting": schemas.ReportingWords,
    "status": schemas.StatusWords,
    "strengths": schemas.StrengthTable,
    "times": schemas.TimeWords,
    "units": schemas.UnitNames,
    "weapons": schemas.WeaponNames,
}
"""The schema of each lexicon; one that is not named here is not compiled, and is read from its YAML every time."""


def compiled() -> str:
    """Return the JSON text: for each lexicon its fingerprint and its data as the YAML has them.

    Raises:
        LexiconError: a lexicon is no YAML or breaks its schema.
    """
    table = {}
    for name, schema in LEXICONS.items():
        source = (lexicon.FOLDER / f"{name}.yml").read_bytes()
        text = source.decode("utf-8")
        lexicon.parse(name, text, schema)  # what the schemas let through, JSON can hold
        table[name] = {"sha256": lexicon.fingerprint(source), "data": lexicon.parse_yaml(name, text)}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def write(path: Path = lexicon.COMPILED) -> None:
    """Write the file; raises ``LexiconError`` as ``compiled`` does."""
    beside = path.with_suffix(".tmp")
    beside.write_text(compiled(), encoding="utf-8")
    beside.replace(path)


if __name__ == "__main__":
    write()
    print(f"{lexicon.COMPILED}: written", file=sys.stderr)
