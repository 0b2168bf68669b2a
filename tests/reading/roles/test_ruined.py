"""What fell in and who is in hospital, where the attack is told behind them."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "harmed"),
    [
        ("Houses in Goma collapsed after an air strike on Sunday.", "strike", {"Houses"}),
        ("A school in Taiz came down after a Saudi air raid.", "raid", {"school"}),
        ("Two policemen are in hospital after an air strike on Kutum.", "strike",
         {"Two policemen"}),
        ("Four of its guards were taken to hospital after a rocket struck a depot in Basra.",
         "struck", {"Four of its guards", "depot"}),
        ("Twenty people were buried under rubble when their house collapsed in a Russian strike on "
         "Kharkiv.", "strike", {"Twenty people", "house"}),
        ("The mayor is in hospital after a drone attack in Kutum.", "drone", {"mayor"}),
    ],
)  # fmt: skip
def test_what_an_attack_brought_down_is_harmed_by_it(
    whole: Reader, text: str, trigger: str, harmed: set[str]
) -> None:
    assert set(texts(at(whole.read(document(text)).claims, trigger).recipients)) == harmed


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The government collapsed after the raid on Goma.", "raid"),
        ("Residents came down to the square after an air strike on Goma.", "strike"),
        ("Protesters burned flags after an air strike on Goma.", "strike"),
        ("The talks collapsed after an air strike on Goma.", "strike"),
        ("The attacker is in hospital after the stabbing in Goma.", "stabbing"),
        ("Two gunmen are in hospital after the raid on Goma.", "raid"),
        ("The rebels were crushed in the attack on Goma.", "attack"),
    ],
)
def test_what_only_follows_an_attack_is_not(whole: Reader, text: str, trigger: str) -> None:
    assert not at(whole.read(document(text)).claims, trigger).recipients


@pytest.mark.parametrize(
    ("text", "trigger", "killed", "injured"),
    [
        ("Two policemen are in hospital after an air strike on Kutum.", "strike", None, 2),
        ("Five people remain in hospital after the bombing of a market.", "bombing", None, 5),
        ("A boy was crushed when a wall came down in the shelling of Kutum.", "shelling", 1, None),
        ("Two men died in hospital after the shelling of Kutum.", "shelling", 2, None),
        ("Two bodies were taken to hospital after the shelling of Kutum.", "shelling", 2, None),
        ("Two cars were crushed in the shelling of Kutum.", "shelling", None, None),
        ("Two guards were crushed under a wall in the shelling of Kutum.", "shelling", 2, None),
        ("Nine men were crushed to death in the shelling of Kutum.", "shelling", 9, None),
        ("Resistance was crushed in Kutum after a raid.", "raid", None, None),
        ("The Taliban were crushed after the attack on Kunduz.", "attack", None, None),
        ("Two rebel groups were crushed in the raid on Kutum.", "raid", None, None),
        ("Two bridges destroyed in Kherson, policemen hurt in Odesa", "hurt", None, None),
    ],
)
def test_they_are_counted(
    whole: Reader, text: str, trigger: str, killed: int | None, injured: int | None
) -> None:
    told = at(whole.read(document(text)).claims, trigger).casualties
    assert [r and r.min for r in (told.killed, told.injured)] == [killed, injured]


def test_who_lives_in_shelters_is_displaced(whole: Reader) -> None:
    text = "Some 5,000 residents of Kutum are now in shelters."
    told = at(whole.read(document(text)).claims, "shelters").casualties
    assert told.displaced is not None and told.displaced.min == 5000


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("A nurse lost a leg to an air strike in Kharkiv.", "strike", ["nurse"]),
        ("A farmer lost his right foot to a mine near Surin.", "mine", ["farmer"]),
        ("Two children lost a hand in the blast in Kabul.", "blast", ["Two children"]),
        ("The rebels lost interest after the blast in Kabul.", "blast", []),
    ],
)
def test_who_loses_a_limb_is_harmed(whole: Reader, text: str, trigger: str, who: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).recipients) == who
