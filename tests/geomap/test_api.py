"""The three steps as functions, on the real rooms: one article in, one page out."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap import Article, ModelMissing, Report, draw, extract, read

SAMPLE = Path(__file__).parents[2] / "seeds" / "nato-belarus-2022.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    return extract(read(SAMPLE, published="2022-02-04"))


def test_a_report_holds_the_article_untouched(report: Report) -> None:
    assert report.article.text.encode() == SAMPLE.read_bytes()
    assert (report.article.id, report.article.published) == ("nato-belarus-2022", "2022-02-04")
    assert [mention.text for mention in report.places] == [
        report.article.text[slice(*mention.span)] for mention in report.places
    ]


def test_the_numbers_of_the_sample_are_read(report: Report) -> None:
    numbers = [
        (deployment.actor.code if deployment.actor else None, deployment.quantity.min, deployment.quantity.max)
        for deployment in report.deployments
        if deployment.quantity
    ]
    assert numbers == [("RUS", 30000, 30000), ("USA", 1000, 1000), ("USA", 2000, 2000)]


def test_a_report_reads_back_from_its_json(report: Report) -> None:
    again = Report.model_validate_json(report.to_json())
    assert again.to_json() == report.to_json()


def test_the_same_report_draws_the_same_page(report: Report) -> None:
    page = draw(report)
    assert page.startswith("<!DOCTYPE html>")
    assert draw(Report.model_validate_json(report.to_json())) == page


def test_boundaries_are_drawn_from_a_viewpoint(report: Report) -> None:
    assert "contested areas as the government of Russia draws them" in draw(report, boundaries="RUS")
    assert "internationally recognised" in draw(report)
    with pytest.raises(ValueError, match="there is no view XYZ of boundaries"):
        draw(report, boundaries="XYZ")


def test_an_article_about_something_else_draws_a_page_that_says_so() -> None:
    report = extract(Article(id="weather", text="The weather will be fair in the north of Romania."))
    assert (report.deployments, report.events) == ((), ())
    assert draw(report).startswith("<!DOCTYPE html>")


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelMissing) as caught:
        extract(Article(id="a", text="The troops left."), model="en_core_web_none")
    assert str(caught.value).startswith("the spaCy model en_core_web_none is not installed; ")


def test_no_character_of_an_article_breaks_a_line_of_json() -> None:
    # U+0085, U+2028 and U+2029 end a line for many readers of JSON Lines, though JSON lets them stand.
    report = extract(Article(id="a", text="Kiev is quiet.\u2028Minsk is\u0085quiet.\u2029"))
    assert report.to_json().splitlines() == [report.to_json()]
    assert Report.model_validate_json(report.to_json()) == report
