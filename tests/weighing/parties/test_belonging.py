"""Two names of one doer: parts, members of an alliance, people who were sent."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import product

import pytest

from fogline.model import Mention
from fogline.reading.actors import bodies
from fogline.weighing.parties.belonging import may_be_part, of_one_body
from fogline.weighing.parties.sides import Scene, known
from fogline.weighing.views.party import Party, is_label, is_sent, party

NOWHERE = Scene()


def linked(key: str) -> Party:
    actor = bodies.of_id(key)
    assert actor, key
    return party(Mention(actor.name, name=actor.name, id=actor.id))


def called(name: str) -> Party:
    return party(Mention(name))


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (linked("saudi-coalition"), called("Emirati jets"), True),
        (linked("coalition"), called("Belgium"), True),
        (linked("coalition"), called("Belgian jets"), True),
        (linked("coalition"), called("Russia"), False),
        (linked("coalition"), called("Syrian rebels"), False),
        (linked("amisom"), called("Ugandan rebels"), False),
        (linked("amisom"), called("Ugandan troops"), True),
        (linked("nato"), linked("us-airforce"), True),
        (called("Haftar's forces"), linked("lna"), True),
        (called("the Haftars forces"), linked("lna"), True),
        (called("Haftar's forces"), linked("gna"), False),
        (called("President Bashar al-Assad's forces"), linked("sy-government"), True),
        (called("Putin's army"), called("Moscow"), True),
        (called("Putin's army"), called("Kyiv"), False),
        (linked("sy-fourth-division"), linked("sy-forces"), True),
        (called("two suicide bombers"), linked("is"), True),
        (called("snipers"), linked("il-forces"), True),
        (called("its Russian allies"), called("Moscow"), True),
        (called("its Russian allies"), called("Kyiv"), False),
        (called("Sudanese rebels"), linked("sd-forces"), False),
        (called("Harrow Brigade"), called("Selwen Guard"), False),
        (linked("rsf"), linked("sd-forces"), False),
        (linked("ru-forces"), linked("ua-forces"), False),
    ],
)
def test_two_names_of_one_doer_either_way_round(one: Party, other: Party, may: bool) -> None:
    assert may_be_part(one, other, NOWHERE) == may_be_part(other, one, NOWHERE) == may


def test_a_member_is_one_only_while_it_is_in() -> None:
    coalition, jets = linked("saudi-coalition"), called("Emirati jets")
    for year, may in ((2014, False), (2018, True), (2024, False)):
        assert may_be_part(coalition, jets, Scene(f"{year}-06-01", "YE")) == may


def test_every_alliance_is_in_the_authority_and_its_members_are_countries() -> None:
    text = files("fogline.weighing.parties").joinpath("alliances.toml").read_text("utf-8")
    for row in tomllib.loads(text)["alliance"]:
        assert bodies.of_id(row["alliance"])
        assert all(len(land) == 2 and land.isupper() for land in row["members"])
        assert row["members"] == sorted(set(row["members"])) and row["from"]


def test_of_whom_nothing_is_known_nobody_is_part() -> None:
    unknown = [called("Harrow Brigade"), called("jets"), called("rebels")]
    assert not any(known(who) for who in unknown)
    assert not any(of_one_body(a, b) for a, b in product(unknown, [*unknown, linked("is")]))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("terrorist groups", True),
        ("foreign-sponsored Takfiri terrorists", True),
        ("about 30 militants", True),
        ("armed extremists", True),
        ("rebels", False),
        ("opposition fighters", False),
        ("Kurdish militants", False),
        ("the regime", False),
    ],
)
def test_what_any_group_may_be_called_by_its_enemies(name: str, label: bool) -> None:
    assert is_label(name) == label
    linked_by_it = party(Mention(name, name="Syrian rebels", id="sy-rebels"))
    assert linked_by_it.label == label


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("Suicide bombers", True),
        ("three attackers", True),
        ("a lone gunman", False),
        ("bomber command", False),
        ("Russian pilots", False),
    ],
)
def test_people_named_by_how_they_strike_are_somebodys(name: str, sent: bool) -> None:
    assert is_sent(called(name)) == sent
