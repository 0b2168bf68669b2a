"""Conflicts that lie between two events stand on the page of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from fogline.model import When
from tests.desk.disputed import BARE
from tests.desk.seed import MINYAN, Page, Slots
from tests.desk.test_profiles import desk_over, page


def told(publisher: str, words: str, *holders: str, mode: str, day: str) -> Page:
    slots = Slots("CONTROL", mode, actors=holders, places=(MINYAN,))
    slots = replace(slots, when=When(day, day, day, None, "absolute"))
    parts = (
        ("headline", f"{publisher} tells", None, None),
        ("body", words.translate(BARE), None, None),
    )
    return Page(publisher, "2016-11-13", parts, ((1, words, slots),))


ARMY = told(
    "Cedar Wire", "The army [captured] Minyan on Thursday.", "army", mode="gain", day="2016-11-10"
)
STILL = told(
    "Harbour Daily", "The army [held] Minyan on Sunday.", "army", mode="hold", day="2016-11-13"
)
FRONT = told(
    "Ridge Voice", "The Harrow Front [held] Minyan on Sunday.", "Harrow Front",
    mode="hold", day="2016-11-13",
)  # fmt: skip


def rows(client: TestClient) -> dict[str, list[dict[str, Any]]]:
    """Return what lies between each event and others, by its category's mode."""
    events = page(client, "events")["rows"]
    return {e["id"]: page(client, f"events/{e['id']}/between") for e in events}


def test_who_held_a_place_is_contested_between_two_events(tmp_path: Path) -> None:
    with desk_over(tmp_path / "ledger.sqlite", ARMY, STILL, FRONT) as client:
        found = {event: said for event, said in rows(client).items() if said}
        lines = page(client, "events")["rows"]
    assert len(found) == 2
    for event, ((row),) in ((event, tuple(said)) for event, said in found.items()):
        assert (row["type"], row["state"], row["place"]) == ("control", "open", "Minyan")
        assert {other["id"] for other in row["events"]} == found.keys() - {event}
    assert len(lines) >= 2


def test_one_event_alone_has_none_and_there_must_be_one(tmp_path: Path) -> None:
    with desk_over(tmp_path / "ledger.sqlite", ARMY) as client:
        assert list(rows(client).values()) == [[]]
        assert client.get("/api/events/event:none/between").status_code == 404
