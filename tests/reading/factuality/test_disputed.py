"""Accounts that are doubted, and not called untrue: they are possible, on their teller's word."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize("who", ["army", "militia"])
@pytest.mark.parametrize(
    "doubt",
    [
        "appears exaggerated",
        "is greatly exaggerated",
        "seems implausible",
        "is doubtful",
        "is dubious",
        "is not credible",
        "lacks credibility",
        "could not be substantiated",
        "is hard to reconcile with the footage",
        "does not square with the footage",
        "is at odds with the footage",
        "is contradicted by footage",
        "should be treated with caution",
        "does not stand up",
        "does not stand up to scrutiny",
        "does not hold water",
        "did not hold up",
        "falls apart on inspection",
        "collapses under scrutiny",
    ],
)
def test_what_is_doubted_is_possible(whole: Reader, who: str, doubt: str) -> None:
    """A claim that its reporter called exaggerated was certain."""
    text = f"The {who}'s claim that rebels captured the port {doubt}."
    found = at(whole.read(document(text)).claims, "captured")
    assert (found.polarity, found.certainty, chain(found)) == ("positive", "possible", [who])
    assert found.hedges


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Analysts questioned the army's claim that rebels captured the port.", "+", "possible"),
        ("Footage contradicts the army's claim that rebels captured the port.", "+", "possible"),
        ("Experts cast doubt on the army's claim that rebels captured the port.", "+", "possible"),
        ("Claims by rebels to have captured the port appear overblown.", "+", "possible"),
        ("Nobody questioned the army's claim that rebels captured the port.", "+", "certain"),
        ("The army's claim that rebels captured the port is not exaggerated.", "+", "certain"),
        ("The army's claim that rebels captured the port is credible.", "+", "certain"),
        ("The army's claim that rebels captured the port is false.", "-", "certain"),
    ],
)
def test_doubt_is_no_denial(whole: Reader, text: str, polarity: str, certainty: str) -> None:
    found = at(whole.read(document(text)).claims, "captured")
    assert (found.polarity[0], found.certainty) == ({"+": "p", "-": "n"}[polarity], certainty)


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("Claims that rebels held the port do not stand up.", "held", "possible"),
        ("Claims that rebels held the port stand up.", "held", "probable"),
        ("The army's claim that rebels held the port stands up to scrutiny.", "held", "certain"),
        ("Nobody believes the army when it says that it held the port.", "held", "possible"),
        ("Few believe the mayor when he says that rebels hit the port.", "hit", "possible"),
        ("We don't believe the militia's claim that it left the port.", "left", "possible"),
        ("Everybody believes the army when it says that it held the port.", "held", "certain"),
        # Who was not believed may have been right.
        ("Nobody believed the army when it said that rebels held the port.", "held", "certain"),
        ("Nobody left when the army said that rebels held the port.", "held", "certain"),
        ("We could not verify a claim by channels that rebels left the port.", "left", "possible"),
        ("We could not verify a claim by the army that rebels left the port.", "left", "certain"),
    ],
)
def test_what_falls_apart_or_is_not_believed_is_possible(
    whole: Reader, text: str, trigger: str, certainty: str
) -> None:
    """ "Claims that it held the town do not stand up" had the town held."""
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.polarity, found.certainty) == ("positive", certainty)


@pytest.mark.parametrize(
    "opening",
    [
        "The mayor can claim all he wants",
        "The rebels may say what they like",
        "The ministry can deny it as often as it wants",
    ],
)
def test_who_may_talk_as_they_like_says_nothing(whole: Reader, opening: str) -> None:
    text = f"{opening}: the army holds the port."
    assert chain(at(whole.read(document(text)).claims, "holds")) == []


def test_who_says_it_behind_a_colon_says_it(whole: Reader) -> None:
    text = "The mayor said what many feared: the army holds the port."
    assert chain(at(whole.read(document(text)).claims, "holds")) == ["mayor"]
