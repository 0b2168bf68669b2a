"""What somebody forbears to do is not done; "held off on strikes" was read as strikes made and as
an attack repelled.
"""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, document


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked the port as Russia held off on renewed air strikes.", "strikes"),
        ("The army held off on shelling Goma for two days.", "shelling"),
        ("Mirland held back from attacking the convoy.", "attacking"),
        ("The monitor said a halt to the bombing of Aleppo was holding.", "bombing"),
        ("A pause in the shelling of Khartoum continued on Tuesday.", "shelling"),
    ],
)
def test_what_is_left_for_now_is_negative(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army did not hold off on shelling Goma.", "shelling"),
        ("The army held off an attack on Goma.", "attack"),
        ("The rebels held back the advance of the army on Goma.", "advance"),
        ("The shelling of Khartoum continued on Tuesday.", "shelling"),
    ],
)
def test_what_goes_on_or_is_held_off_is_positive(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


def test_who_holds_off_on_a_deed_repels_nobody(read: Read) -> None:
    found = read("The army held off on shelling Goma for two days.").claims
    assert {c.event for c in found} == {"ASSAULT"}


def test_what_a_town_braces_for_is_to_come(whole: Reader) -> None:
    found = whole.read(document("The east of Aleppo braces for renewed bombardment.")).claims
    assert at(found, "bombardment").status == "forecast"
