"""Whom signs bring together: each pair once, with under how many."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from fogline.weighing.occurrence.meetings import active, meetings, number, packed, shared

Stood = dict[int, dict[int, bool]]  # by sign, claims with whether they are active

STOOD = st.dictionaries(
    st.integers(-5, 5), st.dictionaries(st.integers(1, 12), st.booleans(), max_size=6), max_size=6
)


def standing(held: dict[int, bool]) -> bytes:
    return b"".join(packed(claim, active=so) for claim, so in held.items())


def counted(own: Stood, others: Stood) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for sign, ours in own.items():
        every = {**others.get(sign, {}), **ours}
        for a, is_active in ours.items():
            found.update((a, b) for b, is_so in every.items() if a != b and (is_active or is_so))
    return found


@given(STOOD, STOOD)
def test_each_pair_is_counted_as_one_by_one(own: Stood, others: Stood) -> None:
    own = {n: {100 + claim: so for claim, so in held.items()} for n, held in own.items() if held}
    items = {n: standing(held) for n, held in own.items()}
    stood = {n: standing(held) for n, held in others.items()}
    met = meetings(items, {n: stood.get(n, b"") + items[n] for n in items})
    rows = zip(met.own.tolist(), met.others.tolist(), met.shared.tolist(), strict=True)
    assert {(a, b): n for a, b, n in rows} == counted(own, others)
    pairs = list(counted(own, others))
    whole = {n: stood.get(n, b"") + items.get(n, b"") for n in {*items, *stood}}
    assert list(shared(pairs, whole)) == [counted(own, others)[pair] for pair in pairs]
    assert all(number(stood[n]) == len(held) for n, held in others.items())
    assert all(active(stood[n]) == held for n, held in others.items())
