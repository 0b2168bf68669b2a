"""`fogline events|origins|forecasts|contradictions|control|sources`, as of any moment."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from fogline.cli.listing_table import KINDS
from fogline.desk.cards import event_card
from fogline.desk.snapshot import snapshot
from fogline.ledger import Ledger
from tests.cli.conftest import Run

PAGE = """<!doctype html><html lang="en"><head><title>Notes from the valley</title>
<meta property="article:published_time" content="{day}T08:00:00Z">
<meta property="og:site_name" content="{outlet}"></head><body><article>
<h1>News of {day}</h1>
<p>{text}</p>
<p>The weather in the valley was mild, and {outlet} sold out at noon.</p>
</article></body></html>
"""
NEWS = (
    (
        "Harbour Bulletin",
        "2016-11-08",
        "The army will attack Aleppo within 24 hours, the army said.",
    ),
    ("Lantern Post", "2016-11-14", "The army captured the town of Khan Tuman on Monday, it said."),
)


@pytest.fixture
def ledger(fogline: Run, tmp_path: Path) -> Path:
    for n, (outlet, day, text) in enumerate(NEWS):
        (tmp_path / f"{n}.html").write_text(PAGE.format(outlet=outlet, day=day, text=text))
    ledger = tmp_path / "ledger.sqlite"
    fogline("add", "--ledger", ledger, tmp_path / "0.html", tmp_path / "1.html")
    return ledger


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_in_every_format(fogline: Run, ledger: Path, kind: str) -> None:
    lines = fogline(kind, "--format", "jsonl", "--ledger", ledger).objects()
    array = fogline(kind, "--format", "json", "--ledger", ledger).out
    table = fogline(kind, "--format", "csv", "--ledger", ledger).out
    assert json.loads(array) == lines == fogline("export", kind, "--ledger", ledger).objects()
    assert [r["id"] for r in csv.DictReader(io.StringIO(table))] == [r["id"] for r in lines]
    shown = fogline(kind, "--ledger", ledger)
    assert shown.status == 0
    assert shown.out.startswith(f"{len(lines)} ")
    assert "as of 2016-11-14 23:59 UTC (publication)" in shown.out


def test_a_long_table_is_cut_and_says_so(fogline: Run, ledger: Path) -> None:
    every = fogline("events", "--format", "jsonl", "--ledger", ledger).objects()
    assert len(every) > 1
    shown = fogline("events", "--limit", "1", "--ledger", ledger).out
    assert shown.startswith(f"{len(every)} events, 1 shown (--limit), as of")
    assert shown.count("credibility") == 1
    assert (
        len(fogline("events", "--limit", "1", "--format", "jsonl", "--ledger", ledger).objects())
        > 1
    )


LEFT = (
    ("Harbour Bulletin", "2031-03-04", "The Rapid Support Forces withdrew from Sinja on Monday."),
    ("Lantern Post", "2031-03-04", "The Rapid Support Forces pulled out of Sinja on Monday."),
    ("Quay Journal", "2031-03-04", "The army took Sinja on Monday after the RSF left the town."),
    ("Mill Gazette", "2031-03-04", "Ukrainian forces lost Toretsk to Russian forces on Monday."),
    ("Dike Herald", "2031-03-04", "Russian forces lost Lyman to Ukrainian forces on Monday."),
)


@pytest.mark.parametrize("asked", [(), ("--as-of", "2031-03-05")])
def test_an_event_has_one_name_here_and_on_the_desk(
    fogline: Run, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    # A capture was a "Withdrawal" on the desk, and here who lost a place was who it was lost to.
    path, text = tmp_path / "ledger.sqlite", tmp_path / "left.jsonl"
    pages = ({"publisher": o, "published": d, "text": t} for o, d, t in LEFT)
    text.write_text("\n".join(map(json.dumps, pages)))
    fogline("add", "--ledger", path, text)
    shown = " ".join(fogline("events", "--ledger", path, *asked).out.split())
    with Ledger.open(path, read_only=True) as opened:
        view = snapshot(opened)
    cards = [card for event in view.events.values() if (card := event_card(view, event, None))]
    assert len(cards) >= 3
    assert all(card.summary.line in shown for card in cards)
    (taken,) = (card for card in cards if (card.event, card.mode) == ("CONTROL", "gain"))
    assert taken.summary.line.startswith("Capture of")
    for loser, place in (("Ukraine", "Toretsk"), ("the Russian Federation", "Lyman")):
        assert f"Loss of ground by Armed Forces of {loser}" in shown
        assert place in shown


def test_a_forecast_is_open_then_closed(fogline: Run, ledger: Path) -> None:
    def outcomes(*more: str) -> list[str]:
        ran = fogline("forecasts", "--format", "jsonl", "--ledger", ledger, *more)
        return [row["outcome"] for row in ran.objects()]

    assert outcomes("--as-of", "2016-11-07") == []
    assert outcomes("--as-of", "2016-11-08T12:00") == []
    assert outcomes("--as-of", "2016-11-09T12:00") == ["open"]
    assert outcomes() == ["cannot-tell"]
    assert outcomes("--as-of", "2016-12-31", "--clock", "recording") == []


def test_the_table_says_what_a_forecast_rests_on(fogline: Run, ledger: Path) -> None:
    out = " ".join(fogline("forecasts", "--ledger", ledger).out.split())
    assert "window 2016-11-08 to 2016-11-09; stated almost certain" in out
    assert "on Aleppo" in out
    assert "silence counts only with at least 3 documents of 2 origins" in out
    assert "1 independent origin" in out


@pytest.mark.parametrize(
    ("slots", "line"),
    [
        ({"places": ("south", "destination")}, "Displacement of families towards south"),
        ({"places": ("Orlin", "origin")}, "Displacement of families from Orlin"),
        ({"places": ("Orlin", "location")}, "Displacement of families in Orlin"),
        (
            {"event": "MOBILIZE", "mode": "troops", "actors": ("troops",), "recipients": ()},
            "Movement of troops in Orlin",
        ),
        (
            {"event": "RETREAT", "mode": "withdraw", "recipients": (), "actors": ("Two brigades",)},
            "Withdrawal by two brigades in Orlin",
        ),
        (
            {"event": "CONTROL", "mode": "gain", "recipients": (), "actors": ("Armed Forces",)},
            "Capture by Armed Forces of Orlin",
        ),
    ],
)
def test_a_line_leads_to_a_place_as_the_desk_does(slots: dict[str, Any], line: str) -> None:
    """ "Displacement of families from south": they went there."""
    row = {"event": "COERCE", "mode": "displace", "actors": (), "recipients": ("families",)} | slots
    name, role = row.get("places", ("Orlin", "location"))
    row |= {"places": [{"name": None, "text": name, "role": role}], "contradictions": ()}
    row |= {"when": {"start": None, "end": None}, "credibility": {"grade": 6, "reason": ""}}
    row |= {"documents": 1, "publishers": 1, "origins": 1, "reason": ""}
    row |= {"id": "event:1", "claims": ("claim:1", "claim:2")}
    assert KINDS["events"][1](row, {})[1][0][0] == line


@pytest.mark.parametrize(("one", "other"), [("Alder", "Birch"), ("Birch", "Alder")])
def test_a_deed_of_which_it_is_open_who_did_it_is_nobody_s_in_its_line(
    fogline: Run, tmp_path: Path, one: str, other: str
) -> None:
    """ "Shelling by the Alder Brigade, the Birch Brigade": neither owned to it."""
    said = "The {} Brigade said that the {} Brigade had shelled the market in Aleppo."
    told = (
        ("Harbour Bulletin", "2016-11-08", "The market in Aleppo was shelled on Monday."),
        ("Lantern Post", "2016-11-08", said.format(one, other)),
        ("Cedar Wire", "2016-11-10", said.format(other, one)),
    )
    ledger = tmp_path / "ledger.sqlite"
    for n, (outlet, day, text) in enumerate(told):
        (tmp_path / f"{n}.html").write_text(PAGE.format(outlet=outlet, day=day, text=text))
        fogline("add", "--ledger", ledger, tmp_path / f"{n}.html")
    events = " ".join(fogline("events", "--ledger", ledger).out.split())
    assert "Shelling or missile fire on market in Aleppo contested (blame): laid to" in events
    (conflict,) = fogline("contradictions", "--format", "jsonl", "--ledger", ledger).objects()
    assert (conflict["type"], len(conflict["claims"])) == ("blame", 2)


def test_numbers_keep_their_bound_in_every_listing(fogline: Run, tmp_path: Path) -> None:
    """ "between" was lost, of 20,000 and 30,000 soldiers."""
    said = "Between 200 and 300 soldiers will leave Aleppo next week, the army said. "
    done = "Shells killed at least 12 people in Aleppo on Tuesday."
    page = PAGE.format(day="2016-11-08", outlet="Harbour Bulletin", text=said + done)
    (tmp_path / "page.html").write_text(page)
    ledger = tmp_path / "ledger.sqlite"
    fogline("add", "--ledger", ledger, tmp_path / "page.html")
    events, forecasts = (
        " ".join(fogline(kind, "--ledger", ledger).out.split()) for kind in ("events", "forecasts")
    )
    assert "at least 12 people" in events
    for listing in (events, forecasts):
        assert "between 200 and 300 soldiers" in listing


def test_a_query_asks_for_words_of_a_row_or_its_sentences(fogline: Run, ledger: Path) -> None:
    def found(*words: str) -> int:
        ran = fogline("events", *words, "--format", "jsonl", "--ledger", ledger)
        return len(ran.objects())

    assert found("khan", "tuman") == 1
    assert found("captured the town") == 1
    assert found("zeppelin") == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("forecasts", "--as-of", "yesterday"), "is not a day like 2016-11-09"),
        (("forecasts", "--as-of", "2016-11-09", "--clock", "sun"), "publication, recording"),
        (("export", "claims", "--as-of", "noon"), "is not a day like 2016-11-09"),
        (("board", "--as-of", "noon"), "is not a day like 2016-11-09"),
    ],
)
def test_a_moment_that_is_none_is_a_mistake_in_the_command(
    fogline: Run, ledger: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = fogline(*arguments, "--ledger", ledger)
    assert ran.status == 2
    assert said in " ".join(ran.err.split())


def test_an_unknown_format_names_the_known_ones(fogline: Run, ledger: Path) -> None:
    ran = fogline("events", "--format", "xml", "--ledger", ledger)
    assert (ran.status, "table, jsonl, json, csv" in " ".join(ran.err.split())) == (2, True)


def test_a_wrong_format_is_a_mistake_in_every_command(fogline: Run, ledger: Path) -> None:
    """`read` said 2, the others 1."""
    for command in (("read", "-"), ("events",), ("export", "claims"), ("diff",)):
        where = () if command[0] == "read" else ("--ledger", ledger)
        assert fogline(*command, "--format", "xml", *where).status == 2, command


def test_words_that_nothing_holds_have_the_status_of_an_empty_search(
    fogline: Run, ledger: Path
) -> None:
    for kind in ("events", "control", "forecasts"):
        for format in ("table", "jsonl"):
            ran = fogline(kind, "zeppelin", "--format", format, "--ledger", ledger)
            assert (ran.status, "zeppelin" in ran.err) == (1, True)
    assert fogline("search", "zeppelin", "--ledger", ledger).status == 1
    assert fogline("control", "--as-of", "2001-01-01", "--ledger", ledger).status == 0


def test_the_board_shows_grades_and_due_forecasts_as_of_then(fogline: Run, ledger: Path) -> None:
    now = " ".join(fogline("board", "--ledger", ledger).out.split())
    then = " ".join(fogline("board", "--ledger", ledger, "--as-of", "2016-11-09").out.split())
    assert "due: cannot-tell" in now
    assert "credibility 6: one origin" in now
    assert "Khan Tuman" in now
    assert "Khan Tuman" not in then
    assert "open: its window is open until 2016-11-09" in then


def test_exports_of_a_moment_are_the_same_bytes(fogline: Run, ledger: Path) -> None:
    for kind in ("documents", "claims", "events", "forecasts"):
        once = fogline("export", kind, "--ledger", ledger, "--as-of", "2016-11-09").out
        assert once == fogline("export", kind, "--ledger", ledger, "--as-of", "2016-11-09").out
        assert once != fogline("export", kind, "--ledger", ledger).out or kind == "forecasts"


def test_control_says_what_it_leaves_out(fogline: Run, tmp_path: Path) -> None:
    text = (
        "Fighters of the Harrow Brigade seized the village of Zorlinka on Monday, residents said."
    )
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(outlet="Lantern Post", day="2016-11-14", text=text))
    fogline("add", "--ledger", tmp_path / "other.sqlite", page)
    out = " ".join(fogline("control", "--ledger", tmp_path / "other.sqlite").out.split())
    assert "0 places" in out
    assert "1 claim of control left out: 1 of a place that is not in the gazetteer" in out
