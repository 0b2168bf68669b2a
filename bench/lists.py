"""Measures the desk's long lists: `python -m bench.lists [DOCUMENTS]`, over invented documents.

Each question is asked four times: the first answer is made anew, as after the ledger has changed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from bench.scale import generated
from fogline import pipeline
from fogline.desk.app import create_app
from fogline.ledger import Ledger
from fogline.model import Capture, Reading, capture_id
from fogline.settings import Settings

ASKED = (
    "events",
    "events?order=origins&offset=10000",
    "events?contested=true",
    "events?q=shelled&category=ASSAULT",
    "contradictions/sides",
    "contradictions/sides?type=toll",
)


def main() -> None:
    """Print the figures."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    with tempfile.TemporaryDirectory() as folder:
        print_lists(fill(Path(folder) / "ledger.sqlite", documents))


def fill(path: Path, documents: int) -> Path:
    """Write invented documents to a new ledger and weigh it."""
    with Ledger.open(path) as ledger:
        for n in range(documents):
            ledger.add(*_captured(generated(n)))
        pipeline.weigh(ledger)
    return path


def _captured(reading: Reading) -> tuple[Capture, Reading]:
    body = reading.document.text.encode()
    document = replace(reading.document, id=capture_id(body))
    return Capture(document.id, body, "text/plain", "generated"), replace(
        reading, document=document
    )


def print_lists(path: Path) -> None:
    """Print how long the first answer to each question takes, and the slowest of three more."""
    with TestClient(create_app(Settings(ledger=path)), base_url="http://127.0.0.1") as desk:
        begun = time.perf_counter()
        held = desk.get("/api/overview").json()
        print(f"{held['events']} events read in {time.perf_counter() - begun:.1f} s")
        for question in ASKED:
            first, *later = [_seconds(desk, question) for _ in range(4)]
            print(f"{question}: {first:.2f} s, then at most {_milliseconds(later)} ms")


def _milliseconds(took: Sequence[float]) -> int:
    return round(max(took) * 1000)


def _seconds(desk: TestClient, question: str) -> float:
    begun = time.perf_counter()
    answer = desk.get(f"/api/{question}")
    if answer.status_code != 200:
        sys.exit(f"{question}: {answer.text}")
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
