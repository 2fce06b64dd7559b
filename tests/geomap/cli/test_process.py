"""The command as a process of its own: pipes, signals and full disks."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "geomap"]


def first_line(process: subprocess.Popen[bytes]) -> bytes:
    """Return the first line of output; fails, and does not hang, where the process waits for more input instead."""
    assert process.stdout
    if not select.select([process.stdout], [], [], 60)[0]:
        process.kill()
        pytest.fail("no output within a minute")
    return process.stdout.readline()


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with subprocess.Popen(
        [*COMMAND, "place", "-", "--format", "json"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(b"Kiev\n")
        process.stdin.flush()
        assert first_line(process).startswith(b'{"query": "Kiev"')
        process.stdout.close()
        process.stdin.write(b"Kiev\n" * 100)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*COMMAND, "place", "Kiev", "Gomel"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"geomap: error: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("place - <&-", "geomap: error: standard input: is closed; give a file instead of -\n"),
        ("map - <&-", "geomap: error: standard input: is closed; give a file instead of -\n"),
        ("place Kiev >&-", "geomap: error: standard output: is closed; choose a file with -o\n"),
        ("none.txt 2>&-", ""),
    ],
)
def test_closed_streams_are_one_line(command: str, error: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m geomap {command}'], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", error)


def test_termination_is_quiet() -> None:
    with subprocess.Popen(
        [*COMMAND, "place", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(b"Kiev\n")
        process.stdin.flush()
        assert first_line(process) == b"Kiev\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 143
        assert process.stderr.read() == b""


def test_output_that_the_encoding_lacks_is_escaped() -> None:
    done = subprocess.run(
        [*COMMAND, "place", "Київ"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin", "GEOMAP_DATA": os.environ["GEOMAP_DATA"]},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines()[0] == rb"\u041a\u0438\u0457\u0432"
