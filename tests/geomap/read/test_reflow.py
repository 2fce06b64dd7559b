"""Broken lines become paragraphs again, and words that were broken at a margin whole."""

from __future__ import annotations

import pytest

from geomap.read.reflow import reflow


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([], []),
        (["", ""], []),
        (["A convoy of 848 vehicles", "left Gao on Monday."], ["A convoy of 848 vehicles left Gao on Monday."]),
        (["A convoy left Gao.", "", "It is in Niamey."], ["A convoy left Gao.", "It is in Niamey."]),
        # A short last line ends a paragraph, a long one does not.
        (
            ["The convoy of the mission that left", "Gao on Monday.", "It drove on to the border by night."],
            ["The convoy of the mission that left Gao on Monday.", "It drove on to the border by night."],
        ),
        (
            ["The convoy of the mission left Gao on Monday.", "It drove 350 km to the border of Niger and on."],
            ["The convoy of the mission left Gao on Monday. It drove 350 km to the border of Niger and on."],
        ),
        # A heading, and bullets.
        (
            ["Bases", "Gao was left by the mission's soldiers in 2023."],
            ["Bases", "Gao was left by the mission's soldiers in 2023."],
        ),
        (["The bases are:", "• Gao", "• Kidal, which was", "left", "2. Tessalit"],
         ["The bases are:", "• Gao", "• Kidal, which was left", "2. Tessalit"]),
        # Hyphens.
        (["The soldiers have been with-", "drawn from Gao."], ["The soldiers have been withdrawn from Gao."]),
        (["They have long-", "range guns."], ["They have long-range guns."]),
        (["The Anglo-", "French force left."], ["The Anglo-French force left."]),
        (["The peace-keepers, say the peace-", "keepers, left."], ["The peace-keepers, say the peace-keepers, left."]),
        (["In 2022-", "2023 they left."], ["In 2022- 2023 they left."]),
        (["The Su-", "35 jets left."], ["The Su- 35 jets left."]),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(lines: list[str], paragraphs: list[str]) -> None:
    assert reflow(lines) == paragraphs
