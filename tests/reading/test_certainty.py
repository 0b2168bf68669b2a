"""Certainty: how sure the text is, by the words that hedge it."""

from __future__ import annotations

import pytest

from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, chain, marked, texts, told

PLAIN = "The army shelled the town."
HEDGES = list(rows("hedges.csv"))
NOT_YET = (
    "He was asked whether the army would attack",
    "Rumours of a raid spread",
)


@pytest.mark.parametrize("row", [marked(row, NOT_YET) for row in HEDGES])
def test_a_hedge_changes_certainty_as_its_row_says(read: Read, row: dict[str, str]) -> None:
    claims = read(f"{row['example']}.").claims
    assert claims, "the example holds no claim"
    assert row["certainty"] in {claim.certainty for claim in claims}, told(claims)


@pytest.mark.parametrize("row", HEDGES, ids=lambda row: f"{row['kind']}-{row['certainty']}")
def test_bands_are_those_of_the_codebook(row: dict[str, str]) -> None:
    bands = {"probable": (0.55, 0.95), "possible": (0.05, 0.55), "unknown": (0.0, 1.0)}
    assert (float(row["low"]), float(row["high"])) == bands[row["certainty"]]


@pytest.mark.parametrize(
    ("text", "trigger", "certainty", "hedges"),
    [
        (PLAIN, "shelled", "certain", []),
        ("The army reportedly shelled the town.", "shelled", "probable", ["reportedly"]),
        ("The army apparently shelled the town.", "shelled", "probable", ["apparently"]),
        ("Perhaps the army shelled the town.", "shelled", "possible", ["Perhaps"]),
        ("The army may shell the town.", "shell", "possible", ["may"]),
        ("The army could attack the town.", "attack", "possible", ["could"]),
        ("It seems that the army has captured the town.", "captured", "probable", ["seems"]),
        ("It is likely that the rebels captured the town.", "captured", "probable", ["likely"]),
        ("It is unclear whether the army shelled the town.", "shelled", "unknown", None),
        ("The rebels are believed to have captured the town.", "captured", "probable", None),
        ("The army is unlikely to attack the town.", "attack", "possible", ["unlikely"]),
    ],
)
def test_the_hedge_decides(
    claim: One, text: str, trigger: str, certainty: str, hedges: list[str] | None
) -> None:
    found = claim(text, trigger)
    assert found.certainty == certainty
    if hedges is not None:
        assert texts(found.hedges) == hedges


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mayor said that the army shelled the town.", "certain"),
        ("The ministry confirmed that the army shelled the town.", "certain"),
        ("The mayor said that the army may have shelled the town.", "possible"),
        ("Reports say that the army shelled the town.", "probable"),
        ("Unconfirmed reports say that the army shelled the town.", "possible"),
        ("Scattered reports say that the army shelled the town.", "possible"),
        ("There are rumours that the army shelled the town.", "possible"),
    ],
)
def test_the_chain_carries_the_doubt_unless_the_source_is_vague(
    claim: One, text: str, certainty: str
) -> None:
    found = claim(text, "shelled")
    assert found.certainty == certainty
    assert len(chain(found)) == 1


def test_the_weakest_hedge_counts(claim: One) -> None:
    found = claim("The army reportedly may have shelled the town.", "shelled")
    assert found.certainty == "possible"
    assert found.probability == (0.05, 0.55)


def test_a_hedge_stays_in_its_own_clause(read: Read) -> None:
    text = "Rebels captured the village, and the army may attack the town."
    found = {c.trigger.text: c.certainty for c in read(text).claims}
    assert found == {"captured": "certain", "attack": "possible"}


@pytest.mark.parametrize("text", [PLAIN, "The army did not shell the town."])
def test_plain_words_are_certain_whatever_their_polarity(read: Read, text: str) -> None:
    (found,) = read(text).claims
    assert (found.certainty, found.probability) == ("certain", (0.95, 1.0))
