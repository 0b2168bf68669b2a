"""The lists of events and of contradictions over the API: found, ordered, paged, as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from fogline.desk.app import create_app
from fogline.settings import Settings
from tests.desk.disputed import MANY

Json = dict[str, Any]
SIDES = "contradictions/sides"


@pytest.fixture(scope="module")
def lists(contested: Path) -> Iterator[TestClient]:
    """The desk's API over what pages disagree on."""
    with TestClient(create_app(Settings(ledger=contested)), base_url="http://127.0.0.1") as client:
        yield client


def asked(client: TestClient, path: str, **words: str | int | bool) -> Json:
    answer = client.get(f"/api/{path}", params=words)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def test_events_come_newest_first_or_of_most_origins(lists: TestClient) -> None:
    newest = [row["last_reported"] for row in asked(lists, "events")["rows"]]
    assert newest == sorted(newest, reverse=True)
    behind = [row["counts"]["origins"] for row in asked(lists, "events", order="origins")["rows"]]
    assert behind == sorted(behind, reverse=True)
    assert behind[0] > behind[-1]


def test_pages_of_events_hold_each_once(lists: TestClient) -> None:
    total = asked(lists, "events")["total"]
    assert total > MANY
    pages = [asked(lists, "events", offset=at, limit=20)["rows"] for at in range(0, total, 20)]
    ids = [row["id"] for page in pages for row in page]
    assert len(set(ids)) == len(ids) == total


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"place": "minyan"}, 2),
        ({"place": "Tell Aa"}, 1),
        ({"q": "market jets"}, 1),
        ({"q": "MÍNYAN captured"}, 1),
        ({"category": "CONTROL"}, 3),
        ({"contested": True}, 2),
        ({"contested": True, "category": "ASSAULT"}, 1),
        ({"place": "Orlin"}, 0),
        ({"category": "NONE"}, 0),
    ],
)
def test_events_are_found_by_place_words_category_and_contest(
    lists: TestClient, words: Json, found: int
) -> None:
    page = asked(lists, "events", **words)
    assert (page["found"], len(page["rows"])) == (found, found)
    assert page["total"] > MANY


def test_an_event_row_says_what_the_event_says(lists: TestClient) -> None:
    (row,) = asked(lists, "events", q="market")["rows"]
    event = lists.get(f"/api/events/{row['id']}").json()
    assert row["line"] == event["card"]["summary"]["line"]
    assert row["counts"] == event["card"]["counts"]
    assert row["credibility"] == event["credibility"]
    assert row["contested"] == ["toll"]
    assert row["places"] == [["seed:minyan", "Minyan"]]


def test_lists_hold_what_stood_on_a_day(lists: TestClient) -> None:
    assert asked(lists, "events", as_of="2001-01-01")["total"] == 0
    early, late = (asked(lists, "events", as_of=f"2016-11-{d}")["total"] for d in (12, 13))
    assert early < late
    assert asked(lists, SIDES, as_of="2016-11-13")["total"] == 1
    assert asked(lists, SIDES, as_of="2016-11-14")["total"] == 2


def test_what_cannot_be_asked_for_is_refused(lists: TestClient) -> None:
    for slip in ("order=oldest", "limit=0", "limit=9999", "offset=-1", "as_of=yesterday"):
        assert lists.get(f"/api/events?{slip}").status_code == 422, slip


def test_every_contradiction_of_the_export_is_listed(client: TestClient, lists: TestClient) -> None:
    for desk in (client, lists):
        listed = [(r["id"], r["state"], r["reason"]) for r in asked(desk, SIDES, limit=200)["rows"]]
        exported = desk.get("/api/contradictions").json()
        assert sorted(listed) == sorted((r["id"], r["state"], r["reason"]) for r in exported)
        assert listed


def test_the_newest_contradiction_stands_first_with_its_sides(lists: TestClient) -> None:
    first, second = asked(lists, SIDES)["rows"]
    assert (first["type"], first["last"]) == ("polarity", "2016-11-14")
    assert [(s["says"], s["voices"]) for s in first["sides"]] == [
        ("say so", ["Cedar Wire"]),
        ("deny it", ["Ridge Voice"]),
    ]
    assert [t["says"] for t in first["turns"]] == ["asserts it", "denies it"]
    assert second["type"] == "toll"


def test_a_toll_has_its_numbers_from_the_least_upwards(lists: TestClient) -> None:
    (row,) = asked(lists, SIDES, type="toll")["rows"]
    assert row["counted"] == "killed"
    tolls = [(s["toll"]["min"], s["toll"]["max"]) for s in row["sides"]]
    assert tolls == [(12, 12), (30, 30), (50, None)]
    assert all(s["counts"]["origins"] == 1 for s in row["sides"])
    for side in row["sides"]:
        for line in side["claims"]:
            text = lists.get(f"/api/documents/{line['document']}").json()["text"]
            assert line["words"] in text


def test_contradictions_are_found_by_kind_state_event_and_words(lists: TestClient) -> None:
    (toll,) = asked(lists, SIDES, type="toll")["rows"]
    event = toll["events"][0]["id"]
    assert asked(lists, SIDES, event=event)["rows"] == [toll]
    assert asked(lists, SIDES, q="jets market")["rows"] == [toll]
    assert asked(lists, SIDES, state="open")["found"] == 2
    none = asked(lists, SIDES, state="corrected")
    assert (none["found"], none["total"]) == (0, 2)
    assert [c["value"] for c in none["types"]] == []
    assert {c["value"]: c["rows"] for c in none["states"]} == {"open": 2}


def test_what_an_outcome_rests_on_can_be_shown(lists: TestClient) -> None:
    """The page links each claim that bears a forecast out to its words."""
    (late,) = lists.get("/api/forecasts?outcome=borne-out-late").json()
    (line,) = lists.get("/api/forecasts/claims").json()
    assert late["outcome_claims"] == [line["claim"]]
    assert line["words"] == "The army captured Marl on Saturday."
    assert lists.get("/api/forecasts/claims?as_of=2016-11-11").json() == []


def test_a_card_holds_the_words_that_bear_a_forecast_out(lists: TestClient) -> None:
    cards = [f for z in lists.get("/api/board").json()["zones"] for f in z["forecasts"]]
    (lead,) = next(c["rests_on"] for c in cards if c["outcome"]["kind"] == "borne-out-late")
    assert (lead["words"], lead["day"]) == ("The army captured Marl on Saturday.", "2016-11-12")


def test_a_search_says_what_it_looked_in(client: TestClient) -> None:
    found = client.get("/api/search?q=nosuchword").json()
    assert (found["held"], found["start"], found["end"]) == (6, "2016-11-12", "2016-11-14")
    assert found["documents"] == []


@pytest.mark.parametrize("as_of", ["", "?as_of=2016-11-11"])
def test_a_forecast_says_what_was_understood_of_it(lists: TestClient, as_of: str) -> None:
    """The page gave the words alone: a misreading was seen only once an outcome rested on it."""
    (row, *_) = [
        r for r in lists.get(f"/api/forecasts/understood{as_of}").json() if "Marl" in r["words"]
    ]
    assert row["asked"] == "Capture of Marl by army"
    assert row["recorded"]["asked"] == row["asked"]
    start, end = row["trigger"]
    assert row["words"][start:end] == "capture"
    assert row["figure"] is None
    (plain,) = [r for r in lists.get(f"/api/forecasts{as_of}").json() if r["id"] == row["id"]]
    assert {name: row[name] for name in plain} == plain | {"recorded": row["recorded"]}


def test_the_word_that_each_line_was_read_from_can_be_marked(lists: TestClient) -> None:
    """Two sides showed one sentence, and nothing said which word either meant."""
    for row in asked(lists, SIDES)["rows"]:
        for line in (line for side in row["sides"] for line in side["claims"]):
            claim = lists.get(f"/api/claims/{line['claim']}").json()
            start, end = line["trigger"]
            assert line["words"][start:end] == claim["trigger"]["text"]
    for zone in lists.get("/api/board").json()["zones"]:
        for lead in (card["lead"] for card in (*zone["events"], *zone["forecasts"])):
            start, end = lead["trigger"]
            assert lead["words"][start:end] in {"killed", "hit", "capture", "captured", "holds"}
