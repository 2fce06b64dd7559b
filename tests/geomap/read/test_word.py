"""Word files: paragraphs and tables in their order, as they stand after all changes."""

from __future__ import annotations

import io
import zipfile

import pytest

from geomap.errors import UnreadableArticle
from geomap.read.draft import Draft
from geomap.read.word import read_word
from tests.support.documents import docx, paragraph

TITLED = "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Convoy leaves Gao</w:t></w:r></w:p>"
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
)


def cell(words: str) -> str:
    return f"<w:tc>{paragraph(words)}</w:tc>"


def test_paragraphs_and_tables_stay_in_their_order() -> None:
    rows = f"<w:tr>{cell('Base')}{cell('Troops')}</w:tr><w:tr>{cell('Gao')}{cell('2,000')}</w:tr>"
    body = paragraph("The convoy left Gao.") + f"<w:tbl>{rows}</w:tbl>" + paragraph("") + paragraph("It is in Niamey.")
    assert read_word(docx(body), name="a.docx") == Draft(
        "The convoy left Gao.\n\nBase\tTroops\nGao\t2,000\n\nIt is in Niamey.\n"
    )


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ("<w:r><w:t>The con</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>voy</w:t></w:r>", "The convoy"),
        ("<w:hyperlink><w:r><w:t>The convoy</w:t></w:r></w:hyperlink>", "The convoy"),
        ("<w:ins><w:r><w:t>A man</w:t></w:r></w:ins><w:del><w:r><w:delText>All</w:delText></w:r></w:del>", "A man"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>The convoy</w:t></w:r>", "The convoy"),
        ("<w:r><w:t>The</w:t><w:br/><w:t>convoy</w:t></w:r>", "The\n\nconvoy"),
        ("<w:r><w:t>The</w:t><w:tab/><w:t>convoy</w:t></w:r>", "The\tconvoy"),
        ("<w:r><w:t>Air</w:t><w:noBreakHyphen/><w:t>to</w:t><w:softHyphen/><w:t>day</w:t></w:r>", "Air-today"),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:t>The convoy</w:t></mc:Choice>"
            "<mc:Fallback><w:t>The convoy</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "The convoy",
        ),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph(runs: str, words: str) -> None:
    assert read_word(docx(f"<w:p>{runs}</w:p>"), name="a.docx").text == f"{words}\n"


def test_paragraphs_in_a_content_control_are_read() -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('The convoy left.')}</w:sdtContent></w:sdt>"
    assert read_word(docx(body), name="a.docx").text == "The convoy left.\n"


def test_the_title_is_no_part_of_the_text() -> None:
    head = TITLED + paragraph("By Jane Doe") + paragraph("March 12, 2024")
    parts = {
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
            "</Relationships>"
        ),
    }
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{office}.styles+xml"/></Types>'
    )
    data = docx(head + paragraph("GAO, Mali — The convoy left."), types=types, **parts)
    assert read_word(data, name="a.docx") == Draft("GAO, Mali — The convoy left.\n", "Convoy leaves Gao", "2024-03-12")


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", b" " * 101_000_000)
    return packed.getvalue()


WHOLE = docx(paragraph("The convoy left Gao."))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (WHOLE[: len(WHOLE) // 2], "is a damaged Word file; save or download it again"),
        (b"PK\x03\x04", "is a damaged Word file; save or download it again"),
        (
            WHOLE.replace(b"word/document.xml", b"word/nocument.xml"),
            "is a damaged Word file; save or download it again",
        ),
        (docx("<w:p>"), "is a damaged Word file; save or download it again"),
        (docx("<w:p/>"), "holds no text; give an article with some text"),
        (bomb(), "unpacks to more than 100 MB; give one article"),
        (docx(paragraph("&e;")), "is a damaged Word file; save or download it again"),
    ],
    ids=["cut", "start", "without-text", "broken-xml", "empty", "bomb", "entity"],
)
def test_bad_files_cost_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read_word(data, name="a.docx")
    assert str(caught.value) == f"a.docx: {message}"
