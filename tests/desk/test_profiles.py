"""The pages of places and actors, and the names that no text settles, over real ledgers."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from fogline import pipeline
from fogline.desk.app import create_app
from fogline.desk.unresolved import command, reached, unresolved
from fogline.ledger import Ledger
from fogline.model import Document, Entity, Part, Place, Reading
from fogline.reading.actors import actor_imports, authority
from fogline.reading.actors.actor_imports import COLUMNS
from fogline.reading.places.rulings import Ruling, country_scope, judged
from fogline.settings import Settings
from tests.desk.seed import CAPTURE, NOWHERE, Page, Slots, recorded

SHELLED = "Regime forces [shelled] Minyan on Sunday, and regime forces withdrew."
HEARD = "People were [hurt] in Springfield."
AT = "2031-01-01T00:00:00+00:00"


@contextmanager
def desk_over(path: Path, *pages: Page, kept: tuple[Any, ...] = ()) -> Iterator[TestClient]:
    """A desk over a ledger of these pages, each reading changed by a function of `kept`."""
    with Ledger.open(path) as ledger:
        for page in pages:
            capture, reading = recorded(page)
            for change in kept:
                reading = change(reading)
            ledger.add(capture, reading)
        pipeline.weigh(ledger)
    with TestClient(create_app(Settings(ledger=path)), base_url="http://127.0.0.1") as client:
        yield client


def told(publisher: str, day: str | None, marked: str, slots: Slots) -> Page:
    """A page of one sentence and its claim."""
    plain = marked.translate(dict.fromkeys(map(ord, "[]")))
    parts = (("headline", f"From {publisher}", None, None), ("body", plain, None, None))
    return Page(publisher, day, parts, ((1, marked, slots),))


def page(client: TestClient, path: str) -> Any:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_place_has_its_claims_in_time_order(client: TestClient) -> None:
    found = page(client, "places/seed%3Aminyan")
    assert (found["name"], found["precision"], found["country_name"]) == (
        "Minyan", "settlement", "Syria",
    )  # fmt: skip
    days = [line["day"] for line in found["claims"]]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days == [*dated, *[None] * (len(days) - len(dated))]
    assert {line["polarity"] for line in found["claims"]} == {"positive", "negative"}
    assert sum(line["comment"] for line in found["claims"]) == 1
    assert found["names"][0] == {"name": "Minyan", "mentions": 6, "documents": 5, "loaded": False}
    assert {i["holder"] for row in found["control"] for i in row["intervals"]}


def test_the_shape_follows_the_precision(client: TestClient) -> None:
    def shapes(place: str) -> set[tuple[str, bool]]:
        sites = page(client, f"places/{place}")["sites"]
        return {(s["properties"]["shape"], s["geometry"] is None) for s in sites}

    assert shapes("seed%3Aminyan") == {("point", False)}
    assert shapes("seed%3Aidlib") == {("area", False)}
    assert shapes("country%3ASY") == {("country", True)}
    assert page(client, "places/country%3ASY")["radius_km"] is None


def test_marks_of_a_place_leave_readers_comments_out(client: TestClient) -> None:
    sites = page(client, "places/seed%3Aminyan")["sites"]
    pinned = {p["claim"] for s in sites for p in s["properties"]["pinned"]}
    comments = {c["claim"] for c in page(client, "places/seed%3Aminyan")["claims"] if c["comment"]}
    assert comments
    assert not pinned & comments


def test_an_actor_has_what_it_says_apart_from_what_is_said_of_it(client: TestClient) -> None:
    found = page(client, "actors/sy-forces")
    assert (found["name"], found["kind"], found["until"]) == (
        "Syrian Arab Army", "official", "2024-12",
    )  # fmt: skip
    assert {p for line in found["says"] for p in line["parts"]} == {"says"}
    assert {p for line in found["about"] for p in line["parts"]} == {"does"}
    assert found["says"]
    assert len(found["about"]) > len(found["says"])
    assert {k["id"] for k in found["kin"]} >= {"sy-government"}
    assert {s["properties"]["id"] for s in found["sites"]} == {"seed:minyan"}


def test_names_that_take_a_side_are_marked(tmp_path: Path) -> None:
    slots = replace(CAPTURE, event="ASSAULT", mode=None, actors=("regime forces",))
    with desk_over(tmp_path / "l.sqlite", told("A", "2031-01-01", SHELLED, slots)) as client:
        names = page(client, "actors/sy-forces")["names"]
    assert names == [{"name": "regime forces", "mentions": 1, "documents": 1, "loaded": True}]


def test_a_private_person_has_no_page(tmp_path: Path) -> None:
    def named(reading: Reading) -> Reading:
        person = Entity(0, 4, "From", "person", name="Ilse Varga", id="import:varga")
        return replace(reading, document=replace(reading.document, entities=(person,)))

    made = told("A", "2031-01-01", SHELLED, CAPTURE)
    with desk_over(tmp_path / "l.sqlite", made, kept=(named,)) as client:
        assert client.get("/api/actors/import:varga").status_code == 404


def test_a_person_of_a_users_import_has_no_page(tmp_path: Path) -> None:
    row = dict.fromkeys(COLUMNS, "") | {
        "id": "varga", "name": "Ilse Varga", "kind": "named-person", "source": "mine",
    }  # fmt: skip
    actor_imports.keep("mine", [row])
    authority.forget()

    def named(reading: Reading) -> Reading:
        entities = (Entity(0, 4, "From", "named-person", name="Ilse Varga", id="varga"),)
        return replace(reading, document=replace(reading.document, entities=entities))

    made = told("A", "2031-01-01", SHELLED, CAPTURE)
    with desk_over(tmp_path / "l.sqlite", made, kept=(named,)) as client:
        assert authority.by_id()["varga"].name == "Ilse Varga"
        assert client.get("/api/actors/varga").status_code == 404
    authority.forget()


def test_what_the_ledger_does_not_name_has_no_page(client: TestClient) -> None:
    for path in ("places/seed:nowhere", "actors/fr-forces", "actors/nobody"):
        assert client.get(f"/api/{path}").status_code == 404, path


def test_slots_carry_the_ids_that_link_them(client: TestClient) -> None:
    claim = page(client, "places/seed%3Aminyan")["claims"][0]["claim"]
    receipts = page(client, f"claims/{claim}")["receipts"]
    ids = {r["slot"]: r["id"] for r in receipts if r["id"]}
    assert ids["place"] == "seed:minyan"
    assert ids["actor"] == "sy-forces"


def test_the_tray_counts_claims_and_documents(client: TestClient) -> None:
    (name,) = page(client, "unresolved")
    assert (name["name"], name["claims"], len(name["documents"])) == ("Tell Hajar", 1, 1)
    assert name["said"][0]["words"] == "The army will be driven from Tell Hajar, he warned."
    assert client.get("/api/unresolved/choices?name=Minyan").status_code == 404


def test_candidates_come_with_the_command_that_decides(tmp_path: Path) -> None:
    where = Place("Springfield", name="Springfield")
    slots = replace(CAPTURE, event="ASSAULT", mode=None, actors=(), places=(where,))
    path = tmp_path / "l.sqlite"
    with desk_over(path, told("A", "2031-01-01", HEARD, slots)) as client:
        (name,) = page(client, "unresolved")
        offered = page(client, "unresolved/choices?name=Springfield")
    assert len({c["id"] for c in offered}) == len(offered) > 2
    words = shlex.split(offered[0]["command"])
    assert words[:5] == ["fogline", "places", "resolve", "Springfield", offered[0]["id"]]
    assert words[5:7] == ["--document", name["documents"][0]]


def test_a_decision_stands_beside_the_name_until_it_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    slots = replace(CAPTURE, places=(NOWHERE,))
    made = told("A", "2031-01-01", "The army [captured] Tell Hajar.", slots)
    with desk_over(path, made) as client:
        ruling = Ruling("Tell Hajar", "seed:hajar", country_scope("sy"))
        with Ledger.open(path) as ledger:
            ledger.judge(judged(ruling, "a desk editor", AT, "the district's map"))
        (name,) = page(client, "unresolved")
        assert [d["by"] for d in name["decided"]] == ["a desk editor"]
        with Ledger.open(path) as ledger:
            ledger.revoke(name["decided"][0]["judgement"], AT)
        assert page(client, "unresolved")[0]["decided"] == []


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_desk_decides_nothing_itself(client: TestClient, method: str) -> None:
    assert getattr(client, method)("/api/unresolved").status_code == 405


def test_a_strangers_name_is_one_word_to_a_shell() -> None:
    name = "Tell'; rm -rf ~ #"
    assert shlex.split(command(name, "seed:x", "country:SY"))[3] == name


def test_descriptions_are_no_names_and_a_name_is_counted_once_a_sentence() -> None:
    text = "They reached the front and Tell Hajar. Later Tell Hajar fell."
    slots = replace(CAPTURE, actors=(), places=(NOWHERE, Place("the front")))
    marked = "They [reached] the front and Tell Hajar."
    parts = (("headline", "H", None, None), ("body", text, None, None))
    _, reading = recorded(Page("A", "2031-01-01", parts, ((1, marked, slots),)))
    found_at = [reading.document.text.index("Tell Hajar"), reading.document.text.rindex("Tell")]
    entities = tuple(Entity(i, i + 10, "Tell Hajar", "place", "Tell Hajar") for i in found_at)
    (name,) = unresolved([replace(reading, document=replace(reading.document, entities=entities))])
    assert (name.name, name.claims, len(name.documents)) == ("Tell Hajar", 1, 1)
    assert [s.claim is None for s in name.said] == [False, True]


def test_a_ruling_reaches_the_documents_about_its_country() -> None:
    def read(key: str, text: str) -> Reading:
        return Reading(Document(key, text, (Part("p", "body", 0, len(text)),)), (), "r")

    about = read("sha256:a", "Syria: Tell Hajar was shelled, Damascus said.")
    other = read("sha256:b", "Mali: Tell Hajar was shelled, Bamako said.")
    silent = read("sha256:c", "Syria was quiet, Damascus said.")
    wide = Ruling("Tell Hajar", "seed:x", country_scope("SY"))
    assert reached(wide, (about, other, silent)) == ("sha256:a",)
    assert reached(replace(wide, scope="sha256:b"), (about, other, silent)) == ("sha256:b",)
