"""The ledger that the bench grows, in small: what is filled in bulk stands as what arrives does."""

from __future__ import annotations

import pytest

from bench import scale
from fogline.ledger import Ledger
from fogline.weighing.occurrence import sketches
from fogline.weighing.occurrence.blocking import blocks, sign
from fogline.weighing.occurrence.meetings import active


def test_casts_stand_under_the_signs_of_their_own_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "STEP", 6)
    monkeypatch.setattr(scale, "CASTS", 3)
    with Ledger.open(":memory:") as ledger:
        grown = scale.Grown(ledger, documents=40)
        grown.fill()
        with ledger.revising() as held:
            shelves = held.shelves
            kept = shelves.sketches(range(1, grown.claims + 1))
            pages = {n: sketches.page(row) for n, row in shelves.pages(range(41, 47)).items()}
            for claim, page, content in kept:
                v = sketches.view(content, pages[page])
                under, _ = shelves.sharing(sign(b) for b, _ in blocks(v))
                stood = [n for items in under.values() for n in active(items)]
                assert stood.count(claim) == len(list(blocks(v)))
        grown.add()
        with ledger.revising() as held:
            assert held.shelves.extent() == (47, grown.claims)
