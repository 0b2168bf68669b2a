"""A deed that somebody does not claim: it was done, and not on their word, nor by them."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document, texts

SIDES = ("rebels", "soldiers")


@pytest.mark.parametrize("who", SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "The {who} did not claim the raid on the port.",
        "The {who} have not claimed the raid on the port.",
        "The {who} have yet to claim the raid on the port.",
        "The {who} refused to claim the raid on the port.",
        "The {who} did not claim responsibility for the raid on the port.",
        "The {who} have not taken responsibility for the raid on the port.",
        "The raid on the port was not claimed by the {who}.",
        "No group of {who} has claimed the raid on the port.",
        "Nobody claimed responsibility for the raid on the port.",
        "There was no claim of responsibility for the raid on the port.",
    ],
)
def test_who_does_not_claim_a_deed_is_not_told_to_have_done_it(
    whole: Reader, text: str, who: str
) -> None:
    raid = at(whole.read(document(text.format(who=who))).claims, "raid")
    assert (texts(raid.actors), chain(raid)) == ([], [])
    assert (raid.polarity, raid.status) == ("positive", "occurred")


@pytest.mark.parametrize("who", SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "The {who} claimed the raid on the port.",
        "The {who} claimed responsibility for the raid on the port.",
        "The raid on the port was claimed by the {who}.",
    ],
)
def test_who_claims_it_did_it(whole: Reader, text: str, who: str) -> None:
    raid = at(whole.read(document(text.format(who=who))).claims, "raid")
    assert (texts(raid.actors), raid.polarity) == ([who], "positive")
