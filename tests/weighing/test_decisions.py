"""What judgements decide: bonds that outrank every rule, the later where two cannot both hold."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Judgement
from fogline.weighing.decisions import NONE, decisions, in_force


def made(kind: str, *subjects: str, day: int = 1) -> Judgement:
    at = f"2031-04-{day:02}T00:00:00+00:00"
    return Judgement(f"{kind}{subjects}{day}", kind, subjects, "desk", at, "seen")


def test_nothing_is_decided_by_other_kinds() -> None:
    assert decisions([made("reliability-B", "outlet:x"), made("corrected", "a")]) is NONE


def test_what_is_put_together_is_together_through_others() -> None:
    bound = decisions([made("same-event", "a", "b"), made("same-event", "b", "c", day=2)]).events
    assert {("a", "c"), ("c", "a"), ("a", "b")} <= bound.together.keys()


def test_the_later_of_two_that_cannot_both_hold_does() -> None:
    same, apart = made("same-event", "a", "b"), made("not-same-event", "a", "b", day=2)
    assert decisions([same, apart]).events.together == {}
    assert ("b", "a") in decisions([same, apart]).events.apart
    sooner, later = made("not-same-event", "a", "b"), made("same-event", "a", "b", day=2)
    assert decisions([sooner, later]).events.apart == {}
    assert ("b", "a") in decisions([sooner, later]).events.together


def test_who_is_split_off_is_so_from_each_of_the_others_alone() -> None:
    bound = decisions([made("not-same-event", "a", "b", "c")]).events
    assert bound.apart.keys() == {("a", "b"), ("b", "a"), ("a", "c"), ("c", "a")}


def test_documents_and_claims_are_bound_apart() -> None:
    found = decisions([made("same-origin", "d", "e")])
    assert ("d", "e") in found.origins.together
    assert found.events.together == {}


def test_a_judgement_is_over_what_its_claims_are_read_as_today() -> None:
    found = decisions(
        [made("rejected", "old"), made("rejected", "gone")], {"old": "new", "gone": None}
    )
    assert found.rejected == {"new": "rejected by desk: seen"}


def test_where_who_was_split_off_is_gone_the_others_are_not_split() -> None:
    # The next of the others took its place, and was kept apart from the rest.
    split = made("not-same-event", "gone", "a", "b")
    assert decisions([split], {"gone": None}).events.apart == {}
    assert ("new", "b") in decisions([split], {"gone": "new", "a": None}).events.apart
    assert ("b", "a") in decisions(
        [made("same-event", "gone", "a", "b")], {"gone": None}
    ).events.together


def test_a_revoked_one_is_not_in_force() -> None:
    kept = made("rejected", "a")
    revoked = Judgement("r", "rejected", ("b",), "desk", kept.at, "seen", "2031-05-01")
    assert in_force([kept, revoked]) == (kept,)


KINDS = st.sampled_from(["same-event", "not-same-event"])
SUBJECTS = st.lists(st.sampled_from("abcde"), min_size=2, max_size=3, unique=True)


@given(st.lists(st.tuples(KINDS, SUBJECTS), max_size=5))
def test_their_order_is_nothing_and_no_two_are_both(told: list[tuple[str, list[str]]]) -> None:
    every = [made(kind, *subjects, day=n + 1) for n, (kind, subjects) in enumerate(told)]
    found = decisions(every)
    assert not found.events.together.keys() & found.events.apart.keys()
    assert all(decisions(order) == found for order in list(permutations(every))[:24])
