"""What is installed is pinned and hashed, and no pin says where it comes from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ["requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("name", PYTHON)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = re.sub(r"(?m)^#.*\n", "", (ROOT / name).read_text(encoding="utf-8"))
    entries = text.replace("\\\n", " ").strip().splitlines()
    assert entries
    assert [e for e in entries if not re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", e)] == []


@pytest.mark.parametrize("name", [*PYTHON, "web/package-lock.json", "web/.npmrc"])
def test_no_pin_names_a_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r'https?:|index-url|find-links|registry *=|"resolved"', text) == []


def test_every_web_package_is_hashed() -> None:
    pins = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))
    assert [n for n, p in pins["packages"].items() if n and "integrity" not in p] == []


def test_the_development_pins_hold_the_run_time_ones() -> None:
    run, dev = (set(re.findall(r"(?m)^\S+==\S+", (ROOT / n).read_text("utf-8"))) for n in PYTHON)
    assert run <= dev
