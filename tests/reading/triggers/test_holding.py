"""Who is held, what is held, who is given until a day, and whom nobody hurt."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts, told


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The group still holds two hostages.", "holds", "ASSAULT", "abduct"),
        ("Two hostages are held near Arkel.", "held", "ASSAULT", "abduct"),
        ("The kidnapped drivers are still held.", "held", "ASSAULT", "abduct"),
        ("Gunmen abducted six drivers. Two are still held.", "held", "ASSAULT", "abduct"),
        ("Police arrested six drivers. Two are still held.", "held", "COERCE", "arrest"),
        ("Police are holding three suspects in Arkel.", "holding", "COERCE", "arrest"),
        ("Rebels retain positions near Arkel.", "retain", "CONTROL", "hold"),
        ("The army retained control of Arkel.", "retained", "CONTROL", "hold"),
        ("Rebels retain a presence in the hills.", "retain", "CONDITION", "presence"),
    ],
)
def test_who_and_what_is_held(
    whole: Reader, text: str, trigger: str, event: str, mode: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    ("text", "trigger", "mode", "whom"),
    [
        ("Residents have until Friday to leave Arkel, the militants said.", "have", "expel",
         ["Residents"]),
        ("Villagers had 24 hours to evacuate the valley.", "had", "expel", ["Villagers"]),
        ("The garrison has until Sunday to surrender, rebels said.", "has", "violence",
         ["garrison"]),
        ("Anyone who works for them is a legitimate target, rebels said.", "target", "violence",
         []),
        ("Every soldier in Arkel is a target, rebels said.", "target", "violence", ["soldier"]),
    ],
)  # fmt: skip
def test_who_is_given_until_a_day_is_threatened(
    whole: Reader, text: str, trigger: str, mode: str, whom: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode, texts(found.recipients)) == ("THREATEN", mode, whom)
    assert whom == [] or texts(found.actors) != whom


@pytest.mark.parametrize(
    "text",
    [
        "The council has until Friday to vote on the deal.",
        "The refugees have had two days to rest in the camp.",
        "The bridge is a target of rebel drones.",
    ],
)
def test_another_term_or_target_is_no_threat(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert all(c.event != "THREATEN" for c in claims), told(claims)


@pytest.mark.parametrize(
    "text",
    [
        "The governor said that nobody was hurt.",
        "No one was injured.",
        "No soldiers were wounded, the governor said.",
    ],
)
def test_that_nobody_was_hurt_is_no_claim(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert not claims, told(claims)


def test_who_was_hurt_is(whole: Reader) -> None:
    claims = whole.read(document("Three soldiers were wounded, the governor said.")).claims
    assert at(claims, "wounded").polarity == "positive"


def test_a_short_form_behind_a_name_is_nobody_else(whole: Reader) -> None:
    text = "The market burned a day after the Northern Front (NF) threatened to shell it."
    assert texts(at(whole.read(document(text)).claims, "shell").recipients) == ["market"]
