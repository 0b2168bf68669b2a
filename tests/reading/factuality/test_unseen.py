"""What was only not reported, and deeds of which it is open who did them."""

from __future__ import annotations

import pytest

from fogline.model import Reading
from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, cited, document, texts

SIDES = ("Northern Army", "Lowland Brigade")


@pytest.fixture(scope="module", params=["rules", "whole"])
def read(request: pytest.FixtureRequest, reader: Reader, whole: Reader) -> Read:
    """Read by the rules alone, and as it is read for everybody."""
    by = reader if request.param == "rules" else whole

    def reads(text: str) -> Reading:
        return by.read(document(text))

    return reads


@pytest.mark.parametrize("who", SIDES)
@pytest.mark.parametrize(
    "text",
    [
        "No shelling has been reported in Arkel, the {who} said.",
        "The {who} said that no shelling was reported in Arkel on Tuesday.",
        "The {who} said that no shelling had been recorded in Arkel.",
        "No shelling was registered in Arkel, the {who} said.",
        "No shelling has been observed in Arkel, according to the {who}.",
        "The {who} said that no shelling had been documented in Arkel.",
        "There were no reports of shelling in Arkel, the {who} said.",
        "The {who} said that it had not recorded any shelling in Arkel.",
        "The {who} said that it had observed no shelling in Arkel.",
        "The {who} did not report any shelling in Arkel.",
    ],
)
def test_what_is_not_reported_is_not_denied(read: Read, text: str, who: str) -> None:
    """That a side has heard of no shelling counted as its firm denial."""
    claim = at(read(text.format(who=who)).claims, "shelling")
    assert (claim.polarity, claim.certainty) == ("negative", "possible")
    assert claim.actors == ()
    assert [s.name or s.text for s in cited(claim)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "There was no shelling in Arkel, the {who} said.",
        "The {who} denied that it had shelled Arkel.",
        "The {who} denied reports of shelling in Arkel.",
        "No shelling took place in Arkel, the {who} said.",
        "The {who} reported no shelling in Arkel.",
    ],
)
def test_a_denial_stays_one(read: Read, text: str) -> None:
    claim = at(read(text.format(who=SIDES[0])).claims, "shell")
    assert (claim.polarity, claim.certainty) == ("negative", "certain")


@pytest.mark.parametrize(
    "text",
    [
        "The shelling of Arkel was reported on Tuesday.",
        "No deaths were reported in the shelling of Arkel.",
        "No injuries were recorded after rebels shelled the market.",
    ],
)
def test_an_attack_that_harmed_nobody_is_told_as_surely(read: Read, text: str) -> None:
    claim = at(read(text).claims, "shell")
    assert (claim.polarity, claim.certainty) == ("positive", "certain")


@pytest.mark.parametrize(
    "text",
    [
        "It could not be established who shelled the market in Arkel.",
        "It was not immediately clear who shelled the market.",
        "It was not clear which side shelled the market.",
        "It remains unclear who shelled the market.",
        "It is not known who shelled the market.",
        "Nobody knows who shelled the market.",
        "The mayor said that it was not known who had shelled the market.",
        "The Northern Army said it did not know who had shelled the market.",
        "Investigators could not determine who shelled the market.",
        "The mission was unable to establish who shelled the market.",
        "Who shelled the market is not known.",
    ],
)
def test_a_deed_whose_doer_nobody_knows_is_left_open(read: Read, text: str) -> None:
    claim = at(read(text).claims, "shelled")
    assert (claim.certainty, texts(claim.actors)) == ("unknown", [])
    assert claim.hedges


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It is known who shelled the market.", "certain"),
        ("The mission established who shelled the market.", "certain"),
        ("The mayor did not say when rebels shelled the market.", "certain"),
        ("It was not clear whether rebels had shelled the market.", "unknown"),
        ("Reports that rebels shelled the market could not be verified.", "possible"),
        ("The claim that rebels shelled the market could not be verified.", "possible"),
    ],
)
def test_what_else_is_known_or_not(read: Read, text: str, certainty: str) -> None:
    assert at(read(text).claims, "shelled").certainty == certainty


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No witness heard shelling in Arkel.", "shelling"),
        ("Residents did not see any raid.", "raid"),
        ("Nobody saw the army shell the market.", "shell"),
        ("No resident heard a blast in Arkel.", "blast"),
        ("The monitor did not record shelling in Arkel.", "shelling"),
    ],
)
def test_what_nobody_noticed_is_negative_and_no_more_than_possible(
    read: Read, text: str, trigger: str
) -> None:
    claim = at(read(text).claims, trigger)
    assert (claim.polarity, claim.certainty) == ("negative", "possible")


def test_a_town_that_sees_no_fighting_has_none(read: Read) -> None:
    claim = at(read("Arkel has seen no fighting since Friday.").claims, "fighting")
    assert (claim.polarity, claim.certainty) == ("negative", "certain")


@pytest.mark.parametrize(
    ("text", "status", "polarity"),
    [
        ("The army will not hesitate to shell the port.", "forecast", "positive"),
        ("The army would not hesitate to shell the port, it said.", "forecast", "positive"),
        ("The army did not hesitate to shell the port.", "occurred", "positive"),
        ("The army hesitated to shell the port.", "occurred", "negative"),
    ],
)
def test_who_does_not_hesitate_does_it(
    whole: Reader, text: str, status: str, polarity: str
) -> None:
    claim = at(whole.read(document(text)).claims, "shell")
    assert (claim.status, claim.polarity) == (status, polarity)
