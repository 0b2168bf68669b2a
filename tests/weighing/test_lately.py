"""What is asked again is answered from memory, and for no other object than the one it was of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.weighing import lately as module
from fogline.weighing.lately import forget, lately


@given(st.lists(st.lists(st.text())))
def test_it_answers_for_the_one_that_it_is_asked_of(every: list[list[str]]) -> None:
    asked = []

    @lately
    def joined(words: list[str], by: str) -> str:
        asked.append(words)
        return by.join(words)

    comma = ","
    for _ in range(2):
        assert [joined(words, comma) for words in every] == [",".join(words) for words in every]
    assert len(asked) == len(every)
    assert [joined(words, "; ") for words in every] == ["; ".join(words) for words in every]
    forget()
    assert [joined(words, comma) for words in every] == [",".join(words) for words in every]
    assert len(asked) == 3 * len(every)


def test_what_comes_in_an_old_ones_place_is_another() -> None:
    """Objects that are let go give up their ids: more are asked about than are kept."""

    @lately
    def size(words: list[int]) -> int:
        return sum(words)

    assert all(size([n]) == n for n in range(3 * module.MOST))
