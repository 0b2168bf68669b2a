"""What people decide outranks what rules conclude, at once and of all that arrives later."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline import derivation, neighbourhood
from fogline.arrivals import sources
from fogline.conclusions import still
from fogline.derivation import judge, revoke, weigh, weigh_new
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from fogline.model import Judgement, Reading
from fogline.weighing.moments import moment
from fogline.weighing.occurrence import blocking
from fogline.weighing.origin import passages, translations
from fogline.weighing.sources import registers
from tests.test_derivation import captured, crossed, derived, taking_back, versions
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


def narrowed(patched: pytest.MonkeyPatch, size: int) -> None:
    """Let texts of a few pages be standing text, and crowds."""
    patched.setattr(passages, "COMMON", 2)
    patched.setattr(passages, "STANDING", 1)
    patched.setattr(translations, "CROWD", 2)
    for room in (registers, sources):
        patched.setattr(room, "CROWD", size % 4)


def decide(ledger: Ledger, draw: random.Random, n: int) -> None:
    """Decide something that is drawn, or revoke what was decided."""
    held = [j for j in ledger.judgements() if j.revoked_at is None]
    if held and draw.random() < 0.4:
        revoke(ledger, draw.choice(held), f"2031-06-{n + 1:02}T00:00:00+00:00")
    else:
        judge(ledger, [drawn(draw, list(ledger.readings()), n)])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, 2**32),
    st.integers(4, 18),
    st.sampled_from((8, 30, 150)),
    st.booleans(),
    st.sampled_from(("crossed", "versions", "taken back")),
)
def test_in_any_order_it_is_as_weighed_anew(  # noqa: PLR0913 (what is drawn)
    tmp_path_factory: Any, seed: int, size: int, crowd: int, narrow: bool, kind: str
) -> None:
    """Decisions and revocations, between arrivals; a crowd that one thins out is made anew."""
    path, draw = tmp_path_factory.mktemp("l") / "l.sqlite", random.Random(seed)
    drawing = {
        "crossed": lambda: crossed(draw, size),
        "versions": lambda: versions(draw, size, 1 + size % 4),
        "taken back": lambda: taking_back(draw, size),
    }
    arriving = list({r.document.id: r for r in drawing[kind]()}.values())
    draw.shuffle(arriving)
    with pytest.MonkeyPatch.context() as patched, Ledger.open(path) as ledger:
        for room in (blocking, neighbourhood):
            patched.setattr(room, "CROWD", crowd)
        if narrow:
            narrowed(patched, size)
        for n in range(size):
            if arriving and draw.random() < 0.6:
                ledger.add(*captured(arriving.pop()))
                weigh_new(ledger)
            elif ledger.counts()["documents"] > 1:
                decide(ledger, draw, n)
        for late in arriving:
            ledger.add(*captured(late))
            weigh_new(ledger)
        found = derived(ledger)
        weigh(ledger)
        assert derived(ledger) == found
    assert verify(path).faults == ()


def never(*_: Any) -> None:
    raise AssertionError("all was weighed anew")


def test_a_decision_looks_at_what_lies_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each weighed the whole ledger anew: seconds at some thousand claims.
    found = list({r.document.id: r for r in crossed(random.Random(2), 12)}.values())
    filled(tmp_path / "l.sqlite", found)
    monkeypatch.setattr(derivation, "_weigh", never)
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        for n in range(12):
            decide(ledger, random.Random(n), n)


def test_a_crowd_that_is_none_any_more_brings_claims_together_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who stands in a crowd is not kept: what thins it out is weighed anew."""
    every = [page(f"{ORLIN} So {n} say.", f"Outlet {n}") for n in range(4)]
    for room in (blocking, neighbourhood):
        monkeypatch.setattr(room, "CROWD", 3)
    held = filled(tmp_path / "l.sqlite", every)
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        before = len(ledger.events())
        judge(ledger, [made("rejected", held[0].claims[0].id)])
        assert before > 1
        assert [len(e.claims) for e in ledger.events()] == [3]
        revoke(ledger, ledger.judgements()[0], "2031-05-01T00:00:00+00:00")
        assert len(ledger.events()) == before


def test_near_duplicates_of_two_origins_are_one_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What stood in both counted twice towards standing text when the next one arrived.
    monkeypatch.setattr(passages, "COMMON", 1)
    words = f"{ORLIN} {ORLIN} The town lies by the river, and the road to it is long."
    one, other, late = (page(f"{words}{end}", f"Outlet{end}") for end in (" A.", " B.", " C."))
    held = filled(tmp_path / "l.sqlite", [one, other])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        judge(ledger, [made("not-same-origin", *(r.document.id for r in held))])
        ledger.add(*captured(late))
        weigh_new(ledger)
        found = derived(ledger)
        weigh(ledger)
        assert derived(ledger) == found


def test_what_people_put_together_stays_so_in_a_crowd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One of whom every sign is a crowd had no place among those that others meet.
    monkeypatch.setattr(blocking, "CROWD", 0)
    monkeypatch.setattr(neighbourhood, "CROWD", 0)
    held = filled(tmp_path / "l.sqlite", [page(ORLIN, "Marsh Wire"), page(AGAIN, "River Post")])
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        judge(ledger, [made("same-event", *(c.id for r in held for c in r.claims))])
        weigh(ledger)
        assert len(ledger.events()) == 1
