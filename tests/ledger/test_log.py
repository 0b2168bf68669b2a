"""The log: whatever is done to a ledger, in whatever order, it tells of all of it and holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.chain import START, Head, canonical, digest, hash_of
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from fogline.model import Document, Reading
from tests.ledger.filling import replace_weighing, weigh
from tests.ledger.invented import capture, claim, judgement, pair, reading

NUMBERS = st.integers(0, 3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)


def add(ledger: Ledger, n: int) -> None:
    ledger.add(*pair(n))


def renew(ledger: Ledger, n: int) -> None:
    made, _ = pair(n)
    if ledger.capture(made.id):
        ledger.renew(reading(made, claim(made.id, made.body.decode(), certainty=f"{n % 2}")))


def judge(ledger: Ledger, n: int) -> None:
    if any(item.id == f"j{n}" and item.revoked_at for item in ledger.judgements()):
        return  # what was revoked is judged anew under an id of its own
    ledger.judge(judgement(f"j{n}", subjects=(pair(n)[1].claims[0].id,)))


def revoke(ledger: Ledger, n: int) -> None:
    if any(item.id == f"j{n}" for item in ledger.judgements()):
        ledger.revoke(f"j{n}", "2031-06-01T00:00:00+00:00")


def append(ledger: Ledger, n: int) -> None:
    ledger.append("forecast", f"forecast:{n}", {"window": [n, None]}, document=pair(n)[0].id)


def take_down(ledger: Ledger, n: int) -> None:
    if ledger.has(pair(n)[0].id):
        ledger.take_down(pair(n)[0].id, "desk officer", "a court's order")


def weighed(ledger: Ledger, n: int) -> None:
    if n % 2 and list(ledger.readings()):
        weigh(ledger)
    else:
        replace_weighing(ledger, (), ())


DEEDS = st.sampled_from([add, add, renew, judge, revoke, append, take_down, weighed])


@given(st.lists(st.tuples(DEEDS, NUMBERS), max_size=14))
@settings(max_examples=20, deadline=None)
def test_whatever_is_done_the_log_holds(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[object, int]]
) -> None:
    path = tmp_path_factory.mktemp("law") / "l.sqlite"
    heads: list[Head] = []
    with Ledger.open(path) as ledger:
        for deed, n in deeds:
            deed(ledger, n)  # type: ignore[operator]
            heads.append(ledger.head())
    assert [head.entries for head in heads] == sorted(head.entries for head in heads)
    found = verify(path, [head for head in heads if head.entries])
    assert found.faults == ()
    assert found.head == (heads[-1] if heads else Head(0, START))


def test_what_changes_nothing_gets_no_entry(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        for _ in range(2):
            add(ledger, 1)
            judge(ledger, 1)
            weigh(ledger)
            ledger.renew(pair(1)[1])
        assert [entry.kind for entry in ledger.entries()] == [
            "capture", "document", "judgement", "weighing",
        ]  # fmt: skip


@given(VALUES)
@settings(deadline=None, max_examples=30)
def test_any_plain_value_can_be_an_entry(value: object) -> None:
    with Ledger.open(":memory:") as ledger:
        entry = ledger.append("forecast", "forecast:1", value)
        assert [entry] == list(ledger.entries())
        assert json.loads(entry.content or "") == value
        assert entry.digest == digest(canonical(value))
        assert entry.hash == hash_of(entry)


def test_entries_come_page_by_page_and_from_one_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fogline.ledger.custody.PAGE", 2)
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        made = [ledger.append("forecast", f"forecast:{n}", n) for n in range(5)]
        assert list(ledger.entries()) == made
        assert list(ledger.entries(3)) == made[3:]
        assert ledger.entries_of("sha256:none") == ()


def test_a_capture_without_a_byte_is_whole(tmp_path: Path) -> None:
    of = capture("")
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        ledger.add(of, Reading(Document(of.id, "", ()), (), "invented/1"))
    assert verify(tmp_path / "l.sqlite").faults == ()


def test_one_form_for_equal_values() -> None:
    assert (
        canonical({"b": [1.5, None], "a": "é\u2028"}) == '{"a":"é\u2028","b":[1.5,null]}'.encode()
    )
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})
