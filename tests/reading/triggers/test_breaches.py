"""Violations of a truce are no truce."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The army committed 40 violations of the truce on Monday.", "violations", "negative"),
        ("The rebels said the army's violations of the ceasefire continued.", "violations",
         "negative"),
        ("The UN recorded ceasefire violations by both sides in Goma.", "violations", "negative"),
        ("The army had committed no violations of the truce, it said.", "violations", "positive"),
    ],
)  # fmt: skip
def test_a_breach_of_a_truce_is_none(whole: Reader, text: str, trigger: str, polarity: str) -> None:
    """Who counted violations of a truce had said that it held."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.event, claim.mode, claim.polarity) == ("RETREAT", "ceasefire", polarity)


def test_other_violations_are_not_denied(whole: Reader) -> None:
    claims = whole.read(document("Violations of airspace by Russian jets continued.")).claims
    assert all(c.polarity == "positive" and c.mode != "ceasefire" for c in claims)
