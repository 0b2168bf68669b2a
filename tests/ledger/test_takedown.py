"""A capture that is taken down is in no byte of the file; its tombstone and the log are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fogline import pipeline
from fogline.chain import Takedown
from fogline.errors import Refused, StopRun
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from fogline.model import Capture, Quarantined
from fogline.settings import Settings
from tests.ledger.filling import weigh
from tests.ledger.invented import capture, claim, judgement, pair, reading

SECRET = "Zebulon Quillfeather lives beside the mill that was shelled at Orvelo."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def in_files(path: Path, words: str) -> list[str]:
    """Return the ledger's files that hold some words, in whatever case and encoding."""
    found = sorted(path.parent.glob(f"{path.name}*"))
    return [p.name for p in found if words.lower().encode() in p.read_bytes().lower()]


def failed(of: Capture) -> Quarantined:
    """Return a capture's copy as quarantine kept it from an earlier try."""
    day = "2031-03-05T10:00:00+00:00"
    return Quarantined(
        "quillfeather.txt",
        "unreadable",
        "it could not be read",
        "later",
        day,
        day,
        1,
        "0",
        None,
        of,
    )


def test_nothing_of_it_is_left_but_the_tombstone(path: Path) -> None:
    of = capture(SECRET, "quillfeather.txt", url="https://outlet.example/quillfeather")
    with Ledger.open(path) as ledger:
        for n in range(30):
            ledger.add(*pair(n))
        told = claim(of.id, SECRET)
        ledger.add(of, reading(of, told))
        ledger.judge(judgement("j1", subjects=(told.id,)))
        ledger.append("forecast", "forecast:1", {"words": SECRET}, document=of.id)
        ledger.quarantine().keep(failed(of))
        ledger.renew(reading(of, claim(of.id, SECRET, certainty="possible")))
        weigh(ledger)
    with Ledger.open(path) as ledger:
        assert in_files(path, "quillfeather")
        assert ledger.take_down(of.id, "desk officer", "a court's order")
        assert in_files(path, "quillfeather") == in_files(path, "zebulon") == []
        stone = ledger.takedown(of.id)
        assert stone is not None
        assert stone == Takedown(of.id, "desk officer", stone.at, "a court's order")
        assert ledger.takedowns() == (stone,)
        assert ledger.capture(of.id) is None
        assert ledger.reading(of.id) is None
        assert ledger.former(of.id) == ()
        assert ledger.search("Quillfeather") == ()
        assert len(ledger.search("mill")) == 30
        assert of.id not in {found.id for found in ledger.captures()}
        assert ledger.judgements() == (judgement("j1", subjects=(told.id,)),)
        assert (ledger.events(), ledger.origins()) == ((), ())
        weigh(ledger)
    assert verify(path).faults == ()


def test_the_entry_says_who_when_and_why(path: Path) -> None:
    with Ledger.open(path) as ledger:
        of, read = pair()
        ledger.add(of, read)
        before = list(ledger.entries())
        ledger.take_down(of.id, "desk officer", "a court's order")
        stone = ledger.takedown(of.id)
        assert stone is not None
        *kept, last = ledger.entries()
        assert kept == before
        content = json.loads(last.content or "")
        assert (last.kind, last.subject) == ("takedown", of.id)
        assert (content["by"], content["at"], content["reason"]) == (
            stone.by, stone.at, stone.reason,
        )  # fmt: skip


def test_once_and_only_what_is_there(path: Path) -> None:
    with Ledger.open(path) as ledger:
        of, read = pair()
        ledger.add(of, read)
        assert ledger.take_down(of.id, "desk officer", "a court's order")
        assert not ledger.take_down(of.id, "another", "on second thoughts")
        with pytest.raises(StopRun, match="sha256:none: not in ledger"):
            ledger.take_down("sha256:none", "desk officer", "a court's order")


def test_who_still_reads_is_named_and_the_next_call_cleans(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fogline.ledger.connection.WAIT_SECONDS", 0.2)
    of = capture(SECRET)
    with Ledger.open(path) as ledger:
        ledger.add(of, reading(of))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM captures").fetchall()
            with pytest.raises(StopRun, match="end what reads it and run the same command again"):
                ledger.take_down(of.id, "desk officer", "a court's order")
        assert in_files(path, "quillfeather")
        assert not ledger.take_down(of.id, "desk officer", "a court's order")
        assert not in_files(path, "quillfeather")
    assert verify(path).faults == ()


class Reader:
    def read(self, document: object) -> object:
        raise AssertionError("what was taken down is not read")

    def pipe(self, documents: Iterable[object]) -> Iterator[object]:
        return map(self.read, documents)


def test_the_same_bytes_do_not_come_in_again(path: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes(SECRET.encode())
    of = capture(SECRET)
    told: list[object] = []
    with Ledger.open(path) as ledger:
        ledger.add(of, reading(of))
        ledger.take_down(of.id, "desk officer", "a court's order")
        summary = pipeline.add(
            [str(note)],
            ledger,
            Reader(),  # type: ignore[arg-type]
            Settings(),
            progress=lambda outcome, _: told.append(outcome),
        )
        assert summary.dropped == {"taken-down": 1}
        assert not ledger.add(of, reading(of))
        assert pipeline.rebuild(ledger, Reader(), Settings()).came_in == 0  # type: ignore[arg-type]
    (refused,) = told
    assert isinstance(refused, Refused)
    assert "taken down by desk officer on 20" in str(refused)
