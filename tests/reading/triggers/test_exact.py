"""Words that an idiom shares with plain talk: verdicts, potshots, ground that gives way, prices."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import document, texts


def _told(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    return [(c.event, c.mode) for c in reader.read(document(text)).claims]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The tribunal found the colonel not guilty of murder.", "negative"),
        ("Three guards were found not guilty.", "negative"),
        ("The editor was found guilty of nothing.", "negative"),
        ("The judges did not find the colonel guilty.", "negative"),
        ("The judges acquitted the colonel.", "negative"),
        ("The tribunal found the colonel guilty of murder.", "positive"),
    ],
)
def test_who_is_found_not_guilty_is_not_convicted(whole: Reader, text: str, polarity: str) -> None:
    (found,) = whole.read(document(text)).claims
    assert (found.event, found.mode, found.polarity) == ("SANCTION", "convict", polarity)


def test_a_guilty_man_who_is_found_is_not_convicted(whole: Reader) -> None:
    assert ("SANCTION", "convict") not in _told(whole, "The tribunal found no guilty officer.")


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("Militants took potshots at the patrol near Goma.", "ASSAULT", "firearms"),
        ("A sailor took potshots at a drone.", "ASSAULT", "firearms"),
        ("The senator took potshots at the generals.", "ACCUSE", "disapprove"),
        ("The defenders gave way near Sumy.", "CONTROL", "lose"),
        ("The army gave way on Sunday.", "CONTROL", "lose"),
        ("The governor gave way to the strikers.", "CONCEDE", None),
        ("The rebels gave way on the demand for an amnesty.", "CONCEDE", None),
        ("The army penned in the militants near Goma.", "CONTROL", "besiege"),
        ("The rebels bottled up the army in the valley.", "CONTROL", "besiege"),
        ("Rebels strangled the town of Sake.", "CONTROL", "besiege"),
        ("The jailers strangled two prisoners.", "ASSAULT", "primitive"),
        ("The village came under the fire control of the rebels.", "CONTROL", "besiege"),
        ("The village came under the control of the rebels.", "CONTROL", "gain"),
        ("The council hit two colonels with sanctions.", "SANCTION", None),
        ("Two colonels were hit with sanctions.", "SANCTION", None),
        ("The army hit the militants with sanctions and rockets.", "ASSAULT", None),
    ],
)
def test_who_and_what_stand_beside_tell_the_idiom(
    whole: Reader, text: str, event: str, mode: str | None
) -> None:
    assert _told(whole, text) == [(event, mode)]


@pytest.mark.parametrize(
    "text",
    [
        "The herders penned in their goats.",
        "The junta choked off dissent.",
        "Sailors boxed in the ring.",
        "The storm hit the province with tariffs rising.",
    ],
)
def test_plain_words_besiege_and_punish_nobody(whole: Reader, text: str) -> None:
    assert not _told(whole, text)


def test_what_is_aimed_at_is_not_what_it_is_done_with(whole: Reader) -> None:
    assert _told(whole, "The soldiers fired at a drone with rifles.") == [("ASSAULT", "firearms")]


@pytest.mark.parametrize(
    "text",
    [
        "Militants killed the envoy and the talks.",
        "Rebels sabotaged the pipeline and the truce.",
        "Gunmen killed the elder and the deal.",
    ],
)
def test_who_is_killed_beside_a_deal_is_killed(whole: Reader, text: str) -> None:
    (first, *others) = whole.read(document(text)).claims
    assert first.event == "ASSAULT"
    assert first.recipients
    assert all(c.event != "REJECT" for c in others)


@pytest.mark.parametrize(
    ("text", "suicide"),
    [
        ("A bomber detonated an explosive vest at the gate.", True),
        ("A woman blew up a belt strapped to her body in Kabul.", True),
        ("An officer detonated his explosive belt.", True),
        ("Sappers detonated a vest found in the school.", False),
        ("Police blew up the belt of the dead bomber.", False),
    ],
)
def test_who_blows_up_what_another_wore_is_no_bomber(
    whole: Reader, text: str, *, suicide: bool
) -> None:
    assert (("ASSAULT", "suicide-attack") in _told(whole, text)) is suicide


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The junta gave Danish troops until Friday to leave.", "expel"),
        ("The rebels gave the garrison until dawn.", "violence"),
        ("The judge gave the governor until May to answer the charges.", None),
        ("The government gave the strikers until Monday to return to work.", None),
    ],
)
def test_who_sets_a_day_for_what_tells_the_threat(
    whole: Reader, text: str, mode: str | None
) -> None:
    assert _told(whole, text) == [("THREATEN", mode)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The enemy will pay dearly for this.", ["enemy"]),
        ("The militants will regret this, the minister said.", ["militants"]),
        ("The minister said the rebels will pay a heavy price.", ["rebels"]),
        ("Iran will pay dearly for the raid, the premier said.", ["Iran"]),
    ],
)
def test_others_are_threatened_with_a_price(whole: Reader, text: str, who: list[str]) -> None:
    claims = whole.read(document(text)).claims
    (threat,) = (c for c in claims if c.event == "THREATEN")
    assert (threat.mode, texts(threat.recipients)) == ("violence", who)


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers will regret that the war ended.",
        "The army will not regret the operation, its chief said.",
        "We will regret this decision, the army chief said.",
        "The militia will pay dearly for the fuel, the minister said.",
        "The police will answer for the dead, the widow said.",
        "We will answer for your safety, the army said.",
    ],
)
def test_who_regrets_pays_or_answers_is_not_threatened(whole: Reader, text: str) -> None:
    assert all(c.event != "THREATEN" for c in whole.read(document(text)).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Anyone who works with the militia will pay dearly, the army said.",
        "The enemy will regret crossing the border, the front said.",
        "They will regret it, the rebels' statement said.",
    ],
)
def test_whoever_is_to_pay_is_threatened(whole: Reader, text: str) -> None:
    events = {(c.event, c.mode) for c in whole.read(document(text)).claims}
    assert ("THREATEN", "violence") in events


@pytest.mark.parametrize(
    "text",
    [
        "The last fighters are hemmed in along the river.",
        "The last pocket is boxed in at the lake.",
    ],
)
def test_who_is_hemmed_in_is_besieged(whole: Reader, text: str) -> None:
    [found] = whole.read(document(text)).claims
    assert (found.event, found.mode, found.actors) == ("CONTROL", "besiege", ())
