"""A contradiction's sides stand apart, with the words of each, also of what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from fogline.model import Range
from tests.desk.seed import CAPTURE, MINYAN, Page, Slots
from tests.desk.test_profiles import desk_over, page

_BARE = str.maketrans("", "", "[]")
HELD = Slots("CONTROL", "gain", actors=("army",), places=(MINYAN,))
DENIED = Slots(
    "REJECT", "deny", actors=("Two rebel officials",), chain=(("Two rebel officials", "official"),)
)


def contested(client: TestClient, kind: str) -> dict[str, Any]:
    """The one conflict of a type on the page of the event that has it."""
    rows = [r for r in page(client, "contradictions") if r["type"] == kind]
    found = page(client, f"events/{rows[0]['event']}")["contradictions"]
    return next(c for c in found if c["type"] == kind)


def says(conflict: dict[str, Any]) -> dict[str, list[str]]:
    return {s["says"]: [c["trigger"]["text"] for c in s["claims"]] for s in conflict["sides"]}


def test_who_denies_stands_apart_from_who_says_so(client: TestClient) -> None:
    found = contested(client, "polarity")
    assert [s["says"] for s in found["sides"]] == ["say so", "deny it"]
    say, deny = ([c["polarity"] for c in s["claims"]] for s in found["sides"])
    assert (set(say), set(deny)) == ({"positive"}, {"negative"})
    told = [c["id"] for s in found["sides"] for c in s["claims"]]
    assert sorted(told) == sorted(found["claims"])


def test_a_denial_beside_the_event_stands_with_its_words(tmp_path: Path) -> None:
    """It is no claim of the event: its page would show ten who say so, and nobody else."""
    parts = (
        ("headline", "Minyan", None, None),
        ("body", "The army captured Minyan. Two rebel officials denied this.", None, None),
    )
    claims = (
        (1, "The army [captured] Minyan.", HELD),
        (1, "Two rebel officials [denied] this.", DENIED),
    )
    both = Page("Cedar Wire", "2016-11-12", parts, claims)
    with desk_over(tmp_path / "ledger.sqlite", both) as client:
        found = contested(client, "polarity")
        event = page(client, f"events/{found['sides'][0]['claims'][0]['event_id']}")
    assert says(found) == {"say so": ["captured"], "deny it": ["denied"]}
    assert [c["trigger"]["text"] for c in event["claims"]] == ["captured"]


def test_two_tolls_are_two_sides(tmp_path: Path) -> None:
    pages = [
        Page(
            name,
            "2016-11-12",
            (
                ("headline", name, None, None),
                ("body", f"Shelling killed {n} in Minyan.", None, None),
            ),
            ((1, f"Shelling [killed] {n} in Minyan.", _killed(n)),),
        )
        for name, n in (("Cedar Wire", 4), ("Ridge Voice", 19))
    ]
    with desk_over(tmp_path / "ledger.sqlite", *pages) as client:
        assert set(says(contested(client, "toll"))) == {"4 killed", "19 killed"}


def _told(publisher: str, day: str, title: str, sentence: str) -> Page:
    parts = (("headline", title, None, None), ("body", sentence.translate(_BARE), None, None))
    return Page(publisher, day, parts, ((1, sentence, HELD),))


@pytest.mark.parametrize(
    ("publisher", "title", "sentence", "side"),
    [
        (
            "Cedar Wire",
            "Correction: Minyan",
            "We wrote that the army [took] Minyan.",
            "take it back",
        ),
        (
            "Ridge Voice",
            "Minyan",
            "The council withdrew its statement that the army [took] Minyan.",
            "deny it",
        ),
    ],
)
def test_what_is_told_again_to_take_it_back_does_not_stand_with_who_says_so(
    tmp_path: Path, publisher: str, title: str, sentence: str, side: str
) -> None:
    first = _told("Cedar Wire", "2016-11-12", "Minyan taken", "The army [captured] Minyan.")
    back = _told(publisher, "2016-11-13", title, sentence)
    with desk_over(tmp_path / "ledger.sqlite", first, back) as client:
        found = contested(client, "polarity")
    assert says(found) == {"say so": ["captured"], side: ["took"]}


def _killed(n: int) -> Slots:
    return Slots("ASSAULT", "shelling", places=(MINYAN,), killed=Range(n, n))


@pytest.mark.parametrize("accused", ["army", "rebels"])
def test_who_denies_that_it_was_he_stands_apart_and_denies_no_shelling(
    tmp_path: Path, accused: str
) -> None:
    """The shelling's card read "Also: 1 claim: said not to have happened"."""
    shelled = Slots("ASSAULT", "heavy-weapons", places=(MINYAN,))
    by = (accused,)
    told = [
        ("Cedar Wire", "Minyan was [shelled] on Saturday.", shelled),
        ("Ridge Voice", "They [shelled] Minyan.", replace(shelled, actors=by)),
        (
            "Orchard Monitor",
            "They had not [shelled] Minyan, they said.",
            replace(shelled, actors=by, chain=((accused, "armed-group"),), polarity="negative"),
        ),
    ]
    pages = [
        Page(
            name,
            "2016-11-12",
            (("headline", name, None, None), ("body", words.translate(_BARE), None, None)),
            ((1, words, slots),),
        )
        for name, words, slots in told
    ]
    with desk_over(tmp_path / "ledger.sqlite", *pages) as client:
        found = contested(client, "blame")
        (card,) = [e for z in client.get("/api/board").json()["zones"] for e in z["events"]]
    assert set(says(found)) == {accused, f"not {accused}"}
    assert [(v["polarity"], v["claims"]) for v in card["voices"]] == [("positive", 2)]
    assert card["summary"]["line"] == "Shelling or missile fire in Minyan"
    assert card["summary"]["actors"] == []


@pytest.mark.parametrize(("one", "other"), [("army", "rebels"), ("rebels", "army")])
def test_of_two_who_are_said_to_hold_a_town_its_line_names_neither(
    tmp_path: Path, one: str, other: str
) -> None:
    """The line gave the town to the one whose claim was the fuller."""
    held, words = replace(CAPTURE, mode="hold"), "The {} [held] the town of Minyan."
    pages = [
        Page(
            publisher,
            "2016-11-12",
            (
                ("headline", publisher, None, None),
                ("body", f"The {who} held the town of Minyan.", None, None),
            ),
            ((1, words.format(who), replace(held, actors=(name,))),),
        )
        for publisher, who, name in (
            ("Cedar Wire", one, "Harrow Brigade"),
            ("Ridge Voice", other, "Selwen Guard"),
        )
    ]
    with desk_over(tmp_path / "ledger.sqlite", *pages) as client:
        contested(client, "control")
        (card,) = [e for z in client.get("/api/board").json()["zones"] for e in z["events"]]
    assert card["summary"]["line"] == "Continued control of Minyan"
