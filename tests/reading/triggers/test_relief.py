"""Ordinary words of aid, sanctions and cooperation, as wires and agencies write them."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("Jordan set up a field hospital in Khan Younis.", "set up", "AID", None),
        ("Peacekeepers escorted 300 residents to safety in Bor.", "escorted", "AID", None),
        ("Uganda took in 30,000 refugees in March.", "took in", "AID", None),
        ("Helicopters dropped food and water to villagers in Derna.", "dropped", "AID", None),
        ("Helicopters dropped barrel bombs on Derna.", "dropped", "ASSAULT", "aerial"),
        ("Poland handed over 14 tanks to Ukraine.", "handed over", "AID", None),
        ("The rebels handed over their rifles in Gao.", "handed over", "RETREAT", "disarm"),
        ("The ministry ordered two consuls to leave.", "ordered", "SANCTION", "expel"),
        ("The club expelled Russia from the council.", "expelled", "SANCTION", "expel"),
        ("The army expelled the rebels from Kherson.", "expelled", "CONTROL", "gain"),
        ("The treasury added three firms to its sanctions list.", "added", "SANCTION", None),
        ("Canada barred the generals from entering the country.", "barred", "SANCTION", None),
        ("India banned flights from Pakistan.", "banned", "SANCTION", None),
        ("The US revoked the visas of four ministers.", "revoked", "SANCTION", None),
        ("The US designated the group a terrorist body.", "designated", "SANCTION", None),
        ("The tribunal jailed two rebel leaders.", "jailed", "SANCTION", "convict"),
        ("Police jailed ten activists on Monday.", "jailed", "COERCE", "arrest"),
        ("Iran and Saudi Arabia reopened their embassies.", "reopened", "SUPPORT", None),
        ("Egypt and Sudan resumed trade.", "resumed", "COOPERATE", None),
        ("Russia and China conducted a joint bomber patrol.", "patrol", "COOPERATE", None),
        ("Armenia took part in a NATO exercise.", "exercise", "COOPERATE", None),
        ("The two navies exercised off Karachi.", "exercised", "COOPERATE", None),
        ("Iran sold drones to Russia.", "sold", "COOPERATE", None),
        ("The emirate hosts a French naval base.", "hosts", "COOPERATE", None),
        ("British and Estonian soldiers train together.", "train", "COOPERATE", None),
        ("Israel passed satellite images to Washington.", "passed", "COOPERATE", None),
    ],
)
def test_it_is_read_in_its_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


def test_who_is_told_that_others_leave_is_not_expelled(whole: Reader) -> None:
    text = "The minister told the ambassador that troops would leave."
    assert "SANCTION" not in {c.event for c in whole.read(document(text)).claims}


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The agency vaccinated 12,000 children against cholera in Aden.", ["vaccinated"]),
    ],
)
def test_whom_aid_is_for_and_against_what_is_no_second_claim(
    whole: Reader, text: str, triggers: list[str]
) -> None:
    assert [c.trigger.text for c in whole.read(document(text)).claims] == triggers


def test_what_is_traded_has_no_part_in_it(whole: Reader) -> None:
    (found,) = whole.read(document("India bought 36 jets from France.")).claims
    assert (texts(found.actors), texts(found.recipients)) == (["India", "France"], [])
