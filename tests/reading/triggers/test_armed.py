"""Words of war beside what turns their sense: "an armed strike", "suppressed the batteries"."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The ELN declared an armed strike in Chocó.", "armed strike", "COERCE", "restrict"),
        ("The strike hit a depot in Idlib.", "strike", "ASSAULT", "aerial"),
        ("The firing points on the ridge were suppressed.", "suppressed", "ASSAULT", None),
        ("Gunners suppressed the rebel batteries near Kora.", "suppressed", "ASSAULT", None),
        ("The police suppressed the protests in Baku.", "suppressed", "COERCE", None),
        ("The army did not spare the hospitals in Homs.", "spare", "ASSAULT", None),
    ],
)
def test_the_word_beside_tells_the_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    """Armed strikes, which close roads and shops, were taken for raids from the air."""
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


def test_who_is_killed_during_an_armed_strike_is_told_apart(claim: One) -> None:
    found = claim("During the armed strike, gunmen murdered two boatmen.", "murdered")
    assert (found.event, texts(found.recipients)) == ("ASSAULT", ["two boatmen"])


def test_who_a_report_does_not_spare_is_not_attacked(whole: Reader) -> None:
    text = "The junta's forces are not spared in the report."
    assert not whole.read(document(text)).claims


@pytest.mark.parametrize(
    "text",
    [
        "The general said he could not spare soldiers for Kherson.",
        "The rebels could not spare fighters from the front.",
        "The army cannot spare a brigade for Bakhmut.",
        "The militia can spare no men for the village.",
        "The police cannot spare officers for the town.",
    ],
)
def test_who_has_no_troops_to_spare_attacks_nobody(whole: Reader, text: str) -> None:
    assert not whole.read(document(text)).claims


@pytest.mark.parametrize("whom", ["the villagers", "women and children", "the nurses"])
def test_whom_an_army_does_not_spare_it_attacks(whole: Reader, whom: str) -> None:
    found = at(whole.read(document(f"The army did not spare {whom} in Kora.")).claims, "spare")
    assert (found.event, found.polarity) == ("ASSAULT", "positive")


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("At least twelve bodies were recovered from Kora.", "bodies", 12),
        ("The bodies of nine villagers were found near Kora.", "bodies", 9),
        ("Rescuers recovered thirty bodies from the rubble in Gaza.", "bodies", 30),
    ],
)
def test_the_dead_who_are_found_are_a_claim(
    whole: Reader, text: str, trigger: str, killed: int
) -> None:
    """They were missed, or taken for people who were rescued."""
    (found,) = whole.read(document(text)).claims
    assert (found.trigger.text, found.event, found.mode) == (trigger, "ASSAULT", None)
    assert found.casualties.killed is not None
    assert found.casualties.killed.min == killed


@pytest.mark.parametrize("text", ["The body of the commission met.", "The bodies were blessed."])
def test_bodies_that_nobody_finds_are_none(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.event == "ASSAULT"]


@pytest.mark.parametrize("mines", ["one of those mines", "one of two mines", "a mine"])
def test_who_steps_on_one_of_several_mines_is_hit(claim: One, mines: str) -> None:
    found = claim(f"A farmer stepped on {mines} near Kora and lost a leg.", "stepped on")
    assert (found.mode, texts(found.recipients)) == ("explosives", ["farmer"])


@pytest.mark.parametrize(
    ("first", "second", "who", "polarity"),
    [
        ("The Houthis attacked the dam.", "They are not in the city.", "Houthis", "negative"),
        ("The soldiers have gone.", "They are no longer in the village.", "soldiers", "negative"),
        ("The rebels shelled the road.", "They are in the valley.", "rebels", "positive"),
    ],
)
def test_they_who_are_somewhere_are_the_force_told_of(
    claim: One, first: str, second: str, who: str, polarity: str
) -> None:
    found = claim(f"{first} {second}", "in")
    assert (found.event, found.mode, found.polarity) == ("CONDITION", "presence", polarity)
    assert texts(found.actors) == [who]


def test_where_they_are_is_the_place(whole: Reader) -> None:
    text = "The soldiers came to Goma. They are in the town."
    assert texts(at(whole.read(document(text)).claims, "in").places) == ["town"]


def test_they_who_are_in_a_vague_region_are_nowhere(read: Read) -> None:
    found = read("The rebels attacked. They are in a difficult region.")
    assert "presence" not in {c.mode for c in found.claims}


def test_they_who_are_no_force_are_nowhere(read: Read) -> None:
    found = read("Rebels held the boys in Kora. The boys were freed. They are in the school.")
    assert "presence" not in {c.mode for c in found.claims}


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers recovered the bodies of four miners near Kora after a landslide.",
        "Divers recovered nine bodies from a sunken ferry off Pemba.",
        "No bodies were found in the mass grave.",
        "The guns boomed in salute to the queen in Amman.",
        "The defence of the rebels collapsed in court.",
    ],
)
def test_mishaps_honours_and_trials_are_no_attack(whole: Reader, text: str) -> None:
    told = {c.event for c in whole.read(document(text)).claims}
    assert not told & {"ASSAULT", "CONTROL"}


def test_whose_killing_is_told_are_not_found_dead_besides(whole: Reader) -> None:
    text = "The agency collected the bodies of soldiers killed last week in Kora."
    assert [c.trigger.text for c in whole.read(document(text)).claims] == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Police walked in the procession through Kampala.",
        "The gunmen walked through the market and opened fire.",
        "The troops walked for three days in the desert.",
    ],
)
def test_who_walked_is_not_there(whole: Reader, text: str) -> None:
    assert "presence" not in {c.mode for c in whole.read(document(text)).claims}


def test_who_drives_fans_from_a_stadium_displaces_nobody(whole: Reader) -> None:
    text = "Police expelled thousands of football fans from the stadium."
    assert "displace" not in {c.mode for c in whole.read(document(text)).claims}
