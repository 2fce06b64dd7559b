"""Status that the words around a statement give it."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "status", "rule"),
    [
        ("Reports that Russian troops were sent to Gao are nonsense, said the minister.", "denied", "status-dismissed"),
        ("France sent 300 soldiers to Bangui, who have long since gone home.", "past", "status-long-gone"),
        (
            "It is a far cry from the surge, when 100,000 American soldiers were in Afghanistan.",
            "past",
            "status-when-they-were",
        ),
        ("A force of 8,000 soldiers for Darfur was agreed in Addis Ababa.", "planned", "status-meant-for"),
        ("Kenya was told to prepare for sending 500 soldiers to Goma.", "possible", "status-told-to-prepare"),
    ],
)
def test_the_rule_that_tells_the_status(read: Reader, text: str, status: str, rule: str) -> None:
    entry = read(text).deployments[0]
    assert (entry.status.value, rule in entry.rules) == (status, True)


@pytest.mark.parametrize(
    "text",
    [
        "Reports say that 300 Russian soldiers were sent to Gao.",
        "France sent 300 soldiers to Bangui, who have since dug in.",
        "The attack came when 200 French soldiers were in Gao.",
        "France has 300 soldiers in Gao for the winter.",
    ],
)
def test_what_stays_actual(read: Reader, text: str) -> None:
    assert read(text).deployments[0].status.value == "actual"


def test_not_one_soldier_counts_nobody(read: Reader) -> None:
    entry = read("France will not send one soldier to Gao.").deployments[0]
    assert (entry.status.value, entry.quantity) == ("denied", None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The secretary was asked if 500 soldiers would be sent into Mexico. No and no, he said.", "denied"),
        ('Will Germany send Taurus missiles to Ukraine? "No," said Olaf Scholz.', "denied"),
        ("Would French troops be sent to Odessa? They would not, the minister replied.", "denied"),
        ('"No," said Joe Biden, when a reporter asked if American soldiers would be sent to Gaza.', "denied"),
        ("Asked whether 300 troops would go to Juba, the general said no.", "denied"),
        ("Would French troops be sent to Odessa? They might, the minister replied.", "possible"),
        ("Might Washington send Javelins to Kyiv?", "possible"),
        ("Asked whether 300 troops would be sent to Juba, he said no decision had been taken.", "possible"),
        ("Where will the 300 Kenyan soldiers be sent? To Haiti, said the minister.", "planned"),
    ],
)
def test_questions_and_their_answers(read: Reader, text: str, status: str) -> None:
    entry = next(iter(read(text).deployments), None)
    assert entry is None or entry.status.value == status
