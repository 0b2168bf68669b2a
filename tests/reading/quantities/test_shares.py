"""Shares: a part stands for its whole; what is only counted is no place and no ware."""

from __future__ import annotations

import pytest

from fogline.reading.tables import rows
from tests.reading.sentences import Read, told

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
