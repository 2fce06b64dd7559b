"""Each kind of document brings what reads it, and nothing else: a start with plain text costs what it did."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.documents import column, docx, paragraph, pdf

ROOT = Path(__file__).parents[3]
WORDS = "The soldiers of the brigade have left the town, officials said."
HEAVY = ("trafilatura", "lxml", "pypdf", "docx", "urllib3", "markdown_it", "yaml")
DOCUMENTS = {
    "a.txt": WORDS.encode(),
    "a.md": WORDS.encode(),
    "a.html": f"<p>{WORDS}".encode(),
    "a.pdf": pdf(column(WORDS)),
    "a.docx": docx(paragraph(WORDS)),
    "a.eml": f"From: a@example.org\nDate: 12 Mar 2024\nSubject: x\n\n{WORDS}".encode(),
}


@pytest.mark.parametrize(
    ("name", "wanted", "unwanted"),
    [
        ("a.txt", set(), set(HEAVY)),
        ("a.md", {"markdown_it"}, {"trafilatura", "lxml", "pypdf", "docx", "urllib3", "yaml"}),
        ("a.pdf", {"pypdf"}, {"trafilatura", "docx", "urllib3", "markdown_it"}),
        ("a.docx", {"docx"}, {"trafilatura", "pypdf", "urllib3", "markdown_it"}),
        ("a.eml", {"email"}, {"trafilatura", "pypdf", "docx", "urllib3", "markdown_it"}),
        ("a.html", {"trafilatura"}, {"pypdf", "docx", "markdown_it"}),
    ],
)
def test_what_a_document_imports(tmp_path: Path, name: str, wanted: set[str], unwanted: set[str]) -> None:
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    code = (
        "import sys; from geomap.read import read; "
        f"assert read({str(tmp_path / name)!r}).text.strip() == {WORDS!r}; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert (wanted - loaded, unwanted & loaded, done.stderr) == (set(), set(), "")
