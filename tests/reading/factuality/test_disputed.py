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
