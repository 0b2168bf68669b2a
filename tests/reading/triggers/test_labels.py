"""Headline and bulletin words: what an item is about, and who is only told of."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, chain, document, texts


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Detention: police found four cells in Orsk on Monday.", []),
        ("• Shelling: artillery fire hit a depot in Goma.", ["artillery fire"]),
        ("Famine: the agency shelled out for grain after rebels attacked Goma.", ["attacked"]),
        # what an attack did, told behind it, is told of the label itself
        ("Shelling: two people were killed in Goma.", ["Shelling"]),
        ("Explosion: 3 dead in Goma.", ["Explosion"]),
        # more than a bare word is news
        ("Shelling of Goma: rebels seized the port.", ["Shelling", "seized"]),
    ],
)
def test_a_bare_word_before_a_colon_is_what_an_item_is_about(
    read: Read, text: str, triggers: list[str]
) -> None:
    found = [claim.trigger.text for claim in read(text).claims]
    assert [t for t in found if t in {*triggers, text.split(":")[0].strip("• ")}] == triggers


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Hundreds reported killed in Goma hospital", "killed", []),
        ("Dozens feared dead after raid on camp near Goma", "raid", []),
        ("Scores believed trapped after air strike on Goma", "air strike", []),
        ("Tarvo salvo: three commanders reported dead", "salvo", []),
        ("Drone strike on Goma: 12 soldiers died", "Drone strike", []),
        # who tells it is its source
        ("Police reported three dead in Goma", "dead", ["Police"]),
        ("Witnesses reported seeing tanks in Goma", "seeing", ["Witnesses"]),
        ("Air strikes kill 12 in Goma: monitor", "Air strikes", ["monitor"]),
    ],
)
def test_who_is_told_of_is_no_source(
    whole: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    claims = whole.read(document(text, role="headline")).claims
    assert chain(at(claims, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Goma falls; the ministry disputes orderly retreat", "retreat", []),
        ("The mayor contested the rebels' withdrawal from Goma.", "withdrawal", ["rebels"]),
        ("The army announced a retreat from Goma.", "retreat", ["army"]),
    ],
)
def test_who_disputes_a_deed_has_not_done_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Moscow gives up Kherson.", {"CONTROL/lose"}),
        ("The rebels gave up their weapons.", {"RETREAT/disarm"}),
        ("The group gave up two prisoners.", {"RETREAT/release"}),
        ("The rebels dismissed both numbers as propaganda.", {"REJECT/deny"}),
        ("The president dismissed the army chief.", {"SANCTION/expel"}),
        ("Civilians run for their lives in Goma.", {"COERCE/displace"}),
        ("Medical equipment was removed from the clinic in Goma.", {"COERCE/seize"}),
        ("The army removed heavy weapons from the front line near Goma.", {"RETREAT/withdraw"}),
        ("Homes in Goma were reconnected on Monday.", {"CONDITION/supply"}),
        ("Kinshasa insists army fights on.", {"ASSAULT/clash"}),
    ],
)
def test_what_a_word_means_by_what_it_takes(whole: Reader, text: str, kinds: set[str]) -> None:
    claims = whole.read(document(text)).claims
    assert {f"{claim.event}/{claim.mode}" for claim in claims} == kinds
