"""Whose "the ministry" is where the report says where it was filed."""

from __future__ import annotations

import pytest

from fogline.reading.actors.belonging import filed
from fogline.reading.tables import rows
from tests.reading.sentences import One, cited


@pytest.mark.parametrize(
    ("text", "trigger", "body"),
    [
        (
            "MOSCOW, May 29. The Defence Ministry said that its troops took Lyptsi near Kharkiv.",
            "took",
            "ru-defence-ministry",
        ),
        (
            "KYIV (Wire) - The Defence Ministry said that drones hit Belgorod and Kursk in Russia.",
            "hit",
            "ua-defence-ministry",
        ),
        (
            "KIGALI, 3 May - The defence ministry said that no troops had entered Goma.",
            "entered",
            "rw-defence-ministry",
        ),
        # from a bureau next door it is told of a neighbour's war
        (
            "BEIRUT (Wire) - The defence ministry said that its jets bombed Idlib in Syria.",
            "bombed",
            None,
        ),
        (
            "MOSCOW, May 29. Ukraine's Defence Ministry said that its troops left Lyptsi.",
            "left",
            "ua-defence-ministry",
        ),
    ],
)
def test_a_bare_ministry_is_that_of_the_capital_where_the_report_was_filed(
    claim: One, text: str, trigger: str, body: str | None
) -> None:
    (source,) = cited(claim(text, trigger))
    assert source.id == body


@pytest.mark.parametrize("row", list(rows("states", "bureaus.csv")), ids=lambda row: row["iso"])
def test_a_bureaus_capital_tells_no_country_and_another_does(row: dict[str, str]) -> None:
    assert filed(row["example"]) is None
    assert filed(row["example"].replace(row["capital"].upper(), "KYIV")) == "UA"


@pytest.mark.parametrize(
    ("text", "trigger", "body"),
    [
        (
            "Kenyan police shot two men in Nairobi. In Kampala, security forces arrested a judge.",
            "arrested",
            "ug-police",
        ),
        (
            "Kenyan police shot two men in Nairobi. Security forces arrested a judge in Uganda.",
            "arrested",
            "ug-police",
        ),
        (
            "Kenyan police shot two men in Nairobi. Security forces also arrested a judge.",
            "arrested",
            "ke-police",
        ),
        (
            "Syrian police shot two men in Homs. In Beirut, security forces raided a flat.",
            "raided",
            "lb-police",
        ),
    ],
)
def test_police_are_those_of_the_country_where_they_act(
    claim: One, text: str, trigger: str, body: str
) -> None:
    """In a text on Kenya the security forces of Kampala were Kenya's."""
    assert [actor.id for actor in claim(text, trigger).actors] == [body]


@pytest.mark.parametrize("row", list(rows("states", "lacking.csv")), ids=lambda row: row["iso"])
def test_a_state_without_an_army_is_not_whose_the_army_is(claim: One, row: dict[str, str]) -> None:
    (army,) = claim(f"{row['example']}.", "bombed").actors
    assert army.id is None
    assert row["iso"].lower() == "ps"
    (source,) = cited(claim("Gunmen killed a man in Gaza City, the police said.", "killed"))
    assert source.id == "ps-police"
