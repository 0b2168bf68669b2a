"""An aircraft that lands hits nobody; what puts a thing out of use has damaged it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document, texts


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Two passenger jets from Dubai landed in Kabul on Monday.", []),
        ("Passenger jets landed at the airport of Aleppo.", []),
        ("A cargo plane landed in Port Sudan.", ["MOBILIZE"]),
        ("Military jets landed at the Hmeimim air base.", ["MOBILIZE"]),
        ("A missile landed near Haifa.", ["ASSAULT"]),
        ("Rebels shot down a passenger jet near Goma.", ["ASSAULT"]),
    ],
)
def test_aircraft_that_land(whole: Reader, text: str, events: list[str]) -> None:
    assert [c.event for c in whole.read(document(text)).claims] == events


@pytest.mark.parametrize(
    ("text", "trigger", "hit"),
    [
        ("Two tanks were put out of action near Avdiivka.", "put out", ["Two tanks"]),
        ("The airport was put out of service by shelling.", "shelling", ["airport"]),
        ("Shelling rendered the bridge unusable.", "Shelling", ["bridge"]),
    ],
)
def test_what_is_put_out_of_use(whole: Reader, text: str, trigger: str, hit: list[str]) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, texts(found.recipients)) == ("ASSAULT", hit)


@pytest.mark.parametrize(
    ("text", "trigger", "taken"),
    [
        ("The village was captured with five men wounded.", "captured", []),
        ("The base was captured with five soldiers killed and ten wounded.", "captured", []),
        ("The commander was captured with five men wounded.", "captured", ["commander"]),
        ("The commander was captured with five of his men.", "captured", ["commander"]),
    ],
)
def test_with_what_loss_a_place_was_taken(
    whole: Reader, text: str, trigger: str, taken: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).recipients)[:1] == taken


def test_who_points_to_a_raid_as_proof_is_no_source_of_it(claim: One) -> None:
    text = "The envoy pointed to the shelling of Kharkiv as proof that Russia did not want peace."
    assert [source.kind for source in claim(text, "shelling").attribution] == ["author"]
