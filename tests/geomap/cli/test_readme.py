"""The README says what the command says: every option, every output word for word, the set-up lines.

``python tests/geomap/cli/test_readme.py`` runs every command between ``<!-- output -->`` and ``<!-- end -->`` in the
README and writes its output there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest

from geomap.cli.app import command

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- output -->\n```\n\$ (.*)\n((?:.*\n)*?)```\n<!-- end -->\n")


def output_of(line: str) -> str:
    """Return what a line of shell prints, run in a folder of its own that holds the seeds."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(ROOT / "seeds")
        (Path(folder) / "geomap").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m geomap "$@"\n')
        (Path(folder) / "geomap").chmod(0o755)
        environment = {
            "PATH": f"{folder}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "80",
            "GEOMAP_DATA": "data",
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
    return re.sub(r"[ \t]+$", "", done.stdout, flags=re.MULTILINE).rstrip("\n") + "\n"


@pytest.mark.parametrize(("line", "output"), BLOCK.findall(README))
def test_an_output_is_what_is_printed(line: str, output: str) -> None:
    assert output == output_of(line), f"run: python {Path(__file__).relative_to(ROOT)}"


def all_commands(name: str, found: click.Command) -> dict[str, click.Command]:
    """Return the command and those below it by their full names."""
    below = found.commands if isinstance(found, click.Group) else {}
    named = [all_commands(f"{name} {part}", sub) for part, sub in below.items()]
    return {name: found, **{path: sub for commands in named for path, sub in commands.items()}}


def test_every_command_has_its_help_and_every_option_its_place() -> None:
    commands = all_commands("geomap", command)
    assert sorted(commands) == [
        "geomap",
        "geomap extract",
        "geomap gazetteer",
        "geomap gazetteer add",
        "geomap gazetteer list",
        "geomap gazetteer remove",
        "geomap map",
        "geomap place",
    ]
    assert sorted(f"{name} --help" for name in commands) == sorted(
        line for line, _ in BLOCK.findall(README) if line.endswith("--help")
    )
    options = {option for sub in commands.values() for parameter in sub.params for option in parameter.opts}
    assert sorted(option for option in options if option.startswith("--") and option not in README) == []


@pytest.mark.parametrize(
    "line", ["pip install . && geomap map seeds/nato-belarus-2022.txt", 'pip install -e ".[test]" && pytest']
)
def test_the_set_up_lines_stand_word_for_word(line: str) -> None:
    assert f"```sh\n{line}\n```\n" in README


def test_files_that_are_named_are_there() -> None:
    named = re.findall(r"`([A-Z]{4,}(?:\.md)?)`|\((output/[\w.-]+)\)|(seeds/[\w.-]+\.txt)", README)
    paths = {name for names in named for name in names if name}
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


if __name__ == "__main__":
    renewed = BLOCK.sub(
        lambda block: f"<!-- output -->\n```\n$ {block[1]}\n{output_of(block[1])}```\n<!-- end -->\n", README
    )
    (ROOT / "README.md").write_text(renewed, encoding="utf-8")
