"""Days that stand in an event's sentence and date another deed."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, document


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The army on Tuesday accused the rebels of shelling Bara.", "shelling", "2024-03-05"),
        ("On Sunday the rebels accused the army of bombing Bara.", "bombing", "2024-03-03"),
        ("The army on Friday denied shelling the market.", "shelling", "2024-03-01"),
        ("The army on Sunday claimed the capture of Bara.", "capture", "2024-03-03"),
    ],
)
def test_the_day_of_a_charge_or_denial_only_bounds_the_deed(
    claim: One, text: str, trigger: str, day: str
) -> None:
    when = claim(text, trigger).when
    assert when.end == day
    assert when.spoken


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Kyiv accused Moscow of attacking Kharkiv on Sunday.", "attacking", "2024-03-03"),
        ("Rebels on Monday accused troops of bombing Bara on Friday.", "bombing", "2024-03-01"),
        ("The army shelled Bara as a reply to rebels on Tuesday.", "shelled", "2024-03-05"),
    ],
)
def test_a_day_behind_the_deed_is_its_own(claim: One, text: str, trigger: str, day: str) -> None:
    when = claim(text, trigger).when
    assert when.start == day
    assert not when.spoken


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Four of six drivers kidnapped on Friday near Gao have been released.", "released"),
        ("Two aid workers abducted last month in Menaka were freed.", "freed"),
        ("The army freed hostages seized in January in Kaduna.", "freed"),
        ("The town, captured on Friday, was retaken.", "retaken"),
        ("The killing of drivers abducted on Monday in Gao was condemned.", "killing"),
    ],
)
def test_the_day_of_what_befell_somebody_before_does_not_date_what_followed(
    claim: One, text: str, trigger: str
) -> None:
    assert claim(text, trigger).when.basis == "default"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Drones launched on Monday hit the airport of Port Sudan.", "hit"),
        ("An attack carried out on Monday killed five people in Gao.", "attack"),
        ("Ten people were killed in villages shelled on Monday near Kharkiv.", "shelled"),
        ("Police fired on a protest held on Monday in Nairobi.", "fired"),
    ],
)
def test_the_day_of_what_was_sent_or_held_is_that_of_the_deed(
    claim: One, text: str, trigger: str
) -> None:
    assert claim(text, trigger).when.start == "2024-03-04"


def test_the_same_period_is_the_stretch_told_before(claim: One) -> None:
    text = (
        "Rebels will likely launch an offensive on Goma by the end of May."
        " It is unlikely that they will take Bukavu in the same period."
    )
    when = claim(text, "take").when
    assert (when.start, when.end) == ("2024-03-06", "2024-05-31")


def test_who_blames_somebody_for_the_attack_means_the_day_told_before(whole: Reader) -> None:
    text = (
        "A missile hit a school in Kherson on Sunday, the council said."
        " Three children were killed, it said on Monday, blaming the army for the attack."
    )
    claims = whole.read(document(text)).claims
    attack = next(c for c in claims if c.trigger.text == "attack")
    assert attack.when.start == "2024-03-03"


@pytest.mark.parametrize("day", ["Sunday onwards", "Sunday onward", "Sunday on"])
def test_a_day_from_which_on_it_is_done_is_the_deeds(claim: One, day: str) -> None:
    when = claim(f"Troops shifted from {day} to Goma.", "shifted").when
    assert (when.text, when.start) == ("Sunday", "2024-03-03")
