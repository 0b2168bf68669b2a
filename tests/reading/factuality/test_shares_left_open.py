"""A share in a deed that is not ruled out, confirmed or proven: done it was, perhaps by them."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, texts


@pytest.mark.parametrize(
    ("text", "trigger", "how"),
    [
        (
            "The participation of foreign fighters in the attack on the depot cannot be ruled out.",
            "attack", ("positive", "possible", ["foreign fighters"]),
        ),
        (
            "The involvement of a foreign state in the blast could not be excluded.",
            "blast", ("positive", "possible", ["foreign state"]),
        ),
        (
            "The participation of Wagner fighters in the massacre could not be confirmed.",
            "massacre", ("positive", "possible", ["Wagner fighters"]),
        ),
        (
            "The army's role in the massacre has not been proven.",
            "massacre", ("positive", "possible", ["army"]),
        ),
        (
            "The involvement of the militia in the massacre was confirmed.",
            "massacre", ("positive", "certain", ["militia"]),
        ),
        (
            "The involvement of the militia in the massacre was denied by the army.",
            "massacre", ("negative", "certain", ["militia"]),
        ),
        (
            "Iran may have had a hand in the drone attack on the refinery.",
            "drone attack", ("positive", "possible", ["Iran"]),
        ),
    ],
)  # fmt: skip
def test_a_share_that_is_left_open(
    claim: One, text: str, trigger: str, how: tuple[str, str, list[str]]
) -> None:
    found = claim(text, trigger)
    assert (found.polarity, found.certainty, texts(found.actors)) == how
    assert found.status == "occurred"
