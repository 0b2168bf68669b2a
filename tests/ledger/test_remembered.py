"""What a connection remembers of a ledger is what stands in it, whoever has written to it."""

from __future__ import annotations

from pathlib import Path

from fogline.derivation import weigh_new
from fogline.ledger import Ledger
from fogline.ledger.remembered import Remembered
from tests.ledger.invented import pair


def noted(ledger: Ledger) -> list[tuple[str, bytes, bytes]]:
    with ledger.revising() as held:
        rows = held.shelves.connection.exec_driver_sql("SELECT item FROM claim_sketches")
        return held.shelves.notes(sorted(key for (key,) in rows))


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


def test_the_oldest_go_first() -> None:
    held = Remembered[str](4, 1)
    held.rows |= {n: str(n) for n in range(4)}
    held.shorten()
    assert len(held.rows) == 4
    held.rows[4] = "4"
    held.shorten()
    assert list(held.rows) == [2, 3, 4]
