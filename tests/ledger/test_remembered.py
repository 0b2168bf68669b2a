"""What a connection remembers of a ledger is what stands in it, whoever has written to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fogline.derivation import weigh_new
from fogline.ledger import Ledger
from fogline.model import Reading
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


def held(ledger: Ledger, *pages: int) -> list[Reading]:
    """Return readings as weighing gets them."""
    with ledger.revising() as revising:
        return revising.readings(pair(n)[0].id for n in pages)


def test_what_was_recorded_last_is_as_it_stands(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger, Ledger.open(tmp_path / "l.sqlite") as other:
        filled(ledger)
        assert held(ledger, 1, 2, 3) == held(other, 1, 2, 3)
        assert held(ledger, 2, 4) == held(other, 2)


@pytest.mark.parametrize("own", [True, False])
def test_what_is_read_anew_is_not_remembered_as_it_was(tmp_path: Path, *, own: bool) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger, Ledger.open(tmp_path / "l.sqlite") as other:
        filled(ledger)
        (before,) = held(ledger, 2)
        assert (ledger if own else other).renew(replace(before, claims=()))
        (after,) = held(ledger, 2)
        assert after.claims == () != before.claims


def test_the_same_claim_said_twice_is_remembered_once(tmp_path: Path) -> None:
    capture, reading = pair(1)
    with Ledger.open(tmp_path / "l.sqlite") as ledger, Ledger.open(tmp_path / "l.sqlite") as other:
        assert ledger.add(capture, replace(reading, claims=(*reading.claims, *reading.claims)))
        assert held(ledger, 1) == held(other, 1)
