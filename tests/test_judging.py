"""What people decide outranks what rules conclude, at once and of all that arrives later."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.conclusions import still
from fogline.derivation import judge, revoke, weigh, weigh_new
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from fogline.model import Judgement, Reading
from fogline.weighing.moments import moment
from tests.test_derivation import captured, crossed, derived
from tests.weighing.newsroom import reading, told

KINDS = ("rejected", "same-event", "not-same-event", "same-origin", "not-same-origin")
ORLIN = "Rebels shelled the market of Orlin on Monday, killing nine people there."
AGAIN = "On Monday a market in Orlin was shelled, and nine people were killed there."


def made(kind: str, *subjects: str, at: str = "2031-04-01T00:00:00+00:00") -> Judgement:
    return Judgement(f"{kind}:{at}:{subjects}", kind, subjects, "desk", at, "as we saw")


def page(text: str, publisher: str) -> Reading:
    slots = {"sentence": text, "trigger": "shelled", "event": "ASSAULT", "mode": "artillery"}
    return told(reading(text, publisher, "2031-03-04"), slots)


def filled(path: Path, found: Sequence[Reading]) -> list[Reading]:
    """Fill a ledger, and return what it holds."""
    with Ledger.open(path) as ledger:
        for one in found:
            ledger.add(*captured(one))
        weigh(ledger)
        return list(ledger.readings())


def test_a_rejected_claim_is_kept_and_weighed_no_more(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    one, other = filled(path, [page(ORLIN, "Marsh Wire"), page(AGAIN, "River Post")])
    (wrong,), (right,) = one.claims, other.claims
    with Ledger.open(path) as ledger:
        (event,) = ledger.events()
        assert (event.documents, event.origins) == (2, 2)
        judge(ledger, [made("rejected", wrong.id)])
        (left,) = ledger.events()
        assert (left.claims, left.origins) == ((right.id,), 1)
        assert wrong.id not in ledger.claim_origins()
        assert len(list(ledger.readings())) == 2
        assert [c.id for r in still(ledger).readings() for c in r.claims if c == wrong] == [
            wrong.id
        ]
        before = still(ledger, moment("2031-03-31"))
        assert [len(e.claims) for e in before.events()] == [2]
        revoke(ledger, ledger.judgements()[0], "2031-05-01T00:00:00+00:00")
        assert ledger.events() == (event,)
        between = still(ledger, moment("2031-04-15"))
        assert [len(e.claims) for e in between.events()] == [1]
    assert verify(path).faults == ()


def test_two_events_are_put_together_and_one_is_split(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    far = "Fighters shelled Kesra on 2 January, and a bridge fell into the river."
    held = filled(path, [page(ORLIN, "Marsh Wire"), page(AGAIN, "River Post"), page(far, "Dale")])
    at = {r.document.publisher: r.claims[0].id for r in held}
    with Ledger.open(path) as ledger:
        assert len(ledger.events()) == 2
        judge(ledger, [made("same-event", at["Marsh Wire"], at["Dale"])])
        together = next(e for e in ledger.events() if at["Dale"] in e.claims)
        assert at["Marsh Wire"] in together.claims
        assert "put together by desk: as we saw" in together.reason
        later = "2031-04-02T00:00:00+00:00"
        judge(ledger, [made("not-same-event", at["Marsh Wire"], at["Dale"], at=later)])
        judge(ledger, [made("not-same-event", at["Marsh Wire"], at["River Post"], at=later)])
        assert len(ledger.events()) == 3
        assert all("kept apart by desk" in e.reason for e in ledger.events())


def test_origins_are_put_together_and_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    copies = [page(f"{ORLIN} {ORLIN} The town lies by the river.", p) for p in ("Marsh", "River")]
    alone = page(AGAIN, "Dale")
    held = filled(path, [*copies, alone])
    at = {r.document.publisher: r.document.id for r in held}
    with Ledger.open(path) as ledger:
        assert sorted(len(o.members) for o in ledger.origins()) == [1, 2]
        judge(ledger, [made("same-origin", at["Marsh"], at["Dale"])])
        (origin,) = ledger.origins()
        assert any(m.relation == "decided" and "desk" in m.evidence for m in origin.members)
        later = "2031-04-02T00:00:00+00:00"
        judge(ledger, [made("not-same-origin", at["Marsh"], at["River"], at=later)])
        homes = [{m.document for m in o.members} for o in ledger.origins()]
        assert {at["Marsh"], at["Dale"]} in homes
        assert {at["River"]} in homes
        told = {m.document: m.evidence for o in ledger.origins() for m in o.members}
        assert "another document is kept apart by desk: as we saw" in told[at["River"]]
        assert "kept apart" not in told[at["Dale"]]


def test_what_proved_wrong_counts_until_that_is_revoked(tmp_path: Path) -> None:
    # A revoked one counted on in the record of its source.
    one, _ = filled(tmp_path / "l.sqlite", [page(ORLIN, "Marsh Wire"), page(AGAIN, "River Post")])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        counts = []
        for wanted in ("made", "revoked"):
            if wanted == "made":
                judge(ledger, [made("corrected", *(c.id for c in one.claims))])
            else:
                revoke(ledger, ledger.judgements()[0], "2031-05-01T00:00:00+00:00")
            counts.append(sum(record.firm.corrected for record in still(ledger).records()))
        assert counts == [1, 0]


@pytest.mark.parametrize("n", range(6))  # whatever comes first by the documents' ids
def test_a_decision_comes_before_the_surest_tie(tmp_path: Path, n: int) -> None:
    """Two captures of one address are surely of one origin, but for a person's word."""
    path = tmp_path / "l.sqlite"
    late = "A bridge was shelled in Kesra on 2 January, and it fell."
    texts = {"early": ORLIN, "late": late, "other": f"{AGAIN} So {n} say."}
    urls = {"early": "https://a.test/x", "late": "https://a.test/x", "other": None}
    slots = {"trigger": "shelled", "event": "ASSAULT", "mode": "artillery"}
    pages = [
        told(reading(words, name, "2031-03-04", url=urls[name]), slots | {"sentence": words})
        for name, words in texts.items()
    ]
    at = {r.document.publisher or "": r.document.id for r in filled(path, pages)}
    with Ledger.open(path) as ledger:
        judge(ledger, [made("same-origin", at["early"], at["other"])])
        later = "2031-04-02T00:00:00+00:00"
        judge(ledger, [made("not-same-origin", at["late"], at["other"], at=later)])
        homes = [{m.document for m in o.members} for o in ledger.origins()]
    assert sorted(map(len, homes)) == [1, 2]
    assert {at["early"], at["other"]} in homes


def test_what_weighs_nothing_is_recorded_alone(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    filled(path, [page(ORLIN, "Marsh Wire")])
    with Ledger.open(path) as ledger:
        before = derived(ledger)
        judge(ledger, [made("reliability-C", "outlet:marsh wire")])
        revoke(ledger, ledger.judgements()[0], "2031-05-01T00:00:00+00:00")
        assert ledger.judgements()[0].revoked_at
        assert derived(ledger) == before
    assert verify(path).faults == ()


def drawn(draw: random.Random, held: Sequence[Reading], n: int) -> Judgement:
    """Return a judgement over some of what a ledger holds."""
    kind = draw.choice(KINDS)
    things = [r.document.id for r in held]
    if "origin" not in kind:
        things = [c.id for r in held for c in r.claims] or ["claim:none"]
    subjects = draw.sample(
        things, min(len(things), 1 if kind == "rejected" else draw.randint(2, 4))
    )
    return made(kind, *subjects, at=f"2031-04-{n + 1:02}T00:00:00+00:00")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(6, 20))
def test_what_arrives_after_is_weighed_by_them_as_anew(
    tmp_path_factory: Any, seed: int, size: int
) -> None:
    folder, draw = tmp_path_factory.mktemp("l"), random.Random(seed)
    found = list({r.document.id: r for r in crossed(draw, size)}.values())
    draw.shuffle(found)
    half = len(found) * 2 // 3
    held = filled(folder / "one.sqlite", found[:half])
    judgements = [drawn(draw, held, n) for n in range(draw.randint(1, 5))]
    with Ledger.open(folder / "one.sqlite") as ledger:
        for one in judgements:
            judge(ledger, [one])
        if draw.random() < 0.3:
            revoke(ledger, judgements[0], "2031-06-01T00:00:00+00:00")
        for late in found[half:]:
            ledger.add(*captured(late))
            weigh_new(ledger)
        grown, kept = derived(ledger), ledger.judgements()
    filled(folder / "other.sqlite", found)
    with Ledger.open(folder / "other.sqlite") as ledger:
        judge(ledger, kept)
        assert derived(ledger) == grown
    assert verify(folder / "one.sqlite").faults == ()
