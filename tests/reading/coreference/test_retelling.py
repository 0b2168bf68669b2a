"""Attacks told again have what the attack told before had: who, whom, where and when."""

from __future__ import annotations

import pytest

from fogline.model import Claim
from tests.reading.sentences import Read, at, texts


def told(claim: Claim) -> tuple[list[str], list[str], list[str]]:
    """Return who acts, who is acted on and where, as mentioned."""
    return texts(claim.actors), texts(claim.recipients), texts(claim.places)


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        # A clause that only tells who made it, or that it happened: all of the attack before.
        ("Air strikes killed seven people in Idlib. The raids were carried out by Turkey.", "raids",
         (["Turkey"], ["seven people"], ["Idlib"])),
        ("A car bomb killed nine recruits in Homs. Al-Shabaab claimed the attack.", "attack",
         (["Al-Shabaab"], ["nine recruits"], ["Homs"])),
        ("A blast killed nine recruits in Homs. The blast occurred at a checkpoint.", "blast#2",
         ([], ["nine recruits"], ["Homs"])),
        ("A blast killed nine recruits in Homs. Militants were behind the attack.", "attack",
         (["Militants"], ["nine recruits"], ["Homs"])),
        # What came of it counts others, and another side's is another attack.
        ("Air strikes killed seven people in Idlib. The raids also wounded two nurses.", "raids",
         ([], ["two nurses"], ["Idlib"])),
        ("Air strikes killed seven people in Idlib. Turkish raids hit a mill.", "raids",
         (["Turkish"], ["mill"], [])),
        # "That" points at what was told last, even if only by what it destroyed.
        ("A warplane badly damaged a clinic in Homs. That bombardment wounded two nurses.",
         "bombardment", (["warplane"], ["two nurses"], ["Homs"])),
        # The last attack of the same kind, not the one of another.
        ("A bomber blew himself up in Homs and gunmen opened fire. Ten men died in the blast.",
         "blast", (["bomber"], ["Ten men"], ["Homs"])),
    ],
)  # fmt: skip
def test_what_an_attack_told_again_takes(
    text: str, trigger: str, wanted: tuple[list[str], list[str], list[str]], read: Read
) -> None:
    word, _, which = trigger.partition("#")
    found = [c for c in read(text).claims if word in c.trigger.text]
    assert told(found[int(which or 1) - 1]) == wanted


def test_what_was_only_planned_is_not_told_again_as_made(read: Read) -> None:
    text = "The militia plans attacks on Homs. The attack wounded two nurses."
    last = read(text).claims[-1]
    assert told(last) == ([], ["two nurses"], [])


def test_an_attack_of_two_sentences_ago_is_not_meant(read: Read) -> None:
    text = (
        "Jets bombed a mill in Homs. The governor met the envoys in Geneva. "
        "Rebels released a pilot. The raids lasted an hour."
    )
    assert told(at(read(text).claims, "raids")) == ([], [], [])


@pytest.mark.parametrize(
    ("again", "places"),
    [("The attacks lasted an hour.", []), ("The shelling lasted an hour.", ["Azaz"])],
)
def test_a_plural_may_sum_up_attacks_on_several_places(
    again: str, places: list[str], read: Read
) -> None:
    text = f"Shelling hit a mill in Homs. Rockets hit a bakery in Azaz. {again}"
    assert texts(read(text).claims[-1].places) == places


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Jets bombed a mill in Homs on Monday. The bombing destroyed a bridge.", "bombing",
         "2024-03-04"),
        ("Gunmen attacked Homs on Monday. Nine soldiers were wounded.", "wounded", "2024-03-04"),
        ("Gunmen attacked Homs on Monday. The garrison repelled the assault.", "repelled",
         "2024-03-04"),
        # With a day, a place or an actor of its own it is told for itself.
        ("Jets bombed a mill in Homs on Monday. The bombing on Tuesday wounded six.", "bombing",
         "2024-03-05"),
        ("Gunmen attacked Homs on Monday. Nine soldiers were wounded in Azaz.", "wounded",
         "2024-03-06"),
        ("Gunmen attacked Homs on Monday. Soldiers killed a nurse.", "killed", "2024-03-06"),
        ("Gunmen have attacked Homs since January. Nine soldiers were wounded.", "wounded",
         "2024-03-06"),
        ("Gunmen attacked Homs on Monday. Police are holding two men.", "holding", "2024-03-06"),
    ],
)  # fmt: skip
def test_when_what_is_told_of_an_attack_happened(
    text: str, trigger: str, day: str, read: Read
) -> None:
    when = at(read(text).claims, trigger).when
    assert (when.start, when.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "place"),
    [
        ("Rebels seized Sarrin on Monday. Its capture cut a road.", "capture", ["Rebels"],
         "Sarrin"),
        ("Rebels seized Sarrin on Monday. The capture of the town cut a road.", "capture",
         ["Rebels"], "Sarrin"),
        ("Rebels seized Sarrin on Monday. The capture of Manbij cut a road.", "capture", [],
         "Manbij"),
        ("Rebels left Sarrin on Monday. The army announced its capture of Manbij.", "capture",
         ["army"], "Manbij"),
    ],
)  # fmt: skip
def test_who_took_a_place_is_told_again(
    text: str, trigger: str, actors: list[str], place: str, read: Read
) -> None:
    found = at(read(text).claims, trigger)
    assert (texts(found.actors), found.places[0].name) == (actors, place)


def test_the_day_of_speaking_is_not_the_day_of_who_fell(read: Read) -> None:
    text = (
        "Bodies lie in the streets after the battle for the town, the mayor said on Monday."
        " Nine soldiers were killed."
    )
    claims = read(text, published="2024-03-06").claims
    killed = next(c for c in claims if c.trigger.text == "killed")
    assert (killed.when.start, killed.when.basis) == ("2024-03-06", "default")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jets hit Homs on Tuesday. What is certain is that the attack announced for Friday did "
         "not come.", []),
        ("Jets hit Homs on Tuesday. The attack expected on Friday has not begun.", []),
        ("Jets hit Homs on Tuesday. The attack lasted an hour.", ["Homs"]),
    ],
)  # fmt: skip
def test_an_attack_yet_to_come_is_not_the_one_that_was_made(
    text: str, places: list[str], read: Read
) -> None:
    assert texts(at(read(text).claims, "attack").places) == places


@pytest.mark.parametrize("doer", ["army", "rebels"])
@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("The {} shelled the bridge on Monday.", "Ten died in the shelling of the market.", False),
        ("The {} bombed a bakery in Homs.", "Ten died in the bombing of two schools.", False),
        ("The {} shelled the market on Monday.", "Ten died in the shelling of the market.", True),
        ("The {} shelled the clinic on Monday.", "Ten died in the shelling of the building.", True),
        (
            "The {} shelled the bridge by the market.",
            "Ten died in the shelling of the market.",
            True,
        ),
        ("The {} shelled Homs on Monday.", "Ten died in the shelling of the market.", True),
        ("The {} shelled the bridge on Monday.", "Ten died in the shelling.", True),
    ],
)
def test_an_attack_on_another_building_is_not_the_one_before(
    read: Read, doer: str, first: str, again: str, same: bool
) -> None:
    claims = read(f"{first.format(doer)} {again}").claims
    deed = next(c for c in claims if c.trigger.text in {"shelling", "bombing"})
    assert texts(deed.actors) == ([doer] if same else [])
