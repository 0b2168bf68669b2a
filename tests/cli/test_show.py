"""`fogline show` and `fogline compare`: which origins stand behind an event, and why it is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fogline.cli.quoting import told
from fogline.ledger import Ledger
from tests.cli.conftest import Run

MARSH = "Fighters shelled the cattle market of Aleppo on Tuesday, killing nine people."
COPY = MARSH.replace(".", ", Marsh Wire said.")
MAYOR = "Nine people died on Tuesday when the market in Aleppo was shelled, Mayor Ana Lis said."
OTHER = "Fighters shelled the port of Tartus last month, a resident said."


@pytest.fixture
def ledger(fogline: Run, tmp_path: Path) -> Path:
    ledger = tmp_path / "ledger.sqlite"
    told = (("Marsh Wire", MARSH), ("Vessa Times", COPY), ("Orlin Post", MAYOR), ("Karsk", OTHER))
    for n, (outlet, text) in enumerate(told):
        page = tmp_path / f"{n}.txt"
        page.write_text(f"{text}\n")
        stated = ("--publisher", outlet, "--date", "2016-11-09")
        assert fogline("add", page, "--ledger", ledger, *stated).status == 0
    return ledger


def most_told(ledger: Path) -> tuple[str, tuple[str, ...], int]:
    with Ledger.open(ledger, read_only=True) as held:
        event = max(held.events(), key=lambda e: len(e.claims))
        return event.id, event.claims, event.origins


def test_an_event_is_shown_with_the_origins_that_are_counted(fogline: Run, ledger: Path) -> None:
    event, claims, origins = most_told(ledger)
    row = json.loads(fogline("show", event, "--format", "json", "--ledger", ledger).out)
    assert row["id"] == event
    assert len(row["independent"]) == row["origins"] == origins == 2
    counted = [claim for origin in row["independent"] for claim in origin["claims"]]
    assert sorted([*counted, *row["beside"]]) == sorted(claims)
    assert {told["id"] for told in row["told"]} == set(claims)
    out = fogline("show", event, "--ledger", ledger).out
    assert "own report of Marsh Wire" in out
    assert "cites Mayor Ana Lis" in out


def test_a_claim_or_the_beginning_of_an_id_will_do(fogline: Run, ledger: Path) -> None:
    event, claims, _ = most_told(ledger)
    whole = fogline("show", event, "--ledger", ledger).out
    assert whole == fogline("show", claims[0], "--ledger", ledger).out
    assert whole == fogline("show", event[:20], "--ledger", ledger).out
    many = fogline("show", "claim:", "--ledger", ledger)
    assert (many.status, many.out) == (1, "")
    assert "ids begin so" in many.err
    none = fogline("show", "event:none", "--ledger", ledger)
    assert none.status == 1
    assert "no such event or claim" in none.err


def test_two_are_compared_with_what_speaks_for_and_against(fogline: Run, ledger: Path) -> None:
    event, claims, _ = most_told(ledger)
    with Ledger.open(ledger, read_only=True) as held:
        other = next(e.claims[0] for e in held.events() if "Tartus" in str(e.places))
    apart = fogline("compare", event, other, "--ledger", ledger)
    assert apart.status == 0
    assert "two events: ruled out as one occurrence" in apart.out
    assert apart.out == fogline("compare", other, event, "--ledger", ledger).out
    itself = fogline("compare", claims[0], claims[0], "--ledger", ledger)
    assert itself.status == 1
    assert "are one claim: name two" in itself.err
    together = fogline("compare", claims[0], claims[-1], "--ledger", ledger).out
    assert "one event: +" in together
    assert "Aleppo" in together


def two_alike(fogline: Run, ledger: Path, tmp_path: Path, told: tuple[str, ...]) -> list[str]:
    """Return the claims of shelling of some reports by several outlets."""
    for n, text in enumerate(told):
        page = tmp_path / f"{n}.txt"
        page.write_text(f"{text}\n")
        stated = ("--publisher", f"Paper {n}", "--date", "2016-11-09")
        assert fogline("add", page, "--ledger", ledger, *stated).status == 0
    with Ledger.open(ledger) as held:
        return [c.id for r in held.readings() for c in r.claims if c.trigger.text == "shelled"]


def test_what_keeps_two_apart_that_are_alike_is_told(fogline: Run, tmp_path: Path) -> None:
    """It said that two claims have more points than are asked, and are two events: no word why."""
    ledger = tmp_path / "apart.sqlite"
    told = (
        "Fighters shelled the market of Aleppo on 8 November, killing nine people.",
        "On 8 November the market of Aleppo was shelled by fighters, a baker said.",
    )
    one, other = two_alike(fogline, ledger, tmp_path, told)
    assert "one event: +" in fogline("compare", one, other, "--ledger", ledger).out
    why = ("--reason", "two mornings", "--by", "A. Reader")
    split = fogline("judge", "not-same-event", one, "--from", other, *why, "--ledger", ledger)
    assert split.status == 0, split.err
    out = fogline("compare", one, other, "--ledger", ledger).out
    assert "two events: +" in out
    assert "their events did not join: " in out
    assert "two mornings" in out


def test_events_are_listed_by_what_is_asked_of_them(fogline: Run, ledger: Path) -> None:
    event, _, _ = most_told(ledger)
    every = fogline("events", "--format", "jsonl", "--ledger", ledger).objects()
    several = fogline("events", "--origins", "2", "--format", "jsonl", "--ledger", ledger)
    assert [row["id"] for row in several.objects()] == [event]
    contested = fogline("events", "--contested", "--format", "jsonl", "--ledger", ledger)
    assert len(contested.objects()) == sum(
        any(c["state"] == "open" for c in row["contradictions"]) for row in every
    )
    assert fogline("events", "--contested", "--ledger", ledger).status == 0
    newest = fogline("events", "--newest", "--ledger", ledger).out
    assert newest.index("market") < newest.index("Tartus")


def test_as_of_a_day_before_there_is_no_such_event(fogline: Run, ledger: Path) -> None:
    event, _, _ = most_told(ledger)
    before = fogline("show", event, "--as-of", "2016-11-01", "--ledger", ledger)
    assert before.status == 1


def test_of_a_long_sentence_the_words_around_its_trigger_are_shown() -> None:
    start, end = "The council met for days. " * 10, " and the talks went on" * 10
    sentence = f"{start}fighters shelled the port{end}"
    cut = told(sentence, (sentence.index("shelled"), sentence.index(" the port"))).plain
    assert "fighters [shelled] the port" in cut
    assert cut.startswith("“…")
    assert cut.endswith("…”")
    assert told("Fighters shelled the port.", (9, 16)).plain == "“Fighters [shelled] the port.”"
    assert told("Fighters shelled the port.", (0, 0)).plain == "“Fighters shelled the port.”"
