"""Shares: a part stands for its whole; what is only counted is no place and no ware."""

from __future__ import annotations

import pytest

from fogline.model import Range
from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, document, told

READ_AS = {
    "part": ("CONTROL", "gain"),  # a town, not a chunk, was seized
    "shell": ("SANCTION", "discontinue"),  # aid, not a mission, was suspended
    "uncounted": ("COERCE", "seize"),  # "both" are no places
}


@pytest.mark.parametrize(
    "row", list(rows("quantities", "shares.csv")), ids=lambda row: row["example"]
)
def test_a_share_is_read_as_what_it_is_of(read: Read, row: dict[str, str]) -> None:
    claims = read(f"{row['example']}.").claims
    assert [(c.event, c.mode) for c in claims] == [READ_AS[row["kind"]]], told(claims)


@pytest.mark.parametrize(
    "row", list(rows("quantities", "fractions.csv")), ids=lambda row: row["example"]
)
def test_a_share_of_a_counted_group_counts_its_part(read: Read, row: dict[str, str]) -> None:
    whole = 30 if "30" in row["example"] else 40
    part = whole * int(row["over"]) // int(row["under"])
    (claim,) = read(f"{row['example']}.").claims
    most = None if row["kind"] == "least" else part
    assert claim.casualties.killed == Range(part, most)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("More than half of the 60 guards in the fort were killed.", 30, None),
        ("Fewer than half of the 60 guards were killed.", None, 30),
        ("All but four of the 20 guards were killed.", 16, 16),
        ("All but three of the crew of 20 were killed.", 17, 17),
        ("Four of the 20 guards were killed.", 4, 4),
        ("All of the 20 guards were killed.", 20, 20),
        ("The shelling of the fort killed half of the 60 guards in it.", 30, 30),
        ("A couple of villagers were killed.", 2, 2),
        ("A pair of guards were killed.", 2, 2),
        ("Gunmen killed a couple of hundred villagers.", 200, 200),
        ("A captain of guards was killed.", 1, 1),
        ("Not 30 but 13 guards were killed.", 13, 13),
        ("The mayor said that 13 guards, not 30, were killed.", 13, 13),
        ("Not one guard was killed.", 0, 0),
    ],
)
def test_a_part_of_a_group_is_counted(
    whole: Reader, text: str, least: int | None, most: int | None
) -> None:
    """The whole group was counted, or the number that is set right."""
    told_of = [c.casualties.killed for c in whole.read(document(text)).claims]
    assert told_of == [Range(least, most)]


def test_of_what_is_left_unsaid_nothing_is_counted(claim: One) -> None:
    assert claim("Of the 15 guards, all but two were killed.", "killed").casualties.killed is None


def test_who_is_shot_down_shares_no_toll(whole: Reader) -> None:
    text = "Four drones were shot down and two hit a clinic, killing three."
    killed = {c.trigger.text: c.casualties.killed for c in whole.read(document(text)).claims}
    assert killed == {"shot down": None, "hit": Range(3, 3)}
