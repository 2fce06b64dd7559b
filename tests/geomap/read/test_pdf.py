"""PDFs: their words in order, without what stands on every page; and those that hold none."""

from __future__ import annotations

import pytest
from pypdf import PdfReader, PdfWriter

from geomap.errors import UnreadableArticle
from geomap.read.draft import Draft
from geomap.read.pdf import read_pdf
from tests.support.documents import Line, column, pdf

TITLE = "Soldiers left Kyiv, officials said"
FIRST = ("KYIV, Ukraine — Some 300 sol-", "diers left the city on 12 March,", "officials said.")


def test_lines_become_paragraphs_by_the_gaps_between_them() -> None:
    data = pdf(column("The first 300 soldiers are in Gao,", "said Mr. Toure.", "", "Another 200 follow."))
    assert read_pdf(data, name="a.pdf") == Draft(
        "The first 300 soldiers are in Gao, said Mr. Toure.\n\nAnother 200 follow.\n"
    )


def test_columns_are_read_one_after_the_other() -> None:
    left = column("The convoy left the town of", "Gao on Monday with its", "848 vehicles and is on")
    right = column("its way to Niger.", "", "It drives by night.", x=320)
    assert read_pdf(pdf([*left, *right]), name="a.pdf").text == (
        "The convoy left the town of Gao on Monday with its 848 vehicles and is on its way to Niger.\n\n"
        "It drives by night.\n"
    )


def test_headings_are_told_by_the_size_of_their_letters() -> None:
    page: list[Line] = [(72, 720, 14, "The convoy leaves"), *column("It left on Monday, they said.", top=700)]
    assert read_pdf(pdf(page), name="a.pdf").text == "The convoy leaves\n\nIt left on Monday, they said.\n"


def test_a_headline_in_large_letters_is_the_title() -> None:
    head: list[Line] = [(72, 760, 20, "Convoy of the mission"), (72, 735, 20, "leaves Gao")]
    draft = read_pdf(pdf([*head, *column("GAO, Mali — It left on Monday, they said.", top=700)]), name="a.pdf")
    assert draft == Draft("GAO, Mali — It left on Monday, they said.\n", "Convoy of the mission leaves Gao")


def test_running_heads_and_page_numbers_go() -> None:
    def page(number: int, *lines: str) -> list[Line]:
        head: Line = (72, 770, 9, f"The Morning Paper, issue {number}")
        return [head, *column(*lines), (300, 30, 9, f"Page {number} of 3")]

    data = pdf(
        page(1, "The convoy of 848 vehicles that left", "Gao on Monday, officials said, has"),
        page(2, "reached the border of Niger in the", "night and goes on. It carries 300"),
        page(3, "soldiers."),
    )
    assert read_pdf(data, name="a.pdf").text == (
        "The convoy of 848 vehicles that left Gao on Monday, officials said, has reached the border of Niger in the "
        "night and goes on. It carries 300 soldiers.\n"
    )


@pytest.mark.parametrize(
    ("info", "title", "published"),
    [
        ({"Title": TITLE, "CreationDate": "D:20240312090000Z"}, TITLE, "2024-03-12"),
        ({"Title": "Microsoft Word - kyiv.docx", "CreationDate": "D:20240313090000Z"}, None, None),
        ({"Title": "Template of a company"}, None, None),
        ({"Title": "untitled", "CreationDate": "nonsense"}, None, None),
        ({"CreationDate": "D:29990312090000Z"}, None, None),
    ],
)  # fmt: skip
def test_metadata_count_where_the_first_page_tells_the_same(
    info: dict[str, str], title: str | None, published: str | None
) -> None:
    draft = read_pdf(pdf(column(*FIRST), info=info), name="a.pdf")
    assert (draft.title, draft.published) == (title, published)
    assert draft.text == "KYIV, Ukraine — Some 300 soldiers left the city on 12 March, officials said.\n"


def test_a_headline_is_the_title_and_not_the_text() -> None:
    data = pdf(
        column("Soldiers leave Kyiv", "", "By Jane Doe", "", "March 12, 2024", "", *FIRST),
        info={"Title": "Soldiers leave Kyiv"},
    )
    draft = read_pdf(data, name="a.pdf")
    assert (draft.title, draft.published) == ("Soldiers leave Kyiv", "2024-03-12")
    assert draft.text.startswith("KYIV, Ukraine")


def locked(user: str) -> bytes:
    import io

    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(*FIRST))))), io.BytesIO()
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")  # noqa: S106
    writer.write(out)
    return out.getvalue()


def test_a_file_that_only_must_not_be_printed_is_read() -> None:
    assert read_pdf(locked(""), name="a.pdf").text.startswith("KYIV, Ukraine")


WHOLE = pdf(column(*FIRST))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (locked("secret"), "is locked with a password; save a copy without one"),
        (
            pdf(column("3"), []),
            "holds no text; it may be a scan: let a text recognition (OCR) read it and give the result",
        ),
        (WHOLE[:300], "is a damaged PDF; save or download it again"),
        (b"%PDF-1.7", "is a damaged PDF; save or download it again"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "is a damaged PDF; save or download it again"),
        (WHOLE.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "is a damaged PDF; save or download it again"),
    ],
    ids=["locked", "scan", "cut", "start", "noise", "loop"],
)
def test_bad_files_cost_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read_pdf(data, name="a.pdf")
    assert str(caught.value) == f"a.pdf: {message}"
