"""The tables say what they mean: every entry has its example and can be used."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.weighing.measures.kinship import kinship
from fogline.weighing.occurrence.features import FEATURES
from fogline.weighing.occurrence.slots import on_condition
from fogline.weighing.sources.citations import Outlets, mentions, outlets
from fogline.weighing.views.party import is_loose
from fogline.weighing.views.retold import foretold
from fogline.weighing.views.retractions import takes_back
from fogline.weighing.zones import zone_of


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("fogline.weighing").joinpath(name).read_text("utf-8"))


def test_every_pair_of_kin_has_two_tellings_and_a_score() -> None:
    for kin in table("measures/kinship.toml")["kin"]:
        assert len(set(kin["pair"])) == len(kin["example"]) == 2
        assert 0 < kin["score"] <= 1


def test_kinship_is_symmetrical_and_knows_what_is_not_kin() -> None:
    known = kinship()
    gain, lose, aid = ("CONTROL", "gain"), ("CONTROL", "lose"), ("AID", None)
    assert known.between(gain, lose) == known.between(lose, gain) == 1.0
    assert known.between(gain, aid) == 0.0
    assert known.between(("ASSAULT", None), ("ASSAULT", "aerial")) == 0.8
    assert known.between(("MOBILIZE", "troops"), ("CONDITION", "presence")) == 0.6
    assert known.family("RETREAT") == known.family("CONTROL") == known.family("ASSAULT")
    assert known.family("SANCTION") == "SANCTION"


def test_every_agency_is_found_in_its_example() -> None:
    known = outlets([])
    for agency in table("sources/outlets.toml")["agency"]:
        named = [name for name in (agency["name"], *agency["also"]) if name in agency["example"]]
        assert named
        assert {known.key(name) for name in named} == {known.key(agency["name"])}


def test_a_name_that_others_bear_too_is_an_outlets_where_it_stands_as_a_source() -> None:
    """ "Petra Novak said" was a report by the agency, and so was what befell the town of Petra."""
    known, rows = outlets([]), table("sources/outlets.toml")
    assert [s for s in rows["outlets"] if not _named(s, known)] == []
    assert [s for s in rows["others"] if _named(s, known)] == []
    names = {name for row in rows["agency"] for name in (row["name"], *row["also"])}
    assert names.issuperset(name for row in rows["agency"] for name in row.get("shared", ()))


@pytest.mark.parametrize("name", ["Hope", "Unity", "Nova", "Orlin"])
def test_so_is_a_publishers_name_of_one_word(name: str) -> None:
    known, rows = outlets([name]), table("sources/outlets.toml")
    swapped = {
        kind: [s.replace("Petra", name) for s in rows[kind] if "Petra" in s]
        for kind in ("outlets", "others")
    }
    assert [s for s in swapped["outlets"] if not _named(s, known)] == []
    assert [s for s in swapped["others"] if _named(s, known)] == []


@pytest.mark.parametrize(
    ("kind", "sentence", "named"),
    [
        ("between", "Two jets took part, Petra {} reported.", ["petra"]),
        ("run", "Two jets took part, state-{} Petra showed.", ["petra"]),
        ("courtesy", "{} Petra said the shells came at night.", []),
        ("where", "The shells came {} Petra said two medics.", []),
    ],
)
def test_every_word_beside_a_name_that_others_bear_is_read(
    kind: str, sentence: str, named: list[str]
) -> None:
    for word in table("sources/outlets.toml")[kind]:
        assert _named(sentence.format(word), outlets([])) == named, word


def _named(sentence: str, known: Outlets) -> list[str]:
    return [outlet for _, outlet in mentions(sentence, known)]


def test_every_zone_is_found_in_its_example() -> None:
    for zone in table("zones.toml")["zone"]:
        assert zone_of([], zone["example"]) == zone["id"]


def test_every_feature_has_a_weight_and_says_what_it_compares() -> None:
    assert all(weight > 0 and feature.__doc__ for feature, weight in FEATURES)


def test_what_takes_words_back_is_found_in_its_examples_and_no_withdrawal_of_troops_is() -> None:
    rows = table("views/evolution.toml")
    assert all(takes_back(example) == 1 for example in rows["taken_back"]["examples"])
    assert not takes_back("The army withdrew its troops after a report that the bridge was mined.")
    assert not takes_back("The council has not retracted its statement that the ford was mined.")


def test_what_tells_a_forecast_again_is_found_in_its_examples_and_what_is_forecast_now_is_not() -> (
    None
):
    rows = table("views/evolution.toml")["foretold"]
    assert all(foretold(example) for example in rows["examples"])
    assert not any(foretold(example) for example in rows["fresh"])


def test_every_condition_is_found_in_its_example_and_what_only_looks_so_is_not() -> None:
    for row in table("occurrence/fulfilment.toml")["condition"]:
        assert on_condition(row["example"])
        assert not any(on_condition(f"They {words} it rains.") for words in row.get("but_not", []))
    assert not on_condition("The army will shell the town.")


def test_words_of_every_contest_are_found_in_its_example() -> None:
    for row in (row for rows in table("conflict/contests.toml").values() for row in rows):
        assert any(words in row["example"].casefold() for words in row["words"])


def test_nobody_is_both_armed_and_civil() -> None:
    kinds = table("views/parties.toml")
    armed = {word for kind in ("bodies", "arms", "loose") for word in kinds[kind]}
    assert not armed & set(kinds["civil"])


def test_words_for_people_alone_name_no_rebels() -> None:
    assert not any(is_loose({word}) for word in table("views/parties.toml")["people"])
    assert all(is_loose({word}) for word in table("views/parties.toml")["loose"])
