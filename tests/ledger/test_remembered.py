"""What a connection remembers of a ledger is what stands in it, whoever has written to it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from fogline.derivation import weigh_new
from fogline.ledger import Ledger
from fogline.weighing.occurrence.notebook import Notebook
from tests.ledger.invented import pair


def noted(ledger: Ledger) -> list[bytes]:
    """Return the numbers of every claim's note, as the notebook has them that is remembered."""
    with ledger.revising() as held:
        rows = held.shelves.connection.exec_driver_sql("SELECT item FROM claim_sketches")
        claims = np.array(sorted(key for (key,) in rows))
        notebook = held.shelves.notebook(Notebook)
        notebook.keep(held.shelves.notes(notebook.lacking(claims)))
        return [row.tobytes() for row in notebook.of(claims).numbers]


def changed(ledger: Ledger) -> None:
    """Take the last document out and put another one in, whose claims take its claims' keys."""
    assert ledger.take_down(pair(3)[0].id, "desk", "asked for")
    assert ledger.add(*pair(4))
    weigh_new(ledger)


def filled(ledger: Ledger) -> None:
    for n in (1, 2, 3):
        assert ledger.add(*pair(n))
    weigh_new(ledger)


def test_what_is_taken_away_is_forgotten(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        filled(ledger)
        before = noted(ledger)
        changed(ledger)
        after = noted(ledger)
        with Ledger.open(tmp_path / "l.sqlite") as other:
            assert after == noted(other)
        assert after != before


def test_what_another_changes_is_read_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger, Ledger.open(tmp_path / "l.sqlite") as other:
        filled(ledger)
        before = noted(ledger)
        changed(other)
        assert noted(ledger) == noted(other) != before
