"""A process killed while it adds leaves a ledger in which everything acknowledged is whole."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from fogline.ledger import Ledger

ADDING = """
import sys
from fogline.ledger import Ledger
from tests.ledger.invented import capture, claim, reading
with Ledger.open(sys.argv[1]) as ledger:
    for n in range(10_000):
        text = f"Note {n}. " + "Then the mill at Orvelo was shelled again. " * 50
        of = capture(text)
        claims = (claim(of.id, text, certainty=str(i)) for i in range(50))
        ledger.add(of, reading(of, *claims))
        print(of.id, flush=True)
"""


def test_killed_in_the_middle_of_adding(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", ADDING, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": "src:."},
        cwd=Path(__file__).parents[2],
    ) as adding:
        assert adding.stdout is not None
        acknowledged = [adding.stdout.readline().strip() for _ in range(12)]
        adding.kill()
        acknowledged += adding.stdout.read().split()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with Ledger.open(path) as ledger:
        kept = {r.document.id: len(r.claims) for r in ledger.readings()}
        assert set(acknowledged) <= set(kept) == {c.id for c in ledger.captures()}
        assert set(kept.values()) == {50}
