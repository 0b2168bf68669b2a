"""`fogline correct`: appended to the log, shown beside what was recorded, followed by the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.test_listings import NEWS, PAGE

WHO = ("--by", "a desk editor", "--reason", "the text says ten days")


@pytest.fixture
def ledger(fogline: Run, tmp_path: Path) -> Path:
    for n, (outlet, day, text) in enumerate(NEWS):
        (tmp_path / f"{n}.html").write_text(PAGE.format(outlet=outlet, day=day, text=text))
    ledger = tmp_path / "ledger.sqlite"
    fogline("add", "--ledger", ledger, tmp_path / "0.html", tmp_path / "1.html")
    return ledger


def listed(fogline: Run, ledger: Path, *more: str) -> dict[str, Any]:
    (row,) = fogline("forecasts", "--format", "jsonl", "--ledger", ledger, *more).objects()
    return row


def test_both_are_shown_and_the_log_verifies(fogline: Run, ledger: Path) -> None:
    before = listed(fogline, ledger)
    assert (before["corrections"], before["window"]["end"]) == ([], "2016-11-09")
    ran = fogline("correct", before["id"], "--until", "2016-11-18", *WHO, "--ledger", ledger)
    assert ran.status == 0
    assert f"corrects {before['id']}: window 2016-11-08 to 2016-11-18" in ran.out
    row = listed(fogline, ledger)
    (made,) = row["corrections"]
    assert (made["by"], made["note"]) == ("a desk editor", "the text says ten days")
    assert row["window"]["end"] == made["window"]["end"] == "2016-11-18"
    assert row["recorded"] == {"window": before["window"], "rule": before["rule"]}
    assert (before["outcome"], row["outcome"]) != ("open", "not-borne-out")
    assert row["outcome"] == "open"
    table = " ".join(fogline("forecasts", "--ledger", ledger).out.split())
    assert "recorded: Violence" in table
    assert "corrected by a desk editor on" in table
    assert fogline("verify", "--ledger", ledger).status == 0


def test_it_stands_from_when_it_was_made_and_after_a_rebuild(fogline: Run, ledger: Path) -> None:
    wanted = listed(fogline, ledger)["id"]
    fogline("correct", wanted, "--until", "2016-11-18", *WHO, "--ledger", ledger)
    assert listed(fogline, ledger, "--as-of", "2016-11-12")["corrections"] == []
    assert fogline("rebuild", "--ledger", ledger).status == 0
    assert listed(fogline, ledger)["window"]["end"] == "2016-11-18"
    assert fogline("verify", "--ledger", ledger).status == 0


def test_the_rule_can_be_corrected_by_names_and_ids(fogline: Run, ledger: Path) -> None:
    wanted = listed(fogline, ledger)["id"]
    slots = ("--event", "CONTROL/gain", "--actor", "Hezbollah", "--will-not", "--open-ended")
    assert fogline("correct", wanted, *slots, *WHO, "--ledger", ledger).status == 0
    place = fogline("places", "find", "Khan Tuman", "--format", "json").objects()[0]
    where = place["candidates"][0]["id"]
    assert fogline("correct", wanted, "--place", where, *WHO, "--ledger", ledger).status == 0
    row = listed(fogline, ledger)
    rule = row["rule"]
    assert (rule["event"], rule["mode"], rule["polarity"]) == ("CONTROL", "gain", "negative")
    assert [a["id"] for a in rule["actors"]] == ["hezbollah"]
    assert [p["id"] for p in rule["places"]] == [where]
    assert row["window"]["basis"] == "open-ended"
    assert len(row["corrections"]) == 2


@pytest.mark.parametrize(
    ("options", "status", "why"),
    [
        ((), 2, "say what is to be corrected"),
        (("--until", "2016-11-18", "--open-ended"), 2, "not both"),
        (("--until", "soon"), 2, "not a day"),
        (("--event", "WAR"), 2, "the codebook has no"),
        (("--place", "nowhere:1"), 1, "no place has this id"),
        (("--until", "2016-11-09"), 1, "say already"),
    ],
)
def test_what_cannot_be_is_one_line(
    fogline: Run, ledger: Path, options: tuple[str, ...], status: int, why: str
) -> None:
    wanted = listed(fogline, ledger)["id"]
    ran = fogline("correct", wanted, *options, *WHO, "--ledger", ledger)
    assert (ran.status, why in " ".join(ran.err.split())) == (status, True), ran.err
    assert listed(fogline, ledger)["corrections"] == []
