"""Rules and heads together: who decides, and what the heads may not do."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from fogline.model import Claim
from fogline.reading import language
from fogline.reading.learned import hints, proposing, thresholds
from fogline.reading.reader import Reader
from tests.reading.sentences import document

TEXT = "The army shelled the village of Bor on Tuesday, a monitor said. Rebels denied it."


def test_thresholds_are_probabilities() -> None:
    values = dataclasses.asdict(thresholds.measured())
    assert values and all(0 <= value <= 1 for value in values.values())


def test_hints_name_what_the_lexicons_know_of_a_form() -> None:
    assert "verbs:ASSAULT" in hints.table()["shelled"]
    assert "class:force" in hints.table()["army"]
    known = hints.Hints(("class:force", "verbs:ASSAULT"))
    assert known.of(["Shelled", "army", "blue"]) == [(1,), (0,), ()]


def test_the_heads_are_told_what_the_rules_make_of_a_sentence(reader: Reader) -> None:
    (scene,) = reader.heard(document(TEXT))
    noted = proposing.notes(scene)
    at = {token.text: token.i for token in scene.doc}
    assert {"rule:ASSAULT", "rule:ASSAULT/heavy-weapons"} <= set(noted.words[at["shelled"]])
    pairs = noted.pairs(at["shelled"])
    assert {(at["army"], "actor"), (at["monitor"], "source")} <= set(pairs)
    assert noted.pairs(at["Tuesday"]) == []
    assert {name for names in noted.words.values() for name in names} <= set(proposing.names())


def test_evidence_is_asked_by_tokens(whole: Reader) -> None:
    (scene,) = whole.scenes(document(TEXT))
    evidence, at = scene.evidence, {token.text: token.i for token in scene.doc}
    assert evidence is not None
    assert evidence.claim(at["shelled"]) > 0.5 > evidence.claim(at["Tuesday"])
    role = evidence.role("actor", at["shelled"], at["army"])
    assert role is not None and role > 0.5
    assert at["shelled"] in evidence.triggers(0.5)


def test_reading_by_the_rules_alone_asks_no_heads(reader: Reader) -> None:
    (scene,) = reader.scenes(document(TEXT))
    assert scene.evidence is None
    assert language.load(1, heads=False).read(TEXT).heard is None


@pytest.mark.parametrize("kind", ["reader", "whole"])
def test_what_is_plain_is_read_alike(kind: str, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue(kind).read(document(TEXT)).claims
    first = next(c for c in found if c.trigger.text == "shelled")
    assert (first.event, first.mode, first.status) == ("ASSAULT", "heavy-weapons", "occurred")
    assert _texts(first, lambda c: c.actors) == ["army"]
    assert [s.text for s in first.attribution][-1] == "monitor"


def test_a_reading_does_not_depend_on_its_neighbours(whole: Reader) -> None:
    other = document("Protesters marched in Goma. The governor resigned.")
    alone = whole.read(document(TEXT))
    _, among, _ = whole.pipe([other, document(TEXT), other])
    assert among.claims == alone.claims


def _texts(claim: Claim, slot: Callable[[Claim], tuple[object, ...]]) -> list[str]:
    return [getattr(item, "text", "") for item in slot(claim)]


@pytest.mark.parametrize("text", ["The bakery closed early.", "The shop closed at noon."])
def test_a_verb_without_the_object_that_it_needs_is_no_claim(whole: Reader, text: str) -> None:
    assert whole.read(document(text)).claims == ()


def test_a_verb_with_its_object_is_one(whole: Reader) -> None:
    (found,) = whole.read(document("The army closed the bakery.")).claims
    assert (found.event, found.mode) == ("COERCE", "restrict")


def test_who_forces_and_who_is_forced_keep_their_parts(whole: Reader) -> None:
    text = "Two northern destroyers forced a southern submarine to turn away from the convoy."
    for claim in whole.read(document(text)).claims:
        doers = {m.text for m in claim.actors}
        assert "Two northern destroyers" not in {m.text for m in claim.recipients}
        if claim.trigger.text == "turn":
            assert doers == {"southern submarine"}


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Shells hit the harbour of Bani, and police in Torla say a farmer was shot dead.",
         ["Shells", "shot"]),
        ("Officials say thirty people have been killed in Bani since May while in Torla jets "
         "struck a market.", ["killed", "struck"]),
        ("Jets struck two towns in the north while a monitor reported strikes on the capital.",
         ["struck", "strikes"]),
        ("Nine people were killed when a shell hit a bakery.", ["hit"]),
    ],
)  # fmt: skip
def test_what_is_surely_a_claim_in_a_clause_of_its_own_stays_one(
    whole: Reader, text: str, triggers: list[str]
) -> None:
    assert [c.trigger.text for c in whole.read(document(text)).claims] == triggers


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Its men overran Sela and took 27 vehicles.", ("COERCE", "seize")),
        ("Its men overran Sela and took two soldiers.", ("ASSAULT", "abduct")),
    ],
)
def test_only_the_living_are_abducted(whole: Reader, text: str, code: tuple[str, str]) -> None:
    found = [c for c in whole.read(document(text)).claims if c.trigger.text == "took"]
    assert [(c.event, c.mode) for c in found] == [code]


def test_a_negation_in_so_many_words_stands(whole: Reader) -> None:
    found = whole.read(document("The army broke the siege of the town on Friday.")).claims
    assert [(c.trigger.text, c.polarity) for c in found] == [("siege", "negative")]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The rebels criticised the capture of the town.", "capture", []),
        ("The rebels recalled the siege of the town.", "siege", []),
        ("The rebels welcomed the withdrawal from the town.", "withdrawal", []),
        ("The rebels tightened the siege of the town.", "siege", ["rebels"]),
    ],
)
def test_who_judges_a_deed_has_not_done_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    found = [c for c in whole.read(document(text)).claims if trigger in c.trigger.text]
    assert [[m.text for m in c.actors] for c in found] == [actors]


def test_who_an_attack_only_gives_a_reason_is_not_hit(whole: Reader) -> None:
    claims = whole.read(document("Schools closed after the shelling of the town.")).claims
    (found,) = (c for c in claims if c.trigger.text == "shelling")
    assert found.recipients == ()
