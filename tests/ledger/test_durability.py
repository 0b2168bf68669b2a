"""bench/durability.py in a small form: kills, orders of adding, full disks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import killing, ordering, room, standin
from bench.ordering import Way
from fogline.ledger.verification import verify


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    return standin.corpus(tmp_path / "corpus", 60)


@pytest.fixture
def whole(tmp_path: Path, inputs: list[str]) -> dict[str, list[str]]:
    """The export of a ledger to which nothing happened."""
    killing.add(tmp_path / "whole.sqlite", inputs, lambda _: None)
    return ordering.exported(tmp_path / "whole.sqlite")


def test_killed_again_and_again(
    tmp_path: Path, inputs: list[str], whole: dict[str, list[str]]
) -> None:
    path = tmp_path / "killed.sqlite"
    toll = killing.killed_often(path, inputs, kills=14, seed=5)
    assert (toll.kills, toll.wrong) == (14, ())
    assert 0 < toll.injected < 14
    killing.add(path, inputs, lambda _: None)
    assert ordering.exported(path) == whole
    assert verify(path).faults == ()


def test_the_look_after_a_kill_sees_what_is_lost(tmp_path: Path, inputs: list[str]) -> None:
    path = tmp_path / "l.sqlite"
    killing.add(path, inputs, lambda _: None)
    assert killing.wrong(path, {"sha256:never"}) == ["1 acknowledged documents are gone"]


def test_processes_that_add_the_same_at_once_in_other_orders(
    tmp_path: Path, inputs: list[str], whole: dict[str, list[str]]
) -> None:
    lines = ordering.one_by_one(tmp_path / "lines", inputs)
    ways = [Way("stand-in", workers=1, order=n, hash_seed=n) for n in (1, 2)]
    path = tmp_path / "l.sqlite"
    assert ordering.added(path, ways, lines) == whole
    assert ordering.added(path, ways[:1], lines) == whole
    assert verify(path).faults == ()


@pytest.mark.parametrize("limit", [0, 250_000, 900_000])
def test_a_disk_that_is_full_in_the_middle(
    tmp_path: Path, inputs: list[str], whole: dict[str, list[str]], limit: int
) -> None:
    path = tmp_path / "l.sqlite"
    acknowledged, words = room.stopped_at(path, inputs, limit)
    assert f"ledger {path}: it could not be written: the disk is full" in words
    assert bool(acknowledged) == (limit > 250_000)
    if limit:
        assert killing.wrong(path, acknowledged) == []
    killing.add(path, inputs, lambda _: None)
    assert ordering.exported(path) == whole
