"""What is said to be in somebody's hands, or theirs."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

HELD = [
    (
        'KIA spokesman Zau Test said: "MOC 21 is completely in our hands."',
        "hands",
        ["KIA"],
        "MOC 21",
    ),
    ('KIA spokesman Zau Test: "The base is completely in our hands."', "hands", ["KIA"], "base"),
    ("Kutum is completely in rebel hands.", "hands", ["rebel"], "Kutum"),
    ("The airport is ours, the rebels said.", "ours", ["rebels"], "airport"),
    ("The base at Momauk is now in the hands of the KIA.", "hands", ["KIA"], "base at Momauk"),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "place"), HELD)
def test_what_is_in_hands_is_held(
    whole: Reader, text: str, trigger: str, actors: list[str], place: str
) -> None:
    """A base said to be "in our hands" had abducted somebody."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.event, claim.mode) == ("CONTROL", "hold")
    assert texts(claim.actors) == actors
    assert texts(claim.places) == [place]


def test_what_is_not_in_hands_is_not_held(whole: Reader) -> None:
    text = 'Rebel commander Abu Test: "Kutum was never in our hands."'
    claim = at(whole.read(document(text)).claims, "hands")
    assert (claim.event, claim.mode, claim.polarity) == ("CONTROL", "hold", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The fate of the town is in our hands.",
        "The hostages are in our hands, the group said.",
        "The house is ours, said the widow.",
    ],
)
def test_people_and_fates_are_no_places(whole: Reader, text: str) -> None:
    assert not [c for c in whole.read(document(text)).claims if c.event == "CONTROL"]


def test_a_speaker_before_a_colon_speaks_to_the_quotations_end(whole: Reader) -> None:
    """Later sentences lost the office and its body: "Brang" alone spoke."""
    text = (
        'KIA spokesman Colonel Zau Brang: "The base is ours. We have found 62 bodies of soldiers."'
    )
    claims = whole.read(document(text)).claims
    assert {c.attribution[-1].text for c in claims} == {"KIA spokesman Colonel Zau Brang"}


@pytest.mark.parametrize(
    ("text", "actors", "place", "polarity"),
    [
        ("The Kutum police station was back in police hands.", ["police"], "Kutum police station",
         "positive"),
        ("Palmyra was back in regime hands.", ["regime"], "Palmyra", "positive"),
        ("The Saraqib police station is back under rebel control.", ["rebel"],
         "Saraqib police station", "positive"),
        ("The Kutum police station is not back in police hands.", ["police"],
         "Kutum police station", "negative"),
    ],
)  # fmt: skip
def test_what_is_back_in_hands_is_one_claim(
    whole: Reader, text: str, actors: list[str], place: str, polarity: str
) -> None:
    """A police station had taken something, without a place."""
    (claim,) = whole.read(document(text)).claims
    assert (claim.event, claim.mode, claim.polarity) == ("CONTROL", "hold", polarity)
    assert (texts(claim.actors), texts(claim.places)) == (actors, [place])


@pytest.mark.parametrize(
    ("text", "actors", "place", "polarity"),
    [
        ("Goma: under M23 since January.", ["M23"], "Goma", "positive"),
        ("Lalibela: under Fano since 1 March.", ["Fano"], "Lalibela", "positive"),
        ("Bunagana is under the rebels.", ["rebels"], "Bunagana", "positive"),
        ("Kutum is not under the RSF.", ["RSF"], "Kutum", "negative"),
    ],
)
def test_what_is_under_a_group_is_held(
    whole: Reader, text: str, actors: list[str], place: str, polarity: str
) -> None:
    """The only neutral word for it in a list told nothing."""
    (claim,) = whole.read(document(text)).claims
    assert (claim.event, claim.mode, claim.status) == ("CONTROL", "hold", "ongoing")
    assert (texts(claim.actors), texts(claim.places)) == (actors, [place])
    assert claim.polarity == polarity


@pytest.mark.parametrize(
    "text", ["The brigade is under the army.", "Life under Hamas is hard in Gaza."]
)
def test_troops_and_lives_under_somebody_are_no_places(whole: Reader, text: str) -> None:
    assert not [c for c in whole.read(document(text)).claims if c.event == "CONTROL"]
