"""E-mails: what the newest message says, without what it quotes."""

from __future__ import annotations

import pytest

from geomap.errors import UnreadableArticle
from geomap.read.draft import Draft
from geomap.read.mail import read_mail

HEADERS = 'From: "The Paper" <news@paper.example.org>\nTo: you@example.org\nDate: Tue, 12 Mar 2024 23:30:00 -0500\n'
WORDS = "The convoy of 848 vehicles left Gao on Monday, the mission said."


def mail(body: str, *headers: str, subject: str = "Convoy leaves Gao") -> bytes:
    lines = "".join(f"{header}\n" for header in headers)
    return f"{HEADERS}Subject: {subject}\n{lines}\n{body}".encode()


def draft(text: str = f"{WORDS}\n", title: str | None = "Convoy leaves Gao", source: str = "The Paper") -> Draft:
    return Draft(text, title, "2024-03-12", source)


PARTS = """--b
Content-Type: text/html

<p>Not this one, which has soldiers too.</p>
--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The convoy of 848 vehi=
cles left Gao =E2=80=94 at last.
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename=a.pdf

x
--b--
"""
HTML = f"<html><body><p>{WORDS}</p><p>Another follows.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mail(f"{WORDS}\n"), draft()),
        (mail(f"{WORDS}\n").replace(b"\n", b"\r\n"), draft()),
        (
            mail("The convoy of 848 vehicles left Gao on Monday, the\nmission said.\n\nIt is in Niamey.\n"),
            draft(f"{WORDS}\n\nIt is in Niamey.\n"),
        ),
        (
            mail(PARTS, "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"),
            draft("The convoy of 848 vehicles left Gao — at last.\n"),
        ),
        (mail(HTML, "Content-Type: text/html"), draft(f"{WORDS}\n\nAnother follows.\n")),
        (
            mail("The convoy \nleft\nGao.\n", 'Content-Type: text/plain; format=flowed'),
            draft("The convoy left Gao.\n"),
        ),
        (mail(WORDS, subject="=?utf-8?q?RE=3A_Fwd=3A_Gao_=E2=80=94_convoy?="), draft(title="Gao — convoy")),
        (mail(WORDS, "List-Id: Mali news <m.example.org>", subject="[m] Gao"), draft(title="Gao", source="Mali news")),
        (mail(f"{WORDS}\n\nOn Mon, Mar 11, 2024, Bob wrote:\n> And the 500 soldiers?\n>> Which?\n"), draft()),
        (mail(f"{WORDS}\n-- \nJane, of 300 soldiers\n"), draft()),
        (mail(f"> {WORDS}\n"), draft()),
        (
            mail(f"FYI\n\n-----Original Message-----\nFrom: Desk\nSent: 12 March 2024\nSubject: Gao\n\n{WORDS}\n"),
            draft(title="Gao", source="Desk"),
        ),
        (
            mail(f"---------- Forwarded message ---------\nFrom: Desk <d@x.example>\nSubject: Fwd: Gao\n\n{WORDS}\n"),
            draft(title="Gao", source="Desk"),
        ),
    ],
    ids=[
        "plain", "crlf", "wrapped", "parts", "html", "flowed", "prefixes", "list", "reply", "signature", "quoted",
        "original", "forwarded",
    ],
)  # fmt: skip
def test_mails(data: bytes, expected: Draft) -> None:
    assert read_mail(data, name="a.eml") == expected


@pytest.mark.parametrize(
    "header", ["To: " + "a@example.org, " * 100_000, "Content-Type: text/plain; " + "a=b;\n " * 100_000]
)
def test_a_header_without_end_is_cut(header: str) -> None:
    assert read_mail(mail(WORDS, header), name="a.eml") == draft()


def test_an_earlier_message_goes_where_the_newer_one_says_enough() -> None:
    own = (
        f"{WORDS} It carries the last soldiers of the brigade, with their guns and tents, and is to be in Niamey on "
        "Friday, if the rain does not wash the road away again."
    )
    data = mail(f"{own}\n\n-----Original Message-----\nFrom: Bob\nSubject: Gao\n\nAnd the 500 soldiers?\n")
    assert read_mail(data, name="a.eml").text == f"{own}\n"


@pytest.mark.parametrize(
    ("headers", "published", "source"),
    [
        ("From: <a@example.org>\nSent: Tuesday, March 12, 2024 9:14 AM", "2024-03-12", "example.org"),
        ("From: a@example.org\nDate: soon", None, "example.org"),
        ("From: a@example.org\nDate: Tue, 12 Mar 2999 10:00:00 +0000", None, "example.org"),
        ("From: =?nonsense?=\nDate: 99 Foo 9999 99:99:99", None, "=?nonsense?="),
    ],
)
def test_headers_that_are_odd(headers: str, published: str | None, source: str) -> None:
    read = read_mail(f"{headers}\nSubject: Gao\n\n{WORDS}\n".encode(), name="a.eml")
    assert (read.published, read.source) == (published, source)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (mail(""), "is an e-mail without text; save the article that is attached, and give that"),
        (
            mail("x", "MIME-Version: 1.0", "Content-Type: application/pdf"),
            "is an e-mail without text; save the article that is attached, and give that",
        ),
        (
            mail("--b\n--b--\n", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"),
            "is an e-mail without text; save the article that is attached, and give that",
        ),
    ],
)
def test_mails_without_text_cost_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read_mail(data, name="a.eml")
    assert str(caught.value) == f"a.eml: {message}"
