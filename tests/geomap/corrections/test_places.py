"""Corrections of places: moved, added, marked, and named when they no longer fit."""

from __future__ import annotations

import pytest

from geomap.corrections.places import nth_span
from geomap.errors import CorrectionError
from tests.geomap.corrections.conftest import TEXT, Correct


def test_all_mentions_of_the_words_are_moved_to_a_point(correct: Correct) -> None:
    report = correct("places: [{move: Goma, to: [-1.7, 29.2], radius_km: 2, reason: by satellite}]")
    for place_id in ("p1", "p3"):
        mention = report.place(place_id)
        assert mention.resolved is not None
        assert (mention.resolved.lat, mention.resolved.lon, mention.resolved.radius_km) == (-1.7, 29.2, 2)
        assert (mention.resolved.name, mention.resolved.country) == ("Goma", "COD")
        assert mention.why == ("corrected by hand: by satellite",)
        assert mention.corrected == ("by satellite",)
    assert report.place("p2").corrected == ()
    assert report.deployments[0].corrected == ("place moved: by satellite",)
    assert report.deployments[1].corrected == ()
    assert report.events[0].corrected == ("place moved: by satellite",)


def test_one_mention_is_picked_by_the_time_that_the_article_says_it(correct: Correct) -> None:
    report = correct("places: [{move: Goma, nth: 2, to: Bukavu, reason: a slip}]")
    assert [each.resolved.name for each in report.places if each.resolved] == ["Goma", "Sake", "Bukavu"]
    assert report.deployments[0].corrected == ()


def test_a_place_that_was_not_read_is_added(correct: Correct) -> None:
    report = correct("places: [{add: northern hills, to: [-1.4, 29.0], reason: named below}]")
    added = report.place("p4")
    assert (added.text, TEXT[slice(*added.span)]) == ("northern hills", "northern hills")
    assert [each.id for each in report.places] == ["p1", "p2", "p3", "p4"]


def test_words_are_found_across_a_line_and_only_whole() -> None:
    assert nth_span("left for the\nnorthern hills", "the northern", 1) == (9, 21)
    assert nth_span("Russian men in Russia", "Russia", 1) == (15, 21)
    assert nth_span("a a a", "a", 3) == (4, 5)
    assert nth_span("a a a", "a", 4) is None


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("{move: Bukavu, to: Goma, reason: x}", "'Bukavu' is no place of this report any more; add: it"),
        ("{move: Goma, nth: 3, to: Sake, reason: x}", "the article does not say 'Goma' 3 times"),
        ("{move: Sake, nth: 2, to: Goma, reason: x}", "where the article says 'Sake' for the 2. time it is no place"),
        ("{move: Goma, to: Qqzzx, reason: x}", "the gazetteer knows no place 'Qqzzx'; give its position as [lat, lon]"),
        ("{add: Kigali, to: Goma, reason: x}", "the article does not say 'Kigali'; its own words are needed"),
        ("{add: Goma, to: Sake, reason: x}", "'Goma' is a place of this report already; move: it"),
        (
            "{move: Goma, to: [-95, 29], reason: x}",
            "to: is to be a name, or a point as [latitude, longitude] in degrees",
        ),
        ("{move: Goma, to: [1], reason: x}", "to: is to be a name, or a point as [latitude, longitude] in degrees"),
        ("{move: Goma, to: Sake}", "reason: is missing"),
        ("{move: Goma, to: Sake, reason: ' '}", "reason: string should have at least 1 character"),
        ("{move: Goma, to: Sake, reason: x, note: y}", "note: is not known here"),
        ("{to: Sake, reason: x}", "a correction is to have one of move:, add:"),
        ("Goma", "a correction is to have one of move:, add:"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(correct: Correct, item: str, message: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        correct(f"# by a person\nplaces:\n  - {item}\n")
    assert str(caught.value).startswith(f"goma.fix.yml, line 3: {message}")
