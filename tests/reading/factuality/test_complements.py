"""Complements: what a verb without a tense of its own takes from the words above it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, at, document, told

ROWS = list(rows("complements.csv"))
NOT_ASSERTED = frozenset({"mandative", "bidding", "instrument", "span"})  # left to the heads
HAPPENED = frozenset({"implied", "past", "presupposing", "instrument", "span", "apart", "uttering"})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"] + "-" + row["words"][:12])
def test_a_word_tells_whether_its_content_was_done(read: Read, row: dict[str, str]) -> None:
    """A row's example has a claim that was, or was not, done; a bidding word's has none, or one
    that is only wished, beside the bidding itself.
    """
    claims = [c for c in read(f"{row['example']}.").claims if c.event != "REQUEST"]
    wanted = "occurred" if row["kind"] in HAPPENED else "hypothetical"
    assert claims or row["kind"] in NOT_ASSERTED
    if wanted == "occurred" and claims:
        assert "occurred" in {c.status for c in claims}, told(claims)
    assert wanted == "occurred" or {c.status for c in claims} <= {"hypothetical"}, told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army managed to capture the town.", "capture"),
        ("The army was forced to leave the town.", "leave"),
        ("The rebels were able to capture the town.", "capture"),
        ("The army had to leave the town.", "leave"),
        ("The rebels left the town after burning houses.", "burning"),
        ("The rebels left the town, burning houses.", "burning"),
        ("The rebels must have left the town.", "left"),
        ("It took the army a week to capture the town.", "capture"),
        ("Stop the shelling of the town!", "shelling"),
        ("Ukrainian hostages illegally detained in prisons were freed.", "detained"),
    ],
)
def test_what_is_implied_has_happened(claim: One, text: str, trigger: str) -> None:
    found = claim(text, trigger)
    assert found.status in {"occurred", "ongoing"}
    assert found.polarity == "positive"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Do not shell the hospital.", "shell"),
        ("The mayor is interested in releasing the prisoners.", "releasing"),
        ("The mayor is unwilling to release the prisoners.", "release"),
        ("The rebels must leave the town.", "leave"),
    ],
)
def test_what_is_bidden_or_left_open_has_not(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army has yet to capture the town.", "capture"),
        ("The army prevented the rebels from capturing the town.", "capturing"),
        ("The army left without burning the houses.", "burning"),
    ],
)
def test_negative_implicatives(claim: One, text: str, trigger: str) -> None:
    found = claim(text, trigger)
    assert (found.status, found.polarity) == ("occurred", "negative")


def test_a_clause_without_tense_shares_the_time_of_its_main_clause(claim: One) -> None:
    found = claim("The rebels will leave the town, burning houses.", "burning")
    assert found.status == "forecast"


@pytest.mark.parametrize(("one", "other"), [("army", "rebels"), ("rebels", "army")])
def test_swapped_sides_are_coded_alike(read: Read, one: str, other: str) -> None:
    text = f"The {one} had to leave the town. Stop the shelling of the {other}!"
    told = [(c.event, c.status, c.polarity) for c in read(text).claims]
    assert told == [
        ("RETREAT", "occurred", "positive"),
        ("ASSAULT", "occurred", "positive"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Paris insisted that Kigali pull its troops out of Congo.",
        "Moscow insisted that Kyiv cede the province.",
        "Serbia insisted that NATO troops stay in Kosovo.",
        "Paris demanded that Kigali withdraw its troops.",
    ],
)
def test_the_content_of_a_demand_is_no_claim(whole: Reader, text: str) -> None:
    assert [c.event for c in whole.read(document(text)).claims] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army insisted that its troops held the town.", "held"),
        ("Kigali insists that it has withdrawn its troops from Congo.", "withdrawn"),
    ],
)
def test_what_is_insisted_upon_as_a_fact_is_a_claim(whole: Reader, text: str, trigger: str) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == "positive"
