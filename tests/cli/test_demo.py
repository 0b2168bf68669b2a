"""The first thing that a new user runs."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from fogline.demo import manifest
from tests.cli.conftest import Run


def test_the_demo_fills_a_ledger_of_its_own_and_prints_the_board(fogline: Run) -> None:
    usual = Path(os.environ["FOGLINE_LEDGER"])
    documents = tomllib.loads(manifest().read_text(encoding="utf-8"))["document"]
    ran = fogline("demo", "--no-serve")
    assert ran.status == 0, ran.err
    assert f"{len(documents)} documents in: {len(documents)} new" in ran.out
    assert "0 dropped" in ran.out
    assert "Conflict zones, latest" in ran.out
    assert not usual.exists()
    assert str(usual.with_name("demo.sqlite")) in ran.out
    again = fogline("demo", "--no-serve")
    assert f"0 new, {len(documents)} already there" in again.out


def test_what_an_earlier_reader_read_is_read_again(
    fogline: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A demonstration that shows what the last version read would show its faults."""
    page = tmp_path / "page.txt"
    page.write_text("2 May 2024\n\nRebels shelled the town of Bor on Tuesday.\n", "utf-8")
    monkeypatch.setattr("fogline.demo.corpus", lambda: page)
    with monkeypatch.context() as earlier:
        earlier.setattr("fogline.reading.reader.version", lambda: "fogline-reader/earlier")
        assert "reading it again" not in fogline("demo", "--no-serve").out
    assert "reading it again" in fogline("demo", "--no-serve").out
    ran = fogline("demo", "--no-serve")
    assert "reading it again" not in ran.out
    assert "another version" not in ran.err
