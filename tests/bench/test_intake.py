"""The benches of intake in small: what they measure stays as good as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import flooding, intake, looking

LOSS = 0.005  # of pages that tell of a conflict, the share that a first look may drop


@pytest.mark.shared
def test_the_first_look_loses_next_to_nothing(shared: Path) -> None:
    found = looking.measure()
    assert found["loss"] <= LOSS
    assert found["pages_dropped"] >= 0.75 * found["pages_of"]


def test_the_first_look_keeps_our_own_corpora() -> None:
    from fogline.intake import look

    pages = looking.on_topic()["own"]
    assert sum(not look.look(html).relevant for html in pages) <= LOSS * len(pages)


def test_cut_and_corrupted_archives_are_told_with_their_offsets(tmp_path: Path) -> None:
    found = intake.cuts(tmp_path, True)
    for kind in ("gzip", "plain"):
        assert found[f"{kind}_cuts_right"] == found[f"{kind}_cuts"]
        told = found[f"{kind}_corrupted_told"], found[f"{kind}_corrupted_without_effect"]
        assert sum(int(n) for n in told) == found[f"{kind}_corrupted"]
        assert found[f"{kind}_corrupted_others_kept"] == found[f"{kind}_corrupted"]


def test_floods_are_bounded(tmp_path: Path) -> None:
    found = flooding.measure(tmp_path, items=20_000, feeds=300)
    assert found["million_entries_kept"] == 1000
    assert found["million_small_feed_seconds"] < 10
    assert found["many_good"] == 300
    assert found["many_memory_grown_mb"] < 200
