"""Who only tells of, guards or meets a deed, or is named beside its victims, has not done it; they
were read as its doers.
"""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


def doers(whole: Reader, text: str, trigger: str) -> list[str]:
    """Return who does something, by the reader as it ships."""
    return texts(at(whole.read(document(text)).claims, trigger).actors)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Observatory said one died in the blast in Gao and that it wounded 20.", "blast"),
        ("Wire Kamil Nasri Explosion in Damascus.", "Explosion"),
        ("Sputnik Explosion in Damascus.", "Explosion"),
        ("The shrine is guarded by troops but has been the target of several attacks.", "attacks"),
        ("The base, which is defended by Wagner fighters, was the target of raids.", "raids"),
        ("Ukrainian troops repelled their assault on Avdiivka.", "assault"),
        ("The army held off an attack on Goma.", "attack"),
        ("The council failed to take action to help them or stop the raid on Gao.", "raid"),
        ("Ethiopia's army denied bombing Mekelle. The strikes killed ten people.", "strikes"),
    ],
)
def test_who_stands_by_a_deed_has_not_done_it(whole: Reader, text: str, trigger: str) -> None:
    assert doers(whole, text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("The Boko Haram blast in Borno killed ten.", "blast", "Boko Haram"),
        ("The town was defended by rebels and shelled by the army.", "shelled", "army"),
        ("Troops killed 29 militants and foiled their attack on Goma.", "attack", "29 militants"),
        ("The garrison held off two rebel assaults on Goma.", "assaults", "rebel"),
        ("Ethiopia's army bombed Mekelle. The strikes killed ten.", "strikes", "Ethiopia's army"),
        ("Rebels accused residents of cooperation with the army and shot two.", "shot", "Rebels"),
    ],
)
def test_who_does_it_stays(whole: Reader, text: str, trigger: str, doer: str) -> None:
    assert doers(whole, text, trigger) == [doer]


def test_with_whom_it_is_done_does_it_too(whole: Reader) -> None:
    text = "The army, in cooperation with the Russian air force, bombed Homs."
    assert doers(whole, text, "bombed") == ["army", "Russian air force"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Insulin had run out.", "run out", []),
        ("Food supplies in the camp ran out.", "ran out", []),
        ("Medicine has yet to arrive.", "arrive", []),
        ("The rebels ran out of ammunition.", "ran out", ["rebels"]),
        ("The hospital ran out of insulin.", "ran out", ["hospital"]),
        ("Aid trucks left the port.", "left", ["Aid trucks"]),
    ],
)
def test_what_runs_out_is_no_party(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    """Some goods were actors and some were not: "Insulin", but not "fuel"."""
    assert doers(whole, text, trigger) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Canada pledged CAD 5 million.", "pledged", []),
        ("Canada pledged CAD 5 million to Mali.", "pledged", ["Mali"]),
        ("Norway gave NOK 30 million in aid.", "gave", []),
        ("Norway gave 30 million NOK in aid.", "gave", []),
    ],
)
def test_a_sum_of_money_is_given_to_others(
    whole: Reader, text: str, trigger: str, recipients: list[str]
) -> None:
    claims = whole.read(document(text)).claims
    assert texts(at(claims, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Fifty RSF were captured in Bara.", ["Fifty RSF"]),
        ("The army captured 12 YPG in Bara.", ["12 YPG"]),
        ("The army captured six ISF near Bara.", ["six ISF"]),
    ],
)
def test_three_letters_behind_a_count_are_people(
    whole: Reader, text: str, recipients: list[str]
) -> None:
    claims = whole.read(document(text)).claims
    assert texts(at(claims, "captured").recipients) == recipients
