"""Real pages are taken apart no worse than when the floors were set (bench/pages.py measures)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import pages

FLOORS = {
    "wanted": 0.935, "unwanted_running": 0.92, "f1": 0.93, "comments_here": 0.90,
    "comments_f1": 0.92,
}  # fmt: skip


@pytest.mark.shared
def test_quality_on_real_pages_holds(shared: Path) -> None:
    found = pages.measure(shared / "data" / "pages", ["fogline"])["fogline"].shares()
    assert found["unread"] == 0
    assert {kind: found[kind] for kind in FLOORS if found[kind] < FLOORS[kind]} == {}
