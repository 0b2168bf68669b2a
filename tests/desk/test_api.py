"""The JSON API over a real ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from fogline.desk.app import create_app
from fogline.export import FORMATS, KINDS
from fogline.ledger import Ledger
from fogline.settings import Settings

Json = dict[str, Any]


def _get(client: TestClient, path: str) -> Any:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def _lantern(client: TestClient) -> Json:
    rows: list[Json] = _get(client, "documents")
    found = next(r for r in rows if r["publisher"] == "The Tin Lantern")
    document: Json = _get(client, f"documents/{found['id']}")
    return document


def _event(client: TestClient) -> Json:
    zone = _get(client, "zones/aleppo")
    card = max(zone["board"]["events"], key=lambda e: e["counts"]["documents"])
    event: Json = _get(client, f"events/{card['id']}")
    return event


def test_board(client: TestClient) -> None:
    """The board is the same as the library's."""
    found = _get(client, "board")
    assert [z["id"] for z in found["zones"]] == ["aleppo"]
    assert found["counts"] == {"documents": 6, "publishers": 6, "origins": 5}


def test_board_since(client: TestClient) -> None:
    """`since` is a day; anything else is refused."""
    (zone,) = _get(client, "board?since=2016-11-13")["zones"]
    assert zone["since"] == "2016-11-13"
    assert client.get("/api/board?since=yesterday").status_code == 422


def test_documents_come_latest_first_and_undated_last(client: TestClient) -> None:
    """A bound is no date."""
    days = [r["published"] for r in _get(client, "documents")]
    assert [d["latest"] for d in days] == [
        "2016-11-14", "2016-11-13", "2016-11-13", "2016-11-13", "2016-11-12", "2016-11-18",
    ]  # fmt: skip
    assert days[-1]["basis"] == "inferred"


def test_every_receipt_slices_the_text_to_its_own_words(client: TestClient) -> None:
    """Offsets count code points: the map sign in the first headline is one."""
    for row in _get(client, "documents"):
        document = _get(client, f"documents/{row['id']}")
        for claim in document["claim_views"]:
            placed = [r for r in claim["receipts"] if r["start"] is not None]
            assert placed
            for receipt in placed:
                assert document["text"][receipt["start"] : receipt["end"]] == receipt["words"]


def test_a_document_shows_where_it_comes_from(client: TestClient) -> None:
    """The repost says whose words it carries; its date is a bound."""
    document = _lantern(client)
    assert document["republished_from"]["publisher"] == "The Far Column"
    assert document["published"] == {
        "earliest": "2016-11-12", "latest": "2016-11-18", "basis": "inferred",
    }  # fmt: skip
    assert [p["role"] for p in document["parts"]].count("comment") == 2
    assert document["parts"][-2]["parent"] == "p6"


def test_an_origin_holds_the_copy_with_its_evidence(client: TestClient) -> None:
    """Cedar Wire's sentence stands word for word in Harbour Daily."""
    rows = {r["publisher"]: r for r in _get(client, "documents")}
    event = _event(client)
    cited = {c["publisher"]: c["voice"] for c in event["claims"] if c["part"]["role"] != "comment"}
    assert cited["Cedar Wire"]["key"] == cited["Harbour Daily"]["key"]
    origin = _get(client, f"origins/{rows['Harbour Daily']['origin']}")
    assert all(m["evidence"] for m in origin["members"])


def test_an_event_shows_its_claims_side_by_side(client: TestClient) -> None:
    """Each with its own words, standing and source; a reader's comment adds no origin."""
    event = _event(client)
    assert len(event["independent"]) == event["card"]["counts"]["origins"]
    behind = {claim for origin in event["independent"] for claim in origin["claims"]}
    assert behind < {c["id"] for c in event["claims"]}
    assert {c["polarity"] for c in event["claims"]} == {"positive", "negative"}
    comment = next(c for c in event["claims"] if c["part"]["role"] == "comment")
    assert comment["voice"]["key"] is None
    assert event["contradictions"]
    assert all(c["reason"] for c in event["contradictions"])
    assert event["credibility"]["reason"]
    assert event["reason"]


def test_a_claim_says_when_it_rests_on_no_named_source(client: TestClient) -> None:
    """The author's own word and "reports" name nobody; a command does."""
    by_word = {c["trigger"]["text"]: c["named_source"] for c in _lantern(client)["claim_views"]}
    assert by_word == {"liberated": False, "strike": False, "bombing": False, "captured": False}
    event = _event(client)
    cedar = next(c for c in event["claims"] if c["publisher"] == "Cedar Wire")
    assert _get(client, f"claims/{cedar['id']}")["named_source"] is True


def test_map_shapes_follow_precision(client: TestClient) -> None:
    """No point where the text gives none: a country has no coordinates here."""
    features = _get(client, "map")["features"]
    by_place = {(f["properties"]["place"], f["properties"]["modality"]): f for f in features}
    assert {place for place, _ in by_place} == {"Minyan", "southern suburbs", "Idlib", "Syria"}
    assert by_place["Minyan", "occurred"]["properties"]["shape"] == "point"
    assert by_place["Minyan", "denied"]["properties"]["shape"] == "point"
    assert by_place["southern suburbs", "occurred"]["properties"]["shape"] == "circle"
    assert by_place["Idlib", "forecast"]["properties"]["shape"] == "area"
    assert by_place["Idlib", "forecast"]["properties"]["radius_m"] == 60_000  # nominal: not known
    suburbs = by_place["southern suburbs", "occurred"]["properties"]
    assert suburbs["radius_m"] == 5_600
    assert suburbs["derivation"] == "the southern suburbs of Aleppo: 7 km from it"
    country = by_place["Syria", "denied"]
    assert country["geometry"] is None
    assert country["properties"]["country_numeric"] == "760"


def test_what_has_no_place_lies_in_the_tray(client: TestClient) -> None:
    """With the reason: no place in the text, a place that is not located, a reader's comment."""
    tray = {(t["reason"], t["place"]): len(t["pinned"]) for t in _get(client, "map")["tray"]}
    assert tray == {
        ("no place in the text", None): 1,
        ("place not located", "Tell Hajar"): 1,
        ("readers' comments", None): 1,
    }


def test_no_claim_is_lost_between_map_and_tray(client: TestClient) -> None:
    """Every event stands on the map or in the tray."""
    found = _get(client, "map")
    sites = [f["properties"] for f in found["features"]]
    pinned = {p["event"] for s in (*sites, *found["tray"]) for p in s["pinned"]}
    assert pinned == {e["id"] for e in _get(client, "zones/aleppo")["board"]["events"]}


def test_search(client: TestClient) -> None:
    """Words are found with the claims among their sentences; operators are words too."""
    found = _get(client, "search?q=Minyan")
    assert len(found["documents"]) == 5
    assert "captured" in {c["trigger"]["text"] for c in found["claims"]}
    assert _get(client, "search?q=%22AND%20NOT*")["documents"] == []
    assert client.get("/api/search?q=").status_code == 422


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", FORMATS)
def test_exports(client: TestClient, kind: str, format: str) -> None:
    """What can be exported can be downloaded, as an attachment."""
    links = {(e["kind"], e["format"]): e["href"] for e in _get(client, "overview")["exports"]}
    answer = client.get(links[kind, format])
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    if format == "jsonl":
        assert all(json.loads(line)["id"] for line in answer.text.splitlines())


@pytest.mark.parametrize(
    "path",
    [
        "zones/atlantis",
        "documents/sha256:0",
        "claims/none",
        "events/none",
        "origins/none",
        "exports/all.xls",
        "nothing",
    ],
)
def test_what_is_not_there_is_said_to_be_missing(client: TestClient, path: str) -> None:
    """In words."""
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 404
    assert answer.json()["detail"]


def test_openapi_names_every_route(client: TestClient) -> None:
    """Each with what it is for."""
    paths = _get(client, "openapi.json")["paths"]
    assert all(path.startswith("/api/") for path in paths)
    assert all(way["get"]["description"] for way in paths.values())


def test_a_grown_ledger_is_read_again(tmp_path: Path) -> None:
    """A running desk shows what was added meanwhile."""
    from tests.desk.seed import PAGES, recorded

    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path):
        pass
    with TestClient(create_app(Settings(ledger=path)), base_url="http://127.0.0.1") as client:
        assert _get(client, "documents") == []
        with Ledger.open(path) as ledger:
            ledger.add(*recorded(PAGES[0]))
        assert len(_get(client, "documents")) == 1


def test_no_ledger_is_a_clear_answer(tmp_path: Path) -> None:
    """Not an empty desk."""
    app = create_app(Settings(ledger=tmp_path / "absent.sqlite"))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.get("/api/board")
    assert answer.status_code == 503
    assert "absent.sqlite" in answer.json()["detail"]


def test_feeds_tell_how_each_fares_what_fails_first(client: TestClient) -> None:
    """Each with when it was last good, why not, and when it is due."""
    found = _get(client, "feeds")
    rows = {r["state"]: r for r in found["feeds"]}
    assert [r["state"] for r in found["feeds"]] == ["failing", "stale", "new", "good"]
    assert rows["failing"]["reason"] == "http-status" and rows["failing"]["failures"] == 2
    assert (
        rows["failing"]["next_due"] > rows["failing"]["last_tried"] > rows["failing"]["last_good"]
    )
    assert rows["new"]["last_good"] is None
    assert (rows["good"]["title"], rows["good"]["entries"]) == ("Cedar Wire", 1)


def test_a_long_answer_is_compressed_and_a_short_one_is_not(client: TestClient) -> None:
    def encoding(path: str) -> str | None:
        return client.get(path, headers={"Accept-Encoding": "gzip"}).headers.get("content-encoding")

    assert encoding("/api/board") == "gzip"
    assert encoding("/api/documents/none") is None


def test_a_zone_that_there_is_not_has_no_map(client: TestClient) -> None:
    """An address with a slip in it showed the map of everything."""
    refused = client.get("/api/map?zone=zz")
    assert refused.status_code == 404
    assert "no zone zz; the desk follows aleppo" in refused.text


def test_a_mark_has_the_counts_of_its_event_beside_those_at_the_place(client: TestClient) -> None:
    features = _get(client, "map")["features"]
    pinned = [p for f in features for p in f["properties"]["pinned"] if p["event"]]
    assert pinned
    for pin in pinned:
        assert pin["of_event"] == _get(client, f"events/{pin['event']}")["card"]["counts"]
        assert pin["counts"]["documents"] <= pin["of_event"]["documents"]
    assert any(pin["counts"] != pin["of_event"] for pin in pinned)
