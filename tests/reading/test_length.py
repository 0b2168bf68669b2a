"""What it takes to read grows with a document's length, not with its square."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

from bench.length import long_text
from fogline.reading.reader import Reader
from tests.reading.sentences import document


def lines_of(work: Callable[[], object]) -> int:
    """Count the Python lines that a call runs: the same on any machine, however busy."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_twice_the_words_take_about_twice_the_steps(whole: Reader) -> None:
    one, two = document(long_text(1500)), document(long_text(3000))
    whole.read(two)
    steps = [lines_of(lambda d=d: whole.read(d)) for d in (one, two)]
    assert steps[1] < 2.3 * steps[0]
