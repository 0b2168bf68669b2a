"""Poison among good documents: the good ones go in, each poison is quarantined with its reason."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from bench import poison
from bench.site import serving
from fogline import pipeline
from fogline.errors import SkipItem
from fogline.ledger import Ledger
from fogline.model import Reading
from fogline.pipeline import Known, Outcome
from fogline.settings import Settings
from tests.test_pipeline import Reader

SETTINGS = Settings(
    allow_private=True, page_seconds=4.0, fetch_seconds=4.0, fetch_bytes=10_000_000,
    page_memory=1_000_000_000,
)  # fmt: skip
GOOD = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("poison")


def _peak() -> int:
    """Return the most memory that any child has held so far, other tests' too, in bytes.

    A child begins with its parent's memory, so that counts as well.
    """
    who = (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    return max(resource.getrusage(one).ru_maxrss for one in who) * 1024


def test_poison_costs_no_good_document(folder: Path) -> None:
    expected = poison.files(folder, line=11_000_000)
    for n in range(GOOD):
        text = f"<html><body><article><p>{poison.WORDS} Report {n}.</p></article></body></html>"
        (folder / f"good-{n:02d}.html").write_text(text)
    with serving() as site, Ledger.open(folder / "ledger.sqlite") as ledger:
        web = poison.answers(site)
        inputs = [*map(str, sorted(folder.glob("*.*")))]
        inputs = [i for i in inputs if "ledger" not in i] + [site.url(path) for path in web]
        began, before = time.monotonic(), _peak()
        outcomes: list[Outcome] = []
        pipeline.add(
            inputs,
            ledger,
            Reader(),
            SETTINGS,
            progress=lambda o, _: outcomes.append(o),  # type: ignore[arg-type]
        )
        took = time.monotonic() - began
        kept = {q.item: q.reason for q in ledger.quarantine().every()}
        texts = [d.text for d in ledger.documents()]
    assert all(any(t.endswith(f"Report {n}.") for t in texts) for n in range(GOOD))
    reasons = {f"{folder}/{name}": why for name, why in expected.items()}
    for item, allowed in (reasons | {site.url(path): why for path, why in web.items()}).items():
        found = {why for name, why in kept.items() if name.split("@")[0] in (item, f"{item}:1")}
        assert found <= allowed and bool(found) == bool(allowed), (item, found)
    assert took < 240
    assert all(isinstance(o, Reading | Known | SkipItem) for o in outcomes)
    assert _peak() <= max(before * 1.2, SETTINGS.page_memory * 1.2)
