"""Which warnings are threats: of what those who warn, or those for whom they speak, will do."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import document

DENIED = "Niger's military government denied the raid. A junta officer spoke on Friday. "
TOLD = "Ukraine's president said that Russia had massed tanks. "


@pytest.mark.parametrize(
    "text",
    [
        "Tehran warned that it would close the strait.",
        "The interior minister of Niger warned that Niger would close the border.",
        "The Peruvian foreign ministry warned that Peru would strike any foreign troops.",
        "Moscow promised nothing, and its foreign ministry warned that Russia would strike Kyiv.",
        "Kyiv waits, Moscow does not, and its foreign ministry warned that Russia would strike.",
        "Kremlin spokesman Ivan Petrov warned that Moscow would strike the port.",
        "An army spokesman warned that the army would shell the town.",
        "A rebel commander warned that the rebels would execute the hostages.",
        "General Osman warned that his forces would bomb the bridge.",
        DENIED + "He warned that Niger would close the border.",
    ],
)
def test_who_warns_of_their_own_deed_threatens(whole: Reader, text: str) -> None:
    found = [(c.event, c.status) for c in whole.read(document(text)).claims][-2:]
    assert (found[0], found[1][1]) == (("THREATEN", "occurred"), "threatened")


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan foreign minister warned that Peru would strike the port.",
        "The Russian opposition leader warned that Russia would strike the port.",
        "The defence minister warned that Russia would strike Kyiv.",
        "The UN envoy warned that the rebels would attack the town.",
        "The mayor warned that the army would shell the town.",
        TOLD + "He warned that Russia would strike the port.",
    ],
)
def test_who_warns_of_anothers_deed_foresees_it(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert "THREATEN" not in {c.event for c in claims}
    assert claims[-1].status == "forecast"


@pytest.mark.parametrize("text", ["Kenya expels envoy, warns Peru over border"])
def test_a_headlines_second_verb_has_the_first_ones_subject(whole: Reader, text: str) -> None:
    claims = whole.read(document(text, role="headline")).claims
    found = [(c.event, [m.text for m in c.actors]) for c in claims]
    assert found == [("SANCTION", ["Kenya"]), ("THREATEN", ["Kenya"])]


def test_a_threat_is_to_whom_it_falls_on(whole: Reader) -> None:
    claims = whole.read(document("Tehran warned that it would strike any rebel troops.")).claims
    assert [m.text for m in claims[0].recipients] == ["rebel troops"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "“If they do not leave, we are going to shell Bor,” a commander said.",
            "threatened",
        ),
        ("“Leave Bor by Monday or we will shell it,” a rebel commander said.", "threatened"),
        ("“We are going to shell Bor,” a rebel commander said.", "forecast"),
    ],
)
def test_what_comes_where_others_do_not_heed_is_threatened(
    whole: Reader, text: str, status: str
) -> None:
    found = whole.read(document(text)).claims[-1]
    assert (found.event, found.status) == ("ASSAULT", status)


def test_the_day_of_an_ultimatum_is_the_coming_one(whole: Reader) -> None:
    text = "“If the town does not yield before Friday we are marching on it,” the warlord said."
    found = whole.read(document(text)).claims[-1]
    assert (found.status, found.when.start, found.when.end) == (
        "threatened",
        "2024-03-06",
        "2024-03-08",
    )
